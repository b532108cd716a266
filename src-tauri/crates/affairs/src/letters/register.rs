//! What the registers of workers' rights ask of their tables alike: the next number of a year, the year of one, a record put
//! out of sight, words searched for. What a row says, each register knows itself.

use ledger::Tx;
use rusqlite::{Connection, OptionalExtension, ToSql, params};

use crate::Problem;
use crate::office::model::{PaperNumber, series};
use crate::office::register::Terms;
use crate::search::{self, Among};

/// One of the registers: its table, the series of its numbers, which is also its kind in the index, what one is called.
#[derive(Clone, Copy)]
pub(crate) struct Register {
    pub table: &'static str,
    pub series: &'static str,
    /// With its measure word, as a sentence misses it: 件职工诉求.
    pub name: &'static str,
}

impl Register {
    /// The register's number as it is written, 诉〔2026〕1号.
    pub fn number(self, year: i32, serial: u32) -> String {
        PaperNumber { series: series(self.series), year, number: serial }.to_string()
    }

    /// That there is no such record.
    pub fn missing(self) -> Problem {
        Problem::missing(self.name)
    }

    /// Whether the one row that was meant was written.
    pub fn found(self, kept: usize) -> Result<(), Problem> {
        if kept == 1 { Ok(()) } else { Err(self.missing()) }
    }

    /// One more than the highest serial of the year. Removed records keep theirs, so that none is given twice.
    pub fn next_serial(self, connection: &Connection, year: i32) -> Result<u32, Problem> {
        let sql = format!("SELECT coalesce(max(serial), 0) + 1 FROM {} WHERE year = ?1", self.table);
        Ok(connection.query_row(&sql, [year], |row| row.get(0))?)
    }

    /// Puts a record out of sight; its number stays used.
    pub fn remove(self, tx: &Tx, id: impl ToSql) -> Result<(), Problem> {
        let sql = format!("UPDATE {} SET removed_at = ?2 WHERE id = ?1 AND removed_at IS NULL", self.table);
        self.found(tx.execute(&sql, params![id, tx.now().to_rfc3339()])?)
    }

    /// The years of the register, the newest first.
    pub fn years(self, connection: &Connection) -> Result<Vec<i32>, Problem> {
        let sql = format!("SELECT DISTINCT year FROM live_{} ORDER BY year DESC", self.table);
        let mut statement = connection.prepare_cached(&sql)?;
        Ok(statement.query_map([], |row| row.get(0))?.collect::<Result<_, _>>()?)
    }

    /// Adds to these terms the words that were typed, over the table as `r`.
    pub fn typed(self, typed: Option<&str>, (which, values): &mut Terms) {
        let Some(typed) = typed else { return };
        match search::expression(Among::Affairs, typed) {
            Some(expression) => {
                which.push_str(&format!(
                    " AND r.id IN (SELECT d.ref FROM search_index s JOIN search_doc d ON d.doc = s.rowid
                     WHERE search_index MATCH ? AND d.kind = '{}')",
                    self.series
                ));
                values.push(Box::new(expression));
            }
            None => which.push_str(" AND 0"),
        }
    }
}

/// The year of a record's number, removed or not.
pub(crate) fn year_of(connection: &Connection, table: &str, id: &str) -> Result<i32, Problem> {
    let sql = format!("SELECT year FROM {table} WHERE id = ?1");
    let year = connection.query_row(&sql, [id], |row| row.get(0)).optional()?;
    year.ok_or_else(|| Problem::missing("条记录"))
}

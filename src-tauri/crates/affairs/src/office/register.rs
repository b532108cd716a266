//! What the registers ask of their tables alike: how many rows match, and the rows in order, a slice of them or all; of those
//! numbered by year, the next number, the year of one, a record put out of sight. What a row says, each register knows itself.

use ledger::Tx;
use rusqlite::{Connection, OptionalExtension, Row, ToSql, params};

use crate::Problem;
use crate::office::model::{PaperNumber, series};
use crate::search::{self, Among};

/// Which rows match: a condition and the values of its terms.
pub(crate) type Terms = (String, Vec<Box<dyn ToSql>>);

/// How many rows of `from` (`FROM …`) match.
pub(crate) fn count(connection: &Connection, from: &str, (which, values): &Terms) -> Result<u32, Problem> {
    let values: Vec<&dyn ToSql> = values.iter().map(AsRef::as_ref).collect();
    let sql = format!("SELECT count(*) {from} WHERE {which}");
    Ok(connection.prepare_cached(&sql)?.query_row(values.as_slice(), |row| row.get(0))?)
}

/// What is read of a register, and in which order.
pub(crate) struct Reading<'a> {
    pub columns: &'a str,
    /// `FROM …`
    pub from: &'a str,
    pub order: &'a str,
    /// How many, and how many before them are left out; all where none is given.
    pub slice: Option<(u32, u32)>,
}

/// The rows that match, one after the other.
pub(crate) fn rows<T>(
    connection: &Connection,
    reading: &Reading<'_>,
    (which, values): &Terms,
    line: impl FnMut(&Row<'_>) -> rusqlite::Result<T>,
    each: &mut dyn FnMut(T) -> Result<(), Problem>,
) -> Result<(), Problem> {
    let Reading { columns, from, order, slice } = reading;
    let values: Vec<&dyn ToSql> = values.iter().map(AsRef::as_ref).collect();
    let slice = slice.map(|(limit, offset)| format!("LIMIT {limit} OFFSET {offset}")).unwrap_or_default();
    let sql = format!("SELECT {columns} {from} WHERE {which} ORDER BY {order} {slice}");
    let mut statement = connection.prepare_cached(&sql)?;
    for row in statement.query_map(values.as_slice(), line)? {
        each(row?)?;
    }
    Ok(())
}

/// A register whose records are numbered by year: its table, the series of its numbers, which is also its kind in the index, what one is called.
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

    /// Which records match, over the table as `r`: those of `which`, of a code in a column, of a year, with the words that were
    /// typed.
    pub fn terms(
        self,
        which: &str,
        (column, code): (&str, Option<&'static str>),
        year: Option<i32>,
        typed: Option<&str>,
    ) -> Terms {
        let mut terms: Terms = (which.to_owned(), Vec::new());
        if let Some(code) = code {
            terms.0.push_str(&format!(" AND r.{column} = ?"));
            terms.1.push(Box::new(code));
        }
        if let Some(year) = year {
            terms.0.push_str(" AND r.year = ?");
            terms.1.push(Box::new(year));
        }
        self.typed(typed, &mut terms);
        terms
    }

    fn typed(self, typed: Option<&str>, (which, values): &mut Terms) {
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

/// The records that match by their number, the oldest first or the newest, a slice of them or all. `columns` and `from` are over
/// the table as `r`.
pub(crate) fn by_number<T>(
    connection: &Connection,
    (columns, from): (&str, &str),
    (ascending, slice): (Option<bool>, Option<(u32, u32)>),
    terms: &Terms,
    line: impl FnMut(&Row<'_>) -> rusqlite::Result<T>,
) -> Result<Vec<T>, Problem> {
    let order = if ascending.unwrap_or(false) { "r.year, r.serial" } else { "r.year DESC, r.serial DESC" };
    let reading = Reading { columns, from, order, slice };
    let mut all = Vec::new();
    rows(connection, &reading, terms, line, &mut |one| {
        all.push(one);
        Ok(())
    })?;
    Ok(all)
}

/// The year of a record's number, removed or not.
pub(crate) fn year_of(connection: &Connection, table: &str, id: &str) -> Result<i32, Problem> {
    let sql = format!("SELECT year FROM {table} WHERE id = ?1");
    let year = connection.query_row(&sql, [id], |row| row.get(0)).optional()?;
    year.ok_or_else(|| Problem::missing("条记录"))
}

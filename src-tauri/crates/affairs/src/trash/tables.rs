//! How the records of a kind lie in the tables, and when one was removed.

use chrono::NaiveDate;
use rusqlite::{Connection, OptionalExtension};

use super::kind::TrashKind;
use crate::Problem;

/// A day before which a record is not erased, and why.
pub(super) type Held = (NaiveDate, &'static str);

/// How the records of a kind lie in the tables.
pub(super) struct Lies {
    pub kind: TrashKind,
    /// as the setting and the law's subject name it
    pub code: &'static str,
    pub label: &'static str,
    pub table: &'static str,
    /// what it is called in the list, over the table as `r`
    pub title: &'static str,
    /// whether it may come back now
    pub check: fn(&Connection, &str) -> Result<(), Problem>,
    /// a day before which it is not erased whatever the settings say, and why
    pub held: fn(&Connection, &str) -> Result<Option<Held>, Problem>,
}

/// When a record in the trash was removed, and a paper that still says something, issued.
pub(super) fn removed_at(connection: &Connection, lies: &Lies, id: &str) -> Result<String, Problem> {
    if lies.kind == TrashKind::Paper {
        let sql = "SELECT issued_at FROM live_paper WHERE id = ?1 AND sha256 <> ''";
        let found: Option<String> = connection.query_row(sql, [id], |row| row.get(0)).optional()?;
        return found.ok_or_else(|| Problem::missing("份内容还在的印发文件"));
    }
    let sql = format!("SELECT removed_at FROM {} WHERE id = ?1 AND removed_at IS NOT NULL", lies.table);
    let found: Option<String> = connection.query_row(&sql, [id], |row| row.get(0)).optional()?;
    found.ok_or_else(|| Problem::missing("条已移除的记录"))
}

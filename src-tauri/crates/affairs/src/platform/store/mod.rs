//! The rows of new employment forms, a file for each table. What is decided from them is `rules`'.

pub(crate) mod caps;
pub(crate) mod firms;
pub(crate) mod helps;
pub(crate) mod meetings;
pub(crate) mod referrals;
pub(crate) mod talks;
pub(crate) mod works;

use ledger::Tx;
use rusqlite::{Row, ToSql, params};

use crate::Problem;

/// A word of a column; one of a newer program reads as nothing known.
fn word<T>(row: &Row<'_>, at: usize, of: fn(&str) -> Option<T>, otherwise: T) -> rusqlite::Result<T> {
    Ok(of(&row.get::<_, String>(at)?).unwrap_or(otherwise))
}

fn coded<T>(row: &Row<'_>, at: usize, of: fn(&str) -> Option<T>) -> rusqlite::Result<Option<T>> {
    Ok(row.get::<_, Option<String>>(at)?.as_deref().and_then(of))
}

/// Puts a row out of sight.
///
/// Errors: `not_found`.
fn remove(tx: &Tx, table: &str, id: &dyn ToSql, what: &str) -> Result<(), Problem> {
    let sql = format!("UPDATE {table} SET removed_at = ?2 WHERE id = ?1 AND removed_at IS NULL");
    let kept = tx.execute(&sql, params![id, tx.now().to_rfc3339()])?;
    if kept == 1 { Ok(()) } else { Err(Problem::missing(what)) }
}

/// One who speaks for a side a line.
fn lines(people: &[String]) -> String {
    people.iter().map(|one| one.trim()).filter(|one| !one.is_empty()).collect::<Vec<_>>().join("\n")
}

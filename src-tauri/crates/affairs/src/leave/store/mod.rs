//! The rows of annual leave, a file for each table, and of the roster what leave is reckoned from. What is decided from them is
//! `rules`'.

pub(crate) mod bars;
pub(crate) mod pays;
pub(crate) mod people;
pub(crate) mod periods;
pub(crate) mod schedules;
pub(crate) mod years;

use ledger::Tx;
use rusqlite::{ToSql, params};

use crate::Problem;

/// Puts a row out of sight.
///
/// Errors: `not_found`.
pub(in crate::leave) fn remove(tx: &Tx, table: &str, id: &dyn ToSql, what: &str) -> Result<(), Problem> {
    let sql = format!("UPDATE {table} SET removed_at = ?2 WHERE id = ?1 AND removed_at IS NULL");
    let kept = tx.execute(&sql, params![id, tx.now().to_rfc3339()])?;
    if kept == 1 { Ok(()) } else { Err(Problem::missing(what)) }
}

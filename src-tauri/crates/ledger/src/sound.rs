//! Whether a file is sound as far as SQLite can tell, and whether its chain holds a step. The whole check, which follows
//! the chain and reads every row, is `check`.

use crate::{Head, LedgerError};
use rusqlite::Connection;

/// Whether the chain holds this step with this hash. The empty chain is in every ledger.
pub(crate) fn holds(conn: &Connection, head: &Head) -> Result<bool, LedgerError> {
    let hash = hex::decode(&head.hash).map_err(|_| LedgerError::Damaged)?;
    Ok(head.seq == 0
        || conn.prepare("SELECT 1 FROM journal WHERE seq = ?1 AND hash = ?2")?.exists((head.seq, hash))?)
}

/// `quick_check` and foreign keys; damage is an error.
pub(crate) fn verify(conn: &Connection) -> Result<(), LedgerError> {
    let answer: String = conn.query_row("PRAGMA quick_check(1)", [], |r| r.get(0))?;
    if answer == "ok" && foreign_keys_hold(conn)? { Ok(()) } else { Err(LedgerError::Damaged) }
}

pub(crate) fn foreign_keys_hold(conn: &Connection) -> Result<bool, LedgerError> {
    Ok(!conn.prepare("PRAGMA foreign_key_check")?.exists([])?)
}

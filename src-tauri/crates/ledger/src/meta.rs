//! The ledger's own table of notes, `ledger_meta`: reading one and keeping one. Which notes there are and what they mean
//! is said where they are used.

use crate::LedgerError;
use rusqlite::{Connection, OptionalExtension};

/// A value of the ledger's own notes.
pub(crate) fn read(conn: &Connection, key: &str) -> Result<Option<String>, LedgerError> {
    Ok(conn.query_row("SELECT value FROM ledger_meta WHERE key = ?1", [key], |r| r.get(0)).optional()?)
}

/// Keeps a value in the ledger's own notes.
pub(crate) fn keep(conn: &Connection, key: &str, value: &str) -> Result<(), LedgerError> {
    conn.execute("INSERT OR REPLACE INTO ledger_meta VALUES (?1, ?2)", [key, value])?;
    Ok(())
}

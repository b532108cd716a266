//! Connections to the encrypted file: the key first, then the pragmas, each read back.
//! Every connection of the ledger is opened here; what runs on it is decided elsewhere.

use crate::{LedgerError, RawKey, Schema};
use rusqlite::{Connection, OpenFlags, config::DbConfig, functions::FunctionFlags};
use std::path::Path;
use std::sync::Once;
use std::time::Duration;

/// Flags for scalar SQL functions of the floors above. Without `INNOCUOUS` a function may not be used in
/// triggers, views or indexes, because the ledger trusts no schema it did not write.
pub const SCALAR: FunctionFlags = FunctionFlags::SQLITE_UTF8
    .union(FunctionFlags::SQLITE_DETERMINISTIC)
    .union(FunctionFlags::SQLITE_INNOCUOUS);

#[derive(Clone, Copy, PartialEq, Eq)]
pub(crate) enum Use {
    /// Makes the file.
    Create,
    /// The one writer.
    Write,
    /// One of the readers.
    Read,
}

/// Opens the file with its key and sets it up. A wrong key shows as `WrongKey`.
pub(crate) fn open(
    path: &Path,
    key: &RawKey,
    schema: &Schema,
    usage: Use,
) -> Result<Connection, LedgerError> {
    let mut flags = OpenFlags::SQLITE_OPEN_READ_WRITE | OpenFlags::SQLITE_OPEN_NO_MUTEX;
    if usage == Use::Create {
        flags |= OpenFlags::SQLITE_OPEN_CREATE;
    }
    let conn = keyed(at(path, flags)?, key)?;
    if usage != Use::Read && conn.is_readonly("main")? {
        return Err(LedgerError::Unwritable);
    }
    match conn.query_row("SELECT count(*) FROM sqlite_schema", [], |_| Ok(())) {
        Err(e) if e.sqlite_error_code() == Some(rusqlite::ErrorCode::NotADatabase) => {
            return Err(LedgerError::WrongKey);
        }
        read => read?,
    }
    dress(&conn, schema, usage)?;
    Ok(conn)
}

/// Sets up everything about a connection but its key.
pub(crate) fn dress(conn: &Connection, schema: &Schema, usage: Use) -> Result<(), LedgerError> {
    conn.busy_timeout(Duration::from_secs(10))?;
    conn.set_prepared_statement_cache_capacity(256);
    strict(conn, schema)?;
    // In kibibytes, and no more than the file has. The writer's cache holds the ledger of a hundred thousand people, so that an
    // import neither encrypts nor decrypts a page again and again on the way; a reader's holds what their lists are read by.
    let cache = if usage == Use::Read { -96_000 } else { -256_000 };
    set(conn, "journal_mode", "WAL", "wal")?;
    set(conn, "synchronous", "FULL", "2")?;
    set(conn, "foreign_keys", "ON", "1")?;
    set(conn, "trusted_schema", "OFF", "0")?;
    // REPLACE deletes rows: with this the journal's triggers see it.
    set(conn, "recursive_triggers", "ON", "1")?;
    // Sorting never spills plain text to the disk.
    set(conn, "temp_store", "MEMORY", "2")?;
    set(conn, "cache_size", &cache.to_string(), &cache.to_string())?;
    conn.pragma_update(None, "journal_size_limit", 64 * 1024 * 1024)?;
    if usage == Use::Read {
        set(conn, "query_only", "ON", "1")?;
    }
    Ok(())
}

/// Extra checks of SQLite itself: no string in double quotes, no writing to the schema or to shadow tables. And the functions that
/// the schema calls.
fn strict(conn: &Connection, schema: &Schema) -> Result<(), LedgerError> {
    conn.set_db_config(DbConfig::SQLITE_DBCONFIG_DQS_DDL, false)?;
    conn.set_db_config(DbConfig::SQLITE_DBCONFIG_DQS_DML, false)?;
    conn.set_db_config(DbConfig::SQLITE_DBCONFIG_DEFENSIVE, true)?;
    Ok((schema.functions)(conn)?)
}

/// An empty file in memory, without a key, for what migrations make: no row of anybody's comes into it.
pub(crate) fn in_memory(schema: &Schema) -> Result<Connection, LedgerError> {
    let flags =
        OpenFlags::SQLITE_OPEN_READ_WRITE | OpenFlags::SQLITE_OPEN_CREATE | OpenFlags::SQLITE_OPEN_NO_MUTEX;
    let conn = at(":memory:", flags)?;
    strict(&conn, schema)?;
    set(&conn, "trusted_schema", "OFF", "0")?;
    Ok(conn)
}

/// Whether the key opens the file, without leaving a trace beside it.
pub(crate) fn key_fits(path: &Path, key: &RawKey) -> bool {
    read_only(path, key)
        .and_then(|conn| Ok(conn.query_row("SELECT count(*) FROM sqlite_schema", [], |_| Ok(()))?))
        .is_ok()
}

/// Turns the file of an open connection over to another key, in one transaction. A rekey that failed says
/// nothing (a full disk least of all): the caller opens the file anew and sees which key it has. The connection
/// is taken, for after a failure it would go on writing under the new key.
pub(crate) fn rekey_file(conn: Connection, new: &RawKey) -> Result<(), LedgerError> {
    Ok(conn.execute_batch(&new.rekey_pragma())?)
}

/// A look at a file that nobody writes: no lock, no WAL, nothing created.
pub(crate) fn read_only(path: &Path, key: &RawKey) -> Result<Connection, LedgerError> {
    let flags =
        OpenFlags::SQLITE_OPEN_READ_ONLY | OpenFlags::SQLITE_OPEN_URI | OpenFlags::SQLITE_OPEN_NO_MUTEX;
    keyed(at(immutable(path), flags)?, key)
}

/// Every file is opened here. SQLite counts itself ready before SQLCipher is: of two threads that come first, one
/// would be told that no key can be set. So the first connection of the process is made alone.
fn at(path: impl AsRef<Path>, flags: OpenFlags) -> rusqlite::Result<Connection> {
    static READY: Once = Once::new();
    READY.call_once(|| drop(Connection::open_in_memory()));
    Connection::open_with_flags(path, flags)
}

fn keyed(conn: Connection, key: &RawKey) -> Result<Connection, LedgerError> {
    // Otherwise SQLCipher writes to stderr when a key does not fit.
    conn.execute_batch("PRAGMA cipher_log_level = NONE")?;
    conn.execute_batch(&key.pragma())?;
    Ok(conn)
}

/// Sets a pragma and reads it back: some of them fail in silence (a network drive without WAL).
fn set(conn: &Connection, name: &str, value: &str, expected: &str) -> Result<(), LedgerError> {
    conn.execute_batch(&format!("PRAGMA {name} = {value}"))?;
    let found: String = conn.query_row(&format!("PRAGMA {name}"), [], |row| {
        Ok(match row.get_ref(0)? {
            rusqlite::types::ValueRef::Integer(n) => n.to_string(),
            other => other.as_str().unwrap_or_default().to_owned(),
        })
    })?;
    if found == expected { Ok(()) } else { Err(LedgerError::Unwritable) }
}

/// A URI for a path that may hold any character, also on Windows (`file:///C:/…`).
fn immutable(path: &Path) -> String {
    let mut uri = String::from("file:");
    let text = path.to_string_lossy().replace('\\', "/");
    if text.as_bytes().get(1) == Some(&b':') {
        uri.push_str("///");
    }
    for byte in text.bytes() {
        if byte.is_ascii_alphanumeric() || b"/-_.:".contains(&byte) {
            uri.push(char::from(byte));
        } else {
            uri.push_str(&format!("%{byte:02X}"));
        }
    }
    uri + "?immutable=1"
}

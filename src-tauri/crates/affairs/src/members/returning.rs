//! Whether a removed record that hangs on a person may come back.

use rusqlite::Connection;

use crate::Problem;

/// Whether a removed record may come back: its person stands.
///
/// Errors: `refused`.
pub(crate) fn may_return(connection: &Connection, table: &str, id: &str) -> Result<(), Problem> {
    if person_stands(connection, table, id)? {
        return Ok(());
    }
    Err(Problem::new("refused", "这条记录的本人已经移除，请先恢复本人。"))
}

/// Whether the person of a record stands, so that it may come back.
fn person_stands(connection: &Connection, table: &str, id: &str) -> Result<bool, Problem> {
    let sql = format!("SELECT 1 FROM {table} r JOIN live_person p ON p.id = r.person_id WHERE r.id = ?1");
    Ok(connection.prepare_cached(&sql)?.exists([id])?)
}

//! Attachments.

use crate::{LedgerError, Schema};
use rusqlite::Connection;
use std::collections::BTreeSet;

/// The attachments that rows name now.
pub(crate) fn named(conn: &Connection, schema: &Schema) -> Result<BTreeSet<String>, LedgerError> {
    let mut all = BTreeSet::new();
    for (table, column) in schema.attachments {
        let (table, column) = (crate::triggers::ident(table), crate::triggers::ident(column));
        // A copy from before the table was made names none.
        let Ok(mut statement) = conn.prepare(&format!("SELECT DISTINCT {column} FROM {table}")) else {
            continue;
        };
        let found = statement.query_map([], |r| r.get::<_, String>(0))?;
        all.extend(found.collect::<Result<Vec<_>, _>>()?);
    }
    Ok(all)
}

/// Whether a file name is the content id of an attachment: 64 hex digits.
pub(crate) fn is_content(name: &str) -> bool {
    name.len() == 64 && name.bytes().all(|b| b.is_ascii_digit() || (b'a'..=b'f').contains(&b))
}

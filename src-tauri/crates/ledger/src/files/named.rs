//! Which attachments rows and journal name, and what a name looks like. Taking away those that nothing names is `sweep`.

use crate::recorder::first_place;
use crate::triggers::ident;
use crate::{LedgerError, Schema};
use rusqlite::Connection;
use std::collections::BTreeSet;

/// Whether a file name is the content id of an attachment: 64 hex digits.
pub(crate) fn is_content(name: &str) -> bool {
    name.len() == 64 && name.bytes().all(|b| b.is_ascii_digit() || (b'a'..=b'f').contains(&b))
}

/// The attachments that rows name now, removed rows too.
pub(crate) fn named(conn: &Connection, schema: &Schema) -> Result<BTreeSet<String>, LedgerError> {
    collect(conn, schema, |table, column| {
        format!("SELECT DISTINCT {} FROM {} WHERE {0} IS NOT NULL", ident(column), ident(table))
    })
}

/// The attachments that rows name or named: undo may bring each of them back.
pub(crate) fn referred(conn: &Connection, schema: &Schema) -> Result<BTreeSet<String>, LedgerError> {
    let mut all = named(conn, schema)?;
    all.extend(collect(conn, schema, |table, column| {
        let (table, path) = (table.replace('\'', "''"), column.replace('\'', "''"));
        format!(
            "SELECT content FROM (
               SELECT json_extract(before, '$.{path}') AS content FROM change WHERE tbl = '{table}'
               UNION SELECT json_extract(after, '$.{path}') FROM change WHERE tbl = '{table}'
             ) WHERE content IS NOT NULL"
        )
    })?);
    Ok(all)
}

/// The attachments that a running step has named so far, each as often as it was named.
pub(crate) fn named_by_step(
    conn: &Connection,
    schema: &Schema,
    seq: i64,
) -> Result<Vec<String>, LedgerError> {
    let mut all = Vec::new();
    for (table, column) in schema.attachments {
        let path = column.replace('\'', "''");
        let mut statement = conn.prepare_cached(&format!(
            "SELECT content FROM (
               SELECT json_extract(after, '$.{path}') AS content FROM change
               WHERE place >= ?1 AND place < ?2 AND tbl = ?3
             ) WHERE content IS NOT NULL"
        ))?;
        let found = statement
            .query_map((first_place(seq), first_place(seq + 1), table), |r| r.get::<_, String>(0))?;
        all.extend(found.collect::<Result<Vec<_>, _>>()?);
    }
    Ok(all)
}

fn collect(
    conn: &Connection,
    schema: &Schema,
    sql: impl Fn(&str, &str) -> String,
) -> Result<BTreeSet<String>, LedgerError> {
    let mut all = BTreeSet::new();
    for (table, column) in schema.attachments {
        // A copy from before the table was made names none.
        let stands = "SELECT 1 FROM sqlite_schema WHERE type = 'table' AND name = ?1";
        if !conn.prepare(stands)?.exists([table])? {
            continue;
        }
        let mut statement = conn.prepare(&sql(table, column))?;
        let found = statement.query_map([], |r| r.get::<_, String>(0))?;
        all.extend(found.collect::<Result<Vec<_>, _>>()?);
    }
    Ok(all)
}

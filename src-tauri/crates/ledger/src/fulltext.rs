//! The full-text indexes that the schema's triggers keep: found in the file, kept from tidying up in the middle
//! of bulk work, and made to forget. What stands in them is for the floors above.

use crate::LedgerError;
use crate::triggers::ident;
use rusqlite::{Connection, OptionalExtension};

/// Above so many rows a step is bulk work.
const BULK: i64 = 2_000;

/// How an index merges its parts, and what FTS5 takes when nothing was set (sqlite.org/fts5.html, 6.1 and 6.5).
const MERGES: [(&str, i64); 2] = [("automerge", 4), ("deletemerge", 10)];

fn indexes(conn: &Connection) -> Result<Vec<String>, LedgerError> {
    let mut statement = conn.prepare(
        "SELECT name FROM sqlite_schema WHERE type = 'table' AND sql LIKE 'CREATE VIRTUAL TABLE%USING fts5%'
         ORDER BY name",
    )?;
    Ok(statement.query_map([], |r| r.get(0))?.collect::<Result<_, _>>()?)
}

/// Runs work on `rows` rows; when they are many, the indexes put their merging off till later, for they would
/// merge the same parts again with every few rows that are deleted.
pub(crate) fn without_merging<T>(
    tx: &Connection,
    rows: i64,
    work: impl FnOnce() -> Result<T, LedgerError>,
) -> Result<T, LedgerError> {
    if rows < BULK {
        return work();
    }
    let mut before = Vec::new();
    for name in indexes(tx)? {
        for (option, standard) in MERGES {
            let sql = format!("SELECT v FROM {} WHERE k = ?1", ident(&format!("{name}_config")));
            let kept: Option<i64> = tx.query_row(&sql, [option], |r| r.get(0)).optional()?;
            set(tx, &name, option, 0)?;
            before.push((name.clone(), option, kept.unwrap_or(standard)));
        }
    }
    let value = work()?;
    for (name, option, value) in before {
        set(tx, &name, option, value)?;
    }
    Ok(value)
}

fn set(tx: &Connection, name: &str, option: &str, value: i64) -> Result<(), LedgerError> {
    let name = ident(name);
    tx.execute(&format!("INSERT INTO {name} ({name}, rank) VALUES (?1, ?2)"), (option, value))?;
    Ok(())
}

/// A deleted row's words stay in an index until its parts are merged: all of them, now.
pub(crate) fn forget_tokens(tx: &Connection) -> Result<(), LedgerError> {
    for name in indexes(tx)? {
        let name = ident(&name);
        tx.execute_batch(&format!("INSERT INTO {name} ({name}) VALUES ('optimize')"))?;
    }
    Ok(())
}

//! Which attachments rows, journal and copies still name, and taking away the files that nothing names: what
//! a crash left between a file and its row, and what a purge has erased.

use super::{Files, NEW};
use crate::folder::Folder;
use crate::triggers::ident;
use crate::{Ledger, LedgerError, Schema, backup, connect};
use rusqlite::Connection;
use std::collections::BTreeSet;
use std::fs;

/// What a sweep took away.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Swept {
    /// files
    pub files: u64,
    /// their bytes on the disk
    pub bytes: u64,
}

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

impl Files<'_> {
    /// Takes away the files that neither row nor journal nor any of the ledger's own copies names. While one of
    /// the copies cannot be read nothing goes: it may need what only it names.
    pub fn sweep(&self) -> Result<Swept, LedgerError> {
        let ledger = self.ledger;
        let _one = ledger.copying();
        let Some(wanted) = wanted(ledger)? else { return Ok(Swept::default()) };
        let mut swept = Swept::default();
        for entry in fs::read_dir(ledger.folder.files())? {
            let entry = entry?;
            let Ok(name) = entry.file_name().into_string() else { continue };
            let ours = is_content(&name) || name.starts_with(NEW);
            if !ours || wanted.contains(&name) || ledger.holds_file(&name) {
                continue;
            }
            let bytes = entry.metadata()?.len();
            fs::remove_file(entry.path())?;
            swept.files += 1;
            swept.bytes += bytes;
        }
        Ok(swept)
    }
}

/// What the ledger and its own copies name; `None` when one of the copies does not say.
fn wanted(ledger: &Ledger) -> Result<Option<BTreeSet<String>>, LedgerError> {
    let mut all = ledger.read(|conn| referred(conn, &ledger.schema))?;
    let keys = ledger.copy_keys();
    for line in backup::lines(&ledger.folder, &[]) {
        let path = Folder::new(&line.dir).database();
        let read = keys.iter().find(|key| connect::key_fits(&path, key)).ok_or(LedgerError::WrongKey);
        let names = read.and_then(|key| referred(&connect::read_only(&path, key)?, &ledger.schema));
        match names {
            Ok(names) => all.extend(names),
            Err(_) => return Ok(None),
        }
    }
    Ok(Some(all))
}

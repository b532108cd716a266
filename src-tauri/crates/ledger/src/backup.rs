//! A checked copy of the ledger: `VACUUM INTO`, keys beside it, opened and checked before it counts.
//! When a copy is due and which ones are thinned out is not decided here.

use crate::folder::{self, Folder};
use crate::{LedgerError, RawKey, Schema, chain, connect};
use rusqlite::Connection;
use std::fs;
use std::path::PathBuf;

/// Copies the ledger into `backups/<name>`, a ledger folder of its own, and checks the copy.
pub(crate) fn checked_copy(
    conn: &Connection,
    of: &Folder,
    key: &RawKey,
    schema: &Schema,
    name: &str,
) -> Result<PathBuf, LedgerError> {
    let home = of.backups();
    fs::create_dir_all(&home)?;
    let target = (1..).map(|n| home.join(if n == 1 { name.to_owned() } else { format!("{name}-{n}") }));
    let target = target.take(10_000).find(|dir| !dir.exists()).ok_or(LedgerError::Unwritable)?;
    let part = Folder::new(&target.with_extension("part"));
    if part.path().exists() {
        fs::remove_dir_all(part.path())?;
    }
    folder::private(part.path())?;
    let copied = (|| {
        let path = part.database();
        conn.execute("VACUUM INTO ?1", [path.to_string_lossy()])?;
        fs::File::options().write(true).open(&path)?.sync_all()?;
        if of.keys().exists() {
            folder::replace(&part.keys(), &fs::read(of.keys())?)?;
        }
        let copy = connect::read_only(&path, key)?;
        (schema.functions)(&copy)?;
        verify(&copy)?;
        if chain::head(&copy)? != chain::head(conn)? {
            return Err(LedgerError::Damaged);
        }
        fs::rename(part.path(), &target)?;
        folder::sync_dir(&home)
    })();
    match copied {
        Ok(()) => Ok(target),
        Err(error) => {
            // Half a copy is none.
            let _ = fs::remove_dir_all(part.path());
            Err(error)
        }
    }
}

/// `quick_check` and foreign keys; damage is an error.
pub(crate) fn verify(conn: &Connection) -> Result<(), LedgerError> {
    let answer: String = conn.query_row("PRAGMA quick_check(1)", [], |r| r.get(0))?;
    if answer == "ok" && foreign_keys_hold(conn)? { Ok(()) } else { Err(LedgerError::Damaged) }
}

pub(crate) fn foreign_keys_hold(conn: &Connection) -> Result<bool, LedgerError> {
    Ok(!conn.prepare("PRAGMA foreign_key_check")?.exists([])?)
}

//! Writing one copy: `VACUUM INTO` a neighbour, keys beside it, opened and checked before it gets its name.
//! When a copy is due, where it goes and which ones are thinned out is not decided here.

use crate::folder::{self, Folder};
use crate::watch::watched;
use crate::{Head, Ledger, LedgerError, RawKey, Schema, chain, connect, sound};
use rusqlite::Connection;
use std::fs;
use std::path::{Path, PathBuf};

/// Half a copy, and a copy on its way out, bear these; both are swept.
const PART: &str = "part";
const GONE: &str = "gone";

/// Copies the ledger into `backups/<name>`, a ledger folder of its own, and checks the copy. For acts that
/// hold the writer and wait for it: before a migration, before the keys change.
pub(crate) fn checked_copy(
    conn: &Connection,
    of: &Folder,
    key: &RawKey,
    schema: &Schema,
    name: &str,
) -> Result<PathBuf, LedgerError> {
    write(of, of, name, |part| {
        let head = chain::head(conn)?;
        vacuum(conn, &part.database())?;
        prove(&part.database(), key, schema, &head)
    })
}

/// The same beside a running ledger, on a connection of its own and within one snapshot: steps go on
/// meanwhile and are not slowed but for the disk. `look(bytes written)` may stop it.
pub(crate) fn beside(
    ledger: &Ledger,
    home: &Folder,
    name: &str,
    more: impl FnOnce(&Folder) -> Result<(), LedgerError>,
    look: &mut dyn FnMut(u64) -> bool,
) -> Result<(PathBuf, Head), LedgerError> {
    let (key, schema, of) = (&ledger.key(), &ledger.schema, &ledger.folder);
    let mut conn = connect::open(&of.database(), key, schema, connect::Use::Write)?;
    let mut head = Head { seq: 0, hash: String::new() };
    let made = write(of, home, name, |part| {
        let path = part.database();
        head = chain::head(&conn)?;
        let (path, expected) = (&path, &head);
        watched(&mut conn, &mut || look(written(path)), |conn| vacuum(conn, path))?;
        more(part)?;
        let mut copy = opened(path, key, schema)?;
        watched(&mut copy, &mut || look(written(path)), |copy| proved(copy, expected))
    })?;
    Ok((made, head))
}

fn written(path: &Path) -> u64 {
    fs::metadata(path).map_or(0, |meta| meta.len())
}

/// Makes a folder under a temporary name, lets `fill` put the database there, and gives it its own name.
fn write(
    of: &Folder,
    home: &Folder,
    name: &str,
    fill: impl FnOnce(&Folder) -> Result<(), LedgerError>,
) -> Result<PathBuf, LedgerError> {
    let home = home.backups();
    fs::create_dir_all(&home)?;
    sweep(&home);
    let entries = fs::read_dir(&home)?.flatten().map(|entry| entry.file_name());
    let taken = entries.filter_map(|entry| number(entry.to_str()?, name)).max();
    let target = home.join(taken.map_or_else(|| name.to_owned(), |last| format!("{name}-{}", last + 1)));
    let part = Folder::new(&with_suffix(&target, PART));
    folder::private(part.path())?;
    let copied = (|| {
        fill(&part)?;
        fs::File::options().write(true).open(part.database())?.sync_all()?;
        if of.keys().exists() {
            folder::replace(&part.keys(), &fs::read(of.keys())?)?;
        }
        folder::sync_dir(part.path())?;
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

/// Which of the copies called `name` a folder is: 1 for `20261116-090000`, 2 for `20261116-090000-2`. Of one second the higher
/// number is the later copy, so that a lower one that was thinned out is never given again.
fn number(dir: &str, name: &str) -> Option<u32> {
    match dir.strip_prefix(name)? {
        "" => Some(1),
        rest => rest.strip_prefix('-')?.parse().ok(),
    }
}

/// `20261116-090000-v1.2` has a dot of its own, so a suffix is hung on, never exchanged.
fn with_suffix(dir: &Path, suffix: &str) -> PathBuf {
    let mut name = dir.file_name().unwrap_or_default().to_owned();
    name.push(".");
    name.push(suffix);
    dir.with_file_name(name)
}

/// Takes away what a kill has left of a copy being written or removed. The ledger's lock keeps others out.
fn sweep(home: &Path) {
    for entry in fs::read_dir(home).into_iter().flatten().flatten() {
        let suffix = entry.path().extension().map(|e| e.to_string_lossy().into_owned());
        if suffix.is_some_and(|s| s == PART || s == GONE) {
            // What cannot go now goes the next time.
            let _ = fs::remove_dir_all(entry.path());
        }
    }
}

/// Removes a copy so that a kill leaves it whole or recognisably on its way out.
pub(crate) fn remove(dir: &Path) -> Result<(), LedgerError> {
    let gone = with_suffix(dir, GONE);
    fs::rename(dir, &gone)?;
    Ok(fs::remove_dir_all(gone)?)
}

fn vacuum(conn: &Connection, path: &Path) -> Result<(), LedgerError> {
    conn.execute("VACUUM INTO ?1", [path.to_string_lossy()])?;
    Ok(())
}

fn opened(path: &Path, key: &RawKey, schema: &Schema) -> Result<Connection, LedgerError> {
    let copy = connect::read_only(path, key)?;
    (schema.functions)(&copy)?;
    Ok(copy)
}

fn prove(path: &Path, key: &RawKey, schema: &Schema, head: &Head) -> Result<(), LedgerError> {
    proved(&opened(path, key, schema)?, head)
}

/// The copy is whole and holds the step that was newest when it was begun.
fn proved(copy: &Connection, head: &Head) -> Result<(), LedgerError> {
    sound::verify(copy)?;
    if sound::holds(copy, head)? { Ok(()) } else { Err(LedgerError::Damaged) }
}

//! The copies that stand in a folder: their list, what they take, and removing those whose time is over. Whose time is
//! over is decided by `thin`, which of them is the newest by `order`.

use super::copy;
use super::model::BackupLine;
use super::order::{Made, newest_first};
use super::thin::{self, CopyKind, Stamp};
use crate::folder::Folder;
use crate::{Head, LedgerError, RawKey, chain, connect, shanghai, sound};
use chrono::{DateTime, NaiveDateTime, Timelike, Utc};
use rusqlite::Connection;
use std::fs;
use std::path::{Path, PathBuf};

/// The copies of a folder, the newest state first.
pub(crate) fn lines(home: &Folder, keys: &[RawKey], now: NaiveDateTime) -> Vec<BackupLine> {
    lines_of(std::slice::from_ref(home), keys, now)
}

/// The copies of several folders in one list, the newest state first.
pub(crate) fn lines_of(homes: &[Folder], keys: &[RawKey], now: NaiveDateTime) -> Vec<BackupLine> {
    let all: Vec<(BackupLine, Made, Option<Connection>)> = homes
        .iter()
        .flat_map(|home| stamps(&home.backups()))
        .map(|(dir, stamp)| {
            let newest = keys.iter().find_map(|key| newest(&Folder::new(&dir), key).ok());
            let (conn, head, last_step) = match newest {
                Some((conn, head, label)) => (Some(conn), Some(head), Some(label)),
                None => (None, None, None),
            };
            let (before, ahead, bytes) = (stamp.kind == CopyKind::Before, stamp.at > now, size(&dir));
            let made = Made { at: stamp.at, n: stamp.n, before, head: head.clone() };
            (BackupLine { dir, at: stamp.at, ahead, before, head, last_step, bytes }, made, conn)
        })
        .collect();
    let order = {
        let made: Vec<Made> = all.iter().map(|(_, made, _)| made.clone()).collect();
        let holds = |copy: usize, head: &Head| {
            all[copy].2.as_ref().is_some_and(|conn| sound::holds(conn, head).unwrap_or(false))
        };
        newest_first(&made, now, holds)
    };
    let mut lines: Vec<Option<BackupLine>> = all.into_iter().map(|(line, ..)| Some(line)).collect();
    order.into_iter().filter_map(|place| lines[place].take()).collect()
}

/// The newest step of a copy, and the copy to ask for others.
fn newest(copy: &Folder, key: &RawKey) -> Result<(Connection, Head, String), LedgerError> {
    let conn = connect::read_only(&copy.database(), key)?;
    let label = "SELECT label FROM journal ORDER BY seq DESC LIMIT 1";
    let (head, label) = (chain::head(&conn)?, conn.query_row(label, [], |r| r.get(0))?);
    Ok((conn, head, label))
}

/// The copies in `backups/`.
pub(super) fn stamps(home: &Path) -> Vec<(PathBuf, Stamp)> {
    let entries = fs::read_dir(home).into_iter().flatten().flatten();
    let dirs = entries.map(|entry| entry.path()).filter(|path| path.join("ledger.db").is_file());
    dirs.filter_map(|dir| {
        let name = dir.file_name()?.to_str()?;
        if name.ends_with(".part") || name.ends_with(".gone") {
            return None;
        }
        let stamp = Stamp::read(name).or_else(|| of_its_own_name(&dir))?;
        Some((dir, stamp))
    })
    .collect()
}

/// When a copy was made to which a person gave a name that does not say it: when its file was written, which another name of the
/// folder leaves as it is. What it holds counts as that of any other, and it never goes by itself.
fn of_its_own_name(dir: &Path) -> Option<Stamp> {
    let written = fs::metadata(Folder::new(dir).database()).and_then(|file| file.modified()).ok()?;
    let at = DateTime::<Utc>::from(written).with_timezone(&shanghai()).naive_local().with_nanosecond(0)?;
    Some(Stamp { at, n: 1, kind: CopyKind::Named, seq: None })
}

/// The same, with the newest step of each where one is named after a day to come: then alone its steps tell how old it is.
pub(super) fn reckoned(home: &Folder, keys: &[RawKey], now: NaiveDateTime) -> Vec<(PathBuf, Stamp)> {
    let mut all = stamps(&home.backups());
    if all.iter().any(|(_, stamp)| stamp.at > now) {
        for (dir, stamp) in &mut all {
            let newest = keys.iter().find_map(|key| newest(&Folder::new(dir), key).ok());
            stamp.seq = newest.map(|(_, head, _)| head.seq);
        }
    }
    all
}

/// Removes the copies whose time is over, never the one just made, whatever the clock says. One that cannot be
/// removed stays and is tried again.
pub(super) fn thin_out(home: &Folder, keys: &[RawKey], now: NaiveDateTime, made: &Path) -> u64 {
    let (dirs, stamps): (Vec<PathBuf>, Vec<Stamp>) = reckoned(home, keys, now).into_iter().unzip();
    let gone = thin::thin(&stamps, now);
    gone.into_iter().filter(|i| dirs[*i] != made && copy::remove(&dirs[*i]).is_ok()).count() as u64
}

/// Bytes of the files of one copy.
pub(super) fn size(dir: &Path) -> u64 {
    let entries = fs::read_dir(dir).into_iter().flatten().flatten();
    entries
        .filter_map(|entry| entry.metadata().ok())
        .filter(fs::Metadata::is_file)
        .map(|meta| meta.len())
        .sum()
}

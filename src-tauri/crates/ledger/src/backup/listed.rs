//! The copies that stand in a folder: their list, what they take, and removing those whose time is over. Whose time is
//! over is decided by `thin`.

use super::copy;
use super::model::BackupLine;
use super::thin::{self, CopyKind, Stamp};
use crate::folder::Folder;
use crate::{Head, LedgerError, RawKey, chain, connect};
use chrono::NaiveDateTime;
use std::fs;
use std::path::{Path, PathBuf};

/// The copies of a folder, the newest first.
pub(crate) fn lines(home: &Folder, keys: &[RawKey]) -> Vec<BackupLine> {
    let mut all = stamps(&home.backups());
    all.sort_by_key(|(_, stamp)| std::cmp::Reverse((stamp.at, stamp.n)));
    all.into_iter()
        .map(|(dir, stamp)| {
            let newest = keys.iter().find_map(|key| newest(&Folder::new(&dir), key).ok());
            let (head, last_step) = newest.map_or((None, None), |(head, label)| (Some(head), Some(label)));
            let bytes = size(&dir);
            BackupLine { dir, at: stamp.at, before: stamp.kind == CopyKind::Before, head, last_step, bytes }
        })
        .collect()
}

/// The newest step of a copy.
fn newest(copy: &Folder, key: &RawKey) -> Result<(Head, String), LedgerError> {
    let conn = connect::read_only(&copy.database(), key)?;
    let label = "SELECT label FROM journal ORDER BY seq DESC LIMIT 1";
    Ok((chain::head(&conn)?, conn.query_row(label, [], |r| r.get(0))?))
}

/// The copies in `backups/` whose names say when they were made.
pub(super) fn stamps(home: &Path) -> Vec<(PathBuf, Stamp)> {
    let entries = fs::read_dir(home).into_iter().flatten().flatten();
    let dirs = entries.map(|entry| entry.path()).filter(|path| path.join("ledger.db").is_file());
    dirs.filter_map(|dir| {
        let name = dir.file_name()?.to_str()?;
        if name.ends_with(".part") || name.ends_with(".gone") {
            return None;
        }
        let stamp = Stamp::read(name)?;
        Some((dir, stamp))
    })
    .collect()
}

/// Removes the copies whose time is over, never the one just made, whatever the clock says. One that cannot be
/// removed stays and is tried again.
pub(super) fn thin_out(home: &Folder, now: NaiveDateTime, made: &Path) -> u64 {
    let (dirs, stamps): (Vec<PathBuf>, Vec<Stamp>) = stamps(&home.backups()).into_iter().unzip();
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

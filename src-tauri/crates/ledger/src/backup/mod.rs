//! Copies of the ledger: of the day, on request, and on a stick; their list, and the thinning of old ones.
//! How one copy is written is `copy`, where copies outside stand is `outside`, what goes with them `attachments`, which
//! ones go is `thin`, which still hold what a purge erased is `held`.
//!
//! A copy of the day is made after the first change of the day, beside the running ledger: it is the state of
//! the evening before and one step more, and no step waits for it.

mod attachments;
mod copy;
mod held;
mod outside;
mod thin;

pub(crate) use copy::checked_copy;
pub use held::{DroppedCopies, HeldByCopies};
pub(crate) use outside::{MARK, copy_file, new_files};

use crate::folder::Folder;
use crate::{Head, Ledger, LedgerError, StepRow, connect, notes};
use chrono::{DateTime, FixedOffset, NaiveDate, NaiveDateTime};
use rusqlite::Connection;
use serde::Serialize;
use std::fs;
use std::path::{Path, PathBuf};
use thin::{CopyKind, Stamp};
use ts_rs::TS;

/// Where a copy goes.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum BackupTo {
    /// `backups/` of the ledger's own folder
    Own,
    /// a folder or stick that a person chose; `name` is what the copies' folder there is called
    Folder {
        /// the chosen folder
        place: PathBuf,
        /// the union's name
        name: String,
    },
}

/// A copy that was made.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct BackupMade {
    /// the copy's folder
    pub dir: PathBuf,
    /// the newest step when it was begun
    pub head: Head,
    /// bytes of the copy, attachments apart
    pub bytes: u64,
    /// attachments copied with it (a copy of the ledger's own shares them)
    pub files: u64,
    /// attachments that rows name and the copy has not: their files are in neither place
    pub missing: Vec<String>,
    /// attachments that rows name and that are whole neither in the ledger nor at the copy's place
    pub damaged: Vec<String>,
    /// older copies that were thinned out
    pub thinned: u64,
}

/// One copy as a list shows it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct BackupLine {
    /// its folder
    pub dir: PathBuf,
    /// when it was made, local time, `2026-11-16T09:00:00`
    pub at: NaiveDateTime,
    /// made before a migration, a restore or a change of keys
    pub before: bool,
    /// the newest step in it; `None` when it does not open. One that opens may still have a page that is not as it was
    /// written: `look_into`, `check` and `restore` read them all
    pub head: Option<Head>,
    /// the step's label
    pub last_step: Option<String>,
    /// bytes on the disk, attachments apart
    #[ts(type = "number")]
    pub bytes: u64,
}

/// The last copy outside of the ledger's folder.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct OutsideCopy {
    /// when
    pub at: DateTime<FixedOffset>,
    /// the newest step in it
    pub seq: i64,
    /// the folder that was chosen
    pub place: String,
}

/// Tells `(bytes done, bytes in all)`; `false` stops the work.
pub type Watch<'a> = &'a mut dyn FnMut(u64, u64) -> bool;

impl Ledger {
    /// Makes a copy, opens and checks it, and thins older ones out. Steps go on meanwhile. A copy outside is made
    /// also where attachments are lost or broken: it names them. One of the ledger's own shares its files, which
    /// `check` reads.
    ///
    /// Errors: `Cancelled`; `CopyNoRoom` and `CopyBroken` when the place is full or gone, and then the older
    /// copies are untouched; `CopyPlace` for a place inside a ledger's folder.
    pub fn backup(&self, to: &BackupTo, watch: Watch<'_>) -> Result<BackupMade, LedgerError> {
        let _one = self.copying();
        match to {
            BackupTo::Own => self.own_copy("", watch),
            BackupTo::Folder { place, name } => {
                let made = outside::copy(self, place, name, watch).map_err(told)?;
                let at = self.setting.clock.now().to_rfc3339();
                let place = place.display().to_string();
                let seq = made.head.seq.to_string();
                self.set_notes(&[
                    (notes::OUTSIDE_AT, &at),
                    (notes::OUTSIDE_SEQ, &seq),
                    (notes::OUTSIDE_PLACE, &place),
                ])?;
                Ok(made)
            }
        }
    }

    /// Whether a copy of today would find room in a folder or stick, so that what must not fail half-way is asked
    /// first. Nothing stays there.
    ///
    /// Errors: `Cancelled`; `CopyNoRoom`, `CopyBroken` and `CopyPlace` as `backup` would give them.
    pub fn room_for_copy(&self, place: &Path, watch: Watch<'_>) -> Result<(), LedgerError> {
        outside::room(self, place, watch).map_err(told)
    }

    /// Whether today has no copy yet. Cheap: asked after every step.
    pub fn backup_due(&self) -> bool {
        let today = self.setting.clock.today();
        if self.copied_on() == Some(today) {
            return false;
        }
        let stands = stamps(&self.folder.backups())
            .iter()
            .any(|(_, stamp)| stamp.kind == CopyKind::Plain && stamp.at.date() == today);
        if stands {
            self.set_copied_on(today);
        }
        !stands
    }

    /// The newest step and its day, when no copy of the ledger's own was made on that day or later: the program ended
    /// before the copy of the day was made. Nothing while there is a copy of today. Cheap: asked after opening.
    pub fn uncopied(&self) -> Result<Option<(StepRow, NaiveDate)>, LedgerError> {
        let Some(step) = self.steps(1)?.pop() else { return Ok(None) };
        let Ok(at) = DateTime::parse_from_rfc3339(&step.at) else { return Ok(None) };
        let day = at.date_naive();
        let copied = stamps(&self.folder.backups()).iter().any(|(_, stamp)| stamp.at.date() >= day);
        // A step of a clock that ran ahead is older than no copy: one a day is enough for it, too.
        Ok((!copied && self.backup_due()).then_some((step, day)))
    }

    /// Makes the copy of the day when there is none yet. Meant for a thread of its own, after a step.
    pub fn backup_if_due(&self, watch: Watch<'_>) -> Result<Option<BackupMade>, LedgerError> {
        let _one = self.copying();
        if !self.backup_due() {
            return Ok(None);
        }
        let made = self.own_copy("", watch)?;
        self.set_copied_on(self.setting.clock.today());
        Ok(Some(made))
    }

    /// A copy in the ledger's own folder; the caller holds `copying`.
    pub(crate) fn own_copy(&self, why: &str, watch: Watch<'_>) -> Result<BackupMade, LedgerError> {
        let name = self.stamp(why);
        let total = fs::metadata(self.folder.database())?.len();
        let (dir, head) =
            copy::beside(self, &self.folder, &name, |_| Ok(()), &mut |bytes| watch(bytes.min(total), total))
                .map_err(told)?;
        let (bytes, thinned) = (size(&dir), thin_out(&self.folder, self.local_now(), &dir));
        let (missing, damaged) = (Vec::new(), Vec::new());
        Ok(BackupMade { dir, head, bytes, files: 0, missing, damaged, thinned })
    }

    /// `20261116-090000` and why, the name of a copy made now.
    pub(crate) fn stamp(&self, why: &str) -> String {
        format!("{}{why}", self.local_now().format("%Y%m%d-%H%M%S"))
    }

    pub(super) fn local_now(&self) -> NaiveDateTime {
        self.setting.clock.now().naive_local()
    }

    /// The copies in the ledger's own folder, the newest first. Each is opened for its newest step only.
    pub fn backups(&self) -> Vec<BackupLine> {
        lines(&self.folder, &self.copy_keys())
    }

    /// The last copy outside, if any.
    pub fn last_outside_copy(&self) -> Result<Option<OutsideCopy>, LedgerError> {
        let note = |key| self.note(key);
        let (at, seq, place) =
            (note(notes::OUTSIDE_AT)?, note(notes::OUTSIDE_SEQ)?, note(notes::OUTSIDE_PLACE)?);
        Ok(at.and_then(|at| DateTime::parse_from_rfc3339(&at).ok()).map(|at| OutsideCopy {
            at,
            seq: seq.and_then(|seq| seq.parse().ok()).unwrap_or(0),
            place: place.unwrap_or_default(),
        }))
    }
}

/// The copies of a folder, the newest first.
pub(crate) fn lines(home: &Folder, keys: &[crate::RawKey]) -> Vec<BackupLine> {
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
fn newest(copy: &Folder, key: &crate::RawKey) -> Result<(Head, String), LedgerError> {
    let conn = connect::read_only(&copy.database(), key)?;
    let label = "SELECT label FROM journal ORDER BY seq DESC LIMIT 1";
    Ok((crate::chain::head(&conn)?, conn.query_row(label, [], |r| r.get(0))?))
}

/// The copies in `backups/` whose names say when they were made.
fn stamps(home: &Path) -> Vec<(PathBuf, Stamp)> {
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
fn thin_out(home: &Folder, now: NaiveDateTime, made: &Path) -> u64 {
    let (dirs, stamps): (Vec<PathBuf>, Vec<Stamp>) = stamps(&home.backups()).into_iter().unzip();
    let gone = thin::thin(&stamps, now);
    gone.into_iter().filter(|i| dirs[*i] != made && copy::remove(&dirs[*i]).is_ok()).count() as u64
}

/// Bytes of the files of one copy.
fn size(dir: &Path) -> u64 {
    let entries = fs::read_dir(dir).into_iter().flatten().flatten();
    entries
        .filter_map(|entry| entry.metadata().ok())
        .filter(fs::Metadata::is_file)
        .map(|meta| meta.len())
        .sum()
}

/// What went wrong, in words that fit a copy: the ledger itself is not touched by it.
fn told(error: LedgerError) -> LedgerError {
    match error {
        LedgerError::DiskFull => LedgerError::CopyNoRoom,
        LedgerError::Io(_) | LedgerError::Unwritable => LedgerError::CopyBroken,
        other => other,
    }
}

/// Whether the chain holds this step with this hash. The empty chain is in every ledger.
pub(crate) fn holds(conn: &Connection, head: &Head) -> Result<bool, LedgerError> {
    let hash = hex::decode(&head.hash).map_err(|_| LedgerError::Damaged)?;
    Ok(head.seq == 0
        || conn.prepare("SELECT 1 FROM journal WHERE seq = ?1 AND hash = ?2")?.exists((head.seq, hash))?)
}

/// `quick_check` and foreign keys; damage is an error.
pub(crate) fn verify(conn: &Connection) -> Result<(), LedgerError> {
    let answer: String = conn.query_row("PRAGMA quick_check(1)", [], |r| r.get(0))?;
    if answer == "ok" && foreign_keys_hold(conn)? { Ok(()) } else { Err(LedgerError::Damaged) }
}

pub(crate) fn foreign_keys_hold(conn: &Connection) -> Result<bool, LedgerError> {
    Ok(!conn.prepare("PRAGMA foreign_key_check")?.exists([])?)
}

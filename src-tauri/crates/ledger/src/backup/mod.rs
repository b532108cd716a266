//! Copies of the ledger: of the day, on request, and on a stick; their list, and the thinning of old ones.
//! How one copy is written is `copy`, where copies outside stand is `outside`, what goes with them `attachments`, which
//! ones stand is `listed`, which of them is the newest `order`, which ones go is `thin`, which still hold what a purge
//! erased is `held`.
//!
//! A copy of the day is made after the first change of the day, beside the running ledger: it is the state of
//! the evening before and one step more, and no step waits for it.

mod attachments;
mod bytes;
mod copy;
mod held;
mod listed;
mod model;
mod order;
mod outside;
mod thin;

pub(crate) use bytes::copy_file;
pub(crate) use copy::checked_copy;
pub use held::{DroppedCopies, HeldByCopies};
pub(crate) use listed::{lines, lines_of};
pub use model::{BackupLine, BackupMade, BackupTo, OutsideCopy};
pub(crate) use outside::new_files;

use crate::{Ledger, LedgerError, StepRow, Watch, notes};
use chrono::{DateTime, NaiveDate, NaiveDateTime};
use listed::{size, stamps, thin_out};
use std::fs;
use std::path::Path;
use thin::{CopyKind, Stamp};

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
                // Asked first: a change of keys meanwhile leaves a copy that is asked for again, never one that is taken for new.
                let key = self.key_mark();
                let made = outside::copy(self, place, name, watch).map_err(told)?;
                let at = self.setting.clock.now().to_rfc3339();
                let place = place.display().to_string();
                let seq = made.head.seq.to_string();
                self.set_notes(&[
                    (notes::OUTSIDE_AT, &at),
                    (notes::OUTSIDE_SEQ, &seq),
                    (notes::OUTSIDE_PLACE, &place),
                    (notes::OUTSIDE_KEY, &key),
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
        let today = self.setting.clock.today();
        // A copy named after a day to come tells nothing of the days before, and one that a person named nothing of any day.
        let after = |stamp: &Stamp| {
            stamp.kind != CopyKind::Named && stamp.at.date() >= day && stamp.at.date() <= today.max(day)
        };
        let copied = stamps(&self.folder.backups()).iter().any(|(_, stamp)| after(stamp));
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
        let made = self.copy_beside_others(why, watch)?;
        Ok(BackupMade { thinned: self.thin_out_own(&made.dir), ..made })
    }

    /// Takes away the own copies whose time is over, but for the one just made. Answers how many.
    fn thin_out_own(&self, made: &Path) -> u64 {
        thin_out(&self.folder, &self.copy_keys(), self.local_now(), made)
    }

    /// The same as `own_copy`, which leaves all others where they are.
    fn copy_beside_others(&self, why: &str, watch: Watch<'_>) -> Result<BackupMade, LedgerError> {
        let name = self.stamp(why);
        let total = fs::metadata(self.folder.database())?.len();
        let (dir, head) =
            copy::beside(self, &self.folder, &name, |_| Ok(()), &mut |bytes| watch(bytes.min(total), total))
                .map_err(told)?;
        let bytes = size(&dir);
        let (missing, damaged) = (Vec::new(), Vec::new());
        Ok(BackupMade { dir, head, bytes, files: 0, missing, damaged, thinned: 0 })
    }

    /// `20261116-090000` and why, the name of a copy made now.
    pub(crate) fn stamp(&self, why: &str) -> String {
        format!("{}{why}", self.local_now().format("%Y%m%d-%H%M%S"))
    }

    pub(crate) fn local_now(&self) -> NaiveDateTime {
        self.setting.clock.now().naive_local()
    }

    /// The copies in the ledger's own folder, the newest state first. Each is opened for its newest step only, and
    /// asked for those of others where its day is at odds with them.
    pub fn backups(&self) -> Vec<BackupLine> {
        lines(&self.folder, &self.copy_keys(), self.local_now())
    }

    /// The last copy outside, if any.
    pub fn last_outside_copy(&self) -> Result<Option<OutsideCopy>, LedgerError> {
        let note = |key| self.note(key);
        let (at, seq, place) =
            (note(notes::OUTSIDE_AT)?, note(notes::OUTSIDE_SEQ)?, note(notes::OUTSIDE_PLACE)?);
        let Some(at) = at.and_then(|at| DateTime::parse_from_rfc3339(&at).ok()) else { return Ok(None) };
        let seq = seq.and_then(|seq| seq.parse().ok()).unwrap_or(0);
        let old_key = match note(notes::OUTSIDE_KEY)? {
            Some(key) => key != self.key_mark(),
            // Of a copy made before this was noted its steps tell, so long as no restore has begun them anew.
            None => self.earlier_keys()?.last().is_some_and(|key| seq <= key.until),
        };
        Ok(Some(OutsideCopy { at, seq, place: place.unwrap_or_default(), old_key }))
    }
}

/// What went wrong, in words that fit a copy: the ledger itself is not touched by it.
fn told(error: LedgerError) -> LedgerError {
    match error {
        LedgerError::DiskFull => LedgerError::CopyNoRoom,
        LedgerError::Io(_) | LedgerError::Unwritable => LedgerError::CopyBroken,
        other => other,
    }
}

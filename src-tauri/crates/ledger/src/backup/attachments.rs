//! The attachments that go with a copy outside: each is read there as it will be read one day, decrypted and compared
//! with its name. A good one that lies there is kept whatever became of ours; a rotten one is replaced by ours
//! where ours is good. What a copy of the ledger itself holds is `copy`'s.

use super::bytes::copy_part;
use crate::files::{Secrets, is_content, named, read_sealed, referred};
use crate::folder::{self, Folder};
use crate::{Ledger, LedgerError};
use std::collections::BTreeSet;
use std::fs;
use std::io;
use std::path::{Path, PathBuf};

/// The attachments of one copy while they are brought to its place.
pub(super) struct Attachments {
    from: PathBuf,
    to: PathBuf,
    seen: BTreeSet<String>,
    /// how many were copied
    pub copied: u64,
    /// named by rows, and neither here nor there
    pub missing: Vec<String>,
    /// named by rows, and whole neither here nor there
    pub damaged: Vec<String>,
}

impl Attachments {
    pub fn new(ledger: &Ledger, home: &Folder) -> Self {
        let (from, to) = (ledger.folder.files(), home.files());
        Self { from, to, seen: BTreeSet::new(), copied: 0, missing: Vec::new(), damaged: Vec::new() }
    }

    /// Bytes there are to look at.
    pub fn work(&self, ledger: &Ledger) -> Result<u64, LedgerError> {
        let all = wanted(ledger, &self.from)?;
        Ok(all.all.iter().map(|name| length(&self.from.join(name)).max(length(&self.to.join(name)))).sum())
    }

    /// Brings those that were not looked at yet; `look(bytes)` may stop it.
    pub fn bring(&mut self, ledger: &Ledger, look: &mut dyn FnMut(u64) -> bool) -> Result<(), LedgerError> {
        fs::create_dir_all(&self.to)?;
        let (wanted, secrets) = (wanted(ledger, &self.from)?, Secrets::load(ledger)?);
        // A rotten one is gone over twice; the bar goes on from where it was.
        let (mut done, mut furthest) = (0, 0);
        for name in &wanted.all {
            if !self.seen.insert(name.clone()) {
                continue;
            }
            let mut tell = |bytes: u64| {
                furthest = furthest.max(done + bytes);
                look(furthest)
            };
            let (from, to) = (self.from.join(name), self.to.join(name));
            match one(&from, &to, name, &secrets, &mut tell) {
                Ok(copied) => self.copied += u64::from(copied),
                // Out of sight of every row: `ledger.check` tells of it, a reader of the copy never asks for it.
                Err(LedgerError::FileMissing | LedgerError::FileDamaged)
                    if !wanted.by_rows.contains(name) => {}
                Err(LedgerError::FileMissing) => self.missing.push(name.clone()),
                Err(LedgerError::FileDamaged) => self.damaged.push(name.clone()),
                Err(other) => return Err(other),
            }
            done += length(&from).max(length(&to));
        }
        folder::sync_dir(&self.to)
    }
}

/// What a copy should have.
struct Wanted {
    /// every file that a row names, and every one of ours that the journal names, for undo may want it; what neither names is no
    /// part of the ledger, and once erased by law it is not passed on
    all: BTreeSet<String>,
    by_rows: BTreeSet<String>,
}

fn wanted(ledger: &Ledger, from: &Path) -> Result<Wanted, LedgerError> {
    let entries = fs::read_dir(from).into_iter().flatten().flatten();
    let ours =
        entries.filter_map(|entry| entry.file_name().into_string().ok()).filter(|name| is_content(name));
    let mut all: BTreeSet<String> = ours.collect();
    let by_rows = ledger.read(|conn| {
        let by_rows = named(conn, &ledger.schema)?;
        // The whole journal is read for it: only where rows do not name them all.
        if !all.is_subset(&by_rows) {
            let known = referred(conn, &ledger.schema)?;
            all.retain(|name| known.contains(name));
        }
        Ok::<_, LedgerError>(by_rows)
    })?;
    all.extend(by_rows.iter().cloned());
    Ok(Wanted { all, by_rows })
}

/// Sees to it that one stands there whole. Whether it had to be copied.
///
/// Errors: `FileMissing` when it is in neither place, `FileDamaged` when it is whole in neither.
fn one(
    from: &Path,
    to: &Path,
    name: &str,
    secrets: &Secrets,
    look: &mut dyn FnMut(u64) -> bool,
) -> Result<bool, LedgerError> {
    let there = match sound(to, name, secrets, look) {
        Ok(()) => return Ok(false),
        Err(LedgerError::Cancelled) => return Err(LedgerError::Cancelled),
        Err(there) => there,
    };
    if !from.exists() {
        // Gone here, rotten there: of the two a person can still look for the rotten one.
        return Err(there);
    }
    let part = match copy_part(from, to, 0, look) {
        // A disk that does not give ours back any more keeps nobody from a copy of the rest.
        Err(LedgerError::Io(_)) if sound(from, name, secrets, look).is_err() => {
            return Err(LedgerError::FileDamaged);
        }
        part => part?.0,
    };
    let copied = sound(&part, name, secrets, look).and_then(|()| Ok(fs::rename(&part, to)?));
    if copied.is_err() {
        // What is not the file of this name is none.
        let _ = fs::remove_file(&part);
    }
    match copied {
        // Whole here and not as it was written there: the stick is at fault, not the ledger.
        Err(LedgerError::FileDamaged) if sound(from, name, secrets, look).is_ok() => {
            Err(LedgerError::CopyBroken)
        }
        copied => copied.map(|()| true),
    }
}

/// Reads one to its end. A place that fails while it is read is as bad as a rotten file: it may be written anew.
fn sound(
    path: &Path,
    name: &str,
    secrets: &Secrets,
    look: &mut dyn FnMut(u64) -> bool,
) -> Result<(), LedgerError> {
    match read_sealed(path, name, secrets, &mut io::sink(), look) {
        Err(LedgerError::Io(_)) => Err(LedgerError::FileDamaged),
        read => read.map(|_| ()),
    }
}

fn length(path: &Path) -> u64 {
    fs::metadata(path).map_or(0, |meta| meta.len())
}

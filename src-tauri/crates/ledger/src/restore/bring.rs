//! A ledger onto a bare laptop, from a stick or from the backups of a folder whose ledger is damaged: by
//! passphrase or by recovery sheet, the newest good copy, with its attachments. It is built beside its place
//! and renamed, so that a kill leaves a whole ledger or none.

use super::inside::{Inside, inside, turn};
use super::source::{Source, copies};
use super::ways_in::{Ways, around};
use crate::backup::{copy_file, new_files};
use crate::folder::{self, Folder};
use crate::slots::Slots;
use crate::{
    Erasures, Ledger, LedgerError, RawKey, RecoveryWords, Schema, Setting, Unlock, Watch, access, attempts,
    connect, earlier, files, open,
};
use chrono::{DateTime, FixedOffset, NaiveDateTime};
use std::fs;
use std::path::{Path, PathBuf};

/// The newest good copy of a place.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Found {
    /// what stands in it
    pub inside: Inside,
    /// newer ones that are damaged or do not open, and were passed over
    pub passed: u64,
    /// id of the person whose passphrase opened it
    pub person: Option<String>,
    /// what the newer ones and those beside it, as far as they can still be read, know to be erased by law
    pub erasures: Erasures,
}

/// A copy with the keys it was opened by.
struct Chosen {
    source: Source,
    found: Found,
    /// the key that the passphrase or the sheet gave: the ledger will have this one
    key: RawKey,
    /// the key that the file has now, an earlier one for a copy from before a change of keys
    fits: RawKey,
    /// the `keys.json` that goes with the key
    keys: Option<PathBuf>,
}

/// Looks for the newest good copy in `place`: a ledger's folder, one copy, or a stick. Nothing is written there;
/// how often a passphrase was wrong is kept in the folder `tries`, a ledger a file, as at a ledger's own door.
///
/// Errors: `NotALedger` when there is no copy; `WrongPassphrase`, `WrongKey`, `KeysMissing` when none opens;
/// `Wait` after several wrong passphrases; `Damaged` when those that open are all damaged; `Newer` where the newest that opens was
/// made by a newer program.
pub fn look(
    place: &Path,
    (schema, setting): (&Schema, &Setting),
    unlock: &Unlock,
    tries: &Path,
    watch: Watch<'_>,
) -> Result<Found, LedgerError> {
    Ok(choose(place, (schema, setting), (unlock, tries), watch)?.found)
}

/// Brings the newest good copy of `place` into `target`, a new or empty folder. `may` says whether this one is to be brought, before
/// anything is written. `finish` runs on it before it is put in its place: the step that says so belongs there, and erasing again
/// what `Found` knows to be erased.
///
/// Errors: as `look`; `FolderNotEmpty`, `DiskFull`, `Cancelled`; whatever `may` and `finish` refuse. Nothing stays then.
pub fn bring<E: From<LedgerError>>(
    place: &Path,
    target: &Path,
    (schema, setting): (&Schema, &Setting),
    (unlock, tries): (&Unlock, &Path),
    may: impl FnOnce(&Found) -> Result<(), E>,
    finish: impl FnOnce(&Ledger, &Found) -> Result<(), E>,
    watch: Watch<'_>,
) -> Result<Ledger, E> {
    let chosen = choose(place, (schema, setting), (unlock, tries), watch)?;
    may(&chosen.found)?;
    let target = std::path::absolute(target).map_err(LedgerError::from)?;
    let part = open::neighbour(&target, "bring")?;
    let (person, keys) = (chosen.found.person.clone(), [chosen.key.clone()]);
    let built = (|| {
        fill(&part, &chosen, schema, watch)?;
        let lock = part.lock()?;
        let ledger = open::open_locked(part.clone(), lock, &keys, schema, setting, person.clone())?;
        finish(&ledger, &chosen.found)?;
        drop(ledger);
        open::put(&part, &target)?;
        let folder = Folder::existing(&target)?;
        let lock = folder.lock()?;
        Ok(open::open_locked(folder, lock, &keys, schema, setting, person)?)
    })();
    if built.is_err() {
        // What cannot go now is swept by the next one.
        let _ = fs::remove_dir_all(part.path());
    }
    built
}

/// Copies everything of a ledger into `part`.
fn fill(part: &Folder, chosen: &Chosen, schema: &Schema, watch: Watch<'_>) -> Result<(), LedgerError> {
    let from = chosen.source.files();
    folder::private(&part.files())?;
    folder::private(&part.backups())?;
    let files = new_files(&from, &part.files());
    let total = chosen.source.bytes() + files.iter().map(|(_, len)| len).sum::<u64>();
    let mut look = |done: u64| watch(done.min(total), total);
    chosen.source.copy_to(&part.database(), &mut look)?;
    let mut done = chosen.source.bytes();
    for (name, _) in &files {
        done = copy_file(&from.join(name), &part.files().join(name), done, &mut look)?;
    }
    if let Some(keys) = &chosen.keys {
        folder::replace(&part.keys(), &fs::read(keys)?)?;
    }
    // The log of looks goes along where there is one: in a copy from outside, or beside a damaged ledger.
    if let Some(log) = chosen.source.log() {
        copy_file(&log, &part.access(), 0, &mut |_| true)?;
        // The newest looks of a program that was killed stand there alone.
        let wal = log.with_extension("db-wal");
        if wal.is_file() {
            copy_file(&wal, &part.access().with_extension("db-wal"), 0, &mut |_| true)?;
        }
    }
    turn(part, &chosen.fits, &chosen.key, schema)?;
    if chosen.fits != chosen.key {
        catch_up(part, chosen, schema)?;
    }
    folder::sync_dir(&part.files())?;
    folder::sync_dir(part.path())
}

/// Lets a copy from before a change of keys know what came with it: the keys by which other copies of its time open, and another
/// identity for attachments to come than the one that whoever had the key of then knows.
fn catch_up(part: &Folder, chosen: &Chosen, schema: &Schema) -> Result<(), LedgerError> {
    let slots = chosen.keys.as_deref().and_then(|path| Slots::load(path).ok());
    let keys = slots.map(|slots| slots.earlier(&chosen.key)).unwrap_or_default();
    let conn = connect::open(&part.database(), &chosen.key, schema, connect::Use::Write)?;
    earlier::learn(&conn, keys)?;
    files::renew(&conn)
}

/// Chooses the copy; guesses at a passphrase are counted, and slowed down like those at a ledger's door.
fn choose(
    place: &Path,
    (schema, setting): (&Schema, &Setting),
    (unlock, tries): (&Unlock, &Path),
    watch: Watch<'_>,
) -> Result<Chosen, LedgerError> {
    let now = setting.clock.now();
    let by_day = copies(place, &[], now.naive_local());
    if by_day.is_empty() {
        return Err(LedgerError::NotALedger);
    }
    let mut ways = Ways::new(unlock, place, &by_day);
    if !matches!(unlock, Unlock::Passphrase(_)) {
        return newest((place, now), &mut ways, (schema, setting), watch);
    }
    let path = attempts::of_copies(tries, ways.ledger().as_deref(), place);
    attempts::check(&path, now)?;
    let chosen = newest((place, now), &mut ways, (schema, setting), watch);
    match ways.opened() {
        Some(true) => attempts::right(&path),
        Some(false) => attempts::wrong(&path, now),
        None => {}
    }
    chosen
}

/// The newest good one. A day is what a clock told; which copy is the newest stands inside, once there is a key.
fn newest(
    (place, now): (&Path, DateTime<FixedOffset>),
    ways: &mut Ways<'_>,
    (schema, setting): (&Schema, &Setting),
    watch: Watch<'_>,
) -> Result<Chosen, LedgerError> {
    let copies = copies(place, &ways.keys(), now.naive_local());
    ways.sort(&copies);
    let (mut passed, mut trouble) = (Vec::new(), None);
    for dir in copies {
        match try_one(&dir, ways, (schema, setting), watch) {
            Ok(mut chosen) => {
                chosen.learn(&passed, &around(place), schema)?;
                return Ok(chosen);
            }
            // An older one in the place of one that a newer program made would lack what was done since, and nobody would know.
            Err(error @ (LedgerError::Cancelled | LedgerError::Newer { .. })) => return Err(error),
            Err(error) => {
                passed.push(dir);
                // Damage says more than a key that does not fit an older copy, and that more than nothing.
                let worse = |new: &LedgerError, old: &LedgerError| {
                    matches!(new, LedgerError::Damaged) && !matches!(old, LedgerError::Damaged)
                };
                if trouble.as_ref().is_none_or(|old| worse(&error, old)) {
                    trouble = Some(error);
                }
            }
        }
    }
    Err(trouble.unwrap_or(LedgerError::NotALedger))
}

impl Chosen {
    /// What the newer ones that were passed over, and those beside one that was asked for by itself, still tell of erasing by law. A
    /// damaged one may tell nothing.
    fn learn(&mut self, passed: &[PathBuf], beside: &[PathBuf], schema: &Schema) -> Result<(), LedgerError> {
        let keys = [self.key.clone(), self.fits.clone()];
        for dir in passed.iter().chain(beside) {
            let known = Source::at(dir).and_then(|source| {
                let key = source.fitting(&keys, schema)?;
                let conn = source.open(&key, schema)?;
                let mut known = Erasures::of(&conn)?;
                // A log that tells nothing keeps back nothing of what the journal knows.
                known.tell_looks(source.looks(&access::marked(&conn)?, &keys, schema).unwrap_or_default());
                Ok(known)
            });
            self.found.erasures.join(known.unwrap_or_default());
        }
        self.found.passed = passed.len() as u64;
        let conn = self.source.open(&self.fits, schema)?;
        self.found.inside.erased = self.found.erasures.records_in(&conn)?;
        Ok(())
    }
}

fn try_one(
    dir: &Path,
    ways: &mut Ways<'_>,
    (schema, setting): (&Schema, &Setting),
    watch: Watch<'_>,
) -> Result<Chosen, LedgerError> {
    let source = Source::at(dir)?;
    let mut trouble = LedgerError::KeysMissing;
    for way in ways.of(&source) {
        let way = match way {
            Ok(way) => way,
            Err(error) => {
                if !matches!(trouble, LedgerError::Damaged) {
                    trouble = error;
                }
                continue;
            }
        };
        let keys: Vec<RawKey> = std::iter::once(way.key.clone()).chain(way.others).collect();
        match source.fitting(&keys, schema) {
            Ok(fits) => {
                let none = Erasures::default();
                let made = (schema, &setting.ids);
                let inside = inside(&source, std::slice::from_ref(&fits), made, &none, watch)?;
                let found = Found { inside, passed: 0, person: way.person, erasures: none };
                return Ok(Chosen { source, found, key: way.key, fits, keys: way.keys });
            }
            // A slot that opened has proved the key: then the file is at fault.
            Err(LedgerError::WrongKey) if way.proved => trouble = LedgerError::Damaged,
            Err(error) if !matches!(trouble, LedgerError::Damaged) => trouble = error,
            Err(_) => {}
        }
    }
    Err(trouble)
}

/// The sheets that differ from the typed text in one character and open a copy of the place: those of the newest
/// copy that any opens, by their days: nothing else tells before one opens. Errors: `RecoveryLength`, and `NotALedger`
/// for a place without copies.
pub fn repair(place: &Path, text: &str) -> Result<Vec<String>, LedgerError> {
    let mut found = Err(LedgerError::NotALedger);
    for copy in copies(place, &[], NaiveDateTime::MAX) {
        found = RecoveryWords::repair(&copy, text);
        if !matches!(&found, Ok(none) if none.is_empty()) {
            break;
        }
    }
    found
}

//! A ledger onto a bare laptop, from a stick or from the backups of a folder whose ledger is damaged: by
//! passphrase or by recovery sheet, the newest good copy, with its attachments. It is built beside its place
//! and renamed, so that a kill leaves a whole ledger or none.

use super::{Inside, inside, source::Source};
use crate::backup::{Watch, copy_file, lines, new_files};
use crate::folder::{self, Folder};
use crate::slots::{Opened, Slots};
use crate::{Ledger, LedgerError, Passphrase, RawKey, Schema, Setting, Unlock, open};
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

/// Looks for the newest good copy in `place`: a ledger's folder, one copy, or a stick. Nothing is written.
///
/// Errors: `NotALedger` when there is no copy; `WrongPassphrase`, `WrongKey`, `KeysMissing` when none opens;
/// `Damaged` when those that open are all damaged.
pub fn look(place: &Path, schema: &Schema, unlock: &Unlock, watch: Watch<'_>) -> Result<Found, LedgerError> {
    Ok(choose(place, schema, unlock, watch)?.found)
}

/// Brings the newest good copy of `place` into `target`, a new or empty folder. `finish` runs on it before it
/// is put in its place: the step that says so belongs there.
///
/// Errors: as `look`; `FolderNotEmpty`, `DiskFull`, `Cancelled`; whatever `finish` refuses. Nothing stays then.
pub fn bring<E: From<LedgerError>>(
    place: &Path,
    target: &Path,
    (schema, setting): (&Schema, &Setting),
    unlock: &Unlock,
    finish: impl FnOnce(&Ledger, &Found) -> Result<(), E>,
    watch: Watch<'_>,
) -> Result<Ledger, E> {
    let chosen = choose(place, schema, unlock, watch)?;
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
    let around = from.parent().map(|dir| dir.join("access.db"));
    let logs = [Some(chosen.source.dir().join("access.db")), around];
    if let Some(log) = logs.into_iter().flatten().find(|log| log.is_file()) {
        copy_file(&log, &part.access(), 0, &mut |_| true)?;
    }
    super::turn(part, &chosen.fits, &chosen.key, schema)?;
    folder::sync_dir(&part.files())?;
    folder::sync_dir(part.path())
}

fn choose(place: &Path, schema: &Schema, unlock: &Unlock, watch: Watch<'_>) -> Result<Chosen, LedgerError> {
    let copies = copies(place);
    if copies.is_empty() {
        return Err(LedgerError::NotALedger);
    }
    let mut ways = Ways::new(unlock, &copies);
    let (mut passed, mut trouble) = (0, None);
    for dir in copies {
        match try_one(&dir, &mut ways, schema, watch) {
            Ok(mut chosen) => {
                chosen.found.passed = passed;
                return Ok(chosen);
            }
            Err(LedgerError::Cancelled) => return Err(LedgerError::Cancelled),
            Err(error) => {
                passed += 1;
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

fn try_one(
    dir: &Path,
    ways: &mut Ways<'_>,
    schema: &Schema,
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
                let inside = inside(&source, std::slice::from_ref(&fits), schema, watch)?;
                let found = Found { inside, passed: 0, person: way.person };
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

/// One key and where it came from.
struct Way {
    key: RawKey,
    /// earlier ones, and the one to come where a change of keys was cut off
    others: Vec<RawKey>,
    person: Option<String>,
    keys: Option<PathBuf>,
    proved: bool,
}

/// The ways in that a passphrase or a sheet opens. Guessing is costly by design, so the same `keys.json` in
/// twenty copies is tried once.
struct Ways<'a> {
    unlock: &'a Unlock,
    /// every `keys.json` of the place, the newest first
    all: Vec<PathBuf>,
    tried: Vec<(Vec<u8>, Result<Opened, LedgerError>)>,
}

impl<'a> Ways<'a> {
    fn new(unlock: &'a Unlock, copies: &[PathBuf]) -> Self {
        let all = copies.iter().map(|dir| Folder::new(dir).keys()).filter(|keys| keys.is_file()).collect();
        Self { unlock, all, tried: Vec::new() }
    }

    /// The newest `keys.json` first: it opens copies from before a change of keys too, and leaves those out who
    /// have lost their way in since. Where it is damaged, the next one. The copy's own comes last.
    fn of(&mut self, source: &Source) -> Vec<Result<Way, LedgerError>> {
        let sound = self.all.iter().position(|keys| Slots::load(keys).is_ok());
        let mut paths = self.all[..sound.map_or(0, |at| at + 1)].to_vec();
        let own = source.keys();
        if own.is_file() && !paths.contains(&own) {
            paths.push(own);
        }
        match self.unlock {
            Unlock::Key(key) => vec![Ok(self.by_key(key, paths))],
            Unlock::Recovery(words) => vec![Ok(self.by_key(words.key(), paths))],
            Unlock::Passphrase(passphrase) => {
                paths.into_iter().map(|path| self.by_passphrase(passphrase, path)).collect()
            }
        }
    }

    fn by_key(&self, key: &RawKey, paths: Vec<PathBuf>) -> Way {
        let others = paths.iter().flat_map(|path| earlier(path, key)).collect();
        let keys = paths.into_iter().next();
        Way { key: key.clone(), others, person: None, keys, proved: false }
    }

    fn by_passphrase(&mut self, passphrase: &Passphrase, path: PathBuf) -> Result<Way, LedgerError> {
        let bytes = fs::read(&path)?;
        let at = match self.tried.iter().position(|(tried, _)| *tried == bytes) {
            Some(at) => at,
            None => {
                let opened = Slots::load(&path).and_then(|slots| slots.unwrap(passphrase));
                self.tried.push((bytes, opened));
                self.tried.len() - 1
            }
        };
        let opened = match &self.tried[at].1 {
            Ok(opened) => opened,
            Err(LedgerError::WrongPassphrase) => return Err(LedgerError::WrongPassphrase),
            Err(_) => return Err(LedgerError::KeysDamaged),
        };
        let key = opened.keys.first().ok_or(LedgerError::KeysDamaged)?;
        let mut others = earlier(&path, key);
        others.extend(opened.keys.iter().skip(1).cloned());
        let person = Some(opened.person.clone());
        Ok(Way { key: key.clone(), others, person, keys: Some(path), proved: true })
    }
}

/// The earlier keys that a `keys.json` keeps for who has the present one.
fn earlier(keys: &Path, key: &RawKey) -> Vec<RawKey> {
    let slots = Slots::load(keys);
    slots.map(|slots| slots.earlier(key)).unwrap_or_default().into_iter().map(|one| one.key).collect()
}

/// Folders with a `ledger.db`, the newest state first: the place itself, its backups, and those of the folders
/// of copies in it.
fn copies(place: &Path) -> Vec<PathBuf> {
    let mut all = Vec::new();
    if Folder::existing(place).is_ok() {
        all.push(place.to_owned());
    }
    let mut homes = vec![place.to_owned()];
    let entries = fs::read_dir(place).into_iter().flatten().flatten().map(|entry| entry.path());
    homes.extend(entries.filter(|dir| dir.join("ledger-id").is_file()));
    let mut backups: Vec<_> = homes.iter().flat_map(|home| lines(&Folder::new(home), &[])).collect();
    backups.sort_by_key(|line| std::cmp::Reverse(line.at));
    all.extend(backups.into_iter().map(|line| line.dir));
    all
}

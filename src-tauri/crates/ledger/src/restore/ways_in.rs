//! The ways into a copy: which keys a passphrase or a sheet opens, by the `keys.json` files that lie among the
//! copies of a place. Which copy is taken is decided in `bring`.

use super::source::Source;
use crate::folder::Folder;
use crate::slots::{Opened, Slots};
use crate::{LedgerError, Passphrase, RawKey, Unlock};
use std::fs;
use std::path::{Path, PathBuf};

/// One key and where it came from.
pub(super) struct Way {
    pub key: RawKey,
    /// earlier ones, and the one to come where a change of keys was cut off
    pub others: Vec<RawKey>,
    pub person: Option<String>,
    pub keys: Option<PathBuf>,
    pub proved: bool,
}

/// The ways in that a passphrase or a sheet opens. Guessing is costly by design, so the same `keys.json` in
/// twenty copies is tried once.
pub(super) struct Ways<'a> {
    unlock: &'a Unlock,
    /// every `keys.json` of the place, the newest first
    all: Vec<PathBuf>,
    /// those that lie around the place where it is one copy among others, the newest first
    beside: Vec<PathBuf>,
    tried: Vec<(Vec<u8>, Result<Opened, LedgerError>)>,
}

impl<'a> Ways<'a> {
    pub fn new(unlock: &'a Unlock, place: &Path, copies: &[PathBuf]) -> Self {
        let all = copies.iter().map(|dir| Folder::new(dir).keys()).filter(|keys| keys.is_file()).collect();
        Self { unlock, all, beside: beside(place), tried: Vec::new() }
    }

    /// Puts the files in the order of these copies, the newest first.
    pub fn sort(&mut self, copies: &[PathBuf]) {
        let keys: Vec<PathBuf> = copies.iter().map(|dir| Folder::new(dir).keys()).collect();
        self.all.sort_by_key(|path| keys.iter().position(|other| other == path));
    }

    /// Keys that open copies of the place, to ask them by which of them is the newest: those that the first file gives which
    /// the passphrase opens, or the sheet's with the earlier ones of every file. None where nothing opens.
    pub fn keys(&mut self) -> Vec<RawKey> {
        let key = match self.unlock {
            Unlock::Key(key) => key,
            Unlock::Recovery(words) => words.key(),
            Unlock::Passphrase(passphrase) => {
                let opened =
                    self.all.clone().into_iter().find_map(|path| self.by_passphrase(passphrase, path).ok());
                return opened
                    .map(|way| std::iter::once(way.key).chain(way.others).collect())
                    .unwrap_or_default();
            }
        };
        let others = self.all.iter().flat_map(|path| earlier(path, key));
        std::iter::once(key.clone()).chain(others).collect()
    }

    /// Whose copies these are, as the newest sound `keys.json` says.
    pub fn ledger(&self) -> Option<String> {
        self.all.iter().find_map(|keys| Slots::load(keys).ok()).map(|slots| slots.ledger)
    }

    /// Whether the passphrase opened anything; `None` when there was nothing to try it on.
    pub fn opened(&self) -> Option<bool> {
        let wrong = |(_, tried): &(Vec<u8>, Result<Opened, LedgerError>)| {
            matches!(tried, Err(LedgerError::WrongPassphrase))
        };
        let right = self.tried.iter().any(|(_, tried)| tried.is_ok());
        (right || self.tried.iter().any(wrong)).then_some(right)
    }

    /// The newest `keys.json` first: it opens copies from before a change of keys too, and leaves those out who
    /// have lost their way in since. Where it is damaged, the next one. The copy's own comes last.
    pub fn of(&mut self, source: &Source) -> Vec<Result<Way, LedgerError>> {
        let sound = self.all.iter().position(|keys| Slots::load(keys).is_ok());
        let mut paths = self.all[..sound.map_or(0, |at| at + 1)].to_vec();
        let own = source.keys();
        if own.is_file() && !paths.contains(&own) {
            paths.push(own);
        }
        match self.unlock {
            Unlock::Key(key) => self.by_keys(key, paths),
            Unlock::Recovery(words) => self.by_keys(words.key(), paths),
            Unlock::Passphrase(passphrase) => {
                paths.into_iter().map(|path| self.by_passphrase(passphrase, path)).collect()
            }
        }
    }

    /// A key by itself, and then by what lies around the copy: a sheet printed after a change of keys opens a copy from before it
    /// by the earlier key that a later `keys.json` keeps for it.
    fn by_keys(&self, key: &RawKey, paths: Vec<PathBuf>) -> Vec<Result<Way, LedgerError>> {
        let later = self.beside.iter().filter(|path| !earlier(path, key).is_empty());
        let later = later.map(|path| self.by_key(key, vec![path.clone()]));
        std::iter::once(self.by_key(key, paths)).chain(later).map(Ok).collect()
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
            Err(LedgerError::Newer { file, program }) => {
                return Err(LedgerError::Newer { file: file.clone(), program: program.clone() });
            }
            Err(_) => return Err(LedgerError::KeysDamaged),
        };
        let key = opened.keys.first().ok_or(LedgerError::KeysDamaged)?;
        let mut others = earlier(&path, key);
        others.extend(opened.keys.iter().skip(1).cloned());
        let person = Some(opened.person.clone());
        Ok(Way { key: key.clone(), others, person, keys: Some(path), proved: true })
    }
}

/// Every `keys.json` around a copy that stands in `backups`: the ledger's own or none, then those of the other copies.
fn beside(place: &Path) -> Vec<PathBuf> {
    let dirs = around(place).into_iter();
    dirs.map(|dir| Folder::new(&dir).keys()).filter(|keys| keys.is_file()).collect()
}

/// What lies around a copy that stands in `backups`: the folder that holds these, a ledger's or not, then the other copies, by their
/// names the newest first.
pub(super) fn around(place: &Path) -> Vec<PathBuf> {
    let Some(home) = place.parent().filter(|home| home.ends_with("backups")) else { return Vec::new() };
    let entries = fs::read_dir(home).into_iter().flatten().flatten().map(|entry| entry.path());
    let mut others: Vec<PathBuf> = entries.filter(|dir| dir != place).collect();
    others.sort();
    home.parent().into_iter().map(Path::to_owned).chain(others.into_iter().rev()).collect()
}

/// The earlier keys that a `keys.json` keeps for who has the present one.
fn earlier(keys: &Path, key: &RawKey) -> Vec<RawKey> {
    let slots = Slots::load(keys);
    slots.map(|slots| slots.earlier(key)).unwrap_or_default().into_iter().map(|one| one.key).collect()
}

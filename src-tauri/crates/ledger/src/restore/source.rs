//! A copy to read from: its files, also when a person copied a running ledger by hand and part of it still
//! stands in the WAL. Nothing is written into the copy.

use crate::access::{self, ToldLook};
use crate::backup::{copy_file, lines_of};
use crate::folder::{self, Folder};
use crate::{LedgerError, RawKey, Schema, connect};
use chrono::NaiveDateTime;
use rusqlite::Connection;
use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};

/// A folder with a `ledger.db`.
pub(super) struct Source {
    folder: Folder,
    /// a private double of a copy whose WAL is not empty; gone with this
    double: Option<Double>,
}

struct Double(Folder);

impl Drop for Double {
    fn drop(&mut self) {
        // Encrypted, and in the folder for temporary files: what cannot go now is nobody's loss.
        let _ = fs::remove_dir_all(self.0.path());
    }
}

impl Source {
    pub fn at(dir: &Path) -> Result<Self, LedgerError> {
        let folder = Folder::existing(dir)?;
        let double = if wal_bytes(&folder) == 0 { None } else { Some(double_of(&folder)?) };
        Ok(Self { folder, double })
    }

    pub fn dir(&self) -> &Path {
        self.folder.path()
    }

    pub fn keys(&self) -> PathBuf {
        self.folder.keys()
    }

    /// Where its attachments lie: beside it, or beside the `backups` folder that it stands in.
    pub fn files(&self) -> PathBuf {
        files_of(self.dir())
    }

    /// The access log that belongs to it: in a copy from outside beside its database, else in the folder around the `backups` that it
    /// stands in.
    pub fn log(&self) -> Option<PathBuf> {
        let around = self.files().parent().map(|dir| dir.join("access.db"));
        [Some(self.folder.access()), around].into_iter().flatten().find(|log| log.is_file())
    }

    /// Those of the looks that its access log holds, with their hashes; none where it has no log.
    ///
    /// Errors: `WrongKey`, `Damaged`.
    pub fn looks(
        &self,
        looks: &BTreeSet<i64>,
        keys: &[RawKey],
        schema: &Schema,
    ) -> Result<BTreeSet<ToldLook>, LedgerError> {
        let Some(log) = self.log().filter(|_| !looks.is_empty()) else { return Ok(BTreeSet::new()) };
        let key = keys.iter().find(|key| connect::key_fits(&log, key)).ok_or(LedgerError::WrongKey)?;
        let wal = log.with_extension("db-wal");
        if fs::metadata(&wal).map_or(0, |meta| meta.len()) == 0 {
            return access::told(&connect::read_only(&log, key)?, looks);
        }
        // The newest looks of a program that was killed stand there alone.
        let double = double([(log.as_path(), "access.db"), (wal.as_path(), "access.db-wal")])?;
        let conn = connect::open(&double.0.access(), key, schema, connect::Use::Write)?;
        let told = access::told(&conn, looks);
        conn.close().map_err(|(_, error)| error)?;
        told
    }

    pub fn bytes(&self) -> u64 {
        fs::metadata(self.folder.database()).map_or(0, |meta| meta.len())
    }

    fn database(&self) -> PathBuf {
        self.double.as_ref().map_or_else(|| self.folder.database(), |double| double.0.database())
    }

    /// The key that opens it. What stands in the WAL is written into the double by this.
    pub fn fitting(&self, keys: &[RawKey], schema: &Schema) -> Result<RawKey, LedgerError> {
        let path = self.database();
        let key = keys.iter().find(|key| connect::key_fits(&path, key)).ok_or(LedgerError::WrongKey)?;
        if self.double.is_some() {
            connect::open(&path, key, schema, connect::Use::Write)?.close().map_err(|(_, error)| error)?;
        }
        Ok(key.clone())
    }

    pub fn open(&self, key: &RawKey, schema: &Schema) -> Result<Connection, LedgerError> {
        let conn = connect::read_only(&self.database(), key)?;
        (schema.functions)(&conn)?;
        Ok(conn)
    }

    /// Copies the database to `to`. Only after `fitting`: then no WAL is needed beside it.
    pub fn copy_to(&self, to: &Path, look: &mut dyn FnMut(u64) -> bool) -> Result<(), LedgerError> {
        copy_file(&self.database(), to, 0, look)?;
        Ok(())
    }
}

/// The folder of the attachments that belong to a copy.
pub(super) fn files_of(dir: &Path) -> PathBuf {
    let own = dir.join("files");
    let around = dir.parent().filter(|parent| parent.ends_with("backups")).and_then(Path::parent);
    match around {
        Some(around) if !own.is_dir() => around.join("files"),
        _ => own,
    }
}

fn wal(folder: &Folder) -> PathBuf {
    folder.path().join("ledger.db-wal")
}

fn wal_bytes(folder: &Folder) -> u64 {
    fs::metadata(wal(folder)).map_or(0, |meta| meta.len())
}

/// The database of a folder and its WAL.
fn double_of(of: &Folder) -> Result<Double, LedgerError> {
    let (database, wal) = (of.database(), wal(of));
    double([(database.as_path(), "ledger.db"), (wal.as_path(), "ledger.db-wal")])
}

/// A database and its WAL in a private folder, under these names.
fn double(files: [(&Path, &str); 2]) -> Result<Double, LedgerError> {
    let name = format!("gonghui-copy-{}", hex::encode(crate::keys::random::<8>()?.as_ref()));
    let double = Folder::new(&std::env::temp_dir().join(name));
    folder::private(double.path())?;
    let guard = Double(double.clone());
    for (from, name) in files {
        copy_file(from, &double.path().join(name), 0, &mut |_| true)?;
    }
    Ok(guard)
}

/// Folders with a `ledger.db`, the newest state first: the place itself, its backups, and those of the folders
/// of copies in it. Which copy holds the newer state is told for sure only with `keys` that open them.
pub(super) fn copies(place: &Path, keys: &[RawKey], now: NaiveDateTime) -> Vec<PathBuf> {
    let mut all = Vec::new();
    if Folder::existing(place).is_ok() {
        all.push(place.to_owned());
    }
    let mut homes = vec![Folder::new(place)];
    let entries = fs::read_dir(place).into_iter().flatten().flatten().map(|entry| entry.path());
    homes.extend(entries.filter(|dir| dir.join("ledger-id").is_file()).map(|dir| Folder::new(&dir)));
    all.extend(lines_of(&homes, keys, now).into_iter().map(|line| line.dir));
    all
}

//! Founding a ledger and opening one: lock, key, version, backup and migration if due, pragmas.
//! Founding builds a neighbour folder and renames it, so that a kill leaves a whole ledger or none.

use crate::connect::{self, Use};
use crate::folder::{self, Folder, Lock};
use crate::ledger::Parts;
use crate::recorder::Recorder;
use crate::slots::{Opened, Slots};
use crate::{
    Actor, BackupLine, Ledger, LedgerError, Passphrase, RawKey, RecoveryWords, Schema, Setting, attempts,
    backup, meta, migrate, ways,
};
use chrono::{DateTime, FixedOffset, NaiveDateTime};
use rusqlite::Connection;
use std::collections::BTreeMap;
use std::fs;
use std::path::Path;
use std::sync::Arc;

/// A way into a ledger.
#[derive(Debug)]
pub enum Unlock {
    /// by a person's slot
    Passphrase(Passphrase),
    /// by the recovery sheet; `keys.json` is not needed
    Recovery(RecoveryWords),
    /// by the key itself: builders in tests
    Key(RawKey),
}

impl Ledger {
    /// Founds a ledger in a new or empty folder, with the owner's slot. Returns it with its recovery words.
    pub fn create(
        dir: &Path,
        schema: &Schema,
        setting: &Setting,
        owner: &Actor,
        passphrase: &Passphrase,
    ) -> Result<(Self, RecoveryWords), LedgerError> {
        let key = RawKey::random()?;
        let mut ledger = found(dir, schema, setting, owner, &key, Some(passphrase))?;
        ledger.set_opened_by(owner);
        let words = ledger.recovery_words();
        Ok((ledger, words))
    }

    /// Founds a ledger with a given key and no slot. For builders in tests: no Argon2.
    pub fn create_with_key(
        dir: &Path,
        schema: &Schema,
        setting: &Setting,
        owner: &Actor,
        key: &RawKey,
    ) -> Result<Self, LedgerError> {
        found(dir, schema, setting, owner, key, None)
    }

    /// Opens the ledger in `dir`. Takes the same time whatever its size, unless a migration is due. Where `keys.json`
    /// is damaged, a passphrase is tried on that of the newest copy, which then takes its place.
    pub fn open(dir: &Path, schema: &Schema, setting: &Setting, unlock: Unlock) -> Result<Self, LedgerError> {
        schema.check_numbers()?;
        let folder = Folder::existing(dir)?;
        let lock = folder.lock()?;
        folder.sweep_restoring();
        let by_sheet = matches!(unlock, Unlock::Recovery(_));
        let tries = folder.attempts();
        let mut healing = None;
        // What is told where the slots that opened lie beside `keys.json` and are of no step that stands.
        let mut beside = None;
        // When a passphrase opened no slot in its place: a wrong one, unless it is of the slots beside.
        let mut guessed = None;
        let count = |guessed: Option<DateTime<FixedOffset>>| {
            if let Some(at) = guessed {
                attempts::wrong(&tries, at);
            }
        };
        let (keys, came) = match unlock {
            Unlock::Passphrase(passphrase) => {
                let now = setting.clock.now();
                attempts::check(&tries, now)?;
                let (opened, damaged) = match Slots::load(&folder.keys()) {
                    Err(LedgerError::KeysDamaged) => {
                        let healed = by_newest_copied(&folder, &passphrase, now.naive_local());
                        let opened = healed.map(|(keys, opened)| {
                            healing = Some(keys);
                            opened
                        });
                        (opened, true)
                    }
                    slots => (slots.and_then(|slots| slots.unwrap(&passphrase)), false),
                };
                if matches!(opened, Err(LedgerError::WrongPassphrase)) {
                    guessed = Some(now);
                }
                // It may be right for the file that was lost.
                let opened = opened.map_err(|error| if damaged { LedgerError::KeysDamaged } else { error });
                let opened = match opened {
                    Ok(opened) => {
                        attempts::right(&tries);
                        opened
                    }
                    Err(error) => {
                        let opened = by_slots_beside(&folder, &passphrase);
                        let Some(opened) = opened else {
                            count(guessed);
                            return Err(error);
                        };
                        beside = Some(error);
                        opened
                    }
                };
                (opened.keys.clone(), Some((opened, passphrase)))
            }
            Unlock::Recovery(words) => (vec![words.key().clone()], None),
            Unlock::Key(key) => (vec![key], None),
        };
        let person = came.as_ref().map(|(opened, _)| opened.person.clone());
        let ledger = match open_locked(folder, lock, &keys, schema, setting, person) {
            // A key from before a change of keys, or of someone who has left: the lost file would say.
            Err(LedgerError::WrongKey | LedgerError::WrongPassphrase) if healing.is_some() => {
                return Err(LedgerError::KeysDamaged);
            }
            // The slot has proved the key: if the file does not open with it, the file is at fault.
            Err(LedgerError::WrongKey) if came.is_some() => {
                count(guessed);
                return Err(beside.unwrap_or(LedgerError::Damaged));
            }
            opened => opened?,
        };
        let lay = ledger.writer.enter().and_then(|conn| ledger.keys_lie_beside(&conn))?;
        if let Some(refused) = beside {
            if !lay {
                count(guessed);
                return Err(refused);
            }
            attempts::right(&tries);
        }
        // What cannot be written now, on a full disk, is done at the next opening; nobody is kept out for it.
        if let Some(keys) = healing.filter(|_| !lay) {
            let _ = folder::replace(&ledger.folder.keys(), &keys);
        }
        let _ = ledger.settle();
        if by_sheet {
            // Whoever has the right sheet need not wait for what they tried before it.
            attempts::right(&tries);
        }
        // Who came by a slot that another has taken the place of just now is known by that one.
        if let Some((opened, passphrase)) = came.as_ref().filter(|_| !lay) {
            let _ = ledger.welcome(opened, passphrase);
        }
        Ok(ledger)
    }
}

/// What a passphrase opens of the slots that a step has left beside `keys.json`. Whether the step stands, the ledger says.
fn by_slots_beside(folder: &Folder, passphrase: &Passphrase) -> Option<Opened> {
    Slots::load(&folder::beside(&folder.keys())).ok()?.unwrap(passphrase).ok()
}

/// The `keys.json` of the newest copy that has a sound one, as bytes and opened. No older one: it would open to who
/// has lost their way in since. Which copy is the newest stands inside the copies: those whose file the passphrase opens
/// give the keys to ask by, and then it counts only where it opens the newest one's.
///
/// Errors: `KeysDamaged` when no copy has a sound one; `WrongPassphrase`.
fn by_newest_copied(
    folder: &Folder,
    passphrase: &Passphrase,
    now: NaiveDateTime,
) -> Result<(Vec<u8>, Opened), LedgerError> {
    let sound = |line: &BackupLine| {
        let path = Folder::new(&line.dir).keys();
        Some((fs::read(&path).ok()?, Slots::load(&path).ok()?))
    };
    // Guessing is costly by design, so the same file in twenty copies is tried once.
    let (mut tried, mut keys) = (BTreeMap::new(), Vec::new());
    for (bytes, slots) in backup::lines(folder, &[], now).iter().filter_map(sound) {
        if tried.contains_key(&bytes) {
            continue;
        }
        let opened = slots.unwrap(passphrase);
        for key in opened.iter().flat_map(|opened| &opened.keys) {
            keys.push(key.clone());
            keys.extend(slots.earlier(key).into_iter().map(|earlier| earlier.key));
        }
        tried.insert(bytes, opened);
    }
    let (newest, _) =
        backup::lines(folder, &keys, now).iter().find_map(sound).ok_or(LedgerError::KeysDamaged)?;
    let opened = tried.remove(&newest).ok_or(LedgerError::KeysDamaged)??;
    Ok((newest, opened))
}

pub(crate) fn open_locked(
    folder: Folder,
    lock: Lock,
    keys: &[RawKey],
    schema: &Schema,
    setting: &Setting,
    opened_by: Option<String>,
) -> Result<Ledger, LedgerError> {
    survive_size_limits();
    // SQLite takes an empty file for a new one and would write into it.
    if std::fs::metadata(folder.database()).is_ok_and(|file| file.len() == 0) {
        return Err(LedgerError::Damaged);
    }
    let (conn, key) = fitting(&folder, keys, schema)?;
    if let Some(person) = &opened_by
        && ways::is_gone(&conn, person)?
    {
        // A copy of a slot that was taken away.
        return Err(LedgerError::WrongPassphrase);
    }
    let recorder = Recorder::new(setting.ids.clone());
    recorder.attach(&conn)?;
    if migrate::is_due(&conn, schema)? {
        let by = Actor { id: opened_by.clone().unwrap_or_default(), name: "程序".into() };
        migrate::existing(&conn, &folder, &key, schema, (setting, &recorder), &by)?;
    }
    let ledger_id = meta::read(&conn, "id")?.ok_or(LedgerError::NotALedger)?;
    let head = crate::chain::head(&conn)?;
    setting.ids.rewind(head.seq.unsigned_abs() * 2 + 1);
    let (schema, setting) = (*schema, setting.clone());
    let parts = Parts { conn, recorder, setting, schema, folder, key, ledger_id, opened_by, lock };
    let ledger = Ledger::assemble(parts);
    // What cannot be written now, on a full disk, is done at the next opening.
    let _ = ledger.finish_erasing();
    Ok(ledger)
}

/// Opens the file with whichever key it has: while a re-key is unfinished there are two.
fn fitting(folder: &Folder, keys: &[RawKey], schema: &Schema) -> Result<(Connection, RawKey), LedgerError> {
    for key in keys {
        match connect::open(&folder.database(), key, schema, Use::Write) {
            Err(LedgerError::WrongKey) => {}
            opened => return Ok((opened?, key.clone())),
        }
    }
    Err(LedgerError::WrongKey)
}

fn found(
    dir: &Path,
    schema: &Schema,
    setting: &Setting,
    owner: &Actor,
    key: &RawKey,
    passphrase: Option<&Passphrase>,
) -> Result<Ledger, LedgerError> {
    schema.check_numbers()?;
    survive_size_limits();
    let dir = std::path::absolute(dir)?;
    let part = neighbour(&dir, "new")?;
    let built = build(&part, schema, setting, owner, key, passphrase).and_then(|lock| {
        // Windows renames no folder with an open file in it.
        let lock = (!cfg!(windows)).then_some(lock);
        put(&part, &dir)?;
        Ok(lock)
    });
    let lock = built.inspect_err(|_| {
        // Whatever cannot be removed now is swept by the next founding.
        let _ = fs::remove_dir_all(part.path());
    })?;
    let folder = Folder::existing(&dir)?;
    let lock = lock.map_or_else(|| folder.lock(), Ok)?;
    open_locked(folder, lock, std::slice::from_ref(key), schema, setting, None)
}

/// A private folder beside `dir`, which must be new or empty, to build a ledger in. What killed ones left is
/// swept. `act` tells the neighbours of different acts apart.
pub(crate) fn neighbour(dir: &Path, act: &str) -> Result<Folder, LedgerError> {
    let stands = dir.symlink_metadata().is_ok();
    if stands && fs::read_dir(dir).map_or(true, |mut entries| entries.next().is_some()) {
        return Err(LedgerError::FolderNotEmpty);
    }
    let (Some(parent), Some(name)) = (dir.parent(), dir.file_name()) else {
        return Err(LedgerError::FolderNotEmpty);
    };
    fs::create_dir_all(parent)?;
    let prefix = format!(".{}.{act}-", name.to_string_lossy());
    sweep(parent, &prefix);
    let part =
        Folder::new(&parent.join(format!("{prefix}{}", hex::encode(crate::keys::random::<8>()?.as_ref()))));
    folder::private(part.path())?;
    Ok(part)
}

/// Puts what was built in the neighbour into its place.
pub(crate) fn put(part: &Folder, dir: &Path) -> Result<(), LedgerError> {
    if dir.symlink_metadata().is_ok() {
        fs::remove_dir(dir).map_err(|_| LedgerError::FolderNotEmpty)?;
    }
    fs::rename(part.path(), dir)?;
    dir.parent().map_or(Ok(()), folder::sync_dir)
}

/// Makes everything a ledger holds inside `part` and closes it. Returns the lock, still held.
fn build(
    part: &Folder,
    schema: &Schema,
    setting: &Setting,
    owner: &Actor,
    key: &RawKey,
    passphrase: Option<&Passphrase>,
) -> Result<Lock, LedgerError> {
    let lock = part.lock()?;
    let conn = connect::open(&part.database(), key, schema, Use::Create)?;
    let recorder = Recorder::new(setting.ids.clone());
    recorder.attach(&conn)?;
    let ledger_id = migrate::first(&conn, schema, (setting, &recorder), owner)?;
    if let Some(passphrase) = passphrase {
        let mut slots = Slots::new(&ledger_id);
        let public = slots.put(&owner.id, setting.kdf, passphrase, key)?;
        ways::keep_public(&conn, &owner.id, &public)?;
        slots.save(&part.keys())?;
    }
    conn.close().map_err(|(_, error)| error)?;
    folder::private(&part.files())?;
    folder::private(&part.backups())?;
    folder::sync_dir(part.path())?;
    Ok(lock)
}

/// Removes what a killed founding left; one still at work holds its lock.
fn sweep(parent: &Path, prefix: &str) {
    let Ok(entries) = fs::read_dir(parent) else { return };
    for entry in entries.flatten() {
        if entry.file_name().to_string_lossy().starts_with(prefix) {
            let left = Folder::new(&entry.path());
            if left.lock().is_ok() {
                let _ = fs::remove_dir_all(left.path());
            }
        }
    }
}

/// A file size limit (`ulimit -f`) ends the process by default, in the middle of a write. Handled, the write
/// fails with an error instead, which becomes a clear sentence.
fn survive_size_limits() {
    #[cfg(unix)]
    {
        static ONCE: std::sync::Once = std::sync::Once::new();
        ONCE.call_once(|| {
            // Where it cannot be registered the process keeps the system's own behaviour.
            let _ = signal_hook::flag::register(signal_hook::consts::SIGXFSZ, Arc::default());
        });
    }
}

//! The ways into an open ledger: who has a slot, giving one, taking one away, another passphrase. Taking a
//! slot away shuts nobody out who kept a copy of `keys.json`: only a re-key does, which stands in `rekey`.

use crate::slots::{Opened, Slots};
use crate::{Actor, Finality, Ledger, LedgerError, Op, Passphrase, Tx, attempts, folder, meta};
use rusqlite::Connection;
use sha2::{Digest, Sha256};
use std::collections::BTreeMap;
use std::fs;

/// In place of the public key of a person whose slot was taken away: a copy of the slot brings nobody back.
const GONE: &str = "gone";

/// The note of which `keys.json` the last step left that wrote one.
const DUE: &str = "keys.due";

/// Keeps in mind, within a step, which `keys.json` is to take its place once the step stands.
pub(crate) fn keep_due(conn: &Connection, text: &[u8]) -> Result<(), LedgerError> {
    meta::keep(conn, DUE, &mark(text))
}

fn mark(text: &[u8]) -> String {
    hex::encode(Sha256::new_with_prefix(b"gonghui keys due\n").chain_update(text).finalize())
}

/// The public keys that the encrypted file itself knows, by person.
pub(crate) fn publics(conn: &Connection) -> Result<BTreeMap<String, String>, LedgerError> {
    let mut statement = conn
        .prepare("SELECT substr(key, 6), value FROM ledger_meta WHERE key LIKE 'slot.%' AND value <> ?1")?;
    let found = statement.query_map([GONE], |r| Ok((r.get(0)?, r.get(1)?)))?;
    Ok(found.collect::<Result<_, _>>()?)
}

/// Keeps a person's public key inside the encrypted file.
pub(crate) fn keep_public(conn: &Connection, person: &str, public: &str) -> Result<(), LedgerError> {
    meta::keep(conn, &format!("slot.{person}"), public)
}

/// Forgets a person's public key, and remembers that their slot was taken away.
pub(crate) fn forget_public(conn: &Connection, person: &str) -> Result<(), LedgerError> {
    keep_public(conn, person, GONE)
}

/// Whether the slot of this person was taken away.
pub(crate) fn is_gone(conn: &Connection, person: &str) -> Result<bool, LedgerError> {
    Ok(meta::read(conn, &format!("slot.{person}"))?.as_deref() == Some(GONE))
}

impl Ledger {
    /// Ids of the people who have a slot in `keys.json`; none when the file is gone or damaged.
    pub fn people_with_slots(&self) -> Result<Vec<String>, LedgerError> {
        match Slots::load(&self.folder.keys()) {
            Ok(slots) => Ok(slots.people()),
            Err(LedgerError::KeysMissing | LedgerError::KeysDamaged) => Ok(Vec::new()),
            Err(error) => Err(error),
        }
    }

    /// Whether the `keys.json` of a step that stands still lies beside its place: a kill came between the two.
    pub(crate) fn keys_lie_beside(&self, conn: &Connection) -> Result<bool, LedgerError> {
        let Ok(text) = fs::read(folder::beside(&self.folder.keys())) else { return Ok(false) };
        Ok(meta::read(conn, DUE)?.is_some_and(|due| due == mark(&text)))
    }

    /// Lets it take its place; one of a step that does not stand goes.
    pub(crate) fn place_keys(&self, conn: &Connection) -> Result<(), LedgerError> {
        let path = self.folder.keys();
        if self.keys_lie_beside(conn)? {
            return folder::take_place(&path);
        }
        folder::forget_beside(&path);
        Ok(())
    }

    /// Gives a person a slot of their own, or a new passphrase in it; also after `keys.json` was lost.
    pub fn put_slot(
        &self,
        person: &Actor,
        passphrase: &Passphrase,
        actor: &Actor,
    ) -> Result<(), LedgerError> {
        let op =
            Op { code: "ledger.putSlot".into(), label: "设置口令".into(), finality: Finality::Final };
        self.step(&op, actor, |tx| self.put_slot_in(tx, &person.id, passphrase))?;
        Ok(())
    }

    /// The same within a step of the caller's, which must be final.
    pub fn put_slot_in(&self, tx: &Tx<'_>, person: &str, passphrase: &Passphrase) -> Result<(), LedgerError> {
        let key = self.key();
        let mut slots = match tx.slots() {
            Some(slots) => slots,
            None => {
                self.place_keys(tx)?;
                Slots::load_or_new(&self.folder.keys(), self.id())?
            }
        };
        if slots.people().is_empty() {
            slots.keep_earlier(&crate::earlier::earlier(tx)?, &key)?;
        }
        let public = slots.put(person, self.setting.kdf, passphrase, &key)?;
        keep_public(tx, person, &public)?;
        tx.keep_slots(slots)
    }

    /// Takes a person's slot away. Whoever kept a copy of `keys.json` still opens the ledger with it until the
    /// next re-key. That the last chair keeps a way in is for the floors above.
    pub fn remove_slot(&self, person: &Actor, actor: &Actor) -> Result<(), LedgerError> {
        let op =
            Op { code: "ledger.removeSlot".into(), label: "收回口令".into(), finality: Finality::Final };
        self.step(&op, actor, |tx| self.remove_slot_in(tx, &person.id))?;
        Ok(())
    }

    /// The same within a step of the caller's, which must be final.
    pub fn remove_slot_in(&self, tx: &Tx<'_>, person: &str) -> Result<(), LedgerError> {
        forget_public(tx, person)?;
        let mut slots = self.slots_in(tx)?;
        if slots.people() == [person] {
            return Err(LedgerError::NoSlotLeft);
        }
        if slots.remove(person) { tx.keep_slots(slots) } else { Ok(()) }
    }

    /// `keys.json` as the step has it so far.
    fn slots_in(&self, tx: &Tx<'_>) -> Result<Slots, LedgerError> {
        if let Some(slots) = tx.slots() {
            return Ok(slots);
        }
        self.place_keys(tx)?;
        Slots::load(&self.folder.keys())
    }

    /// Another passphrase for a person's own slot. Errors: `WrongPassphrase` when the old one does not open it.
    pub fn change_passphrase(
        &self,
        person: &Actor,
        old: &Passphrase,
        new: &Passphrase,
    ) -> Result<(), LedgerError> {
        let op = Op {
            code: "ledger.changePassphrase".into(),
            label: "更换口令".into(),
            finality: Finality::Final,
        };
        let (tries, now) = (self.folder.attempts(), self.setting.clock.now());
        attempts::check(&tries, now)?;
        self.step(&op, person, |tx| {
            let mut slots = self.slots_in(tx)?;
            let Some(public) = slots.rewrap(&person.id, self.setting.kdf, (old, new))? else {
                // Guessed at an open desk it is as slow as at the door.
                attempts::wrong(&tries, now);
                return Err(LedgerError::WrongPassphrase);
            };
            attempts::right(&tries);
            keep_public(tx, &person.id, &public)?;
            tx.keep_slots(slots)
        })?;
        Ok(())
    }

    /// After opening by a passphrase: a slot of version 1 becomes one of today's, and the ledger learns the
    /// public key of whoever came.
    pub(crate) fn welcome(&self, came: &Opened, passphrase: &Passphrase) -> Result<(), LedgerError> {
        let conn = self.writer.enter()?;
        let known = publics(&conn)?.remove(&came.person);
        match &came.public {
            Some(public) if known.as_ref() == Some(public) => Ok(()),
            Some(public) => keep_public(&conn, &came.person, public),
            None => {
                let path = self.folder.keys();
                let mut slots = Slots::load(&path)?;
                let public = slots.put(&came.person, self.setting.kdf, passphrase, &self.key())?;
                slots.save(&path)?;
                keep_public(&conn, &came.person, &public)
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::slots::tests::version_1;
    use crate::{FixedClock, Kdf, RawKey, Schema, SeededIds, Setting, Unlock, shanghai};
    use chrono::TimeZone;
    use std::sync::Arc;

    const EMPTY: Schema = Schema::EMPTY;

    #[test]
    fn slots_of_version_1_open_become_new_and_are_dropped_by_a_re_key_when_nobody_came() {
        let home = tempfile::TempDir::new().unwrap();
        let now = shanghai().with_ymd_and_hms(2026, 11, 16, 9, 0, 0).unwrap();
        let setting =
            Setting { clock: Arc::new(FixedClock(now)), ids: Arc::new(SeededIds::new(1)), kdf: Kdf::quick() };
        let chair = Actor { id: "chair".into(), name: "主席".into() };
        let (dir, key) = (home.path().join("l"), RawKey::from_bytes([3; 32]));
        let ledger = Ledger::create_with_key(&dir, &EMPTY, &setting, &chair, &key).unwrap();
        let file = version_1(ledger.id(), &[("chair", "一句话"), ("officer", "另一句")], &key);
        drop(ledger);
        std::fs::write(dir.join("keys.json"), file).unwrap();
        let open = |pass: &str| {
            let passphrase = Unlock::Passphrase(Passphrase::new(pass));
            Ledger::open(&dir, &EMPTY, &setting, passphrase)
        };
        let ledger = open("一句话").unwrap();
        let op = Op { code: "test.rekey".into(), label: "换密钥".into(), finality: Finality::Final };
        let rekeyed = ledger.rekey(&op, &chair, &mut |_, _| true).unwrap();
        assert_eq!(rekeyed.dropped, ["officer"], "whoever never came cannot be reached, and is named");
        drop(ledger);
        assert_eq!(open("另一句").unwrap_err().code(), "ledger.wrongPassphrase");
        assert_eq!(open("一句话").unwrap().opened_by(), Some("chair"));
    }
}

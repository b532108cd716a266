//! `keys.json`: one slot a person, each holding the ledger's key wrapped by that person's passphrase.
//! The file is replaced whole or not at all. The key itself, and how costly guessing is, stand in `keys`.

use crate::{Kdf, LedgerError, Passphrase, RawKey, folder, keys};
use chacha20poly1305::{KeyInit, XChaCha20Poly1305, XNonce, aead::Aead, aead::Payload};
use serde::{Deserialize, Serialize};
use std::{fs, io, path::Path};
use zeroize::Zeroizing;

const VERSION: u32 = 1;

/// The whole file.
#[derive(Debug, Serialize, Deserialize)]
pub(crate) struct Slots {
    version: u32,
    pub ledger: String,
    slots: Vec<Slot>,
}

#[derive(Debug, Serialize, Deserialize)]
struct Slot {
    /// id of the person; no name stands in this file
    person: String,
    kdf: Kdf,
    salt: String,
    nonce: String,
    wrapped: String,
}

impl Slots {
    pub fn new(ledger: &str) -> Self {
        Self { version: VERSION, ledger: ledger.to_owned(), slots: Vec::new() }
    }

    pub fn load(path: &Path) -> Result<Self, LedgerError> {
        let bytes = match fs::read(path) {
            Err(e) if e.kind() == io::ErrorKind::NotFound => return Err(LedgerError::KeysMissing),
            read => read?,
        };
        let slots: Self = serde_json::from_slice(&bytes).map_err(|_| LedgerError::KeysDamaged)?;
        if slots.version > VERSION {
            return Err(LedgerError::Newer {
                file: format!("keys {}", slots.version),
                program: format!("keys {VERSION}"),
            });
        }
        if slots.slots.is_empty() {
            return Err(LedgerError::KeysDamaged);
        }
        Ok(slots)
    }

    pub fn save(&self, path: &Path) -> Result<(), LedgerError> {
        let text = serde_json::to_vec_pretty(self).map_err(|e| LedgerError::Io(e.into()))?;
        folder::replace(path, &text)
    }

    /// Gives the person a slot, in place of the one they had.
    pub fn put(
        &mut self,
        person: &str,
        kdf: Kdf,
        pass: &Passphrase,
        key: &RawKey,
    ) -> Result<(), LedgerError> {
        let salt = keys::random::<16>()?;
        let nonce = keys::random::<24>()?;
        let cipher = cipher(kdf, pass, salt.as_ref())?;
        let bound = bound(person, &self.ledger);
        let wrapped = cipher
            .encrypt(XNonce::from_slice(nonce.as_ref()), Payload { msg: key.bytes(), aad: &bound })
            .map_err(|_| LedgerError::KeysDamaged)?;
        self.slots.retain(|slot| slot.person != person);
        self.slots.push(Slot {
            person: person.to_owned(),
            kdf,
            salt: hex::encode(salt.as_ref()),
            nonce: hex::encode(nonce.as_ref()),
            wrapped: hex::encode(wrapped),
        });
        Ok(())
    }

    /// The key and the person whose slot this passphrase opens.
    pub fn unwrap(&self, pass: &Passphrase) -> Result<(RawKey, String), LedgerError> {
        let mut damaged = 0;
        for slot in &self.slots {
            match slot.unwrap(pass, &self.ledger) {
                Ok(Some(key)) => return Ok((key, slot.person.clone())),
                Ok(None) => {}
                Err(_) => damaged += 1,
            }
        }
        Err(if damaged == self.slots.len() { LedgerError::KeysDamaged } else { LedgerError::WrongPassphrase })
    }
}

impl Slot {
    /// `None` when the passphrase does not fit.
    fn unwrap(&self, pass: &Passphrase, ledger: &str) -> Result<Option<RawKey>, LedgerError> {
        let part = |text: &str| hex::decode(text).map_err(|_| LedgerError::KeysDamaged);
        let (salt, nonce, wrapped) = (part(&self.salt)?, part(&self.nonce)?, part(&self.wrapped)?);
        if salt.len() != 16 || nonce.len() != 24 || wrapped.len() != 48 || !self.kdf.is_sane() {
            return Err(LedgerError::KeysDamaged);
        }
        let bound = bound(&self.person, ledger);
        let opened = cipher(self.kdf, pass, &salt)?
            .decrypt(XNonce::from_slice(&nonce), Payload { msg: &wrapped, aad: &bound });
        let Ok(opened) = opened.map(Zeroizing::new) else { return Ok(None) };
        let bytes =
            Zeroizing::new(<[u8; 32]>::try_from(opened.as_slice()).map_err(|_| LedgerError::KeysDamaged)?);
        Ok(Some(RawKey::from_bytes(*bytes)))
    }
}

fn cipher(kdf: Kdf, pass: &Passphrase, salt: &[u8]) -> Result<XChaCha20Poly1305, LedgerError> {
    let key = kdf.derive(pass, salt)?;
    Ok(XChaCha20Poly1305::new(chacha20poly1305::Key::from_slice(key.as_ref())))
}

/// A slot belongs to one person and one ledger; moved elsewhere it does not open.
fn bound(person: &str, ledger: &str) -> Vec<u8> {
    format!("gonghui slot {VERSION}\n{}\n{person}\n{ledger}", person.len()).into_bytes()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn slots(key: &RawKey) -> Slots {
        let mut slots = Slots::new("ledger-1");
        slots.put("chair", Kdf::quick(), &Passphrase::new("一句话"), key).unwrap();
        slots
    }

    #[test]
    fn a_slot_opens_with_its_passphrase_only() {
        let key = RawKey::from_bytes([7; 32]);
        let mut slots = slots(&key);
        slots.put("officer", Kdf::quick(), &Passphrase::new("另一句"), &key).unwrap();
        assert_eq!(slots.unwrap(&Passphrase::new("一句话")).unwrap(), (key.clone(), "chair".into()));
        assert_eq!(slots.unwrap(&Passphrase::new("另一句")).unwrap(), (key, "officer".into()));
        assert_eq!(slots.unwrap(&Passphrase::new("猜的")).unwrap_err().code(), "ledger.wrongPassphrase");
    }

    #[test]
    fn a_slot_moved_to_another_ledger_or_person_does_not_open() {
        let key = RawKey::from_bytes([7; 32]);
        let mut moved = slots(&key);
        moved.ledger = "ledger-2".into();
        assert!(moved.unwrap(&Passphrase::new("一句话")).is_err());
        let mut renamed = slots(&key);
        renamed.slots[0].person = "officer".into();
        assert!(renamed.unwrap(&Passphrase::new("一句话")).is_err());
    }

    #[test]
    fn damage_is_told_from_a_wrong_passphrase() {
        let mut slots = slots(&RawKey::from_bytes([7; 32]));
        slots.slots[0].kdf.memory_kib = u32::MAX;
        assert_eq!(slots.unwrap(&Passphrase::new("一句话")).unwrap_err().code(), "ledger.keysDamaged");
    }

    #[test]
    fn nothing_shows_a_key() {
        let key = RawKey::from_bytes([0xAB; 32]);
        let text = format!("{key:?} {:?} {:?}", slots(&key), Passphrase::new("一句话"));
        for secret in ["abababab", "ABABABAB", "171, 171", "一句话"] {
            assert!(!text.contains(secret), "{secret} stands in {text}");
        }
    }
}

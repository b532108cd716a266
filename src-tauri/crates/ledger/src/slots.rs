//! `keys.json`: one slot a person, each with a key pair whose secret half is wrapped by that person's
//! passphrase and to whose public half the ledger's key is sealed; and the earlier keys of old backups.
//! The file is replaced whole or not at all. How a re-key uses it stands in `rekey`; the key itself and how
//! costly guessing is, in `keys`; how damage to the file is known, in `sum`.

use crate::keys::{self, EarlierKey};
use crate::{Kdf, LedgerError, Passphrase, RawKey, folder};
use chacha20poly1305::{KeyInit, XChaCha20Poly1305, XNonce, aead::Aead, aead::Payload};
use crypto_box::{PublicKey, SecretKey};
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;
use std::{fs, io, path::Path};
use zeroize::Zeroizing;

mod sum;

const VERSION: u32 = 2;

/// The whole file.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub(crate) struct Slots {
    version: u32,
    pub ledger: String,
    slots: Vec<Slot>,
    /// while a re-key runs: the mark of the key that is to come
    #[serde(default, skip_serializing_if = "Option::is_none")]
    next: Option<String>,
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    earlier: Vec<Earlier>,
    /// over all the rest; a file of an earlier release has none until it is saved
    #[serde(default, skip_serializing_if = "Option::is_none")]
    sum: Option<String>,
}

#[derive(Debug, Clone, Serialize, Deserialize)]
struct Slot {
    /// id of the person; no name stands in this file
    person: String,
    kdf: Kdf,
    salt: String,
    nonce: String,
    #[serde(flatten)]
    holds: Holds,
}

/// What a slot holds, by version of the file that it was written in.
#[derive(Debug, Clone, Serialize, Deserialize)]
#[serde(untagged)]
enum Holds {
    Pair {
        /// the person's secret, wrapped by the passphrase
        secret: String,
        /// the ledger's key, sealed to the person's public key
        sealed: String,
        /// while a re-key runs: the key that is to come, sealed in the same way
        #[serde(default, skip_serializing_if = "Option::is_none")]
        next: Option<String>,
    },
    /// Version 1: the ledger's key itself, wrapped by the passphrase.
    Key { wrapped: String },
}

/// A key that the ledger had once, wrapped by the one it has now.
#[derive(Debug, Clone, Serialize, Deserialize)]
struct Earlier {
    until: i64,
    nonce: String,
    wrapped: String,
}

/// What a passphrase opened.
pub(crate) struct Opened {
    pub person: String,
    /// the person's public key; `None` for a slot of version 1
    pub public: Option<String>,
    /// the key, and the one that is to come while a re-key runs: one of them fits the file
    pub keys: Vec<RawKey>,
}

impl Slots {
    pub fn new(ledger: &str) -> Self {
        Self {
            version: VERSION,
            ledger: ledger.to_owned(),
            slots: Vec::new(),
            next: None,
            earlier: Vec::new(),
            sum: None,
        }
    }

    pub fn load(path: &Path) -> Result<Self, LedgerError> {
        let bytes = match fs::read(path) {
            Err(e) if e.kind() == io::ErrorKind::NotFound => return Err(LedgerError::KeysMissing),
            read => read?,
        };
        let mut found: serde_json::Value =
            serde_json::from_slice(&bytes).map_err(|_| LedgerError::KeysDamaged)?;
        // First of all: a version that decay wrote must not read as a newer program's.
        if !sum::holds(&mut found) {
            return Err(LedgerError::KeysDamaged);
        }
        let version = found.get("version").and_then(serde_json::Value::as_u64).unwrap_or(0);
        if version > u64::from(VERSION) {
            return Err(LedgerError::Newer {
                file: format!("keys {version}"),
                program: format!("keys {VERSION}"),
            });
        }
        let slots: Self = serde_json::from_value(found).map_err(|_| LedgerError::KeysDamaged)?;
        if slots.slots.is_empty() {
            return Err(LedgerError::KeysDamaged);
        }
        Ok(slots)
    }

    /// The file, or a new one where it is gone or cannot be read.
    pub fn load_or_new(path: &Path, ledger: &str) -> Result<Self, LedgerError> {
        match Self::load(path) {
            Err(LedgerError::KeysMissing | LedgerError::KeysDamaged) => Ok(Self::new(ledger)),
            loaded => loaded,
        }
    }

    pub fn save(&mut self, path: &Path) -> Result<(), LedgerError> {
        folder::replace(path, &self.text()?)
    }

    /// Writes the file beside its place, which it takes when that is asked for. Returns its bytes.
    pub fn save_beside(&mut self, path: &Path) -> Result<Vec<u8>, LedgerError> {
        let text = self.text()?;
        folder::write_beside(path, &text)?;
        Ok(text)
    }

    fn text(&mut self) -> Result<Vec<u8>, LedgerError> {
        self.version = VERSION;
        self.sum = None;
        let file = serde_json::to_value(&*self).map_err(|e| LedgerError::Io(e.into()))?;
        self.sum = Some(sum::of(&file));
        serde_json::to_vec_pretty(self).map_err(|e| LedgerError::Io(e.into()))
    }

    /// Ids of the people who have a slot.
    pub fn people(&self) -> Vec<String> {
        self.slots.iter().map(|slot| slot.person.clone()).collect()
    }

    /// Refuses a passphrase that opens another person's slot: whoever gave it would be taken for them.
    fn check_own(&self, person: &str, pass: &Passphrase) -> Result<(), LedgerError> {
        let others = self.slots.iter().filter(|slot| slot.person != person);
        let taken = others.into_iter().any(|slot| matches!(slot.open(pass, &self.ledger), Ok(Some(_))));
        if taken { Err(LedgerError::PassphraseTaken) } else { Ok(()) }
    }

    /// Gives the person a slot, in place of the one they had. Returns the public key.
    ///
    /// Errors: `PassphraseTaken`.
    pub fn put(
        &mut self,
        person: &str,
        kdf: Kdf,
        pass: &Passphrase,
        key: &RawKey,
    ) -> Result<String, LedgerError> {
        self.check_own(person, pass)?;
        let secret = SecretKey::from_bytes(*keys::random::<32>()?);
        let mut slot = Slot::wrapping(person, &self.ledger, kdf, pass, &secret)?;
        slot.seal(&secret.public_key(), key, false)?;
        self.slots.retain(|slot| slot.person != person);
        self.slots.push(slot);
        Ok(hex::encode(secret.public_key().as_bytes()))
    }

    /// Takes a person's slot away. Whether there was one.
    pub fn remove(&mut self, person: &str) -> bool {
        let before = self.slots.len();
        self.slots.retain(|slot| slot.person != person);
        self.slots.len() < before
    }

    /// Wraps the person's secret by another passphrase; the pair stays the same. Returns the public key, or
    /// `None` when the old passphrase does not open this person's slot.
    ///
    /// Errors: `PassphraseTaken`.
    pub fn rewrap(
        &mut self,
        person: &str,
        kdf: Kdf,
        (old, new): (&Passphrase, &Passphrase),
    ) -> Result<Option<String>, LedgerError> {
        let ledger = self.ledger.clone();
        let Some(slot) = self.slots.iter().find(|slot| slot.person == person) else { return Ok(None) };
        let Some(opened) = slot.open(old, &ledger)? else { return Ok(None) };
        let Inside::Secret(secret) = opened else { return Err(LedgerError::KeysDamaged) };
        self.check_own(person, new)?;
        let Some(slot) = self.slots.iter_mut().find(|slot| slot.person == person) else { return Ok(None) };
        let Slot { salt, nonce, kdf, holds: Holds::Pair { secret: wrapped, .. }, .. } =
            Slot::wrapping(person, &ledger, kdf, new, &secret)?
        else {
            return Err(LedgerError::KeysDamaged);
        };
        (slot.salt, slot.nonce, slot.kdf) = (salt, nonce, kdf);
        if let Holds::Pair { secret, .. } = &mut slot.holds {
            *secret = wrapped;
        }
        Ok(Some(hex::encode(secret.public_key().as_bytes())))
    }

    /// What this passphrase opens.
    pub fn unwrap(&self, pass: &Passphrase) -> Result<Opened, LedgerError> {
        let mut damaged = 0;
        for slot in &self.slots {
            match slot.open(pass, &self.ledger) {
                Ok(None) => {}
                Err(_) => damaged += 1,
                Ok(Some(Inside::Key(key))) => {
                    return Ok(Opened { person: slot.person.clone(), public: None, keys: vec![key] });
                }
                Ok(Some(Inside::Secret(secret))) => {
                    return Ok(Opened {
                        person: slot.person.clone(),
                        public: Some(hex::encode(secret.public_key().as_bytes())),
                        keys: slot.unseal(&secret)?,
                    });
                }
            }
        }
        Err(if damaged == self.slots.len() { LedgerError::KeysDamaged } else { LedgerError::WrongPassphrase })
    }

    /// Seals the key that is to come to everyone whose public key the ledger itself knows, beside the key
    /// they have. What stands in this file says nothing about whom to trust: anyone may have written it.
    /// Returns the people who cannot be reached.
    pub fn prepare(
        &mut self,
        next: &RawKey,
        publics: &BTreeMap<String, String>,
    ) -> Result<Vec<String>, LedgerError> {
        let mut dropped = Vec::new();
        for slot in &mut self.slots {
            match publics.get(&slot.person).and_then(|public| public_key(public)) {
                Some(public) if matches!(slot.holds, Holds::Pair { .. }) => slot.seal(&public, next, true)?,
                _ => dropped.push(slot.person.clone()),
            }
        }
        if dropped.len() == self.slots.len() {
            return Err(LedgerError::NoSlotLeft);
        }
        self.next = Some(mark(next));
        Ok(dropped)
    }

    /// Whether a re-key was begun and not ended.
    pub fn is_between(&self) -> bool {
        self.next.is_some()
    }

    /// Ends a re-key: when `key` is the one that was to come, its sealings stand and slots without one go;
    /// else the key to come is forgotten.
    pub fn settle(&mut self, key: &RawKey) {
        let came = self.next.take().is_some_and(|next| next == mark(key));
        self.slots.retain_mut(|slot| match &mut slot.holds {
            Holds::Pair { sealed, next, .. } => match (next.take(), came) {
                (Some(next), true) => {
                    *sealed = next;
                    true
                }
                (_, came) => !came,
            },
            Holds::Key { .. } => !came,
        });
    }

    /// Keeps the earlier keys, wrapped by the present one.
    pub fn keep_earlier(&mut self, earlier: &[EarlierKey], key: &RawKey) -> Result<(), LedgerError> {
        self.earlier.clear();
        for one in earlier {
            let nonce = keys::random::<24>()?;
            let aad = format!("gonghui earlier key {VERSION}\n{}\n{}", one.until, self.ledger);
            let wrapped = key
                .keeper()
                .encrypt(
                    XNonce::from_slice(nonce.as_ref()),
                    Payload { msg: one.key.bytes(), aad: aad.as_bytes() },
                )
                .map_err(|_| LedgerError::KeysDamaged)?;
            self.earlier.push(Earlier {
                until: one.until,
                nonce: hex::encode(nonce.as_ref()),
                wrapped: hex::encode(wrapped),
            });
        }
        Ok(())
    }

    /// The earlier keys that the present one opens, oldest first.
    pub fn earlier(&self, key: &RawKey) -> Vec<EarlierKey> {
        let open = |one: &Earlier| {
            let (nonce, wrapped) = (hex::decode(&one.nonce).ok()?, hex::decode(&one.wrapped).ok()?);
            let aad = format!("gonghui earlier key {VERSION}\n{}\n{}", one.until, self.ledger);
            (nonce.len() == 24).then_some(())?;
            let opened = key
                .keeper()
                .decrypt(XNonce::from_slice(&nonce), Payload { msg: &wrapped, aad: aad.as_bytes() })
                .map(Zeroizing::new)
                .ok()?;
            Some(EarlierKey { until: one.until, key: raw(&opened).ok()? })
        };
        self.earlier.iter().filter_map(open).collect()
    }
}

/// What stands in a slot, once its passphrase is known.
enum Inside {
    Key(RawKey),
    Secret(SecretKey),
}

impl Slot {
    /// A slot with a wrapped secret and nothing sealed to it yet.
    fn wrapping(
        person: &str,
        ledger: &str,
        kdf: Kdf,
        pass: &Passphrase,
        secret: &SecretKey,
    ) -> Result<Self, LedgerError> {
        let salt = keys::random::<16>()?;
        let nonce = keys::random::<24>()?;
        let bytes = Zeroizing::new(secret.to_bytes());
        let wrapped = cipher(kdf, pass, salt.as_ref())?
            .encrypt(
                XNonce::from_slice(nonce.as_ref()),
                Payload { msg: bytes.as_ref(), aad: &bound(VERSION, person, ledger) },
            )
            .map_err(|_| LedgerError::KeysDamaged)?;
        Ok(Self {
            person: person.to_owned(),
            kdf,
            salt: hex::encode(salt.as_ref()),
            nonce: hex::encode(nonce.as_ref()),
            holds: Holds::Pair { secret: hex::encode(wrapped), sealed: String::new(), next: None },
        })
    }

    fn seal(&mut self, public: &PublicKey, key: &RawKey, to_come: bool) -> Result<(), LedgerError> {
        let cast = public
            .seal(&mut crypto_box::aead::OsRng, key.bytes())
            .map(hex::encode)
            .map_err(|_| LedgerError::KeysDamaged)?;
        if let Holds::Pair { sealed, next, .. } = &mut self.holds {
            if to_come { *next = Some(cast) } else { *sealed = cast }
        }
        Ok(())
    }

    /// The keys sealed to this person.
    fn unseal(&self, secret: &SecretKey) -> Result<Vec<RawKey>, LedgerError> {
        let Holds::Pair { sealed, next, .. } = &self.holds else { return Ok(Vec::new()) };
        let keys: Vec<RawKey> = std::iter::once(sealed)
            .chain(next)
            .filter_map(|cast| {
                let opened = Zeroizing::new(secret.unseal(&hex::decode(cast).ok()?).ok()?);
                raw(&opened).ok()
            })
            .collect();
        if keys.is_empty() { Err(LedgerError::KeysDamaged) } else { Ok(keys) }
    }

    /// `None` when the passphrase does not fit.
    fn open(&self, pass: &Passphrase, ledger: &str) -> Result<Option<Inside>, LedgerError> {
        let part = |text: &str| hex::decode(text).map_err(|_| LedgerError::KeysDamaged);
        let (version, wrapped) = match &self.holds {
            Holds::Pair { secret, .. } => (VERSION, part(secret)?),
            Holds::Key { wrapped } => (1, part(wrapped)?),
        };
        let (salt, nonce) = (part(&self.salt)?, part(&self.nonce)?);
        if salt.len() != 16 || nonce.len() != 24 || wrapped.len() != 48 || !self.kdf.is_sane() {
            return Err(LedgerError::KeysDamaged);
        }
        let aad = bound(version, &self.person, ledger);
        let opened = cipher(self.kdf, pass, &salt)?
            .decrypt(XNonce::from_slice(&nonce), Payload { msg: &wrapped, aad: &aad });
        let Ok(opened) = opened.map(Zeroizing::new) else { return Ok(None) };
        let key = raw(&opened)?;
        Ok(Some(if version == 1 {
            Inside::Key(key)
        } else {
            Inside::Secret(SecretKey::from_bytes(*key.bytes()))
        }))
    }
}

fn raw(bytes: &[u8]) -> Result<RawKey, LedgerError> {
    let bytes = Zeroizing::new(<[u8; 32]>::try_from(bytes).map_err(|_| LedgerError::KeysDamaged)?);
    Ok(RawKey::from_bytes(*bytes))
}

fn public_key(text: &str) -> Option<PublicKey> {
    Some(PublicKey::from_bytes(hex::decode(text).ok()?.try_into().ok()?))
}

/// By which a key is recognised without being told: it is random, so its hash gives nothing away.
fn mark(key: &RawKey) -> String {
    use sha2::{Digest, Sha256};
    hex::encode(Sha256::new_with_prefix(b"gonghui key mark\n").chain_update(key.bytes()).finalize())
}

fn cipher(kdf: Kdf, pass: &Passphrase, salt: &[u8]) -> Result<XChaCha20Poly1305, LedgerError> {
    let key = kdf.derive(pass, salt)?;
    Ok(XChaCha20Poly1305::new(chacha20poly1305::Key::from_slice(key.as_ref())))
}

/// A slot belongs to one person and one ledger; moved elsewhere it does not open.
fn bound(version: u32, person: &str, ledger: &str) -> Vec<u8> {
    format!("gonghui slot {version}\n{}\n{person}\n{ledger}", person.len()).into_bytes()
}

#[cfg(test)]
pub(crate) mod tests;

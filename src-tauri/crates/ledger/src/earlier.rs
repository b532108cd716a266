//! The keys that the ledger had before a re-key, as the encrypted file notes them: for old backups. Giving it another key
//! is `rekey`.

use crate::folder::Folder;
use crate::keys::EarlierKey;
use crate::slots::Slots;
use crate::{Ledger, LedgerError, RawKey, meta};
use rusqlite::Connection;
use serde::{Deserialize, Serialize};
use std::path::Path;

const EARLIER: &str = "rekey.earlier";

/// An earlier key as the encrypted file notes it.
#[derive(Serialize, Deserialize)]
struct Noted {
    until: i64,
    key: String,
}

/// The earlier keys that the encrypted file knows, oldest first.
pub(crate) fn earlier(conn: &Connection) -> Result<Vec<EarlierKey>, LedgerError> {
    let Some(text) = meta::read(conn, EARLIER)? else { return Ok(Vec::new()) };
    let noted: Vec<Noted> = serde_json::from_str(&text).map_err(|_| LedgerError::Damaged)?;
    noted.into_iter().map(|one| Ok(EarlierKey { until: one.until, key: unhex(&one.key)? })).collect()
}

/// Keeps one more key inside the encrypted file, with the last step it was used to.
pub(crate) fn keep(conn: &Connection, until: i64, key: &str) -> Result<(), LedgerError> {
    let mut all = earlier(conn)?;
    all.push(EarlierKey { until, key: unhex(key)? });
    note(conn, &all)
}

/// Keeps those that the file does not know yet: a copy from before a change of keys knows nothing of it, and what others of its
/// time open by would be lost with the next change.
pub(crate) fn learn(conn: &Connection, keys: Vec<EarlierKey>) -> Result<(), LedgerError> {
    let mut all = earlier(conn)?;
    for one in keys {
        if all.iter().all(|known| known.key != one.key) {
            all.push(one);
        }
    }
    note(conn, &all)
}

fn note(conn: &Connection, all: &[EarlierKey]) -> Result<(), LedgerError> {
    let noted: Vec<Noted> =
        all.iter().map(|one| Noted { until: one.until, key: hex::encode(one.key.bytes()) }).collect();
    let text = serde_json::to_string(&noted).map_err(|e| LedgerError::Io(e.into()))?;
    meta::keep(conn, EARLIER, &text)
}

/// A key from its hex digits.
pub(crate) fn unhex(text: &str) -> Result<RawKey, LedgerError> {
    let bytes = hex::decode(text).ok().and_then(|bytes| bytes.try_into().ok());
    bytes.map(RawKey::from_bytes).ok_or(LedgerError::Damaged)
}

impl Ledger {
    /// The keys that the ledger had before, with the last step each was used to: for old backups.
    pub fn earlier_keys(&self) -> Result<Vec<EarlierKey>, LedgerError> {
        self.read(earlier)
    }

    /// The same as `keys.json` in `dir` keeps them, for the ledger whose key is known: nothing is opened.
    pub fn earlier_keys_in(dir: &Path, key: &RawKey) -> Result<Vec<EarlierKey>, LedgerError> {
        Ok(Slots::load(&Folder::new(dir).keys())?.earlier(key))
    }
}

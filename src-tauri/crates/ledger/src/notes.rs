//! The ledger's own notes that are no history: when a copy was last taken outside, what the last check found.
//! They stand in `ledger_meta` beside id and versions; what a union records does not belong here.

use crate::{Ledger, LedgerError, files, meta};
use rusqlite::Connection;
use sha2::{Digest, Sha256};

pub(crate) const OUTSIDE_AT: &str = "outside.at";
pub(crate) const OUTSIDE_SEQ: &str = "outside.seq";
pub(crate) const CHECK_AT: &str = "check.at";
pub(crate) const CHECK_FOUND: &str = "check.found";
pub(crate) const OUTSIDE_PLACE: &str = "outside.place";
/// Which key it has, as `key_mark`.
pub(crate) const OUTSIDE_KEY: &str = "outside.key";

/// Which key the sheet belongs to that a person has said to keep.
const SHEET_OF: &str = "sheet.of";

/// Notes that a restore does not turn back: who has a way in, keys and their sheet, the last copy outside, the
/// access log.
const PRESENT: [&str; 6] = ["slot.", "keys.", "rekey.", "outside.", "access.", SHEET_OF];

/// Takes the notes of the present ledger over into the one that is being put in its place.
pub(crate) fn carry(present: &Connection, restored: &Connection) -> Result<(), LedgerError> {
    let mut statement = present.prepare("SELECT key, value FROM ledger_meta")?;
    let all = statement
        .query_map([], |r| Ok((r.get(0)?, r.get(1)?)))?
        .collect::<Result<Vec<(String, String)>, _>>()?;
    for prefix in PRESENT {
        restored.execute("DELETE FROM ledger_meta WHERE substr(key, 1, length(?1)) = ?1", [prefix])?;
    }
    for (key, value) in all.iter().filter(|(key, _)| PRESENT.iter().any(|prefix| key.starts_with(prefix))) {
        restored.execute("INSERT INTO ledger_meta VALUES (?1, ?2)", [key, value])?;
    }
    files::carry(present, restored)
}

impl Ledger {
    /// Whether someone has said that the recovery sheet of the present key is kept. Another key has another sheet.
    pub fn sheet_is_kept(&self) -> Result<bool, LedgerError> {
        Ok(self.note(SHEET_OF)? == Some(self.key_mark()))
    }

    /// Keeps in mind that the recovery sheet of the present key is printed or saved and put away.
    pub fn sheet_kept(&self) -> Result<(), LedgerError> {
        self.set_notes(&[(SHEET_OF, &self.key_mark())])
    }

    /// Tells keys apart and says nothing of them.
    pub(crate) fn key_mark(&self) -> String {
        let mut hash = Sha256::new_with_prefix("gonghui: the key of a recovery sheet");
        hash.update(self.key().bytes());
        hex::encode(&hash.finalize()[..8])
    }

    /// One note, if it was ever set.
    pub(crate) fn note(&self, key: &str) -> Result<Option<String>, LedgerError> {
        self.read(|conn| meta::read(conn, key))
    }

    /// Sets notes, all or none.
    pub(crate) fn set_notes(&self, notes: &[(&str, &str)]) -> Result<(), LedgerError> {
        let conn = self.writer.enter()?;
        let tx = conn.unchecked_transaction()?;
        for (key, value) in notes {
            tx.execute("INSERT OR REPLACE INTO ledger_meta VALUES (?1, ?2)", [key, value])?;
        }
        Ok(tx.commit()?)
    }
}

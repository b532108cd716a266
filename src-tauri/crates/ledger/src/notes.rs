//! The ledger's own notes that are no history: when a copy was last taken outside, what the last check found.
//! They stand in `ledger_meta` beside id and versions; what a union records does not belong here.

use crate::{Ledger, LedgerError, files, migrate};
use rusqlite::Connection;

pub(crate) const OUTSIDE_AT: &str = "outside.at";
pub(crate) const OUTSIDE_SEQ: &str = "outside.seq";
pub(crate) const CHECK_AT: &str = "check.at";
pub(crate) const CHECK_FOUND: &str = "check.found";
pub(crate) const OUTSIDE_PLACE: &str = "outside.place";

/// Notes that a restore does not turn back: who has a way in, keys, the last copy outside, the access log.
const PRESENT: [&str; 4] = ["slot.", "rekey.", "outside.", "access."];

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
    /// One note, if it was ever set.
    pub(crate) fn note(&self, key: &str) -> Result<Option<String>, LedgerError> {
        self.read(|conn| migrate::meta(conn, key))
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

//! The ledger's own notes that are no history: when a copy was last taken outside, what the last check found.
//! They stand in `ledger_meta` beside id and versions; what a union records does not belong here.

use crate::{Ledger, LedgerError, migrate};

pub(crate) const OUTSIDE_AT: &str = "outside.at";
pub(crate) const OUTSIDE_SEQ: &str = "outside.seq";
pub(crate) const OUTSIDE_PLACE: &str = "outside.place";

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

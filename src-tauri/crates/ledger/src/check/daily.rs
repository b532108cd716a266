//! The short check of the day, in the background: pages and references. What it found, and what the last whole
//! check found, is kept for whoever opens the ledger next.

use super::finding::{FROM_BACKUP, Finding, LastCheck};
use crate::watch::watched;
use crate::{Ledger, LedgerError, connect, notes, sound};
use chrono::DateTime;

impl Ledger {
    /// Whether the ledger was not checked today yet.
    pub fn check_due(&self) -> Result<bool, LedgerError> {
        let today = self.setting.clock.today();
        Ok(self.last_check()?.is_none_or(|last| last.at.date_naive() != today))
    }

    /// Checks pages and references on a connection of its own, so that no one waits, and keeps what it found.
    /// `look()` may stop it.
    pub fn quick_check(&self, look: &mut dyn FnMut() -> bool) -> Result<LastCheck, LedgerError> {
        let mut conn = connect::open(&self.folder.database(), &self.key(), &self.schema, connect::Use::Read)?;
        let mut findings = Vec::new();
        match watched(&mut conn, look, |conn| sound::verify(conn)) {
            Err(LedgerError::Damaged | LedgerError::Io(_)) => {
                findings.push(Finding::error("账本文件有损坏的地方。", FROM_BACKUP));
            }
            other => other?,
        }
        self.keep_check(&findings);
        Ok(LastCheck { at: self.setting.clock.now(), findings })
    }

    /// The last check that was made of this ledger.
    pub fn last_check(&self) -> Result<Option<LastCheck>, LedgerError> {
        if let Some(last) = self.remembered_check() {
            return Ok(Some(last));
        }
        let (at, found) = (self.note(notes::CHECK_AT)?, self.note(notes::CHECK_FOUND)?);
        let at = at.and_then(|at| DateTime::parse_from_rfc3339(&at).ok());
        let findings = found.and_then(|found| serde_json::from_str(&found).ok()).unwrap_or_default();
        Ok(at.map(|at| LastCheck { at, findings }))
    }

    /// Keeps what a check found. A file that is damaged is not written to for it: it is found again.
    pub(super) fn keep_check(&self, findings: &[Finding]) {
        let at = self.setting.clock.now();
        self.remember_check(LastCheck { at, findings: findings.to_vec() });
        if findings.iter().any(|finding| finding.way_out == FROM_BACKUP) {
            return;
        }
        if let Ok(found) = serde_json::to_string(findings) {
            // What cannot be kept now, on a full disk, is checked again after the next opening.
            let _ = self.set_notes(&[(notes::CHECK_AT, &at.to_rfc3339()), (notes::CHECK_FOUND, &found)]);
        }
    }
}

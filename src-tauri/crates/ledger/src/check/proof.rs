//! What a paper proves, looked at without the rest of the check: the chain, the structure, each row against the last change of it, and
//! what is kept by its digest. An attachment is named by its content, and held against its name whenever it is opened; pages, what is
//! derived and the copies bear no paper out.

use super::chain::{chain, erased};
use super::finding::Progress;
use super::structure;
use crate::{Ledger, LedgerError, migrate};
use rusqlite::Connection;

/// What is no more as a paper would have it, in words.
pub(crate) enum Amiss {
    /// Nothing.
    Nothing,
    /// The journal was altered.
    Journal(String),
    /// The journal holds; the structure, or records behind it, were altered.
    Records(String),
}

impl Ledger {
    /// Looks at what papers prove. `progress(done, total)` is called now and then; when it says `false` the looking stops with
    /// `Cancelled`.
    pub(crate) fn amiss(
        &self,
        conn: &Connection,
        progress: &mut dyn FnMut(u64, u64) -> bool,
    ) -> Result<Amiss, LedgerError> {
        let made = migrate::made(&self.schema, self.setting.ids.clone())?;
        let altered = structure::altered(conn, &made)?;
        let count = |sql: &str| Ok::<_, LedgerError>(conn.query_row(sql, [], |r| r.get::<_, i64>(0))?);
        let steps = altered.bears(count("SELECT count(*) FROM journal"))?;
        let changes = altered.bears(count("SELECT count(*) FROM change"))?;
        let mut progress =
            Progress { done: 0, total: (steps + 2 * changes).unsigned_abs().max(1), tell: progress };
        progress.tell()?;
        let mut findings = Vec::new();
        altered.bears(chain(conn, &mut findings, &mut progress))?;
        altered.bears(erased(conn, &mut findings))?;
        if let Some(first) = findings.first() {
            return Ok(Amiss::Journal(first.message.clone()));
        }
        altered.tell(&mut findings);
        self.records(conn, (&made, &altered), &mut findings, &mut progress)?;
        let found: String = findings.into_iter().map(|finding| finding.message).collect();
        Ok(if found.is_empty() { Amiss::Nothing } else { Amiss::Records(found) })
    }
}

//! Erasing purposes from the access log with a purge. The journal comes first: the purge's step bears a mark for
//! each look, which the chain covers, and a note says that the other file is still to follow; whoever is killed in
//! between finishes at the next opening.

use crate::recorder::first_place;
use crate::{Ledger, LedgerError, meta};
use rusqlite::{Connection, Transaction, TransactionBehavior};
use std::collections::BTreeSet;

/// The table, as the marks of a purge in the journal name it.
pub(crate) const TABLE: &str = "look";
/// Numbers of the purges whose looks are still to be erased.
pub(super) const ERASING: &str = "access.erasing";

/// Keeps in mind, within a purge's step, that its looks are still to be erased.
pub(crate) fn note_erasing(conn: &Connection, seq: i64) -> Result<(), LedgerError> {
    let all = match meta::read(conn, ERASING)? {
        Some(before) => format!("{before},{seq}"),
        None => seq.to_string(),
    };
    meta::keep(conn, ERASING, &all)
}

/// The looks that the chain says are erased.
pub(crate) fn marked(conn: &Connection) -> Result<BTreeSet<i64>, LedgerError> {
    let mut statement =
        conn.prepare("SELECT CAST(row_id AS INTEGER) FROM change WHERE act = 'erase' AND tbl = ?1")?;
    Ok(statement.query_map([TABLE], |r| r.get(0))?.collect::<Result<_, _>>()?)
}

/// Number and hash of a look: under the same hash the logs are the same up to it.
pub(crate) type ToldLook = (i64, Vec<u8>);

/// Those of the looks that stand in a log, with their hashes.
pub(crate) fn told(log: &Connection, looks: &BTreeSet<i64>) -> Result<BTreeSet<ToldLook>, LedgerError> {
    let mut statement = log.prepare("SELECT seq, hash FROM look")?;
    let mut rows = statement.query([])?;
    let mut told = BTreeSet::new();
    while let Some(row) = rows.next()? {
        let seq: i64 = row.get(0)?;
        if looks.contains(&seq) {
            told.insert((seq, row.get(1)?));
        }
    }
    Ok(told)
}

/// The newest step that says so of one look.
pub(super) fn step_of(conn: &Connection, look: i64) -> Result<Option<i64>, LedgerError> {
    let sql = "SELECT max(place >> 32) FROM change
               WHERE substr(row_id, -8) = substr(?1, -8) AND row_id = ?1 AND tbl = ?2 AND act = 'erase'";
    Ok(conn.prepare_cached(sql)?.query_row((look.to_string(), TABLE), |r| r.get(0))?)
}

impl Ledger {
    /// The looks at any of these records, and those whose purpose `tells` of them; none while nobody ever looked.
    pub(crate) fn looks_about(
        &self,
        ids: &[&str],
        tells: &dyn Fn(&str) -> bool,
    ) -> Result<BTreeSet<i64>, LedgerError> {
        let ids = serde_json::to_string(ids).map_err(|e| LedgerError::Io(e.into()))?;
        self.looks_where(|conn| {
            let mut statement = conn.prepare(
                "SELECT seq, purpose, EXISTS (SELECT 1 FROM json_each(subjects) s
                   WHERE s.value IN (SELECT value FROM json_each(?1)))
                 FROM look WHERE erased_by IS NULL",
            )?;
            let mut found = BTreeSet::new();
            let mut looks = statement.query([&ids])?;
            while let Some(look) = looks.next()? {
                let (purpose, about): (String, bool) = (look.get(1)?, look.get(2)?);
                if about || tells(&purpose) {
                    found.insert(look.get(0)?);
                }
            }
            Ok(found)
        })
    }

    /// The looks that are erased.
    pub(crate) fn erased_looks(&self) -> Result<BTreeSet<i64>, LedgerError> {
        self.looks_where(|conn| {
            let mut statement = conn.prepare("SELECT seq FROM look WHERE erased_by IS NOT NULL")?;
            let found = statement.query_map([], |r| r.get(0))?;
            Ok(found.collect::<Result<_, _>>()?)
        })
    }

    /// The numbers of those of these looks that stand in this log too.
    pub(crate) fn looks_alike(&self, told: &BTreeSet<ToldLook>) -> Result<BTreeSet<i64>, LedgerError> {
        if told.is_empty() {
            return Ok(BTreeSet::new());
        }
        self.looks_where(|conn| {
            let mut there = conn.prepare_cached("SELECT 1 FROM look WHERE seq = ?1 AND hash = ?2")?;
            let mut alike = BTreeSet::new();
            for (seq, hash) in told {
                if there.exists((seq, hash))? {
                    alike.insert(*seq);
                }
            }
            Ok(alike)
        })
    }

    fn looks_where(
        &self,
        find: impl Fn(&Connection) -> Result<BTreeSet<i64>, LedgerError>,
    ) -> Result<BTreeSet<i64>, LedgerError> {
        if !self.folder.access().exists() {
            return Ok(BTreeSet::new());
        }
        self.access_or_anew(find)
    }

    /// Erases what the steps of purges have marked and the access log still says.
    pub(crate) fn finish_erasing(&self) -> Result<(), LedgerError> {
        let (noted, marks) = {
            let conn = self.writer.enter()?;
            let Some(noted) = meta::read(&conn, ERASING)? else { return Ok(()) };
            let mut marks: Vec<(i64, i64)> = Vec::new();
            for step in noted.split(',').filter_map(|step| step.parse::<i64>().ok()) {
                let mut statement = conn.prepare_cached(
                    "SELECT CAST(row_id AS INTEGER), ?3 FROM change
                     WHERE place >= ?1 AND place < ?2 AND act = 'erase' AND tbl = ?4",
                )?;
                let params = (first_place(step), first_place(step + 1), step, TABLE);
                let found = statement.query_map(params, |r| Ok((r.get(0)?, r.get(1)?)))?;
                marks.extend(found.collect::<Result<Vec<_>, _>>()?);
            }
            (noted, marks)
        };
        if !marks.is_empty() && self.folder.access().exists() {
            self.access_or_anew(|conn| erase(conn, &marks))?;
        }
        let conn = self.writer.enter()?;
        // Another purge may have noted its own meanwhile.
        conn.execute("DELETE FROM ledger_meta WHERE key = ?1 AND value = ?2", [ERASING, &noted])?;
        Ok(())
    }
}

/// `marks`: look and step.
fn erase(conn: &Connection, marks: &[(i64, i64)]) -> Result<(), LedgerError> {
    let tx = Transaction::new_unchecked(conn, TransactionBehavior::Immediate)?;
    for mark in marks {
        tx.prepare_cached("UPDATE look SET purpose = '', salt = NULL, erased_by = ?2 WHERE seq = ?1")?
            .execute(*mark)?;
    }
    tx.commit()?;
    // The frames that still hold the text leave the disk.
    Ok(conn.query_row("PRAGMA wal_checkpoint(TRUNCATE)", [], |_| Ok(()))?)
}

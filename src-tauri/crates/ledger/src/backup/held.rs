//! Which of the ledger's own copies still hold what purges have erased, until which day they will, and taking
//! them away now because the law asks for it.

use super::copy;
use super::listed::{reckoned, stamps};
use super::thin::{self, Stamp};
use crate::folder::Folder;
use crate::{Actor, Erasures, Finality, Ledger, LedgerError, Op, Watch, connect};
use chrono::{DateTime, NaiveDate, NaiveDateTime};
use rusqlite::OptionalExtension;
use std::path::PathBuf;

/// What copies in the ledger's own folder still hold of a purge.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct HeldByCopies {
    /// how many copies
    pub copies: u64,
    /// the latest day on which one still can, with a copy made at least once a month; `None` when one never goes by itself
    pub until: Option<NaiveDate>,
}

/// Old copies that were taken away.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct DroppedCopies {
    /// the fresh copy that was made and checked first
    pub fresh: PathBuf,
    /// how many went
    pub copies: u64,
}

impl Ledger {
    /// What the own copies still hold of each of these purges.
    pub fn held_by_copies(&self, purges: &[i64]) -> Result<Vec<HeldByCopies>, LedgerError> {
        if purges.is_empty() {
            return Ok(Vec::new());
        }
        let _one = self.copying();
        let now = self.local_now();
        let all = reckoned(&self.folder, &self.copy_keys(), now);
        let erased = self.read(|conn| {
            let of = |seq: &i64| {
                let at: String =
                    conn.query_row("SELECT at FROM journal WHERE seq = ?1", [seq], |r| r.get(0))?;
                Ok((Erasures::of_step(conn, *seq)?, local(&at)))
            };
            purges.iter().map(of).collect::<Result<Vec<_>, LedgerError>>()
        })?;
        let mut held: Vec<Vec<usize>> = vec![Vec::new(); purges.len()];
        for (place, copy) in all.iter().enumerate() {
            for (purge, holds) in self.holds(copy, &erased).into_iter().enumerate() {
                if holds {
                    held[purge].push(place);
                }
            }
        }
        let stamps: Vec<Stamp> = all.into_iter().map(|(_, stamp)| stamp).collect();
        Ok(held
            .into_iter()
            .map(|held| HeldByCopies { copies: held.len() as u64, until: thin::until(&stamps, &held, now) })
            .collect())
    }

    /// Whether a copy holds each of these. One that cannot be read may hold all that is younger than itself, and anything where
    /// its day has not come yet.
    fn holds(&self, (dir, stamp): &(PathBuf, Stamp), erased: &[(Erasures, NaiveDateTime)]) -> Vec<bool> {
        let path = Folder::new(dir).database();
        let keys = self.copy_keys();
        let conn = keys.iter().find(|key| connect::key_fits(&path, key));
        let conn = conn.and_then(|key| connect::read_only(&path, key).ok());
        let now = self.local_now();
        let older = |at: &NaiveDateTime| stamp.at <= *at || stamp.at > now;
        let one = |(erasures, at): &(Erasures, NaiveDateTime)| match &conn {
            Some(conn) => erasures.stands_in(conn).unwrap_or_else(|_| older(at)),
            None => older(at),
        };
        erased.iter().map(one).collect()
    }

    /// Makes and checks a fresh copy, says so in a final step, and takes away every copy of the ledger's own
    /// folder that still holds what was erased: also those kept before a restore, and those a person has named.
    ///
    /// Errors: as `backup`, and then every older copy is untouched.
    pub fn drop_old_copies(
        &self,
        op: &Op,
        actor: &Actor,
        watch: Watch<'_>,
    ) -> Result<DroppedCopies, LedgerError> {
        let _one = self.copying();
        let go_on = |watch: Watch<'_>| if watch(0, 1) { Ok(()) } else { Err(LedgerError::Cancelled) };
        go_on(watch)?;
        // The others are thinned out at the end: one that goes to make room for the fresh one is taken away all the same.
        let fresh = self.copy_beside_others("", watch)?.dir;
        let erased = self.read(|conn| {
            let newest = "SELECT at FROM journal WHERE seq = (SELECT max(place >> 32) FROM change WHERE act = 'erase')";
            let at: Option<String> = conn.query_row(newest, [], |r| r.get(0)).optional()?;
            let Some(at) = at else { return Ok(None) };
            Ok::<_, LedgerError>(Some([(Erasures::of(conn)?, local(&at))]))
        })?;
        let Some(erased) = erased else {
            self.thin_out_own(&fresh);
            return Ok(DroppedCopies { fresh, copies: 0 });
        };
        let old: Vec<PathBuf> = stamps(&self.folder.backups())
            .into_iter()
            .filter(|copy| copy.0 != fresh && self.holds(copy, &erased) == [true])
            .map(|(dir, _)| dir)
            .collect();
        go_on(watch)?;
        if !old.is_empty() {
            // First, so that no copy ever goes unsaid; those that a kill leaves standing are still told of.
            let op = Op { finality: Finality::Final, ..op.clone() };
            self.step(&op, actor, |_| Ok::<_, LedgerError>(()))?;
        }
        for dir in &old {
            copy::remove(dir)?;
        }
        self.thin_out_own(&fresh);
        Ok(DroppedCopies { fresh, copies: old.len() as u64 })
    }
}

/// The moment of a step as a copy's name would say it.
fn local(at: &str) -> NaiveDateTime {
    DateTime::parse_from_rfc3339(at).map_or(NaiveDateTime::MAX, |at| at.naive_local())
}

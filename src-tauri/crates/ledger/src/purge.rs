//! Erasing by law: rows go, and with them every text that the journal kept of them, while the chain holds and
//! each erased change names the purge. What may be purged, and when, is decided above.

use crate::erasures::Erasing;
use crate::recorder::first_place;
use crate::schema::journalled;
use crate::step::Kind;
use crate::triggers::ident;
use crate::{
    Actor, Done, Finality, Ledger, LedgerError, Op, Tx, Watch, access, erasures, fulltext, inverse, loose,
};
use rusqlite::Connection;
use std::collections::BTreeSet;

/// After so many rows it is told how far an erasing is.
const TOLD_EVERY: usize = 200;

/// What a purge is to erase, and why.
#[derive(Clone, Copy)]
pub struct Purge<'a> {
    /// Ends the step's label. Labels are part of the chain and stay for ever: it may name nobody.
    pub reason: &'a str,
    /// Table and id; rows already gone are welcome, their history goes too, and so does what hangs on them ([`crate::hanging`]).
    pub rows: &'a [(&'a str, &'a str)],
    /// Whether a text tells of what goes, by a name or a number: a purpose in the access log that does goes too.
    pub tells: &'a dyn Fn(&str) -> bool,
    /// Whether the entry of the rows was taken back before. The step says so of each row, and whoever erases them again from an
    /// older copy, in which they stand, is told.
    pub taken_back: bool,
}

/// The writer without foreign keys, overwriting what it deletes. Strict again when dropped, whatever happened.
struct Loose<'a>(&'a Connection);

impl<'a> Loose<'a> {
    fn begin(conn: &'a Connection) -> Result<Self, LedgerError> {
        conn.execute_batch("PRAGMA foreign_keys = OFF; PRAGMA secure_delete = ON")?;
        Ok(Self(conn))
    }
}

impl Drop for Loose<'_> {
    fn drop(&mut self) {
        // Two settings of this connection; nothing about them can fail on a sound one.
        let _ = self.0.execute_batch("PRAGMA foreign_keys = ON; PRAGMA secure_delete = OFF");
    }
}

impl Ledger {
    /// Deletes the rows in one final step whose label ends with the reason, and erases the texts of all changes
    /// of every row that the step deletes. The purposes of looks at them leave the access log.
    ///
    /// `f` runs first, in the same step, and clears away what is around the rows. What it deletes loses its
    /// history too; what it only changes keeps it. Foreign keys are checked at the end, not at each write, and
    /// nothing cascades: a row that would refer to nothing refuses the whole.
    pub fn purge<T, E: From<LedgerError>>(
        &self,
        op: &Op,
        actor: &Actor,
        purge: &Purge<'_>,
        f: impl FnOnce(&Tx<'_>) -> Result<T, E>,
    ) -> Result<Done<T>, E> {
        self.purge_watched(op, actor, purge, &mut |_, _| true, f)
    }

    /// The same of many rows: tells how many of how many are erased, and leaves everything as it was where that is no longer wanted.
    ///
    /// Errors: `Cancelled`; as [`Ledger::purge`].
    pub fn purge_watched<T, E: From<LedgerError>>(
        &self,
        op: &Op,
        actor: &Actor,
        purge: &Purge<'_>,
        watch: Watch<'_>,
        f: impl FnOnce(&Tx<'_>) -> Result<T, E>,
    ) -> Result<Done<T>, E> {
        let ids: Vec<&str> = purge.rows.iter().map(|(_, id)| *id).collect();
        let looks = self.looks_about(&ids, purge.tells)?;
        let what = Erasing { rows: purge.rows, looks: &looks, taken_back: &|_| purge.taken_back };
        let done = self.purging(op, actor, purge.reason, &what, watch, f)?;
        // The step has named these looks: what cannot be erased now, on a full disk, goes at the next opening.
        let _ = self.finish_erasing();
        self.forget_set_aside();
        Ok(done)
    }

    /// The first step of which a purge has erased something: what ends before it never held any of that. Nothing where no
    /// change was erased.
    pub fn first_erased(&self, purge: i64) -> Result<Option<i64>, LedgerError> {
        self.read(|conn| {
            let sql = "SELECT min(told.place) >> 32 FROM change AS mark JOIN change AS told
                         ON substr(told.row_id, -8) = substr(mark.row_id, -8)
                            AND told.row_id = mark.row_id AND told.tbl = mark.tbl
                       WHERE mark.place >= ?1 AND mark.place < ?2 AND mark.act = 'erase' AND told.erased_by = ?3";
            let places = (first_place(purge), first_place(purge + 1), purge);
            Ok(conn.prepare_cached(sql)?.query_row(places, |r| r.get(0))?)
        })
    }

    /// A purge of looks that are known already; they stay to be erased by `finish_erasing`.
    pub(crate) fn purging<T, E: From<LedgerError>>(
        &self,
        op: &Op,
        actor: &Actor,
        reason: &str,
        what: &Erasing<'_>,
        watch: Watch<'_>,
        f: impl FnOnce(&Tx<'_>) -> Result<T, E>,
    ) -> Result<Done<T>, E> {
        let op = Op {
            code: op.code.clone(),
            label: format!("{}：{}", op.label, reason.trim()),
            finality: Finality::Final,
        };
        let conn = self.writer.enter()?;
        let done = {
            let _loose = Loose::begin(&conn)?;
            self.within(&conn, Kind::Do, &op, actor, |tx| {
                let value = f(tx)?;
                self.erase(tx, what, watch)?;
                for look in what.looks {
                    mark(tx, (access::TABLE, &look.to_string()), false)?;
                }
                if !what.looks.is_empty() {
                    access::note_erasing(tx, tx.seq())?;
                }
                Ok::<_, E>(value)
            })?
        };
        // The frames that still hold the text leave the disk. The step stands: a reader in the way, or a disk that is full
        // at this moment, leaves it to the next checkpoint and makes no refusal of what was done.
        let _ = self.empty_the_wal(&conn);
        Ok(done)
    }

    fn erase(&self, tx: &Tx<'_>, what: &Erasing<'_>, watch: Watch<'_>) -> Result<(), LedgerError> {
        let tables: BTreeSet<String> =
            journalled(tx, &self.schema)?.into_iter().map(|(name, _)| name).collect();
        let (mut all, mut gone) = (BTreeSet::new(), Vec::new());
        for (table, id) in what.rows {
            if !tables.contains(*table) {
                return Err(LedgerError::Schema(format!("表 {table} 没有流水可以清除。")));
            }
            let row = ((*table).to_owned(), (*id).to_owned());
            if all.insert(row.clone()) && delete(tx, &row)? == 0 {
                gone.push(row);
            }
        }
        let own: Vec<(String, String)> = all.iter().cloned().collect();
        let hanging = loose::hanging_on(tx, &self.schema, &own, gone)?;
        for row in &erasures::standing(tx, &hanging)? {
            delete(tx, row)?;
        }
        all.extend(hanging);
        {
            let mut statement =
                tx.prepare("SELECT tbl, row_id FROM change WHERE place >= ?1 AND act = 'delete'")?;
            let touched = statement.query_map([first_place(tx.seq())], |r| Ok((r.get(0)?, r.get(1)?)))?;
            for row in touched {
                all.insert(row?);
            }
        }
        if let Some(orphan) = inverse::orphan(tx, self.columns(tx)?, tx.seq())? {
            // Who erases takes nothing back: the same step is named in words of its own.
            return Err(match crate::out_of_order::standing_of_orphan(tx, &orphan)? {
                LedgerError::StandsInTheWay { seq, label } => LedgerError::StillReferred { seq, label },
                other => other,
            });
        }
        self.recorder.purge();
        for (done, row) in all.iter().enumerate() {
            if done.is_multiple_of(TOLD_EVERY) && !watch(done as u64, all.len() as u64) {
                return Err(LedgerError::Cancelled);
            }
            let (table, id) = row;
            mark(tx, (table, id), (what.taken_back)(row))?;
            tx.prepare_cached(
                "UPDATE change SET before = NULL, after = NULL, salt = NULL, erased_by = ?3
                 WHERE substr(row_id, -8) = substr(?2, -8) AND row_id = ?2 AND tbl = ?1
                   AND act <> 'erase' AND erased_by IS NULL",
            )?
            .execute((table, id, tx.seq()))?;
        }
        for derived in self.schema.derived {
            (derived.compact)(tx)?;
        }
        fulltext::forget_tokens(tx)
    }
}

/// Returns how many rows stood.
fn delete(tx: &Tx<'_>, (table, id): &(String, String)) -> Result<usize, LedgerError> {
    Ok(tx.prepare_cached(&format!("DELETE FROM {} WHERE id = ?1", ident(table)))?.execute([id])?)
}

/// The mark that the check holds an erased change, or an erased look, against. The chain covers it, and what it says.
fn mark(tx: &Tx<'_>, (table, id): (&str, &str), taken_back: bool) -> Result<(), LedgerError> {
    tx.prepare_cached(
        "INSERT INTO change (place, tbl, row_id, act, before, after, salt, digest) VALUES
         (change_place(), change_begin(?1, 'erase', ?2), ?2, 'erase', NULL,
          CASE WHEN ?3 IS NULL THEN NULL ELSE change_text(?3) END, change_salt(), change_digest())",
    )?
    .execute((table, id, taken_back.then_some(erasures::TAKEN_BACK)))?;
    Ok(())
}

//! The one door for writes: a step is one transaction with one journal row, kept whole or not at all.
//! Undo and redo are steps too and go through the same door; what they write is decided in `undo`.

use crate::chain::{self, Closed, Entry};
use crate::recorder::first_place;
use crate::slots::Slots;
use crate::{Actor, Ledger, LedgerError, files, folder, meta, ways};
use chrono::{DateTime, FixedOffset, NaiveDate, SecondsFormat};
use rusqlite::{Connection, OptionalExtension, Transaction, TransactionBehavior};
use std::borrow::Cow;
use std::cell::RefCell;
use std::collections::BTreeSet;
use std::ops::Deref;
use uuid::Uuid;

/// Whether undo may pass a step.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Finality {
    /// Undo takes it back.
    Reversible,
    /// Undo stops here: a number was given, a paper issued, people or keys changed.
    Final,
}

/// What a step is.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Op {
    /// the command, `negotiation.saveMeeting`
    pub code: Cow<'static, str>,
    /// what the undo button says, 保存会议
    pub label: String,
    /// whether undo may pass it
    pub finality: Finality,
}

/// What a step gave back.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Done<T> {
    /// the closure's value
    pub value: T,
    /// journalled tables that were written
    pub changed: BTreeSet<String>,
    /// the step's number; the newest one's when nothing changed
    pub seq: i64,
}

/// The open transaction of a step. Everything a connection can do, and the step's own time and ids.
pub struct Tx<'a> {
    conn: &'a Connection,
    ledger: &'a Ledger,
    now: DateTime<FixedOffset>,
    seq: i64,
    keys: &'a RefCell<Option<Slots>>,
}

/// A row that the running step wrote, as the journal has it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Written {
    /// the table
    pub table: String,
    /// the row's id
    pub row: String,
    /// whether the row is new
    pub new: bool,
    /// the columns as they are now, as JSON; of a row that stood before those that differ. None where the row went.
    pub after: Option<String>,
}

impl Tx<'_> {
    /// The journalled rows that this step wrote so far, in their order.
    pub fn written(&self) -> Result<Vec<Written>, LedgerError> {
        let mut statement = self.conn.prepare_cached(
            "SELECT tbl, row_id, act = 'insert', after FROM change WHERE place >= ?1 AND place < ?2 ORDER BY place",
        )?;
        let span = [first_place(self.seq), first_place(self.seq + 1)];
        let rows = statement.query_map(span, |row| {
            Ok(Written { table: row.get(0)?, row: row.get(1)?, new: row.get(2)?, after: row.get(3)? })
        })?;
        Ok(rows.collect::<Result<_, _>>()?)
    }

    /// The moment of the step: the same throughout.
    pub fn now(&self) -> DateTime<FixedOffset> {
        self.now
    }

    /// The day of the step.
    pub fn today(&self) -> NaiveDate {
        self.now.date_naive()
    }

    /// A fresh id of any kind.
    pub fn new_id<T: From<Uuid>>(&self) -> T {
        T::from(self.ledger.setting.ids.next(self.now))
    }

    /// `keys.json` as this step has written it; none where it has not.
    pub(crate) fn slots(&self) -> Option<Slots> {
        self.keys.borrow().clone()
    }

    /// Writes `keys.json` as it is to be beside the one that holds, whose place it takes when the step stands: a step that finds no
    /// room at its end leaves every passphrase as it was. After a kill between the two the next opening puts it in its place.
    pub(crate) fn keep_slots(&self, mut slots: Slots) -> Result<(), LedgerError> {
        let text = slots.save_beside(&self.ledger.folder.keys())?;
        ways::keep_due(self, &text)?;
        *self.keys.borrow_mut() = Some(slots);
        Ok(())
    }

    /// The number this step will have in the journal.
    pub fn seq(&self) -> i64 {
        self.seq
    }
}

impl Deref for Tx<'_> {
    type Target = Connection;
    fn deref(&self) -> &Connection {
        self.conn
    }
}

/// What kind of journal row a step leaves.
#[derive(Debug, Clone, Copy)]
pub(crate) enum Kind {
    Do,
    Undo(i64),
    Redo(i64),
}

/// The note of how many steps have written and left no journal row: what is typed into forms.
const QUIET: &str = "steps.quiet";

/// How many steps wrote and left no journal row. The journal does not count them, and the ids of one may not be those of the next.
fn quiet(conn: &Connection) -> Result<u64, LedgerError> {
    let noted: Option<String> = conn
        .prepare_cached("SELECT value FROM ledger_meta WHERE key = ?1")?
        .query_row([QUIET], |r| r.get(0))
        .optional()?;
    Ok(noted.and_then(|count| count.parse().ok()).unwrap_or(0))
}

impl Ledger {
    /// Runs `f` in one immediate transaction and writes its journal row. When `f` fails, nothing stays.
    ///
    /// A reversible step that changes no journalled row leaves no journal row (a draft is no history).
    pub fn step<T, E: From<LedgerError>>(
        &self,
        op: &Op,
        actor: &Actor,
        f: impl FnOnce(&Tx<'_>) -> Result<T, E>,
    ) -> Result<Done<T>, E> {
        let conn = self.writer.enter()?;
        self.within(&conn, Kind::Do, op, actor, f)
    }

    /// The same on the writer that the caller has entered.
    pub(crate) fn within<T, E: From<LedgerError>>(
        &self,
        conn: &Connection,
        kind: Kind,
        op: &Op,
        actor: &Actor,
        f: impl FnOnce(&Tx<'_>) -> Result<T, E>,
    ) -> Result<Done<T>, E> {
        let keys = RefCell::new(None);
        let done = self.transact(conn, kind, (op, actor), &keys, f);
        if keys.into_inner().is_some() {
            let path = self.folder.keys();
            if done.is_ok() {
                // The step stands: where the file cannot take its place now, held open by another program, the next to read it does it.
                let _ = folder::take_place(&path);
            } else {
                folder::forget_beside(&path);
            }
        }
        done
    }

    /// The transaction of a step. `keys` is where it leaves `keys.json`, if it writes that.
    fn transact<T, E: From<LedgerError>>(
        &self,
        conn: &Connection,
        kind: Kind,
        (op, actor): (&Op, &Actor),
        keys: &RefCell<Option<Slots>>,
        f: impl FnOnce(&Tx<'_>) -> Result<T, E>,
    ) -> Result<Done<T>, E> {
        let tx =
            Transaction::new_unchecked(conn, TransactionBehavior::Immediate).map_err(LedgerError::from)?;
        let head = chain::head(&tx)?;
        let seq = head.seq + 1;
        let quiet = quiet(&tx)?;
        // Above the 33 bits in which the number of the step stands.
        self.setting.ids.rewind((quiet << 33) | (seq.unsigned_abs() * 2));
        let now = self.setting.clock.now();
        let id = self.setting.ids.next(now).to_string();
        let running = self.recorder.begin(seq);
        let written = tx.total_changes();
        let value = f(&Tx { conn: &tx, ledger: self, now, seq, keys })?;
        drop(running);
        // SQLite rolls back by itself on some errors; going on would write outside the transaction.
        if tx.is_autocommit() {
            return Err(LedgerError::StepLost.into());
        }
        let (kind, target) = match kind {
            Kind::Do => ("do", None),
            Kind::Undo(target) => ("undo", Some(target)),
            Kind::Redo(target) => ("redo", Some(target)),
        };
        let entry = Entry {
            seq,
            id: &id,
            at: &now.to_rfc3339_opts(SecondsFormat::Millis, false),
            actor_id: &actor.id,
            actor_name: &actor.name,
            op: &op.code,
            label: &op.label,
            is_final: op.finality == Finality::Final,
            kind,
            target,
        };
        let named = match kind {
            "do" if self.holds_files() => files::named_by_step(&tx, &self.schema, seq)?,
            _ => Vec::new(),
        };
        let Closed { seq, changed } = chain::close(&tx, &entry, &head)?;
        if seq == head.seq && tx.total_changes() > written {
            meta::keep(&tx, QUIET, &(quiet + 1).to_string())?;
        }
        tx.commit().map_err(LedgerError::from)?;
        self.files_are_named(named);
        Ok(Done { value, changed, seq })
    }
}

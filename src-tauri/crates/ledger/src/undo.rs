//! Undo and redo, from the journal alone: the inverse of a step's changes, itself a step. Undo takes the newest
//! step; `take_back` any, when nothing later stands in the way. It stops at a final step; what is final is
//! decided by whoever made the step.

use crate::inverse::{self, Taken};
use crate::recorder::first_place;
use crate::step::Kind;
use crate::turns::{Candidate, Doing, Sealed, Turns, doing, redo_candidate, undo_candidate};
use crate::{Actor, Finality, Ledger, LedgerError, Op, Tx, loose, out_of_order};
use serde::Serialize;
use std::collections::BTreeSet;
use ts_rs::TS;

/// What an undo or redo did.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct Undone {
    /// label of the step taken back or brought back
    pub label: String,
    /// tables that were written
    pub changed: BTreeSet<String>,
    /// number of the new step
    #[ts(type = "number")]
    pub seq: i64,
}

/// What the undo and redo buttons may say.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct UndoState {
    /// label of the step that undo would take back
    pub undo: Option<String>,
    /// label of the step that redo would bring back
    pub redo: Option<String>,
    /// the final step at which undo stops
    pub stopped_by: Option<Sealed>,
}

/// How a step is turned round.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Way {
    Undo,
    Redo,
    /// whatever came since
    TakeBack,
}

impl Ledger {
    /// Takes the newest step back that is not taken back yet.
    pub fn undo(&self, actor: &Actor) -> Result<Undone, LedgerError> {
        self.undo_held(actor, |_| Ok(()), |_, ()| Ok(()))
    }

    /// The same; where older steps were taken back since, so that it leads to rows that never stood together, held against what
    /// stood, as [`Ledger::take_back_held`].
    ///
    /// Errors: as [`Ledger::undo`]; those of the two.
    pub fn undo_held<S, E: From<LedgerError>>(
        &self,
        actor: &Actor,
        before: impl FnOnce(&Tx<'_>) -> Result<S, E>,
        after: impl FnOnce(&Tx<'_>, S) -> Result<(), E>,
    ) -> Result<Undone, E> {
        match self.read(undo_candidate)? {
            Candidate::None => Err(LedgerError::NothingToUndo.into()),
            Candidate::Stopped(step) => Err(LedgerError::UndoStopped { step }.into()),
            Candidate::Step { seq, label, .. } => {
                self.turn_round((Way::Undo, seq, label), actor, before, after)
            }
        }
    }

    /// Brings the step back that was taken back last, unless something was done since: so it leads to where the rows stood before.
    pub fn redo(&self, actor: &Actor) -> Result<Undone, LedgerError> {
        match self.read(redo_candidate)? {
            Candidate::Step { seq, label, .. } => {
                self.turn_round((Way::Redo, seq, label), actor, |_| Ok(()), |_, ()| Ok(()))
            }
            _ => Err(LedgerError::NothingToRedo),
        }
    }

    /// Takes any step back, whatever came since.
    ///
    /// Errors: `UndoStopped` for a final one, `AlreadyTakenBack`, `StandsInTheWay` with the step that touched the
    /// same rows later, that refers to what would go, or that is final.
    pub fn take_back(&self, seq: i64, actor: &Actor) -> Result<Undone, LedgerError> {
        self.take_back_held(seq, actor, |_| Ok(()), |_, ()| Ok(()))
    }

    /// The same, held against what stood: `before` looks at the rows as they are, `after` at what the step would leave, and its
    /// refusal leaves everything as it was. Which rows may go back, the journal knows; what they mean, whoever asks.
    ///
    /// Errors: as [`Ledger::take_back`]; those of the two.
    pub fn take_back_held<S, E: From<LedgerError>>(
        &self,
        seq: i64,
        actor: &Actor,
        before: impl FnOnce(&Tx<'_>) -> Result<S, E>,
        after: impl FnOnce(&Tx<'_>, S) -> Result<(), E>,
    ) -> Result<Undone, E> {
        let (seq, label) = self.read(|conn| out_of_order::may_take_back(conn, seq))?;
        self.turn_round((Way::TakeBack, seq, label), actor, before, after)
    }

    /// Whether a step may be taken back as far as the journal knows; its rows are not written.
    ///
    /// Errors: as [`Ledger::take_back`], but for what would refer to nothing.
    pub fn may_take_back(&self, seq: i64) -> Result<(), LedgerError> {
        self.read(|conn| out_of_order::may_take_back(conn, seq)).map(|_| ())
    }

    /// What undo and redo would do now.
    pub fn undo_state(&self) -> Result<UndoState, LedgerError> {
        self.read(|conn| {
            let mut state = UndoState::default();
            match undo_candidate(conn)? {
                Candidate::None => {}
                Candidate::Stopped(step) => state.stopped_by = Some(step),
                Candidate::Step { label, .. } => state.undo = Some(label),
            }
            if let Candidate::Step { label, .. } = redo_candidate(conn)? {
                state.redo = Some(label);
            }
            Ok(state)
        })
    }

    /// What undo would take back, for whoever decides who may.
    pub fn undo_doing(&self) -> Result<Option<Doing>, LedgerError> {
        self.read(|conn| doing_of(conn, undo_candidate(conn)?))
    }

    /// What redo would bring back.
    pub fn redo_doing(&self) -> Result<Option<Doing>, LedgerError> {
        self.read(|conn| doing_of(conn, redo_candidate(conn)?))
    }

    /// What a step did first, behind any undo and redo of it.
    pub fn doing(&self, seq: i64) -> Result<Doing, LedgerError> {
        self.read(|conn| doing(conn, seq))
    }

    fn turn_round<S, E: From<LedgerError>>(
        &self,
        (way, target, label): (Way, i64, String),
        actor: &Actor,
        before: impl FnOnce(&Tx<'_>) -> Result<S, E>,
        after: impl FnOnce(&Tx<'_>, S) -> Result<(), E>,
    ) -> Result<Undone, E> {
        let (code, kind) = match way {
            Way::Undo => ("ledger.undo", Kind::Undo(target)),
            Way::TakeBack => ("ledger.takeBack", Kind::Undo(target)),
            Way::Redo => ("ledger.redo", Kind::Redo(target)),
        };
        let op = Op { code: code.into(), label: label.clone(), finality: Finality::Reversible };
        let conn = self.writer.enter()?;
        // The rows go back one by one to a state that was whole, cascades and all, as the journal has it. With
        // foreign keys on, each row taken back would search all tables that may refer to it, and cascade again.
        // The pragma does nothing inside a transaction, so it stands around it.
        conn.execute_batch("PRAGMA foreign_keys = OFF").map_err(LedgerError::from)?;
        let done = self.within(&conn, kind, &op, actor, |tx| {
            // Rows that stood together before need nobody's look, and what they say is not read.
            let strange = self.is_strange(tx, way, target)?;
            let stood = if strange { Some(before(tx)?) } else { None };
            self.turn(tx, target)?;
            match stood {
                Some(stood) => {
                    self.refuse_orphans(tx)?;
                    after(tx, stood)
                }
                None => Ok(()),
            }
        });
        conn.execute_batch("PRAGMA foreign_keys = ON").map_err(LedgerError::from)?;
        let done = done?;
        Ok(Undone { label, changed: done.changed, seq: done.seq })
    }

    /// Whether the turn leads to rows that never stood together; `Busy` when another thread came first between the look and the step.
    fn is_strange(&self, tx: &Tx<'_>, way: Way, target: i64) -> Result<bool, LedgerError> {
        match way {
            Way::TakeBack if out_of_order::may_take_back(tx, target)?.0 != target => Err(LedgerError::Busy),
            Way::TakeBack => Ok(true),
            Way::Undo => moved(undo_candidate(tx)?, target),
            Way::Redo => moved(redo_candidate(tx)?, target),
        }
    }

    /// Turns the rows of a step round within the step that does it.
    fn turn(&self, tx: &Tx<'_>, target: i64) -> Result<(), LedgerError> {
        let mut taken: Option<Taken> = None;
        let inverted = inverse::invert(tx, self.columns(tx)?, target, &mut taken);
        if let Some(taken) = &taken {
            return Err(out_of_order::standing_of(tx, &Turns::read(tx)?, &taken.table, &taken.id)?);
        }
        inverted
    }

    /// Only when the rows are not those that the step left can one be left without what it refers to.
    fn refuse_orphans(&self, tx: &Tx<'_>) -> Result<(), LedgerError> {
        let mut orphan = inverse::orphan(tx, self.columns(tx)?, tx.seq())?;
        if orphan.is_none() {
            orphan = loose::orphans(tx, &self.schema, first_place(tx.seq()))?.into_iter().next();
        }
        match orphan {
            Some(orphan) => Err(out_of_order::standing_of_orphan(tx, &orphan)?),
            None => Ok(()),
        }
    }
}

fn doing_of(conn: &rusqlite::Connection, candidate: Candidate) -> Result<Option<Doing>, LedgerError> {
    match candidate {
        Candidate::Step { seq, .. } => doing(conn, seq).map(Some),
        _ => Ok(None),
    }
}

/// Whether older steps were taken back since; `Busy` when the candidate is another by now.
fn moved(candidate: Candidate, target: i64) -> Result<bool, LedgerError> {
    match candidate {
        Candidate::Step { seq, out_of_order, .. } if seq == target => Ok(out_of_order),
        _ => Err(LedgerError::Busy),
    }
}

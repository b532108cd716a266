//! Undo and redo, from the journal alone: the inverse of a step's changes, itself a step.
//! Undo stops at a final step; what is final is decided by whoever made the step.

use crate::recorder::first_place;
use crate::schema::{Column, journalled};
use crate::step::Kind;
use crate::triggers::ident;
use crate::{Actor, Finality, Ledger, LedgerError, Op};
use rusqlite::{Connection, params_from_iter, types::Value};
use serde::Serialize;
use serde_json::Value as Json;
use std::collections::{BTreeSet, HashMap};
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
    /// label of the final step at which undo stops
    pub stopped_by: Option<String>,
}

enum Candidate {
    None,
    Stopped(String),
    Step(i64, String),
}

impl Ledger {
    /// Takes the newest step back that is not taken back yet.
    pub fn undo(&self, actor: &Actor) -> Result<Undone, LedgerError> {
        match self.read(undo_candidate)? {
            Candidate::None => Err(LedgerError::NothingToUndo),
            Candidate::Stopped(label) => Err(LedgerError::UndoStopped { label }),
            Candidate::Step(seq, label) => self.turn_round(Kind::Undo(seq), label, actor),
        }
    }

    /// Brings the step back that was taken back last, unless something was done since.
    pub fn redo(&self, actor: &Actor) -> Result<Undone, LedgerError> {
        match self.read(redo_candidate)? {
            Candidate::Step(seq, label) => self.turn_round(Kind::Redo(seq), label, actor),
            _ => Err(LedgerError::NothingToRedo),
        }
    }

    /// What undo and redo would do now.
    pub fn undo_state(&self) -> Result<UndoState, LedgerError> {
        self.read(|conn| {
            let mut state = UndoState::default();
            match undo_candidate(conn)? {
                Candidate::None => {}
                Candidate::Stopped(label) => state.stopped_by = Some(label),
                Candidate::Step(_, label) => state.undo = Some(label),
            }
            if let Candidate::Step(_, label) = redo_candidate(conn)? {
                state.redo = Some(label);
            }
            Ok(state)
        })
    }

    fn turn_round(&self, kind: Kind, label: String, actor: &Actor) -> Result<Undone, LedgerError> {
        let (code, target) = match kind {
            Kind::Undo(target) => ("ledger.undo", target),
            Kind::Redo(target) => ("ledger.redo", target),
            Kind::Do => return Err(LedgerError::NothingToUndo),
        };
        let op = Op { code: code.into(), label: label.clone(), finality: Finality::Reversible };
        let conn = self.writer.enter()?;
        // The rows go back one by one to a state that was whole, cascades and all, as the journal has it. With
        // foreign keys on, each row taken back would search all tables that may refer to it, and cascade again.
        // The pragma does nothing inside a transaction, so it stands around it.
        conn.execute_batch("PRAGMA foreign_keys = OFF")?;
        let done = self.within(&conn, kind, &op, actor, |tx| {
            // Another thread may have come first between the look and the step.
            let still = match kind {
                Kind::Redo(_) => redo_candidate(tx)?,
                _ => undo_candidate(tx)?,
            };
            if !matches!(still, Candidate::Step(seq, _) if seq == target) {
                return Err(LedgerError::Busy);
            }
            invert(tx, &self.schema, target)
        });
        conn.execute_batch("PRAGMA foreign_keys = ON")?;
        let done = done?;
        Ok(Undone { label, changed: done.changed, seq: done.seq })
    }
}

/// Walks back over the journal: an undone step is passed together with its undo.
fn undo_candidate(conn: &Connection) -> Result<Candidate, LedgerError> {
    walk(conn, |kind, skip| match (kind, skip) {
        ("undo", n) => Pass::Skip(n + 1),
        (_, 0) => Pass::Take,
        (_, n) => Pass::Skip(n - 1),
    })
}

fn redo_candidate(conn: &Connection) -> Result<Candidate, LedgerError> {
    walk(conn, |kind, skip| match (kind, skip) {
        ("redo", n) => Pass::Skip(n + 1),
        ("undo", 0) => Pass::Take,
        ("undo", n) => Pass::Skip(n - 1),
        _ => Pass::End,
    })
}

enum Pass {
    Take,
    Skip(u64),
    End,
}

fn walk(conn: &Connection, rule: impl Fn(&str, u64) -> Pass) -> Result<Candidate, LedgerError> {
    let mut statement =
        conn.prepare_cached("SELECT seq, kind, final, label, op FROM journal ORDER BY seq DESC")?;
    let mut rows = statement.query([])?;
    let mut skip = 0;
    while let Some(row) = rows.next()? {
        let kind: String = row.get(1)?;
        match rule(&kind, skip) {
            Pass::Skip(n) => skip = n,
            Pass::End => return Ok(Candidate::None),
            Pass::Take => {
                let (is_final, label, op): (bool, String, String) = (row.get(2)?, row.get(3)?, row.get(4)?);
                return Ok(match (is_final, op.as_str()) {
                    // Before the founding there is nothing; nobody needs to be told that it is final.
                    (true, "ledger.create") => Candidate::None,
                    (true, _) => Candidate::Stopped(label),
                    (false, _) => Candidate::Step(row.get(0)?, label),
                });
            }
        }
    }
    Ok(Candidate::None)
}

/// Applies the inverse of each change of a step, last one first.
fn invert(tx: &Connection, schema: &crate::Schema, target: i64) -> Result<(), LedgerError> {
    let tables: HashMap<String, Vec<Column>> = journalled(tx, schema)?.into_iter().collect();
    let mut statement = tx.prepare(
        "SELECT tbl, row_id, act, before FROM change WHERE place >= ?1 AND place < ?2 ORDER BY place DESC",
    )?;
    let mut rows = statement.query([first_place(target), first_place(target + 1)])?;
    while let Some(row) = rows.next()? {
        let (table, id, act): (String, String, String) = (row.get(0)?, row.get(1)?, row.get(2)?);
        let columns = tables.get(&table).ok_or(LedgerError::UndoConflict)?;
        let before: Option<String> = row.get(3)?;
        let touched = match (act.as_str(), before) {
            ("insert", _) => {
                tx.prepare_cached(&format!("DELETE FROM {} WHERE id = ?1", ident(&table)))?.execute([&id])?
            }
            ("delete", Some(before)) => {
                let (mut names, mut values) = cells(columns, &before)?;
                names.push("id".into());
                values.push(Value::Text(id));
                let marks = vec!["?"; values.len()].join(", ");
                let sql = format!("INSERT INTO {} ({}) VALUES ({marks})", ident(&table), names.join(", "));
                tx.prepare_cached(&sql)?.execute(params_from_iter(values))?
            }
            ("update", Some(before)) => {
                let (names, mut values) = cells(columns, &before)?;
                let sets: Vec<String> = names.iter().map(|name| format!("{name} = ?")).collect();
                values.push(Value::Text(id));
                let sql = format!("UPDATE {} SET {} WHERE id = ?", ident(&table), sets.join(", "));
                tx.prepare_cached(&sql)?.execute(params_from_iter(values))?
            }
            // Erased by a purge: what it was is gone for good.
            _ => return Err(LedgerError::UndoConflict),
        };
        if touched != 1 {
            return Err(LedgerError::UndoConflict);
        }
    }
    Ok(())
}

/// Quoted column names and the values that the journal kept of them.
fn cells(columns: &[Column], text: &str) -> Result<(Vec<String>, Vec<Value>), LedgerError> {
    let Ok(Json::Object(object)) = serde_json::from_str::<Json>(text) else {
        return Err(LedgerError::UndoConflict);
    };
    let (mut names, mut values) = (Vec::new(), Vec::new());
    for (name, value) in object {
        let column = columns.iter().find(|c| c.name == name).ok_or(LedgerError::UndoConflict)?;
        let value = match value {
            Json::Null => Some(Value::Null),
            Json::String(hex) if column.is_blob() => hex::decode(hex).ok().map(Value::Blob),
            Json::String(text) => Some(Value::Text(text)),
            Json::Number(number) => number.as_i64().map(Value::Integer),
            _ => None,
        };
        names.push(ident(&name));
        values.push(value.ok_or(LedgerError::UndoConflict)?);
    }
    Ok((names, values))
}

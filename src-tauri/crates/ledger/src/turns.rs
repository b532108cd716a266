//! Which steps are in force: every undo and redo names the step that it turns round, and a step so named by
//! one in force is void. From the journal alone; what an undo writes stands in `undo` and `inverse`.

use crate::{LedgerError, shanghai};
use chrono::DateTime;
use rusqlite::{Connection, Row};
use serde::Serialize;
use std::collections::{HashMap, HashSet};
use ts_rs::TS;

/// All undos and redos of the journal, understood.
pub(crate) struct Turns {
    /// void step → the step in force that voids it
    void: HashMap<i64, i64>,
    /// redo → the step that it brought back
    origin: HashMap<i64, i64>,
    /// undo → the step it took back
    undos: HashMap<i64, i64>,
}

impl Turns {
    pub fn read(conn: &Connection) -> Result<Self, LedgerError> {
        let mut statement = conn
            .prepare_cached("SELECT seq, kind, target FROM journal WHERE target IS NOT NULL ORDER BY seq")?;
        let turns = statement
            .query_map([], |r| Ok((r.get(0)?, r.get(1)?, r.get(2)?)))?
            .collect::<Result<Vec<(i64, String, i64)>, _>>()?;
        let (mut void, mut origin, mut undos) = (HashMap::new(), HashMap::new(), HashMap::new());
        for (seq, _, target) in turns.iter().rev() {
            if !void.contains_key(seq) {
                void.insert(*target, *seq);
            }
        }
        for (seq, kind, target) in &turns {
            if kind == "undo" {
                undos.insert(*seq, *target);
            } else if let Some(back) = undos.get(target) {
                origin.insert(*seq, *origin.get(back).unwrap_or(back));
            }
        }
        Ok(Self { void, origin, undos })
    }

    /// The step that took this one back, if it is taken back.
    pub fn undone_by(&self, seq: i64) -> Option<i64> {
        self.void.get(&seq).copied()
    }

    /// The step as it was first done, for one that brought it back.
    pub fn origin(&self, seq: i64) -> i64 {
        self.origin.get(&seq).copied().unwrap_or(seq)
    }

    /// The step that last did what `seq` did: itself, or the redo that brought it back.
    pub fn standing(&self, seq: i64) -> i64 {
        let again = self.origin.iter().filter(|(redo, of)| **of == seq && !self.void.contains_key(redo));
        again.map(|(redo, _)| *redo).max().unwrap_or(seq)
    }

    /// Whether what step `seq` wrote stands in the rows of today, seen from the earlier step `from`: an undo
    /// of something later than `from` only cancels it.
    pub fn in_force(&self, seq: i64, from: i64) -> bool {
        !self.void.contains_key(&seq) && self.undos.get(&seq).is_none_or(|target| *target < from)
    }
}

/// A final step that stands in the way of an undo, as a person is told of it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct Sealed {
    /// its number
    #[ts(type = "number")]
    pub seq: i64,
    /// its label
    pub label: String,
    /// when, RFC 3339
    pub at: String,
    /// who, as they were called then
    pub by: String,
}

impl Sealed {
    /// The columns that `of` reads.
    pub(crate) const COLUMNS: &str = "seq, label, at, actor_name";

    pub(crate) fn of(r: &Row<'_>) -> rusqlite::Result<Self> {
        Ok(Self { seq: r.get(0)?, label: r.get(1)?, at: r.get(2)?, by: r.get(3)? })
    }

    /// Its number, its day and who did it, beside its label: 第 12 步，2026年9月15日，陈望舒.
    pub fn how(&self) -> String {
        let day = DateTime::parse_from_rfc3339(&self.at)
            .map(|at| at.with_timezone(&shanghai()).format("%Y年%-m月%-d日").to_string());
        let parts = [Some(format!("第 {} 步", self.seq)), day.ok(), Some(self.by.clone())];
        parts.into_iter().flatten().filter(|part| !part.is_empty()).collect::<Vec<_>>().join("，")
    }
}

/// What undo or redo comes upon.
pub(crate) enum Candidate {
    None,
    Stopped(Sealed),
    Step {
        seq: i64,
        label: String,
        /// something older was taken back since: the rows are not those that the step left
        out_of_order: bool,
    },
}

/// A step as it was first done: the command and who gave it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Doing {
    /// Its number.
    pub seq: i64,
    /// The command.
    pub op: String,
    /// Who gave it.
    pub actor: String,
}

/// What was done first, behind any undo and redo of it.
pub(crate) fn doing(conn: &Connection, mut seq: i64) -> Result<Doing, LedgerError> {
    let mut statement = conn.prepare_cached("SELECT op, actor_id, target FROM journal WHERE seq = ?1")?;
    loop {
        let (op, actor, target) = statement.query_row([seq], |r| Ok((r.get(0)?, r.get(1)?, r.get(2)?)))?;
        match target {
            // A step turns round an earlier one, so that this ends.
            Some(earlier) if earlier < seq => seq = earlier,
            _ => return Ok(Doing { seq, op, actor }),
        }
    }
}

/// The newest step in force that is no undo.
pub(crate) fn undo_candidate(conn: &Connection) -> Result<Candidate, LedgerError> {
    walk(conn, "undo", |kind| (kind != "undo").then_some(true))
}

/// The newest undo in force, unless something was done since.
pub(crate) fn redo_candidate(conn: &Connection) -> Result<Candidate, LedgerError> {
    walk(conn, "redo", |kind| (kind != "redo").then_some(kind == "undo"))
}

/// Walks back over the steps in force: `takes` says whether one is it (`Some(true)`), ends the walk
/// (`Some(false)`) or is passed.
fn walk(
    conn: &Connection,
    passed: &str,
    takes: impl Fn(&str) -> Option<bool>,
) -> Result<Candidate, LedgerError> {
    let mut statement = conn.prepare_cached(
        "SELECT seq, label, at, actor_name, kind, final, op, target FROM journal ORDER BY seq DESC",
    )?;
    let mut rows = statement.query([])?;
    let (mut void, mut oldest) = (HashSet::new(), i64::MAX);
    while let Some(row) = rows.next()? {
        let (seq, kind): (i64, String) = (row.get(0)?, row.get(4)?);
        if void.remove(&seq) {
            continue;
        }
        let target: Option<i64> = row.get(7)?;
        match takes(&kind) {
            None => {
                void.extend(target);
                if passed == "undo" {
                    oldest = oldest.min(target.unwrap_or(i64::MAX));
                }
            }
            Some(false) => return Ok(Candidate::None),
            Some(true) => {
                let (is_final, op): (bool, String) = (row.get(5)?, row.get(6)?);
                return Ok(match (is_final, op.as_str()) {
                    // Before the founding there is nothing; nobody needs to be told that it is final.
                    (true, "ledger.create") => Candidate::None,
                    (true, _) => Candidate::Stopped(Sealed::of(row)?),
                    (false, _) => Candidate::Step { seq, label: row.get(1)?, out_of_order: oldest < seq },
                });
            }
        }
    }
    Ok(Candidate::None)
}

//! Taking a step back that is not the newest: which later step stands in the way, and how it is named. How the
//! rows go back stands in `inverse`.

use crate::LedgerError;
use crate::inverse::Orphan;
use crate::recorder::first_place;
use crate::turns::{Sealed, Turns};
use rusqlite::{Connection, OptionalExtension};

/// The step to turn round, and its label, when `seq` may be taken back as far as the journal knows.
pub(crate) fn may_take_back(conn: &Connection, seq: i64) -> Result<(i64, String), LedgerError> {
    let found: Option<(String, bool, String)> = conn
        .query_row("SELECT kind, final, label FROM journal WHERE seq = ?1", [seq], |r| {
            Ok((r.get(0)?, r.get(1)?, r.get(2)?))
        })
        .optional()?;
    let (kind, is_final, label) = found.ok_or(LedgerError::NothingToUndo)?;
    if kind == "undo" {
        return Err(LedgerError::NothingToUndo);
    }
    if is_final {
        let sql = format!("SELECT {} FROM journal WHERE seq = ?1", Sealed::COLUMNS);
        return Err(LedgerError::UndoStopped { step: conn.query_row(&sql, [seq], Sealed::of)? });
    }
    let turns = Turns::read(conn)?;
    if turns.undone_by(seq).is_some() {
        return Err(LedgerError::AlreadyTakenBack { label });
    }
    // Brought back since: that redo is what wrote the rows last.
    let seq = turns.standing(turns.origin(seq));
    let later =
        format!("SELECT {} FROM journal WHERE seq > ?1 AND final ORDER BY seq LIMIT 1", Sealed::COLUMNS);
    if let Some(step) = conn.query_row(&later, [seq], Sealed::of).optional()? {
        return Err(LedgerError::SealedSince { step });
    }
    match touched_later(conn, &turns, seq)? {
        Some(later) => Err(standing(conn, &turns, later)?),
        None => Ok((seq, label)),
    }
}

/// The newest step in force that touched a row of step `seq` after it.
fn touched_later(conn: &Connection, turns: &Turns, seq: i64) -> Result<Option<i64>, LedgerError> {
    let mut statement = conn.prepare_cached(
        "SELECT DISTINCT later.place >> 32 FROM change AS mine CROSS JOIN change AS later
         ON substr(later.row_id, -8) = substr(mine.row_id, -8) AND later.row_id = mine.row_id AND later.tbl = mine.tbl
           AND later.place >= ?2
         WHERE mine.place >= ?1 AND mine.place < ?2",
    )?;
    let found = statement.query_map([first_place(seq), first_place(seq + 1)], |r| r.get::<_, i64>(0))?;
    let mut newest = None;
    for later in found {
        let later = later?;
        if turns.in_force(later, seq) {
            newest = newest.max(Some(later));
        }
    }
    Ok(newest)
}

/// The refusal that names a step, by the number under which it was first done.
fn standing(conn: &Connection, turns: &Turns, seq: i64) -> Result<LedgerError, LedgerError> {
    let seq = turns.origin(seq);
    let label = conn.query_row("SELECT label FROM journal WHERE seq = ?1", [seq], |r| r.get(0));
    Ok(LedgerError::StandsInTheWay { seq, label: label.optional()?.unwrap_or_default() })
}

/// The refusal that names the step which last wrote a row, within a step that may have written it itself. What was taken back since
/// left nothing of it, and the undo no more than that: they are named only where nothing else is left, for a row that went with them.
pub(crate) fn standing_of(
    tx: &Connection,
    turns: &Turns,
    table: &str,
    id: &str,
) -> Result<LedgerError, LedgerError> {
    // The step that is running has no journal row yet.
    let mut statement = tx.prepare(
        "SELECT DISTINCT place >> 32 FROM change
         WHERE substr(row_id, -8) = substr(?1, -8) AND row_id = ?1 AND tbl = ?2
           AND place >> 32 <= (SELECT max(seq) FROM journal)",
    )?;
    let wrote = statement.query_map([id, table], |r| r.get(0))?.collect::<Result<Vec<i64>, _>>()?;
    let stands = wrote.iter().copied().filter(|seq| turns.in_force(*seq, 0)).max();
    let last = stands.or_else(|| wrote.iter().copied().max());
    last.map_or(Err(LedgerError::UndoConflict), |seq| standing(tx, turns, seq))
}

/// The refusal for a row that would refer to nothing: who made it refer, or who took away what it refers to.
pub(crate) fn standing_of_orphan(tx: &Connection, orphan: &Orphan) -> Result<LedgerError, LedgerError> {
    let turns = Turns::read(tx)?;
    let running: i64 = tx.query_row("SELECT max(seq) + 1 FROM journal", [], |r| r.get(0))?;
    let mine = tx
        .prepare(
            "SELECT 1 FROM change WHERE substr(row_id, -8) = substr(?1, -8) AND row_id = ?1
               AND tbl = ?2 AND place >= ?3",
        )?
        .exists((&orphan.id, &orphan.table, first_place(running)))?;
    // A row of the step's own lost its parent to another step; any other row came to refer by another step.
    let (table, id) = if mine { (&orphan.parent.0, &orphan.parent.1) } else { (&orphan.table, &orphan.id) };
    standing_of(tx, &turns, table, id)
}

//! The rows of what happened to a hazard.

use chrono::NaiveDate;
use ledger::Tx;
use rusqlite::{Connection, OptionalExtension, Row, params};

use super::word;
use crate::Problem;
use crate::office::text;
use crate::safety::model::{
    HazardAnswer, HazardEvent, HazardEventId, HazardEventInput, HazardEventKind, HazardId, HazardLevel,
};
use crate::safety::rules::Due;

const COLUMNS: &str =
    "e.id, e.hazard_id, e.kind, e.happened_on, e.happened_at, e.text, e.who, e.answer, e.level, e.until_on,
  e.due_on, e.late_entry,
  (SELECT count(*) FROM live_attachment a WHERE a.of_kind = 'hazardEvent' AND a.of_id = e.id)";

fn no_event() -> Problem {
    Problem::missing("条隐患经过")
}

fn read(row: &Row<'_>) -> rusqlite::Result<HazardEvent> {
    let (id, happened_on): (HazardEventId, NaiveDate) = (row.get(0)?, row.get(3)?);
    let due_on: Option<NaiveDate> = row.get(10)?;
    Ok(HazardEvent {
        id,
        record: HazardEventInput {
            id: Some(id),
            hazard: row.get(1)?,
            kind: word(row, 2, HazardEventKind::of, HazardEventKind::Posted)?,
            happened_on,
            happened_at: row.get(4)?,
            text: row.get(5)?,
            who: row.get(6)?,
            answer: row.get::<_, Option<String>>(7)?.as_deref().and_then(HazardAnswer::of),
            level: row.get::<_, Option<String>>(8)?.as_deref().and_then(HazardLevel::of),
            until_on: row.get(9)?,
            late_entry: row.get(11)?,
        },
        late: due_on.is_some_and(|due| happened_on > due),
        due_on,
        files: row.get(12)?,
    })
}

/// What happened to a hazard, in order.
pub(in crate::safety) fn events(connection: &Connection, id: HazardId) -> Result<Vec<HazardEvent>, Problem> {
    let sql = format!("SELECT {COLUMNS} FROM live_hazard_event e WHERE e.hazard_id = ?1 ORDER BY e.ord");
    let mut statement = connection.prepare_cached(&sql)?;
    Ok(statement.query_map([id], read)?.collect::<Result<_, _>>()?)
}

/// One event.
///
/// Errors: `not_found`.
fn event(connection: &Connection, id: HazardEventId) -> Result<HazardEvent, Problem> {
    let sql = format!("SELECT {COLUMNS} FROM live_hazard_event e WHERE e.id = ?1");
    let found = connection.prepare_cached(&sql)?.query_row([id], read).optional()?;
    found.ok_or_else(no_event)
}

/// The hazard of an event.
///
/// Errors: `not_found`.
pub(in crate::safety) fn hazard_of(connection: &Connection, id: HazardEventId) -> Result<HazardId, Problem> {
    Ok(event(connection, id)?.record.hazard)
}

/// Writes an event, new or corrected, with the day it was due by. Its kind and its hazard stay.
pub(in crate::safety) fn save(
    tx: &Tx,
    id: HazardEventId,
    input: &HazardEventInput,
    due: &Due,
) -> Result<(), Problem> {
    use HazardEventKind as Kind;
    let timed = matches!(input.kind, Kind::Evacuation | Kind::Decided);
    let sets = matches!(input.kind, Kind::Extended | Kind::Failed | Kind::Reopened | Kind::Escalated);
    let answer = input.answer.filter(|_| input.kind == Kind::Replied);
    let level = input.level.filter(|_| input.kind == Kind::Escalated);
    tx.execute(
        "INSERT INTO hazard_event (id, hazard_id, ord, kind, happened_on, happened_at, text, who, answer, level, until_on,
           due_on, due_rule, law_pack, late_entry)
         VALUES (?1, ?2, (SELECT coalesce(max(ord), 0) + 1 FROM hazard_event WHERE hazard_id = ?2), ?3, ?4, ?5, ?6, ?7, ?8,
           ?9, ?10, ?11, ?12, ?13, ?14)
         ON CONFLICT (id) DO UPDATE SET happened_on = excluded.happened_on, happened_at = excluded.happened_at,
           text = excluded.text, who = excluded.who, answer = excluded.answer, level = excluded.level,
           until_on = excluded.until_on, due_on = excluded.due_on, due_rule = excluded.due_rule,
           law_pack = excluded.law_pack, late_entry = excluded.late_entry",
        params![
            id,
            input.hazard,
            input.kind.code(),
            input.happened_on,
            text(&input.happened_at).filter(|_| timed),
            input.text.trim(),
            text(&input.who),
            answer.map(HazardAnswer::code),
            level.map(HazardLevel::code),
            input.until_on.filter(|_| sets),
            due.on,
            due.rule,
            due.pack,
            text(&input.late_entry),
        ],
    )?;
    Ok(())
}

/// Puts an event out of sight.
pub(in crate::safety) fn remove(tx: &Tx, id: HazardEventId) -> Result<(), Problem> {
    let sql = "UPDATE hazard_event SET removed_at = ?2 WHERE id = ?1 AND removed_at IS NULL";
    let kept = tx.execute(sql, params![id, tx.now().to_rfc3339()])?;
    if kept == 1 { Ok(()) } else { Err(no_event()) }
}

//! The rows of suspensions. Decisions are made before (`rules`).

use chrono::NaiveDate;
use ledger::Tx;
use rusqlite::{Connection, OptionalExtension, params};

use super::model::{Suspension, SuspensionId, SuspensionInput};
use crate::Problem;
use crate::negotiation::model::NegotiationId;
use crate::negotiation::store::remove;
use crate::office::text;

fn missing() -> Problem {
    Problem::missing("次中止")
}

/// The talks a suspension belongs to. Errors: `not_found`.
pub fn negotiation(connection: &Connection, id: SuspensionId) -> Result<NegotiationId, Problem> {
    let sql = "SELECT negotiation_id FROM live_negotiation_suspension WHERE id = ?1";
    let found = connection.prepare_cached(sql)?.query_row([id], |row| row.get(0)).optional()?;
    found.ok_or_else(missing)
}

/// The suspensions of talks by day, as recorded; what follows from the meetings is still to be read.
pub fn all(connection: &Connection, of: NegotiationId) -> Result<Vec<Suspension>, Problem> {
    let mut statement = connection.prepare_cached(
        "SELECT id, meeting_id, reason, force_majeure, from_on, resume_on, resume_place, resume_subject, workers_agreed,
           employer_agreed, resumed_on, resumed_note, late_entry
         FROM live_negotiation_suspension WHERE negotiation_id = ?1 ORDER BY from_on, id",
    )?;
    let rows = statement.query_map([of], |row| {
        let id: SuspensionId = row.get(0)?;
        Ok(Suspension {
            id,
            record: SuspensionInput {
                id: Some(id),
                negotiation: of,
                meeting: row.get(1)?,
                reason: row.get(2)?,
                force_majeure: row.get(3)?,
                from_on: row.get(4)?,
                resume_on: row.get(5)?,
                resume_place: row.get(6)?,
                resume_subject: row.get(7)?,
                workers_agreed: row.get(8)?,
                employer_agreed: row.get(9)?,
                late_entry: row.get(12)?,
            },
            round: None,
            resumed_on: row.get(10)?,
            recorded: false,
            resumed_note: row.get(11)?,
            days: 0,
        })
    })?;
    Ok(rows.collect::<Result<_, _>>()?)
}

/// Writes a suspension; when the talks went on is kept apart.
pub fn save(tx: &Tx, id: SuspensionId, input: &SuspensionInput) -> Result<(), Problem> {
    tx.execute(
        "INSERT INTO negotiation_suspension (id, negotiation_id, meeting_id, reason, force_majeure, from_on, resume_on,
           resume_place, resume_subject, workers_agreed, employer_agreed, late_entry)
         VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12)
         ON CONFLICT (id) DO UPDATE SET meeting_id = excluded.meeting_id, reason = excluded.reason,
           force_majeure = excluded.force_majeure, from_on = excluded.from_on, resume_on = excluded.resume_on,
           resume_place = excluded.resume_place, resume_subject = excluded.resume_subject,
           workers_agreed = excluded.workers_agreed, employer_agreed = excluded.employer_agreed,
           late_entry = excluded.late_entry",
        params![
            id,
            input.negotiation,
            input.meeting,
            input.reason.trim(),
            input.force_majeure,
            input.from_on,
            input.resume_on,
            input.resume_place.trim(),
            input.resume_subject.trim(),
            input.workers_agreed.trim(),
            input.employer_agreed.trim(),
            text(&input.late_entry),
        ],
    )?;
    Ok(())
}

/// Keeps the day the talks went on, or takes it back. Errors: `not_found`.
pub fn resume(tx: &Tx, id: SuspensionId, on: Option<NaiveDate>, note: Option<&str>) -> Result<(), Problem> {
    let changed = tx.execute(
        "UPDATE negotiation_suspension SET resumed_on = ?2, resumed_note = ?3 WHERE id = ?1 AND removed_at IS NULL",
        params![id, on, note],
    )?;
    if changed == 0 { Err(missing()) } else { Ok(()) }
}

/// Puts a suspension out of sight. Errors: `not_found`.
pub fn remove_one(tx: &Tx, id: SuspensionId) -> Result<(), Problem> {
    negotiation(tx, id)?;
    remove(tx, "negotiation_suspension", "id", &id.to_string())
}

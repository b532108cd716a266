//! The rows of supervision cases: the case itself with its informer, and its course as decisions read it. Events and letters
//! stand beside, the register of many cases too.

mod events;
pub(crate) mod inspectors;
mod letters;
pub(super) mod register;
mod word;

pub(super) use events::{
    AnswerDue, case_of as case_of_event, department, event, events, next_ord, remove as remove_event,
    save as save_event,
};
pub(super) use letters::{
    Kept as Letter, by_id as letter_by_id, facts as letter_facts, id_of as letter_id, last_of as last_letter,
    letters, remove as remove_letter, save as save_letter, serve as serve_letter,
};

pub(super) use word::word;

use ledger::Tx;
use rusqlite::{Connection, OptionalExtension, params};

use super::model::{
    SupervisionCaseId, SupervisionInformer, SupervisionInput, SupervisionSource, SupervisionTopic,
};
use super::rules::Course;
use crate::Problem;
use crate::office::model::{PaperNumber, series};
use crate::office::text;

/// The series of the register's numbers, as `office` knows it by kind.
pub(crate) const SERIES: &str = "supervision";

/// The register's number as it is written, 监〔2026〕1号.
pub(crate) fn number(year: i32, serial: u32) -> String {
    PaperNumber { series: series(SERIES), year, number: serial }.to_string()
}

fn missing() -> Problem {
    Problem::missing("件监督案件")
}

fn found(kept: usize) -> Result<(), Problem> {
    if kept == 1 { Ok(()) } else { Err(missing()) }
}

/// One more than the highest serial of the year. Removed cases keep theirs, so that none is given twice.
pub(super) fn next_serial(connection: &Connection, year: i32) -> Result<u32, Problem> {
    let sql = "SELECT coalesce(max(serial), 0) + 1 FROM supervision_case WHERE year = ?1";
    Ok(connection.query_row(sql, [year], |row| row.get(0))?)
}

pub(super) fn insert(
    tx: &Tx,
    id: SupervisionCaseId,
    (year, serial): (i32, u32),
    input: &SupervisionInput,
    employer: &str,
) -> Result<(), Problem> {
    tx.execute(
        "INSERT INTO supervision_case (id, source, topic, received_on, employer, matter, details, year, serial)
         VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9)",
        params![
            id,
            input.source.code(),
            input.topic.code(),
            input.received_on,
            employer,
            input.matter.trim(),
            text(&input.details),
            year,
            serial,
        ],
    )?;
    Ok(())
}

pub(super) fn update(
    tx: &Tx,
    id: SupervisionCaseId,
    input: &SupervisionInput,
    employer: &str,
) -> Result<(), Problem> {
    let kept = tx.execute(
        "UPDATE supervision_case SET source = ?2, topic = ?3, received_on = ?4, employer = ?5, matter = ?6, details = ?7
         WHERE id = ?1 AND removed_at IS NULL",
        params![
            id,
            input.source.code(),
            input.topic.code(),
            input.received_on,
            employer,
            input.matter.trim(),
            text(&input.details),
        ],
    )?;
    found(kept)
}

/// Keeps who reported it, apart from the case; an empty name makes it anonymous.
pub(super) fn set_informer(
    tx: &Tx,
    id: SupervisionCaseId,
    informer: &SupervisionInformer,
) -> Result<(), Problem> {
    let name = informer.name.trim();
    if name.is_empty() {
        tx.execute(
            "UPDATE supervision_informer SET removed_at = ?2 WHERE id = ?1 AND removed_at IS NULL",
            params![id, tx.now().to_rfc3339()],
        )?;
        return Ok(());
    }
    tx.execute(
        "INSERT INTO supervision_informer (id, name, contact) VALUES (?1, ?2, ?3)
         ON CONFLICT (id) DO UPDATE SET name = excluded.name, contact = excluded.contact, removed_at = NULL",
        params![id, name, text(&informer.contact)],
    )?;
    Ok(())
}

/// Who reported a case; for one who may see it.
pub(super) fn informer(
    connection: &Connection,
    id: SupervisionCaseId,
) -> Result<Option<SupervisionInformer>, Problem> {
    Ok(connection
        .prepare_cached("SELECT name, contact FROM live_supervision_informer WHERE id = ?1")?
        .query_row([id], |row| Ok(SupervisionInformer { name: row.get(0)?, contact: row.get(1)? }))
        .optional()?)
}

/// Puts a case out of sight; its number stays used.
pub(super) fn remove(tx: &Tx, id: SupervisionCaseId) -> Result<(), Problem> {
    let kept = tx.execute(
        "UPDATE supervision_case SET removed_at = ?2 WHERE id = ?1 AND removed_at IS NULL",
        params![id, tx.now().to_rfc3339()],
    )?;
    found(kept)
}

/// The year of a case's number, removed or not.
pub(crate) fn year_of(connection: &Connection, id: &str) -> Result<i32, Problem> {
    let year = connection
        .query_row("SELECT year FROM supervision_case WHERE id = ?1", [id], |row| row.get(0))
        .optional()?;
    year.ok_or_else(missing)
}

/// The employer of a case.
pub(super) fn employer(connection: &Connection, id: SupervisionCaseId) -> Result<String, Problem> {
    Ok(head(connection, id)?.1.employer.unwrap_or_default())
}

/// A case's number and what its form holds, without the informer; and whether there is one.
///
/// Errors: `not_found`.
pub(super) fn head(
    connection: &Connection,
    id: SupervisionCaseId,
) -> Result<(String, SupervisionInput, bool), Problem> {
    let sql = "SELECT year, serial, source, topic, received_on, employer, matter, details,
        EXISTS (SELECT 1 FROM live_supervision_informer i WHERE i.id = c.id)
      FROM live_supervision_case c WHERE id = ?1";
    let head = connection
        .prepare_cached(sql)?
        .query_row([id], |row| {
            let input = SupervisionInput {
                id: Some(id),
                source: word(row, 2, SupervisionSource::of, SupervisionSource::Complaint)?,
                topic: word(row, 3, SupervisionTopic::of, SupervisionTopic::Other)?,
                received_on: row.get(4)?,
                employer: row.get(5)?,
                matter: row.get(6)?,
                details: row.get(7)?,
                informer: None,
            };
            Ok((number(row.get(0)?, row.get(1)?), input, row.get(8)?))
        })
        .optional()?;
    head.ok_or_else(missing)
}

/// The course of a case, as decisions read it.
///
/// Errors: `not_found`.
pub(super) fn course(connection: &Connection, id: SupervisionCaseId) -> Result<Course, Problem> {
    let (_, input, named) = head(connection, id)?;
    Ok(Course {
        received_on: input.received_on,
        named,
        events: events::happened(connection, id)?,
        letters: letters::sent(connection, id)?,
    })
}

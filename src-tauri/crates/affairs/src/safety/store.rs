//! The rows of hazards and of what happened to them; the ledger of hazards. What is decided from them is `rules`'.

mod events;
mod list;

pub(super) use events::{events, hazard_of, remove as remove_event, save as save_event};
pub(super) use list::{count, figures, found_on, ids, places, visits_in};

use ledger::Tx;
use rusqlite::{Connection, OptionalExtension, Row, params};

use super::REGISTER;
use super::kinds::{EVACUATION, PROPOSAL};
use super::model::{
    HazardAssurances, HazardCategory, HazardEvent, HazardEventKind, HazardFound, HazardGrade, HazardId,
    HazardInput, HazardProposal,
};
use super::rules::{Course, Happened, Sent, lacking};
use crate::Problem;
use crate::office;
use crate::office::model::{IssuedPaper, PaperId};
use crate::office::text;

/// A hazard without its events.
#[derive(Debug, Clone)]
pub(super) struct Kept {
    pub id: HazardId,
    pub number: String,
    pub record: HazardInput,
    pub proposal: Option<HazardProposal>,
    pub assurances: HazardAssurances,
    pub photos: u32,
}

/// A word of a column; one of a newer program reads as nothing known.
fn word<T>(row: &Row<'_>, at: usize, of: fn(&str) -> Option<T>, otherwise: T) -> rusqlite::Result<T> {
    Ok(of(&row.get::<_, String>(at)?).unwrap_or(otherwise))
}

const COLUMNS: &str = "r.id, r.year, r.serial, r.found_on, r.found_at, r.finder, r.found_how, r.unit, r.place, r.kind, r.matter,
  r.details, r.basis, r.grade, r.grade_reason, r.danger, r.evacuees, r.advice, r.advised_by, r.contact, r.assured_by, r.measures,
  r.funds, r.due_on, r.plan, r.late_entry,
  (SELECT count(*) FROM live_attachment a WHERE a.of_kind = 'hazard' AND a.of_id = r.id AND a.media LIKE 'image/%')";

const FROM: &str = "FROM live_hazard r";

fn kept(row: &Row<'_>) -> rusqlite::Result<Kept> {
    let id: HazardId = row.get(0)?;
    let advice: Option<String> = row.get(17)?;
    let proposal = match advice {
        Some(advice) => Some(HazardProposal { id, advice, advised_by: row.get(18)?, contact: row.get(19)? }),
        None => None,
    };
    Ok(Kept {
        id,
        number: REGISTER.number(row.get(1)?, row.get(2)?),
        record: HazardInput {
            id: Some(id),
            found_on: row.get(3)?,
            found_at: row.get(4)?,
            finder: row.get(5)?,
            found_how: word(row, 6, HazardFound::of, HazardFound::Other)?,
            unit: row.get(7)?,
            place: row.get(8)?,
            kind: word(row, 9, HazardCategory::of, HazardCategory::Other)?,
            matter: row.get(10)?,
            details: row.get(11)?,
            basis: row.get(12)?,
            grade: row.get::<_, Option<String>>(13)?.as_deref().and_then(HazardGrade::of),
            grade_reason: row.get(14)?,
            danger: row.get(15)?,
            evacuees: row.get(16)?,
            late_entry: row.get(25)?,
        },
        proposal,
        assurances: HazardAssurances {
            id,
            assured_by: row.get(20)?,
            measures: row.get(21)?,
            funds: row.get(22)?,
            due_on: row.get(23)?,
            plan: row.get(24)?,
        },
        photos: row.get(26)?,
    })
}

/// One hazard.
///
/// Errors: `not_found`.
pub(super) fn get(connection: &Connection, id: HazardId) -> Result<Kept, Problem> {
    let sql = format!("SELECT {COLUMNS} {FROM} WHERE r.id = ?1");
    let found = connection.prepare_cached(&sql)?.query_row([id], kept).optional()?;
    found.ok_or_else(|| REGISTER.missing())
}

/// Writes a hazard, new with its number or changed.
pub(super) fn save(
    tx: &Tx,
    id: HazardId,
    new: Option<(i32, u32)>,
    input: &HazardInput,
) -> Result<(), Problem> {
    let said = params![
        id,
        input.found_on,
        text(&input.found_at),
        text(&input.finder),
        input.found_how.code(),
        text(&input.unit),
        input.place.trim(),
        input.kind.code(),
        input.matter.trim(),
        text(&input.details),
        text(&input.basis),
        input.grade.map(HazardGrade::code),
        text(&input.grade_reason),
        input.danger,
        text(&input.evacuees).filter(|_| input.danger),
        text(&input.late_entry),
        new.map(|(year, _)| year),
        new.map(|(_, serial)| serial),
    ];
    let sql = if new.is_some() {
        "INSERT INTO hazard (id, found_on, found_at, finder, found_how, unit, place, kind, matter, details, basis, grade,
           grade_reason, danger, evacuees, late_entry, year, serial)
         VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13, ?14, ?15, ?16, ?17, ?18)"
    } else {
        "UPDATE hazard SET found_on = ?2, found_at = ?3, finder = ?4, found_how = ?5, unit = ?6, place = ?7, kind = ?8,
           matter = ?9, details = ?10, basis = ?11, grade = ?12, grade_reason = ?13, danger = ?14, evacuees = ?15,
           late_entry = ?16, year = ifnull(?17, year), serial = ifnull(?18, serial)
         WHERE id = ?1 AND removed_at IS NULL"
    };
    REGISTER.found(tx.execute(sql, said)?)
}

/// Keeps what the union asks.
pub(super) fn save_proposal(tx: &Tx, input: &HazardProposal) -> Result<(), Problem> {
    let kept = tx.execute(
        "UPDATE hazard SET advice = ?2, advised_by = ?3, contact = ?4 WHERE id = ?1 AND removed_at IS NULL",
        params![input.id, input.advice.trim(), input.advised_by, text(&input.contact)],
    )?;
    REGISTER.found(kept)
}

/// Keeps what the employer assures.
pub(super) fn save_assurances(tx: &Tx, input: &HazardAssurances) -> Result<(), Problem> {
    let kept = tx.execute(
        "UPDATE hazard SET assured_by = ?2, measures = ?3, funds = ?4, due_on = ?5, plan = ?6
         WHERE id = ?1 AND removed_at IS NULL",
        params![
            input.id,
            text(&input.assured_by),
            text(&input.measures),
            text(&input.funds),
            input.due_on,
            text(&input.plan)
        ],
    )?;
    REGISTER.found(kept)
}

/// The newest issue of a paper of a hazard.
pub(super) fn issue(
    connection: &Connection,
    kind: &str,
    id: HazardId,
) -> Result<Option<IssuedPaper>, Problem> {
    Ok(office::store::issues(connection, kind, &id.to_string())?.into_iter().next())
}

/// Whether a paper of a hazard was issued.
pub(super) fn was_issued(connection: &Connection, id: HazardId) -> Result<bool, Problem> {
    let sql = "SELECT 1 FROM live_paper WHERE kind LIKE 'safety.%' AND of_id = ?1";
    Ok(connection.prepare_cached(sql)?.exists([id])?)
}

/// A paper as it went out: its newest issue, and the first receipt among the sendings of all issues.
fn sent(connection: &Connection, kind: &str, id: HazardId) -> Result<Sent, Problem> {
    let sql =
        "SELECT (SELECT n.id FROM live_paper n WHERE n.kind = ?1 AND n.of_id = ?2 ORDER BY n.issued_at DESC,
        n.number DESC LIMIT 1),
      (SELECT min(s.signed_on) FROM live_paper_sending s JOIN live_paper i ON i.id = s.paper_id
        WHERE i.kind = ?1 AND i.of_id = ?2)";
    let read =
        |row: &Row<'_>| Ok(Sent { issue: row.get::<_, Option<PaperId>>(0)?, received_on: row.get(1)? });
    Ok(connection.prepare_cached(sql)?.query_row(params![kind, id], read)?)
}

/// A hazard as decisions read it, up to some of its events.
pub(super) fn course(
    connection: &Connection,
    kept: &Kept,
    events: &[HazardEvent],
) -> Result<Course, Problem> {
    let happened = |event: &HazardEvent| Happened {
        kind: event.record.kind,
        on: event.record.happened_on,
        until: event.record.until_on,
        answer: event.record.answer,
        level: event.record.level,
    };
    let entered = |kind: HazardEventKind| {
        events.iter().find(|event| event.record.kind == kind).map(|event| event.record.happened_on)
    };
    let paper = |kind: &str, event: HazardEventKind| -> Result<Sent, Problem> {
        let sent = sent(connection, kind, kept.id)?;
        Ok(Sent { received_on: sent.received_on.or_else(|| entered(event)), ..sent })
    };
    Ok(Course {
        found_on: kept.record.found_on,
        grade: kept.record.grade,
        danger: kept.record.danger,
        written: kept.proposal.is_some(),
        proposal: paper(PROPOSAL, HazardEventKind::Proposed)?,
        evacuation: paper(EVACUATION, HazardEventKind::Evacuation)?,
        lacking: lacking(&kept.assurances),
        assured_by: kept.assurances.assured_by.clone(),
        due_on: kept.assurances.due_on,
        events: events.iter().map(happened).collect(),
    })
}

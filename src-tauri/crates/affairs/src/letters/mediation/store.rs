//! The rows of mediators, of mediation cases and of what happened in them; the register of cases.

use chrono::NaiveDate;
use ledger::Tx;
use rusqlite::{Connection, OptionalExtension, Row, params};

use super::model::{
    MediationCaseId, MediationEvent, MediationEventId, MediationEventInput, MediationEventKind,
    MediationInput, MediationParty, MediationQuery, MediationWhich, Mediator, MediatorChosen, MediatorId,
    MediatorInput, MediatorOffice, MediatorSide,
};
use super::rules::{Course, Happened};
use crate::Problem;
use crate::letters::appeals::model::AppealKind;
use crate::letters::store::{AnswerDue, word};
use crate::office::register::{self, Register, Terms, by_number};
use crate::office::text;

/// The series of the register's numbers, as `office` knows it by kind.
pub(crate) const SERIES: &str = "mediation";

/// The register.
pub(crate) const REGISTER: Register =
    Register { table: "mediation_case", series: SERIES, name: "件调解案件" };

/// Everyone of the committee, the chair first, as they stand on a day.
pub(super) fn mediators(connection: &Connection, today: NaiveDate) -> Result<Vec<Mediator>, Problem> {
    let sql = "SELECT id, person_id, name, side, office, chosen, from_on, until_on FROM live_mediator
      ORDER BY office = 'chair' DESC, office = 'vice' DESC, side DESC, from_on, id";
    let mut statement = connection.prepare_cached(sql)?;
    let rows = statement.query_map([], |row| {
        let (id, until_on): (MediatorId, Option<NaiveDate>) = (row.get(0)?, row.get(7)?);
        let record = MediatorInput {
            id: Some(id),
            person: row.get(1)?,
            name: row.get(2)?,
            side: word(row, 3, MediatorSide::of, MediatorSide::Workers)?,
            office: word(row, 4, MediatorOffice::of, MediatorOffice::Member)?,
            chosen: word(row, 5, MediatorChosen::of, MediatorChosen::Union)?,
            from_on: row.get(6)?,
            until_on,
        };
        Ok(Mediator { id, record, expired: until_on.is_some_and(|until| until < today) })
    })?;
    Ok(rows.collect::<Result<_, _>>()?)
}

fn no_mediator() -> Problem {
    Problem::missing("名调解委员")
}

/// Writes someone of the committee, new or changed.
pub(super) fn save_mediator(tx: &Tx, id: MediatorId, input: &MediatorInput) -> Result<(), Problem> {
    tx.execute(
        "INSERT INTO mediator (id, person_id, name, side, office, chosen, from_on, until_on)
         VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8)
         ON CONFLICT (id) DO UPDATE SET person_id = excluded.person_id, name = excluded.name, side = excluded.side,
           office = excluded.office, chosen = excluded.chosen, from_on = excluded.from_on, until_on = excluded.until_on",
        params![
            id,
            input.person,
            input.name.trim(),
            input.side.code(),
            input.office.code(),
            input.chosen.code(),
            input.from_on,
            input.until_on
        ],
    )?;
    Ok(())
}

/// Puts someone of the committee out of sight; their cases keep their name.
pub(super) fn remove_mediator(tx: &Tx, id: MediatorId) -> Result<(), Problem> {
    let sql = "UPDATE mediator SET removed_at = ?2 WHERE id = ?1 AND removed_at IS NULL";
    let kept = tx.execute(sql, params![id, tx.now().to_rfc3339()])?;
    if kept == 1 { Ok(()) } else { Err(no_mediator()) }
}

/// A case without its events.
#[derive(Debug, Clone)]
pub(super) struct Kept {
    pub id: MediationCaseId,
    pub number: String,
    pub record: MediationInput,
    pub mediator: Option<String>,
}

const COLUMNS: &str =
    "r.id, r.year, r.serial, r.topic, r.person_id, r.worker, r.employer, r.applicant, r.oral, r.talks_on,
  r.applied_on, r.known_on, r.facts, r.claims, r.mediator_id, m.name";

// Someone removed since stands in the cases they mediated.
const FROM: &str = "FROM live_mediation_case r LEFT JOIN mediator m ON m.id = r.mediator_id";

fn kept(row: &Row<'_>) -> rusqlite::Result<Kept> {
    let id: MediationCaseId = row.get(0)?;
    Ok(Kept {
        id,
        number: REGISTER.number(row.get(1)?, row.get(2)?),
        record: MediationInput {
            id: Some(id),
            topic: word(row, 3, AppealKind::of, AppealKind::Other)?,
            person: row.get(4)?,
            worker: row.get(5)?,
            employer: row.get(6)?,
            applicant: word(row, 7, MediationParty::of, MediationParty::Worker)?,
            oral: row.get(8)?,
            talks_on: row.get(9)?,
            applied_on: row.get(10)?,
            known_on: row.get(11)?,
            facts: row.get(12)?,
            claims: row.get(13)?,
            mediator: row.get(14)?,
        },
        mediator: row.get(15)?,
    })
}

/// One case.
///
/// Errors: `not_found`.
pub(super) fn get(connection: &Connection, id: MediationCaseId) -> Result<Kept, Problem> {
    let sql = format!("SELECT {COLUMNS} {FROM} WHERE r.id = ?1");
    let found = connection.prepare_cached(&sql)?.query_row([id], kept).optional()?;
    found.ok_or_else(|| REGISTER.missing())
}

pub(super) fn save(
    tx: &Tx,
    id: MediationCaseId,
    new: Option<(i32, u32)>,
    input: &MediationInput,
    employer: &str,
) -> Result<(), Problem> {
    let said = params![
        id,
        input.topic.code(),
        input.person,
        input.worker.trim(),
        employer,
        input.applicant.code(),
        input.oral,
        input.talks_on,
        input.applied_on,
        input.known_on,
        input.facts.trim(),
        input.claims.trim(),
        input.mediator,
        new.map(|(year, _)| year),
        new.map(|(_, serial)| serial),
    ];
    let sql = if new.is_some() {
        "INSERT INTO mediation_case (id, topic, person_id, worker, employer, applicant, oral, talks_on, applied_on, known_on,
           facts, claims, mediator_id, year, serial)
         VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13, ?14, ?15)"
    } else {
        "UPDATE mediation_case SET topic = ?2, person_id = ?3, worker = ?4, employer = ?5, applicant = ?6, oral = ?7,
           talks_on = ?8, applied_on = ?9, known_on = ?10, facts = ?11, claims = ?12, mediator_id = ?13,
           year = ifnull(?14, year), serial = ifnull(?15, serial)
         WHERE id = ?1 AND removed_at IS NULL"
    };
    REGISTER.found(tx.execute(sql, said)?)
}

/// What happened in a case, in order.
pub(super) fn events(connection: &Connection, case: MediationCaseId) -> Result<Vec<MediationEvent>, Problem> {
    let sql = "SELECT id, kind, happened_on, text, until_on, due_on, manner, late_entry FROM live_mediation_event WHERE case_id = ?1 ORDER BY ord";
    let mut statement = connection.prepare_cached(sql)?;
    let rows = statement.query_map([case], |row| {
        let (id, happened_on): (MediationEventId, NaiveDate) = (row.get(0)?, row.get(2)?);
        let due_on: Option<NaiveDate> = row.get(5)?;
        let record = MediationEventInput {
            id: Some(id),
            case,
            kind: word(row, 1, MediationEventKind::of, MediationEventKind::Met)?,
            happened_on,
            text: row.get(3)?,
            until_on: row.get(4)?,
            manner: row.get(6)?,
            late_entry: row.get(7)?,
        };
        Ok(MediationEvent { id, record, late: due_on.is_some_and(|due| happened_on > due), due_on })
    })?;
    Ok(rows.collect::<Result<_, _>>()?)
}

/// A case as decisions read it.
pub(super) fn course(
    connection: &Connection,
    id: MediationCaseId,
    record: &MediationInput,
) -> Result<Course, Problem> {
    let happened = |event: MediationEvent| Happened {
        kind: event.record.kind,
        on: event.record.happened_on,
        until: event.record.until_on,
    };
    let sql =
        "SELECT 1 FROM live_paper WHERE kind IN ('mediation.agreement', 'mediation.closing') AND of_id = ?1";
    Ok(Course {
        applicant: record.applicant,
        talks_on: record.talks_on,
        applied_on: record.applied_on,
        events: events(connection, id)?.into_iter().map(happened).collect(),
        issued: connection.prepare_cached(sql)?.exists([id])?,
    })
}

/// The case of an event.
///
/// Errors: `not_found`.
pub(super) fn case_of(connection: &Connection, id: MediationEventId) -> Result<MediationCaseId, Problem> {
    let sql = "SELECT case_id FROM live_mediation_event WHERE id = ?1";
    let found = connection.prepare_cached(sql)?.query_row([id], |row| row.get(0)).optional()?;
    found.ok_or_else(|| Problem::missing("条调解经过"))
}

/// Writes an event, new or corrected, with the day it was due by.
pub(super) fn save_event(
    tx: &Tx,
    id: MediationEventId,
    input: &MediationEventInput,
    due: &AnswerDue,
) -> Result<(), Problem> {
    let until = [MediationEventKind::Extended, MediationEventKind::Agreed].contains(&input.kind);
    let agreed = input.kind == MediationEventKind::Agreed;
    tx.execute(
        "INSERT INTO mediation_event (id, case_id, ord, kind, happened_on, text, until_on, due_on, due_rule, law_pack,
           manner, late_entry)
         VALUES (?1, ?2, (SELECT coalesce(max(ord), 0) + 1 FROM mediation_event WHERE case_id = ?2), ?3, ?4, ?5, ?6, ?7,
           ?8, ?9, ?10, ?11)
         ON CONFLICT (id) DO UPDATE SET happened_on = excluded.happened_on, text = excluded.text,
           until_on = excluded.until_on, due_on = excluded.due_on, due_rule = excluded.due_rule,
           law_pack = excluded.law_pack, manner = excluded.manner, late_entry = excluded.late_entry",
        params![
            id,
            input.case,
            input.kind.code(),
            input.happened_on,
            input.text.trim(),
            input.until_on.filter(|_| until),
            due.on,
            due.rule,
            due.pack,
            text(&input.manner).filter(|_| agreed),
            text(&input.late_entry),
        ],
    )?;
    Ok(())
}

/// Puts an event out of sight.
pub(super) fn remove_event(tx: &Tx, id: MediationEventId) -> Result<(), Problem> {
    let sql = "UPDATE mediation_event SET removed_at = ?2 WHERE id = ?1 AND removed_at IS NULL";
    tx.execute(sql, params![id, tx.now().to_rfc3339()])?;
    Ok(())
}

/// Whether an agreement or a notice of a case was issued.
pub(super) fn was_issued(connection: &Connection, id: MediationCaseId) -> Result<bool, Problem> {
    let sql = "SELECT 1 FROM live_paper WHERE kind LIKE 'mediation.%' AND of_id = ?1";
    Ok(connection.prepare_cached(sql)?.exists([id])?)
}

const ENDED: &str = "EXISTS (SELECT 1 FROM live_mediation_event e WHERE e.case_id = r.id
  AND e.kind IN ('settled', 'given_up', 'agreed', 'failed', 'refused', 'withdrawn'))";

fn terms(query: &MediationQuery) -> Terms {
    let which = match query.which.unwrap_or_default() {
        MediationWhich::All => "1".to_owned(),
        MediationWhich::Open => format!("NOT {ENDED}"),
        MediationWhich::Ended => ENDED.to_owned(),
    };
    let topic = query.topic.map(AppealKind::code);
    REGISTER.terms(&which, ("topic", topic), query.year, text(&query.text))
}

/// How many cases match.
pub(super) fn count(connection: &Connection, query: &MediationQuery) -> Result<u32, Problem> {
    register::count(connection, FROM, &terms(query))
}

/// The cases that match, in order, a slice of them or all.
pub(super) fn list(
    connection: &Connection,
    query: &MediationQuery,
    slice: Option<(u32, u32)>,
) -> Result<Vec<Kept>, Problem> {
    by_number(connection, (COLUMNS, FROM), (query.ascending, slice), &terms(query), kept)
}

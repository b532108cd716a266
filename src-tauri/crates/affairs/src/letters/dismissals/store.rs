//! The rows of notices of dismissal and discipline, of what was looked into, and their register.

use chrono::NaiveDate;
use ledger::Tx;
use rusqlite::{Connection, OptionalExtension, Row, params};

use super::model::{
    DismissalAnswerItem, DismissalAnswered, DismissalCheckId, DismissalClosed, DismissalDelivered,
    DismissalHelp, DismissalHelped, DismissalId, DismissalInput, DismissalItem, DismissalKind,
    DismissalOpinion, DismissalQuery, DismissalResult, DismissalStance, DismissalWhich, OPINION,
};
use crate::Problem;
use crate::letters::mediation::model::MediationCaseId;
use crate::letters::store::{AnswerDue, word};
use crate::members::model::PersonId;
use crate::office::model::{PaperId, PaperNumber, series};
use crate::office::register::{self, Register, Terms, by_number};
use crate::office::text;
use crate::search;

/// The series of the register's numbers, as `office` knows it by kind.
pub(crate) const SERIES: &str = "dismissal";

/// The register.
pub(crate) const REGISTER: Register =
    Register { table: "dismissal", series: SERIES, name: "份解除或者处分的通知" };

/// A notice as it stands.
#[derive(Debug, Clone)]
pub(super) struct Kept {
    pub id: DismissalId,
    pub number: String,
    pub record: DismissalInput,
    pub opinion: Option<DismissalOpinion>,
    pub issue: Option<(PaperId, String)>,
    pub delivered_on: Option<NaiveDate>,
    pub answered: Option<(NaiveDate, String, DismissalResult)>,
    pub due_on: Option<NaiveDate>,
    pub help: Option<DismissalHelp>,
    pub known_on: Option<NaiveDate>,
    pub mediation: Option<(MediationCaseId, String)>,
    pub closed: Option<(NaiveDate, String)>,
}

const COLUMNS: &str =
    "r.id, r.year, r.serial, r.kind, r.person_id, r.name, r.employer, r.received_on, r.written, r.reasons,
  r.grounds, r.planned_on, r.stance, r.opined_on, r.findings, r.articles, r.request, r.answer_by, r.contact,
  p.id, p.year, p.number,
  coalesce((SELECT min(s.signed_on) FROM live_paper_sending s JOIN live_paper i ON i.id = s.paper_id
    WHERE i.kind = 'dismissals.opinion' AND i.of_id = r.id), r.delivered_on),
  r.answered_on, r.answer, r.result, r.due_on, r.help, r.known_on,
  m.id, m.year, m.serial, r.closed_on, r.outcome";

const FROM: &str = "FROM live_dismissal r
  LEFT JOIN live_paper p ON p.id = (SELECT n.id FROM live_paper n WHERE n.kind = 'dismissals.opinion' AND n.of_id = r.id
    ORDER BY n.issued_at DESC, n.number DESC LIMIT 1)
  LEFT JOIN live_mediation_case m ON m.id = r.mediation_id";

fn opinion(row: &Row<'_>, id: DismissalId) -> rusqlite::Result<Option<DismissalOpinion>> {
    let stance = row.get::<_, Option<String>>(12)?.as_deref().and_then(DismissalStance::of);
    let (Some(stance), Some(opined_on)) = (stance, row.get(13)?) else { return Ok(None) };
    Ok(Some(DismissalOpinion {
        id,
        stance,
        unchecked: None,
        opined_on,
        findings: row.get(14)?,
        articles: row.get(15)?,
        request: row.get(16)?,
        answer_by: row.get(17)?,
        contact: row.get(18)?,
    }))
}

fn kept(row: &Row<'_>) -> rusqlite::Result<Kept> {
    let id: DismissalId = row.get(0)?;
    let issue = match row.get::<_, Option<PaperId>>(19)? {
        Some(issue) => {
            let series = series(OPINION);
            Some((issue, PaperNumber { series, year: row.get(20)?, number: row.get(21)? }.to_string()))
        }
        None => None,
    };
    let mediation = match row.get::<_, Option<MediationCaseId>>(29)? {
        Some(case) => Some((case, crate::letters::mediation::REGISTER.number(row.get(30)?, row.get(31)?))),
        None => None,
    };
    let result = row.get::<_, Option<String>>(25)?.as_deref().and_then(DismissalResult::of);
    let answered = match (row.get(23)?, result) {
        (Some(on), Some(result)) => Some((on, row.get::<_, Option<String>>(24)?.unwrap_or_default(), result)),
        _ => None,
    };
    let closed = match row.get(32)? {
        Some(on) => Some((on, row.get::<_, Option<String>>(33)?.unwrap_or_default())),
        None => None,
    };
    Ok(Kept {
        id,
        number: REGISTER.number(row.get(1)?, row.get(2)?),
        record: DismissalInput {
            id: Some(id),
            kind: word(row, 3, DismissalKind::of, DismissalKind::Fault)?,
            person: row.get(4)?,
            name: row.get(5)?,
            employer: row.get(6)?,
            received_on: row.get(7)?,
            written: row.get(8)?,
            reasons: row.get(9)?,
            grounds: row.get(10)?,
            planned_on: row.get(11)?,
        },
        opinion: opinion(row, id)?,
        issue,
        delivered_on: row.get(22)?,
        answered,
        due_on: row.get(26)?,
        help: row.get::<_, Option<String>>(27)?.as_deref().and_then(DismissalHelp::of),
        known_on: row.get(28)?,
        mediation,
        closed,
    })
}

/// One notice.
///
/// Errors: `not_found`.
pub(super) fn get(connection: &Connection, id: DismissalId) -> Result<Kept, Problem> {
    let sql = format!("SELECT {COLUMNS} {FROM} WHERE r.id = ?1");
    let found = connection.prepare_cached(&sql)?.query_row([id], kept).optional()?;
    found.ok_or_else(|| REGISTER.missing())
}

pub(super) fn save(
    tx: &Tx,
    id: DismissalId,
    new: Option<(i32, u32)>,
    input: &DismissalInput,
    employer: &str,
) -> Result<(), Problem> {
    let Some((year, serial)) = new else {
        let kept = tx.execute(
            "UPDATE dismissal SET kind = ?2, person_id = ?3, name = ?4, employer = ?5, received_on = ?6, written = ?7,
               reasons = ?8, grounds = ?9, planned_on = ?10 WHERE id = ?1 AND removed_at IS NULL",
            params![
                id,
                input.kind.code(),
                input.person,
                input.name.trim(),
                employer,
                input.received_on,
                input.written,
                input.reasons.trim(),
                text(&input.grounds),
                input.planned_on,
            ],
        )?;
        return REGISTER.found(kept);
    };
    tx.execute(
        "INSERT INTO dismissal (id, kind, person_id, name, employer, received_on, written, reasons, grounds, planned_on,
           year, serial)
         VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12)",
        params![
            id,
            input.kind.code(),
            input.person,
            input.name.trim(),
            employer,
            input.received_on,
            input.written,
            input.reasons.trim(),
            text(&input.grounds),
            input.planned_on,
            year,
            serial,
        ],
    )?;
    Ok(())
}

/// The answers of the list.
pub(super) fn checks(connection: &Connection, id: DismissalId) -> Result<Vec<DismissalAnswerItem>, Problem> {
    let sql = "SELECT item, answer, note FROM live_dismissal_check WHERE dismissal_id = ?1";
    let mut statement = connection.prepare_cached(sql)?;
    let rows = statement.query_map([id], |row| {
        Ok(DismissalAnswerItem {
            item: word(row, 0, DismissalItem::of, DismissalItem::Facts)?,
            yes: Some(row.get::<_, String>(1)? == "yes"),
            note: row.get(2)?,
        })
    })?;
    Ok(rows.collect::<Result<_, _>>()?)
}

/// Keeps one answer of the list, or takes it back.
pub(super) fn set_check(tx: &Tx, id: DismissalId, check: &DismissalAnswerItem) -> Result<(), Problem> {
    let item = check.item.code();
    let standing: Option<DismissalCheckId> = tx
        .query_row(
            "SELECT id FROM live_dismissal_check WHERE dismissal_id = ?1 AND item = ?2",
            params![id, item],
            |row| row.get(0),
        )
        .optional()?;
    let Some(yes) = check.yes else {
        tx.execute(
            "UPDATE dismissal_check SET removed_at = ?3 WHERE dismissal_id = ?1 AND item = ?2 AND removed_at IS NULL",
            params![id, item, tx.now().to_rfc3339()],
        )?;
        return Ok(());
    };
    let answer = if yes { "yes" } else { "no" };
    match standing {
        Some(standing) => tx.execute(
            "UPDATE dismissal_check SET answer = ?2, note = ?3 WHERE id = ?1",
            params![standing, answer, text(&check.note)],
        )?,
        None => tx.execute(
            "INSERT INTO dismissal_check (id, dismissal_id, item, answer, note) VALUES (?1, ?2, ?3, ?4, ?5)",
            params![tx.new_id::<DismissalCheckId>(), id, item, answer, text(&check.note)],
        )?,
    };
    Ok(())
}

/// Whether what was ever looked into for a notice tells of health: then its opinion and its letter may tell of it too.
///
/// Errors: those of the ledger.
pub fn tells_health(connection: &Connection, id: DismissalId) -> Result<bool, Problem> {
    let sql =
        "SELECT item FROM dismissal_check WHERE dismissal_id = ?1 AND (answer = 'yes' OR note IS NOT NULL)";
    let mut statement = connection.prepare_cached(sql)?;
    let items = statement.query_map([id], |row| row.get::<_, String>(0))?.collect::<Result<Vec<_>, _>>()?;
    Ok(items.iter().filter_map(|item| DismissalItem::of(item)).any(DismissalItem::is_health))
}

pub(super) fn set_opinion(tx: &Tx, opinion: &DismissalOpinion) -> Result<(), Problem> {
    let said = |value| text(value).filter(|_| opinion.stance == DismissalStance::Object);
    let kept = tx.execute(
        "UPDATE dismissal SET stance = ?2, opined_on = ?3, findings = ?4, articles = ?5, request = ?6, answer_by = ?7,
           contact = ?8 WHERE id = ?1 AND removed_at IS NULL",
        params![
            opinion.id,
            opinion.stance.code(),
            opinion.opined_on,
            said(&opinion.findings),
            said(&opinion.articles),
            said(&opinion.request),
            opinion.answer_by.filter(|_| opinion.stance == DismissalStance::Object),
            said(&opinion.contact),
        ],
    )?;
    REGISTER.found(kept)
}

pub(super) fn set_delivered(tx: &Tx, delivered: &DismissalDelivered) -> Result<(), Problem> {
    let kept = tx.execute(
        "UPDATE dismissal SET delivered_on = ?2, delivered_to = ?3 WHERE id = ?1 AND removed_at IS NULL",
        params![delivered.id, delivered.delivered_on, delivered.delivered_to.trim()],
    )?;
    REGISTER.found(kept)
}

/// Keeps the employer's answer with the day it was due by and the rule of that day.
pub(super) fn set_answered(tx: &Tx, answered: &DismissalAnswered, due: &AnswerDue) -> Result<(), Problem> {
    let kept = tx.execute(
        "UPDATE dismissal SET answered_on = ?2, answer = ?3, result = ?4, due_on = ?5, due_rule = ?6, law_pack = ?7
         WHERE id = ?1 AND removed_at IS NULL",
        params![
            answered.id,
            answered.answered_on,
            answered.answer.trim(),
            answered.result.code(),
            due.on,
            due.rule,
            due.pack
        ],
    )?;
    REGISTER.found(kept)
}

pub(super) fn set_help(tx: &Tx, helped: &DismissalHelped) -> Result<(), Problem> {
    let kept = tx.execute(
        "UPDATE dismissal SET help = ?2, known_on = ?3 WHERE id = ?1 AND removed_at IS NULL",
        params![helped.id, helped.help.code(), helped.known_on],
    )?;
    REGISTER.found(kept)
}

pub(super) fn set_mediation(tx: &Tx, id: DismissalId, case: MediationCaseId) -> Result<(), Problem> {
    let kept = tx.execute(
        "UPDATE dismissal SET mediation_id = ?2, help = 'mediation' WHERE id = ?1 AND removed_at IS NULL",
        params![id, case],
    )?;
    REGISTER.found(kept)
}

pub(super) fn set_closed(tx: &Tx, closed: &DismissalClosed) -> Result<(), Problem> {
    let kept = tx.execute(
        "UPDATE dismissal SET closed_on = ?2, outcome = ?3 WHERE id = ?1 AND removed_at IS NULL",
        params![closed.id, closed.closed_on, closed.outcome.trim()],
    )?;
    REGISTER.found(kept)
}

/// The contact of the newest opinion that names one: a chair writes it once.
pub(super) fn last_contact(connection: &Connection) -> Result<Option<String>, Problem> {
    let sql = "SELECT contact FROM live_dismissal WHERE contact IS NOT NULL ORDER BY opined_on DESC, id DESC LIMIT 1";
    Ok(connection.query_row(sql, [], |row| row.get(0)).optional()?)
}

/// The notice that became this mediation case: its number and id.
pub(crate) fn origin_of(connection: &Connection, case: &str) -> Result<Option<(String, String)>, Problem> {
    let sql =
        "SELECT paper_number('dismissal', year, serial), id FROM live_dismissal WHERE mediation_id = ?1";
    Ok(connection.prepare_cached(sql)?.query_row([case], |row| Ok((row.get(0)?, row.get(1)?))).optional()?)
}

/// The notices that words find by their reason alone, where the reason may tell of health.
///
/// Errors: those of the ledger.
pub fn found_by_reason(connection: &Connection, typed: &str) -> Result<Vec<String>, Problem> {
    let mut statement =
        connection.prepare_cached("SELECT id, kind, year, serial, name FROM live_dismissal")?;
    let rows = statement.query_map([], |row| {
        let known = format!("{} {}", REGISTER.number(row.get(2)?, row.get(3)?), row.get::<_, String>(4)?);
        Ok((row.get::<_, String>(0)?, word(row, 1, DismissalKind::of, DismissalKind::Fault)?, known))
    })?;
    let mut hidden = Vec::new();
    for row in rows {
        let (id, kind, known) = row?;
        if kind.tells_health() && !search::finds(typed, &known) {
            hidden.push(id);
        }
    }
    Ok(hidden)
}

/// Whether a notice's reason may tell of health, also of one put out of sight.
///
/// Errors: those of the ledger.
pub fn reason_tells_health(connection: &Connection, id: DismissalId) -> Result<bool, Problem> {
    let mut statement = connection.prepare_cached("SELECT kind FROM dismissal WHERE id = ?1")?;
    let kind: Option<String> = statement.query_row([id], |row| row.get(0)).optional()?;
    Ok(kind.and_then(|kind| DismissalKind::of(&kind)).is_some_and(DismissalKind::tells_health))
}

/// Whether a notice was once kept as of a kind whose reason may tell of health, as the journal has it. What was erased there tells
/// no kind any more, and the files are still those of before: it may have been one.
///
/// Errors: those of the ledger.
pub(super) fn once_told_health(connection: &Connection, id: DismissalId) -> Result<bool, Problem> {
    let sql = "SELECT before ->> '$.kind', after ->> '$.kind', erased_by IS NOT NULL FROM change
       WHERE substr(row_id, -8) = substr(?1, -8) AND row_id = ?1 AND tbl = 'dismissal' AND act <> 'erase'";
    let mut statement = connection.prepare_cached(sql)?;
    let rows = statement.query_map([id], |row| {
        Ok(([row.get::<_, Option<String>>(0)?, row.get(1)?], row.get::<_, bool>(2)?))
    })?;
    for row in rows {
        let (kinds, erased) = row?;
        let mut kinds = kinds.iter().flatten().filter_map(|kind| DismissalKind::of(kind));
        if erased || kinds.any(DismissalKind::tells_health) {
            return Ok(true);
        }
    }
    Ok(false)
}

/// Which notices match; by a reason that may tell of health only for one who may read it.
fn terms(connection: &Connection, query: &DismissalQuery, reads_health: bool) -> Result<Terms, Problem> {
    let which = match query.which.unwrap_or_default() {
        DismissalWhich::All => "1",
        DismissalWhich::Open => "r.closed_on IS NULL",
        DismissalWhich::Closed => "r.closed_on IS NOT NULL",
    };
    let kind = query.kind.map(DismissalKind::code);
    let typed = text(&query.text);
    let mut terms = REGISTER.terms(which, ("kind", kind), query.year, typed);
    if let Some(typed) = typed.filter(|_| !reads_health) {
        terms.0.push_str(" AND r.id NOT IN (SELECT value FROM json_each(?))");
        terms.1.push(Box::new(serde_json::json!(found_by_reason(connection, typed)?).to_string()));
    }
    Ok(terms)
}

/// How many notices match.
pub(super) fn count(
    connection: &Connection,
    query: &DismissalQuery,
    reads_health: bool,
) -> Result<u32, Problem> {
    register::count(connection, FROM, &terms(connection, query, reads_health)?)
}

/// The notices that match, in order, a slice of them or all.
pub(super) fn list(
    connection: &Connection,
    query: &DismissalQuery,
    slice: Option<(u32, u32)>,
    reads_health: bool,
) -> Result<Vec<Kept>, Problem> {
    let terms = terms(connection, query, reads_health)?;
    by_number(connection, (COLUMNS, FROM), (query.ascending, slice), &terms, kept)
}

/// The talks in which a person stands for the workers, the newest first; a vacated seat is none.
pub fn talks_of(connection: &Connection, person: PersonId) -> Result<Vec<String>, Problem> {
    let mut statement = connection.prepare_cached(
        "SELECT n.title FROM live_negotiation_representative r JOIN live_negotiation n ON n.id = r.negotiation_id
         WHERE r.person_id = ?1 AND r.side = 'workers' AND NOT EXISTS (SELECT 1 FROM live_negotiation_event e
           WHERE e.kind = 'vacated' AND e.representative_id = r.id)
         ORDER BY n.year DESC, n.id",
    )?;
    let rows = statement.query_map([person], |row| row.get(0))?;
    Ok(rows.collect::<Result<_, _>>()?)
}

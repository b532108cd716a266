//! The rows of motions. Nothing is judged here.

use ledger::Tx;
use rusqlite::{Connection, OptionalExtension, Row, params};

use super::REGISTER;
use super::model::{
    CongressFeedback, CongressMotionId, CongressMotionInput, CongressMotionKind, CongressMotionQuery,
    CongressMotionState, CongressReview,
};
use crate::Problem;
use crate::office::register::{self, Terms, by_number};
use crate::typed::{lines, text};

const COLUMNS: &str = "r.id, r.year, r.serial, r.term_id, r.matter, r.kind, r.proposer, r.seconders, r.reasons, r.advice, \
  r.collected_on, r.review, r.reviewed_on, r.review_note, r.department, r.handed_on, r.due_on, r.answered_on, r.answer, \
  r.feedback, r.feedback_on, r.feedback_note, r.late_entry";
const FROM: &str = "FROM live_congress_motion r";

/// How far a motion has come, as `rules::state` says it of one that is read.
const STATE: &str = "CASE WHEN r.review IS NULL THEN 'collected' WHEN r.review IN ('merged', 'returned') THEN 'done'
  WHEN r.handed_on IS NULL THEN 'reviewed' WHEN r.answered_on IS NULL THEN 'handed' WHEN r.feedback IS NULL THEN 'answered'
  WHEN r.feedback = 'unsatisfied' THEN 'again' ELSE 'done' END";

/// A motion as kept, with its number.
pub(super) struct Kept {
    pub id: CongressMotionId,
    pub number: String,
    pub record: CongressMotionInput,
}

fn read(row: &Row<'_>) -> rusqlite::Result<Kept> {
    let id: CongressMotionId = row.get(0)?;
    let number = REGISTER.number(row.get(1)?, row.get(2)?);
    let record = CongressMotionInput {
        id: Some(id),
        term: row.get(3)?,
        matter: row.get(4)?,
        kind: CongressMotionKind::of(&row.get::<_, String>(5)?).unwrap_or(CongressMotionKind::Other),
        proposer: row.get(6)?,
        seconders: row
            .get::<_, Option<String>>(7)?
            .map(|all| all.lines().map(str::to_owned).collect())
            .unwrap_or_default(),
        reasons: row.get(8)?,
        advice: row.get(9)?,
        collected_on: row.get(10)?,
        review: row.get::<_, Option<String>>(11)?.as_deref().and_then(CongressReview::of),
        reviewed_on: row.get(12)?,
        review_note: row.get(13)?,
        department: row.get(14)?,
        handed_on: row.get(15)?,
        due_on: row.get(16)?,
        answered_on: row.get(17)?,
        answer: row.get(18)?,
        feedback: row.get::<_, Option<String>>(19)?.as_deref().and_then(CongressFeedback::of),
        feedback_on: row.get(20)?,
        feedback_note: row.get(21)?,
        late_entry: row.get(22)?,
    };
    Ok(Kept { id, number, record })
}

/// One motion.
///
/// Errors: `not_found`.
pub(super) fn get(connection: &Connection, id: CongressMotionId) -> Result<Kept, Problem> {
    let sql = format!("SELECT {COLUMNS} {FROM} WHERE r.id = ?1");
    let found = connection.prepare_cached(&sql)?.query_row([id], read).optional()?;
    found.ok_or_else(|| REGISTER.missing())
}

fn terms(query: &CongressMotionQuery) -> Terms {
    let which = match query.state {
        Some(state) => in_state(state),
        None => "1".to_owned(),
    };
    REGISTER.terms(&which, ("kind", None), query.year, text(&query.text))
}

fn in_state(state: CongressMotionState) -> String {
    format!("{STATE} = '{}'", state.code())
}

fn open() -> Terms {
    (format!("{STATE} <> '{}'", CongressMotionState::Done.code()), Vec::new())
}

/// How many match.
pub(super) fn count(connection: &Connection, query: &CongressMotionQuery) -> Result<u32, Problem> {
    register::count(connection, FROM, &terms(query))
}

/// How many are not over.
pub(super) fn count_open(connection: &Connection) -> Result<u32, Problem> {
    register::count(connection, FROM, &open())
}

/// The motions that match, in order, a slice of them or all.
pub(super) fn matching(
    connection: &Connection,
    query: &CongressMotionQuery,
    slice: Option<(u32, u32)>,
) -> Result<Vec<Kept>, Problem> {
    by_number(connection, (COLUMNS, FROM), (query.ascending, slice), &terms(query), read)
}

/// The motions that are not over, the oldest first.
pub(super) fn all_open(connection: &Connection) -> Result<Vec<Kept>, Problem> {
    by_number(connection, (COLUMNS, FROM), (Some(true), None), &open(), read)
}

/// The motions whose department is to answer.
pub(super) fn handed(connection: &Connection) -> Result<Vec<Kept>, Problem> {
    let handed: Terms = (in_state(CongressMotionState::Handed), Vec::new());
    by_number(connection, (COLUMNS, FROM), (Some(true), None), &handed, read)
}

/// `number`: year and serial of a new one.
pub(super) fn save(
    tx: &Tx,
    id: CongressMotionId,
    number: Option<(i32, u32)>,
    input: &CongressMotionInput,
) -> Result<(), Problem> {
    let seconders = Some(lines(&input.seconders)).filter(|all| !all.is_empty());
    let said = params![
        id,
        input.term,
        input.matter.trim(),
        input.kind.code(),
        input.proposer.trim(),
        seconders,
        text(&input.reasons),
        input.advice.trim(),
        input.collected_on,
        input.review.map(CongressReview::code),
        input.reviewed_on,
        text(&input.review_note),
        text(&input.department),
        input.handed_on,
        input.due_on,
        input.answered_on,
        text(&input.answer),
        input.feedback.map(CongressFeedback::code),
        input.feedback_on,
        text(&input.feedback_note),
        text(&input.late_entry),
        number.map(|(year, _)| year),
        number.map(|(_, serial)| serial),
    ];
    let sql = if number.is_some() {
        "INSERT INTO congress_motion (id, term_id, matter, kind, proposer, seconders, reasons, advice, collected_on, review,
           reviewed_on, review_note, department, handed_on, due_on, answered_on, answer, feedback, feedback_on,
           feedback_note, late_entry, year, serial)
         VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13, ?14, ?15, ?16, ?17, ?18, ?19, ?20, ?21, ?22, ?23)"
    } else {
        "UPDATE congress_motion SET term_id = ?2, matter = ?3, kind = ?4, proposer = ?5, seconders = ?6, reasons = ?7,
           advice = ?8, collected_on = ?9, review = ?10, reviewed_on = ?11, review_note = ?12, department = ?13,
           handed_on = ?14, due_on = ?15, answered_on = ?16, answer = ?17, feedback = ?18, feedback_on = ?19,
           feedback_note = ?20, late_entry = ?21, year = ifnull(?22, year), serial = ifnull(?23, serial)
         WHERE id = ?1 AND removed_at IS NULL"
    };
    REGISTER.found(tx.execute(sql, said)?)
}

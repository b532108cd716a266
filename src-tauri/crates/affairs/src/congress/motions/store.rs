//! The rows of motions. Nothing is judged here.

use ledger::Tx;
use rusqlite::{Connection, OptionalExtension, Row, params};

use super::SERIES;
use super::model::{
    CongressFeedback, CongressMotionId, CongressMotionInput, CongressMotionKind, CongressReview,
};
use crate::Problem;
use crate::office::model::{PaperNumber, series};
use crate::search::{self, Among};
use crate::typed::text;

const COLUMNS: &str = "r.id, r.year, r.serial, r.term_id, r.matter, r.kind, r.proposer, r.seconders, r.reasons, r.advice, \
  r.collected_on, r.review, r.reviewed_on, r.review_note, r.department, r.handed_on, r.due_on, r.answered_on, r.answer, \
  r.feedback, r.feedback_on, r.feedback_note, r.late_entry";

/// A motion as kept, with its number.
pub(super) struct Kept {
    pub id: CongressMotionId,
    pub number: String,
    pub record: CongressMotionInput,
}

fn lines(all: &[String]) -> Option<String> {
    let all: Vec<&str> = all.iter().map(|one| one.trim()).filter(|one| !one.is_empty()).collect();
    (!all.is_empty()).then(|| all.join("\n"))
}

fn read(row: &Row<'_>) -> rusqlite::Result<Kept> {
    let id: CongressMotionId = row.get(0)?;
    let number = PaperNumber { series: series(SERIES), year: row.get(1)?, number: row.get(2)? }.to_string();
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

pub(super) fn missing() -> Problem {
    Problem::missing("件提案")
}

/// One motion.
///
/// Errors: `not_found`.
pub(super) fn get(connection: &Connection, id: CongressMotionId) -> Result<Kept, Problem> {
    let sql = format!("SELECT {COLUMNS} FROM live_congress_motion r WHERE r.id = ?1");
    connection.prepare_cached(&sql)?.query_row([id], read).optional()?.ok_or_else(missing)
}

/// The motions of a year, with the words that were typed, by their number.
pub(super) fn all(
    connection: &Connection,
    year: Option<i32>,
    typed: Option<&str>,
    ascending: bool,
) -> Result<Vec<Kept>, Problem> {
    let order = if ascending { "r.year, r.serial" } else { "r.year DESC, r.serial DESC" };
    let (found, expression) = match typed.map(|typed| search::expression(Among::Affairs, typed)) {
        None => ("?2 IS NULL", None),
        Some(Some(expression)) => (
            "r.id IN (SELECT d.ref FROM search_index s JOIN search_doc d ON d.doc = s.rowid
               WHERE search_index MATCH ?2 AND d.kind = 'congressMotion')",
            Some(expression),
        ),
        Some(None) => return Ok(Vec::new()),
    };
    let sql = format!(
        "SELECT {COLUMNS} FROM live_congress_motion r WHERE (?1 IS NULL OR r.year = ?1) AND {found} ORDER BY {order}"
    );
    let mut statement = connection.prepare_cached(&sql)?;
    let rows = statement.query_map(params![year, expression], read)?;
    Ok(rows.collect::<Result<_, _>>()?)
}

/// The years of the register, the newest first.
pub(super) fn years(connection: &Connection) -> Result<Vec<i32>, Problem> {
    let sql = "SELECT DISTINCT year FROM live_congress_motion ORDER BY year DESC";
    let mut statement = connection.prepare_cached(sql)?;
    Ok(statement.query_map([], |row| row.get(0))?.collect::<Result<_, _>>()?)
}

/// One more than the highest number of the year. Removed motions keep theirs, so that none is given twice.
pub(super) fn next_serial(connection: &Connection, year: i32) -> Result<u32, Problem> {
    let sql = "SELECT coalesce(max(serial), 0) + 1 FROM congress_motion WHERE year = ?1";
    Ok(connection.query_row(sql, [year], |row| row.get(0))?)
}

/// `number`: year and serial of a new one.
pub(super) fn save(
    tx: &Tx,
    id: CongressMotionId,
    number: Option<(i32, u32)>,
    input: &CongressMotionInput,
) -> Result<(), Problem> {
    let said = params![
        id,
        input.term,
        input.matter.trim(),
        input.kind.code(),
        input.proposer.trim(),
        lines(&input.seconders),
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
    if tx.execute(sql, said)? == 1 { Ok(()) } else { Err(missing()) }
}

/// Puts a motion out of sight; its number stays used.
pub(super) fn remove(tx: &Tx, id: CongressMotionId) -> Result<(), Problem> {
    let gone = tx.execute(
        "UPDATE congress_motion SET removed_at = ?2 WHERE id = ?1 AND removed_at IS NULL",
        params![id, tx.now().to_rfc3339()],
    )?;
    if gone == 1 { Ok(()) } else { Err(missing()) }
}

//! The rows of a case's letters. The number and the day of receipt of one that was issued here are those of its issue and of
//! the first receipt among its sendings; only of others they stand in the letter's own row.

use chrono::NaiveDate;
use ledger::Tx;
use rusqlite::{Connection, OptionalExtension, Row, params};

use super::word;
use crate::Problem;
use crate::letters::model::{
    SupervisionCaseId, SupervisionLetterId, SupervisionLetterInput, SupervisionLetterKind, SupervisionServed,
};
use crate::letters::rules::Sent;
use crate::office::model::PaperId;
use crate::office::text;

/// A letter as it stands: what its form holds, and how it went out.
#[derive(Debug, Clone)]
pub(crate) struct Kept {
    pub id: SupervisionLetterId,
    pub record: SupervisionLetterInput,
    pub sent: Sent,
    /// Its newest issue with kind, year and number.
    pub issue: Option<(PaperId, i32, u32)>,
    /// The number on a form of others' making.
    pub number: Option<String>,
    /// Who signed for one of others' making.
    pub received_by: Option<String>,
}

const COLUMNS: &str = "l.id, l.case_id, l.kind, l.dated_on, l.addressee, l.facts, l.evidence, l.articles, l.request,
  l.answer_by, l.contact, l.number, l.late_entry,
  (SELECT min(substr(p.issued_at, 1, 10)) FROM live_paper p WHERE p.kind = 'letters.' || l.kind AND p.of_id = l.id),
  coalesce((SELECT min(s.signed_on) FROM live_paper_sending s JOIN live_paper p ON p.id = s.paper_id
    WHERE p.kind = 'letters.' || l.kind AND p.of_id = l.id), l.received_on),
  p.id, p.year, p.number, l.received_by";

const FROM: &str =
    "FROM live_supervision_letter l LEFT JOIN live_paper p ON p.id = (SELECT n.id FROM live_paper n
    WHERE n.kind = 'letters.' || l.kind AND n.of_id = l.id ORDER BY n.issued_at DESC, n.number DESC LIMIT 1)";

fn kept(row: &Row<'_>) -> rusqlite::Result<Kept> {
    let kind = word(row, 2, SupervisionLetterKind::of, SupervisionLetterKind::Reminder)?;
    let (id, dated_on): (SupervisionLetterId, NaiveDate) = (row.get(0)?, row.get(3)?);
    let (answer_by, late_entry): (Option<NaiveDate>, Option<String>) = (row.get(9)?, row.get(12)?);
    let issue = match row.get(15)? {
        Some(issue) => Some((issue, row.get(16)?, row.get(17)?)),
        None => None,
    };
    Ok(Kept {
        id,
        sent: Sent {
            kind,
            dated_on,
            issued_on: row.get(13)?,
            received_on: row.get(14)?,
            answer_by,
            late: late_entry.is_some(),
        },
        record: SupervisionLetterInput {
            id: Some(id),
            case: row.get(1)?,
            kind,
            dated_on,
            addressee: row.get(4)?,
            facts: row.get(5)?,
            evidence: row.get(6)?,
            articles: row.get(7)?,
            request: row.get(8)?,
            answer_by,
            contact: row.get(10)?,
            late_entry,
        },
        issue,
        number: row.get(11)?,
        received_by: row.get(18)?,
    })
}

fn missing() -> Problem {
    Problem::missing("份函件")
}

/// The letters of a case, in the order they were written.
pub(crate) fn letters(connection: &Connection, case: SupervisionCaseId) -> Result<Vec<Kept>, Problem> {
    let sql = format!("SELECT {COLUMNS} {FROM} WHERE l.case_id = ?1 ORDER BY l.dated_on, l.id");
    let mut statement = connection.prepare_cached(&sql)?;
    let rows = statement.query_map([case], kept)?;
    Ok(rows.collect::<Result<_, _>>()?)
}

/// The same as decisions read them.
pub(super) fn sent(connection: &Connection, case: SupervisionCaseId) -> Result<Vec<Sent>, Problem> {
    Ok(letters(connection, case)?.into_iter().map(|letter| letter.sent).collect())
}

/// One letter.
///
/// Errors: `not_found`.
pub(crate) fn by_id(connection: &Connection, id: SupervisionLetterId) -> Result<Kept, Problem> {
    let sql = format!("SELECT {COLUMNS} {FROM} WHERE l.id = ?1");
    connection.prepare_cached(&sql)?.query_row([id], kept).optional()?.ok_or_else(missing)
}

/// The case and the kind of a letter.
///
/// Errors: `not_found`.
pub(crate) fn facts(
    connection: &Connection,
    id: SupervisionLetterId,
) -> Result<(SupervisionCaseId, SupervisionLetterKind), Problem> {
    let letter = by_id(connection, id)?;
    Ok((letter.record.case, letter.sent.kind))
}

/// The letter of a kind of a case.
pub(crate) fn id_of(
    connection: &Connection,
    case: SupervisionCaseId,
    kind: SupervisionLetterKind,
) -> Result<Option<SupervisionLetterId>, Problem> {
    let sql = "SELECT id FROM live_supervision_letter WHERE case_id = ?1 AND kind = ?2";
    Ok(connection.prepare_cached(sql)?.query_row(params![case, kind.code()], |row| row.get(0)).optional()?)
}

/// The last letter of a kind of any case: whom it went to and whom to reach, so that neither is typed again.
pub(crate) fn last_of(
    connection: &Connection,
    kind: SupervisionLetterKind,
) -> Result<(Option<String>, Option<String>), Problem> {
    let sql = "SELECT (SELECT addressee FROM live_supervision_letter WHERE kind = ?1 ORDER BY dated_on DESC, id DESC LIMIT 1),
      (SELECT contact FROM live_supervision_letter WHERE contact IS NOT NULL ORDER BY dated_on DESC, id DESC LIMIT 1)";
    Ok(connection.prepare_cached(sql)?.query_row([kind.code()], |row| Ok((row.get(0)?, row.get(1)?)))?)
}

/// Writes a letter, new or changed.
pub(crate) fn save(
    tx: &Tx,
    id: SupervisionLetterId,
    input: &SupervisionLetterInput,
    addressee: &str,
) -> Result<(), Problem> {
    tx.execute(
        "INSERT INTO supervision_letter (id, case_id, kind, dated_on, addressee, facts, evidence, articles, request,
           answer_by, contact, late_entry)
         VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12)
         ON CONFLICT (id) DO UPDATE SET dated_on = excluded.dated_on, addressee = excluded.addressee,
           facts = excluded.facts, evidence = excluded.evidence, articles = excluded.articles,
           request = excluded.request, answer_by = excluded.answer_by, contact = excluded.contact,
           late_entry = excluded.late_entry",
        params![
            id,
            input.case,
            input.kind.code(),
            input.dated_on,
            addressee.trim(),
            text(&input.facts),
            text(&input.evidence),
            text(&input.articles),
            text(&input.request),
            input.answer_by,
            text(&input.contact),
            text(&input.late_entry),
        ],
    )?;
    Ok(())
}

/// Keeps the receipt of a letter that was not issued here.
pub(crate) fn serve(tx: &Tx, served: &SupervisionServed) -> Result<(), Problem> {
    let kept = tx.execute(
        "UPDATE supervision_letter SET number = ?2, received_on = ?3, received_by = ?4
         WHERE id = ?1 AND removed_at IS NULL",
        params![served.letter, text(&served.number), served.received_on, served.received_by.trim()],
    )?;
    if kept == 1 { Ok(()) } else { Err(missing()) }
}

/// Puts a letter out of sight.
pub(crate) fn remove(tx: &Tx, id: SupervisionLetterId) -> Result<(), Problem> {
    let kept = tx.execute(
        "UPDATE supervision_letter SET removed_at = ?2 WHERE id = ?1 AND removed_at IS NULL",
        params![id, tx.now().to_rfc3339()],
    )?;
    if kept == 1 { Ok(()) } else { Err(missing()) }
}

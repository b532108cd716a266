//! The rows of the union's own letters.

use ledger::Tx;
use rusqlite::{Connection, OptionalExtension, Row, ToSql, params};

use super::model::{
    AnsweredIncoming, LETTER, UnionLetter, UnionLetterId, UnionLetterInput, UnionLetterLine, UnionLetterQuery,
};
use super::rules;
use crate::Problem;
use crate::office;
use crate::office::incoming::{model::IncomingId, store::number};

fn missing() -> Problem {
    Problem::missing("份函")
}

pub(super) fn insert(tx: &Tx, id: UnionLetterId, input: &UnionLetterInput) -> Result<(), Problem> {
    tx.execute(
        "INSERT INTO letter (id, answers_id, addressee, title, body, enclosures, copies, contact, written_on)
         VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9)",
        params![
            id,
            input.answers,
            input.addressee,
            input.title,
            input.body,
            input.enclosures,
            input.copies,
            input.contact,
            tx.today(),
        ],
    )?;
    Ok(())
}

pub(super) fn update(tx: &Tx, id: UnionLetterId, input: &UnionLetterInput) -> Result<(), Problem> {
    let kept = tx.execute(
        "UPDATE letter SET addressee = ?2, title = ?3, body = ?4, enclosures = ?5, copies = ?6, contact = ?7
         WHERE id = ?1 AND removed_at IS NULL",
        params![id, input.addressee, input.title, input.body, input.enclosures, input.copies, input.contact,],
    )?;
    found(kept)
}

pub(super) fn remove(tx: &Tx, id: UnionLetterId) -> Result<(), Problem> {
    let kept = tx.execute(
        "UPDATE letter SET removed_at = ?2 WHERE id = ?1 AND removed_at IS NULL",
        params![id, tx.now().to_rfc3339()],
    )?;
    found(kept)
}

fn found(kept: usize) -> Result<(), Problem> {
    if kept == 1 { Ok(()) } else { Err(missing()) }
}

/// The incoming paper that a letter answers, removed or not; none that the law erased.
pub(super) fn answered(connection: &Connection, id: IncomingId) -> Result<Option<AnsweredIncoming>, Problem> {
    let found = connection
        .prepare_cached(
            "SELECT id, year, serial, source, their_number, title, done_on IS NOT NULL, removed_at IS NULL
             FROM incoming_paper WHERE id = ?1",
        )?
        .query_row([id], |row| {
            Ok(AnsweredIncoming {
                id: row.get(0)?,
                number: number(row.get(1)?, row.get(2)?),
                source: row.get(3)?,
                their_number: row.get(4)?,
                title: row.get(5)?,
                done: row.get(6)?,
                stands: row.get(7)?,
            })
        })
        .optional()?;
    Ok(found)
}

/// One letter; what was changed since its issue, `papers` tells.
///
/// Errors: `not_found`.
pub(super) fn get(connection: &Connection, id: UnionLetterId) -> Result<UnionLetter, Problem> {
    let (letter, written_on) = connection
        .prepare_cached(
            "SELECT id, answers_id, addressee, title, body, enclosures, copies, contact, written_on
             FROM live_letter WHERE id = ?1",
        )?
        .query_row([id], |row| {
            let letter = UnionLetterInput {
                id: row.get(0)?,
                answers: row.get(1)?,
                addressee: row.get(2)?,
                title: row.get(3)?,
                body: row.get(4)?,
                enclosures: row.get(5)?,
                copies: row.get(6)?,
                contact: row.get(7)?,
            };
            Ok((letter, row.get(8)?))
        })
        .optional()?
        .ok_or_else(missing)?;
    Ok(UnionLetter {
        answered: letter.answers.map(|came| answered(connection, came)).transpose()?.flatten(),
        missing: rules::missing(&letter),
        issued: office::store::issues(connection, LETTER, &id.to_string())?,
        changed: Vec::new(),
        written_on,
        letter,
    })
}

fn line(row: &Row<'_>) -> rusqlite::Result<UnionLetterLine> {
    Ok(UnionLetterLine {
        id: row.get(0)?,
        addressee: row.get(1)?,
        title: row.get(2)?,
        written_on: row.get(3)?,
        number: row.get(4)?,
    })
}

/// The letters that are asked for, the newest first.
pub fn list(connection: &Connection, query: &UnionLetterQuery) -> Result<Vec<UnionLetterLine>, Problem> {
    // Ids carry the time of their making, so that letters of one day stand in order.
    let sql = "SELECT * FROM (SELECT l.id, l.addressee, l.title, l.written_on,
        (SELECT paper_number(p.kind, p.year, p.number) FROM live_paper p WHERE p.kind = ?1 AND p.of_id = l.id
         ORDER BY p.issued_at DESC, p.number DESC LIMIT 1) AS number, l.answers_id
      FROM live_letter l) WHERE (?2 IS NULL OR answers_id = ?2) AND (?3 = 0 OR number IS NULL)
      ORDER BY written_on DESC, id DESC";
    let drafts = query.drafts.unwrap_or(false);
    let values: [&dyn ToSql; 3] = [&LETTER, &query.answers, &drafts];
    let mut statement = connection.prepare_cached(sql)?;
    Ok(statement.query_map(values, line)?.collect::<Result<_, _>>()?)
}

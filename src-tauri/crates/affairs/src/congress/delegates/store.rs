//! The rows of terms and delegates. Nothing is judged here.

use chrono::NaiveDate;
use ledger::Tx;
use rusqlite::{Connection, OptionalExtension, Row, params};

use super::model::{
    CongressDelegateId, CongressDelegateInput, CongressEnding, CongressRank, CongressTermId,
    CongressTermInput,
};
use crate::Problem;
use crate::typed::text;

const TERM: &str = "id, name, began_on, years, seats, workers, women_workers, dispatched_workers, posted_on, note, late_entry";

fn term_of(row: &Row<'_>) -> rusqlite::Result<(CongressTermId, CongressTermInput)> {
    let id: CongressTermId = row.get(0)?;
    let record = CongressTermInput {
        id: Some(id),
        name: row.get(1)?,
        began_on: row.get(2)?,
        years: row.get(3)?,
        seats: row.get(4)?,
        workers: row.get(5)?,
        women_workers: row.get(6)?,
        dispatched_workers: row.get(7)?,
        posted_on: row.get(8)?,
        note: row.get(9)?,
        late_entry: row.get(10)?,
    };
    Ok((id, record))
}

/// Every term, the newest first.
pub(super) fn terms(connection: &Connection) -> Result<Vec<(CongressTermId, CongressTermInput)>, Problem> {
    let sql = format!("SELECT {TERM} FROM live_congress_term ORDER BY began_on DESC, id DESC");
    let mut statement = connection.prepare_cached(&sql)?;
    let rows = statement.query_map([], term_of)?;
    Ok(rows.collect::<Result<_, _>>()?)
}

/// One term.
///
/// Errors: `not_found`.
pub(super) fn term(connection: &Connection, id: CongressTermId) -> Result<CongressTermInput, Problem> {
    let sql = format!("SELECT {TERM} FROM live_congress_term WHERE id = ?1");
    let found = connection.prepare_cached(&sql)?.query_row([id], term_of).optional()?;
    found.map(|(_, record)| record).ok_or_else(missing_term)
}

/// The newest term.
pub(super) fn newest(connection: &Connection) -> Result<Option<CongressTermId>, Problem> {
    let sql = "SELECT id FROM live_congress_term ORDER BY began_on DESC, id DESC LIMIT 1";
    Ok(connection.prepare_cached(sql)?.query_row([], |row| row.get(0)).optional()?)
}

/// What a term is called, removed or not.
pub(super) fn name_of(connection: &Connection, id: CongressTermId) -> Result<String, Problem> {
    let sql = "SELECT name FROM congress_term WHERE id = ?1";
    let found = connection.prepare_cached(sql)?.query_row([id], |row| row.get(0)).optional()?;
    found.ok_or_else(missing_term)
}

pub(super) fn missing_term() -> Problem {
    Problem::missing("届职工代表大会")
}

pub(super) fn missing_delegate() -> Problem {
    Problem::missing("位职工代表")
}

/// Another term that bears this name.
pub(super) fn named(
    connection: &Connection,
    name: &str,
    but: Option<CongressTermId>,
) -> Result<bool, Problem> {
    let known = terms(connection)?;
    Ok(known.iter().any(|(id, record)| Some(*id) != but && record.name.trim() == name.trim()))
}

/// The name of a term that was removed, where another bears it by now.
pub(super) fn taken(connection: &Connection, id: &str) -> Result<Option<String>, Problem> {
    let sql =
        "SELECT r.name FROM congress_term r JOIN live_congress_term o ON o.name = r.name AND o.id <> r.id
       WHERE r.id = ?1";
    Ok(connection.query_row(sql, [id], |row| row.get(0)).optional()?)
}

pub(super) fn save_term(tx: &Tx, id: CongressTermId, input: &CongressTermInput) -> Result<(), Problem> {
    tx.execute(
        "INSERT INTO congress_term (id, name, began_on, years, seats, workers, women_workers, dispatched_workers, posted_on,
           note, late_entry)
         VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11)
         ON CONFLICT (id) DO UPDATE SET name = excluded.name, began_on = excluded.began_on, years = excluded.years,
           seats = excluded.seats, workers = excluded.workers, women_workers = excluded.women_workers,
           dispatched_workers = excluded.dispatched_workers, posted_on = excluded.posted_on, note = excluded.note,
           late_entry = excluded.late_entry",
        params![
            id,
            input.name.trim(),
            input.began_on,
            input.years,
            input.seats,
            input.workers,
            input.women_workers,
            input.dispatched_workers,
            input.posted_on,
            text(&input.note),
            text(&input.late_entry),
        ],
    )?;
    Ok(())
}

pub(super) fn remove_term(tx: &Tx, id: CongressTermId) -> Result<(), Problem> {
    let gone = tx.execute(
        "UPDATE congress_term SET removed_at = ?2 WHERE id = ?1 AND removed_at IS NULL",
        params![id, tx.now().to_rfc3339()],
    )?;
    if gone == 1 { Ok(()) } else { Err(missing_term()) }
}

const DELEGATE: &str = "id, term_id, person_id, name, woman, unit, standing, dispatched, elected_on, unit_workers, voters, \
  votes_for, ended_on, ended_how, ended_why, recall_voters, recall_votes, late_entry";

fn delegate_of(row: &Row<'_>) -> rusqlite::Result<(CongressDelegateId, CongressDelegateInput)> {
    let id: CongressDelegateId = row.get(0)?;
    let record = CongressDelegateInput {
        id: Some(id),
        term: row.get(1)?,
        person: row.get(2)?,
        name: row.get(3)?,
        woman: row.get(4)?,
        unit: row.get(5)?,
        rank: CongressRank::of(&row.get::<_, String>(6)?).unwrap_or(CongressRank::Staff),
        dispatched: row.get(7)?,
        elected_on: row.get(8)?,
        unit_workers: row.get(9)?,
        voters: row.get(10)?,
        votes_for: row.get(11)?,
        ended_on: row.get(12)?,
        ended_how: row.get::<_, Option<String>>(13)?.as_deref().and_then(CongressEnding::of),
        ended_why: row.get(14)?,
        recall_voters: row.get(15)?,
        recall_votes: row.get(16)?,
        late_entry: row.get(17)?,
    };
    Ok((id, record))
}

/// The delegates of a term unit by unit, in the order of their entry.
pub(super) fn delegates(
    connection: &Connection,
    term: CongressTermId,
) -> Result<Vec<(CongressDelegateId, CongressDelegateInput)>, Problem> {
    let sql = format!("SELECT {DELEGATE} FROM live_congress_delegate WHERE term_id = ?1 ORDER BY unit, id");
    let mut statement = connection.prepare_cached(&sql)?;
    let rows = statement.query_map([term], delegate_of)?;
    Ok(rows.collect::<Result<_, _>>()?)
}

pub(super) fn save_delegate(
    tx: &Tx,
    id: CongressDelegateId,
    input: &CongressDelegateInput,
) -> Result<(), Problem> {
    // Who stands has no reason for having ceased.
    let ended = input.ended_on.is_some();
    let how = input.ended_how.filter(|_| ended);
    let recalled = how == Some(CongressEnding::Recalled);
    tx.execute(
        "INSERT INTO congress_delegate (id, term_id, person_id, name, woman, unit, standing, dispatched, elected_on,
           unit_workers, voters, votes_for, ended_on, ended_how, ended_why, recall_voters, recall_votes, late_entry)
         VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13, ?14, ?15, ?16, ?17, ?18)
         ON CONFLICT (id) DO UPDATE SET person_id = excluded.person_id, name = excluded.name, woman = excluded.woman,
           unit = excluded.unit, standing = excluded.standing, dispatched = excluded.dispatched,
           elected_on = excluded.elected_on, unit_workers = excluded.unit_workers, voters = excluded.voters,
           votes_for = excluded.votes_for, ended_on = excluded.ended_on, ended_how = excluded.ended_how,
           ended_why = excluded.ended_why, recall_voters = excluded.recall_voters,
           recall_votes = excluded.recall_votes, late_entry = excluded.late_entry",
        params![
            id,
            input.term,
            input.person,
            input.name.trim(),
            input.woman,
            input.unit.trim(),
            input.rank.code(),
            input.dispatched,
            input.elected_on,
            input.unit_workers,
            input.voters,
            input.votes_for,
            input.ended_on,
            how.map(CongressEnding::code),
            text(&input.ended_why).filter(|_| ended),
            input.recall_voters.filter(|_| recalled),
            input.recall_votes.filter(|_| recalled),
            text(&input.late_entry),
        ],
    )?;
    Ok(())
}

pub(super) fn remove_delegate(tx: &Tx, id: CongressDelegateId) -> Result<(), Problem> {
    let gone = tx.execute(
        "UPDATE congress_delegate SET removed_at = ?2 WHERE id = ?1 AND removed_at IS NULL",
        params![id, tx.now().to_rfc3339()],
    )?;
    if gone == 1 { Ok(()) } else { Err(missing_delegate()) }
}

/// The days on which the congress or all workers met, the newest first: a session of which only the call is kept is none.
pub(super) fn met(connection: &Connection) -> Result<Vec<NaiveDate>, Problem> {
    let sql = "SELECT held_on FROM live_congress_session
       UNION SELECT held_on FROM live_congress_meeting WHERE present IS NOT NULL ORDER BY held_on DESC";
    let mut statement = connection.prepare_cached(sql)?;
    Ok(statement.query_map([], |row| row.get(0))?.collect::<Result<_, _>>()?)
}

//! The rows of a negotiation. Reading joins them into what a page shows; writing replaces what a form
//! sent. Decisions are made before (`rules`); here nothing is judged.

mod meeting;
mod opening;
mod representatives;

pub use meeting::{
    mark_undertaking, meeting_negotiation, meetings, next_round, open_undertakings, remove_meeting,
    save_meeting,
};
pub use opening::{ReplyClock, offer, offer_dates, reply, save_offer, save_reply, save_topics, topics};
pub use representatives::{all_representatives, representatives, save_side};

use ledger::Tx;
use rusqlite::{Connection, OptionalExtension, Row, params};

use crate::Problem;
use crate::negotiation::model::{
    AddEvent, ChangeEvent, Event, EventId, EventKind, NegotiationId, StartNegotiation,
};

/// The head row of a negotiation.
#[derive(Debug, Clone)]
pub struct Head {
    /// Its id.
    pub id: NegotiationId,
    /// The year.
    pub year: i32,
    /// Its title.
    pub title: String,
    /// The day it was started.
    pub started_on: chrono::NaiveDate,
    /// The place whose law holds for it.
    pub place: law::Place,
    /// Entered afterwards, why.
    pub late_entry: Option<String>,
}

const HEAD: &str = "SELECT id, year, title, started_on, province, city, late_entry FROM live_negotiation";

fn head_of(row: &Row<'_>) -> rusqlite::Result<Head> {
    Ok(Head {
        id: row.get(0)?,
        year: row.get(1)?,
        title: row.get(2)?,
        started_on: row.get(3)?,
        place: law::Place { province: row.get(4)?, city: row.get(5)? },
        late_entry: row.get(6)?,
    })
}

/// Every negotiation, the newest year first.
pub fn heads(connection: &Connection) -> Result<Vec<Head>, Problem> {
    let mut statement = connection.prepare_cached(&format!("{HEAD} ORDER BY year DESC"))?;
    let rows = statement.query_map([], head_of)?;
    Ok(rows.collect::<Result<_, _>>()?)
}

/// One negotiation's head.
pub fn head(connection: &Connection, id: NegotiationId) -> Result<Head, Problem> {
    connection
        .query_row(&format!("{HEAD} WHERE id = ?1"), params![id], head_of)
        .optional()?
        .ok_or_else(|| Problem::missing("项协商"))
}

/// Whether a year has its negotiation already.
pub fn year_taken(connection: &Connection, year: i32) -> Result<bool, Problem> {
    Ok(connection
        .query_row("SELECT 1 FROM live_negotiation WHERE year = ?1", params![year], |_| Ok(()))
        .optional()?
        .is_some())
}

/// Writes the head row.
pub fn insert_head(
    tx: &Tx,
    id: NegotiationId,
    start: &StartNegotiation,
    title: &str,
    place: &law::Place,
) -> Result<(), Problem> {
    tx.execute(
        "INSERT INTO negotiation (id, year, title, started_on, province, city, late_entry)
         VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7)",
        params![
            id,
            start.year,
            title,
            start.started_on.unwrap_or_else(|| tx.today()),
            place.province,
            place.city,
            start.late_entry,
        ],
    )?;
    Ok(())
}

/// Puts a row of any of the negotiation's tables out of sight.
pub(super) fn remove(tx: &Tx, table: &'static str, column: &'static str, id: &str) -> Result<(), Problem> {
    tx.prepare_cached(&format!(
        "UPDATE {table} SET removed_at = ?2 WHERE {column} = ?1 AND removed_at IS NULL"
    ))?
    .execute(params![id, tx.now().to_rfc3339()])?;
    Ok(())
}

fn event_code(kind: EventKind) -> &'static str {
    match kind {
        EventKind::Reported => "reported",
        EventKind::Applied => "applied",
        EventKind::Accepted => "accepted",
        EventKind::Signed => "signed",
        EventKind::Filed => "filed",
        EventKind::Returned => "returned",
        EventKind::InEffect => "in_effect",
        EventKind::Published => "published",
        EventKind::Noted => "noted",
    }
}

fn event_of(code: &str) -> EventKind {
    match code {
        "reported" => EventKind::Reported,
        "applied" => EventKind::Applied,
        "accepted" => EventKind::Accepted,
        "signed" => EventKind::Signed,
        "filed" => EventKind::Filed,
        "returned" => EventKind::Returned,
        "in_effect" => EventKind::InEffect,
        "published" => EventKind::Published,
        _ => EventKind::Noted,
    }
}

/// Writes something that happened.
pub fn insert_event(tx: &Tx, id: EventId, event: &AddEvent) -> Result<(), Problem> {
    tx.execute(
        "INSERT INTO negotiation_event (id, negotiation_id, kind, happened_on, text, valid_until)
         VALUES (?1, ?2, ?3, ?4, ?5, ?6)",
        params![
            id,
            event.negotiation,
            event_code(event.kind),
            event.happened_on,
            event.text.trim(),
            event.valid_until
        ],
    )?;
    Ok(())
}

/// Changes something that happened. Errors: `not_found` when it was removed.
pub fn change_event(tx: &Tx, event: &ChangeEvent) -> Result<(), Problem> {
    let changed = tx.execute(
        "UPDATE negotiation_event SET kind = ?2, happened_on = ?3, text = ?4, valid_until = ?5
         WHERE id = ?1 AND removed_at IS NULL",
        params![event.id, event_code(event.kind), event.happened_on, event.text.trim(), event.valid_until],
    )?;
    if changed == 0 { Err(Problem::missing("项经过")) } else { Ok(()) }
}

/// To which affair something that happened belongs, its kind and day. Errors: `not_found` when it was removed.
pub fn event_facts(
    connection: &Connection,
    id: EventId,
) -> Result<(NegotiationId, EventKind, chrono::NaiveDate), Problem> {
    let found = connection
        .query_row(
            "SELECT negotiation_id, kind, happened_on FROM live_negotiation_event WHERE id = ?1",
            params![id],
            |row| Ok((row.get(0)?, event_of(&row.get::<_, String>(1)?), row.get(2)?)),
        )
        .optional()?;
    found.ok_or_else(|| Problem::missing("项经过"))
}

/// Puts something that happened out of sight. Errors: `not_found` when it was removed already.
pub fn remove_event(tx: &Tx, id: EventId) -> Result<(), Problem> {
    let stands = tx
        .query_row("SELECT 1 FROM live_negotiation_event WHERE id = ?1", params![id], |_| Ok(()))
        .optional()?;
    stands.ok_or_else(|| Problem::missing("项经过"))?;
    remove(tx, "negotiation_event", "id", &id.to_string())
}

/// What happened, in order.
pub fn events(connection: &Connection, negotiation: NegotiationId) -> Result<Vec<Event>, Problem> {
    let mut statement = connection.prepare_cached(
        "SELECT id, kind, happened_on, text, valid_until FROM live_negotiation_event
         WHERE negotiation_id = ?1 ORDER BY happened_on, id",
    )?;
    let rows = statement.query_map(params![negotiation], |row| {
        Ok(Event {
            id: row.get(0)?,
            kind: event_of(&row.get::<_, String>(1)?),
            happened_on: row.get(2)?,
            text: row.get(3)?,
            valid_until: row.get(4)?,
        })
    })?;
    Ok(rows.collect::<Result<_, _>>()?)
}

//! The rows of what happened, to the talks or to one of their agreements. The term that an event names is kept with the
//! agreement and not here.

use ledger::Tx;
use rusqlite::{Connection, OptionalExtension, Row, params};

use super::remove;
use crate::Problem;
use crate::negotiation::model::{EffectHow, Event, EventFacts, EventId, EventKind, NegotiationId, Side};
use crate::negotiation::preparation::model::Askers;
use crate::office::text;

const EVENT: &str = "e.id, e.agreement_id, e.kind, e.happened_on, e.text, e.workers_chief, e.employer_chief, e.receiver, e.number,
  e.copies, e.people, e.how, e.until_on, e.representative_id, e.late_entry, c.whole, c.asked_by, c.larger, e.side";

/// An event with the numbers of a petition beside it.
const FROM: &str = "live_negotiation_event e LEFT JOIN live_petition_count c ON c.event_id = e.id";

fn event_of(row: &Row<'_>) -> rusqlite::Result<Event> {
    let how: Option<String> = row.get(11)?;
    Ok(Event {
        id: row.get(0)?,
        agreement: row.get(1)?,
        kind: EventKind::of(&row.get::<_, String>(2)?).unwrap_or(EventKind::Noted),
        happened_on: row.get(3)?,
        text: row.get(4)?,
        facts: EventFacts {
            workers_chief: row.get(5)?,
            employer_chief: row.get(6)?,
            receiver: row.get(7)?,
            number: row.get(8)?,
            copies: row.get(9)?,
            people: row.get(10)?,
            whole: row.get(15)?,
            asked_by: row.get::<_, Option<String>>(16)?.as_deref().and_then(Askers::of),
            larger: row.get(17)?,
            how: how.as_deref().and_then(EffectHow::of),
            until_on: row.get(12)?,
            representative: row.get(13)?,
            side: row.get::<_, Option<String>>(18)?.as_deref().map(Side::of),
            term_from: None,
            term_to: None,
        },
        late_entry: row.get(14)?,
    })
}

/// Writes something that happened.
pub fn insert_event(tx: &Tx, negotiation: NegotiationId, event: &Event) -> Result<(), Problem> {
    tx.execute(
        "INSERT INTO negotiation_event (id, negotiation_id, agreement_id, kind, happened_on, text) VALUES (?1, ?2, ?3, ?4, ?5, '')",
        params![event.id, negotiation, event.agreement, event.kind.code(), event.happened_on],
    )?;
    change_event(tx, event)
}

/// Changes something that happened.
///
/// Errors: `not_found` when it was removed.
pub fn change_event(tx: &Tx, event: &Event) -> Result<(), Problem> {
    let facts = &event.facts;
    let changed = tx.execute(
        "UPDATE negotiation_event SET agreement_id = ?2, kind = ?3, happened_on = ?4, text = ?5, workers_chief = ?6,
           employer_chief = ?7, receiver = ?8, number = ?9, copies = ?10, people = ?11, how = ?12, until_on = ?13,
           representative_id = ?14, late_entry = ?15, side = ?16
         WHERE id = ?1 AND removed_at IS NULL",
        params![
            event.id,
            event.agreement,
            event.kind.code(),
            event.happened_on,
            event.text.trim(),
            text(&facts.workers_chief),
            text(&facts.employer_chief),
            text(&facts.receiver),
            text(&facts.number),
            facts.copies,
            facts.people,
            facts.how.map(EffectHow::code),
            facts.until_on,
            facts.representative,
            text(&event.late_entry),
            facts.side.filter(|_| event.kind == EventKind::Posted).map(Side::code),
        ],
    )?;
    if changed == 0 {
        return Err(Problem::missing("项经过"));
    }
    save_count(tx, event)
}

/// Of how many those are who asked for talks; another kind of event has no such row, nor a petition that does not tell.
fn save_count(tx: &Tx, event: &Event) -> Result<(), Problem> {
    let told = event.facts.whole.filter(|_| event.kind == EventKind::Petitioned);
    let Some(whole) = told else {
        return remove(tx, "petition_count", "event_id", &event.id.to_string());
    };
    let row: Option<String> = tx
        .query_row("SELECT id FROM live_petition_count WHERE event_id = ?1", [event.id], |row| row.get(0))
        .optional()?;
    tx.execute(
        "INSERT INTO petition_count (id, event_id, asked_by, whole, larger) VALUES (?1, ?2, ?3, ?4, ?5)
         ON CONFLICT (id) DO UPDATE SET asked_by = excluded.asked_by, whole = excluded.whole, larger = excluded.larger",
        params![
            row.unwrap_or_else(|| tx.new_id::<uuid::Uuid>().to_string()),
            event.id,
            event.facts.asked_by.unwrap_or(Askers::Workers).code(),
            whole,
            event.facts.larger.unwrap_or_default(),
        ],
    )?;
    Ok(())
}

/// Something that happened, with the affair it belongs to.
///
/// Errors: `not_found` when it was removed.
pub fn event(connection: &Connection, id: EventId) -> Result<(NegotiationId, Event), Problem> {
    let sql = format!("SELECT {EVENT}, e.negotiation_id FROM {FROM} WHERE e.id = ?1");
    let found = connection
        .prepare_cached(&sql)?
        .query_row([id], |row| Ok((row.get(19)?, event_of(row)?)))
        .optional()?;
    found.ok_or_else(|| Problem::missing("项经过"))
}

/// Puts something that happened out of sight.
///
/// Errors: `not_found` when it was removed already.
pub fn remove_event(tx: &Tx, id: EventId) -> Result<(), Problem> {
    event(tx, id)?;
    remove(tx, "petition_count", "event_id", &id.to_string())?;
    remove(tx, "negotiation_event", "id", &id.to_string())
}

/// What happened, in order.
pub fn events(connection: &Connection, negotiation: NegotiationId) -> Result<Vec<Event>, Problem> {
    let sql = format!("SELECT {EVENT} FROM {FROM} WHERE e.negotiation_id = ?1 ORDER BY e.happened_on, e.id");
    let mut statement = connection.prepare_cached(&sql)?;
    let rows = statement.query_map(params![negotiation], event_of)?;
    Ok(rows.collect::<Result<_, _>>()?)
}

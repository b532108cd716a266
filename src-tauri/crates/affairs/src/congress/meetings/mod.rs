//! The sessions of the congress from the agenda to the report after: what was agreed on, whom it was told, when the papers went out, who
//! came, what passed, what was published. Each act here runs inside one step. What the talks bring before the congress is voted on in
//! `negotiation`, and stands in the congress's own rooms.

pub mod model;
pub mod papers;
mod rules;
mod store;

use chrono::NaiveDate;
use law::LawBook;
use ledger::Tx;
use rusqlite::Connection;

use crate::Problem;
use crate::congress::delegates;
use crate::duty::Duty;
use crate::union::election::rules::ElectionLaw;
use crate::union::store as union;
use model::{
    CongressMeeting, CongressMeetingId, CongressMeetingInput, CongressMeetingLine, CongressMeetings,
};

/// The page of this part.
pub(crate) const PAGE: &str = "congressMeetings";

/// Every session, and what the rules of the place want before one.
pub fn list(connection: &Connection, book: &LawBook, today: NaiveDate) -> Result<CongressMeetings, Problem> {
    let place = union::place(connection)?;
    let law = ElectionLaw { book, place: &place };
    let mut meetings = Vec::new();
    for (id, record) in store::all(connection)? {
        let next = rules::todos(law, id, &record, today)?.into_iter().next();
        meetings.push(CongressMeetingLine {
            id,
            held_on: record.held_on,
            place: record.place,
            matters: u32::try_from(record.matters.len()).unwrap_or(u32::MAX),
            held: record.present.is_some(),
            name: record.name,
            whose: next.as_ref().map(|duty| duty.whose),
            due: next.as_ref().and_then(|duty| duty.due),
            next: next.map(|duty| duty.button),
        });
    }
    Ok(CongressMeetings {
        meetings,
        terms: delegates::choices(connection, today)?,
        musts: rules::musts(law, today),
    })
}

/// One session, seen from a day.
///
/// Errors: `not_found`.
pub fn get(
    connection: &Connection,
    book: &LawBook,
    id: CongressMeetingId,
    today: NaiveDate,
) -> Result<CongressMeeting, Problem> {
    let place = union::place(connection)?;
    let law = ElectionLaw { book, place: &place };
    let record = store::get(connection, id)?;
    Ok(CongressMeeting {
        id,
        term_name: delegates::name_of(connection, record.term)?,
        rungs: rules::rungs(law, &record)?,
        verdicts: record.matters.iter().map(|one| rules::verdict(law, &record, one)).collect(),
        lacks: rules::lacks(law, &record),
        todos: rules::todos(law, id, &record, today)?,
        rules: rules::rules(law, record.held_on),
        record,
    })
}

/// Keeps a session, called or held.
///
/// Errors: `bad_input` at its field; `refused` with its rule; `not_found`.
pub fn save(tx: &Tx, book: &LawBook, input: &CongressMeetingInput) -> Result<CongressMeetingId, Problem> {
    let place = union::place(tx)?;
    let standing = input.id.map(|id| store::get(tx, id)).transpose()?;
    rules::check(ElectionLaw { book, place: &place }, input, tx.today())?;
    // A session of a term that was removed since stays with it.
    if standing.is_none_or(|kept| kept.term != input.term) {
        delegates::must_stand(tx, input.term)?;
    }
    let id = input.id.unwrap_or_else(|| tx.new_id());
    store::save(tx, id, input, book.version())?;
    Ok(id)
}

/// Puts a session out of sight with its matters.
///
/// Errors: `not_found`.
pub fn remove(tx: &Tx, id: CongressMeetingId) -> Result<(), Problem> {
    store::remove(tx, id)
}

/// What is to be done about every session.
pub fn duties(connection: &Connection, book: &LawBook, today: NaiveDate) -> Result<Vec<Duty>, Problem> {
    let place = union::place(connection)?;
    let law = ElectionLaw { book, place: &place };
    let mut duties = Vec::new();
    for (id, record) in store::all(connection)? {
        duties.extend(rules::todos(law, id, &record, today)?);
    }
    Ok(duties)
}

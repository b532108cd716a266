//! Motions of the delegates (职工代表提案): collected, looked at, handed to a department, answered, and what the proposer says of the
//! answer, each with whose move it is. Each act here runs inside one step. What a session decides is the congress's own.

pub mod model;
pub mod papers;
mod rules;
mod store;

use chrono::{Datelike, NaiveDate};
use law::{Deadline, LawBook, Place};
use ledger::Tx;
use rusqlite::Connection;

use crate::Problem;
use crate::congress::delegates;
use crate::duty::{Duty, clock};
use crate::office::register::Register;
use crate::union::store as union;
use model::{
    CongressMotion, CongressMotionId, CongressMotionInput, CongressMotionLine, CongressMotionPage,
    CongressMotionQuery, CongressReview,
};

/// The page of this part.
pub(crate) const PAGE: &str = "congressMotions";

/// The series of the register's numbers, as `office` knows it by kind.
pub(crate) const SERIES: &str = "congressMotion";

/// The register.
pub(crate) const REGISTER: Register =
    Register { table: "congress_motion", series: SERIES, name: "件提案" };

/// The place's own term of an answer to what the union hands on as an opinion; none where it has no such rule.
fn own_clock(
    book: &LawBook,
    place: &Place,
    motion: &CongressMotionInput,
) -> Result<Option<Deadline>, Problem> {
    match (motion.review, motion.handed_on) {
        (Some(CongressReview::Opinion), Some(handed)) => {
            clock(book, "congress.openness.reply", place, &[("openness_opinion_received", handed)])
        }
        _ => Ok(None),
    }
}

fn next(
    book: &LawBook,
    place: &Place,
    kept: &store::Kept,
    today: NaiveDate,
) -> Result<Option<Duty>, Problem> {
    let clock = own_clock(book, place, &kept.record)?;
    Ok(rules::next(kept.id, &kept.number, &kept.record, clock, today))
}

fn line(
    book: &LawBook,
    place: &Place,
    kept: store::Kept,
    today: NaiveDate,
) -> Result<CongressMotionLine, Problem> {
    let next = next(book, place, &kept, today)?;
    let due = next.as_ref().and_then(|duty| duty.due);
    Ok(CongressMotionLine {
        id: kept.id,
        number: kept.number,
        state: rules::state(&kept.record),
        matter: kept.record.matter,
        kind: kept.record.kind,
        proposer: kept.record.proposer,
        collected_on: kept.record.collected_on,
        department: kept.record.department,
        whose: next.as_ref().map(|duty| duty.whose),
        next: next.map(|duty| duty.button),
        due,
        late: due.is_some_and(|due| due < today),
        feedback: kept.record.feedback,
    })
}

/// Every motion that matches, in order, with how many there are.
pub fn each(
    connection: &Connection,
    book: &LawBook,
    query: &CongressMotionQuery,
    today: NaiveDate,
    each: &mut dyn FnMut(u32, CongressMotionLine) -> Result<(), Problem>,
) -> Result<(), Problem> {
    let place = union::place(connection)?;
    let total = store::count(connection, query)?;
    for kept in store::matching(connection, query, None)? {
        each(total, line(book, &place, kept, today)?)?;
    }
    Ok(())
}

/// A slice of the register, and how it stands as a whole.
pub fn page(
    connection: &Connection,
    book: &LawBook,
    query: &CongressMotionQuery,
    today: NaiveDate,
) -> Result<CongressMotionPage, Problem> {
    let place = union::place(connection)?;
    let slice = (query.limit.unwrap_or(50).min(500), query.offset.unwrap_or(0));
    let rows = store::matching(connection, query, Some(slice))?;
    let rows = rows.into_iter().map(|kept| line(book, &place, kept, today));
    Ok(CongressMotionPage {
        total: store::count(connection, query)?,
        rows: rows.collect::<Result<_, _>>()?,
        kept: store::count(connection, &CongressMotionQuery::default())?,
        open: store::count_open(connection)?,
        late: late(connection, book, &place, today)?,
        years: REGISTER.years(connection)?,
        terms: delegates::choices(connection, today)?,
    })
}

/// How many answers are late. Only an answer has a day, and where none was agreed on it is the clock of the place that says it.
fn late(connection: &Connection, book: &LawBook, place: &Place, today: NaiveDate) -> Result<u32, Problem> {
    let mut late = 0;
    for kept in store::handed(connection)? {
        let due = next(book, place, &kept, today)?.and_then(|duty| duty.due);
        late += u32::from(due.is_some_and(|due| due < today));
    }
    Ok(late)
}

/// One motion, seen from a day.
///
/// Errors: `not_found`.
pub fn get(
    connection: &Connection,
    book: &LawBook,
    id: CongressMotionId,
    today: NaiveDate,
) -> Result<CongressMotion, Problem> {
    let place = union::place(connection)?;
    let kept = store::get(connection, id)?;
    Ok(CongressMotion {
        id,
        term_name: delegates::name_of(connection, kept.record.term)?,
        state: rules::state(&kept.record),
        next: next(book, &place, &kept, today)?,
        number: kept.number,
        record: kept.record,
    })
}

/// Keeps a motion, new or changed; a new one gets the next number of the year within the step.
///
/// Errors: `bad_input` at its field; `not_found`.
pub fn save(tx: &Tx, input: &CongressMotionInput) -> Result<CongressMotionId, Problem> {
    rules::check(input, tx.today())?;
    let standing = input.id.map(|id| store::get(tx, id)).transpose()?;
    // A motion of a term that was removed since stays with it.
    if standing.as_ref().is_none_or(|kept| kept.record.term != input.term) {
        delegates::must_stand(tx, input.term)?;
    }
    match input.id {
        Some(id) => {
            store::save(tx, id, None, input)?;
            Ok(id)
        }
        None => {
            let id = tx.new_id();
            let year = tx.today().year();
            store::save(tx, id, Some((year, REGISTER.next_serial(tx, year)?)), input)?;
            Ok(id)
        }
    }
}

/// Puts a motion out of sight; its number stays used.
///
/// Errors: `not_found`.
pub fn remove(tx: &Tx, id: CongressMotionId) -> Result<(), Problem> {
    REGISTER.remove(tx, id)
}

/// What is to be done about every motion that is not over.
pub fn duties(connection: &Connection, book: &LawBook, today: NaiveDate) -> Result<Vec<Duty>, Problem> {
    let place = union::place(connection)?;
    let mut duties = Vec::new();
    for kept in store::all_open(connection)? {
        duties.extend(next(book, &place, &kept, today)?);
    }
    Ok(duties)
}

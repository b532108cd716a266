//! A hazard as a page shows it, and the lines of the ledger: read together from the store and judged by the rules.

use chrono::NaiveDate;
use law::LawBook;
use rusqlite::Connection;

use super::kinds::{EVACUATION, PROPOSAL};
use super::model::{HazardId, HazardLine, HazardPage, HazardPaper, HazardQuery, HazardWhich, SafetyHazard};
use super::rules::{SafetyLaw, Sent};
use super::{REGISTER, place, rules, store, visits};
use crate::Problem;
use crate::duty::Band;

fn paper(connection: &Connection, kind: &str, id: HazardId, sent: Sent) -> Result<HazardPaper, Problem> {
    let issue = store::issue(connection, kind, id)?;
    Ok(HazardPaper {
        issue: sent.issue,
        number: issue.map(|issue| issue.number),
        received_on: sent.received_on,
    })
}

/// One hazard, seen from a day.
///
/// Errors: `not_found`.
pub fn get(
    connection: &Connection,
    book: &LawBook,
    id: HazardId,
    today: NaiveDate,
) -> Result<SafetyHazard, Problem> {
    let at = place(connection)?;
    let law = rules::law_of(book, &at);
    let kept = store::get(connection, id)?;
    let events = store::events(connection, id)?;
    let course = store::course(connection, &kept, &events)?;
    let subjects = rules::subjects(course.major(), course.danger);
    Ok(SafetyHazard {
        id,
        proposed: paper(connection, PROPOSAL, id, course.proposal)?,
        evacuation: paper(connection, EVACUATION, id, course.evacuation)?,
        visit: visits::of_hazard(connection, id)?,
        state: rules::state(&course),
        rungs: rules::rungs(&course, today),
        due_on: course.deadline(),
        may: rules::may(&course),
        may_late: rules::may_late(&course),
        rules: rules::told(law, &subjects, today),
        todos: rules::todos(law, id, &course, today)?,
        lacking: course.lacking.iter().map(|name| (*name).to_owned()).collect(),
        number: kept.number,
        record: kept.record,
        proposal: kept.proposal,
        assurances: kept.assurances,
        events,
    })
}

pub(super) fn line(
    connection: &Connection,
    law: SafetyLaw<'_>,
    id: HazardId,
    today: NaiveDate,
) -> Result<HazardLine, Problem> {
    let kept = store::get(connection, id)?;
    let events = store::events(connection, id)?;
    let course = store::course(connection, &kept, &events)?;
    let next = rules::todos(law, id, &course, today)?.into_iter().next();
    let due = next.as_ref().and_then(|todo| todo.due);
    Ok(HazardLine {
        id,
        number: kept.number,
        matter: kept.record.matter,
        place: kept.record.place,
        unit: kept.record.unit,
        kind: kept.record.kind,
        grade: kept.record.grade,
        danger: kept.record.danger,
        found_on: kept.record.found_on,
        photos: kept.photos,
        state: rules::state(&course),
        unanswered: course.unanswered(),
        due_on: course.deadline(),
        late: course.late(today),
        closed_on: course.closed().map(|event| event.on),
        assured_by: kept.assurances.assured_by,
        whose: next.as_ref().map(|todo| todo.whose),
        next: next.map(|todo| todo.title),
        band: due.map(|due| Band::of(due, today)),
        days: due.map(|due| (due - today).num_days()),
        due,
    })
}

/// Every hazard that matches, in order, with how many there are.
pub fn each(
    connection: &Connection,
    book: &LawBook,
    query: &HazardQuery,
    today: NaiveDate,
    each: &mut dyn FnMut(u32, HazardLine) -> Result<(), Problem>,
) -> Result<(), Problem> {
    let at = place(connection)?;
    let law = rules::law_of(book, &at);
    let total = store::count(connection, query, today)?;
    let all = store::ids(connection, query, None, today)?;
    all.into_iter().try_for_each(|id| each(total, line(connection, law, id, today)?))
}

/// A slice of the ledger of hazards, and how it stands as a whole.
pub fn page(
    connection: &Connection,
    book: &LawBook,
    query: &HazardQuery,
    today: NaiveDate,
) -> Result<HazardPage, Problem> {
    let at = place(connection)?;
    let law = rules::law_of(book, &at);
    let slice = (query.limit.unwrap_or(50).min(500), query.offset.unwrap_or(0));
    let ids = store::ids(connection, query, Some(slice), today)?;
    let figure = |which| store::figures(connection, which, today);
    Ok(HazardPage {
        total: store::count(connection, query, today)?,
        rows: ids.into_iter().map(|id| line(connection, law, id, today)).collect::<Result<_, _>>()?,
        kept: figure(HazardWhich::All)?,
        open: figure(HazardWhich::Open)?,
        late: figure(HazardWhich::Late)?,
        unanswered: figure(HazardWhich::Unanswered)?,
        major: figure(HazardWhich::Major)?,
        years: REGISTER.years(connection)?,
        places: store::places(connection)?,
    })
}

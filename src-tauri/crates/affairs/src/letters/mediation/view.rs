//! A case as a page shows it, and the register's lines: read together from the store and judged by the rules.

use chrono::NaiveDate;
use law::LawBook;
use rusqlite::Connection;

use super::model::{
    MediationCase, MediationCaseId, MediationEventKind, MediationLine, MediationOrigin, MediationPage,
    MediationQuery, MediationWhich,
};
use super::store::REGISTER;
use super::{limits, place, rules, store};
use crate::Problem;
use crate::duty::{Band, Place};
use crate::letters::rules::SupervisionLaw;
use crate::letters::{appeals, dismissals};

/// What a case came from.
fn origin(connection: &Connection, id: MediationCaseId) -> Result<Option<MediationOrigin>, Problem> {
    let id = id.to_string();
    let to = |page: &str, (number, id): (String, String)| MediationOrigin {
        number,
        place: Place { page: page.to_owned(), id: Some(id), part: None },
    };
    Ok(match appeals::store::origin_of(connection, &id)? {
        Some(found) => Some(to("appeals", found)),
        None => dismissals::store::origin_of(connection, &id)?.map(|found| to("dismissals", found)),
    })
}

/// One case, seen from a day.
///
/// Errors: `not_found`.
pub fn get(
    connection: &Connection,
    book: &LawBook,
    id: MediationCaseId,
    today: NaiveDate,
) -> Result<MediationCase, Problem> {
    let place = place(connection)?;
    let law = SupervisionLaw { book, place: &place };
    let kept = store::get(connection, id)?;
    let events = store::events(connection, id)?;
    let course = store::course(connection, id, &kept.record)?;
    // Once it is over, nobody waits for an agreement any more.
    let running = kept.record.applied_on.filter(|_| course.end().is_none());
    Ok(MediationCase {
        id,
        state: rules::state(&course),
        may: rules::may(&course),
        may_late: rules::may_late(&course),
        todos: rules::todos(law, id, &course, today)?,
        limits: limits(law, running, kept.record.known_on, today)?.lines(),
        origin: origin(connection, id)?,
        number: kept.number,
        record: kept.record,
        mediator_name: kept.mediator,
        events,
    })
}

fn line(
    connection: &Connection,
    law: SupervisionLaw<'_>,
    kept: store::Kept,
    today: NaiveDate,
) -> Result<MediationLine, Problem> {
    let course = store::course(connection, kept.id, &kept.record)?;
    let next = rules::todos(law, kept.id, &course, today)?.into_iter().next();
    let due = next.as_ref().and_then(|todo| todo.due);
    let end = course.end();
    Ok(MediationLine {
        id: kept.id,
        number: kept.number,
        topic: kept.record.topic,
        worker: kept.record.worker,
        employer: kept.record.employer.unwrap_or_default(),
        claims: kept.record.claims,
        applied_on: kept.record.applied_on,
        accepted_on: course.last(MediationEventKind::Accepted).map(|event| event.on),
        ended_on: end.map(|event| event.on),
        ended: end.map(|event| event.kind.label().to_owned()),
        mediator: kept.mediator,
        state: rules::state(&course),
        whose: next.as_ref().map(|todo| todo.whose),
        next: next.map(|todo| todo.title),
        band: due.map(|due| Band::of(due, today)),
        days: due.map(|due| (due - today).num_days()),
        due,
    })
}

/// Every case that matches, in order, with how many there are.
pub fn each(
    connection: &Connection,
    book: &LawBook,
    query: &MediationQuery,
    today: NaiveDate,
    each: &mut dyn FnMut(u32, MediationLine) -> Result<(), Problem>,
) -> Result<(), Problem> {
    let place = place(connection)?;
    let law = SupervisionLaw { book, place: &place };
    let total = store::count(connection, query)?;
    let all = store::list(connection, query, None)?;
    all.into_iter().try_for_each(|kept| each(total, line(connection, law, kept, today)?))
}

/// A slice of the register, and how it stands as a whole.
pub fn page(
    connection: &Connection,
    book: &LawBook,
    query: &MediationQuery,
    today: NaiveDate,
) -> Result<MediationPage, Problem> {
    let place = place(connection)?;
    let law = SupervisionLaw { book, place: &place };
    let slice = (query.limit.unwrap_or(50).min(500), query.offset.unwrap_or(0));
    let rows = store::list(connection, query, Some(slice))?;
    let open = MediationQuery { which: Some(MediationWhich::Open), ..MediationQuery::default() };
    Ok(MediationPage {
        total: store::count(connection, query)?,
        rows: rows.into_iter().map(|kept| line(connection, law, kept, today)).collect::<Result<_, _>>()?,
        kept: store::count(connection, &MediationQuery::default())?,
        open: store::count(connection, &open)?,
        years: REGISTER.years(connection)?,
    })
}

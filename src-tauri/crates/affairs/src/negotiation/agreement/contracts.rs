//! The agreements that talks came to, as a hand-over book lists them, and the day each expires with the window of the next
//! talks. What is due from them is told by `duties`.

use chrono::NaiveDate;
use law::{LawBook, LawError, Place as Where, RuleRef, Window};
use rusqlite::Connection;

use super::affair::{Affair, course, with_term};
use super::course::{Course, What};
use super::model::AgreementState as State;
use super::store::Head;
use crate::Problem;
use crate::negotiation::model::{EventKind, NegotiationId};
use crate::negotiation::store;

/// One agreement of the ledger.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Contract {
    /// 2026年度工资专项集体合同.
    pub title: String,
    /// How it stands today, in the field's words.
    pub state: &'static str,
    /// The newest signing.
    pub signed_on: Option<NaiveDate>,
    /// The newest filing.
    pub filed_on: Option<NaiveDate>,
    /// Accepted, or not objected to within the term.
    pub effective_on: Option<NaiveDate>,
    /// Published to all workers.
    pub published_on: Option<NaiveDate>,
    /// The last day of its term; none while neither is recorded nor can be reckoned.
    pub expires_on: Option<NaiveDate>,
    /// The rule of the usual term, where the last day was reckoned from it and not recorded.
    pub reckoned_by: Option<RuleRef>,
    /// First and last day on which the next talks may be asked for.
    pub next_talks: Option<(NaiveDate, NaiveDate)>,
}

/// Every agreement, the newest year first. A draft that nobody has signed is none, whatever was agreed in the
/// meetings; an affair entered afterwards may lack the earlier papers.
pub fn contracts(
    connection: &Connection,
    book: &LawBook,
    today: NaiveDate,
) -> Result<Vec<Contract>, Problem> {
    let mut contracts = Vec::new();
    for talks in store::heads(connection)? {
        let affair = Affair::load(connection, talks.id)?.seen_on(today);
        for head in super::store::heads(connection, talks.id)? {
            // One that goes on in a later affair is told of there.
            if super::store::is_continued(connection, head.id)? {
                continue;
            }
            let course = course(connection, book, &affair, &head)?;
            let head = with_term(connection, book, &affair, head)?;
            contracts.extend(of_course(&head, &course, book.scoped(head.kind.code()), &talks.place, today)?);
        }
    }
    Ok(contracts)
}

fn of_course(
    head: &Head,
    course: &Course,
    book: &LawBook,
    at: &Where,
    today: NaiveDate,
) -> Result<Option<Contract>, Problem> {
    let state = course.state();
    if matches!(state, State::Talks | State::Drafted | State::Rejected | State::Passed) {
        return Ok(None);
    }
    let day = |kind: EventKind| course.last(What::Event(kind)).map(|act| act.on);
    let expiry = expiry(head, course, book, at)?;
    let expires_on = expiry.as_ref().map(|(day, _)| *day);
    let effective_on = course.effective_on();
    let window = match expires_on.filter(|_| effective_on.is_some()) {
        Some(day) => renewal_window(book, at, day)?,
        None => None,
    };
    let expired = state == State::InEffect && expires_on.is_some_and(|day| day < today);
    Ok(Some(Contract {
        title: head.title.clone(),
        state: if expired { "已期满" } else { state.label() },
        signed_on: day(EventKind::Signed),
        filed_on: day(EventKind::Filed),
        effective_on,
        published_on: day(EventKind::Published),
        expires_on,
        reckoned_by: expiry.and_then(|(_, rule)| rule),
        next_talks: window.map(|window| (window.opens, window.closes)),
    }))
}

/// The last day of an agreement: the one of its term, else the end of the place's usual term from its
/// effect, and then with the rule of that term.
pub(super) fn expiry(
    head: &Head,
    course: &Course,
    book: &LawBook,
    at: &Where,
) -> Result<Option<(NaiveDate, Option<RuleRef>)>, Problem> {
    if let Some(recorded) = head.term_to {
        return Ok(Some((recorded, None)));
    }
    let Some(effect) = course.effective_on() else { return Ok(None) };
    let (term, rule) = match book.quantity("negotiation.term", at, effect) {
        Ok(found) => found,
        Err(LawError::NoRule { .. }) => return Ok(None),
        Err(other) => return Err(other.into()),
    };
    // The unit of the subject is the year.
    let months = term.whole().and_then(|years| u32::try_from(years).ok()?.checked_mul(12));
    let end = months.and_then(|months| law::term_end(effect, months));
    Ok(end.map(|end| (end, Some(rule))))
}

/// The last day of the agreements of a round of talks, as far as it is recorded: a renewal in effect moves it on.
///
/// Errors: `not_found`.
pub(in crate::negotiation) fn last_day(
    connection: &Connection,
    book: &LawBook,
    id: NegotiationId,
) -> Result<Option<NaiveDate>, Problem> {
    let affair = Affair::load(connection, id)?;
    let mut last = None;
    for head in super::store::heads(connection, id)? {
        let standing = with_term(connection, book.scoped(head.kind.code()), &affair, head)?;
        last = standing.term_to.max(last);
    }
    Ok(last)
}

/// When the next talks may be asked for, before an agreement expires; none where no law sets a window.
pub(super) fn renewal_window(
    book: &LawBook,
    at: &Where,
    expires_on: NaiveDate,
) -> Result<Option<Window>, Problem> {
    match book.window("negotiation.renewal_window", at, expires_on) {
        Ok(window) => Ok(Some(window)),
        Err(LawError::NoRule { .. }) => Ok(None),
        Err(other) => Err(other.into()),
    }
}

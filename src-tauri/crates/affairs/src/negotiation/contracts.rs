//! The wage contracts (工资专项集体合同) that the talks came to, as a hand-over book lists them, and the day each
//! expires with the window of the next talks. What is due from them is told by `duties`.

use chrono::{Months, NaiveDate};
use law::{LawBook, LawError, Place as Where, RuleRef, Window};
use rusqlite::Connection;

use crate::Problem;
use crate::negotiation::model::{Event, EventKind};
use crate::negotiation::store;

/// One contract of the ledger.
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

/// Every contract, the newest year first. A draft that nobody has signed is none, whatever was agreed in the
/// meetings; an affair entered afterwards may lack the earlier papers.
pub fn contracts(
    connection: &Connection,
    book: &LawBook,
    today: NaiveDate,
) -> Result<Vec<Contract>, Problem> {
    let mut contracts = Vec::new();
    for head in store::heads(connection)? {
        let events = store::events(connection, head.id)?;
        contracts.extend(of_events(&events, head.year, book, &head.place, today)?);
    }
    Ok(contracts)
}

fn of_events(
    events: &[Event],
    year: i32,
    book: &LawBook,
    at: &Where,
    today: NaiveDate,
) -> Result<Option<Contract>, Problem> {
    use EventKind::{Filed, InEffect, Published, Returned, Signed};
    let last = |kind: EventKind| events.iter().rposition(|event| event.kind == kind);
    let day = |kind: EventKind| last(kind).map(|at| events[at].happened_on);
    if ![Signed, Filed, InEffect, Published].into_iter().any(|kind| last(kind).is_some()) {
        return Ok(None);
    }
    let effective_on = day(InEffect);
    let expiry = expiry(events, book, at, effective_on)?;
    let expires_on = expiry.as_ref().map(|(day, _)| *day);
    let returned = last(Returned).is_some_and(|returned| last(Filed).is_none_or(|filed| filed < returned));
    let state = match (effective_on.or(day(Published)), expires_on) {
        (Some(_), Some(day)) if day < today => "已期满",
        (Some(_), _) => "执行中",
        (None, _) if returned => "退回，待补正再报",
        (None, _) if last(Filed).is_some() => "已报送，待审查",
        (None, _) => "已签字，尚未报送",
    };
    let window = match expires_on.filter(|_| effective_on.is_some()) {
        Some(day) => renewal_window(book, at, day)?,
        None => None,
    };
    Ok(Some(Contract {
        title: format!("{year}年度工资专项集体合同"),
        state,
        signed_on: day(Signed),
        filed_on: day(Filed),
        effective_on,
        published_on: day(Published),
        expires_on,
        reckoned_by: expiry.and_then(|(_, rule)| rule),
        next_talks: window.map(|window| (window.opens, window.closes)),
    }))
}

/// The last day of a contract: the one recorded from it, else the end of the place's usual term from its
/// effect, and then with the rule of that term.
pub(super) fn expiry(
    events: &[Event],
    book: &LawBook,
    at: &Where,
    effective_on: Option<NaiveDate>,
) -> Result<Option<(NaiveDate, Option<RuleRef>)>, Problem> {
    if let Some(recorded) = events.iter().rev().find_map(|event| event.valid_until) {
        return Ok(Some((recorded, None)));
    }
    let Some(effect) = effective_on else { return Ok(None) };
    let (term, rule) = match book.quantity("negotiation.term", at, effect) {
        Ok(found) => found,
        Err(LawError::NoRule { .. }) => return Ok(None),
        Err(other) => return Err(other.into()),
    };
    // The unit of the subject is the year.
    let months =
        term.whole().and_then(|years| u32::try_from(years).ok()).map(|years| Months::new(years * 12));
    let end = months.and_then(|months| effect.checked_add_months(months)).and_then(|day| day.pred_opt());
    Ok(end.map(|end| (end, Some(rule))))
}

/// When the next talks may be asked for, before the contract expires; none where no law sets a window.
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

//! What the contribution makes due, and whose move it is: the employer's, to pay what is due of a month (by the day that the
//! place sets, else when the month has ended); the upper union's, to return what was agreed. Months in arrears are told as one. How
//! much it is stands on the page, for whoever is told: the list of what is due is read by everybody.

use chrono::NaiveDate;
use law::LawBook;
use rusqlite::Connection;

use super::model::FeeMonth;
use super::months::{RATE, deadline, months};
use super::store;
use crate::Problem;
use crate::duty::{Band, Duty, DutyKind, Place, Whose};
use crate::month::{Month, months_words};
use crate::union;

/// Everything that the contribution asks for. Nothing before the union has said from which month it is followed.
pub fn duties(connection: &Connection, book: &LawBook, today: NaiveDate) -> Result<Vec<Duty>, Problem> {
    let Some(begin) = store::shares(connection)?.iter().map(|one| one.from).min() else {
        return Ok(Vec::new());
    };
    let place = union::store::place(connection)?;
    let rule = book.applies(RATE, &place, today).map(|ruling| ruling.winner.reference());
    let all = months(connection, book, Month::of(today))?;
    let ended = all.iter().filter(|one| one.month >= begin && one.month < Month::of(today));
    let open: Vec<&FeeMonth> =
        ended.clone().filter(|one| one.missing.is_none_or(|missing| missing.0 > 0)).collect();
    let late = |one: &&FeeMonth| one.due_on.is_none_or(|due| due < today);
    let (late, coming): (Vec<&FeeMonth>, Vec<&FeeMonth>) = open.into_iter().partition(late);
    let mut duties = Vec::new();
    for group in
        [late].into_iter().filter(|late| !late.is_empty()).chain(coming.into_iter().map(|one| vec![one]))
    {
        duties.extend(owed(book, &place, &group, today, rule.as_ref())?);
    }
    let waiting: Vec<&FeeMonth> = ended.filter(|one| one.outstanding.is_some_and(|sum| sum.0 > 0)).collect();
    duties.extend(returning(&waiting));
    Ok(duties)
}

fn at(id: String) -> Place {
    Place { page: "union".to_owned(), id: Some(id), part: Some("fee".to_owned()) }
}

/// The employer's: some months at once.
fn owed(
    book: &LawBook,
    place: &law::Place,
    group: &[&FeeMonth],
    today: NaiveDate,
    rule: Option<&law::RuleRef>,
) -> Result<Option<Duty>, Problem> {
    let (Some(first), Some(last)) = (group.first(), group.last()) else { return Ok(None) };
    let named: Vec<Month> = group.iter().map(|one| one.month).collect();
    let title = format!("拨缴{}的工会经费", months_words(&named));
    let deadline = deadline(book, place, first.month)?;
    let over = first.due_on.is_none_or(|due| due < today);
    let id = DutyKind::UnionFee.id(first.month);
    let at = at(if over { format!("{}..{}", first.month, last.month) } else { first.month.to_string() });
    let duty = match &deadline {
        Some(deadline) => Duty::due(today, deadline.due, id, Whose::Employer, title, at),
        None => Duty::undated(Band::Week, id, Whose::Employer, title, at),
    };
    let unknown: Vec<Month> = group.iter().filter(|one| one.payroll.is_none()).map(|one| one.month).collect();
    let mut origin = String::new();
    if unknown.len() < group.len() {
        origin.push_str("登记的拨缴数不到应拨的数。");
    }
    if !unknown.is_empty() {
        origin.push_str(&format!("{}的工资总额还没有登记，请企业提供。", months_words(&unknown)));
    }
    let button = if over { "写催缴函" } else { "去登记" };
    let rule = deadline.is_none().then(|| rule.cloned()).flatten();
    Ok(Some(Duty { origin, deadline, rule, button: button.to_owned(), ..duty }))
}

/// The upper union's: what was agreed to come back. No law sets a day for it.
fn returning(waiting: &[&FeeMonth]) -> Option<Duty> {
    let first = waiting.first()?;
    let named: Vec<Month> = waiting.iter().map(|one| one.month).collect();
    let title = format!("回拨{}的工会经费", months_words(&named));
    let id = DutyKind::UnionFeeReturned.id(first.month);
    let duty = Duty::undated(Band::NoDay, id, Whose::Upper, title, at(first.month.to_string()));
    let origin = "按登记的回拨比例，还没有回拨足；到账以后登记。".to_owned();
    Some(Duty { origin, button: "去登记".to_owned(), ..duty })
}

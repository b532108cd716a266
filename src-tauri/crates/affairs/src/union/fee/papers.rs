//! What the letter that asks for the contribution is filled with (催缴工会经费的函, letter form, to the employer): the months with
//! payroll, due, paid and missing as the ledger has them on the day, and the articles it stands on.

use chrono::NaiveDate;
use law::{LawBook, RuleRef};
use rusqlite::Connection;
use serde::Serialize;

use super::model::{FeeDemandId, FeeDemandInput, FeeMonth, ToldPayrolls};
use super::months::{DAY, RATE, is_told, months, sums};
use super::store;
use crate::Problem;
use crate::month::{Month, months_words};
use crate::office;
use crate::office::model::{Filled, PaperLine};
use crate::union;

/// 催缴工会经费的函, made from a letter.
pub const DEMAND: &str = "union.feeDemand";
/// What the law gives the union where the employer refuses.
const REMEDY: &str = "money.contribution.payment_order";

/// The months of a letter in which something is missing or the payroll is not known.
pub(super) fn asked(
    connection: &Connection,
    book: &LawBook,
    letter: &FeeDemandInput,
) -> Result<Vec<FeeMonth>, Problem> {
    let all = months(connection, book, letter.to)?;
    let open = |one: &FeeMonth| one.missing.is_none_or(|missing| missing.0 > 0);
    Ok(all.into_iter().filter(|one| (letter.from..=letter.to).contains(&one.month) && open(one)).collect())
}

/// Every letter, as a paper that can be printed.
pub fn list(connection: &Connection, book: &LawBook) -> Result<Vec<PaperLine>, Problem> {
    let mut lines = Vec::new();
    for (letter, written_on) in store::demands(connection)? {
        let Some(id) = letter.id else { continue };
        lines.push(PaperLine {
            kind: DEMAND.to_owned(),
            of: id.to_string(),
            title: title(&letter),
            affair: format!("致{}", letter.addressee),
            dated: Some(written_on),
            missing: missing(&asked(connection, book, &letter)?),
            issued: Vec::new(),
            made_by: None,
        });
    }
    Ok(lines)
}

/// Whether all that a letter tells of its months is told to one who may not read single wages.
///
/// Errors: `not_found`.
pub fn is_open(
    connection: &Connection,
    book: &LawBook,
    of: &str,
    told: &ToldPayrolls,
) -> Result<bool, Problem> {
    let id: FeeDemandId = of.parse().map_err(|_| Problem::missing("份催缴函"))?;
    let (letter, _) = store::demand(connection, id)?;
    Ok(asked(connection, book, &letter)?.iter().all(|month| is_told(month, told)))
}

fn title(letter: &FeeDemandInput) -> String {
    let span: Vec<Month> = letter.from.through(letter.to).collect();
    format!("关于拨缴{}工会经费的函", months_words(&span))
}

/// What is missing before it may go out: anything to ask for. A payroll that the employer has not given is asked for by it.
fn missing(asked: &[FeeMonth]) -> Vec<String> {
    if asked.is_empty() { vec!["要催的月份（都已拨足）".to_owned()] } else { Vec::new() }
}

#[derive(Serialize)]
struct Named {
    name: String,
}

#[derive(Serialize)]
struct Line {
    month: String,
    payroll: Option<String>,
    due: Option<String>,
    paid: String,
    missing: Option<String>,
    due_on: Option<NaiveDate>,
}

/// The context of the paper, as its template documents it.
#[derive(Serialize)]
struct Demand {
    union: Named,
    addressee: String,
    months: String,
    rule: Option<String>,
    day_rule: Option<String>,
    remedy: Option<String>,
    rate: Option<String>,
    lines: Vec<Line>,
    unknown: String,
    due: Option<String>,
    paid: String,
    missing: Option<String>,
    pay_by: Option<NaiveDate>,
    pay_to: Option<String>,
    contact: Option<String>,
    date: NaiveDate,
}

/// Fills the letter; it is dated the day it is issued.
///
/// Errors: `not_found`.
pub fn fill(connection: &Connection, book: &LawBook, of: &str, today: NaiveDate) -> Result<Filled, Problem> {
    let id: FeeDemandId = of.parse().map_err(|_| Problem::missing("份催缴函"))?;
    let (letter, _) = store::demand(connection, id)?;
    let asked = asked(connection, book, &letter)?;
    let place = union::store::place(connection)?;
    let cited =
        |subject| book.applies(subject, &place, today).map(|ruling| quoted(&ruling.winner.reference()));
    let rate = book.quantity(RATE, &place, today).ok().and_then(|(rate, _)| rate.ratio());
    let sums = sums(&asked);
    let named: Vec<Month> = asked.iter().map(|one| one.month).collect();
    let unknown: Vec<Month> = asked.iter().filter(|one| one.payroll.is_none()).map(|one| one.month).collect();
    let known = unknown.len() < asked.len();
    let context = Demand {
        union: Named { name: union::store::union_record(connection)?.name },
        addressee: letter.addressee.clone(),
        months: months_words(&named),
        rule: cited(RATE),
        day_rule: cited(DAY),
        remedy: cited(REMEDY),
        rate: rate.and_then(|(num, den)| {
            (den != 0 && num * 100 % den == 0).then(|| format!("{}%", num * 100 / den))
        }),
        lines: asked
            .iter()
            .map(|one| Line {
                month: one.month.words(),
                payroll: one.payroll.map(|sum| sum.to_string()),
                due: one.due.map(|sum| sum.to_string()),
                paid: one.paid.unwrap_or_default().to_string(),
                missing: one.missing.map(|sum| sum.to_string()),
                due_on: one.due_on,
            })
            .collect(),
        unknown: months_words(&unknown),
        due: known.then(|| sums.due.to_string()),
        paid: sums.paid.to_string(),
        missing: known.then(|| sums.missing.to_string()),
        pay_by: letter.pay_by,
        pay_to: letter.pay_to.clone(),
        contact: letter.contact.clone(),
        date: today,
    };
    let lacks = missing(&asked);
    let filled = Filled::new("union/fee-demand", of.to_owned(), title(&letter), lacks, &context)?;
    office::standing(connection, DEMAND, filled)
}

/// 《中华人民共和国工会法》第四十三条.
fn quoted(rule: &RuleRef) -> String {
    format!("《{}》{}", rule.instrument, rule.article)
}

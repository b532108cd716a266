//! Pay by trade and skill grade, negotiated with the wage contract (《意见》（十四）): a table of levels over the eight grades, and special
//! forms of pay for craftsmen with how many have them. It prints by itself and as the contract's attachment. Wages of single people
//! are `pay`'s.

pub mod model;
pub mod papers;
pub mod people;
pub mod rules;
mod signed;
pub(crate) mod store;

pub(super) use signed::is_noted;

use chrono::NaiveDate;
use law::LawBook;
use ledger::{Fen, Tx};
use rusqlite::Connection;

use crate::Problem;
use crate::negotiation::agreement::model::AgreementKind;
use crate::negotiation::agreement::store as agreements;
use crate::negotiation::model::NegotiationId;
use crate::negotiation::store as talks;
use crate::pay::model::PayReferenceKind;
use crate::pay::store::minimum_on;
use model::{SaveSkillPay, SkillPay, SkillPayKind};

/// What the table is called, in the contract that has it attached too.
pub const TABLE: &str = "工种和技能等级工资水平表";

/// The day whose minimum wage the levels are held against: the first of the wage contract's term, as its text is; before it has
/// a term, and once it runs, today.
fn day_of(connection: &Connection, of: NegotiationId, today: NaiveDate) -> Result<NaiveDate, Problem> {
    let heads = agreements::heads(connection, of)?;
    let wage = heads.iter().find(|head| head.kind == AgreementKind::Wage);
    Ok(wage.and_then(|head| head.term_from).map_or(today, |from| from.max(today)))
}

/// Levels and forms of a round of talks. Of fewer than `few` people a figure tells their pay, by the house rule of the figures of
/// wages.
pub fn get(
    connection: &Connection,
    book: &LawBook,
    of: NegotiationId,
    today: NaiveDate,
    few: u32,
) -> Result<SkillPay, Problem> {
    let head = talks::head(connection, of)?;
    let (levels, forms) = (store::levels(connection, of)?, store::forms(connection, of)?);
    let day = day_of(connection, of, today)?;
    let minimum = minimum_on(connection, PayReferenceKind::Minimum, day)?.map(|found| Fen(found.value));
    let (roster, employees) = (people::roster(connection)?, people::employees(connection)?);
    let mut advice = rules::advice(&levels, minimum);
    advice.extend(people::advice((&levels, &forms), &roster, employees, few));
    let signed = signed::of(connection, book, of)?;
    Ok(SkillPay {
        negotiation: of,
        affair: head.title,
        signed,
        advice,
        forms,
        levels,
        few,
        employees,
        roster,
    })
}

/// Keeps levels and forms. Errors: `bad_input` at its field; `refused` where the wage contract is signed and nothing says why its
/// table changes; `not_found`.
pub fn save(tx: &Tx, book: &LawBook, input: &SaveSkillPay) -> Result<(), Problem> {
    talks::head(tx, input.negotiation)?;
    rules::check(input)?;
    signed::note(tx, book, input)?;
    store::save(tx, input)
}

/// How many have the special form of pay that a contract's blank asks for; none where no such form is kept or the blank asks for
/// something else.
pub(super) fn people_of_blank(
    connection: &Connection,
    of: NegotiationId,
    blank: &str,
) -> Result<Option<u32>, Problem> {
    let kinds: &[SkillPayKind] = match blank {
        "年薪制人数" => &[SkillPayKind::Yearly],
        "协议工资人数" => &[SkillPayKind::Agreed],
        "股权激励人数" => &[SkillPayKind::Equity, SkillPayKind::Dividend, SkillPayKind::Project],
        _ => return Ok(None),
    };
    let forms = store::forms(connection, of)?;
    let people: Vec<u32> =
        forms.iter().filter(|form| kinds.contains(&form.kind)).map(|form| form.people).collect();
    Ok((!people.is_empty()).then(|| people.iter().fold(0_u32, |sum, people| sum.saturating_add(*people))))
}

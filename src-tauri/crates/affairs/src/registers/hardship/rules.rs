//! Pure decisions on members in hardship: what a form may hold. No law sets a sum or a day; whom an upper
//! union recognises is typed with its source.

use chrono::NaiveDate;

use super::model::{HardshipFileInput, MemberAidInput, MemberAidSource};
use crate::Problem;
use crate::office::short;

const LINE: usize = 100;
const LONG: usize = 2000;

fn past(field: &str, day: Option<NaiveDate>, today: NaiveDate) -> Result<(), Problem> {
    match day {
        Some(day) if day > today => Err(Problem::input(field, "这一天还没有到，请核对日期。")),
        _ => Ok(()),
    }
}

/// What a form of a file may hold.
///
/// Errors: `bad_input` at its field.
pub fn check_file(input: &HardshipFileInput, today: NaiveDate) -> Result<(), Problem> {
    past("openedOn", Some(input.opened_on), today)?;
    past("decidedOn", input.decided_on, today)?;
    past("closedOn", input.closed_on, today)?;
    if input.household == Some(0) {
        return Err(Problem::input("household", "家庭人口连本人在内，至少1人。"));
    }
    if input.income.is_some_and(|sum| sum.0 < 0) {
        return Err(Problem::input("income", "收入不能是负数，请核对。"));
    }
    short("details", input.details.as_deref().unwrap_or_default(), LONG)?;
    short("source", input.source.as_deref().unwrap_or_default(), LINE)?;
    if input.closed_on.is_some_and(|day| day < input.opened_on) {
        return Err(Problem::input("closedOn", "结束日期早于建档日期，请核对。"));
    }
    match (input.closed_on, input.ended) {
        (Some(_), None) => Err(Problem::input("ended", "结束档案要写明原因，请选一项。")),
        (None, Some(_)) => Err(Problem::input("closedOn", "选了结束的原因，请填上结束日期。")),
        _ if input.visit_on.is_some_and(|day| day < input.opened_on) => {
            Err(Problem::input("visitOn", "回访日期早于建档日期，请核对。"))
        }
        _ => Ok(()),
    }
}

/// What a form of something given may hold.
///
/// Errors: `bad_input` at its field.
pub fn check_aid(input: &MemberAidInput, today: NaiveDate) -> Result<(), Problem> {
    past("givenOn", Some(input.given_on), today)?;
    if input.amount.is_some_and(|sum| sum.0 <= 0) {
        return Err(Problem::input("amount", "金额要大于零；没有花钱的空着。"));
    }
    match (input.source, input.amount) {
        (MemberAidSource::None, Some(_)) => {
            return Err(Problem::input("source", "填了金额，请选这笔钱从哪里来。"));
        }
        (MemberAidSource::None, None) | (_, Some(_)) => {}
        (_, None) => {
            return Err(Problem::input(
                "amount",
                "请填金额；给的是东西，按价值填；没有花钱的，来源请选“没有花钱”。",
            ));
        }
    }
    short("what", input.what.as_deref().unwrap_or_default(), LONG)?;
    short("who", input.who.as_deref().unwrap_or_default(), LINE)?;
    match input.next_visit {
        Some(day) if day <= input.given_on => {
            Err(Problem::input("nextVisit", "下次回访的日期要晚于这一次，请核对。"))
        }
        _ => Ok(()),
    }
}

#[cfg(test)]
#[path = "rules_tests.rs"]
mod tests;

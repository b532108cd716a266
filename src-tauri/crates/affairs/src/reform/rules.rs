//! What holds together in the reform ledger: which measure may be kept, when one has ended, how far it has come. Pure: no table is
//! read here.

use chrono::{Datelike, NaiveDate};

use super::articles;
use super::model::{
    ReformArticleInput, ReformEnding, ReformMeasureInput, ReformOutcome, ReformSide, ReformState,
};
use crate::Problem;
use crate::duty::Whose;
use crate::typed::{short, text};

/// The year in which the Opinions were issued: nothing of the reform stands before it.
const FIRST_YEAR: i32 = 2024;

/// Refuses a year that the ledger cannot have.
pub(super) fn check_year(year: i32, today: NaiveDate) -> Result<(), Problem> {
    if year < FIRST_YEAR {
        return Err(Problem::input("year", "《意见》是2024年印发的，以前年度的工作不在这本台账里登记。"));
    }
    if year > today.year() + 1 {
        return Err(Problem::input("year", "最多登记到明年的工作，请核对年份。"));
    }
    Ok(())
}

fn check_article(article: u8) -> Result<(), Problem> {
    match articles::of(article) {
        Some(_) => Ok(()),
        None => {
            let message = format!("《意见》一共{}条，请从列表里选一条。", articles::count());
            Err(Problem::input("article", message))
        }
    }
}

/// Refuses a measure that says nothing, or that no article asks for.
pub(super) fn check(input: &ReformMeasureInput, today: NaiveDate) -> Result<(), Problem> {
    check_year(input.year, today)?;
    check_article(input.article)?;
    if input.measure.trim().is_empty() {
        return Err(Problem::input("measure", "请写做什么，例如“举办焊工技能竞赛”。"));
    }
    short("measure", &input.measure, 200)?;
    let rest = [
        ("target", &input.target, 500),
        ("unit", &input.unit, 100),
        ("handler", &input.handler, 50),
        ("lateEntry", &input.late_entry, 200),
    ];
    for (field, words, most) in rest {
        short(field, text(words).unwrap_or_default(), most)?;
    }
    Ok(())
}

/// Refuses an ending without its day or without a word on what came of it, and one that is still to come.
pub(super) fn check_ending(input: &ReformEnding, today: NaiveDate) -> Result<(), Problem> {
    let Some(outcome) = input.outcome else {
        // What runs again has no ending.
        return match (input.ended_on, text(&input.result)) {
            (None, None) => Ok(()),
            _ => Err(Problem::input("outcome", "请选已完成还是不再办；还在办的不用填日期和结果。")),
        };
    };
    let Some(on) = input.ended_on else {
        return Err(Problem::input("endedOn", "请填哪天办完的。"));
    };
    if on > today {
        return Err(Problem::input("endedOn", "这一天还没有到，请核对。"));
    }
    match (text(&input.result), outcome) {
        (Some(result), _) => short("result", result, 1000),
        (None, ReformOutcome::Done) => {
            Err(Problem::input("result", "请写做到了什么，例如“42人参加，选出技术能手6名”。"))
        }
        (None, ReformOutcome::Stopped) => Err(Problem::input("result", "请写为什么不再办。")),
    }
}

/// Refuses words on an article that does not exist, and a text that is longer than an article can be.
pub(super) fn check_words(input: &ReformArticleInput, today: NaiveDate) -> Result<(), Problem> {
    check_year(input.year, today)?;
    check_article(input.article)?;
    for (field, words, most) in
        [("words", &input.words, 3000), ("handler", &input.handler, 50), ("note", &input.note, 2000)]
    {
        short(field, text(words).unwrap_or_default(), most)?;
    }
    Ok(())
}

/// How far a measure has come on a day. On its last day it is not late.
pub(super) fn state(
    outcome: Option<ReformOutcome>,
    due_on: Option<NaiveDate>,
    today: NaiveDate,
) -> ReformState {
    match (outcome, due_on) {
        (Some(ReformOutcome::Done), _) => ReformState::Done,
        (Some(ReformOutcome::Stopped), _) => ReformState::Stopped,
        (None, Some(due)) if due < today => ReformState::Late,
        (None, _) => ReformState::Open,
    }
}

/// Whose move it is. What both do together, the union leads.
pub(super) fn whose(side: ReformSide) -> Whose {
    match side {
        ReformSide::Union | ReformSide::Both => Whose::Union,
        ReformSide::Employer => Whose::Employer,
        ReformSide::Upper => Whose::Upper,
    }
}

#[cfg(test)]
#[path = "rules_tests.rs"]
mod tests;

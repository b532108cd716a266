//! Pure decisions about the delegates of the workers: whether a term, an election and a recall can be. What number and make-up lack is
//! `makeup`'s. No number of a law stands here.

use chrono::NaiveDate;

use super::model::{CongressDelegateInput, CongressEnding, CongressTermInput};
use crate::Problem;
use crate::duty::day_words;
use crate::typed::{short, text};
use crate::union::bodies::rules::ends_on;
use crate::union::election::rules::{ElectionLaw, refuse};

/// More delegates, workers or years than these are a slip of the keyboard.
const MOST_WORKERS: u32 = 5_000_000;
const MOST_YEARS: u32 = 20;

/// Refuses a term that cannot be, or that is shorter or longer than the rules let it.
///
/// Errors: `bad_input` at its field; `refused` with its rule at `years`.
pub fn check_term(law: ElectionLaw<'_>, input: &CongressTermInput, today: NaiveDate) -> Result<(), Problem> {
    short("name", &input.name, 60)?;
    short("note", input.note.as_deref().unwrap_or_default(), 2000)?;
    short("lateEntry", input.late_entry.as_deref().unwrap_or_default(), 200)?;
    if input.name.trim().is_empty() {
        return Err(Problem::input("name", "请写明是第几届，例如“第三届职工代表大会”。"));
    }
    if !(1..=MOST_YEARS).contains(&input.years) {
        return Err(Problem::input("years", "请写任期几年，例如3。"));
    }
    if input.workers == 0 || input.workers > MOST_WORKERS {
        return Err(Problem::input("workers", "请写确定名额时的职工人数，名额够不够要按它算。"));
    }
    if input.seats == 0 || input.seats > input.workers {
        return Err(Problem::input("seats", "代表名额应当在1和职工人数之间，请核对。"));
    }
    for (field, value) in
        [("womenWorkers", input.women_workers), ("dispatchedWorkers", input.dispatched_workers)]
    {
        if value.is_some_and(|value| value > input.workers) {
            return Err(Problem::input(field, "这个人数多于职工人数，请核对。"));
        }
    }
    if let Some(posted) = input.posted_on {
        if posted > today {
            return Err(Problem::input("postedOn", "公布的日期还没有到，请在公布以后登记。"));
        }
        if posted < input.began_on && ends_on(posted, 1) < input.began_on {
            return Err(Problem::input("postedOn", "公布的日期比这一届开始早了一年以上，请核对。"));
        }
    }
    if text(&input.late_entry).is_some() {
        return Ok(());
    }
    for (subject, side) in [("congress.term.minimum", "不少于"), ("congress.term.maximum", "不超过")] {
        let Some((rule, line)) = law.line(subject, input.began_on) else { continue };
        if line.allows(input.years, input.years) {
            continue;
        }
        let edge = line.whole().map_or_else(String::new, |years| format!("，应当{side}{years}年"));
        let message = format!("任期写的是{}年{edge}；以前已经这样定过的，请写明补录的理由。", input.years);
        return Err(refuse(Some(rule), "years", message));
    }
    Ok(())
}

/// Refuses a delegate who cannot be, or whose election or recall the rules do not let stand; what was decided on paper before may be
/// entered with its reason.
///
/// Errors: `bad_input` at its field; `refused` with its rule.
pub fn check_delegate(
    law: ElectionLaw<'_>,
    term: &CongressTermInput,
    input: &CongressDelegateInput,
    today: NaiveDate,
) -> Result<(), Problem> {
    short("name", &input.name, 50)?;
    short("unit", &input.unit, 60)?;
    short("endedWhy", input.ended_why.as_deref().unwrap_or_default(), 200)?;
    short("lateEntry", input.late_entry.as_deref().unwrap_or_default(), 200)?;
    if input.name.trim().is_empty() {
        return Err(Problem::input("name", "请写代表的姓名，或者从花名册里选。"));
    }
    if input.unit.trim().is_empty() {
        return Err(Problem::input("unit", "请写是哪个选区选出的，例如“焊接车间”。"));
    }
    if input.elected_on > today {
        return Err(Problem::input("electedOn", "当选的日期还没有到，请核对。"));
    }
    if input.elected_on > ends_on(term.began_on, term.years) {
        return Err(Problem::input("electedOn", "当选的日期在这一届期满以后，请核对是哪一届。"));
    }
    let late = text(&input.late_entry).is_some();
    counts(
        ("unitWorkers", input.unit_workers),
        ("voters", input.voters),
        ("votesFor", input.votes_for),
        "参加选举的人数",
    )?;
    if let (Some(unit), false) = (input.unit_workers, late) {
        held(
            law,
            "congress.election.attendance",
            ("voters", input.voters),
            unit,
            input.elected_on,
            "人参加选举",
        )?;
        held(
            law,
            "congress.election.approval",
            ("votesFor", input.votes_for),
            unit,
            input.elected_on,
            "票赞成",
        )?;
    }
    check_ending(law, input, late, today)
}

fn check_ending(
    law: ElectionLaw<'_>,
    input: &CongressDelegateInput,
    late: bool,
    today: NaiveDate,
) -> Result<(), Problem> {
    let Some(ended) = input.ended_on else {
        if input.ended_how.is_some() {
            return Err(Problem::input("endedOn", "请写从哪一天起不再担任。"));
        }
        return Ok(());
    };
    if ended > today {
        return Err(Problem::input("endedOn", "不再担任的日期还没有到，请核对。"));
    }
    if ended < input.elected_on {
        return Err(Problem::input("endedOn", "不再担任的日期早于当选的日期，请核对。"));
    }
    let Some(how) = input.ended_how else {
        return Err(Problem::input("endedHow", "请选择为什么不再担任。"));
    };
    if how != CongressEnding::Recalled {
        return Ok(());
    }
    counts(
        ("unitWorkers", input.unit_workers),
        ("recallVoters", input.recall_voters),
        ("recallVotes", input.recall_votes),
        "参加表决的人数",
    )?;
    if late {
        return Ok(());
    }
    let Some(unit) = input.unit_workers else {
        return Err(Problem::input("unitWorkers", "罢免要由原选区的职工表决，请写选区的职工人数。"));
    };
    if input.recall_votes.is_none() {
        return Err(Problem::input("recallVotes", "请写同意罢免的票数；纸上早已办过的，请写明补录的理由。"));
    }
    held(
        law,
        "congress.recall.attendance",
        ("recallVoters", input.recall_voters),
        unit,
        ended,
        "人参加表决",
    )?;
    held(law, "congress.recall.approval", ("recallVotes", input.recall_votes), unit, ended, "票同意")
}

/// Refuses more who took part than there are, and more votes than took part.
fn counts(
    unit: (&str, Option<u32>),
    came: (&str, Option<u32>),
    votes: (&str, Option<u32>),
    who: &str,
) -> Result<(), Problem> {
    let more = |one: Option<u32>, than: Option<u32>| one.zip(than).is_some_and(|(one, than)| one > than);
    if more(came.1, unit.1) {
        return Err(Problem::input(came.0, format!("{who}多于选区的职工人数，请核对。")));
    }
    if more(votes.1, came.1) || more(votes.1, unit.1) {
        return Err(Problem::input(votes.0, format!("票数多于{who}，请核对。")));
    }
    Ok(())
}

/// Refuses a count that does not reach the line of its rule out of the workers of a unit.
fn held(
    law: ElectionLaw<'_>,
    subject: &str,
    (field, value): (&str, Option<u32>),
    unit: u32,
    on: NaiveDate,
    what: &str,
) -> Result<(), Problem> {
    let (Some(value), Some((rule, line))) = (value, law.line(subject, on)) else { return Ok(()) };
    if line.allows(value, unit) {
        return Ok(());
    }
    let edge = line.boundary(unit).unwrap_or(unit);
    let message = format!(
        "选区职工{unit}人，至少要{edge}{what}，登记的是{value}。{}。纸上早已办过的，请写明补录的理由。",
        rule.title
    );
    Err(refuse(Some(rule), field, message))
}

/// 到2029年3月12日.
pub fn until_words(term: &CongressTermInput) -> String {
    format!("任期{}年，到{}", term.years, day_words(ends_on(term.began_on, term.years)))
}

#[cfg(test)]
#[path = "rules_tests.rs"]
mod tests;

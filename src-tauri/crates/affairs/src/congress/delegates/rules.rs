//! Pure decisions about the delegates of the workers: whether a term and an election can be, and what number and make-up lack by the
//! rules of the place. No number of a law stands here.

use chrono::{Months, NaiveDate};
use law::{Quantity, Rule, RuleRef};

use super::model::{CongressDelegateInput, CongressEnding, CongressStanding, CongressTermInput};
use crate::Problem;
use crate::duty::day_words;
use crate::typed::{short, text};
use crate::union::bodies::model::UnionLack;
use crate::union::election::rules::{ElectionLaw, lack, refuse};

/// The condition under which dispatched workers are to have delegates, as the packs call it.
const DISPATCHED: &str = "dispatched_workers";
/// More delegates, workers or years than these are a slip of the keyboard.
const MOST_WORKERS: u32 = 5_000_000;
const MOST_YEARS: u32 = 20;

/// The delegates who stand on a day, counted.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Made {
    /// All who stand.
    pub all: u32,
    /// Women.
    pub women: u32,
    /// 一线职工.
    pub front: u32,
    /// 中、高层管理人员.
    pub managers: u32,
    /// Dispatched workers.
    pub dispatched: u32,
    /// How many ceased before the term's end.
    pub ended: u32,
}

/// Counts those who stand on a day.
pub fn made<'a>(delegates: impl Iterator<Item = &'a CongressDelegateInput>, on: NaiveDate) -> Made {
    let mut made = Made::default();
    for one in delegates {
        if one.ended_on.is_some_and(|day| day <= on) {
            made.ended += 1;
            continue;
        }
        made.all += 1;
        made.women += u32::from(one.woman);
        made.front += u32::from(one.standing == CongressStanding::Front);
        made.managers += u32::from(one.standing == CongressStanding::Manager);
        made.dispatched += u32::from(one.dispatched);
    }
    made
}

/// The day on which a term is over.
pub fn until(began_on: NaiveDate, years: u32) -> NaiveDate {
    began_on.checked_add_months(Months::new(years.saturating_mul(12))).unwrap_or(began_on)
}

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
        if posted < input.began_on && until(posted, 1) < input.began_on {
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
    if input.elected_on > until(term.began_on, term.years) {
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

/// 12人，占34%; nothing to compare with is told as such.
fn share(part: u32, whole: u32) -> String {
    match whole {
        0 => format!("{part}人"),
        _ => format!("{part}人，占{}%", (u64::from(part) * 100 + u64::from(whole) / 2) / u64::from(whole)),
    }
}

/// How the delegates are made up, a sentence each.
pub fn facts(term: &CongressTermInput, made: Made) -> Vec<String> {
    let mut facts = vec![
        format!("代表名额{}人，现有{}人。", term.seats, made.all),
        format!("一线职工{}。", share(made.front, made.all)),
        format!("中、高层管理人员{}。", share(made.managers, made.all)),
    ];
    facts.push(match term.women_workers {
        Some(women) => {
            format!("女代表{}；女职工{}。", share(made.women, made.all), share(women, term.workers))
        }
        None => format!("女代表{}。", share(made.women, made.all)),
    });
    if term.dispatched_workers.is_some_and(|count| count > 0) || made.dispatched > 0 {
        facts.push(format!("劳务派遣职工代表{}。", share(made.dispatched, made.all)));
    }
    facts
}

/// How many delegates the share of the workers asks for at least: above the number from which it is agreed on, that number.
fn by_share(law: ElectionLaw<'_>, line: &Quantity, workers: u32, on: NaiveDate) -> Option<u32> {
    let edge = line.boundary(workers)?;
    let open = law
        .line("congress.size.negotiable", on)
        .filter(|(_, open)| open.allows(edge, workers))
        .and_then(|(_, open)| u32::try_from(open.whole()?).ok());
    Some(open.unwrap_or(edge))
}

/// What a term lacks in number and make-up. Nobody entered yet lacks nothing: the page says what to do first.
pub fn lacks(law: ElectionLaw<'_>, term: &CongressTermInput, made: Made, on: NaiveDate) -> Vec<UnionLack> {
    let mut lacks = Vec::new();
    if made.all == 0 && made.ended == 0 {
        return lacks;
    }
    // One sentence for the number: the higher of the two lines stands for both.
    let number = |subject| {
        let (rule, line) = law.line(subject, on)?;
        let edge = match subject {
            "congress.size.share" => by_share(law, line, term.workers, on)?,
            _ => line.boundary(term.workers)?,
        };
        Some((edge, rule))
    };
    let lines = [number("congress.size.minimum"), number("congress.size.share")];
    if let Some((edge, rule)) = lines.into_iter().flatten().max_by_key(|(edge, _)| *edge)
        && made.all.max(term.seats) < edge
    {
        let text = format!("职工{}人，代表不少于{edge}人，名额是{}人。", term.workers, term.seats);
        lacks.push(lack(Some(rule), text));
    }
    if made.all < term.seats {
        let empty = term.seats - made.all;
        let rule = law.rule("congress.by_election", on).filter(|_| made.ended > 0);
        let text = if made.ended > 0 {
            format!("代表缺{empty}人，请由原选区补选。")
        } else {
            format!("名额{}人，还有{empty}人没有登记。", term.seats)
        };
        lacks.push(lack(rule, text));
    }
    if made.all > term.seats {
        let text = format!("名额{}人，登记了{}人，请核对名额或者名单。", term.seats, made.all);
        lacks.push(lack(None, text));
    }
    if let Some(rule) = law.broken("congress.managers.maximum", on, made.managers, made.all) {
        let text = format!("中、高层管理人员{}。{}。", share(made.managers, made.all), rule.title);
        lacks.push(lack(Some(rule), text));
    }
    if let Some(rule) = law.rule("congress.front_line", on)
        && made.front < made.all - made.front
    {
        lacks.push(lack(Some(rule), format!("一线职工{}。{}。", share(made.front, made.all), rule.title)));
    }
    lacks.extend(women(law, term, made, on));
    if let Some(rule) = dispatched(law, term, on)
        && made.dispatched == 0
    {
        let count = term.dispatched_workers.unwrap_or_default();
        lacks.push(lack(Some(rule), format!("劳务派遣职工{count}人，代表里没有。{}。", rule.title)));
    }
    if let Some(rule) = law.rule("congress.election.publication", on)
        && term.posted_on.is_none()
        && made.all > 0
    {
        lacks.push(lack(Some(rule), "选举结果还没有登记公布的日期。".to_owned()));
    }
    lacks
}

/// No woman at all, or a smaller share than that of the women workers: whether it fits is the chair's to judge by the rule's words.
fn women(law: ElectionLaw<'_>, term: &CongressTermInput, made: Made, on: NaiveDate) -> Option<UnionLack> {
    let rule = law.rule("congress.women", on)?;
    let workers = term.women_workers;
    if workers == Some(0) {
        return None;
    }
    if made.women == 0 {
        return Some(lack(Some(rule), format!("代表里没有女职工。{}。", rule.title)));
    }
    let workers = workers?;
    let less = u64::from(made.women) * u64::from(term.workers) < u64::from(workers) * u64::from(made.all);
    less.then(|| {
        let text = format!(
            "女代表{}，女职工{}，请核对是不是合适。{}。",
            share(made.women, made.all),
            share(workers, term.workers),
            rule.title
        );
        lack(Some(rule), text)
    })
}

/// The rule on delegates of dispatched workers, where the employer has such.
fn dispatched<'a>(law: ElectionLaw<'a>, term: &CongressTermInput, on: NaiveDate) -> Option<&'a Rule> {
    term.dispatched_workers.filter(|count| *count > 0)?;
    Some(law.book.applies_if("congress.dispatched", law.place, on, &[DISPATCHED])?.winner)
}

/// The rules that the delegates of a term are held against.
pub fn rules(law: ElectionLaw<'_>, term: &CongressTermInput, on: NaiveDate) -> Vec<RuleRef> {
    let subjects = [
        "congress.size.minimum",
        "congress.size.share",
        "congress.managers.maximum",
        "congress.front_line",
        "congress.women",
        "congress.term.minimum",
        "congress.term.maximum",
        "congress.election.attendance",
        "congress.election.approval",
        "congress.recall.attendance",
        "congress.recall.approval",
        "congress.by_election",
    ];
    let named = subjects.into_iter().filter_map(|subject| law.rule(subject, on));
    named.chain(dispatched(law, term, on)).map(Rule::reference).collect()
}

/// 到2029年3月12日.
pub fn until_words(term: &CongressTermInput) -> String {
    format!("任期{}年，到{}", term.years, day_words(until(term.began_on, term.years)))
}

#[cfg(test)]
#[path = "rules_tests.rs"]
mod tests;

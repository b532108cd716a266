//! Pure decisions about a term: what its form must hold, how long it may last and when it ends, who serves. What a body
//! lacks is `lacks`.

use chrono::{Months, NaiveDate};
use law::{LawBook, Place, Rule, RuleRef};

use super::model::{UnionBody, UnionOffice, UnionSeat, UnionTermInput};
use crate::Problem;
use crate::duty::day_words;
use crate::typed::{short, text};

/// 第三届.
pub fn session_words(session: u32) -> String {
    const DIGITS: [&str; 10] = ["", "一", "二", "三", "四", "五", "六", "七", "八", "九"];
    let digit = |n: u32| usize::try_from(n).ok().and_then(|at| DIGITS.get(at)).copied().unwrap_or_default();
    match session {
        1..=9 => format!("第{}届", digit(session)),
        10..=19 => format!("第十{}届", digit(session - 10)),
        20..=99 => format!("第{}十{}届", digit(session / 10), digit(session % 10)),
        _ => format!("第{session}届"),
    }
}

/// 第三届工会委员会.
pub fn term_name(body: &str, session: u32) -> String {
    let label = UnionBody::of(body).map_or("机构", UnionBody::label);
    format!("{}{label}", session_words(session))
}

/// How many years a term may last at a place, each with its rule; by the law of its first day, or where no pack reaches
/// back so far, by today's.
pub fn lengths<'a>(
    book: &'a LawBook,
    place: &Place,
    started_on: NaiveDate,
    today: NaiveDate,
) -> Vec<(u32, &'a Rule)> {
    let on = |day| {
        ["union.term.short", "union.term.long"].into_iter().filter_map(move |subject| {
            let rule = book.applies(subject, place, day)?.winner;
            let years = rule.quantity.as_ref()?.whole()?;
            Some((u32::try_from(years).ok()?, rule))
        })
    };
    let then: Vec<_> = on(started_on).collect();
    if then.is_empty() { on(today).collect() } else { then }
}

/// The last day of a term: the same day of the year in which it is over.
pub fn ends_on(started_on: NaiveDate, years: u32) -> NaiveDate {
    let months = years.checked_mul(12).map(Months::new);
    months.and_then(|months| started_on.checked_add_months(months)).unwrap_or(NaiveDate::MAX)
}

/// How the last day came about.
pub fn explained(term: &UnionTermInput, rule: Option<&RuleRef>) -> String {
    let by = rule.map(|rule| format!("（{}）", rule.short)).unwrap_or_default();
    let end = day_words(ends_on(term.started_on, term.years));
    let mut said = format!("{}起任期{}年{by}，{end}届满", day_words(term.started_on), term.years);
    if let Some(ended) = term.ended_on {
        said.push_str(&format!("；{}提前结束", day_words(ended)));
    }
    said.push('。');
    said
}

/// Whether someone serves on a day.
pub fn serves(seat: &UnionSeat, on: NaiveDate) -> bool {
    seat.from_on.is_none_or(|from| from <= on) && seat.to_on.is_none_or(|to| to >= on)
}

/// Whether a certificate is held and runs on a day.
pub fn certified(seat: &UnionSeat, on: NaiveDate) -> bool {
    text(&seat.certificate_number).is_some() && seat.certificate_until.is_none_or(|until| until >= on)
}

/// Refuses a form that cannot be, seen from today.
///
/// Errors: `bad_input` at its field, of a member `members.0.name`; `refused` at `years` with its rule.
pub fn check(input: &UnionTermInput, today: NaiveDate, allowed: &[(u32, &Rule)]) -> Result<(), Problem> {
    short("approvalNumber", input.approval_number.as_deref().unwrap_or_default(), 100)?;
    short("note", input.note.as_deref().unwrap_or_default(), 2000)?;
    if !(1..=99).contains(&input.session) {
        return Err(Problem::input("session", "请写明是第几届，例如3。"));
    }
    if input.started_on > today {
        let message = "任期开始的日期还没有到。请在选举产生、上级批准以后再登记。";
        return Err(Problem::input("startedOn", message));
    }
    if !allowed.iter().any(|(years, _)| *years == input.years) {
        let Some((_, rule)) = allowed.first() else { return whole_years(input.years) };
        let choices: Vec<String> = allowed.iter().map(|(years, _)| format!("{years}年")).collect();
        let message = format!("每届任期应当是{}，请照选举结果的批复核对。", choices.join("或者"));
        return Err(Problem::refused(&rule.reference(), message).at("years"));
    }
    check_end(input, today)?;
    if input.members.is_empty() {
        return Err(Problem::input("members", format!("请列出{}的组成人员。", input.body.label())));
    }
    (0..input.members.len()).try_for_each(|at| check_seat(input, at))
}

/// Where no rule says how long a term lasts, it still is a number of years.
fn whole_years(years: u32) -> Result<(), Problem> {
    if (1..=10).contains(&years) {
        return Ok(());
    }
    Err(Problem::input("years", "请写明任期几年，例如5。"))
}

fn check_end(input: &UnionTermInput, today: NaiveDate) -> Result<(), Problem> {
    let Some(ended) = input.ended_on else { return Ok(()) };
    if ended > today {
        return Err(Problem::input("endedOn", "提前结束的日期还没有到，请在结束以后再登记。"));
    }
    if ended < input.started_on {
        return Err(Problem::input("endedOn", "提前结束的日期早于任期开始的日期，请核对。"));
    }
    if ended > ends_on(input.started_on, input.years) {
        return Err(Problem::input("endedOn", "任期届满才结束的，不算提前结束，这里留空。"));
    }
    Ok(())
}

fn check_seat(input: &UnionTermInput, at: usize) -> Result<(), Problem> {
    let (before, rest) = input.members.split_at(at);
    let Some(one) = rest.first() else { return Ok(()) };
    let field = |name: &str| format!("members.{at}.{name}");
    let name = one.name.trim();
    short(&field("name"), name, 50)?;
    short(&field("duty"), one.duty.as_deref().unwrap_or_default(), 50)?;
    short(&field("certificateNumber"), one.certificate_number.as_deref().unwrap_or_default(), 50)?;
    if name.is_empty() {
        return Err(Problem::input(&field("name"), format!("第{}位没有写姓名。", at + 1)));
    }
    // Two of one name are two people only where the roster tells them apart; who left may have come back.
    let same = |other: &&UnionSeat| match (one.person, other.person) {
        (Some(one), Some(other)) => one == other,
        _ => other.name.trim() == name,
    };
    if before.iter().filter(same).any(|other| other.to_on.is_none() && one.to_on.is_none()) {
        let message = format!("{name}已经在名单里了；同名的两个人，请都从花名册里选。");
        return Err(Problem::input(&field("name"), message));
    }
    if let Some(from) = one.from_on
        && from < input.started_on
    {
        return Err(Problem::input(
            &field("fromOn"),
            format!("{name}任职的日期早于本届开始的日期，请核对。"),
        ));
    }
    if one.to_on.is_some_and(|to| to < one.from_on.unwrap_or(input.started_on)) {
        return Err(Problem::input(&field("toOn"), format!("{name}离任的日期早于任职的日期，请核对。")));
    }
    if input.body != UnionBody::Committee && matches!(one.office, UnionOffice::Standing | UnionOffice::Women)
    {
        let message = format!("{}没有{}，请另选职务。", input.body.label(), one.office.label());
        return Err(Problem::input(&field("office"), message));
    }
    let chairs = |seat: &&UnionSeat| seat.office == UnionOffice::Chair && seat.to_on.is_none();
    if chairs(&one)
        && let Some(other) = before.iter().find(chairs)
    {
        let title = UnionOffice::Chair.called(input.body);
        let message =
            format!("{}已经是{title}；换了人的，请给{}填上离任日期。", other.name.trim(), other.name.trim());
        return Err(Problem::input(&field("office"), message));
    }
    if one.certificate_until.is_some() && text(&one.certificate_number).is_none() {
        return Err(Problem::input(&field("certificateNumber"), "写了证件的有效期，还要写明证号。"));
    }
    Ok(())
}

#[cfg(test)]
#[path = "rules_tests.rs"]
mod tests;

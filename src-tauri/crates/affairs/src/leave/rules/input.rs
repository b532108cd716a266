//! What the forms of annual leave must hold by themselves: what is missing, too long, of another year, still to come, or against the
//! other fields.

use chrono::{Datelike, NaiveDate};

use super::LeaveLaw;
use crate::Problem;
use crate::duty::day_words;
use crate::leave::model::{
    LeaveBarInput, LeaveKind, LeavePayInput, LeavePeriodInput, LeaveScheduleInput, LeaveYearInput,
};
use crate::office::{short, text};

/// The most that a text holds; more is a file beside it.
const LONG: usize = 1000;
/// The most that a reason or a source holds.
const LINE: usize = 200;
/// The first year that the regulations hold for as a whole.
const FIRST: i32 = 2009;
/// No contract gives more days than a year has.
const MOST_DAYS: u32 = 366;

/// Refuses a year that no schedule can be of. Answers it.
///
/// Errors: `bad_input` at the year.
pub fn year_of(year: Option<i32>, today: NaiveDate) -> Result<i32, Problem> {
    let year = year.unwrap_or(today.year());
    if (FIRST..=today.year() + 1).contains(&year) {
        return Ok(year);
    }
    let message = format!("年度要在{FIRST}年到{}年之间，请核对。", today.year() + 1);
    Err(Problem::input("year", message))
}

fn not_after(today: NaiveDate, days: &[(&str, Option<NaiveDate>)]) -> Result<(), Problem> {
    match days.iter().find(|(_, day)| day.is_some_and(|day| day > today)) {
        Some((field, _)) => Err(Problem::input(field, "日期还没有到，请在办过以后登记。")),
        None => Ok(()),
    }
}

fn few(field: &str, value: Option<u32>) -> Result<(), Problem> {
    match value {
        Some(0) => Err(Problem::input(field, "天数要大于0；没有的空着。")),
        Some(days) if days > 2 * MOST_DAYS => Err(Problem::input(field, "天数比一年还多，请核对。")),
        _ => Ok(()),
    }
}

/// Refuses a period of other years than its own and the next, one that ends before it begins or was taken before it came, one
/// longer than its days, and one carried over further than the law allows.
///
/// Errors: `bad_input` at its field.
pub fn check_period(law: &LeaveLaw, input: &LeavePeriodInput, today: NaiveDate) -> Result<(), Problem> {
    year_of(Some(input.year), today)?;
    short("note", input.note.as_deref().unwrap_or_default(), LINE)?;
    if input.to < input.from {
        return Err(Problem::input("to", "最后一天早于第一天，请核对。"));
    }
    if input.from.year() != input.to.year() {
        let message = format!("这一段跨了年，请以{}年12月31日为界分成两段登记。", input.from.year());
        return Err(Problem::input("to", message));
    }
    let later = u32::try_from(input.from.year() - input.year);
    let carried = later.is_ok_and(|years| law.carry.0.allows(years, years));
    if !carried {
        let message = format!(
            "{}年度的年休假在当年休，经本人同意的可以跨{}个年度；{}不在这段时间里，请核对年度。",
            input.year,
            law.carry.0.whole().unwrap_or_default(),
            day_words(input.from)
        );
        let problem = Problem::input("from", message);
        return Err(Problem { rule: Some(law.carry.1.short.clone()), ..problem });
    }
    if input.kind == LeaveKind::Taken {
        not_after(today, &[("to", Some(input.to))])
            .map_err(|_| Problem::input("to", "这一段还没有休完；还没到的请登记成“计划”。"))?;
    }
    few("halves", input.halves)?;
    let all = (input.to - input.from).num_days() + 1;
    if let Some(halves) = input.halves
        && i64::from(halves) > 2 * all
    {
        return Err(Problem::input("halves", format!("这一段一共才{all}天，请核对天数。")));
    }
    Ok(())
}

/// Refuses facts of a year that contradict each other.
///
/// Errors: `bad_input` at its field.
pub fn check_year(law: &LeaveLaw, input: &LeaveYearInput, today: NaiveDate) -> Result<(), Problem> {
    year_of(Some(input.year), today)?;
    for (field, value, most) in [
        ("ownSource", &input.own_source, LINE),
        ("waivedReason", &input.waived_reason, LINE),
        ("note", &input.note, LONG),
    ] {
        short(field, value.as_deref().unwrap_or_default(), most)?;
    }
    if input.own_days.is_some_and(|days| days == 0 || days > MOST_DAYS) {
        return Err(Problem::input("ownDays", "约定的天数要在1到366之间；没有约定的空着。"));
    }
    if input.own_days.is_some() && text(&input.own_source).is_none() {
        let problem = Problem::input("ownSource", "请写明在哪里约定的，例如集体合同第二十条。");
        let rule = law.plain("leave.better_terms").map(|rule| rule.short.clone());
        return Err(Problem { rule, ..problem });
    }
    few("opening", input.opening)?;
    few("carried", input.carried)?;
    few("waived", input.waived)?;
    if input.carried.is_none() && input.carry_consent_on.is_some() {
        return Err(Problem::input("carried", "登记了本人同意跨年度的日期，请写明跨到下一年几天。"));
    }
    if input.waived.is_some() != input.waived_on.is_some() {
        let (field, message) = match input.waived {
            Some(_) => ("waivedOn", "请填写本人书面提出的日期；没有书面材料的不算放弃。"),
            None => ("waived", "登记了本人书面提出的日期，请写明放弃几天。"),
        };
        return Err(Problem { rule: Some(law.refused.1.short.clone()), ..Problem::input(field, message) });
    }
    not_after(
        today,
        &[
            ("carryConsentOn", input.carry_consent_on),
            ("unarrangedOn", input.unarranged_on),
            ("waivedOn", input.waived_on),
        ],
    )
}

/// Refuses a reason with a number that no year has.
///
/// Errors: `bad_input` at its field.
pub fn check_bar(input: &LeaveBarInput, today: NaiveDate) -> Result<(), Problem> {
    year_of(Some(input.year), today)?;
    short("note", input.note.as_deref().unwrap_or_default(), LINE)?;
    let sick = input.kind == crate::leave::model::LeaveBarKind::Sick;
    let most = if sick { 12 } else { MOST_DAYS };
    if input.amount == 0 || input.amount > most {
        let unit = if sick { "个月" } else { "天" };
        return Err(Problem::input("amount", format!("要在1到{most}{unit}之间，请核对。")));
    }
    Ok(())
}

/// Refuses pay without days, with a wage under nothing, or paid on a day that is still to come.
///
/// Errors: `bad_input` at its field.
pub fn check_pay(input: &LeavePayInput, today: NaiveDate) -> Result<(), Problem> {
    year_of(Some(input.year), today)?;
    short("note", input.note.as_deref().unwrap_or_default(), LINE)?;
    few("halves", Some(input.halves))?;
    for (field, sum) in [("average", input.average), ("daily", input.daily), ("paid", input.paid)] {
        if sum.is_some_and(|sum| sum.0 <= 0) {
            return Err(Problem::input(field, "金额要大于0；不知道的空着。"));
        }
    }
    if input.paid_on.is_none() && input.paid.is_some() {
        return Err(Problem::input("paidOn", "登记了已付的金额，请填写支付日期。"));
    }
    not_after(today, &[("paidOn", input.paid_on)])
}

/// Refuses a schedule whose days do not follow each other, or that adds days without saying where they are agreed.
///
/// Errors: `bad_input` at its field.
pub fn check_schedule(law: &LeaveLaw, input: &LeaveScheduleInput, today: NaiveDate) -> Result<(), Problem> {
    year_of(Some(input.year), today)?;
    short("extraSource", input.extra_source.as_deref().unwrap_or_default(), LINE)?;
    short("note", input.note.as_deref().unwrap_or_default(), LONG)?;
    if input.extra_days.is_some_and(|days| days == 0 || days > MOST_DAYS) {
        return Err(Problem::input("extraDays", "约定另加的天数要在1到366之间；没有约定的空着。"));
    }
    if input.extra_days.is_some() && text(&input.extra_source).is_none() {
        let problem = Problem::input("extraSource", "请写明在哪里约定的，例如集体合同第二十条。");
        let rule = law.plain("leave.better_terms").map(|rule| rule.short.clone());
        return Err(Problem { rule, ..problem });
    }
    not_after(
        today,
        &[("askedOn", input.asked_on), ("madeOn", input.made_on), ("postedOn", input.posted_on)],
    )?;
    let steps = [
        ("askedOn", "征求职工意愿的日期", input.asked_on),
        ("madeOn", "计划定下的日期", input.made_on),
        ("postedOn", "公布的日期", input.posted_on),
    ];
    let mut last: Option<(&str, NaiveDate)> = None;
    for (field, name, day) in steps {
        let Some(day) = day else { continue };
        if let Some((before, earlier)) = last.filter(|(_, earlier)| day < *earlier) {
            return Err(Problem::input(
                field,
                format!("{name}早于{before}（{}），请核对。", day_words(earlier)),
            ));
        }
        last = Some((name, day));
    }
    Ok(())
}

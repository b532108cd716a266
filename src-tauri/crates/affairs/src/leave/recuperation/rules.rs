//! Pure decisions on recuperation: what stands against the policy that this firm typed, and what a form may hold. Nothing here is a
//! number of law: national texts fix none.

use chrono::{Datelike, NaiveDate};
use ledger::Fen;

use super::model::{
    RecuperationBatchInput, RecuperationCounts, RecuperationPlaceInput, RecuperationPlanInput,
};
use crate::Problem;
use crate::duty::day_words;
use crate::office::short;

const LINE: usize = 200;
const LONG: usize = 1000;

/// Days of a batch, those of leaving and coming back among them.
pub fn days(batch: &RecuperationBatchInput) -> i64 {
    (batch.to - batch.from).num_days() + 1
}

/// What of a batch stands against the policy.
pub fn of_batch(plan: &RecuperationPlanInput, batch: &RecuperationBatchInput, people: u32) -> Vec<String> {
    let mut told = Vec::new();
    let days = days(batch);
    let (most, place) = match batch.outside {
        true => (plan.days_outside, "省外"),
        false => (plan.days_inside, "省内"),
    };
    if let Some(most) = most.filter(|most| days > i64::from(*most)) {
        told.push(format!("往返共{days}天，{}规定{place}不超过{most}天。", plan.policy));
    }
    if let (Some(cost), Some(cap)) = (batch.person_cost, plan.day_cap)
        && cost.0 > cap.0.saturating_mul(days)
    {
        told.push(format!(
            "人均{cost}元，按{days}天算每天{}元，{}规定每人每天不超过{cap}元。",
            Fen(cost.0 / days.max(1)),
            plan.policy
        ));
    }
    if let (Some(cost), Some(cap)) = (batch.person_cost, plan.year_cap)
        && cost.0 > cap.0
    {
        told.push(format!("人均{cost}元，{}规定每人每年不超过{cap}元。", plan.policy));
    }
    if let Some(quota) = batch.quota.filter(|quota| people > *quota) {
        told.push(format!("名额{quota}人，已经选了{people}人。"));
    }
    if let (Some(from), Some(until)) = (batch.posted_from, batch.posted_until)
        && until >= batch.from
    {
        told.push(format!("名单从{}公示到{}，出发时公示还没有满。", day_words(from), day_words(until)));
    }
    told
}

/// What of a whole year stands against the policy.
pub fn of_year(
    plan: &RecuperationPlanInput,
    people: u32,
    front_line: u32,
    budget: Fen,
    planned: Fen,
) -> Vec<String> {
    let mut told = Vec::new();
    // What an inspector sends such plans back for.
    if plan.decided_on.is_none() {
        told.push("还没有登记职代会或者委员会通过的日期；没有会议记录的，检查时会退回。".to_owned());
    }
    if budget.0 == 0 {
        told.push("还没有写经费从哪里来、各多少；没有预算的，检查时会退回。".to_owned());
    }
    if let Some(share) = plan.front_share.filter(|_| people > 0)
        && front_line * 100 < people * share
    {
        told.push(format!(
            "一线职工{front_line}人，占{people}人的{}%，{}规定不低于{share}%。",
            front_line * 100 / people,
            plan.policy
        ));
    }
    if budget.0 > 0 && planned.0 > budget.0 {
        told.push(format!("各批预计{planned}元，超过预算{budget}元。"));
    }
    told
}

/// An earlier trip of someone.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Trip {
    /// The day on which they left.
    pub from: NaiveDate,
    /// Whether it went out of the province.
    pub outside: bool,
    /// 2023年第一批.
    pub name: String,
}

/// What is to be known of someone who was removed from the roster and stands in a batch all the same.
pub fn of_removed() -> String {
    "已从花名册移除；没有去的请移除这个名额，去了的人数和费用照算。".to_owned()
}

/// What stands against someone's place: another trip too near, leave on the same days.
pub fn of_place(
    plan: &RecuperationPlanInput,
    batch: &RecuperationBatchInput,
    trips: &[Trip],
    leave: Option<(NaiveDate, NaiveDate)>,
) -> Vec<String> {
    let mut told = Vec::new();
    let counts = |outside: bool| !plan.gap_out_only || outside;
    if let Some(gap) = plan.gap_years.filter(|_| counts(batch.outside)) {
        let near = trips.iter().find(|trip| {
            counts(trip.outside)
                && batch.from.year() - trip.from.year() < i32::try_from(gap).unwrap_or_default()
        });
        if let Some(trip) = near {
            let what = if plan.gap_out_only { "出省疗休养" } else { "疗休养" };
            told.push(format!("{}去过，{}规定{gap}年内只安排一次{what}。", trip.name, plan.policy));
        }
    } else if let Some(trip) = trips.iter().find(|trip| trip.from.year() == batch.from.year()) {
        told.push(format!("同一年里{}已经去过。", trip.name));
    }
    if let Some((from, to)) = leave {
        let span = format!("{}至{}登记了年休假，与这一批重叠", day_words(from), day_words(to));
        told.push(match plan.counts_leave {
            RecuperationCounts::No => format!("{span}；本单位的疗休养不抵年休假，请把年休假改期。"),
            RecuperationCounts::Yes => format!("{span}；本单位的疗休养抵年休假，这几天算一次。"),
            RecuperationCounts::Unsettled => {
                format!("{span}；疗休养抵不抵年休假还没有定，请在年度计划里写明。")
            }
        });
    }
    told
}

fn wanted(field: &str, value: &str, message: &str) -> Result<(), Problem> {
    if value.trim().is_empty() { Err(Problem::input(field, message)) } else { short(field, value, LINE) }
}

fn sums(all: &[(&str, Option<Fen>)]) -> Result<(), Problem> {
    match all.iter().find(|(_, sum)| sum.is_some_and(|sum| sum.0 < 0)) {
        Some((field, _)) => Err(Problem::input(field, "金额不能小于0；没有的空着。")),
        None => Ok(()),
    }
}

/// Refuses a plan that names no policy, or holds numbers that cannot be.
///
/// Errors: `bad_input` at its field.
pub fn check_plan(input: &RecuperationPlanInput, today: NaiveDate) -> Result<(), Problem> {
    crate::leave::rules::year_of(Some(input.year), today)?;
    wanted(
        "policy",
        &input.policy,
        "请写明依据哪个文件，例如省总工会文件的名称和文号；没有文件的写“本单位职代会通过的办法”。",
    )?;
    short("decidedBy", input.decided_by.as_deref().unwrap_or_default(), LINE)?;
    short("note", input.note.as_deref().unwrap_or_default(), LONG)?;
    for (field, value, most) in [
        ("daysInside", input.days_inside, 60),
        ("daysOutside", input.days_outside, 60),
        ("frontShare", input.front_share, 100),
        ("gapYears", input.gap_years, 30),
    ] {
        if value.is_some_and(|value| value == 0 || value > most) {
            return Err(Problem::input(field, format!("要在1到{most}之间；文件没有规定的空着。")));
        }
    }
    sums(&[
        ("dayCap", input.day_cap),
        ("yearCap", input.year_cap),
        ("welfareBudget", input.welfare_budget),
        ("unionBudget", input.union_budget),
        ("ownBudget", input.own_budget),
    ])?;
    if input.decided_on.is_some_and(|day| day > today) {
        return Err(Problem::input("decidedOn", "日期还没有到，请在开过会以后登记。"));
    }
    Ok(())
}

/// Refuses a batch without a name or a base, of another year, or whose days do not follow each other.
///
/// Errors: `bad_input` at its field.
pub fn check_batch(input: &RecuperationBatchInput, year: i32, today: NaiveDate) -> Result<(), Problem> {
    wanted("name", &input.name, "请写明是哪一批，例如第一批。")?;
    wanted("base", &input.base, "请写明去哪个基地。")?;
    for (field, text) in [("bought", &input.bought), ("insurer", &input.insurer), ("note", &input.note)] {
        short(field, text.as_deref().unwrap_or_default(), LINE)?;
    }
    if input.to < input.from {
        return Err(Problem::input("to", "返回的日期早于出发，请核对。"));
    }
    if input.from.year() != year {
        return Err(Problem::input("from", format!("这一批属于{year}年的计划，出发日期要在{year}年。")));
    }
    if let (Some(from), Some(until)) = (input.posted_from, input.posted_until)
        && until < from
    {
        return Err(Problem::input("postedUntil", "公示结束早于开始，请核对。"));
    }
    sums(&[("personCost", input.person_cost), ("spent", input.spent)])?;
    if input.quota == Some(0) {
        return Err(Problem::input("quota", "名额要大于0；没有定的空着。"));
    }
    if input.settled_on.is_some() && input.spent.is_none() {
        return Err(Problem::input("spent", "登记了决算日期，请写明实际花了多少。"));
    }
    if input.settled_on.is_some_and(|day| day > today) {
        return Err(Problem::input("settledOn", "日期还没有到，请在决算以后登记。"));
    }
    if input.settled_on.is_some_and(|day| day < input.from) {
        return Err(Problem::input("settledOn", "决算早于出发，请核对。"));
    }
    Ok(())
}

/// Refuses words that are longer than a list has room for.
///
/// Errors: `bad_input` at its field.
pub fn check_place(input: &RecuperationPlaceInput) -> Result<(), Problem> {
    for (field, text) in [
        ("room", &input.room),
        ("meals", &input.meals),
        ("emergency", &input.emergency),
        ("note", &input.note),
    ] {
        short(field, text.as_deref().unwrap_or_default(), LINE)?;
    }
    Ok(())
}

#[cfg(test)]
#[path = "rules_tests.rs"]
mod tests;

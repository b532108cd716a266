//! Filling the workers' side's own plan (协商方案和测算表) from the scenarios kept for the year: what each costs, and its effect on the
//! order of wages in groups of no fewer people than may be told of.

pub(super) mod kept;

use chrono::NaiveDate;
use ledger::Fen;
use rusqlite::Connection;
use serde::Serialize;

use super::context::Named;
use crate::Problem;
use crate::negotiation::model::NegotiationId;
use crate::negotiation::names;
use crate::negotiation::{scenario, store};
use crate::office::model::Filled;
use crate::pay::figures::model::{Between, PayFigures};
use crate::pay::figures::policy::Policy;
use crate::pay::figures::table::Known;
use crate::pay::figures::whole::{self, Loaded};
use crate::pay::figures::{bounds, exact, guarded, least};
use crate::pay::model::{PaySheetId, PayUnit};
use crate::pay::simulate::acts::{self, PlanGroup};
use crate::pay::simulate::covered::{self, Covered};
use crate::pay::simulate::model::{KeptPayScenario, PayHeapEffect, PaySide};
use crate::pay::simulate::planned::{self, Planned};
use crate::pay::simulate::{self, cost, floors, store as scenarios, words};
use crate::pay::store::in_place_of;
use crate::union::model::Shown;

#[derive(Serialize)]
struct Minimum {
    fen: i64,
    from: String,
}

/// A sum: fen where it is known exactly, else in words what it lies between.
#[derive(Serialize)]
#[serde(untagged)]
enum Sum {
    Exactly(i64),
    Between(String),
}

impl Sum {
    /// To the fen.
    fn of(between: Between) -> Self {
        Sum::said(between, |fen| Fen(fen).to_string())
    }

    /// Of a year, where the cells are narrow: bounds to the yuan, and no narrower for it.
    fn of_year(between: Between) -> Self {
        let yuan = |fen: i64| {
            let said = Fen(fen.saturating_mul(100)).to_string();
            said.strip_suffix(".00").unwrap_or(&said).to_owned()
        };
        if between.is_exact() {
            return Sum::Exactly(between.from);
        }
        let up = |fen: i64| fen.div_euclid(100).saturating_add(i64::from(fen.rem_euclid(100) != 0));
        Sum::said(Between { from: between.from.div_euclid(100), to: between.to.map(up) }, yuan)
    }

    fn said(between: Between, said: impl Fn(i64) -> String) -> Self {
        if between.is_exact() {
            Sum::Exactly(between.from)
        } else {
            Sum::Between(words::between(between, said))
        }
    }
}

#[derive(Serialize)]
struct Base {
    period: String,
    people: u32,
    payroll: Option<Sum>,
    payroll_name: &'static str,
    folded: bool,
    average: Option<Sum>,
    lowest: Option<i64>,
    local_minimum: Option<Minimum>,
}

#[derive(Serialize)]
struct Factor {
    name: String,
    value: String,
    source: String,
}

#[derive(Serialize)]
struct Goal {
    topic: String,
    opening: String,
    target: String,
    floor: String,
}

#[derive(Serialize)]
struct Scenario {
    name: String,
    rise: String,
    average: Sum,
    monthly: Sum,
    yearly: Sum,
    insurance: Sum,
    fee: Sum,
    total: Sum,
    ratio: String,
    break_even: String,
    spread_before: String,
    spread_after: String,
}

#[derive(Serialize)]
struct Group {
    band: String,
    people: u32,
    before: i64,
    after: Vec<Sum>,
}

impl Group {
    fn of(group: PlanGroup) -> Self {
        let said = |after: Option<Between>| after.map_or_else(|| Sum::Between(NONE.to_owned()), Sum::of);
        Group {
            band: group.band,
            people: group.people,
            before: group.before.0,
            after: group.after.into_iter().map(said).collect(),
        }
    }
}

/// The context of the template `negotiation/plan`.
#[derive(Serialize)]
struct Plan {
    enterprise: Named,
    union: Named,
    issuer: String,
    year: i32,
    base: Option<Base>,
    factors: Vec<Factor>,
    opinions: Option<String>,
    goals: Vec<Goal>,
    arguments: Vec<String>,
    division: Vec<String>,
    scenarios: Vec<Scenario>,
    deciles: Vec<Group>,
    method: String,
    approved: Option<String>,
    date: NaiveDate,
}

/// The template.
const TEMPLATE: &str = "negotiation/plan";
/// What stands where nothing is said.
const NONE: &str = "—";

fn base(connection: &Connection, loaded: &Loaded, figures: &PayFigures) -> Result<Base, Problem> {
    let minimum = whole::minimum(connection, loaded)?;
    Ok(Base {
        period: figures.period.words(),
        people: figures.people,
        payroll: figures.payroll.map(Sum::of),
        payroll_name: figures.payroll_name(),
        folded: figures.part_month > 0,
        average: figures.average.map(Sum::of),
        lowest: figures.lowest.lowest.map(|lowest| lowest.0),
        local_minimum: minimum.map(|one| Minimum { fen: one.value, from: one.period }),
    })
}

/// A share of a whole as it is printed, to a hundredth of a percent as on the page.
fn percent(num: i128, den: i128) -> String {
    exact::half_up(num * exact::WHOLE, den).map_or_else(|| NONE.to_owned(), words::percent)
}

/// By how much the average rises: of exact ones; else the share that the scenario itself says, else what it lies between.
fn rise(kept: &KeptPayScenario, before: Between, after: Between) -> String {
    if before.is_exact() && after.is_exact() {
        return percent(i128::from(after.from - before.from), before.from.into());
    }
    match (kept.plain_share(), kept.growth()) {
        (Some(share), _) => words::percent(share),
        (None, Some(growth)) => words::between(growth, words::percent),
        (None, None) => NONE.to_owned(),
    }
}

/// What a person's wage of a month rises by on the average: of exact averages their difference, else what the costs say.
fn monthly(kept: &KeptPayScenario, before: Between, after: Between, wages: Between) -> Option<Sum> {
    if before.is_exact() && after.is_exact() {
        return Some(Sum::Exactly(after.from - before.from));
    }
    let months = i64::from(kept.months.max(1));
    let a_month =
        Between { from: wages.from.div_euclid(months), to: wages.to.map(|to| to.div_euclid(months)) };
    bounds::average(a_month, kept.people).map(Sum::of)
}

/// Where the upper bound of a spread is more than so many times the lower one, the two say nothing.
const WIDE: i64 = 3;

/// P90 to P10 as a paper prints it: 1.82, or what it lies between. Where the bounds say nothing it is not told.
fn spread(of: Option<Between>) -> String {
    let said = |hundredths: i64| format!("{}.{:02}", hundredths / 100, hundredths % 100);
    let bounded = of.filter(|of| of.to.is_some_and(|to| to <= of.from.saturating_mul(WIDE)));
    bounded.map_or_else(|| NONE.to_owned(), |of| words::between(of, said))
}

/// What a scenario is called beside the others: the other side's says whose it is, once.
fn called(side: PaySide, name: &str) -> String {
    match side {
        PaySide::Employer if !name.starts_with("企业") => format!("企业方 {name}"),
        PaySide::Workers | PaySide::Employer => name.to_owned(),
    }
}

/// A scenario as a row, exactly or between bounds, with what stands beside its sums; none of one of which nothing was reckoned.
fn row(kept: &KeptPayScenario, beside: Planned, rates: &cost::Rates) -> Option<Scenario> {
    let (before, after) = kept.before().zip(kept.after())?;
    let [wages, insurance, fee, total] = kept.costs()?;
    let times = i64::from(kept.people).saturating_mul(kept.months.into());
    let payroll =
        Between { from: before.from.saturating_mul(times), to: before.to.map(|to| to.saturating_mul(times)) };
    let ratio = if total.is_exact() && payroll.is_exact() {
        percent(total.from.into(), payroll.from.into())
    } else {
        // Of a payroll that nothing bounds, no share is told.
        let share = cost::share(total, payroll).filter(|share| share.to.is_some());
        share.map_or_else(|| NONE.to_owned(), |share| words::between(share, words::percent))
    };
    Some(Scenario {
        name: format!("{}：{}", called(kept.side, &kept.name), kept.said),
        rise: rise(kept, before, after),
        average: Sum::of(after),
        monthly: monthly(kept, before, after, wages)?,
        yearly: Sum::of_year(wages),
        // Without a rate it was not reckoned, which is no nought.
        insurance: if rates.insurance.is_empty() && insurance.from == 0 {
            Sum::Between(NONE.to_owned())
        } else {
            Sum::of_year(insurance)
        },
        fee: Sum::of_year(fee),
        total: Sum::of_year(total),
        ratio,
        break_even: (beside.break_even)
            .map_or_else(|| NONE.to_owned(), |share| words::between(share, words::percent)),
        spread_before: spread(beside.spread_before),
        spread_after: spread(beside.spread_after),
    })
}

/// What the columns of productivity and spread mean, and why some of them are empty.
fn told_beside(rows: &[Told]) -> String {
    let mut said = "工资差距是从低到高排在九成处的月工资除以排在一成处的月工资".to_owned();
    if rows.iter().any(|one| one.row.spread_before == NONE || one.row.spread_after == NONE) {
        said.push_str(&format!("，从这份数据看不出的写“{NONE}”"));
    }
    if rows.iter().any(|one| one.row.break_even == NONE) {
        said.push_str(&format!("；盈亏平衡一栏写“{NONE}”的，是方案保存以后费率变了，重新保存就会列出"));
    }
    said
}

/// A scenario that the plan tells of.
struct Told {
    kept: KeptPayScenario,
    row: Scenario,
    heaps: Vec<PayHeapEffect>,
}

impl Told {
    /// Whether a figure of it lies between bounds, so that the paper says how they come about.
    fn is_wide(&self) -> bool {
        self.kept.bounds.is_some_and(|all| all.is_wide())
            || self.heaps.iter().any(|heap| heap.after.is_none_or(|after| !after.is_exact()))
    }
}

/// The word by which a scenario of ours is known as the one below which the talks do not go.
const BOTTOM: &str = "底线";

/// The scenario of ours below which the talks do not go: the one that its name calls so.
fn bottom<'k>(all: &'k [KeptPayScenario], chosen: Option<&KeptPayScenario>) -> Option<&'k KeptPayScenario> {
    let is = |one: &&KeptPayScenario| {
        one.side == PaySide::Workers
            && one.name.contains(BOTTOM)
            && chosen.is_none_or(|chosen| chosen.id != one.id)
    };
    all.iter().find(is)
}

/// The goals: every topic with what is asked, the chosen scenario as the target of the one on wages, and the scenario below which
/// the talks do not go as its floor.
fn goals(
    connection: &Connection,
    id: NegotiationId,
    (chosen, bottom): (Option<&KeptPayScenario>, Option<&KeptPayScenario>),
) -> Result<Vec<Goal>, Problem> {
    let filled = |text: String| if text.trim().is_empty() { NONE.to_owned() } else { text };
    let topics = store::topics(connection, id)?.into_iter().map(|(_, topic, proposal)| {
        let wages = scenario::is_wages(&topic);
        let said = |of: Option<&KeptPayScenario>| of.map_or_else(|| NONE.to_owned(), |one| one.said.clone());
        // The lowest wage of the firm is a topic of its own.
        let lowest = topic.contains("最低工资") && !topic.contains("增长");
        let sum = |of: Option<&KeptPayScenario>| {
            let floor = of.and_then(|one| one.target_floor);
            floor.map_or_else(|| NONE.to_owned(), |floor| format!("每月{floor}元"))
        };
        let (target, floor) = match (wages, lowest) {
            (true, _) => (said(chosen), said(bottom)),
            (false, true) => (sum(bottom.and(chosen)), sum(bottom.or(chosen))),
            (false, false) => (NONE.to_owned(), NONE.to_owned()),
        };
        Goal { topic, opening: filled(proposal), target, floor }
    });
    Ok(topics.collect())
}

/// How a plan is reckoned: the rates of the day, whether single wages are told, of how many a figure must be.
type How<'a> = (&'a cost::Rates, bool, &'a Policy);

/// The wage data that a plan goes by: that which the chosen scenario was tried on, or the newer that took its place.
fn sheet_of(
    connection: &Connection,
    chosen: Option<&KeptPayScenario>,
) -> Result<Option<PaySheetId>, Problem> {
    match chosen {
        Some(one) => in_place_of(connection, one.sheet),
        None => Ok(None),
    }
}

/// Whether a scenario is to be reckoned anew. Earlier nothing was kept of what was tried while single wages were covered.
fn is_stale(one: &KeptPayScenario) -> bool {
    one.replaced || one.costs().is_none()
}

/// A scenario as it comes to on the wage data of the plan.
fn renewed(
    connection: &Connection,
    one: KeptPayScenario,
    loaded: Option<&Loaded>,
    (rates, in_full, policy): How<'_>,
) -> Result<KeptPayScenario, Problem> {
    let Some(loaded) = loaded.filter(|_| is_stale(&one)) else { return Ok(one) };
    // Of a few, nothing is reckoned for whoever has not revealed single wages.
    let single = matches!(loaded.table.known, Known::Singles(_));
    let enough = loaded.table.people() >= policy.least || (in_full && single);
    if !enough || in_place_of(connection, one.sheet)? != Some(loaded.sheet) {
        return Ok(one);
    }
    acts::renewed(connection, &one, loaded, rates, policy)
}

/// Whether single wages are known, and covered for the reader of the plan.
fn is_covered(loaded: &Loaded, in_full: bool) -> bool {
    !in_full && matches!(loaded.table.known, Known::Singles(_))
}

/// A scenario as the reader of the plan sees it on its wage data. Where single wages are covered, all of it is of the people and the
/// groups that the figures of the plan are of; nothing where none of it may be told.
fn as_seen(
    connection: &Connection,
    one: KeptPayScenario,
    loaded: Option<&Loaded>,
    how: How<'_>,
) -> Result<Option<Covered>, Problem> {
    let (rates, in_full, policy) = how;
    if let Some(loaded) = loaded.filter(|loaded| is_covered(loaded, in_full)) {
        if in_place_of(connection, one.sheet)? != Some(loaded.sheet) {
            return Ok(None);
        }
        return covered::of_kept(connection, &one, (loaded, &loaded.table), (rates, policy));
    }
    let kept = renewed(connection, one, loaded, how)?;
    let beside = match loaded.filter(|loaded| loaded.sheet == kept.sheet) {
        Some(loaded) => planned::beside(connection, &kept, loaded, (rates, policy))?,
        None => Planned::default(),
    };
    Ok(Some(Covered { kept, beside, heaps: Vec::new() }))
}

/// The scenarios that the plan tells of: those on its wage data of which something may be told.
fn told(
    connection: &Connection,
    all: Vec<KeptPayScenario>,
    (sheet, loaded): (Option<PaySheetId>, Option<&Loaded>),
    how: How<'_>,
) -> Result<Vec<Told>, Problem> {
    let mut told = Vec::new();
    for one in all {
        let Some(seen) = as_seen(connection, one, loaded, how)? else { continue };
        if Some(seen.kept.sheet) != sheet || seen.kept.scenario.is_none() {
            continue;
        }
        if let Some(row) = row(&seen.kept, seen.beside, how.0) {
            told.push(Told { kept: seen.kept, row, heaps: seen.heaps });
        }
    }
    Ok(told)
}

/// How the plan was reckoned, as it prints it; nothing where it tells of no scenario.
fn method(
    connection: &Connection,
    loaded: &Loaded,
    told: &[Told],
    (rates, in_full, policy): How<'_>,
) -> Result<String, Problem> {
    let tried: Vec<_> = told.iter().filter_map(|one| one.kept.scenario.clone()).collect();
    if tried.is_empty() {
        return Ok(String::new());
    }
    let (counted, back) = guarded(&loaded.table, least(in_full, policy));
    let how = simulate::method(&loaded.period.words(), counted.people(), &tried, rates);
    let mut said = format!("{how}；{}", told_beside(told));
    if let Some(back) = back {
        said.push_str(&format!("。{}", back.trim_end_matches('。')));
    }
    let read = match &loaded.table.known {
        Known::Singles(singles) if in_full => Some(singles),
        _ => None,
    };
    for warning in tried.iter().flat_map(|one| floors::warnings(one, read)) {
        said.push_str(&format!("。{}", warning.trim_end_matches('。')));
    }
    if told.iter().any(Told::is_wide) {
        said.push_str(&format!("。{}", acts::how_bounded(connection, loaded, &tried, (rates, policy))?));
    }
    Ok(said)
}

/// What a plan lacks before it may be issued.
fn lacks(base: bool, goals: bool, scenarios: bool) -> Vec<String> {
    let facts = [(base, "选定的增资方案"), (goals, "协商目标"), (scenarios, "算出结果的增资方案")];
    facts.into_iter().filter(|(there, _)| !there).map(|(_, what)| what.to_owned()).collect()
}

/// The plan; of a sealed affair as it was kept. In full it is of all wages, to the fen; else all of it is of those whom the figures
/// count, and of the groups of their order.
///
/// Errors: `not_found`.
pub fn plan(
    connection: &Connection,
    id: NegotiationId,
    how: How<'_>,
    today: NaiveDate,
) -> Result<Filled, Problem> {
    let (_, in_full, policy) = how;
    if let Some(filled) = kept::filled(connection, id)? {
        return Ok(filled);
    }
    let head = store::head(connection, id)?;
    let union = names::of_affair(connection, id)?;
    let chosen = scenarios::chosen(connection, head.year)?;
    let all: Vec<KeptPayScenario> =
        scenarios::all(connection)?.into_iter().filter(|one| one.year == head.year).collect();
    let sheet = sheet_of(connection, chosen.as_ref())?;
    let loaded = sheet.map(|sheet| whole::load(connection, sheet)).transpose()?;
    let shown = if in_full { Shown::Full } else { Shown::Masked };
    let figures = loaded.as_ref().map(|loaded| whole::of(connection, loaded, shown, policy)).transpose()?;
    let goals = goals(connection, id, (chosen.as_ref(), bottom(&all, chosen.as_ref())))?;
    // The same columns in the table of groups as in the table of scenarios.
    let told = told(connection, all, (sheet, loaded.as_ref()), how)?;
    let deciles = match &loaded {
        Some(loaded) if is_covered(loaded, in_full) => {
            let each: Vec<_> = told.iter().map(|one| one.heaps.clone()).collect();
            acts::groups_covered(&each)
        }
        Some(loaded) => {
            let tried: Vec<_> = told.iter().filter_map(|one| one.kept.scenario.clone()).collect();
            acts::groups(loaded, &tried, policy)
        }
        None => Vec::new(),
    };
    let method = match &loaded {
        Some(loaded) => method(connection, loaded, &told, how)?,
        None => String::new(),
    };
    let base = match (&loaded, &figures) {
        (Some(loaded), Some(figures)) => Some(base(connection, loaded, figures)?),
        _ => None,
    };
    let beside = figures.iter().flat_map(|figures| &figures.beside);
    let factors = beside.map(|one| Factor {
        name: one.name.clone(),
        value: match one.unit {
            PayUnit::Percent => words::percent(one.value),
            unit => unit.words(one.value),
        },
        source: one.source.clone(),
    });
    let context = Plan {
        enterprise: Named { name: union.employer },
        issuer: union.name.clone(),
        union: Named { name: union.name },
        year: head.year,
        factors: factors.collect(),
        opinions: None,
        goals,
        arguments: arguments(figures.as_ref()),
        division: Vec::new(),
        scenarios: told.into_iter().map(|one| one.row).collect(),
        deciles: deciles.into_iter().map(Group::of).collect(),
        method,
        approved: None,
        date: today,
        base,
    };
    let missing = lacks(context.base.is_some(), !context.goals.is_empty(), !context.scenarios.is_empty());
    let title = format!("{}年度工资集体协商方案", head.year);
    Filled::new(TEMPLATE, id.to_string(), title, missing, &context)
}

/// What the figures themselves say for a rise.
fn arguments(figures: Option<&PayFigures>) -> Vec<String> {
    let Some(figures) = figures else { return Vec::new() };
    let Some(before) = &figures.before else { return Vec::new() };
    let under = figures.beside.iter().filter(|one| one.unit == PayUnit::Percent && one.value > before.growth);
    // Of a year beside a month, the average month is meant.
    let of = if figures.monthly && before.period.is_year() { "的月平均" } else { "" };
    under
        .map(|one| {
            let growth = words::percent(before.growth);
            let period = before.period.words();
            format!(
                "职工平均工资比{period}{of}增长{growth}，低于{}（{}）",
                one.name,
                words::percent(one.value)
            )
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::{Between, NONE, PaySide, called, spread};

    #[test]
    fn a_spread_that_could_be_anything_is_not_told() {
        let said = |from, to| spread(Some(Between { from, to: Some(to) }));
        assert_eq!(said(127, 297), "1.27至2.97");
        assert_eq!((said(126, 7_466).as_str(), said(128, 128).as_str()), (NONE, "1.28"));
    }

    #[test]
    fn a_scenario_of_the_other_side_says_whose_it_is_once() {
        for (side, name, told) in [
            (PaySide::Workers, "争取方案", "争取方案"),
            (PaySide::Employer, "三月的答复", "企业方 三月的答复"),
            (PaySide::Employer, "企业方案", "企业方案"),
            (PaySide::Employer, "企业方第二轮", "企业方第二轮"),
        ] {
            assert_eq!(called(side, name), told);
        }
    }
}

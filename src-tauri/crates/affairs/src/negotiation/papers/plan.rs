//! Filling the workers' side's own plan (协商方案和测算表) from the scenarios kept for the year: what each costs, and its effect on the
//! order of wages in groups of no fewer people than may be told of.

mod goals;
pub(super) mod kept;
mod seen;

use chrono::NaiveDate;
use ledger::Fen;
use rusqlite::Connection;
use serde::Serialize;

use super::context::Named;
use crate::Problem;
use crate::negotiation::model::NegotiationId;
use crate::negotiation::{names, store};
use crate::office::model::Filled;
use crate::pay::figures::model::{Between, PayFigures};
use crate::pay::figures::policy::Policy;
use crate::pay::figures::whole::{self, Loaded};
use crate::pay::figures::{bounds, exact};
use crate::pay::model::{PaySheetId, PayUnit};
use crate::pay::simulate::acts::{self, PlanGroup};
use crate::pay::simulate::model::{KeptPayScenario, PaySide};
use crate::pay::simulate::planned::Planned;
use crate::pay::simulate::{cost, store as scenarios, words};
use crate::pay::store::in_place_of;
use crate::union::model::Shown;
use goals::{Goal, bottom, goals};
use seen::{is_covered, method, told};

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
        let yuan = |whole: i64| Fen(whole.saturating_mul(100)).short();
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
    talks: String,
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
        talks: head.talks().to_owned(),
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
    let title = format!("{}年度{}方案", head.year, head.talks());
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

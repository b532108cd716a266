//! What a rise would do (测算): scenarios tried on the wage data, their effect on each group, their cost and the middle between two
//! sides; exactly on single wages, between bounds on bands and totals or for a reader who may not see single wages. Kept
//! scenarios and rates are in `store`; the figures of the data as it is are `figures`'.

pub mod acts;
pub mod cost;
pub mod covered;
pub mod enclosed;
pub mod engine;
pub mod floors;
mod hull;
pub mod kept;
pub mod meet;
mod method;
pub mod model;
mod order;
pub mod planned;
pub mod rules;
pub mod shops;
pub mod store;
mod ways;
pub mod words;

pub use method::method;

#[cfg(test)]
mod bounds_tests;
#[cfg(test)]
mod covered_tests;
#[cfg(test)]
mod tests;

use ledger::Fen;

use crate::Problem;
use crate::pay::figures::bounds;
use crate::pay::figures::disclosure;
use crate::pay::figures::exact;
use crate::pay::figures::model::{Between, WageCut};
use crate::pay::figures::policy::Policy;
use crate::pay::figures::table::{Coded, Singles, WageBand, WageTable};
use crate::pay::figures::{Lowered, guarded, least, lowered, ordered, part_month_note};
use cost::Rates;
use hull::plus;
use model::{
    PayCutEffect, PayGroupEffect, PayHeapEffect, PayMiddle, PayRound, PayScenario, PaySimulated, PayStep,
    PayStepKind,
};
use shops::Payroll;

/// Of how many scenarios one is tried beside the others.
const BESIDE: usize = 4;

/// What trying comes to, apart from where the data lies.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Tried {
    /// One a scenario.
    pub results: Vec<PaySimulated>,
    /// The middle of the first two.
    pub middle: Option<PayMiddle>,
    /// What is uncertain.
    pub notes: Vec<String>,
}

/// Tries scenarios on a table for a reader. `lowest` is what nobody surely earns less than, as far as anybody says: it bounds
/// what a payroll alone can hide.
///
/// Errors: `bad_input` at a scenario's field; `refused` where too few people are counted to tell anything to this reader.
pub fn simulate(
    table: &WageTable,
    scenarios: &[PayScenario],
    rates: &Rates,
    in_full: bool,
    policy: &Policy,
    lowest: i64,
) -> Result<Tried, Problem> {
    if scenarios.is_empty() || scenarios.len() > BESIDE {
        return Err(Problem::input("scenarios", format!("请放一个到{BESIDE}个方案。")));
    }
    scenarios.iter().try_for_each(rules::scenario)?;
    let least = least(in_full, policy);
    let (table, back) = guarded(table, least);
    let table = table.as_ref();
    let Some(seen) = lowered(table, least) else {
        let message = format!("计入的职工不足{least}人，测算会露出个人的工资：{}", policy.reason);
        return Err(Problem::new("refused", message));
    };
    let mut notes = Vec::new();
    let ground = match seen {
        Lowered::Singles(singles) => Ground::Singles(singles),
        Lowered::Bands(bands, payroll) => {
            notes.push("按分组测算，每个数是它一定落在其中的范围。".to_owned());
            Ground::Bands(bands, payroll)
        }
        Lowered::Total(all, parts) => {
            let payroll = Payroll::of(all, parts, least, lowest);
            notes.extend(shops::notes(&payroll, scenarios, rates));
            Ground::Payroll(payroll)
        }
    };
    let results: Vec<PaySimulated> =
        scenarios.iter().map(|scenario| ground.run(scenario, rates)).collect::<Result<_, _>>()?;
    let middle = match (scenarios, results.as_slice()) {
        ([ours, theirs, ..], [ours_result, theirs_result, ..]) => {
            ground.middle((ours, ours_result), (theirs, theirs_result), rates)?
        }
        _ => None,
    };
    let read = match &ground {
        Ground::Singles(singles) => Some(*singles),
        Ground::Bands(..) | Ground::Payroll(_) => None,
    };
    notes.extend(scenarios.iter().flat_map(|one| floors::warnings(one, read)));
    if rates.insurance.is_empty() {
        notes.push("还没有登记单位缴纳的社会保险费率，合计里没有社会保险费。".to_owned());
    }
    notes.extend(back);
    if table.part_month > 0 {
        notes.push(part_month_note(table.part_month));
    }
    match ground {
        Ground::Singles(singles) => {
            let unknown: Vec<String> =
                scenarios.iter().flat_map(|scenario| engine::unknown_words(singles, scenario)).collect();
            if !unknown.is_empty() {
                notes.push(format!("这份工资数据里没有{}，这一部分没有人增资。", unknown.join("、")));
            }
        }
        Ground::Bands(..) => {
            if scenarios.iter().flat_map(|one| &one.steps).any(by_person) {
                notes.push(shops::UNKNOWN.to_owned());
            }
        }
        Ground::Payroll(_) => {}
    }
    Ok(Tried { results, middle, notes })
}

/// Whether a step asks who someone is.
fn by_person(step: &PayStep) -> bool {
    let only = &step.only;
    let for_some = !only.shops.is_empty()
        || !only.forms.is_empty()
        || !only.grades.is_empty()
        || only.front_line.is_some();
    for_some || matches!(step.what, PayStepKind::Grades { .. } | PayStepKind::Certificates { .. })
}

/// On what is tried.
enum Ground<'t> {
    Singles(&'t Singles),
    Bands(Vec<WageBand>, Option<i64>),
    Payroll(Payroll),
}

impl Ground<'_> {
    fn run(&self, scenario: &PayScenario, rates: &Rates) -> Result<PaySimulated, Problem> {
        match self {
            Ground::Singles(singles) => Ok(on_singles(singles, scenario, rates)),
            Ground::Bands(bands, payroll) => on_bands(bands, *payroll, scenario, rates),
            Ground::Payroll(payroll) => on_payroll(payroll, scenario, rates),
        }
    }

    /// The scenario in the middle of two, and what it comes to.
    fn middle(
        &self,
        (ours, ours_result): (&PayScenario, &PaySimulated),
        (theirs, theirs_result): (&PayScenario, &PaySimulated),
        rates: &Rates,
    ) -> Result<Option<PayMiddle>, Problem> {
        let built = |scenario, found: String| {
            let result = self.run(&scenario, rates)?;
            Ok(Some(PayMiddle { scenario, found, result }))
        };
        if let Some(scenario) = meet::alike(ours, theirs) {
            return built(scenario, "两个方案的做法一样，各个数字取中间。".to_owned());
        }
        let cost = |result: &PaySimulated| result.cost.map(|cost| cost.monthly);
        let Some((a, b)) = cost(ours_result).zip(cost(theirs_result)) else { return Ok(None) };
        let Some(sum) = center(a).zip(center(b)).map(|(a, b)| (a + b).div_euclid(2)) else { return Ok(None) };
        let most = 100_000;
        let before = match self {
            Ground::Singles(singles) => reckon::sum(&singles.wages),
            _ => 0,
        };
        let percent = match self {
            Ground::Singles(singles) => meet::percentage(sum, most, |percent| {
                let after = engine::run(singles, &meet::uniform(percent, PayRound::Fen));
                i64::try_from(reckon::sum(&after) - before).unwrap_or(i64::MAX)
            }),
            Ground::Bands(bands, payroll) => {
                let Some(all) = bounds::payroll(bands, *payroll).and_then(center) else { return Ok(None) };
                meet::percentage(sum, most, |percent| engine::part(all, percent.into()))
            }
            Ground::Payroll(payroll) => {
                let all = payroll.all.sum.unwrap_or_default();
                meet::percentage(sum, most, |percent| engine::part(all, percent.into()))
            }
        };
        let found = format!(
            "两个方案的做法不同，取每月增资总额的中间数{}元，折合普遍增长{}。",
            Fen(sum),
            words::percent(percent.into())
        );
        built(meet::uniform(percent, ours.round), found)
    }
}

/// The middle of what something lies between.
fn center(of: Between) -> Option<i64> {
    of.to.map(|to| of.from + (to - of.from) / 2)
}

fn on_singles(singles: &Singles, scenario: &PayScenario, rates: &Rates) -> PaySimulated {
    let before = &singles.wages;
    let after = engine::run(singles, scenario);
    let people = u32::try_from(before.len()).unwrap_or(u32::MAX);
    let month = cost::month(before, &after, rates);
    let sorted = reckon::sorted(&after);
    let average = |sum: i64| exact::half_up(sum.into(), people.into());
    let (old, new) = (month.payroll.from, month.payroll.from + month.rise.from);
    let spread = |wages: &[i64]| {
        let high = exact::quantile(wages, 9, 10)?;
        exact::hundredths(high, exact::quantile(wages, 1, 10)?).map(Between::exactly)
    };
    let gini = |wages: &[i64]| exact::gini_of(wages).map(Between::exactly);
    let heaps = disclosure::allowed_heaps(before.len(), 1);
    let heap = |((name, people, was), (_, _, is)): ((String, u32, i64), (String, u32, i64))| PayHeapEffect {
        name,
        people,
        before: exact::half_up(was.into(), people.into()).map(Fen),
        after: exact::half_up(is.into(), people.into()).map(Between::exactly),
    };
    PaySimulated {
        words: words::scenario(scenario),
        raised: u32::try_from(reckon::raised(before, &after)).ok(),
        before: average(old).map(Between::exactly),
        after: average(new).map(Between::exactly),
        growth: exact::growth(new.into(), old.into()).map(Between::exactly),
        cost: Some(cost::cost(month, rates)),
        heaps: ordered(before, heaps).into_iter().zip(ordered(&after, heaps)).map(heap).collect(),
        cuts: WageCut::ALL.iter().filter_map(|by| cut(*by, singles.cut(*by), before, &after)).collect(),
        spread_before: spread(before),
        spread_after: spread(&sorted),
        gini_before: gini(before),
        gini_after: gini(&sorted),
        lowest: sorted.first().copied().map(Fen),
    }
}

/// The groups of a cut before and after; none where nobody has a word in it.
fn cut(by: WageCut, column: &Coded, before: &[i64], after: &[i64]) -> Option<PayCutEffect> {
    let none = column.names.len();
    let sums = reckon::groups(&column.codes, none, before, after);
    if none == 0 || sums.iter().take(none).all(|group| group.0 == 0) {
        return None;
    }
    let names = column.names.iter().map(String::as_str).chain(["没有登记"]);
    let groups = names.zip(sums).filter(|(_, group)| group.0 > 0).filter_map(|(name, (people, was, is))| {
        Some(PayGroupEffect {
            name: name.to_owned(),
            people,
            before: Fen(exact::half_up(was.into(), people.into())?),
            after: Fen(exact::half_up(is.into(), people.into())?),
            growth: exact::growth(is.into(), was.into()),
        })
    });
    Some(PayCutEffect { by, title: format!("按{}", by.label()), groups: groups.collect() })
}

fn on_bands(
    bands: &[WageBand],
    payroll: Option<i64>,
    scenario: &PayScenario,
    rates: &Rates,
) -> Result<PaySimulated, Problem> {
    let Some(effects) = enclosed::effects(bands, payroll, scenario, rates) else {
        return Err(Problem::new(
            "refused",
            "这个方案在分档数据上算不出范围：限定了太多的组，或者对没有上限的一档按比例降低；请减少限定的步骤，或者导入逐人的工资。",
        ));
    };
    let all = bounds::payroll(bands, payroll);
    let month = all.map(|all| enclosed::month(all, std::slice::from_ref(&effects)));
    Ok(bounded(bands, all, scenario, (&effects.bands, month), rates))
}

/// On a payroll: by the shops that a step names, where they are told.
fn on_payroll(payroll: &Payroll, scenario: &PayScenario, rates: &Rates) -> Result<PaySimulated, Problem> {
    let all = std::slice::from_ref(&payroll.all);
    match payroll.by_shop(scenario, rates) {
        Some((month, effect)) => {
            Ok(bounded(all, Some(month.payroll), scenario, (&[effect], Some(month)), rates))
        }
        None => on_bands(all, payroll.all.sum, scenario, rates),
    }
}

/// What a scenario comes to by its effect on each band and on the sums of a month.
fn bounded(
    bands: &[WageBand],
    all: Option<Between>,
    scenario: &PayScenario,
    (effects, month): (&[enclosed::BandEffect], Option<cost::Month>),
    rates: &Rates,
) -> PaySimulated {
    let people: u32 = bands.iter().map(|band| band.people).sum();
    let heap = |(band, effect): (&WageBand, &enclosed::BandEffect)| PayHeapEffect {
        name: band.name.clone(),
        people: band.people,
        before: band.sum.and_then(|sum| exact::half_up(sum.into(), band.people.into())).map(Fen),
        after: band
            .sum
            .and_then(|sum| bounds::average(plus(Between::exactly(sum), effect.rise), band.people)),
    };
    let growth = |all: Between, rise: Between| {
        let share =
            |of: i64, whole: Option<i64>| exact::half_up(i128::from(of) * exact::WHOLE, whole?.into());
        let of_least = if rise.from >= 0 { all.to } else { Some(all.from) };
        Some(Between {
            from: share(rise.from, of_least).unwrap_or_default(),
            to: rise.to.and_then(|to| share(to, if to >= 0 { Some(all.from) } else { all.to })),
        })
    };
    let straight = order::Straight::of(scenario);
    let moved = straight.and_then(|line| line.spread(bands));
    PaySimulated {
        words: words::scenario(scenario),
        raised: None,
        before: all.and_then(|all| bounds::average(all, people)),
        after: month.and_then(|month| bounds::average(plus(month.payroll, month.rise), people)),
        growth: month.and_then(|month| growth(month.payroll, month.rise)),
        cost: month.map(|month| cost::cost(month, rates)),
        heaps: bands.iter().zip(effects).map(heap).collect(),
        cuts: Vec::new(),
        spread_before: bounds::spread(bands),
        spread_after: order::narrower(enclosed::spread(bands, effects), moved),
        gini_before: bounds::gini(bands),
        gini_after: straight.and_then(|line| line.gini(bands)),
        lowest: None,
    }
}

//! What a scenario comes to on single wages for whoever reads it without their sight: a plan that is printed covered, the contract
//! and the check of how it is kept, which everybody reads. Those who are counted, and the groups of their order, are the same
//! as on the page of figures, so that nothing follows from two papers laid side by side.
//!
//! A sum over everybody would tell of the few whom the figures leave out, beside the payroll as it was paid; a sum to the fen after
//! a floor or a cap would tell the wage of the one person it moves. So each figure is what the groups bound it by, and exact only
//! where these leave nothing open but the rounding: then it says no more than is told already.

use std::slice::from_ref;

use rusqlite::Connection;

use super::acts::{came_to, lowest};
use super::cost::Rates;
use super::model::{KeptPayScenario, PayBounds, PayCost, PayHeapEffect, PayRound, PayScenario, PaySimulated};
use super::planned::Planned;
use super::{engine, on_singles, simulate};
use crate::Problem;
use crate::pay::figures::exact::half_up;
use crate::pay::figures::model::Between;
use crate::pay::figures::policy::Policy;
use crate::pay::figures::table::{Known, Singles, WageTable};
use crate::pay::figures::whole::{self, Loaded};
use crate::pay::figures::{guarded, ordered};
use crate::pay::model::PayDepth;
use crate::pay::store;
use crate::union::model::Shown;

/// What rounding at each step, and once at the end, can leave open of a person's wage, in fen.
fn open_by_rounding(scenario: &PayScenario) -> i64 {
    let steps = i64::try_from(scenario.steps.len()).unwrap_or_default();
    let end = match scenario.round {
        PayRound::Fen => 2,
        PayRound::Yuan => 102,
    };
    steps * 2 + end
}

fn is_within(of: Option<Between>, width: i64) -> bool {
    of.and_then(|of| of.to?.checked_sub(of.from)).is_some_and(|open| open <= width)
}

/// Figures of bounds made exact where the bounds leave no more open than rounding does.
fn settled(
    told: PaySimulated,
    singles: &Singles,
    scenario: &PayScenario,
    (rates, people): (&Rates, u32),
) -> PaySimulated {
    let open = open_by_rounding(scenario);
    if !is_within(told.after, open) {
        return told;
    }
    let whole = on_singles(singles, scenario, rates);
    let funds = i64::try_from(rates.insurance.len()).unwrap_or_default();
    let times = i64::from(people).saturating_mul(rates.months);
    let insured = times.saturating_mul(open.saturating_add(funds * 4));
    let cost = told.cost.zip(whole.cost).map(|(bound, known)| {
        if is_within(Some(bound.insurance), insured) {
            return known;
        }
        PayCost { monthly: known.monthly, wages: known.wages, fee: known.fee, ..bound }
    });
    let after = engine::run(singles, scenario);
    let groups = ordered(&after, told.heaps.len());
    let heaps = told.heaps.into_iter().zip(groups).map(|(heap, (_, people, sum))| {
        let known = half_up(sum.into(), people.into()).map(Between::exactly);
        PayHeapEffect { after: if is_within(heap.after, open) { known } else { heap.after }, ..heap }
    });
    PaySimulated { after: whole.after, growth: whole.growth, cost, heaps: heaps.collect(), ..told }
}

/// What a scenario comes to on single wages as it is told without their sight, and of how many people.
///
/// Errors: as of `simulate`.
pub fn covered(
    table: &WageTable,
    scenario: &PayScenario,
    rates: &Rates,
    policy: &Policy,
    lowest: i64,
) -> Result<Option<(u32, PaySimulated)>, Problem> {
    let tried = simulate(table, from_ref(scenario), rates, false, policy, lowest)?;
    let counted = guarded(table, policy.least).0;
    let people = counted.people();
    let told = tried.results.into_iter().next().map(|told| match &counted.known {
        Known::Singles(singles) => settled(told, singles, scenario, (rates, people)),
        Known::Totals { .. } | Known::Bands { .. } => told,
    });
    Ok(told.map(|told| (people, told)))
}

/// A kept scenario as it is told without the sight of single wages.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Covered {
    /// With the sums that are told.
    pub kept: KeptPayScenario,
    /// What stands beside them.
    pub beside: Planned,
    /// The order of wages before and after.
    pub heaps: Vec<PayHeapEffect>,
}

/// A kept scenario on what is told of single wages: `table` is of `loaded`, or less. None where nothing may be told of it.
///
/// Errors: of the ledger.
pub fn of_kept(
    connection: &Connection,
    kept: &KeptPayScenario,
    (loaded, table): (&Loaded, &WageTable),
    (rates, policy): (&Rates, &Policy),
) -> Result<Option<Covered>, Problem> {
    let Some(scenario) = kept.scenario.as_ref().filter(|_| loaded.monthly) else { return Ok(None) };
    let rates = Rates { months: kept.months.into(), ..rates.clone() };
    let found = match covered(table, scenario, &rates, policy, lowest(connection, loaded)?) {
        Ok(found) => found,
        // Of too few people nothing is told.
        Err(problem) if problem.code == "refused" => None,
        Err(problem) => return Err(problem),
    };
    Ok(found.map(|(people, told)| Covered {
        kept: came_to(kept, loaded.sheet, people, PayBounds::of(&told)),
        beside: Planned {
            break_even: told.cost.and_then(|cost| cost.break_even),
            spread_before: told.spread_before,
            spread_after: told.spread_after,
        },
        heaps: told.heaps,
    }))
}

/// A kept scenario without any sum.
fn bare(kept: KeptPayScenario) -> KeptPayScenario {
    KeptPayScenario {
        before_average: None,
        target_average: None,
        wages: None,
        insurance: None,
        fee: None,
        total: None,
        bounds: None,
        ..kept
    }
}

/// A kept scenario with the averages that a contract or a check may say to everybody; what it costs is not among them. What was
/// kept of single wages is reckoned anew, for it counts people of whom the figures do not tell: of those of whom whoever may
/// not read single wages is told, beside all other months.
///
/// Errors: of the ledger.
pub fn for_everybody(
    connection: &Connection,
    kept: KeptPayScenario,
    policy: &Policy,
) -> Result<KeptPayScenario, Problem> {
    let Some(sheet) = store::in_place_of(connection, kept.sheet)? else { return Ok(bare(kept)) };
    if store::line(connection, sheet)?.depth != PayDepth::Single {
        // Of data that was replaced it is not known any more what it told.
        return Ok(if kept.replaced { bare(kept) } else { kept });
    }
    let loaded = whole::load(connection, sheet)?;
    let free = Rates { insurance: Vec::new(), fee: (0, 1), months: kept.months.into() };
    let seen = whole::seen(connection, &loaded, Shown::Never, policy)?;
    let found = match seen.to_try() {
        Ok(table) => of_kept(connection, &kept, (&loaded, table), (&free, policy))?,
        // Of this month nothing is told.
        Err(_) => None,
    };
    let told = found.map_or_else(|| bare(kept), |found| found.kept);
    Ok(KeptPayScenario { wages: None, insurance: None, fee: None, total: None, ..told })
}

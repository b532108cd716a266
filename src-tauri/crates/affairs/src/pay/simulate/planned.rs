//! What a plan prints of a kept scenario beside its sums: the growth of productivity at which it pays for itself, and the spread of
//! wages before and after. Reckoned when the plan is filled, as far as its reader may see; the sums themselves are `store`'s.

use std::slice::from_ref;

use rusqlite::Connection;

use super::acts::lowest;
use super::cost::Rates;
use super::model::{KeptPayScenario, PaySimulated};
use super::simulate;
use crate::Problem;
use crate::pay::figures::model::Between;
use crate::pay::figures::policy::Policy;
use crate::pay::figures::table::Known;
use crate::pay::figures::whole::Loaded;

/// What stands beside the sums of a scenario.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Planned {
    /// The growth of productivity at which the labour cost of a unit stays the same, in hundredths of a percent. None where the
    /// rates of today come to another sum than the one that was kept.
    pub break_even: Option<Between>,
    /// P90 to P10 before, in hundredths.
    pub spread_before: Option<Between>,
    /// After.
    pub spread_after: Option<Between>,
}

/// What stands beside the sums of a kept scenario on its wage data: of single wages exactly, for whoever reads them. Without their
/// sight it is `covered`'s.
///
/// Errors: of the ledger.
pub fn beside(
    connection: &Connection,
    kept: &KeptPayScenario,
    loaded: &Loaded,
    (rates, policy): (&Rates, &Policy),
) -> Result<Planned, Problem> {
    let Some(scenario) = kept.scenario.as_ref().filter(|_| loaded.monthly) else {
        return Ok(Planned::default());
    };
    let rates = Rates { months: kept.months.into(), ..rates.clone() };
    let lowest = lowest(connection, loaded)?;
    // Of too few people nothing is told.
    let tried = |full: bool| -> Option<PaySimulated> {
        let tried = simulate(&loaded.table, from_ref(scenario), &rates, full, policy, lowest).ok()?;
        tried.results.into_iter().next()
    };
    let whole = tried(matches!(loaded.table.known, Known::Singles(_)));
    let cost = whole.as_ref().and_then(|whole| whole.cost);
    let as_kept = cost.filter(|cost| kept.costs().is_some_and(|[.., total]| total == cost.total));
    Ok(Planned {
        break_even: as_kept.and_then(|cost| cost.break_even),
        spread_before: whole.as_ref().and_then(|whole| whole.spread_before),
        spread_after: whole.as_ref().and_then(|whole| whole.spread_after),
    })
}

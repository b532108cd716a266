//! What a rise would do: trying scenarios, keeping them, choosing the one that the offer and the plan go by, and the rates that
//! the employer pays beside wages.

use affairs::negotiation::{self, model::NegotiationId, papers};
use affairs::office::Filled;
use affairs::pay::figures::model::PayFiguresQuery;
use affairs::pay::figures::policy::Policy;
use affairs::pay::figures::whole;
use affairs::pay::simulate::acts as work;
use affairs::pay::simulate::model::{
    PayInsurance, PayInsuranceId, PayScenarioId, PaySimulation, PaySimulator, SavePayScenario, SimulatePay,
};
use affairs::union::model::Shown;
use serde::Deserialize;
use ts_rs::TS;

use crate::Problem;
use crate::command::Done;
use crate::commands::about::NegotiationRef;
use crate::desk::{Desk, Outcome};
use crate::open::{Reading, Writing};
use crate::wages;

/// One scenario.
#[derive(Debug, Clone, Copy, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct PayScenarioRef {
    /// The scenario.
    pub id: PayScenarioId,
}

/// One rate.
#[derive(Debug, Clone, Copy, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct PayInsuranceRef {
    /// The rate.
    pub id: PayInsuranceId,
}

/// What the page begins with.
pub fn begin(desk: &Desk, query: PayFiguresQuery) -> Result<Outcome<PaySimulator>, Problem> {
    let policy = Policy::load(&desk.assets)?;
    let found = desk.view(|reading| {
        let sheet = match query.sheet {
            Some(sheet) => Some(sheet),
            None => whole::newest(reading.connection)?,
        };
        let loaded = sheet.map(|sheet| wages::looked(reading, sheet, "pay.simulator")).transpose()?;
        let sight = (reading.open.sight().wages, &policy);
        work::begin(reading.connection, reading.book, loaded.as_deref(), sight, reading.today)
    });
    found.map(Outcome::of)
}

/// Tries scenarios. Nothing is kept.
pub fn attempt(desk: &Desk, input: SimulatePay) -> Result<Outcome<PaySimulation>, Problem> {
    let policy = Policy::load(&desk.assets)?;
    let tried = desk.view(|reading| {
        let loaded = wages::looked(reading, input.sheet, "pay.simulate")?;
        let shown = reading.open.sight().wages;
        work::attempt(reading.connection, reading.book, &loaded, &input, shown, &policy, reading.today)
    });
    tried.map(Outcome::of)
}

/// The workers' side's plan: of single wages its sums are exact, so that it is for whoever may read wages at all, and a look of
/// its own.
pub(super) fn plan(reading: &Reading<'_>, desk: &Desk, of: &str) -> Result<Filled, Problem> {
    let open = reading.open;
    if open.sight().wages == Shown::Never {
        let name = open.person().name;
        let message =
            format!("{name}没有查看个人工资的权限，协商方案里的测算由逐人的工资得出，请由有权查看的人打印。");
        return Err(Problem::new("no_right", message));
    }
    let id: NegotiationId = of.parse().map_err(|_| Problem::missing("项协商"))?;
    open.looked_at(open.sight().wages, "pay.simulate", [of.to_owned()])?;
    let policy = Policy::load(&desk.assets)?;
    let rates = work::rates(reading.connection, reading.book, reading.today, 12)?;
    papers::plan(reading.connection, id, (&rates, wages::in_full(reading), &policy), reading.today)
}

/// What a plan lacks before it may be issued.
pub(super) fn plan_missing(reading: &Reading<'_>, desk: &Desk, of: &str) -> Result<Vec<String>, Problem> {
    let id: NegotiationId = of.parse().map_err(|_| Problem::missing("项协商"))?;
    let policy = Policy::load(&desk.assets)?;
    let rates = work::rates(reading.connection, reading.book, reading.today, 12)?;
    papers::plan_missing(reading.connection, id, (&rates, wages::in_full(reading), &policy))
}

/// Writes the chosen scenario into the negotiation's topic on wages.
pub fn take(writing: &Writing<'_, '_>, desk: &Desk, which: NegotiationRef) -> Result<Done, Problem> {
    negotiation::scenario::take(writing.tx, which.id, &Policy::load(&desk.assets)?).map(|()| Done)
}

/// Keeps a scenario.
pub fn save(
    writing: &Writing<'_, '_>,
    desk: &Desk,
    input: SavePayScenario,
) -> Result<PayScenarioId, Problem> {
    let shown = writing.open.sight().wages;
    work::save(writing.tx, writing.book, &input, shown, &Policy::load(&desk.assets)?)
}

/// Makes one the scenario of its year.
pub fn choose(writing: &Writing<'_, '_>, _: &Desk, which: PayScenarioRef) -> Result<Done, Problem> {
    work::choose(writing.tx, which.id).map(|()| Done)
}

/// Puts a scenario out of sight.
pub fn remove(writing: &Writing<'_, '_>, _: &Desk, which: PayScenarioRef) -> Result<Done, Problem> {
    work::remove(writing.tx, which.id).map(|()| Done)
}

/// Keeps a rate.
pub fn save_insurance(
    writing: &Writing<'_, '_>,
    _: &Desk,
    fund: PayInsurance,
) -> Result<PayInsuranceId, Problem> {
    work::save_insurance(writing.tx, &fund)
}

/// Puts a rate out of sight.
pub fn remove_insurance(
    writing: &Writing<'_, '_>,
    _: &Desk,
    which: PayInsuranceRef,
) -> Result<Done, Problem> {
    work::remove_insurance(writing.tx, which.id).map(|()| Done)
}

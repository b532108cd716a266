//! The employer's contribution: payroll, what was paid and came back, the letter that asks for it. To one who may not read wages it is
//! told as far as the page of wage data tells them the same payroll.

use affairs::pay::figures::policy::Policy;
use affairs::pay::model::PayPeriod;
use affairs::pay::view;
use affairs::union::fee as work;
use affairs::union::fee::model::{
    FeeDemandId, FeeDemandInput, FeePaymentId, FeePaymentInput, FeePayrollInput, FeeShareId, FeeShareInput,
    FeeYear, FeeYearQuery, ToldPayrolls,
};
use affairs::union::model::Shown;
use serde::Deserialize;
use ts_rs::TS;

use crate::Problem;
use crate::command::Done;
use crate::desk::{Desk, Outcome};
use crate::open::{Reading, Writing};

/// One share.
#[derive(Debug, Clone, Copy, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct FeeShareRef {
    /// The share.
    pub id: FeeShareId,
}

/// One sum.
#[derive(Debug, Clone, Copy, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct FeePaymentRef {
    /// The sum.
    pub id: FeePaymentId,
}

/// One letter.
#[derive(Debug, Clone, Copy, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct FeeDemandRef {
    /// The letter.
    pub id: FeeDemandId,
}

/// The payrolls that the page of wage data tells the person at the desk; none for one who may read single wages, and is told all.
pub(super) fn told(reading: &Reading<'_>, desk: &Desk) -> Result<Option<ToldPayrolls>, Problem> {
    let shown = reading.open.sight().wages;
    if shown != Shown::Never {
        return Ok(None);
    }
    let lines = view::list(reading.connection, shown, Policy::load(&desk.assets)?.least)?;
    let month = |period| match period {
        PayPeriod::Month(month) => Some(month),
        PayPeriod::Year(_) => None,
    };
    Ok(Some(lines.into_iter().filter_map(|line| month(line.period).zip(line.sum)).collect()))
}

/// A year of it.
pub fn year(desk: &Desk, query: FeeYearQuery) -> Result<Outcome<FeeYear>, Problem> {
    let found = desk.view(|reading| {
        let told = told(reading, desk)?;
        work::year(reading.connection, reading.book, query.year, reading.today, told.as_ref())
    });
    found.map(Outcome::of)
}

/// Keeps a share.
pub fn save_share(writing: &Writing<'_, '_>, _: &Desk, input: FeeShareInput) -> Result<FeeShareId, Problem> {
    work::save_share(writing.tx, &input)
}

/// Puts a share out of sight.
pub fn remove_share(writing: &Writing<'_, '_>, _: &Desk, which: FeeShareRef) -> Result<Done, Problem> {
    work::remove_share(writing.tx, which.id).map(|()| Done)
}

/// Keeps a payroll.
pub fn save_payroll(writing: &Writing<'_, '_>, _: &Desk, input: FeePayrollInput) -> Result<Done, Problem> {
    work::save_payroll(writing.tx, &input).map(|()| Done)
}

/// Keeps a sum.
pub fn save_payment(
    writing: &Writing<'_, '_>,
    desk: &Desk,
    input: FeePaymentInput,
) -> Result<FeePaymentId, Problem> {
    let told = told(&writing.reading(), desk)?;
    work::save_payment(writing.tx, writing.book, &input, told.as_ref())
}

/// Puts a sum out of sight.
pub fn remove_payment(writing: &Writing<'_, '_>, _: &Desk, which: FeePaymentRef) -> Result<Done, Problem> {
    work::remove_payment(writing.tx, which.id).map(|()| Done)
}

/// Keeps a letter.
pub fn save_demand(
    writing: &Writing<'_, '_>,
    _: &Desk,
    input: FeeDemandInput,
) -> Result<FeeDemandId, Problem> {
    work::save_demand(writing.tx, writing.book, &input)
}

/// Puts a letter out of sight.
pub fn remove_demand(writing: &Writing<'_, '_>, _: &Desk, which: FeeDemandRef) -> Result<Done, Problem> {
    work::remove_demand(writing.tx, which.id).map(|()| Done)
}

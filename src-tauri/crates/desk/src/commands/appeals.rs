//! What workers bring to the union. Whoever brought it goes out only to one who revealed identity with a purpose, and each such
//! look is kept.

use affairs::letters::appeals as work;
use affairs::letters::appeals::model::{
    AnswerAppeal, Appeal, AppealCount, AppealId, AppealInput, AppealPage, AppealQuery, ForwardAppeal,
};
use affairs::letters::mediation;
use affairs::letters::mediation::model::MediationCaseId;
use affairs::letters::model::SupervisionCaseId;
use affairs::union::model::Shown;
use serde::Deserialize;
use ts_rs::TS;

use crate::Problem;
use crate::command::Done;
use crate::desk::Desk;
use crate::open::{Reading, Writing};

/// One appeal.
#[derive(Debug, Clone, Copy, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct AppealRef {
    /// The appeal.
    pub id: AppealId,
}

/// The year whose appeals are counted.
#[derive(Debug, Clone, Copy, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct AppealYear {
    /// The year in which they were raised.
    pub year: i32,
}

/// A slice of the register.
pub fn list(reading: &Reading<'_>, query: AppealQuery) -> Result<AppealPage, Problem> {
    work::page(reading.connection, &query, reading.today)
}

/// How many were raised in a year, by kind and month.
pub fn counts(reading: &Reading<'_>, of: AppealYear) -> Result<Vec<AppealCount>, Problem> {
    work::counts(reading.connection, of.year)
}

/// One appeal.
pub fn get(reading: &Reading<'_>, which: AppealRef) -> Result<Appeal, Problem> {
    let shown = reading.open.sight().identity;
    let appeal = work::get(reading.connection, which.id, reading.today, shown)?;
    if appeal.record.person.is_some() {
        reading.open.looked("appeals.get", [which.id.to_string()])?;
    }
    Ok(appeal)
}

/// Keeps one.
pub fn save(writing: &Writing<'_, '_>, _: &Desk, input: AppealInput) -> Result<AppealId, Problem> {
    work::save(writing.tx, &input)
}

/// Keeps what the worker was told.
pub fn answer(writing: &Writing<'_, '_>, _: &Desk, args: AnswerAppeal) -> Result<Done, Problem> {
    work::answer(writing.tx, &args).map(|()| Done)
}

/// Opens one again.
pub fn reopen(writing: &Writing<'_, '_>, _: &Desk, which: AppealRef) -> Result<Done, Problem> {
    work::reopen(writing.tx, which.id).map(|()| Done)
}

/// Keeps that one is taken to the committee or to a negotiation.
pub fn forward(writing: &Writing<'_, '_>, _: &Desk, args: ForwardAppeal) -> Result<Done, Problem> {
    work::forward(writing.tx, &args).map(|()| Done)
}

/// Makes a supervision case of one; the name stays protected there.
pub fn to_case(writing: &Writing<'_, '_>, _: &Desk, which: AppealRef) -> Result<SupervisionCaseId, Problem> {
    work::to_case(writing.tx, which.id)
}

/// Opens a mediation case from one. The case names its parties, so only one who revealed identity may.
///
/// Errors: `covered` or `no_right` for one who may not see who brought it.
pub fn to_mediation(
    writing: &Writing<'_, '_>,
    _: &Desk,
    which: AppealRef,
) -> Result<MediationCaseId, Problem> {
    match writing.open.sight().identity {
        Shown::Full => {}
        Shown::Masked => {
            let message = "申请调解要写明职工的姓名。请先点“显示姓名”，写明用途，再申请。";
            return Err(Problem::new("covered", message));
        }
        Shown::Never => {
            let message = "申请调解要写明职工的姓名，没有查看个人证件信息的权限，请由主席办理。";
            return Err(Problem::new("no_right", message));
        }
    }
    mediation::of_appeal(writing.tx, which.id)
}

/// Puts one out of sight.
pub fn remove(writing: &Writing<'_, '_>, _: &Desk, which: AppealRef) -> Result<Done, Problem> {
    work::remove(writing.tx, which.id).map(|()| Done)
}

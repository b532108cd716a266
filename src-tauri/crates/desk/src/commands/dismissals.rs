//! Dismissals and discipline that the employer told the union of.

use affairs::letters::dismissals as work;
use affairs::letters::dismissals::model::{
    Dismissal, DismissalAnswered, DismissalChecks, DismissalClosed, DismissalDelivered, DismissalHelped,
    DismissalId, DismissalInput, DismissalOpinion, DismissalOpinionStart, DismissalPage, DismissalQuery,
};
use affairs::letters::mediation::model::MediationCaseId;
use serde::Deserialize;
use ts_rs::TS;

use crate::Problem;
use crate::contract::Done;
use crate::desk::Desk;
use crate::open::{Reading, Writing};

/// One notice.
#[derive(Debug, Clone, Copy, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct DismissalRef {
    /// The notice.
    pub id: DismissalId,
}

/// A slice of the register.
pub fn list(reading: &Reading<'_>, query: DismissalQuery) -> Result<DismissalPage, Problem> {
    work::page(reading.connection, reading.book, &query, reading.today)
}

/// One notice.
pub fn get(reading: &Reading<'_>, which: DismissalRef) -> Result<Dismissal, Problem> {
    work::get(reading.connection, reading.book, which.id, reading.today)
}

/// Keeps one.
pub fn save(writing: &Writing<'_, '_>, _: &Desk, input: DismissalInput) -> Result<DismissalId, Problem> {
    work::save(writing.tx, &input)
}

/// Puts one out of sight.
pub fn remove(writing: &Writing<'_, '_>, _: &Desk, which: DismissalRef) -> Result<Done, Problem> {
    work::remove(writing.tx, which.id).map(|()| Done)
}

/// Keeps what was looked into.
pub fn save_checks(writing: &Writing<'_, '_>, _: &Desk, args: DismissalChecks) -> Result<Done, Problem> {
    work::save_checks(writing.tx, &args).map(|()| Done)
}

/// The standing opinion, or what a new one begins with.
pub fn start(reading: &Reading<'_>, which: DismissalRef) -> Result<DismissalOpinionStart, Problem> {
    work::start(reading.connection, reading.book, which.id, reading.today)
}

/// Keeps the union's opinion.
pub fn save_opinion(writing: &Writing<'_, '_>, _: &Desk, args: DismissalOpinion) -> Result<Done, Problem> {
    work::save_opinion(writing.tx, &args).map(|()| Done)
}

/// Keeps that the opinion was handed over.
pub fn deliver(writing: &Writing<'_, '_>, _: &Desk, args: DismissalDelivered) -> Result<Done, Problem> {
    work::deliver(writing.tx, &args).map(|()| Done)
}

/// Keeps the employer's answer.
pub fn save_answer(writing: &Writing<'_, '_>, _: &Desk, args: DismissalAnswered) -> Result<Done, Problem> {
    work::save_answer(writing.tx, writing.book, &args).map(|()| Done)
}

/// Keeps what the worker wants help for.
pub fn save_help(writing: &Writing<'_, '_>, _: &Desk, args: DismissalHelped) -> Result<Done, Problem> {
    work::save_help(writing.tx, &args).map(|()| Done)
}

/// Opens a mediation case from a notice.
pub fn to_mediation(
    writing: &Writing<'_, '_>,
    _: &Desk,
    which: DismissalRef,
) -> Result<MediationCaseId, Problem> {
    work::to_mediation(writing.tx, which.id)
}

/// Keeps how it ended.
pub fn close(writing: &Writing<'_, '_>, _: &Desk, args: DismissalClosed) -> Result<Done, Problem> {
    work::close(writing.tx, &args).map(|()| Done)
}

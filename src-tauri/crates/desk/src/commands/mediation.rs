//! The mediation committee and its cases.

use affairs::letters::mediation as work;
use affairs::letters::mediation::model::{
    MediationCase, MediationCaseId, MediationCommittee, MediationEventId, MediationEventInput,
    MediationInput, MediationPage, MediationQuery, MediatorId, MediatorInput,
};
use serde::Deserialize;
use ts_rs::TS;

use crate::Problem;
use crate::command::{Done, Nothing};
use crate::desk::Desk;
use crate::open::{Reading, Writing};

/// One case.
#[derive(Debug, Clone, Copy, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct MediationRef {
    /// The case.
    pub id: MediationCaseId,
}

/// One event of a case.
#[derive(Debug, Clone, Copy, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct MediationEventRef {
    /// The event.
    pub id: MediationEventId,
}

/// Someone of the committee.
#[derive(Debug, Clone, Copy, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct MediatorRef {
    /// The mediator.
    pub id: MediatorId,
}

/// A slice of the register.
pub fn list(reading: &Reading<'_>, query: MediationQuery) -> Result<MediationPage, Problem> {
    work::page(reading.connection, reading.book, &query, reading.today)
}

/// One case.
pub fn get(reading: &Reading<'_>, which: MediationRef) -> Result<MediationCase, Problem> {
    work::get(reading.connection, reading.book, which.id, reading.today)
}

/// Keeps one.
pub fn save(writing: &Writing<'_, '_>, _: &Desk, input: MediationInput) -> Result<MediationCaseId, Problem> {
    work::save(writing.tx, &input)
}

/// Puts one out of sight.
pub fn remove(writing: &Writing<'_, '_>, _: &Desk, which: MediationRef) -> Result<Done, Problem> {
    work::remove(writing.tx, which.id).map(|()| Done)
}

/// Keeps something that happened.
pub fn save_event(
    writing: &Writing<'_, '_>,
    _: &Desk,
    input: MediationEventInput,
) -> Result<MediationEventId, Problem> {
    work::save_event(writing.tx, writing.book, &input)
}

/// Removes what was entered last.
pub fn remove_event(writing: &Writing<'_, '_>, _: &Desk, which: MediationEventRef) -> Result<Done, Problem> {
    work::remove_event(writing.tx, which.id).map(|()| Done)
}

/// The committee.
pub fn committee(reading: &Reading<'_>, _: Nothing) -> Result<MediationCommittee, Problem> {
    work::committee(reading.connection, reading.book, reading.today)
}

/// Keeps someone of the committee.
pub fn save_mediator(
    writing: &Writing<'_, '_>,
    _: &Desk,
    input: MediatorInput,
) -> Result<MediatorId, Problem> {
    work::save_mediator(writing.tx, &input)
}

/// Puts someone of the committee out of sight.
pub fn remove_mediator(writing: &Writing<'_, '_>, _: &Desk, which: MediatorRef) -> Result<Done, Problem> {
    work::remove_mediator(writing.tx, which.id).map(|()| Done)
}

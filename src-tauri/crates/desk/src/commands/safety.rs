//! Work safety: hazards and what happened to them, the figures of a period, the union's inspections.

use affairs::safety::model::{
    HazardAssurances, HazardEventId, HazardEventInput, HazardId, HazardInput, HazardPage, HazardProposal,
    HazardQuery, SafetyFigures, SafetyFiling, SafetyHazard, SafetyPeriodRef, SafetyReportInput, SafetyVisit,
    SafetyVisitId, SafetyVisitInput, SafetyVisitPage, SafetyVisitQuery,
};
use affairs::safety::{self as work, visits};
use serde::Deserialize;
use ts_rs::TS;

use crate::Problem;
use crate::command::Done;
use crate::desk::Desk;
use crate::open::{Reading, Writing};

/// One hazard.
#[derive(Debug, Clone, Copy, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct HazardRef {
    /// The hazard.
    pub id: HazardId,
}

/// Something that happened to a hazard.
#[derive(Debug, Clone, Copy, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct HazardEventRef {
    /// The event.
    pub id: HazardEventId,
}

/// A slice of the ledger of hazards.
pub fn list(reading: &Reading<'_>, query: HazardQuery) -> Result<HazardPage, Problem> {
    work::page(reading.connection, reading.book, &query, reading.today)
}

/// One hazard.
pub fn get(reading: &Reading<'_>, which: HazardRef) -> Result<SafetyHazard, Problem> {
    work::get(reading.connection, reading.book, which.id, reading.today)
}

/// Keeps one.
pub fn save(writing: &Writing<'_, '_>, _: &Desk, input: HazardInput) -> Result<HazardId, Problem> {
    work::save(writing.tx, &input)
}

/// Puts one out of sight.
pub fn remove(writing: &Writing<'_, '_>, _: &Desk, which: HazardRef) -> Result<Done, Problem> {
    work::remove(writing.tx, which.id).map(|()| Done)
}

/// Keeps what the union asks.
pub fn save_proposal(writing: &Writing<'_, '_>, _: &Desk, input: HazardProposal) -> Result<Done, Problem> {
    work::save_proposal(writing.tx, &input).map(|()| Done)
}

/// Keeps what the employer assures.
pub fn save_assurances(
    writing: &Writing<'_, '_>,
    _: &Desk,
    input: HazardAssurances,
) -> Result<Done, Problem> {
    work::save_assurances(writing.tx, &input).map(|()| Done)
}

/// Keeps something that happened.
pub fn save_event(
    writing: &Writing<'_, '_>,
    _: &Desk,
    input: HazardEventInput,
) -> Result<HazardEventId, Problem> {
    work::save_event(writing.tx, writing.book, &input)
}

/// Removes what was entered last by mistake.
pub fn remove_event(writing: &Writing<'_, '_>, _: &Desk, which: HazardEventRef) -> Result<Done, Problem> {
    work::remove_event(writing.tx, which.id).map(|()| Done)
}

/// One inspection.
#[derive(Debug, Clone, Copy, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct SafetyVisitRef {
    /// The visit.
    pub id: SafetyVisitId,
}

/// The figures of a year or a quarter.
pub fn figures(reading: &Reading<'_>, of: SafetyPeriodRef) -> Result<SafetyFigures, Problem> {
    work::figures(reading.connection, reading.book, &of.period, reading.today)
}

/// Keeps what the union writes in the report of a year.
pub fn save_report(writing: &Writing<'_, '_>, _: &Desk, input: SafetyReportInput) -> Result<Done, Problem> {
    work::save_report(writing.tx, &input).map(|()| Done)
}

/// Keeps that the employer sent the statistics of a period to the authority.
pub fn save_filing(writing: &Writing<'_, '_>, _: &Desk, input: SafetyFiling) -> Result<Done, Problem> {
    work::save_filing(writing.tx, &input).map(|()| Done)
}

/// A slice of the register of inspections.
pub fn visits(reading: &Reading<'_>, query: SafetyVisitQuery) -> Result<SafetyVisitPage, Problem> {
    visits::page(reading.connection, &query)
}

/// One inspection.
pub fn visit(reading: &Reading<'_>, which: SafetyVisitRef) -> Result<SafetyVisit, Problem> {
    visits::get(reading.connection, which.id)
}

/// Keeps one, and registers the hazards that were found on it.
pub fn save_visit(
    writing: &Writing<'_, '_>,
    _: &Desk,
    input: SafetyVisitInput,
) -> Result<SafetyVisitId, Problem> {
    visits::save(writing.tx, &input)
}

/// Puts one out of sight.
pub fn remove_visit(writing: &Writing<'_, '_>, _: &Desk, which: SafetyVisitRef) -> Result<Done, Problem> {
    visits::remove(writing.tx, which.id).map(|()| Done)
}

//! The register of incoming papers.

use affairs::office::incoming as work;
use affairs::office::incoming::model::{
    FinishIncoming, Incoming, IncomingId, IncomingInput, IncomingPage, IncomingQuery,
};
use serde::Deserialize;
use ts_rs::TS;

use crate::Problem;
use crate::command::Done;
use crate::desk::Desk;
use crate::open::{Reading, Writing};

/// One incoming paper.
#[derive(Debug, Clone, Copy, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct IncomingRef {
    /// The id.
    pub id: IncomingId,
}

/// A slice of the register.
pub fn list(reading: &Reading<'_>, query: IncomingQuery) -> Result<IncomingPage, Problem> {
    work::page(reading.connection, &query, reading.today)
}

/// One paper.
pub fn get(reading: &Reading<'_>, which: IncomingRef) -> Result<Incoming, Problem> {
    work::get(reading.connection, which.id, reading.today)
}

/// Keeps one.
pub fn save(writing: &Writing<'_, '_>, _: &Desk, input: IncomingInput) -> Result<IncomingId, Problem> {
    work::save(writing.tx, &input)
}

/// Keeps that one was dealt with.
pub fn finish(writing: &Writing<'_, '_>, _: &Desk, args: FinishIncoming) -> Result<Done, Problem> {
    work::finish(writing.tx, &args).map(|()| Done)
}

/// Opens one again.
pub fn reopen(writing: &Writing<'_, '_>, _: &Desk, which: IncomingRef) -> Result<Done, Problem> {
    work::reopen(writing.tx, which.id).map(|()| Done)
}

/// Puts one out of sight.
pub fn remove(writing: &Writing<'_, '_>, _: &Desk, which: IncomingRef) -> Result<Done, Problem> {
    work::remove(writing.tx, which.id).map(|()| Done)
}

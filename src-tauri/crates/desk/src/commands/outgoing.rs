//! The register of outgoing papers.

use affairs::office::model::PaperId;
use affairs::office::outgoing as work;
use affairs::office::outgoing::model::{
    FilePaper, Outgoing, OutgoingPage, OutgoingQuery, SendingId, SendingInput,
};
use serde::Deserialize;
use ts_rs::TS;

use crate::Problem;
use crate::command::Done;
use crate::desk::Desk;
use crate::open::{Reading, Writing};

/// One issued paper.
#[derive(Debug, Clone, Copy, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct OutgoingRef {
    /// The issue.
    pub id: PaperId,
}

/// One sending.
#[derive(Debug, Clone, Copy, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct SendingRef {
    /// The sending.
    pub id: SendingId,
}

/// A slice of the register.
pub fn list(reading: &Reading<'_>, query: OutgoingQuery) -> Result<OutgoingPage, Problem> {
    work::page(reading.connection, &query)
}

/// One paper.
pub fn get(reading: &Reading<'_>, which: OutgoingRef) -> Result<Outgoing, Problem> {
    work::get(reading.connection, which.id)
}

/// Keeps a sending.
pub fn save_sending(writing: &Writing<'_, '_>, _: &Desk, input: SendingInput) -> Result<SendingId, Problem> {
    work::save(writing.tx, &input)
}

/// Puts a sending out of sight.
pub fn remove_sending(writing: &Writing<'_, '_>, _: &Desk, which: SendingRef) -> Result<Done, Problem> {
    work::remove(writing.tx, which.id).map(|()| Done)
}

/// Keeps that a paper was filed.
pub fn file(writing: &Writing<'_, '_>, _: &Desk, args: FilePaper) -> Result<Done, Problem> {
    work::file(writing.tx, &args).map(|()| Done)
}

/// Takes a filing back.
pub fn unfile(writing: &Writing<'_, '_>, _: &Desk, which: OutgoingRef) -> Result<Done, Problem> {
    work::unfile(writing.tx, which.id).map(|()| Done)
}

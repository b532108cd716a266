//! The union's own letters (函, 复函). Their paper is issued like any other, by `papers`.

use affairs::office::correspondence as work;
use affairs::office::correspondence::model::{
    UnionLetter, UnionLetterId, UnionLetterInput, UnionLetterLine, UnionLetterQuery,
};
use affairs::office::incoming::model::IncomingId;
use serde::Deserialize;
use ts_rs::TS;

use crate::Problem;
use crate::command::Done;
use crate::desk::Desk;
use crate::open::{Reading, Writing};

/// One letter.
#[derive(Debug, Clone, Copy, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct UnionLetterRef {
    /// The letter.
    pub id: UnionLetterId,
}

/// What a new letter begins from.
#[derive(Debug, Clone, Copy, Default, Deserialize, TS)]
#[serde(deny_unknown_fields, default)]
#[ts(optional_fields)]
pub struct BeginLetter {
    /// The incoming paper that it answers; absent for a letter of our own accord.
    pub answers: Option<IncomingId>,
}

/// The letters that are asked for.
pub fn list(reading: &Reading<'_>, query: UnionLetterQuery) -> Result<Vec<UnionLetterLine>, Problem> {
    work::list(reading.connection, &query)
}

/// One letter.
pub fn get(reading: &Reading<'_>, which: UnionLetterRef) -> Result<UnionLetter, Problem> {
    work::get(reading.connection, which.id)
}

/// A letter to begin with.
pub fn begin(reading: &Reading<'_>, from: BeginLetter) -> Result<UnionLetterInput, Problem> {
    work::begin(reading.connection, from.answers)
}

/// Keeps one.
pub fn save(writing: &Writing<'_, '_>, _: &Desk, input: UnionLetterInput) -> Result<UnionLetterId, Problem> {
    work::save(writing.tx, &input)
}

/// Puts one out of sight.
pub fn remove(writing: &Writing<'_, '_>, _: &Desk, which: UnionLetterRef) -> Result<Done, Problem> {
    work::remove(writing.tx, which.id).map(|()| Done)
}

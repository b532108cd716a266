//! Recuperation: the plan of a year, its batches, who goes with each. What someone eats and whom to call goes out only once identity
//! is revealed, and so an injury for which they go first.

use affairs::leave::recuperation::model::{
    RecuperationBatch, RecuperationBatchId, RecuperationBatchInput, RecuperationPlaceId,
    RecuperationPlaceInput, RecuperationPlanId, RecuperationPlanInput, RecuperationYear,
};
use affairs::leave::recuperation::{self as work, papers};
use affairs::leave::{model::LeaveYearQuery, rules};
use affairs::office::Filled;
use serde::Deserialize;
use ts_rs::TS;

use crate::Problem;
use crate::command::Done;
use crate::commands::papers_guard::guard_identity;
use crate::desk::Desk;
use crate::open::{Reading, Writing};

/// A batch.
#[derive(Debug, Clone, Copy, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct RecuperationBatchRef {
    /// The batch.
    pub id: RecuperationBatchId,
}

/// Someone's place.
#[derive(Debug, Clone, Copy, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct RecuperationPlaceRef {
    /// The place.
    pub id: RecuperationPlaceId,
}

/// A year's recuperation.
pub fn year(reading: &Reading<'_>, query: LeaveYearQuery) -> Result<RecuperationYear, Problem> {
    let year = rules::year_of(query.year, reading.today)?;
    work::year(reading.connection, reading.book, year, reading.today)
}

/// One batch with who goes. What is told in full is a look of its own.
pub fn batch(reading: &Reading<'_>, which: RecuperationBatchRef) -> Result<RecuperationBatch, Problem> {
    let sight = reading.open.sight();
    let found = work::batch(reading.connection, which.id, sight)?;
    let told = found.people.iter().filter(|one| one.record.meals.is_some() || one.record.emergency.is_some());
    reading
        .open
        .looked("recuperation.batch", told.map(|one| one.record.person.to_string()).collect::<Vec<_>>())?;
    let hurt = found.people.iter().filter(|one| {
        one.record.reasons.iter().any(|reason| reason.tells_health()) || one.record.note.is_some()
    });
    let hurt = hurt.map(|one| one.record.person.to_string()).collect::<Vec<_>>();
    reading.open.looked_at(sight.health, "recuperation.batch", hurt)?;
    Ok(found)
}

/// Keeps the plan of a year.
pub fn save_plan(
    writing: &Writing<'_, '_>,
    _: &Desk,
    input: RecuperationPlanInput,
) -> Result<RecuperationPlanId, Problem> {
    work::save_plan(writing.tx, &input)
}

/// Keeps a batch.
pub fn save_batch(
    writing: &Writing<'_, '_>,
    _: &Desk,
    input: RecuperationBatchInput,
) -> Result<RecuperationBatchId, Problem> {
    work::save_batch(writing.tx, &input)
}

/// Puts a batch out of sight.
pub fn remove_batch(
    writing: &Writing<'_, '_>,
    _: &Desk,
    which: RecuperationBatchRef,
) -> Result<Done, Problem> {
    work::remove_batch(writing.tx, which.id).map(|()| Done)
}

/// Keeps someone's place.
pub fn save_place(
    writing: &Writing<'_, '_>,
    _: &Desk,
    input: RecuperationPlaceInput,
) -> Result<RecuperationPlaceId, Problem> {
    work::save_place(writing.tx, &input, writing.open.sight().health)
}

/// Puts a place out of sight.
pub fn remove_place(
    writing: &Writing<'_, '_>,
    _: &Desk,
    which: RecuperationPlaceRef,
) -> Result<Done, Problem> {
    work::remove_place(writing.tx, which.id).map(|()| Done)
}

/// A paper of recuperation; the list in full is a look at each who stands on it, for whoever revealed identity.
pub(super) fn paper(reading: &Reading<'_>, kind: &str, of: &str) -> Result<Filled, Problem> {
    if kind == papers::LIST {
        let people = papers::people_of(reading.connection, of)?;
        if !people.is_empty() {
            guard_identity(reading, &people.iter().map(ToString::to_string).collect::<Vec<_>>())?;
        }
    }
    papers::fill(reading.connection, kind, of)
}

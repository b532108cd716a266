//! The life of a person's membership: told, entered, corrected, taken back.

use affairs::members::membership as work;
use affairs::members::membership::model::{MembershipEventId, MembershipInput, MembershipLife};
use serde::Deserialize;
use ts_rs::TS;

use super::members::MemberRef;
use crate::Problem;
use crate::command::Done;
use crate::desk::Desk;
use crate::open::{Reading, Writing};

/// One event.
#[derive(Debug, Clone, Copy, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct MembershipEventRef {
    /// The event.
    pub id: MembershipEventId,
}

/// A person's life in the union.
pub fn life(reading: &Reading<'_>, which: MemberRef) -> Result<MembershipLife, Problem> {
    work::life(reading.connection, which.id)
}

/// Keeps an event.
pub fn save(
    writing: &Writing<'_, '_>,
    _: &Desk,
    input: MembershipInput,
) -> Result<MembershipEventId, Problem> {
    work::enter(writing.tx, writing.book, &input, writing.open.sight().identity)
}

/// Takes an event back.
pub fn remove(writing: &Writing<'_, '_>, _: &Desk, which: MembershipEventRef) -> Result<Done, Problem> {
    work::remove(writing.tx, which.id).map(|()| Done)
}

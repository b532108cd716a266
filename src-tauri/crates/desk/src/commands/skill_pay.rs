//! Commands of pay by trade and skill grade.

use affairs::negotiation::levels as work;
use affairs::negotiation::levels::model::{SaveSkillPay, SkillPay};

use crate::Problem;
use crate::command::Done;
use crate::commands::negotiation::NegotiationRef;
use crate::desk::Desk;
use crate::open::{Reading, Writing};

/// Levels and special forms of a round of talks.
pub fn get(reading: &Reading<'_>, which: NegotiationRef) -> Result<SkillPay, Problem> {
    work::get(reading.connection, which.id, reading.today)
}

/// Keeps levels and special forms.
pub fn save(writing: &Writing<'_, '_>, _: &Desk, args: SaveSkillPay) -> Result<Done, Problem> {
    work::save(writing.tx, writing.book, &args).map(|()| Done)
}

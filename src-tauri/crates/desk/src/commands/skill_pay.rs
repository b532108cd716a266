//! Commands of pay by trade and skill grade.

use affairs::negotiation::levels as work;
use affairs::negotiation::levels::model::{SaveSkillPay, SkillPay};
use affairs::pay::figures::policy::Policy;

use crate::Problem;
use crate::command::Done;
use crate::commands::negotiation::NegotiationRef;
use crate::desk::{Desk, Outcome};
use crate::open::Writing;

/// Levels and special forms of a round of talks.
pub fn get(desk: &Desk, which: NegotiationRef) -> Result<Outcome<SkillPay>, Problem> {
    let few = Policy::load(&desk.assets)?.least;
    desk.view(|reading| work::get(reading.connection, reading.book, which.id, reading.today, few))
        .map(Outcome::of)
}

/// Keeps levels and special forms.
pub fn save(writing: &Writing<'_, '_>, _: &Desk, args: SaveSkillPay) -> Result<Done, Problem> {
    work::save(writing.tx, writing.book, &args).map(|()| Done)
}

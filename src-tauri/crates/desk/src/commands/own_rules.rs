//! Numbers agreed with the employer: tried, kept, put out of sight. They are read with the law, in `rules`.

use affairs::union::rulebook::own::{self as work, OwnRuleId, OwnRuleInput};
use serde::Deserialize;
use ts_rs::TS;

use crate::Problem;
use crate::command::Done;
use crate::commands::moves::Moves;
use crate::desk::Desk;
use crate::open::{Reading, Writing};

/// One agreed number.
#[derive(Debug, Clone, Copy, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct OwnRuleRef {
    /// Its id.
    pub id: OwnRuleId,
}

/// What of the things due an agreed number would move.
///
/// Errors: `bad_input` at its field, with the rule where binding law is in its way.
pub fn attempt(reading: &Reading<'_>, input: OwnRuleInput) -> Result<Moves, Problem> {
    // A new one has no id yet, and none that stands has this.
    let rule = input.rule(input.id.unwrap_or_else(|| OwnRuleId::new(ledger::uuid::Uuid::nil())));
    work::check(reading.book, &rule)?;
    let mut own = work::list(reading.connection)?;
    own.retain(|one| one.id != rule.id);
    own.push(rule);
    Moves::by(reading, &reading.book.without_own().with_own(&own))
}

/// Keeps an agreed number.
pub fn save(writing: &Writing<'_, '_>, _: &Desk, input: OwnRuleInput) -> Result<OwnRuleId, Problem> {
    work::save(writing.tx, writing.book, &input)
}

/// Puts one out of sight.
pub fn remove(writing: &Writing<'_, '_>, _: &Desk, which: OwnRuleRef) -> Result<Done, Problem> {
    work::remove(writing.tx, which.id).map(|()| Done)
}

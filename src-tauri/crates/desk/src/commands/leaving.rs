//! Leaving: an expulsion with all that it stands on. Other ways out are events of the membership.

use affairs::members::leaving as work;
use affairs::members::leaving::model::ExpelInput;
use affairs::members::membership::model::MembershipEventId;

use crate::Problem;
use crate::desk::Desk;
use crate::open::Writing;

/// Expels a member.
pub fn expel(writing: &Writing<'_, '_>, _: &Desk, input: ExpelInput) -> Result<MembershipEventId, Problem> {
    work::expel(writing.tx, writing.book, &input)
}

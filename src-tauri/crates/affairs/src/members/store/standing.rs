//! What somebody is to the union, as conditions of SQL: read off the newest event of their membership. Which events there are
//! stands in `membership`.

use crate::members::membership::model::MembershipState;
use crate::members::membership::store::{codes_of, newest_sql};

/// Of someone whose membership began and has not ended. Whoever has no event is no member: a roster that is imported brings
/// the event of joining with it, with its day or without.
fn stays(newest: &str) -> String {
    format!("({newest} IS NOT NULL AND {newest} NOT IN ({}))", codes_of(MembershipState::Left))
}

/// Of someone who was referred to another union (转介).
pub(crate) fn referred_sql(person: &str) -> String {
    format!("EXISTS (SELECT 1 FROM live_platform_referral f WHERE f.person_id = {person})")
}

/// Of someone who is a member of ours by the events of their membership.
pub(crate) fn member_sql(person: &str) -> String {
    is(MembershipState::Member, &newest_sql(person))
}

/// Of someone who is this to the union.
pub(crate) fn is(state: MembershipState, newest: &str) -> String {
    match state {
        MembershipState::NotYet => format!("{newest} IS NULL"),
        state => format!("{newest} IN ({})", codes_of(state)),
    }
}

/// Of someone (`p`) whose membership has not ended.
pub(crate) fn still_here() -> String {
    stays(&newest_sql("p.id"))
}

/// The same of a line of `member_line`.
pub(crate) fn here(line: &str) -> String {
    stays(&format!("{line}.last_event"))
}

//! The events of two memberships made one: what was entered of both is one event, and of two beginnings the chosen one stands.
//! Whether the whole can be is `membership::rules`' to say. Pure.

use crate::Problem;
use crate::members::days::words;
use crate::members::membership::model::{MembershipEventId, MembershipKind, MembershipRung};
use crate::members::membership::rules::{self, Dated};

/// What becomes of the events.
#[derive(Debug, Default, PartialEq, Eq)]
pub struct Joined {
    /// Events that another of the same says: the one put out of sight, and the one that stands for it.
    pub same: Vec<(MembershipEventId, MembershipEventId)>,
    /// What is told of it.
    pub notes: Vec<String>,
}

/// The event that begins a membership.
pub fn beginning(events: &[MembershipRung]) -> Option<&MembershipRung> {
    let begins =
        events.iter().filter(|one| matches!(one.kind, MembershipKind::Joined | MembershipKind::MovedIn));
    begins.min_by_key(|one| dated(one).place())
}

fn dated(one: &MembershipRung) -> Dated {
    Dated { kind: one.kind, on: one.on.clone() }
}

/// Whether two events are one, entered twice: of one kind, on one day as far as both know it.
fn one_event(one: &MembershipRung, other: &MembershipRung) -> bool {
    let day = |event: &MembershipRung| event.on.clone().unwrap_or_default();
    let (a, b) = (day(one), day(other));
    one.kind == other.kind && (a.starts_with(&b) || b.starts_with(&a))
}

fn told(event: &MembershipRung) -> String {
    event.on.as_deref().map_or("没有写日期".to_owned(), words)
}

/// Makes one membership of two. `take`: whether the other's beginning stands where both have one.
///
/// Errors: `refused` when what remains can be no one's membership, with what to do.
pub fn join(kept: &[MembershipRung], gone: &[MembershipRung], take: bool) -> Result<Joined, Problem> {
    let mut joined = Joined::default();
    let mut left: Vec<&MembershipRung> = kept.iter().collect();
    for event in gone {
        match left.iter().position(|one| one_event(one, event)) {
            // The one that knows the day better stands.
            Some(at) => {
                let one = left[at];
                let better =
                    event.on.as_ref().map_or(0, String::len) > one.on.as_ref().map_or(0, String::len);
                let (stands, goes) = if better { (event, one) } else { (one, event) };
                joined.same.push((goes.id, stands.id));
                joined.notes.push(format!(
                    "两边都登记了“{}”（{}），合并成一条。",
                    event.kind.label(),
                    told(stands)
                ));
                left[at] = stands;
            }
            None => left.push(event),
        }
    }
    if let Err(why) = course(&left) {
        let (Some(own), Some(other)) = (beginning(kept), beginning(gone)) else { return Err(advised(&why)) };
        let (stands, goes) = if take { (other, own) } else { (own, other) };
        left.retain(|one| one.id != goes.id);
        course(&left).map_err(|why| advised(&why))?;
        joined.same.push((goes.id, stands.id));
        joined.notes.push(format!(
            "入会登记了两次：“{}”（{}）和“{}”（{}）；留下“{}”（{}），另一条移除。",
            own.kind.label(),
            told(own),
            other.kind.label(),
            told(other),
            stands.kind.label(),
            told(stands)
        ));
    }
    Ok(joined)
}

fn course(events: &[&MembershipRung]) -> Result<(), Problem> {
    rules::course(&events.iter().map(|one| dated(one)).collect::<Vec<_>>()).map(|_| ())
}

fn advised(why: &Problem) -> Problem {
    let message = format!(
        "两个人的会籍合在一起不成立：{}请先在其中一个人的“会籍”里更正或移除多登记的那一条，再来合并。",
        why.message
    );
    Problem { message, ..Problem::new("refused", "") }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::members::membership::model::MembershipState;
    use uuid::Uuid;

    fn event(n: u128, kind: MembershipKind, on: Option<&str>) -> MembershipRung {
        MembershipRung {
            id: MembershipEventId::from(Uuid::from_u128(n)),
            kind,
            on: on.map(str::to_owned),
            reason: None,
            reason_text: None,
            note: None,
            other_union: None,
            until: None,
            state: MembershipState::Member,
        }
    }
    fn id(n: u128) -> MembershipEventId {
        MembershipEventId::from(Uuid::from_u128(n))
    }

    #[test]
    fn one_joining_entered_twice_is_one_and_the_exact_day_stands() {
        use MembershipKind::Joined as J;
        let joined = join(&[event(1, J, Some("2019"))], &[event(2, J, Some("2019-07-15"))], false);
        assert_eq!(joined.expect("they are one").same, [(id(1), id(2))]);
        let joined = join(&[event(1, J, Some("2019-07-15"))], &[event(2, J, None)], true);
        assert_eq!(joined.expect("they are one").same, [(id(2), id(1))]);
    }

    #[test]
    fn of_two_beginnings_the_chosen_one_stands() {
        use MembershipKind::Joined as J;
        let (own, other) = ([event(1, J, Some("2019-07-15"))], [event(2, J, Some("2021-03-01"))]);
        assert_eq!(join(&own, &other, false).expect("chosen").same, [(id(2), id(1))]);
        assert_eq!(join(&own, &other, true).expect("chosen").same, [(id(1), id(2))]);
    }

    #[test]
    fn a_life_that_went_on_is_kept_whole() {
        use MembershipKind::{Joined as J, MovedOut as M};
        let own = [event(1, J, Some("2015-01-01")), event(2, M, Some("2018-01-01"))];
        let joined = join(&own, &[event(3, J, Some("2021-03-01"))], false).expect("out, and in again");
        assert_eq!(joined, Joined::default());
    }

    #[test]
    fn what_can_be_no_ones_membership_is_refused_with_what_to_do() {
        use MembershipKind::{Died as D, Joined as J, Retained as R};
        let own = [event(1, J, Some("2015-01-01")), event(2, D, Some("2018-01-01"))];
        let other = [event(3, J, Some("2016-01-01")), event(4, R, Some("2020-01-01"))];
        let why = join(&own, &other, false).expect_err("the dead keep nothing").message;
        assert!(why.contains("已经去世") && why.contains("请先"), "{why}");
    }
}

//! The order of the meetings: every pair of places, held against the days.

use super::*;
use crate::union::members_congress::model::MembersMeetingId;

fn day(text: &str) -> NaiveDate {
    text.parse().unwrap()
}

fn placed(session: u32, round: u32, on: &str) -> Placed {
    let id: MembersMeetingId = "01990000-0000-7000-8000-000000000001".parse().unwrap();
    Placed { id, session, round, held_on: day(on) }
}

fn field(places: &[Placed], newest: Option<u32>, place: (u32, u32), on: &str) -> Option<String> {
    check_place(places, newest, place, day(on)).err().and_then(|problem| problem.field)
}

#[test]
fn a_number_stands_once_and_never_before_a_smaller_one() {
    let all = [placed(3, 1, "2025-03-10"), placed(3, 3, "2026-03-10")];
    assert_eq!(next_round(&all, 3), 4);
    assert_eq!(next_round(&all, 4), 1, "each session begins anew");
    assert_eq!(field(&all, None, (3, 2), "2025-09-01"), None, "the one between them");
    assert_eq!(field(&all, None, (3, 2), "2025-03-10"), None, "two on one day");
    assert_eq!(field(&all, None, (3, 2), "2025-03-09").as_deref(), Some("round"), "before the first");
    assert_eq!(field(&all, None, (3, 2), "2026-03-11").as_deref(), Some("round"), "after the third");
    assert_eq!(field(&all, None, (3, 3), "2026-05-01").as_deref(), Some("round"), "taken");
    assert_eq!(field(&all, None, (3, 0), "2026-05-01").as_deref(), Some("round"));
}

#[test]
fn sessions_follow_each_other_and_none_is_left_out() {
    let all = [placed(3, 1, "2025-03-10")];
    assert_eq!(field(&all, None, (4, 1), "2025-03-10"), None);
    assert_eq!(field(&all, None, (4, 1), "2025-03-09").as_deref(), Some("session"), "before the third's");
    assert_eq!(field(&all, None, (2, 1), "2025-03-11").as_deref(), Some("session"), "after the third's");
    assert_eq!(field(&all, None, (5, 1), "2026-03-10").as_deref(), Some("session"), "one is left out");
    assert_eq!(field(&all, Some(4), (5, 1), "2026-03-10"), None, "the committee stands already");
    assert_eq!(field(&[], None, (9, 7), "2026-03-10"), None, "where nothing is known anything may be first");
}

//! The order of rounds over invented meetings: which hours are the same, what a new and a moved round may not pass without a reason,
//! and which rounds are told as entered afterwards.

use super::super::cases::{self, day, entered};
use super::{check_order, check_times, ended_on, entered_afterwards};
use crate::Problem;
use crate::negotiation::model::{Meeting, MeetingInput};

/// A round of a day of June, `20 14:00`.
fn held(when: &str) -> MeetingInput {
    let (on, begins) = when.split_once(' ').unwrap();
    entered(day(&format!("2026-06-{on}")), begins)
}

fn kept(round: u32, when: &str) -> Meeting {
    cases::kept(round, held(when))
}

fn late(mut meeting: Meeting) -> Meeting {
    meeting.record.late_entry = Some("记录本后来才找到".to_owned());
    meeting
}

/// A round beside these, in talks that were offered on 2 June.
fn ordered(meeting: &MeetingInput, all: &[Meeting]) -> Result<(), Problem> {
    check_order(meeting, all, Some((day("2026-06-02"), "要约书")))
}

/// At which field it is refused.
fn refused(answer: Result<(), Problem>) -> Option<String> {
    answer.err().and_then(|why| why.field)
}

#[test]
fn hours_are_compared_as_hours() {
    let all = [kept(1, "20 09:00")];
    for (when, field) in [
        ("20 9:00", Some("begins")),
        ("20 09:00", Some("begins")),
        ("20 8:30", Some("begins")),
        ("20 10:00", None),
        ("21 8:30", None),
        ("19 15:00", Some("heldOn")),
        ("01 15:00", Some("heldOn")),
        ("20 早上", None),
    ] {
        assert_eq!(refused(ordered(&held(when), &all)).as_deref(), field, "{when}");
    }
}

#[test]
fn an_end_before_the_beginning_is_of_the_day_after() {
    for (when, ends, of, today, field) in [
        ("20 22:00", "01:30", "2026-06-21", "2026-06-21", None),
        ("20 22:00", "1:30", "2026-06-21", "2026-06-22", None),
        ("20 22:00", "21:59", "2026-06-21", "2026-06-21", None),
        ("20 22:00", "23:59", "2026-06-20", "2026-06-20", None),
        // What ends tomorrow cannot have been held.
        ("20 22:00", "01:30", "2026-06-21", "2026-06-20", Some("ends")),
        ("20 14:00", "14:00", "2026-06-20", "2026-06-21", Some("ends")),
        ("20 14:00", "半夜", "2026-06-20", "2026-06-21", Some("ends")),
    ] {
        let meeting = MeetingInput { ends: Some(ends.to_owned()), ..held(when) };
        assert_eq!(ended_on(&meeting), day(of), "{when} to {ends}");
        assert_eq!(refused(check_times(&meeting, day(today))).as_deref(), field, "{when} to {ends}");
    }
    assert_eq!(ended_on(&held("20 22:00")), day("2026-06-20"), "no end is told");
}

#[test]
fn a_round_before_another_is_entered_with_its_reason() {
    let all = [kept(1, "20 14:00")];
    for when in ["20 9:30", "12 14:00", "01 14:00"] {
        let mut meeting = held(when);
        assert!(ordered(&meeting, &all).is_err(), "{when}");
        meeting.late_entry = Some("  ".to_owned());
        assert!(ordered(&meeting, &all).is_err(), "{when}: blanks are no reason");
        meeting.late_entry = Some("记录本后来才找到".to_owned());
        assert!(ordered(&meeting, &all).is_ok(), "{when}");
    }
}

#[test]
fn a_round_that_is_moved_stays_between_those_it_stood_between() {
    let all = [kept(1, "20 14:00"), kept(2, "23 14:00"), kept(3, "25 9:00")];
    for (when, field) in [
        ("23 14:00", None),
        ("20 16:00", None),
        ("24 9:00", None),
        ("25 8:00", None),
        ("20 14:00", Some("begins")),
        ("25 09:00", Some("begins")),
        ("26 9:00", Some("heldOn")),
        ("20 9:00", Some("heldOn")),
        ("01 9:00", Some("heldOn")),
    ] {
        let mut moved = MeetingInput { id: Some(all[1].id), ..held(when) };
        assert_eq!(refused(ordered(&moved, &all)).as_deref(), field, "{when}");
        moved.late_entry = Some("日期当时记错了".to_owned());
        assert!(ordered(&moved, &all).is_ok(), "{when} with a reason");
    }
}

#[test]
fn what_stands_out_of_order_is_corrected_where_it_stands() {
    // Entered afterwards: the third round was the first.
    let all = [late(kept(3, "12 14:00")), kept(1, "20 14:00"), kept(2, "23 14:00")];
    for at in [1, 2] {
        assert!(ordered(&all[at].record, &all).is_ok(), "unmoved");
    }
    let moved = MeetingInput { id: Some(all[1].id), ..held("21 14:00") };
    assert!(ordered(&moved, &all).is_ok(), "still after the third and before the second");
    let moved = MeetingInput { id: Some(all[1].id), ..held("11 14:00") };
    let why = ordered(&moved, &all).unwrap_err();
    assert!(why.message.contains("第3轮会议（2026年6月12日14:00）换了先后"), "{}", why.message);
}

#[test]
fn all_rounds_that_were_entered_afterwards_are_told_and_no_others() {
    let told = entered_afterwards(&[
        late(kept(4, "13 14:00")),
        late(kept(3, "14 14:00")),
        kept(1, "20 14:00"),
        kept(2, "23 14:00"),
    ]);
    assert_eq!(told.len(), 2, "{told:?}");
    assert!(told[0].contains("第4轮会议是后来补记的，开在第3轮之前（2026年6月13日）"), "{told:?}");
    assert!(told[1].contains("第3轮会议是后来补记的，开在第1轮之前（2026年6月14日）"), "{told:?}");
    // Of two whose order came about by moving the first, the second was not entered afterwards.
    let moved = [kept(2, "23 14:00"), late(kept(1, "26 14:00"))];
    assert_eq!(entered_afterwards(&moved), Vec::<String>::new());
    assert_eq!(entered_afterwards(&[late(kept(1, "20 14:00")), kept(2, "23 14:00")]), Vec::<String>::new());
}

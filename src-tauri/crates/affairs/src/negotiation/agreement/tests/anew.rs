//! What a contract asks for again that came back, however late it is entered, and what is told where that lacks.

use uuid::Uuid;

use super::super::course::{Act, Course, Ground, What};
use super::super::model::AgreementState as State;
use super::{act, check, day, event, walked, way};
use crate::negotiation::model::{EffectHow, EventKind as Kind};

/// An act that is entered afterwards; an effect comes of an opinion.
fn late(kind: Kind, on: &str) -> Act {
    Act { late: true, how: Some(EffectHow::Opinion), ..event(kind, on) }
}

/// Signed on 12 November, filed on the 16th and sent back on the 20th.
fn returned() -> Course {
    walked(&way()[..5]).with(event(Kind::Returned, "2026-11-20"))
}

/// The same, drafted again on 23 November.
fn redrafted() -> Course {
    returned().with(event(Kind::Drafted, "2026-11-23"))
}

#[test]
fn an_effect_stands_on_no_filing_that_came_back() {
    let effect = late(Kind::InEffect, "2026-11-25");
    let why = check(&returned(), "36", &effect).expect_err("it came back");
    assert!(why.message.contains("还没有登记退回以后的重新报送"), "{}", why.message);
    assert_eq!(returned().open_grounds(day("2026-11-25")), [Ground::Filing]);
    assert!(returned().open_grounds(day("2026-11-19")).is_empty(), "on the day before it did not");
    let filed = returned().with(event(Kind::Filed, "2026-11-24"));
    check(&filed, "36", &effect).expect("it was filed again");
}

#[test]
fn a_draft_made_after_a_return_is_voted_on_and_signed_before_it_is_filed() {
    assert_eq!(
        redrafted().open_grounds(day("2026-11-30")),
        [Ground::Vote, Ground::Signature, Ground::Filing]
    );
    let voted = redrafted().with(act(What::Vote(true), "2026-11-26"));
    for whole in [false, true] {
        let unsigned = Course { late: whole, ..voted.clone() };
        for kind in [Kind::Filed, Kind::Received, Kind::Returned, Kind::InEffect] {
            let why = check(&unsigned, "36", &late(kind, "2026-11-28")).expect_err("not signed again");
            assert!(why.message.contains("以双方重新签字为前提"), "{kind:?}: {}", why.message);
            assert!(why.rule.is_some(), "{kind:?}: {}", why.message);
        }
        let signed = unsigned.with(event(Kind::Signed, "2026-11-27"));
        check(&signed, "36", &late(Kind::Filed, "2026-11-28")).expect("signed again");
    }
}

#[test]
fn an_affair_that_is_entered_as_a_whole_is_entered_as_it_went() {
    let acts = [
        event(Kind::Drafted, "2026-11-05"),
        act(What::Vote(true), "2026-11-10"),
        event(Kind::Signed, "2026-11-12"),
        event(Kind::Filed, "2026-11-16"),
        event(Kind::Returned, "2026-11-20"),
        event(Kind::Drafted, "2026-11-23"),
        act(What::Vote(true), "2026-11-26"),
        event(Kind::Signed, "2026-11-27"),
        event(Kind::Filed, "2026-11-28"),
        event(Kind::Returned, "2026-12-02"),
        event(Kind::Filed, "2026-12-03"),
        event(Kind::InEffect, "2026-12-18"),
    ];
    let mut course = Course { late: true, ..walked(&[]) };
    for act in acts {
        check(&course, "36", &act).unwrap_or_else(|why| panic!("{:?} of {}: {why}", act.what, act.on));
        course = course.with(act);
    }
    assert_eq!(course.state(), State::InEffect);
}

#[test]
fn what_is_filed_too_early_is_told_what_lacks() {
    let drafted = redrafted();
    let rejected = drafted.clone().with(act(What::Vote(false), "2026-11-26"));
    let passed = drafted.clone().with(act(What::Vote(true), "2026-11-26"));
    let signed = passed.clone().with(event(Kind::Signed, "2026-11-27"));
    for (course, kind, words) in [
        (&drafted, Kind::Filed, "现在的草案还没有表决"),
        (&rejected, Kind::Filed, "职代会没有通过草案"),
        (&passed, Kind::Filed, "双方还没有签字"),
        (&passed, Kind::Received, "双方还没有签字"),
        (&signed, Kind::InEffect, "双方签字以后还没有报送"),
        (&returned(), Kind::InEffect, "合同已被退回"),
    ] {
        let why = check(course, "36", &event(kind, "2026-11-30")).expect_err(words);
        assert!(why.message.contains(words), "{kind:?}: {}", why.message);
        assert!(!why.message.contains("终止") && !why.message.contains("补录的理由"), "{}", why.message);
        assert!(why.rule.is_some(), "{kind:?}: {}", why.message);
    }
}

#[test]
fn a_vote_that_is_moved_past_the_signature_is_told_so() {
    let without = walked(&way()[..3]).without(way()[1].id);
    let why = check(&without, "36", &act(What::Vote(true), "2026-11-13")).expect_err("after the signature");
    assert!(why.message.contains("双方签字登记在2026年11月12日，表决应当在签字之前"), "{}", why.message);
    assert_eq!(why.field.as_deref(), Some("happenedOn"));
}

#[test]
fn a_contract_takes_effect_once_also_when_it_is_entered_late() {
    let effective = walked(&way()[..6]);
    for late in [false, true] {
        for on in ["2026-12-01", "2026-12-10"] {
            let how = Some(EffectHow::Opinion);
            let again = Act { id: Uuid::from_u128(7), late, how, ..event(Kind::InEffect, on) };
            let why = check(&effective, "36", &again).expect_err("in effect already");
            assert!(why.message.contains("2026年12月2日已经登记过生效"), "{on}: {}", why.message);
        }
    }
}

#[test]
fn what_stands_in_the_way_of_a_second_signature_is_that_since_the_return() {
    let again = returned().with(event(Kind::Signed, "2026-11-24"));
    let why = check(&again, "36", &late(Kind::Signed, "2026-11-25")).expect_err("signed again already");
    assert!(why.message.contains("2026年11月24日已经登记过双方签字"), "{}", why.message);
}

#[test]
fn a_contract_that_came_back_is_not_told_that_it_never_did() {
    let filed = returned().with(event(Kind::Filed, "2026-11-24"));
    let passed = redrafted().with(act(What::Vote(true), "2026-11-26"));
    let since = "2026年11月20日退回、重新办理以后没有再退回过";
    for (course, kind, on, words) in [
        (&returned(), Kind::Signed, "2026-11-18", "2026年11月20日才退回"),
        (&returned(), Kind::Filed, "2026-11-18", "2026年11月20日才退回"),
        (&returned(), Kind::Drafted, "2026-11-18", "2026年11月20日才退回"),
        (&filed, Kind::Signed, "2026-11-25", since),
        (&filed, Kind::Filed, "2026-11-25", since),
        (&passed, Kind::Drafted, "2026-11-27", since),
    ] {
        let why = check(course, "36", &event(kind, on)).expect_err(words);
        assert!(why.message.contains(words), "{kind:?} of {on}: {}", why.message);
        assert!(!why.message.contains("，没有退回过"), "{kind:?} of {on}: {}", why.message);
    }
}

//! What a reason for a late entry excuses, that something is typed late, and what not: the order of the acts, the days of silence, that
//! each is done once and none of the way after the effect. And what happened since an affair was entered, which needs a reason of its
//! own.

use law::Place;
use uuid::Uuid;

use super::super::course::{Act, Course, What};
use super::super::model::AgreementState as State;
use super::{BOOK, act, check, day, event, walked, way};
use crate::Problem;
use crate::negotiation::model::{EffectHow, EventKind as Kind};
use crate::negotiation::rules::Law;

/// An act that is entered afterwards.
fn late(what: What, on: &str) -> Act {
    Act { late: true, ..act(what, on) }
}

#[test]
fn no_reason_puts_an_act_behind_what_stands_on_it() {
    let (vote, signed) = (What::Vote(true), What::Event(Kind::Signed));
    let (filed, received) = (What::Event(Kind::Filed), What::Event(Kind::Received));
    let cases = [
        (late(signed, "2026-11-12"), late(vote, "2026-11-13"), "职代会表决应当在双方签字以前"),
        (late(signed, "2026-11-12"), late(What::Vote(false), "2026-11-13"), "职代会表决应当在双方签字以前"),
        (late(filed, "2026-11-16"), late(vote, "2026-11-18"), "职代会表决应当在报送以前"),
        (late(vote, "2026-11-10"), late(signed, "2026-11-09"), "职代会表决应当在双方签字以前"),
        (late(filed, "2026-11-16"), late(signed, "2026-11-17"), "双方签字应当在报送以前"),
        (late(signed, "2026-11-12"), late(filed, "2026-11-11"), "双方签字应当在报送以前"),
        (late(received, "2026-11-17"), late(filed, "2026-11-18"), "报送应当在人社部门收到以前"),
    ];
    for (stands, entered, words) in cases {
        for papers in [false, true] {
            let course = Course { late: papers, ..walked(&[stands]) };
            let why = check(&course, "36", &entered).expect_err(words);
            assert!(why.message.contains(words), "{:?}: {}", entered.what, why.message);
            assert!(why.message.contains("请先登记退回") && why.rule.is_some(), "{}", why.message);
            assert_eq!(why.field.as_deref(), Some("happenedOn"));
            let moved = Act { on: stands.on, ..entered };
            check(&course, "36", &moved).expect("on one day they came about in their order");
        }
    }
    // What came back is voted on, signed and filed again, behind the filing of before.
    let returned = walked(&way()[..5]).with(event(Kind::Returned, "2026-11-20"));
    let again = [(vote, "2026-11-26"), (signed, "2026-11-27"), (filed, "2026-11-28")];
    let mut course = returned.with(event(Kind::Drafted, "2026-11-23"));
    for (what, on) in again {
        check(&course, "36", &late(what, on)).unwrap_or_else(|why| panic!("{what:?}: {why}"));
        course = course.with(late(what, on));
    }
}

#[test]
fn no_effect_stands_on_a_vote_that_came_after_the_signature() {
    // As an earlier program let it in.
    let acts = [
        event(Kind::Drafted, "2026-11-05"),
        event(Kind::Signed, "2026-11-12"),
        late(What::Vote(true), "2026-11-13"),
        event(Kind::Filed, "2026-11-16"),
    ];
    let course = walked(&acts);
    assert!(course.open_grounds(day("2026-12-02")).is_empty(), "all is there");
    for late in [false, true] {
        let how = Some(EffectHow::Opinion);
        let effect = Act { late, how, ..event(Kind::InEffect, "2026-12-02") };
        let why = check(&course, "36", &effect).expect_err("not in its order");
        assert!(why.message.contains("职代会表决登记在2026年11月13日"), "{}", why.message);
        assert!(why.message.contains("双方签字登记在2026年11月12日"), "{}", why.message);
    }
    let standing = Act { late: true, ..event(Kind::InEffect, "2026-12-02") };
    assert_eq!(
        course.with(standing).state(),
        State::InEffect,
        "one that an earlier program let in is read so"
    );
}

#[test]
fn no_reason_shortens_the_days_of_silence() {
    let filed = walked(&way()[..5]);
    let papers = Course { late: true, ..filed.clone() };
    let effect = |on: &str, how| Act { how: Some(how), ..event(Kind::InEffect, on) };
    let early = effect("2026-12-01", EffectHow::Silence);
    for (course, act) in [(&filed, Act { late: true, ..early }), (&papers, early)] {
        let why = check(course, "36", &act).expect_err("a day too early");
        assert!(why.message.contains("审查期到2026年12月2日才满"), "{}", why.message);
        let ripe = Act { on: day("2026-12-02"), ..act };
        check(course, "36", &ripe).expect("the days are over");
        let opinion = Act { how: Some(EffectHow::Opinion), ..act };
        check(course, "36", &opinion).expect("the department said so");
    }
}

#[test]
fn no_reason_lets_anything_of_the_way_come_after_the_effect() {
    let effective = walked(&way()[..6]);
    let kinds = [Kind::Drafted, Kind::Notified, Kind::Signed, Kind::Filed, Kind::Received, Kind::Returned];
    let votes = [What::Vote(true), What::Vote(false)];
    for what in kinds.map(What::Event).into_iter().chain(votes) {
        for late in [false, true] {
            for papers in [false, true] {
                let course = Course { late: papers, ..effective.clone() };
                let after = Act { late, ..act(what, "2026-12-05") };
                let why = check(&course, "36", &after).expect_err("after the effect");
                assert!(why.message.contains("2026年12月2日已经登记生效"), "{what:?}: {}", why.message);
                assert_eq!(why.field.as_deref(), Some("happenedOn"), "{what:?}: {}", why.message);
                assert!(why.rule.is_some(), "{what:?}: {}", why.message);
            }
        }
    }
    check(&effective, "36", &late(What::Event(Kind::Notified), "2026-11-11"))
        .expect("told before it took effect");

    // Nor is an effect put before what stands.
    let returned = walked(&way()[..5]).with(event(Kind::Returned, "2026-11-20"));
    let early = Act { late: true, how: Some(EffectHow::Opinion), ..event(Kind::InEffect, "2026-11-18") };
    check(&returned, "36", &early).expect("itself it stands where it was");
    let place = Place::province("36");
    let law = Law { book: &BOOK, place: &place, on: early.on };
    let why = returned.check_leaning(law, &returned.clone().with(early)).expect_err("it came back since");
    assert!(
        why.message.contains("2026年11月20日的“退回”，它应当在2026年11月18日的生效以前"),
        "{}",
        why.message
    );
}

#[test]
fn what_was_filed_and_received_is_so_again_only_when_it_came_back() {
    let stands = walked(&way()[..5]);
    let cases = [
        (Kind::Filed, "2026年11月16日已经登记过报送", Some("江西省企业工资集体协商条例第二十二条")),
        (Kind::Received, "2026年11月17日已经登记过人社部门收到", Some("中华人民共和国劳动合同法第五十四条")),
    ];
    for (kind, words, rule) in cases {
        for on in ["2026-11-16", "2026-11-17", "2026-11-20"] {
            for papers in [false, true] {
                let course = Course { late: papers, ..stands.clone() };
                let second = Act { id: Uuid::from_u128(7), ..late(What::Event(kind), on) };
                let why = check(&course, "36", &second).expect_err(words);
                assert!(why.message.contains(words), "{on}: {}", why.message);
                assert_eq!((why.field.as_deref(), why.rule.as_deref()), (Some("kind"), rule), "{on}");
            }
        }
    }
    let mut course = stands.with(event(Kind::Returned, "2026-11-20"));
    for (kind, on) in [(Kind::Filed, "2026-11-24"), (Kind::Received, "2026-11-25")] {
        let again = late(What::Event(kind), on);
        check(&course, "36", &again).unwrap_or_else(|why| panic!("{kind:?}: {why}"));
        course = course.with(again);
    }
}

#[test]
fn what_happened_since_an_affair_was_entered_is_judged_as_in_any_other() {
    let papers = Course { late: true, entered_on: Some(day("2026-11-12")), met: None, ..walked(&[]) };
    let signed = |on: &str| event(Kind::Signed, on);
    check(&papers, "36", &signed("2026-11-11")).expect("one of the papers");
    for on in ["2026-11-12", "2026-11-13"] {
        let why = check(&papers, "36", &signed(on)).expect_err("since the entry");
        assert!(why.message.contains("还没有登记职代会表决通过"), "{on}: {}", why.message);
        check(&papers, "36", &Act { late: true, ..signed(on) }).expect("with a reason of its own");
    }
    // Upon the papers it goes on in its order.
    let mut course = papers;
    for act in way() {
        check(&course, "36", &act).unwrap_or_else(|why| panic!("{:?}: {why}", act.what));
        course = course.with(act);
    }
    assert!(course.is_of_papers(day("2026-11-11")) && !course.is_of_papers(day("2026-11-12")));
    assert!(!course.is_concluded_on_paper(), "it was signed on the day of the entry");
}

/// What is told when a vote of 10 November that did not pass is entered before what stands.
fn rejected_under(acts: &[Act]) -> Problem {
    let place = Place::province("36");
    let law = Law { book: &BOOK, place: &place, on: day("2026-11-10") };
    let course = walked(acts);
    let rejected = Act { id: Uuid::from_u128(7), ..late(What::Vote(false), "2026-11-10") };
    check(&course, "36", &rejected).expect("itself it stands where it was");
    course.check_leaning(law, &course.clone().with(rejected)).expect_err("something stands behind it")
}

#[test]
fn a_vote_that_did_not_pass_is_entered_after_what_came_between() {
    let drafted = event(Kind::Drafted, "2026-11-05");
    let voted = act(What::Vote(true), "2026-11-11");
    let signed = late(What::Event(Kind::Signed), "2026-11-12");
    for (acts, stands, lacks) in [
        (&[drafted, voted, signed][..], "2026年11月11日的“职代会表决”", "这两次表决之间新形成的草案"),
        (&[drafted, signed][..], "2026年11月12日的“双方签字”", "这以后新形成的草案和再次表决"),
    ] {
        let why = rejected_under(acts);
        assert!(why.message.contains("2026年11月10日的表决没有通过"), "{}", why.message);
        assert!(why.message.contains(stands) && why.message.contains(lacks), "{}", why.message);
        assert!(!why.message.contains("以它为前提") && why.rule.is_some(), "{}", why.message);
    }
    // Of one that passed and is corrected, what stands behind it did stand on it.
    let place = Place::province("36");
    let law = Law { book: &BOOK, place: &place, on: voted.on };
    let course = walked(&[drafted, voted, signed]);
    let failed = course.without(voted.id).with(Act { what: What::Vote(false), ..voted });
    let why = course.check_leaning(law, &failed).expect_err("the signature stands on it");
    assert!(why.message.contains("“双方签字”以它为前提"), "{}", why.message);
}

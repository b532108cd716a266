//! What a committee's form refuses, and when it may be signed.

use std::path::Path;
use std::sync::LazyLock;

use super::*;
use crate::office::committee::model::CommitteeVotes;

static BOOK: LazyLock<LawBook> =
    LazyLock::new(|| LawBook::load(&Path::new(env!("CARGO_MANIFEST_DIR")).join("../../../assets")).unwrap());

fn member(name: &str, present: bool) -> CommitteeMember {
    CommitteeMember { person: None, name: name.into(), post: None, present, reason: None }
}

fn topic(votes: Option<(u32, u32, u32)>, decision: Option<&str>) -> CommitteeTopicInput {
    CommitteeTopicInput {
        id: None,
        title: "慰问困难职工".into(),
        said: None,
        votes: votes.map(|(favour, against, abstained)| CommitteeVotes { favour, against, abstained }),
        decision: decision.map(str::to_owned),
    }
}

/// Seven members, five of them there.
fn whole() -> CommitteeInput {
    let names = ["周敏", "王伟", "李强", "邓玉兰", "何娟", "曾广", "饶思"];
    CommitteeInput {
        id: None,
        body: CommitteeBody::Committee,
        held_on: "2026-11-10".parse().unwrap(),
        begins: Some("14：00".into()),
        ends: Some("15:30".into()),
        place: "工会办公室".into(),
        chair: "周敏".into(),
        recorder: "沈一诺".into(),
        observers: None,
        note: None,
        members: names.iter().enumerate().map(|(at, name)| member(name, at < 5)).collect(),
        topics: vec![topic(Some((4, 1, 0)), Some("慰问八户"))],
        corrects: None,
    }
}

fn refused(change: impl FnOnce(&mut CommitteeInput)) -> Option<String> {
    let mut input = whole();
    change(&mut input);
    check(&input, "2026-11-12".parse().unwrap()).err().and_then(|why| why.field)
}

#[test]
fn a_record_is_refused_at_the_field_that_cannot_be() {
    let at = |field: &str| Some(field.to_owned());
    assert_eq!(refused(|_| ()), None);
    let held = |on: &str| refused(|one| one.held_on = on.parse().unwrap());
    assert_eq!([held("2026-11-12"), held("1925-01-01")], [None, None]);
    for wrong in ["2026-11-13", "9999-12-31", "1924-12-31", "0001-01-01"] {
        assert_eq!(held(wrong), at("heldOn"), "{wrong}");
    }
    assert_eq!(refused(|one| one.place = "\u{3000}".into()), at("place"));
    assert_eq!(refused(|one| one.ends = Some("13:30".into())), at("ends"));
    assert_eq!(refused(|one| one.begins = None), at("begins"));
    assert_eq!(refused(|one| one.begins = Some("下午".into())), at("begins"));
    assert_eq!(refused(|one| one.members.iter_mut().for_each(|m| m.present = false)), at("members"));
    assert_eq!(refused(|one| one.members.push(member(" 周敏 ", true))), at("members.7.name"));
    assert_eq!(refused(|one| one.chair = "饶思".into()), at("chair"), "who was absent does not chair");
    assert_eq!(refused(|one| one.recorder = " ".into()), at("recorder"));
    assert_eq!(refused(|one| one.topics.clear()), at("topics"));
    assert_eq!(refused(|one| one.topics[0].title = String::new()), at("topics.0.title"));
}

#[test]
fn no_more_votes_than_people_are_counted() {
    let at = Some("topics.0.votes".to_owned());
    assert_eq!(refused(|one| one.topics[0] = topic(Some((5, 0, 0)), None)), None, "all of them");
    assert_eq!(refused(|one| one.topics[0] = topic(Some((4, 1, 1)), None)), at, "six of five");
    assert_eq!(refused(|one| one.topics[0] = topic(Some((u32::MAX, 1, 0)), None)), at);
    assert_eq!(refused(|one| one.topics[0] = topic(Some((0, 0, 0)), None)), at, "nobody voted");
    assert_eq!(refused(|one| one.topics[0] = topic(Some((3, 0, 0)), None)), None, "some did not vote");
}

fn law(place: &law::Place) -> LawAtMeeting<'_> {
    LawAtMeeting { book: &BOOK, place, on: "2026-11-10".parse().unwrap() }
}

/// What signing answers on 12 November, by code and whether a rule stands behind it.
fn signing(input: &CommitteeInput, signed_on: &str) -> Option<(String, bool)> {
    let place = law::Place::province("36");
    let law = law(&place);
    let quorum = law.quorum(input.body, &input.members);
    let missing = missing(input, &quorum, &|topic| law.needed(topic, quorum.present));
    let sign = SignCommittee {
        id: "01990000-0000-7000-8000-000000000001".parse().unwrap(),
        signed_on: signed_on.parse().unwrap(),
    };
    let today = "2026-11-12".parse().unwrap();
    check_sign(&sign, input.held_on, today, (&missing, &quorum))
        .err()
        .map(|why| (why.code, why.rule.is_some()))
}

#[test]
fn a_decision_needs_the_heads_and_the_votes_of_the_rule() {
    let place = law::Place::province("36");
    let law = law(&place);
    let input = whole();
    let quorum = law.quorum(input.body, &input.members);
    let rule = &BOOK.rule("CN-UN-COMMITTEE-QUORUM").unwrap().quantity;
    assert_eq!(quorum.needed, rule.as_ref().unwrap().boundary(7), "the rule says how many of seven");
    assert!(quorum.reached == Some(true) && quorum.quorum_rule.is_some() && quorum.vote_rule.is_some());
    let least = law.needed(&input.topics[0], 5).unwrap();
    assert_eq!(passed(&topic(Some((least, 0, 0)), None), Some(least)), Some(true));
    assert_eq!(passed(&topic(Some((least - 1, 0, 0)), None), Some(least)), Some(false));
    assert_eq!(passed(&topic(None, None), Some(least)), None, "nothing was put to the vote");
    assert!(
        !decides(&topic(Some((1, 4, 0)), Some("慰问八户")), Some(false)),
        "voted down, it decides nothing"
    );
    assert!(!decides(&topic(None, Some("慰问八户")), None), "without a vote nothing is decided");
}

#[test]
fn without_a_rule_in_force_nothing_is_said_of_the_heads_and_a_minority_decides_nothing() {
    let place = law::Place::province("36");
    let before = LawAtMeeting { on: "2019-05-06".parse().unwrap(), ..law(&place) };
    let input = whole();
    let quorum = before.quorum(input.body, &input.members);
    assert!(quorum.quorum_rule.is_none() && quorum.vote_rule.is_none(), "no rule of that day is kept");
    assert_eq!((quorum.needed, quorum.reached), (None, None));
    let decided = |votes| {
        let topic = topic(Some(votes), Some("慰问八户"));
        let passed = passed(&topic, before.needed(&topic, quorum.present));
        (passed, decides(&topic, passed))
    };
    assert_eq!(decided((1, 4, 0)), (Some(false), false));
    assert_eq!(decided((2, 2, 1)), (Some(false), false), "as many against");
    assert_eq!(decided((0, 0, 5)), (Some(false), false), "nobody in favour");
    assert_eq!(decided((3, 2, 0)), (None, true), "whether those were enough is not said");
    let lost = CommitteeInput { topics: vec![topic(Some((1, 4, 0)), None)], ..input };
    assert_eq!(missing(&lost, &quorum, &|_| None), Vec::<String>::new(), "voted down is a result");
}

#[test]
fn a_record_is_signed_whole_and_in_its_time() {
    let incomplete = Some(("incomplete".to_owned(), false));
    let wrong_day = Some(("bad_input".to_owned(), false));
    assert_eq!(signing(&whole(), "2026-11-10"), None);
    assert_eq!(signing(&whole(), "2026-11-09"), wrong_day);
    assert_eq!(signing(&whole(), "2026-11-13"), wrong_day);
    let with = |topic| CommitteeInput { topics: vec![topic], ..whole() };
    assert_eq!(signing(&with(topic(None, Some("慰问八户"))), "2026-11-10"), incomplete);
    assert_eq!(
        signing(&with(topic(Some((5, 0, 0)), None)), "2026-11-10"),
        incomplete,
        "passed, and nothing decided"
    );
    assert_eq!(signing(&with(topic(Some((1, 4, 0)), None)), "2026-11-10"), None, "voted down is a result");
    assert_eq!(signing(&with(topic(None, None)), "2026-11-10"), incomplete, "an empty topic");
    let mut few = whole();
    few.members[3].present = false;
    few.members[4].present = false;
    few.topics = vec![topic(Some((3, 0, 0)), Some("慰问八户"))];
    assert_eq!(
        signing(&few, "2026-11-10"),
        Some(("refused".to_owned(), true)),
        "three of seven decide nothing"
    );
    few.topics[0] = CommitteeTopicInput { said: Some("通报经费收支".into()), ..topic(None, None) };
    assert_eq!(signing(&few, "2026-11-10"), None, "they may be told things");
    few.body = CommitteeBody::Group;
    few.topics = vec![topic(Some((3, 0, 0)), Some("慰问八户"))];
    assert_eq!(signing(&few, "2026-11-10"), None, "no rule counts the heads of a group");
}

//! What bodies lack at each side of every line that a pack draws.

use std::collections::BTreeMap;
use std::path::Path;
use std::sync::LazyLock;

use super::*;
use crate::union::bodies::model::{UnionTermId, UnionTermInput};
use crate::union::bodies::rules::ends_on;

static BOOK: LazyLock<LawBook> =
    LazyLock::new(|| LawBook::load(&Path::new(env!("CARGO_MANIFEST_DIR")).join("../../../assets")).unwrap());

fn day(text: &str) -> NaiveDate {
    text.parse().unwrap()
}

fn seat(name: String, office: UnionOffice) -> UnionSeat {
    UnionSeat {
        id: None,
        person: None,
        name,
        office,
        duty: None,
        from_on: None,
        to_on: None,
        certificate_number: None,
        certificate_until: None,
    }
}

/// A term with so many people, the first of them its chair.
fn term(body: UnionBody, people: u32) -> UnionTerm {
    let members = (0..people)
        .map(|n| seat(format!("委员{n}"), if n == 0 { UnionOffice::Chair } else { UnionOffice::Member }))
        .collect();
    let id: UnionTermId = "01990000-0000-7000-8000-000000000001".parse().unwrap();
    let record = UnionTermInput {
        id: Some(id),
        body,
        session: 1,
        started_on: day("2023-05-18"),
        years: 5,
        approval_number: None,
        ended_on: None,
        cleared: true,
        note: None,
        members,
    };
    UnionTerm {
        id,
        name: "第一届".into(),
        ends_on: ends_on(record.started_on, record.years),
        explained: String::new(),
        rule: None,
        serving: people,
        record,
    }
}

static NOBODY: BTreeMap<PersonId, MembershipKind> = BTreeMap::new();

fn facts<'a>(place: &'a Place, members: u32, women: u32, committee: Option<&'a UnionTerm>) -> Facts<'a> {
    let today = day("2026-11-16");
    Facts { book: &BOOK, place, today, members, women, committee, women_stand: false, gone: &NOBODY }
}

/// The ids of the rules behind what is lacking; `record` where the record itself lacks it.
fn rules(lacks: &[UnionLack]) -> Vec<&str> {
    lacks.iter().map(|lack| lack.rule.as_ref().map_or("record", |rule| rule.id.as_str())).collect()
}

#[test]
fn each_body_must_stand_from_its_line_on() {
    let jiangxi = Place::province("36");
    let must = |body, members, women| {
        facts(&jiangxi, members, women, None).required(body).map(|(rule, _)| rule.id.clone())
    };
    assert_eq!(must(UnionBody::Committee, 24, 0), None);
    assert_eq!(must(UnionBody::Committee, 25, 0).as_deref(), Some("JX-UN-8"));
    assert_eq!(must(UnionBody::Audit, 24, 0), None);
    assert_eq!(must(UnionBody::Audit, 25, 0).as_deref(), Some("JX-UN-8-AUDIT"));
    assert_eq!(must(UnionBody::Women, 25, 9), None);
    assert_eq!(must(UnionBody::Women, 25, 10).as_deref(), Some("JX-UN-8-MEMBERS"));
    assert_eq!(must(UnionBody::Supervision, 24, 0), None);
    assert_eq!(must(UnionBody::Supervision, 25, 0).as_deref(), Some("JX-LS-9"));
    let shanghai = Place::province("31");
    let there = facts(&shanghai, 300, 50, None);
    assert!(there.required(UnionBody::Supervision).is_none(), "no rule of 上海 asks for one");
    assert_eq!(there.required(UnionBody::Women).unwrap().0.id, "SH-UN-14");
    let small = term(UnionBody::Committee, 3);
    let why = facts(&jiangxi, 12, 2, Some(&small)).required(UnionBody::Audit);
    assert!(why.is_some(), "a committee that stands has its auditors, however few the members");
}

#[test]
fn a_committee_has_as_many_seats_as_its_members_ask_for() {
    let place = Place::province("36");
    let lacks = |members, people| {
        let committee = term(UnionBody::Committee, people);
        let found = facts(&place, members, 0, Some(&committee)).of(UnionBody::Committee, Some(&committee));
        rules(&found).iter().map(|id| (*id).to_owned()).collect::<Vec<_>>()
    };
    assert_eq!(lacks(200, 3), [""; 0]);
    assert_eq!(lacks(200, 2), ["CN-UN-18-MIN"]);
    assert_eq!(lacks(200, 7), [""; 0]);
    assert_eq!(lacks(200, 8), ["CN-UN-18-MAX"]);
    assert_eq!(lacks(201, 6), ["CN-UN-18-MIN"]);
    assert_eq!(lacks(201, 7), [""; 0]);
    assert_eq!(lacks(60_000, 1), [""; 0], "beyond the table nothing is said");
}

#[test]
fn the_committee_is_cleared_has_a_chair_a_womens_member_and_time_left() {
    let place = Place::province("36");
    let mut committee = term(UnionBody::Committee, 5);
    committee.record.cleared = false;
    committee.record.members[0].office = UnionOffice::Vice;
    let found = facts(&place, 30, 9, Some(&committee)).of(UnionBody::Committee, Some(&committee));
    assert_eq!(rules(&found), ["JX-UN-17", "JX-UN-8-MEMBER", "record"]);
    let ten = facts(&place, 30, 10, Some(&committee)).of(UnionBody::Committee, Some(&committee));
    assert_eq!(rules(&ten), ["JX-UN-17", "record"], "from ten on they have a committee of their own");
    committee.record.members[1].office = UnionOffice::Women;
    let with = facts(&place, 30, 9, Some(&committee)).of(UnionBody::Committee, Some(&committee));
    assert_eq!(rules(&with), ["JX-UN-17", "record"]);
    committee.ends_on = day("2026-11-16");
    let last = facts(&place, 30, 0, Some(&committee)).of(UnionBody::Committee, Some(&committee));
    assert_eq!(last.len(), 2, "its last day is not over");
    committee.ends_on = day("2026-11-15");
    let over = facts(&place, 30, 0, Some(&committee)).of(UnionBody::Committee, Some(&committee));
    assert!(over[0].text.contains("2026年11月15日届满"), "{}", over[0].text);
}

#[test]
fn a_seat_whose_holder_is_gone_is_told_until_the_day_of_leaving_is_entered() {
    let place = Place::province("36");
    let (one, two): (PersonId, PersonId) = (
        "01990000-0000-7000-8000-000000000002".parse().unwrap(),
        "01990000-0000-7000-8000-000000000003".parse().unwrap(),
    );
    let gone = BTreeMap::from([(one, MembershipKind::Died), (two, MembershipKind::Retained)]);
    let mut committee = term(UnionBody::Committee, 3);
    committee.record.members[0].person = Some(one);
    committee.record.members[1].person = Some(two);
    let found = |committee: &UnionTerm| {
        let facts = Facts { gone: &gone, ..facts(&place, 30, 0, Some(committee)) };
        (facts.sitting(committee), facts.of(UnionBody::Committee, Some(committee)))
    };
    let (sitting, lacks) = found(&committee);
    assert_eq!((sitting, rules(&lacks).as_slice()), (2, ["record", "record", "CN-UN-18-MIN"].as_slice()));
    assert!(lacks[0].text.contains("主席委员0已去世") && lacks[0].text.contains("补选"), "{}", lacks[0].text);
    assert!(lacks[1].text.contains("委员1的会籍保留着"), "{}", lacks[1].text);
    assert!(lacks[2].text.contains("现有2人"), "the dead are not counted: {}", lacks[2].text);

    committee.record.members[0].to_on = Some(day("2026-11-10"));
    committee.record.members.push(seat("接任的人".into(), UnionOffice::Chair));
    committee.record.members[1].to_on = Some(day("2026-11-16"));
    let (sitting, lacks) = found(&committee);
    assert_eq!((sitting, rules(&lacks)), (3, vec![]), "entered on its last day it is told no more");
}

#[test]
fn supervision_in_jiangxi_is_odd_three_at_least_certified_and_led_by_the_chair() {
    let place = Place::province("36");
    let committee = term(UnionBody::Committee, 5);
    let with = |people: u32, holders: usize, change: fn(&mut UnionTerm)| {
        let mut one = term(UnionBody::Supervision, people);
        for seat in one.record.members.iter_mut().take(holders) {
            seat.certificate_number = Some("赣监20230017".into());
            seat.certificate_until = Some(day("2026-11-16"));
        }
        change(&mut one);
        let found = facts(&place, 30, 0, Some(&committee)).of(UnionBody::Supervision, Some(&one));
        rules(&found).iter().map(|id| (*id).to_owned()).collect::<Vec<_>>()
    };
    assert_eq!(with(3, 2, |_| {}), [""; 0], "the last day of a certificate still counts");
    assert_eq!(with(2, 2, |_| {}), ["JX-LS-10-SIZE", "JX-LS-10-ODD"]);
    assert_eq!(with(4, 2, |_| {}), ["JX-LS-10-ODD"]);
    assert_eq!(with(3, 1, |_| {}), ["JX-LS-19"]);
    let lapsed = |one: &mut UnionTerm| one.record.members[0].certificate_until = Some(day("2026-11-15"));
    assert_eq!(with(3, 2, lapsed), ["JX-LS-19"]);
    let led = |one: &mut UnionTerm| one.record.members[0].name = "外人".into();
    assert_eq!(with(3, 2, led), ["JX-LS-10-ODD"]);
    let short = |one: &mut UnionTerm| one.ends_on = day("2026-12-31");
    assert_eq!(with(3, 2, short), ["JX-LS-10-TERM"]);
}

#[test]
fn what_does_not_stand_and_must_is_named_once_with_whose_move_it_is() {
    let place = Place::province("36");
    let found = facts(&place, 30, 0, None).of(UnionBody::Committee, None);
    assert_eq!((rules(&found).as_slice(), found[0].whose), (["JX-UN-8"].as_slice(), Whose::Employer));
    assert_eq!(facts(&place, 24, 0, None).of(UnionBody::Committee, None), []);
}

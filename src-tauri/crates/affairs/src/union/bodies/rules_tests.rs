//! What a term's form refuses, when it ends, and how it is called.

use std::path::Path;
use std::sync::LazyLock;

use super::*;

static BOOK: LazyLock<LawBook> =
    LazyLock::new(|| LawBook::load(&Path::new(env!("CARGO_MANIFEST_DIR")).join("../../../assets")).unwrap());

fn day(text: &str) -> NaiveDate {
    text.parse().unwrap()
}

fn seat(name: &str, office: UnionOffice) -> UnionSeat {
    UnionSeat {
        id: None,
        person: None,
        name: name.into(),
        office,
        duty: None,
        from_on: None,
        to_on: None,
        certificate_number: None,
        certificate_until: None,
    }
}

fn term() -> UnionTermInput {
    UnionTermInput {
        id: None,
        body: UnionBody::Committee,
        session: 3,
        started_on: day("2023-05-18"),
        years: 5,
        approval_number: None,
        ended_on: None,
        cleared: true,
        note: None,
        members: vec![
            seat("周敏", UnionOffice::Chair),
            seat("王伟", UnionOffice::Vice),
            seat("李强", UnionOffice::Member),
        ],
    }
}

fn refused(change: impl FnOnce(&mut UnionTermInput)) -> Problem {
    let mut one = term();
    change(&mut one);
    let place = Place::province("36");
    let today = day("2026-11-16");
    check(&one, today, &lengths(&BOOK, &place, one.started_on, today)).unwrap_err()
}

fn field(change: impl FnOnce(&mut UnionTermInput)) -> String {
    refused(change).field.unwrap_or_default()
}

#[test]
fn a_term_lasts_as_the_law_says_and_ends_on_the_day_it_began() {
    let why = refused(|one| one.years = 4);
    assert_eq!((why.field.as_deref(), why.code.as_str()), (Some("years"), "refused"));
    assert!(why.message.contains("3年或者5年"), "both sides stand in the sentence: {}", why.message);
    assert!(why.rule.unwrap().contains("第十六条"));
    let place = Place::province("36");
    for years in [3, 5] {
        let one = UnionTermInput { years, ..term() };
        assert!(
            check(&one, day("2026-11-16"), &lengths(&BOOK, &place, one.started_on, day("2026-11-16")))
                .is_ok()
        );
    }
    assert_eq!(ends_on(day("2023-05-18"), 3), day("2026-05-18"));
    assert_eq!(
        ends_on(day("2024-02-29"), 5),
        day("2029-02-28"),
        "a day that does not come ends the day before"
    );
    let old = lengths(&BOOK, &place, day("2015-03-01"), day("2026-11-16"));
    assert_eq!(
        old.iter().map(|(years, _)| *years).collect::<Vec<_>>(),
        [3, 5],
        "today's where no pack reaches"
    );
    let rule = old[1].1.reference();
    assert_eq!(
        explained(&term(), Some(&rule)),
        "2023年5月18日起任期5年（中华人民共和国工会法第十六条），2028年5月18日届满。"
    );
}

#[test]
fn sessions_are_written_in_words() {
    let cases = [(1, "第一届"), (10, "第十届"), (11, "第十一届"), (20, "第二十届"), (35, "第三十五届")];
    for (session, words) in cases {
        assert_eq!(session_words(session), words);
    }
    assert_eq!(term_name("women", 2), "第二届女职工委员会");
}

#[test]
fn each_wrong_field_is_named() {
    assert_eq!(field(|one| one.session = 0), "session");
    assert_eq!(field(|one| one.started_on = day("2026-11-17")), "startedOn");
    assert_eq!(field(|one| one.ended_on = Some(day("2026-11-17"))), "endedOn");
    assert_eq!(field(|one| one.ended_on = Some(day("2023-05-17"))), "endedOn");
    assert_eq!(field(|one| one.members.clear()), "members");
    assert_eq!(field(|one| one.members[1].name = " ".into()), "members.1.name");
    assert_eq!(field(|one| one.members[2].name = "周敏".into()), "members.2.name");
    assert_eq!(field(|one| one.members[1].office = UnionOffice::Chair), "members.1.office");
    assert_eq!(field(|one| one.members[1].from_on = Some(day("2023-05-17"))), "members.1.fromOn");
    assert_eq!(field(|one| one.members[1].to_on = Some(day("2023-05-17"))), "members.1.toOn");
    assert_eq!(
        field(|one| one.members[1].certificate_until = Some(day("2027-01-01"))),
        "members.1.certificateNumber"
    );
    let women = |one: &mut UnionTermInput| {
        one.body = UnionBody::Audit;
        one.members[2].office = UnionOffice::Women;
    };
    assert_eq!(field(women), "members.2.office");
}

#[test]
fn who_left_stays_in_the_term_and_another_takes_the_chair() {
    let mut one = term();
    one.members[0].to_on = Some(day("2025-03-01"));
    one.members[1].office = UnionOffice::Chair;
    one.members[1].from_on = Some(day("2025-03-02"));
    let place = Place::province("36");
    assert!(
        check(&one, day("2026-11-16"), &lengths(&BOOK, &place, one.started_on, day("2026-11-16"))).is_ok()
    );
    let then = |on: &str| -> Vec<&str> {
        one.members.iter().filter(|seat| serves(seat, day(on))).map(|seat| seat.name.as_str()).collect()
    };
    assert_eq!(then("2025-03-01"), ["周敏", "李强"], "the last day still counts");
    assert_eq!(then("2025-03-02"), ["王伟", "李强"]);
}

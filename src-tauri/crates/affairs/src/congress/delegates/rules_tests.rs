//! The decisions on the number and the make-up of delegates, on both sides of their lines.

use std::path::Path;
use std::sync::LazyLock;

use law::{LawBook, Place};

use super::*;
use crate::congress::delegates::model::CongressTermId;

static BOOK: LazyLock<LawBook> =
    LazyLock::new(|| LawBook::load(&Path::new(env!("CARGO_MANIFEST_DIR")).join("../../../assets")).unwrap());

fn day(text: &str) -> NaiveDate {
    text.parse().unwrap()
}

fn term(seats: u32, workers: u32) -> CongressTermInput {
    CongressTermInput {
        id: None,
        name: "第三届职工代表大会".to_owned(),
        began_on: day("2025-03-12"),
        years: 3,
        seats,
        workers,
        women_workers: None,
        dispatched_workers: None,
        posted_on: Some(day("2025-03-06")),
        note: None,
        late_entry: None,
    }
}

fn delegate() -> CongressDelegateInput {
    let id: CongressTermId = "01990000-0000-7000-8000-000000054001".parse().unwrap();
    CongressDelegateInput {
        id: None,
        term: id,
        person: None,
        name: "王小明".to_owned(),
        woman: false,
        unit: "焊接车间".to_owned(),
        standing: CongressStanding::Front,
        dispatched: false,
        elected_on: day("2025-03-05"),
        unit_workers: Some(60),
        voters: Some(40),
        votes_for: Some(31),
        ended_on: None,
        ended_how: None,
        ended_why: None,
        recall_voters: None,
        recall_votes: None,
        late_entry: None,
    }
}

fn made(all: u32, women: u32, managers: u32) -> Made {
    Made { all, women, managers, front: all - managers, dispatched: 0, ended: 0 }
}

fn told(place: &str, term: &CongressTermInput, made: Made) -> Vec<String> {
    let place = Place::province(place);
    let law = ElectionLaw { book: &BOOK, place: &place };
    lacks(law, term, made, day("2026-11-16")).into_iter().map(|lack| lack.text).collect()
}

#[track_caller]
fn says(told: &[String], words: &str) {
    assert!(told.iter().any(|one| one.contains(words)), "{words}: {told:?}");
}

#[test]
fn the_number_goes_by_the_workers_and_above_a_hundred_it_is_agreed_on() {
    assert!(told("36", &term(32, 640), made(32, 8, 6)).is_empty(), "the share of 640 workers is 32");
    says(&told("36", &term(31, 640), made(31, 8, 6)), "代表不少于32人，名额是31人");
    says(&told("36", &term(29, 200), made(29, 8, 5)), "代表不少于30人");
    assert!(told("36", &term(100, 4000), made(100, 30, 20)).is_empty(), "the rest of 200 is agreed on");
    says(&told("36", &term(99, 4000), made(99, 30, 19)), "代表不少于100人");
    assert!(told("36", &term(30, 200), Made::default()).is_empty(), "nobody is entered yet");
}

#[test]
fn managers_are_a_fifth_at_most() {
    assert!(told("36", &term(50, 600), made(50, 8, 10)).is_empty());
    says(&told("36", &term(50, 600), made(50, 8, 11)), "中、高层管理人员11人，占22%");
}

#[test]
fn women_and_dispatched_workers_are_among_them() {
    says(&told("36", &term(30, 200), made(30, 0, 5)), "代表里没有女职工");
    let share = CongressTermInput { women_workers: Some(100), ..term(30, 200) };
    says(&told("36", &share, made(30, 14, 5)), "女代表14人，占47%，女职工100人，占50%");
    assert!(told("36", &share, made(30, 15, 5)).is_empty(), "half of either");
    let sent = CongressTermInput { dispatched_workers: Some(12), ..term(30, 200) };
    says(&told("36", &sent, made(30, 8, 5)), "劳务派遣职工12人，代表里没有");
    assert!(told("36", &sent, Made { dispatched: 1, ..made(30, 8, 5) }).is_empty());
}

#[test]
fn shanghai_asks_for_the_front_line_and_for_the_posted_result() {
    let few = Made { front: 14, ..made(30, 10, 5) };
    says(&told("31", &term(30, 100), few), "一线职工14人");
    let unposted = CongressTermInput { posted_on: None, ..term(30, 100) };
    says(&told("31", &unposted, made(30, 10, 5)), "公布的日期");
    assert!(told("36", &unposted, made(30, 10, 5)).is_empty(), "no such rule elsewhere");
}

#[test]
fn an_empty_seat_is_filled_by_its_unit() {
    says(&told("31", &term(30, 100), Made { ended: 1, ..made(29, 10, 5) }), "代表缺1人，请由原选区补选");
    says(&told("31", &term(30, 100), made(29, 10, 5)), "还有1人没有登记");
    let kept = [delegate(), CongressDelegateInput { ended_on: Some(day("2026-05-06")), ..delegate() }];
    let before = super::made(kept.iter(), day("2026-05-05"));
    assert_eq!((before.all, before.ended), (2, 0), "the last day before");
    let after = super::made(kept.iter(), day("2026-05-06"));
    assert_eq!((after.all, after.ended), (1, 1));
}

#[test]
fn a_term_lasts_three_to_five_years() {
    let place = Place::province("36");
    let law = ElectionLaw { book: &BOOK, place: &place };
    let of = |years| check_term(law, &CongressTermInput { years, ..term(30, 200) }, day("2026-11-16"));
    assert!(of(3).is_ok() && of(5).is_ok());
    for years in [2, 6] {
        let why = of(years).unwrap_err();
        assert_eq!((why.code.as_str(), why.field.as_deref()), ("refused", Some("years")), "{years}");
    }
    let late =
        CongressTermInput { years: 2, late_entry: Some("以前就是这样".to_owned()), ..term(30, 200) };
    assert!(check_term(law, &late, day("2026-11-16")).is_ok(), "what stood so on paper");
    assert_eq!(until(day("2024-02-29"), 3), day("2027-02-28"));
}

#[test]
fn an_election_and_a_recall_reach_their_lines() {
    let place = Place::province("36");
    let law = ElectionLaw { book: &BOOK, place: &place };
    let term = term(30, 200);
    let of = |one: CongressDelegateInput| check_delegate(law, &term, &one, day("2026-11-16"));
    assert!(of(delegate()).is_ok(), "40 of 60 came, 31 were for");
    let field = |one: CongressDelegateInput| of(one).unwrap_err().field.unwrap_or_default();
    assert_eq!(field(CongressDelegateInput { voters: Some(39), ..delegate() }), "voters");
    assert_eq!(field(CongressDelegateInput { votes_for: Some(30), ..delegate() }), "votesFor");
    assert_eq!(field(CongressDelegateInput { voters: Some(61), ..delegate() }), "voters");
    assert_eq!(field(CongressDelegateInput { votes_for: Some(41), ..delegate() }), "votesFor");
    let late = Some("选举在纸上".to_owned());
    assert!(of(CongressDelegateInput { votes_for: Some(30), late_entry: late, ..delegate() }).is_ok());
    let recalled = CongressDelegateInput {
        ended_on: Some(day("2026-05-06")),
        ended_how: Some(CongressEnding::Recalled),
        recall_voters: Some(40),
        recall_votes: Some(31),
        ..delegate()
    };
    assert!(of(recalled.clone()).is_ok());
    assert_eq!(field(CongressDelegateInput { recall_votes: Some(30), ..recalled.clone() }), "recallVotes");
    assert_eq!(field(CongressDelegateInput { recall_votes: None, ..recalled.clone() }), "recallVotes");
    assert_eq!(field(CongressDelegateInput { unit_workers: None, ..recalled }), "unitWorkers");
    let without = CongressDelegateInput { ended_on: Some(day("2026-05-06")), ..delegate() };
    assert_eq!(field(without), "endedHow");
}

//! The number and the make-up of delegates, on both sides of their lines.

use law::Place;

use super::*;
use crate::congress::delegates::cases::{BOOK, day, delegate, term};

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
    assert!(told("36", &term(204, 4000), made(204, 60, 40)).is_empty());
    // Told in whole percent, this one would read 20% beside a rule of 20% at most.
    says(&told("36", &term(204, 4000), made(204, 60, 41)), "中、高层管理人员41人，占20.1%");
}

#[test]
fn women_and_dispatched_workers_are_among_them() {
    says(&told("36", &term(30, 200), made(30, 0, 5)), "代表里没有女职工");
    let share = CongressTermInput { women_workers: Some(100), ..term(30, 200) };
    says(&told("36", &share, made(30, 14, 5)), "女代表14人，占46.7%，女职工100人，占50%");
    assert!(told("36", &share, made(30, 15, 5)).is_empty(), "half of either");
    let sent = CongressTermInput { dispatched_workers: Some(12), ..term(30, 200) };
    says(&told("36", &sent, made(30, 8, 5)), "劳务派遣职工12人，代表里没有");
    assert!(told("36", &sent, Made { dispatched: 1, ..made(30, 8, 5) }).is_empty());
}

#[test]
fn shanghai_asks_for_the_front_line_and_for_the_posted_result() {
    let few = Made { front: 14, ..made(30, 10, 5) };
    let words = "一线职工14人，占46.7%，其他代表16人，请核对是不是以一线职工为主体";
    says(&told("31", &term(30, 100), few), words);
    let half = told("31", &term(30, 100), Made { front: 15, ..made(30, 10, 5) });
    assert!(!half.iter().any(|one| one.contains("主体")), "as many as all others: {half:?}");
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

//! The decisions on terms, elections and recalls of delegates, on both sides of their lines.

use law::Place;

use super::*;
use crate::congress::delegates::cases::{BOOK, day, delegate, term};

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
    assert_eq!(ends_on(day("2024-02-29"), 3), day("2027-02-28"));
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

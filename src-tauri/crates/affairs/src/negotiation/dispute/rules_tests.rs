//! A dispute move by move: proposed from the day after the time of the whole talk, on both sides of the time to apply, waited for
//! while the talks are broken off, and what of the events belongs to it.

use super::*;
use crate::negotiation::model::EventFacts;

fn day(text: &str) -> NaiveDate {
    text.parse().unwrap()
}

fn event(n: u128, kind: EventKind, on: &str, until: Option<&str>) -> Event {
    Event {
        id: uuid::Uuid::from_u128(n).into(),
        agreement: None,
        kind,
        happened_on: day(on),
        text: String::new(),
        facts: EventFacts { until_on: until.map(day), ..EventFacts::default() },
        late_entry: None,
    }
}

#[test]
fn coordination_is_proposed_from_the_day_after_the_time_of_the_talks() {
    let terms = Terms { conclude: Some(day("2026-11-23")), ..Terms::default() };
    let at = |terms: Terms, on: &str| next(Acts::default(), terms, day(on)).map(|(next, _)| next);
    assert_eq!(at(terms, "2026-11-23"), None, "the last day is still theirs");
    assert_eq!(at(terms, "2026-11-24"), Some(Move::Apply));
    assert_eq!(
        at(terms, "2027-11-24"),
        Some(Move::Apply),
        "where the law sets no last day it can be asked for"
    );
    assert_eq!(at(Terms::default(), "2027-11-24"), None, "no time of the whole talk, nothing ran out");
    let until = Terms { apply: Some(day("2026-12-08")), ..terms };
    assert_eq!(at(until, "2026-12-08"), Some(Move::Apply), "the last day to apply");
    assert_eq!(at(until, "2026-12-09"), Some(Move::NotApplied));
    let broken_off = Terms { suspended: Some(day("2026-11-30")), ..terms };
    assert_eq!(at(broken_off, "2026-11-30"), None, "both agreed to go on on that day");
    assert_eq!(at(broken_off, "2026-12-01"), Some(Move::Apply));
}

#[test]
fn the_furthest_act_counts_also_before_the_time_is_over() {
    let terms = Terms { conclude: Some(day("2026-11-23")), ..Terms::default() };
    let at = |acts: Acts| next(acts, terms, day("2026-11-01")).map(|(next, _)| next);
    let applied = Acts { applied: Some(day("2026-10-28")), ..Acts::default() };
    assert_eq!(at(applied), Some(Move::TakeUp(day("2026-10-28"))));
    let accepted = Acts { accepted: Some(day("2026-10-30")), ..applied };
    assert_eq!(at(accepted), Some(Move::Coordinate(day("2026-10-30"), None)));
    let extended = Acts { extended: Some(Extension { until: None }), ..accepted };
    let longer = Some(Move::Coordinate(day("2026-10-30"), Some(Extension { until: None })));
    assert_eq!(at(extended), longer);
    let over = Acts { coordinated: Some(day("2026-11-01")), ..extended };
    assert_eq!(at(over), Some(Move::Settle(day("2026-11-01"))));
}

#[test]
fn what_was_done_about_a_refusal_before_the_talks_is_none_of_it() {
    let events = [
        event(1, EventKind::Applied, "2026-10-10", None),
        event(2, EventKind::Accepted, "2026-10-12", None),
        event(3, EventKind::Applied, "2026-10-28", None),
        event(4, EventKind::Accepted, "2026-10-30", None),
        event(5, EventKind::Extended, "2026-11-29", Some("2026-12-04")),
    ];
    let begun = day("2026-10-20");
    assert_eq!(acts(&events[..2], begun), Acts::default());
    let all = acts(&events, begun);
    assert_eq!((all.applied, all.accepted), (Some(day("2026-10-28")), Some(day("2026-10-30"))));
    assert_eq!(all.extended, Some(Extension { until: Some(day("2026-12-04")) }));
    assert_eq!(all.coordinated, None);
    // Applied for once more after it ended, it is taken up anew.
    let again = [
        event(1, EventKind::Applied, "2026-10-28", None),
        event(2, EventKind::Coordinated, "2026-11-20", None),
        event(3, EventKind::Applied, "2026-11-25", None),
    ];
    assert_eq!(acts(&again, begun).coordinated, None);
    assert_eq!(acts(&again, begun).applied, Some(day("2026-11-25")));
    assert_eq!(acts(&again[..2], begun).coordinated, Some(day("2026-11-20")));
}

//! The rules of the reform ledger, each on both sides.

use super::*;
use crate::reform::model::ReformMeasureId;

fn day(text: &str) -> NaiveDate {
    text.parse().unwrap()
}

fn today() -> NaiveDate {
    day("2026-11-16")
}

fn measure() -> ReformMeasureInput {
    ReformMeasureInput {
        id: None,
        year: 2026,
        article: 18,
        measure: "举办焊工技能竞赛".to_owned(),
        target: None,
        side: ReformSide::Both,
        unit: None,
        handler: None,
        due_on: None,
        late_entry: None,
    }
}

fn ending(outcome: Option<ReformOutcome>, on: Option<&str>, result: &str) -> ReformEnding {
    let id: ReformMeasureId = "01990000-0000-7000-8000-000000057001".parse().unwrap();
    let result = Some(result.to_owned()).filter(|words| !words.is_empty());
    ReformEnding { id, outcome, ended_on: on.map(day), result }
}

fn field(result: Result<(), Problem>) -> Option<String> {
    result.err().and_then(|problem| problem.field)
}

#[test]
fn a_measure_is_of_an_article_and_of_a_year_of_the_reform() {
    assert_eq!(field(check(&measure(), today())), None);
    for (year, article, wrong) in [
        (2024, 1, None),
        (2023, 1, Some("year")),
        (2027, 27, None),
        (2028, 27, Some("year")),
        (2026, 0, Some("article")),
        (2026, 28, Some("article")),
    ] {
        let input = ReformMeasureInput { year, article, ..measure() };
        assert_eq!(field(check(&input, today())).as_deref(), wrong, "{year} {article}");
    }
    let empty = ReformMeasureInput { measure: "　 ".to_owned(), ..measure() };
    assert_eq!(field(check(&empty, today())).as_deref(), Some("measure"));
    let long = ReformMeasureInput { handler: Some("长".repeat(51)), ..measure() };
    assert_eq!(field(check(&long, today())).as_deref(), Some("handler"));
}

#[test]
fn an_ending_says_when_and_what_came_of_it() {
    use ReformOutcome::{Done, Stopped};
    for (given, wrong) in [
        (ending(Some(Done), Some("2026-11-16"), "42人参加"), None),
        (ending(Some(Done), Some("2026-11-17"), "42人参加"), Some("endedOn")),
        (ending(Some(Done), None, "42人参加"), Some("endedOn")),
        (ending(Some(Done), Some("2026-11-16"), ""), Some("result")),
        (ending(Some(Stopped), Some("2026-11-16"), ""), Some("result")),
        (ending(Some(Stopped), Some("2026-11-16"), "设备没有到"), None),
        (ending(None, None, ""), None),
        (ending(None, Some("2026-11-16"), ""), Some("outcome")),
    ] {
        assert_eq!(field(check_ending(&given, today())).as_deref(), wrong, "{given:?}");
    }
}

#[test]
fn a_measure_is_late_from_the_day_after_its_last() {
    let at = |due: Option<&str>| state(None, due.map(day), today());
    assert_eq!(at(Some("2026-11-16")), ReformState::Open);
    assert_eq!(at(Some("2026-11-15")), ReformState::Late);
    assert_eq!(at(None), ReformState::Open);
    let over = state(Some(ReformOutcome::Done), Some(day("2026-11-15")), today());
    assert_eq!(over, ReformState::Done, "what is done is not late");
}

#[test]
fn what_both_do_together_the_union_leads() {
    let whose = [ReformSide::Union, ReformSide::Employer, ReformSide::Both, ReformSide::Upper].map(whose);
    assert_eq!(whose, [Whose::Union, Whose::Employer, Whose::Union, Whose::Upper]);
}

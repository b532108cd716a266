//! The ladder of a refusal rung by rung: which is reached, on both sides of each term, passed over and taken back.

use super::*;
use crate::negotiation::model::NegotiationId;

fn day(text: &str) -> NaiveDate {
    text.parse().unwrap()
}

fn demanded() -> Option<Demanded> {
    Some(Demanded { on: day("2026-10-12"), answer_by: day("2026-10-19") })
}

fn out(answered: Option<(NaiveDate, bool)>) -> Option<Warned> {
    Some(Warned::Out { on: day("2026-10-20"), answer_by: Some(day("2026-11-19")), answered })
}

#[test]
fn each_rung_comes_when_the_term_of_the_one_before_is_over() {
    let at = |acts: &Acts, on: &str| next(acts, day(on));
    assert_eq!(at(&Acts::default(), "2026-10-12"), Remedy::Demand);
    let reminded = Acts { demanded: demanded(), ..Acts::default() };
    assert_eq!(
        at(&reminded, "2026-10-19"),
        Remedy::AnswerDemand(day("2026-10-19")),
        "the last day is theirs"
    );
    assert_eq!(at(&reminded, "2026-10-20"), Remedy::Warn);
    let drafted = Acts { warned: Some(Warned::Drafted), ..reminded.clone() };
    assert_eq!(at(&drafted, "2026-10-20"), Remedy::Warning);
    let warned = Acts { warned: out(None), ..reminded.clone() };
    assert_eq!(at(&warned, "2026-11-19"), Remedy::AnswerWarning(day("2026-11-19")));
    assert_eq!(at(&warned, "2026-11-20"), Remedy::Report);
    let refused = Acts { warned: out(Some((day("2026-10-25"), false))), ..reminded.clone() };
    assert_eq!(at(&refused, "2026-10-25"), Remedy::Report, "answered, and nothing put right");
    let mended = Acts { warned: out(Some((day("2026-10-25"), true))), ..reminded };
    assert_eq!(at(&mended, "2026-10-25"), Remedy::Reply);
    let reported = Acts { reported: Some(day("2026-11-20")), ..warned };
    assert_eq!(at(&reported, "2026-11-20"), Remedy::Apply);
}

#[test]
fn the_furthest_act_counts_and_what_was_passed_over_is_told() {
    use RefusalRungState as State;
    let acts = Acts { reported: Some(day("2026-10-13")), ..Acts::default() };
    let told = rungs(&acts, next(&acts, day("2026-10-13")));
    let states: Vec<_> = told.iter().map(|(_, state, ..)| *state).collect();
    assert_eq!(states, [State::Passed, State::Passed, State::Done, State::Now, State::Now]);
    let back = Acts::default();
    let told = rungs(&back, next(&back, day("2026-10-13")));
    assert_eq!(told[0].1, State::Now, "taken back, the first rung is the next again");
    assert!(told[1..].iter().all(|(_, state, ..)| *state == State::Next));
    let reminded = Acts { demanded: demanded(), ..Acts::default() };
    let told = rungs(&reminded, next(&reminded, day("2026-10-19")));
    assert_eq!((told[0].1, told[0].3), (State::Waiting, Some(day("2026-10-19"))));
}

#[test]
fn an_order_is_asked_for_before_it_is_made() {
    let order = CorrectionOrder {
        id: None,
        negotiation: NegotiationId::from(uuid::Uuid::nil()),
        department: "县人力资源和社会保障局".to_owned(),
        asked_on: day("2026-11-20"),
        ordered_on: Some(day("2026-11-30")),
        number: None,
        correct_by: Some(day("2026-12-15")),
        note: None,
        late_entry: None,
    };
    let today = day("2026-12-01");
    let field = |order: &CorrectionOrder| {
        check_order(order, Some(day("2026-10-12")), today).err().and_then(|problem| problem.field)
    };
    assert_eq!(field(&order), None);
    let with = |change: fn(&mut CorrectionOrder)| {
        let mut changed = order.clone();
        change(&mut changed);
        field(&changed).unwrap_or_default()
    };
    assert_eq!(with(|one| one.department = " ".to_owned()), "department");
    assert_eq!(with(|one| one.asked_on = day("2026-10-11")), "askedOn", "before the refusal");
    assert_eq!(with(|one| one.ordered_on = Some(day("2026-11-19"))), "orderedOn", "before it was asked for");
    assert_eq!(with(|one| one.ordered_on = Some(day("2026-12-02"))), "orderedOn", "not yet");
    assert_eq!(with(|one| one.ordered_on = None), "orderedOn", "a term without an order");
    assert_eq!(with(|one| one.correct_by = Some(day("2026-11-29"))), "correctBy");
}

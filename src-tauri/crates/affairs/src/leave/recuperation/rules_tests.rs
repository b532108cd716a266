//! What stands against a policy that was typed: days, money, shares, trips too near, leave on the same days.

use super::*;
use crate::leave::recuperation::model::RecuperationPlanInput;

fn day(text: &str) -> NaiveDate {
    text.parse().unwrap()
}

fn plan() -> RecuperationPlanInput {
    RecuperationPlanInput {
        year: 2026,
        policy: "省四部门文件".to_owned(),
        days_inside: Some(5),
        days_outside: Some(7),
        day_cap: Some(Fen(40_000)),
        year_cap: None,
        front_share: Some(70),
        gap_years: Some(3),
        gap_out_only: true,
        counts_leave: RecuperationCounts::No,
        welfare_budget: Some(Fen(10_000_000)),
        union_budget: None,
        own_budget: None,
        decided_on: Some(day("2026-03-12")),
        decided_by: Some("职代会".to_owned()),
        note: None,
    }
}

fn batch(from: &str, to: &str, outside: bool, cost: i64) -> RecuperationBatchInput {
    RecuperationBatchInput {
        id: None,
        plan: "01900000-0000-7000-8000-000000000009".parse().unwrap(),
        name: "第一批".to_owned(),
        base: "庐山职工疗养院".to_owned(),
        outside,
        from: day(from),
        to: day(to),
        quota: Some(20),
        person_cost: Some(Fen(cost)),
        bought: None,
        insurer: None,
        posted_from: None,
        posted_until: None,
        spent: None,
        settled_on: None,
        note: None,
    }
}

#[test]
fn days_and_money_are_held_against_the_policy_that_was_typed() {
    let told = |batch: &RecuperationBatchInput, people| of_batch(&plan(), batch, people);
    assert!(told(&batch("2026-05-11", "2026-05-15", false, 200_000), 20).is_empty(), "five days at 400 yuan");
    let long = told(&batch("2026-05-11", "2026-05-16", false, 200_000), 20);
    assert!(long[0].contains("往返共6天") && long[0].contains("不超过5天"), "{long:?}");
    assert!(told(&batch("2026-05-11", "2026-05-17", true, 200_000), 20).is_empty(), "seven days far away");
    let dear = told(&batch("2026-05-11", "2026-05-15", false, 200_001), 20);
    assert!(dear[0].contains("每人每天不超过400.00元"), "{dear:?}");
    let full = told(&batch("2026-05-11", "2026-05-15", false, 200_000), 21);
    assert!(full[0].contains("名额20人"), "{full:?}");
    let bare = RecuperationPlanInput { days_inside: None, day_cap: None, ..plan() };
    let free = of_batch(&bare, &batch("2026-05-11", "2026-05-30", false, 900_000), 20);
    assert!(free.is_empty(), "where no paper sets a number, none is held against it: {free:?}");
}

#[test]
fn the_share_of_front_line_workers_and_the_budget_are_told() {
    let told = |people, front, planned| of_year(&plan(), people, front, Fen(10_000_000), Fen(planned));
    assert!(told(10, 7, 10_000_000).is_empty(), "seventy percent, and the budget to the last fen");
    assert!(told(10, 6, 0)[0].contains("60%"));
    assert!(told(10, 7, 10_000_001)[0].contains("超过预算"));
    assert!(told(0, 0, 0).is_empty(), "nobody yet");
    let bare = RecuperationPlanInput { decided_on: None, ..plan() };
    let sent_back = of_year(&bare, 0, 0, Fen(0), Fen(0));
    assert!(sent_back[0].contains("会议记录") && sent_back[1].contains("没有预算"), "{sent_back:?}");
}

#[test]
fn a_trip_too_near_and_leave_on_the_same_days_are_told() {
    let trip = |on: &str, outside| Trip { from: day(on), outside, name: format!("{}年第一批", &on[..4]) };
    let far = batch("2026-05-11", "2026-05-17", true, 200_000);
    let told = |plan: &RecuperationPlanInput, batch: &RecuperationBatchInput, trips: &[Trip]| {
        of_place(plan, batch, trips, None)
    };
    assert!(told(&plan(), &far, &[trip("2024-05-01", true)])[0].contains("3年内只安排一次出省"));
    assert!(told(&plan(), &far, &[trip("2023-05-01", true)]).is_empty(), "three years ago");
    assert!(told(&plan(), &far, &[trip("2025-05-01", false)]).is_empty(), "trips at home do not count");
    let near = batch("2026-05-11", "2026-05-15", false, 200_000);
    assert!(told(&plan(), &near, &[trip("2025-05-01", true)]).is_empty(), "nor is one at home held back");
    assert!(told(&plan(), &near, &[trip("2026-03-01", false)])[0].contains("同一年里"));
    let all = RecuperationPlanInput { gap_out_only: false, ..plan() };
    assert!(!told(&all, &near, &[trip("2025-05-01", false)]).is_empty());

    let leave = Some((day("2026-05-13"), day("2026-05-14")));
    let said = |counts| {
        of_place(&RecuperationPlanInput { counts_leave: counts, ..plan() }, &near, &[], leave)[0].clone()
    };
    assert!(said(RecuperationCounts::No).contains("请把年休假改期"));
    assert!(said(RecuperationCounts::Yes).contains("算一次"));
    assert!(said(RecuperationCounts::Unsettled).contains("还没有定"));
}

#[test]
fn forms_refuse_what_cannot_be() {
    let today = day("2026-11-16");
    let field = |one: RecuperationPlanInput| check_plan(&one, today).err().and_then(|why| why.field);
    assert_eq!(field(plan()), None);
    assert_eq!(field(RecuperationPlanInput { policy: " ".to_owned(), ..plan() }).as_deref(), Some("policy"));
    assert_eq!(
        field(RecuperationPlanInput { front_share: Some(101), ..plan() }).as_deref(),
        Some("frontShare")
    );
    assert_eq!(
        field(RecuperationPlanInput { decided_on: Some(day("2026-11-17")), ..plan() }).as_deref(),
        Some("decidedOn")
    );
    let field = |one: RecuperationBatchInput| check_batch(&one, 2026, today).err().and_then(|why| why.field);
    let good = batch("2026-05-11", "2026-05-15", false, 200_000);
    assert_eq!(field(good.clone()), None);
    assert_eq!(field(batch("2026-05-11", "2026-05-10", false, 200_000)).as_deref(), Some("to"));
    assert_eq!(field(batch("2027-05-11", "2027-05-15", false, 200_000)).as_deref(), Some("from"));
    assert_eq!(
        field(RecuperationBatchInput { settled_on: Some(today), ..good.clone() }).as_deref(),
        Some("spent")
    );
    assert_eq!(field(RecuperationBatchInput { base: String::new(), ..good }).as_deref(), Some("base"));
}

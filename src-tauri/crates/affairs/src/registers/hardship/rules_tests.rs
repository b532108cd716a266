//! What the forms of the register refuse, and at which field.

use ledger::Fen;

use super::*;
use crate::registers::hardship::model::{HardshipEnd, HardshipLevel, MemberAidKind};

const WHO: &str = "01990000-0000-7000-8000-000000000001";

fn day(text: &str) -> NaiveDate {
    text.parse().unwrap()
}

fn file() -> HardshipFileInput {
    HardshipFileInput {
        id: None,
        person: WHO.parse().unwrap(),
        opened_on: day("2026-03-02"),
        level: HardshipLevel::Relative,
        cause: None,
        details: None,
        household: Some(3),
        income: Some(Fen(98_000)),
        source: Some("本人申请，班组评议".to_owned()),
        decided_on: Some(day("2026-03-05")),
        visit_on: Some(day("2026-12-01")),
        closed_on: None,
        ended: None,
        told: None,
    }
}

fn aid() -> MemberAidInput {
    MemberAidInput {
        id: None,
        person: WHO.parse().unwrap(),
        given_on: day("2026-05-06"),
        kind: MemberAidKind::Visit,
        amount: Some(Fen(50_000)),
        source: MemberAidSource::Union,
        what: None,
        who: None,
        visited: None,
        next_visit: None,
    }
}

fn field(answer: Result<(), Problem>) -> Option<String> {
    answer.err().and_then(|why| why.field)
}

#[test]
fn a_file_is_refused_at_the_field_that_is_wrong() {
    let today = day("2026-11-16");
    assert!(check_file(&file(), today).is_ok());
    let wrong = |change: fn(&mut HardshipFileInput)| {
        let mut one = file();
        change(&mut one);
        field(check_file(&one, today)).unwrap()
    };
    assert_eq!(wrong(|one| one.opened_on = day("2026-11-17")), "openedOn");
    assert_eq!(wrong(|one| one.decided_on = Some(day("2026-11-17"))), "decidedOn");
    assert_eq!(wrong(|one| one.household = Some(0)), "household");
    assert_eq!(wrong(|one| one.income = Some(Fen(-1))), "income");
    assert_eq!(wrong(|one| one.visit_on = Some(day("2026-03-01"))), "visitOn");
    assert_eq!(wrong(|one| one.ended = Some(HardshipEnd::Lifted)), "closedOn");
    assert_eq!(wrong(|one| one.closed_on = Some(day("2026-06-01"))), "ended");
    let early = |one: &mut HardshipFileInput| {
        one.closed_on = Some(day("2026-03-01"));
        one.ended = Some(HardshipEnd::Left);
    };
    assert_eq!(wrong(early), "closedOn");
    let right = HardshipFileInput {
        closed_on: Some(today),
        ended: Some(HardshipEnd::Lifted),
        visit_on: None,
        ..file()
    };
    assert!(check_file(&right, today).is_ok(), "closed on the very day");
}

#[test]
fn money_and_its_source_go_together() {
    let today = day("2026-11-16");
    assert!(check_aid(&aid(), today).is_ok());
    let free = MemberAidInput { amount: None, source: MemberAidSource::None, ..aid() };
    assert!(check_aid(&free, today).is_ok(), "a visit that cost nothing");
    let unpaid = MemberAidInput { amount: None, ..aid() };
    assert_eq!(field(check_aid(&unpaid, today)).as_deref(), Some("amount"));
    let nobodys = MemberAidInput { source: MemberAidSource::None, ..aid() };
    assert_eq!(field(check_aid(&nobodys, today)).as_deref(), Some("source"));
    let nothing = MemberAidInput { amount: Some(Fen(0)), ..aid() };
    assert_eq!(field(check_aid(&nothing, today)).as_deref(), Some("amount"));
    let ahead = MemberAidInput { given_on: day("2026-11-17"), ..aid() };
    assert_eq!(field(check_aid(&ahead, today)).as_deref(), Some("givenOn"));
    let same = MemberAidInput { next_visit: Some(day("2026-05-06")), ..aid() };
    assert_eq!(field(check_aid(&same, today)).as_deref(), Some("nextVisit"));
}

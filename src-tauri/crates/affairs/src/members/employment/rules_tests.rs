//! Employments one after the other: what a form may hold, what cannot stand beside another, and what is over with one.

use uuid::Uuid;

use super::*;
use crate::members::model::PersonId;
use crate::union::model::Shown;

fn day(text: &str) -> NaiveDate {
    text.parse().unwrap()
}

fn today() -> NaiveDate {
    day("2026-11-16")
}

fn stored(text: &str) -> Option<StoredDate> {
    let precision = match text.len() {
        0 => return None,
        4 => "year",
        7 => "month",
        _ => "day",
    };
    Some((text.to_owned(), precision.to_owned()))
}

fn id(number: u128) -> EmploymentId {
    EmploymentId::new(Uuid::from_u128(number))
}

/// From a day, or none, to a last day, or none.
fn span(number: u128, hired: &str, left: &str) -> Span {
    Span {
        id: id(number),
        hired: stored(hired),
        left: left.parse().ok(),
        form: EmploymentForm::Contract,
        employer: None,
    }
}

fn form(hired: &str) -> Employment {
    Employment {
        id: None,
        person: PersonId::new(Uuid::from_u128(1)),
        hired_on: Some(hired.to_owned()),
        left_on: None,
        form: EmploymentForm::Contract,
        employer: None,
        employer_code: None,
        shop: None,
        team: None,
        post: None,
        work_number: None,
        status: None,
    }
}

fn field<T: std::fmt::Debug>(answer: Result<T, Problem>) -> String {
    answer.unwrap_err().field.unwrap_or_default()
}

#[test]
fn a_form_holds_a_day_of_entry_and_no_day_that_cannot_be() {
    let read = |input: &Employment| check(input, None, today());
    assert_eq!(read(&form("2026-07")).unwrap().hired, stored("2026-07"));
    assert_eq!(field(read(&form(" "))), "hiredOn");
    assert_eq!(field(read(&form("2026-11-17"))), "hiredOn", "tomorrow");
    let until = |left: &str| Employment { left_on: Some(day(left)), ..form("2026-07-01") };
    assert_eq!(field(read(&until("2026-06-30"))), "leftOn");
    assert_eq!(field(read(&until("2026-11-17"))), "leftOn");
    assert!(read(&until("2026-07-01")).is_ok(), "one day");
    let code = Employment { employer_code: Some("123".to_owned()), ..form("2026-07-01") };
    assert_eq!(field(read(&code)), "employerCode");
    let long = Employment { post: Some("焊".repeat(61)), ..form("2026-07-01") };
    assert_eq!(field(read(&long)), "post");
    let status = Employment { status: Some("云游".to_owned()), ..form("2026-07-01") };
    assert_eq!(field(read(&status)), "status");
}

#[test]
fn what_an_import_left_without_a_day_is_corrected_without_one() {
    let without = Employment { hired_on: None, ..form("") };
    assert!(check(&without, Some(&without), today()).is_ok());
    assert_eq!(
        field(check(&without, Some(&form("2020-01-01")), today())),
        "hiredOn",
        "a day is not taken away"
    );
    let known = Employment { employer_code: Some("旧代码".to_owned()), ..form("2020-01-01") };
    assert!(check(&known, Some(&known), today()).is_ok(), "what stands and nobody touches stays");
}

#[test]
fn the_one_before_ends_no_later_than_the_new_one_begins() {
    let open = span(1, "2020-03-01", "");
    let end =
        |until: &str, hired: &str| check_end(&open, until.parse().ok(), stored(hired).as_ref(), today());
    assert_eq!(end("2026-06-30", "2026-07-01").unwrap(), day("2026-06-30"));
    assert!(end("2026-07-01", "2026-07-01").is_ok(), "the last day may be the first");
    assert_eq!(field(end("2026-07-02", "2026-07-01")), "previousUntil");
    assert!(end("2026-07-20", "2026-07").is_ok(), "known to the month it may have begun later");
    assert_eq!(field(end("", "2026-07-01")), "previousUntil", "it has to be told");
    assert_eq!(field(end("2020-02-28", "2026-07-01")), "previousUntil", "before it began");
    assert_eq!(field(end("2026-11-17", "2026-11-16")), "previousUntil", "not come yet");
    assert_eq!(
        field(end("2020-02-01", "2020-02-01")),
        "hiredOn",
        "an earlier one, entered late, follows nothing"
    );
}

#[test]
fn two_at_one_time_are_refused_where_the_fault_lies() {
    let all = [span(1, "2024-01-01", ""), span(2, "2020-03-01", "2023-06-30")];
    let put = |one: Span| fits(&one, &all);
    assert!(put(span(3, "2015", "2019-12-31")).is_ok());
    assert!(put(span(3, "2023-06-30", "2024-01-01")).is_ok(), "between them, day on day");
    assert_eq!(field(put(span(3, "2018-01-01", "2020-03-02"))), "leftOn", "it goes on too long");
    assert_eq!(field(put(span(3, "2023-06-29", "2023-12-31"))), "hiredOn", "it begins too early");
    let twice = put(span(3, "2026-01-01", "")).unwrap_err();
    assert_eq!(twice.field.as_deref(), Some("leftOn"));
    assert!(
        twice.message.contains("2024年1月1日起") && twice.message.contains("新就业形态"),
        "{}",
        twice.message
    );
    assert!(put(span(1, "2023-12-01", "")).is_ok(), "it is no neighbour of itself");
    let unknown = [span(1, "", "")];
    assert!(
        fits(&span(2, "2015-01-01", "2019-12-31"), &unknown).is_ok(),
        "when the other began nobody knows"
    );
}

#[test]
fn what_hung_on_an_employment_is_over_with_it() {
    let again = [span(2, "2026-01-01", ""), span(1, "2020-03-01", "2025-06-30")];
    let over = |on: &str, ahead: bool| super::over(&again, day(on), ahead);
    assert_eq!(over("2020-03-01", false), Some(day("2025-06-30")));
    assert_eq!(over("2023-03-01", false), Some(day("2025-06-30")));
    assert_eq!(over("2025-12-20", false), None, "made ready for the next");
    assert_eq!(over("2026-01-01", false), None);
    assert_eq!(
        super::over(&again[1..], day("2023-03-01"), false),
        Some(day("2025-06-30")),
        "and none after it"
    );
    assert_eq!(super::over(&[span(1, "2022-01-01", "")], day("2019-01-01"), false), None, "one that goes on");
    assert_eq!(super::over(&[], day("2019-01-01"), false), None);
}

#[test]
fn an_exam_before_the_post_hangs_on_the_one_that_then_begins() {
    let next_day = [span(2, "2026-07-01", ""), span(1, "2020-03-01", "2026-06-30")];
    let dispatched = Span { form: EmploymentForm::Dispatched, ..next_day[1].clone() };
    let all = [next_day[0].clone(), dispatched];
    assert_eq!(over(&all, day("2026-06-20"), true), None, "examined for the next while the first still ran");
    assert_eq!(over(&all, day("2026-06-20"), false), Some(day("2026-06-30")));
    assert_eq!(over(&all, day("2020-02-25"), true), Some(day("2026-06-30")), "for the first");
}

#[test]
fn another_shop_the_next_day_is_the_same_relation() {
    let first = span(1, "2020-03-01", "2026-06-30");
    let goes_on = |next: Span| over(&[next, first.clone()], day("2024-03-01"), false).is_none();
    assert!(goes_on(span(2, "2026-07-01", "")));
    assert!(goes_on(span(2, "2026-06-30", "")));
    assert!(goes_on(span(2, "2026-07", "")), "as far as it is known");
    assert!(!goes_on(span(2, "2026-07-02", "")), "a day lies between");
    assert!(!goes_on(Span { form: EmploymentForm::Dispatched, ..span(2, "2026-07-01", "") }));
    assert!(!goes_on(Span { employer: Some("洪都劳务".to_owned()), ..span(2, "2026-07-01", "") }));
    // Two of one and the same day do not send each other round.
    let day_long = [span(1, "2026-06-30", "2026-06-30"), span(2, "2026-06-30", "2026-06-30")];
    assert_eq!(over(&day_long, day("2026-06-01"), false), None);
}

#[test]
fn service_without_a_break_begins_with_the_first_of_them() {
    let all = [
        span(3, "2026-07-01", ""),
        Span { form: EmploymentForm::Dispatched, ..span(2, "2020-03-01", "2026-06-30") },
        span(1, "2010-03-01", "2019-12-31"),
    ];
    assert_eq!(unbroken(&all).map(|one| one.id), Some(id(2)), "a gap lies before it");
    assert_eq!(unbroken(&all[1..]), None, "nobody works here");
}

#[test]
fn nobody_is_hired_before_birth_or_before_beginning_to_work() {
    let record = serde_json::json!({ "name": "王伟", "sex": "male", "form": "contract", "birth": "1980-05-01", "startedOn": "2001-07" });
    let record = serde_json::from_value(record).unwrap();
    let row = crate::members::rules::check_person(&record, None, today(), Shown::Full).unwrap();
    for (on, sound) in [("2001-07-15", true), ("2001", true), ("2001-06-30", false), ("1980-04-30", false)] {
        assert_eq!(check_person(&row, stored(on).as_ref()).is_ok(), sound, "{on}");
    }
}

#[test]
fn of_a_masked_birth_what_is_wrong_on_any_day_of_its_year_is_refused() {
    let record =
        serde_json::json!({ "name": "王伟", "sex": "male", "form": "contract", "birth": "1980-05-01" });
    let record = serde_json::from_value(record).unwrap();
    let row = crate::members::rules::check_person(&record, None, today(), Shown::Full).unwrap();
    let birth = crate::masks::judged_birth(row.birth.as_ref(), Shown::Never);
    let row = PersonRow { birth, ..row };
    for (on, sound) in [("1980-04-30", true), ("1980-01-01", true), ("1979-12-31", false)] {
        assert_eq!(check_person(&row, stored(on).as_ref()).is_ok(), sound, "{on}");
    }
}

#[test]
fn the_shop_is_said_once_and_parted_from_the_post() {
    assert_eq!(work(Some("喷涂"), Some("喷漆工")), "喷涂、喷漆工");
    assert_eq!(work(Some("装配"), Some("装配电工")), "装配电工");
    assert_eq!(work(Some("装配"), None), "装配");
    assert_eq!(work(None, Some("电工")), "电工");
    assert_eq!(work(Some(" "), None), "");
}

//! Day counting against an independent definition: a walk along the calendar, one day at a time.

use std::sync::LazyLock;

use chrono::{Datelike, NaiveDate};
use law::{Calendar, Kind, LawBook, Place, Unit, term_end};
use proptest::prelude::*;

use crate::{BOOK, day};

fn after(date: NaiveDate) -> NaiveDate {
    date.succ_opt().unwrap_or_else(|| panic!("no day after {date}"))
}

fn before(date: NaiveDate) -> NaiveDate {
    date.pred_opt().unwrap_or_else(|| panic!("no day before {date}"))
}

/// The last day of an after clock by walking: the first day is not counted; an end on a statutory
/// holiday moves to the day after it.
fn walk(calendar: &Calendar, start: NaiveDate, quantity: i64, working: bool) -> NaiveDate {
    let (mut date, mut counted) = (start, 0);
    while counted < quantity {
        date = after(date);
        if !working || calendar.is_working_day(date) == Some(true) {
            counted += 1;
        }
    }
    while calendar.is_statutory_holiday(date) {
        date = after(date);
    }
    date
}

/// Days from 2004 to the end of October 2026, so that no clock below leaves the loaded years.
fn any_day() -> impl Strategy<Value = NaiveDate> {
    (0u64..8_300).prop_map(|days| day("2004-01-01") + chrono::Days::new(days))
}

/// A day on which every shipped rule is in force.
fn recent_day() -> impl Strategy<Value = NaiveDate> {
    (0u64..1_600).prop_map(|days| day("2022-01-01") + chrono::Days::new(days))
}

proptest! {
    #[test]
    fn clocks_after_an_event_end_where_a_walk_ends(start in recent_day()) {
        for (subject, code, quantity, working) in [
            ("negotiation.reply", "36", 20, false),
            ("negotiation.reply", "31", 15, false),
            ("negotiation.conclude", "36", 60, false),
            ("negotiation.representatives.publication", "41", 3, true),
            ("negotiation.congress.submission", "33", 15, true),
        ] {
            let deadline = BOOK.deadline(subject, &Place::province(code), start).unwrap();
            prop_assert_eq!(deadline.due, walk(BOOK.calendar(), start, quantity, working), "{} in {}", subject, code);
            prop_assert!(deadline.certain, "all years are loaded");
        }
    }

    #[test]
    fn an_after_clock_never_ends_on_a_statutory_holiday_nor_inside_its_span(start in any_day()) {
        let deadline = BOOK.deadline("negotiation.reply", &Place::province("44"), start).unwrap_or_else(|e| panic!("{e}"));
        prop_assert!(!BOOK.calendar().is_statutory_holiday(deadline.due));
        prop_assert!((deadline.due - start).num_days() >= 20, "never shorter than the law's span");
        if let Some(later) = deadline.weekend_due {
            prop_assert!(BOOK.calendar().is_working_day(deadline.due) == Some(false), "both dates only where the day is off");
            prop_assert!(BOOK.calendar().is_working_day(later) == Some(true) && later > deadline.due);
        } else {
            prop_assert!(BOOK.calendar().is_working_day(deadline.due) == Some(true));
        }
    }

    #[test]
    fn a_before_clock_ends_on_a_working_day_at_least_its_span_away(meeting in recent_day()) {
        for (code, span) in [("36", 5), ("33", 7)] {
            let deadline = BOOK.deadline("negotiation.information", &Place::province(code), meeting).unwrap();
            prop_assert!((meeting - deadline.due).num_days() >= span, "never later than the law's span");
            prop_assert_eq!(BOOK.calendar().is_working_day(deadline.due), Some(true));
            let nominal = meeting - chrono::Days::new(u64::try_from(span).unwrap_or_default());
            let mut expected = nominal;
            while BOOK.calendar().is_working_day(expected) != Some(true) {
                expected = before(expected);
            }
            prop_assert_eq!(deadline.due, expected);
        }
    }

    #[test]
    fn working_days_before_a_meeting_are_all_worked(meeting in recent_day()) {
        let deadline = BOOK.deadline("negotiation.information", &Place::province("41"), meeting).unwrap();
        let (mut date, mut worked) = (meeting, 0);
        while date > deadline.due {
            date = before(date);
            worked += u32::from(BOOK.calendar().is_working_day(date) == Some(true));
        }
        prop_assert_eq!(worked, 5, "five working days lie before the meeting");
    }

    #[test]
    fn a_later_start_never_gives_an_earlier_end(start in recent_day()) {
        for code in ["36", "31", "33", "41"] {
            let today = BOOK.deadline("negotiation.reply", &Place::province(code), start).unwrap();
            let tomorrow = BOOK.deadline("negotiation.reply", &Place::province(code), after(start)).unwrap();
            prop_assert!(today.due <= tomorrow.due, "monotone in the start day");
        }
    }

    #[test]
    fn months_end_on_the_same_number_or_the_months_last_day(start in recent_day()) {
        let deadline = BOOK.deadline("negotiation.conclude", &Place::province("41"), start).unwrap();
        let nominal = deadline.explanation.nominal;
        let months = (nominal.year() * 12 + nominal.month() as i32) - (start.year() * 12 + start.month() as i32);
        prop_assert_eq!(months, 2);
        prop_assert!(nominal.day() == start.day() || (nominal.day() < start.day() && after(nominal).day() == 1));
    }

    #[test]
    fn a_term_is_counted_from_the_day_before_it_and_whole_months_end_with_a_month(
        first in any_day(),
        months in 1u32..49,
    ) {
        let end = term_end(first, months).unwrap();
        let eve = before(first);
        let passed = (end.year() * 12 + end.month() as i32) - (eve.year() * 12 + eve.month() as i32);
        prop_assert_eq!(passed, i32::try_from(months).unwrap(), "so many months after the day before");
        if first.day() == 1 {
            prop_assert_eq!(after(end).day(), 1, "whole calendar months");
        } else {
            prop_assert!(end.day() == eve.day() || (end.day() < eve.day() && after(end).day() == 1));
        }
        prop_assert!(end < term_end(first, months + 1).unwrap() && end <= term_end(after(first), months).unwrap());
    }

    #[test]
    fn a_window_excludes_its_event_and_holds_its_days(expiry in recent_day()) {
        let window = BOOK.window("negotiation.renewal_window", &Place::province("36"), expiry).unwrap();
        prop_assert_eq!((expiry - window.opens).num_days(), 60);
        prop_assert_eq!((expiry - window.closes).num_days(), 1);
    }
}

#[test]
fn months_without_the_same_number_end_on_their_last_day() {
    let deadline =
        |start: &str| BOOK.deadline("negotiation.conclude", &Place::province("41"), day(start)).unwrap().due;
    assert_eq!(deadline("2025-12-31"), day("2026-02-28"), "no 31 February");
    assert_eq!(deadline("2026-06-30"), day("2026-08-30"), "30 August, not the end of August");
}

#[test]
fn a_term_ends_on_the_eve_of_its_first_days_number_or_with_the_month() {
    for (first, months, end) in [
        ("2026-04-01", 12, "2027-03-31"),
        ("2028-02-28", 12, "2029-02-27"),
        ("2028-02-29", 12, "2029-02-28"),
        ("2028-02-29", 36, "2031-02-28"),
        ("2028-02-29", 48, "2032-02-28"),
        ("2028-02-29", 1, "2028-03-28"),
        ("2028-03-01", 12, "2029-02-28"),
        ("2027-03-01", 12, "2028-02-29"),
        ("2027-03-02", 12, "2028-03-01"),
        ("2026-01-29", 1, "2026-02-28"),
        ("2026-01-31", 1, "2026-02-28"),
        ("2028-01-31", 1, "2028-02-29"),
        ("2026-02-01", 1, "2026-02-28"),
        ("2026-03-31", 1, "2026-04-30"),
        ("2026-03-31", 2, "2026-05-30"),
        ("2026-05-01", 1, "2026-05-31"),
        ("2026-08-31", 6, "2027-02-28"),
        ("2026-04-01", 0, "2026-03-31"),
    ] {
        assert_eq!(term_end(day(first), months), Some(day(end)), "{months} months from {first}");
    }
    assert_eq!(term_end(NaiveDate::MAX, 1), None, "beyond the calendar");
}

/// Named before the day is known, the clock is the one that the earliest date is counted by, as far as no day turns the order.
#[test]
fn the_first_clocks_are_named_before_their_days() {
    const FILED: &str = "negotiation.submission";
    const PUBLISHED: &str = "negotiation.publication";
    for (matter, code, subject, wanted) in [
        ("wage", "33", FILED, &["CN-CB-16-9"][..]),
        ("women", "33", FILED, &["ZJ-34"][..]),
        ("wage", "33", PUBLISHED, &["CN-CB-18"][..]),
        ("women", "33", PUBLISHED, &["ZJ-35"][..]),
        ("wage", "22", FILED, &["CN-CB-16-9"][..]),
        ("women", "22", FILED, &["CN-CB-16-22"][..]),
        ("women", "22", PUBLISHED, &[][..]),
        // 上海 counts from the notice of the vote, the nation from the signature: both run.
        ("wage", "31", FILED, &["SH-23", "CN-CB-16-9"][..]),
        ("women", "31", FILED, &["SH-23", "CN-CB-16-22"][..]),
    ] {
        let rules = BOOK.scoped(matter).first_clocks(subject, &Place::province(code), day("2026-06-29"));
        let ids: Vec<&str> = rules.iter().map(|rule| rule.id.as_str()).collect();
        assert_eq!(ids, wanted, "{matter} in {code}: {subject}");
    }
    // 河南 gives five working days, the nation seven days: over a holiday they are longer, else not.
    let rules = BOOK.scoped("wage").first_clocks(FILED, &Place::province("41"), day("2026-06-29"));
    assert_eq!(rules.iter().map(|rule| rule.region.as_str()).collect::<Vec<_>>(), ["41"]);
}

#[test]
fn a_rule_without_days_gives_no_date() {
    let rule = BOOK.rule("JX-8-MIN").unwrap();
    assert_eq!(
        (rule.kind, rule.quantity.as_ref().map(|quantity| quantity.unit)),
        (Kind::Limit, Some(Unit::Count))
    );
    assert!(
        BOOK.deadline("negotiation.representatives.minimum", &Place::province("36"), day("2026-03-09"))
            .is_err()
    );
}

#[test]
fn a_date_beyond_the_calendar_is_refused_and_not_wrapped() {
    let error = BOOK.deadline("negotiation.reply", &Place::province("36"), NaiveDate::MAX).unwrap_err();
    assert!(error.to_string().contains("超出了可以计算的年份"), "{error}");
}

/// The shipped law as it was before the notices of 2025 and 2026 came out.
static BEFORE_THE_NOTICES: LazyLock<LawBook> = LazyLock::new(|| {
    without(&["2025.toml", "2026.toml"])
        .unwrap_or_else(|error| panic!("the packs load without them: {error}"))
});

/// The shipped law with some files left out.
fn without(left: &[&str]) -> Result<LawBook, Box<dyn std::error::Error>> {
    let shelf = tempfile::tempdir()?;
    for part in ["law", "calendar"] {
        std::fs::create_dir(shelf.path().join(part))?;
        for file in std::fs::read_dir(crate::assets().join(part))? {
            let file = file?;
            if !left.iter().any(|one| file.file_name() == *one) {
                std::fs::copy(file.path(), shelf.path().join(part).join(file.file_name()))?;
            }
        }
    }
    Ok(LawBook::load(shelf.path())?)
}

proptest! {
    #[test]
    fn the_certain_day_is_in_time_whatever_the_notice_says(from in 0u64..650) {
        let start = day("2025-01-02") + chrono::Days::new(from);
        for (subject, code) in [
            ("negotiation.reply", "36"),
            ("negotiation.reply", "33"),
            ("negotiation.congress.submission", "33"),
            ("negotiation.information", "36"),
            ("negotiation.information", "33"),
            ("negotiation.information", "41"),
        ] {
            let place = Place::province(code);
            let assumed = BEFORE_THE_NOTICES.deadline(subject, &place, start).unwrap();
            let known = BOOK.deadline(subject, &place, start).unwrap();
            if assumed.certain {
                prop_assert_eq!((assumed.due, assumed.certain_due), (known.due, None));
                continue;
            }
            let certain = assumed.certain_due.unwrap();
            prop_assert!(certain <= known.due, "{} in {}: {} is late for {}", subject, code, certain, known.due);
            prop_assert!(certain <= assumed.due, "never later than the day reckoned from weekdays");
            prop_assert!((assumed.due - certain).num_days() <= 25, "{} in {}: of no use, {}", subject, code, certain);
            prop_assert!(known.certain && known.certain_due.is_none());
        }
    }
}

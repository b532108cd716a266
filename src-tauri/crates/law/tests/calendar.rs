//! The shipped calendar against an independent source, day for day, and against the regulation's counts.

use chrono::{Datelike, NaiveDate, Weekday};

use crate::{book, day};

const EXPORT: &str = include_str!("data/chinesecalendar-1.11.txt");

/// Days of one kind (`off` or `on`) in the export.
fn listed(kind: &str) -> Vec<NaiveDate> {
    let mut days = Vec::new();
    for line in EXPORT.lines().filter(|line| !line.starts_with('#')) {
        let mut words = line.split(' ');
        let (Some(year), Some(sort)) = (words.next(), words.next()) else {
            panic!("a line without year: {line}")
        };
        if sort == kind {
            days.extend(
                words
                    .filter(|word| !word.is_empty())
                    .map(|word| day(&format!("{year}-{}-{}", &word[..2], &word[2..]))),
            );
        }
    }
    days
}

#[test]
fn every_day_from_2004_to_2026_stands_as_in_the_package() {
    let book = book();
    let (off, on) = (listed("off"), listed("on"));
    let mut date = day("2004-01-01");
    let mut days = 0;
    while date <= day("2026-12-31") {
        let weekend = matches!(date.weekday(), Weekday::Sat | Weekday::Sun);
        let works = on.contains(&date) || (!weekend && !off.contains(&date));
        assert_eq!(book.calendar().is_working_day(date), Some(works), "{date} differs from chinesecalendar");
        date = date.succ_opt().unwrap_or_else(|| panic!("no day after {date}"));
        days += 1;
    }
    assert_eq!(days, 8_401, "23 years, six of them leap years");
}

#[test]
fn every_moved_day_carries_a_holiday_name() {
    let book = book();
    for date in listed("off") {
        assert!(book.calendar().holiday(date).is_some(), "{date} is off, so it should say for which holiday");
    }
    for date in listed("on") {
        assert!(
            book.calendar().make_up_for(date).is_some(),
            "{date} is worked, so it should say for which holiday"
        );
    }
}

#[test]
fn the_statutory_days_are_ten_then_eleven_then_thirteen() {
    let book = book();
    for year in 2004..=2026 {
        let all = (1..=366).filter_map(|ordinal| NaiveDate::from_yo_opt(year, ordinal));
        let count = all.filter(|date| book.calendar().is_statutory_holiday(*date)).count();
        let expected = match year {
            // Mid-autumn fell on a National Day holiday: two statutory days on one date.
            2009 | 2020 => 10,
            2004..=2007 => 10,
            2008..=2024 => 11,
            _ => 13,
        };
        assert_eq!(count, expected, "statutory dates of {year}");
    }
}

#[test]
fn statutory_days_follow_the_regulation_of_their_year() {
    let calendar = book().calendar().clone();
    let statutory = |text: &str| calendar.is_statutory_holiday(day(text));
    assert!(
        statutory("2007-05-03") && !statutory("2008-05-03"),
        "three Labour Days until 2007, one from 2008"
    );
    assert!(!statutory("2024-05-02") && statutory("2025-05-02"), "two Labour Days from 2025");
    assert!(statutory("2013-02-09") && !statutory("2014-01-30"), "New Year's Eve counted 2008 to 2013");
    assert!(!statutory("2024-02-09") && statutory("2025-01-28"), "and again from 2025");
    assert!(!statutory("2026-10-05"), "a moved rest day is no statutory holiday");
    assert_eq!(calendar.holiday(day("2026-10-05")), Some("国庆节"), "but it is off all the same");
    assert_eq!(
        calendar.holiday(day("2020-10-01")),
        Some("国庆节、中秋节"),
        "two holidays on one date keep both names"
    );
}

#[test]
fn a_year_without_notice_is_not_guessed() {
    let book = book();
    assert_eq!(book.calendar().is_working_day(day("2027-03-02")), None, "2027 has no notice yet");
    assert_eq!(book.calendar().is_working_day(day("2027-05-03")), None, "and 3 May is no statutory holiday");
    for (date, name) in [("2027-01-01", "元旦"), ("2027-05-02", "劳动节"), ("2027-10-03", "国庆节")] {
        let date = day(date);
        assert_eq!(book.calendar().is_working_day(date), Some(false), "{date} is off by regulation");
        assert_eq!(book.calendar().holiday(date), Some(name));
        assert!(book.calendar().is_statutory_holiday(date));
    }
    assert!(!book.calendar().is_statutory_holiday(day("2003-05-02")), "the dates hold from 2025 on");
    assert_eq!(book.calendar().years().collect::<Vec<_>>(), (2004..=2026).collect::<Vec<_>>(), "no gap");
}

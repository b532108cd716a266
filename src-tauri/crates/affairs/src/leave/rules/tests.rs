//! The cases of annual leave: each band on both sides of its day, who comes and who goes, what 条例第四条 takes, what a date leaves
//! open, days that count, pay to the fen.

use std::path::Path;
use std::sync::LazyLock;

use chrono::NaiveDate;
use law::{LawBook, Place};
use ledger::Fen;

use super::*;
use crate::leave::model::{
    LeaveBarKind, LeaveCrossing, LeaveKind, LeaveLack, LeavePayInput, LeavePeriodInput, LeaveScheduleInput,
    LeaveYearInput,
};

static BOOK: LazyLock<LawBook> =
    LazyLock::new(|| LawBook::load(&Path::new(env!("CARGO_MANIFEST_DIR")).join("../../../assets")).unwrap());

fn day(text: &str) -> NaiveDate {
    text.parse().unwrap()
}

fn law() -> LeaveLaw {
    LeaveLaw::of(&BOOK, &Place::province("36"), day("2026-11-16")).unwrap()
}

/// Someone who began to work and came here on these days, in 2026.
fn facts(started: &str, hired: &str) -> Facts<'static> {
    let service = Service { started: span(started), hired: span(hired), left: None };
    Facts {
        year: 2026,
        service,
        own: None,
        extra: 0,
        before: Some(true),
        crossing: Some(LeaveCrossing::Year),
        bars: &[],
        last_bars: &[],
        taken: 0,
        taken_last: false,
    }
}

fn days(facts: &Facts<'_>) -> Option<u32> {
    due(&law(), facts).days
}

fn told(facts: &Facts<'_>) -> String {
    let law = law();
    sentences(&law, facts, &due(&law, facts), true).concat()
}

#[test]
fn the_bands_change_on_their_day() {
    // A whole year by the band that is reached in it, for a firm that counts so.
    let cases = [
        ("2017-01-01", 5, "nine years at the end of the year"),
        ("2016-12-31", 10, "ten years on its last day"),
        ("2007-01-01", 10, "nineteen years"),
        ("2006-12-31", 15, "twenty years on the last day"),
        ("1985-07-01", 15, "no more than fifteen"),
    ];
    for (started, all, why) in cases {
        assert_eq!(days(&facts(started, started)), Some(all), "{why}");
    }
    let text = told(&facts("2003-07-01", "2009-04-01"));
    assert!(text.contains("2003年7月1日参加工作") && text.contains("累计工作满23年"), "{text}");
    assert!(text.contains("全年15天") && text.contains("《职工带薪年休假条例》第三条"), "{text}");
}

#[test]
fn who_comes_has_a_part_of_the_year_in_whole_days() {
    // Ten days a year: 305 days of 365 make 8.35, of which eight count.
    let one = facts("2010-05-01", "2026-03-02");
    assert_eq!(days(&one), Some(8));
    let text = told(&one);
    assert!(text.contains("305天÷365天×10天＝8.35天") && text.contains("只算整天，8天"), "{text}");
    assert!(text.contains("《企业职工带薪年休假实施办法》第五条"), "{text}");
    // 37 days make 1.01, 36 make 0.98.
    assert_eq!(days(&facts("2010-05-01", "2026-11-25")), Some(1));
    assert_eq!(days(&facts("2010-05-01", "2026-11-26")), Some(0));
    // Who had not worked twelve months in a row before has leave from the day on which they have.
    let fresh = Facts { before: Some(false), ..facts("2025-07-01", "2025-07-01") };
    assert_eq!(days(&fresh), Some(2), "184 days of 365 at five days make 2.52");
    assert!(told(&fresh).contains("连续工作满12个月"), "{}", told(&fresh));
    // The twelve months from 29 February end on the 28th.
    let leap = Facts { before: Some(false), year: 2029, ..facts("2028-02-29", "2028-02-29") };
    let text = told(&leap);
    assert!(text.contains("2029年3月1日连续工作满12个月") && text.contains("306个日历天"), "{text}");
    let later = Facts { before: Some(false), ..facts("2026-02-01", "2026-02-01") };
    assert_eq!(days(&later), Some(0));
    assert!(told(&later).contains("2026年还没有年休假"), "{}", told(&later));
}

#[test]
fn who_goes_has_the_part_that_is_over_and_nothing_is_taken_back() {
    let mut one = facts("2010-05-01", "2012-03-01");
    one.service.left = Some(day("2026-09-30"));
    // 273 days of 365 at ten days make 7.47.
    let found = due(&law(), &one);
    assert_eq!(found.days, Some(7));
    let exact = found.exact.unwrap();
    assert_eq!(exact.left(2026, 0), 14, "seven days in halves");
    assert_eq!(exact.left(2026, 1), 12, "7.47 less half a day leaves six whole ones");
    assert_eq!(exact.left(2026, 20), -6, "more was taken than was due");
    let text = told(&one);
    assert!(text.contains("273天÷365天×10天＝7.47天") && text.contains("多休的不扣回"), "{text}");
    assert!(text.contains("第十二条"), "{text}");
}

#[test]
fn a_whole_leap_year_gives_what_the_article_says() {
    let law = LeaveLaw::of(&BOOK, &Place::province("36"), day("2028-06-01")).unwrap();
    let one = Facts { year: 2028, ..facts("2010-05-01", "2012-03-01") };
    assert_eq!(due(&law, &one).days, Some(10));
}

#[test]
fn a_year_in_which_the_next_band_is_reached_is_the_firms_to_settle() {
    let open = Facts { crossing: None, ..facts("2016-07-01", "2016-07-01") };
    let found = due(&law(), &open);
    // 181 days at five and 184 at ten make 7.52.
    assert_eq!((found.days, found.both, found.least), (None, Some((10, 7)), Some(7)));
    assert_eq!(found.lacks, [LeaveLack::Crossing]);
    let text = told(&open);
    assert!(text.contains("10天") && text.contains("7天") && text.contains("条文没有规定"), "{text}");
    assert_eq!(days(&Facts { crossing: Some(LeaveCrossing::Year), ..open }), Some(10));
    let ratio = Facts { crossing: Some(LeaveCrossing::Ratio), ..open };
    assert_eq!(days(&ratio), Some(7));
    assert!(told(&ratio).contains("7.52天"), "{}", told(&ratio));
}

#[test]
fn what_is_missing_is_asked_and_never_guessed() {
    let law = law();
    let lacks = |facts: &Facts<'_>| {
        let found = due(&law, facts);
        (found.days, found.least, found.lacks)
    };
    assert_eq!(
        lacks(&facts("", "2022-02-06")),
        (None, Some(5), vec![LeaveLack::Started]),
        "five at the least"
    );
    assert_eq!(lacks(&facts("2003-07", "")), (None, None, vec![LeaveLack::Hired]));
    assert_eq!(lacks(&facts("", "")), (None, None, vec![LeaveLack::Started, LeaveLack::Hired]));
    assert_eq!(
        lacks(&facts("2022-02-07", "2022-02-06")),
        (None, None, vec![LeaveLack::Exchanged]),
        "began to work after they came"
    );
    assert_eq!(days(&facts("2022-02", "2022-02-06")), Some(5), "the month holds the day");
    assert_eq!(days(&facts("2003", "2009-04-01")), Some(15), "known to the year, and it decides nothing");
    let year = Facts { crossing: Some(LeaveCrossing::Ratio), ..facts("2006", "2009-04-01") };
    assert_eq!(
        lacks(&year),
        (None, Some(10), vec![LeaveLack::Precise]),
        "twenty years on some day of it, or the next"
    );
    let unasked = Facts { before: None, ..facts("2010-05-01", "2026-03-02") };
    assert_eq!(lacks(&unasked), (None, Some(0), vec![LeaveLack::Before]));
    assert!(told(&unasked).contains("请问本人"), "{}", told(&unasked));
    let long = Facts { before: None, ..facts("2010-05-01", "2012-03-01") };
    assert_eq!(days(&long), Some(10), "who has been here for long is not asked");
}

#[test]
fn four_reasons_take_the_leave_of_a_year() {
    use LeaveBarKind::{Idle, Personal, School, Sick};
    let with = |kind, amount, taken| {
        let bars = [Bar { kind, amount }];
        days(&Facts { bars: &bars, taken, ..facts("2010-05-01", "2012-03-01") })
    };
    let cases = [
        (Personal, 19, Some(10), "nineteen days of paid personal leave"),
        (Personal, 20, Some(0), "twenty"),
        (Sick, 2, Some(10), "two months of sickness at sixteen years of work"),
        (Sick, 3, Some(0), "three"),
        (School, 11, Some(0), "longer holidays than leave"),
        (School, 4, Some(6), "the rest is made up"),
        (Idle, 10, Some(0), "as many days: none is left to make up"),
        (Idle, 11, Some(0), "more days of waiting than of leave"),
    ];
    for (kind, amount, due, why) in cases {
        assert_eq!(with(kind, amount, 0), due, "{why}");
    }
    assert_eq!(with(Personal, 20, 10), Some(10), "it was taken already: the next year has none");
    let bars = [Bar { kind: Personal, amount: 20 }];
    let next = Facts { last_bars: &bars, taken_last: true, ..facts("2010-05-01", "2012-03-01") };
    assert_eq!(days(&next), Some(0));
    assert_eq!(days(&Facts { taken_last: false, ..next }), Some(10));
    let holidays = [Bar { kind: School, amount: 30 }];
    let school = Facts { last_bars: &holidays, ..next };
    assert_eq!(days(&school), Some(10), "the article names leave for private reasons and sickness alone");

    let law = law();
    let sick = [Bar { kind: Sick, amount: 3 }];
    let fine = facts("2010-05-01", "2012-03-01");
    let without = |facts: &Facts<'_>| sentences(&law, facts, &due(&law, facts), false).concat();
    let told = |facts: &Facts<'_>| without(facts).replace(&without(&fine), "");
    let hidden = Facts { bars: &sick, ..fine };
    assert_eq!(
        told(&hidden),
        "按规定本年不安排年休假。",
        "that a reason is entered is for readers of health alone"
    );
    assert_eq!(told(&Facts { last_bars: &sick, taken_last: true, ..fine }), "按规定本年不安排年休假。");
    assert_eq!(told(&Facts { taken: 10, ..hidden }), "", "the days of this year stay, and nothing is said");
    let school = [Bar { kind: School, amount: 4 }];
    assert_eq!(told(&Facts { bars: &school, ..fine }), "按规定本年安排6天。");
    assert!(sentences(&law, &hidden, &due(&law, &hidden), true).concat().contains("病"), "to them it is");
}

#[test]
fn better_terms_stand_over_the_law_and_worse_ones_do_not() {
    let base = facts("2018-05-01", "2018-05-01");
    assert_eq!(days(&base), Some(5));
    assert_eq!(days(&Facts { own: Some(8), ..base }), Some(8));
    assert_eq!(days(&Facts { own: Some(3), ..base }), Some(5));
    assert_eq!(days(&Facts { extra: 2, ..base }), Some(7), "a contract adds two for everybody");
    assert!(told(&Facts { own: Some(8), ..base }).contains("第十三条"));
}

#[test]
fn holidays_and_days_of_rest_do_not_count() {
    let calendar = BOOK.calendar();
    // National day of 2026: the holidays of 1 to 7 October, work on 10 October in exchange where the notice says so.
    let (plain, said) = counted(calendar, day("2026-08-03"), day("2026-08-09"), None);
    assert_eq!(plain, 10, "{said}");
    assert!(said.contains("休息日2天") && said.contains("计5天"), "{said}");
    let (over, said) = counted(calendar, day("2026-09-28"), day("2026-10-08"), None);
    assert!(over < 2 * 9 && said.contains("国庆节"), "{said}");
    let table = Days::of(calendar, 2026);
    for (from, to) in
        [("2026-08-03", "2026-08-09"), ("2026-09-28", "2026-10-08"), ("2026-01-01", "2026-12-31")]
    {
        assert_eq!(table.halves(day(from), day(to)), counted(calendar, day(from), day(to), None).0, "{from}");
    }
    assert_eq!(counted(calendar, day("2026-08-03"), day("2026-08-03"), Some(1)).0, 1, "half a day");
    let (_, unknown) = counted(calendar, day("2099-08-03"), day("2099-08-07"), None);
    assert!(unknown.contains("2099年的放假安排还没有录入"), "{unknown}");
}

#[test]
fn pay_is_reckoned_from_what_was_typed_to_the_fen() {
    let base = LeavePayInput {
        person: "01900000-0000-7000-8000-000000000001".parse().unwrap(),
        year: 2026,
        halves: 6,
        average: Some(Fen(652_500)),
        daily: None,
        paid: None,
        paid_on: None,
        note: None,
    };
    let figures = pay(&law(), &base);
    assert_eq!(
        (figures.daily, figures.due, figures.extra),
        (Some(Fen(30_000)), Some(Fen(270_000)), Some(Fen(180_000)))
    );
    assert!(
        figures.sentence.contains("÷21.75天") && figures.sentence.contains("300%"),
        "{}",
        figures.sentence
    );
    // 5000.00 / 21.75 = 229.885…: half a fen and more goes up; half a day of it at three times.
    let odd = LeavePayInput { average: Some(Fen(500_000)), halves: 1, ..base.clone() };
    let figures = pay(&law(), &odd);
    assert_eq!((figures.daily, figures.due), (Some(Fen(22_989)), Some(Fen(34_484))));
    let none = pay(&law(), &LeavePayInput { average: None, ..base });
    assert_eq!((none.daily, none.due, none.extra), (None, None, None), "nothing is guessed");
}

#[test]
fn forms_refuse_what_cannot_be() {
    let (law, today) = (law(), day("2026-11-16"));
    let person = "01900000-0000-7000-8000-000000000001".parse().unwrap();
    let period = LeavePeriodInput {
        id: None,
        person,
        year: 2026,
        kind: LeaveKind::Taken,
        from: day("2026-08-03"),
        to: day("2026-08-07"),
        halves: None,
        note: None,
    };
    let field = |input: LeavePeriodInput| check_period(&law, &input, today).err().and_then(|why| why.field);
    assert_eq!(field(period.clone()), None);
    assert_eq!(field(LeavePeriodInput { to: day("2026-08-02"), ..period.clone() }).as_deref(), Some("to"));
    assert_eq!(field(LeavePeriodInput { to: day("2026-11-17"), ..period.clone() }).as_deref(), Some("to"));
    let planned = LeavePeriodInput { kind: LeaveKind::Planned, to: day("2026-11-17"), ..period.clone() };
    assert_eq!(field(planned), None, "a plan may lie ahead");
    assert_eq!(field(LeavePeriodInput { halves: Some(11), ..period.clone() }).as_deref(), Some("halves"));
    assert_eq!(field(LeavePeriodInput { year: 2025, ..period.clone() }), None, "carried over one year");
    let late = check_period(&law, &LeavePeriodInput { year: 2024, ..period.clone() }, today).unwrap_err();
    assert_eq!(late.field.as_deref(), Some("from"));
    assert!(late.rule.is_some(), "the article stands beside it");
    assert_eq!(field(LeavePeriodInput { year: 2027, ..period }).as_deref(), Some("from"));

    let year = LeaveYearInput::none(person, 2026);
    let field = |input: LeaveYearInput| check_year(&law, &input, today).err().and_then(|why| why.field);
    assert_eq!(field(year.clone()), None);
    assert_eq!(field(LeaveYearInput { waived: Some(4), ..year.clone() }).as_deref(), Some("waivedOn"));
    assert_eq!(field(LeaveYearInput { own_days: Some(12), ..year.clone() }).as_deref(), Some("ownSource"));
    let consent = LeaveYearInput { carry_consent_on: Some(today), ..year };
    assert_eq!(field(consent).as_deref(), Some("carried"));

    let schedule = LeaveScheduleInput {
        year: 2026,
        crossing: None,
        extra_days: None,
        extra_source: None,
        asked_on: Some(day("2026-01-20")),
        made_on: Some(day("2026-01-08")),
        posted_on: None,
        note: None,
    };
    assert_eq!(check_schedule(&law, &schedule, today).unwrap_err().field.as_deref(), Some("madeOn"));
    assert_eq!(year_of(Some(2028), today).unwrap_err().field.as_deref(), Some("year"));
    assert_eq!(year_of(None, today).unwrap(), 2026);
}

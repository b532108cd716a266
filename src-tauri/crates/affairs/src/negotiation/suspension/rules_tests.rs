//! Suspensions by the law of each place: on both sides of the longest, one by one and together, and what they do to the clock
//! of the whole talk.

use std::path::Path;
use std::sync::LazyLock;

use law::{LawBook, Place};

use super::*;
use crate::negotiation::model::NegotiationId;
use crate::negotiation::suspension::model::SuspensionId;

static BOOK: LazyLock<LawBook> =
    LazyLock::new(|| LawBook::load(&Path::new(env!("CARGO_MANIFEST_DIR")).join("../../../assets")).unwrap());

fn day(text: &str) -> NaiveDate {
    text.parse().unwrap()
}

fn place(code: &str) -> Place {
    if code.len() == 4 { Place::city(code) } else { Place::province(code) }
}

fn input(from: &str, resume: &str) -> SuspensionInput {
    SuspensionInput {
        id: None,
        negotiation: NegotiationId::from(uuid::Uuid::nil()),
        meeting: None,
        reason: "等上年度的审计报告".to_owned(),
        force_majeure: false,
        from_on: day(from),
        resume_on: day(resume),
        resume_place: "三楼会议室".to_owned(),
        resume_subject: "年度工资增长幅度".to_owned(),
        workers_agreed: "陈望舒".to_owned(),
        employer_agreed: "高子衿".to_owned(),
        late_entry: None,
    }
}

fn kept(record: SuspensionInput, resumed: Option<&str>) -> Suspension {
    let all = vec![Suspension {
        id: SuspensionId::from(uuid::Uuid::from_u128(7)),
        record,
        round: None,
        resumed_on: resumed.map(day),
        recorded: false,
        resumed_note: None,
        days: 0,
    }];
    settled(all, &[]).remove(0)
}

fn checked(code: &str, input: &SuspensionInput, others: &[Suspension]) -> Result<(), Problem> {
    let place = place(code);
    let law = Law { book: &BOOK, place: &place, on: input.from_on };
    check(law, input, others, (day("2026-03-01"), None), day("2026-12-31"))
}

#[test]
fn the_longest_suspension_of_a_place_holds_on_its_last_day_and_not_one_later() {
    // Place, the day after sixty or thirty days from 1 April, the article; 杭州 and 宁波 count together.
    for (code, last, article) in [
        ("11", "2026-05-31", "北京市集体合同条例第三十七条"),
        ("41", "2026-05-01", "河南省企业集体合同条例第十五条"),
        ("3301", "2026-05-01", "杭州市企业工资集体协商条例第二十七条"),
        ("3302", "2026-05-31", "宁波市企业工资集体协商条例第十九条"),
    ] {
        assert!(checked(code, &input("2026-04-01", last), &[]).is_ok(), "{code}: {last}");
        let later = day(last).succ_opt().unwrap().to_string();
        let problem = checked(code, &input("2026-04-01", &later), &[]).unwrap_err();
        assert_eq!(
            (problem.code.as_str(), problem.field.as_deref()),
            ("refused", Some("resumeOn")),
            "{code}"
        );
        assert_eq!(problem.rule.as_deref(), Some(article), "{code}: {}", problem.message);
        let by_paper = SuspensionInput {
            late_entry: Some("双方另有书面约定".to_owned()),
            ..input("2026-04-01", &later)
        };
        assert!(checked(code, &by_paper, &[]).is_ok(), "{code}: what a paper decided is entered");
    }
}

#[test]
fn where_the_law_sets_none_or_only_what_is_usual_nothing_is_refused_and_it_is_said() {
    for (code, says, maximum) in [("36", "没有规定", None), ("50", "一般规定", Some(30))] {
        assert!(checked(code, &input("2026-04-01", "2026-08-01"), &[]).is_ok(), "{code}");
        let place = place(code);
        let terms = terms(Law { book: &BOOK, place: &place, on: day("2026-04-01") });
        assert!(terms.says.contains(says), "{code}: {}", terms.says);
        assert_eq!((terms.maximum, terms.binding), (maximum, false), "{code}");
    }
    let jiangxi = place("36");
    let terms = terms(Law { book: &BOOK, place: &jiangxi, on: day("2026-04-01") });
    assert!(terms.ground.contains("集体合同规定》第三十五条"), "{}", terms.ground);
}

#[test]
fn hangzhou_counts_all_suspensions_together_and_beijing_each_by_itself() {
    let first = kept(input("2026-04-01", "2026-04-21"), Some("2026-04-21"));
    assert_eq!(first.days, 20);
    let others = [first];
    assert!(checked("3301", &input("2026-05-06", "2026-05-16"), &others).is_ok(), "twenty and ten");
    let problem = checked("3301", &input("2026-05-06", "2026-05-17"), &others).unwrap_err();
    assert!(problem.message.contains("以前已经中止20天"), "{}", problem.message);
    assert!(problem.message.contains("2026年5月16日"), "{}", problem.message);
    assert!(checked("11", &input("2026-05-06", "2026-07-05"), &others).is_ok(), "sixty days of its own");
}

#[test]
fn a_suspension_names_what_it_must_and_lies_over_no_other() {
    let at = |change: fn(&mut SuspensionInput)| {
        let mut changed = input("2026-04-01", "2026-04-20");
        change(&mut changed);
        checked("36", &changed, &[]).err().and_then(|problem| problem.field).unwrap_or_default()
    };
    assert_eq!(at(|_| ()), "");
    assert_eq!(at(|one| one.reason.clear()), "reason");
    assert_eq!(at(|one| one.resume_place = " ".to_owned()), "resumePlace");
    assert_eq!(at(|one| one.resume_subject.clear()), "resumeSubject");
    assert_eq!(at(|one| one.workers_agreed.clear()), "workersAgreed");
    assert_eq!(at(|one| one.employer_agreed.clear()), "employerAgreed");
    assert_eq!(at(|one| one.resume_on = one.from_on), "resumeOn");
    assert_eq!(at(|one| one.from_on = day("2026-02-28")), "fromOn", "before the talks");
    assert_eq!(at(|one| one.from_on = day("2027-01-01")), "fromOn", "still to come");
    let open = [kept(input("2026-04-01", "2026-04-20"), None)];
    let over = checked("36", &input("2026-05-01", "2026-05-20"), &open).unwrap_err();
    assert_eq!(over.field.as_deref(), Some("fromOn"), "the first lasts until it is ended: {}", over.message);
}

#[test]
fn one_that_ended_early_is_corrected_by_the_day_on_which_the_talks_went_on() {
    let first = kept(input("2026-04-01", "2026-04-30"), Some("2026-04-10"));
    let corrected = |from: &str| SuspensionInput {
        id: Some(first.id),
        reason: "等上年度的审计报告和工资总额".to_owned(),
        ..input(from, "2026-04-30")
    };
    let beside = |until: &str| {
        let other = kept(input("2026-04-15", until), None);
        [first.clone(), Suspension { id: SuspensionId::from(uuid::Uuid::from_u128(8)), ..other }]
    };
    assert!(checked("36", &corrected("2026-04-01"), &beside("2026-05-06")).is_ok(), "it lies over no other");
    // 杭州 counts thirty days together: nine and twenty-one are, nine and twenty-two are not.
    assert!(checked("3301", &corrected("2026-04-01"), &beside("2026-05-06")).is_ok());
    let longer = checked("3301", &corrected("2026-04-01"), &beside("2026-05-07")).unwrap_err();
    assert!(longer.message.contains("以前已经中止22天，加上这次9天"), "{}", longer.message);
    let after = checked("36", &corrected("2026-04-10"), &beside("2026-05-06")).unwrap_err();
    assert_eq!(
        after.field.as_deref(),
        Some("fromOn"),
        "it begins before the talks went on: {}",
        after.message
    );
}

fn talks_clock(code: &str, all: &[Suspension], today: &str) -> TalksClock {
    let place = place(code);
    let law = Law { book: &BOOK, place: &place, on: day("2026-03-09") };
    let events = [("talks_agreed", day("2026-03-09")), ("offer_received", day("2026-03-09"))];
    let deadline = BOOK.deadline_from("negotiation.conclude", &place, &events).unwrap();
    clock(law, deadline, all, day(today))
}

#[test]
fn force_majeure_stops_the_clock_of_shandong_and_nothing_else_does() {
    let plain = talks_clock("37", &[], "2026-03-20");
    assert_eq!((plain.due, plain.day, plain.of_days), (day("2026-05-08"), 11, 60));
    let flood = SuspensionInput { force_majeure: true, ..input("2026-03-16", "2026-03-26") };
    let stopped = talks_clock("37", &[kept(flood.clone(), Some("2026-03-26"))], "2026-03-30");
    assert_eq!((stopped.due, stopped.paused, stopped.day), (day("2026-05-18"), 10, 11));
    assert!(stopped.says.contains("山东省企业工资集体协商条例》第二十八条"), "{}", stopped.says);
    let lasting = talks_clock("37", &[kept(flood.clone(), None)], "2026-03-30");
    assert_eq!((lasting.paused, lasting.day), (14, 7), "beyond its day it goes on stopping the clock");
    let waited =
        talks_clock("37", &[kept(input("2026-03-16", "2026-03-26"), Some("2026-03-26"))], "2026-03-30");
    assert_eq!((waited.due, waited.paused), (day("2026-05-08"), 0));
    assert!(waited.says.contains("只扣除不可抗力"), "{}", waited.says);
    let jiangxi = talks_clock("36", &[kept(flood, Some("2026-03-26"))], "2026-03-30");
    assert_eq!((jiangxi.due, jiangxi.paused), (day("2026-05-08"), 0), "no such rule there");
    assert!(jiangxi.says.contains("当地没有规定"), "{}", jiangxi.says);
}

#[test]
fn the_collective_contract_of_henan_counts_the_time_of_the_talks_alone() {
    let place = place("41");
    let book = BOOK.scoped("collective");
    let law = Law { book, place: &place, on: day("2026-03-09") };
    let started = [("talks_started", day("2026-03-09"))];
    let told = |all: &[Suspension]| {
        let deadline = book.deadline_from("negotiation.conclude", &place, &started).unwrap();
        clock(law, deadline, all, day("2026-03-30"))
    };
    let plain = told(&[]);
    assert_eq!((plain.due, plain.day, plain.of_days), (day("2026-05-08"), 21, 60));
    let waited = told(&[kept(input("2026-03-16", "2026-03-26"), Some("2026-03-26"))]);
    assert_eq!(
        (waited.due, waited.paused, waited.day),
        (day("2026-05-18"), 10, 11),
        "not only force majeure"
    );
    assert!(waited.says.starts_with("中止10天，依《河南省企业集体合同条例》第十五条"), "{}", waited.says);
}

#[test]
fn where_the_law_says_working_days_the_clock_counts_them() {
    for code in ["3302", "3202"] {
        let place = place(code);
        let law = Law { book: &BOOK, place: &place, on: day("2026-03-09") };
        let clock_on = |today: &str| {
            let started = [("talks_started", day("2026-03-09"))];
            let deadline = BOOK.deadline_from("negotiation.conclude", &place, &started).unwrap();
            clock(law, deadline, &[], day(today))
        };
        // A Monday: the Friday is the fourth working day after it, the Monday the fifth.
        for (today, nth) in [("2026-03-09", 0), ("2026-03-13", 4), ("2026-03-15", 4), ("2026-03-16", 5)] {
            let told = clock_on(today);
            assert_eq!((told.day, told.of_days, told.working), (nth, 30, true), "{code} {today}");
        }
        let due = clock_on("2026-03-09").due;
        assert_eq!(clock_on(&due.to_string()).day, 30, "{code}: its last day");
        assert_eq!(
            clock_on(&due.succ_opt().unwrap().to_string()).day,
            31,
            "{code}: past it, a weekend or not"
        );
    }
    let plain = talks_clock("37", &[], "2026-03-20");
    assert!(!plain.working, "山东 counts days");
}

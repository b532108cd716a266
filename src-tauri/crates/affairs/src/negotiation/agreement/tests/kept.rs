//! How an agreement in effect is kept: when its checks and reports are due, by the law of the place, at the end of its term and of one
//! that was entered afterwards.

use chrono::NaiveDate;
use law::Place;
use uuid::Uuid;

use super::super::affair::Affair;
use super::super::checks::model::SaveAgreementCheck;
use super::super::course::Course;
use super::super::model::{Agreement, AgreementKind, AgreementRungState, AgreementStep, FilingChecklist};
use super::super::store::Head;
use super::super::{duties, rungs};
use super::{BOOK, day, walked, way};
use crate::negotiation::late::Late;
use crate::negotiation::model::{Event, EventFacts, EventKind};
use crate::negotiation::next::NextTalks;

/// A wage agreement in effect from 2026-12-02 to 2028-12-01, as its page holds it on a day.
fn in_effect(province: &str, checked: &[&str], today: &str, entered: Option<&str>) -> Agreement {
    held((province, "2028-12-01"), [checked, &[]], today, entered)
}

/// The same until another last day; `done`: the days of its checks and of its reports.
fn held(
    (province, until): (&str, &str),
    done: [&[&str]; 2],
    today: &str,
    entered: Option<&str>,
) -> Agreement {
    let [checked, told] = done;
    let course = Course { term: (Some(day("2026-12-02")), Some(day(until))), ..walked(&way()) };
    let (id, negotiation) = (Uuid::from_u128(1).into(), Uuid::from_u128(2).into());
    let head = Head {
        id,
        negotiation,
        kind: AgreementKind::Wage,
        title: "2026年度工资专项集体合同".to_owned(),
        term_from: course.term.0,
        term_to: course.term.1,
        continues: None,
        amends: None,
    };
    let affair = Affair {
        id: negotiation,
        place: Place::province(province),
        late: false,
        late_entry: None,
        entered_on: None,
        opened: course.opened,
        met: course.met.into_iter().collect(),
        on: None,
        topics: Vec::new(),
        apart: Vec::new(),
        events: Vec::new(),
    };
    let checks: Vec<SaveAgreementCheck> = (checked.iter())
        .map(|on| SaveAgreementCheck {
            id: None,
            agreement: id,
            from_on: day("2026-12-02"),
            to_on: day(on),
            checked_on: day(on),
            method: String::new(),
            opinions: None,
            conclusion: "已经履行".to_owned(),
            workers: Vec::new(),
            employer: Vec::new(),
            late_entry: None,
            clauses: Vec::new(),
        })
        .collect();
    let events: Vec<Event> = (told.iter().zip(3_u128..))
        .map(|(on, nth)| Event {
            id: Uuid::from_u128(nth).into(),
            agreement: Some(id),
            kind: EventKind::Explained,
            happened_on: day(on),
            text: String::new(),
            facts: EventFacts::default(),
            late_entry: None,
        })
        .collect();
    let checklist = FilingChecklist {
        materials: Vec::new(),
        ready: 0,
        copies: None,
        rule: None,
        note: None,
        usual: None,
    };
    let desk = rungs::Desk {
        book: &BOOK,
        affair: &affair,
        head: &head,
        course: &course,
        votes: &[],
        events: &events,
        checklist: &checklist,
        checks: &checks,
        promises: Default::default(),
        left_open: Vec::new(),
        unnamed: Vec::new(),
        holds_on: None,
        asked_from: entered.map(day),
        next: NextTalks::ToStart,
        renewing: false,
        today: day(today),
    };
    let rungs = desk.rungs().unwrap();
    Agreement {
        id,
        negotiation,
        kind: head.kind,
        title: head.title,
        term_from: head.term_from,
        term_to: head.term_to,
        state: course.state(),
        expired: false,
        state_word: String::new(),
        rungs,
        votes: Vec::new(),
        checklist,
        events,
        checks,
        filing: None,
        grounds: None,
        breach: Vec::new(),
        copies: None,
        suits: Vec::new(),
        entered_on: entered.map(day),
    }
}

/// The last day of the check that today's page asks for.
fn check_due(province: &str, checked: &[&str], today: &str) -> Option<NaiveDate> {
    let agreement = in_effect(province, checked, today, None);
    let duties = duties::duties(&[agreement], None, day(today));
    duties.into_iter().find(|duty| duty.id.ends_with(":check")).and_then(|duty| duty.due)
}

#[test]
fn pay_is_checked_half_yearly_in_chongqing_and_yearly_elsewhere() {
    // 重庆: six months from the effect, announced thirty days before.
    assert_eq!(check_due("50", &[], "2027-05-02"), None, "a day too early");
    assert_eq!(check_due("50", &[], "2027-05-03"), Some(day("2027-06-02")), "its first day");
    assert_eq!(check_due("50", &[], "2027-06-03"), Some(day("2027-06-02")), "it stays when it is late");
    assert_eq!(check_due("50", &["2027-06-02"], "2027-06-03"), None, "done: the next is half a year on");
    assert_eq!(check_due("50", &["2027-06-02"], "2027-11-20"), Some(day("2027-12-02")));
    // 北京 asks for one report a year.
    assert_eq!(check_due("11", &[], "2027-11-01"), None);
    assert_eq!(check_due("11", &[], "2027-11-02"), Some(day("2027-12-02")));
    // The end of the term cuts the last part short, and nothing is asked after it was checked.
    assert_eq!(check_due("50", &["2028-07-10"], "2028-11-20"), Some(day("2028-12-01")));
    assert_eq!(check_due("50", &["2028-12-01"], "2028-12-02"), None);
    // Nor where the last was no more than a quarter of a year before, half of the half year.
    assert_eq!(check_due("50", &["2028-08-31"], "2028-11-20"), Some(day("2028-12-01")));
    assert_eq!(check_due("50", &["2028-09-01"], "2028-11-20"), None);
    // Where no text of the place asks for it the nation's own does, whatever the contract says itself.
    for province in ["31", "36", "41", "43", "22"] {
        assert_eq!(check_due(province, &[], "2027-11-01"), None, "{province}: a day too early");
        assert_eq!(check_due(province, &[], "2027-11-02"), Some(day("2027-12-02")), "{province}");
        assert_eq!(check_due(province, &["2027-12-02"], "2028-10-31"), None, "{province}: a year on");
        assert_eq!(check_due(province, &["2027-11-30"], "2028-10-31"), Some(day("2028-11-30")), "{province}");
    }
}

/// Check and report of a rung each, with the days of 今日 and the words of the ladder.
fn asked(agreement: Agreement, today: &str) -> [(Option<NaiveDate>, String); 2] {
    let origin = |step: AgreementStep| {
        agreement.rungs.iter().find(|rung| rung.step == step).map(|rung| rung.origin.clone()).unwrap()
    };
    let origins = [origin(AgreementStep::Check), origin(AgreementStep::Performance)];
    let duties = duties::duties(&[agreement], None, day(today));
    let due = |kind: &str| duties.iter().find(|duty| duty.id.ends_with(kind)).and_then(|duty| duty.due);
    let [check, performance] = origins;
    [(due(":check"), check), (due(":performance"), performance)]
}

#[test]
fn a_check_and_a_report_shortly_before_the_end_of_the_term_are_not_asked_for_again_some_days_later() {
    // The year is over on 2027-12-02, four weeks before the end of the term.
    let on = |done: &str| {
        let done = [done];
        let done: &[&str] = if done == [""] { &[] } else { &done };
        asked(held(("36", "2027-12-31"), [done, done], "2027-12-20", None), "2027-12-20")
    };
    for (due, origin) in on("") {
        assert_eq!(due, Some(day("2027-12-02")), "{origin}");
        assert!(!origin.contains("期满"), "a whole year: {origin}");
    }
    for done in ["2027-12-01", "2027-06-30"] {
        for (due, origin) in on(done) {
            assert_eq!(due, None, "done on {done}: {origin}");
            assert!(origin.contains("不超过半个周期，期满以前不用再"), "{origin}");
        }
    }
    // Longer ago than half a year the end of the term asks for it, and says so.
    for (due, origin) in on("2027-06-29") {
        assert_eq!(due, Some(day("2027-12-31")), "{origin}");
        assert!(origin.contains("合同到2027年12月31日期满") && origin.contains("提前到期满日"), "{origin}");
    }
    // A whole year that the end of the term closes has a report of its own, however late that of the year before was.
    let late = held(("36", "2028-12-01"), [&[], &["2028-07-10"]], "2028-11-20", None);
    let [_, (due, origin)] = asked(late, "2028-11-20");
    assert_eq!(due, Some(day("2028-12-01")), "{origin}");
    // A second report of the same year is none of the next, which has not begun.
    for first in ["2027-03-01", "2027-12-01"] {
        let twice = held(("36", "2028-12-01"), [&[], &[first, "2027-12-01"]], "2028-11-20", None);
        let [_, (due, origin)] = asked(twice, "2028-11-20");
        assert_eq!(due, Some(day("2028-12-01")), "{origin}");
    }
    let both = held(("36", "2028-12-01"), [&[], &["2027-12-10", "2028-06-01"]], "2028-11-20", None);
    assert_eq!(asked(both, "2028-11-20")[1].0, None, "late for the first year, and in time for the second");
    // What the papers of a late entry did counts like what is recorded.
    for (entered, due) in [("2027-12-02", Some(day("2027-12-02"))), ("2027-12-03", None)] {
        let papers = held(("36", "2027-12-31"), [&[], &[]], "2027-12-20", Some(entered));
        assert_eq!(asked(papers, "2027-12-20").map(|(due, _)| due), [due; 2], "entered on {entered}");
    }
}

/// What is due of a contract in effect since 2026-12-02 that was entered afterwards on a day: check and report.
fn due_late(province: &str, entered: &str, today: &str) -> [Option<NaiveDate>; 2] {
    let agreement = in_effect(province, &[], today, Some(entered));
    let late = Some(Late { entered_on: day(entered), goes_on: false });
    let duties = duties::duties(&[agreement], late, day(today));
    [":check", ":performance"].map(|kind| {
        let found = duties.iter().find(|duty| duty.id.ends_with(kind));
        found.and_then(|duty| duty.due)
    })
}

#[test]
fn of_a_contract_entered_afterwards_the_check_and_the_report_that_lie_ahead_are_asked_for() {
    let both = |on: &str| [Some(day(on)), Some(day(on))];
    // Entered a month before the first year is over, its end lies ahead.
    assert_eq!(due_late("36", "2027-11-02", "2027-11-02"), both("2027-12-02"));
    assert_eq!(due_late("36", "2027-12-02", "2027-12-02"), both("2027-12-02"), "on its very day");
    assert_eq!(due_late("36", "2027-12-02", "2027-12-03"), both("2027-12-02"), "missed since the entry");
    // Entered a day later, that year is the papers'; the next is cut short by the end of the term.
    assert_eq!(due_late("36", "2027-12-03", "2027-12-03"), [None, None]);
    assert_eq!(due_late("36", "2027-12-03", "2028-10-31"), [None, None]);
    assert_eq!(due_late("36", "2027-12-03", "2028-11-01"), both("2028-12-01"));
    // Half a year where the place says so.
    assert_eq!(due_late("50", "2027-06-03", "2027-11-02")[0], Some(day("2027-12-02")));
    // The term was over before it was entered.
    assert_eq!(due_late("36", "2028-12-02", "2028-12-02"), [None, None]);
    let step = |agreement: Agreement, step: AgreementStep| {
        agreement.rungs.into_iter().find(|rung| rung.step == step).unwrap().state
    };
    for of in [AgreementStep::Check, AgreementStep::Performance, AgreementStep::Renewal] {
        let over = in_effect("36", &[], "2028-12-02", Some("2028-12-02"));
        assert_eq!(step(over, of), AgreementRungState::NotNeeded, "{of:?}");
        let ahead = in_effect("36", &[], "2028-12-01", Some("2028-12-01"));
        assert_ne!(step(ahead, of), AgreementRungState::NotNeeded, "{of:?}: its last day");
    }
}

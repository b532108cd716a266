//! How an agreement in effect is kept: when its checks and reports are due, by the law of the place and of one that was entered
//! afterwards.

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
use crate::negotiation::next::NextTalks;

/// A wage agreement in effect from 2026-12-02 to 2028-12-01, as its page holds it on a day.
fn in_effect(province: &str, checked: &[&str], today: &str, entered: Option<&str>) -> Agreement {
    let course = Course { term: (Some(day("2026-12-02")), Some(day("2028-12-01"))), ..walked(&way()) };
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
        events: &[],
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
        events: Vec::new(),
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
    // Where no text of the place asks for it the nation's own does, whatever the contract says itself.
    for province in ["31", "36", "41", "43", "22"] {
        assert_eq!(check_due(province, &[], "2027-11-01"), None, "{province}: a day too early");
        assert_eq!(check_due(province, &[], "2027-11-02"), Some(day("2027-12-02")), "{province}");
        assert_eq!(check_due(province, &["2027-12-02"], "2028-10-31"), None, "{province}: a year on");
        assert_eq!(check_due(province, &["2027-11-30"], "2028-10-31"), Some(day("2028-11-30")), "{province}");
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

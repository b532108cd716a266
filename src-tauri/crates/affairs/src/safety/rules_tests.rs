//! The decisions on hazards on both sides of their lines.

use std::path::Path;
use std::sync::LazyLock;

use law::{LawBook, Place as At};
use proptest::prelude::*;

use super::*;
use crate::duty::Whose;
use crate::safety::model::{
    HazardCategory, HazardEventInput, HazardFound, HazardId, HazardInput, HazardProposal, HazardStep,
    RungState,
};

static BOOK: LazyLock<LawBook> =
    LazyLock::new(|| LawBook::load(&Path::new(env!("CARGO_MANIFEST_DIR")).join("../../../assets")).unwrap());

fn day(text: &str) -> NaiveDate {
    text.parse().unwrap()
}

fn in_place<T>(code: &str, body: impl FnOnce(SafetyLaw<'_>) -> T) -> T {
    let place = At::province(code);
    body(law_of(&BOOK, &place))
}

fn id() -> HazardId {
    "01990000-0000-7000-8000-000000000001".parse().unwrap()
}

fn happened(kind: Kind, on: &str) -> Happened {
    Happened { kind, on: day(on), until: None, answer: None, level: None }
}

/// A general hazard of 2 November with all five assurances to the 20th, and what happened to it.
fn assured(events: &[(Kind, &str)]) -> Course {
    Course {
        found_on: day("2026-11-02"),
        grade: Some(HazardGrade::General),
        danger: false,
        written: true,
        proposal: Sent { issue: None, received_on: Some(day("2026-11-03")) },
        evacuation: Sent::default(),
        lacking: Vec::new(),
        assured_by: Some("万里程".to_owned()),
        due_on: Some(day("2026-11-20")),
        events: events.iter().map(|(kind, on)| happened(*kind, on)).collect(),
    }
}

fn next_in(code: &str, course: &Course, today: &str) -> Vec<(String, Whose, String)> {
    let all = in_place(code, |law| todos(law, id(), course, day(today))).unwrap();
    let due = |due: Option<NaiveDate>| due.map(|day| day.to_string()).unwrap_or_default();
    all.into_iter().map(|todo| (todo.title, todo.whose, due(todo.due))).collect()
}

fn next(course: &Course, today: &str) -> Vec<(String, Whose, String)> {
    next_in("36", course, today)
}

fn said(title: &str, whose: Whose, due: &str) -> (String, Whose, String) {
    (title.to_owned(), whose, due.to_owned())
}

fn event(kind: Kind, on: &str) -> HazardEventInput {
    HazardEventInput {
        id: None,
        hazard: id(),
        kind,
        happened_on: day(on),
        happened_at: None,
        text: "照现场的情况".to_owned(),
        who: Some("吴刚".to_owned()),
        answer: None,
        level: None,
        until_on: None,
        late_entry: None,
    }
}

/// The code and the field of a refusal, empty where it is taken.
fn held(course: &Course, input: &HazardEventInput) -> (String, String) {
    match check_event(course, input, day("2026-12-31")) {
        Ok(()) => Default::default(),
        Err(why) => (why.code, why.field.unwrap_or_default()),
    }
}

fn refused(code: &str, field: &str) -> (String, String) {
    (code.to_owned(), field.to_owned())
}

#[test]
fn the_loop_goes_from_registered_to_done_and_each_state_says_whose_move_it_is() {
    let fresh = Course {
        grade: None,
        written: false,
        proposal: Sent::default(),
        lacking: vec!["责任", "措施", "资金", "时限", "预案"],
        assured_by: None,
        due_on: None,
        ..assured(&[])
    };
    assert_eq!(state(&fresh), HazardState::Registered);
    assert_eq!(next(&fresh, "2026-11-02"), [said("分级：一般还是重大", Whose::Union, "")]);
    let graded = Course { grade: Some(HazardGrade::General), ..fresh.clone() };
    assert_eq!(state(&graded), HazardState::Graded);
    assert_eq!(next(&graded, "2026-11-02"), [said("写整改建议", Whose::Union, "")]);
    let written = Course { written: true, ..graded };
    assert_eq!(next(&written, "2026-11-02"), [said("印发整改建议书", Whose::Union, "")]);
    let sent = Course { proposal: Sent { issue: None, received_on: Some(day("2026-11-03")) }, ..written };
    assert_eq!(state(&sent), HazardState::Proposed);
    // Three working days after Tuesday the third, which the union suggests and no law sets.
    assert_eq!(next(&sent, "2026-11-06"), [said("研究答复整改建议", Whose::Employer, "2026-11-06")]);
    let silent = next(&sent, "2026-11-07");
    assert_eq!(silent[0], said("单位没有按期答复，请企业负责人督办", Whose::Union, ""), "past the limit");
    assert_eq!(silent.len(), 2, "the answer is still owed");
    let replied = Course { events: vec![happened(Kind::Replied, "2026-11-05")], ..sent };
    assert_eq!(state(&replied), HazardState::Replied);
    assert_eq!(next(&replied, "2026-11-05"), [said("落实责任、措施、资金、时限、预案", Whose::Employer, "")]);
    assert_eq!(state(&assured(&[])), HazardState::Rectifying);
    assert_eq!(next(&assured(&[]), "2026-11-20"), [said("整改隐患", Whose::Employer, "2026-11-20")]);
    let rectified = assured(&[(Kind::Rectified, "2026-11-18")]);
    assert_eq!(next(&rectified, "2026-11-18"), [said("复查，登记验收", Whose::Union, "")]);
    let passed = assured(&[(Kind::Rectified, "2026-11-18"), (Kind::Passed, "2026-11-19")]);
    assert_eq!(next(&passed, "2026-11-19"), [said("销号", Whose::Union, "")]);
    let mut closed = passed;
    closed.events.push(happened(Kind::Closed, "2026-11-19"));
    assert_eq!(state(&closed), HazardState::Closed);
    assert_eq!(next(&closed, "2026-11-19"), [said("把整改的结果公示、通报职工", Whose::Employer, "")]);
    closed.events.push(happened(Kind::Posted, "2026-11-20"));
    assert_eq!(state(&closed), HazardState::Done);
    assert_eq!(next(&closed, "2026-11-20"), []);
}

#[test]
fn a_major_hazard_is_reported_in_both_places_and_a_general_one_in_neither() {
    let major = Course { grade: Some(HazardGrade::Major), ..assured(&[]) };
    let titles = |course: &Course| -> Vec<String> {
        next(course, "2026-11-10").into_iter().map(|(title, ..)| title).collect()
    };
    assert_eq!(titles(&major)[1..], ["把重大隐患报告监管部门", "向职代会报告重大隐患的治理情况"]);
    assert_eq!(titles(&assured(&[])).len(), 1);
    let mut over = assured(&[
        (Kind::Rectified, "2026-11-08"),
        (Kind::Passed, "2026-11-09"),
        (Kind::Closed, "2026-11-09"),
    ]);
    over.grade = Some(HazardGrade::Major);
    over.events.push(happened(Kind::Posted, "2026-11-09"));
    assert_eq!(state(&over), HazardState::Posted, "not told to the congress yet");
    over.events.push(happened(Kind::Reported, "2026-11-09"));
    assert_eq!(state(&over), HazardState::Posted);
    over.events.push(happened(Kind::Congress, "2026-11-10"));
    assert_eq!(state(&over), HazardState::Done);
    assert_eq!(titles(&over), Vec::<String>::new());
}

#[test]
fn late_is_after_the_day_and_goes_up_one_level_at_a_time() {
    let course = assured(&[]);
    assert!(!course.late(day("2026-11-20")), "the day itself is in time");
    assert!(course.late(day("2026-11-21")));
    let first = |course: &Course, today: &str| next(course, today)[0].0.clone();
    assert_eq!(first(&course, "2026-11-21"), "整改超期，升级到班组督办");
    let mut asked = assured(&[(Kind::Escalated, "2026-11-21")]);
    asked.events[0].level = Some(HazardLevel::Team);
    asked.events[0].until = Some(day("2026-11-24"));
    assert_eq!(first(&asked, "2026-11-24"), "整改隐患", "the team has its day");
    assert_eq!(first(&asked, "2026-11-25"), "整改超期，升级到车间督办");
    asked.events[0].level = Some(HazardLevel::Authority);
    assert_eq!(first(&asked, "2026-11-25"), "整改隐患", "nobody stands above");
    let major = Course { grade: Some(HazardGrade::Major), ..assured(&[]) };
    assert_eq!(next_level(&major), Some(HazardLevel::Employer), "a major one does not begin with the team");
    let mut extended = assured(&[(Kind::Extended, "2026-11-19")]);
    extended.events[0].until = Some(day("2026-11-30"));
    assert!(
        !extended.late(day("2026-11-30")) && extended.late(day("2026-12-01")),
        "an extension sets the day"
    );
}

#[test]
fn danger_to_lives_stands_first_and_the_authority_is_told_where_the_place_says_so() {
    let danger = Course { danger: true, ..assured(&[]) };
    assert_eq!(next(&danger, "2026-11-02")[0].0, "建议组织职工撤离");
    let told = Sent { issue: None, received_on: Some(day("2026-11-02")) };
    let told = Course { evacuation: told, ..danger };
    assert_eq!(next(&told, "2026-11-02")[0], said("对撤离建议立即作出处理", Whose::Employer, ""));
    assert_eq!(next(&told, "2026-11-02").len(), 2, "on the day itself it is the employer's alone");
    assert_eq!(
        next(&told, "2026-11-03")[1].0,
        "单位没有处理撤离建议，报告监管部门",
        "the next day in Jiangxi"
    );
    assert_eq!(next_in("31", &told, "2026-11-03").len(), 2, "no such rule in Shanghai");
    let mut decided = told;
    decided.events.push(happened(Kind::Decided, "2026-11-02"));
    assert_eq!(next(&decided, "2026-11-03").len(), 1);
}

#[test]
fn an_agreed_limit_stands_in_the_place_of_the_suggested_one() {
    let received = day("2026-11-16");
    let due = |book: &LawBook| {
        let place = At::province("36");
        reply_due(law_of(book, &place), received).unwrap().unwrap()
    };
    let suggested = due(&BOOK);
    assert_eq!(suggested.due, day("2026-11-19"), "three working days after Monday");
    assert_eq!(suggested.rule.id, "CN-WS-08-REPLY-LIMIT");
    let own = law::OwnRule {
        id: "own".to_owned(),
        of: "CN-WS-08-REPLY-LIMIT".to_owned(),
        quantity: 5,
        contract: "安全生产协议".to_owned(),
        article: "第八条".to_owned(),
        from: day("2026-01-01"),
        to: None,
        note: None,
    };
    assert!(BOOK.check_own(&own).is_ok(), "longer than suggested may be agreed: no law is in its way");
    let agreed = due(&BOOK.with_own(&[own]));
    assert_eq!((agreed.due, agreed.rule.layer), (day("2026-11-23"), law::Layer::Own));
}

#[test]
fn each_event_stands_on_the_one_before_or_on_the_reason_of_a_late_entry() {
    let bare = assured(&[]);
    assert_eq!(held(&bare, &event(Kind::Closed, "2026-11-20")), refused("refused", "lateEntry"));
    let late = HazardEventInput {
        late_entry: Some("纸上已经销号".to_owned()),
        ..event(Kind::Closed, "2026-11-20")
    };
    assert_eq!(held(&bare, &late), Default::default());
    assert_eq!(
        held(&bare, &event(Kind::Reopened, "2026-11-20")),
        refused("refused", "kind"),
        "no reason helps here"
    );
    assert_eq!(
        held(&bare, &event(Kind::Reported, "2026-11-20")),
        refused("refused", "kind"),
        "of major ones alone"
    );
    let rectified = assured(&[(Kind::Rectified, "2026-11-18")]);
    assert_eq!(held(&rectified, &event(Kind::Passed, "2026-11-17")), refused("bad_input", "happenedOn"));
    assert_eq!(held(&rectified, &event(Kind::Passed, "2026-11-18")), Default::default(), "the same day");
    assert_eq!(
        held(&rectified, &event(Kind::Rectified, "2026-11-18")),
        refused("refused", "kind"),
        "it is already"
    );
    let own = HazardEventInput { who: Some("万里程".to_owned()), ..event(Kind::Passed, "2026-11-18") };
    assert_eq!(held(&rectified, &own), refused("bad_input", "who"), "checked again by another");
    let nobody = HazardEventInput { who: None, ..event(Kind::Passed, "2026-11-18") };
    assert_eq!(held(&rectified, &nobody), refused("bad_input", "who"));
}

#[test]
fn what_is_sent_back_begins_anew_with_a_day() {
    let rectified = assured(&[(Kind::Rectified, "2026-11-18")]);
    assert_eq!(held(&rectified, &event(Kind::Failed, "2026-11-19")), refused("bad_input", "untilOn"));
    let failed = HazardEventInput { until_on: Some(day("2026-11-25")), ..event(Kind::Failed, "2026-11-19") };
    assert_eq!(held(&rectified, &failed), Default::default());
    let mut back = rectified;
    back.events.push(Happened { until: Some(day("2026-11-25")), ..happened(Kind::Failed, "2026-11-19") });
    assert_eq!(state(&back), HazardState::Rectifying);
    assert_eq!(next(&back, "2026-11-25"), [said("整改隐患", Whose::Employer, "2026-11-25")]);
    assert!(may(&back).contains(&Kind::Rectified) && !may(&back).contains(&Kind::Passed));
    let mut closed = assured(&[
        (Kind::Rectified, "2026-11-18"),
        (Kind::Passed, "2026-11-18"),
        (Kind::Closed, "2026-11-18"),
    ]);
    assert!(may(&closed).contains(&Kind::Reopened));
    closed.events.push(Happened { until: Some(day("2026-12-05")), ..happened(Kind::Reopened, "2026-11-28") });
    assert_eq!((state(&closed), closed.deadline()), (HazardState::Rectifying, Some(day("2026-12-05"))));
}

#[test]
fn an_answer_says_what_it_answers_and_a_refusal_goes_up() {
    let course = Course { lacking: vec!["责任"], due_on: None, ..assured(&[]) };
    assert_eq!(held(&course, &event(Kind::Replied, "2026-11-05")), refused("bad_input", "answer"));
    let agreed =
        HazardEventInput { answer: Some(HazardAnswer::Agreed), ..event(Kind::Replied, "2026-11-05") };
    assert_eq!(held(&course, &agreed), Default::default());
    assert_eq!(
        held(&course, &event(Kind::Extended, "2026-11-05")),
        refused("refused", "kind"),
        "no day was set"
    );
    let mut refusal = course;
    refusal
        .events
        .push(Happened { answer: Some(HazardAnswer::Refused), ..happened(Kind::Replied, "2026-11-05") });
    assert_eq!(next(&refusal, "2026-11-05")[0].0, "单位不采纳整改建议，升级到企业负责人督办");
    assert!(may(&refusal).contains(&Kind::Replied), "it may answer otherwise");
    let none = HazardEventInput { level: None, ..event(Kind::Escalated, "2026-11-06") };
    assert_eq!(held(&refusal, &none), refused("bad_input", "level"));
}

#[test]
fn an_extension_is_later_than_the_day_that_stands() {
    let until =
        |text: &str| HazardEventInput { until_on: Some(day(text)), ..event(Kind::Extended, "2026-11-18") };
    assert_eq!(held(&assured(&[]), &until("2026-11-20")), refused("bad_input", "untilOn"), "the same day");
    assert_eq!(held(&assured(&[]), &until("2026-11-21")), Default::default());
    assert_eq!(held(&assured(&[]), &event(Kind::Extended, "2026-11-18")), refused("bad_input", "untilOn"));
}

#[test]
fn a_hazard_says_what_and_where_and_who_leaves() {
    let input = || HazardInput {
        id: None,
        found_on: day("2026-11-02"),
        found_at: Some("14:20".to_owned()),
        finder: None,
        found_how: HazardFound::Snapshot,
        unit: None,
        place: "二车间".to_owned(),
        kind: HazardCategory::Machine,
        matter: "双手按钮失灵".to_owned(),
        details: None,
        basis: None,
        grade: None,
        grade_reason: None,
        danger: false,
        evacuees: None,
        late_entry: None,
    };
    let with = |change: fn(&mut HazardInput)| {
        let mut one = input();
        change(&mut one);
        check(&one, day("2026-11-02")).err().and_then(|why| why.field).unwrap_or_default()
    };
    assert_eq!(with(|_| ()), "");
    assert_eq!(with(|one| one.matter = " ".into()), "matter");
    assert_eq!(with(|one| one.place = String::new()), "place");
    assert_eq!(with(|one| one.found_on = "2026-11-03".parse().unwrap()), "foundOn");
    assert_eq!(with(|one| one.found_at = Some("下午".into())), "foundAt");
    assert_eq!(with(|one| one.found_at = Some("24:00".into())), "foundAt");
    assert_eq!(with(|one| one.danger = true), "evacuees");
    assert_eq!(with(|one| one.grade_reason = Some("符合判定标准第五条".into())), "grade");
    let proposal = HazardProposal {
        id: id(),
        advice: "停用".into(),
        advised_by: Some(day("2026-11-01")),
        contact: None,
    };
    assert!(check_proposal(&proposal, day("2026-11-02")).is_err(), "before it was found");
}

#[test]
fn the_ladder_shows_where_it_stands_and_what_it_went_past() {
    let at = |course: &Course, today: &str, step: HazardStep| {
        rungs(course, day(today)).into_iter().find(|rung| rung.step == step).map(|rung| rung.state)
    };
    let course = assured(&[]);
    assert_eq!(at(&course, "2026-11-20", HazardStep::Rectified), Some(RungState::Now));
    assert_eq!(at(&course, "2026-11-21", HazardStep::Rectified), Some(RungState::Late));
    assert_eq!(at(&course, "2026-11-20", HazardStep::Replied), Some(RungState::Gap), "nobody answered");
    assert_eq!(at(&course, "2026-11-20", HazardStep::Evacuated), None, "no lives in danger");
    assert_eq!(at(&course, "2026-11-20", HazardStep::Reported), None, "not a major one");
    let danger = Course { danger: true, ..assured(&[]) };
    assert_eq!(at(&danger, "2026-11-02", HazardStep::Evacuated), Some(RungState::Late));
}

fn any_kind() -> impl Strategy<Value = Kind> {
    proptest::sample::select(Kind::ALL.to_vec())
}

proptest! {
    /// Whatever is entered in whatever order: it is refused with its reason, or the hazard stands in a state that has its next
    /// step, unless it is done.
    #[test]
    fn no_order_of_events_leaves_a_hazard_without_a_next_step(kinds in proptest::collection::vec(any_kind(), 0..16)) {
        let mut course = assured(&[]);
        for kind in kinds {
            let input = HazardEventInput {
                answer: Some(HazardAnswer::Agreed),
                level: Some(HazardLevel::Shop),
                until_on: Some(day("2026-12-31")),
                late_entry: Some("纸上办过".to_owned()),
                ..event(kind, "2026-12-01")
            };
            if check_event(&course, &input, day("2026-12-31")).is_ok() {
                course.events.push(Happened { until: input.until_on, ..happened(kind, "2026-12-01") });
            }
            let left = in_place("36", |law| todos(law, id(), &course, day("2026-12-02"))).unwrap();
            prop_assert_eq!(left.is_empty(), state(&course) == HazardState::Done);
            let now = rungs(&course, day("2026-12-02")).into_iter();
            let here = now.filter(|rung| matches!(rung.state, RungState::Now | RungState::Late)).count();
            prop_assert_eq!(here, usize::from(state(&course) != HazardState::Done));
        }
    }
}

#[test]
fn a_rate_of_nothing_is_no_nought() {
    assert_eq!((rate(0, 0), rate(0, 3), rate(3, 3)), ("—".to_owned(), "0%".to_owned(), "100%".to_owned()));
    assert_eq!(
        (rate(12, 13), rate(1, 3), rate(2, 3)),
        ("92.3%".to_owned(), "33.3%".to_owned(), "66.7%".to_owned())
    );
    let none = figures(&[], 0, day("2026-12-31"));
    let closing = none.iter().find(|one| one.name == "销号率").unwrap();
    assert_eq!(closing.value, "—");
    assert!(closing.note.as_ref().unwrap().contains("没有发现隐患"), "the reason stands beside: {closing:?}");
}

#[test]
fn figures_count_what_had_come_by_the_day() {
    let row = |course: Course| Row { kind: HazardCategory::Machine, unit: Some("冲压".to_owned()), course };
    let kept = assured(&[
        (Kind::Rectified, "2026-11-20"),
        (Kind::Passed, "2026-11-20"),
        (Kind::Closed, "2026-11-20"),
    ]);
    let missed = assured(&[(Kind::Rectified, "2026-11-21")]);
    let open = assured(&[]);
    let rows = [row(kept), row(missed), row(open)];
    let value = |as_of: &str, name: &str| {
        figures(&rows, 2, day(as_of)).into_iter().find(|one| one.name == name).unwrap().value
    };
    assert_eq!(value("2026-11-20", "按期整改率"), "50%", "of the open one the day has not passed");
    assert_eq!(value("2026-11-21", "按期整改率"), "33.3%");
    assert_eq!(
        (value("2026-11-21", "发现隐患"), value("2026-11-21", "已销号")),
        ("3件".to_owned(), "1件".to_owned())
    );
    assert_eq!(by_kind(&rows)[0].all, 3);
    assert_eq!(by_unit(&rows)[0].closed, 1);
}

#[test]
fn a_period_is_a_year_or_a_quarter_to_its_last_day() {
    let span = |text: &str| Period::parse(text).map(|period| period.span());
    assert_eq!(span("2026"), Some((day("2026-01-01"), day("2026-12-31"))));
    assert_eq!(span("2026-Q1"), Some((day("2026-01-01"), day("2026-03-31"))));
    assert_eq!(span("2024-Q4"), Some((day("2024-10-01"), day("2024-12-31"))));
    for none in ["", "20x6", "2026-Q0", "2026-Q5", "2026Q1", "26"] {
        assert_eq!(span(none), None, "{none}");
    }
    assert_eq!(Period::of(day("2026-09-30")).code(), "2026-Q3");
    assert_eq!(Period::of(day("2026-10-01")).words(), "2026年第四季度");
    assert_eq!(Period::of(day("2026-02-01")).before().code(), "2025-Q4");
    assert_eq!(Period { year: 2026, quarter: None }.before().code(), "2025");
}

//! The chapters on the workers' congress, work safety and occupational disease: that every row of theirs
//! stands in the packs, that the nation answers each subject everywhere, and which layer wins where.

use std::collections::BTreeSet;

use law::{Confidence, Kind, LawBook, Layer, Place, Threshold, Unit};

use crate::{book, day};

const DAY: &str = "2026-11-22";

/// Subjects that every union must find answered without local rules.
const EVERYWHERE: &[&str] = &[
    "counting.first_day",
    "counting.month_end",
    "counting.holiday_end",
    "counting.inclusive",
    "calendar.statutory_days",
    "congress.form",
    "congress.size.minimum",
    "congress.size.share",
    "congress.managers.maximum",
    "congress.women",
    "congress.term.minimum",
    "congress.term.maximum",
    "congress.yearly",
    "congress.attendance",
    "congress.papers",
    "congress.approval",
    "congress.ballot",
    "congress.election.attendance",
    "congress.election.approval",
    "congress.recall.approval",
    "congress.extraordinary",
    "congress.rules.discussion",
    "congress.rules.publication",
    "congress.layoff.explain",
    "congress.director.required",
    "congress.supervisors.share",
    "congress.major_decisions",
    "congress.correction",
    "congress.unsubmitted",
    "safety.hazards.record",
    "safety.hazards.inform",
    "safety.hazards.major_report",
    "safety.hazards.major_criteria",
    "safety.rules.union_heard",
    "safety.officer.full_time",
    "safety.officer.any",
    "safety.training",
    "safety.training.record",
    "safety.training.hours.new",
    "safety.special_operations",
    "safety.worker.refuse",
    "safety.worker.stop",
    "safety.worker.stop.protection",
    "safety.proposal",
    "safety.proposal.reply",
    "safety.evacuation",
    "safety.evacuation.decision",
    "safety.three_simultaneities",
    "safety.accident.union_joins",
    "safety.accident.grade.deaths",
    "safety.accident.report",
    "safety.accident.inquiry",
    "safety.union.committee",
    "safety.drill.key_unit",
    "safety.drill.comprehensive",
    "safety.plan.review",
    "safety.fire.training",
    "safety.insurance.injury",
    "safety.hours.week",
    "safety.overtime.month",
    "safety.overtime.pay.holiday",
    "safety.heat.stop",
    "safety.heat.allowance.outdoor",
    "safety.women.pregnant",
    "safety.women.maternity",
    "safety.over_age.agreement",
    "safety.injury.apply",
    "safety.injury.apply.union",
    "safety.appraisal.conclusion",
    "disease.rules.union_heard",
    "disease.exam",
    "disease.exam.before",
    "disease.exam.leaving",
    "disease.exam.result",
    "disease.file.copy",
    "disease.contract",
    "disease.training",
    "disease.notice_board",
    "disease.testing.publication",
    "disease.testing.severe",
    "disease.testing.general",
    "disease.assessment.severe",
    "disease.exam.cycle.noise",
    "disease.exam.cycle.heat",
    "disease.exam.leaving.window",
    "disease.declaration.process",
    "disease.evacuation.decision",
    "disease.suspected",
    "disease.arbitration",
];

/// Instruments of these chapters whose text was read article by article.
const READ: &[&str] = &[
    "中华人民共和国工会法",
    "中华人民共和国劳动法",
    "中华人民共和国劳动合同法",
    "中华人民共和国安全生产法",
    "中华人民共和国职业病防治法",
    "女职工劳动保护特别规定",
    "国务院关于职工工作时间的规定",
    "全国年节及纪念日放假办法",
    "上海市职工代表大会条例",
    "浙江省企业民主管理条例",
];

fn ours(subject: &str) -> bool {
    ["counting.", "calendar.", "congress.", "safety.", "disease."]
        .iter()
        .any(|chapter| subject.starts_with(chapter))
}

fn winner(book: &LawBook, subject: &str, place: &Place) -> String {
    book.ruling(subject, place, day(DAY)).map_or_else(|error| error.to_string(), |one| one.winner.id.clone())
}

#[test]
fn every_row_of_the_three_chapters_stands_in_the_national_packs() {
    let book = book();
    for (chapter, rows) in [("WC", 17), ("WS", 25), ("OD", 15)] {
        for row in 1..=rows {
            let id = format!("CN-{chapter}-{row:02}");
            let dashed = format!("{id}-");
            let stands = |rule: &law::Rule| {
                rule.layer == Layer::National && (rule.id == id || rule.id.starts_with(&dashed))
            };
            assert!(book.rules().any(stands), "no rule {id}");
        }
    }
}

#[test]
fn every_subject_of_congress_safety_and_disease_is_answered_everywhere() {
    let book = book();
    for place in [
        Place::province("36"),
        Place::province("31"),
        Place::city("3301"),
        Place::province("41"),
        Place::province("44"),
    ] {
        for subject in EVERYWHERE {
            let ruling = book.ruling(subject, &place, day(DAY));
            assert!(ruling.is_ok(), "{subject} has no rule at {place:?}");
        }
    }
}

#[test]
fn a_text_that_was_not_read_is_never_high() {
    for rule in book().rules().filter(|rule| ours(&rule.subject)) {
        let read = READ.contains(&rule.instrument.as_str());
        assert_eq!(rule.confidence == Confidence::High, read, "{} of {}", rule.id, rule.instrument);
    }
}

#[test]
fn an_unread_number_says_so_in_its_note() {
    for rule in book().rules().filter(|rule| ours(&rule.subject) && rule.confidence == Confidence::Low) {
        assert!(rule.note.is_some(), "{} is of low confidence without a word why", rule.id);
    }
}

#[test]
fn the_congress_is_ruled_by_its_place_where_the_place_has_a_regulation() {
    let book = book();
    let id = |subject: &str, code: &str| winner(book, subject, &Place::province(code));
    for (subject, national, shanghai, zhejiang) in [
        ("congress.attendance", "CN-WC-05-PRESENT", "SH-WC-28", "ZJ-WC-15-PRESENT"),
        ("congress.approval", "CN-WC-07", "SH-WC-31", "ZJ-WC-15-VOTES"),
        ("congress.size.minimum", "CN-WC-02-MIN", "SH-WC-21", "ZJ-WC-10"),
        ("congress.extraordinary", "CN-WC-09", "SH-WC-22-EXTRA", "ZJ-WC-15-EXTRA"),
    ] {
        assert_eq!([id(subject, "36"), id(subject, "31"), id(subject, "33")], [national, shanghai, zhejiang]);
    }
    let (half, _) = book.quantity("congress.approval", &Place::province("31"), day(DAY)).unwrap();
    let (more, _) = book.quantity("congress.approval", &Place::province("33"), day(DAY)).unwrap();
    assert_eq!(
        (half.boundary(60), more.boundary(60)),
        (Some(30), Some(31)),
        "上海 半数以上 takes half itself, 浙江 过半数 does not"
    );
}

#[test]
fn the_seats_of_a_congress_follow_the_number_of_workers() {
    let book = book();
    let table =
        |code: &str| book.quantity("congress.size.minimum", &Place::province(code), day(DAY)).unwrap().0;
    let (in_shanghai, in_zhejiang) = (table("31"), table("33"));
    for workers in 1..=12_000u32 {
        let shanghai = match workers {
            ..100 => 30,
            100..3_000 => 30 + (workers / 100 - 1) * 5,
            _ => 175,
        };
        assert_eq!(in_shanghai.boundary(workers), Some(shanghai), "上海 with {workers} workers");
        let zhejiang = match workers {
            ..100 => 30,
            100..1_000 => 40 + (workers / 100 - 1) * 7,
            1_000..5_000 => 100 + (workers / 1_000 - 1) * 20,
            _ => 200,
        };
        assert_eq!(in_zhejiang.boundary(workers), Some(zhejiang), "浙江 with {workers} workers");
    }
}

#[test]
fn papers_of_a_congress_reach_the_delegates_seven_days_before() {
    let deadline = book().deadline("congress.papers", &Place::province("31"), day("2026-10-08")).unwrap();
    assert_eq!(
        (deadline.due, deadline.rule.id.as_str()),
        (day("2026-09-30"), "SH-WC-30"),
        "the seventh day before is National Day, so the papers are due before it"
    );
}

#[test]
fn an_evacuation_is_decided_at_once_whatever_a_province_says() {
    let book = book();
    let ruling = book.ruling("safety.evacuation.decision", &Place::province("36"), day(DAY)).unwrap();
    assert_eq!(ruling.winner.id, "CN-WS-08-DECIDE", "立即 of the safety law stands before 及时");
    let beaten: BTreeSet<_> = ruling.beaten.iter().map(|one| one.rule.id.as_str()).collect();
    assert_eq!(beaten, ["CN-WS-08-DECIDE-UNION", "JX-WS-32-DECIDE"].into());
    assert!(
        book.applies("safety.evacuation.organise", &Place::province("36"), day(DAY)).is_some()
            && book.applies("safety.evacuation.organise", &Place::province("31"), day(DAY)).is_none(),
        "only 江西 lets the union lead people out"
    );
}

#[test]
fn answers_that_the_law_gives_no_days_for_have_none() {
    let book = book();
    for subject in ["safety.proposal.reply", "safety.evacuation.decision", "safety.hazards.major_report"] {
        let rules: Vec<_> = book.rules().filter(|rule| rule.subject == subject).collect();
        assert!(!rules.is_empty());
        for rule in rules {
            assert!(rule.kind == Kind::Duty && rule.quantity.is_none(), "{} must not invent days", rule.id);
        }
    }
}

#[test]
fn accidents_are_graded_with_the_lower_end_of_each_grade_inside() {
    let book = book();
    let grade = |subject: &str, whole: u32| {
        book.quantity(subject, &Place::province("36"), day(DAY)).unwrap().0.boundary(whole)
    };
    let deaths = [0, 2, 3, 9, 10, 29, 30].map(|dead| grade("safety.accident.grade.deaths", dead));
    assert_eq!(deaths, [None, Some(1), Some(2), Some(2), Some(3), Some(3), Some(4)]);
    assert_eq!(grade("safety.accident.grade.injuries", 50), Some(3));
    assert_eq!(grade("safety.accident.grade.loss", 9_999), Some(3));
    for rule in book.rules().filter(|rule| rule.subject.starts_with("safety.accident.grade.")) {
        assert_eq!(rule.items.len(), 4, "{} names its grades", rule.id);
    }
}

#[test]
fn forty_hours_a_week_stand_before_the_forty_four_still_printed() {
    let book = book();
    let place = Place::province("36");
    let ruling = book.ruling("safety.hours.week", &place, day(DAY)).unwrap();
    assert_eq!((ruling.winner.id.as_str(), ruling.beaten.len()), ("CN-WS-19-WEEK", 1));
    assert_eq!(ruling.winner.quantity.as_ref().and_then(law::Quantity::whole), Some(40));
    let maternity = book.quantity("safety.women.maternity", &place, day(DAY)).unwrap();
    assert_eq!((maternity.0.whole(), maternity.0.threshold), (Some(98), Threshold::AtLeast));
}

#[test]
fn noise_has_a_cycle_by_its_level_and_quiet_posts_have_none() {
    let (cycle, rule) =
        book().quantity("disease.exam.cycle.noise", &Place::province("36"), day(DAY)).unwrap();
    assert_eq!(cycle.unit, Unit::Month);
    assert_eq!(
        [79, 80, 84, 85, 110].map(|db| cycle.boundary(db)),
        [None, Some(24), Some(24), Some(12), Some(12)]
    );
    assert_eq!(rule.confidence, Confidence::Medium);
}

#[test]
fn exams_before_the_new_standard_keep_the_old_cycle() {
    let book = book();
    let place = Place::province("36");
    let old = "disease.exam.cycle.yearly_toxics";
    assert!(book.ruling(old, &place, day("2026-07-31")).is_ok());
    assert!(book.ruling(old, &place, day("2026-08-01")).is_err(), "superseded by GBZ 188—2025");
    assert!(book.ruling("disease.exam.cycle.toxic", &place, day("2026-07-31")).is_err());
    assert!(book.ruling("disease.exam.cycle.toxic", &place, day("2026-08-01")).is_ok());
}

#[test]
fn high_risk_trades_train_longer() {
    let book = book();
    let place = Place::province("36");
    let hours = |facts: &[&str]| {
        book.quantity_if("safety.training.hours.new", &place, day(DAY), facts).unwrap().0.whole()
    };
    assert_eq!((hours(&[]), hours(&["high_risk_training"])), (Some(24), Some(72)));
    let officer = |facts: &[&str]| {
        book.ruling_if("safety.officer.full_time", &place, day(DAY), facts).unwrap().winner.id.clone()
    };
    assert_eq!([officer(&[]), officer(&["high_risk_unit"])], ["CN-WS-02", "CN-WS-01"]);
}

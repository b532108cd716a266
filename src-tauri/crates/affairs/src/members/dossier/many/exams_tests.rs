//! Reports as institutions write them: hazards by their common names and with their measures, kinds of exam, what a row lacks.

use super::*;
use crate::members::roster::{Precision, RosterDate};
use crate::sheets::table::Whose;

fn day(text: &str) -> NaiveDate {
    text.parse().unwrap()
}

fn line() -> ExamLine {
    let whole = |text: &str| RosterDate { date: day(text), precision: Precision::Day };
    ExamLine {
        row: 2,
        whose: Whose::default(),
        post: None,
        hazards: vec!["噪声（82dB）".to_owned(), "电焊烟尘".to_owned()],
        kind: Some("在岗期间".to_owned()),
        conclusion: Some(Found::Again),
        conclusion_text: Some("双耳高频听力下降，建议复查。".to_owned()),
        advice: Some("脱离噪声环境48小时后复查".to_owned()),
        exam_on: Some(whole("2026-09-01")),
        cycle: None,
        next_told: None,
        // By the cycle alone: the report names none.
        next_on: Some(day("2027-09-01")),
        institution: Some("县疾控中心".to_owned()),
    }
}

fn nobody() -> PersonId {
    uuid::Uuid::nil().into()
}

#[test]
fn a_row_becomes_an_exam_and_loses_none_of_its_words() {
    let read = exam(&line(), nobody()).unwrap();
    assert_eq!((read.kind, read.examined_on), (ExamKind::During, day("2026-09-01")));
    assert_eq!(read.conclusion, Some(ExamConclusion::Recheck));
    assert_eq!(read.institution.as_deref(), Some("县疾控中心"));
    assert_eq!(read.next_on, None, "a day that only the cycle reckons is not the report's");
    let dust = Hazard { kind: HazardKind::Dust, level: None };
    assert_eq!(read.hazards, [Hazard { kind: HazardKind::Noise, level: Some(82) }, dust]);
    let note = read.note.unwrap();
    assert_eq!(
        note,
        "危害因素：噪声（82dB）、电焊烟尘；结论：双耳高频听力下降，建议复查；建议：脱离噪声环境48小时后复查。"
    );
    let plain = ExamLine {
        hazards: vec!["噪声".to_owned()],
        conclusion: Some(Found::Clear),
        conclusion_text: Some("目前未见异常。".to_owned()),
        advice: None,
        ..line()
    };
    assert_eq!(exam(&plain, nobody()).unwrap().note, None, "what the columns say is not said twice");
}

#[test]
fn a_row_that_lacks_something_says_what() {
    let lacks = |line: ExamLine| exam(&line, nobody()).unwrap_err();
    assert!(lacks(ExamLine { exam_on: None, ..line() }).contains("没有写检查日期"));
    let month = RosterDate { date: day("2026-09-01"), precision: Precision::Month };
    assert!(lacks(ExamLine { exam_on: Some(month), ..line() }).contains("写到日"));
    assert!(lacks(ExamLine { conclusion: None, ..line() }).contains("没有写结论"));
    assert!(lacks(ExamLine { hazards: vec!["无".to_owned()], ..line() }).contains("没有写危害因素"));
    assert!(lacks(ExamLine { kind: None, ..line() }).contains("没有写检查类别"));
    assert!(lacks(ExamLine { kind: Some("离岗后".to_owned()), ..line() }).contains("认不出"));
}

#[test]
fn kinds_are_known_by_the_words_of_reports() {
    for (word, expected) in [
        ("上岗前", ExamKind::Before),
        ("岗中", ExamKind::During),
        ("在岗期间职业健康检查", ExamKind::During),
        ("离岗时", ExamKind::Leaving),
        ("离岗前", ExamKind::Leaving),
        ("应急检查", ExamKind::Emergency),
    ] {
        assert_eq!(kind(Some(word)), Ok(expected), "{word}");
    }
    assert!(kind(Some("年度体检")).is_err(), "a kind is guessed of none");
}

#[test]
fn hazards_go_by_the_names_of_the_cycles_and_digits_of_a_name_are_no_measure() {
    for (written, kind, level) in [
        ("噪音（86.5分贝）", HazardKind::Noise, Some(86)),
        ("噪声（LEX,8h 82dB(A)）", HazardKind::Noise, Some(82)),
        ("噪声85", HazardKind::Noise, Some(85)),
        ("噪声", HazardKind::Noise, None),
        ("高温作业", HazardKind::Heat, None),
        ("矽尘（Ⅲ级）", HazardKind::Dust, Some(3)),
        ("粉尘（二级）", HazardKind::Dust, Some(2)),
        ("铅尘", HazardKind::LeadAndKin, None),
        ("锰及其无机化合物", HazardKind::LeadAndKin, None),
        ("一氧化碳", HazardKind::MethanolAndKin, None),
        ("四氯化碳", HazardKind::CarbonTetrachloride, None),
        ("其他毒物（1级）", HazardKind::Toxic, Some(1)),
        ("甲苯", HazardKind::Other, None),
        ("1,2-二氯乙烷", HazardKind::Other, None),
    ] {
        assert_eq!(hazard(written), Hazard { kind, level }, "{written}");
    }
    let all = |words: &[&str]| hazards(&words.iter().map(|one| (*one).to_owned()).collect::<Vec<_>>());
    let dust = |level| [Hazard { kind: HazardKind::Dust, level }];
    assert_eq!(all(&["矽尘（1级）", "煤尘（3级）"]), dust(Some(3)));
    assert_eq!(all(&["矽尘（1级）", "煤尘"]), dust(None), "no grade counts for more than the lowest");
    assert_eq!(
        all(&["噪声", "噪音（84dB）", "无"]),
        [Hazard { kind: HazardKind::Noise, level: Some(84) }],
        "one noise"
    );
}

#[test]
fn two_rows_of_one_exam_that_differ_are_both_left() {
    let judged =
        |row: u32, line: ExamLine| Judged { row, name: "张三".to_owned(), exam: exam(&line, nobody()) };
    let mut same = [judged(2, line()), judged(3, line())];
    apart(&mut same);
    assert!(same.iter().all(|one| one.exam.is_ok()), "the same row twice is one exam");
    let mut differ =
        [judged(2, line()), judged(3, ExamLine { conclusion: Some(Found::Suspected), ..line() })];
    apart(&mut differ);
    assert!(differ.iter().all(|one| one.exam.is_err()), "whichever stands first");
    let why = differ[1].exam.as_ref().unwrap_err();
    assert!(differ[1].said(why).starts_with("第3行张三：表里这个人同一天的检查有几行"));
    let asked = "第3行「结论」：看不出属于哪一类结论。";
    assert_eq!(differ[1].said(asked), "第3行张三「结论」：看不出属于哪一类结论。");
}

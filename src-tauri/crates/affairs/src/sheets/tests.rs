//! Cases 46 to 53 of the field, about sheets that are no rosters: given cells, exact outcomes. Wages, and exams with hazards, stand
//! in the folder; leave, training, how a book is recognised here. The cases of a roster stand in `members::roster`.

mod health;
mod payroll;

use std::path::Path;

use chrono::NaiveDate;
use sheet::Book;

use super::problem::{SheetProblem, SheetProblemKind as K};
use super::{SheetKind, leave, recognise, survey, training};
use crate::members::roster::Severity::{self, Ask, Note, Stop};
use crate::members::roster::tests::cases::{TODAY, book};

fn today() -> NaiveDate {
    NaiveDate::from_ymd_opt(TODAY.0, TODAY.1, TODAY.2).unwrap()
}

fn day(text: &str) -> NaiveDate {
    text.parse().unwrap()
}

/// Row, weight and code of each remark, in order.
fn told(problems: &[SheetProblem]) -> Vec<(u32, Severity, K)> {
    let mut all: Vec<_> = problems.iter().map(|one| (one.row, one.severity, one.kind)).collect();
    all.sort();
    all
}

fn law() -> law::LawBook {
    law::LawBook::load(&Path::new(env!("CARGO_MANIFEST_DIR")).join("../../../assets")).unwrap()
}

#[test]
fn case_50_half_days_less_than_nothing_and_over_new_year() {
    let sheet = book(&[
        &["姓名", "参工日期", "入职日期", "应休", "已休", "结转", "计划"],
        &["张三", "2010-07-01", "2019-03-01", "10天", "0.5", "-1.5", "2026-12-28至2027-01-03"],
        &["李四", "2021-05-01", "2018-05-01", "5", "半天", "", "2026-08-03、2026-10-08到2026-10-09"],
        &["王五", "", "", "5.3", "五", "2天半", "国庆以后"],
    ]);
    let read = leave::read(&sheet, today()).unwrap();
    let first = &read.lines[0];
    assert_eq!((first.due, first.taken, first.carried), (Some(20), Some(1), Some(-3)), "in half days");
    let planned: Vec<_> = first.planned.iter().map(|one| (one.from, one.to)).collect();
    assert_eq!(planned, [(day("2026-12-28"), day("2026-12-31")), (day("2027-01-01"), day("2027-01-03"))]);
    let second = &read.lines[1];
    assert_eq!((second.started_on, second.hired_on, second.taken), (None, None, Some(1)));
    assert_eq!(second.planned.len(), 2);
    let third = &read.lines[2];
    assert_eq!((third.due, third.taken, third.carried, third.planned.len()), (None, None, Some(5), 0));
    assert_eq!(
        told(&read.problems),
        [
            (2, Note, K::OverNewYear),
            (2, Ask, K::Overdrawn),
            (3, Ask, K::DaysExchanged),
            (4, Ask, K::NotDays),
            (4, Ask, K::NotHalfDays),
            (4, Ask, K::NotADay),
        ]
    );
}

#[test]
fn a_training_ledger_gives_certificates() {
    let sheet = book(&[
        &["姓名", "工号", "工种", "证书号", "发证日", "复审日", "学时"],
        &["张三", "1", "焊接与热切割作业", "T3601", "2024-05-01", "2027-05-01", "24学时"],
        &["李四", "2", "叉车司机", "", "2020.6", "2024-06-01", "#n 16"],
        &["", "", "电工", "T9", "", "", ""],
    ]);
    let read = training::read(&sheet, today()).unwrap();
    assert_eq!(read.lines.len(), 2);
    assert_eq!((read.lines[0].name.as_str(), read.lines[0].hours), ("焊接与热切割作业", Some(24)));
    assert_eq!(told(&read.problems), [(3, Note, K::RunOut), (3, Ask, K::DayRead), (4, Stop, K::Nobody)]);
}

#[test]
fn a_book_is_recognised_by_its_headings() {
    let of = |heads: &[&str]| -> Option<SheetKind> {
        let sheet: Book = book(&[&["说明"], heads, &["1"]]);
        recognise(&sheet)
    };
    assert_eq!(of(&["工号", "姓名", "部门", "基本", "绩效", "应发", "实发"]), Some(SheetKind::Payroll));
    assert_eq!(of(&["姓名", "参工日期", "入职日期", "应休", "已休", "结转", "计划"]), Some(SheetKind::Leave));
    assert_eq!(of(&["单位", "岗位", "危害因素", "检查类别", "结论", "建议"]), Some(SheetKind::Exams));
    assert_eq!(
        of(&["序号", "日期", "部门/区域", "隐患描述", "责任人", "期限", "状态"]),
        Some(SheetKind::Hazards)
    );
    assert_eq!(of(&["姓名", "工种", "证书号", "发证日", "复审日", "学时"]), Some(SheetKind::Training));
    assert_eq!(of(&["姓名", "培训内容", "培训日期", "学时", "培训单位"]), Some(SheetKind::Courses));
    assert_eq!(
        of(&["姓名", "培训内容", "证书号", "发证日期", "学时"]),
        Some(SheetKind::Training),
        "certificates"
    );
    assert_eq!(
        of(&["批次", "姓名", "身份证", "手机", "部门", "用餐/民族", "房型", "紧急联系人"]),
        Some(SheetKind::Recuperation)
    );
    assert_eq!(of(&["骑手ID", "单量", "在线时长", "里程", "扣款"]), Some(SheetKind::Orders));
    assert_eq!(of(&["年度", "基准线", "上线", "下线"]), Some(SheetKind::References));
    assert_eq!(of(&["地区", "执行日期", "月最低工资标准", "小时最低工资标准"]), Some(SheetKind::References));
    assert_eq!(of(&["项目", "日期", "金额"]), None, "any list of sums");
    assert_eq!(
        of(&["姓名", "部门", "移动电话", "紧急联系人", "紧急联系电话"]),
        None,
        "a roster with somebody to be called"
    );
    assert_eq!(of(&["姓名", "性别", "证件号码", "移动电话", "部门", "岗位", "入职日期"]), None, "a roster");
    assert_eq!(of(&["甲", "乙"]), None);
}

#[test]
fn every_sheet_is_told_where_what_it_holds_goes() {
    let told = |heads: &[&str], row: &[&str]| {
        let one = survey(&book(&[heads, row]), &law(), &law::Place::province("36"), today()).unwrap();
        (one.rows, one.takes.join(" "), one.not_yet.join(" "))
    };
    let (rows, takes, not_yet) = told(
        &["姓名", "培训内容", "培训日期", "学时", "培训单位"],
        &["张三", "消防安全", "2026-03-01", "8", "县安协"],
    );
    assert_eq!((rows, not_yet.as_str()), (1, ""), "training has its place");
    assert!(takes.contains("电子档案"), "{takes}");
    let exam = &["姓名", "岗位", "危害因素", "检查类别", "结论"];
    let (_, takes, not_yet) = told(exam, &["张三", "电焊", "电焊烟尘", "在岗", "目前未见异常"]);
    assert!(takes.contains("“职业健康检查”里") && not_yet.is_empty(), "{takes} {not_yet}");
    let ledger = &["姓名", "工种", "证书号", "发证日", "复审日", "学时"];
    let (_, takes, not_yet) = told(ledger, &["张三", "电工", "T1", "2024-05-01", "2027-05-01", "8"]);
    assert!(takes.contains("从表格成批登记证书、培训、荣誉") && not_yet.is_empty(), "{takes} {not_yet}");
    let (_, takes, not_yet) = told(&["骑手ID", "单量", "扣款"], &["R1", "900", "30"]);
    assert!(takes.contains("附件") && not_yet.contains("不会存下来"), "{takes} {not_yet}");
    let (rows, takes, _) = told(&["年度", "基准线", "上线"], &["2026", "6%", "8%"]);
    assert!(rows == 1 && takes.contains("“参考数据”"), "{takes}");
    let (_, takes, not_yet) =
        told(&["批次", "姓名", "房型", "紧急联系人"], &["一", "张三", "双人间", "李四"]);
    assert!(takes.contains("按花名册") && not_yet.contains("紧急联系人"), "{takes} {not_yet}");
}

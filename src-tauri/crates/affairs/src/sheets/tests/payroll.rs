//! Wages, cases 46 to 49 of the field: sums in any unit, merged heads, what is told of a wage, a payroll beside the roster, figures
//! one below the other. Other sheets stand beside.

use std::collections::HashMap;

use ledger::Fen;
use sheet::Merge;

use super::{day, today, told};
use crate::members::model::{EmploymentForm, PersonId, Sex};
use crate::members::roster::Severity::{Ask, Note};
use crate::members::roster::names;
use crate::members::roster::tests::cases::book;
use crate::month::Month;
use crate::sheets::payroll::{Days, OnRoster, PayColumn, RosterIndex, Share};
use crate::sheets::problem::SheetProblemKind as K;
use crate::sheets::{SheetKind, figures, payroll, recognise};
use crate::union::model::Shown;

#[test]
fn case_46_sums_in_any_unit_become_fen() {
    let sheet = book(&[
        &["2026年10月工资表"],
        &["工号", "姓名", "应发(元)", "实发"],
        &["1", "张三", "¥12,345.60", "12345.6元"],
        &["2", "李四", "1.2万", "#n 9800.5"],
        &["3", "王五", "6千元", "-"],
        &["4", "赵六", "八千", "7,000"],
    ]);
    let read = payroll::read(&sheet, today()).unwrap();
    assert!(!read.yearly);
    let sums: Vec<_> = read.lines.iter().map(|l| (l.sum(PayColumn::Gross), l.sum(PayColumn::Net))).collect();
    assert_eq!(
        sums,
        [
            (Some(Fen(1_234_560)), Some(Fen(1_234_560))),
            (Some(Fen(1_200_000)), Some(Fen(980_050))),
            (Some(Fen(600_000)), None),
            (None, Some(Fen(700_000))),
        ]
    );
    assert_eq!(
        told(&read.problems),
        [
            (3, Note, K::MoneyRead),
            (3, Note, K::MoneyRead),
            (4, Note, K::MoneyRead),
            (5, Note, K::MoneyRead),
            (6, Note, K::MoneyRead),
            (6, Ask, K::NotMoney),
        ]
    );
    let yearly = book(&[&["单位：万元"], &["姓名", "年薪", "个税"], &["张三", "#n 9.6", "#n 0.12"]]);
    let read = payroll::read(&yearly, today()).unwrap();
    assert!(read.yearly, "a year's sum is never taken for a month's");
    assert_eq!(read.lines[0].sum(PayColumn::Gross), Some(Fen(9_600_000)));
    assert_eq!(told(&read.problems), [(0, Ask, K::Yearly), (3, Note, K::MoneyRead), (3, Note, K::MoneyRead)]);
    let thousands = book(&[&["姓名", "应发（千元）", "实发（千元）"], &["张三", "#n 8.255", "#n 7.1"]]);
    assert_eq!(
        payroll::read(&thousands, today()).unwrap().lines[0].sum(PayColumn::Gross),
        Some(Fen(825_500))
    );
}

#[test]
fn a_payroll_with_merged_heads_hidden_columns_and_subtotals_is_read() {
    let mut sheet = book(&[
        &["工资表"],
        &["工号", "姓名", "部门", "应发工资", "", "", "代扣", "", "实发"],
        &["", "", "", "基本", "绩效", "应发小计", "社保", "个税", ""],
        &["1", "张三", "焊接", "#n 3000", "#n 2000", "#n 5000", "#n 500", "#n 20", "#n 4480"],
        &["2", "李四", "", "#n 3000", "#n 2500", "#n 5500", "#n 500", "#n 30", "#n 4970"],
        &["焊接小计", "", "", "#n 6000", "#n 4500", "#n 10500", "#n 1000", "#n 50", "#n 9450"],
        &["合计", "2人", "", "#n 6000"],
        &["制表：王会计"],
    ]);
    let page = &mut sheet.pages[0];
    page.merges.push(Merge { top: 2, bottom: 2, left: 4, right: 6 });
    page.merges.push(Merge { top: 2, bottom: 2, left: 7, right: 8 });
    page.merges.push(Merge { top: 4, bottom: 5, left: 3, right: 3 });
    page.hidden_columns = vec![5];
    let read = payroll::read(&sheet, today()).unwrap();
    assert_eq!((read.lines.len(), read.passed), (2, 3));
    let second = &read.lines[1];
    assert_eq!(second.shop.as_deref(), Some("焊接"), "the merged shop goes down");
    let sums: Vec<_> = second.sums.iter().map(|(column, sum)| (*column, sum.0)).collect();
    assert_eq!(
        sums,
        [
            (PayColumn::Base, 300_000),
            (PayColumn::Performance, 250_000),
            (PayColumn::Gross, 550_000),
            (PayColumn::Social, 50_000),
            (PayColumn::Tax, 3_000),
            (PayColumn::Net, 497_000),
        ]
    );
    assert_eq!(told(&read.problems), [(0, Note, K::HiddenColumn)]);
}

#[test]
fn averages_and_the_most_and_the_least_below_the_people_are_nobody_and_no_total() {
    for said in [
        "平均",
        "平均工资",
        "人均",
        "人均：",
        "人均工资",
        "平均值",
        "最高",
        "最低",
        "最高工资",
        "最低工资",
        "中位数",
        "全厂平均工资",
        "平均工资（元）",
    ] {
        let sheet = book(&[
            &["工号", "姓名", "应发", "实发"],
            &["1", "高平均安", "5000", "4500"],
            &["2", "高最", "5500", "5000"],
            &["合计", "", "10500", "9500"],
            &[said, "", "5250", "4750"],
            &["", said, "5250", "4750"],
        ]);
        let read = payroll::read(&sheet, today()).unwrap();
        assert_eq!((read.lines.len(), read.passed), (2, 3), "{said}");
        assert!(!read.problems.iter().any(|one| one.kind == K::TotalDiffers), "{said}");
    }
}

#[test]
fn case_47_zero_negative_and_ten_times_are_told_and_piece_work_is_not() {
    let sheet = book(&[
        &["姓名", "应发", "实发"],
        &["一一", "5000", "4500"],
        &["二二", "5200", "4700"],
        &["三三", "52000", "4800"],
        &["四四", "0", "0"],
        &["五五", "-320.50", "(320.50)"],
        &["六六", "9800", "8900"],
        &["七七", "3100", "2900"],
        &["八八", "500", "4600"],
        &["九九", "", "#f #REF!"],
    ]);
    let read = payroll::read(&sheet, today()).unwrap();
    assert_eq!(read.lines[4].sum(PayColumn::Gross), Some(Fen(-32_050)));
    assert_eq!(read.lines[4].sum(PayColumn::Net), Some(Fen(-32_050)), "in brackets is below nothing");
    assert_eq!(
        told(&read.problems),
        [
            (4, Ask, K::Outlier),
            (5, Note, K::Zero),
            (5, Note, K::Zero),
            (6, Note, K::MoneyRead),
            (6, Ask, K::Negative),
            (6, Ask, K::Negative),
            (9, Ask, K::Outlier),
            (10, Ask, K::Fault),
        ],
        "9,800 and 3,100 of piece-work are nobody's slip"
    );
    let meant: Vec<_> =
        read.problems.iter().filter(|p| p.kind == K::Outlier).map(|p| p.proposal.clone().unwrap()).collect();
    assert_eq!(meant, ["5200元", "5000元"]);
}

fn on_roster(name: &str, number: &str, form: EmploymentForm, hired: &str, left: Option<&str>) -> OnRoster {
    OnRoster {
        person: PersonId::new(uuid::Uuid::from_u128(number.parse().unwrap())),
        shop: None,
        post: None,
        sex: Sex::Unspecified,
        skill: None,
        gone: false,
        key: names::key(name),
        name: name.to_owned(),
        work_number: Some(number.to_owned()),
        id_number: None,
        form,
        hired_on: Some(day(hired)),
        left_on: left.map(day),
    }
}

#[test]
fn cases_48_and_49_a_payroll_beside_the_roster() {
    use EmploymentForm::{Contract, Dispatched};
    let sheet = book(&[
        &["工号", "姓名", "应发", "实发"],
        &["1", "张三", "5000", "4500"],
        &["2", "李四", "5000", "4500"],
        &["3", "王五", "2500", "2300"],
        &["9", "新人", "5000", "4500"],
        &["", "同名", "5000", "4500"],
    ]);
    let roster = [
        on_roster("张三", "1", Contract, "2019-03-01", None),
        on_roster("李四", "2", Contract, "2019-03-01", Some("2026-09-20")),
        on_roster("王五", "3", Contract, "2026-10-17", None),
        on_roster("派遣甲", "4", Dispatched, "2020-01-01", None),
        on_roster("漏掉乙", "5", Contract, "2020-01-01", None),
        on_roster("早走丙", "6", Contract, "2020-01-01", Some("2026-08-31")),
        on_roster("同名", "7", Dispatched, "2020-01-01", None),
        on_roster("同名", "8", Dispatched, "2020-01-01", None),
    ];
    let read = payroll::read(&sheet, today()).unwrap();
    let month = Month::new(2026, 10).unwrap();
    let days = Days { first: month.first(), last: month.last() };
    let found = payroll::beside(&read, &RosterIndex::of(&roster, Shown::Full), days, &HashMap::new());
    let shares = [Share { row: 3, days: 0, of: 31 }, Share { row: 4, days: 15, of: 31 }];
    assert_eq!(found.shares, shares, "a settlement counts not at all; the 17th to the 31st in part");
    assert_eq!(
        told(&found.problems),
        [
            (0, Note, K::NotPaid),
            (0, Note, K::NotPaid),
            (0, Note, K::NotPaid),
            (0, Ask, K::NotPaid),
            (3, Ask, K::PaidAfterLeaving),
            (4, Note, K::JoinedMidMonth),
            (5, Ask, K::NotOnRoster),
            (6, Ask, K::Ambiguous),
        ]
    );
    let said = |start: &str| found.problems.iter().find(|p| p.message.starts_with(start)).unwrap();
    assert_eq!(said("派遣甲").severity, Note, "the dispatching firm pays");
    assert_eq!(said("漏掉乙").severity, Ask);
    assert!(!found.problems.iter().any(|p| p.message.starts_with("早走丙")), "who has left is not missed");
}

#[test]
fn figures_of_wages_are_read_one_below_the_other_or_a_column_for_each() {
    let of = |rows: &[&[&str]]| -> Vec<(String, String, String, String)> {
        let sheet = book(rows);
        assert_eq!(recognise(&sheet), Some(SheetKind::References));
        let read = figures::read(&sheet, today()).unwrap();
        read.lines.into_iter().map(|line| (line.kind, line.region, line.period, line.value)).collect()
    };
    let figure = |kind: &str, region: &str, period: &str, value: &str| {
        (kind.to_owned(), region.to_owned(), period.to_owned(), value.to_owned())
    };
    assert_eq!(
        of(&[&["年度", "地区", "基准线", "上线", "下线"], &["2026年", "江西省", "6%", "8%", ""]]),
        [
            figure("工资指导线基准线", "江西省", "2026年", "6%"),
            figure("工资指导线上线", "江西省", "2026年", "8%"),
        ],
        "what the paper leaves open is no figure"
    );
    assert_eq!(
        of(&[
            &["地区", "执行日期", "月最低工资标准", "小时最低工资标准"],
            &["一类区域", "2026-04-01", "2200", "22.5"]
        ]),
        [
            figure("最低工资标准", "一类区域", "2026-04-01", "2200"),
            figure("小时最低工资标准", "一类区域", "2026-04-01", "22.5"),
        ]
    );
    assert_eq!(
        of(&[&["类别", "地区", "时间", "数值"], &["最低工资标准", "南昌市", "2026-04-01", "2200"]]),
        [figure("最低工资标准", "南昌市", "2026-04-01", "2200")]
    );
}

#[test]
fn those_who_sign_below_the_people_are_nobody() {
    let header: &[&str] = &["工号", "姓名", "岗位", "应发", "实发"];
    let people: [&[&str]; 2] =
        [&["1", "张三", "会计主管", "5000", "4500"], &["2", "李四", "财务负责人", "5100", "4600"]];
    for footer in [
        &["", "财务负责人：李四"][..],
        &["", "财务负责人", "李四"],
        &["", "单位负责人（签字）：", "李四"],
        &["", "复核人:李四"],
        &["", "会计主管：李四", "制表：张三"],
        &["制表：张三", "审核：李四", "单位负责人：王五", "日期：", "2026年8月31日"],
        &["", "", "批准：", "李四"],
    ] {
        let sheet = book(&[header, people[0], people[1], footer]);
        let read = payroll::read(&sheet, today()).unwrap();
        assert_eq!((read.lines.len(), read.passed, read.problems), (2, 1, vec![]), "{footer:?}");
    }
    let odd = book(&[header, people[0], &["", "会计：李四", "", "5000", "4500"]]);
    assert_eq!(payroll::read(&odd, today()).unwrap().lines.len(), 2, "where a sum stands it is somebody's");
    let post_first: [&[&str]; 2] = [&["岗位", "姓名", "应发", "实发"], &["财务负责人", "李四", "5000", ""]];
    assert_eq!(payroll::read(&book(&post_first), today()).unwrap().lines.len(), 1, "a post is no footer");
}

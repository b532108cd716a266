//! The traps of a payroll that a finance office sends: heads in two rows, columns that are hidden or stand twice, a whole that no
//! heading names or that is less than its parts, a column more than the last time. Each with a file made here, and what is asked.

use std::collections::BTreeMap;

use ledger::Fen;
use sheet::{Book, Merge};

use super::columns::{self, alike, remembered};
use super::model::{PayDecision as D, PayOptions};
use super::tests::{judged_of, open};
use super::units;
use crate::members::roster::tests::cases::book;
use crate::pay::store::sheets::LastFile;
use crate::sheets::SheetProblemKind as K;
use crate::sheets::payroll::pages::pick;
use crate::sheets::payroll::{PayColumn, Payroll, read_as};

/// Heads in two rows as offices merge them, each wage as text, with a subtotal.
fn two_rows() -> Book {
    let mut sheet = book(&[
        &["2026年10月工资表"],
        &["工号", "姓名", "部门", "应发项目", "", "", "应扣项目", "", "实发工资"],
        &["", "", "", "基本工资", "绩效", "合计", "社保", "合计", ""],
        &["G1", "张三", "焊接", "#n 3000", "#n 2200", "5.2千元", "#n 500", "#n 500", "#n 4700"],
        &["G2", "李四", "焊接", "#n 3000", "#n 2500", "55000", "#n 500", "#n 500", "#n 5000"],
        &["G5", "王伟", "焊接", "#n 3000", "#n 2860", "¥5,860.00", "#n 500", "#n 500", "#n 5360"],
        &["G6", "王伟", "仓库", "#n 3000", "#n 2500", "5500", "#n 500", "#n 500", "#n 5000"],
        &["G7", "钱七", "仓库", "#n 3000", "#n 3000", "０.６万", "#n 500", "#n 500", "#n 5500"],
        &["G8", "孙八", "仓库", "#n 0", "#n 0", "-320.5", "#n 0", "#n 0", "#n -320.5"],
        &["小计", "", "", "#n 15000", "#n 13060", "#n 77239.5", "#n 2500", "#n 2500", "#n 25239.5"],
    ]);
    let page = &mut sheet.pages[0];
    page.merges.push(Merge { top: 2, bottom: 2, left: 4, right: 6 });
    page.merges.push(Merge { top: 2, bottom: 2, left: 7, right: 8 });
    page.merges.extend([1, 2, 3, 9].map(|column| Merge { top: 2, bottom: 3, left: column, right: column }));
    sheet
}

#[test]
fn the_total_under_a_merged_head_is_what_was_paid_in_all() {
    let found = judged_of(&two_rows(), &PayOptions::default(), "2026-10");
    assert_eq!(open(&found), [(K::Negative, 1), (K::Outlier, 1)], "every check of the whole is made");
    let sums: Vec<_> = found.lines.iter().map(|line| line.sums.gross.0).collect();
    assert_eq!(sums, [520_000, 5_500_000, 586_000, 550_000, 600_000, -32_050]);
}

#[test]
fn a_whole_that_no_heading_names_is_asked_for() {
    let rows = [
        &["工号", "姓名", "基本工资", "绩效", "税前金额", "工资卡号"][..],
        &["G1", "张三", "3000", "1500", "4600", "6222"],
        &["G7", "钱七", "", "", "4700", "6223"],
    ];
    let found = judged_of(&book(&rows), &PayOptions::default(), "2026-10");
    assert_eq!(open(&found), [(K::NoGrossColumn, 1), (K::NoGross, 1)], "and for a row without any part");
    let said = &found.doubts[0].first[0].message;
    assert!(said.contains("“税前金额”像是应发") && said.contains("按“基本工资”、“绩效”相加记"), "{said}");
    let chosen =
        PayOptions { columns: BTreeMap::from([(5, Some(PayColumn::Gross))]), ..PayOptions::default() };
    let chosen = judged_of(&book(&rows), &chosen, "2026-10");
    assert_eq!((chosen.open, chosen.sum), (0, Fen(930_000)));
}

#[test]
fn a_table_whose_only_sum_has_a_heading_of_its_own_can_be_told_what_it_is() {
    let table = |heading: &str| {
        book(&[
            &["2026年10月职工工资汇总表"],
            &["序号", "姓名", "部门", "岗位", heading, "备注"],
            &["1", "张三", "焊接", "电焊工", "5200", ""],
            &["2", "钱七", "仓库", "保管员", "#n 4800", ""],
            &["3", "孙八", "仓库", "保管员", "", "请假"],
        ])
    };
    let gross = BTreeMap::from([(5, Some(PayColumn::Gross))]);
    for heading in ["合计", "本人所得", "金额（元）"] {
        assert!(pick(&table(heading), None, false).is_some(), "{heading}");
        let found = judged_of(&table(heading), &PayOptions::default(), "2026-10");
        assert_eq!((open(&found), found.lines.len()), (vec![(K::NoGrossColumn, 1)], 0), "{heading}");
        let columns = gross.clone();
        let chosen = judged_of(&table(heading), &PayOptions { columns, ..PayOptions::default() }, "2026-10");
        assert_eq!((open(&chosen), chosen.sum), (vec![(K::NoGross, 1)], Fen(1_000_000)), "{heading}");
    }
    for heading in ["月工资", "薪资", "税前收入", "应得工资"] {
        let found = judged_of(&table(heading), &PayOptions::default(), "2026-10");
        assert_eq!((open(&found), found.sum), (vec![(K::NoGross, 1)], Fen(1_000_000)), "{heading}");
    }
    let found = judged_of(&table("全年应发合计"), &PayOptions::default(), "2026-10");
    assert!(open(&found).contains(&(K::Yearly, 1)), "a year's sum is no month's");
    let figures = book(&[&["姓名", "合计"], &["张三", "5200"]]);
    assert!(pick(&figures, None, false).is_some(), "a name and a sum are enough");
    for heads in [["姓名", "年龄"], ["姓名", "联系电话"], ["薪级", "中位"]] {
        assert!(pick(&book(&[&heads, &["张三", "52"]]), None, false).is_none(), "{heads:?}");
    }
}

#[test]
fn a_whole_that_is_less_than_its_parts_is_asked_about() {
    let rows = [
        &["工号", "姓名", "基本", "绩效", "扣款", "应发"][..],
        &["G1", "张三", "3000", "2000", "", "4000"],
        &["G5", "王伟", "3000", "2000", "", "4999.5"],
        &["G7", "钱七", "3000", "2000", "500", "4500"],
        &["G8", "孙八", "3000", "2000", "", "5300"],
    ];
    let told = |options: &PayOptions| judged_of(&book(&rows), options, "2026-10");
    let found = told(&PayOptions::default());
    assert_eq!(open(&found), [(K::GrossBelow, 1)], "fen are rounded, and days away are taken off");
    let one = &found.doubts[0].first[0];
    assert!(one.message.contains("还少1000元") && one.proposal.as_deref() == Some("5000元"), "{one:?}");
    let decided = |decision| {
        let kinds = BTreeMap::from([(K::GrossBelow, decision)]);
        let found = told(&PayOptions { kinds, ..PayOptions::default() });
        (found.open, found.lines.first().map(|line| (line.place, line.sums.gross.0)))
    };
    assert_eq!(decided(D::AsRead), (0, Some((2, 400_000))));
    assert_eq!(decided(D::Proposed), (0, Some((2, 500_000))));
    assert_eq!(decided(D::LeaveOut), (0, Some((3, 499_950))));
}

#[test]
fn what_is_paid_back_and_taken_off_for_days_away_is_a_part_of_the_whole() {
    let rows = [
        &["工号", "姓名", "基本工资", "绩效", "补发/补扣", "缺勤扣款", "应发工资"][..],
        &["G1", "张三", "3000", "2000", "-800", "", "4200"],
        &["G5", "王伟", "3000", "2000", "600", "300", "5300"],
        &["G7", "钱七", "3000", "2000", "", "-500", "4500"],
        &["G8", "孙八", "3000", "2000", "-800", "200", "3900"],
    ];
    let found = judged_of(&book(&rows), &PayOptions::default(), "2026-10");
    assert_eq!(
        open(&found),
        [(K::GrossBelow, 1), (K::BackPay, 1)],
        "whatever the sign, it is accounted for: {:?}",
        found.doubts
    );
    let one = &found.doubts[0].first[0];
    assert_eq!(one.proposal.as_deref(), Some("4000元"), "the clawback is in the sum: {one:?}");
    let kinds = BTreeMap::from([(K::GrossBelow, D::Proposed)]);
    let decided = judged_of(&book(&rows), &PayOptions { kinds, ..PayOptions::default() }, "2026-10");
    assert_eq!(decided.lines.last().map(|line| line.sums.gross.0), Some(400_000));
}

#[test]
fn a_column_with_sums_that_nobody_read_is_named_where_the_whole_is_less_than_its_parts() {
    let rows = [
        &["工号", "姓名", "基本工资", "绩效", "违纪处理", "工龄", "应发工资"][..],
        &["G1", "张三", "3000", "2000", "-800", "12", "4200"],
    ];
    let said = |hidden: &[u32]| {
        let mut sheet = book(&rows);
        sheet.pages[0].hidden_columns = hidden.to_vec();
        judged_of(&sheet, &PayOptions::default(), "2026-10").doubts[0].first[0].message.clone()
    };
    let plain = said(&[]);
    assert!(plain.contains("没有认出的列：“违纪处理”（E列）") && !plain.contains("工龄"), "{plain}");
    assert!(said(&[5]).contains("隐藏的“违纪处理”"), "{}", said(&[5]));
    let hidden = {
        let mut sheet = book(&[
            &["工号", "姓名", "基本工资", "缺勤扣款", "应发工资"][..],
            &["G1", "张三", "3000", "500", "2500"],
        ]);
        sheet.pages[0].hidden_columns = vec![4];
        judged_of(&sheet, &PayOptions::default(), "2026-10")
    };
    assert_eq!(open(&hidden), [], "it is read");
    let notes = hidden.notes.iter().flat_map(|one| &one.first).cloned().collect::<String>();
    assert!(notes.contains("“缺勤扣款”这一列在表格里是隐藏的"), "and told as hidden: {notes}");
}

/// Parts of one kind stand in several columns: all of them come to the whole where no column says it.
#[test]
fn every_column_of_a_part_is_added_up_and_what_is_left_out_is_named() {
    let heads =
        ["姓名", "基本工资", "计件工资", "加班费", "高温补贴", "餐补", "房补", "社保", "个税", "实发工资"];
    let row = ["张三", "2000", "1000", "300", "200", "150", "350", "400", "0", "3600"];
    let added = |options: &PayOptions| judged_of(&book(&[&heads, &row]), options, "2026-10");
    let found = added(&PayOptions::default());
    let said = &found.doubts[0].first[0].message;
    assert!(said.contains("“高温补贴”、“餐补”、“房补”相加记。"), "{said}");
    assert_eq!(found.sum, Fen(400_000));
    let passed = PayOptions { columns: BTreeMap::from([(5, None), (6, None)]), ..PayOptions::default() };
    let found = added(&passed);
    assert_eq!(found.lines[0].sums.allowance, Some(Fen(35_000)), "the other is read still");
    let said = &found.doubts[0].first[0].message;
    assert!(
        said.contains("没有加进去的：有数、认出了而没有导入的列：“高温补贴”（E列）、“餐补”（F列）"),
        "{said}"
    );
    let few = PayOptions { columns: (3..=7).map(|place| (place, None)).collect(), ..PayOptions::default() };
    let said = added(&few).doubts[0].first[0].message.clone();
    assert!(said.contains("有1行各项加起来比实发还少（第2行加起来是2000元，实发3600元）"), "{said}");
    let hand = ["姓名", "基本工资", "加点一", "加点二", "加点三", "应发"];
    let columns = (3..=5).map(|place| (place, Some(PayColumn::Overtime))).collect();
    let chosen = PayOptions { columns, ..PayOptions::default() };
    let rows = book(&[&hand, &["张三", "2000", "100", "200", "300", "2600"]]);
    let found = judged_of(&rows, &chosen, "2026-10");
    assert_eq!(found.lines[0].sums.overtime, Some(Fen(60_000)), "all that were chosen");
}

/// The sum of others, a part of another one and hours are not added to it.
#[test]
fn what_a_column_holds_already_is_not_added_once_more() {
    let overtime = |heads: [&str; 3], sums: [&str; 3]| {
        let heads = ["姓名", heads[0], heads[1], heads[2], "应发"];
        let row = ["张三", sums[0], sums[1], sums[2], "6000"];
        let found = judged_of(&book(&[&heads, &row]), &PayOptions::default(), "2026-10");
        found.lines[0].sums.overtime.map(|sum| sum.0 / 100)
    };
    let sums = ["100", "200", "300"];
    assert_eq!(overtime(["平时加班", "周末加班费", "法定加班费"], sums), Some(600));
    assert_eq!(overtime(["平时加班", "周末加班", "法定加班"], sums), Some(600));
    assert_eq!(overtime(["平时加班费", "周末加班费", "加班费合计"], sums), Some(300));
    assert_eq!(overtime(["加班费合计", "平时加班费", "周末加班费"], sums), Some(500));
    assert_eq!(overtime(["加班费", "其中：法定加班", "餐补"], sums), Some(100));
    assert_eq!(overtime(["其中：平时加班", "其中：法定加班", "餐补"], sums), Some(300));
    assert_eq!(overtime(["平时加班", "周末加班", "加班费"], ["20", "8", "700"]), Some(700));
}

/// What columns of this heading would be read in beside others, where it is asked.
fn unit_beside(rows: &[&[&str]]) -> Option<&'static str> {
    units::odd(&read(&book(rows), &BTreeMap::new())).map(|(_, unit)| unit.words())
}

#[test]
fn a_unit_that_one_heading_says_is_held_against_the_columns_that_say_none() {
    let beside = |heads: [&str; 2], sums: [&str; 2]| {
        let [part, whole] = heads;
        unit_beside(&[&["工号", "姓名", part, whole], &["G1", "张三", sums[0], sums[1]]])
    };
    assert_eq!(beside(["基本工资", "应发(千元)"], ["1.5", "2.5"]), Some("千元"));
    assert_eq!(beside(["绩效", "应发(万元)"], ["0.02", "0.25"]), Some("万元"), "a small part");
    assert_eq!(beside(["基本工资(千元)", "应发"], ["1.5", "2.5"]), Some("千元"), "the other way round");
    assert_eq!(beside(["基本工资", "应发(千元)"], ["1500", "2.5"]), None, "in yuan, as it says nothing");
    assert_eq!(beside(["高温津贴", "应发(千元)"], ["200", "5.2"]), None, "an allowance may be small");
    assert_eq!(beside(["基本工资", "应发"], ["1.5", "2500"]), None, "no heading says a unit");
    assert_eq!(beside(["基本工资(元)", "应发(千元)"], ["1.5", "2.5"]), None, "each says its own");
    let above =
        [&["单位：千元"][..], &["工号", "姓名", "基本工资", "应发(元)"], &["G1", "张三", "1500", "2500"]];
    assert_eq!(unit_beside(&above), Some("元"), "what stands above them does not fit either");
}

fn read(sheet: &Book, chosen: &BTreeMap<u32, Option<PayColumn>>) -> Payroll {
    read_as(sheet, "2026-11-16".parse().unwrap(), chosen).unwrap()
}

/// What is said of the columns of a file of these headings, and which column is the whole.
fn columns_of(
    heads: &[&str],
    hidden: &[u32],
    last: Option<&LastFile>,
    options: &PayOptions,
) -> (Option<u32>, Vec<(K, String)>) {
    let row: Vec<&str> = heads.iter().map(|head| if *head == "姓名" { "张三" } else { "5000" }).collect();
    let mut sheet = book(&[heads, &row]);
    sheet.pages[0].hidden_columns = hidden.to_vec();
    let known = remembered(last, &read(&sheet, &BTreeMap::new()), &options.columns);
    let payroll = read(&sheet, &known.columns);
    let said = columns::problems(&payroll, &known, options).into_iter().map(|one| (one.kind, one.message));
    (super::gross::place(&payroll, PayColumn::Gross), said.collect())
}

#[test]
fn a_hidden_column_is_never_the_whole_without_a_question() {
    let none = PayOptions::default();
    let (whole, said) = columns_of(&["工号", "姓名", "应发合计(旧)", "应发合计"], &[3], None, &none);
    assert_eq!((whole, said.len(), said[0].0), (Some(4), 1, K::SecondColumn), "the one that is seen");
    assert!(said[0].1.contains("“应发合计(旧)”（C列）是隐藏的列，也像应发"), "{}", said[0].1);
    let (whole, said) = columns_of(&["工号", "姓名", "应发合计(旧)", "本月合计"], &[3], None, &none);
    assert_eq!((whole, said.len(), said[0].0), (Some(3), 1, K::HiddenGross));
    let chosen =
        PayOptions { columns: BTreeMap::from([(4, Some(PayColumn::Gross))]), ..PayOptions::default() };
    let (whole, said) = columns_of(&["工号", "姓名", "应发合计(旧)", "本月合计"], &[3], None, &chosen);
    assert_eq!((whole, said.len(), said[0].0), (Some(4), 1, K::SecondColumn), "the question is answered");
}

#[test]
fn a_second_column_is_told_and_asked_about_where_it_is_as_sure() {
    let none = PayOptions::default();
    let (whole, said) = columns_of(&["工号", "姓名", "应发工资", "应发合计"], &[], None, &none);
    assert_eq!((whole, said.len(), said[0].0), (Some(3), 1, K::SecondGross));
    let (whole, said) = columns_of(&["工号", "姓名", "月薪", "应发合计"], &[], None, &none);
    assert_eq!((whole, said.len(), said[0].0), (Some(4), 1, K::SecondColumn), "the surer one");
    let (_, said) = columns_of(&["姓名", "津贴", "餐补", "应发"], &[], None, &none);
    assert_eq!(said, [], "both are read");
    let (_, said) = columns_of(&["姓名", "津贴", "餐补", "应发"], &[3], None, &none);
    assert_eq!((said.len(), said[0].0), (1, K::SecondColumn), "{said:?}");
    assert!(said[0].1.contains("“餐补”（C列）是隐藏的列"), "{said:?}");
}

#[test]
fn a_whole_that_may_be_a_part_is_asked_about_where_another_column_says_more() {
    let asked = |heads: &[&str], rows: &[&[&str]], options: &PayOptions| -> Vec<(K, String)> {
        let all: Vec<&[&str]> = std::iter::once(heads).chain(rows.iter().copied()).collect();
        let sheet = book(&all);
        let known = remembered(None, &read(&sheet, &BTreeMap::new()), &options.columns);
        let said = columns::problems(&read(&sheet, &known.columns), &known, options);
        said.into_iter().map(|one| (one.kind, one.message)).collect()
    };
    let none = PayOptions::default();
    type Case<'a> = (&'a [&'a str], [&'a [&'a str]; 2], &'a str);
    let cases: [Case<'_>; 4] = [
        (
            &["工号", "姓名", "月工资", "全勤奖", "加班费", "合计"],
            [&["G1", "张三", "4000", "200", "500", "4700"], &["G7", "钱七", "4010", "", "", "4010"]],
            "“合计”（F列）比它多",
        ),
        (
            &["工号", "姓名", "月薪资", "提成", "小计", "社保", "实发"],
            [
                &["G1", "张三", "4000", "2000", "6,000.00", "400", "5600"],
                &["G7", "钱七", "4000", "2000", "6000", "400", "5600"],
            ],
            "“小计”（E列）比它多",
        ),
        (
            &["工号", "姓名", "月工资", "出勤天数", "加班费", "扣款", "实发工资"],
            [
                &["G1", "张三", "4000", "22", "500", "100", "4400"],
                &["G7", "钱七", "4000", "22", "500", "100", "4400"],
            ],
            "多数人的“实发工资”（G列）比它还多",
        ),
        (
            &["工号", "姓名", "工资", "津贴", "应得"],
            [&["G1", "张三", "4000", "100", "4100"], &["G7", "钱七", "4000", "100", "4100"]],
            "“应得”（E列）比它多",
        ),
    ];
    for (heads, rows, said) in cases {
        let found = asked(heads, &rows, &none);
        assert_eq!((found.len(), found[0].0), (1, K::SecondGross), "{heads:?}");
        assert!(found[0].1.contains(said), "{}", found[0].1);
    }
    let heads = ["工号", "姓名", "月工资", "加班费", "合计"];
    let rows: [&[&str]; 2] = [&["G1", "张三", "4000", "500", "4500"], &["G7", "钱七", "4000", "500", "4500"]];
    for place in [3, 5] {
        let columns = BTreeMap::from([(place, Some(PayColumn::Gross))]);
        let chosen = PayOptions { columns, ..PayOptions::default() };
        let found = asked(&heads, &rows, &chosen);
        assert!(found.iter().all(|(kind, _)| *kind != K::SecondGross), "{place} was said: {found:?}");
    }
    let sure = ["工号", "姓名", "应发工资", "加班费", "合计"];
    assert_eq!(asked(&sure, &rows, &none), [], "it is sure by its heading");
    let less: [&[&str]; 2] = [&["G1", "张三", "4500", "500", "300"], &["G7", "钱七", "4500", "500", "4500"]];
    assert_eq!(asked(&heads, &less, &none), [], "it says no more");
}

#[test]
fn an_income_alone_is_a_wage_only_where_the_file_or_somebody_says_so() {
    let asked = |title: &str, heads: &[&str], options: &PayOptions| {
        let row: Vec<&str> = heads.iter().map(|head| if *head == "姓名" { "张三" } else { "2300" }).collect();
        let sheet = book(&[&[title], heads, &row]);
        let known = remembered(None, &read(&sheet, &BTreeMap::new()), &options.columns);
        let said = columns::problems(&read(&sheet, &known.columns), &known, options);
        said.iter().any(|one| one.kind == K::UnsureGross)
    };
    let none = PayOptions::default();
    let register = ["姓名", "家庭人口", "月收入"];
    assert!(asked("困难职工登记表", &register, &none));
    assert!(!asked("2026年10月工资表", &register, &none), "its title says wages");
    assert!(!asked("困难职工登记表", &["姓名", "奖金", "月收入"], &none), "a part of a wage is beside it");
    assert!(!asked("十月", &["姓名", "应发"], &none), "it is no mere income");
    let columns = BTreeMap::from([(3, Some(PayColumn::Gross))]);
    let chosen = PayOptions { columns, ..PayOptions::default() };
    assert!(!asked("困难职工登记表", &register, &chosen), "somebody said so");
}

#[test]
fn of_a_years_and_a_months_sums_the_months_is_meant_under_the_title_of_a_month() {
    let of = |title: &str| {
        let payroll = read(
            &book(&[&[title], &["姓名", "部门", "年收入", "月收入"], &["张三", "焊接", "60000", "5000"]]),
            &BTreeMap::new(),
        );
        (super::gross::place(&payroll, PayColumn::Gross), payroll.yearly, payroll.month.is_some())
    };
    assert_eq!(of("2026年10月工资表"), (Some(4), false, true));
    assert_eq!(of("2025年度工资表"), (Some(3), true, false), "the year's under the title of a year");
}

/// What was taken in of September: a total of a name of its own.
fn september() -> LastFile {
    let column = |place, heading: &str, field: &str| (place, heading.to_owned(), Some(field.to_owned()));
    LastFile {
        file: "九月.xlsx".to_owned(),
        on: "2026-10-12".to_owned(),
        page: "Sheet1".to_owned(),
        shape: String::new(),
        columns: vec![
            column(1, "工号", "工号"),
            column(2, "姓名", "姓名"),
            column(3, "基本", "基本工资"),
            column(4, "本月合计", "应发"),
            column(5, "个税", "个税"),
        ],
    }
}

#[test]
fn what_was_said_of_a_heading_holds_wherever_it_stands() {
    let (last, none) = (september(), PayOptions::default());
    let heads = ["姓名", "工号", "高温费", "基本", "个税", "本月合计"];
    let (whole, said) = columns_of(&heads, &[], Some(&last), &none);
    assert_eq!((whole, said.len(), said[0].0), (Some(6), 1, K::NewColumn), "only what is new is looked at");
    assert!(said[0].1.contains("“高温费”（C列）这一列，上次的“九月.xlsx”里没有"), "{}", said[0].1);
    let known = remembered(Some(&last), &read(&book(&[&heads, &["张三"]]), &BTreeMap::new()), &none.columns);
    assert!(known.said.is_some_and(|said| said.contains("沿用2026年10月12日导入“九月.xlsx”时的选择")));
    // A new column that is surer than what was chosen is asked about, once.
    let heads = ["工号", "姓名", "基本", "本月合计", "个税", "应发合计"];
    let (whole, said) = columns_of(&heads, &[], Some(&last), &none);
    let kinds: Vec<K> = said.into_iter().map(|(kind, _)| kind).collect();
    assert_eq!((whole, kinds), (Some(4), vec![K::SecondGross]));
}

#[test]
fn the_file_with_the_most_of_the_same_headings_is_the_last_one() {
    let sheet = |heads: &[&str]| {
        let row: Vec<&str> = heads.iter().map(|_| "1").collect();
        read(&book(&[heads, &row]), &BTreeMap::new())
    };
    let mut other = LastFile { file: "奖金.xlsx".to_owned(), ..september() };
    other.columns.truncate(3);
    let own = sheet(&["工号", "姓名", "高温费", "基本", "本月合计", "个税"]);
    let found = alike(vec![other, september()], &own).unwrap();
    assert_eq!(found.file, "九月.xlsx", "five headings, not three");
    let newest = LastFile { file: "十月.xlsx".to_owned(), ..september() };
    assert_eq!(alike(vec![newest, september()], &own).unwrap().file, "十月.xlsx");
    assert!(alike(vec![september()], &sheet(&["姓名", "计件", "应发"])).is_none(), "another kind of file");
}

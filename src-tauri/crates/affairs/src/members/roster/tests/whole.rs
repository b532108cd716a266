//! The cases of the field about the shape of a file (25 to 36), as far as a roster shows them, and what
//! decisions do. What a broken or foreign file says is tested where files are read.

use super::super::Known;
use super::ages;
use std::collections::BTreeMap;

use chrono::NaiveDate;
use sheet::{Merge, Page};

use super::super::{
    Decision, Field, Options, ProblemKind as K, RosterError, RowStatus, Severity, find_header, read_roster,
};
use super::cases::{TODAY, book, preview, stored};

const MAN: &str = "110101199003070011";
const WOMAN: &str = "360121198506120022";

fn decide(kind: K, decision: Decision) -> Options {
    Options { decisions: BTreeMap::from([(kind, decision)]), ..Options::default() }
}

#[test]
fn case_25_the_header_stands_in_row_4_or_5_or_in_two_rows() {
    let title: &[&str] = &["工会会员实名制信息采集表"];
    let note: &[&str] = &["单位（盖章）：", "", "姓名请按身份证填写"];
    let head: &[&str] = &["序号", "姓名*", "证件号码*"];
    let row: &[&str] = &["1", "张三", MAN];
    for table in [vec![title, note, &[], head, row], vec![title, note, &[], &[], head, row]] {
        let read = preview(&book(&table), &Options::default());
        assert_eq!(read.pages[0].header.row as usize, table.len() - 1);
        assert_eq!(stored(&read.rows[0], "idNumber"), MAN);
    }
    // Two rows, the upper one merged over kind and number.
    let mut two = book(&[
        title,
        &["序号", "姓名", "有效证件", "", "联系", "是否"],
        &["", "", "类别", "号码", "电话", "农民工"],
        &["1", "张三", "身份证", MAN, "13800000001", "是"],
    ]);
    two.pages[0].merges.push(Merge { top: 2, bottom: 2, left: 3, right: 4 });
    let read = preview(&two, &Options::default());
    let header = &read.pages[0].header;
    assert_eq!((header.row, header.last_row), (2, 3));
    let fields: Vec<Field> = header.columns.iter().map(|c| c.field).collect();
    assert_eq!(
        fields,
        [Field::Sequence, Field::Name, Field::IdKind, Field::IdNumber, Field::Phone, Field::Migrant]
    );
    assert_eq!((read.rows.len(), read.rows[0].row), (1, 4));
}

#[test]
fn case_26_order_and_synonyms_do_not_matter() {
    for (id, phone) in [("身份证号", "手机"), ("证件号码", "联系电话"), ("公民身份号码", "移动电话")]
    {
        let read =
            preview(&book(&[&[phone, id, "姓 名"], &["13800000001", MAN, "张三"]]), &Options::default());
        assert_eq!(stored(&read.rows[0], "name"), "张三");
        assert_eq!(stored(&read.rows[0], "idNumber"), MAN);
        assert_eq!(stored(&read.rows[0], "phones"), "13800000001");
    }
    let extra =
        preview(&book(&[&["姓名", "应发工资", "性别"], &["张三", "5860", "男"]]), &Options::default());
    assert_eq!(extra.pages[0].header.unknown[0].heading, "应发工资");
    assert_eq!(extra.rows[0].raw, ["张三", "5860", "男"], "an unknown column stays in the raw row");
}

#[test]
fn case_27_hidden_rows_are_read_and_told() {
    let mut hidden = book(&[&["姓名", "性别"], &["张三", "男"]]);
    hidden.hidden_rows = 3;
    let read = preview(&hidden, &Options::default());
    assert!(read.remarks.iter().any(|r| r.contains("有3行是隐藏")), "{:?}", read.remarks);
}

#[test]
fn case_28_merged_shops_are_filled_down_and_names_are_not() {
    let mut merged =
        book(&[&["姓名", "部门", "性别"], &["张三", "焊接", "男"], &["李四", "", "男"], &["", "装配", "女"]]);
    merged.pages[0].merges.push(Merge { top: 2, bottom: 3, left: 2, right: 2 });
    merged.pages[0].merges.push(Merge { top: 3, bottom: 4, left: 1, right: 1 });
    let read = preview(&merged, &Options::default());
    assert_eq!(stored(&read.rows[1], "shop"), "焊接");
    let kinds: Vec<K> = read.rows[1].problems.iter().map(|p| p.kind).collect();
    assert_eq!(kinds, [K::MergedFilled]);
    assert_eq!(read.rows[2].status, RowStatus::Stop);
    assert_eq!(read.rows[2].problems[0].kind, K::NameMissing);
}

#[test]
fn case_29_and_30_totals_notes_and_blank_rows_are_counted_not_reported() {
    let read = preview(
        &book(&[
            &["序号", "姓名", "部门", "证件号码"],
            &["1", "张三", "焊接", MAN],
            &["", "", "小计", "1"],
            &[],
            &["", " ", "", ""],
            &["序号", "姓名", "部门", "证件号码"],
            &["2", "李四", "装配", WOMAN],
            &["焊接小计", "", "1", ""],
            &["合  计", "", "2人", ""],
            &["3", "", "", ""],
            &["填表说明：1.日期按 yyyyMMdd 填写；2.带*的必填。"],
            &["制表人：", "张三", "审核人：", "李四"],
        ]),
        &Options::default(),
    );
    let c = read.counts;
    assert_eq!((c.total, c.ready), (2, 2));
    assert_eq!((c.total_rows, c.note_rows, c.repeated_heads), (3, 2, 1));
    assert_eq!(c.blank_rows, 3, "two in the middle and one with a number only");
}

#[test]
fn case_31_a_cover_page_first_or_a_page_for_each_workshop() {
    let mut several = book(&[&["机械厂花名册"], &["2026年11月"]]);
    let shop = |name: &str, who: &str, id: &str| Page {
        name: name.into(),
        ..book(&[&["姓名", "证件号码"], &[who, id]]).pages.remove(0)
    };
    several.pages.push(shop("焊接", "张三", MAN));
    several.pages.push(shop("装配", "李四", WOMAN));
    several.pages.push(Page { hidden: true, ..shop("旧", "王五", "36012119900101005X") });
    let read = preview(&several, &Options::default());
    let names: Vec<&str> = read.pages.iter().map(|p| p.name.as_str()).collect();
    assert_eq!(names, ["焊接", "装配"], "neither the cover nor the hidden page");
    assert_eq!((read.counts.total, read.counts.ask), (2, 2));
    assert_eq!(read.asks.len(), 1, "one question for both rows");
    let taken = preview(&several, &decide(K::ShopFromPage, Decision::TakeProposal));
    assert_eq!((taken.counts.ready, stored(&taken.rows[1], "shop")), (2, "装配".to_owned()));
    let one = preview(&several, &Options { page: Some("装配".into()), ..Options::default() });
    assert_eq!((one.counts.total, one.rows[0].status), (1, RowStatus::Ready));
}

#[test]
fn case_35_a_formula_without_a_result_stops_only_where_the_value_is_needed() {
    let read = preview(
        &book(&[
            &["姓名", "证件号码", "部门"],
            &["张三", "#f #N/A", "焊接"],
            &["李四", WOMAN, "#f #REF!"],
            &["#f #VALUE!", MAN, "焊接"],
        ]),
        &Options::default(),
    );
    let states: Vec<RowStatus> = read.rows.iter().map(|r| r.status).collect();
    assert_eq!(states, [RowStatus::Stop, RowStatus::Ask, RowStatus::Stop]);
    assert!(read.rows.iter().flat_map(|r| &r.problems).all(|p| p.kind == K::CellFault));
}

#[test]
fn case_36_what_looks_like_a_formula_is_text() {
    let read = preview(&book(&[&["姓名", "岗位"], &["张三", "=cmd|' /C calc'!A0"]]), &Options::default());
    assert_eq!(stored(&read.rows[0], "post"), "=cmd|' /C calc'!A0");
    let back = preview(&book(&[&["姓名", "岗位"], &["张三", "'=1+1"]]), &Options::default());
    assert_eq!(stored(&back.rows[0], "post"), "=1+1", "the apostrophe of our own export is taken off");
}

#[test]
fn one_decision_settles_all_asks_of_a_kind() {
    let table = book(&[
        &["姓名", "性别", "证件号码", "入职日期"],
        &["张三", "女", MAN, "1990.3"],
        &["李四", "男", WOMAN, "1991.4"],
    ]);
    let open = preview(&table, &Options::default());
    let kinds: Vec<(K, u32)> = open.asks.iter().map(|a| (a.kind, a.count)).collect();
    assert_eq!(kinds, [(K::SexDiffers, 2), (K::DateDot, 2)]);
    assert_eq!(open.counts.ask, 2);
    let mut options = decide(K::SexDiffers, Decision::TakeProposal);
    options.decisions.insert(K::DateDot, Decision::TakeProposal);
    let taken = preview(&table, &options);
    assert_eq!((taken.counts.ready, taken.counts.ask), (2, 0));
    assert_eq!(stored(&taken.rows[0], "sex"), "male");
    assert_eq!(stored(&taken.rows[1], "employedOn"), "1991-04-01 month");
    options.decisions.insert(K::SexDiffers, Decision::KeepWritten);
    assert_eq!(stored(&preview(&table, &options).rows[0], "sex"), "female");
    options.decisions.insert(K::SexDiffers, Decision::LeaveEmpty);
    assert_eq!(stored(&preview(&table, &options).rows[0], "sex"), "");
    options.decisions.insert(K::SexDiffers, Decision::SkipRow);
    assert_eq!(preview(&table, &options).counts.skipped, 2);
}

#[test]
fn a_decided_doubt_stores_what_was_proposed() {
    let fifteen = book(&[&["姓名", "证件号码"], &["张三", "360121850612001"]]);
    let taken = preview(&fifteen, &decide(K::Id15Digits, Decision::TakeProposal));
    assert_eq!(stored(&taken.rows[0], "idNumber"), "360121198506120014");
    assert_eq!(taken.rows[0].problems[0].severity, Severity::Note, "still told");
    let remark = book(&[&["姓名", "证件号码"], &["张三(退)", MAN]]);
    let taken = preview(&remark, &decide(K::NameRemark, Decision::TakeProposal));
    assert_eq!(
        (stored(&taken.rows[0], "name"), stored(&taken.rows[0], "nameKey")),
        ("张三".into(), "张三".into())
    );
    let twice = book(&[&["姓名", "证件号码"], &["张三", MAN], &["张三", MAN]]);
    let taken = preview(&twice, &decide(K::PersonTwice, Decision::TakeProposal));
    assert_eq!((taken.counts.ready, taken.counts.skipped), (1, 1));
    let kept = preview(&twice, &decide(K::PersonTwice, Decision::KeepWritten));
    assert_eq!(kept.counts.ask, 1, "one number cannot stand twice, so keeping both settles nothing");
    let word = book(&[&["姓名", "民族"], &["张三", "火星族"]]);
    let kept = preview(&word, &decide(K::UnknownValue, Decision::KeepWritten));
    assert_eq!(stored(&kept.rows[0], "ethnicity"), "火星族");
}

#[test]
fn a_column_can_be_named_by_hand_or_left_out() {
    let table = book(&[&["姓名", "号", "性别"], &["张三", MAN, "男"]]);
    let options =
        Options { columns: BTreeMap::from([(2, Some(Field::IdNumber)), (3, None)]), ..Options::default() };
    let read = preview(&table, &options);
    assert_eq!(stored(&read.rows[0], "idNumber"), MAN);
    assert_eq!(read.pages[0].header.unknown[0].column, 3);
}

#[test]
fn words_read_as_standard_ones_are_summed_up_once() {
    let read = preview(
        &book(&[&["姓名", "民族"], &["一一", "汉"], &["二二", "汉"], &["三三", "汉族"]]),
        &Options::default(),
    );
    let readings: Vec<(&str, &str, u32)> =
        read.readings.iter().map(|r| (r.was.as_str(), r.now.as_str(), r.rows)).collect();
    assert_eq!(readings, [("汉", "汉族", 2)]);
}

#[test]
fn what_is_no_roster_says_why() {
    let today = NaiveDate::from_ymd_opt(TODAY.0, TODAY.1, TODAY.2).unwrap();
    let why = |rows: &[&[&str]], options: &Options| {
        read_roster(&book(rows), today, &ages(), &Known::default(), options, &mut |_, _| true)
            .expect_err("no roster")
    };
    let none = Options::default();
    assert_eq!(why(&[&["甲", "乙"], &["1", "2"]], &none), RosterError::NoHeader);
    assert_eq!(why(&[&["序号", "性别", "民族"], &["1", "男", "汉"]], &none), RosterError::NoNameColumn);
    assert_eq!(why(&[&["姓名", "性别"]], &none), RosterError::NoPeople);
    let other = Options { page: Some("没有".into()), ..Options::default() };
    assert_eq!(why(&[&["姓名", "性别"], &["张三", "男"]], &other), RosterError::NoSuchPage);
    let stopped = read_roster(
        &book(&[&["姓名", "性别"], &["张三", "男"]]),
        today,
        &ages(),
        &Known::default(),
        &none,
        &mut |_, _| false,
    )
    .expect_err("stopped");
    assert_eq!(stopped, RosterError::Cancelled);
    assert!(find_header(&book(&[&["甲"]]).pages[0]).is_none());
}

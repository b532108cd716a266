//! Cases 46 to 52 of the field, about sheets that are no rosters: given cells, exact outcomes. The cases of a roster stand in
//! `members::roster`.

use std::collections::HashMap;
use std::path::Path;

use chrono::NaiveDate;
use ledger::Fen;
use sheet::{Book, Merge};

use super::exams::{self, ExamConclusion};
use super::hazards::{self, Due, HazardState};
use super::payroll::{self, Days, OnRoster, PayColumn, RosterIndex, Share};
use super::problem::{SheetProblem, SheetProblemKind as K};
use super::{SheetKind, figures, leave, recognise, survey, training};
use crate::members::model::{EmploymentForm, PersonId, Sex};
use crate::members::roster::Severity::{self, Ask, Note, Stop};
use crate::members::roster::names;
use crate::members::roster::tests::cases::{TODAY, book};
use crate::month::Month;

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
    let found = payroll::beside(&read, &RosterIndex::of(&roster), days, &HashMap::new());
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
fn case_51_the_strictest_cycle_of_several_hazards_counts() {
    let sheet = book(&[
        &["姓名", "岗位", "危害因素", "检查类别", "结论", "检查日期"],
        &["张三", "打磨", "噪声（82dB）、高温、一氧化碳", "在岗期间", "目前未见异常。", "2026-09-01"],
        &["李四", "打磨", "噪声（82分贝）", "在岗期间", "双耳高频听力下降，建议复查", "2026-09-01"],
        &["王五", "焊接", "电焊烟尘", "在岗期间", "疑似职业病，建议诊断", "2026-09-01"],
        &["赵六", "仓库", "月光", "上岗前", "详见附件", ""],
    ]);
    let read = exams::read(&sheet, &law(), &law::Place::province("36"), today()).unwrap();
    let months: Vec<_> =
        read.lines.iter().map(|line| line.cycle.as_ref().map(|cycle| cycle.months)).collect();
    assert_eq!(months[1], Some(24), "by the band of its decibels");
    assert_eq!(months[0], Some(12), "heat is stricter than this noise");
    assert!(read.lines[0].cycle.as_ref().unwrap().article.starts_with('《'));
    assert_eq!(read.lines[0].next_on, Some(day("2027-09-01")));
    assert_eq!(months[2], Some(12), "a dust without its grade goes by the strictest");
    assert_eq!(months[3], None);
    let conclusions: Vec<_> = read.lines.iter().map(|line| line.conclusion).collect();
    assert_eq!(
        conclusions,
        [Some(ExamConclusion::Clear), Some(ExamConclusion::Again), Some(ExamConclusion::Suspected), None]
    );
    let all = told(&read.problems);
    for one in [(2, Note, K::StrictestCycle), (5, Ask, K::NoCycle), (5, Ask, K::Conclusion)] {
        assert!(all.contains(&one), "{one:?} in {all:?}");
    }
    assert!(
        !all.iter().any(|one| one.0 == 3 || one.0 == 4),
        "one hazard with its cycle has nothing to be told"
    );
}

#[test]
fn what_a_conclusion_denies_is_not_taken_for_it() {
    let of = |text: &str| {
        let sheet = book(&[&["姓名", "危害因素", "检查类别", "结论"], &["张三", "高温", "在岗期间", text]]);
        let read = exams::read(&sheet, &law(), &law::Place::province("36"), today()).unwrap();
        (read.lines[0].conclusion, read.problems.iter().any(|one| one.kind == K::Conclusion))
    };
    for text in ["未见职业禁忌证", "不合格", "血压正常，肝功能异常", "复查后目前未见异常", "排除疑似职业病"]
    {
        assert_eq!(of(text), (None, true), "{text}: asked, not guessed");
    }
    assert_eq!(of("本次检查未见明显异常"), (Some(ExamConclusion::Clear), false));
    assert_eq!(of("其他疾病或异常"), (Some(ExamConclusion::OtherFinding), false));
    assert_eq!(of("职业禁忌证（高温）"), (Some(ExamConclusion::Contraindicated), false));
}

#[test]
fn a_conclusion_that_heads_a_group_is_that_of_the_rows_below_it() {
    const DAY: &str = "2026-09-01";
    let sheet = book(&[
        &["姓名", "危害因素", "检查类别", "结论", "检查日期"],
        &["一、目前未见异常（2人）"],
        &["张三", "高温", "在岗期间", "", DAY],
        &["李四", "高温", "在岗期间", "建议复查", DAY],
        &["二、职业禁忌证："],
        &["王五", "高温", "在岗期间", "", DAY],
        &["", "", "", "复查"],
        &["赵六", "高温", "在岗期间", "", DAY],
        &["三、未见异常，复查1人"],
        &["钱七", "高温", "在岗期间", "", DAY],
    ]);
    let read = exams::read(&sheet, &law(), &law::Place::province("36"), today()).unwrap();
    let conclusions: Vec<_> = read.lines.iter().map(|line| line.conclusion).collect();
    assert_eq!(
        conclusions,
        [
            Some(ExamConclusion::Clear),
            Some(ExamConclusion::Again),
            Some(ExamConclusion::Contraindicated),
            None,
            None
        ],
        "somebody's own conclusion heads nobody else's row, and two in one line are none"
    );
    assert_eq!(read.lines[0].conclusion_text.as_deref(), Some("目前未见异常"));
    assert_eq!(told(&read.problems), [(4, Ask, K::Conclusion), (7, Stop, K::Nobody)]);
}

#[test]
fn names_behind_a_conclusion_and_on_another_page_are_joined_where_they_mean_one_row() {
    const DAY: &str = "2026-09-01";
    let mut sheet = book(&[
        &["体检编号", "姓名", "危害因素", "检查类别", "检查日期"],
        &["T01", "张三", "高温", "在岗期间", DAY],
        &["T02", "李四", "高温", "在岗期间", DAY],
        &["T03", "李四", "高温", "在岗期间", DAY],
        &["T04", "", "高温", "在岗期间", DAY],
        &["T05", "王五", "高温", "在岗期间", DAY],
        &["建议复查：王五、周九、李四"],
    ]);
    let names = book(&[
        &["附表 受检人员名单"],
        &["序号", "体检编号", "姓名", "工号"],
        &["目前未见异常："],
        &["1", "T02", "李四", "G2"],
        &["2", "T04", "孙八", "G8"],
        &["疑似职业病："],
        &["3", "T03", "李四", "G3"],
        &["主检医师", "", "张三"],
    ]);
    sheet.pages.extend(names.pages);
    let read = exams::read(&sheet, &law(), &law::Place::province("36"), today()).unwrap();
    let conclusions: Vec<_> =
        read.lines.iter().map(|line| (line.whose.name.as_str(), line.conclusion)).collect();
    assert_eq!(
        conclusions,
        [
            ("张三", None),
            ("李四", Some(ExamConclusion::Clear)),
            ("李四", Some(ExamConclusion::Suspected)),
            ("孙八", Some(ExamConclusion::Clear)),
            ("王五", Some(ExamConclusion::Again)),
        ],
        "whoever signs was not examined"
    );
    assert_eq!(read.lines[3].whose.work_number.as_deref(), Some("G8"));
    let asked = read.problems.iter().filter(|one| one.kind == K::Conclusion);
    let asked: Vec<_> = asked.map(|one| (one.row, one.message.as_str())).collect();
    assert_eq!(asked.iter().map(|one| one.0).collect::<Vec<_>>(), [7, 7], "{asked:?}");
    assert!(asked[0].1.contains("周九") && asked[1].1.contains("李四"), "{asked:?}");
}

#[test]
fn cases_52_and_53_hazards_with_pictures_several_in_a_cell_and_no_day() {
    let mut sheet = book(&[
        &["序号", "日期", "区域", "隐患描述", "等级", "措施", "资金(万元)", "期限", "状态", "照片"],
        &[
            "1",
            "2026-10-08",
            "一车间",
            "1.护栏缺失；2、灭火器过期 ③地面有油",
            "一般",
            "更换",
            "0.35",
            "尽快",
            "整改中",
            "",
        ],
        &["2", "2026-10-08", "1车间", "电线裸露2.5平方", "一般", "包扎", "", "立即", "√", ""],
        &[
            "3",
            "2026-10-09",
            "一车间",
            "(1)通道堵塞\n(2)标识脱落",
            "较大",
            "清理",
            "",
            "2026-10-20",
            "快好了",
            "",
        ],
        &["4", "2026-10-09", "二车间", "粉尘积聚", "较大", "清扫", "", "长期", "×", ""],
    ]);
    sheet.pictures = 3;
    let read = hazards::read(&sheet, today()).unwrap();
    assert_eq!(read.pictures, 3);
    let found: Vec<_> = read.lines.iter().map(|line| line.found.clone()).collect();
    assert_eq!(found[0], ["护栏缺失", "灭火器过期", "地面有油"]);
    assert_eq!(found[1], ["电线裸露2.5平方"], "a measure is no numbering");
    assert_eq!(found[2], ["通道堵塞", "标识脱落"]);
    let due: Vec<_> = read.lines.iter().map(|line| line.due).collect();
    assert_eq!(
        due,
        [Some(Due::Soon), Some(Due::AtOnce), Some(Due::On(day("2026-10-20"))), Some(Due::LongTerm)]
    );
    let states: Vec<_> = read.lines.iter().map(|line| line.state).collect();
    assert_eq!(
        states,
        [Some(HazardState::Working), Some(HazardState::Rectified), None, Some(HazardState::Open)]
    );
    assert_eq!(read.lines[0].funds, Some(Fen(350_000)));
    assert_eq!(
        told(&read.problems),
        [
            (2, Note, K::MoneyRead),
            (2, Note, K::Several),
            (2, Ask, K::NoDay),
            (3, Ask, K::NoDay),
            (3, Ask, K::PlaceVariant),
            (4, Note, K::Several),
            (4, Ask, K::State),
            (5, Ask, K::NoDay),
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

//! Exams and hazards, cases 51 to 53 of the field: cycles, what a conclusion says and of whom, hazards with pictures and without a
//! day. Wages and leave stand beside.

use ledger::Fen;

use super::{day, law, today, told};
use crate::members::roster::Severity::{Ask, Note, Stop};
use crate::members::roster::tests::cases::book;
use crate::sheets::exams::ExamConclusion;
use crate::sheets::hazards::{Due, HazardState};
use crate::sheets::problem::SheetProblemKind as K;
use crate::sheets::{exams, hazards};

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

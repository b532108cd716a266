//! The figures of GB/T 9704—2012 measured on finished pages by poppler, to half a millimetre: the type area and its grid,
//! red headers, numbers and rules, page numbers, imprints, the letter form and the minutes form.

use paper::{BlockKind, Document, Form};

use crate::flow::{document, prose};
use crate::poppler::{Print, Type, agrees};
use crate::support::*;

/// 3号 as a ruler measures it.
const CHARACTER: f64 = 16.0 / 72.0 * 25.4;
/// From one line to the next, and from one character to the next.
const PITCH: f64 = 225.0 / 22.0;
const CELL: f64 = 156.0 / 28.0;
/// A character's ink stands this far inside its cell at the most.
const INSIDE: f64 = 1.5;

fn text(text: &str) -> String {
    text.to_owned()
}

fn head(kind: &str) -> Vec<BlockKind> {
    vec![
        BlockKind::RedHeader { text: text("江西云岭机械有限公司工会委员会文件") },
        BlockKind::DocumentNumber { text: text("云机工〔2026〕3号"), signer: None },
        BlockKind::Title { text: format!("关于召开职工代表大会的{kind}") },
        BlockKind::Addressee { text: text("各车间分会") },
    ]
}

fn imprint() -> BlockKind {
    BlockKind::Imprint {
        copies: Some(text("青云谱区总工会，公司人力资源部")),
        proof: None,
        issuer: text("云岭机械工会办公室"),
        date: text("2026年3月5日"),
    }
}

/// A notice with everything that the standard gives a place.
pub fn notice() -> Document {
    let mut kinds = head("通知");
    let heading = |level, name: &str| BlockKind::Heading { level, text: text(name) };
    kinds.extend([
        prose(3),
        heading(1, "会议议题"),
        heading(2, "审议事项"),
        heading(3, "工资专项集体合同"),
        heading(4, "调整幅度"),
    ]);
    kinds.extend([prose(8), BlockKind::Attachments { items: vec![text("会议日程")] }]);
    kinds.push(BlockKind::DateLine {
        signer: Some(text("云岭机械工会")),
        date: text("2026年3月5日"),
        seal: true,
    });
    kinds.extend([BlockKind::Note { text: text("此件公开") }, imprint()]);
    document(Form::Official, kinds)
}

#[test]
fn twenty_two_lines_of_twenty_eight_characters_fill_the_type_area() {
    let print = Print::of(&document(Form::TwoParty, vec![prose(44)]));
    let words: Vec<_> = print.words(1).into_iter().filter(|w| w.text.chars().count() > 6).collect();
    let mut tops: Vec<f64> = words.iter().map(|w| w.top).collect();
    tops.dedup_by(|a, b| (*a - *b).abs() < 0.5);
    assert_eq!(tops.len(), 22, "lines on a full page");
    let pitch = (tops[21] - tops[0]) / 21.0 / 25.4 * 72.0;
    assert!((pitch - 28.99).abs() < 0.02, "from line to line {pitch} pt");
    let line = |i: usize| words.iter().filter(|w| (w.top - tops[i]).abs() < 0.5).collect::<Vec<_>>();
    let characters: usize = line(5).iter().map(|w| w.text.chars().count()).sum();
    assert_eq!(characters, 28, "characters in a line");
    agrees("天头、订口：版心左边", line(5)[0].left, 28.0);
    agrees("版心宽", line(5).iter().map(|w| w.right).fold(0.0, f64::max) - line(5)[0].left, 156.0);
    agrees("首行缩进二字", line(0)[0].left, 28.0 + 2.0 * CELL);
    let ink = print.ink(1, 0.0..264.0, 0.0..210.0, false).unwrap();
    // The first line and the last stand in the middle of their share of the grid; some ink reaches a hair out of its cell.
    let air = (PITCH - CHARACTER) / 2.0;
    assert!((-0.5..INSIDE).contains(&(ink.top - air - 37.0)), "天头：字从 {} mm 起", ink.top);
    assert!((-0.5..INSIDE).contains(&(262.0 - air - ink.bottom)), "版心高 225 mm：字到 {} mm 止", ink.bottom);
    assert!((-0.5..INSIDE).contains(&(ink.left - 28.0)), "订口：字从 {} mm 起", ink.left);
    assert!((-0.5..INSIDE).contains(&(184.0 - ink.right)), "版心右边：字到 {} mm 止", ink.right);
}

#[test]
fn page_numbers_stand_seven_millimetres_under_the_type_area_on_the_outer_side() {
    let print = Print::of(&document(Form::Official, vec![prose(60)]));
    for page in [1, 2, 3] {
        let dashes: Vec<_> = print.words(page).into_iter().filter(|w| w.text == "—").collect();
        let number = print.words(page).into_iter().find(|w| w.text == page.to_string()).unwrap();
        assert_eq!(dashes.len(), 2, "— {page} —");
        assert!(dashes[0].right < number.left && number.right < dashes[1].left, "— {page} —");
        let character = 14.0 / 72.0 * 25.4;
        if page % 2 == 1 {
            agrees("单页码居右空一字", dashes[1].right, 184.0 - character);
        } else {
            agrees("双页码居左空一字", dashes[0].left, 28.0 + character);
        }
        // The left dash alone: its ink is the bar itself.
        let bar = print.ink(page, 263.0..283.0, dashes[0].left..dashes[0].right, false).unwrap();
        agrees("一字线上距版心下边缘", bar.top, 262.0 + 7.0);
        let types = print.types(page);
        let own = types.iter().find(|t| t.text.contains('—')).unwrap();
        assert_eq!((own.size, own.face.as_str()), (14.0, "NotoSerifSC-Light"), "4号半角宋体");
    }
}

#[test]
fn the_head_of_a_notice_stands_where_the_standard_says() {
    let print = Print::of(&notice());
    let header = print.ink(1, 0.0..120.0, 0.0..210.0, true).unwrap();
    agrees("发文机关标志上边缘至版心上边缘", header.top - 37.0, 35.0);
    agrees("发文机关标志居中", (header.left + header.right) / 2.0, 28.0 + 78.0);
    let rule = print.strokes(1)[0];
    assert!(rule.red, "分隔线是红的");
    let mark = print.ink(1, 70.0..rule.y - 4.0 - CHARACTER, 0.0..210.0, true).unwrap();
    assert!(mark.bottom - mark.top <= 22.0, "发文机关标志不高于 22 mm");
    let number = print.ink(1, mark.bottom + 1.0..rule.y - 1.0, 28.0..184.0, false).unwrap();
    assert!(
        (16.0..22.0 + PITCH).contains(&(number.top - mark.bottom)),
        "标志下空二行：{}",
        number.top - mark.bottom
    );
    agrees("发文字号居中", (number.left + number.right) / 2.0, 28.0 + 78.0);
    agrees("发文字号之下的红线", rule.y - rule.thick / 2.0 - number.bottom, 4.0);
    agrees("红线与版心等宽", rule.right - rule.left, 156.0);
    agrees("红线左端", rule.left, 28.0);
    let title = print.ink(1, rule.y + 1.0..262.0, 40.0..170.0, false).unwrap();
    assert!(
        (2.0 * PITCH..3.0 * PITCH + INSIDE).contains(&(title.top - rule.y)),
        "红线下空二行：{}",
        title.top - rule.y
    );
    let words = print.words(1);
    let addressee = words.iter().find(|w| w.text.starts_with("各车间分会")).unwrap();
    agrees("主送机关顶格", addressee.left, 28.0);
    assert!(words.iter().any(|w| w.text.contains("〔2026〕3号")), "六角括号");
}

#[test]
fn each_part_has_its_face_and_its_size() {
    let print = Print::of(&notice());
    let first = print.types(1);
    for (words, size, face) in [
        ("关于召开", 22.0, "NotoSerifSC-Bold"),
        ("云机工", 16.0, "FandolFang"),
        ("各车间分会", 16.0, "FandolFang"),
        ("一、会议议题", 16.0, "NotoSansSC"),
        ("（一）审议事项", 16.0, "LXGWWenKai"),
        ("1. 工资", 16.0, "FandolFang"),
        ("（1）调整", 16.0, "FandolFang"),
    ] {
        let own = Type::of(&first, words);
        assert_eq!((own.size, own.face.as_str()), (size, face), "{words}");
    }
    let last = print.types(2);
    assert_eq!(Type::of(&last, "抄送").size, 14.0, "版记用4号");
}

#[test]
fn an_upward_report_has_its_number_at_the_left_and_its_signer_at_the_right() {
    let mut kinds = head("请示");
    kinds[1] =
        BlockKind::DocumentNumber { text: text("云机工〔2026〕4号"), signer: Some(text("周敏")) };
    let print = Print::of(&document(Form::Official, kinds));
    let words = print.words(1);
    let number = words.iter().find(|w| w.text.contains("云机工")).unwrap();
    agrees("发文字号居左空一字", number.left, 28.0 + CELL);
    let signer = words.iter().find(|w| w.text.contains("周敏")).unwrap();
    agrees("签发人居右空一字", signer.right, 184.0 - CELL);
    assert_eq!(Type::of(&print.types(1), "周敏").face, "LXGWWenKai", "签发人姓名用楷体");
}

#[test]
fn date_and_imprint_end_a_notice() {
    let print = Print::of(&notice());
    let words = print.words(2);
    let date = words.iter().find(|w| w.text == "2026年3月5日").unwrap();
    agrees("成文日期右空四字", date.right, 184.0 - 4.0 * CELL);
    let signer = words.iter().find(|w| w.text == "云岭机械工会").unwrap();
    agrees("署名以成文日期为准居中", (signer.left + signer.right) / 2.0, (date.left + date.right) / 2.0);
    let rules = print.strokes(2);
    assert_eq!(rules.len(), 3, "版记有三条线");
    for (rule, thick) in rules.iter().zip([0.35, 0.25, 0.35]) {
        assert!((rule.thick - thick).abs() < 0.02, "{} mm, wanted {thick}", rule.thick);
        agrees("版记的线与版心等宽", rule.right - rule.left, 156.0);
        agrees("版记的线从版心左边起", rule.left, 28.0);
    }
    agrees("末条线与版心下边缘重合", rules[2].y, 262.0);
    let character = 14.0 / 72.0 * 25.4;
    agrees("抄送左空一字", words.iter().find(|w| w.text.starts_with("抄送")).unwrap().left, 28.0 + character);
    agrees(
        "印发日期右空一字",
        words.iter().find(|w| w.text.ends_with("印发")).unwrap().right,
        184.0 - character,
    );
}

/// A letter of the union's own, over two pages.
pub fn letter() -> Document {
    let mut kinds = vec![
        BlockKind::RedHeader { text: text("江西云岭机械有限公司工会委员会") },
        BlockKind::DocumentNumber { text: text("云机工函〔2026〕5号"), signer: None },
        BlockKind::Title { text: text("关于商请提供工资总额资料的函") },
        BlockKind::Addressee { text: text("江西云岭机械有限公司") },
    ];
    kinds.extend([
        prose(20),
        BlockKind::DateLine { signer: None, date: text("2026年3月5日"), seal: true },
        imprint(),
    ]);
    document(Form::Letterhead, kinds)
}

#[test]
fn the_letter_form_has_its_name_its_double_rules_and_no_number_on_its_first_page() {
    let print = Print::of(&letter());
    let rules = print.strokes(1);
    assert_eq!(rules.len(), 4, "two double rules");
    for rule in &rules {
        assert!(rule.red, "红色双线");
        agrees("双线长", rule.right - rule.left, 170.0);
        agrees("双线居中", (rule.left + rule.right) / 2.0, 105.0);
    }
    assert!(rules[0].thick > 2.0 * rules[1].thick, "上一条：上粗下细");
    assert!(rules[3].thick > 2.0 * rules[2].thick, "下一条：上细下粗");
    let upper = rules[0].y - rules[0].thick / 2.0;
    let name = print.ink(1, 0.0..upper - 0.5, 0.0..210.0, true).unwrap();
    agrees("发文机关标志上边缘至上页边", name.top, 30.0);
    agrees("发文机关标志居中", (name.left + name.right) / 2.0, 105.0);
    agrees("标志下的双线", upper - name.bottom, 4.0);
    agrees("双线距下页边", 297.0 - (rules[3].y + rules[3].thick / 2.0), 20.0);
    let under = rules[1].y + rules[1].thick / 2.0;
    let number = print.ink(1, under + 0.5..under + 12.0, 28.0..190.0, false).unwrap();
    agrees("发文字号与双线相距八分之七字", number.top - under, CHARACTER * 7.0 / 8.0);
    let words = print.words(1);
    let own = words.iter().find(|w| w.text.contains("云机工函")).unwrap();
    agrees("发文字号顶格居版心右边缘", own.right, 184.0);
    let title = print.ink(1, number.bottom + 1.0..262.0, 40.0..170.0, false).unwrap();
    assert!(
        (2.0 * PITCH..3.0 * PITCH + INSIDE).contains(&(title.top - number.bottom)),
        "标题空二行：{}",
        title.top - number.bottom
    );
    assert!(!words.iter().any(|w| w.text == "—"), "首页不显示页码");
    assert!(print.words(2).iter().any(|w| w.text == "—"), "第二页显示页码");
    assert!(print.strokes(2).is_empty(), "版记不加分隔线，第二页没有双线");
    let last: String = print.words(2).into_iter().map(|w| w.text).collect();
    assert!(
        last.contains("抄送：青云谱区总工会") && !last.contains("印发"),
        "版记不加印发机关和印发日期：{last}"
    );
}

#[test]
fn minutes_have_their_red_mark_and_bear_no_seal() {
    let date = |seal| BlockKind::DateLine { signer: None, date: text("2026年3月5日"), seal };
    let minutes = |seal| {
        let present =
            BlockKind::LabelLine { label: text("出席"), text: text("周敏、罗建平"), hang: true };
        let mark = BlockKind::RedHeader { text: text("工会委员会会议纪要") };
        document(Form::Minutes, vec![mark, prose(4), present, date(seal)])
    };
    let print = Print::of(&minutes(false));
    let mark = print.ink(1, 0.0..120.0, 0.0..210.0, true).unwrap();
    agrees("纪要标志上边缘至版心上边缘", mark.top - 37.0, 35.0);
    agrees("纪要标志居中", (mark.left + mark.right) / 2.0, 28.0 + 78.0);
    let types = print.types(1);
    assert_eq!(Type::of(&types, "出席").face, "NotoSansSC", "出席用黑体");
    assert_eq!(Type::of(&types, "周敏").face, "FandolFang", "姓名用仿宋");
    let refused = paper::layout(&minutes(true), faces()).unwrap_err().to_string();
    assert!(refused.contains("纪要不盖章"), "{refused}");
    assert!(paper::word(&minutes(true), None).is_err(), "nor in Word");
}

/// The catalogue's titles with what their names say they are. A letter has its form's own red head.
#[test]
fn only_requests_reports_notices_and_decisions_of_the_catalogue_bear_a_red_header() {
    let mut red = 0;
    for key in TEMPLATES {
        let doc = filled(key, &sample(key));
        let kinds: &[&str] = match doc.form {
            Form::Letterhead => &["函"],
            _ => &["请示", "报告", "通知", "决定"],
        };
        let header = doc.blocks.iter().any(|b| matches!(b.kind, BlockKind::RedHeader { .. }));
        let title = doc.blocks.iter().find_map(|b| match &b.kind {
            BlockKind::Title { text } => Some(bare(text)),
            _ => None,
        });
        let title = title.unwrap_or_default();
        assert!(!header || kinds.iter().any(|kind| title.ends_with(kind)), "{key}：《{title}》不用红头");
        let ink = paper::layout(&doc, faces()).unwrap();
        let reds = ink.iter().flat_map(|p| p.runs.iter().map(|r| r.ink).chain(p.rules.iter().map(|r| r.ink)));
        assert_eq!(
            reds.filter(|ink| *ink == paper::Ink::Red).count() > 0,
            header,
            "{key}: red is the header's alone"
        );
        red += usize::from(header);
    }
    assert!(red > 0, "some bear one");
}

//! How blocks share pages: repeated heads, cut rows, signatures in company, official heads and imprints. Read from the
//! pages of the layout; no PDF is needed.

use paper::{Align, Block, BlockKind, Column, Document, Form, Page, Signatory, SigningSide};

use crate::support::*;

pub fn document(form: Form, kinds: Vec<BlockKind>) -> Document {
    let blocks = kinds.into_iter().enumerate().map(|(i, kind)| Block { id: format!("b{i}"), kind }).collect();
    Document {
        title: "甲".into(),
        author: "乙".into(),
        created: meta().created,
        id_seed: "flow".into(),
        form,
        blocks,
    }
}

pub fn pages(doc: &Document) -> Vec<Page> {
    paper::layout(doc, faces()).unwrap_or_else(|e| panic!("{e}"))
}

pub fn text(page: &Page) -> String {
    page.runs.iter().map(|r| bare(&r.text())).collect()
}

pub fn prose(lines: usize) -> BlockKind {
    BlockKind::Paragraph {
        text: "会议讨论了职工工资事项".chars().cycle().take(28 * lines - 2).collect()
    }
}

fn table(rows: Vec<Vec<String>>) -> BlockKind {
    let column = |head: &str, width| Column {
        head: head.into(),
        over: String::new(),
        width,
        align: Align::Left,
        group: false,
    };
    BlockKind::Table {
        columns: vec![column("栏目甲", 1.0), column("栏目乙", 3.0)],
        rows: rows.into(),
        size: 12.0,
        whole: false,
    }
}

pub fn signatures(people: usize) -> BlockKind {
    let names = (0..people)
        .map(|i| Signatory { name: format!("王伟{i}"), role: "协商代表".into(), note: String::new() })
        .collect::<Vec<_>>();
    let side =
        |label: &str| SigningSide { label: label.into(), seal: None, names: names.clone(), date: true };
    BlockKind::Signatures { sides: vec![side("职工方"), side("企业方")] }
}

#[test]
fn a_long_table_repeats_its_head_and_loses_no_row() {
    let rows = (0..300).map(|i| vec![format!("行{i}号"), "内容".repeat(i % 40)]).collect();
    let made = pages(&document(Form::Register, vec![prose(3), table(rows)]));
    assert!(made.len() > 10, "{} pages", made.len());
    for page in &made {
        assert_eq!(text(page).matches("栏目甲").count(), 1, "page {} has one head", page.number);
    }
    let all: String = made.iter().map(text).collect();
    (0..300).for_each(|i| assert!(all.contains(&format!("行{i}号")), "row {i} is lost"));
}

#[test]
fn the_last_row_of_a_table_is_not_alone_on_a_page() {
    for rows in 20..60 {
        let cells = (0..rows).map(|i| vec![format!("行{i}号"), "内容".into()]).collect();
        let made = pages(&document(Form::Register, vec![table(cells)]));
        let last = text(&made[made.len() - 1]).matches('行').count();
        assert!(last > 1, "{rows} rows: {last} on the last page");
    }
}

#[test]
fn a_row_taller_than_a_page_is_cut_between_lines() {
    let tall: String = "天地玄黄宇宙洪荒日月盈昃".chars().cycle().take(2500).collect();
    let made = pages(&document(
        Form::Register,
        vec![table(vec![vec!["高".into(), tall.clone()], vec!["低".into(), "尾".into()]])],
    ));
    assert!(made.len() >= 3, "{} pages", made.len());
    let all: String = made.iter().map(|p| text(p).replace("栏目甲栏目乙", "")).collect();
    let joined: String = all.chars().filter(|c| !"—0123456789".contains(*c)).collect();
    assert!(joined.contains(&tall), "every line of the cut row follows the one before it");
    assert!(made.iter().all(ends_closed), "each page's part of the table has its lower rule");
}

/// The lowest level rule lies where the verticals end.
fn ends_closed(page: &Page) -> bool {
    let foot = page.rules.iter().filter(|r| r.from.0 == r.to.0).map(|r| r.to.1).fold(0.0, f32::max);
    page.rules.iter().any(|r| r.from.1 == r.to.1 && (r.from.1 - foot).abs() < 0.01)
}

#[test]
fn signatures_never_stand_alone_and_rows_stay_whole() {
    for lines in 8..34 {
        for people in [1, 3, 5, 16] {
            let made = pages(&document(Form::TwoParty, vec![prose(lines), signatures(people)]));
            let with_rows: Vec<&Page> = made.iter().filter(|p| text(p).contains("协商代表")).collect();
            let first = with_rows[0];
            assert!(
                text(first).contains("会议讨论"),
                "{lines} lines, {people} people: no text beside the first signature"
            );
            assert!(text(first).contains("职工方"), "the label stands above the first row");
            for page in with_rows {
                for i in 0..people {
                    let count = text(page).matches(&format!("王伟{i}协商代表")).count();
                    assert!(count == 0 || count == 2, "both sides of row {i} stand on one page");
                }
            }
            let all: String = made.iter().map(text).collect();
            assert_eq!(all.matches("协商代表").count(), 2 * people, "everybody has room to sign");
        }
    }
}

#[test]
fn each_signature_has_a_line_of_at_least_38_millimetres() {
    let made = pages(&document(Form::TwoParty, vec![prose(3), signatures(4)]));
    let lines: Vec<f32> = made.iter().flat_map(|p| &p.rules).map(|r| r.to.0 - r.from.0).collect();
    assert_eq!(lines.len(), 8);
    assert!(lines.iter().all(|l| *l >= 38.0 * 72.0 / 25.4), "{lines:?}");
}

#[test]
fn a_heading_is_never_the_last_line_and_no_line_stands_alone() {
    for lines in 17..24 {
        let heading = BlockKind::Heading { level: 1, text: "协商情况".into() };
        let made = pages(&document(Form::TwoParty, vec![prose(lines), heading, prose(5)]));
        for page in &made {
            let mut ys: Vec<(i32, String)> = Vec::new();
            for run in page.runs.iter().filter(|r| r.y < 262.0 * 72.0 / 25.4) {
                ys.push((run.y.round() as i32, run.text()));
            }
            let last = ys.iter().map(|y| y.0).max().unwrap();
            let foot: String = ys.iter().filter(|y| y.0 == last).map(|y| y.1.as_str()).collect();
            assert!(!foot.contains("协商情况"), "{lines}: the heading ends page {}", page.number);
            ys.dedup_by_key(|y| y.0);
            assert!(ys.len() > 1, "{lines}: a single line on page {}", page.number);
        }
    }
}

#[test]
fn headings_count_themselves() {
    let h = |level, text: &str| BlockKind::Heading { level, text: text.into() };
    let kinds = vec![
        h(1, "甲"),
        h(2, "乙"),
        h(3, "丙"),
        h(4, "丁"),
        h(4, "戊"),
        h(2, "己"),
        h(3, "庚"),
        h(1, "辛"),
        h(2, "壬"),
    ];
    let made = pages(&document(Form::Official, kinds));
    let titles: Vec<&str> = made[0].outline.iter().map(|o| o.title.as_str()).collect();
    assert_eq!(
        titles,
        ["一、甲", "（一）乙", "1. 丙", "（1）丁", "（2）戊", "（二）己", "1. 庚", "二、辛", "（一）壬"]
    );
}

#[test]
fn a_red_header_belongs_to_the_unions_own_papers_only() {
    let head = || {
        vec![
            BlockKind::RedHeader { text: "赣江重型机械制造有限公司工会委员会文件".into() },
            BlockKind::DocumentNumber { text: "赣重机工〔2026〕3号".into(), signer: None },
            BlockKind::Title { text: "关于召开职工代表大会的通知".into() },
        ]
    };
    let official = pages(&document(Form::Official, head()));
    assert!(official[0].runs.iter().any(|r| r.ink == paper::Ink::Red), "the header is red");
    assert!(official[0].rules.iter().any(|r| r.ink == paper::Ink::Red), "so is the rule");
    for form in [Form::TwoParty, Form::Letter, Form::Sheet, Form::Register] {
        let refused = paper::layout(&document(form, head()), faces());
        assert!(matches!(refused, Err(paper::PaperError::Form { .. })), "{form:?}");
    }
}

#[test]
fn an_imprint_stands_at_the_foot_of_the_last_even_page() {
    let imprint = || BlockKind::Imprint {
        copies: Some("区总工会".into()),
        proof: Some(
            "账本到第63步没有被改动过，校验码3f9a 27c1 d05b e846 aa10 f2e4 93b7 c8d1 605e 72aa。".into(),
        ),
        issuer: "工会办公室".into(),
        date: "2026年3月5日".into(),
    };
    for (lines, total) in [(5, 2), (30, 2), (43, 4), (50, 4)] {
        let made = pages(&document(Form::Official, vec![prose(lines), imprint()]));
        assert_eq!(made.len(), total, "{lines} lines");
        let last = &made[total - 1];
        assert!(text(last).contains("抄送：区总工会。") && text(last).contains("印发"));
        let foot = last.rules.iter().map(|r| r.from.1).fold(0.0, f32::max);
        assert!((foot / 72.0 * 25.4 - 262.0).abs() < 0.5, "its last rule lies on the type area's foot");
    }
}

/// The lines of a title: how high each stands, how wide it is, what it says.
fn title_lines(title: &str) -> Vec<(i32, f32, String)> {
    let made = pages(&document(Form::TwoParty, vec![BlockKind::Title { text: title.into() }]));
    let mut lines: Vec<(i32, f32, String)> = Vec::new();
    for run in made[0].runs.iter().filter(|r| r.size > 20.0) {
        match lines.last_mut().filter(|l| l.0 == run.y as i32) {
            Some(l) => (l.1, l.2) = (l.1 + run.width(), l.2.clone() + &run.text()),
            None => lines.push((run.y as i32, run.width(), run.text())),
        }
    }
    lines
}

#[test]
fn titles_break_into_balanced_lines_and_cut_no_word() {
    let title = "赣江重型机械制造有限责任公司关于开展2026年度工资集体协商有关事项的通知";
    let lines = title_lines(title);
    assert_eq!(lines.iter().map(|l| l.2.as_str()).collect::<String>(), title);
    let widths: Vec<f32> = lines.iter().map(|l| l.1).collect();
    let (least, most) = widths.iter().fold((f32::MAX, 0.0_f32), |(a, b), w| (a.min(*w), b.max(*w)));
    assert!(lines.len() == 2 && most - least < 6.0 * 22.0, "{lines:?}");
    assert!(lines.iter().all(|l| !l.2.starts_with("公司") && !l.2.starts_with('商')), "{lines:?}");
    let answer = title_lines("关于《职工奖惩办法（征求意见稿）》意见的复函");
    assert!(answer.len() == 2 && answer.iter().any(|l| l.2.contains("征求意见稿")), "{answer:?}");
}

#[test]
fn a_title_takes_an_uneven_line_or_one_more_rather_than_cut_a_word() {
    for (title, lines) in [
        (
            "关于公布2027年度女职工权益保护专项集体合同的公告",
            &["关于公布2027年度女职工权益保护", "专项集体合同的公告"][..],
        ),
        (
            "关于2027年度劳动安全卫生专项集体合同的情况说明",
            &["关于2027年度劳动安全卫生", "专项集体合同的情况说明"],
        ),
        ("2027年度女职工权益保护专项集体合同终止协议", &["2027年度女职工权益保护", "专项集体合同终止协议"]),
        (
            "赣江机械有限公司工资专项集体合同履行情况检查表",
            &["赣江机械有限公司", "工资专项集体合同履行情况检查表"],
        ),
        (
            "江西云岭机械有限公司第三届工会委员会换届选举",
            &["江西云岭机械有限公司", "第三届工会委员会换届选举"],
        ),
        (
            "赣江重型机械制造有限责任公司女职工权益保护专项集体合同履行情况检查表",
            &["赣江重型机械制造", "有限责任公司女职工权益保护", "专项集体合同履行情况检查表"],
        ),
    ] {
        let made: Vec<String> = title_lines(title).into_iter().map(|line| line.2).collect();
        assert_eq!(made, lines, "{title}");
    }
}

//! Blocks of contracts and forms: covers, turned leaves, merged cells, attachments, articles, places of seals. Read from
//! the pages of the layout, and where another program must agree, from the file.

use paper::{Align, BlockKind, Column, Fact, Form, FormCell, FormRow, Marks, Page, Signatory, SigningSide};

use crate::flow::{document, pages, prose, text};
use crate::opened::Book;
use crate::support::*;

const MM: f32 = 72.0 / 25.4;

fn cell(text: &str, across: u8, down: u8) -> FormCell {
    FormCell { text: text.into(), foot: String::new(), label: false, across, down, align: Align::Left }
}

fn row(cells: Vec<FormCell>) -> FormRow {
    FormRow { cells, height: 0.0 }
}

fn form(rows: Vec<FormRow>) -> BlockKind {
    BlockKind::Form { widths: vec![1.0, 1.0, 2.0], rows, size: 12.0 }
}

fn column(over: &str, head: &str) -> Column {
    Column { head: head.into(), over: over.into(), width: 1.0, align: Align::Center, group: false }
}

fn table(columns: Vec<Column>, rows: usize) -> BlockKind {
    let cells = columns.iter().map(|c| c.head.clone()).collect::<Vec<_>>();
    BlockKind::Table { columns, rows: vec![cells; rows].into(), size: 12.0, whole: false }
}

/// Upright rules of a page: x, from, to.
fn uprights(page: &Page) -> Vec<(f32, f32, f32)> {
    page.rules.iter().filter(|r| r.from.0 == r.to.0).map(|r| (r.from.0, r.from.1, r.to.1)).collect()
}

/// Where a text begins: left end and baseline.
fn at(page: &Page, wanted: &str) -> (f32, f32) {
    let run = page.runs.iter().find(|r| r.text().contains(wanted)).unwrap_or_else(|| panic!("no {wanted}"));
    (run.x, run.y)
}

#[test]
fn no_rule_crosses_a_cell_over_several_columns_or_rows() {
    let rows = vec![
        row(vec![cell("高", 1, 2), cell("宽", 2, 1)]),
        row(vec![cell("乙", 1, 1), cell("丙", 1, 1)]),
        row(vec![cell("全", 3, 1)]),
    ];
    let made = pages(&document(Form::Register, vec![form(rows)]));
    let left = 28.0 * MM;
    let quarter = 156.0 * MM / 4.0;
    let (wide, low, whole) = (at(&made[0], "宽").1, at(&made[0], "乙").1, at(&made[0], "全").1);
    let crosses = |x: f32, y: f32| {
        uprights(&made[0]).iter().any(|(at, from, to)| (at - x).abs() < 0.1 && *from < y && y < *to)
    };
    assert!(crosses(left + quarter, wide) && crosses(left + quarter, low), "the tall cell has its side");
    assert!(!crosses(left + 2.0 * quarter, wide), "nothing stands in the wide cell");
    assert!(crosses(left + 2.0 * quarter, low), "below it the columns part again");
    assert!(!crosses(left + quarter, whole), "the last row is one cell");
    let levels = made[0].rules.iter().filter(|r| r.from.1 == r.to.1);
    let through = levels.filter(|r| r.from.0 < left + 1.0 && r.from.1 > wide && r.from.1 < low).count();
    assert_eq!(through, 0, "no rule lies across the tall cell");
}

#[test]
fn a_form_taller_than_a_page_loses_no_line_and_leaves_no_margin() {
    let long: String = "天地玄黄宇宙洪荒日月盈昃".chars().cycle().take(1500).collect();
    for down in [1, 2] {
        let mut rows = vec![row(vec![cell("头", 1, down), cell("题", 1, 1), cell(&long, 1, 1)])];
        rows.extend((1..down).map(|_| row(vec![cell("二", 1, 1), cell(&long, 1, 1)])));
        rows.push(row(vec![cell("尾", 3, 1)]));
        let made = pages(&document(Form::Register, vec![prose(3), form(rows)]));
        assert!(made.len() > 1, "it does not fit one page");
        let all: String = made.iter().map(text).collect();
        for c in "头题尾昃".chars() {
            let wanted = if c == '昃' { long.matches('昃').count() * usize::from(down) } else { 1 };
            assert_eq!(all.matches(c).count(), wanted, "{down}: {c}");
        }
        for page in &made {
            let low = page.runs.iter().map(|r| r.y).fold(0.0, f32::max);
            assert!(low < 262.0 * MM, "{down}: text at {} mm", low / MM);
            let foot = uprights(page).iter().map(|r| r.2).fold(0.0, f32::max);
            let closed = page.rules.iter().any(|r| r.from.1 == r.to.1 && (r.from.1 - foot).abs() < 0.01);
            assert!(closed, "{down}: each page's part has its lower rule");
        }
    }
}

#[test]
fn a_head_over_several_columns_stands_above_theirs_on_every_page() {
    let columns =
        vec![column("", "项目"), column("得票", "赞成"), column("得票", "反对"), column("", "结果")];
    let made = pages(&document(Form::Register, vec![table(columns, 60)]));
    assert!(made.len() > 1);
    for page in &made {
        let (over, under) = (at(page, "得票"), at(page, "赞成"));
        assert!(over.1 < under.1, "page {}", page.number);
        let middle = (at(page, "赞成").0 + at(page, "反对").0) / 2.0;
        assert!((over.0 - middle).abs() < 1.0, "it stands over the middle of both");
        let x = 28.0 * MM + 156.0 * MM / 2.0;
        let between = uprights(page).into_iter().find(|(at, ..)| (at - x).abs() < 0.1).unwrap();
        assert!(between.1 > over.1 && between.1 < under.1, "the rule between them begins below it");
    }
}

#[test]
fn a_turned_leaf_has_its_head_at_the_binding_side_and_its_number_where_all_have_it() {
    let columns: Vec<Column> = (0..9).map(|i| column("", &format!("栏{i}"))).collect();
    let kinds = vec![
        prose(3),
        BlockKind::Leaf { wide: true },
        table(columns, 40),
        BlockKind::Leaf { wide: false },
        prose(3),
    ];
    let doc = document(Form::Official, kinds);
    let made = pages(&doc);
    let ways: Vec<bool> = made.iter().map(|p| p.wide).collect();
    assert!(ways.len() >= 4 && !ways[0] && !ways[ways.len() - 1], "{ways:?}");
    assert!(ways[1..ways.len() - 1].iter().all(|wide| *wide), "{ways:?}");
    let upright = pages(&document(Form::Official, vec![prose(22 * made.len())]));
    for page in &made {
        let numbers = |p: &Page| p.foot.iter().map(|r| (r.x, r.y, r.text())).collect::<Vec<_>>();
        assert_eq!(numbers(page), numbers(&upright[page.number - 1]), "the number keeps its place");
        // Measured on the page as it is read: 35 mm from its left (the leaf's foot), 28 mm from its head (the binding).
        let (left, top) = if page.wide { (35.0, 28.0) } else { (28.0, 37.0) };
        let (right, foot) = if page.wide { (260.0, 184.0) } else { (184.0, 262.0) };
        for run in &page.runs {
            assert!(run.x >= left * MM - 0.1 && run.x + run.width() <= right * MM + 0.1, "{}", run.text());
            assert!(run.y > top * MM && run.y < foot * MM, "{}", run.text());
        }
    }
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("a.pdf");
    std::fs::write(&file, rendered(&doc).pdf).unwrap();
    let last = made.len().to_string();
    let told = judge("pdfinfo", &["-f", "1", "-l", &last, &file.to_string_lossy()]);
    let turned = told.lines().filter(|l| l.contains("rot:") && l.trim().ends_with("90")).count();
    assert_eq!(turned, ways.iter().filter(|wide| **wide).count(), "poppler turns the same pages: {told}");
    // The first head stands as far from the upper edge of the page as poppler turns it as we say.
    let boxes = judge("pdftotext", &["-bbox", "-f", "2", "-l", "2", &file.to_string_lossy(), "-"]);
    let number = |line: &str, key: &str| -> f32 {
        line.split(&format!("{key}=\"")).nth(1).unwrap().split('"').next().unwrap().parse().unwrap()
    };
    let line = boxes.lines().find(|l| l.contains("栏0")).unwrap();
    assert!((number(line, "xMin") - at(&made[1], "栏0").0).abs() < 1.0, "{line}");
    assert!(number(line, "yMin") > 28.0 * MM - 1.0 && number(line, "yMax") < 40.0 * MM, "{line}");
}

#[test]
fn a_cover_bears_no_number_and_counts() {
    let facts = vec![Fact { label: "企业".into(), text: "江西云岭机械有限公司".into() }];
    let kinds = vec![
        BlockKind::Cover {
            number: Some("〔2026〕1号".into()),
            title: "工资集体合同".into(),
            facts,
            date: None,
        },
        prose(3),
    ];
    let doc = document(Form::TwoParty, kinds);
    let made = pages(&doc);
    assert_eq!(made.len(), 2);
    let book = Book::open(&paper::word(&doc, Some("草稿")).unwrap());
    assert!(book.elements.contains("w:titlePg"), "nor in Word");
    assert!(book.all("w:headerReference w:type").contains("first"), "a draft is marked on its cover too");
    assert!(made[0].foot.is_empty(), "no number on the cover");
    let foot: String = made[1].foot.iter().map(paper::Run::text).collect();
    assert_eq!(foot, "— 2 —");
    let largest = made[0].runs.iter().max_by(|a, b| a.size.total_cmp(&b.size)).unwrap();
    assert_eq!((largest.text().as_str(), largest.size), ("工资集体合同", 36.0));
    let under = at(&made[0], "江西云岭").1;
    assert!(
        made[0].rules.iter().any(|r| r.from.1 > under && r.from.1 < under + 8.0),
        "a line under the name"
    );
}

#[test]
fn the_note_of_a_draft_stands_behind_the_cover() {
    for key in ["negotiation/wage-contract", "negotiation/special-contract"] {
        let mut context = sample(key);
        context["draft"] = "合同期限的起日".into();
        let doc = filled(key, &context);
        let made = pages(&doc);
        assert!(made[0].foot.is_empty() && !text(&made[0]).contains("草稿"), "{key}: the cover comes first");
        assert!(text(&made[1]).starts_with("（草稿，尚缺合同期限的起日。）"), "{key}: {}", text(&made[1]));
        let book = Book::open(&paper::word(&doc, Some("草稿")).unwrap());
        assert!(book.elements.contains("w:titlePg"), "{key}: in Word too");
    }
}

#[test]
fn the_only_heading_of_a_paper_bears_no_number() {
    for (key, heading) in [("negotiation/pay-levels", "特殊工资形式"), ("congress/motion", "办理情况")]
    {
        let doc = filled(key, &sample(key));
        let shown = shown(&doc).unwrap();
        assert!(shown.contains(heading) && !shown.contains("一、"), "{key}");
        let book = Book::open(&paper::word(&doc, None).unwrap());
        assert!(book.paragraphs.iter().any(|p| p == heading), "{key}: nor in Word");
    }
}

#[test]
fn attachments_begin_pages_count_themselves_and_headings_begin_anew() {
    let heading = |text: &str| BlockKind::Heading { level: 1, text: text.into() };
    let attachment = |title: &str| BlockKind::Attachment { title: title.into() };
    let kinds = vec![
        heading("正文"),
        attachment("代表名单"),
        heading("甲"),
        attachment("测算表"),
        heading("乙"),
        heading("丙"),
    ];
    let made = pages(&document(Form::Official, kinds));
    assert_eq!(made.len(), 3);
    let titles: Vec<&str> =
        made.iter().flat_map(|p| &p.outline).filter(|o| o.level <= 1).map(|o| o.title.as_str()).collect();
    assert_eq!(titles, ["正文", "附件1 代表名单", "甲", "附件2 测算表", "一、乙", "二、丙"]);
    let (x, y) = at(&made[1], "附件1");
    assert!((x - 28.0 * MM).abs() < 0.1, "flush left");
    let title = at(&made[1], "代表名单").1;
    assert!(
        title - y > 2.0 * 25.0 && title - y < 2.6 * 29.0,
        "the title stands on the third line: {}",
        title - y
    );
    let alone = pages(&document(Form::Official, vec![prose(2), attachment("代表名单")]));
    assert!(text(&alone[1]).starts_with("附件代表名单"), "the only one bears no number");
}

#[test]
fn articles_count_through_the_whole_paper() {
    let article = |items: &[&str]| BlockKind::List {
        marks: Marks::Article,
        items: items.iter().map(|i| (*i).to_owned()).collect(),
    };
    let kinds = vec![article(&["甲。"]), prose(1), article(&["乙。", "丙。"])];
    let doc = document(Form::TwoParty, kinds);
    let all = text(&pages(&doc)[0]);
    for wanted in ["第一条甲。", "第二条乙。", "第三条丙。"] {
        assert!(all.contains(wanted), "{all}");
    }
    let book = Book::open(&paper::word(&doc, None).unwrap());
    assert!(book.bare().contains("第三条丙。"), "{}", book.bare());
}

#[test]
fn both_sides_sign_beside_each_other_whichever_has_a_seal() {
    let side = |seal: Option<&str>, name: &str| SigningSide {
        label: "委托方".into(),
        seal: seal.map(str::to_owned),
        names: vec![Signatory { name: name.into(), role: "主席".into(), note: String::new() }],
        date: true,
    };
    let union = Some("江西云岭机械有限公司工会委员会");
    for other in [None, Some("江西云岭机械有限公司")] {
        let sides = vec![side(union, "周敏"), side(other, "罗建平")];
        let made = pages(&document(Form::TwoParty, vec![prose(3), BlockKind::Signatures { sides }]));
        let (ours, theirs) = (at(&made[0], "周敏"), at(&made[0], "罗建平"));
        assert!((ours.1 - theirs.1).abs() < 0.1, "{ours:?} {theirs:?}");
        let places = text(&made[0]).matches("（盖章）").count();
        assert_eq!(places, 1 + usize::from(other.is_some()), "a place a seal");
        assert!(at(&made[0], "江西云岭").1 < at(&made[0], "（盖章）").1);
    }
}

#[test]
fn word_has_the_merged_cells_and_the_turned_leaves() {
    let rows =
        vec![row(vec![cell("高", 1, 2), cell("宽", 2, 1)]), row(vec![cell("乙", 1, 1), cell("丙", 1, 1)])];
    let kinds = vec![
        prose(1),
        form(rows),
        BlockKind::Leaf { wide: true },
        BlockKind::Attachment { title: "测算表".into() },
        table(vec![column("", "项目"), column("得票", "赞成"), column("得票", "反对")], 2),
    ];
    let doc = document(Form::Official, kinds);
    let book = Book::open(&paper::word(&doc, None).unwrap());
    assert_eq!(book.tables[0], [vec!["高", "宽"], vec!["", "乙", "丙"]]);
    assert_eq!(book.tables[1][..2], [vec!["项目", "得票"], vec!["", "赞成", "反对"]]);
    assert!(book.all("w:gridSpan w:val").contains("2"));
    assert!(book.all("w:vMerge w:val").contains("restart") && book.elements.contains("w:vMerge"));
    assert_eq!(book.all("w:pgSz w:orient").into_iter().collect::<Vec<_>>(), ["landscape"]);
    let main = &book.parts["word/document.xml"];
    assert_eq!(main.matches("<w:sectPr>").count(), 2, "upright leaves, then turned ones");
    let (upright, turned) = (main.find(r#"w:w="11906""#).unwrap(), main.find("landscape").unwrap());
    assert!(upright < turned && main.find("高").unwrap() < upright, "each section ends with its leaf");
}

#[test]
fn a_group_is_one_cell_and_is_named_again_on_the_next_page() {
    let group = Column { group: true, ..column("", "类别") };
    let row = |i: usize| vec![if i == 0 { "要约" } else { "" }.to_owned(), format!("第{i}项")];
    let rows = (0..60).map(row).collect();
    let columns = vec![group, column("", "项目")];
    let doc = document(Form::Register, vec![BlockKind::Table { columns, rows, size: 12.0, whole: false }]);
    let made = pages(&doc);
    assert!(made.len() > 1);
    for page in &made {
        assert_eq!(text(page).matches("要约").count(), 1, "page {}", page.number);
        let left = page.rules.iter().filter(|r| r.from.1 == r.to.1 && r.from.0 < 28.0 * MM + 1.0).count();
        assert_eq!(left, 3, "over the head, under it, and at the foot: none parts the group");
    }
    let book = Book::open(&paper::word(&doc, None).unwrap());
    assert!(book.all("w:vMerge w:val").contains("restart"));
}

#[test]
fn tables_of_one_shape_have_columns_of_one_width() {
    let columns = || {
        let prose = |head: &str| Column { align: Align::Left, ..column("", head) };
        vec![column("", "谁办"), prose("事项"), column("", "期限")]
    };
    let own = |who: &str, what: &str| {
        let rows = vec![[who, what, "2026年11月16日"].map(str::to_owned).to_vec()].into();
        BlockKind::Table { columns: columns(), rows, size: 12.0, whole: false }
    };
    let long = own("区总工会和公司行政部", "答复工资集体协商意向书");
    let made = pages(&document(Form::Register, vec![own("我办", "报送年报"), prose(1), long]));
    let mut places: Vec<f32> = uprights(&made[0]).iter().map(|(x, ..)| (x * 10.0).round()).collect();
    places.sort_by(f32::total_cmp);
    places.dedup();
    assert_eq!(places.len(), 4, "the rules of both tables stand under each other: {places:?}");
}

#[test]
fn who_was_absent_has_no_line_to_sign_on() {
    let person =
        |name: &str, note: &str| Signatory {
            name: name.into(), role: "协商代表".into(), note: note.into()
        };
    let side =
        |names| SigningSide { label: "职工方代表（签字）".into(), seal: None, names, date: false };
    let sides = vec![side(vec![person("周喆", ""), person("王伟", "缺席")]), side(vec![person("李强", "")])];
    let doc = document(Form::TwoParty, vec![prose(3), BlockKind::Signatures { sides }]);
    let made = pages(&doc);
    assert_eq!(made[0].rules.iter().filter(|r| r.from.1 == r.to.1).count(), 2, "a line for each who came");
    let (name, absent) = (at(&made[0], "王伟"), at(&made[0], "缺席"));
    assert!(absent.0 > name.0 && (absent.1 - name.1).abs() < 20.0, "beside the name: {name:?} {absent:?}");
    assert!(Book::open(&paper::word(&doc, None).unwrap()).bare().contains("缺席"));
}

#[test]
fn the_name_of_a_union_is_not_broken_within_a_word() {
    let side = |body: &str| SigningSide {
        label: "甲方".into(),
        seal: Some(body.into()),
        names: vec![Signatory { name: "周敏".into(), role: String::new(), note: String::new() }],
        date: false,
    };
    let sides = vec![side("江西云岭机械有限公司工会委员会"), side("江西云岭机械有限公司")];
    let made = pages(&document(Form::TwoParty, vec![prose(3), BlockKind::Signatures { sides }]));
    let begins: Vec<String> = made[0].runs.iter().map(|run| run.text()).collect();
    assert!(begins.iter().any(|line| line.starts_with("工会委员会")), "{begins:?}");
}

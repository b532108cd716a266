//! The Word file of every template: the words of the PDF in the PDF's order, the cells of every table, styles and links
//! that exist, the standard's page, the same bytes each time, and text that stays text whatever stands in it.

use paper::{
    Align, Block, BlockKind, Chart, ChartKind, ChartRow, Column, DayCount, DayKind, DayNote, DayRun,
    Document, Form, Marks, Signatory, SigningSide,
};
use proptest::prelude::*;

use crate::opened::Book;
use crate::support::*;

fn word(doc: &Document) -> Vec<u8> {
    paper::word(doc, None).unwrap_or_else(|e| panic!("{}: {e}", doc.title))
}

fn opened(doc: &Document) -> Book {
    Book::open(&word(doc))
}

/// A paper of these blocks.
fn of(form: Form, kinds: Vec<BlockKind>) -> Document {
    let block = |(i, kind)| Block { id: format!("b{i}"), kind };
    Document {
        title: "试样".into(),
        author: meta().author,
        created: meta().created,
        id_seed: "sample".into(),
        form,
        blocks: kinds.into_iter().enumerate().map(block).collect(),
    }
}

/// What poppler reads of the PDF, without page numbers and without what a table says again on a new page: its heads, and the
/// name of a group that goes on.
fn pdf_text(doc: &Document) -> String {
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("a.pdf");
    std::fs::write(&file, rendered(doc).pdf).unwrap();
    let raw = judge("pdftotext", &["-raw", "-enc", "UTF-8", &file.to_string_lossy(), "-"]);
    let pages = raw.split('\u{c}').map(unnumbered);
    let heads: Vec<String> = doc.blocks.iter().filter_map(head_of).collect();
    let groups: Vec<String> = doc.blocks.iter().flat_map(groups_of).collect();
    let mut read = String::new();
    for page in pages {
        let again = heads.iter().find(|head| {
            let begun = read.matches(head.as_str()).count();
            begun == heads.iter().filter(|other| other == head).count() && page.starts_with(head.as_str())
        });
        let Some(head) = again else {
            read.push_str(&page);
            continue;
        };
        let page = &page[head.len()..];
        // It stands behind the first row's other cells, as it is drawn once the group's end on the page is known.
        let goes_on = |group: &&String| read.contains(group.as_str()) && page.contains(group.as_str());
        let group = groups.iter().find(goes_on);
        read.push_str(&group.map_or(page.to_owned(), |group| page.replacen(group, "", 1)));
    }
    read
}

/// The names of groups of rows.
fn groups_of(block: &Block) -> Vec<String> {
    match &block.kind {
        BlockKind::Table { columns, rows, .. } if columns.first().is_some_and(|column| column.group) => {
            rows.iter().filter_map(|row| row.get(0)).map(bare).filter(|name| !name.is_empty()).collect()
        }
        _ => Vec::new(),
    }
}

/// The words over the columns of a table.
fn head_of(block: &Block) -> Option<String> {
    let BlockKind::Table { columns, .. } = &block.kind else { return None };
    Some(heads(columns).iter().map(|head| bare(head)).collect())
}

#[test]
fn every_template_says_in_word_what_its_pdf_says_in_the_same_order() {
    for key in TEMPLATES {
        let doc = filled(key, &sample(key));
        assert_eq!(opened(&doc).bare(), pdf_text(&doc), "{key}");
    }
}

#[test]
fn every_table_has_its_cells() {
    let mut seen = 0;
    for key in TEMPLATES {
        let doc = filled(key, &sample(key));
        let book = opened(&doc);
        let mut tables = book.tables.iter();
        for block in &doc.blocks {
            let BlockKind::Table { columns, rows, .. } = &block.kind else { continue };
            let heads: Vec<String> = heads(columns).iter().map(|head| bare(head)).collect();
            // A head over several columns makes it two rows; what goes on below is an empty cell.
            let own = 1 + usize::from(columns.iter().any(|c| !c.over.is_empty()));
            let read = |table: &[Vec<String>]| -> Vec<String> {
                table[..own.min(table.len())].iter().flatten().map(|cell| bare(cell)).collect()
            };
            let filled = |cells: Vec<String>| cells.into_iter().filter(|c| !c.is_empty()).collect::<Vec<_>>();
            let table = tables
                .by_ref()
                .find(|table| filled(read(table)) == filled(heads.clone()))
                .unwrap_or_else(|| panic!("{key}: no table {heads:?}"));
            let cells = |i: usize| table[i + own].iter().map(|cell| bare(cell)).collect::<Vec<_>>();
            assert_eq!(table.len(), rows.len() + own, "{key}: a row for each");
            for (i, row) in rows.iter().enumerate() {
                assert_eq!(cells(i), row.iter().map(bare).collect::<Vec<_>>(), "{key} row {i}");
            }
            seen += 1;
        }
    }
    assert!(seen >= 10, "the templates have tables: {seen}");
}

#[test]
fn styles_and_parts_that_are_named_exist() {
    for doc in TEMPLATES.iter().map(|key| filled(key, &sample(key))).chain([official()]) {
        let book = Book::open(&paper::word(&doc, Some("草稿")).unwrap());
        let known = book.all("w:style w:styleId");
        for key in ["w:pStyle w:val", "w:rStyle w:val", "w:basedOn w:val", "w:next w:val"] {
            assert!(book.all(key).is_subset(&known), "{}: {key} {:?}", doc.title, book.all(key));
        }
        let faces = book.all("w:font w:name");
        assert!(book.all("w:rFonts w:eastAsia").is_subset(&faces), "{faces:?}");
        let links = book.all("Relationship Id");
        for key in ["w:headerReference r:id", "w:footerReference r:id"] {
            assert!(book.all(key).is_subset(&links), "{}: {key}", doc.title);
        }
        for target in book.all("Relationship Target") {
            let found = [format!("word/{target}"), target.clone()];
            assert!(found.iter().any(|name| book.parts.contains_key(name)), "{target} is linked");
        }
        for name in book.all("Override PartName") {
            assert!(book.parts.contains_key(name.trim_start_matches('/')), "{name} has a type");
        }
        let typed = book.all("Override PartName");
        let parts =
            book.parts.keys().filter(|name| !name.ends_with(".rels") && *name != "[Content_Types].xml");
        for part in parts {
            assert!(typed.contains(&format!("/{part}")), "{part} has its type");
        }
    }
}

/// A paper with a head and a tail, as the union's own papers have them.
fn official() -> Document {
    let side = |label: &str, names: &[(&str, &str)]| SigningSide {
        label: label.into(),
        seal: None,
        names: names
            .iter()
            .map(|(n, r)| Signatory { name: (*n).into(), role: (*r).into(), note: String::new() })
            .collect(),
        date: true,
    };
    let heading = |level, text: &str| BlockKind::Heading { level, text: text.into() };
    let column = |head: &str, align| Column {
        head: head.into(),
        over: String::new(),
        width: 1.0,
        align,
        group: false,
    };
    of(
        Form::Official,
        vec![
            BlockKind::RedHeader { text: "赣江机械有限公司工会委员会文件".into() },
            BlockKind::DocumentNumber {
                text: "赣机工〔2026〕3号".into(), signer: Some("张敏".into())
            },
            BlockKind::Title { text: "关于召开职工代表大会的\n请示".into() },
            BlockKind::Addressee { text: "区总工会".into() },
            heading(1, "基本情况"),
            heading(2, "会议时间"),
            heading(3, "报到"),
            heading(4, "地点"),
            heading(2, "会议议程"),
            BlockKind::PageBreak,
            heading(1, "经费"),
            BlockKind::List { marks: Marks::Bracket, items: vec!["审议".into(), "表决".into()] },
            BlockKind::Table {
                columns: vec![column("项目", Align::Left), column("金额", Align::Right)],
                rows: vec![vec!["场地".into(), "1,200".into()], vec!["餐费".into()]].into(),
                size: 14.0,
                whole: false,
            },
            BlockKind::Attachments { items: vec!["代表名单".into(), "议程".into()] },
            BlockKind::DateLine {
                signer: Some("赣江机械有限公司工会委员会".into()),
                date: "2026年3月5日".into(),
                seal: true,
            },
            BlockKind::Note { text: "联系人：何平".into() },
            BlockKind::Signatures {
                sides: vec![side("甲方", &[("周喆", "主席"), ("王伟", "")]), side("乙方", &[("", "")])],
            },
            BlockKind::Spacer { lines: 2.0 },
            BlockKind::Imprint {
                copies: Some("各分会".into()),
                proof: Some("账本到第63步没有被改动过。".into()),
                issuer: "办公室".into(),
                date: "2026年3月6日".into(),
            },
        ],
    )
}

#[test]
fn a_paper_of_every_block_reads_as_its_pdf_does() {
    let doc = official();
    let book = opened(&doc);
    assert_eq!(book.bare(), pdf_text(&doc));
    for text in
        ["一、基本情况", "（一）会议时间", "1. 报到", "（1）地点", "（二）会议议程", "二、经费", "（2）表决"]
    {
        assert!(book.paragraphs.iter().any(|p| p == text), "{text}: {:?}", book.paragraphs);
    }
    assert_eq!(
        book.tables[0],
        [["项目", "金额"], ["场地", "1,200"], ["餐费", ""]],
        "a short row is filled up"
    );
    for element in ["w:tblHeader", "w:cantSplit", "w:keepNext", "w:pageBreakBefore", "w:pBdr", "w:tblpPr"] {
        assert!(book.elements.contains(element), "{element}");
    }
}

#[test]
fn a_sentence_that_leads_to_a_table_is_kept_with_it() {
    let column =
        Column { head: "项目".into(), over: String::new(), width: 1.0, align: Align::Left, group: false };
    let table = || BlockKind::Table {
        columns: vec![column.clone()],
        rows: (0..9).map(|i| vec![format!("第{i}项")]).collect(),
        size: 14.0,
        whole: false,
    };
    let kept = |text: &str| {
        let lead = BlockKind::Paragraph { text: text.to_owned() };
        let book = opened(&of(Form::TwoParty, vec![lead, table()]));
        let xml = &book.parts["word/document.xml"];
        let para = xml.split("</w:p>").find(|para| para.contains(text)).unwrap();
        para.contains("<w:keepNext")
    };
    assert!(kept("明细如下：") && !kept("明细另见附表。"));
}

#[test]
fn a_red_header_is_refused_where_the_pdf_refuses_it() {
    let doc = Document { form: Form::TwoParty, ..official() };
    let told = paper::word(&doc, None).unwrap_err().to_string();
    assert_eq!(told, paper::render(&doc, faces()).unwrap_err().to_string());
    assert!(told.contains("红头"), "{told}");
}

/// The sizes of GB/T 9704—2012 in twentieths of a point.
#[test]
fn the_page_is_the_standard_s() {
    let doc = filled("negotiation/minutes", &sample("negotiation/minutes"));
    let book = opened(&doc);
    let one = |key: &str| -> f64 {
        let all = book.all(key);
        assert_eq!(all.len(), 1, "{key} {all:?}");
        all.first().unwrap().parse().unwrap()
    };
    let millimetres = |key: &str| one(key) / 20.0 / 72.0 * 25.4;
    for (key, wanted) in [
        ("w:pgSz w:w", 210.0),
        ("w:pgSz w:h", 297.0),
        ("w:pgMar w:top", 37.0),
        ("w:pgMar w:bottom", 35.0),
        ("w:pgMar w:left", 28.0),
        ("w:pgMar w:right", 26.0),
    ] {
        let found = millimetres(key);
        assert!((found - wanted).abs() < 0.1, "{key}: {found} mm, not {wanted}");
    }
    let lines = 22.0 * one("w:docGrid w:linePitch") / 20.0;
    let area = 225.0 / 25.4 * 72.0;
    assert!(lines <= area && lines > area - 2.0, "22 lines fill the type area: {lines} of {area}");
    let air = r#"<w:rPr><w:spacing w:val="-5"/></w:rPr>"#;
    assert!(book.parts["word/styles.xml"].contains(air), "type of 16 points stands 15.75 apart");
    let line: f64 = 156.0 / 25.4 * 72.0;
    assert_eq!((line / 15.75).floor(), 28.0, "28 characters fill a line");
    let styles = &book.parts["word/styles.xml"];
    assert!(styles.contains(r#"<w:spacing w:line="579" w:lineRule="exact"/>"#), "28.95 points, exactly");
    assert!(styles.contains(r#"<w:ind w:firstLineChars="200""#), "two characters");
    for face in ["仿宋_GB2312", "楷体_GB2312", "黑体", "方正小标宋简体"] {
        assert!(book.all("w:rFonts w:eastAsia").contains(face), "{face}");
    }
    for instead in ["仿宋", "楷体"] {
        assert!(book.all("w:altName w:val").contains(instead), "{instead} where the standard's is missing");
    }
    for (part, side) in [("word/footerOdd.xml", "right"), ("word/footerEven.xml", "left")] {
        let text = &book.parts[part];
        assert!(text.contains(&format!(r#"<w:jc w:val="{side}"/>"#)) && text.contains(" PAGE "), "{text}");
    }
    assert!(book.elements.contains("w:evenAndOddHeaders"));
    let core = &book.parts["docProps/core.xml"];
    for told in [doc.title.as_str(), doc.author.as_str(), "2026-03-05T09:00:00Z", "zh-CN"] {
        assert!(core.contains(told), "{told}: {core}");
    }
}

#[test]
fn the_mark_stands_on_every_page_and_only_there() {
    let doc = filled("negotiation/reply", &sample("negotiation/reply"));
    let marked = Book::open(&paper::word(&doc, Some("草稿")).unwrap());
    for part in ["word/headerOdd.xml", "word/headerEven.xml"] {
        assert!(marked.parts[part].contains("草稿"), "{part}");
    }
    let plain = opened(&doc);
    assert_eq!(marked.paragraphs, plain.paragraphs);
    assert!(plain.parts.values().all(|part| !part.contains("草稿")));
}

#[test]
fn the_same_paper_is_the_same_to_the_byte() {
    for key in TEMPLATES {
        let doc = filled(key, &sample(key));
        assert!(word(&doc) == word(&doc), "{key} differs the second time");
    }
    let doc = official();
    let later = Document { created: doc.created + chrono::TimeDelta::seconds(1), ..doc.clone() };
    assert!(word(&doc) != word(&later), "another moment is another file");
}

/// Text in each place of a paper that holds any.
fn everywhere(text: &str) -> Document {
    let own = || text.to_owned();
    let side = || SigningSide {
        label: own(),
        seal: Some(own()),
        names: vec![
            Signatory { name: own(), role: own(), note: String::new() },
            Signatory { name: own(), role: String::new(), note: String::new() },
        ],
        date: true,
    };
    let mut doc = of(
        Form::Official,
        vec![
            BlockKind::RedHeader { text: own() },
            BlockKind::DocumentNumber { text: own(), signer: Some(own()) },
            BlockKind::Title { text: own() },
            BlockKind::Subtitle { text: own() },
            BlockKind::Addressee { text: own() },
            BlockKind::Heading { level: 1, text: own() },
            BlockKind::Paragraph { text: own() },
            BlockKind::LabelLine { label: own(), text: own(), hang: true },
            BlockKind::List { marks: Marks::Number, items: vec![own()] },
            BlockKind::Table {
                columns: vec![Column {
                    head: own(),
                    over: own(),
                    width: 1.0,
                    align: Align::Left,
                    group: false,
                }],
                rows: vec![vec![own()]].into(),
                size: 12.0,
                whole: false,
            },
            BlockKind::Figure {
                caption: own(),
                chart: Chart {
                    kind: ChartKind::Bars,
                    unit: own(),
                    series: vec![own()],
                    rows: vec![ChartRow { label: own(), values: vec![own()] }],
                },
            },
            BlockKind::DayCount {
                count: DayCount {
                    quantity: own(),
                    start: own(),
                    end: own(),
                    back: false,
                    runs: vec![DayRun { kind: DayKind::Counted, days: 3 }],
                    notes: vec![DayNote { kind: DayKind::Skipped, text: own() }],
                },
            },
            BlockKind::Signatures { sides: vec![side(), side()] },
            BlockKind::Attachments { items: vec![own()] },
            BlockKind::Note { text: own() },
            BlockKind::DateLine { signer: Some(own()), date: own(), seal: false },
            BlockKind::Imprint { copies: Some(own()), proof: Some(own()), issuer: own(), date: own() },
            BlockKind::CharacterGrid { items: vec![own()], columns: 3 },
        ],
    );
    doc.title = own();
    doc
}

/// What must be readable of it: no white space, nothing invisible.
fn readable(text: &str) -> String {
    let visible = |c: &char| {
        let code = *c as u32;
        !c.is_control()
            && !matches!(code, 0xAD | 0x61C | 0x180E | 0x200B..=0x200F | 0x202A..=0x202E | 0x2060..=0x206F | 0xFE00..=0xFE0F)
            && !matches!(code, 0xFEFF | 0xFFF9..=0xFFFB | 0xFFFE | 0xFFFF | 0xE0000..=0xE0FFF)
    };
    bare(text).chars().filter(visible).collect()
}

#[test]
fn hostile_text_stays_text() {
    for text in [
        "<w:p><w:r/></w:p></w:t>&amp;&#0;<!-- ]]> --><![CDATA[x]]><?xml?>\"'{{x}}",
        "甲\u{0}乙\u{1b}[31m\u{202e}丙\u{fffe}\u{feff}丁",
        "😀👨\u{200d}👩\u{200d}👧喆堃㛃䶮𬍛𬭚𫖯𰻝\u{fe0f}",
    ] {
        let doc = everywhere(text);
        let (book, plain) = (opened(&doc), opened(&everywhere("甲")));
        assert_eq!(book.elements, plain.elements, "text became an element");
        assert_eq!(book.outside, plain.outside, "text became a paragraph");
        let shape = |book: &Book| -> Vec<Vec<usize>> {
            book.tables.iter().map(|table| table.iter().map(Vec::len).collect()).collect()
        };
        assert_eq!(shape(&book), shape(&plain), "text became a row or a cell");
        let (read, shown) = (book.bare(), readable(text));
        let times = plain.bare().matches('甲').count();
        assert_eq!(read.matches(&shown).count(), times, "{text:?} stands {times} times: {read}");
        assert_eq!(book.parts.keys().collect::<Vec<_>>(), plain.parts.keys().collect::<Vec<_>>());
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]

    #[test]
    fn any_text_is_read_back(text in "\\PC{0,12}|[\\x00-\\x7f\u{80}-\u{9f}\u{fffe}\u{ffff}一-龥<>&\\]\\n]{0,40}") {
        let book = opened(&everywhere(&text));
        let line: String = text.split('\n').map(readable).collect();
        prop_assert!(book.bare().contains(&line), "{text:?} in {}", book.bare());
        let paragraphs = text.split('\n').filter(|p| !p.trim().is_empty()).count().max(1);
        let one = opened(&everywhere("甲")).outside;
        // Paragraph, labelled line, list and note give a paragraph a line; all else one.
        prop_assert_eq!(book.outside, one + 4 * (paragraphs - 1));
    }
}

#[test]
#[ignore = "writes the Word file of every sample into the folder PAPER_OUT, for people to look at"]
fn write_samples() {
    let folder = std::path::PathBuf::from(std::env::var("PAPER_OUT").expect("PAPER_OUT names a folder"));
    for key in TEMPLATES {
        let bytes = paper::word(&filled(key, &sample(key)), Some("草稿")).unwrap();
        std::fs::write(folder.join(format!("{}.docx", key.replace('/', "-"))), bytes).unwrap();
    }
    std::fs::write(folder.join("official.docx"), word(&official())).unwrap();
    std::fs::write(folder.join("official.pdf"), rendered(&official()).pdf).unwrap();
}

#[test]
fn the_letter_form_has_its_name_and_its_double_rules_and_no_number_on_its_first_page() {
    let book = opened(&crate::standard::letter());
    let frames = book.all("w:framePr w:y");
    assert_eq!(frames.len(), 2, "name and foot stand at their places: {frames:?}");
    assert!(book.all("w:framePr w:w").iter().all(|w| w == "9638"), "170 mm");
    assert!(frames.contains("1701"), "30 mm from the page's edge: {frames:?}");
    let rules = (book.all("w:bottom w:val"), book.all("w:top w:val"));
    assert!(rules.0.contains("thickThinSmallGap") && rules.1.contains("thinThickSmallGap"), "{rules:?}");
    assert!(book.elements.contains("w:titlePg"), "page 1 is another");
    let text = book.bare();
    assert!(text.contains("抄送：青云谱区总工会") && !text.contains("印发"), "{text}");
}

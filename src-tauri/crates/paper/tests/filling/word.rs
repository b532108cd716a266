//! Word forms: what is filled, what stays to the byte, how rows come again.

use paper::filling::{Facts, FormError, FormFile, FormKind, FormValue};
use proptest::prelude::*;

use super::made::{cell, county, paragraph, table, word};
use super::{at, facts, fill, line, packed, part, text};
use crate::opened::Book;

#[test]
fn a_county_form_is_filled_as_it_is() {
    let form = county();
    assert_eq!(FormFile::open(&form).unwrap().kind(), FormKind::Docx);
    let filled = fill(&form, &facts());
    let book = Book::open(&filled.bytes);
    assert_eq!(book.paragraphs[0], "基层工会赣江机械有限公司工会委员会 登记表");
    assert_eq!(book.paragraphs[1], "会员320人，电话：＿＿＿＿，传真：【传真】");
    let rows = &book.tables[0];
    assert_eq!(rows.len(), 5, "three members in the place of one row");
    assert_eq!(rows[1], ["会员名单", "1．王小明", "2005年5月1日 13800138000"]);
    assert_eq!(rows[2][1..], ["2．张三", "2010年10月10日 "], "no phone, a blank cell");
    assert_eq!(rows[3][1..], ["3．李四", "2020年2月29日 13900139000"]);
    assert_eq!(rows[4], ["合计", "320"]);
    assert_eq!(
        book.paragraphs.last().unwrap(),
        "名单：王小明、张三、李四。【说明】填表日期2026年11月16日",
        "outside of a table a list stands in one line"
    );
    let held = book.paragraphs.iter().filter(|p| *p == "盖章：赣江机械有限公司工会委员会").count();
    assert_eq!(held, 2, "the text box and its copy for older programs");
    assert!(part(&filled.bytes, "word/header1.xml").contains("赣江机械有限公司工会委员会报表"));
    assert_eq!(filled.rows, 3);
    assert_eq!(at(&filled.blank), [("联系电话", "正文第2段"), ("会员.手机", "表格1第2行第3格")]);
    assert_eq!(at(&filled.unknown), [("传真", "正文第2段"), ("说明", "正文第4段")]);
}

#[test]
fn a_filled_mark_looks_as_it_began_and_rows_keep_their_height_and_cells() {
    let document = part(&fill(&county(), &facts()).bytes, "word/document.xml");
    assert!(
        document.contains(
            "<w:rPr><w:b/></w:rPr><w:t xml:space=\"preserve\">基层工会赣江机械有限公司工会委员会</w:t>"
        ),
        "the first run's look: {document}"
    );
    assert_eq!(document.matches("<w:trHeight w:val=\"600\" w:hRule=\"exact\"/>").count(), 3);
    assert_eq!(
        document.matches("<w:vMerge w:val=\"restart\"/>").count(),
        1,
        "the heading is merged over all"
    );
    assert_eq!(document.matches("<w:vMerge/>").count(), 2);
    assert_eq!(document.matches("<w:bookmarkStart").count(), 1, "a name stands once in a file");
    assert_eq!(
        document.matches("w14:paraId=\"0A\"").count(),
        3,
        "copies lose their number, three rows stand"
    );
}

#[test]
fn everything_without_a_mark_stays_to_the_byte() {
    let form = county();
    let (before, after) = (packed(&form), packed(&fill(&form, &facts()).bytes));
    assert_eq!(before.keys().collect::<Vec<_>>(), after.keys().collect::<Vec<_>>());
    for (name, bytes) in &before {
        let touched = ["word/document.xml", "word/header1.xml"].contains(&name.as_str());
        assert_eq!(&after[name] == bytes, !touched, "{name}");
    }
    let unfilled = fill(&form, &Facts::default());
    assert_eq!(part(&unfilled.bytes, "word/document.xml"), part(&form, "word/document.xml"));
    assert_eq!(fill(&form, &facts()).bytes, fill(&form, &facts()).bytes, "the same to the byte each time");
}

#[test]
fn the_marks_of_a_form_are_told_with_their_places() {
    let marks = FormFile::open(&county()).unwrap().marks().unwrap();
    let all: Vec<&str> = marks.iter().map(|at| at.mark.as_str()).collect();
    let wanted = [
        "工会名称",
        "会员人数",
        "联系电话",
        "传真",
        "会员.序号",
        "会员.姓名",
        "会员.入会日期",
        "会员.手机",
        "会员人数",
        "工会名称",
        "会员.姓名",
        "说明",
        "填表日期",
        "工会名称",
    ];
    assert_eq!(all, wanted);
    assert_eq!(marks.last().unwrap().place, "页眉");
    assert!(marks.iter().any(|at| at.place == "文本框"));
}

#[test]
fn an_empty_list_leaves_one_blank_row() {
    let mut facts = facts();
    facts.put_list("会员", &["姓名", "入会日期", "手机"], Vec::new());
    let filled = fill(&county(), &facts);
    assert_eq!(Book::open(&filled.bytes).tables[0][1], ["会员名单", "．", " "]);
    assert_eq!(filled.rows, 0);
    assert!(filled.blank.iter().any(|at| at.mark == "会员.姓名"));
}

#[test]
fn a_line_may_be_written_over_two_rows_and_not_twice_over() {
    let row = |cells: &[String]| format!("<w:tr>{}</w:tr>", cells.concat());
    let two = word(&table(&[
        row(&[cell("", "【会员.姓名】")]),
        row(&[cell("", "电话【会员.手机】")]),
        row(&[cell("", "完")]),
    ]));
    let rows = Book::open(&fill(&two, &facts()).bytes).tables[0].concat();
    assert_eq!(rows, ["王小明", "电话13800138000", "张三", "电话", "李四", "电话13900139000", "完"]);
    let twice = word(&table(&[row(&[cell("", "【会员.姓名】")]), row(&[cell("", "【会员.姓名】")])]));
    let why = FormFile::open(&twice).unwrap().fill(&facts()).unwrap_err();
    assert_eq!(
        why,
        FormError::RowsAlike { place: "表格1第2行第1格".to_owned(), mark: "会员.姓名".to_owned() }
    );
    let mut two_lists = facts();
    two_lists.put_list("代表", &["姓名"], Vec::new());
    let both = word(&table(&[row(&[cell("", "【会员.姓名】"), cell("", "【代表.姓名】")])]));
    let why = FormFile::open(&both).unwrap().fill(&two_lists).unwrap_err();
    assert!(why.to_string().starts_with("表格1第1行第2格的同一行里有两份名单的标记"), "{why}");
}

#[test]
fn a_value_of_several_lines_turns_the_line() {
    let mut facts = Facts::default();
    facts.put("意见", text("第一条\n第二条\t完"));
    let document = part(&fill(&word(&paragraph("【意见】")), &facts).bytes, "word/document.xml");
    let put =
        "<w:t xml:space=\"preserve\">第一条</w:t><w:br/><w:t xml:space=\"preserve\">第二条</w:t><w:tab/>";
    assert!(document.contains(put), "{document}");
}

/// Texts that would do harm if they were more than texts.
fn hostile() -> impl Strategy<Value = String> {
    let pieces = prop_oneof![
        Just("</w:t></w:r></w:p>".to_owned()),
        Just("<w:altChunk r:id=\"rId3\"/>".to_owned()),
        Just("]]><![CDATA[".to_owned()),
        Just("&#0;&amp;&x;".to_owned()),
        Just("【姓名】".to_owned()),
        Just("=HYPERLINK(\"http://x\")".to_owned()),
        "[\\PC]{0,8}",
        "[\u{0}-\u{1f}\u{7f}\u{fffe}]{0,4}",
    ];
    prop::collection::vec(pieces, 0..6).prop_map(|pieces| pieces.concat())
}

/// A text as it can stand: no control characters, line by line.
fn standing(text: &str) -> String {
    let text = text.replace("\r\n", "\n").replace('\r', "\n");
    text.chars().filter(|c| *c == '\n' || !(c.is_control() || matches!(c, '\u{fffe}' | '\u{ffff}'))).collect()
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 200, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn no_value_is_ever_more_than_a_text(name in hostile(), other in hostile()) {
        let mut facts = Facts::default();
        facts.put("姓名", text(&name));
        facts.put("工会名称", text("某工会"));
        let row = format!("<w:tr>{}</w:tr>", cell("", "【名单.项】"));
        facts.put_list("名单", &["项"], vec![line(&[("项", text(&other))]), line(&[])]);
        let form = word(&format!("{}{}", paragraph("甲【姓名】乙"), table(&[row])));
        let filled = fill(&form, &facts);
        let book = Book::open(&filled.bytes);
        let shown = standing(&name);
        let wanted = if shown.trim().is_empty() { "＿＿＿＿".to_owned() } else { shown };
        prop_assert_eq!(&book.paragraphs[0], &format!("甲{wanted}乙"));
        prop_assert_eq!(book.paragraphs.len(), 3, "no paragraph came of a value");
        let stood = Some(standing(&other)).filter(|stood| !stood.trim().is_empty()).unwrap_or_default();
        prop_assert_eq!(&book.tables[0], &[[stood], [String::new()]]);
        prop_assert!(filled.unknown.is_empty(), "a mark in a value is no mark");
    }

    #[test]
    fn however_word_cuts_a_text_its_marks_are_filled(
        parts in prop::collection::vec("[甲乙【】姓名x ]{1,6}", 1..5),
        cuts in prop::collection::vec(any::<prop::sample::Index>(), 0..6),
    ) {
        let whole = parts.concat();
        let chars: Vec<char> = whole.chars().collect();
        let mut places: Vec<usize> = cuts.iter().map(|cut| cut.index(chars.len() + 1)).collect();
        places.extend([0, chars.len()]);
        places.sort_unstable();
        let run = |piece: &[char]| {
            let text: String = piece.iter().collect();
            format!("<w:r><w:t xml:space=\"preserve\">{text}</w:t></w:r>")
        };
        let runs: String = places.windows(2).map(|two| run(&chars[two[0]..two[1]])).collect();
        let mut facts = Facts::default();
        facts.put("姓名", FormValue::Text("王小明".to_owned()));
        let at_once = fill(&word(&paragraph(&whole)), &facts);
        let cut = fill(&word(&format!("<w:p>{runs}</w:p>")), &facts);
        let first = |filled: &paper::filling::FilledForm| Book::open(&filled.bytes).paragraphs[0].clone();
        prop_assert_eq!(first(&at_once), first(&cut));
        prop_assert_eq!(at_once.filled, cut.filled);
        prop_assert!(!first(&cut).contains("【姓名】"));
    }
}

#[test]
fn rows_that_were_numbered_beforehand_are_filled_and_not_pushed_down() {
    let row = |cells: &[&str]| {
        format!("<w:tr>{}</w:tr>", cells.iter().map(|text| cell("", text)).collect::<String>())
    };
    for first in ["1", "【会员.序号】"] {
        let rows = |blank: usize| {
            let mut rows = vec![row(&["序号", "姓名"]), row(&[first, "【会员.姓名】"])];
            rows.extend((2..2 + blank).map(|n| row(&[&n.to_string(), ""])));
            rows.push(row(&["合计", "【会员人数】"]));
            Book::open(&fill(&word(&table(&rows)), &facts()).bytes).tables[0].clone()
        };
        let lines = [["序号", "姓名"], ["1", "王小明"], ["2", "张三"], ["3", "李四"]];
        let with = |more: &[[&'static str; 2]]| {
            let all = lines.iter().chain(more).chain(&[["合计", "320"]]);
            all.map(|row| row.map(str::to_owned).to_vec()).collect::<Vec<_>>()
        };
        assert_eq!(rows(4), with(&[["4", ""], ["5", ""]]), "two of four blank rows are used: {first}");
        assert_eq!(rows(2), with(&[]), "exactly enough");
        assert_eq!(rows(1), with(&[]), "one too few: a row is added");
    }
    let other = vec![row(&["1", "【会员.姓名】"]), row(&["9", ""])];
    let kept = Book::open(&fill(&word(&table(&other)), &facts()).bytes).tables[0].clone();
    assert_eq!(kept.len(), 4, "what does not go on with the number stays");
    assert_eq!(kept[1][0], "1", "and is no number of lines");
}

#[test]
fn comments_and_content_controls_of_a_row_keep_one_id() {
    let control = "<w:sdt><w:sdtPr><w:id w:val=\"77\"/></w:sdtPr><w:sdtContent>";
    let text = cell("", "【会员.姓名】").replace(
        "<w:p>",
        &format!(
            "{control}<w:p><w:commentRangeStart w:id=\"3\"/><w:r><w:commentReference w:id=\"3\"/></w:r>\
                  <w:commentRangeEnd w:id=\"3\"/>"
        ),
    );
    let text = text.replace("</w:p>", "</w:p></w:sdtContent></w:sdt>");
    let form = word(&table(&[format!("<w:tr>{text}</w:tr>")]));
    let document = part(&fill(&form, &facts()).bytes, "word/document.xml");
    assert_eq!(document.matches("<w:sdt>").count(), 3, "a control a line");
    for id in ["<w:id w:val=\"77\"/>", "<w:commentRangeStart ", "<w:commentReference ", "<w:commentRangeEnd "]
    {
        assert_eq!(document.matches(id).count(), 1, "{id} in {document}");
    }
}

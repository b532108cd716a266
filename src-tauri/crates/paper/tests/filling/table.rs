//! Excel forms: typed values, rows added with all that names cells, refusals where something would break.

use std::io::Cursor;

use calamine::{Data, DataType, Reader, Xlsx};
use paper::filling::{Facts, FormError, FormFile, FormValue};
use rust_xlsxwriter::{Formula, Image, Note, Table, Workbook};

use super::made::ledger_table;
use super::{at, facts, fill, line, packed, part, text};

fn page(bytes: &[u8], sheet: &str) -> Vec<Vec<Data>> {
    let mut book: Xlsx<_> = Xlsx::new(Cursor::new(bytes.to_vec())).expect("a workbook");
    let range = book.worksheet_range(sheet).expect("the sheet");
    range.rows().map(<[Data]>::to_vec).collect()
}

fn one(write: impl FnOnce(&mut rust_xlsxwriter::Worksheet)) -> Vec<u8> {
    let mut book = Workbook::new();
    write(book.add_worksheet().set_name("表").expect("a name"));
    book.save_to_buffer().expect("a workbook")
}

#[test]
fn a_list_adds_rows_and_everything_below_moves_with_its_names() {
    let filled = fill(&ledger_table(), &facts());
    let rows = page(&filled.bytes, "名单");
    let shown = |row: usize, column: usize| rows[row][column].to_string();
    assert_eq!(shown(0, 0), "赣江机械有限公司工会委员会会员名单");
    assert_eq!(rows[1][1], Data::Float(320.0), "a number can be counted with");
    assert!(rows[1][2].is_datetime(), "a day is a day, also in a cell of no format: {:?}", rows[1][2]);
    for (at, name) in ["王小明", "张三", "李四"].into_iter().enumerate() {
        assert_eq!(
            (rows[4 + at][0].clone(), shown(4 + at, 1)),
            (Data::Float(at as f64 + 1.0), name.to_owned())
        );
        assert!(rows[4 + at][2].is_datetime());
    }
    assert_eq!((shown(4, 3), rows[5][3].clone()), ("13800138000".to_owned(), Data::Empty));
    assert_eq!((shown(7, 0), shown(9, 0)), ("合计".to_owned(), "审核意见".to_owned()));
    let sheet = part(&filled.bytes, "xl/worksheets/sheet1.xml");
    for holds in [
        "<mergeCells count=\"5\">",
        "ref=\"A1:D1\"",
        "ref=\"F5:G5\"",
        "ref=\"F6:G6\"",
        "ref=\"F7:G7\"",
        "ref=\"A10:D11\"",
        "<autoFilter ref=\"A4:E7\"/>",
        "<f>A5*2</f>",
        "<f>A7*2</f>",
        "<f>SUM(E5:E7)</f>",
    ] {
        assert!(sheet.contains(holds), "{holds} in {sheet}");
    }
    assert_eq!(sheet.matches("ht=\"33\"").count(), 3, "each line has the height of the row");
    assert!(part(&filled.bytes, "xl/worksheets/sheet2.xml").contains("<f>名单!E8</f>"));
    let book = part(&filled.bytes, "xl/workbook.xml");
    assert!(book.contains("名单!$A$10:$D$11") && book.contains("fullCalcOnLoad=\"1\""), "{book}");
    assert_eq!(filled.rows, 3);
    let unknown: Vec<_> =
        filled.unknown.iter().map(|at| (at.mark.as_str(), at.place.as_str(), at.times)).collect();
    assert_eq!(unknown, [("备注", "名单!F5", 3)]);
    assert_eq!(at(&filled.blank), [("会员.手机", "名单!D5")]);
}

#[test]
fn everything_without_a_mark_stays_to_the_byte() {
    let form = ledger_table();
    let (before, after) = (packed(&form), packed(&fill(&form, &facts()).bytes));
    let touched: Vec<&str> = before
        .iter()
        .filter(|(name, bytes)| after[*name] != **bytes)
        .map(|(name, _)| name.as_str())
        .collect();
    let wanted = ["xl/styles.xml", "xl/workbook.xml", "xl/worksheets/sheet1.xml", "xl/worksheets/sheet2.xml"];
    assert_eq!(touched, wanted);
    assert_eq!(packed(&fill(&form, &Facts::default()).bytes)["xl/styles.xml"], before["xl/styles.xml"]);
}

#[test]
fn a_value_that_looks_like_a_formula_or_markup_stays_a_text() {
    let mut facts = Facts::default();
    facts.put_list(
        "名单",
        &["项"],
        ["=1+1", "</t></is></c>", "0012", "@SUM(A1)"].map(|item| line(&[("项", text(item))])).into(),
    );
    let form = one(|sheet| {
        sheet.write(0, 0, "【名单.项】").expect("a cell");
    });
    let filled = fill(&form, &facts);
    let shown: Vec<String> = page(&filled.bytes, "表").concat().iter().map(ToString::to_string).collect();
    assert_eq!(shown, ["=1+1", "</t></is></c>", "0012", "@SUM(A1)"]);
    assert!(!part(&filled.bytes, "xl/worksheets/sheet1.xml").contains("<f>"));
}

#[test]
fn what_cannot_move_without_harm_refuses_the_form() {
    type Write = fn(&mut rust_xlsxwriter::Worksheet);
    let cases: [(Write, &str); 5] = [
        (
            |s| {
                s.write_formula(3, 0, Formula::new("=A1&\"x\"")).expect("a formula");
            },
            "只取名单那一行里的一个格子",
        ),
        (
            |s| {
                s.write_formula(3, 0, Formula::new("=SUM(INDIRECT(\"A1:A1\"))")).expect("a formula");
            },
            "INDIRECT",
        ),
        (
            |s| {
                s.insert_note(3, 0, &Note::new("看")).expect("a note");
            },
            "批注",
        ),
        (
            |s| {
                s.insert_image(3, 0, &Image::new_from_buffer(PIXEL).expect("a picture")).expect("it");
            },
            "图片",
        ),
        (
            |s| {
                s.add_table(2, 0, 4, 1, &Table::new()).expect("a table");
            },
            "套用表格格式",
        ),
    ];
    for (write, why) in cases {
        let form = one(|sheet| {
            sheet.write(0, 0, "【会员.姓名】").expect("a cell");
            write(sheet);
        });
        let mut file = FormFile::open(&form).expect("a form");
        let refused = file.fill(&facts()).expect_err("it is refused");
        assert!(matches!(refused, FormError::CannotGrow { .. }), "{refused:?}");
        assert!(refused.to_string().contains(why) && refused.to_string().ends_with('。'), "{refused}");
        let mut alone = Facts::default();
        alone.put_list("会员", &["姓名"], vec![line(&[("姓名", text("王小明"))])]);
        assert_eq!(file.fill(&alone).expect("one line adds no row").filled, 1);
    }
}

/// One red pixel.
const PIXEL: &[u8] = &[
    0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0, 0, 0x0d, 0x49, 0x48, 0x44, 0x52, 0, 0, 0, 1, 0, 0,
    0, 1, 8, 2, 0, 0, 0, 0x90, 0x77, 0x53, 0xde, 0, 0, 0, 0x0c, 0x49, 0x44, 0x41, 0x54, 8, 0xd7, 0x63, 0xf8,
    0xcf, 0xc0, 0, 0, 3, 1, 1, 0, 0x18, 0xdd, 0x8d, 0xb0, 0, 0, 0, 0, 0x49, 0x45, 0x4e, 0x44, 0xae, 0x42,
    0x60, 0x82,
];

#[test]
fn a_look_within_a_cell_stays_and_a_text_cell_takes_no_number() {
    let bold = rust_xlsxwriter::Format::new().set_bold();
    let plain = rust_xlsxwriter::Format::new();
    let kept = rust_xlsxwriter::Format::new().set_num_format("@");
    let form = one(|sheet| {
        sheet.write_rich_string(0, 0, &[(&plain, "共【会员"), (&bold, "人数】人")]).expect("a cell");
        sheet.write_with_format(1, 0, "【会员人数】", &kept).expect("a cell");
    });
    let filled = fill(&form, &facts());
    assert_eq!(
        page(&filled.bytes, "表"),
        [[Data::String("共320人".to_owned())], [Data::String("320".to_owned())]]
    );
    let sheet = part(&filled.bytes, "xl/worksheets/sheet1.xml");
    assert!(sheet.contains("<b/>") && sheet.contains("t=\"inlineStr\""), "{sheet}");
}

#[test]
fn a_text_too_long_for_a_cell_is_refused_with_its_place() {
    let form = one(|sheet| {
        sheet.write(1, 1, "甲【长】").expect("a cell");
    });
    let mut facts = Facts::default();
    facts.put("长", FormValue::Text("长".repeat(32_767)));
    let why = FormFile::open(&form).expect("a form").fill(&facts).expect_err("too long");
    assert_eq!(why, FormError::TooLong { place: "表!B2".to_owned() });
}

#[test]
fn marks_in_heads_and_feet_are_filled_and_those_in_formulas_told() {
    let bytes = one(|sheet| {
        sheet.set_header("&L【工会名称】&R【没有的标记】");
        sheet.write_formula(0, 0, "=\"【工会名称】\"&\"年报\"").unwrap();
    });
    let mut facts = Facts::default();
    facts.put("工会名称", text("甲&乙工会"));
    let filled = fill(&bytes, &facts);
    let sheet = part(&filled.bytes, "xl/worksheets/sheet1.xml");
    assert!(
        sheet.contains("&amp;L甲&amp;&amp;乙工会&amp;R【没有的标记】"),
        "an & begins an instruction: {sheet}"
    );
    assert!(sheet.contains("【工会名称】"), "a formula is its maker's");
    let unknown = at(&filled.unknown);
    assert_eq!(unknown.len(), 2, "both are told: {unknown:?}");
    assert!(unknown.iter().any(|(mark, place)| *mark == "没有的标记" && place.ends_with("的页眉页脚")));
    assert!(unknown.iter().any(|(mark, place)| *mark == "工会名称" && place.contains("A1的公式里")));
}

//! Good files: pages, rows and cells come back with their places, kinds and exact texts.
//! Cases of the field: 27 and 28, 30 to 32, 35, 37.

use chrono::NaiveDate;
use rust_xlsxwriter::{Format, Formula, Workbook};
use sheet::{Cell, Kind, Merge, Number, read};

use crate::{fixture, open, text};

#[test]
fn a_workbook_comes_back_cell_by_cell() {
    let mut workbook = Workbook::new();
    let cover = workbook.add_worksheet().set_name("封面").unwrap();
    cover.write_string(0, 0, "机械厂").unwrap();
    let page = workbook.add_worksheet().set_name("花名册").unwrap();
    page.merge_range(3, 2, 5, 2, "焊接", &Format::new()).unwrap();
    page.write_string(3, 0, "𠮷田 ").unwrap();
    page.write_number(4, 0, 110101199003070011.0).unwrap();
    page.write_number(5, 0, 13800138000.0).unwrap();
    let day = NaiveDate::from_ymd_opt(1990, 3, 7).unwrap();
    page.write_datetime_with_format(4, 1, day, &Format::new().set_num_format("yyyy/m/d")).unwrap();
    page.write_number(5, 1, 32939.0).unwrap();
    page.write_boolean(6, 1, true).unwrap();
    for row in 10..500 {
        page.write_blank(row, 0, &Format::new().set_bold()).unwrap();
    }
    page.set_row_hidden(5).unwrap();
    let old = workbook.add_worksheet().set_name("旧").unwrap();
    old.write_string(0, 0, "x").unwrap();
    old.set_hidden(true);
    let book = open(&workbook.save_to_buffer().unwrap()).expect("a workbook");

    assert_eq!(book.kind, Kind::Xlsx);
    assert_eq!(book.sha256.len(), 64);
    assert_eq!(book.hidden_rows, 1, "the hidden row is read and counted");
    let names: Vec<(&str, bool)> = book.pages.iter().map(|p| (p.name.as_str(), p.hidden)).collect();
    assert_eq!(names, [("封面", false), ("花名册", false), ("旧", true)]);
    let page = &book.pages[1];
    let numbers: Vec<u32> = page.rows.iter().map(|r| r.number).collect();
    assert_eq!(numbers, [4, 5, 6, 7], "styled empty rows cost nothing");
    let row = |n: u32| page.row(n).unwrap();
    assert_eq!(row(4).get(1), &text("𠮷田 "), "text exactly as written");
    assert!(matches!(row(5).get(1), Cell::Number(n) if n.lossy()), "18 digits as a number are told");
    assert_eq!(row(6).get(1), &Cell::Number(Number(13800138000.0)));
    assert!(matches!(row(5).get(2), Cell::Date { date, time: None, .. } if *date == day));
    assert_eq!(row(6).get(2), &Cell::Number(Number(32939.0)), "a serial is no date until somebody says so");
    assert_eq!(row(7).get(2), &Cell::Bool(true));
    assert_eq!(page.merges, [Merge { top: 4, bottom: 6, left: 3, right: 3 }]);
    assert_eq!(row(4).get(3), &text("焊接"));
    assert_eq!(row(5).get(3), &Cell::Empty, "only the first cell of a merged area has the value");
}

#[test]
fn a_table_of_a_web_page_is_read_under_any_name_and_from_the_clipboard() {
    let html = "<html xmlns:x=\"urn:schemas-microsoft-com:office:excel\"><head><meta charset=\"gb2312\">
        <style>td {mso-number-format:'\\@';}</style></head><body><table>
        <tr><td colspan=2>花名册</td></tr>
        <tr><th>姓 名<th rowspan=\"2\">部门<th>备注</tr>
        <tr><td>&nbsp;张三 </td><td>1 &lt; 2<br>见附件</td></tr>
        <tr><td>李&#22235;</td><td>焊接</td><td><table><tr><td>里</td></tr></table></td></tr></table>
        <table><tr><td>第二张</td></tr></table></body></html>";
    let (gbk, _, lost) = encoding_rs::GB18030.encode(html);
    assert!(!lost);
    for bytes in [html.as_bytes(), &gbk] {
        let book = sheet::read_bytes(bytes, "名册", &mut |_, _| true).expect("a table");
        assert_eq!(book.kind, Kind::Html);
        let names: Vec<&str> = book.pages.iter().map(|page| page.name.as_str()).collect();
        assert_eq!(names, ["名册", "名册 2"]);
        let page = &book.pages[0];
        let cells = |n: u32| -> Vec<(u32, String)> {
            page.row(n).unwrap().cells.iter().map(|(column, cell)| (*column, cell.show())).collect()
        };
        assert_eq!(cells(2), [(1, "姓 名".into()), (2, "部门".into()), (3, "备注".into())]);
        assert_eq!(
            cells(3),
            [(1, "\u{a0}张三".into()), (3, "1 < 2\n见附件".into())],
            "below 部门 nothing fits"
        );
        assert_eq!(cells(4), [(1, "李四".into()), (2, "焊接".into()), (3, "里".into())]);
        assert_eq!(
            page.merges,
            [Merge { top: 1, bottom: 1, left: 1, right: 2 }, Merge { top: 2, bottom: 3, left: 2, right: 2 }]
        );
    }
    let pasted =
        sheet::read_bytes("姓名\t部门\n张三\t\"焊接\n一组\"\n".as_bytes(), "粘贴", &mut |_, _| true).unwrap();
    assert_eq!(
        pasted.pages[0].row(2).unwrap().get(2),
        &text("焊接\n一组"),
        "cells with a line break are quoted"
    );
}

#[test]
fn hidden_columns_and_pictures_are_told() {
    let mut workbook = Workbook::new();
    let page = workbook.add_worksheet();
    page.write_string(0, 0, "姓名").unwrap();
    page.write_string(0, 3, "实发").unwrap();
    page.set_column_hidden(1).unwrap();
    page.set_column_hidden(2).unwrap();
    let png = include_bytes!("../fixtures/dot.png");
    page.insert_image(1, 1, &rust_xlsxwriter::Image::new_from_buffer(png).unwrap()).unwrap();
    let book = open(&workbook.save_to_buffer().unwrap()).expect("a workbook");
    assert_eq!(book.pages[0].hidden_columns, [2, 3]);
    assert_eq!(book.pictures, 1);
}

#[test]
fn formulas_give_their_result_or_a_fault() {
    let mut workbook = Workbook::new();
    let page = workbook.add_worksheet();
    page.write_formula(0, 0, Formula::new("=1+1").set_result("2")).unwrap();
    page.write_formula(1, 0, Formula::new("=A9&\"\"").set_result("张三")).unwrap();
    page.write_formula(2, 0, Formula::new("=A9/0").set_result("#DIV/0!")).unwrap();
    page.write_formula(3, 0, Formula::new("=[外部.xlsx]表!A1").set_result("#REF!")).unwrap();
    page.write_string(4, 0, "=1+1").unwrap();
    let book = open(&workbook.save_to_buffer().unwrap()).expect("a workbook");
    let cells: Vec<&Cell> =
        (1..=5).map(|n| book.pages[0].row(n).map_or(&Cell::Empty, |r| r.get(1))).collect();
    assert_eq!(cells[0], &Cell::Number(Number(2.0)));
    assert_eq!(cells[1], &text("张三"));
    assert_eq!(cells[2], &Cell::Fault("#DIV/0!".into()));
    assert_eq!(cells[3], &Cell::Fault("#REF!".into()));
    assert_eq!(cells[4], &text("=1+1"), "text that looks like a formula stays text");
}

#[test]
fn a_formula_whose_result_was_never_stored_is_a_fault() {
    let sheet = r#"<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData>
        <row r="1"><c r="A1"><f>VLOOKUP(B1,C:D,2,0)</f></c><c r="B1" t="str"><f>""</f><v></v></c><c r="C1"><v>1</v></c></row>
        </sheetData></worksheet>"#;
    let book = open(&by_hand(sheet)).expect("a workbook");
    let row = book.pages[0].row(1).unwrap();
    assert_eq!(row.get(1), &Cell::Fault("公式没有结果".into()));
    assert_eq!(row.get(2), &Cell::Empty, "a formula that gives the empty text is no fault");
    assert_eq!(row.get(3), &Cell::Number(Number(1.0)));
}

#[test]
fn older_workbooks_and_both_epochs() {
    for (name, epoch_1904) in [("legacy.xls", false), ("legacy-1904.xls", true)] {
        let book = read(&fixture(name), &mut |_, _| true).expect(name);
        assert_eq!((book.kind, book.epoch_1904), (Kind::Xls, epoch_1904));
        let names: Vec<(&str, bool)> = book.pages.iter().map(|p| (p.name.as_str(), p.hidden)).collect();
        assert_eq!(names, [("封面", false), ("花名册", false), ("旧", true)]);
        let page = &book.pages[1];
        assert_eq!(page.row(4).unwrap().get(2), &text("证件号码"));
        let row = page.row(6).unwrap();
        assert_eq!(row.get(1), &text("𠮷田"));
        assert!(matches!(row.get(2), Cell::Number(n) if n.lossy()));
        let day = NaiveDate::from_ymd_opt(1990, 3, 7).unwrap();
        assert!(matches!(row.get(4), Cell::Date { date, .. } if *date == day), "{name}: {:?}", row.get(4));
        assert_eq!(page.merges, [Merge { top: 5, bottom: 6, left: 3, right: 3 }]);
    }
}

#[test]
fn the_file_is_not_touched_and_its_name_does_not_matter() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("花名册.csv");
    std::fs::copy(fixture("legacy.xls"), &path).unwrap();
    let before = (std::fs::read(&path).unwrap(), std::fs::metadata(&path).unwrap().modified().unwrap());
    assert_eq!(read(&path, &mut |_, _| true).expect("by content").kind, Kind::Xls);
    assert_eq!(
        (std::fs::read(&path).unwrap(), std::fs::metadata(&path).unwrap().modified().unwrap()),
        before
    );
}

#[test]
fn reading_can_be_followed_and_stopped() {
    let mut workbook = Workbook::new();
    let page = workbook.add_worksheet();
    for row in 0..5000 {
        page.write_string(row, 0, "张三").unwrap();
    }
    let bytes = workbook.save_to_buffer().unwrap();
    let mut seen = Vec::new();
    let read = sheet::read_bytes(&bytes, "", &mut |done, total| {
        seen.push((done, total));
        true
    });
    assert!(read.is_ok());
    assert!(seen.len() >= 4 && seen.is_sorted() && seen.iter().skip(1).all(|s| s.1 == 5000), "{seen:?}");
    let mut calls = 0;
    let stopped = sheet::read_bytes(&bytes, "", &mut |_, _| {
        calls += 1;
        calls < 3
    });
    assert_eq!(stopped.unwrap_err(), sheet::SheetError::Cancelled);
}

/// A workbook of one page whose part is written out by hand.
pub(crate) fn by_hand(sheet: &str) -> Vec<u8> {
    use std::io::Write;
    let mut zip = zip::ZipWriter::new(std::io::Cursor::new(Vec::new()));
    let head = r#"<?xml version="1.0" encoding="UTF-8"?>"#;
    let office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
    let parts = [
        (
            "[Content_Types].xml",
            format!("{head}<Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\"/>"),
        ),
        (
            "_rels/.rels",
            format!(
                "{head}<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\"><Relationship Id=\"r1\" Type=\"{office}/officeDocument\" Target=\"xl/workbook.xml\"/></Relationships>"
            ),
        ),
        (
            "xl/workbook.xml",
            format!(
                "{head}<workbook xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\" xmlns:r=\"{office}\"><sheets><sheet name=\"Sheet1\" sheetId=\"1\" r:id=\"r1\"/></sheets></workbook>"
            ),
        ),
        (
            "xl/_rels/workbook.xml.rels",
            format!(
                "{head}<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\"><Relationship Id=\"r1\" Type=\"{office}/worksheet\" Target=\"worksheets/sheet1.xml\"/></Relationships>"
            ),
        ),
        ("xl/worksheets/sheet1.xml", format!("{head}{sheet}")),
    ];
    for (name, content) in parts {
        zip.start_file(name, zip::write::SimpleFileOptions::default()).unwrap();
        zip.write_all(content.as_bytes()).unwrap();
    }
    zip.finish().unwrap().into_inner()
}

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

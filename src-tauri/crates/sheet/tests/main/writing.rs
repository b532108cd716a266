//! What is written comes back as it was meant, keeps ID numbers whole, and never half replaces a file.

use chrono::NaiveDate;
use sheet::{Cell, CsvWriter, Encoding, Number, SheetError, Value, Writer, read};

use crate::{open, text};

fn writer() -> Writer {
    let mut writer = Writer::new("名/册").unwrap();
    writer.title("会员花名册", 4).unwrap();
    writer.head(&["姓名", "证件号码", "工资", "入会日期"]).unwrap();
    writer.widths(&[10.0, 22.0, 10.0, 12.0]).unwrap();
    let day = NaiveDate::from_ymd_opt(2015, 6, 1).unwrap();
    writer
        .row(&["=1+1".into(), "110101199003070011".into(), Value::Number(5860.5), Value::Date(day)])
        .unwrap();
    writer
}

#[test]
fn a_workbook_comes_back_as_it_was_meant() {
    let bytes = writer().bytes().unwrap();
    let book = open(&bytes).expect("our own workbook");
    assert_eq!(book.pages[0].name, "名_册");
    let row = book.pages[0].row(3).unwrap();
    assert_eq!(row.get(1), &text("=1+1"), "text, not a formula");
    assert_eq!(row.get(2), &text("110101199003070011"), "the last digit is there");
    assert_eq!(row.get(3), &Cell::Number(Number(5860.5)));
    assert!(matches!(row.get(4), Cell::Date { .. }));
    assert_eq!(bytes, writer().bytes().unwrap(), "the same rows give the same bytes");
}

#[test]
fn a_long_workbook_has_its_pages_one_after_another() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("流水.xlsx");
    let long = || {
        let mut writer = Writer::long("流水", &path).unwrap();
        writer.head(&["步骤", "事项"]).unwrap();
        writer.row(&[Value::Number(1.0), "=1+1".into()]).unwrap();
        writer.next_page("改动").unwrap();
        writer.head(&["步骤", "原来", "改为"]).unwrap();
        for n in 0..5000 {
            writer.row(&[Value::Number(f64::from(n)), "110101199003070011".into(), Value::Empty]).unwrap();
        }
        assert!(!writer.is_full());
        writer
    };
    long().save(&path).unwrap();
    let left = std::fs::read_dir(folder.path()).unwrap().count();
    assert_eq!(left, 1, "the rows that waited beside the file are gone");
    let book = read(&path, &mut |_, _| true).unwrap();
    let names: Vec<&str> = book.pages.iter().map(|page| page.name.as_str()).collect();
    assert_eq!(names, ["流水", "改动"]);
    assert_eq!(book.pages[0].row(2).unwrap().get(2), &text("=1+1"), "text, not a formula");
    assert_eq!(book.pages[1].rows.len(), 5001);
    assert_eq!(book.pages[1].row(5001).unwrap().get(2), &text("110101199003070011"));
    assert_eq!(std::fs::read(&path).unwrap(), long().bytes().unwrap(), "the same rows give the same bytes");

    let nowhere = folder.path().join("没有的文件夹/流水.xlsx");
    assert_eq!(Writer::long("流水", &nowhere).err(), Some(SheetError::NotWritable));
}

#[test]
fn csv_escapes_what_a_program_would_run() {
    for encoding in [Encoding::Utf8, Encoding::Gb18030] {
        let mut csv = CsvWriter::new();
        csv.row(&["姓名", "备注"]).unwrap();
        csv.row(&["李𬱟", "=cmd|' /C calc'!A0"]).unwrap();
        csv.row(&["+8613800000001", "-1"]).unwrap();
        let book = open(&csv.bytes(encoding).unwrap()).expect("our own text");
        assert_eq!(book.encoding, Some(encoding));
        let page = &book.pages[0];
        assert_eq!(page.row(2).unwrap().get(1), &text("李𬱟"));
        assert_eq!(page.row(2).unwrap().get(2), &text("'=cmd|' /C calc'!A0"));
        assert_eq!(page.row(3).unwrap().get(1), &text("'+8613800000001"));
    }
}

#[test]
fn saving_replaces_whole_files_or_nothing() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("名册.xlsx");
    std::fs::write(&path, "旧").unwrap();
    writer().save(&path).unwrap();
    assert_eq!(read(&path, &mut |_, _| true).unwrap().pages[0].rows.len(), 3);
    let left: Vec<_> = std::fs::read_dir(folder.path()).unwrap().collect();
    assert_eq!(left.len(), 1, "no temporary file stays behind");

    let nowhere = folder.path().join("没有的文件夹/名册.xlsx");
    assert_eq!(writer().save(&nowhere).unwrap_err(), SheetError::NotWritable);
    assert_eq!(writer().save(folder.path()).unwrap_err(), SheetError::NotWritable);
    assert!(!nowhere.exists());
}

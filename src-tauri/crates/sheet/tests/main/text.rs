//! Separated text: encodings, separators, row numbers, and what was spoiled before it came.
//! Cases of the field: 33, 34, 36.

use encoding_rs::GB18030;
use sheet::{Cell, Encoding, Kind, SheetError};

use crate::{open, text};

/// 𬱟 needs four bytes in GB 18030.
const ROWS: &str = "姓名,身份证号,部门\r\n王伟,110101199003070011,焊接\r\n李𬱟,36012119900101005X,装配\r\n";

fn utf16(t: &str, mark: [u8; 2], bytes: fn(u16) -> [u8; 2]) -> Vec<u8> {
    mark.into_iter().chain(t.encode_utf16().flat_map(bytes)).collect()
}

#[test]
fn every_encoding_gives_the_same_cells() {
    let gb = GB18030.encode(ROWS).0.into_owned();
    let cases = [
        (ROWS.as_bytes().to_vec(), Encoding::Utf8),
        ([b"\xef\xbb\xbf", ROWS.as_bytes()].concat(), Encoding::Utf8),
        (gb, Encoding::Gb18030),
        (utf16(ROWS, [0xff, 0xfe], u16::to_le_bytes), Encoding::Utf16Le),
        (utf16(ROWS, [0xfe, 0xff], u16::to_be_bytes), Encoding::Utf16Be),
    ];
    for (bytes, encoding) in cases {
        let book = open(&bytes).expect("text");
        assert_eq!((book.kind, book.encoding), (Kind::Csv, Some(encoding)));
        let row = book.pages[0].row(3).unwrap();
        assert_eq!(row.get(1), &text("李𬱟"), "{encoding:?}");
        assert_eq!(row.get(2), &text("36012119900101005X"));
        let lost =
            book.pages[0].rows.iter().flat_map(|r| &r.cells).any(|(_, c)| c.show().contains('\u{fffd}'));
        assert!(!lost, "{encoding:?}: never a replacement character");
    }
}

#[test]
fn text_that_fits_no_encoding_is_refused() {
    for bytes in
        [b"\xe5\xa7\x93,\xff\xff\xff\n".as_slice(), b"\xef\xbb\xbf\xe5\xa7", b"\xff\xfe\x00\xd8\x41\x00"]
    {
        assert_eq!(open(bytes).expect_err("no text"), SheetError::Encoding);
    }
}

#[test]
fn utf8_that_was_opened_as_gbk_and_saved_again_is_told() {
    let original = "姓名,身份证号,手机号码,部门\n王伟,1,2,焊接\n";
    let seen = GB18030.decode(original.as_bytes()).0.replace('\u{fffd}', "?");
    match open(seen.as_bytes()).expect_err("garbled") {
        SheetError::Garbled { seen, meant } => {
            assert_eq!((seen.as_str(), meant.as_str()), ("濮撳悕", "姓名"))
        }
        other => panic!("{other}"),
    }
    assert!(open("姓名,籍贯\n濮阳明,河南濮阳\n".as_bytes()).is_ok(), "a real 濮阳 is no garble");
}

#[test]
fn separators_quotes_and_full_width_commas() {
    for d in [",", ";", "\t"] {
        let table = ["姓名,部门,备注", "张三,焊接,\"甲，乙\"", "李四,装配,无"].join("\n").replace(',', d);
        let book = open(table.as_bytes()).expect("text");
        let row = book.pages[0].row(2).unwrap();
        assert_eq!((row.get(2), row.get(3)), (&text("焊接"), &text("甲，乙")), "separator {d:?}");
    }
    let book = open("姓名,备注\n张三,\"甲,乙\"\"丙\"\"\"\n".as_bytes()).expect("text");
    assert_eq!(book.pages[0].row(2).unwrap().get(2), &text("甲,乙\"丙\""));
}

#[test]
fn row_numbers_are_those_of_a_spreadsheet() {
    let book =
        open("标题\r\n\r\n姓名,备注\r\n张三,\"一\r\n二\"\r\n\r\n李四,三\r\n".as_bytes()).expect("text");
    let rows: Vec<(u32, String)> = book.pages[0].rows.iter().map(|r| (r.number, r.get(1).show())).collect();
    let expected = [(1, "标题"), (3, "姓名"), (4, "张三"), (6, "李四")];
    assert_eq!(rows, expected.map(|(n, t)| (n, t.to_owned())));
}

#[test]
fn what_looks_like_a_formula_or_a_number_stays_text() {
    let book = open("姓名,号码\n=1+1,1.10105E+17\n@a,007\n".as_bytes()).expect("text");
    assert_eq!(book.pages[0].row(2).unwrap().get(1), &text("=1+1"));
    assert_eq!(book.pages[0].row(2).unwrap().get(2), &text("1.10105E+17"));
    assert_eq!(book.pages[0].row(3).unwrap().get(2), &text("007"));
    assert!(book.pages[0].rows.iter().flat_map(|r| &r.cells).all(|(_, c)| matches!(c, Cell::Text(_))));
}

#[test]
fn a_quote_without_partner_is_told_with_its_row() {
    let cases = [
        ("姓名,部门\n王伟,\"焊接\n李娜,装配\n", 2),
        ("姓名,部门\r\n王伟,\"一\r\n二\"\r\n李娜,\"装配\r\n赵敏,质检\r\n", 3),
        ("姓名,部门\n王伟,\"焊接\n李娜,\"装配\n赵敏,质检\n", 2),
    ];
    for (bytes, row) in cases {
        let error = open(bytes.as_bytes()).expect_err("rows would run together");
        assert_eq!(error, SheetError::OpenQuote { row });
        assert_eq!(error.code(), "sheet_open_quote");
        assert!(error.to_string().contains(&format!("第{row}行")), "{error}");
    }
    for good in
        ["姓名,备注\n王伟,5\"管\n李娜,无\n", "姓名,备注\n王伟,\"甲\n乙\"\"丙\"\n", "姓名,备注\n王伟,\"\"\n"]
    {
        assert!(open(good.as_bytes()).is_ok(), "{good}");
    }
}

#[test]
fn a_full_width_comma_between_cells_is_read_where_no_other_separates() {
    let book = open("姓名，部门，备注\n王伟，焊接，\"夜班，周末\"\n李娜，装配，\n".as_bytes()).expect("text");
    let row = book.pages[0].row(2).unwrap();
    assert_eq!((row.get(1), row.get(2)), (&text("王伟"), &text("焊接")));
    assert_eq!(row.get(3), &text("夜班，周末"), "between quotation marks it is the cell's own");
    assert_eq!(book.pages[0].row(3).unwrap().get(2), &text("装配"), "an empty last cell is no cell");

    let book = open("姓名,备注\n王伟,夜班，周末\n李娜,\n".as_bytes()).expect("text");
    let row = book.pages[0].row(2).unwrap();
    assert_eq!(row.get(2), &text("夜班，周末"), "beside another separator it belongs to the cell");
}

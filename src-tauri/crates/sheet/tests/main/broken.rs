//! What is no readable spreadsheet: each kind has its code and one whole Chinese sentence.

use std::io::Write;

use sheet::{SheetError, read};

use crate::files::by_hand;
use crate::{fixture, open};

#[test]
fn each_wrong_file_has_its_own_code_and_sentence() {
    let html = "<html><body><p>登录已过期，请重新登录。</p></body></html>";
    let xml = "<?xml version=\"1.0\"?><Workbook xmlns=\"urn:schemas-microsoft-com:office:spreadsheet\"/>";
    let png: Vec<u8> = b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR".to_vec();
    let workbook =
        by_hand("<worksheet><sheetData><row r=\"1\"><c r=\"A1\"><v>1</v></c></row></sheetData></worksheet>");
    assert!(open(&workbook).is_ok(), "the whole file is good");
    let cases: Vec<(&str, Vec<u8>, &str, &str)> = vec![
        ("a picture named .xlsx", png, "sheet_not_a_sheet", "PNG"),
        ("a PDF", b"%PDF-1.7 ...".to_vec(), "sheet_not_a_sheet", "PDF"),
        ("16 MB of zeros", vec![0; 16 << 20], "sheet_zeros", "空数据"),
        ("nothing", Vec::new(), "sheet_empty_file", "0 字节"),
        ("a web page named .xls", html.into(), "sheet_html", "网页"),
        (
            "a web page with a mark",
            [b"\xef\xbb\xbf \n<!DOCTYPE html>".as_slice(), html.as_bytes()].concat(),
            "sheet_html",
            "网页",
        ),
        ("Excel 2003 XML", xml.into(), "sheet_other_format", "2003"),
        ("a zip cut off", workbook[..workbook.len() / 2].to_vec(), "sheet_damaged", "不完整"),
        ("a zip of other things", zipped("照片.txt", b"x"), "sheet_not_a_sheet", "压缩包"),
        ("a Word document", zipped("word/document.xml", b"<x/>"), "sheet_not_a_sheet", "Word"),
        ("OpenDocument", zipped("content.xml", b"<x/>"), "sheet_other_format", "OpenDocument"),
        ("a binary workbook", zipped("xl/workbook.bin", b"x"), "sheet_other_format", "xlsb"),
        ("program data", (0..=255).collect(), "sheet_not_a_sheet", "程序数据"),
        ("only blank lines", b"\n\n\n".to_vec(), "sheet_no_rows", "没有任何内容"),
        (
            "an OLE head and nothing more",
            b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1".to_vec(),
            "sheet_damaged",
            "不完整",
        ),
    ];
    for (what, bytes, code, word) in cases {
        let error = open(&bytes).expect_err(what);
        assert_eq!(error.code(), code, "{what}: {error}");
        let sentence = error.to_string();
        assert!(
            sentence.contains(word) && sentence.ends_with('。') && !sentence.contains('\n'),
            "{what}: {sentence}"
        );
    }
}

#[test]
fn a_protected_workbook_is_called_so() {
    let error = read(&fixture("protected.xlsx"), &mut |_, _| true).expect_err("it needs a password");
    assert_eq!(error, SheetError::Protected);
    assert!(error.to_string().contains("取消密码"));
}

#[test]
fn a_zip_that_unpacks_to_far_too_much_is_refused() {
    // 300 MB of shared texts pack to some 300 KB.
    let bomb = zipped_with("xl/sharedStrings.xml", 300 << 20, b"<si><t>a</t></si>");
    assert_eq!(open(&bomb).expect_err("a bomb"), SheetError::Bomb);
    // One text of 3 MB where a cell holds 32,767 characters.
    let run = zipped_with("xl/worksheets/sheet1.xml", 3 << 20, b"a");
    assert_eq!(open(&run).expect_err("a bomb"), SheetError::Bomb);
}

#[test]
fn places_that_cannot_be_read() {
    let folder = tempfile::tempdir().unwrap();
    let gone = folder.path().join("没有.xlsx");
    assert_eq!(read(&gone, &mut |_, _| true).expect_err("missing"), SheetError::NotFound);
    assert_eq!(read(folder.path(), &mut |_, _| true).expect_err("a folder"), SheetError::IsFolder);
    assert_eq!(read(&gone.join("下面.xlsx"), &mut |_, _| true).expect_err("missing"), SheetError::NotFound);
}

#[cfg(unix)]
#[test]
fn a_file_without_permission() {
    use std::os::unix::fs::PermissionsExt;
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("锁.csv");
    std::fs::write(&path, "姓名\n张三\n").unwrap();
    std::fs::set_permissions(&path, std::fs::Permissions::from_mode(0o000)).unwrap();
    match std::fs::File::open(&path) {
        Err(_) => assert_eq!(read(&path, &mut |_, _| true).expect_err("locked"), SheetError::NoPermission),
        // The superuser may read everything, so this machine cannot show the refusal. Said past the test
        // runner's capture, on a line of its own that the tally counts.
        Ok(_) => {
            let _ = writeln!(
                std::io::stderr(),
                "denied: a_file_without_permission (the superuser reads files without permission)"
            );
        }
    }
}

#[test]
fn a_cell_far_out_does_not_eat_memory() {
    let sheet = "<worksheet><sheetData><row r=\"1048576\"><c r=\"XFD1048576\"><v>1</v></c></row></sheetData></worksheet>";
    let book = open(&by_hand(sheet)).expect("a workbook");
    assert_eq!((book.pages[0].rows.len(), book.pages[0].rows[0].cells.len()), (1, 1));
    assert_eq!(sheet::cell_name(book.pages[0].rows[0].number, book.pages[0].width()), "XFD1048576");
}

fn zipped(name: &str, content: &[u8]) -> Vec<u8> {
    let mut zip = zip::ZipWriter::new(std::io::Cursor::new(Vec::new()));
    zip.start_file(name, zip::write::SimpleFileOptions::default()).unwrap();
    zip.write_all(content).unwrap();
    zip.finish().unwrap().into_inner()
}

/// A workbook's zip in which one part is so many bytes of the same piece.
fn zipped_with(name: &str, size: usize, piece: &[u8]) -> Vec<u8> {
    let mut zip = zip::ZipWriter::new(std::io::Cursor::new(Vec::new()));
    zip.start_file("xl/workbook.xml", zip::write::SimpleFileOptions::default()).unwrap();
    zip.write_all(b"<workbook/>").unwrap();
    let quick = zip::write::SimpleFileOptions::default().compression_level(Some(1));
    zip.start_file(name, quick).unwrap();
    let block = piece.repeat((1 << 20) / piece.len());
    for _ in 0..=size / block.len() {
        zip.write_all(&block).unwrap();
    }
    zip.finish().unwrap().into_inner()
}

//! Files that are no forms, broken ones, bombs; bytes of any kind. Never a panic, and a refusal always has its sentence.

use paper::filling::{FormError, FormFile, MOST_BYTES};
use proptest::prelude::*;

use super::made::{county, ledger_table, word};
use super::{facts, zipped};

fn refusal(bytes: &[u8]) -> FormError {
    match FormFile::open(bytes).and_then(|mut form| form.fill(&facts())) {
        Ok(_) => panic!("it was taken"),
        Err(why) => why,
    }
}

#[test]
fn what_is_no_form_is_told_what_it_is_and_what_to_do() {
    let ole = |stream: &str| {
        let wide: Vec<u8> = stream.encode_utf16().flat_map(u16::to_le_bytes).collect();
        [b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1".as_slice(), &[0; 600], &wide].concat()
    };
    let cases: &[(Vec<u8>, &str)] = &[
        (Vec::new(), "空的"),
        (ole("WordDocument"), "“另存为” .docx"),
        (ole("Workbook"), "“另存为” .xlsx"),
        (ole("EncryptedPackage"), "取消密码"),
        (b"%PDF-1.7".to_vec(), "PDF 文件"),
        (b"{\\rtf1 ".to_vec(), "“另存为” .docx"),
        (b"\xff\xd8\xff\xe0".to_vec(), "一张图片"),
        ("姓名,电话".as_bytes().to_vec(), ".docx 或 .xlsx"),
        (zipped(&[("a.txt", "x")]), "ZIP 压缩包"),
        (zipped(&[("content.xml", "<x/>"), ("mimetype", "")]), "OpenDocument"),
        (county()[..900].to_vec(), "已损坏"),
        (vec![b'P'; MOST_BYTES as usize + 1], "32MB"),
    ];
    for (bytes, holds) in cases {
        let why = refusal(bytes).to_string();
        assert!(why.contains(holds) && why.ends_with('。'), "{holds}: {why}");
    }
}

#[test]
fn bombs_and_tricks_of_xml_are_refused() {
    let huge = word(&" ".repeat(65 << 20));
    assert!(huge.len() < 1 << 20, "small as a file");
    assert_eq!(refusal(&huge), FormError::Bomb);
    assert_eq!(refusal(&word(&"<w:p>".repeat(400))), FormError::Bomb, "nested beyond reason");
    let parts = |document: &str| {
        let links = "<Relationships><Relationship Id=\"a\" Type=\"x/officeDocument\" Target=\"word/document.xml\"/></Relationships>";
        zipped(&[("_rels/.rels", links), ("word/document.xml", document)])
    };
    for (document, why) in [
        ("<!DOCTYPE x [<!ENTITY a \"aa\">]><w:p><w:t>&a;</w:t></w:p>", "its own entities"),
        ("<w:p><w:t>&a;【姓名】</w:t></w:p>", "an entity that nobody declared"),
        ("<w:p><w:t>x</w:p>", "tags that do not match"),
        ("<w:p>", "a tag that never closes"),
        ("", "nothing at all"),
    ] {
        assert_eq!(refusal(&parts(document)), FormError::Damaged, "{why}");
    }
    let links = "<Relationships><Relationship Id=\"a\" Type=\"x/officeDocument\" Target=\"word/gone.xml\"/></Relationships>";
    assert_eq!(refusal(&zipped(&[("_rels/.rels", links)])), FormError::Damaged, "a text that is not there");
}

#[test]
fn awkward_workbooks_are_refused_or_filled_and_never_stop_the_program() {
    let book = |sheet: &str, strings: &str| {
        let first = "<Relationships><Relationship Id=\"a\" Type=\"x/officeDocument\" Target=\"xl/workbook.xml\"/></Relationships>";
        let links = "<Relationships><Relationship Id=\"r1\" Type=\"x/worksheet\" Target=\"s.xml\"/>\
            <Relationship Id=\"r2\" Type=\"x/sharedStrings\" Target=\"t.xml\"/></Relationships>";
        zipped(&[
            ("_rels/.rels", first),
            (
                "xl/workbook.xml",
                "<workbook xmlns:r=\"x\"><sheets><sheet name=\"表\" r:id=\"r1\"/></sheets></workbook>",
            ),
            ("xl/_rels/workbook.xml.rels", links),
            ("xl/s.xml", sheet),
            ("xl/t.xml", strings),
        ])
    };
    let strings = "<sst><si><t>【会员.姓名】</t></si></sst>";
    let sheet = |rows: &str| format!("<worksheet><sheetData>{rows}</sheetData></worksheet>");
    let marked = "<c t=\"s\"><v>0</v></c>";
    for rows in [
        format!("<row r=\"0\">{marked}</row>"),
        format!("<row r=\"5\">{marked}</row><row r=\"5\"/>"),
        format!("<row r=\"99999999999\">{marked}</row>"),
        "<row><c t=\"s\"><v>7</v></c></row>".to_owned(),
        "<row><c t=\"s\"><v>x</v></c></row>".to_owned(),
    ] {
        assert_eq!(refusal(&book(&sheet(&rows), strings)), FormError::Damaged, "{rows}");
    }
    assert_eq!(
        refusal(&book(&sheet(&format!("<row r=\"1048576\">{marked}</row>")), strings)),
        FormError::TooManyRows,
        "no row below the last"
    );
    let bare = book(&sheet(&format!("<row>{marked}<c/></row><row><c><f>A1:A1</f></c></row>")), strings);
    let filled = FormFile::open(&bare).unwrap().fill(&facts()).unwrap();
    assert_eq!((filled.rows, filled.filled), (3, 3), "rows and cells without numbers");
}

fn sane(bytes: &[u8]) -> Result<(), TestCaseError> {
    if let Err(why) = FormFile::open(bytes).and_then(|mut form| form.fill(&facts())) {
        prop_assert!(why.to_string().ends_with('。'), "{why}");
    }
    Ok(())
}

proptest! {
    // What once failed is kept beside the tests and tried first.
    #![proptest_config(ProptestConfig {
        cases: 150,
        failure_persistence: Some(Box::new(
            prop::test_runner::FileFailurePersistence::Direct("proptest-regressions/filling.txt"),
        )),
        ..ProptestConfig::default()
    })]

    #[test]
    fn any_bytes(bytes in prop::collection::vec(any::<u8>(), 0..2000), zip in any::<bool>()) {
        sane(&if zip { [b"PK\x03\x04".as_slice(), &bytes].concat() } else { bytes })?;
    }

    #[test]
    fn real_forms_cut_off_or_with_bytes_changed(
        word in any::<bool>(),
        cut in 0.0f64..2.0,
        changes in prop::collection::vec((0.0f64..1.0, any::<u8>()), 0..12),
    ) {
        let mut bytes = if word { county() } else { ledger_table() };
        let size = bytes.len() as f64;
        for (place, byte) in &changes {
            bytes[(place * size) as usize] = *byte;
        }
        if cut < 1.0 {
            bytes.truncate((cut * size) as usize);
        }
        sane(&bytes)?;
    }

    #[test]
    fn well_zipped_nonsense_inside(tags in prop::collection::vec(0usize..14, 0..60)) {
        const PIECES: [&str; 14] = [
            "<w:p>", "</w:p>", "<w:r>", "</w:r>", "<w:t>", "</w:t>", "<w:tr>", "</w:tr>", "<w:tc>", "</w:tc>",
            "【会员.姓名】", "【工会名称】", "【", "<w:tbl/>",
        ];
        sane(&word(&tags.iter().map(|at| PIECES[*at]).collect::<String>()))?;
    }
}

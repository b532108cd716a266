//! Bytes of any kind: never a panic, and a refusal always has its sentence.

use proptest::prelude::*;
use sheet::{Value, Writer, read_bytes};

use crate::{fixture, open};

fn workbook() -> Vec<u8> {
    let mut writer = Writer::new("花名册").unwrap();
    writer.title("会员花名册", 3).unwrap();
    writer.head(&["姓名", "证件号码", "工资"]).unwrap();
    for i in 0..50 {
        writer.row(&["张三".into(), "110101199003070011".into(), Value::Number(f64::from(i))]).unwrap();
    }
    writer.bytes().unwrap()
}

fn sane(bytes: &[u8]) -> Result<(), TestCaseError> {
    match open(bytes) {
        Ok(book) => prop_assert!(book.pages.iter().any(|p| !p.rows.is_empty())),
        Err(e) => prop_assert!(e.to_string().ends_with('。'), "{}", e.code()),
    }
    Ok(())
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 300, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn any_bytes(bytes in prop::collection::vec(any::<u8>(), 0..2000)) {
        sane(&bytes)?;
    }

    #[test]
    fn any_bytes_behind_a_known_head(head in 0usize..8, bytes in prop::collection::vec(any::<u8>(), 0..2000)) {
        let heads: [&[u8]; 8] = [
            b"PK\x03\x04", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", b"\xef\xbb\xbf", b"\xff\xfe", b"\xfe\xff",
            b"\x09\x08", b"<?xml ", "姓名,".as_bytes(),
        ];
        sane(&[heads[head], &bytes].concat())?;
    }

    #[test]
    fn any_text(t in "[姓名张三,;\t\"\n\r=0-9Ee+. ]{0,400}") {
        sane(t.as_bytes())?;
    }

    #[test]
    fn real_files_cut_off_or_with_bytes_changed(
        which in 0usize..3,
        cut in 0.0f64..1.0,
        changes in prop::collection::vec((0.0f64..1.0, any::<u8>()), 0..12),
    ) {
        let mut bytes = match which {
            0 => workbook(),
            1 => std::fs::read(fixture("legacy.xls")).unwrap(),
            _ => std::fs::read(fixture("protected.xlsx")).unwrap(),
        };
        let size = bytes.len() as f64;
        for (place, byte) in &changes {
            bytes[(place * size) as usize] = *byte;
        }
        if cut < 0.5 {
            bytes.truncate((cut * 2.0 * size) as usize);
        }
        sane(&bytes)?;
    }
}

#[test]
fn every_length_of_a_real_workbook() {
    for bytes in [workbook(), std::fs::read(fixture("legacy.xls")).unwrap()] {
        for n in (0..bytes.len()).step_by(37) {
            let cut = read_bytes(&bytes[..n], "", &mut |_, _| true);
            assert!(cut.is_err(), "a file cut off after {n} bytes is never taken for whole");
        }
    }
}

//! Others' forms filled and read back by readers that are not their writer: zip and quick-xml, calamine, LibreOffice.

mod broken;
mod made;
mod table;
mod word;

use std::collections::BTreeMap;
use std::io::{Cursor, Read};

use chrono::NaiveDate;
use paper::filling::{Facts, FilledForm, FormFile, FormValue, Line};

/// A zip of parts.
fn zipped(parts: &[(&str, &str)]) -> Vec<u8> {
    use std::io::Write;
    let mut zip = zip::ZipWriter::new(Cursor::new(Vec::new()));
    for (name, text) in parts {
        zip.start_file(*name, zip::write::SimpleFileOptions::default()).expect("a part begins");
        zip.write_all(text.as_bytes()).expect("a part is written");
    }
    zip.finish().expect("a zip ends").into_inner()
}

/// The parts of a zip as they lie, still packed.
fn packed(bytes: &[u8]) -> BTreeMap<String, Vec<u8>> {
    let mut zip = zip::ZipArchive::new(Cursor::new(bytes)).expect("a zip");
    let mut parts = BTreeMap::new();
    for index in 0..zip.len() {
        let mut file = zip.by_index_raw(index).expect("a part");
        let mut bytes = Vec::new();
        file.read_to_end(&mut bytes).expect("bytes");
        parts.insert(file.name().expect("a name").into_owned(), bytes);
    }
    parts
}

/// One part's text.
fn part(bytes: &[u8], name: &str) -> String {
    let mut zip = zip::ZipArchive::new(Cursor::new(bytes)).expect("a zip");
    let mut text = String::new();
    zip.by_name(name).expect("the part").read_to_string(&mut text).expect("UTF-8");
    text
}

fn day(text: &str) -> FormValue {
    FormValue::Day(text.parse::<NaiveDate>().expect("a day"))
}

fn text(text: &str) -> FormValue {
    FormValue::Text(text.to_owned())
}

fn line(fields: &[(&str, FormValue)]) -> Line {
    fields.iter().map(|(field, value)| ((*field).to_owned(), value.clone())).collect()
}

/// An invented union with three members, one of whom has no phone.
fn facts() -> Facts {
    let mut facts = Facts::default();
    facts.put("工会名称", text("赣江机械有限公司工会委员会"));
    facts.put("会员人数", FormValue::Number(320));
    facts.put("填表日期", day("2026-11-16"));
    facts.put("联系电话", FormValue::Blank);
    let member = |name: &str, since: &str, phone: Option<&str>| {
        line(&[
            ("姓名", text(name)),
            ("入会日期", day(since)),
            ("手机", phone.map_or(FormValue::Blank, text)),
        ])
    };
    facts.put_list(
        "会员",
        &["姓名", "入会日期", "手机"],
        vec![
            member("王小明", "2005-05-01", Some("13800138000")),
            member("张三", "2010-10-10", None),
            member("李四", "2020-02-29", Some("13900139000")),
        ],
    );
    facts
}

fn fill(bytes: &[u8], facts: &Facts) -> FilledForm {
    FormFile::open(bytes).expect("a form").fill(facts).expect("it is filled")
}

/// Mark and place of each.
fn at(marks: &[paper::filling::MarkAt]) -> Vec<(&str, &str)> {
    marks.iter().map(|at| (at.mark.as_str(), at.place.as_str())).collect()
}

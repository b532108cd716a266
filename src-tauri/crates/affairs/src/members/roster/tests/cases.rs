//! The cases of the field that show in a row: given cells, exact outcome (row state, severity and code of
//! each remark, stored values). The cases about the shape of a file, 25 to 36, stand in `whole`.

use super::super::Known;
use super::ages;
use chrono::NaiveDate;
use serde_json::Value;
use sheet::{Book, Cell, Kind, Number, Page, Row};

use super::super::{Options, Preview, ProblemKind as K, RosterRow, RowStatus, Severity, read_roster};
use super::{cases_identity, cases_work};

pub(crate) const TODAY: (i32, u32, u32) = (2026, 11, 16);

/// Men's and women's numbers over existing regions with the right check.
pub(super) const MAN: &str = "110101199003070011";
pub(super) const MAN_2: &str = "360121198506120014";
pub(super) const WOMAN: &str = "360121198506120022";
pub(super) const WOMAN_2: &str = "360121200008150026";

pub(super) struct Case {
    pub no: u8,
    pub what: &'static str,
    pub heads: &'static [&'static str],
    pub rows: &'static [Given],
}

/// Cells under the headings, the row's state, its remarks, and what is stored (field as in JSON, text).
pub(super) struct Given(
    pub &'static [&'static str],
    pub RowStatus,
    pub &'static [(Severity, K)],
    pub &'static [(&'static str, &'static str)],
);

pub(super) use RowStatus::{Ask as WAITS, Ready as GOES_IN, Stop as STOPS};

pub(super) const ID: &[&str] = &["姓名", "证件号码"];
pub(super) const PHONE: &[&str] = &["姓名", "移动电话"];

/// A cell from its shorthand: `#n` a number, `#d` a date, `#f` a fault, else text.
pub(crate) fn cell(text: &str) -> Cell {
    match text.split_once(' ') {
        Some(("#n", n)) => Cell::Number(Number(n.parse().unwrap())),
        Some(("#d", d)) => Cell::Date { date: d.parse().unwrap(), time: None, serial: 0.0 },
        Some(("#f", f)) => Cell::Fault(f.into()),
        _ if text.is_empty() => Cell::Empty,
        _ => Cell::Text(text.into()),
    }
}

/// A book of one page from rows of shorthand, the first row being row 1 of the file.
pub(crate) fn book(rows: &[&[&str]]) -> Book {
    let row = |(i, cells): (usize, &&[&str])| Row {
        number: u32::try_from(i).unwrap() + 1,
        cells: (1..).zip(cells.iter().map(|c| cell(c))).filter(|(_, c)| *c != Cell::Empty).collect(),
    };
    let rows = rows.iter().enumerate().map(row).filter(|r| !r.cells.is_empty()).collect();
    let page = Page { name: "Sheet1".into(), hidden: false, rows, ..Page::default() };
    Book {
        pages: vec![page],
        sha256: "0".repeat(64),
        kind: Kind::Xlsx,
        encoding: None,
        hidden_rows: 0,
        pictures: 0,
        epoch_1904: false,
    }
}

pub(crate) fn preview(book: &Book, options: &Options) -> Preview {
    let today = NaiveDate::from_ymd_opt(TODAY.0, TODAY.1, TODAY.2).unwrap();
    read_roster(book, today, &ages(), &Known::default(), options, &mut |_, _| true).expect("a roster")
}

/// A stored value as text: lists joined, dates with their precision, nothing as the empty text.
pub(super) fn stored(row: &RosterRow, field: &str) -> String {
    let person = serde_json::to_value(&row.person).unwrap();
    let value = person.get(field).unwrap_or_else(|| panic!("no field {field}"));
    match value {
        Value::Null => String::new(),
        Value::String(s) => s.clone(),
        Value::Bool(b) => if *b { "是" } else { "否" }.to_owned(),
        Value::Array(a) => a.iter().filter_map(Value::as_str).collect::<Vec<_>>().join("、"),
        Value::Object(o) => format!("{} {}", o["date"].as_str().unwrap(), o["precision"].as_str().unwrap()),
        Value::Number(n) => n.to_string(),
    }
}

#[test]
fn each_case_of_the_field_has_its_exact_outcome() {
    let options = Options { founded_on: NaiveDate::from_ymd_opt(2008, 5, 1), ..Options::default() };
    let cases = || cases_identity::CASES.iter().chain(cases_work::CASES);
    for case in cases() {
        let mut table: Vec<&[&str]> = vec![case.heads];
        table.extend(case.rows.iter().map(|g| g.0));
        let read = preview(&book(&table), &options);
        assert_eq!(read.rows.len(), case.rows.len(), "case {}: people", case.no);
        for (row, Given(_, status, remarks, values)) in read.rows.iter().zip(case.rows) {
            let place = format!("case {} ({}), row {}", case.no, case.what, row.row);
            let mut found: Vec<(Severity, K)> = row.problems.iter().map(|p| (p.severity, p.kind)).collect();
            let mut wanted = remarks.to_vec();
            found.sort();
            wanted.sort();
            assert_eq!(found, wanted, "{place}: remarks");
            assert_eq!(row.status, *status, "{place}: state");
            for (field, value) in *values {
                assert_eq!(stored(row, field), *value, "{place}: stored {field}");
            }
            for p in &row.problems {
                assert!(p.message.starts_with(&format!("第{}行", row.row)), "{place}: {}", p.message);
                assert!(p.message.ends_with('。'), "{place}: a whole sentence");
                if let Some(id) = &row.person.id_number {
                    assert!(!p.message.contains(id.as_str()), "{place}: no ID number in a message");
                }
            }
        }
    }
    let numbers: Vec<u8> = cases().map(|c| c.no).collect();
    assert_eq!(numbers, (1..=24).chain(37..=45).collect::<Vec<u8>>(), "no case is left out");
}

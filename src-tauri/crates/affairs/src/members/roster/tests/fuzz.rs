//! Any cells, in any order, with any decision: never a panic, and every row accounted for.

use super::super::Known;
use super::ages;
use std::collections::BTreeMap;

use chrono::NaiveDate;
use proptest::prelude::*;
use sheet::{Book, Cell, Kind, Number, Page, Row};

use super::super::{
    Decision, Options, ProblemKind, RowStatus, Severity, credit_code, dates, id_number, names, phones,
    read_roster,
};

fn text() -> impl Strategy<Value = String> {
    prop_oneof![
        any::<String>(),
        "[0-9X xEe+.\\-/年月日]{0,22}",
        "[0-9]{17}[0-9Xx]",
        Just("姓名".to_owned()),
        Just("合计".to_owned()),
        "[张王李\u{20BB7}·•. ()（退*]{0,6}",
    ]
}

fn cell() -> impl Strategy<Value = Cell> {
    prop_oneof![
        4 => text().prop_map(|t| if t.is_empty() { Cell::Empty } else { Cell::Text(t.into()) }),
        1 => any::<f64>().prop_map(|n| Cell::Number(Number(n))),
        1 => (0i32..9999, 1u32..13, 1u32..29).prop_map(|(y, m, d)| {
            NaiveDate::from_ymd_opt(y, m, d).map_or(Cell::Empty, |date| Cell::Date { date, time: None, serial: 1.0 })
        }),
        1 => any::<bool>().prop_map(Cell::Bool),
        1 => Just(Cell::Fault("#REF!".into())),
        1 => Just(Cell::Empty),
    ]
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 400, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn a_roster_of_anything_is_accounted_for(
        cells in prop::collection::vec(prop::collection::vec(cell(), 9), 1..12),
        decided in any::<bool>(),
    ) {
        let heads = ["姓名", "证件号码", "出生日期", "移动电话", "性别", "民族", "政治面貌", "入会日期", "户籍类型"];
        let head = Row { number: 3, cells: (1..).zip(heads.map(|h| Cell::Text(h.into()))).collect() };
        let rows = (4..).zip(cells).map(|(number, cells)| Row {
            number,
            cells: (1..).zip(cells).filter(|(_, c)| *c != Cell::Empty).collect(),
        });
        let page = Page { name: "表".into(), hidden: false, rows: std::iter::once(head).chain(rows).collect(), ..Page::default() };
        let book = Book {
            pages: vec![page], sha256: String::new(), kind: Kind::Csv, encoding: None, hidden_rows: 0, pictures: 0, epoch_1904: true,
        };
        let mut options = Options::default();
        if decided {
            options.decisions = BTreeMap::from([
                (ProblemKind::NameRemark, Decision::TakeProposal),
                (ProblemKind::DateImpossible, Decision::KeepWritten),
                (ProblemKind::UnknownValue, Decision::KeepWritten),
                (ProblemKind::PhoneImpossible, Decision::SkipRow),
            ]);
        }
        let today = NaiveDate::from_ymd_opt(2026, 11, 16).unwrap();
        if let Ok(read) = read_roster(&book, today, &ages(), &Known::default(), &options, &mut |_, _| true) {
            let c = read.counts;
            prop_assert_eq!(c.total, c.ready + c.ask + c.stop + c.skipped);
            for row in &read.rows {
                let worst = row.problems.iter().map(|p| p.severity).max();
                match row.status {
                    RowStatus::Ready => {
                        prop_assert!(worst.is_none_or(|w| w == Severity::Note));
                        prop_assert!(!row.person.name_key.is_empty(), "a ready row has a name");
                    }
                    RowStatus::Ask => prop_assert_eq!(worst, Some(Severity::Ask)),
                    RowStatus::Stop => prop_assert_eq!(worst, Some(Severity::Stop)),
                    RowStatus::Skipped => {}
                }
                // Stored values read again as themselves: nothing half-cleaned is kept.
                if let Some(id) = &row.person.id_number {
                    prop_assert_eq!(&id_number::clean(id), id);
                }
            }
        }
    }

    #[test]
    fn single_readers_take_any_text(t in any::<String>()) {
        let today = NaiveDate::from_ymd_opt(2026, 11, 16).unwrap();
        dates::read_text(&t, today);
        let _ = id_number::parse(&id_number::clean(&t), today);
        let _ = credit_code::check(&t);
        phones::read(&t);
        let (name, _) = names::read(&t);
        prop_assert_eq!(names::key(&name), names::key(&names::key(&name)), "a key is its own key");
    }

    #[test]
    fn a_number_is_taken_only_with_its_check(first in "(11|36|44|65)[0-9]{4}19[5-9][0-9](0[1-9]|1[0-2])(0[1-9]|1[0-9]|2[0-8])[0-9]{3}", wrong in 0u32..10) {
        let today = NaiveDate::from_ymd_opt(2026, 11, 16).unwrap();
        let check = id_number::check_character(&first).unwrap();
        let good = format!("{first}{check}");
        prop_assert!(id_number::parse(&good, today).is_ok());
        let digit = char::from_digit(wrong, 10).unwrap();
        if digit != check {
            let bad = format!("{first}{digit}");
            prop_assert!(id_number::parse(&bad, today).is_err());
        }
    }
}

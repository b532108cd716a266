//! Wage tables for tests: made without a file, and kept in a ledger where the test needs one. Only tests use it.

use ledger::Fen;

use super::model::{PayPeriod, PaySheetId};
use super::points::{PayData, PayTable, WagePoint, WagePoints};
use crate::members::model::{EmploymentForm, Sex};

/// A point of so many fen, of a whole month.
pub fn point(fen: i64) -> WagePoint {
    WagePoint {
        who: 0,
        person: None,
        fen: Fen(fen),
        full_month_fen: (fen > 0).then_some(Fen(fen)),
        base: None,
        sex: Sex::Male,
        front_line: Some(true),
        form: Some(EmploymentForm::Contract),
        grade: None,
        shop: None,
        post: None,
    }
}

/// A table of single wages of a month.
pub fn single(period: &str, points: Vec<WagePoint>) -> PayTable {
    let sum = points.iter().map(|point| point.fen.0).sum();
    let headcount = u32::try_from(points.len()).unwrap_or(u32::MAX);
    let data = PayData::Points(WagePoints { shops: Vec::new(), posts: Vec::new(), points });
    PayTable {
        sheet: PaySheetId::new(uuid::Uuid::nil()),
        period: period.parse::<PayPeriod>().expect("a test names a period"),
        divided: false,
        headcount,
        sum: Some(Fen(sum)),
        data,
    }
}

//! Whether the sums of a whole payroll can be those of the period: beside what was paid before, else beside the local minimum
//! wage. A table in ten thousands without a word of it is asked about, with the likely unit. Single sums are `sheets::payroll`'s.

use ledger::Fen;
use rusqlite::Connection;

use crate::Problem;
use crate::members::roster::Severity;
use crate::pay::model::{PayPeriod, PayReferenceKind};
use crate::pay::rules::{TWELVE, divided};
use crate::pay::store;
use crate::sheets::money::{heard, said};
use crate::sheets::payroll::{PayColumn, PayLine, Payroll};
use crate::sheets::{SheetProblem, SheetProblemKind as K};

/// What the sums of a table would have to be multiplied or divided by.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Scale {
    /// They are in a larger unit.
    Times(i64),
    /// They are of so many months.
    Over(i64),
}

impl Scale {
    fn of(self, sum: i64) -> i64 {
        match self {
            Scale::Times(by) => sum.saturating_mul(by),
            Scale::Over(by) => divided(Fen(sum), by).0,
        }
    }

    fn words(self) -> &'static str {
        match self {
            Scale::Times(10_000) => "多半以万元为单位，乘以10000",
            Scale::Times(_) => "多半以千元为单位，乘以1000",
            Scale::Over(_) => "多半是一年的数，除以12",
        }
    }
}

const SCALES: [Scale; 3] = [Scale::Times(10_000), Scale::Times(1_000), Scale::Over(TWELVE)];

/// What a usual wage is held against: between which sums it is believed without a question.
struct Believed {
    from: i64,
    to: i64,
    /// A unit explains a sum that lies between these after it.
    near: (i64, i64),
    words: String,
}

/// What is known of wages of the period.
fn believed(connection: &Connection, period: PayPeriod) -> Result<Option<Believed>, Problem> {
    let months = if period.is_year() { TWELVE } else { 1 };
    let before = store::list(connection)?.into_iter().find_map(|line| {
        let sum = line.sum.filter(|sum| sum.0 > 0 && line.headcount > 0 && line.period != period)?;
        let own = if line.period.is_year() { TWELVE } else { 1 };
        Some((divided(sum, i64::from(line.headcount) * own).0 * months, line.period))
    });
    if let Some((mean, of)) = before.filter(|(mean, _)| *mean > 0) {
        let words = format!("{}人均{}", of.words(), said(Fen(mean / months)));
        return Ok(Some(Believed { from: mean / 4, to: mean * 4, near: (mean / 2, mean * 2), words }));
    }
    let minimum = store::minimum_on(connection, PayReferenceKind::Minimum, period.last())?;
    Ok(minimum.filter(|one| one.value > 0).map(|one| {
        let least = one.value * months;
        let words = format!("当地月最低工资标准{}", said(Fen(one.value)));
        Believed { from: least / 2, to: least * 20, near: (least * 4 / 5, least * 10), words }
    }))
}

/// The middle of what was paid.
fn middle(lines: &[PayLine]) -> Option<i64> {
    let mut sums: Vec<i64> = lines
        .iter()
        .filter_map(|line| line.sum(PayColumn::Gross))
        .map(|sum| sum.0)
        .filter(|sum| *sum > 0)
        .collect();
    sums.sort_unstable();
    sums.get(sums.len() / 2).copied()
}

/// What is odd about the sums of the whole table, and by which unit they would be plausible.
pub fn problem(
    connection: &Connection,
    payroll: &Payroll,
    period: PayPeriod,
) -> Result<Option<(SheetProblem, Option<Scale>)>, Problem> {
    let Some((middle, known)) = middle(&payroll.lines).zip(believed(connection, period)?) else {
        return Ok(None);
    };
    if (known.from..=known.to).contains(&middle) {
        return Ok(None);
    }
    let near = |scale: &Scale| (known.near.0..=known.near.1).contains(&scale.of(middle));
    // A year's table is not of twelve years.
    let scale =
        SCALES.into_iter().filter(|one| !period.is_year() || !matches!(one, Scale::Over(_))).find(near);
    let likely = scale.map_or("请核对单位和时间", Scale::words);
    let message = format!("表里应发的中间数是{}，而{}，差得太远；{likely}。", said(Fen(middle)), known.words);
    Ok(Some((
        SheetProblem {
            row: 0,
            column: 0,
            severity: Severity::Ask,
            kind: if scale.is_some() { K::Scale } else { K::ScaleOdd },
            message,
            was: said(Fen(middle)),
            proposal: scale.map(|scale| said(Fen(scale.of(middle)))),
        },
        scale,
    )))
}

/// Takes every sum of a payroll in another unit, and what is proposed about single ones with it.
pub fn scaled(payroll: &mut Payroll, scale: Scale) {
    for line in &mut payroll.lines {
        line.sums.iter_mut().for_each(|(_, sum)| *sum = Fen(scale.of(sum.0)));
    }
    for one in payroll.problems.iter_mut().filter(|one| one.kind == K::Outlier) {
        one.proposal = one.proposal.as_deref().and_then(heard).map(|sum| said(Fen(scale.of(sum.0))));
    }
}

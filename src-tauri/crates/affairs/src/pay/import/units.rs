//! Whether the columns of a payroll count in one unit: where a heading says its unit and others say none, the parts are held against
//! the whole, and the unit is proposed in which the two fit. What is answered is kept with the headings. Pure.

use ledger::Fen;

use super::gross::PARTS;
use super::model::PayDecision;
use crate::members::roster::Severity;
use crate::sheets::money::{Unit, said};
use crate::sheets::payroll::{PayColumn, Payroll};
use crate::sheets::{SheetProblem, SheetProblemKind as K};

/// Parts of a wage that come to so small a part of the whole can be of another unit.
const UNDER: i128 = 100;
/// So can parts that come to so many times the whole.
const OVER: i128 = 50;
/// So many times the whole the parts may be in the unit that is proposed: what was taken off for days away is in them.
const MOST: i128 = 2;
/// What stands before the unit behind the headings that are kept.
const KEPT: &str = "没有写单位的列按";

/// What is asked where the columns that say no unit do not fit beside those that do, and in which unit they would.
pub(super) fn odd(payroll: &Payroll) -> Option<(SheetProblem, Unit)> {
    let units = &payroll.units;
    let own = |column: PayColumn| units.own.iter().find(|(one, _)| *one == column).map(|(_, unit)| *unit);
    let whole = own(PayColumn::Gross);
    let meant = match whole {
        Some(unit) => unit,
        None => {
            let mut of_parts = PARTS.iter().filter_map(|column| own(*column));
            let first = of_parts.next()?;
            of_parts.all(|unit| unit == first).then_some(first)?
        }
    };
    // Of the two sides that are held against each other one says its unit, the other does not.
    let held = |column: PayColumn| PARTS.contains(&column) && own(column).is_some() != whole.is_some();
    let (mut parts, mut gross) = (0_i128, 0_i128);
    for line in &payroll.lines {
        let Some(paid) = line.sum(PayColumn::Gross).filter(|paid| paid.0 > 0) else { continue };
        gross += i128::from(paid.0);
        let sums = line.sums.iter().filter(|(column, _)| held(*column));
        parts += sums.map(|(_, sum)| i128::from(sum.0)).sum::<i128>();
    }
    let (up, down) = match whole {
        Some(_) => (meant.fen(), units.bare.fen()),
        None => (units.bare.fen(), meant.fen()),
    };
    let far = match up > down {
        true => parts * UNDER <= gross,
        false => parts >= gross * OVER,
    };
    if meant == units.bare || parts <= 0 || gross <= 0 || !far || parts * up > gross * down * MOST {
        return None;
    }
    let headings = |is: &dyn Fn(PayColumn) -> bool| {
        let of = payroll.columns.iter().filter(|(.., what)| what.is_some_and(is));
        of.map(|(_, heading, _)| format!("“{}”", heading.trim())).collect::<Vec<_>>().join("、")
    };
    let sum = |fen: i128| said(Fen(i64::try_from(fen).unwrap_or(i64::MAX)));
    let (unit, bare) = (meant.words(), units.bare.words());
    let message = format!(
        "{}写着{unit}，{}没有写单位，先按{bare}读；这样{}加起来是{}，应发加起来是{}，对不上。没有写的多半也是{unit}。",
        headings(&|column| own(column) == Some(meant)),
        headings(&|column| counts(column) && own(column).is_none()),
        headings(&held),
        sum(parts),
        sum(gross),
    );
    let problem = SheetProblem {
        row: 0,
        column: 0,
        severity: Severity::Ask,
        kind: K::UnitDiffers,
        message,
        was: bare.to_owned(),
        proposal: Some(unit.to_owned()),
    };
    Some((problem, meant))
}

/// Whether a column is the whole or goes into it.
fn counts(column: PayColumn) -> bool {
    PARTS.contains(&column) || matches!(column, PayColumn::Gross | PayColumn::BackPay | PayColumn::Absence)
}

/// Headings as they are kept, with the unit in which those were read that say none.
pub(super) fn kept(shape: &str, unit: Unit) -> String {
    format!("{shape}|{KEPT}{}", unit.words())
}

/// What was answered for the last file of such headings; none where it was not asked then, or another unit is proposed now.
pub(super) fn remembered(shape: &str, meant: Unit, bare: Unit) -> Option<PayDecision> {
    match Unit::of(shape.split('|').find_map(|part| part.strip_prefix(KEPT))?)? {
        unit if unit == meant => Some(PayDecision::Proposed),
        unit if unit == bare => Some(PayDecision::AsRead),
        _ => None,
    }
}

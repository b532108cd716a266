//! Whether the sums of a whole payroll, or of totals and bands that are typed, can be those of the period: beside what was paid
//! before, else beside the local minimum wage, else beside what is usual anywhere. A table in ten thousands without a word of it, or
//! in yuan under a word of ten thousands, is asked about, with the likely unit. Single sums are `sheets::payroll`'s.

use ledger::Fen;
use rusqlite::Connection;

use crate::Problem;
use crate::members::roster::Severity;
use crate::pay::model::{PayPeriod, PayReferenceKind, PaySheetLine};
use crate::pay::rules::{TWELVE, divided};
use crate::pay::store;
use crate::pay::typed::input::{PayBandInput, PaySheetInput};
use crate::sheets::money::{Unit, heard, said};
use crate::sheets::payroll::{PayColumn, PayLine, Payroll, Units};
use crate::sheets::{SheetProblem, SheetProblemKind as K};

/// What the sums of a table would have to be multiplied or divided by.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Scale {
    /// They are in a larger unit.
    Times(i64),
    /// They are of so many months.
    Over(i64),
    /// They are in a smaller unit than is written.
    Written { written: Unit, meant: Unit },
}

impl Scale {
    fn of(self, sum: i64) -> i64 {
        match self {
            Scale::Times(by) => sum.saturating_mul(by),
            Scale::Over(by) => divided(Fen(sum), by).0,
            Scale::Written { written, meant } => {
                let by = i64::try_from(written.fen() / meant.fen()).unwrap_or(i64::MAX);
                divided(Fen(sum), by).0
            }
        }
    }

    fn words(self) -> &'static str {
        match self {
            Scale::Times(10_000) => "多半以万元为单位，乘以10000",
            Scale::Times(_) => "多半以千元为单位，乘以1000",
            Scale::Over(_) => "多半是一年的数，除以12",
            Scale::Written { meant: Unit::Yuan, .. } => "多半是单位写错了，表里的数本来就是元",
            Scale::Written { .. } => "多半是单位写错了，表里的数本来是千元",
        }
    }
}

const SCALES: [Scale; 3] = [Scale::Times(10_000), Scale::Times(1_000), Scale::Over(TWELVE)];

/// The wages of a month between which a usual one lies anywhere, in fen, and those between which most lie: what is held against
/// where nothing is known of the place and nothing was paid before. No law is in it, only that a slip of the unit lies outside.
const USUAL: ((i64, i64), (i64, i64)) = ((50_000, 5_000_000), (100_000, 3_000_000));

/// What a usual wage is held against: between which sums it is believed without a question.
struct Believed {
    from: i64,
    to: i64,
    /// A unit explains a sum that lies between these after it.
    near: (i64, i64),
    words: String,
}

impl Believed {
    fn holds(&self, sum: i64) -> bool {
        (self.from..=self.to).contains(&sum)
    }

    /// The unit that explains a sum which was read in the unit that is written.
    fn scale(&self, sum: i64, period: PayPeriod, written: Unit) -> Option<Scale> {
        let near = |scale: &Scale| (self.near.0..=self.near.1).contains(&scale.of(sum));
        // A year's table is not of twelve years.
        let scales = SCALES.into_iter().filter(|one| !period.is_year() || !matches!(one, Scale::Over(_)));
        let smaller = [Unit::Yuan, Unit::Thousand].into_iter().filter(|meant| meant.fen() < written.fen());
        scales.chain(smaller.map(|meant| Scale::Written { written, meant })).find(near)
    }
}

/// What is known of wages of the period, from tables with sums that may be told.
fn believed(connection: &Connection, period: PayPeriod, known: &[PaySheetLine]) -> Result<Believed, Problem> {
    let months = if period.is_year() { TWELVE } else { 1 };
    let before = known.iter().find_map(|line| {
        let sum = line.sum.filter(|sum| sum.0 > 0 && line.headcount > 0 && line.period != period)?;
        let own = if line.period.is_year() { TWELVE } else { 1 };
        Some((divided(sum, i64::from(line.headcount) * own).0 * months, line.period))
    });
    if let Some((mean, of)) = before.filter(|(mean, _)| *mean > 0) {
        let words = format!("{}人均{}", of.words(), said(Fen(mean / months)));
        return Ok(Believed { from: mean / 4, to: mean * 4, near: (mean / 2, mean * 2), words });
    }
    let minimum = store::minimum_on(connection, PayReferenceKind::Minimum, period.last())?;
    if let Some(one) = minimum.filter(|one| one.value > 0) {
        let least = one.value * months;
        let words = format!("当地月最低工资标准{}", said(Fen(one.value)));
        return Ok(Believed { from: least / 2, to: least * 20, near: (least * 4 / 5, least * 10), words });
    }
    let ((from, to), (low, high)) = USUAL;
    let words = format!("一般人的月工资在{}到{}之间", said(Fen(from)), said(Fen(to)));
    Ok(Believed { from: from * months, to: to * months, near: (low * months, high * months), words })
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

/// The unit in which a column was read: as its heading says, else as what stands above does.
fn unit_of(units: &Units, column: PayColumn) -> Unit {
    units.own.iter().find(|(one, _)| *one == column).map_or(units.bare, |(_, unit)| *unit)
}

/// What is odd about the sums of the whole table, and by which unit they would be plausible.
pub fn problem(
    connection: &Connection,
    payroll: &Payroll,
    period: PayPeriod,
) -> Result<Option<(SheetProblem, Option<Scale>)>, Problem> {
    let Some(middle) = middle(&payroll.lines) else { return Ok(None) };
    let known = believed(connection, period, &store::list(connection)?)?;
    if known.holds(middle) {
        return Ok(None);
    }
    let scale = known.scale(middle, period, unit_of(&payroll.units, PayColumn::Gross));
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

/// Asks about totals and bands that are typed whose sums can hardly be those of the period, at the field. `known` is what everybody
/// may be told of other periods: the sentence tells it.
///
/// Errors: `implausible`.
pub fn typed(connection: &Connection, input: &PaySheetInput, known: &[PaySheetLine]) -> Result<(), Problem> {
    let believed = believed(connection, input.period, known)?;
    let ask = |field: &str, what: String, sum: i64| {
        let likely = believed.scale(sum, input.period, Unit::Yuan).map_or("请核对单位和时间", Scale::words);
        let message = format!(
            "{what}，而{}，差得太远；{likely}。改好再保存；核对过没有写错的，勾上“核对过了”再保存。",
            believed.words
        );
        Problem::new("implausible", message).at(field)
    };
    let mean = |field: &str, sum: Option<Fen>, heads: u32| {
        let Some(sum) = sum.filter(|sum| sum.0 > 0 && heads > 0) else { return Ok(()) };
        let each = divided(sum, heads.into()).0;
        match believed.holds(each) {
            true => Ok(()),
            false => Err(ask(field, format!("这里人均{}", said(Fen(each))), each)),
        }
    };
    if input.bands.is_empty() {
        mean("sum", input.sum, input.headcount.unwrap_or_default())?;
        for (at, shop) in input.shops.iter().enumerate() {
            mean(&format!("shops.{at}.sum"), Some(shop.sum), shop.headcount)?;
        }
        return Ok(());
    }
    let heads = input.bands.iter().fold(0_u32, |all, band| all.saturating_add(band.headcount));
    mean("sum", input.sum, heads)?;
    let Some(band) = middle_band(&input.bands, heads) else { return Ok(()) };
    let under = band.to.is_some_and(|to| to.0 < believed.from);
    if under || band.from.0 > believed.to {
        let what = match band.to {
            Some(to) => format!("一半的人在{}到{}这一档上下", said(band.from), said(to)),
            None => format!("一半的人在{}以上这一档", said(band.from)),
        };
        let middle = band.to.map_or(band.from.0, |to| band.from.0 + (to.0 - band.from.0) / 2);
        return Err(ask("bands", what, middle));
    }
    Ok(())
}

/// The band in which the middle one of so many people stands.
fn middle_band(bands: &[PayBandInput], heads: u32) -> Option<&PayBandInput> {
    let mut until = 0_u32;
    bands.iter().find(|band| {
        until = until.saturating_add(band.headcount);
        until > heads / 2
    })
}

/// Takes every sum of a payroll in another unit, and what is proposed about single ones with it. Where the unit that is written is
/// wrong, the columns stay as they are that were read in another.
pub fn scaled(payroll: &mut Payroll, scale: Scale) {
    let units = &payroll.units;
    let meant = |column: PayColumn| match scale {
        Scale::Written { written, .. } => unit_of(units, column) == written,
        Scale::Times(_) | Scale::Over(_) => true,
    };
    for (column, sum) in payroll.lines.iter_mut().flat_map(|line| &mut line.sums) {
        if meant(*column) {
            *sum = Fen(scale.of(sum.0));
        }
    }
    for one in payroll.problems.iter_mut().filter(|one| one.kind == K::Outlier) {
        one.proposal = one.proposal.as_deref().and_then(heard).map(|sum| said(Fen(scale.of(sum.0))));
    }
}

//! Whether the sums of a whole payroll, or of totals and bands that are typed, can be those of the period: beside what was paid
//! before, else beside the local minimum wage, else beside what is usual anywhere. A table in another unit than is written over it, or
//! in ten thousands without a word of it, is asked about, with the likely unit. Single sums are `sheets::payroll`'s.

use ledger::Fen;
use rusqlite::Connection;
use sheet::Cell;

use super::gross;
use crate::Problem;
use crate::members::roster::Severity;
use crate::pay::model::{PayPeriod, PayReferenceKind, PaySheetLine};
use crate::pay::rules::{TWELVE, divided};
use crate::pay::store;
use crate::pay::typed::input::{PayBandInput, PaySheetInput};
use crate::sheets::money::{MoneyRead, Unit, heard, read, said};
use crate::sheets::payroll::{PayColumn, PayLine, Payroll, Units};
use crate::sheets::{SheetProblem, SheetProblemKind as K};

/// What the sums of a table would have to be taken for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Scale {
    /// They are in another unit than they were read in.
    Unit { read: Unit, meant: Unit },
    /// They are of so many months.
    Over(i64),
}

impl Scale {
    fn of(self, sum: i64) -> i64 {
        let by =
            |larger: Unit, smaller: Unit| i64::try_from(larger.fen() / smaller.fen()).unwrap_or(i64::MAX);
        match self {
            Scale::Unit { read, meant } if meant.fen() > read.fen() => sum.saturating_mul(by(meant, read)),
            Scale::Unit { read, meant } => divided(Fen(sum), by(read, meant)).0,
            Scale::Over(by) => divided(Fen(sum), by).0,
        }
    }

    fn words(self) -> &'static str {
        match self {
            Scale::Unit { read: Unit::Yuan, meant: Unit::TenThousand } => "多半以万元为单位，乘以10000",
            Scale::Unit { read: Unit::Yuan, .. } => "多半以千元为单位，乘以1000",
            Scale::Unit { meant: Unit::Yuan, .. } => "多半是单位写错了，表里的数本来就是元",
            Scale::Unit { meant: Unit::Thousand, .. } => "多半是单位写错了，表里的数本来是千元",
            Scale::Unit { .. } => "多半是单位写错了，表里的数本来是万元",
            Scale::Over(_) => "多半是一年的数，除以12",
        }
    }
}

/// The wages of a month between which a usual one lies anywhere, in fen, and those between which most lie: what is held against
/// where nothing is known of the place and nothing was paid before. No law is in it, only that a slip of the unit lies outside.
const USUAL: ((i64, i64), (i64, i64)) = ((50_000, 5_000_000), (100_000, 3_000_000));

/// What a usual wage is held against: between which sums it is believed without a question.
struct Believed {
    from: i64,
    to: i64,
    /// A unit explains a sum that lies between these after it.
    near: (i64, i64),
    /// A sum outside these is believed only where no other unit than the one that is written explains it.
    clear: (i64, i64),
    /// Whether it is what was paid before.
    before: bool,
    words: String,
}

impl Believed {
    fn holds(&self, sum: i64) -> bool {
        (self.from..=self.to).contains(&sum)
    }

    fn is_near(&self, sum: i64) -> bool {
        (self.near.0..=self.near.1).contains(&sum)
    }

    /// How far a sum lies from the middle of what is near, as a ratio: the less, the better it is explained.
    fn off(&self, sum: i64) -> i128 {
        let own = i128::from(sum).pow(2).max(1);
        let middle = (i128::from(self.near.0) * i128::from(self.near.1)).max(1);
        own.max(middle).saturating_mul(1_000) / own.min(middle)
    }

    /// The other unit that explains a sum which was read in one best.
    fn unit(&self, sum: i64, read: Unit) -> Option<Scale> {
        self.unit_by(sum, read, |sum| self.is_near(sum))
    }

    /// The other unit in which a sum is the most usual one of those that will do.
    fn unit_by(&self, sum: i64, read: Unit, will_do: impl Fn(i64) -> bool) -> Option<Scale> {
        let others = Unit::ALL.into_iter().filter(|meant| *meant != read);
        let found = others.map(|meant| Scale::Unit { read, meant }).filter(|one| will_do(one.of(sum)));
        found.min_by_key(|one| self.off(one.of(sum)))
    }

    /// What explains a sum which was read in a unit and is not believed as it is: a unit in which it is near, else one in which it would
    /// be believed, since a firm that pays well slips in the unit too. A unit that is wrong and a year's table can look alike: beside
    /// what was paid before the nearer one is the likely one, else the unit where a month is named.
    fn scale(&self, sum: i64, period: PayPeriod, read: Unit, named: bool) -> Option<Scale> {
        let unit = self.unit(sum, read).or_else(|| self.unit_by(sum, read, |sum| self.holds(sum)));
        // A year's table is not of twelve years.
        let over = Some(Scale::Over(TWELVE)).filter(|one| !period.is_year() && self.is_near(one.of(sum)));
        match (unit, over) {
            (Some(unit), Some(over)) => {
                let by_unit = match self.before {
                    true => self.off(unit.of(sum)) <= self.off(over.of(sum)),
                    false => named,
                };
                Some(if by_unit { unit } else { over })
            }
            (one, other) => one.or(other),
        }
    }

    /// The other unit in which a table is far likelier that could be believed as it is: its middle lies outside what is clear, and
    /// most of its sums are near in that unit.
    fn likelier(&self, sums: &[i64], read: Unit) -> Option<Scale> {
        let middle = place(sums, 2)?;
        if (self.clear.0..=self.clear.1).contains(&middle) {
            return None;
        }
        let unit = self.unit(middle, read)?;
        let most = [place(sums, 1)?, place(sums, 3)?];
        most.into_iter().all(|sum| self.is_near(unit.of(sum))).then_some(unit)
    }
}

/// The sum below which so many quarters of them lie.
fn place(sums: &[i64], quarters: usize) -> Option<i64> {
    sums.get(sums.len() * quarters / 4).copied()
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
        let (from, to) = (mean / 4, mean * 4);
        return Ok(Believed { from, to, near: (mean / 2, mean * 2), clear: (from, to), before: true, words });
    }
    let minimum = store::minimum_on(connection, PayReferenceKind::Minimum, period.last())?;
    if let Some(one) = minimum.filter(|one| one.value > 0) {
        let least = one.value * months;
        let words = format!("当地月最低工资标准{}", said(Fen(one.value)));
        let near = (least * 4 / 5, least * 10);
        // Who works half the time earns half of it.
        let clear = (least / 2, near.1);
        return Ok(Believed { from: least / 2, to: least * 20, near, clear, before: false, words });
    }
    let ((from, to), (low, high)) = USUAL;
    let words = format!("一般人的月工资在{}到{}之间", said(Fen(from)), said(Fen(to)));
    let near = (low * months, high * months);
    Ok(Believed { from: from * months, to: to * months, near, clear: near, before: false, words })
}

/// The column that says what was paid, or the first of its parts where none does.
fn said_by(payroll: &Payroll) -> PayColumn {
    let stands = |column: &PayColumn| gross::place(payroll, *column).is_some();
    let parts = || gross::PARTS.into_iter().find(stands);
    Some(PayColumn::Gross).filter(stands).or_else(parts).unwrap_or(PayColumn::Gross)
}

/// What was paid, rising.
fn paid(payroll: &Payroll) -> Vec<i64> {
    let whole = gross::place(payroll, PayColumn::Gross).is_some();
    let of = |line: &PayLine| if whole { line.sum(PayColumn::Gross) } else { gross::parts(line) };
    let mut sums: Vec<i64> =
        payroll.lines.iter().filter_map(of).map(|sum| sum.0).filter(|sum| *sum > 0).collect();
    sums.sort_unstable();
    sums
}

/// The unit that a column's heading says itself.
fn own(units: &Units, column: PayColumn) -> Option<Unit> {
    units.own.iter().find(|(one, _)| *one == column).map(|(_, unit)| *unit)
}

/// The unit in which a column was read: as its heading says, else as what stands above does.
fn unit_of(units: &Units, column: PayColumn) -> Unit {
    own(units, column).unwrap_or(units.bare)
}

/// What is odd about the sums of the whole table, and by which unit they would be plausible. `named` says that somebody, or the
/// file, names the period.
pub fn problem(
    connection: &Connection,
    payroll: &Payroll,
    (period, named): (PayPeriod, bool),
) -> Result<Option<(SheetProblem, Option<Scale>)>, Problem> {
    let sums = paid(payroll);
    let Some(middle) = place(&sums, 2) else { return Ok(None) };
    let known = believed(connection, period, &store::list(connection)?)?;
    let read = unit_of(&payroll.units, said_by(payroll));
    let scale = match known.holds(middle) {
        true => known.likelier(&sums, read),
        false => known.scale(middle, period, read, named),
    };
    let why = match (known.holds(middle), scale) {
        (true, None) => return Ok(None),
        // It may be so: the other unit is only far likelier.
        (true, Some(scale)) => format!("这样的不多见，是{}才像", said(Fen(scale.of(middle)))),
        (false, _) => format!("而{}，差得太远", known.words),
    };
    let likely = scale.map_or("请核对单位和时间", Scale::words);
    let what = match gross::place(payroll, PayColumn::Gross) {
        Some(_) => "应发",
        None => "各项加起来",
    };
    let message = format!("表里{what}的中间数是{}，{why}；{likely}。", said(Fen(middle)));
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
        let likely =
            believed.scale(sum, input.period, Unit::Yuan, true).map_or("请核对单位和时间", Scale::words);
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

/// Whether a column was read in a unit because somebody said so, or because nobody said anything: where yuan were only supposed, a
/// column that says 元 itself means it.
fn counts_in(payroll: &Payroll, column: PayColumn, unit: Unit) -> bool {
    let units = &payroll.units;
    match own(units, column) {
        Some(said) => said == unit && (unit != Unit::Yuan || own(units, said_by(payroll)).is_some()),
        None => units.bare == unit,
    }
}

/// What a cell of a row says under a column of this unit. A unit in the cell itself counts before it.
fn again(raw: &[String], place: u32, unit: Unit) -> Option<Fen> {
    let text = raw.get(usize::try_from(place).ok()?.checked_sub(1)?)?;
    match read(&Cell::Text(text.as_str().into()), unit) {
        MoneyRead::Plain(sum) | MoneyRead::Read(sum) => Some(sum),
        MoneyRead::Nothing | MoneyRead::Impossible => None,
    }
}

/// The sum of a row under a column.
fn sum_at(payroll: &Payroll, (row, place): (u32, u32)) -> Option<Fen> {
    let at = payroll.lines.binary_search_by_key(&row, |line| line.row).ok()?;
    let (.., column) = payroll.columns.iter().find(|(one, ..)| *one == place)?;
    payroll.lines.get(at)?.sum((*column)?)
}

/// What is said behind a remark on single sums that were taken for another since.
const BEFORE: &str = "这里写的是换算以前的数。";

/// Takes every sum of a payroll for what it is likely to be, and what is proposed about single ones with it; a remark that names sums
/// as they were read before says so. Another unit is read once more from the cells: a sum that is multiplied has lost what was less
/// than a fen. Columns stay as they are that were read in a unit of their own.
pub fn scaled(payroll: &mut Payroll, scale: Scale) {
    let before: &Payroll = payroll;
    // A place too many or too few stays one.
    let more = |one: &SheetProblem| {
        let meant = one.proposal.as_deref().and_then(heard);
        meant.zip(sum_at(before, (one.row, one.column))).map(|(meant, sum)| meant.0 > sum.0)
    };
    let outliers: Vec<(usize, bool)> = (before.problems.iter().enumerate())
        .filter(|(_, one)| one.kind == K::Outlier)
        .filter_map(|(at, one)| Some((at, more(one)?)))
        .collect();
    let places: Vec<(PayColumn, u32)> = (before.columns.iter())
        .filter_map(|(place, _, column)| Some(((*column)?, *place)))
        .filter(|(column, _)| match scale {
            Scale::Unit { read, .. } => counts_in(before, *column, read),
            Scale::Over(_) => true,
        })
        .collect();
    let named: Vec<(usize, Option<Fen>)> = (before.problems.iter().enumerate())
        .filter(|(_, one)| matches!(one.kind, K::Outlier | K::FarOff | K::TotalDiffers | K::MoneyRead))
        .filter(|(_, one)| places.iter().any(|(_, place)| *place == one.column))
        .map(|(at, one)| (at, sum_at(before, (one.row, one.column))))
        .collect();
    for line in &mut payroll.lines {
        for (column, sum) in &mut line.sums {
            let Some((_, place)) = places.iter().find(|(one, _)| *one == *column) else { continue };
            let cell = match scale {
                Scale::Unit { meant, .. } => again(&line.raw, *place, meant),
                Scale::Over(_) => None,
            };
            *sum = cell.unwrap_or(Fen(scale.of(sum.0)));
        }
    }
    for (at, stood) in named {
        let Some(place) = payroll.problems.get(at).map(|one| (one.row, one.column)) else { continue };
        // A sum in a unit of its own stays.
        let stays = stood.is_some() && stood == sum_at(payroll, place);
        if let Some(one) = payroll.problems.get_mut(at).filter(|one| !stays || one.kind != K::MoneyRead) {
            one.message.push_str(BEFORE);
        }
    }
    for (at, more) in outliers {
        let Some(place) = payroll.problems.get(at).map(|one| (one.row, one.column)) else { continue };
        let meant =
            sum_at(payroll, place).map(|sum| if more { sum.0.saturating_mul(10) } else { sum.0 / 10 });
        if let Some(one) = payroll.problems.get_mut(at) {
            one.proposal = meant.map(|sum| said(Fen(sum)));
        }
    }
}

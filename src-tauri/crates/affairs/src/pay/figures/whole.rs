//! The figures of wage data of the ledger, joined with the local minimum, the year before and what growth is laid beside. What
//! the figures are is reckoned in the folder's own file.

use std::sync::OnceLock;

use law::LawBook;
use ledger::Fen;
use rusqlite::Connection;

use super::disclosure::taken::Beside;
use super::minimum::{Basis, LeftOut, basis, beside_minimum, left_out};
use super::model::{PayBeside, PayFigures, PayYearBefore};
use super::policy::Policy;
use super::table::{Known, WageTable};
use super::{Reckoned, depth, exact, read, sight};
use crate::Problem;
use crate::pay::import::back;
use crate::pay::model::{PayDepth, PayPeriod, PayReference, PayReferenceKind, PaySheetId, PayUnit};
use crate::pay::place;
use crate::pay::rules::{TWELVE, divided};
use crate::pay::store;
use crate::union;
use crate::union::model::Shown;

/// Wage data as it was read: kept in memory between two looks.
#[derive(Debug, Clone, PartialEq)]
pub struct Loaded {
    /// Which.
    pub sheet: PaySheetId,
    /// Of which period.
    pub period: PayPeriod,
    /// Whether its sums are a month's.
    pub monthly: bool,
    /// The wages.
    pub table: WageTable,
    /// What the law leaves out of a wage that is laid beside the minimum, once that was read.
    pub left_out: Option<LeftOut>,
    /// Single wages as the minimum wage is laid beside them, read with it.
    pub basis: Option<Basis>,
    /// What of it is told beside other data without the right to read single wages, once that was asked.
    pub told: OnceLock<sight::Told>,
}

/// Reads wage data, without what the law leaves out beside the minimum wage: whoever tells that takes it `by_law`.
///
/// Errors: `not_found`.
pub fn load(connection: &Connection, sheet: PaySheetId) -> Result<Loaded, Problem> {
    let table = store::wage_points(connection, sheet)?;
    let monthly = table.is_monthly();
    let (period, table) = (table.period, read::of(connection, &table)?);
    Ok(Loaded { sheet, period, monthly, table, left_out: None, basis: None, told: OnceLock::new() })
}

impl Loaded {
    /// The same with its wages as the minimum is laid beside them, by the law of the union's place on the last day of the period.
    ///
    /// Errors: `not_found`.
    pub fn by_law(mut self, connection: &Connection, book: &LawBook) -> Result<Self, Problem> {
        self.left_out = left_out(book, &union::store::place(connection)?, self.period.last());
        self.basis = match &self.left_out {
            Some(law) if depth(&self.table) == PayDepth::Single => {
                Some(basis(connection, (self.sheet, self.period), law)?)
            }
            _ => None,
        };
        Ok(self)
    }
}

/// As what a reader sees a table. Whoever may read single wages, and has not revealed them, is kept from them by the table alone.
pub fn seen<'l>(
    connection: &Connection,
    loaded: &'l Loaded,
    shown: Shown,
    policy: &Policy,
) -> Result<sight::Seen<'l>, Problem> {
    if shown != Shown::Never {
        return Ok(sight::of(&loaded.table, shown == Shown::Full, Beside::All, policy));
    }
    Ok(sight::under(&loaded.table, told_of(connection, loaded, policy.least)?, policy))
}

/// What is told of a table; reckoned once a reading. Of too few people nothing is told anyhow.
fn told_of<'l>(connection: &Connection, loaded: &'l Loaded, least: u32) -> Result<&'l sight::Told, Problem> {
    if let Some(known) = loaded.told.get() {
        return Ok(known);
    }
    let found = sight::told(connection, least)?.remove(&loaded.sheet);
    let of_few = || sight::Told { beside: Beside::All, payroll: None, only: None };
    Ok(loaded.told.get_or_init(|| found.unwrap_or_else(of_few)))
}

/// The newest wage data, a month before a year; none where there is none.
pub fn newest(connection: &Connection) -> Result<Option<PaySheetId>, Problem> {
    newest_of(connection, |_| true)
}

/// The newest wage data of the periods that are wanted, a month before a year.
pub fn newest_of(
    connection: &Connection,
    wanted: impl Fn(PayPeriod) -> bool,
) -> Result<Option<PaySheetId>, Problem> {
    let mut all = store::list(connection)?;
    all.retain(|one| wanted(one.period));
    let month = all.iter().find(|one| !one.period.is_year());
    Ok(month.or(all.first()).map(|one| one.id))
}

/// The same period a year before.
fn year_before(period: PayPeriod) -> PayPeriod {
    match period {
        PayPeriod::Month(month) => PayPeriod::Month(month.plus(-12)),
        PayPeriod::Year(year) => PayPeriod::Year(year - 1),
    }
}

/// The growth of the average against the same period a year before; of a month, where that month is not known, against the
/// average month of the year before.
fn before(
    connection: &Connection,
    loaded: &Loaded,
    now: &Reckoned,
    shown: Shown,
    policy: &Policy,
) -> Result<Option<PayYearBefore>, Problem> {
    let same = year_before(loaded.period);
    let whole = Some(PayPeriod::Year(same.year())).filter(|whole| *whole != same);
    for period in [Some(same), whole].into_iter().flatten() {
        let found = grown(connection, loaded, now, period, (shown, policy))?;
        if found.is_some() {
            return Ok(found);
        }
    }
    Ok(None)
}

/// The growth of the average against that of an earlier period; a year's sums are twelve equal months beside a month.
fn grown(
    connection: &Connection,
    loaded: &Loaded,
    now: &Reckoned,
    period: PayPeriod,
    (shown, policy): (Shown, &Policy),
) -> Result<Option<PayYearBefore>, Problem> {
    let Some(line) = store::of_period(connection, period)? else { return Ok(None) };
    let then = load(connection, line.id)?;
    let months = match (loaded.monthly, then.monthly) {
        (true, true) | (false, false) => 1,
        (true, false) => TWELVE,
        (false, true) => return Ok(None),
    };
    let was = seen(connection, &then, shown, policy)?.reckoned(policy);
    let exactly =
        |one: &Reckoned| one.average.filter(|average| average.is_exact()).map(|average| average.from);
    let Some((average, before)) = exactly(now).zip(exactly(&was)) else { return Ok(None) };
    let growth = exact::growth(i128::from(average) * i128::from(months), before.into());
    let average = divided(Fen(before), months);
    Ok(growth.map(|growth| PayYearBefore { period, people: was.people, average, growth }))
}

/// The newest figure of each kind that wages and their growth are laid beside; the minimum of an hour is that of the period.
fn beside(connection: &Connection, period: PayPeriod) -> Result<Vec<PayBeside>, Problem> {
    use PayReferenceKind::{Average, Cpi, LineBase, LineLower, LineUpper, MinimumHour, Productivity};
    let all = store::references(connection)?;
    let names = place::names(connection)?;
    let newest = |kind| {
        let of: Vec<PayReference> = all.iter().filter(|one| one.kind == kind).cloned().collect();
        place::newest(&of, &names).cloned()
    };
    let hour = store::minimum_on(connection, MinimumHour, period.last())?;
    let found = [Cpi, Productivity, LineBase, LineUpper, LineLower, Average].into_iter().filter_map(newest);
    let told = found.chain(hour).map(|one| PayBeside {
        name: name(&one),
        value: one.value,
        unit: one.unit,
        source: source(&one),
    });
    Ok(told.collect())
}

/// What a figure is called, with what makes it comparable with the wages of a month.
fn name(one: &PayReference) -> String {
    let label = one.kind.label();
    match (one.kind, one.unit) {
        (_, PayUnit::YuanYear) => format!("{label}（合每月{}元）", divided(Fen(one.value), TWELVE)),
        (PayReferenceKind::MinimumHour, _) => format!("{label}（非全日制用工）"),
        _ => label.to_owned(),
    }
}

/// 江西省，2025，《…》.
fn source(one: &PayReference) -> String {
    [one.region.as_str(), one.period.as_str(), one.source.as_str()]
        .into_iter()
        .map(str::trim)
        .filter(|part| !part.is_empty())
        .collect::<Vec<_>>()
        .join("，")
}

/// The minimum wage of a month that holds at the end of a period, for sums of a month.
pub fn minimum(connection: &Connection, loaded: &Loaded) -> Result<Option<PayReference>, Problem> {
    if !loaded.monthly {
        return Ok(None);
    }
    store::minimum_on(connection, PayReferenceKind::Minimum, loaded.period.last())
}

/// Why the sums of a year are not laid beside the minimum of a month.
const OF_A_YEAR: &str = "这份是全年的工资数据，没有和月最低工资标准比；要比的，请在工资数据里注明“按十二个月平均”，或者导入一个月的工资。";

/// The figures for a reader.
pub fn of(
    connection: &Connection,
    loaded: &Loaded,
    shown: Shown,
    policy: &Policy,
) -> Result<PayFigures, Problem> {
    let in_full = shown == Shown::Full;
    let seen = seen(connection, loaded, shown, policy)?;
    let mut found = seen.reckoned(policy);
    let minimum = minimum(connection, loaded)?;
    let basis = loaded.basis.as_ref().filter(|_| in_full);
    let from = minimum.as_ref().map(source);
    let mut lowest =
        beside_minimum(&found, (basis, loaded.left_out.as_ref()), minimum.map(|one| one.value), from);
    let kind = PayReferenceKind::Minimum;
    if !loaded.monthly {
        OF_A_YEAR.clone_into(&mut lowest.words);
    } else if lowest.minimum.is_none() && store::only_elsewhere(connection, kind, loaded.period.last())? {
        "登记的月最低工资标准有几个地区的，都不是本单位所在的地方；请按所在的市或省登记一条，这里才会比较。"
            .clone_into(&mut lowest.words);
    }
    let before = before(connection, loaded, &found, shown, policy)?;
    let beside = beside(connection, loaded.period)?;
    let table = &loaded.table;
    if table.unpaid > 0 {
        found
            .notes
            .push(format!("没有应发工资的和离职以后结算的{}人只列人数，不计入平均和分布。", table.unpaid));
    }
    if found.average.is_some() {
        found.notes.extend(back::notes(connection, (loaded.sheet, loaded.period))?);
    }
    Ok(PayFigures {
        sheet: loaded.sheet,
        period: loaded.period,
        monthly: loaded.monthly,
        depth: depth(&seen.table),
        in_full: in_full && matches!(table.known, Known::Singles(_)),
        people: found.people,
        part_month: found.part_month,
        unpaid: table.unpaid,
        payroll: found.payroll,
        average: found.average,
        deciles: found.deciles,
        spread: found.spread,
        gini: found.gini,
        heaps: found.heaps,
        cuts: found.cuts,
        lowest,
        before,
        beside,
        notes: found.notes,
    })
}

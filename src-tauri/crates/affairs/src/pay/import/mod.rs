//! Taking a payroll in: read with what was chosen for files of its shape before, laid beside the roster, judged, kept in one
//! step with the row each value came from. How a file is read stands in `sheets::payroll`.

pub mod judge;
pub mod model;
mod roster;
#[cfg(test)]
mod tests;

use std::collections::{BTreeMap, BTreeSet, HashMap};

use chrono::NaiveDate;
use ledger::Tx;
use rusqlite::Connection;

use super::model::{PayDepth, PayMissing, PayPeriod, PaySheetId};
use super::store::sheets::{self, FileRow, SheetRow};
use super::store::{self, lines};
use crate::Problem;
use crate::members::sources::Source;
use crate::month::Month;
use crate::office::{short, text};
use crate::sheets::payroll::{
    Beside, Days, OnRoster, PayColumn, Payroll, RosterIndex, beside, month_of, read_as,
};
use judge::{Judged, judge};
use model::{PayColumnRead, PayImported, PayOptions, PayPreview, PayStanding};

pub(super) use roster::on_roster;

/// Rows between two looks at the progress and the cancel.
const LOOK: usize = 500;
/// So many people who are not in the table are named.
pub(super) const NAMED: usize = 200;

/// A payroll read and judged.
pub struct Read {
    payroll: Payroll,
    roster: Vec<OnRoster>,
    beside: Beside,
    judged: Judged,
    period: PayPeriod,
    named: bool,
    shape: String,
    remembered: Option<String>,
    offices: Option<Vec<String>>,
}

/// Reads a book that somebody says is a payroll, beside the ledger.
///
/// Errors: `no_payroll` where no row of it names people and a sum.
pub fn read(
    connection: &Connection,
    book: &sheet::Book,
    source: &Source,
    options: &PayOptions,
    today: NaiveDate,
) -> Result<Read, Problem> {
    let mut plain = read_as(book, today, &BTreeMap::new()).filter(|read| !read.lines.is_empty());
    let Some(by_headings) = plain.take() else {
        let message = "没有认出工资表：表里要有一行表头写着姓名（或者工号），和应发、基本工资这样的金额。";
        return Err(Problem::new("no_payroll", message).at("file"));
    };
    let shape = shape(&by_headings);
    let (columns, remembered) = with_remembered(connection, &by_headings, &shape, &options.columns)?;
    let payroll = match columns.is_empty() {
        true => by_headings,
        false => read_as(book, today, &columns).unwrap_or(by_headings),
    };
    let told = payroll.month.or_else(|| month_of(&source.name)).map(PayPeriod::Month);
    // A year's sums are of a year: which, is the year that the title or the file names.
    let told = match told {
        Some(period) if payroll.yearly => Some(PayPeriod::Year(period.year())),
        told => told,
    };
    let named = options.period.or(told);
    let period = named.unwrap_or_else(|| PayPeriod::Month(Month::of(today).plus(-1)));
    let offices = match &options.office_shops {
        Some(shops) => Some(shops.clone()),
        None => Some(lines::office_shops(connection)?).filter(|shops| !shops.is_empty()),
    };
    let roster = on_roster(connection)?;
    let index = RosterIndex::of(&roster);
    let chosen: HashMap<_, _> = options.people.iter().map(|one| (one.row, one.person)).collect();
    let days = Days { first: period.first(), last: period.last() };
    let beside = beside(&payroll, &index, days, &chosen);
    let judged = judge(&payroll, &beside, &roster, options, period, offices.as_deref());
    let named = named.is_some();
    Ok(Read { payroll, roster, beside, judged, period, named, shape, remembered, offices })
}

/// The headings of a payroll with their places.
fn shape(payroll: &Payroll) -> String {
    let columns = payroll.columns.iter().map(|(place, heading, _)| format!("{place}:{}", heading.trim()));
    columns.collect::<Vec<_>>().join("|")
}

/// What each column was said to be, by its place; none for one that is passed over.
type Chosen = BTreeMap<u32, Option<PayColumn>>;

/// What was chosen now, over what was chosen for the last file of this shape; and the sentence that says so.
fn with_remembered(
    connection: &Connection,
    by_headings: &Payroll,
    shape: &str,
    chosen: &Chosen,
) -> Result<(Chosen, Option<String>), Problem> {
    let mut columns = chosen.clone();
    let Some((sheet, file, on)) = sheets::last_of_shape(connection, shape)? else {
        return Ok((columns, None));
    };
    let mut used = false;
    for (place, _, field) in sheets::columns(connection, sheet)? {
        let field = field.as_deref().and_then(PayColumn::of);
        let said = by_headings.columns.iter().find(|(at, ..)| *at == place).and_then(|(.., what)| *what);
        if field != said && !columns.contains_key(&place) {
            columns.insert(place, field);
            used = true;
        }
    }
    let day = on.parse::<NaiveDate>().map_or(on, crate::duty::day_words);
    let said = format!("列的对应沿用{day}导入“{file}”时的选择，可以在“列的对应”里改。");
    Ok((columns, used.then_some(said)))
}

impl Read {
    /// What taking it in would bring.
    pub fn preview(&self, connection: &Connection, source: &Source) -> Result<PayPreview, Problem> {
        let standing = store::of_period(connection, self.period)?;
        let same = |sha256: &Option<String>| sha256.as_deref() == Some(source.sha256.as_str());
        let standing = standing.map(|line| PayStanding { same: same(&line.source.sha256), line });
        let columns = self.payroll.columns.iter().map(|(place, heading, field)| PayColumnRead {
            place: *place,
            letters: sheet::column_name(*place),
            heading: heading.clone(),
            field: *field,
        });
        let own = self.beside.missing.iter().filter(|(_, elsewhere)| !elsewhere).count();
        let shops: BTreeSet<String> = self.judged.lines.iter().filter_map(|line| line.shop.clone()).collect();
        let count = |n: usize| u32::try_from(n).unwrap_or(u32::MAX);
        Ok(PayPreview {
            file: source.name.clone(),
            sha256: source.sha256.clone(),
            page: self.payroll.page.clone(),
            period: self.period,
            period_named: self.named,
            yearly: self.payroll.yearly,
            columns: columns.collect(),
            remembered: self.remembered.clone(),
            rows: count(self.payroll.lines.len()),
            passed: self.payroll.passed,
            ready: count(self.judged.lines.len()),
            left_out: self.judged.left_out,
            headcount: self.judged.headcount,
            sum: self.judged.sum,
            doubts: self.judged.doubts.clone(),
            open: self.judged.open,
            notes: self.judged.notes.clone(),
            missing: missing(&self.beside, &self.roster),
            missing_count: count(own),
            shops: shops.into_iter().collect(),
            office_shops: self.offices.clone(),
            attended: self.payroll.columns.iter().any(|(.., what)| *what == Some(PayColumn::Days)),
            full_half_days: self.judged.full_half_days,
            standing,
        })
    }
}

/// People of the roster who are not in a table, those first whom nobody else pays.
fn missing(beside: &Beside, roster: &[OnRoster]) -> Vec<PayMissing> {
    let mut places: Vec<&(usize, bool)> = beside.missing.iter().collect();
    places.sort_by_key(|(_, elsewhere)| *elsewhere);
    let named = places.into_iter().take(NAMED).filter_map(|(at, elsewhere)| {
        let one = roster.get(*at)?;
        Some(PayMissing {
            id: one.person,
            name: one.name.clone(),
            shop: one.shop.clone(),
            elsewhere: *elsewhere,
        })
    });
    named.collect()
}

/// Keeps a payroll that was read. A table of the period that stands goes to the trash when it is named.
///
/// Errors: `nothing_new` for the same file again; `standing` where another table stands and is not named; `doubts_open`;
/// `no_rows`; `cancelled`, with nothing kept.
pub fn store(
    tx: &Tx,
    read: &Read,
    source: &Source,
    options: &PayOptions,
    (replaces, taken_by): (Option<PaySheetId>, &str),
    progress: &mut dyn FnMut(u64, u64) -> bool,
) -> Result<PayImported, Problem> {
    short("givenBy", options.given_by.as_deref().unwrap_or_default(), 50)?;
    short("note", options.note.as_deref().unwrap_or_default(), 200)?;
    let judged = &read.judged;
    if let Some(standing) = store::of_period(tx, read.period)?
        && standing.source.sha256.as_deref() == Some(source.sha256.as_str())
    {
        let message = format!("{}的工资数据就是从这份文件来的，没有改动。", read.period.words());
        return Err(Problem::new("nothing_new", message).at("file"));
    }
    if judged.open > 0 {
        let message = format!("还有{}处没有决定，请先逐处或者按种类决定，再导入。", judged.open);
        return Err(Problem::new("doubts_open", message).at("kinds"));
    }
    if judged.lines.is_empty() {
        return Err(Problem::new("no_rows", "没有可以记下的行：每一行都被留下了，或者没有金额。").at("file"));
    }
    let replaced = super::make_room(tx, read.period, replaces)?;
    let id = tx.new_id::<PaySheetId>();
    let owned = |field: &Option<String>| text(field).map(str::to_owned);
    let head = SheetRow {
        period: read.period,
        depth: PayDepth::Single,
        divided: read.period.is_year() && options.divided == Some(true),
        headcount: judged.headcount,
        sum: Some(judged.sum),
        file: Some(FileRow {
            name: source.name.clone(),
            sha256: source.sha256.clone(),
            pasted: source.pasted,
            page: read.payroll.page.clone(),
            shape: read.shape.clone(),
        }),
        taken_by: taken_by.to_owned(),
        given_by: owned(&options.given_by),
        note: owned(&options.note),
    };
    sheets::insert(tx, id, &head)?;
    for (place, heading, field) in &read.payroll.columns {
        sheets::insert_column(tx, id, (*place, heading), field.map(PayColumn::label))?;
    }
    let total = judged.lines.len();
    for (at, line) in judged.lines.iter().enumerate() {
        if at.is_multiple_of(LOOK) && !progress(at as u64, total as u64) {
            return Err(Problem::new("cancelled", "已取消导入，账本里什么都没有改动。"));
        }
        lines::insert(tx, id, line)?;
    }
    progress(total as u64, total as u64);
    let count = |n: usize| u32::try_from(n).unwrap_or(u32::MAX);
    Ok(PayImported {
        id,
        rows: count(total),
        headcount: judged.headcount,
        matched: count(judged.lines.iter().filter(|line| line.person.is_some()).count()),
        left_out: judged.left_out,
        replaced,
    })
}

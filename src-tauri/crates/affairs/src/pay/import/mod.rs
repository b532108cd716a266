//! Taking a payroll in: read with what was chosen for its headings before, laid beside the roster, judged, kept in one
//! step with the row each value came from. How a file is read stands in `sheets::payroll`.

pub(super) mod attended;
pub(super) mod back;
mod columns;
mod gross;
pub mod judge;
pub mod model;
mod months;
mod period;
pub(super) mod plausible;
mod roster;
#[cfg(test)]
mod tests;
#[cfg(test)]
mod traps;
mod units;

use std::collections::{BTreeMap, BTreeSet, HashMap};

use chrono::NaiveDate;
use ledger::Tx;
use rusqlite::Connection;

use super::model::{PayDepth, PayMissing, PayPeriod, PaySheetId, PaySheetLine};
use super::store::sheets::{self, FileRow, SheetRow};
use super::store::{self, lines};
use crate::Problem;
use crate::members::roster::Severity;
use crate::members::sources::Source;
use crate::office::{short, text};
use crate::sheets::payroll::pages::{BETWEEN, PayPages, pick, place, told};
use crate::sheets::payroll::{
    Beside, Days, OnRoster, PayColumn, Payroll, RosterIndex, beside, named_month, read_as, read_in,
};
use crate::sheets::{SheetProblem, SheetProblemKind as K};
use crate::union::model::Shown;
use judge::{Judged, judge};
use model::{PayColumnRead, PayDecision, PayImported, PayOptions, PayPreview, PayShareBy, PayStanding};

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
    pages: PayPages,
    options: PayOptions,
}

/// Reads a book that somebody says is a payroll, beside the ledger, whose people are told by their numbers as far as `identity` may be
/// seen.
///
/// Errors: `no_payroll` where no row of it names people, with a sum or figures whose column can be said.
pub fn read(
    connection: &Connection,
    book: &sheet::Book,
    source: &Source,
    options: &PayOptions,
    today: NaiveDate,
    identity: Shown,
) -> Result<Read, Problem> {
    let no_payroll = || {
        let message = "没有认出工资表：表里要有一行表头写着姓名（或者工号），还要有一列金额。只有总额、分档，或者是工资档次表（职级、最低、中位、最高、人数）的，请用“填总额或分档”，可以直接粘贴。";
        Problem::new("no_payroll", message).at("file")
    };
    let page = options.page.as_deref();
    let decided = options.decision(0, K::Pages);
    let pick = |together: bool| {
        let picked = pick(book, page, together)?;
        let read = read_as(&picked.book, today, &BTreeMap::new()).filter(|read| !read.lines.is_empty())?;
        Some((picked, read))
    };
    let (mut picked, mut by_headings) =
        pick(decided == Some(PayDecision::Proposed)).ok_or_else(no_payroll)?;
    let mut shape = columns::kept(&by_headings);
    let last = columns::alike(sheets::last_files(connection, identity)?, &by_headings);
    // Workshops that were read as one the last time are again.
    let again = last.as_ref().filter(|last| {
        decided.is_none() && page.is_none() && picked.pages.alike.len() > 1 && last.page.contains(BETWEEN)
    });
    if again.is_some() {
        (picked, by_headings) = pick(true).ok_or_else(no_payroll)?;
    }
    let mut known = columns::remembered(last.as_ref(), &by_headings, &options.columns);
    if let Some(last) = again {
        known.say(&format!("照导入“{}”时的选择，几张同样的工作表合在一起读。", last.file));
    }
    let mut payroll = match known.columns.is_empty() {
        true => by_headings,
        false => read_as(&picked.book, today, &known.columns).unwrap_or(by_headings),
    };
    let odd = units::odd(&payroll);
    let mut options = options.clone();
    if let (Some((_, meant)), Some(last)) = (&odd, &last)
        && options.decision(0, K::UnitDiffers).is_none()
        && let Some(decision) = units::remembered(&last.shape, *meant, payroll.units.bare)
    {
        options.kinds.insert(K::UnitDiffers, decision);
        known.say(&format!("没有写单位的列照导入“{}”时的选择读。", last.file));
    }
    let recalled = back::recall(&payroll, last.as_ref(), &mut options);
    let options = &options;
    let unit = options.decision(0, K::UnitDiffers);
    let unit_open = odd.is_some() && unit.is_none();
    if let Some((problem, meant)) = odd {
        // Read once more: a sum that is multiplied has lost what was less than a fen.
        if unit == Some(PayDecision::Proposed)
            && let Some(read) = read_in(&picked.book, today, &known.columns, Some(meant))
        {
            payroll = read;
        }
        if unit.is_some() {
            shape = units::kept(&shape, payroll.units.bare);
        }
        payroll.problems.push(problem);
    }
    shape = back::kept(shape, &payroll, options);
    let of_columns = columns::problems(&payroll, &known, options);
    payroll.problems.extend(of_columns);
    let pages = picked.pages;
    name_shops(&mut payroll, &pages);
    let asked = page.is_none() && pages.read.len() == 1;
    payroll.problems.extend(of_pages(&pages, asked));
    payroll.problems.extend(hidden_rows(book.hidden_rows));
    let (named, period) = period::of(&mut payroll, source, options, today);
    for (_, sentence) in recalled.iter().filter(|(column, _)| back::is_asked(*column, period)) {
        known.say(sentence);
    }
    let offices = match &options.office_shops {
        Some(shops) => Some(shops.clone()),
        None => Some(lines::office_shops(connection)?).filter(|shops| !shops.is_empty()),
    };
    // Whether the sums are a month's is asked first where they are said to be a year's, and in which unit some columns are.
    let year_open = payroll.yearly && !period.is_year() && options.decision(0, K::Yearly).is_none();
    let odd = if year_open || unit_open {
        None
    } else {
        plausible::problem(connection, &payroll, (period, named))?
    };
    if let Some((problem, scale)) = odd {
        payroll.problems.push(problem);
        if options.decision(0, K::Scale) == Some(PayDecision::Proposed)
            && let Some(scale) = scale
        {
            plausible::scaled(&mut payroll, scale);
        }
    }
    let roster = on_roster(connection, identity)?;
    let index = RosterIndex::of(&roster, identity);
    let chosen: HashMap<_, _> = options.people.iter().map(|one| (one.row, one.person)).collect();
    let days = Days { first: period.first(), last: period.last() };
    let beside = beside(&payroll, &index, days, &chosen);
    let mut judged = judge(&payroll, &beside, &roster, options, period, offices.as_deref());
    name_pages(&mut judged, &pages.read);
    if options.share_by == Some(PayShareBy::Attended)
        && let Some(full) = judged.full_half_days
    {
        shape = attended::kept(&shape, full);
    }
    let (remembered, options) = (known.said, options.clone());
    Ok(Read { payroll, roster, beside, judged, period, named, shape, remembered, offices, pages, options })
}

/// A remark on the file as a whole.
fn of_file(severity: Severity, kind: K, message: String) -> SheetProblem {
    SheetProblem { row: 0, column: 0, severity, kind, message, was: String::new(), proposal: None }
}

/// What is asked and told of the pages of a file.
fn of_pages(pages: &PayPages, ask: bool) -> Vec<SheetProblem> {
    let listed = |names: &[String]| names.iter().map(|name| format!("“{name}”")).collect::<String>();
    let mut found = Vec::new();
    let read = listed(&pages.read);
    // A page of a sum alone is a table of its own where it names a month as the one that is read does.
    let apart: Vec<String> = match pages.payrolls.len() {
        0 | 1 => pages.choices.iter().filter(|name| named_month(name).is_some()).cloned().collect(),
        _ => pages.payrolls.clone(),
    };
    if ask && pages.alike.len() > 1 {
        let message = format!(
            "文件里有{}张同样的工资表：{}；现在只读了{read}。是各车间的表就合在一起读，只要一张的请在上面选。",
            pages.alike.len(),
            listed(&pages.alike),
        );
        found.push(of_file(Severity::Ask, K::Pages, message));
    } else if ask && apart.len() > 1 {
        let message = format!(
            "文件里有{}张工作表像工资表：{}；现在读的是{read}，要别的请在上面选。",
            apart.len(),
            listed(&apart),
        );
        found.push(of_file(Severity::Ask, K::PagesApart, message));
    }
    if !pages.unread.is_empty() {
        let message = format!("没有读的工作表：{}。", listed(&pages.unread));
        found.push(of_file(Severity::Note, K::PagesUnread, message));
    }
    found
}

fn hidden_rows(rows: u32) -> Option<SheetProblem> {
    let message = || format!("文件里有{rows}行是隐藏的（或者被筛选掉的），也一起读了。");
    (rows > 0).then(|| of_file(Severity::Note, K::HiddenRows, message()))
}

/// Rows of pages that are read as one have the page for their shop where no column names it.
fn name_shops(payroll: &mut Payroll, pages: &PayPages) {
    if payroll.columns.iter().any(|(.., what)| *what == Some(PayColumn::Shop)) {
        return;
    }
    for line in &mut payroll.lines {
        if let Some((page, _)) = place(&pages.read, line.row) {
            line.shop = Some(page.to_owned());
        }
    }
}

/// Tells rows of pages that are read as one by their page.
fn name_pages(judged: &mut Judged, pages: &[String]) {
    let doubts = judged.doubts.iter_mut().flat_map(|one| &mut one.first).map(|one| &mut one.message);
    let notes = judged.notes.iter_mut().flat_map(|one| &mut one.first);
    doubts.chain(notes).for_each(|message| *message = told(pages, message));
}

impl Read {
    /// Whether a table that stands is this one: the same file, of which the same rows were read in the same way.
    fn is(&self, connection: &Connection, line: &PaySheetLine, source: &Source) -> Result<bool, Problem> {
        let options = &self.options;
        if line.source.sha256.as_deref() != Some(source.sha256.as_str())
            || line.source.page.as_deref() != Some(self.payroll.page.as_str())
            || line.divided != (self.period.is_year() && options.divided == Some(true))
            || text(&options.given_by).is_some_and(|by| line.source.given_by.as_deref() != Some(by))
            || text(&options.note).is_some_and(|note| line.note.as_deref() != Some(note))
        {
            return Ok(false);
        }
        let columns = sheets::columns(connection, line.id)?;
        let read = self.payroll.columns.iter().map(|(place, heading, field)| {
            (*place, heading.clone(), field.map(PayColumn::label).map(str::to_owned))
        });
        Ok(columns.into_iter().eq(read) && lines::same(connection, line.id, &self.judged.lines)?)
    }

    /// What taking it in would bring.
    pub fn preview(&self, connection: &Connection, source: &Source) -> Result<PayPreview, Problem> {
        let standing = store::of_period(connection, self.period)?;
        let standing = match standing {
            Some(line) => Some(PayStanding { same: self.is(connection, &line, source)?, line }),
            None => None,
        };
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
            pages: self.pages.choices.clone(),
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
/// Errors: `nothing_new` for the same file read in the same way again; `standing` where another table stands and is not named; `doubts_open`;
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
        && read.is(tx, &standing, source)?
    {
        let message = format!("{}的工资数据就是从这份文件照这样读来的，没有改动。", read.period.words());
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

//! The sheet of annual leave that somebody kept before (应休、已休、结转、计划): matched to the people of the roster, compared with what is
//! reckoned, and taken where nothing stands yet. How its cells are read stands in `sheets::leave`; when someone began to work comes in
//! with the roster.

use std::collections::HashMap;

use chrono::NaiveDate;
use law::LawBook;
use ledger::Tx;
use rusqlite::Connection;
use serde::Serialize;
use sheet::Book;
use ts_rs::TS;

use super::model::{LeaveKind, LeavePeriodId, LeavePeriodInput, LeaveYearId, LeaveYearInput};
use super::rules::{self, LeaveLaw};
use super::store::{periods, years};
use super::view::{self, LeaveRow};
use crate::Problem;
use crate::members::certificates::{Holders, Meant, holders};
use crate::members::model::PersonId;
use crate::sheets::SheetProblem;
use crate::sheets::leave::{LeaveLine as SheetLine, LeaveSheet, read as read_sheet};
use crate::union::model::Shown;

/// So many problems and differences are shown.
const SHOWN: usize = 100;

/// A sheet of leave as it stands to the ledger.
#[derive(Debug, Clone, PartialEq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct LeaveSheetRead {
    /// The page.
    pub page: String,
    /// Its lines of people.
    pub rows: u32,
    /// Whose person is known.
    pub fits: u32,
    /// Of people whom the roster does not have.
    pub nobody: u32,
    /// Where several people fit.
    pub several: u32,
    /// Planned periods that would be entered.
    pub planned: u32,
    /// People whose days taken would be entered.
    pub taken: u32,
    /// People whose days of the last year would be entered.
    pub carried: u32,
    /// Where the sheet's days due differ from those that are reckoned, a sentence each.
    pub differences: Vec<String>,
    /// How many differ.
    pub different: u32,
    /// How many problems the reading found.
    pub problem_count: u32,
    /// The first of them.
    pub problems: Vec<SheetProblem>,
    /// The hash of the file: another under the same name is refused.
    pub sha256: String,
}

/// What an import of a sheet did.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct LeaveSheetKept {
    /// People of whom something was entered.
    pub people: u32,
    /// Planned periods entered.
    pub planned: u32,
    /// People whose days taken were entered.
    pub taken: u32,
    /// People whose days of the last year were entered.
    pub carried: u32,
    /// Lines whose person is not known for certain.
    pub unknown: u32,
}

fn sheet_of(book: &Book, today: NaiveDate) -> Result<LeaveSheet, Problem> {
    read_sheet(book, today).ok_or_else(|| {
        let message = "这不是休假表：表头里没有应休、已休、结转、计划这样的列。";
        Problem::new("no_leave", message).at("file")
    })
}

/// What one line would enter for its person.
struct Wanted {
    periods: Vec<LeavePeriodInput>,
    /// half days taken, where none stand yet
    opening: Option<u32>,
    /// half days of the last year, where none stand yet
    carried: Option<u32>,
}

impl Wanted {
    fn is_empty(&self) -> bool {
        self.periods.is_empty() && self.opening.is_none() && self.carried.is_none()
    }
}

/// What the lines are compared with.
struct Standing {
    law: LeaveLaw,
    holders: Holders,
    rows: HashMap<PersonId, LeaveRow>,
    year: i32,
    today: NaiveDate,
}

impl Standing {
    fn of(
        connection: &Connection,
        book: &LawBook,
        (year, today): (i32, NaiveDate),
        identity: Shown,
    ) -> Result<Self, Problem> {
        Ok(Standing {
            law: view::law_of(connection, book, year, today)?,
            holders: holders(connection, identity)?,
            rows: view::rows(connection, book, year, today)?
                .into_iter()
                .map(|row| (row.line.id, row))
                .collect(),
            year,
            today,
        })
    }

    fn row(&self, person: PersonId) -> Option<&LeaveRow> {
        self.rows.get(&person)
    }

    /// What a line enters: never over what stands, and of its plan the stretches of this year alone.
    fn wanted(&self, connection: &Connection, line: &SheetLine, person: PersonId) -> Result<Wanted, Problem> {
        let mut wanted = Wanted { periods: Vec::new(), opening: None, carried: None };
        let Some(row) = self.row(person) else { return Ok(wanted) };
        for stretch in &line.planned {
            let period = LeavePeriodInput {
                id: None,
                person,
                year: self.year,
                kind: LeaveKind::Planned,
                from: stretch.from,
                to: stretch.to,
                halves: None,
                note: None,
            };
            let fits = rules::check_period(&self.law, &period, self.today).is_ok();
            if fits && periods::meets(connection, &period)?.is_none() {
                wanted.periods.push(period);
            }
        }
        let positive =
            |days: Option<i32>| days.and_then(|days| u32::try_from(days).ok()).filter(|days| *days > 0);
        wanted.opening = positive(line.taken).filter(|_| row.line.taken == 0);
        wanted.carried = positive(line.carried).filter(|_| row.line.brought == 0);
        Ok(wanted)
    }
}

/// How a sheet stands to the people of a year, who are told by their numbers as far as `identity` may be seen.
///
/// Errors: `no_leave` for a file of another kind.
pub fn read(
    connection: &Connection,
    law: &LawBook,
    book: &Book,
    (year, today): (i32, NaiveDate),
    identity: Shown,
) -> Result<LeaveSheetRead, Problem> {
    let sheet = sheet_of(book, today)?;
    let standing = Standing::of(connection, law, (year, today), identity)?;
    let number = |n: usize| u32::try_from(n).unwrap_or(u32::MAX);
    let mut read = LeaveSheetRead {
        page: sheet.page.clone(),
        rows: number(sheet.lines.len()),
        fits: 0,
        nobody: 0,
        several: 0,
        planned: 0,
        taken: 0,
        carried: 0,
        differences: Vec::new(),
        different: 0,
        problem_count: number(sheet.problems.len()),
        problems: sheet.problems.into_iter().take(SHOWN).collect(),
        sha256: book.sha256.clone(),
    };
    for line in &sheet.lines {
        let person = match standing.holders.meant(&line.whose) {
            Meant::One(one) => one,
            Meant::Nobody | Meant::Doubt(_) => {
                read.nobody += 1;
                continue;
            }
            Meant::Several => {
                read.several += 1;
                continue;
            }
        };
        read.fits += 1;
        let wanted = standing.wanted(connection, line, person)?;
        read.planned += number(wanted.periods.len());
        read.taken += u32::from(wanted.opening.is_some());
        read.carried += u32::from(wanted.carried.is_some());
        let reckoned = standing.row(person).and_then(|row| row.line.due);
        if let (Some(due), Some(days)) = (line.due.and_then(|due| u32::try_from(due).ok()), reckoned)
            && due != days * 2
        {
            read.different += 1;
            if read.differences.len() < SHOWN {
                let name = &line.whose.name;
                let sheet = rules::halves(due);
                read.differences.push(format!(
                    "第{}行{name}：表里应休{sheet}，按规定算是{days}天；以算出来的为准，表里更多的请登记“约定的全年天数”。",
                    line.row
                ));
            }
        }
    }
    Ok(read)
}

/// Takes what a sheet holds and nothing stands of yet, in one step, as far as `identity` tells whose it is.
///
/// Errors: `no_leave`; `nothing_new`; `cancelled`, with nothing kept.
pub fn keep(
    tx: &Tx,
    law: &LawBook,
    book: &Book,
    year: i32,
    identity: Shown,
    progress: &mut dyn FnMut(u64, u64) -> bool,
) -> Result<LeaveSheetKept, Problem> {
    let sheet = sheet_of(book, tx.today())?;
    let standing = Standing::of(tx, law, (year, tx.today()), identity)?;
    let mut kept = LeaveSheetKept::default();
    for (at, line) in sheet.lines.iter().enumerate() {
        if at.is_multiple_of(500) && !progress(at as u64, sheet.lines.len() as u64) {
            return Err(Problem::new("cancelled", "已取消导入，账本里什么都没有改动。"));
        }
        let Meant::One(person) = standing.holders.meant(&line.whose) else {
            kept.unknown += 1;
            continue;
        };
        let wanted = standing.wanted(tx, line, person)?;
        if wanted.is_empty() {
            continue;
        }
        kept.people += 1;
        for period in wanted.periods {
            // Two stretches of one line may meet each other.
            if periods::meets(tx, &period)?.is_none() {
                periods::save(tx, tx.new_id::<LeavePeriodId>(), &period)?;
                kept.planned += 1;
            }
        }
        if let Some(opening) = wanted.opening {
            change(tx, person, year, |one| one.opening = Some(opening))?;
            kept.taken += 1;
        }
        if let Some(carried) = wanted.carried {
            change(tx, person, year - 1, |one| one.carried = Some(carried))?;
            kept.carried += 1;
        }
    }
    if kept.people == 0 {
        let message = "表里没有可以登记的内容：人不在花名册上，或者这些天已经登记过。";
        return Err(Problem::new("nothing_new", message).at("file"));
    }
    Ok(kept)
}

/// Changes what decides a person's year, as it stands or from nothing.
fn change(
    tx: &Tx,
    person: PersonId,
    year: i32,
    set: impl FnOnce(&mut LeaveYearInput),
) -> Result<(), Problem> {
    let standing = years::of_year(tx, year, Some(person))?.remove(&person);
    let (id, mut one) =
        standing.unwrap_or_else(|| (tx.new_id::<LeaveYearId>(), LeaveYearInput::none(person, year)));
    set(&mut one);
    years::save(tx, id, &one)
}

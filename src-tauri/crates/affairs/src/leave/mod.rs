//! Annual leave (年休假): who has how many days in a year and why, what was planned and taken, carried over, given up in writing and
//! paid for, the schedule of the year. Each act here runs inside one step: rules decide, the store writes. When someone began to
//! work and came here is the roster's.

mod duties;
pub mod import;
pub mod mentions;
pub mod model;
pub mod papers;
pub mod recuperation;
pub mod rules;
mod select;
pub(crate) mod store;
mod summary;
mod view;

pub use duties::{RowsOf, duties};
pub use select::{page, select};
pub use summary::summary;
pub use view::{LeaveRow, May, person, rows};

use law::LawBook;
use ledger::Tx;
use rusqlite::Connection;

use crate::Problem;
use crate::duty::day_words;
use crate::members;
use crate::union;
use crate::union::model::Shown;
use model::{
    LeaveBarId, LeaveBarInput, LeaveKind, LeavePayId, LeavePayInput, LeavePeriodId, LeavePeriodInput,
    LeavePeriodsInput, LeaveScheduleId, LeaveScheduleInput, LeaveYearId, LeaveYearInput,
};
use store::{bars, pays, periods, schedules, years};

/// The law of the union's place, for the rules of this room.
pub(crate) fn place(connection: &Connection) -> Result<law::Place, Problem> {
    union::store::place(connection)
}

/// What a form holds of a text that `health` hides: blank where nothing was typed.
fn said(typed: Option<String>) -> Option<String> {
    typed.filter(|typed| !typed.trim().is_empty())
}

/// Keeps a period of leave, new or changed. Its note stays as it is where `health` hid it from the form and none was typed.
///
/// Errors: `bad_input` at its field; `duplicate` on days that the person has leave on already; `not_found`.
pub fn save_period(
    tx: &Tx,
    book: &LawBook,
    input: &LeavePeriodInput,
    health: Shown,
) -> Result<LeavePeriodId, Problem> {
    rules::year_of(Some(input.year), tx.today())?;
    let (name, _) = members::store::name_and_sex(tx, input.person)?;
    let law = view::law_of(tx, book, input.year, tx.today())?;
    rules::check_period(&law, input, tx.today())?;
    let standing = input.id.map(|id| periods::get(tx, id)).transpose()?;
    if standing.as_ref().is_some_and(|one| one.person != input.person) {
        return Err(Problem::input("person", "休假登记不能换人；登记错了的请移除，另登记一段。"));
    }
    if let Some(other) = periods::meets(tx, input)? {
        let message = format!(
            "{name}{}至{}已经登记了{}，请核对日期；计划休完了的，请把那一段改成“已休”。",
            day_words(other.from),
            day_words(other.to),
            other.kind.label()
        );
        return Err(Problem::new("duplicate", message).at("from"));
    }
    let id = input.id.unwrap_or_else(|| tx.new_id::<LeavePeriodId>());
    let mut kept = input.clone();
    if health != Shown::Full {
        kept.note = said(kept.note).or_else(|| standing.and_then(|one| one.note));
    }
    periods::save(tx, id, &kept)?;
    Ok(id)
}

/// Keeps one period for everyone of a shop who has days due and none on those days. Answers for how many.
///
/// Errors: `bad_input` at its field; `refused` when there is nobody.
pub fn save_periods(tx: &Tx, book: &LawBook, input: &LeavePeriodsInput) -> Result<u32, Problem> {
    rules::year_of(Some(input.year), tx.today())?;
    let law = view::law_of(tx, book, input.year, tx.today())?;
    let rows = view::rows(tx, book, input.year, tx.today())?;
    let mut kept = 0;
    for row in rows.iter().filter(|row| row.line.shop.as_deref().unwrap_or_default() == input.shop) {
        let one = LeavePeriodInput {
            id: None,
            person: row.line.id,
            year: input.year,
            kind: input.kind,
            from: input.from,
            to: input.to,
            halves: None,
            note: input.note.clone(),
        };
        rules::check_period(&law, &one, tx.today())?;
        if !row.entitled || periods::meets(tx, &one)?.is_some() {
            continue;
        }
        periods::save(tx, tx.new_id::<LeavePeriodId>(), &one)?;
        kept += 1;
    }
    if kept == 0 {
        let message = "这个车间没有可以登记的人：要么没有应休天数，要么这几天已经登记过。";
        return Err(Problem::new("refused", message).at("shop"));
    }
    Ok(kept)
}

/// Marks a planned period as taken.
///
/// Errors: `bad_input` when it is not over; `not_found`.
pub fn take_period(tx: &Tx, book: &LawBook, id: LeavePeriodId) -> Result<(), Problem> {
    let standing = periods::get(tx, id)?;
    let input = LeavePeriodInput { kind: LeaveKind::Taken, ..standing };
    save_period(tx, book, &input, Shown::Full).map(drop)
}

/// Puts a period out of sight.
///
/// Errors: `not_found`.
pub fn remove_period(tx: &Tx, id: LeavePeriodId) -> Result<(), Problem> {
    periods::remove(tx, id)
}

/// Keeps what decides a person's leave of a year beside the dates. Why they gave days up and the note stay as they are where
/// `health` hid them from the form and nothing was typed.
///
/// Errors: `bad_input` at its field; `not_found`.
pub fn save_year(
    tx: &Tx,
    book: &LawBook,
    input: &LeaveYearInput,
    health: Shown,
) -> Result<LeaveYearId, Problem> {
    rules::year_of(Some(input.year), tx.today())?;
    members::store::name_and_sex(tx, input.person)?;
    let law = view::law_of(tx, book, input.year, tx.today())?;
    rules::check_year(&law, input, tx.today())?;
    let standing = years::of_year(tx, input.year, Some(input.person))?.remove(&input.person);
    let id = standing.as_ref().map_or_else(|| tx.new_id::<LeaveYearId>(), |(id, _)| *id);
    let mut kept = input.clone();
    if health != Shown::Full {
        let (reason, note) = standing.map(|(_, one)| (one.waived_reason, one.note)).unwrap_or_default();
        // A reason goes with the days that were given up.
        kept.waived_reason = said(kept.waived_reason).or(reason.filter(|_| kept.waived.is_some()));
        kept.note = said(kept.note).or(note);
    }
    years::save(tx, id, &kept)?;
    Ok(id)
}

/// Keeps a reason of 条例第四条, new or changed.
///
/// Errors: `bad_input` at its field; `duplicate` when the year has one of its kind; `not_found`.
pub fn save_bar(tx: &Tx, input: &LeaveBarInput) -> Result<LeaveBarId, Problem> {
    members::store::name_and_sex(tx, input.person)?;
    rules::check_bar(input, tx.today())?;
    if let Some(id) = input.id {
        let standing = bars::get(tx, id)?;
        if (standing.person, standing.year) != (input.person, input.year) {
            return Err(Problem::missing("条登记"));
        }
    }
    let all = bars::of_year(tx, input.year, Some(input.person))?.remove(&input.person).unwrap_or_default();
    if all.iter().any(|one| one.id != input.id && one.kind == input.kind) {
        let message = format!("{}年的{}已经登记，请在那一条上改数。", input.year, input.kind.label());
        return Err(Problem::new("duplicate", message).at("kind"));
    }
    let id = input.id.unwrap_or_else(|| tx.new_id::<LeaveBarId>());
    bars::save(tx, id, input)?;
    Ok(id)
}

/// Puts a reason out of sight.
///
/// Errors: `not_found`.
pub fn remove_bar(tx: &Tx, id: LeaveBarId) -> Result<(), Problem> {
    bars::remove(tx, id)
}

/// Keeps the pay of days that were not taken.
///
/// Errors: `bad_input` at its field; `not_found`.
pub fn save_pay(tx: &Tx, input: &LeavePayInput) -> Result<LeavePayId, Problem> {
    members::store::name_and_sex(tx, input.person)?;
    rules::check_pay(input, tx.today())?;
    let standing = pays::of_year(tx, input.year, Some(input.person))?.remove(&input.person);
    let id = standing.map_or_else(|| tx.new_id::<LeavePayId>(), |(id, _)| id);
    pays::save(tx, id, input)?;
    Ok(id)
}

/// Puts the pay of a year out of sight.
///
/// Errors: `not_found`.
pub fn remove_pay(tx: &Tx, id: LeavePayId) -> Result<(), Problem> {
    pays::remove(tx, id)
}

/// Keeps the schedule of a year.
///
/// Errors: `bad_input` at its field.
pub fn save_schedule(
    tx: &Tx,
    book: &LawBook,
    input: &LeaveScheduleInput,
) -> Result<LeaveScheduleId, Problem> {
    rules::year_of(Some(input.year), tx.today())?;
    let law = view::law_of(tx, book, input.year, tx.today())?;
    rules::check_schedule(&law, input, tx.today())?;
    let standing = schedules::of_year(tx, input.year)?;
    let id = standing.map_or_else(|| tx.new_id::<LeaveScheduleId>(), |(id, _)| id);
    schedules::save(tx, id, input)?;
    Ok(id)
}

/// Whether a period, a reason or a pay may come back: its person stands, and no other took its place.
///
/// Errors: `refused`.
pub(crate) fn may_return(connection: &Connection, table: &str, id: &str) -> Result<(), Problem> {
    let stands = format!("SELECT 1 FROM {table} r JOIN live_person p ON p.id = r.person_id WHERE r.id = ?1");
    if !connection.prepare(&stands)?.exists([id])? {
        return Err(Problem::new("refused", "这条记录的本人已经移除，请先恢复本人。"));
    }
    if table == "leave_period" {
        return Ok(());
    }
    let kind = if table == "leave_bar" { "AND l.kind = r.kind" } else { "" };
    let taken = format!(
        "SELECT 1 FROM {table} r JOIN live_{table} l ON l.person_id = r.person_id AND l.year = r.year {kind} WHERE r.id = ?1"
    );
    match connection.prepare(&taken)?.exists([id])? {
        true => Err(Problem::new("refused", "这一年后来另登记了一条；要用回移除的这一条，请先移除现在的。")),
        false => Ok(()),
    }
}

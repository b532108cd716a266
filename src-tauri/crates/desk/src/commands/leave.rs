//! Annual leave: the list of a year, one person's year, periods, what decides a year, the schedule. Reasons of 条例第四条 go out only
//! to one who may read health, pay only to one who reads wages.

use affairs::leave::model::{
    LeaveBarId, LeaveBarInput, LeaveOfPerson, LeavePage, LeavePayId, LeavePayInput, LeavePeriodId,
    LeavePeriodInput, LeavePeriodsInput, LeaveQuery, LeaveScheduleId, LeaveScheduleInput, LeaveSummary,
    LeaveYearId, LeaveYearInput, LeaveYearQuery,
};
use affairs::leave::{self as work, May, papers, rules};
use affairs::members::model::PersonId;
use affairs::office::Filled;
use affairs::union::model::Shown;
use serde::Deserialize;
use ts_rs::TS;

use crate::Problem;
use crate::command::Done;
use crate::commands::dismissals::guard_health;
use crate::commands::papers_guard::{Told, guard_told, keep_look};
use crate::desk::Desk;
use crate::leave_rows;
use crate::open::{Open, Reading, Writing};

/// One person's year.
#[derive(Debug, Clone, Copy, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct LeaveOf {
    /// Who.
    pub person: PersonId,
    /// 年度.
    pub year: i32,
}

/// A period of leave.
#[derive(Debug, Clone, Copy, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct LeavePeriodRef {
    /// The period.
    pub id: LeavePeriodId,
}

/// A reason of 条例第四条.
#[derive(Debug, Clone, Copy, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct LeaveBarRef {
    /// The reason.
    pub id: LeaveBarId,
}

/// The pay of days that were not taken.
#[derive(Debug, Clone, Copy, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct LeavePayRef {
    /// The pay.
    pub id: LeavePayId,
}

/// Everyone's leave of a year, a slice.
pub fn list(reading: &Reading<'_>, query: LeaveQuery) -> Result<LeavePage, Problem> {
    let year = rules::year_of(query.year, reading.today)?;
    let rows = leave_rows::rows(reading, year)?;
    let identity = reading.open.sight().identity;
    let found = work::select(reading.connection, &rows, &query, identity)?;
    Ok(work::page(&found, &query))
}

/// A year as a whole.
pub fn summary(reading: &Reading<'_>, query: LeaveYearQuery) -> Result<LeaveSummary, Problem> {
    let year = rules::year_of(query.year, reading.today)?;
    let rows = leave_rows::rows(reading, year)?;
    work::summary(reading.connection, reading.book, year, reading.today, &rows)
}

/// One person's year. Wages and reasons on it are looks of their own.
pub fn person(reading: &Reading<'_>, which: LeaveOf) -> Result<LeaveOfPerson, Problem> {
    let year = rules::year_of(Some(which.year), reading.today)?;
    let sight = reading.open.sight();
    let may = May { health: sight.health, wages: sight.wages };
    let found = work::person(reading.connection, reading.book, (which.person, year), reading.today, may)?;
    if found.pay.is_some() {
        reading.open.looked_at(sight.wages, "leave.person", [which.person.to_string()])?;
    }
    let noted = found.periods.iter().any(|one| one.record.note.is_some())
        || found.record.as_ref().is_some_and(|one| one.waived_reason.is_some() || one.note.is_some());
    if noted || found.bars.as_ref().is_some_and(|bars| !bars.is_empty()) {
        reading.open.looked_at(sight.health, "leave.person", [which.person.to_string()])?;
    }
    Ok(found)
}

/// Keeps a period.
pub fn save_period(
    writing: &Writing<'_, '_>,
    _: &Desk,
    input: LeavePeriodInput,
) -> Result<LeavePeriodId, Problem> {
    work::save_period(writing.tx, writing.book, &input, writing.open.sight().health)
}

/// Keeps one period for everyone of a shop.
pub fn save_periods(writing: &Writing<'_, '_>, _: &Desk, input: LeavePeriodsInput) -> Result<u32, Problem> {
    work::save_periods(writing.tx, writing.book, &input)
}

/// Marks a planned period as taken.
pub fn take_period(writing: &Writing<'_, '_>, _: &Desk, which: LeavePeriodRef) -> Result<Done, Problem> {
    work::take_period(writing.tx, writing.book, which.id).map(|()| Done)
}

/// Puts a period out of sight.
pub fn remove_period(writing: &Writing<'_, '_>, _: &Desk, which: LeavePeriodRef) -> Result<Done, Problem> {
    work::remove_period(writing.tx, which.id).map(|()| Done)
}

/// Keeps what decides a person's year.
pub fn save_year(writing: &Writing<'_, '_>, _: &Desk, input: LeaveYearInput) -> Result<LeaveYearId, Problem> {
    work::save_year(writing.tx, writing.book, &input, writing.open.sight().health)
}

/// What is said of the reasons of 条例第四条.
const OF_BARS: &str = "不享受年休假的情形写有病假";

/// Keeps a reason of 条例第四条.
pub fn save_bar(writing: &Writing<'_, '_>, _: &Desk, input: LeaveBarInput) -> Result<LeaveBarId, Problem> {
    guard_health(writing.open, OF_BARS)?;
    work::save_bar(writing.tx, &input)
}

/// Puts a reason out of sight.
pub fn remove_bar(writing: &Writing<'_, '_>, _: &Desk, which: LeaveBarRef) -> Result<Done, Problem> {
    guard_health(writing.open, OF_BARS)?;
    work::remove_bar(writing.tx, which.id).map(|()| Done)
}

/// Refuses single wages to one who may not read them.
fn guard_wages(open: &Open) -> Result<(), Problem> {
    if open.sight().wages != Shown::Never {
        return Ok(());
    }
    let name = open.person().name;
    let message = format!("{name}没有查看个人工资的权限，未休年休假的报酬看得出工资，请由有权查看的人办理。");
    Err(Problem::new("no_right", message))
}

/// Keeps the pay of days that were not taken.
pub fn save_pay(writing: &Writing<'_, '_>, _: &Desk, input: LeavePayInput) -> Result<LeavePayId, Problem> {
    guard_wages(writing.open)?;
    work::save_pay(writing.tx, &input)
}

/// Puts the pay of a year out of sight.
pub fn remove_pay(writing: &Writing<'_, '_>, _: &Desk, which: LeavePayRef) -> Result<Done, Problem> {
    guard_wages(writing.open)?;
    work::remove_pay(writing.tx, which.id).map(|()| Done)
}

/// Keeps the schedule of a year.
pub fn save_schedule(
    writing: &Writing<'_, '_>,
    _: &Desk,
    input: LeaveScheduleInput,
) -> Result<LeaveScheduleId, Problem> {
    work::save_schedule(writing.tx, writing.book, &input)
}

/// A paper of annual leave; one that bears a wage is a look of its own, for whoever revealed wages, and so is one that says why
/// somebody gave leave up, for whoever revealed health. For one who may not read health the reason is left to be written by hand.
pub(super) fn paper(reading: &Reading<'_>, kind: &str, of: &str) -> Result<Filled, Problem> {
    if kind == papers::PAYMENT {
        guard_told(reading, Told::Wages, "未休年休假的报酬看得出工资", "打印")?;
        let (who, _) = papers::asked(of)?;
        keep_look(reading, papers::PAYMENT, &[who.to_string()])?;
    }
    let mut reason = false;
    if kind == papers::WAIVER && reading.open.sight().health != Shown::Never {
        reason = papers::says_why(reading.connection, of)?;
        if reason {
            guard_told(reading, Told::Health, "确认书写有本人不休年休假的原因，可能是健康情况", "打印")?;
            let (who, _) = papers::asked(of)?;
            keep_look(reading, papers::WAIVER, &[who.to_string()])?;
        }
    }
    papers::fill(reading.connection, reading.book, (kind, of), reading.today, reason)
}

//! The rows of the schedules: one a year.

use ledger::Tx;
use rusqlite::{Connection, OptionalExtension, Row, params};

use crate::Problem;
use crate::leave::model::{LeaveCrossing, LeaveScheduleId, LeaveScheduleInput};
use crate::office::text;

const COLUMNS: &str = "id, year, crossing, extra_days, extra_source, asked_on, made_on, posted_on, note FROM live_leave_schedule";

fn schedule(row: &Row<'_>) -> rusqlite::Result<(LeaveScheduleId, LeaveScheduleInput)> {
    Ok((
        row.get(0)?,
        LeaveScheduleInput {
            year: row.get(1)?,
            crossing: row.get::<_, Option<String>>(2)?.as_deref().and_then(LeaveCrossing::of),
            extra_days: row.get(3)?,
            extra_source: row.get(4)?,
            asked_on: row.get(5)?,
            made_on: row.get(6)?,
            posted_on: row.get(7)?,
            note: row.get(8)?,
        },
    ))
}

/// One.
///
/// Errors: `not_found`.
pub(crate) fn get(connection: &Connection, id: LeaveScheduleId) -> Result<LeaveScheduleInput, Problem> {
    let sql = format!("SELECT {COLUMNS} WHERE id = ?1");
    let found = connection.prepare_cached(&sql)?.query_row([id], schedule).optional()?;
    found.map(|(_, one)| one).ok_or_else(|| Problem::missing("年的休假计划"))
}

/// That of a year.
pub(crate) fn of_year(
    connection: &Connection,
    year: i32,
) -> Result<Option<(LeaveScheduleId, LeaveScheduleInput)>, Problem> {
    let sql = format!("SELECT {COLUMNS} WHERE year = ?1");
    Ok(connection.prepare_cached(&sql)?.query_row([year], schedule).optional()?)
}

/// All of them, the newest first.
pub(crate) fn all(connection: &Connection) -> Result<Vec<(LeaveScheduleId, LeaveScheduleInput)>, Problem> {
    let sql = format!("SELECT {COLUMNS} ORDER BY year DESC");
    let mut statement = connection.prepare_cached(&sql)?;
    Ok(statement.query_map([], schedule)?.collect::<Result<_, _>>()?)
}

/// How this firm counts a year in which the next band is reached: as it was settled last.
pub(crate) fn crossing(connection: &Connection, year: i32) -> Result<Option<LeaveCrossing>, Problem> {
    let sql = "SELECT crossing FROM live_leave_schedule WHERE year <= ?1 AND crossing IS NOT NULL
      ORDER BY year DESC LIMIT 1";
    let found: Option<String> =
        connection.prepare_cached(sql)?.query_row([year], |row| row.get(0)).optional()?;
    Ok(found.as_deref().and_then(LeaveCrossing::of))
}

/// Writes a schedule, new or changed.
pub(crate) fn save(tx: &Tx, id: LeaveScheduleId, input: &LeaveScheduleInput) -> Result<(), Problem> {
    tx.execute(
        "INSERT INTO leave_schedule (id, year, crossing, extra_days, extra_source, asked_on, made_on, posted_on, note)
         VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9)
         ON CONFLICT (id) DO UPDATE SET crossing = excluded.crossing, extra_days = excluded.extra_days,
           extra_source = excluded.extra_source, asked_on = excluded.asked_on, made_on = excluded.made_on,
           posted_on = excluded.posted_on, note = excluded.note",
        params![
            id,
            input.year,
            input.crossing.map(LeaveCrossing::code),
            input.extra_days,
            text(&input.extra_source),
            input.asked_on,
            input.made_on,
            input.posted_on,
            text(&input.note),
        ],
    )?;
    Ok(())
}

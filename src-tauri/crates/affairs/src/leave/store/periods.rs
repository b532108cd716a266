//! The rows of periods of leave, taken and planned.

use std::collections::HashMap;

use ledger::Tx;
use rusqlite::{Connection, OptionalExtension, Row, params};

use super::remove as put_away;
use crate::Problem;
use crate::leave::model::{LeaveKind, LeavePeriodId, LeavePeriodInput};
use crate::leave::rules::Days;
use crate::members::model::PersonId;
use crate::office::text;

const WHAT: &str = "段休假";

const COLUMNS: &str = "id, person_id, year, kind, from_on, to_on, halves, note FROM live_leave_period";

fn period(row: &Row<'_>) -> rusqlite::Result<LeavePeriodInput> {
    Ok(LeavePeriodInput {
        id: row.get(0)?,
        person: row.get(1)?,
        year: row.get(2)?,
        kind: LeaveKind::of(&row.get::<_, String>(3)?).unwrap_or(LeaveKind::Planned),
        from: row.get(4)?,
        to: row.get(5)?,
        halves: row.get(6)?,
        note: row.get(7)?,
    })
}

/// One.
///
/// Errors: `not_found`.
pub(crate) fn get(connection: &Connection, id: LeavePeriodId) -> Result<LeavePeriodInput, Problem> {
    let sql = format!("SELECT {COLUMNS} WHERE id = ?1");
    let found = connection.prepare_cached(&sql)?.query_row([id], period).optional()?;
    found.ok_or_else(|| Problem::missing(WHAT))
}

/// Those of one person, of one year's leave or of all, in order.
pub(crate) fn of_person(
    connection: &Connection,
    person: PersonId,
    year: Option<i32>,
) -> Result<Vec<LeavePeriodInput>, Problem> {
    let sql =
        format!("SELECT {COLUMNS} WHERE person_id = ?1 AND (?2 IS NULL OR year = ?2) ORDER BY from_on, id");
    let mut statement = connection.prepare_cached(&sql)?;
    Ok(statement.query_map(params![person, year], period)?.collect::<Result<_, _>>()?)
}

/// Whether a person has leave on these days already, other than this period: that one's first and last day.
pub(crate) fn meets(
    connection: &Connection,
    input: &LeavePeriodInput,
) -> Result<Option<LeavePeriodInput>, Problem> {
    let sql = format!(
        "SELECT {COLUMNS} WHERE person_id = ?1 AND from_on <= ?3 AND to_on >= ?2 AND (?4 IS NULL OR id <> ?4)
           AND halves IS NULL ORDER BY from_on LIMIT 1"
    );
    let mut statement = connection.prepare_cached(&sql)?;
    let found =
        statement.query_row(params![input.person, input.from, input.to, input.id], period).optional()?;
    Ok(found.filter(|_| input.halves.is_none()))
}

/// The planned periods of a year's leave, by person, in order.
pub(crate) fn planned(
    connection: &Connection,
    year: i32,
) -> Result<HashMap<PersonId, Vec<LeavePeriodInput>>, Problem> {
    let sql = format!("SELECT {COLUMNS} WHERE year = ?1 ORDER BY from_on, id");
    let mut statement = connection.prepare_cached(&sql)?;
    let mut all: HashMap<PersonId, Vec<LeavePeriodInput>> = HashMap::new();
    for row in statement.query_map([year], period)? {
        let one = row?;
        all.entry(one.person).or_default().push(one);
    }
    Ok(all)
}

/// Half days of a year's leave by person: taken and planned.
pub(crate) fn sums(
    connection: &Connection,
    year: i32,
    days: &Days,
    one: Option<PersonId>,
) -> Result<HashMap<PersonId, [u32; 2]>, Problem> {
    let sql = "SELECT person_id, kind, from_on, to_on, halves FROM live_leave_period
      WHERE year = ?1 AND (?2 IS NULL OR person_id = ?2)";
    let mut statement = connection.prepare_cached(sql)?;
    let mut sums: HashMap<PersonId, [u32; 2]> = HashMap::new();
    let mut rows = statement.query(params![year, one])?;
    while let Some(row) = rows.next()? {
        let typed: Option<u32> = row.get(4)?;
        let halves = match typed {
            Some(halves) => halves,
            None => days.halves(row.get(2)?, row.get(3)?),
        };
        let sum = sums.entry(row.get(0)?).or_default();
        let taken = row.get_ref(1)?.as_str().is_ok_and(|kind| kind == LeaveKind::Taken.code());
        sum[usize::from(!taken)] += halves;
    }
    Ok(sums)
}

/// Who took a day of a year's leave.
pub(crate) fn took(
    connection: &Connection,
    year: i32,
) -> Result<std::collections::HashSet<PersonId>, Problem> {
    let sql = "SELECT person_id FROM live_leave_period WHERE year = ?1 AND kind = 'taken'
      UNION SELECT person_id FROM live_leave_year WHERE year = ?1 AND opening IS NOT NULL";
    let mut statement = connection.prepare_cached(sql)?;
    Ok(statement.query_map([year], |row| row.get(0))?.collect::<Result<_, _>>()?)
}

/// The years of which leave is kept.
pub(crate) fn years(connection: &Connection) -> Result<Vec<i32>, Problem> {
    let sql = "SELECT year FROM live_leave_period UNION SELECT year FROM live_leave_year
      UNION SELECT year FROM live_leave_schedule UNION SELECT year FROM live_leave_bar UNION SELECT year FROM live_leave_pay";
    let mut statement = connection.prepare_cached(sql)?;
    Ok(statement.query_map([], |row| row.get(0))?.collect::<Result<_, _>>()?)
}

/// Writes a period, new or changed.
pub(crate) fn save(tx: &Tx, id: LeavePeriodId, input: &LeavePeriodInput) -> Result<(), Problem> {
    tx.prepare_cached(
        "INSERT INTO leave_period (id, person_id, year, kind, from_on, to_on, halves, note)
         VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8)
         ON CONFLICT (id) DO UPDATE SET year = excluded.year, kind = excluded.kind, from_on = excluded.from_on,
           to_on = excluded.to_on, halves = excluded.halves, note = excluded.note",
    )?
    .execute(params![
        id,
        input.person,
        input.year,
        input.kind.code(),
        input.from,
        input.to,
        input.halves,
        text(&input.note),
    ])?;
    Ok(())
}

/// Puts a period out of sight.
///
/// Errors: `not_found`.
pub(crate) fn remove(tx: &Tx, id: LeavePeriodId) -> Result<(), Problem> {
    put_away(tx, "leave_period", &id, WHAT)
}

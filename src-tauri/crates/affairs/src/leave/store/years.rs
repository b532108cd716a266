//! The rows of what decides a person's leave of a year beside the dates: one a person and year.

use std::collections::HashMap;

use ledger::Tx;
use rusqlite::{Connection, Row, params};

use crate::Problem;
use crate::leave::model::{LeaveYearId, LeaveYearInput};
use crate::members::model::PersonId;
use crate::office::text;

fn year(row: &Row<'_>) -> rusqlite::Result<(LeaveYearId, LeaveYearInput)> {
    Ok((
        row.get(0)?,
        LeaveYearInput {
            person: row.get(1)?,
            year: row.get(2)?,
            own_days: row.get(3)?,
            own_source: row.get(4)?,
            worked_before: row.get(5)?,
            opening: row.get(6)?,
            carried: row.get(7)?,
            carry_consent_on: row.get(8)?,
            unarranged_on: row.get(9)?,
            waived: row.get(10)?,
            waived_on: row.get(11)?,
            waived_reason: row.get(12)?,
            note: row.get(13)?,
        },
    ))
}

/// Those of a year, of everybody or of one, by person.
pub(crate) fn of_year(
    connection: &Connection,
    asked: i32,
    one: Option<PersonId>,
) -> Result<HashMap<PersonId, (LeaveYearId, LeaveYearInput)>, Problem> {
    let sql = "SELECT id, person_id, year, own_days, own_source, worked_before, opening, carried, carry_consent_on, unarranged_on,
        waived, waived_on, waived_reason, note
      FROM live_leave_year WHERE year = ?1 AND (?2 IS NULL OR person_id = ?2)";
    let mut statement = connection.prepare_cached(sql)?;
    let rows = statement.query_map(params![asked, one], year)?;
    rows.map(|row| row.map(|(id, one)| (one.person, (id, one))))
        .collect::<Result<_, _>>()
        .map_err(Problem::from)
}

/// Every year of one person, in order.
pub(crate) fn of_person(connection: &Connection, person: PersonId) -> Result<Vec<LeaveYearInput>, Problem> {
    let sql = "SELECT id, person_id, year, own_days, own_source, worked_before, opening, carried, carry_consent_on, unarranged_on,
        waived, waived_on, waived_reason, note
      FROM live_leave_year WHERE person_id = ?1 ORDER BY year";
    let mut statement = connection.prepare_cached(sql)?;
    let rows = statement.query_map([person], year)?;
    Ok(rows.map(|row| row.map(|(_, one)| one)).collect::<Result<_, _>>()?)
}

/// Writes the facts of a year, new or changed.
pub(crate) fn save(tx: &Tx, id: LeaveYearId, input: &LeaveYearInput) -> Result<(), Problem> {
    tx.execute(
        "INSERT INTO leave_year (id, person_id, year, own_days, own_source, worked_before, opening, carried, carry_consent_on,
           unarranged_on, waived, waived_on, waived_reason, note)
         VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13, ?14)
         ON CONFLICT (id) DO UPDATE SET own_days = excluded.own_days, own_source = excluded.own_source,
           worked_before = excluded.worked_before, opening = excluded.opening, carried = excluded.carried,
           carry_consent_on = excluded.carry_consent_on, unarranged_on = excluded.unarranged_on,
           waived = excluded.waived, waived_on = excluded.waived_on, waived_reason = excluded.waived_reason,
           note = excluded.note",
        params![
            id,
            input.person,
            input.year,
            input.own_days,
            text(&input.own_source),
            input.worked_before,
            input.opening,
            input.carried,
            input.carry_consent_on,
            input.unarranged_on,
            input.waived,
            input.waived_on,
            text(&input.waived_reason),
            text(&input.note),
        ],
    )?;
    Ok(())
}

/// Whose agreement or waiver was entered, with the year and the day, the newest year first.
pub(crate) fn confirmed(
    connection: &Connection,
) -> Result<Vec<(PersonId, i32, Option<chrono::NaiveDate>)>, Problem> {
    let sql = "SELECT y.person_id, y.year, coalesce(y.waived_on, y.unarranged_on, y.carry_consent_on)
      FROM live_leave_year y JOIN live_person p ON p.id = y.person_id
      WHERE y.carried IS NOT NULL OR y.waived IS NOT NULL OR y.unarranged_on IS NOT NULL
      ORDER BY y.year DESC, p.name_sort, y.id";
    let mut statement = connection.prepare_cached(sql)?;
    let rows = statement.query_map([], |row| Ok((row.get(0)?, row.get(1)?, row.get(2)?)))?;
    Ok(rows.collect::<Result<_, _>>()?)
}

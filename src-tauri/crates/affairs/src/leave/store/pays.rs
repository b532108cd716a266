//! The rows of the pay of days that were not taken: one a person and year.

use std::collections::HashMap;

use ledger::{Fen, Tx};
use rusqlite::{Connection, Row, params};

use super::remove as put_away;
use crate::Problem;
use crate::leave::model::{LeavePayId, LeavePayInput};
use crate::members::model::PersonId;
use crate::office::text;

const WHAT: &str = "笔未休年休假报酬";

const COLUMNS: &str = "id, person_id, year, halves, average, daily, paid, paid_on, note FROM live_leave_pay";

fn pay(row: &Row<'_>) -> rusqlite::Result<(LeavePayId, LeavePayInput)> {
    let fen = |at: usize| row.get::<_, Option<i64>>(at).map(|sum| sum.map(Fen));
    Ok((
        row.get(0)?,
        LeavePayInput {
            person: row.get(1)?,
            year: row.get(2)?,
            halves: row.get(3)?,
            average: fen(4)?,
            daily: fen(5)?,
            paid: fen(6)?,
            paid_on: row.get(7)?,
            note: row.get(8)?,
        },
    ))
}

/// Those of a year, of everybody or of one, by person.
pub(crate) fn of_year(
    connection: &Connection,
    year: i32,
    one: Option<PersonId>,
) -> Result<HashMap<PersonId, (LeavePayId, LeavePayInput)>, Problem> {
    let sql = format!("SELECT {COLUMNS} WHERE year = ?1 AND (?2 IS NULL OR person_id = ?2)");
    let mut statement = connection.prepare_cached(&sql)?;
    let rows = statement.query_map(params![year, one], pay)?;
    rows.map(|row| row.map(|(id, one)| (one.person, (id, one))))
        .collect::<Result<_, _>>()
        .map_err(Problem::from)
}

/// Every one, the newest year first.
pub(crate) fn all(connection: &Connection) -> Result<Vec<LeavePayInput>, Problem> {
    let sql =
        format!("SELECT {COLUMNS} WHERE person_id IN (SELECT id FROM live_person) ORDER BY year DESC, id");
    let mut statement = connection.prepare_cached(&sql)?;
    let rows = statement.query_map([], pay)?;
    Ok(rows.map(|row| row.map(|(_, one)| one)).collect::<Result<_, _>>()?)
}

/// Writes the pay of a year, new or changed.
pub(crate) fn save(tx: &Tx, id: LeavePayId, input: &LeavePayInput) -> Result<(), Problem> {
    tx.execute(
        "INSERT INTO leave_pay (id, person_id, year, halves, average, daily, paid, paid_on, note)
         VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9)
         ON CONFLICT (id) DO UPDATE SET halves = excluded.halves, average = excluded.average, daily = excluded.daily,
           paid = excluded.paid, paid_on = excluded.paid_on, note = excluded.note",
        params![
            id,
            input.person,
            input.year,
            input.halves,
            input.average.map(|fen| fen.0),
            input.daily.map(|fen| fen.0),
            input.paid.map(|fen| fen.0),
            input.paid_on,
            text(&input.note),
        ],
    )?;
    Ok(())
}

/// Puts the pay of a year out of sight.
///
/// Errors: `not_found`.
pub(crate) fn remove(tx: &Tx, id: LeavePayId) -> Result<(), Problem> {
    put_away(tx, "leave_pay", &id, WHAT)
}

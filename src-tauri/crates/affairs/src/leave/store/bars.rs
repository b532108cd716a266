//! The rows of the reasons of 条例第四条.

use std::collections::HashMap;

use ledger::Tx;
use rusqlite::{Connection, OptionalExtension, Row, params};

use super::remove as put_away;
use crate::Problem;
use crate::leave::model::{LeaveBarId, LeaveBarInput, LeaveBarKind};
use crate::members::model::PersonId;
use crate::office::text;

const WHAT: &str = "条登记";

const COLUMNS: &str = "id, person_id, year, kind, amount, note FROM live_leave_bar";

fn bar(row: &Row<'_>) -> rusqlite::Result<LeaveBarInput> {
    Ok(LeaveBarInput {
        id: row.get(0)?,
        person: row.get(1)?,
        year: row.get(2)?,
        kind: LeaveBarKind::of(&row.get::<_, String>(3)?).unwrap_or(LeaveBarKind::School),
        amount: row.get(4)?,
        note: row.get(5)?,
    })
}

/// One.
///
/// Errors: `not_found`.
pub(crate) fn get(connection: &Connection, id: LeaveBarId) -> Result<LeaveBarInput, Problem> {
    let sql = format!("SELECT {COLUMNS} WHERE id = ?1");
    let found = connection.prepare_cached(&sql)?.query_row([id], bar).optional()?;
    found.ok_or_else(|| Problem::missing(WHAT))
}

/// Those of a year, of everybody or of one, by person.
pub(crate) fn of_year(
    connection: &Connection,
    year: i32,
    one: Option<PersonId>,
) -> Result<HashMap<PersonId, Vec<LeaveBarInput>>, Problem> {
    let sql = format!("SELECT {COLUMNS} WHERE year = ?1 AND (?2 IS NULL OR person_id = ?2) ORDER BY id");
    let mut statement = connection.prepare_cached(&sql)?;
    let mut all: HashMap<PersonId, Vec<LeaveBarInput>> = HashMap::new();
    for row in statement.query_map(params![year, one], bar)? {
        let one = row?;
        all.entry(one.person).or_default().push(one);
    }
    Ok(all)
}

/// Writes a reason, new or changed.
pub(crate) fn save(tx: &Tx, id: LeaveBarId, input: &LeaveBarInput) -> Result<(), Problem> {
    tx.execute(
        "INSERT INTO leave_bar (id, person_id, year, kind, amount, note) VALUES (?1, ?2, ?3, ?4, ?5, ?6)
         ON CONFLICT (id) DO UPDATE SET kind = excluded.kind, amount = excluded.amount, note = excluded.note",
        params![id, input.person, input.year, input.kind.code(), input.amount, text(&input.note)],
    )?;
    Ok(())
}

/// Puts a reason out of sight.
///
/// Errors: `not_found`.
pub(crate) fn remove(tx: &Tx, id: LeaveBarId) -> Result<(), Problem> {
    put_away(tx, "leave_bar", &id, WHAT)
}

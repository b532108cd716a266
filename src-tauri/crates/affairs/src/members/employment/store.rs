//! The rows of employments, one by one. How a person is written with the present one stands in `members::store`.

use chrono::NaiveDate;
use ledger::Tx;
use rusqlite::{Connection, OptionalExtension, Row, params};

use super::model::{Employment, EmploymentId};
use super::rules::{Checked, Span};
use crate::Problem;
use crate::members::model::PersonId;
use crate::members::store::{StoredDate, form_column, form_of};

/// The newest first: the present one, then by the last day.
const NEWEST: &str = "ORDER BY left_on IS NULL DESC, left_on DESC, hired_on DESC, id DESC";

const COLUMNS: &str =
    "id, person_id, hired_on, left_on, form, employer, employer_code, shop, team, post, work_number, status";

fn employment(row: &Row<'_>) -> rusqlite::Result<Employment> {
    Ok(Employment {
        id: row.get(0)?,
        person: row.get(1)?,
        hired_on: row.get(2)?,
        left_on: row.get(3)?,
        form: form_of(&row.get::<_, String>(4)?),
        employer: row.get(5)?,
        employer_code: row.get(6)?,
        shop: row.get(7)?,
        team: row.get(8)?,
        post: row.get(9)?,
        work_number: row.get(10)?,
        status: row.get(11)?,
    })
}

fn span(row: &Row<'_>) -> rusqlite::Result<Span> {
    let hired: Option<String> = row.get(1)?;
    let precision: Option<String> = row.get(2)?;
    let hired: Option<StoredDate> = hired.zip(precision);
    Ok(Span {
        id: row.get(0)?,
        hired,
        left: row.get(3)?,
        form: form_of(&row.get::<_, String>(4)?),
        employer: row.get(5)?,
    })
}

/// The employments of a person, the newest first.
pub(super) fn of_person(connection: &Connection, person: PersonId) -> Result<Vec<Employment>, Problem> {
    let sql = format!("SELECT {COLUMNS} FROM live_employment WHERE person_id = ?1 {NEWEST}");
    Ok(connection.prepare_cached(&sql)?.query_map([person], employment)?.collect::<Result<_, _>>()?)
}

/// The same by their days.
pub(super) fn spans(connection: &Connection, person: PersonId) -> Result<Vec<Span>, Problem> {
    let sql = format!(
        "SELECT id, hired_on, hired_precision, left_on, form, employer FROM live_employment WHERE person_id = ?1 {NEWEST}"
    );
    Ok(connection.prepare_cached(&sql)?.query_map([person], span)?.collect::<Result<_, _>>()?)
}

/// One employment. Errors: `not_found`.
pub(super) fn get(connection: &Connection, id: EmploymentId) -> Result<Employment, Problem> {
    let sql = format!("SELECT {COLUMNS} FROM live_employment WHERE id = ?1");
    let found = connection.prepare_cached(&sql)?.query_row([id], employment).optional()?;
    found.ok_or_else(|| Problem::missing("份用工"))
}

/// A removed one by its days, and whose it is.
pub(super) fn removed(connection: &Connection, id: &str) -> Result<(PersonId, Span), Problem> {
    let sql = "SELECT id, hired_on, hired_precision, left_on, form, employer, person_id FROM employment WHERE id = ?1";
    let found = connection.prepare_cached(sql)?.query_row([id], |row| Ok((row.get(6)?, span(row)?)));
    found.optional()?.ok_or_else(|| Problem::missing("份用工"))
}

/// Writes a new one.
pub(super) fn insert(tx: &Tx, id: EmploymentId, person: PersonId, job: &Checked) -> Result<(), Problem> {
    tx.execute(
        "INSERT INTO employment (id, hired_on, hired_precision, left_on, form, employer, employer_code, shop, team, post,
           work_number, status, person_id) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13)",
        params![
            id,
            job.hired.as_ref().map(|day| &day.0),
            job.hired.as_ref().map(|day| &day.1),
            job.left,
            form_column(job.form),
            job.employer,
            job.employer_code,
            job.shop,
            job.team,
            job.post,
            job.work_number,
            job.status,
            person,
        ],
    )?;
    Ok(())
}

/// Writes what a form holds of one that stands.
pub(super) fn update(tx: &Tx, id: EmploymentId, job: &Checked) -> Result<(), Problem> {
    tx.execute(
        "UPDATE employment SET hired_on = ?2, hired_precision = ?3, left_on = ?4, form = ?5, employer = ?6,
           employer_code = ?7, shop = ?8, team = ?9, post = ?10, work_number = ?11, status = ?12
         WHERE id = ?1 AND removed_at IS NULL",
        params![
            id,
            job.hired.as_ref().map(|day| &day.0),
            job.hired.as_ref().map(|day| &day.1),
            job.left,
            form_column(job.form),
            job.employer,
            job.employer_code,
            job.shop,
            job.team,
            job.post,
            job.work_number,
            job.status,
        ],
    )?;
    Ok(())
}

/// Ends one on its last day.
pub(super) fn end(tx: &Tx, id: EmploymentId, on: NaiveDate) -> Result<(), Problem> {
    tx.execute("UPDATE employment SET left_on = ?2 WHERE id = ?1 AND removed_at IS NULL", params![id, on])?;
    Ok(())
}

/// Puts one out of sight.
pub(super) fn put_away(tx: &Tx, id: EmploymentId) -> Result<(), Problem> {
    let now = tx.now().to_rfc3339();
    tx.execute(
        "UPDATE employment SET removed_at = ?2 WHERE id = ?1 AND removed_at IS NULL",
        params![id, now],
    )?;
    Ok(())
}

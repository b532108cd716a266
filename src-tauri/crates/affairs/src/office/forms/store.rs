//! The rows of kept forms and their fillings. Their files are attachments and not here.

use ledger::Tx;
use rusqlite::{Connection, OptionalExtension, Row, params};

use super::model::{Filling, FillingId, FormAbout, FormFilling, FormId, FormProgram, FormPurpose, KeptForm};
use crate::Problem;
use crate::office::attachments::model::AttachmentId;

const COLUMNS: &str = "f.id, f.name, f.program, f.about, f.file_id, f.added_on,
  (SELECT count(*) FROM live_form_filling l WHERE l.form_id = f.id),
  (SELECT max(l.filled_on) FROM live_form_filling l WHERE l.form_id = f.id)";

fn missing() -> Problem {
    Problem::missing("份表格")
}

fn form(row: &Row<'_>) -> rusqlite::Result<KeptForm> {
    Ok(KeptForm {
        id: row.get(0)?,
        name: row.get(1)?,
        program: FormProgram::of(&row.get::<_, String>(2)?),
        about: FormAbout::of(&row.get::<_, String>(3)?),
        file: row.get(4)?,
        added_on: row.get(5)?,
        fillings: row.get(6)?,
        filled_on: row.get(7)?,
    })
}

/// Every kept form, the newest first.
pub fn all(connection: &Connection) -> Result<Vec<KeptForm>, Problem> {
    let sql = format!("SELECT {COLUMNS} FROM live_form f ORDER BY f.added_on DESC, f.id DESC");
    let mut statement = connection.prepare_cached(&sql)?;
    Ok(statement.query_map([], form)?.collect::<Result<_, _>>()?)
}

/// One kept form.
///
/// Errors: `not_found`.
pub fn one(connection: &Connection, id: FormId) -> Result<KeptForm, Problem> {
    let sql = format!("SELECT {COLUMNS} FROM live_form f WHERE f.id = ?1");
    connection.prepare_cached(&sql)?.query_row([id], form).optional()?.ok_or_else(missing)
}

pub(super) fn taken(connection: &Connection, name: &str, own: Option<FormId>) -> Result<bool, Problem> {
    let sql = "SELECT 1 FROM live_form WHERE name = ?1 AND id IS NOT ?2";
    Ok(connection.prepare_cached(sql)?.exists(params![name, own])?)
}

pub(super) fn name_taken_from(connection: &Connection, removed: &str) -> Result<bool, Problem> {
    let sql = "SELECT 1 FROM form r JOIN live_form f ON f.name = r.name WHERE r.id = ?1 AND f.id <> r.id";
    Ok(connection.prepare_cached(sql)?.exists([removed])?)
}

pub(super) fn insert(
    tx: &Tx,
    id: FormId,
    (name, program, about): (&str, FormProgram, FormAbout),
) -> Result<(), Problem> {
    tx.execute(
        "INSERT INTO form (id, name, program, about, file_id, added_on) VALUES (?1, ?2, ?3, ?4, '', ?5)",
        params![id, name, program.code(), about.code(), tx.today()],
    )?;
    Ok(())
}

pub(super) fn set_file(tx: &Tx, id: FormId, file: AttachmentId) -> Result<(), Problem> {
    tx.execute("UPDATE form SET file_id = ?2 WHERE id = ?1", params![id, file])?;
    Ok(())
}

pub(super) fn update(tx: &Tx, id: FormId, (name, about): (&str, FormAbout)) -> Result<(), Problem> {
    let sql = "UPDATE form SET name = ?2, about = ?3 WHERE id = ?1 AND removed_at IS NULL";
    found(tx.execute(sql, params![id, name, about.code()])?)
}

/// Puts a form out of sight.
///
/// Errors: `not_found`.
pub fn remove(tx: &Tx, id: FormId) -> Result<(), Problem> {
    let sql = "UPDATE form SET removed_at = ?2 WHERE id = ?1 AND removed_at IS NULL";
    found(tx.execute(sql, params![id, tx.now().to_rfc3339()])?)
}

fn found(kept: usize) -> Result<(), Problem> {
    if kept == 1 { Ok(()) } else { Err(missing()) }
}

pub(super) fn insert_filling(
    tx: &Tx,
    id: FillingId,
    filling: &Filling<'_>,
    file: AttachmentId,
) -> Result<(), Problem> {
    tx.execute(
        "INSERT INTO form_filling (id, form_id, of_id, purpose, in_full, lines, filled_on, filled_by, file_id)
         VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9)",
        params![
            id,
            filling.form.id,
            filling.of,
            filling.purpose.code(),
            filling.in_full,
            i64::try_from(filling.lines).unwrap_or(i64::MAX),
            tx.today(),
            filling.by,
            file,
        ],
    )?;
    Ok(())
}

/// The fillings of a form, the newest first.
pub fn fillings(connection: &Connection, id: FormId) -> Result<Vec<FormFilling>, Problem> {
    let mut statement = connection.prepare_cached(
        "SELECT l.id, coalesce((SELECT name FROM person WHERE id = l.of_id),
           (SELECT title FROM negotiation WHERE id = l.of_id),
           (SELECT paper_number('supervision', year, serial) || '　' || matter FROM supervision_case WHERE id = l.of_id)),
           l.purpose, l.in_full, l.lines, l.filled_on, l.filled_by, (SELECT a.id FROM live_attachment a WHERE a.id = l.file_id)
         FROM live_form_filling l WHERE l.form_id = ?1 ORDER BY l.id DESC",
    )?;
    let rows = statement.query_map([id], |row| {
        Ok(FormFilling {
            id: row.get(0)?,
            title: row.get(1)?,
            purpose: FormPurpose::of(&row.get::<_, String>(2)?),
            in_full: row.get(3)?,
            lines: row.get(4)?,
            filled_on: row.get(5)?,
            filled_by: row.get(6)?,
            file: row.get(7)?,
        })
    })?;
    Ok(rows.collect::<Result<_, _>>()?)
}

pub(super) fn is_filling(connection: &Connection, file: AttachmentId) -> Result<bool, Problem> {
    Ok(connection.prepare_cached("SELECT 1 FROM form_filling WHERE file_id = ?1")?.exists([file])?)
}

pub(super) fn holds_identity(connection: &Connection, file: AttachmentId) -> Result<bool, Problem> {
    let sql = "SELECT 1 FROM form_filling WHERE file_id = ?1 AND in_full = 1";
    Ok(connection.prepare_cached(sql)?.exists([file])?)
}

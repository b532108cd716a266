//! The rows of those who hold a supervisor's certificate (监督员证).

use chrono::NaiveDate;
use ledger::Tx;
use rusqlite::{Connection, OptionalExtension, Row, params};

use crate::Problem;
use crate::letters::model::{SupervisionInspector, SupervisionInspectorId, SupervisionInspectorInput};

const COLUMNS: &str = "id, person_id, name, certificate, valid_until";

fn inspector(row: &Row<'_>, on: NaiveDate) -> rusqlite::Result<SupervisionInspector> {
    let valid_until: Option<NaiveDate> = row.get(4)?;
    Ok(SupervisionInspector {
        id: row.get(0)?,
        person: row.get(1)?,
        name: row.get(2)?,
        certificate: row.get(3)?,
        expired: valid_until.is_some_and(|until| until < on),
        valid_until,
    })
}

fn missing() -> Problem {
    Problem::missing("名监督员")
}

/// Everyone who holds a certificate, as they stand on a day; one person is one holder, by the certificate that holds longest.
pub fn list(connection: &Connection, on: NaiveDate) -> Result<Vec<SupervisionInspector>, Problem> {
    let sql = format!(
        "SELECT {COLUMNS} FROM live_supervision_inspector i WHERE i.person_id IS NULL OR i.id = (
           SELECT o.id FROM live_supervision_inspector o WHERE o.person_id = i.person_id
           ORDER BY coalesce(o.valid_until, '~') DESC, o.id LIMIT 1) ORDER BY certificate"
    );
    let mut statement = connection.prepare_cached(&sql)?;
    let rows = statement.query_map([], |row| inspector(row, on))?;
    Ok(rows.collect::<Result<_, _>>()?)
}

/// These holders, removed since or not, as they stood on a day.
///
/// Errors: `not_found`.
pub(crate) fn of(
    connection: &Connection,
    ids: &[SupervisionInspectorId],
    on: NaiveDate,
) -> Result<Vec<SupervisionInspector>, Problem> {
    let sql = format!("SELECT {COLUMNS} FROM supervision_inspector WHERE id = ?1");
    let mut statement = connection.prepare_cached(&sql)?;
    ids.iter()
        .map(|id| statement.query_row([id], |row| inspector(row, on)).optional()?.ok_or_else(missing))
        .collect()
}

/// Who else holds the certificate of this number.
pub(crate) fn holder(
    connection: &Connection,
    input: &SupervisionInspectorInput,
) -> Result<Option<String>, Problem> {
    let sql = "SELECT name FROM live_supervision_inspector WHERE certificate = ?1 AND id IS NOT ?2";
    Ok(connection.query_row(sql, params![input.certificate.trim(), input.id], |row| row.get(0)).optional()?)
}

/// The certificate that a person of the roster has under another entry.
pub(crate) fn other_of(
    connection: &Connection,
    input: &SupervisionInspectorInput,
) -> Result<Option<String>, Problem> {
    let sql = "SELECT certificate FROM live_supervision_inspector WHERE person_id = ?1 AND id IS NOT ?2";
    Ok(connection.query_row(sql, params![input.person, input.id], |row| row.get(0)).optional()?)
}

/// Writes a holder, new or changed.
pub(crate) fn save(
    tx: &Tx,
    id: SupervisionInspectorId,
    input: &SupervisionInspectorInput,
) -> Result<(), Problem> {
    tx.execute(
        "INSERT INTO supervision_inspector (id, person_id, name, certificate, valid_until)
         VALUES (?1, ?2, ?3, ?4, ?5)
         ON CONFLICT (id) DO UPDATE SET person_id = excluded.person_id, name = excluded.name,
           certificate = excluded.certificate, valid_until = excluded.valid_until",
        params![id, input.person, input.name.trim(), input.certificate.trim(), input.valid_until],
    )?;
    Ok(())
}

/// Puts a holder out of sight.
pub(crate) fn remove(tx: &Tx, id: SupervisionInspectorId) -> Result<(), Problem> {
    let kept = tx.execute(
        "UPDATE supervision_inspector SET removed_at = ?2 WHERE id = ?1 AND removed_at IS NULL",
        params![id, tx.now().to_rfc3339()],
    )?;
    if kept == 1 { Ok(()) } else { Err(missing()) }
}

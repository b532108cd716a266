//! The rows of what was done about a refusal beside the events: the case of the letter of reminder, the order to correct it.

use ledger::Tx;
use rusqlite::{Connection, OptionalExtension, params};

use super::model::{CorrectionOrder, CorrectionOrderId};
use crate::Problem;
use crate::letters::model::SupervisionCaseId;
use crate::negotiation::model::NegotiationId;
use crate::negotiation::store::remove;
use crate::office::text;

/// The newest case that stands of a negotiation's letter of reminder; one that was removed counts no more.
pub fn case(connection: &Connection, of: NegotiationId) -> Result<Option<SupervisionCaseId>, Problem> {
    let sql =
        "SELECT w.case_id FROM live_negotiation_warning w JOIN live_supervision_case c ON c.id = w.case_id
      WHERE w.negotiation_id = ?1 ORDER BY w.written_on DESC, w.id DESC LIMIT 1";
    Ok(connection.prepare_cached(sql)?.query_row([of], |row| row.get(0)).optional()?)
}

/// The talks for which a case was opened, with their title.
pub fn of_case(
    connection: &Connection,
    case: SupervisionCaseId,
) -> Result<Option<(NegotiationId, String)>, Problem> {
    let sql = "SELECT n.id, n.title FROM live_negotiation_warning w JOIN live_negotiation n ON n.id = w.negotiation_id
      WHERE w.case_id = ?1";
    let found = connection.prepare_cached(sql)?.query_row([case], |row| Ok((row.get(0)?, row.get(1)?)));
    Ok(found.optional()?)
}

/// Ties a case to the talks.
pub fn insert_warning(tx: &Tx, of: NegotiationId, case: SupervisionCaseId) -> Result<(), Problem> {
    tx.execute(
        "INSERT INTO negotiation_warning (id, negotiation_id, case_id, written_on) VALUES (?1, ?2, ?3, ?4)",
        params![tx.new_id::<uuid::Uuid>().to_string(), of, case, tx.today()],
    )?;
    Ok(())
}

/// The order of a negotiation.
pub fn order(connection: &Connection, of: NegotiationId) -> Result<Option<CorrectionOrder>, Problem> {
    let sql = "SELECT id, department, asked_on, ordered_on, number, correct_by, note, late_entry
      FROM live_negotiation_order WHERE negotiation_id = ?1";
    let found = connection.prepare_cached(sql)?.query_row([of], |row| {
        Ok(CorrectionOrder {
            id: row.get(0)?,
            negotiation: of,
            department: row.get(1)?,
            asked_on: row.get(2)?,
            ordered_on: row.get(3)?,
            number: row.get(4)?,
            correct_by: row.get(5)?,
            note: row.get(6)?,
            late_entry: row.get(7)?,
        })
    });
    Ok(found.optional()?)
}

/// Writes the order: a negotiation has one, and a corrected one is the same row.
pub fn save_order(tx: &Tx, id: CorrectionOrderId, order: &CorrectionOrder) -> Result<(), Problem> {
    tx.execute(
        "INSERT INTO negotiation_order (id, negotiation_id, department, asked_on, ordered_on, number, correct_by, note,
           late_entry) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9)
         ON CONFLICT (id) DO UPDATE SET department = excluded.department, asked_on = excluded.asked_on,
           ordered_on = excluded.ordered_on, number = excluded.number, correct_by = excluded.correct_by,
           note = excluded.note, late_entry = excluded.late_entry",
        params![
            id,
            order.negotiation,
            order.department.trim(),
            order.asked_on,
            order.ordered_on,
            text(&order.number),
            order.correct_by,
            text(&order.note),
            text(&order.late_entry),
        ],
    )?;
    Ok(())
}

/// Puts the order out of sight. Errors: `not_found`.
pub fn remove_order(tx: &Tx, id: CorrectionOrderId) -> Result<(), Problem> {
    let stands = tx.prepare_cached("SELECT 1 FROM live_negotiation_order WHERE id = ?1")?.exists([id])?;
    if !stands {
        return Err(Problem::missing("项责令改正"));
    }
    remove(tx, "negotiation_order", "id", &id.to_string())
}

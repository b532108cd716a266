//! The rows of what filings tell. Nothing is judged here.

use ledger::Tx;
use rusqlite::{Connection, OptionalExtension, Row, params};

use super::model::AgreementFiling;
use crate::Problem;
use crate::negotiation::agreement::model::AgreementId;
use crate::office::text;

const COLUMNS: &str = "f.id, f.department, f.filer, f.phone, f.enterprise_kind, f.trade, f.covered, f.business, f.previous, f.disputed";

fn filing_of(row: &Row<'_>) -> rusqlite::Result<AgreementFiling> {
    Ok(AgreementFiling {
        agreement: row.get(0)?,
        department: row.get(1)?,
        filer: row.get(2)?,
        phone: row.get(3)?,
        enterprise_kind: row.get(4)?,
        trade: row.get(5)?,
        covered: row.get(6)?,
        business: row.get(7)?,
        previous: row.get(8)?,
        disputed: row.get(9)?,
    })
}

/// What is kept of an agreement.
pub fn one(connection: &Connection, id: AgreementId) -> Result<Option<AgreementFiling>, Problem> {
    let sql = format!("SELECT {COLUMNS} FROM live_agreement_filing f WHERE f.id = ?1");
    Ok(connection.prepare_cached(&sql)?.query_row([id], filing_of).optional()?)
}

/// What was told of the newest agreement.
pub fn newest(connection: &Connection) -> Result<Option<AgreementFiling>, Problem> {
    let sql = format!(
        "SELECT {COLUMNS} FROM live_agreement_filing f JOIN live_agreement a ON a.id = f.id
         JOIN live_negotiation n ON n.id = a.negotiation_id ORDER BY n.year DESC, f.id DESC LIMIT 1"
    );
    Ok(connection.prepare_cached(&sql)?.query_row([], filing_of).optional()?)
}

/// Writes it.
pub fn save(tx: &Tx, input: &AgreementFiling) -> Result<(), Problem> {
    tx.execute(
        "INSERT INTO agreement_filing (id, department, filer, phone, enterprise_kind, trade, covered, business, previous,
           disputed)
         VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10)
         ON CONFLICT (id) DO UPDATE SET department = excluded.department, filer = excluded.filer, phone = excluded.phone,
           enterprise_kind = excluded.enterprise_kind, trade = excluded.trade, covered = excluded.covered,
           business = excluded.business, previous = excluded.previous, disputed = excluded.disputed",
        params![
            input.agreement,
            input.department.trim(),
            input.filer.trim(),
            text(&input.phone),
            text(&input.enterprise_kind),
            text(&input.trade),
            input.covered,
            text(&input.business),
            text(&input.previous),
            text(&input.disputed),
        ],
    )?;
    Ok(())
}

//! The rows of what the committee keeps.

use ledger::Tx;
use rusqlite::{Connection, params};

use super::model::{CustodyId, CustodyInput, CustodyItem, CustodyKind};
use crate::Problem;

fn text(value: &Option<String>) -> Option<&str> {
    value.as_deref().map(str::trim).filter(|text| !text.is_empty())
}

pub(super) fn insert(tx: &Tx, id: CustodyId, input: &CustodyInput) -> Result<(), Problem> {
    tx.execute(
        "INSERT INTO custody (id, kind, name, number, holder, note) VALUES (?1, ?2, ?3, ?4, ?5, ?6)",
        params![
            id,
            input.kind.code(),
            input.name.trim(),
            text(&input.number),
            input.holder.trim(),
            text(&input.note)
        ],
    )?;
    Ok(())
}

pub(super) fn update(tx: &Tx, id: CustodyId, input: &CustodyInput) -> Result<(), Problem> {
    let kept = tx.execute(
        "UPDATE custody SET kind = ?2, name = ?3, number = ?4, holder = ?5, note = ?6
         WHERE id = ?1 AND removed_at IS NULL",
        params![
            id,
            input.kind.code(),
            input.name.trim(),
            text(&input.number),
            input.holder.trim(),
            text(&input.note)
        ],
    )?;
    found(kept)
}

/// Everything kept, by kind, then as entered.
pub fn list(connection: &Connection) -> Result<Vec<CustodyItem>, Problem> {
    let mut statement = connection
        .prepare_cached("SELECT id, kind, name, number, holder, note FROM live_custody ORDER BY id")?;
    let rows = statement.query_map([], |row| {
        Ok(CustodyItem {
            id: row.get(0)?,
            kind: CustodyKind::of(&row.get::<_, String>(1)?),
            name: row.get(2)?,
            number: row.get(3)?,
            holder: row.get(4)?,
            note: row.get(5)?,
        })
    })?;
    let mut all = rows.collect::<Result<Vec<_>, _>>()?;
    all.sort_by_key(|item| item.kind);
    Ok(all)
}

/// Puts a thing out of sight.
pub fn remove(tx: &Tx, id: CustodyId) -> Result<(), Problem> {
    let kept = tx.execute(
        "UPDATE custody SET removed_at = ?2 WHERE id = ?1 AND removed_at IS NULL",
        params![id, tx.now().to_rfc3339()],
    )?;
    found(kept)
}

fn found(kept: usize) -> Result<(), Problem> {
    if kept == 1 { Ok(()) } else { Err(Problem::missing("件保管物")) }
}

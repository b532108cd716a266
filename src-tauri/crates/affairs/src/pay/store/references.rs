//! The figures that wages are laid beside: minimum wages, prices, productivity, guideline lines, the local average.

use chrono::NaiveDate;
use ledger::Tx;
use rusqlite::{Connection, OptionalExtension, Row, params};

use crate::Problem;
use crate::pay::model::{PayReference, PayReferenceId, PayReferenceKind, PayUnit};
use crate::pay::place;

const COLUMNS: &str = "id, kind, region, period, value, unit, source";

fn read(row: &Row<'_>) -> rusqlite::Result<PayReference> {
    Ok(PayReference {
        id: row.get(0)?,
        kind: PayReferenceKind::of(&row.get::<_, String>(1)?).unwrap_or(PayReferenceKind::Average),
        region: row.get(2)?,
        period: row.get(3)?,
        value: row.get(4)?,
        unit: PayUnit::of(&row.get::<_, String>(5)?).unwrap_or(PayUnit::Percent),
        source: row.get(6)?,
    })
}

/// Every figure, kind by kind, the newest first.
pub fn all(connection: &Connection) -> Result<Vec<PayReference>, Problem> {
    let sql = format!("SELECT {COLUMNS} FROM live_pay_reference ORDER BY kind, period DESC, region");
    let mut statement = connection.prepare_cached(&sql)?;
    let rows = statement.query_map([], read)?;
    let mut all = rows.collect::<Result<Vec<PayReference>, _>>()?;
    all.sort_by_key(|one| one.kind);
    Ok(all)
}

/// The minimum wage of a month (or an hour) that holds on a day where the union lies: the newest of its place, be it of the city or of
/// the province. None too where several regions are entered and none is of the place.
pub fn minimum_on(
    connection: &Connection,
    kind: PayReferenceKind,
    on: NaiveDate,
) -> Result<Option<PayReference>, Problem> {
    let names = place::names(connection)?;
    let held = in_force(connection, kind, on)?;
    Ok(place::newest(&held, &names).cloned())
}

/// Whether figures of a kind hold on a day and none of them where the union lies.
pub fn only_elsewhere(
    connection: &Connection,
    kind: PayReferenceKind,
    on: NaiveDate,
) -> Result<bool, Problem> {
    let held = in_force(connection, kind, on)?;
    Ok(!held.is_empty() && place::own(&held, &place::names(connection)?).is_empty())
}

/// Every figure of a kind from a day or before.
fn in_force(
    connection: &Connection,
    kind: PayReferenceKind,
    on: NaiveDate,
) -> Result<Vec<PayReference>, Problem> {
    let sql = format!(
        "SELECT {COLUMNS} FROM live_pay_reference WHERE kind = ?1 AND period <= ?2 ORDER BY period DESC, id"
    );
    let mut statement = connection.prepare_cached(&sql)?;
    let rows = statement.query_map(params![kind.code(), on], read)?;
    Ok(rows.collect::<Result<_, _>>()?)
}

/// The figure of a kind, region and period.
pub fn same(connection: &Connection, one: &PayReference) -> Result<Option<PayReference>, Problem> {
    let sql =
        format!("SELECT {COLUMNS} FROM live_pay_reference WHERE kind = ?1 AND region = ?2 AND period = ?3");
    let found = connection
        .prepare_cached(&sql)?
        .query_row(params![one.kind.code(), one.region.trim(), one.period], read)
        .optional()?;
    Ok(found)
}

/// Writes a figure, new or changed.
///
/// Errors: `not_found`.
pub fn write(tx: &Tx, id: PayReferenceId, one: &PayReference, new: bool) -> Result<(), Problem> {
    let sql = if new {
        "INSERT INTO pay_reference (id, kind, region, period, value, unit, source) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7)"
    } else {
        "UPDATE pay_reference SET kind = ?2, region = ?3, period = ?4, value = ?5, unit = ?6, source = ?7
         WHERE id = ?1 AND removed_at IS NULL"
    };
    let kept = tx.execute(
        sql,
        params![
            id,
            one.kind.code(),
            one.region.trim(),
            one.period,
            one.value,
            one.unit.code(),
            one.source.trim()
        ],
    )?;
    if kept == 0 { Err(Problem::missing("个参考数据")) } else { Ok(()) }
}

/// Puts a figure out of sight.
///
/// Errors: `not_found`.
pub fn remove(tx: &Tx, id: PayReferenceId) -> Result<(), Problem> {
    let gone = tx.execute(
        "UPDATE pay_reference SET removed_at = ?2 WHERE id = ?1 AND removed_at IS NULL",
        params![id, tx.now().to_rfc3339()],
    )?;
    if gone == 0 { Err(Problem::missing("个参考数据")) } else { Ok(()) }
}

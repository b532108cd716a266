//! The rows of the contribution: shares, payrolls, sums, letters.

use std::collections::BTreeMap;

use chrono::NaiveDate;
use ledger::{Fen, Tx};
use rusqlite::{Connection, OptionalExtension, Row, params};

use super::model::{
    FeeDemandId, FeeDemandInput, FeePaymentId, FeePaymentInput, FeePayrollId, FeePayrollInput, FeeShareId,
    FeeShareInput, FeeWay,
};
use crate::Problem;
use crate::month::Month;
use crate::typed::text;

/// From which months on which share holds, the newest first.
pub(super) fn shares(connection: &Connection) -> Result<Vec<FeeShareInput>, Problem> {
    let mut statement = connection.prepare_cached(
        "SELECT id, from_month, share, ground FROM live_fee_share ORDER BY from_month DESC",
    )?;
    let rows = statement.query_map([], |row| {
        Ok(FeeShareInput { id: row.get(0)?, from: row.get(1)?, share: row.get(2)?, ground: row.get(3)? })
    })?;
    Ok(rows.collect::<Result<_, _>>()?)
}

pub(super) fn write_share(tx: &Tx, id: FeeShareId, input: &FeeShareInput) -> Result<(), Problem> {
    tx.execute(
        "INSERT INTO fee_share (id, from_month, share, ground) VALUES (?1, ?2, ?3, ?4)
         ON CONFLICT (id) DO UPDATE SET from_month = excluded.from_month, share = excluded.share,
           ground = excluded.ground",
        params![id, input.from, input.share, text(&input.ground)],
    )?;
    Ok(())
}

/// Puts a row out of sight.
///
/// Errors: `not_found`, called `what`.
fn put_away(tx: &Tx, table: &str, id: &str, what: &str) -> Result<(), Problem> {
    let sql = format!("UPDATE {table} SET removed_at = ?2 WHERE id = ?1 AND removed_at IS NULL");
    let removed = tx.execute(&sql, params![id, tx.now().to_rfc3339()])?;
    if removed == 0 { Err(Problem::missing(what)) } else { Ok(()) }
}

pub(super) fn remove_share(tx: &Tx, id: FeeShareId) -> Result<(), Problem> {
    put_away(tx, "fee_share", &id.to_string(), "条回拨比例")
}

pub(super) fn remove_payment(tx: &Tx, id: FeePaymentId) -> Result<(), Problem> {
    put_away(tx, "fee_payment", &id.to_string(), "笔经费")
}

pub(super) fn remove_demand(tx: &Tx, id: FeeDemandId) -> Result<(), Problem> {
    put_away(tx, "fee_demand", &id.to_string(), "份催缴函")
}

/// Keeps or takes back the payroll of a month.
pub(super) fn write_payroll(tx: &Tx, input: &FeePayrollInput) -> Result<(), Problem> {
    let Some(payroll) = input.payroll else {
        tx.execute(
            "UPDATE fee_payroll SET removed_at = ?2 WHERE month = ?1 AND removed_at IS NULL",
            params![input.month, tx.now().to_rfc3339()],
        )?;
        return Ok(());
    };
    let changed = tx.execute(
        "UPDATE fee_payroll SET payroll = ?2, source = ?3 WHERE month = ?1 AND removed_at IS NULL",
        params![input.month, payroll, text(&input.source)],
    )?;
    if changed == 0 {
        tx.execute(
            "INSERT INTO fee_payroll (id, month, payroll, source) VALUES (?1, ?2, ?3, ?4)",
            params![tx.new_id::<FeePayrollId>(), input.month, payroll, text(&input.source)],
        )?;
    }
    Ok(())
}

/// The entry of a payroll, the payroll, and who gave it.
pub(super) type Payroll = (FeePayrollId, Fen, Option<String>);

/// The payrolls by month.
pub(super) fn payrolls(connection: &Connection) -> Result<BTreeMap<Month, Payroll>, Problem> {
    let mut statement =
        connection.prepare_cached("SELECT month, id, payroll, source FROM live_fee_payroll")?;
    let rows = statement.query_map([], |row| Ok((row.get(0)?, (row.get(1)?, row.get(2)?, row.get(3)?))))?;
    Ok(rows.collect::<Result<_, _>>()?)
}

/// The single sums, by month and day.
pub(super) fn payments(connection: &Connection) -> Result<Vec<FeePaymentInput>, Problem> {
    let mut statement = connection.prepare_cached(
        "SELECT id, month, way, paid_on, amount, note FROM live_fee_payment ORDER BY month, paid_on, id",
    )?;
    let rows = statement.query_map([], |row| {
        Ok(FeePaymentInput {
            id: row.get(0)?,
            month: row.get(1)?,
            way: FeeWay::of(&row.get::<_, String>(2)?).unwrap_or(FeeWay::Paid),
            paid_on: row.get(3)?,
            amount: row.get(4)?,
            note: row.get(5)?,
        })
    })?;
    Ok(rows.collect::<Result<_, _>>()?)
}

pub(super) fn write_payment(tx: &Tx, id: FeePaymentId, input: &FeePaymentInput) -> Result<(), Problem> {
    tx.execute(
        "INSERT INTO fee_payment (id, month, way, paid_on, amount, note) VALUES (?1, ?2, ?3, ?4, ?5, ?6)
         ON CONFLICT (id) DO UPDATE SET month = excluded.month, way = excluded.way, paid_on = excluded.paid_on,
           amount = excluded.amount, note = excluded.note",
        params![id, input.month, input.way.code(), input.paid_on, input.amount, text(&input.note)],
    )?;
    Ok(())
}

fn demand_of(row: &Row<'_>) -> rusqlite::Result<(FeeDemandInput, NaiveDate)> {
    let letter = FeeDemandInput {
        id: row.get(0)?,
        from: row.get(1)?,
        to: row.get(2)?,
        addressee: row.get(3)?,
        pay_by: row.get(4)?,
        pay_to: row.get(5)?,
        contact: row.get(6)?,
    };
    Ok((letter, row.get(7)?))
}

const DEMAND: &str =
    "SELECT id, from_month, to_month, addressee, pay_by, pay_to, contact, written_on FROM live_fee_demand";

/// The letters, the newest first.
pub(super) fn demands(connection: &Connection) -> Result<Vec<(FeeDemandInput, NaiveDate)>, Problem> {
    let mut statement = connection.prepare_cached(&format!("{DEMAND} ORDER BY id DESC"))?;
    Ok(statement.query_map([], demand_of)?.collect::<Result<_, _>>()?)
}

/// One letter.
///
/// Errors: `not_found`.
pub(super) fn demand(
    connection: &Connection,
    id: FeeDemandId,
) -> Result<(FeeDemandInput, NaiveDate), Problem> {
    connection
        .prepare_cached(&format!("{DEMAND} WHERE id = ?1"))?
        .query_row([id], demand_of)
        .optional()?
        .ok_or_else(|| Problem::missing("份催缴函"))
}

pub(super) fn write_demand(tx: &Tx, id: FeeDemandId, input: &FeeDemandInput) -> Result<(), Problem> {
    tx.execute(
        "INSERT INTO fee_demand (id, from_month, to_month, addressee, pay_by, pay_to, contact, written_on)
         VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8)
         ON CONFLICT (id) DO UPDATE SET from_month = excluded.from_month, to_month = excluded.to_month,
           addressee = excluded.addressee, pay_by = excluded.pay_by, pay_to = excluded.pay_to,
           contact = excluded.contact",
        params![
            id,
            input.from,
            input.to,
            input.addressee.trim(),
            input.pay_by,
            text(&input.pay_to),
            text(&input.contact),
            tx.today(),
        ],
    )?;
    Ok(())
}

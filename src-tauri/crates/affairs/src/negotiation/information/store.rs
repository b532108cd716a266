//! The rows of asked-for information and of the promises of secrecy. Saving changes only what differs, so that each row keeps
//! its history.

use chrono::NaiveDate;
use ledger::Tx;
use rusqlite::types::ToSql;
use rusqlite::{Connection, OptionalExtension, Row, params};

use super::model::{InformationItem, InformationItemId, SecrecyLine};
use crate::Problem;
use crate::negotiation::model::{NegotiationId, RepresentativeId, Side};
use crate::negotiation::people::model::MandateId;
use crate::negotiation::store::remove;
use crate::office::text;

const ITEM: &str =
    "id, of_side, name, period, secret, asked_on, asked_by, received_on, received_from, form, pages,
  refused_on, refused_reason, note";

fn item_of(row: &Row<'_>) -> rusqlite::Result<InformationItem> {
    Ok(InformationItem {
        id: Some(row.get(0)?),
        of: Side::of(&row.get::<_, String>(1)?),
        name: row.get(2)?,
        period: row.get(3)?,
        secret: row.get(4)?,
        asked_on: row.get(5)?,
        asked_by: row.get(6)?,
        received_on: row.get(7)?,
        received_from: row.get(8)?,
        form: row.get(9)?,
        pages: row.get(10)?,
        refused_on: row.get(11)?,
        refused_reason: row.get(12)?,
        note: row.get(13)?,
    })
}

/// The items of talks in order.
pub fn items(connection: &Connection, of: NegotiationId) -> Result<Vec<InformationItem>, Problem> {
    let sql =
        format!("SELECT {ITEM} FROM live_negotiation_information WHERE negotiation_id = ?1 ORDER BY ord, id");
    let mut statement = connection.prepare_cached(&sql)?;
    let rows = statement.query_map([of], item_of)?;
    Ok(rows.collect::<Result<_, _>>()?)
}

/// One item with the talks it belongs to and its place in their list. Errors: `not_found`.
pub fn item(
    connection: &Connection,
    id: InformationItemId,
) -> Result<(NegotiationId, i64, InformationItem), Problem> {
    let sql = format!("SELECT {ITEM}, negotiation_id, ord FROM live_negotiation_information WHERE id = ?1");
    let found = connection
        .prepare_cached(&sql)?
        .query_row([id], |row| Ok((row.get(14)?, row.get(15)?, item_of(row)?)))
        .optional()?;
    found.ok_or_else(|| Problem::missing("项资料"))
}

/// Writes the whole list. Errors: `not_found` for a row that is no longer there.
pub fn save(tx: &Tx, of: NegotiationId, wanted: &[InformationItem]) -> Result<(), Problem> {
    let standing: Vec<InformationItemId> = items(tx, of)?.into_iter().filter_map(|one| one.id).collect();
    let kept: Vec<InformationItemId> = wanted.iter().filter_map(|one| one.id).collect();
    if kept.iter().any(|id| !standing.contains(id)) {
        return Err(Problem::missing("项资料").at("items"));
    }
    for gone in standing.iter().filter(|id| !kept.contains(id)) {
        remove(tx, "negotiation_information", "id", &gone.to_string())?;
    }
    for (ord, item) in (1_i64..).zip(wanted) {
        let id = item.id.unwrap_or_else(|| tx.new_id::<InformationItemId>());
        save_item(tx, (of, id), ord, item)?;
    }
    Ok(())
}

/// Writes one item at its place in the list.
pub fn save_item(
    tx: &Tx,
    (of, id): (NegotiationId, InformationItemId),
    ord: i64,
    item: &InformationItem,
) -> Result<(), Problem> {
    let values: [&dyn ToSql; 16] = [
        &id,
        &of,
        &ord,
        &item.of.code(),
        &item.name.trim(),
        &text(&item.period),
        &item.secret,
        &item.asked_on,
        &item.asked_by.trim(),
        &item.received_on,
        &text(&item.received_from),
        &text(&item.form),
        &item.pages,
        &item.refused_on,
        &text(&item.refused_reason),
        &text(&item.note),
    ];
    tx.prepare_cached(
        "INSERT INTO negotiation_information (id, negotiation_id, ord, of_side, name, period, secret, asked_on, asked_by,
           received_on, received_from, form, pages, refused_on, refused_reason, note)
         VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13, ?14, ?15, ?16)
         ON CONFLICT (id) DO UPDATE SET ord = excluded.ord, of_side = excluded.of_side, name = excluded.name,
           period = excluded.period, secret = excluded.secret, asked_on = excluded.asked_on, asked_by = excluded.asked_by,
           received_on = excluded.received_on, received_from = excluded.received_from, form = excluded.form,
           pages = excluded.pages, refused_on = excluded.refused_on, refused_reason = excluded.refused_reason,
           note = excluded.note",
    )?
    .execute(values.as_slice())?;
    Ok(())
}

/// The representatives of talks and the advisers, our side first, with the day each signed to keep secrets.
pub fn secrecy(connection: &Connection, of: NegotiationId) -> Result<Vec<SecrecyLine>, Problem> {
    let mut statement = connection.prepare_cached(
        "SELECT r.id, r.name, r.side, s.signed_on
         FROM live_negotiation_representative r LEFT JOIN live_negotiation_secrecy s ON s.representative_id = r.id
         WHERE r.negotiation_id = ?1 ORDER BY r.side DESC, r.chief DESC, r.ord, r.id",
    )?;
    let rows = statement.query_map([of], |row| {
        Ok(SecrecyLine {
            representative: Some(row.get(0)?),
            adviser: None,
            name: row.get(1)?,
            side: Side::of(&row.get::<_, String>(2)?),
            signed_on: row.get(3)?,
        })
    })?;
    let mut lines: Vec<SecrecyLine> = rows.collect::<Result<_, _>>()?;
    lines.extend(advisers(connection, of)?);
    lines.sort_by_key(|one| one.side != Side::Workers);
    Ok(lines)
}

/// The advisers who stand on no list.
fn advisers(connection: &Connection, of: NegotiationId) -> Result<Vec<SecrecyLine>, Problem> {
    let mut statement = connection.prepare_cached(
        "SELECT id, name, side, secrecy_on FROM live_negotiation_mandate
         WHERE negotiation_id = ?1 AND kind = 'adviser' AND representative_id IS NULL ORDER BY given_on, id",
    )?;
    let rows = statement.query_map([of], |row| {
        Ok(SecrecyLine {
            representative: None,
            adviser: Some(row.get(0)?),
            name: row.get(1)?,
            side: Side::of(&row.get::<_, String>(2)?),
            signed_on: row.get(3)?,
        })
    })?;
    Ok(rows.collect::<Result<_, _>>()?)
}

/// Keeps the day on which an adviser signed, or takes it back. Errors: `not_found` for whoever is no adviser of the talks.
pub fn sign_adviser(
    tx: &Tx,
    of: NegotiationId,
    adviser: MandateId,
    on: Option<NaiveDate>,
) -> Result<(), Problem> {
    let changed = tx.execute(
        "UPDATE negotiation_mandate SET secrecy_on = ?3 WHERE id = ?1 AND negotiation_id = ?2 AND kind = 'adviser'
           AND representative_id IS NULL AND removed_at IS NULL",
        params![adviser, of, on],
    )?;
    if changed == 0 { Err(Problem::missing("位专业人员")) } else { Ok(()) }
}

/// Keeps the day on which a representative signed, or takes it back.
pub fn sign(
    tx: &Tx,
    of: NegotiationId,
    representative: RepresentativeId,
    on: Option<NaiveDate>,
) -> Result<(), Problem> {
    let Some(on) = on else {
        return remove(tx, "negotiation_secrecy", "representative_id", &representative.to_string());
    };
    let changed = tx.execute(
        "UPDATE negotiation_secrecy SET signed_on = ?2 WHERE representative_id = ?1 AND removed_at IS NULL",
        params![representative, on],
    )?;
    if changed == 0 {
        tx.execute(
            "INSERT INTO negotiation_secrecy (id, negotiation_id, representative_id, signed_on) VALUES (?1, ?2, ?3, ?4)",
            params![tx.new_id::<uuid::Uuid>().to_string(), of, representative, on],
        )?;
    }
    Ok(())
}

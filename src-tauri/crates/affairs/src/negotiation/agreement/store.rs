//! The rows of agreements and of what lies ready for their filing. Votes are the congress's rows, events the affair's.

use chrono::NaiveDate;
use ledger::Tx;
use rusqlite::{Connection, OptionalExtension, Row, params};

use super::model::{AgreementId, AgreementKind};
use crate::Problem;
use crate::negotiation::model::NegotiationId;
use crate::negotiation::store::remove;

/// An agreement's row.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Head {
    /// Its id.
    pub id: AgreementId,
    /// The round of talks.
    pub negotiation: NegotiationId,
    /// What it is about.
    pub kind: AgreementKind,
    /// As the paper bears it.
    pub title: String,
    /// First day of its term.
    pub term_from: Option<NaiveDate>,
    /// Last day of its term.
    pub term_to: Option<NaiveDate>,
    /// The agreement of a sealed affair that goes on in this one.
    pub continues: Option<AgreementId>,
    /// The agreement in force that this one changes, rescinds, ends or renews.
    pub amends: Option<AgreementId>,
}

const HEAD: &str =
    "SELECT id, negotiation_id, kind, title, term_from, term_to, continues_id, amends_id FROM live_agreement";

fn head_of(row: &Row<'_>) -> rusqlite::Result<Head> {
    Ok(Head {
        id: row.get(0)?,
        negotiation: row.get(1)?,
        kind: AgreementKind::of(&row.get::<_, String>(2)?).unwrap_or(AgreementKind::Wage),
        title: row.get(3)?,
        term_from: row.get(4)?,
        term_to: row.get(5)?,
        continues: row.get(6)?,
        amends: row.get(7)?,
    })
}

/// The agreements that a round of talks comes to, the collective contract first; what amends one stands in [`amendments`].
pub fn heads(connection: &Connection, negotiation: NegotiationId) -> Result<Vec<Head>, Problem> {
    let mut heads = all(connection, negotiation)?;
    heads.retain(|head| head.amends.is_none());
    Ok(heads)
}

/// What amends the agreements of a round of talks, in the order it was written.
pub fn amendments(connection: &Connection, negotiation: NegotiationId) -> Result<Vec<Head>, Problem> {
    let mut heads = all(connection, negotiation)?;
    heads.retain(|head| head.amends.is_some());
    Ok(heads)
}

/// The agreements of a round of talks and all that amends them.
pub fn all(connection: &Connection, negotiation: NegotiationId) -> Result<Vec<Head>, Problem> {
    let mut statement = connection.prepare_cached(&format!("{HEAD} WHERE negotiation_id = ?1"))?;
    let rows = statement.query_map([negotiation], head_of)?;
    let mut heads: Vec<Head> = rows.collect::<Result<_, _>>()?;
    heads.sort_by_key(|head| (head.amends.is_some(), head.kind, head.id));
    Ok(heads)
}

/// Whether an agreement goes on in the affair that continues its own.
pub fn is_continued(connection: &Connection, id: AgreementId) -> Result<bool, Problem> {
    Ok(connection.prepare_cached("SELECT 1 FROM live_agreement WHERE continues_id = ?1")?.exists([id])?)
}

/// An agreement and those of sealed affairs that it continues, itself first.
pub fn line(connection: &Connection, of: &Head) -> Result<Vec<Head>, Problem> {
    let mut line = vec![of.clone()];
    let mut earlier = of.continues;
    while let Some(id) = earlier {
        let one = head(connection, id)?;
        earlier = one.continues;
        line.push(one);
    }
    Ok(line)
}

/// One agreement.
///
/// Errors: `not_found`.
pub fn head(connection: &Connection, id: AgreementId) -> Result<Head, Problem> {
    connection
        .prepare_cached(&format!("{HEAD} WHERE id = ?1"))?
        .query_row([id], head_of)
        .optional()?
        .ok_or_else(|| Problem::missing("份集体合同"))
}

/// Writes an agreement.
pub fn save(tx: &Tx, head: &Head) -> Result<(), Problem> {
    tx.execute(
        "INSERT INTO agreement (id, negotiation_id, kind, title, term_from, term_to, continues_id, amends_id)
         VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8)
         ON CONFLICT (id) DO UPDATE SET title = excluded.title, term_from = excluded.term_from, term_to = excluded.term_to",
        params![
            head.id,
            head.negotiation,
            head.kind.code(),
            head.title.trim(),
            head.term_from,
            head.term_to,
            head.continues,
            head.amends
        ],
    )?;
    Ok(())
}

/// Puts an agreement with what lies ready for it out of sight.
pub fn remove_agreement(tx: &Tx, id: AgreementId) -> Result<(), Problem> {
    remove(tx, "agreement_material", "agreement_id", &id.to_string())?;
    remove(tx, "agreement_filing", "id", &id.to_string())?;
    remove(tx, "agreement", "id", &id.to_string())
}

/// What lies ready: the key of the item and since when.
pub fn materials(connection: &Connection, id: AgreementId) -> Result<Vec<(String, NaiveDate)>, Problem> {
    let mut statement = connection
        .prepare_cached("SELECT item, ready_on FROM live_agreement_material WHERE agreement_id = ?1")?;
    let rows = statement.query_map([id], |row| Ok((row.get(0)?, row.get(1)?)))?;
    Ok(rows.collect::<Result<_, _>>()?)
}

fn insert_material(tx: &Tx, id: AgreementId, item: &str, ready_on: NaiveDate) -> Result<(), Problem> {
    tx.execute(
        "INSERT INTO agreement_material (id, agreement_id, item, ready_on) VALUES (?1, ?2, ?3, ?4)",
        params![tx.new_id::<uuid::Uuid>().to_string(), id, item, ready_on],
    )?;
    Ok(())
}

/// Lets lie ready for one agreement what lies ready for another.
pub fn carry_materials(tx: &Tx, from: AgreementId, to: AgreementId) -> Result<(), Problem> {
    for (item, ready_on) in materials(tx, from)? {
        insert_material(tx, to, &item, ready_on)?;
    }
    Ok(())
}

/// Marks an item ready, or no longer. One that is marked again lies ready since today: what lay ready before may be of a text before.
pub fn mark_material(tx: &Tx, id: AgreementId, item: &str, ready: bool) -> Result<(), Problem> {
    let standing: Option<String> = tx
        .query_row(
            "SELECT id FROM live_agreement_material WHERE agreement_id = ?1 AND item = ?2",
            params![id, item],
            |row| row.get(0),
        )
        .optional()?;
    match (standing, ready) {
        (Some(row), false) => remove(tx, "agreement_material", "id", &row),
        (None, true) => insert_material(tx, id, item, tx.today()),
        (Some(row), true) => {
            let sql = "UPDATE agreement_material SET ready_on = ?2 WHERE id = ?1 AND ready_on <> ?2";
            tx.execute(sql, params![row, tx.today()])?;
            Ok(())
        }
        (None, false) => Ok(()),
    }
}

//! The rows of amendments: the agreement that one is, what it says, the clauses it changes. Nothing is judged here.

use chrono::NaiveDate;
use ledger::Tx;
use rusqlite::{Connection, OptionalExtension, params};

use super::model::{AmendmentAct, AmendmentChange, AmendmentChangeId, SaveAmendment};
use crate::Problem;
use crate::negotiation::agreement::model::AgreementId;
use crate::negotiation::agreement::store as agreements;
use crate::negotiation::model::Side;
use crate::negotiation::store::remove;
use crate::office::text;

/// What an amendment says besides its head.
#[derive(Debug, Clone)]
pub struct Said {
    /// What is done.
    pub act: AmendmentAct,
    /// Who proposed it.
    pub proposed_by: Side,
    /// When.
    pub proposed_on: NaiveDate,
    /// The key of its ground.
    pub ground: Option<String>,
    /// The ground's words when it was chosen.
    pub ground_text: Option<String>,
    /// Why.
    pub reason: String,
    /// From when it holds.
    pub effective_on: NaiveDate,
    /// What else is agreed.
    pub terms: Vec<String>,
}

/// What an amendment says; none for an agreement that is none.
pub fn said(connection: &Connection, id: AgreementId) -> Result<Option<Said>, Problem> {
    let found = connection
        .prepare_cached(
            "SELECT act, proposed_by, proposed_on, ground_key, ground_text, reason, effective_on, terms
             FROM live_agreement_amendment WHERE id = ?1",
        )?
        .query_row([id], |row| {
            Ok(Said {
                act: AmendmentAct::of(&row.get::<_, String>(0)?).unwrap_or(AmendmentAct::Change),
                proposed_by: Side::of(&row.get::<_, String>(1)?),
                proposed_on: row.get(2)?,
                ground: row.get(3)?,
                ground_text: row.get(4)?,
                reason: row.get(5)?,
                effective_on: row.get(6)?,
                terms: row.get::<_, String>(7)?.lines().map(str::to_owned).collect(),
            })
        })
        .optional()?;
    Ok(found)
}

/// The clauses that an amendment changes.
pub fn changes(connection: &Connection, id: AgreementId) -> Result<Vec<AmendmentChange>, Problem> {
    let mut statement = connection.prepare_cached(
        "SELECT clause, was, becomes FROM live_agreement_change WHERE agreement_id = ?1 ORDER BY ord",
    )?;
    let rows = statement.query_map([id], |row| {
        Ok(AmendmentChange { clause: row.get(0)?, was: row.get(1)?, becomes: row.get(2)? })
    })?;
    Ok(rows.collect::<Result<_, _>>()?)
}

/// An amendment as its form holds it, with the words of its ground.
///
/// Errors: `not_found`.
pub fn record(connection: &Connection, id: AgreementId) -> Result<(SaveAmendment, Option<String>), Problem> {
    let missing = || Problem::missing("份变更协议");
    let head = agreements::head(connection, id)?;
    let said = said(connection, id)?.ok_or_else(missing)?;
    let record = SaveAmendment {
        id: Some(id),
        amends: head.amends.ok_or_else(missing)?,
        act: said.act,
        proposed_by: said.proposed_by,
        proposed_on: said.proposed_on,
        ground: said.ground,
        reason: said.reason,
        effective_on: said.effective_on,
        term_from: head.term_from,
        term_to: head.term_to,
        terms: said.terms,
        changes: changes(connection, id)?,
    };
    Ok((record, said.ground_text))
}

/// Writes what an amendment says; its head is written before. A changed clause keeps its row by its place.
pub fn save(tx: &Tx, id: AgreementId, input: &SaveAmendment, ground: Option<&str>) -> Result<(), Problem> {
    let terms: Vec<&str> =
        input.terms.iter().map(|term| term.trim()).filter(|term| !term.is_empty()).collect();
    tx.execute(
        "INSERT INTO agreement_amendment (id, act, proposed_by, proposed_on, ground_key, ground_text, reason, effective_on,
           terms)
         VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9)
         ON CONFLICT (id) DO UPDATE SET act = excluded.act, proposed_by = excluded.proposed_by,
           proposed_on = excluded.proposed_on, ground_key = excluded.ground_key, ground_text = excluded.ground_text,
           reason = excluded.reason, effective_on = excluded.effective_on, terms = excluded.terms",
        params![
            id,
            input.act.code(),
            input.proposed_by.code(),
            input.proposed_on,
            text(&input.ground),
            ground,
            input.reason.trim(),
            input.effective_on,
            terms.join("\n"),
        ],
    )?;
    let standing: Vec<String> = tx
        .prepare_cached("SELECT id FROM live_agreement_change WHERE agreement_id = ?1 ORDER BY ord")?
        .query_map([id], |row| row.get(0))?
        .collect::<Result<_, _>>()?;
    for gone in standing.iter().skip(input.changes.len()) {
        remove(tx, "agreement_change", "id", gone)?;
    }
    for (at, change) in input.changes.iter().enumerate() {
        let row = standing.get(at).cloned().unwrap_or_else(|| tx.new_id::<AmendmentChangeId>().to_string());
        tx.execute(
            "INSERT INTO agreement_change (id, agreement_id, ord, clause, was, becomes)
             VALUES (?1, ?2, ?3, ?4, ?5, ?6)
             ON CONFLICT (id) DO UPDATE SET ord = excluded.ord, clause = excluded.clause, was = excluded.was,
               becomes = excluded.becomes",
            params![
                row,
                id,
                i64::try_from(at + 1).unwrap_or(i64::MAX),
                change.clause.trim(),
                change.was.trim(),
                change.becomes.trim()
            ],
        )?;
    }
    Ok(())
}

/// Puts what an amendment says out of sight; its head goes with the agreement it is.
pub fn remove_said(tx: &Tx, id: AgreementId) -> Result<(), Problem> {
    remove(tx, "agreement_change", "agreement_id", &id.to_string())?;
    remove(tx, "agreement_amendment", "id", &id.to_string())
}

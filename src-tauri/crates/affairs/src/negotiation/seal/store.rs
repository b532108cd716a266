//! The rows of seals, and what an affair is continued by. Nothing is judged here.

use std::collections::BTreeSet;

use ledger::Tx;
use rusqlite::{Connection, OptionalExtension, params};

use super::model::{
    NegotiationClosing, NegotiationMention, NegotiationSeal, NegotiationSealId, NegotiationSealOutcome,
};
use crate::Problem;
use crate::negotiation::model::NegotiationId;

/// Writes a seal.
pub(super) fn insert(
    tx: &Tx,
    id: NegotiationSealId,
    negotiation: NegotiationId,
    (outcome, reason): (NegotiationSealOutcome, Option<&str>),
    (pack, plan): (&str, &str),
) -> Result<(), Problem> {
    tx.execute(
        "INSERT INTO negotiation_seal (id, negotiation_id, sealed_on, outcome, reason, law_pack, plan)
         VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7)",
        params![id, negotiation, tx.today(), outcome.code(), reason, pack, plan],
    )?;
    Ok(())
}

/// The plan as it was kept with the seal; none while the affair is open, and where it was sealed before plans were kept.
pub(in crate::negotiation) fn plan_of(
    connection: &Connection,
    id: NegotiationId,
) -> Result<Option<String>, Problem> {
    let sql = "SELECT plan FROM live_negotiation_seal WHERE negotiation_id = ?1";
    Ok(connection
        .prepare_cached(sql)?
        .query_row([id], |row| row.get::<_, Option<String>>(0))
        .optional()?
        .flatten())
}

/// The seal of an affair; none while it is open.
pub(in crate::negotiation) fn seal_of(
    connection: &Connection,
    id: NegotiationId,
) -> Result<Option<NegotiationSeal>, Problem> {
    let mut statement = connection.prepare_cached(
        "SELECT sealed_on, outcome, reason FROM live_negotiation_seal WHERE negotiation_id = ?1",
    )?;
    let found = statement
        .query_row([id], |row| {
            Ok(NegotiationSeal {
                sealed_on: row.get(0)?,
                outcome: NegotiationSealOutcome::of(&row.get::<_, String>(1)?)
                    .unwrap_or(NegotiationSealOutcome::Done),
                reason: row.get(2)?,
            })
        })
        .optional()?;
    Ok(found)
}

/// The affairs that are sealed.
pub(in crate::negotiation) fn all_sealed(
    connection: &Connection,
) -> Result<BTreeSet<NegotiationId>, Problem> {
    let mut statement = connection.prepare_cached("SELECT negotiation_id FROM live_negotiation_seal")?;
    let rows = statement.query_map([], |row| row.get(0))?;
    Ok(rows.collect::<Result<_, _>>()?)
}

fn mention(
    connection: &Connection,
    sql: &str,
    id: NegotiationId,
) -> Result<Option<NegotiationMention>, Problem> {
    let found = connection
        .prepare_cached(sql)?
        .query_row([id], |row| Ok(NegotiationMention { id: row.get(0)?, title: row.get(1)? }))
        .optional()?;
    Ok(found)
}

/// The affair that continues a sealed one.
pub(in crate::negotiation) fn continued_by(
    connection: &Connection,
    id: NegotiationId,
) -> Result<Option<NegotiationMention>, Problem> {
    mention(connection, "SELECT id, title FROM live_negotiation WHERE continues_id = ?1", id)
}

/// How an affair is closed; what is open of it is left for its caller to tell.
pub(in crate::negotiation) fn closing(
    connection: &Connection,
    id: NegotiationId,
) -> Result<NegotiationClosing, Problem> {
    Ok(NegotiationClosing {
        seal: seal_of(connection, id)?,
        open: Vec::new(),
        told: Vec::new(),
        continues: mention(
            connection,
            "SELECT b.id, b.title FROM live_negotiation n JOIN negotiation b ON b.id = n.continues_id WHERE n.id = ?1",
            id,
        )?,
        continued_by: continued_by(connection, id)?,
    })
}

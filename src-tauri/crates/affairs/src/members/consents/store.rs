//! The rows of the register of consents.

use ledger::Tx;
use rusqlite::{Connection, params};

use super::model::{Consent, ConsentHow, ConsentId, ConsentInput, ConsentPurpose};
use crate::Problem;
use crate::members::model::PersonId;

fn recipient(input: &ConsentInput) -> Option<&str> {
    input.recipient.as_deref().map(str::trim).filter(|name| !name.is_empty())
}

pub(super) fn insert(tx: &Tx, id: ConsentId, input: &ConsentInput) -> Result<(), Problem> {
    tx.execute(
        "INSERT INTO consent (id, person_id, purpose, about, recipient, given_on, given_how, withdrawn_on)
         VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8)",
        params![
            id,
            input.person,
            input.purpose.code(),
            input.about.trim(),
            recipient(input),
            input.given_on,
            input.given_how.code(),
            input.withdrawn_on,
        ],
    )?;
    Ok(())
}

pub(super) fn update(tx: &Tx, id: ConsentId, input: &ConsentInput) -> Result<(), Problem> {
    let kept = tx.execute(
        "UPDATE consent SET purpose = ?3, about = ?4, recipient = ?5, given_on = ?6, given_how = ?7, withdrawn_on = ?8
         WHERE id = ?1 AND person_id = ?2 AND removed_at IS NULL",
        params![
            id,
            input.person,
            input.purpose.code(),
            input.about.trim(),
            recipient(input),
            input.given_on,
            input.given_how.code(),
            input.withdrawn_on,
        ],
    )?;
    if kept == 1 { Ok(()) } else { Err(Problem::missing("条同意记录")) }
}

/// The consents of a person, the newest first; of everyone on the roster when none is named.
pub fn list(connection: &Connection, person: Option<PersonId>) -> Result<Vec<Consent>, Problem> {
    let mut statement = connection.prepare_cached(
        "SELECT c.id, c.person_id, c.purpose, c.about, c.recipient, c.given_on, c.given_how, c.withdrawn_on, p.name
         FROM live_consent c JOIN person p ON p.id = c.person_id
         WHERE CASE WHEN ?1 IS NULL THEN p.removed_at IS NULL ELSE c.person_id = ?1 END
         ORDER BY c.given_on DESC, c.id DESC",
    )?;
    let rows = statement.query_map(params![person], |row| {
        Ok(Consent {
            id: row.get(0)?,
            person: row.get(1)?,
            name: row.get(8)?,
            purpose: ConsentPurpose::of(&row.get::<_, String>(2)?),
            about: row.get(3)?,
            recipient: row.get(4)?,
            given_on: row.get(5)?,
            given_how: ConsentHow::of(&row.get::<_, String>(6)?),
            withdrawn_on: row.get(7)?,
        })
    })?;
    Ok(rows.collect::<Result<_, _>>()?)
}

/// Puts a consent that was entered by mistake out of sight; a withdrawn one is not removed.
pub fn remove(tx: &Tx, id: ConsentId) -> Result<(), Problem> {
    let kept = tx.execute(
        "UPDATE consent SET removed_at = ?2 WHERE id = ?1 AND removed_at IS NULL",
        params![id, tx.now().to_rfc3339()],
    )?;
    if kept == 1 { Ok(()) } else { Err(Problem::missing("条同意记录")) }
}

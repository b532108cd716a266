//! Drafts of people who sit at the desk no more: told, taken over by another, or discarded. Whose right that is, is `desk`'s.

use ledger::Tx;
use rusqlite::{Connection, OptionalExtension, params};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::MOST;
use crate::Problem;

/// A draft that somebody left behind: where it belongs, without what was typed.
#[derive(Debug, Clone, PartialEq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct LeftDraft {
    /// The draft.
    pub id: String,
    /// The form's name.
    pub form: String,
    /// The record that the form is about.
    pub record: Option<String>,
    /// Who typed it.
    pub owner: String,
    /// When it was kept, at +08:00.
    pub saved_at: String,
}

/// Which draft that was left behind.
#[derive(Debug, Clone, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct LeftDraftRef {
    /// The draft.
    pub id: String,
}

/// Of a draft `d`: that whoever typed it sits at the desk no more.
const LEFT: &str = "NOT EXISTS (SELECT 1 FROM live_desk_person l WHERE l.id = d.person_id)";

/// Every draft that was left behind, newest first.
pub fn list(connection: &Connection) -> Result<Vec<LeftDraft>, Problem> {
    let sql = format!(
        "SELECT d.id, d.form, d.record, ifnull(p.name, ''), d.saved_at
         FROM draft d LEFT JOIN desk_person p ON p.id = d.person_id WHERE {LEFT} ORDER BY d.saved_at DESC, d.id"
    );
    let mut statement = connection.prepare_cached(&sql)?;
    let lines = statement.query_map([], |row| {
        Ok(LeftDraft {
            id: row.get(0)?,
            form: row.get(1)?,
            record: row.get(2)?,
            owner: row.get(3)?,
            saved_at: row.get(4)?,
        })
    })?;
    Ok(lines.collect::<Result<_, _>>()?)
}

/// Which form a draft belongs to that was left behind, and which record.
///
/// Errors: `not_found`.
fn belongs(connection: &Connection, of: &LeftDraftRef) -> Result<(String, Option<String>), Problem> {
    let sql = format!("SELECT d.form, d.record FROM draft d WHERE d.id = ?1 AND {LEFT}");
    let found = connection.query_row(&sql, [&of.id], |row| Ok((row.get(0)?, row.get(1)?))).optional()?;
    found.ok_or_else(|| Problem::missing("份草稿"))
}

/// Whether somebody may take a draft over: one a form and record, as ever, and what they typed themselves is not written over.
///
/// Errors: `not_found`; `refused`.
pub fn may_take_over(connection: &Connection, person: &str, of: &LeftDraftRef) -> Result<(), Problem> {
    let (form, record) = belongs(connection, of)?;
    let own = "SELECT 1 FROM draft WHERE person_id = ?1 AND form = ?2 AND record IS ?3";
    if connection.prepare_cached(own)?.exists(params![person, form, record])? {
        let message =
            "您在同一张表单里也有没填完的草稿，没有接过来。请先保存或丢弃自己的那一份，再接这一份。";
        return Err(Problem::new("refused", message));
    }
    let kept: i64 =
        connection
            .query_row("SELECT count(*) FROM draft WHERE person_id = ?1", [person], |row| row.get(0))?;
    if kept >= MOST {
        let message = format!("您没有保存的草稿已有{MOST}份，请先保存或丢弃其中一些，再接这一份。");
        return Err(Problem::new("refused", message));
    }
    Ok(())
}

/// Makes a draft that was left behind the person's own: their form offers it. `noted` is put among its values under a name that no
/// form has.
///
/// Errors: as `may_take_over`.
pub fn take_over(
    tx: &Tx,
    person: &str,
    of: &LeftDraftRef,
    noted: (&str, &serde_json::Value),
) -> Result<(), Problem> {
    may_take_over(tx, person, of)?;
    let (name, value) = noted;
    // One that cannot be read stays as it lies: it is as good as none.
    let sql = "UPDATE draft SET person_id = ?2,
                 body = CASE WHEN json_valid(body) THEN json_set(body, ?3, json(?4)) ELSE body END WHERE id = ?1";
    tx.execute(sql, params![of.id, person, format!("$.\"{name}\""), value.to_string()])?;
    Ok(())
}

/// Discards a draft that was left behind.
///
/// Errors: `not_found`.
pub fn discard(tx: &Tx, of: &LeftDraftRef) -> Result<(), Problem> {
    belongs(tx, of)?;
    tx.execute("DELETE FROM draft WHERE id = ?1", [&of.id])?;
    Ok(())
}

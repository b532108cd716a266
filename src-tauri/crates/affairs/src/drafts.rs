//! Drafts: what a person is typing into a form, kept until the form is saved. A draft is its owner's alone and
//! leaves no trace in the journal. What the values mean is the form's affair.

use ledger::Tx;
use rusqlite::{Connection, OptionalExtension, params};
use serde::{Deserialize, Serialize};
use ts_rs::TS;
use uuid::Uuid;

use crate::Problem;

/// The most that one draft may hold, in bytes of JSON.
const LARGEST: usize = 1024 * 1024;
/// The most drafts that one person may have.
const MOST: i64 = 500;

/// Which draft: one a form and, where the form has one, a record.
#[derive(Debug, Clone, Deserialize, TS)]
#[serde(deny_unknown_fields)]
#[ts(optional_fields)]
pub struct DraftRef {
    /// The form's name, as the page has it.
    pub form: String,
    /// The record that the form is about; absent for a new one.
    pub record: Option<String>,
}

/// A draft to keep.
#[derive(Debug, Clone, Deserialize, TS)]
#[serde(deny_unknown_fields)]
#[ts(optional_fields)]
pub struct SaveDraft {
    /// The form's name.
    pub form: String,
    /// The record that the form is about; absent for a new one.
    pub record: Option<String>,
    /// The form's values as typed.
    #[ts(type = "object")]
    pub body: serde_json::Map<String, serde_json::Value>,
}

/// A draft as it was kept.
#[derive(Debug, Clone, PartialEq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct KeptDraft {
    /// The form's values as typed.
    #[ts(type = "object")]
    pub body: serde_json::Map<String, serde_json::Value>,
    /// When it was kept, at +08:00.
    pub saved_at: String,
}

/// A draft in the list: where it belongs, without what was typed.
#[derive(Debug, Clone, PartialEq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct DraftLine {
    /// The form's name.
    pub form: String,
    /// The record that the form is about.
    pub record: Option<String>,
    /// When it was kept, at +08:00.
    pub saved_at: String,
}

/// Keeps a draft in place of the one before. Errors: `bad_input` when it is too large or has no form.
pub fn save(tx: &Tx, person: &str, draft: &SaveDraft) -> Result<(), Problem> {
    check_ref(&draft.form, draft.record.as_deref())?;
    let body = serde_json::to_string(&draft.body)
        .map_err(|_| Problem::input("body", "草稿的内容写不成文字，没有保存。请复制要紧的内容后重试。"))?;
    if body.len() > LARGEST {
        return Err(Problem::input(
            "body",
            "草稿超过1兆字节，没有保存。请先保存这份表单，或删减粘贴进来的内容。",
        ));
    }
    let kept: i64 = tx.query_row(
        "SELECT count(*) FROM draft WHERE person_id = ?1 AND NOT (form = ?2 AND record IS ?3)",
        params![person, draft.form, draft.record],
        |row| row.get(0),
    )?;
    if kept >= MOST {
        return Err(Problem::input("form", format!("没有保存的草稿已有{MOST}份，请先保存或丢弃其中一些。")));
    }
    tx.prepare_cached(
        "INSERT INTO draft (id, form, record, person_id, body, saved_at) VALUES (?1, ?2, ?3, ?4, ?5, ?6)
         ON CONFLICT (person_id, form, ifnull(record, '')) DO UPDATE SET body = excluded.body,
           saved_at = excluded.saved_at",
    )?
    .execute(params![
        tx.new_id::<Uuid>().to_string(),
        draft.form,
        draft.record,
        person,
        body,
        tx.now().to_rfc3339()
    ])?;
    Ok(())
}

fn check_ref(form: &str, record: Option<&str>) -> Result<(), Problem> {
    let fits = |text: &str| (1..=100).contains(&text.chars().count());
    if !fits(form) {
        return Err(Problem::input("form", "草稿要有1到100个字的表单名。"));
    }
    if record.is_some_and(|record| !fits(record)) {
        return Err(Problem::input("record", "草稿所属记录的编号应有1到100个字。"));
    }
    Ok(())
}

/// A person's own draft.
pub fn get(connection: &Connection, person: &str, of: &DraftRef) -> Result<Option<KeptDraft>, Problem> {
    let found: Option<(String, String)> = connection
        .query_row(
            "SELECT body, saved_at FROM draft WHERE person_id = ?1 AND form = ?2 AND record IS ?3",
            params![person, of.form, of.record],
            |row| Ok((row.get(0)?, row.get(1)?)),
        )
        .optional()?;
    // One that cannot be read is as good as none; the next word typed writes over it.
    Ok(found
        .and_then(|(body, saved_at)| Some(KeptDraft { body: serde_json::from_str(&body).ok()?, saved_at })))
}

/// A person's own drafts, newest first.
pub fn list(connection: &Connection, person: &str) -> Result<Vec<DraftLine>, Problem> {
    let mut statement = connection.prepare_cached(
        "SELECT form, record, saved_at FROM draft WHERE person_id = ?1 ORDER BY saved_at DESC, form, record",
    )?;
    let lines = statement.query_map([person], |row| {
        Ok(DraftLine { form: row.get(0)?, record: row.get(1)?, saved_at: row.get(2)? })
    })?;
    Ok(lines.collect::<Result<_, _>>()?)
}

/// Drops a person's own draft, if there is one: the form was saved, or the words are not wanted.
pub fn discard(tx: &Tx, person: &str, of: &DraftRef) -> Result<(), Problem> {
    tx.prepare_cached("DELETE FROM draft WHERE person_id = ?1 AND form = ?2 AND record IS ?3")?
        .execute(params![person, of.form, of.record])?;
    Ok(())
}

/// Lets what is being typed speak of another record: of the person into whom one was merged. A draft of the merged record's own
/// form stays as it is, for when the merge is taken back.
pub fn speak_of(tx: &Tx, from: &str, to: &str) -> Result<(), Problem> {
    tx.execute("UPDATE draft SET body = replace(body, ?1, ?2) WHERE instr(body, ?1) > 0", [from, to])?;
    Ok(())
}

/// Drops everyone's drafts that are about a record, or that name it in what was typed: with a purge.
pub fn erase_of(tx: &Tx, record: &str) -> Result<(), Problem> {
    // A draft of one part of a record names the part behind the record.
    tx.execute("DELETE FROM draft WHERE instr(ifnull(record, ''), ?1) > 0 OR instr(body, ?1) > 0", [record])?;
    Ok(())
}

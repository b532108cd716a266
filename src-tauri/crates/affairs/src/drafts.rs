//! Drafts: what a person is typing into a form, kept until the form is saved. A draft is its owner's alone and
//! leaves no trace in the journal. What the values mean is the form's affair; what becomes of the drafts of people who left stands
//! in `left`.

pub mod left;

use std::collections::{BTreeMap, HashMap};

use ledger::Tx;
use rusqlite::{Connection, OptionalExtension, params};
use serde::{Deserialize, Serialize};
use ts_rs::TS;
use uuid::Uuid;

use crate::Problem;
use crate::members::roster::names::key;
use crate::words::Words;
use crate::written::{Numbers, stands_alone};

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
    /// The form's values as typed; empty where they are covered.
    #[ts(type = "object")]
    pub body: serde_json::Map<String, serde_json::Value>,
    /// When it was kept, at +08:00.
    pub saved_at: String,
    /// Why what was typed is not told now. It lies in the ledger all the same.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[ts(optional)]
    pub covered: Option<DraftCover>,
}

/// Why what was typed is not told: guarded data may stand in it that is not shown in full now.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub enum DraftCover {
    /// Until it is revealed with a purpose.
    Reveal,
    /// It was typed while the person might read what they may not read any more.
    Taken,
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
    Ok(found.and_then(|(body, saved_at)| {
        Some(KeptDraft { body: serde_json::from_str(&body).ok()?, saved_at, covered: None })
    }))
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

/// How many drafts each person has, by their ids.
pub fn counts(connection: &Connection) -> Result<HashMap<String, u32>, Problem> {
    let mut statement =
        connection.prepare_cached("SELECT person_id, count(*) FROM draft GROUP BY person_id")?;
    let counts = statement.query_map([], |row| Ok((row.get(0)?, row.get(1)?)))?;
    Ok(counts.collect::<Result<_, _>>()?)
}

/// How many drafts a person has.
pub fn count(connection: &Connection, person: &str) -> Result<u32, Problem> {
    let sql = "SELECT count(*) FROM draft WHERE person_id = ?1";
    Ok(connection.prepare_cached(sql)?.query_row([person], |row| row.get(0))?)
}

/// Drops every draft of a person.
pub fn discard_all(tx: &Tx, person: &str) -> Result<(), Problem> {
    tx.execute("DELETE FROM draft WHERE person_id = ?1", [person])?;
    Ok(())
}

/// Drops everyone's drafts that are about a record, or that refer to it by its id: with a purge. Answers how many, without the
/// reason that was being typed for this very purge: it was sent.
pub fn erase_of(tx: &Tx, record: &str) -> Result<usize, Problem> {
    tx.execute("DELETE FROM draft WHERE form = 'trash.purge' AND instr(body, ?1) > 0", [record])?;
    // A draft of one part of a record names the part behind the record.
    let of = "DELETE FROM draft WHERE instr(ifnull(record, ''), ?1) > 0 OR instr(body, ?1) > 0";
    Ok(tx.execute(of, [record])?)
}

/// What goes and what is told of with records, however many.
pub struct Around<'a> {
    /// The records that go, by their ids.
    pub records: &'a [&'a str],
    /// Numbers and addresses that are theirs alone.
    pub numbers: &'a [&'a str],
    /// Numbers and addresses that another has too.
    pub shared: &'a [&'a str],
    /// Their names, each with the longer names in which it is contained.
    pub naming: &'a BTreeMap<&'a str, &'a [String]>,
}

/// Drops everyone's drafts that are about these records or refer to them, as [`erase_of`], and those in which a number of theirs alone
/// stands, in one reading of the drafts. Answers how many went, and those that hold a name, or a number that is another's too, and stay:
/// by id, with who types them, nobody where they sit at the desk no more. A name is also another's, and what others typed is not
/// lost with a purge; where it is only a part of a longer name it is not meant.
pub fn erase_around(tx: &Tx, around: &Around<'_>) -> Result<(usize, BTreeMap<String, String>), Problem> {
    let records = Words::of(around.records.iter().copied());
    let numbers = Numbers::of(around.numbers.iter().copied());
    let shared = Numbers::of(around.shared.iter().copied());
    let names = Words::folded(around.naming.keys().copied(), key);
    let (mut gone, mut naming) = (0, BTreeMap::new());
    let mut going = Vec::new();
    {
        let mut statement = tx.prepare(
            "SELECT d.id, d.form, ifnull(d.record, ''), d.body, ifnull(p.name, '')
             FROM draft d LEFT JOIN live_desk_person p ON p.id = d.person_id ORDER BY d.id",
        )?;
        let mut rows = statement.query([])?;
        while let Some(row) = rows.next()? {
            let (id, form, record, body): (String, String, String, String) =
                (row.get(0)?, row.get(1)?, row.get(2)?, row.get(3)?);
            let text = typed(&body);
            let of_record = !records.within(&body).is_empty() || !records.within(&record).is_empty();
            if of_record || numbers.within(&text).into_iter().any(|number| stands_alone(&text, number)) {
                // The reason that was being typed for this very purge was sent.
                gone += usize::from(!of_record || form != "trash.purge");
                going.push(id);
            } else if !shared.within(&text).is_empty() || names_one(&text, &names, around.naming) {
                naming.insert(id, row.get(4)?);
            }
        }
    }
    for id in &going {
        tx.execute("DELETE FROM draft WHERE id = ?1", [id])?;
    }
    Ok((gone, naming))
}

/// What stands between two values: no number goes on behind it.
const APART: char = '\u{1f}';

/// What was typed, without the marks of JSON: the letter of a line break is no part of the number behind it. What is a list in JSON
/// itself, as the cells of a row are, is told both ways.
pub(crate) fn typed(body: &str) -> String {
    fn take(value: &serde_json::Value, text: &mut String) {
        match value {
            serde_json::Value::Array(values) => values.iter().for_each(|value| take(value, text)),
            serde_json::Value::Object(fields) => fields.values().for_each(|value| take(value, text)),
            serde_json::Value::String(words) => {
                text.push_str(words);
                text.push(APART);
                if words.contains('\\')
                    && let Ok(inner @ (serde_json::Value::Array(_) | serde_json::Value::Object(_))) =
                        serde_json::from_str(words)
                {
                    take(&inner, text);
                }
            }
            other => {
                text.push_str(&other.to_string());
                text.push(APART);
            }
        }
    }
    let mut text = String::new();
    match serde_json::from_str(body) {
        Ok(value) => take(&value, &mut text),
        // What cannot be read is looked through as it lies.
        Err(_) => text.push_str(body),
    }
    text
}

/// Whether a text holds a name other than as a part of one of the longer names, whatever spaces and dots either was written with.
pub(crate) fn is_named(text: &str, name: &str, longer: &[String]) -> bool {
    let text = longer.iter().fold(key(text), |text, one| text.replace(&key(one), "\n"));
    text.contains(&key(name))
}

/// The same of any of many names, each with the longer ones; `words` are the names by their keys.
pub(crate) fn names_one(text: &str, words: &Words<'_>, names: &BTreeMap<&str, &[String]>) -> bool {
    let mut there = words.within(text).into_iter();
    there.any(|name| names.get(name).is_some_and(|longer| is_named(text, name, longer)))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn json_of(one: &str, other: &str) -> String {
        serde_json::json!({ "one": one, "other": other }).to_string()
    }

    #[test]
    fn what_was_typed_is_looked_through_without_the_marks_around_it() {
        let lines =
            serde_json::json!({ "who": { "text": "号码\n36012119800101999X" }, "tel": 13_800_138_000_u64 });
        let lines = typed(&lines.to_string());
        assert!(stands_alone(&lines, "36012119800101999X"), "{lines}");
        assert!(stands_alone(&lines, "13800138000"), "{lines}");
        let cells = serde_json::json!(["何平", "138\t0013\t8000"]).to_string();
        let row = serde_json::json!({ "cells": cells });
        assert!(stands_alone(&typed(&row.to_string()), "13800138000"), "a list in a text");
        let lines = json_of("138\n00138000", "");
        assert!(stands_alone(&typed(&lines), "13800138000"), "over two lines");
        assert!(
            !stands_alone(&typed(&json_of("138", "00138000")), "13800138000"),
            "two values are no number"
        );
    }

    #[test]
    fn a_name_in_a_longer_name_is_another_person() {
        let longer = ["王伟东".to_owned()];
        assert!(!is_named("王伟东代表发言", "王伟", &longer));
        assert!(is_named("王伟东、王伟到会", "王伟", &longer));
        assert!(
            is_named("王伟东代表发言", "王伟", &[]),
            "who is not in the ledger is told of rather than passed over"
        );
        let longer = ["王 伟东".to_owned()];
        assert!(!is_named("王伟东代表发言", "王伟", &longer), "the longer one is written otherwise");
    }

    #[test]
    fn a_name_is_found_whatever_spaces_and_dots_it_is_written_with() {
        for (text, name) in [
            ("何\u{3000}平 同志", "何平"),
            ("何平同志", "何\u{3000}平"),
            ("阿卜杜拉·买买提到会", "阿卜杜拉•买买提"),
        ] {
            assert!(is_named(text, name, &[]), "{text}");
            let longer: &[String] = &[];
            let names = BTreeMap::from([(name, longer)]);
            assert!(names_one(text, &Words::folded([name], key), &names), "{text}");
        }
        let apart = typed(&json_of("何", "平"));
        assert!(!is_named(&apart, "何平", &[]), "two values are no name");
    }
}

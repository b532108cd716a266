//! Where other records speak of a person who is to go: their numbers, which are theirs alone and go with them out of every text,
//! and their name, which stays in what is told of affairs and is counted. The person's own rows are `purge`'s.

use std::borrow::Cow;
use std::collections::{BTreeMap, BTreeSet};

use ledger::Tx;
use rusqlite::types::Value;
use rusqlite::{Connection, OptionalExtension, params_from_iter};
use serde_json::Value as Json;

use crate::members::roster::names::key;
use crate::words::Words;
use crate::written::{Numbers, without};
use crate::{Problem, drafts, fields};

/// Table and id.
pub(super) type RowId = (String, String);

/// Tables that are not looked into: a number in another's identity is theirs too, and the raw rows of what others brought lose the
/// numbers but are not counted for a name. Of those that stand no more, `taken_back` finds the person's own.
const NOT_LOOKED_INTO: [&str; 2] = ["person_identity", "import_row"];

/// Columns that hold no words of people's.
const NO_WORDS: [&str; 10] = [
    "id",
    "removed_at",
    "sha256",
    "source_sha256",
    "file_sha256",
    "small_sha256",
    "content",
    "name_key",
    "name_sort",
    "law_pack",
];

fn is_looked_into(table: &str) -> bool {
    !NOT_LOOKED_INTO.contains(&table) && fields::table(table).is_some()
}

/// Numbers go out of the raw rows as well.
fn may_tell_numbers(table: &str) -> bool {
    is_looked_into(table) || table == "import_row"
}

pub(super) fn has_words(column: &str) -> bool {
    !NO_WORDS.contains(&column) && !column.ends_with("_id")
}

/// Whether a column may name somebody else: who bears the same name is another person.
fn may_name(table: &str, column: &str) -> bool {
    has_words(column) && (table, column) != ("person", "name")
}

/// The numbers by which a person is told, as columns of their identity.
pub(super) const NUMBERS: [&str; 4] = ["number", "phone", "other_phones", "email"];

/// Each of the numbers that stand in such a column: further telephones stand in one.
pub(super) fn each_number(column: &str) -> impl Iterator<Item = &str> {
    column.split('、').filter(|number| !number.is_empty())
}

/// The records that tell one of these numbers, or told it once, and the appeals of these people, whose contact is theirs by the
/// link; none of the rows that go themselves.
pub(super) fn of_numbers(
    connection: &Connection,
    (people, numbers): (&[&str], &[&str]),
    own: &BTreeSet<RowId>,
) -> Result<BTreeSet<RowId>, Problem> {
    let mut found = BTreeSet::new();
    if !numbers.is_empty() {
        let numbers = Numbers::of(numbers.iter().copied());
        let mut statement = connection.prepare(
            "SELECT tbl, row_id, before, after FROM change WHERE act <> 'erase' AND erased_by IS NULL",
        )?;
        let mut rows = statement.query([])?;
        while let Some(row) = rows.next()? {
            let (table, texts): (String, [Option<String>; 2]) = (row.get(0)?, [row.get(2)?, row.get(3)?]);
            let mut texts = texts.iter().flatten();
            if may_tell_numbers(&table) && texts.any(|text| !numbers.within(&words_of(text)).is_empty()) {
                found.insert((table, row.get(1)?));
            }
        }
    }
    let mut appeals =
        connection.prepare("SELECT id FROM appeal_person WHERE person_id = ?1 AND contact IS NOT NULL")?;
    for person in people {
        for id in appeals.query_map([person], |row| row.get(0))? {
            found.insert(("appeal_person".to_owned(), id?));
        }
    }
    found.retain(|row| !own.contains(row));
    Ok(found)
}

/// The rows of entries that were taken back, or of their imports, where they tell one of these numbers: who was entered by mistake
/// and entered again stands once, and the journal alone knows the first. Where the number was their own there and not another
/// one's to call, the whole record goes; what still hangs on it is the ledger's to find, and what stands under another's record is
/// a record of its own.
pub(super) fn taken_back(
    connection: &Connection,
    numbers: &[&str],
    own: &BTreeSet<RowId>,
) -> Result<BTreeSet<RowId>, Problem> {
    if numbers.is_empty() {
        return Ok(BTreeSet::new());
    }
    let numbers = Numbers::of(numbers.iter().copied());
    // By row, whether a number was its own there.
    let mut told: BTreeMap<RowId, bool> = BTreeMap::new();
    let mut statement = connection.prepare(
        "SELECT tbl, row_id, before, after FROM change
         WHERE tbl IN ('person_identity', 'import_row') AND act <> 'erase' AND erased_by IS NULL",
    )?;
    let mut rows = statement.query([])?;
    while let Some(row) = rows.next()? {
        let (of, texts): (RowId, [Option<String>; 2]) =
            ((row.get(0)?, row.get(1)?), [row.get(2)?, row.get(3)?]);
        if own.contains(&of) {
            continue;
        }
        for text in texts.iter().flatten() {
            for number in numbers.within(&words_of(text)) {
                let is_own = of.0 == "person_identity" && is_own(text, number);
                *told.entry(of.clone()).or_default() |= is_own;
            }
        }
    }
    let stand = ledger::standing(connection, told.keys())?;
    told.retain(|row, _| !stand.contains(row));
    let person = |id: &str| ("person".to_owned(), id.to_owned());
    let people: Vec<RowId> =
        told.iter().filter(|(_, is_own)| **is_own).map(|((_, id), _)| person(id)).collect();
    let stand = ledger::standing(connection, &people)?;
    let mut found: BTreeSet<RowId> = told.into_keys().collect();
    for (_, id) in people.iter().filter(|row| !stand.contains(*row)) {
        found.extend(family("person", id));
    }
    found.retain(|row| !own.contains(row));
    Ok(found)
}

/// What a row tells, as the journal keeps it: a tab between the groups of a number is two characters there. Where nothing is written
/// so, the text says the same as it lies.
pub(super) fn words_of(text: &str) -> Cow<'_, str> {
    if text.contains('\\') { Cow::Owned(drafts::typed(text)) } else { Cow::Borrowed(text) }
}

/// A column without a number, in the strings too where it is a list in JSON.
fn column_without(text: &str, number: &str) -> Option<String> {
    let left = without(text, number);
    let now = left.as_deref().unwrap_or(text);
    if now.contains('\\')
        && let Ok(mut list @ (Json::Array(_) | Json::Object(_))) = serde_json::from_str(now)
        && take_out(&mut list, number)
    {
        return Some(list.to_string());
    }
    left
}

/// Whether a string held the number.
fn take_out(value: &mut Json, number: &str) -> bool {
    match value {
        Json::Array(values) => values.iter_mut().fold(false, |held, one| held | take_out(one, number)),
        Json::Object(fields) => fields.values_mut().fold(false, |held, one| held | take_out(one, number)),
        Json::String(words) => without(words, number).map(|left| *words = left).is_some(),
        _ => false,
    }
}

/// Whether an identity, as the journal keeps it, has the number as its own.
fn is_own(text: &str, number: &str) -> bool {
    let identity: Json = serde_json::from_str(text).unwrap_or_default();
    let own = |column: &&str| identity.get(*column).and_then(|own| own.as_str());
    NUMBERS.iter().filter_map(own).flat_map(each_number).any(|own| own.eq_ignore_ascii_case(number))
}

/// Writes these records anew without the numbers, and appeals of these people without their contact, within a purge's step: what
/// is deleted there loses its history, in which the numbers stand too. Those that stand no more are left to the purge itself.
pub(super) fn erase(
    tx: &Tx,
    (people, numbers): (&[&str], &[&str]),
    rows: &BTreeSet<RowId>,
) -> Result<(), Problem> {
    for (table, id) in rows {
        let mut theirs = false;
        if table == "appeal_person" {
            let sql = "SELECT person_id FROM appeal_person WHERE id = ?1";
            let of: Option<Option<String>> = tx.query_row(sql, [id], |row| row.get(0)).optional()?;
            theirs = of.flatten().is_some_and(|of| people.contains(&of.as_str()));
        }
        write_anew(tx, (table, id), &mut |column, value| {
            if theirs && column == "contact" {
                *value = Value::Null;
            }
            if let Value::Text(text) = value
                && has_words(column)
            {
                for number in numbers {
                    if let Some(left) = column_without(text, number) {
                        *text = left;
                    }
                }
            }
        })?;
    }
    Ok(())
}

/// Writes a record anew with what `change` makes of its columns, within a purge's step, in which it loses its history; nothing where it
/// does not stand.
pub(super) fn write_anew(
    tx: &Tx,
    (table, id): (&str, &str),
    change: &mut dyn FnMut(&str, &mut Value),
) -> Result<(), Problem> {
    let mut statement = tx.prepare(&format!("SELECT * FROM {table} WHERE id = ?1"))?;
    let names: Vec<String> = statement.column_names().map(str::to_owned).collect();
    let standing = statement
        .query_row([id], |row| {
            (0..names.len()).map(|at| row.get(at)).collect::<rusqlite::Result<Vec<Value>>>()
        })
        .optional()?;
    let Some(mut values) = standing else { return Ok(()) };
    for (name, value) in names.iter().zip(&mut values) {
        change(name, value);
    }
    let places = vec!["?"; values.len()].join(", ");
    tx.execute(&format!("DELETE FROM {table} WHERE id = ?1"), [id])?;
    tx.execute(
        &format!("INSERT INTO {table} ({}) VALUES ({places})", names.join(", ")),
        params_from_iter(values),
    )?;
    Ok(())
}

/// Whether the record stands in its table.
pub(super) fn stands(connection: &Connection, (table, id): &RowId) -> Result<bool, Problem> {
    Ok(connection.prepare_cached(&format!("SELECT 1 FROM {table} WHERE id = ?1"))?.exists([id])?)
}

/// What of a record may name somebody, as one text in which no name goes on from one column to the next; none where nothing of its
/// table may.
fn naming(table: &str, columns: &[(&'static str, &'static str)]) -> Option<String> {
    let may = columns.iter().filter(|(column, _)| may_name(table, column));
    let words: Vec<String> = may.map(|(column, _)| format!("ifnull({column}, '')")).collect();
    (!words.is_empty()).then(|| words.join(" || char(31) || "))
}

/// The records whose words name a person by one of these names, by table, each with the longer ones in which it is contained and not
/// meant; none of the rows that go themselves. Every text is read once for all of them.
pub(super) fn of_names(
    connection: &Connection,
    names: &BTreeMap<&str, &[String]>,
    own: &BTreeSet<RowId>,
    found: &mut BTreeMap<&'static str, BTreeSet<String>>,
) -> Result<(), Problem> {
    let all = Words::folded(names.keys().copied(), key);
    for (table, _, _, columns) in fields::tables().filter(|(table, ..)| is_looked_into(table)) {
        let Some(text) = naming(table, columns) else { continue };
        let mut statement = connection.prepare(&format!("SELECT id, {text} FROM {table}"))?;
        let mut rows = statement.query([])?;
        while let Some(row) = rows.next()? {
            let (id, text): (String, String) = (row.get(0)?, row.get(1)?);
            let named = drafts::names_one(&text, &all, names);
            if named && !own.contains(&((*table).to_owned(), id.clone())) {
                found.entry(*table).or_default().insert(id);
            }
        }
    }
    Ok(())
}

/// The rows of a record whose entry was taken back that bear its id. What named it there and stands nowhere either, the ledger finds by
/// the journal.
pub(super) fn family(table: &str, id: &str) -> Vec<RowId> {
    let beside = fields::parts(table).iter().filter(|(_, column)| *column == "id").map(|(part, _)| *part);
    [table].into_iter().chain(beside).map(|table| (table.to_owned(), id.to_owned())).collect()
}

#[cfg(test)]
mod tests {
    use serde_json::{Value as Json, json};

    use super::{column_without, words_of};
    use crate::written::Numbers;

    const PHONE: &str = "13800138000";

    #[test]
    fn the_journal_is_looked_through_as_it_was_typed() {
        let numbers = Numbers::of([PHONE]);
        let holds = |row: &Json| numbers.within(&words_of(&row.to_string())) == [PHONE];
        for note in [
            "代领人\t138\t0013\t8000",
            "代领人\u{12}13800138000",
            "代领人\n13800138000",
            "代领人13800138000",
            "代领人138\n00138000",
            "代领人138，0013，8000",
        ] {
            assert!(holds(&json!({ "note": note })), "{note:?}");
        }
        assert!(holds(&json!({ "cells": json!(["何平", "138\t0013\t8000"]).to_string() })));
        let apart = json!({ "one": "138", "other": "00138000", "third": "一\n二" });
        assert!(!holds(&apart), "what stands in two columns is no number");
    }

    #[test]
    fn a_number_goes_out_of_the_strings_of_a_list() {
        let cells = json!(["何平", "代领人138\t0013\t8000", 7]).to_string();
        let left = column_without(&cells, PHONE).unwrap();
        assert_eq!(serde_json::from_str::<Json>(&left).unwrap(), json!(["何平", "代领人（已清除）", 7]));
        let note = "代领人138\t0013\t8000\\";
        assert_eq!(column_without(note, PHONE).as_deref(), Some("代领人（已清除）\\"), "no list");
        assert_eq!(column_without(&cells, "13700137000"), None);
    }
}

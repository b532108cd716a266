//! Whom the rows that go tell of, whether or not the people go too: by what they refer to, by a name of the roster anywhere in their
//! words, and by whatever was typed where a name is asked for. A purge's reason stays for ever and names none of them. What else goes
//! with people who are erased themselves is asked of `said`.

use std::collections::BTreeSet;

use rusqlite::Connection;

use super::said::{Said, called};
use crate::fields::Row;
use crate::members::roster::names::key;
use crate::trash::mentions::{RowId, has_words, words_of};
use crate::words::Words;
use crate::{Problem, fields};

/// What may be said of the people whom rows name, and whom the records name to which the rows belong or refer, up to the last; also of
/// those who were merged into them. Not of `known` by their links, of whom it is known. Of whom else it is, is not looked at.
pub(super) fn named_by(
    connection: &Connection,
    rows: &[RowId],
    known: &[&str],
) -> Result<Vec<Said>, Problem> {
    let roster = roster(connection)?;
    let names = Words::folded(roster.iter().map(String::as_str), key);
    let mut seen: BTreeSet<String> = known.iter().map(|id| (*id).to_owned()).collect();
    let (mut open, mut people, mut written) = (rows.to_vec(), Vec::new(), BTreeSet::new());
    while let Some((table, id)) = open.pop() {
        let ever = fields::ever(connection, &table, &id)?;
        for row in &ever {
            written.extend(written_in(&table, row, &names));
        }
        for referred in referred_by(&ever) {
            if !seen.insert(referred.clone()) {
                continue;
            }
            let tables = tables_of(connection, &referred)?;
            if tables.iter().any(|table| table == "person") {
                people.push(referred);
            } else {
                open.extend(tables.into_iter().map(|table| (table, referred.clone())));
            }
        }
    }
    let mut all: Vec<Said> = written.into_iter().map(|name| Said::of(name, Vec::new())).collect();
    while let Some(id) = people.pop() {
        all.extend(called(connection, &id)?);
        let merged = merged_into(connection, &id)?;
        people.extend(merged.into_iter().filter(|gone| seen.insert(gone.clone())));
    }
    Ok(all)
}

/// What the people of the roster are called or were called once, as far as nobody erased it; a single character says nobody.
fn roster(connection: &Connection) -> Result<BTreeSet<String>, Problem> {
    // What somebody was called and is not any more stands in the change that wrote over it or took them away; the index holds those.
    let mut statement = connection.prepare_cached(
        "SELECT name FROM person
         UNION SELECT coalesce(before ->> '$.name', before ->> '$.worker') FROM change
         WHERE coalesce(before ->> '$.name', before ->> '$.worker') IS NOT NULL AND tbl = 'person'",
    )?;
    let mut all = statement.query_map([], |row| row.get(0))?.collect::<Result<BTreeSet<String>, _>>()?;
    all.retain(|name| key(name).chars().count() > 1);
    Ok(all)
}

/// The names of the roster in a row's words, and what stands where somebody's name is asked for: it may be nobody's of the roster.
fn written_in(table: &str, row: &Row, roster: &Words<'_>) -> BTreeSet<String> {
    let mut names = BTreeSet::new();
    for (column, value) in row {
        let Some(text) = value.as_str().filter(|_| has_words(column)) else { continue };
        names.extend(roster.within(&words_of(text)).into_iter().map(str::to_owned));
        if column == "name" && fields::column_name(table, column).ends_with("姓名") {
            names.extend(text.split(['、', '，', ',']).map(str::to_owned));
        }
    }
    names
}

/// The records that a row refers to, or referred to once, by their ids.
fn referred_by(ever: &[Row]) -> Vec<String> {
    let columns = ever.iter().flatten().filter(|(column, _)| column.ends_with("_id"));
    columns.filter_map(|(_, value)| value.as_str().map(str::to_owned)).collect()
}

/// The tables in which a record stands or stood once: the journal knows all of them.
fn tables_of(connection: &Connection, id: &str) -> Result<Vec<String>, Problem> {
    let mut statement = connection.prepare_cached(
        "SELECT DISTINCT tbl FROM change WHERE substr(row_id, -8) = substr(?1, -8) AND row_id = ?1",
    )?;
    let tables = statement.query_map([id], |row| row.get(0))?.collect::<Result<Vec<String>, _>>()?;
    Ok(tables)
}

fn merged_into(connection: &Connection, person: &str) -> Result<Vec<String>, Problem> {
    let mut statement = connection.prepare_cached("SELECT gone_id FROM person_merge WHERE kept_id = ?1")?;
    let gone = statement.query_map([person], |row| row.get(0))?.collect::<Result<Vec<String>, _>>()?;
    Ok(gone)
}

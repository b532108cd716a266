//! Whom the rows that go tell of, whether or not the people go too: a purge's reason stays for ever and names none of them. What else
//! goes with people who are erased themselves is asked of `said`.

use std::collections::BTreeSet;

use rusqlite::Connection;

use super::said::{Said, called};
use crate::trash::mentions::RowId;
use crate::{Problem, fields};

/// What may be said of the people whom rows name, and whom the records name to which the rows belong or refer, up to the last; also of
/// those who were merged into them. Not of `known`, of whom it is known. Of whom else it is, is not looked at.
pub(super) fn named_by(
    connection: &Connection,
    rows: &[RowId],
    known: &[&str],
) -> Result<Vec<Said>, Problem> {
    let mut seen: BTreeSet<String> = known.iter().map(|id| (*id).to_owned()).collect();
    let (mut open, mut people) = (rows.to_vec(), Vec::new());
    while let Some((table, id)) = open.pop() {
        for referred in referred_by(connection, &table, &id)? {
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
    let mut all = Vec::new();
    while let Some(id) = people.pop() {
        all.extend(called(connection, &id)?);
        let merged = merged_into(connection, &id)?;
        people.extend(merged.into_iter().filter(|gone| seen.insert(gone.clone())));
    }
    Ok(all)
}

/// The records that a row refers to, or referred to once, by their ids.
fn referred_by(connection: &Connection, table: &str, id: &str) -> Result<Vec<String>, Problem> {
    let rows = fields::ever(connection, table, id)?;
    let columns = rows.iter().flatten().filter(|(column, _)| column.ends_with("_id"));
    Ok(columns.filter_map(|(_, value)| value.as_str().map(str::to_owned)).collect())
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

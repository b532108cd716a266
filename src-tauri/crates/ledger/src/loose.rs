//! References that no foreign key holds, since what they refer to may be of several kinds: what hangs by them on rows that are to
//! be erased, and what refers to a row that is gone. What a purge, an undo or a check makes of it stands there.

use crate::erasures::stands;
use crate::inverse::Orphan;
use crate::triggers::ident;
use crate::{LedgerError, Schema};
use rusqlite::{Connection, OptionalExtension};
use std::collections::BTreeSet;

/// Table and id.
type RowId = (String, String);

/// The column that says what a row belongs to: it goes with that. Any other reference is left to whoever made it.
const OWNER: &str = "of_id";

/// What a purge of these rows takes besides, as table and id, until nothing new is found: rows that name one of them and that the
/// journal alone still knows, and rows that stand and belong by a loose reference to one that does not. What belongs to a row that
/// stands is known to whoever asks.
pub fn hanging(
    conn: &Connection,
    schema: &Schema,
    rows: &[(String, String)],
) -> Result<BTreeSet<(String, String)>, LedgerError> {
    let mut gone = Vec::new();
    for row in rows {
        if !stands(conn, row)? {
            gone.push(row.clone());
        }
    }
    hanging_on(conn, schema, rows, gone)
}

/// The same, where it is known which of the rows stood no more before they were deleted.
pub(crate) fn hanging_on(
    conn: &Connection,
    schema: &Schema,
    rows: &[RowId],
    mut gone: Vec<RowId>,
) -> Result<BTreeSet<RowId>, LedgerError> {
    let mut known: BTreeSet<RowId> = rows.iter().cloned().collect();
    let mut all = BTreeSet::new();
    let mut open = rows.to_vec();
    while !open.is_empty() {
        let mut found = left_behind(conn, schema, &open)?;
        for row in &gone {
            found.extend(belonging(conn, schema, row)?);
        }
        found.retain(|row| known.insert(row.clone()));
        open = found.into_iter().collect();
        gone.clone_from(&open);
        all.extend(open.iter().cloned());
    }
    Ok(all)
}

/// Rows that named one of these, and that the journal alone still knows: added and then taken back, they belong
/// to no record any more that could be asked for its parts. Ids stand in the texts as JSON strings of their own.
fn left_behind(conn: &Connection, schema: &Schema, rows: &[RowId]) -> Result<BTreeSet<RowId>, LedgerError> {
    let mut ids = Vec::new();
    for row in rows {
        if is_its_own(conn, schema, row)? {
            ids.push(serde_json::Value::from(row.1.as_str()).to_string());
        }
    }
    let ids = serde_json::Value::from(ids).to_string();
    let mut statement = conn.prepare(
        "SELECT DISTINCT tbl, row_id FROM change
         WHERE act = 'insert' AND erased_by IS NULL
           AND EXISTS (SELECT 1 FROM json_each(?1) WHERE instr(after, value) > 0)",
    )?;
    let named = statement.query_map([ids], |r| Ok((r.get(0)?, r.get(1)?)))?;
    let mut left = BTreeSet::new();
    for row in named {
        let row: RowId = row?;
        if !stands(conn, &row)? {
            left.insert(row);
        }
    }
    Ok(left)
}

/// Whether the id says this row and nothing else: a year names many things, and a part that bears the id of its record is not
/// meant where that is named.
fn is_its_own(conn: &Connection, schema: &Schema, (table, id): &RowId) -> Result<bool, LedgerError> {
    if schema.natural.contains(&table.as_str()) {
        return Ok(false);
    }
    let record: Option<String> = conn
        .prepare_cached("SELECT \"table\" FROM pragma_foreign_key_list(?1) WHERE \"from\" = 'id'")?
        .query_row([table], |r| r.get(0))
        .optional()?;
    match record {
        Some(record) => Ok(!stands(conn, &(record, id.clone()))?),
        None => Ok(true),
    }
}

/// The rows that stand and belong to this one by a loose reference.
fn belonging(conn: &Connection, schema: &Schema, (table, id): &RowId) -> Result<Vec<RowId>, LedgerError> {
    let mut rows = Vec::new();
    if schema.natural.contains(&table.as_str()) {
        return Ok(rows);
    }
    for (of, column, may) in schema.loose {
        if *column != OWNER || !may.contains(&table.as_str()) {
            continue;
        }
        let sql = format!("SELECT id FROM {} WHERE {} = ?1", ident(of), ident(column));
        let mut statement = conn.prepare_cached(&sql)?;
        for found in statement.query_map([id], |r| r.get(0))? {
            rows.push(((*of).to_owned(), found?));
        }
    }
    Ok(rows)
}

/// Rows that stand and refer loosely to one which the changes from a place on have taken away, and which was not erased by law.
pub(crate) fn orphans(conn: &Connection, schema: &Schema, since: i64) -> Result<Vec<Orphan>, LedgerError> {
    let mut taken = conn.prepare(
        "SELECT DISTINCT tbl FROM change WHERE substr(row_id, -8) = substr(?1, -8) AND row_id = ?1
           AND act = 'delete' AND erased_by IS NULL AND place >= ?2",
    )?;
    let mut orphans = Vec::new();
    for (of, column, may) in schema.loose {
        let (table, name) = (ident(of), ident(column));
        let mut statement =
            conn.prepare(&format!("SELECT id, {name} FROM {table} WHERE {name} IS NOT NULL ORDER BY id"))?;
        let mut rows = statement.query([])?;
        while let Some(row) = rows.next()? {
            let (id, to): (String, String) = (row.get(0)?, row.get(1)?);
            let from = taken.query_map((&to, since), |r| r.get(0))?.collect::<Result<Vec<String>, _>>()?;
            for parent in from {
                let parent = (parent, to.clone());
                let refers = may.contains(&parent.0.as_str()) && !schema.natural.contains(&parent.0.as_str());
                if refers && !stands(conn, &parent)? {
                    orphans.push(Orphan { table: (*of).to_owned(), id: id.clone(), parent });
                }
            }
        }
    }
    Ok(orphans)
}

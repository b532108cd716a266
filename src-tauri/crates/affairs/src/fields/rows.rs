//! A record as it is, and as it was once: read from its table, or from the journal once a step took it away or wrote over it. How its
//! values read is `teller`'s.

use rusqlite::types::ValueRef;
use rusqlite::{Connection, OptionalExtension, params};
use serde_json::{Map, Value};

use super::table as known;
use crate::Problem;

/// A row of a table by its columns, as JSON keeps it.
pub type Row = Map<String, Value>;

/// What stood in a column after step `seq`, which did not touch it.
pub(super) fn stood(
    connection: &Connection,
    table: &str,
    id: &str,
    column: &str,
    seq: i64,
) -> Result<Value, Problem> {
    let later: Option<String> = connection
        .prepare_cached(
            "SELECT before FROM change WHERE substr(row_id, -8) = substr(?1, -8) AND row_id = ?1 AND tbl = ?2 AND seq > ?3
             AND json_type(before, '$.' || ?4) IS NOT NULL ORDER BY place LIMIT 1",
        )?
        .query_row(params![id, table, seq, column], |row| row.get(0))
        .optional()?;
    let row = match later {
        Some(before) => parsed(&before),
        None => row(connection, table, id)?,
    };
    Ok(row.and_then(|mut row| row.remove(column)).unwrap_or_default())
}

/// A record as it is, or as it was when a step took it away; `None` once it was erased.
pub(crate) fn row(connection: &Connection, table: &str, id: &str) -> Result<Option<Row>, Problem> {
    let Some((table, ..)) = known(table) else { return Ok(None) };
    let mut statement = connection.prepare_cached(&format!("SELECT * FROM {table} WHERE id = ?1"))?;
    let names: Vec<String> = statement.column_names().map(str::to_owned).collect();
    let standing = statement
        .query_row([id], |row| {
            names.iter().enumerate().map(|(at, name)| Ok((name.clone(), json(row.get_ref(at)?)))).collect()
        })
        .optional()?;
    if standing.is_some() {
        return Ok(standing);
    }
    let gone: Option<Option<String>> = connection
        .prepare_cached(
            "SELECT before FROM change WHERE substr(row_id, -8) = substr(?1, -8) AND row_id = ?1 AND tbl = ?2 AND act = 'delete'
             ORDER BY place DESC LIMIT 1",
        )?
        .query_row([id, table], |row| row.get(0))
        .optional()?;
    // The journal keeps the id beside the row, not in it.
    Ok(gone.flatten().as_deref().and_then(parsed).map(|mut row| {
        row.insert("id".to_owned(), id.into());
        row
    }))
}

/// What a record is, or was when a step took it away, and then what the journal tells of it from before and after each change, the
/// newest first: whole rows, or the columns that differ. Nothing once it was erased.
pub(crate) fn ever(connection: &Connection, table: &str, id: &str) -> Result<Vec<Row>, Problem> {
    let mut all: Vec<Row> = row(connection, table, id)?.into_iter().collect();
    let mut statement = connection.prepare_cached(
        "SELECT after, before FROM change WHERE substr(row_id, -8) = substr(?1, -8) AND row_id = ?1 AND tbl = ?2
           AND erased_by IS NULL ORDER BY place DESC",
    )?;
    let mut changes = statement.query([id, table])?;
    while let Some(change) = changes.next()? {
        let texts: [Option<String>; 2] = [change.get(0)?, change.get(1)?];
        all.extend(texts.iter().flatten().filter_map(|text| parsed(text)));
    }
    Ok(all)
}

fn parsed(text: &str) -> Option<Row> {
    match serde_json::from_str(text) {
        Ok(Value::Object(row)) => Some(row),
        _ => None,
    }
}

/// A stored value as JSON keeps it.
pub(crate) fn json(value: ValueRef<'_>) -> Value {
    match value {
        ValueRef::Integer(number) => number.into(),
        ValueRef::Text(text) => String::from_utf8_lossy(text).into_owned().into(),
        ValueRef::Null | ValueRef::Real(_) | ValueRef::Blob(_) => Value::Null,
    }
}

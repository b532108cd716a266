//! The rows themselves against the journal: each must be what the last change of it says. Triggers that were taken off
//! and put back leave no trace in the chain, only here.

use super::finding::{Finding, Progress, TAMPERED};
use crate::LedgerError;
use crate::schema::Column;
use crate::triggers::ident;
use rusqlite::{Connection, OptionalExtension, Row, Rows, types::ValueRef};
use serde_json::{Map, Value};
use std::collections::HashMap;

/// What the journal last said of a row.
enum Told {
    /// its columns, as far as they were ever written down
    Row(Map<String, Value>),
    /// taken away
    Gone,
    /// erased by law, or its text is lost, which the chain has found
    Unknown,
}

/// One row of `change`.
struct Change {
    row_id: String,
    table: String,
    act: String,
    after: Option<String>,
}

impl Change {
    fn read(rows: &mut Rows<'_>) -> Result<Option<Change>, LedgerError> {
        let read = |row: &Row<'_>| -> rusqlite::Result<Change> {
            Ok(Change { row_id: row.get(0)?, table: row.get(1)?, act: row.get(2)?, after: row.get(3)? })
        };
        Ok(rows.next()?.map(read).transpose()?)
    }

    /// What is known of the row after this change, when `told` was known before it.
    fn then(&self, told: Option<Told>) -> Told {
        let after = self.after.as_deref().and_then(|text| serde_json::from_str(text).ok());
        match (self.act.as_str(), told, after) {
            ("delete", Some(Told::Unknown), _) | ("erase", ..) => Told::Unknown,
            ("delete", ..) => Told::Gone,
            ("insert", _, Some(Value::Object(row))) => Told::Row(row),
            ("update", Some(Told::Row(mut row)), Some(Value::Object(more))) => {
                row.extend(more);
                Told::Row(row)
            }
            _ => Told::Unknown,
        }
    }
}

/// A table with the question for one of its rows.
struct Table {
    columns: Vec<Column>,
    sql: String,
    /// rows that the journal knows to stand
    standing: i64,
}

/// Compares every row of these journalled tables.
pub(super) fn rows(
    conn: &Connection,
    journalled: Vec<(String, Vec<Column>)>,
    findings: &mut Vec<Finding>,
    progress: &mut Progress<'_>,
) -> Result<(), LedgerError> {
    let mut tables: HashMap<String, Table> = HashMap::new();
    for (name, columns) in journalled {
        let names: Vec<String> = columns.iter().map(|column| ident(&column.name)).collect();
        let sql = format!("SELECT {} FROM {} WHERE id = ?1", names.join(", "), ident(&name));
        tables.insert(name, Table { columns, sql, standing: 0 });
    }
    // In the order of the index by row, so that little is sorted.
    let mut statement = conn.prepare(
        "SELECT row_id, tbl, act, after FROM change ORDER BY substr(row_id, -8), row_id, tbl, place",
    )?;
    let mut changes = statement.query([])?;
    let mut ahead = Change::read(&mut changes)?;
    let mut wrong = 0_u64;
    while let Some(first) = ahead.take() {
        let mut told = first.then(None);
        ahead = Change::read(&mut changes)?;
        while let Some(next) = ahead.take_if(|next| next.row_id == first.row_id && next.table == first.table)
        {
            told = next.then(Some(told));
            progress.step()?;
            ahead = Change::read(&mut changes)?;
        }
        progress.step()?;
        // A table that a migration took away has no rows to compare, nor has one that somebody altered.
        let Some(table) = tables.get_mut(&first.table) else { continue };
        let stands = standing(conn, table, &first.row_id)?;
        table.standing += i64::from(stands.is_some());
        wrong += u64::from(match (&told, &stands) {
            (Told::Unknown, _) | (Told::Gone, None) => false,
            (Told::Row(told), Some(row)) => differs(told, row),
            (Told::Row(_), None) | (Told::Gone, Some(_)) => true,
        });
    }
    for (name, table) in &tables {
        let all: i64 =
            conn.query_row(&format!("SELECT count(*) FROM {}", ident(name)), [], |row| row.get(0))?;
        wrong += all.saturating_sub(table.standing).unsigned_abs();
    }
    if wrong > 0 {
        let message = format!("有 {wrong} 条记录和流水最后记下的不一样，是绕过程序改的。");
        findings.push(Finding::error(message, TAMPERED));
    }
    Ok(())
}

/// A row as the journal would write it down.
fn standing(conn: &Connection, table: &Table, id: &str) -> Result<Option<Map<String, Value>>, LedgerError> {
    let mut statement = conn.prepare_cached(&table.sql)?;
    let read = |row: &Row<'_>| {
        let cells = table.columns.iter().enumerate();
        cells.map(|(at, column)| Ok((column.name.clone(), json(row.get_ref(at)?)))).collect()
    };
    Ok(statement.query_row([id], read).optional()?)
}

/// Whether a column that the journal told of is another now. One that a migration took away, or brought since, is not
/// compared.
fn differs(told: &Map<String, Value>, row: &Map<String, Value>) -> bool {
    told.iter().any(|(name, value)| row.get(name).is_some_and(|now| now != value))
}

fn json(value: ValueRef<'_>) -> Value {
    match value {
        ValueRef::Null => Value::Null,
        ValueRef::Integer(number) => number.into(),
        ValueRef::Real(number) => number.into(),
        ValueRef::Text(text) => String::from_utf8_lossy(text).into_owned().into(),
        ValueRef::Blob(bytes) => hex::encode_upper(bytes).into(),
    }
}

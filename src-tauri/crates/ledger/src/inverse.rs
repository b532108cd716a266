//! The inverse of a step, written row by row from the journal, and what a step leaves referring to nothing.
//! Which step may be taken back is decided in `undo` and `out_of_order`.

use crate::recorder::first_place;
use crate::schema::{Column, Columns};
use crate::triggers::ident;
use crate::{LedgerError, fulltext};
use rusqlite::{Connection, OptionalExtension, params_from_iter, types::Value};
use serde_json::Value as Json;
use std::collections::BTreeSet;

/// A row that the inverse could not write because another holds what must be unique.
pub(crate) struct Taken {
    pub table: String,
    pub id: String,
}

/// Applies the inverse of each change of a step. `taken` is told of a row whose place another has taken.
///
/// Last one first, unless the step only added rows or only deleted some: then no row stands in the way of
/// another, and they go in the order they came, in one reading of the journal. A search index kept by triggers wants
/// its numbers rising; an import taken back from its end would have it write its parts out at every row.
pub(crate) fn invert(
    tx: &Connection,
    columns: &Columns,
    target: i64,
    taken: &mut Option<Taken>,
) -> Result<(), LedgerError> {
    let (rows, alike): (i64, bool) = tx.query_row(
        "SELECT count(*), coalesce(min(act) = max(act) AND min(act) <> 'update', FALSE) FROM change
         WHERE place >= ?1 AND place < ?2",
        [first_place(target), first_place(target + 1)],
        |r| Ok((r.get(0)?, r.get(1)?)),
    )?;
    fulltext::without_merging(tx, rows, || all_back(tx, columns, (target, alike), taken))
}

fn all_back(
    tx: &Connection,
    columns: &Columns,
    (target, alike): (i64, bool),
    taken: &mut Option<Taken>,
) -> Result<(), LedgerError> {
    let sql = format!(
        "SELECT tbl, row_id, act, before FROM change WHERE place >= ?1 AND place < ?2 ORDER BY place{}",
        if alike { "" } else { " DESC" }
    );
    let mut statement = tx.prepare(&sql)?;
    let mut rows = statement.query([first_place(target), first_place(target + 1)])?;
    while let Some(row) = rows.next()? {
        let text = |at: usize| row.get_ref(at)?.as_str().map_err(rusqlite::Error::from);
        let (table, id, act) = (text(0)?, text(1)?, text(2)?);
        let columns = columns.get(table).ok_or(LedgerError::UndoConflict)?;
        let before = row.get_ref(3)?.as_str_or_null().map_err(rusqlite::Error::from)?;
        if turn_back(tx, (table, columns), id, (act, before), taken)? != 1 {
            return Err(LedgerError::UndoConflict);
        }
    }
    Ok(())
}

/// Writes one row as it was before its change. Returns how many rows were written: one, if all is well.
fn turn_back(
    tx: &Connection,
    (table, columns): (&str, &[Column]),
    id: &str,
    (act, before): (&str, Option<&str>),
    taken: &mut Option<Taken>,
) -> Result<usize, LedgerError> {
    Ok(match (act, before) {
        ("insert", _) => {
            tx.prepare_cached(&format!("DELETE FROM {} WHERE id = ?1", ident(table)))?.execute([id])?
        }
        ("delete", Some(before)) => {
            let (mut names, mut values) = cells(columns, before)?;
            names.push("id".into());
            values.push(Value::Text(id.to_owned()));
            let marks = vec!["?"; values.len()].join(", ");
            let sql = format!("INSERT INTO {} ({}) VALUES ({marks})", ident(table), names.join(", "));
            unique(tx, table, id, (&names, &values), taken, &sql)?
        }
        ("update", Some(before)) => {
            let (names, mut values) = cells(columns, before)?;
            let sets: Vec<String> = names.iter().map(|name| format!("{name} = ?")).collect();
            values.push(Value::Text(id.to_owned()));
            let sql = format!("UPDATE {} SET {} WHERE id = ?", ident(table), sets.join(", "));
            unique(tx, table, id, (&names, &values), taken, &sql)?
        }
        // Erased by a purge: what it was is gone for good.
        _ => return Err(LedgerError::UndoConflict),
    })
}

/// Writes a row; when another row stands where it must be unique, that one is told.
fn unique(
    tx: &Connection,
    table: &str,
    id: &str,
    (names, values): (&[String], &[Value]),
    taken: &mut Option<Taken>,
    sql: &str,
) -> rusqlite::Result<usize> {
    let written = tx.prepare_cached(sql)?.execute(params_from_iter(values));
    let Err(rusqlite::Error::SqliteFailure(_, Some(text))) = &written else { return written };
    let Some(columns) = text.strip_prefix("UNIQUE constraint failed: ") else { return written };
    let key: Vec<&str> = columns.split(", ").filter_map(|one| one.rsplit('.').next()).collect();
    let columns: Vec<String> = key.iter().map(|name| ident(name)).collect();
    let own = |column: &String| names.iter().position(|name| name == column).map(|at| values[at].clone());
    let mut wheres = Vec::new();
    let mut params = vec![Value::Text(id.to_owned())];
    for column in &columns {
        match own(column) {
            Some(value) => {
                params.push(value);
                wheres.push(format!("{column} IS ?{}", params.len()));
            }
            None => wheres.push(format!("{column} IS (SELECT {column} FROM {} WHERE id = ?1)", ident(table))),
        }
    }
    // A row that the index leaves out, one that was removed, takes nobody's place.
    wheres.extend(condition(tx, table, &key)?);
    let sql = format!(
        "SELECT id FROM {} WHERE id <> ?1 AND {} ORDER BY
           (SELECT max(place) FROM change WHERE substr(row_id, -8) = substr(id, -8) AND row_id = id) DESC",
        ident(table),
        wheres.join(" AND ")
    );
    let other = tx.query_row(&sql, params_from_iter(params), |r| r.get(0)).optional()?;
    *taken = other.map(|id| Taken { table: table.to_owned(), id });
    written
}

/// Which rows a partial index over these columns holds, as its statement says it; none where they are unique in every row.
fn condition(tx: &Connection, table: &str, columns: &[&str]) -> rusqlite::Result<Option<String>> {
    let mut partial = tx.prepare_cached(
        "SELECT s.name, s.sql FROM pragma_index_list(?1) AS i JOIN sqlite_schema AS s ON s.name = i.name
         WHERE i.\"unique\" AND i.partial AND s.type = 'index'",
    )?;
    let mut over = tx.prepare_cached("SELECT name FROM pragma_index_info(?1) ORDER BY seqno")?;
    let indexes = partial.query_map([table], |r| Ok((r.get::<_, String>(0)?, r.get::<_, String>(1)?)))?;
    for index in indexes {
        let (name, sql) = index?;
        let own = over.query_map([name], |r| r.get(0))?.collect::<Result<Vec<Option<String>>, _>>()?;
        if own.iter().map(Option::as_deref).eq(columns.iter().map(|column| Some(*column))) {
            return Ok(sql.split_once("WHERE").map(|(_, condition)| format!("({condition})")));
        }
    }
    Ok(None)
}

/// A row that refers to nothing after step `seq`, and the row that it refers to.
pub(crate) struct Orphan {
    pub table: String,
    pub id: String,
    pub parent: (String, String),
}

/// Looks through the tables that step `seq` has written, and those that refer to them.
pub(crate) fn orphan(tx: &Connection, columns: &Columns, seq: i64) -> Result<Option<Orphan>, LedgerError> {
    let mut suspects = BTreeSet::new();
    let mut parents = BTreeSet::new();
    {
        let mut statement = tx.prepare("SELECT DISTINCT tbl, act FROM change WHERE place >= ?1")?;
        let mut rows = statement.query([first_place(seq)])?;
        while let Some(row) = rows.next()? {
            let (table, act): (String, String) = (row.get(0)?, row.get(1)?);
            if act == "delete" {
                parents.insert(table)
            } else {
                suspects.insert(table)
            };
        }
    }
    for table in columns.keys() {
        let mut statement = tx.prepare_cached("SELECT \"table\" FROM pragma_foreign_key_list(?1)")?;
        let refers = statement.query_map([table], |r| r.get(0))?.collect::<Result<Vec<String>, _>>()?;
        if refers.iter().any(|parent| parents.contains(parent)) {
            suspects.insert(table.clone());
        }
    }
    for table in suspects {
        let sql = format!("PRAGMA foreign_key_check({})", ident(&table));
        let found: Option<(i64, String, i64)> =
            tx.query_row(&sql, [], |r| Ok((r.get(1)?, r.get(2)?, r.get(3)?))).optional()?;
        let Some((rowid, parent, number)) = found else { continue };
        let column: String = tx.query_row(
            "SELECT \"from\" FROM pragma_foreign_key_list(?1) WHERE id = ?2 AND seq = 0",
            (&table, number),
            |r| r.get(0),
        )?;
        let sql = format!("SELECT id, {} FROM {} WHERE rowid = ?1", ident(&column), ident(&table));
        let (id, of) = tx.query_row(&sql, [rowid], |r| Ok((r.get(0)?, r.get(1)?)))?;
        return Ok(Some(Orphan { table, id, parent: (parent, of) }));
    }
    Ok(None)
}

/// Quoted column names and the values that the journal kept of them.
fn cells(columns: &[Column], text: &str) -> Result<(Vec<String>, Vec<Value>), LedgerError> {
    let Ok(Json::Object(object)) = serde_json::from_str::<Json>(text) else {
        return Err(LedgerError::UndoConflict);
    };
    let (mut names, mut values) = (Vec::new(), Vec::new());
    for (name, value) in object {
        let column = columns.iter().find(|c| c.name == name).ok_or(LedgerError::UndoConflict)?;
        let value = match value {
            Json::Null => Some(Value::Null),
            Json::String(hex) if column.is_blob() => hex::decode(hex).ok().map(Value::Blob),
            Json::String(text) => Some(Value::Text(text)),
            Json::Number(number) => number.as_i64().map(Value::Integer),
            _ => None,
        };
        names.push(ident(&name));
        values.push(value.ok_or(LedgerError::UndoConflict)?);
    }
    Ok((names, values))
}

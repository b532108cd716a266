//! The journal's triggers, generated from the tables: each write of a row leaves one `change` row, and a write
//! outside a step is refused. The SQL functions they call are registered by `recorder`.

use crate::LedgerError;
use crate::schema::{Column, PREFIX, Schema, journalled};
use rusqlite::Connection;

/// Name and statement of each trigger that the tables as they stand need.
pub(crate) fn generate(conn: &Connection, schema: &Schema) -> Result<Vec<(String, String)>, LedgerError> {
    let mut triggers = Vec::new();
    for (table, columns) in journalled(conn, schema)? {
        for (act, body) in [
            ("insert", insert(&table, &columns)),
            ("update", update(&table, &columns)),
            ("delete", delete(&table, &columns)),
        ] {
            let name = format!("{PREFIX}{table}_{act}");
            triggers.push((name.clone(), format!("CREATE TRIGGER {} {body}", ident(&name))));
        }
        let name = format!("{PREFIX}{table}_id");
        let sql = format!(
            "CREATE TRIGGER {} BEFORE UPDATE OF id ON {} WHEN OLD.id IS NOT NEW.id \
             BEGIN SELECT RAISE(ABORT, 'the id of a row never changes'); END",
            ident(&name),
            ident(&table)
        );
        triggers.push((name, sql));
    }
    Ok(triggers)
}

/// Removes all generated triggers, so that migrations may alter tables freely.
pub(crate) fn drop_all(conn: &Connection) -> Result<(), LedgerError> {
    for (name, _) in standing(conn)? {
        conn.execute_batch(&format!("DROP TRIGGER {}", ident(&name)))?;
    }
    Ok(())
}

/// The tables that the file journals as it stands, whatever the program's schema is.
pub(crate) fn tables(conn: &Connection) -> Result<Vec<String>, LedgerError> {
    let all = standing(conn)?.into_iter();
    Ok(all
        .filter_map(|(name, _)| Some(name.strip_prefix(PREFIX)?.strip_suffix("_insert")?.to_owned()))
        .collect())
}

/// The generated triggers that the file holds, by name, with their statements.
fn standing(conn: &Connection) -> Result<Vec<(String, String)>, LedgerError> {
    let mut statement =
        conn.prepare("SELECT name, sql FROM sqlite_schema WHERE type = 'trigger' ORDER BY name")?;
    let all = statement
        .query_map([], |r| Ok((r.get(0)?, r.get(1)?)))?
        .collect::<Result<Vec<(String, String)>, _>>()?;
    Ok(all.into_iter().filter(|(name, _)| name.starts_with(PREFIX)).collect())
}

fn insert(table: &str, columns: &[Column]) -> String {
    format!(
        "AFTER INSERT ON {} BEGIN {}; END",
        ident(table),
        record(table, "NEW", "insert", "NULL", &all("NEW", columns))
    )
}

fn delete(table: &str, columns: &[Column]) -> String {
    format!(
        "AFTER DELETE ON {} BEGIN {}; END",
        ident(table),
        record(table, "OLD", "delete", &all("OLD", columns), "NULL")
    )
}

/// The most columns whose names and values go into one call: SQLite takes 127 arguments.
const AT_ONCE: usize = 40;

/// Only the columns that differ; a write that changes nothing leaves no trace.
fn update(table: &str, columns: &[Column]) -> String {
    let differs: Vec<String> = columns.iter().map(differs).collect();
    let record = if columns.len() <= AT_ONCE {
        let cells: Vec<String> = columns
            .iter()
            .filter(|column| column.name != "id")
            .map(|column| {
                let name = ident(&column.name);
                format!("{}, OLD.{name}, NEW.{name}", literal(&column.name))
            })
            .collect();
        let before = format!("change_cells({})", cells.join(", "));
        record_texts(table, "NEW", "update", &before, "change_after()")
    } else {
        record(table, "NEW", "update", &differing("OLD", columns), &differing("NEW", columns))
    };
    format!("AFTER UPDATE ON {} WHEN {} BEGIN {record}; END", ident(table), differs.join(" OR "))
}

fn record(table: &str, row: &str, act: &str, before: &str, after: &str) -> String {
    let text = |json: &str| if json == "NULL" { json.to_owned() } else { format!("change_text({json})") };
    record_texts(table, row, act, &text(before), &text(after))
}

/// The two texts as expressions that the recorder has hashed.
fn record_texts(table: &str, row: &str, act: &str, before: &str, after: &str) -> String {
    let table = literal(table);
    format!(
        "INSERT INTO change (place, tbl, row_id, act, before, after, salt, digest) VALUES \
         (change_place(), change_begin({table}, '{act}', {row}.id), {row}.id, '{act}', {before}, {after}, \
         change_salt(), change_digest())"
    )
}

/// `{"a":…,"b":…}` of every column but the id, which stands beside it.
fn all(row: &str, columns: &[Column]) -> String {
    let pairs: Vec<String> = columns
        .iter()
        .filter(|column| column.name != "id")
        .map(|column| format!("{}, {}", literal(&column.name), value(row, column)))
        .collect();
    format!("json_object({})", pairs.join(", "))
}

/// The same of the columns that differ between OLD and NEW.
fn differing(row: &str, columns: &[Column]) -> String {
    let parts: Vec<String> = columns
        .iter()
        .filter(|column| column.name != "id")
        .map(|column| {
            let key = serde_json::Value::from(column.name.as_str()).to_string();
            let key = literal(&format!(",{key}:"));
            format!("iif({}, {key} || json_quote({}), '')", differs(column), value(row, column))
        })
        .collect();
    // A table with nothing but its id has nothing that could differ.
    let parts = if parts.is_empty() { "''".to_owned() } else { parts.join(" || ") };
    format!("'{{' || substr({parts}, 2) || '}}'")
}

/// Compared byte by byte, whatever collation the column has.
fn differs(column: &Column) -> String {
    let name = ident(&column.name);
    format!("OLD.{name} IS NOT NEW.{name}{}", if column.is_text() { " COLLATE BINARY" } else { "" })
}

/// A column as JSON can hold it: bytes as hex; text stripped of the mark that it came from a JSON function,
/// or `json_object` would take it for JSON.
fn value(row: &str, column: &Column) -> String {
    let cell = format!("{row}.{}", ident(&column.name));
    if column.is_blob() {
        format!("iif({cell} IS NULL, NULL, hex({cell}))")
    } else if column.is_text() {
        format!("({cell} || '')")
    } else {
        cell
    }
}

pub(crate) fn ident(name: &str) -> String {
    format!("\"{}\"", name.replace('"', "\"\""))
}

fn literal(text: &str) -> String {
    format!("'{}'", text.replace('\'', "''"))
}

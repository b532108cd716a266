//! Where what is known of people came from: the columns and the raw rows of imported files, so that any value can be traced
//! to its cell, and how a file of the same shape was read the last time. What a roster is stored as stands in `import`.

use std::collections::{BTreeMap, HashMap};

use ledger::Tx;
use rusqlite::{Connection, params};
use serde::Serialize;
use ts_rs::TS;
use uuid::Uuid;

use crate::Problem;
use crate::masks::{shown_birth, shown_certificate, shown_email, shown_id, shown_phone, shown_within};
use crate::members::model::PersonId;
use crate::members::roster::{Field, FilledCell, Header, Options, Preview, find_header};
use crate::members::store::BatchId;
use crate::union::model::Shown;

/// A file or a paste that is imported.
#[derive(Debug, Clone)]
pub struct Source {
    /// The file's name; what a paste is called.
    pub name: String,
    /// SHA-256 of its bytes.
    pub sha256: String,
    /// Whether it was pasted.
    pub pasted: bool,
}

/// Writes the head of an import.
pub fn insert_batch(tx: &Tx, id: BatchId, source: &Source, page: &str, people: u32) -> Result<(), Problem> {
    tx.execute(
        "INSERT INTO import_batch (id, file_name, file_sha256, page, people, imported_at, pasted)
         VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7)",
        params![id, source.name, source.sha256, page, people, tx.now().to_rfc3339(), source.pasted],
    )?;
    Ok(())
}

/// Writes what a column of a page was taken for; none for one that was left out.
pub fn insert_column(
    tx: &Tx,
    batch: BatchId,
    page: &str,
    (place, heading): (u32, &str),
    field: Option<&str>,
) -> Result<(), Problem> {
    tx.prepare_cached(
        "INSERT INTO import_column (id, batch_id, page, place, heading, field) VALUES (?1, ?2, ?3, ?4, ?5, ?6)",
    )?
    .execute(params![tx.new_id::<Uuid>().to_string(), batch, page, place, heading, field])?;
    Ok(())
}

/// Writes the columns of all pages of a roster.
pub fn insert_columns(tx: &Tx, batch: BatchId, preview: &Preview) -> Result<(), Problem> {
    for page in &preview.pages {
        for one in &page.header.columns {
            insert_column(tx, batch, &page.name, (one.column, &one.heading), Some(one.field.label()))?;
        }
        for one in &page.header.unknown {
            insert_column(tx, batch, &page.name, (one.column, &one.heading), None)?;
        }
    }
    Ok(())
}

/// Writes a row as it stood in the file, with whom it brought or changed and what it has from merged areas above it.
pub fn insert_row(
    tx: &Tx,
    batch: BatchId,
    person: PersonId,
    (page, place): (&str, u32),
    cells: &[String],
    filled: &[FilledCell],
) -> Result<(), Problem> {
    let cells = serde_json::to_string(cells).unwrap_or_default();
    let filled = (!filled.is_empty()).then(|| serde_json::to_string(filled).unwrap_or_default());
    tx.prepare_cached(
        "INSERT INTO import_row (id, batch_id, person_id, page, place, cells, filled)
         VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7)",
    )?
    .execute(params![tx.new_id::<Uuid>().to_string(), batch, person, page, place, cells, filled])?;
    Ok(())
}

/// Whom the rows of this very file brought when it was imported before: page, row, person.
pub fn rows_of(connection: &Connection, sha256: &str) -> Result<Vec<(String, u32, PersonId)>, Problem> {
    let mut statement = connection.prepare(
        "SELECT r.page, r.place, r.person_id FROM import_batch b JOIN live_import_row r ON r.batch_id = b.id
         WHERE b.file_sha256 = ?1 ORDER BY b.id",
    )?;
    let rows = statement.query_map([sha256], |row| Ok((row.get(0)?, row.get(1)?, row.get(2)?)))?;
    Ok(rows.collect::<Result<_, _>>()?)
}

/// A way of reading columns that was chosen for a file of the same shape before.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Remembered {
    /// Column to field, where it is other than what the headings say.
    pub columns: BTreeMap<u32, Option<Field>>,
    /// The file it was chosen for.
    pub file: String,
    /// The day.
    pub on: String,
}

/// How columns under these headings were read the last time; none where the headings are read as they say.
///
/// A shape is the headings of a page with their places. The last import that has it counts.
pub fn remembered(connection: &Connection, header: &Header) -> Result<Option<Remembered>, Problem> {
    let mut headings: Vec<(u32, &str)> =
        header.columns.iter().map(|c| (c.column, c.heading.as_str())).collect();
    headings.extend(header.unknown.iter().map(|c| (c.column, c.heading.as_str())));
    headings.sort_unstable();
    let Some(first) = headings.first() else { return Ok(None) };
    let mut statement = connection.prepare(
        "SELECT b.id, c.page, b.file_name, substr(b.imported_at, 1, 10) FROM import_column c
         JOIN import_batch b ON b.id = c.batch_id WHERE c.heading = ?1 AND c.place = ?2 ORDER BY b.id DESC, c.page LIMIT 50",
    )?;
    let found = statement.query_map(params![first.1, first.0], |row| {
        Ok((
            row.get::<_, String>(0)?,
            row.get::<_, String>(1)?,
            row.get::<_, String>(2)?,
            row.get::<_, String>(3)?,
        ))
    })?;
    for one in found {
        let (batch, page, file, on) = one?;
        let columns = columns_of(connection, &batch, &page)?;
        let same = columns.len() == headings.len()
            && columns
                .iter()
                .zip(&headings)
                .all(|((place, heading, _), wanted)| (*place, heading.as_str()) == *wanted);
        if same {
            let said = |place: u32| header.columns.iter().find(|c| c.column == place).map(|c| c.field);
            let other = columns.into_iter().map(|(place, _, field)| (place, field));
            let columns: BTreeMap<_, _> = other.filter(|(place, field)| said(*place) != *field).collect();
            return Ok((!columns.is_empty()).then_some(Remembered { columns, file, on }));
        }
    }
    Ok(None)
}

fn columns_of(
    connection: &Connection,
    batch: &str,
    page: &str,
) -> Result<Vec<(u32, String, Option<Field>)>, Problem> {
    let mut statement = connection.prepare_cached(
        "SELECT place, heading, field FROM import_column WHERE batch_id = ?1 AND page = ?2 ORDER BY place",
    )?;
    let rows = statement.query_map([batch, page], |row| {
        let field: Option<String> = row.get(2)?;
        Ok((row.get(0)?, row.get(1)?, field.as_deref().and_then(Field::of_heading)))
    })?;
    Ok(rows.collect::<Result<_, _>>()?)
}

/// The options with what was chosen for files of this shape laid under them, and the sentence that says so: with the name of that
/// file, numbers within it as `identity` may be seen.
pub fn with_remembered(
    connection: &Connection,
    book: &sheet::Book,
    mut options: Options,
    identity: Shown,
) -> Result<(Options, Option<String>), Problem> {
    let wanted = |page: &&sheet::Page| options.page.as_ref().is_none_or(|name| page.name == *name);
    let header = book.pages.iter().filter(wanted).filter(|page| !page.hidden).find_map(find_header);
    let Some(header) = header else { return Ok((options, None)) };
    let Some(found) = remembered(connection, &header)? else { return Ok((options, None)) };
    let mut used = false;
    for (place, field) in found.columns {
        options.columns.entry(place).or_insert_with(|| {
            used = true;
            field
        });
    }
    let file = shown_within(&found.file, identity);
    let said = format!("列的对应沿用{}导入“{file}”时的选择，可以在“列的对应”里改。", day(&found.on));
    Ok((options, used.then_some(said)))
}

/// One value of a person and the cell it came from.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct ValueOrigin {
    /// What it is: 移动电话.
    pub field: String,
    /// The cell as it stood in the file; identity as it may be seen.
    pub value: String,
    /// The column's letters, as a sheet shows them.
    pub column: String,
    /// The row of the cell, where it is another than the person's: a merged cell above.
    pub row: Option<u32>,
    /// The column's heading.
    pub heading: String,
}

/// A row of a file that brought or changed a person.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct RowOrigin {
    /// 花名册.xlsx, or 粘贴的表格; numbers within it as identity may be seen.
    pub file: String,
    /// Whether it was pasted.
    pub pasted: bool,
    /// SHA-256 of the file's bytes.
    pub sha256: String,
    /// The page.
    pub page: String,
    /// The row, counted from 1.
    pub row: u32,
    /// The day on which it was imported.
    pub on: String,
    /// Its values, in the order of the file.
    pub values: Vec<ValueOrigin>,
    /// The headings of cells that were left out.
    pub left_out: Vec<String>,
}

/// Every row that brought or changed a person, the newest first; none for one entered by hand.
pub fn origins(
    connection: &Connection,
    person: PersonId,
    identity: Shown,
) -> Result<Vec<RowOrigin>, Problem> {
    let mut statement = connection.prepare_cached(
        "SELECT b.id, b.file_name, b.pasted, b.file_sha256, r.page, r.place, substr(b.imported_at, 1, 10), r.cells,
           r.filled
         FROM live_import_row r JOIN import_batch b ON b.id = r.batch_id WHERE r.person_id = ?1 ORDER BY r.id DESC",
    )?;
    let rows = statement.query_map([person], |row| {
        let origin = RowOrigin {
            file: row.get(1)?,
            pasted: row.get(2)?,
            sha256: row.get(3)?,
            page: row.get(4)?,
            row: row.get(5)?,
            on: row.get(6)?,
            values: Vec::new(),
            left_out: Vec::new(),
        };
        Ok((row.get::<_, String>(0)?, row.get::<_, String>(7)?, row.get::<_, Option<String>>(8)?, origin))
    })?;
    let mut headings: HashMap<(String, String), Vec<NamedColumn>> = HashMap::new();
    let mut origins = Vec::new();
    for one in rows {
        let (batch, cells, filled, mut origin) = one?;
        let cells: Vec<String> = serde_json::from_str(&cells).unwrap_or_default();
        let filled: Vec<FilledCell> =
            filled.and_then(|filled| serde_json::from_str(&filled).ok()).unwrap_or_default();
        let key = (batch, origin.page.clone());
        if !headings.contains_key(&key) {
            headings.insert(key.clone(), named_columns(connection, &key.0, &key.1)?);
        }
        for (place, heading, field) in headings.get(&key).into_iter().flatten() {
            let cell = usize::try_from(*place).ok().and_then(|at| cells.get(at.checked_sub(1)?));
            let own = cell.filter(|cell| !cell.trim().is_empty()).map(|value| (value, *place, None));
            // An empty cell under a merged one has the value of that.
            let above = || {
                let from = filled.iter().find(|one| one.column == *place)?;
                Some((&from.value, from.from_column, Some(from.from_row)))
            };
            let Some((value, column, row)) = own.or_else(above) else { continue };
            match field {
                None => origin.left_out.push(shown_within(heading, identity)),
                Some(field) => origin.values.push(ValueOrigin {
                    field: field.clone(),
                    value: seen(field, value, identity),
                    column: sheet::column_name(column),
                    row,
                    heading: shown_within(heading, identity),
                }),
            }
        }
        origin.file = shown_within(&origin.file, identity);
        origin.page = shown_within(&origin.page, identity);
        origins.push(origin);
    }
    Ok(origins)
}

/// A column as it was kept: its place, its heading, what it was taken for.
type NamedColumn = (u32, String, Option<String>);

fn named_columns(connection: &Connection, batch: &str, page: &str) -> Result<Vec<NamedColumn>, Problem> {
    let mut statement = connection.prepare_cached(
        "SELECT place, heading, field FROM import_column WHERE batch_id = ?1 AND page = ?2 ORDER BY place",
    )?;
    let rows = statement.query_map([batch, page], |row| Ok((row.get(0)?, row.get(1)?, row.get(2)?)))?;
    Ok(rows.collect::<Result<_, _>>()?)
}

/// A cell as it may be seen: what names a person is masked like everywhere else.
fn seen(field: &str, value: &str, identity: Shown) -> String {
    match Field::of_heading(field) {
        Some(Field::Birth) => shown_birth(value.trim(), identity),
        Some(Field::IdNumber) => shown_id(value, identity),
        Some(Field::Phone) => shown_phone(value, identity),
        Some(Field::Email) => shown_email(value, identity),
        Some(Field::Remark) => shown_within(value, identity),
        Some(_) => value.to_owned(),
        // A certificate is numbered by its holder as often as not.
        None => shown_certificate(value, identity),
    }
}

fn day(on: &str) -> String {
    match on.parse::<chrono::NaiveDate>() {
        Ok(day) => day.format("%Y年%-m月%-d日").to_string(),
        Err(_) => on.to_owned(),
    }
}

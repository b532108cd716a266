//! The head of a period's table with its columns, totals and bands. What each was paid stands in `lines`.

use ledger::{Fen, Tx};
use rusqlite::{Connection, OptionalExtension, Row, params};
use uuid::Uuid;

use crate::Problem;
use crate::masks::shown_within;
use crate::pay::model::{PayDepth, PayPeriod, PaySheetId, PaySheetLine, PaySource};
use crate::pay::points::{ShopTotal, WageBand};
use crate::union::model::Shown;

/// The head of a table as it is kept.
#[derive(Debug, Clone)]
pub struct SheetRow {
    /// The month or the year.
    pub period: PayPeriod,
    /// How much it tells.
    pub depth: PayDepth,
    /// Whether a year's sums count as twelve equal months.
    pub divided: bool,
    /// How many were paid.
    pub headcount: u32,
    /// What was paid in all.
    pub sum: Option<Fen>,
    /// The file; none for a table that was typed.
    pub file: Option<FileRow>,
    /// Who took it.
    pub taken_by: String,
    /// Who gave it.
    pub given_by: Option<String>,
    /// 说明.
    pub note: Option<String>,
}

/// The file of a table.
#[derive(Debug, Clone)]
pub struct FileRow {
    /// Its name.
    pub name: String,
    /// SHA-256 of its bytes.
    pub sha256: String,
    /// Whether it was pasted.
    pub pasted: bool,
    /// The page.
    pub page: String,
    /// Its headings with their places, and in what those count that say no unit where that was asked.
    pub shape: String,
}

/// Writes the head of a new table.
pub fn insert(tx: &Tx, id: PaySheetId, row: &SheetRow) -> Result<(), Problem> {
    let file = row.file.as_ref();
    tx.execute(
        "INSERT INTO pay_sheet (id, period, depth, divided, headcount, sum, file_name, file_sha256, page, pasted, shape,
           taken_at, taken_by, given_by, note)
         VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13, ?14, ?15)",
        params![
            id,
            row.period,
            row.depth.code(),
            row.divided,
            row.headcount,
            row.sum,
            file.map(|file| &file.name),
            file.map(|file| &file.sha256),
            file.map(|file| &file.page),
            file.is_some_and(|file| file.pasted),
            file.map(|file| &file.shape),
            tx.now().to_rfc3339(),
            row.taken_by,
            row.given_by,
            row.note,
        ],
    )?;
    Ok(())
}

/// Writes what a column of the file was taken for.
pub fn insert_column(
    tx: &Tx,
    id: PaySheetId,
    (place, heading): (u32, &str),
    field: Option<&str>,
) -> Result<(), Problem> {
    tx.prepare_cached(
        "INSERT INTO pay_column (id, sheet_id, place, heading, field) VALUES (?1, ?2, ?3, ?4, ?5)",
    )?
    .execute(params![tx.new_id::<Uuid>().to_string(), id, place, heading, field])?;
    Ok(())
}

/// Writes the sums of shops.
pub fn insert_totals(tx: &Tx, id: PaySheetId, totals: &[ShopTotal]) -> Result<(), Problem> {
    for (ord, total) in (1..).zip(totals) {
        let ord: u32 = ord;
        tx.execute(
            "INSERT INTO pay_total (id, sheet_id, ord, shop, headcount, sum) VALUES (?1, ?2, ?3, ?4, ?5, ?6)",
            params![tx.new_id::<Uuid>().to_string(), id, ord, total.shop, total.headcount, total.sum],
        )?;
    }
    Ok(())
}

/// Writes bands, from low to high.
pub fn insert_bands(tx: &Tx, id: PaySheetId, bands: &[WageBand]) -> Result<(), Problem> {
    for (ord, band) in (1..).zip(bands) {
        let ord: u32 = ord;
        tx.execute(
            "INSERT INTO pay_band (id, sheet_id, ord, name, from_sum, to_sum, middle, headcount, sum)
             VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9)",
            params![
                tx.new_id::<Uuid>().to_string(),
                id,
                ord,
                band.name,
                band.from,
                band.to,
                band.middle,
                band.headcount,
                band.sum
            ],
        )?;
    }
    Ok(())
}

const COLUMNS: &str =
    "id, period, depth, divided, headcount, sum, file_name, file_sha256, page, pasted, taken_at, taken_by,
  given_by, note";

fn read(row: &Row<'_>) -> rusqlite::Result<PaySheetLine> {
    Ok(PaySheetLine {
        id: row.get(0)?,
        period: row.get(1)?,
        depth: PayDepth::of(&row.get::<_, String>(2)?).unwrap_or(PayDepth::Total),
        divided: row.get(3)?,
        headcount: row.get(4)?,
        sum: row.get(5)?,
        source: PaySource {
            file: row.get(6)?,
            sha256: row.get(7)?,
            page: row.get(8)?,
            pasted: row.get(9)?,
            taken_at: row.get(10)?,
            taken_by: row.get(11)?,
            given_by: row.get(12)?,
        },
        note: row.get(13)?,
    })
}

/// Every table, the newest period first; sums as they are kept.
pub fn list(connection: &Connection) -> Result<Vec<PaySheetLine>, Problem> {
    let sql = format!("SELECT {COLUMNS} FROM live_pay_sheet ORDER BY period DESC");
    let mut statement = connection.prepare_cached(&sql)?;
    let rows = statement.query_map([], read)?;
    Ok(rows.collect::<Result<_, _>>()?)
}

/// The head of a table.
///
/// Errors: `not_found`.
pub fn line(connection: &Connection, id: PaySheetId) -> Result<PaySheetLine, Problem> {
    let sql = format!("SELECT {COLUMNS} FROM live_pay_sheet WHERE id = ?1");
    let found = connection.prepare_cached(&sql)?.query_row([id], read).optional()?;
    found.ok_or_else(|| Problem::missing("份工资数据"))
}

/// The table of a period.
pub fn of_period(connection: &Connection, period: PayPeriod) -> Result<Option<PaySheetLine>, Problem> {
    let sql = format!("SELECT {COLUMNS} FROM live_pay_sheet WHERE period = ?1");
    Ok(connection.prepare_cached(&sql)?.query_row([period], read).optional()?)
}

/// When a table was taken: its place in the journal. The computer's clock, from which its id comes, may have stood back.
fn taken(table: &str) -> String {
    format!(
        "(SELECT min(c.place) FROM change c
          WHERE substr(c.row_id, -8) = substr({table}.id, -8) AND c.row_id = {table}.id AND c.tbl = 'pay_sheet')"
    )
}

/// Every table that ever was and is kept, in the order in which they were taken: its place in the journal, and whether it is out
/// of sight.
pub fn ever(connection: &Connection) -> Result<Vec<(i64, PaySheetId, bool)>, Problem> {
    let place = taken("s");
    let sql = format!(
        "SELECT coalesce({place}, 0) AS place, s.id, s.removed_at IS NOT NULL FROM pay_sheet s ORDER BY place, s.id"
    );
    let mut statement = connection.prepare_cached(&sql)?;
    let rows = statement.query_map([], |row| Ok((row.get(0)?, row.get(1)?, row.get(2)?)))?;
    Ok(rows.collect::<Result<_, _>>()?)
}

/// How much a table tells, also of one that is out of sight; none where there is none.
pub fn depth_of(connection: &Connection, id: &str) -> Result<Option<PayDepth>, Problem> {
    let found: Option<String> = connection
        .prepare_cached("SELECT depth FROM pay_sheet WHERE id = ?1")?
        .query_row([id], |row| row.get(0))
        .optional()?;
    Ok(found.as_deref().and_then(PayDepth::of))
}

/// The table that stands for the period of one that may be out of sight: itself where it is not.
pub fn in_place_of(connection: &Connection, id: PaySheetId) -> Result<Option<PaySheetId>, Problem> {
    let sql = "SELECT s.id FROM pay_sheet r JOIN live_pay_sheet s ON s.period = r.period WHERE r.id = ?1";
    Ok(connection.prepare_cached(sql)?.query_row([id], |row| row.get(0)).optional()?)
}

/// A column of a file as it was kept: its place, its heading, the code of what it was taken for.
pub type ColumnRow = (u32, String, Option<String>);

/// The columns of a table's file.
pub fn columns(connection: &Connection, id: PaySheetId) -> Result<Vec<ColumnRow>, Problem> {
    let mut statement = connection
        .prepare_cached("SELECT place, heading, field FROM pay_column WHERE sheet_id = ?1 ORDER BY place")?;
    let rows = statement.query_map([id], |row| Ok((row.get(0)?, row.get(1)?, row.get(2)?)))?;
    Ok(rows.collect::<Result<_, _>>()?)
}

/// The headings of a table's file, and the code of what each was taken for.
pub fn headings(connection: &Connection, id: PaySheetId) -> Result<Vec<(String, Option<String>)>, Problem> {
    Ok(columns(connection, id)?.into_iter().map(|(_, heading, field)| (heading, field)).collect())
}

/// The headings of a table's file as they are kept with what was answered of them; none for a table without a file.
pub fn shape(connection: &Connection, id: PaySheetId) -> Result<Option<String>, Problem> {
    let found = connection
        .prepare_cached("SELECT shape FROM live_pay_sheet WHERE id = ?1")?
        .query_row([id], |row| row.get(0))
        .optional()?;
    Ok(found.flatten())
}

/// A file that was taken in.
#[derive(Debug, Clone)]
pub struct LastFile {
    /// What it is called.
    pub file: String,
    /// The day it was taken.
    pub on: String,
    /// The page, or the pages, that were read.
    pub page: String,
    /// Its headings with their places.
    pub shape: String,
    /// Its columns.
    pub columns: Vec<ColumnRow>,
}

/// So many files back is looked for one of the same headings: two years of months.
const FILES: u32 = 24;

/// The last files that were taken in, also of tables that are out of sight; the newest first. Numbers within their names are as
/// `identity` may be seen.
pub fn last_files(connection: &Connection, identity: Shown) -> Result<Vec<LastFile>, Problem> {
    let mut statement = connection.prepare_cached(
        "SELECT id, coalesce(file_name, ''), substr(taken_at, 1, 10), coalesce(page, ''), shape FROM pay_sheet
         WHERE shape IS NOT NULL ORDER BY id DESC LIMIT ?1",
    )?;
    let rows = statement.query_map([FILES], |row| {
        let file = LastFile {
            file: shown_within(&row.get::<_, String>(1)?, identity),
            on: row.get(2)?,
            page: row.get(3)?,
            shape: row.get(4)?,
            columns: Vec::new(),
        };
        Ok((row.get::<_, PaySheetId>(0)?, file))
    })?;
    let mut files = Vec::new();
    for row in rows {
        let (id, file) = row?;
        files.push(LastFile { columns: columns(connection, id)?, ..file });
    }
    Ok(files)
}

/// Counts the people of a table anew, once a line of it is somebody else's; somebody in several rows is one.
pub fn recount(tx: &Tx, id: PaySheetId) -> Result<(), Problem> {
    let heads =
        "(SELECT count(DISTINCT coalesce(person_id, erased, id)) FROM live_pay_line WHERE sheet_id = ?1)";
    let sql = format!("UPDATE pay_sheet SET headcount = {heads} WHERE id = ?1 AND headcount <> {heads}");
    tx.execute(&sql, [id])?;
    Ok(())
}

/// Puts a table with all its rows out of sight.
pub fn remove(tx: &Tx, id: PaySheetId) -> Result<(), Problem> {
    let now = tx.now().to_rfc3339();
    for part in ["pay_line", "pay_band", "pay_total", "pay_column"] {
        let sql = format!("UPDATE {part} SET removed_at = ?2 WHERE sheet_id = ?1 AND removed_at IS NULL");
        tx.execute(&sql, params![id, now])?;
    }
    let gone = tx.execute(
        "UPDATE pay_sheet SET removed_at = ?2 WHERE id = ?1 AND removed_at IS NULL",
        params![id, now],
    )?;
    if gone == 0 { Err(Problem::missing("份工资数据")) } else { Ok(()) }
}

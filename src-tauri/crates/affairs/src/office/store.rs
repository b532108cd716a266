//! The rows of issued papers and their bytes.

use ledger::Tx;
use rusqlite::{Connection, OptionalExtension, params};

use crate::Problem;
use crate::office::Issue;
use crate::office::model::{IssuedPaper, PaperId, PaperNumber, series};

/// One more than the highest number of this kind and year. Removed issues keep theirs, so that no number
/// is given twice.
pub fn next_number(connection: &Connection, kind: &str, year: i32) -> Result<PaperNumber, Problem> {
    let last: u32 = connection.query_row(
        "SELECT coalesce(max(number), 0) FROM paper WHERE kind = ?1 AND year = ?2",
        params![kind, year],
        |row| row.get(0),
    )?;
    Ok(PaperNumber { series: series(kind), year, number: last + 1 })
}

/// The newest issue of a paper of this record.
pub fn newest_issue(connection: &Connection, kind: &str, of: &str) -> Result<Option<PaperId>, Problem> {
    let id = connection
        .query_row(
            "SELECT id FROM live_paper WHERE kind = ?1 AND of_id = ?2 ORDER BY issued_at DESC, number DESC LIMIT 1",
            params![kind, of],
            |row| row.get(0),
        )
        .optional()?;
    Ok(id)
}

/// Writes an issue and its bytes; bytes that are already kept are kept once.
pub fn insert_issue(
    tx: &Tx,
    id: PaperId,
    issue: &Issue<'_>,
    corrects: Option<PaperId>,
    source: &str,
) -> Result<(), Problem> {
    tx.execute(
        "INSERT OR IGNORE INTO paper_bytes (sha256, bytes) VALUES (?1, ?2)",
        params![issue.sha256, issue.bytes],
    )?;
    tx.execute(
        "INSERT INTO paper (id, kind, of_id, title, year, number, pages, sha256, issued_at, corrects_id,
           source_sha256)
         VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11)",
        params![
            id,
            issue.kind,
            issue.of,
            issue.title,
            issue.number.year,
            issue.number.number,
            i64::try_from(issue.pages).unwrap_or(i64::MAX),
            issue.sha256,
            tx.now().to_rfc3339(),
            corrects,
            source,
        ],
    )?;
    Ok(())
}

/// The issues of one paper, the newest first.
pub fn issues(connection: &Connection, kind: &str, of: &str) -> Result<Vec<IssuedPaper>, Problem> {
    let mut statement = connection.prepare_cached(
        "SELECT p.id, p.year, p.number, p.issued_at, p.pages, p.sha256, old.year, old.number,
           p.source_sha256 IS NOT NULL, json_extract(s.content, '$.madeBy')
         FROM live_paper p LEFT JOIN paper old ON old.id = p.corrects_id
           LEFT JOIN paper_source s ON s.sha256 = p.source_sha256
         WHERE p.kind = ?1 AND p.of_id = ?2 ORDER BY p.issued_at DESC, p.number DESC",
    )?;
    let rows = statement.query_map(params![kind, of], |row| {
        let corrects = match (row.get(6)?, row.get(7)?) {
            (Some(year), Some(number)) => {
                Some(PaperNumber { series: series(kind), year, number }.to_string())
            }
            _ => None,
        };
        Ok(IssuedPaper {
            id: row.get(0)?,
            number: PaperNumber { series: series(kind), year: row.get(1)?, number: row.get(2)? }.to_string(),
            corrects,
            issued_at: row.get(3)?,
            pages: row.get(4)?,
            sha256: row.get(5)?,
            has_source: row.get(8)?,
            made_by: row.get::<_, Option<String>>(9)?.and_then(|text| serde_json::from_str(&text).ok()),
        })
    })?;
    Ok(rows.collect::<Result<_, _>>()?)
}

/// The bytes of an issue, exactly as they were issued.
pub fn issued_bytes(connection: &Connection, id: PaperId) -> Result<Vec<u8>, Problem> {
    connection
        .query_row(
            "SELECT b.bytes FROM paper p JOIN paper_bytes b ON b.sha256 = p.sha256 WHERE p.id = ?1",
            params![id],
            |row| row.get(0),
        )
        .optional()?
        .ok_or_else(|| Problem::missing("份已印发的文件"))
}

/// Whether an issue stands.
pub fn stands(connection: &Connection, id: PaperId) -> Result<bool, Problem> {
    Ok(connection.prepare_cached("SELECT 1 FROM live_paper WHERE id = ?1")?.exists([id])?)
}

/// Of which kind an issue is.
pub fn issued_kind(connection: &Connection, id: PaperId) -> Result<String, Problem> {
    connection
        .query_row("SELECT kind FROM paper WHERE id = ?1", params![id], |row| row.get(0))
        .optional()?
        .ok_or_else(|| Problem::missing("份已印发的文件"))
}

/// From which record an issue was made.
pub fn issued_of(connection: &Connection, id: PaperId) -> Result<String, Problem> {
    connection
        .query_row("SELECT of_id FROM paper WHERE id = ?1", params![id], |row| row.get(0))
        .optional()?
        .ok_or_else(|| Problem::missing("份已印发的文件"))
}

/// How many pages an issue has.
pub fn issued_pages(connection: &Connection, id: PaperId) -> Result<u32, Problem> {
    connection
        .query_row("SELECT pages FROM paper WHERE id = ?1", params![id], |row| row.get(0))
        .optional()?
        .ok_or_else(|| Problem::missing("份已印发的文件"))
}

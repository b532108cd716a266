//! The rows of issued papers with their bytes, and what each was made from.

use ledger::Tx;
use rusqlite::{Connection, OptionalExtension, params};
use sha2::{Digest, Sha256};

use crate::Problem;
use crate::office::Issue;
use crate::office::model::{IssuedPaper, PaperId, PaperNumber, series};
use crate::office::source::{Source, unreadable};

/// The step that erased what an issue said and left its number, over `paper` as `p`; NULL where it stands whole.
pub(crate) const ERASED_BY: &str = "CASE WHEN p.sha256 = '' THEN (SELECT min(c.place) >> 32 FROM change c
       WHERE substr(c.row_id, -8) = substr(p.id, -8) AND c.row_id = p.id AND c.tbl = 'paper') END";

fn erased() -> Problem {
    Problem::new("refused", "这份文件的内容已经清除，发文登记里只留下文号，打不开，也印不出来了。")
}

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
///
/// Errors: `refused` when they are not what was issued, were erased or are gone; `not_found`.
pub fn issued_bytes(connection: &Connection, id: PaperId) -> Result<Vec<u8>, Problem> {
    let (sha256, bytes): (String, Option<Vec<u8>>) = connection
        .query_row(
            "SELECT p.sha256, b.bytes FROM paper p LEFT JOIN paper_bytes b ON b.sha256 = p.sha256 WHERE p.id = ?1",
            params![id],
            |row| Ok((row.get(0)?, row.get(1)?)),
        )
        .optional()?
        .ok_or_else(|| Problem::missing("份已印发的文件"))?;
    if sha256.is_empty() {
        return Err(erased());
    }
    match bytes {
        Some(bytes) if hex::encode(Sha256::digest(&bytes)) == sha256 => Ok(bytes),
        Some(_) => Err(Problem::new(
            "refused",
            "账本里存的这份文件和印发时的校验值不符，被绕过程序改动过，不能当作印发的那一份打印、保存。请先复制一份整个账本文件夹留底，再从改动以前的备份恢复。",
        )),
        None => Err(Problem::new(
            "refused",
            "这份已印发文件的内容不在账本里了，不是程序删去的。请先复制一份整个账本文件夹留底，再从还有它的备份恢复。",
        )),
    }
}

/// What issues are called whose bytes or source have this SHA-256: 会议纪要（纪要〔2026〕1号）.
pub fn called(connection: &Connection, sha256: &str) -> Result<Vec<String>, Problem> {
    let mut statement = connection.prepare_cached(
        "SELECT title || '（' || paper_number(kind, year, number) || '）' FROM paper
         WHERE sha256 = ?1 OR source_sha256 = ?1 ORDER BY issued_at, id",
    )?;
    Ok(statement.query_map([sha256], |row| row.get(0))?.collect::<Result<_, _>>()?)
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

/// What an issue was made from; `None` for one of an earlier program, which kept the bytes alone.
pub fn source_of(connection: &Connection, id: PaperId) -> Result<Option<Source>, Problem> {
    let content: Option<String> = connection
        .prepare_cached(
            "SELECT s.content FROM paper p JOIN paper_source s ON s.sha256 = p.source_sha256 WHERE p.id = ?1",
        )?
        .query_row([id], |row| row.get(0))
        .optional()?;
    content.map(|text| serde_json::from_str(&text).map_err(|_| unreadable())).transpose()
}

/// The same for a paper that is set again from it: nothing else than what was issued is handed out as the issue.
///
/// Errors: `refused` when it is not what was kept, was erased or is gone.
pub fn proved_source(connection: &Connection, id: PaperId) -> Result<Option<Source>, Problem> {
    if connection.prepare_cached("SELECT 1 FROM paper WHERE id = ?1 AND sha256 = ''")?.exists([id])? {
        return Err(erased());
    }
    let kept: Option<(String, Option<String>)> = connection
        .prepare_cached(
            "SELECT p.source_sha256, s.content FROM paper p LEFT JOIN paper_source s ON s.sha256 = p.source_sha256
             WHERE p.id = ?1 AND p.source_sha256 IS NOT NULL",
        )?
        .query_row([id], |row| Ok((row.get(0)?, row.get(1)?)))
        .optional()?;
    let Some((sha256, content)) = kept else { return Ok(None) };
    match content {
        Some(content) if hex::encode(Sha256::digest(&content)) == sha256 => source_of(connection, id),
        _ => Err(Problem::new(
            "refused",
            "这份文件印发时留存的底本被绕过程序改动过，或者不见了，不能照它重做。请先复制一份整个账本文件夹留底，再从改动以前的备份恢复。",
        )),
    }
}

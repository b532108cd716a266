//! The rows of small pictures, which stand outside the journal, and how each is proved by the digest that the journalled row of
//! its file bears. How one is drawn is `thumbnail`'s.

use ledger::Tx;
use rusqlite::{Connection, OptionalExtension, params};
use sha2::{Digest, Sha256};

use crate::Problem;
use crate::office::attachments::thumbnail::Thumbnail;

/// The SHA-256 of a small picture, hex.
pub(super) fn digest(jpeg: &[u8]) -> String {
    hex::encode(Sha256::digest(jpeg))
}

/// Keeps a small picture; the same content has one.
pub fn keep_thumbnail(tx: &Tx, content: &str, small: &Thumbnail) -> Result<(), Problem> {
    tx.execute(
        "INSERT OR REPLACE INTO thumbnail (content, width, height, jpeg) VALUES (?1, ?2, ?3, ?4)",
        params![content, small.width, small.height, small.jpeg],
    )?;
    Ok(())
}

/// Keeps a small picture that was drawn anew, with its digest on every file of this content.
pub fn keep_drawn_anew(tx: &Tx, content: &str, small: Option<&Thumbnail>) -> Result<(), Problem> {
    match small {
        Some(small) => keep_thumbnail(tx, content, small)?,
        None => {
            tx.execute("DELETE FROM thumbnail WHERE content = ?1", [content])?;
        }
    }
    let digest = small.map(|small| digest(&small.jpeg));
    tx.execute(
        "UPDATE attachment SET small_sha256 = ?2 WHERE content = ?1 AND small_sha256 IS NOT ?2",
        params![content, digest],
    )?;
    Ok(())
}

/// The small picture of a content.
///
/// Errors: `not_found` when there is none, or it is not the one that was made: better no picture than another's.
pub fn thumbnail(connection: &Connection, content: &str) -> Result<Vec<u8>, Problem> {
    let found: Option<Vec<u8>> = connection
        .prepare_cached("SELECT jpeg FROM thumbnail WHERE content = ?1")?
        .query_row([content], |row| row.get(0))
        .optional()?;
    match found {
        Some(jpeg) if proved(connection, content, &jpeg)? != Some(false) => Ok(jpeg),
        _ => Err(Problem::missing("个附件的缩略图")),
    }
}

/// Whether a small picture is the one that the journal tells of: `None` where it tells nothing, since the file is of an
/// earlier program.
fn proved(connection: &Connection, content: &str, jpeg: &[u8]) -> rusqlite::Result<Option<bool>> {
    let told = |sql: &str| {
        let mut statement = connection.prepare_cached(sql)?;
        statement.query_map([content], |row| row.get(0))?.collect::<rusqlite::Result<Vec<Option<String>>>>()
    };
    let mut digests = told("SELECT small_sha256 FROM attachment WHERE content = ?1")?;
    if digests.is_empty() {
        // Taken back, and what redo may want.
        digests = told(
            "SELECT json_extract(after, '$.small_sha256') FROM change
             WHERE tbl = 'attachment' AND json_extract(after, '$.content') = ?1",
        )?;
    }
    let digests: Vec<String> = digests.into_iter().flatten().collect();
    Ok((!digests.is_empty()).then(|| digests.contains(&digest(jpeg))))
}

/// The contents whose small picture the journal does not prove: those it knows another of, those that are gone, and those of
/// which it tells nothing. Each with the digest of what stands, and whether the journal tells.
pub fn unproved(connection: &Connection) -> Result<Vec<UnprovedThumbnail>, Problem> {
    let mut statement = connection.prepare("SELECT content, jpeg FROM thumbnail ORDER BY content")?;
    let mut rows = statement.query([])?;
    let mut all = Vec::new();
    while let Some(row) = rows.next()? {
        let (content, jpeg): (String, Vec<u8>) = (row.get(0)?, row.get(1)?);
        let proved = proved(connection, &content, &jpeg)?;
        if proved != Some(true) {
            all.push(UnprovedThumbnail { content, stands: Some(digest(&jpeg)), told: proved.is_some() });
        }
    }
    let mut gone =
        connection.prepare(&format!("SELECT DISTINCT a.content FROM attachment a WHERE {GONE}"))?;
    for content in gone.query_map([], |row| row.get(0))? {
        all.push(UnprovedThumbnail { content: content?, stands: None, told: true });
    }
    Ok(all)
}

/// A small picture that the journal does not prove.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct UnprovedThumbnail {
    /// The file's content.
    pub content: String,
    /// The SHA-256 of the picture that stands; none where it is gone.
    pub stands: Option<String>,
    /// Whether the journal tells of another; else it tells nothing.
    pub told: bool,
}

impl UnprovedThumbnail {
    /// Whether the picture that stands is this one.
    pub fn is(&self, drawn: Option<&Thumbnail>) -> bool {
        self.stands == drawn.map(|drawn| digest(&drawn.jpeg))
    }
}

/// Small pictures that neither a row nor the journal names: redo may want what only the journal names.
const STRAY: &str = "NOT EXISTS (SELECT 1 FROM attachment WHERE content = thumbnail.content)
  AND NOT EXISTS (SELECT 1 FROM change WHERE tbl = 'attachment'
    AND thumbnail.content IN (json_extract(after, '$.content'), json_extract(before, '$.content')))";

/// Files (`a`) whose small picture is known and not there.
const GONE: &str =
    "a.small_sha256 IS NOT NULL AND NOT EXISTS (SELECT 1 FROM thumbnail WHERE content = a.content)";

/// Whether every small picture belongs to a file that is or was named and is the one that was made of it, and none is gone. Those
/// of which the journal tells nothing are drawn anew and compared by whoever has the files.
pub(crate) fn thumbnails_hold(connection: &Connection) -> rusqlite::Result<bool> {
    let stray = format!("SELECT 1 FROM thumbnail WHERE {STRAY}");
    let gone = format!("SELECT 1 FROM attachment a WHERE {GONE}");
    if connection.prepare(&stray)?.exists([])? || connection.prepare(&gone)?.exists([])? {
        return Ok(false);
    }
    let mut statement = connection.prepare("SELECT content, jpeg FROM thumbnail")?;
    let mut rows = statement.query([])?;
    while let Some(row) = rows.next()? {
        let (content, jpeg): (String, Vec<u8>) = (row.get(0)?, row.get(1)?);
        if proved(connection, &content, &jpeg)? == Some(false) {
            return Ok(false);
        }
    }
    Ok(true)
}

/// Forgets the small pictures that belong to nothing.
pub(crate) fn forget_thumbnails(connection: &Connection) -> rusqlite::Result<()> {
    connection.execute(&format!("DELETE FROM thumbnail WHERE {STRAY}"), [])?;
    Ok(())
}

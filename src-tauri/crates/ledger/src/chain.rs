//! The chain of journal rows: the newest one, the hash that binds a row to the one before and to the digests
//! of its changes, and the writing of a row. The hash needs no text of a change, so a purge leaves it valid.

use crate::{LedgerError, recorder::first_place};
use rusqlite::{Connection, OptionalExtension};
use serde::Serialize;
use sha2::{Digest, Sha256};
use std::collections::BTreeSet;
use ts_rs::TS;

/// The newest step of the chain.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct Head {
    /// its number, 0 before the first
    #[ts(type = "number")]
    pub seq: i64,
    /// its hash, 64 hex digits
    pub hash: String,
}

/// One journal row before its hash.
#[derive(Debug)]
pub(crate) struct Entry<'a> {
    pub seq: i64,
    pub id: &'a str,
    pub at: &'a str,
    pub actor_id: &'a str,
    pub actor_name: &'a str,
    pub op: &'a str,
    pub label: &'a str,
    pub is_final: bool,
    pub kind: &'a str,
    pub target: Option<i64>,
}

/// What came of closing a step.
pub(crate) struct Closed {
    pub seq: i64,
    pub changed: BTreeSet<String>,
}

/// The newest row, or the empty chain of a ledger that is being made.
pub(crate) fn head(conn: &Connection) -> Result<Head, LedgerError> {
    let newest = conn
        .prepare_cached("SELECT seq, hash FROM journal ORDER BY seq DESC LIMIT 1")?
        .query_row([], |r| Ok((r.get(0)?, r.get::<_, Vec<u8>>(1)?)))
        .optional()?;
    let (seq, hash) = newest.unwrap_or((0, vec![0; 32]));
    Ok(Head { seq, hash: hex::encode(hash) })
}

/// Hashes an entry onto the chain.
pub(crate) struct Hasher(Sha256);

impl Hasher {
    pub fn new(entry: &Entry<'_>, prev: &[u8]) -> Self {
        let mut hash = Sha256::new_with_prefix(b"gonghui journal 1\n");
        let seq = entry.seq.to_string();
        let target = entry.target.map(|seq| seq.to_string());
        let is_final = if entry.is_final { "1" } else { "0" };
        for part in [
            &seq,
            entry.id,
            entry.at,
            entry.actor_id,
            entry.actor_name,
            entry.op,
            entry.label,
            is_final,
            entry.kind,
            target.as_deref().unwrap_or(""),
        ] {
            hash.update((part.len() as u64).to_be_bytes());
            hash.update(part);
        }
        hash.update(prev);
        Self(hash)
    }

    pub fn digest(&mut self, digest: &[u8]) {
        self.0.update((digest.len() as u64).to_be_bytes());
        self.0.update(digest);
    }

    pub fn finish(self) -> [u8; 32] {
        self.0.finalize().into()
    }
}

/// Writes the row that closes a step. A reversible step that changed no journalled row leaves none.
pub(crate) fn close(conn: &Connection, entry: &Entry<'_>, prev: &Head) -> Result<Closed, LedgerError> {
    let prev_hash = hex::decode(&prev.hash).map_err(|_| LedgerError::Damaged)?;
    let mut hash = Hasher::new(entry, &prev_hash);
    let mut changed = BTreeSet::new();
    {
        let mut statement =
            conn.prepare_cached("SELECT tbl, digest FROM change WHERE place >= ?1 ORDER BY place")?;
        let mut rows = statement.query([first_place(entry.seq)])?;
        while let Some(row) = rows.next()? {
            let table = row.get_ref(0)?.as_str().map_err(rusqlite::Error::from)?;
            if !changed.contains(table) {
                changed.insert(table.to_owned());
            }
            hash.digest(row.get_ref(1)?.as_blob().map_err(rusqlite::Error::from)?);
        }
    }
    if changed.is_empty() && !entry.is_final {
        return Ok(Closed { seq: prev.seq, changed });
    }
    conn.prepare_cached("INSERT INTO journal VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12)")?
        .execute((
            entry.seq,
            entry.id,
            entry.at,
            entry.actor_id,
            entry.actor_name,
            entry.op,
            entry.label,
            entry.is_final,
            entry.kind,
            entry.target,
            prev_hash,
            hash.finish(),
        ))?;
    Ok(Closed { seq: entry.seq, changed })
}

//! Proving the access log: the hash that binds each look to the one before, the digest that stands in it for the
//! purpose, and what the ledger itself knows of the newest one.

use super::erasing::{ERASING, marked};
use crate::{Ledger, LedgerError};
use rusqlite::Row;
use sha2::{Digest, Sha256};

impl Ledger {
    /// Numbers of the looks that are not what their hashes say, that are erased without a purge or stand again
    /// after one, or are gone though the ledger knows of them. Errors: `Damaged` when the file cannot be read.
    pub(crate) fn altered_looks(&self) -> Result<Vec<i64>, LedgerError> {
        let (known, settled) = (self.known_look()?, self.settled_look()?);
        let marks = self.read(marked)?;
        let unfinished = self.note(ERASING)?.is_some();
        self.access(|conn| {
            let mut statement = conn.prepare(
                "SELECT seq, at, actor_id, actor_name, kind, subjects, purpose, prev_hash, hash, salt, digest,
                   erased_by IS NOT NULL FROM look WHERE seq > ?1 ORDER BY seq",
            )?;
            let mut rows = statement.query([settled.0])?;
            let (mut expected, mut prev, mut altered) = (settled.0 + 1, settled.1, Vec::new());
            while let Some(row) = rows.next()? {
                let seq: i64 = row.get(0)?;
                let (stated, own, erased): (Vec<u8>, Vec<u8>, bool) =
                    (row.get(7)?, row.get(8)?, row.get(11)?);
                let lawful = erased == marks.contains(&seq) || !erased && unfinished;
                if seq != expected || stated != prev || !lawful || !holds(row, &stated, &own, erased)? {
                    altered.push(seq);
                }
                (expected, prev) = (seq + 1, own);
            }
            if let Some((seq, hash)) = known.filter(|(seq, _)| *seq > settled.0) {
                let there =
                    conn.prepare("SELECT 1 FROM look WHERE seq = ?1 AND hash = ?2")?.exists((seq, hash))?;
                if !there && altered.is_empty() {
                    altered.push(seq.min(expected));
                }
            }
            Ok(altered)
        })
    }
}

/// Whether a look is what its hash says.
fn holds(row: &Row<'_>, prev: &[u8], own: &[u8], erased: bool) -> Result<bool, LedgerError> {
    let text = |at: usize| row.get_ref(at)?.as_str().map_err(rusqlite::Error::from);
    let (seq, purpose): (i64, &str) = (row.get(0)?, text(6)?);
    let (salt, stated): (Option<Vec<u8>>, Option<Vec<u8>>) = (row.get(9)?, row.get(10)?);
    let texts = [text(1)?, text(2)?, text(3)?, text(4)?, text(5)?];
    let whole = match (&stated, &salt) {
        (Some(stated), Some(salt)) => !erased && digest(salt, purpose)[..] == stated[..],
        (Some(_), None) => erased && purpose.is_empty(),
        // From before purposes could be erased: once that is done, the links to its neighbours are all there is.
        (None, _) if erased => return Ok(purpose.is_empty()),
        (None, _) => return Ok(hash_1(seq, texts, purpose, prev)[..] == *own),
    };
    Ok(whole && hash(seq, texts, stated.as_deref().unwrap_or_default(), prev)[..] == *own)
}

/// What stands for a purpose in the hash of its look.
pub(super) fn digest(salt: &[u8], purpose: &str) -> [u8; 32] {
    Sha256::new_with_prefix(b"gonghui access purpose\n")
        .chain_update(salt)
        .chain_update(purpose)
        .finalize()
        .into()
}

/// The hash of a look. `texts`: time, id and name of who looked, what was done, the subjects.
pub(super) fn hash(seq: i64, texts: [&str; 5], digest: &[u8], prev: &[u8]) -> [u8; 32] {
    let mut hash = Sha256::new_with_prefix(b"gonghui access 2\n");
    hash.update(seq.to_be_bytes());
    texts.into_iter().for_each(|one| part(&mut hash, one));
    hash.update(digest);
    hash.update(prev);
    hash.finalize().into()
}

/// The hash of a look in a file of version 1, which covers the purpose itself.
fn hash_1(seq: i64, [at, id, name, kind, subjects]: [&str; 5], purpose: &str, prev: &[u8]) -> [u8; 32] {
    let mut hash = Sha256::new_with_prefix(b"gonghui access 1\n");
    hash.update(seq.to_be_bytes());
    [at, id, name, kind, purpose, subjects].into_iter().for_each(|one| part(&mut hash, one));
    hash.update(prev);
    hash.finalize().into()
}

fn part(hash: &mut Sha256, text: &str) {
    hash.update((text.len() as u64).to_be_bytes());
    hash.update(text);
}

//! Following the chain of steps from the first to the last, with the digest of every change beside it.

use super::finding::{Finding, Progress, TAMPERED};
use crate::chain::{Entry, Hasher};
use crate::{LedgerError, recorder};
use rusqlite::{Connection, Row, Rows};

/// Whether the chain of a file holds from its first step to its last.
pub(crate) fn chain_holds(conn: &Connection) -> Result<bool, LedgerError> {
    let mut findings = Vec::new();
    chain(conn, &mut findings, &mut Progress { done: 0, total: 1, tell: &mut |_, _| true })?;
    Ok(findings.is_empty())
}

/// Follows the chain from the first step to the last, with the changes of each beside it.
pub(super) fn chain(
    conn: &Connection,
    findings: &mut Vec<Finding>,
    progress: &mut Progress<'_>,
) -> Result<(), LedgerError> {
    let mut steps = conn.prepare(
        "SELECT seq, id, at, actor_id, actor_name, op, label, final, kind, target, prev_hash, hash
         FROM journal ORDER BY seq",
    )?;
    // A copy may be from before rows could be erased by law.
    let erased =
        conn.prepare("SELECT 1 FROM pragma_table_info('change') WHERE name = 'erased_by'")?.exists([])?;
    let erased = if erased { "erased_by" } else { "NULL" };
    let mut changes = conn.prepare(&format!(
        "SELECT seq, tbl, act, row_id, before, after, salt, digest, {erased} FROM change ORDER BY place"
    ))?;
    let mut changes = changes.query([])?;
    let mut ahead = next(&mut changes)?;
    let mut steps = steps.query([])?;
    let (mut expected, mut prev, mut stray) = (1i64, vec![0u8; 32], false);
    while let Some(row) = steps.next()? {
        let seq: i64 = row.get(0)?;
        if seq != expected {
            findings
                .push(Finding::error(format!("流水第 {expected} 步到第 {} 步不见了。", seq - 1), TAMPERED));
        }
        let stated: Vec<u8> = row.get(10)?;
        if stated != prev && seq == expected {
            findings
                .push(Finding::error(format!("流水第 {seq} 步与前一步接不上，记录可能被改动过。"), TAMPERED));
        }
        let mut hash = hasher(row, &stated)?;
        let mut altered = false;
        while let Some(change) = ahead.take_if(|change| change.seq <= seq) {
            hash.digest(&change.digest);
            altered |= !change.holds();
            stray |= change.seq < seq;
            progress.step()?;
            ahead = next(&mut changes)?;
        }
        prev = row.get(11)?;
        if altered || hash.finish()[..] != prev {
            findings.push(Finding::error(format!("流水第 {seq} 步的记录被改动过。"), TAMPERED));
        }
        expected = seq + 1;
        progress.step()?;
    }
    if stray || ahead.is_some() {
        findings.push(Finding::error("流水里有改动不属于任何一步。", TAMPERED));
    }
    Ok(())
}

/// What a purge erased bears its mark in the purge's own step, which the chain covers; other erasing does not.
pub(super) fn erased(conn: &Connection, findings: &mut Vec<Finding>) -> Result<(), LedgerError> {
    let unmarked: i64 = conn.query_row(
        "SELECT count(*) FROM change AS one WHERE erased_by IS NOT NULL AND NOT EXISTS
           (SELECT 1 FROM change AS mark WHERE substr(mark.row_id, -8) = substr(one.row_id, -8)
              AND mark.row_id = one.row_id AND mark.tbl = one.tbl
              AND mark.act = 'erase' AND mark.place >> 32 = one.erased_by)",
        [],
        |r| r.get(0),
    )?;
    if unmarked > 0 {
        findings.push(Finding::error(format!("流水里有 {unmarked} 处内容不是按清除手续抹去的。"), TAMPERED));
    }
    Ok(())
}

fn hasher(row: &Row<'_>, prev: &[u8]) -> Result<Hasher, LedgerError> {
    let text = |at: usize| -> Result<&str, LedgerError> {
        Ok(row.get_ref(at)?.as_str().map_err(rusqlite::Error::from)?)
    };
    let entry = Entry {
        seq: row.get(0)?,
        id: text(1)?,
        at: text(2)?,
        actor_id: text(3)?,
        actor_name: text(4)?,
        op: text(5)?,
        label: text(6)?,
        is_final: row.get(7)?,
        kind: text(8)?,
        target: row.get(9)?,
    };
    Ok(Hasher::new(&entry, prev))
}

/// One change row as the file has it.
struct Change {
    seq: i64,
    head: [String; 3],
    texts: [Option<String>; 2],
    salt: Option<Vec<u8>>,
    digest: Vec<u8>,
    erased_by: Option<i64>,
}

impl Change {
    /// Whether the row is what its digest says.
    fn holds(&self) -> bool {
        let [table, act, id] = &self.head;
        let texts = self.texts.each_ref().map(Option::as_deref);
        match &self.salt {
            Some(salt) => recorder::digest(salt, [table, act, id], texts)[..] == self.digest,
            // Text and salt were erased by law; the digest alone keeps the chain whole.
            None => texts == [None, None] && self.erased_by.is_some(),
        }
    }
}

fn next(rows: &mut Rows<'_>) -> Result<Option<Change>, LedgerError> {
    let Some(row) = rows.next()? else { return Ok(None) };
    Ok(Some(Change {
        seq: row.get(0)?,
        head: [row.get(1)?, row.get(2)?, row.get(3)?],
        texts: [row.get(4)?, row.get(5)?],
        salt: row.get(6)?,
        digest: row.get(7)?,
        erased_by: row.get(8)?,
    }))
}

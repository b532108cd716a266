//! The check of a whole ledger: pages, foreign keys, the chain of steps, the digest of every change and the
//! triggers that write them. It reports and never repairs.

use crate::chain::{Entry, Hasher};
use crate::{Ledger, LedgerError, recorder, triggers};
use chrono::DateTime;
use rusqlite::{Connection, Row, Rows};
use serde::Serialize;
use ts_rs::TS;

/// How bad a finding is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub enum Severity {
    /// Worth knowing.
    Warning,
    /// The ledger is not what it should be.
    Error,
}

/// One thing that is not as it should be. Holds no name and no value.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct Finding {
    /// how bad it is
    pub severity: Severity,
    /// what was found
    pub message: String,
    /// what to do
    pub way_out: String,
}

impl Finding {
    fn error(message: impl Into<String>, way_out: &str) -> Self {
        Self { severity: Severity::Error, message: message.into(), way_out: way_out.into() }
    }
}

const FROM_BACKUP: &str = "请不要再写入，先复制一份整个文件夹留底，再从备份恢复。";
const TAMPERED: &str = "请先复制一份整个文件夹留底，再与备份里的同一步对照，查明是谁、何时改的。";

/// Counts the work and lets the caller stop it.
struct Progress<'a> {
    done: u64,
    total: u64,
    tell: &'a mut dyn FnMut(u64, u64) -> bool,
}

impl Progress<'_> {
    fn step(&mut self) -> Result<(), LedgerError> {
        self.done += 1;
        // One call a thousand rows is enough for a bar.
        if self.done.is_multiple_of(1000) { self.tell() } else { Ok(()) }
    }

    fn tell(&mut self) -> Result<(), LedgerError> {
        if (self.tell)(self.done, self.total.max(self.done)) { Ok(()) } else { Err(LedgerError::Cancelled) }
    }
}

impl Ledger {
    /// Checks everything. `progress(done, total)` is called now and then; when it says `false` the check stops
    /// with `Cancelled`. An empty list means that all is well.
    pub fn check(&self, progress: &mut dyn FnMut(u64, u64) -> bool) -> Result<Vec<Finding>, LedgerError> {
        let mut findings = Vec::new();
        let mut progress = Progress { done: 0, total: 1, tell: progress };
        progress.tell()?;
        match self.check_all(&mut findings, &mut progress) {
            Err(LedgerError::Damaged | LedgerError::Io(_)) => {
                findings.push(Finding::error("账本文件有的地方读不出来。", FROM_BACKUP));
            }
            other => other?,
        }
        Ok(findings)
    }

    fn check_all(&self, findings: &mut Vec<Finding>, progress: &mut Progress<'_>) -> Result<(), LedgerError> {
        {
            // The pages are read past the transaction, so nothing may write meanwhile.
            let conn = self.writer.enter()?;
            let bad = conn.prepare("PRAGMA cipher_integrity_check")?.query_map([], |_| Ok(()))?.count();
            if bad > 0 {
                findings.push(Finding::error(format!("账本文件有 {bad} 处与校验码不符。"), FROM_BACKUP));
                return Ok(());
            }
        }
        self.read(|conn| {
            let count = |sql| conn.query_row(sql, [], |r| r.get::<_, i64>(0));
            let steps = count("SELECT count(*) FROM journal")? + count("SELECT count(*) FROM change")?;
            let tables = tables(conn)?;
            progress.total = steps.unsigned_abs() + tables.len() as u64 + 1;
            for table in tables {
                let sql = format!("PRAGMA integrity_check({})", triggers::ident(&table));
                let answer: String = conn.query_row(&sql, [], |r| r.get(0))?;
                if answer != "ok" {
                    findings.push(Finding::error(format!("表 {table} 的内部结构有误。"), FROM_BACKUP));
                }
                progress.done += 1;
                progress.tell()?;
            }
            let orphans = conn.prepare("PRAGMA foreign_key_check")?.query_map([], |_| Ok(()))?.count();
            if orphans > 0 {
                let message = format!("有 {orphans} 条记录找不到它所指的记录。");
                findings.push(Finding::error(message, FROM_BACKUP));
            }
            if triggers::standing(conn)? != sorted(triggers::generate(conn, &self.schema)?) {
                let message = "记录流水的触发器与程序的不一致，有些改动可能没有记下来。";
                findings.push(Finding::error(message, TAMPERED));
            }
            chain(conn, findings, progress)?;
            erased(conn, findings)?;
            self.clock(conn, findings)?;
            self.looked(findings)?;
            progress.done = progress.total;
            progress.tell()
        })
    }

    fn looked(&self, findings: &mut Vec<Finding>) -> Result<(), LedgerError> {
        match self.altered_looks() {
            Ok(altered) if altered.is_empty() => Ok(()),
            Ok(altered) => {
                let first = altered.first().copied().unwrap_or_default();
                let message = format!("查阅记录从第 {first} 条起被改动过。");
                findings.push(Finding::error(message, TAMPERED));
                Ok(())
            }
            Err(LedgerError::Damaged) => {
                findings.push(Finding::error("查阅记录读不出来，账本本身没有受影响。", TAMPERED));
                Ok(())
            }
            Err(other) => Err(other),
        }
    }

    fn clock(&self, conn: &Connection, findings: &mut Vec<Finding>) -> Result<(), LedgerError> {
        let at: String =
            conn.query_row("SELECT at FROM journal ORDER BY seq DESC LIMIT 1", [], |r| r.get(0))?;
        if DateTime::parse_from_rfc3339(&at).is_ok_and(|at| at > self.setting.clock.now()) {
            findings.push(Finding {
                severity: Severity::Warning,
                message: "电脑的时钟比最后一步的时间还早，期限可能算错。".into(),
                way_out: "请先把电脑的日期和时间调准。".into(),
            });
        }
        Ok(())
    }
}

fn tables(conn: &Connection) -> Result<Vec<String>, LedgerError> {
    let mut statement = conn.prepare("SELECT name FROM sqlite_schema WHERE type = 'table' ORDER BY name")?;
    Ok(statement.query_map([], |r| r.get(0))?.collect::<Result<_, _>>()?)
}

fn sorted(mut triggers: Vec<(String, String)>) -> Vec<(String, String)> {
    triggers.sort();
    triggers
}

/// Whether the chain of a file holds from its first step to its last.
pub(crate) fn chain_holds(conn: &Connection) -> Result<bool, LedgerError> {
    let mut findings = Vec::new();
    chain(conn, &mut findings, &mut Progress { done: 0, total: 1, tell: &mut |_, _| true })?;
    Ok(findings.is_empty())
}

/// Follows the chain from the first step to the last, with the changes of each beside it.
fn chain(
    conn: &Connection,
    findings: &mut Vec<Finding>,
    progress: &mut Progress<'_>,
) -> Result<(), LedgerError> {
    let mut steps = conn.prepare(
        "SELECT seq, id, at, actor_id, actor_name, op, label, final, kind, target, prev_hash, hash
         FROM journal ORDER BY seq",
    )?;
    let mut changes = conn.prepare(
        "SELECT seq, tbl, act, row_id, before, after, salt, digest, erased_by
         FROM change ORDER BY place",
    )?;
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
fn erased(conn: &Connection, findings: &mut Vec<Finding>) -> Result<(), LedgerError> {
    let unmarked: i64 = conn.query_row(
        "SELECT count(*) FROM change AS one WHERE erased_by IS NOT NULL AND NOT EXISTS
           (SELECT 1 FROM change AS mark WHERE mark.row_id = one.row_id AND mark.tbl = one.tbl
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

//! The check of a whole ledger: pages, the structure, references with and without foreign keys, the chain of steps, each row
//! against the last change of it, what is kept by its digest, what is derived, every attachment, `keys.json`, the copies. It
//! reports and never repairs; what a finding offers to mend is done when a person says so. The short check of the day is `daily`.

mod chain;
mod daily;
mod digested;
mod files;
mod finding;
mod proof;
mod rows;
mod structure;

pub(crate) use chain::chain_holds;
pub use finding::{Finding, LastCheck, Mend, Severity};
pub(crate) use proof::Amiss;
pub(crate) use structure::{Altered, of_copy, of_log};

use crate::schema::journalled;
use crate::slots::Slots;
use crate::{Ledger, LedgerError, doubt, loose, migrate, triggers};
use chain::{chain, erased};
use finding::{FROM_BACKUP, Progress, TAMPERED};
use rusqlite::Connection;

const LOOKS: &str = "账本里的内容没有受影响，查看照常会记下来。请先复制一份整个文件夹留底，查明是谁、何时动过；查明了就点“登记缺口”，写进流水，以后从缺口之后接着核对。";
const LOG: &str = "账本里的内容没有受影响。请先复制一份整个文件夹留底，查明是谁、何时改的；查明了就点“登记缺口”，写进流水，查阅记录的结构照原样重建，以后从缺口之后接着核对。";
const KEYS: &str = "请锁定账本，再用口令打开：程序会换用最新一份备份里的口令文件。打不开的，用恢复单上的24个字打开，再给每个人重新设置口令。";
const COPY_AGAIN: &str = "账本本身没有受影响；请现在再备份一次，最好备份到 U 盘。";
const OWNERLESS: &str = "账本没有损坏，别的记录也没有受影响。请在流水里找到撤销的那一步，还需要的照原样重新登记，附件重新添加；留下的这些不再显示，清除本人时一并清除。";

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
        self.keep_check(&findings);
        Ok(findings)
    }

    fn check_all(&self, findings: &mut Vec<Finding>, progress: &mut Progress<'_>) -> Result<(), LedgerError> {
        {
            // The pages are read past the transaction, so nothing may write meanwhile.
            let conn = self.writer.enter()?;
            // The file's own pages are read, past the WAL: what stands there is written into the file first. A
            // disk that was full may have left half a page in it which the WAL holds whole.
            let written = conn.query_row("PRAGMA wal_checkpoint(FULL)", [], |r| {
                Ok((r.get::<_, i64>(0)?, r.get::<_, i64>(1)?, r.get::<_, i64>(2)?))
            });
            let settled = matches!(written, Ok((0, log, done)) if log == done);
            let bad = conn.prepare("PRAGMA cipher_integrity_check")?.query_map([], |_| Ok(()))?.count();
            // Otherwise the pages that count are proved by reading the tables below.
            let bad = if settled { bad } else { 0 };
            if bad > 0 {
                findings.push(Finding::error(format!("账本文件有 {bad} 处与校验码不符。"), FROM_BACKUP));
                return Ok(());
            }
        }
        let made = migrate::made(&self.schema, self.setting.ids.clone())?;
        let (named, altered) = self.read_anew(|conn| self.contents(conn, &made, findings, progress))?;
        // Outside of the reading: attachments may be many and large.
        named.check(self, findings, progress)?;
        altered.bears(self.looked(findings))?;
        self.keys(findings)?;
        self.copies(findings, progress)?;
        progress.done = progress.total.max(progress.done);
        progress.tell()
    }

    /// Everything that is read from the tables, in one state of the file. Where the structure was altered, what cannot be read for it
    /// is left out; the rest is looked at all the same.
    fn contents(
        &self,
        conn: &Connection,
        made: &Connection,
        findings: &mut Vec<Finding>,
        progress: &mut Progress<'_>,
    ) -> Result<(files::Named, Altered), LedgerError> {
        let altered = structure::altered(conn, made)?;
        altered.tell(findings);
        let count = |sql: &str| Ok::<_, LedgerError>(conn.query_row(sql, [], |r| r.get::<_, i64>(0))?);
        let steps = altered.bears(count("SELECT count(*) FROM journal"))?
            + altered.bears(count("SELECT count(*) FROM change"))?;
        let tables = tables(conn)?;
        let named = altered.bears(files::Named::of(self, conn))?;
        progress.total = 2 * steps.unsigned_abs() + tables.len() as u64 + named.work() + 1;
        for table in tables {
            let sql = format!("PRAGMA integrity_check({})", triggers::ident(&table));
            let answer = conn.query_row(&sql, [], |r| r.get::<_, String>(0)).map(Some);
            let answer = altered.bears(answer.map_err(LedgerError::from))?;
            if answer.is_some_and(|answer| answer != "ok") {
                findings.push(Finding::error(format!("表 {table} 的内部结构有误。"), FROM_BACKUP));
            }
            progress.done += 1;
            progress.tell()?;
        }
        let orphans = altered.bears(without_parent(conn))?;
        if orphans > 0 {
            let message = format!("有 {orphans} 条记录找不到它所指的记录。");
            findings.push(Finding::error(message, FROM_BACKUP));
        }
        let orphans = altered.bears(loose::orphans(conn, &self.schema, 0))?.len();
        if orphans > 0 {
            let message = format!("有 {orphans} 条附件或登记所属的记录已经撤销，不在了。");
            findings.push(Finding::warning(message, OWNERLESS));
        }
        altered.bears(chain(conn, findings, progress))?;
        altered.bears(erased(conn, findings))?;
        self.records(conn, (made, &altered), findings, progress)?;
        // What is derived, and what it is held against, is read through what was altered: that they agree or do not says nothing.
        if altered.is_empty() {
            self.derived(conn, findings, progress)?;
        }
        altered.bears(self.clock(conn, findings))?;
        Ok((named, altered))
    }

    /// The rows against the journal, and what is kept by its digest, as far as the structure leaves them.
    fn records(
        &self,
        conn: &Connection,
        (made, altered): (&Connection, &Altered),
        findings: &mut Vec<Finding>,
        progress: &mut Progress<'_>,
    ) -> Result<(), LedgerError> {
        let mut journalled = journalled(made, &self.schema)?;
        journalled.retain(|(table, _)| altered.leaves(table));
        altered.bears(rows::rows(conn, journalled, findings, progress))?;
        altered.bears(digested::digested(conn, &self.schema, findings, progress))
    }

    /// What is derived against its sources.
    fn derived(
        &self,
        conn: &Connection,
        findings: &mut Vec<Finding>,
        progress: &mut Progress<'_>,
    ) -> Result<(), LedgerError> {
        for derived in self.schema.derived {
            if !(derived.verify)(conn)? {
                let message = format!("{}与它的来源不一致，查找和汇总可能不全。", derived.name);
                let way_out = "点“重新整理”即可，不会改动任何记录。";
                findings.push(Finding { mend: Some(Mend::Rebuild), ..Finding::warning(message, way_out) });
            }
            progress.tell()?;
        }
        Ok(())
    }

    /// Whether `keys.json` is what was written, and is of this ledger. One that is gone is no damage: a ledger opened by the sheet
    /// has none.
    fn keys(&self, findings: &mut Vec<Finding>) -> Result<(), LedgerError> {
        match Slots::load(&self.folder.keys()) {
            Err(LedgerError::KeysDamaged) => {
                findings.push(Finding::error("口令文件 keys.json 已损坏，用口令可能打不开账本了。", KEYS));
                Ok(())
            }
            Ok(slots) if slots.ledger != self.id() => {
                let message = "口令文件 keys.json 里的账本编号和账本里的不一样，有一处被改动过。";
                findings.push(Finding::error(message, TAMPERED));
                Ok(())
            }
            Ok(_) | Err(LedgerError::KeysMissing) => Ok(()),
            Err(other) => Err(other),
        }
    }

    /// Copies that do not open any more, and those with a page that is not as it was written. Rows and chain of a copy are
    /// checked when it is looked into.
    fn copies(&self, findings: &mut Vec<Finding>, progress: &mut Progress<'_>) -> Result<(), LedgerError> {
        let all = self.backups();
        let (opening, closed): (Vec<_>, Vec<_>) = all.iter().partition(|line| line.head.is_some());
        if !closed.is_empty() {
            findings.push(Finding::warning(format!("有 {} 份旧备份打不开了。", closed.len()), COPY_AGAIN));
        }
        progress.total += opening.len() as u64;
        for line in opening {
            let (done, total) = (progress.done, progress.total.max(progress.done));
            match self.pages_hold(&line.dir, &mut |_, _| (progress.tell)(done, total)) {
                Ok(()) => {}
                Err(LedgerError::Cancelled) => return Err(LedgerError::Cancelled),
                Err(_) => {
                    let day = line.at.format("%Y年%-m月%-d日 %H:%M");
                    let message = format!("{day}的备份已损坏，恢复时会改用别的备份。");
                    findings.push(Finding::warning(message, COPY_AGAIN));
                }
            }
            progress.done += 1;
            progress.tell()?;
        }
        Ok(())
    }

    /// Makes everything derived anew from its sources: search and counts. No record changes.
    ///
    /// Errors: `StructureAltered`, for what is made anew through an altered view would bear it out.
    pub fn rebuild(&self) -> Result<(), LedgerError> {
        let conn = self.writer.enter()?;
        let tx = conn.unchecked_transaction()?;
        if !self.altered(&tx)?.is_empty() {
            return Err(LedgerError::StructureAltered);
        }
        for derived in self.schema.derived {
            (derived.rebuild)(&tx)?;
        }
        Ok(tx.commit()?)
    }

    /// The access log: the structure of its file, and its chain as far as the structure leaves it.
    fn looked(&self, findings: &mut Vec<Finding>) -> Result<(), LedgerError> {
        let altered = match self.altered_log() {
            Err(LedgerError::Damaged) => Altered::default(),
            read => read?,
        };
        if !altered.is_empty() {
            let sorts = altered.sorts().join("，");
            let message = format!("查阅记录的结构被改动过：{sorts}。有的查阅可能没有记下来，或者被改过。");
            findings.push(Finding { mend: Some(Mend::SettleLooks), ..Finding::error(message, LOG) });
        }
        let message = match altered.bears(self.altered_looks()) {
            Ok(altered) => match altered.first() {
                None => return Ok(()),
                Some(first) => format!("查阅记录从第 {first} 条起被改动过，或者不见了。"),
            },
            Err(LedgerError::Damaged) => "查阅记录读不出来。".to_owned(),
            Err(other) => return Err(other),
        };
        findings.push(Finding { mend: Some(Mend::SettleLooks), ..Finding::error(message, LOOKS) });
        Ok(())
    }

    fn clock(&self, conn: &Connection, findings: &mut Vec<Finding>) -> Result<(), LedgerError> {
        let now = self.setting.clock.now();
        if let Some(doubt) = doubt::of(conn, now)? {
            let way_out = "期限都按电脑的日期计算，请核对电脑的日期和时间，不对的先调准。";
            findings.push(Finding::warning(doubt.why(now), way_out));
        }
        Ok(())
    }
}

fn tables(conn: &Connection) -> Result<Vec<String>, LedgerError> {
    let mut statement = conn.prepare("SELECT name FROM sqlite_schema WHERE type = 'table' ORDER BY name")?;
    Ok(statement.query_map([], |r| r.get(0))?.collect::<Result<_, _>>()?)
}

/// How many rows refer by a foreign key to a row that is not there.
fn without_parent(conn: &Connection) -> Result<usize, LedgerError> {
    Ok(conn.prepare("PRAGMA foreign_key_check")?.query_map([], |_| Ok(()))?.count())
}

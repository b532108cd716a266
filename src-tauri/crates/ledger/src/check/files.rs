//! Reading every attachment that a row names, decrypted and compared with its name.

use super::finding::{Finding, Progress};
use crate::files::{Secrets, named, read_sealed, referred};
use crate::{Ledger, LedgerError};
use rusqlite::Connection;
use std::collections::BTreeSet;
use std::fs;
use std::io;

/// Bytes that count as much as one row.
const ROW: u64 = 16 * 1024;
const AGAIN: &str = "在那条记录上重新添加这个附件（同一个文件）即可修复。手边没有原件的，从备份（U 盘）取回：把备份文件夹 files 里的文件复制到账本的 files 文件夹，同名的替换，再检查一次。";

/// The attachments that rows name, and those that only the journal still names.
#[derive(Default)]
pub(super) struct Named {
    rows: BTreeSet<String>,
    past: BTreeSet<String>,
    bytes: u64,
}

impl Named {
    pub fn of(ledger: &Ledger, conn: &Connection) -> Result<Self, LedgerError> {
        let rows = named(conn, &ledger.schema)?;
        let past: BTreeSet<String> = referred(conn, &ledger.schema)?.difference(&rows).cloned().collect();
        let dir = ledger.folder.files();
        let len = |name: &String| fs::metadata(dir.join(name)).map_or(0, |meta| meta.len());
        let bytes = rows.iter().chain(&past).map(len).sum();
        Ok(Self { rows, past, bytes })
    }

    /// How much there is to do, in rows.
    pub fn work(&self) -> u64 {
        self.bytes / ROW
    }

    pub fn check(
        &self,
        ledger: &Ledger,
        findings: &mut Vec<Finding>,
        progress: &mut Progress<'_>,
    ) -> Result<(), LedgerError> {
        let secrets = Secrets::load(ledger)?;
        let (mut bad, mut begun) = ([const { Vec::new() }; 3], progress.done);
        for (name, past) in
            self.rows.iter().map(|name| (name, false)).chain(self.past.iter().map(|name| (name, true)))
        {
            let mut stopped = false;
            let read = read_sealed(
                &ledger.folder.files().join(name),
                name,
                &secrets,
                &mut io::sink(),
                &mut |bytes| {
                    // One call a mebibyte is enough for a bar.
                    if bytes % (1 << 20) == 0 {
                        progress.done = begun + bytes / ROW;
                        stopped = progress.tell().is_err();
                    }
                    !stopped
                },
            );
            match read {
                Ok(bytes) => begun += bytes / ROW,
                Err(LedgerError::Cancelled) => return Err(LedgerError::Cancelled),
                Err(_) if past => bad[2].push(name.clone()),
                Err(LedgerError::FileMissing) => bad[0].push(name.clone()),
                Err(_) => bad[1].push(name.clone()),
            }
        }
        progress.done = begun;
        let [missing, damaged, past] = bad;
        let mut tell = |attachments: Vec<String>, finding: fn(String, &str) -> Finding, what: &str| {
            if !attachments.is_empty() {
                let message = format!("有 {} 个{what}。", attachments.len());
                findings.push(Finding { attachments, ..finding(message, AGAIN) });
            }
        };
        tell(missing, Finding::error, "附件的文件不见了");
        tell(damaged, Finding::error, "附件的文件已损坏");
        tell(past, Finding::warning, "已撤下的附件读不出来，把它们重做回来时会打不开");
        Ok(())
    }
}

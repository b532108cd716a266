//! Reading every attachment that a row names, decrypted and compared with its name.

use super::{Finding, Progress};
use crate::files::{Secrets, named, read_sealed, referred};
use crate::{Ledger, LedgerError};
use rusqlite::Connection;
use std::collections::BTreeSet;
use std::fs;
use std::io;

/// Bytes that count as much as one row.
const ROW: u64 = 16 * 1024;
const AGAIN: &str = "请从备份（U 盘）里取回：把备份文件夹 files 里同名的文件复制到账本的 files 文件夹；没有备份的，重新添加一次这个附件。";

/// The attachments that rows name, and those that only the journal still names.
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
        let (mut bad, mut begun) = ([0u64; 3], progress.done);
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
                Err(_) if past => bad[2] += 1,
                Err(LedgerError::FileMissing) => bad[0] += 1,
                Err(_) => bad[1] += 1,
            }
        }
        progress.done = begun;
        let [missing, damaged, past] = bad;
        if missing > 0 {
            findings.push(Finding::error(format!("有 {missing} 个附件的文件不见了。"), AGAIN));
        }
        if damaged > 0 {
            findings.push(Finding::error(format!("有 {damaged} 个附件的文件已损坏。"), AGAIN));
        }
        if past > 0 {
            let message = format!("有 {past} 个已撤下的附件读不出来，把它们重做回来时会打不开。");
            findings.push(Finding::warning(message, AGAIN));
        }
        Ok(())
    }
}

//! Taking away the files that neither rows, journal nor copies name any more: what a crash left between a file and
//! its row, and what a purge has erased.

use super::named::{is_content, referred};
use super::{Files, NEW};
use crate::folder::Folder;
use crate::{Ledger, LedgerError, backup, connect};
use std::collections::BTreeSet;
use std::fs;

/// What a sweep took away.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Swept {
    /// files
    pub files: u64,
    /// their bytes on the disk
    pub bytes: u64,
}

impl Files<'_> {
    /// Takes away the files that neither row nor journal nor any of the ledger's own copies names. While one of
    /// the copies cannot be read nothing goes: it may need what only it names.
    pub fn sweep(&self) -> Result<Swept, LedgerError> {
        let ledger = self.ledger;
        let _one = ledger.copying();
        ledger.let_named_files_go();
        let Some(wanted) = wanted(ledger)? else { return Ok(Swept::default()) };
        let mut swept = Swept::default();
        for entry in fs::read_dir(ledger.folder.files())? {
            let entry = entry?;
            let Ok(name) = entry.file_name().into_string() else { continue };
            let ours = is_content(&name) || name.starts_with(NEW);
            if !ours || wanted.contains(&name) || ledger.holds_file(&name) {
                continue;
            }
            let bytes = entry.metadata()?.len();
            fs::remove_file(entry.path())?;
            swept.files += 1;
            swept.bytes += bytes;
        }
        Ok(swept)
    }
}

/// What the ledger and its own copies name; `None` when one of the copies does not say.
fn wanted(ledger: &Ledger) -> Result<Option<BTreeSet<String>>, LedgerError> {
    let mut all = ledger.read(|conn| referred(conn, &ledger.schema))?;
    let keys = ledger.copy_keys();
    for line in backup::lines(&ledger.folder, &[], ledger.local_now()) {
        let path = Folder::new(&line.dir).database();
        let read = keys.iter().find(|key| connect::key_fits(&path, key)).ok_or(LedgerError::WrongKey);
        let names = read.and_then(|key| referred(&connect::read_only(&path, key)?, &ledger.schema));
        match names {
            Ok(names) => all.extend(names),
            Err(_) => return Ok(None),
        }
    }
    Ok(Some(all))
}

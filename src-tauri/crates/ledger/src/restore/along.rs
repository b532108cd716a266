//! Attachments that come along with a copy which is put in the place of the open ledger: those that lie with the copy and not here,
//! because it is from another computer, or because they were swept here since. They stay sealed as they are.

use crate::backup::{copy_file, new_files};
use crate::files::NEW;
use crate::{Ledger, LedgerError, Watch, folder};
use std::collections::BTreeSet;
use std::fs;
use std::path::Path;

impl Ledger {
    /// Takes over those of these attachments that lie in the folder `from`. What stands here is left alone, and what that folder does
    /// not give back stays missing: the check tells of it.
    ///
    /// Errors: `Cancelled`, `DiskFull`, `Unwritable`; what came by then is swept, unless something names it.
    pub(super) fn take_over(
        &self,
        from: &Path,
        names: &BTreeSet<String>,
        watch: Watch<'_>,
    ) -> Result<(), LedgerError> {
        let dir = self.folder.files();
        fs::create_dir_all(&dir)?;
        let mut new = new_files(from, &dir);
        new.retain(|(name, _)| names.contains(name) && !dir.join(name).exists());
        let (mut done, total): (u64, u64) = (0, new.iter().map(|(_, len)| len).sum());
        for (name, len) in &new {
            // Under a name of its own first, which a sweep knows: a kill leaves nothing behind.
            let part = dir.join(format!("{NEW}{name}"));
            let copied = copy_file(&from.join(name), &part, done, &mut |done| watch(done.min(total), total));
            match copied {
                Ok(_) => fs::rename(&part, dir.join(name))?,
                Err(LedgerError::Io(_)) => {}
                Err(error) => return Err(error),
            }
            done += len;
        }
        if new.is_empty() { Ok(()) } else { folder::sync_dir(&dir) }
    }
}

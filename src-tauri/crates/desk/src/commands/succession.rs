//! Succession (换届移交): what the committee keeps, the hand-over book, and the pack that goes to the successor: a
//! checked copy of the ledger with the book that names it. Handing over the chair itself is `hand_over`'s.

use std::path::{Path, PathBuf};

use affairs::union::custody::{self, CustodyId, CustodyInput, CustodyItem};
use ledger::{BackupTo, LedgerError};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::Problem;
use crate::command::{Command, Done, Nothing};
use crate::commands::hand_over_book::{Parties, book};
use crate::commands::{lost_files, papers, papers_saved};
use crate::desk::{Desk, Outcome};
use crate::files::FileHandle;
use crate::open::{Open, Reading, Writing};
use crate::progress::{Progress, watch};

/// One kept thing.
#[derive(Debug, Clone, Copy, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct CustodyRef {
    /// The id.
    pub id: CustodyId,
}

/// Where the pack goes.
#[derive(Debug, Clone, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct MakePack {
    /// A folder or stick.
    pub to: FileHandle,
}

/// The pack that was made.
#[derive(Debug, Clone, Serialize, TS)]
pub struct Pack {
    /// The folder of the checked copy.
    pub copy: String,
    /// The hand-over book.
    pub book: String,
    /// Attachments that the copy lacks, and what to do.
    pub trouble: Option<String>,
}

/// What the committee keeps.
pub fn list(reading: &Reading<'_>, _: Nothing) -> Result<Vec<CustodyItem>, Problem> {
    custody::list(reading.connection)
}

/// Keeps a thing.
pub fn save(writing: &Writing<'_, '_>, _: &Desk, input: CustodyInput) -> Result<CustodyId, Problem> {
    custody::save(writing.tx, &input)
}

/// Puts a thing out of sight.
pub fn remove(writing: &Writing<'_, '_>, _: &Desk, which: CustodyRef) -> Result<Done, Problem> {
    custody::remove(writing.tx, which.id).map(|()| Done)
}

/// Makes the pack.
pub fn pack(
    desk: &Desk,
    _: &Command,
    args: MakePack,
    progress: &dyn Progress,
) -> Result<Outcome<Pack>, Problem> {
    let place = desk.resolve(&args.to)?;
    let open = desk.opened()?;
    make(desk, &open, &place, Parties::default(), progress).map(Outcome::of)
}

/// A name for the book that nothing has there yet, as the copy beside it takes one: a book of the same day, signed perhaps, is not
/// written over.
fn free_file(place: &Path, name: &str) -> Result<PathBuf, Problem> {
    let named = |n: u32| place.join(if n == 1 { format!("{name}.pdf") } else { format!("{name}-{n}.pdf") });
    let free = (1..1000).map(named).find(|path| std::fs::symlink_metadata(path).is_err());
    free.ok_or_else(|| Problem::new("unwritable", "那里同名的移交清册太多，请换一个位置。").at("to"))
}

/// Makes the pack at a place: the copy first, so that the book names what stands.
pub(crate) fn make(
    desk: &Desk,
    open: &Open,
    place: &Path,
    parties: Parties,
    progress: &dyn Progress,
) -> Result<Pack, Problem> {
    let to = BackupTo::Folder { place: place.to_owned(), name: open.union.name.clone() };
    let mut look = watch(progress, "复制并核对账本");
    // Whoever cancelled while the key was changed, when nothing could be stopped, is heard here.
    if !look(0, 0) {
        return Err(LedgerError::Cancelled.into());
    }
    let made = open.ledger.backup(&to, &mut look)?;
    progress.report(0, 0, "写移交清册");
    let pdf = desk.view(|reading| {
        let filled = book(reading, desk, parties, Some(&made))?;
        papers::pdf(reading, desk, &filled, None, false)
    })?;
    let name = format!("移交清册{}", desk.today().format("%Y%m%d"));
    let written = free_file(place, &name).and_then(|file| {
        papers_saved::write_whole(&file, &pdf)?;
        Ok(file)
    });
    let file = written.map_err(|why| {
        // The copy is whole and stays: only the book is still to come.
        let message =
            format!("账本的副本已经放好，移交清册还没有放进去。{}解决以后请再做一次移交包。", why.message);
        Problem { message, ..why }
    })?;
    let trouble = open.ledger.read(|connection| lost_files::lacking(connection, &made))?;
    Ok(Pack { copy: made.dir.display().to_string(), book: file.display().to_string(), trouble })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_book_that_lies_there_is_not_written_over() {
        let stick = tempfile::tempdir().unwrap();
        for name in ["移交清册20261119.pdf", "移交清册20261119-2.pdf", "移交清册20261119-3.pdf"] {
            let free = free_file(stick.path(), "移交清册20261119").unwrap();
            assert_eq!(free, stick.path().join(name));
            std::fs::write(free, "已签字").unwrap();
        }
    }
}

//! Succession (换届移交): what the committee keeps, the hand-over book, and the pack that goes to the successor in
//! one act: the book and a checked copy of the ledger. Handing over the chair itself is `people`'s.

use affairs::office::Filled;
use affairs::union::custody::{self, CustodyId, CustodyInput, CustodyItem};
use affairs::union::succession::{self, Handed};
use affairs::{members, negotiation};
use ledger::BackupTo;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::Problem;
use crate::commands::{papers, today};
use crate::contract::{Command, Done, Nothing};
use crate::desk::{Desk, Outcome};
use crate::files::FileHandle;
use crate::open::{Reading, Writing};
use crate::progress::Progress;

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

/// The hand-over book, ready for its template.
pub(crate) fn book(reading: &Reading<'_>, copy: Option<String>) -> Result<Filled, Problem> {
    let counts = members::counts(reading.connection, reading.book, reading.today)?;
    let mut issued: Vec<(String, String, String)> = Vec::new();
    for line in papers::list(reading, Nothing {})? {
        for issue in line.issued {
            let on = issue.issued_at.chars().take(10).collect();
            issued.push((issue.number, format!("{}：{}", line.affair, line.title), on));
        }
    }
    issued.sort_by(|a, b| (&b.2, &b.0).cmp(&(&a.2, &a.0)));
    let head = reading.open.ledger.head()?;
    let handed = Handed {
        duties: today::due(reading)?.duties,
        affairs: (negotiation::list(reading.connection, reading.book, reading.today)?.into_iter())
            .map(|line| (line.title, line.state))
            .collect(),
        papers: issued,
        counts: [counts.total, counts.women, counts.migrant, counts.dispatched],
        head: (head.seq, head.hash),
        copy,
    };
    succession::book(reading.connection, handed, reading.today)
}

/// Makes the pack: the copy first, so that the book names what stands.
pub fn pack(
    desk: &Desk,
    _: &Command,
    args: MakePack,
    progress: &dyn Progress,
) -> Result<Outcome<Pack>, Problem> {
    let place = desk.resolve(&args.to)?;
    let open = desk.opened()?;
    let to = BackupTo::Folder { place: place.clone(), name: open.union.name.clone() };
    let made = open.ledger.backup(&to, &mut |done, total| {
        progress.report(done, total, "复制并核对账本");
        !progress.cancelled()
    })?;
    let folder = made.dir.file_name().map(|name| name.to_string_lossy().into_owned()).unwrap_or_default();
    let day = desk.today().format("%Y%m%d");
    let file = place.join(format!("移交清册{day}.pdf"));
    let pdf = desk.view(|reading| {
        let filled = book(reading, Some(folder))?;
        papers::pdf(reading, desk, &filled, None, false)
    })?;
    papers::write_whole(&file, &pdf)?;
    Ok(Outcome::of(Pack { copy: made.dir.display().to_string(), book: file.display().to_string() }))
}

//! Succession (换届移交): what the committee keeps, the hand-over book, and the pack that goes to the successor: a
//! checked copy of the ledger with the book that names it. Handing over the chair itself is `hand_over`'s.

use std::path::Path;

use affairs::office::Filled;
use affairs::union::custody::{self, CustodyId, CustodyInput, CustodyItem};
use affairs::union::papers::PrintedHead;
use affairs::union::succession::{self, Handed, HandedContract, HandedCopy};
use affairs::{members, negotiation};
use ledger::{BackupMade, BackupTo, LedgerError};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::Problem;
use crate::commands::copies::watch;
use crate::commands::{lost_files, papers, papers_saved, today};
use crate::contract::{Command, Done, Nothing};
use crate::desk::{Desk, Outcome};
use crate::files::FileHandle;
use crate::open::{Open, Reading, Writing};
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

/// Who signs the book, where it is known.
#[derive(Debug, Clone, Default)]
pub(crate) struct Parties {
    /// Who hands over.
    pub from: Option<String>,
    /// Who takes over.
    pub to: Option<String>,
}

/// The hand-over book, ready for its template; `made` is the copy that goes with it.
pub(crate) fn book(
    reading: &Reading<'_>,
    desk: &Desk,
    parties: Parties,
    made: Option<&BackupMade>,
) -> Result<Filled, Problem> {
    let ledger = &reading.open.ledger;
    let counts = members::counts(reading.connection, reading.book, reading.today)?;
    let outside = if made.is_none() { ledger.last_outside_copy()? } else { None };
    let handed = Handed {
        from: parties.from,
        to: parties.to,
        duties: today::due(reading)?.duties,
        affairs: negotiation::running(reading.connection, reading.book, reading.today)?,
        contracts: (negotiation::contracts(reading.connection, reading.book, reading.today)?.into_iter())
            .map(contract)
            .collect(),
        papers: issued(reading, desk)?,
        counts: [counts.total, counts.women, counts.migrant, counts.dispatched],
        head: head(reading, made)?,
        own_copy: (ledger.backups().into_iter())
            .find(|copy| copy.head.is_some())
            .map(|copy| copy.at.format("%Y-%m-%dT%H:%M").to_string()),
        outside_copy: outside.map(|copy| (copy.at.date_naive(), copy.place)),
        copy: made.map(handed_copy),
    };
    succession::book(reading.connection, handed, reading.today)
}

/// Every issued paper, the newest first.
fn issued(reading: &Reading<'_>, desk: &Desk) -> Result<Vec<(String, String, String)>, Problem> {
    let mut issued: Vec<(String, String, String)> = Vec::new();
    for line in papers::lines(reading, desk)? {
        for issue in line.issued {
            let on = issue.issued_at.chars().take(10).collect();
            issued.push((issue.number, format!("{}：{}", line.affair, line.title), on));
        }
    }
    issued.sort_by(|a, b| (&b.2, &b.0).cmp(&(&a.2, &a.0)));
    Ok(issued)
}

fn contract(contract: negotiation::Contract) -> HandedContract {
    HandedContract {
        title: contract.title,
        state: contract.state,
        signed: contract.signed_on,
        filed: contract.filed_on,
        effective: contract.effective_on,
        expires: contract.expires_on,
        reckoned: contract.reckoned_by.map(|rule| rule.short),
        talks_from: contract.next_talks.map(|(from, _)| from),
        talks_until: contract.next_talks.map(|(_, until)| until),
    }
}

/// The newest step of the copy, else of the ledger: the paper proves the file that lies beside it. Asked while a step is
/// open, it is the one before.
pub(super) fn head(reading: &Reading<'_>, made: Option<&BackupMade>) -> Result<PrintedHead, Problem> {
    let ledger = &reading.open.ledger;
    let head = match made {
        Some(made) => made.head.clone(),
        None => ledger.head()?,
    };
    let newest = ledger.steps(1)?.into_iter().find(|step| step.seq == head.seq);
    Ok(PrintedHead::new(head.seq, &head.hash, &newest.map(|step| step.at).unwrap_or_default()))
}

fn handed_copy(made: &BackupMade) -> HandedCopy {
    let name = |path: &Path| path.file_name().map(|name| name.to_string_lossy().into_owned());
    let home = made.dir.parent().and_then(Path::parent).and_then(name);
    HandedCopy {
        folder: home.unwrap_or_default(),
        name: name(&made.dir).unwrap_or_default(),
        lost: made.missing.iter().chain(&made.damaged).cloned().collect(),
    }
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
    let file = place.join(format!("移交清册{}.pdf", desk.today().format("%Y%m%d")));
    let pdf = desk.view(|reading| {
        let filled = book(reading, desk, parties, Some(&made))?;
        papers::pdf(reading, desk, &filled, None, false)
    })?;
    papers_saved::write_whole(&file, &pdf).map_err(|why| {
        // The copy is whole and stays: only the book is still to come.
        let message =
            format!("账本的副本已经放好，移交清册还没有放进去。{}解决以后请再做一次移交包。", why.message);
        Problem { message, ..why }
    })?;
    let trouble = open.ledger.read(|connection| lost_files::lacking(connection, &made))?;
    Ok(Pack { copy: made.dir.display().to_string(), book: file.display().to_string(), trouble })
}

//! The hand-over book (移交清册): what goes over to the successor, ready for its template. The pack it lies in is
//! `succession`'s.

use std::path::Path;

use affairs::office::Filled;
use affairs::union::papers::PrintedHead;
use affairs::union::succession::{self, Handed, HandedContract, HandedCopy};
use affairs::{members, negotiation};
use ledger::BackupMade;

use crate::Problem;
use crate::commands::{papers_listed, today};
use crate::desk::Desk;
use crate::open::Reading;

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
            .map(|copy| (copy.at.format("%Y-%m-%dT%H:%M").to_string(), copy.ahead)),
        outside_copy: outside.map(|copy| (copy.at.date_naive(), copy.place)),
        copy: made.map(handed_copy),
    };
    succession::book(reading.connection, handed, reading.today)
}

/// Every issued paper, the newest first.
fn issued(reading: &Reading<'_>, desk: &Desk) -> Result<Vec<(String, String, String)>, Problem> {
    let mut issued: Vec<(String, String, String)> = Vec::new();
    for line in papers_listed::lines(reading, desk)? {
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

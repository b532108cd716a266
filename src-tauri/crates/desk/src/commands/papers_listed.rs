//! Every paper of all modules that can be made now, with its issues. Which facts each holds is its module's; which of them
//! somebody may have is `papers_guard`'s.

use affairs::congress::delegates::papers as delegates;
use affairs::congress::meetings::papers as meetings;
use affairs::congress::motions::papers as motions;
use affairs::members::dossier::papers as dossier;
use affairs::members::dues::papers as dues;
use affairs::members::leaving::papers as leaving;
use affairs::negotiation::{contract, information, levels, refusal, seal, suspension};
use affairs::office::model::PaperLine;
use affairs::union::election::papers as election;
use affairs::union::fee::papers as fee;
use affairs::union::members_congress::papers as members_congress;
use affairs::union::model::Shown;
use affairs::{leave, letters, negotiation, office, platform, reform, registers, report, safety, union};
use serde::Deserialize;
use ts_rs::TS;

use crate::Problem;
use crate::commands::pay_simulate;
use crate::desk::Desk;
use crate::open::Reading;
use crate::rights::Right;

/// A paper by its kind and record.
#[derive(Debug, Clone, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct AskedPaper {
    /// The kind, `members.dossier`.
    pub kind: String,
    /// The record it is made from.
    pub of: String,
}

/// What a contract is filled with beside the ledger.
pub(super) fn means<'a>(reading: &'a Reading<'_>, desk: &'a Desk) -> Result<contract::Means<'a>, Problem> {
    Ok(contract::Means { book: reading.book, library: desk.clauses()? })
}

/// The paper that was asked for, where it is of a kind that is not listed unasked; none once its record is gone.
pub(super) fn asked(reading: &Reading<'_>, paper: Option<&AskedPaper>) -> Result<Option<PaperLine>, Problem> {
    match paper.filter(|paper| paper.kind == dossier::DOSSIER) {
        Some(paper) => match dossier::listed(reading.connection, &paper.of) {
            Err(problem) if problem.code == "not_found" => Ok(None),
            line => line.map(Some),
        },
        None => Ok(None),
    }
}

/// Every paper that the talks can print now, of open affairs and of sealed ones, as the facts of today fill it.
pub(super) fn of_talks(reading: &Reading<'_>, desk: &Desk) -> Result<Vec<PaperLine>, Problem> {
    let mut lines = negotiation::papers::list(reading.connection, reading.book, reading.today)?;
    for line in lines.iter_mut().filter(|line| line.kind == negotiation::papers::PLAN) {
        line.missing = pay_simulate::plan_missing(reading, desk, &line.of)?;
    }
    lines.extend(contract::papers::list(reading.connection, means(reading, desk)?, reading.today)?);
    lines.extend(levels::papers::list(reading.connection, reading.book)?);
    lines.extend(refusal::papers::list(reading.connection, reading.book, reading.today)?);
    lines.extend(suspension::papers::list(reading.connection, reading.book)?);
    lines.extend(information::papers::list(reading.connection, reading.book)?);
    Ok(lines)
}

/// The papers of the talks, those of a sealed affair as its seal kept them.
fn as_sealed(reading: &Reading<'_>, mut lines: Vec<PaperLine>) -> Result<Vec<PaperLine>, Problem> {
    for kept in seal::kept::lines(reading.connection)? {
        match lines.iter_mut().find(|line| line.kind == kept.kind && line.of == kept.of) {
            Some(line) => *line = kept,
            None => lines.push(kept),
        }
    }
    Ok(lines)
}

/// Every paper that can be made, with its issues.
pub(super) fn lines(reading: &Reading<'_>, desk: &Desk) -> Result<Vec<PaperLine>, Problem> {
    let mut lines = as_sealed(reading, of_talks(reading, desk)?)?;
    lines.extend(report::papers::list(reading.connection)?);
    lines.extend(leaving::list(reading.connection, reading.today)?);
    lines.extend(dues::list(reading.connection, reading.today)?);
    lines.extend(fee::list(reading.connection, reading.book)?);
    lines.extend(election::list(reading.connection, reading.book, reading.today)?);
    lines.extend(members_congress::list(reading.connection, reading.book, reading.today)?);
    lines.extend(office::committee::papers::list(reading.connection, reading.book)?);
    lines.extend(office::correspondence::papers::list(reading.connection)?);
    lines.extend(letters::papers::list(reading.connection, reading.book)?);
    let may_read_health = reading.open.sight().health != Shown::Never;
    for line in letters::rights::list(reading.connection, reading.book, reading.today)? {
        if may_read_health || !letters::rights::tells_health(reading.connection, &line.kind, &line.of)? {
            lines.push(line);
        }
    }
    lines.extend(
        (platform::papers::list(reading.connection, reading.book)?.into_iter())
            .filter(|line| may_read_health || line.kind != platform::papers::HELP),
    );
    lines.extend(delegates::list(reading.connection, reading.book, reading.today)?);
    lines.extend(meetings::list(reading.connection, reading.today)?);
    lines.extend(motions::list(reading.connection)?);
    lines.extend(registers::hardship::papers::list(reading.connection, may_read_health)?);
    lines.extend(safety::papers::list(reading.connection, reading.book, reading.today)?);
    lines.extend(reform::papers::list(reading.connection, reading.today)?);
    let may_read_wages = reading.open.sight().wages != Shown::Never;
    lines.extend(leave::papers::list(reading.connection, may_read_wages, reading.today)?);
    let may_read_identity = reading.open.sight().identity != Shown::Never;
    lines.extend(leave::recuperation::papers::list(reading.connection, may_read_identity)?);
    if reading.open.may(Right::Chair).is_ok() {
        lines.push(union::papers::recovery_sheet_line(&reading.open.union));
    }
    for line in &mut lines {
        line.issued = office::store::issues(reading.connection, &line.kind, &line.of)?;
    }
    Ok(lines)
}

//! The records of the union's committees, and which later acts stand on their decisions.

use affairs::office::committee as work;
use affairs::office::committee::decisions;
use affairs::office::committee::decisions::model::{
    CiteDecision, DecidedAct, DecisionAct, DecisionLine, DecisionUseId,
};
use affairs::office::committee::model::{
    CommitteeInput, CommitteeMeetingId, CommitteePage, CommitteeQuery, CommitteeRecord, SignCommittee,
};
use serde::Deserialize;
use ts_rs::TS;

use crate::Problem;
use crate::command::{Done, Nothing};
use crate::commands::papers_filled::fill;
use crate::commands::papers_set::render;
use crate::desk::Desk;
use crate::open::{Reading, Writing};
use crate::rights::{Module, Right};

/// One record.
#[derive(Debug, Clone, Copy, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct CommitteeRef {
    /// The record.
    pub id: CommitteeMeetingId,
}

/// That an act stands on a decision.
#[derive(Debug, Clone, Copy, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct DecisionUseRef {
    /// The link.
    pub id: DecisionUseId,
}

/// The right to say on which decision an act stands: that of the act itself.
fn right(act: DecisionAct) -> Right {
    match act {
        DecisionAct::Paper => Right::Writer(Module::Office),
        DecisionAct::Representatives | DecisionAct::Offer => Right::Writer(Module::Negotiation),
        DecisionAct::Admission | DecisionAct::Expulsion => Right::Writer(Module::Members),
    }
}

/// A slice of the register.
pub fn list(reading: &Reading<'_>, query: CommitteeQuery) -> Result<CommitteePage, Problem> {
    work::page(reading.connection, &query)
}

/// One record.
pub fn get(reading: &Reading<'_>, which: CommitteeRef) -> Result<CommitteeRecord, Problem> {
    work::get(reading.connection, reading.book, which.id)
}

/// Keeps one.
pub fn save(
    writing: &Writing<'_, '_>,
    _: &Desk,
    input: CommitteeInput,
) -> Result<CommitteeMeetingId, Problem> {
    work::save(writing.tx, writing.book, &input)
}

/// Keeps that one was signed. A signed record stays as it is: what its paper could not print is named now, and nothing is
/// signed.
///
/// Errors: those of the record; what `paper` says of characters that no face has.
pub fn sign(writing: &Writing<'_, '_>, desk: &Desk, args: SignCommittee) -> Result<Done, Problem> {
    work::sign(writing.tx, writing.book, &args)?;
    let reading = writing.reading();
    let filled = fill(&reading, desk, work::papers::MINUTES, &args.id.to_string())?;
    let document = render(&reading, desk, &filled, None)?;
    paper::render(&document, &desk.faces()).map_err(work::papers::with_places)?;
    Ok(Done)
}

/// Puts a draft out of sight.
pub fn remove(writing: &Writing<'_, '_>, _: &Desk, which: CommitteeRef) -> Result<Done, Problem> {
    work::remove(writing.tx, writing.book, which.id).map(|()| Done)
}

/// The decisions that an act can stand on.
pub fn decisions(reading: &Reading<'_>, _: Nothing) -> Result<Vec<DecisionLine>, Problem> {
    decisions::citable(reading.connection)
}

/// The decisions that an act stands on.
pub fn cited(reading: &Reading<'_>, of: DecidedAct) -> Result<Vec<DecisionLine>, Problem> {
    decisions::of_act(reading.connection, &of)
}

/// Keeps that an act stands on a decision.
pub fn cite(writing: &Writing<'_, '_>, _: &Desk, args: CiteDecision) -> Result<DecisionUseId, Problem> {
    writing.open.may(right(args.act))?;
    decisions::cite(writing.tx, &args)
}

/// Takes such a link back.
pub fn uncite(writing: &Writing<'_, '_>, _: &Desk, which: DecisionUseRef) -> Result<Done, Problem> {
    writing.open.may(right(decisions::act_of(writing.tx, which.id)?))?;
    decisions::uncite(writing.tx, which.id).map(|()| Done)
}

//! The workers' congress: its terms with their delegates, motions, sessions. What the talks bring before it is saved with the talks.

use affairs::congress::delegates as work;
use affairs::congress::delegates::model::{
    CongressDelegateId, CongressDelegateInput, CongressTerm, CongressTermId, CongressTermInput, CongressTerms,
};
use affairs::congress::meetings;
use affairs::congress::meetings::model::{
    CongressMeeting, CongressMeetingId, CongressMeetingInput, CongressMeetings,
};
use affairs::congress::motions;
use affairs::congress::motions::model::{
    CongressMotion, CongressMotionId, CongressMotionInput, CongressMotionLine, CongressMotionPage,
    CongressMotionQuery,
};
use serde::Deserialize;
use ts_rs::TS;

use super::registers_export::{Column, save};
use crate::Problem;
use crate::command::{Command, Done, Nothing};
use crate::commands::members_export::Exported;
use crate::desk::{Desk, Outcome};
use crate::files::FileHandle;
use crate::open::{Reading, Writing};
use crate::progress::Progress;

/// One term.
#[derive(Debug, Clone, Copy, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct CongressTermRef {
    /// The term.
    pub id: CongressTermId,
}

/// One delegate.
#[derive(Debug, Clone, Copy, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct CongressDelegateRef {
    /// The delegate.
    pub id: CongressDelegateId,
}

/// Every term.
pub fn list(reading: &Reading<'_>, _: Nothing) -> Result<CongressTerms, Problem> {
    work::list(reading.connection, reading.book, reading.today)
}

/// One term with its delegates.
pub fn get(reading: &Reading<'_>, which: CongressTermRef) -> Result<CongressTerm, Problem> {
    work::get(reading.connection, reading.book, which.id, reading.today)
}

/// Keeps a term.
pub fn save_term(
    writing: &Writing<'_, '_>,
    _: &Desk,
    input: CongressTermInput,
) -> Result<CongressTermId, Problem> {
    work::save_term(writing.tx, writing.book, &input)
}

/// Puts a term out of sight with its delegates.
pub fn remove_term(writing: &Writing<'_, '_>, _: &Desk, which: CongressTermRef) -> Result<Done, Problem> {
    work::remove_term(writing.tx, which.id).map(|()| Done)
}

/// Keeps a delegate.
pub fn save_delegate(
    writing: &Writing<'_, '_>,
    _: &Desk,
    input: CongressDelegateInput,
) -> Result<CongressDelegateId, Problem> {
    work::save_delegate(writing.tx, writing.book, &input)
}

/// Puts a delegate out of sight who was entered by mistake.
pub fn remove_delegate(
    writing: &Writing<'_, '_>,
    _: &Desk,
    which: CongressDelegateRef,
) -> Result<Done, Problem> {
    work::remove_delegate(writing.tx, which.id).map(|()| Done)
}

/// One motion.
#[derive(Debug, Clone, Copy, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct CongressMotionRef {
    /// The motion.
    pub id: CongressMotionId,
}

/// A slice of the register of motions.
pub fn motions(reading: &Reading<'_>, query: CongressMotionQuery) -> Result<CongressMotionPage, Problem> {
    motions::page(reading.connection, reading.book, &query, reading.today)
}

/// One motion.
pub fn motion(reading: &Reading<'_>, which: CongressMotionRef) -> Result<CongressMotion, Problem> {
    motions::get(reading.connection, reading.book, which.id, reading.today)
}

/// Keeps a motion.
pub fn save_motion(
    writing: &Writing<'_, '_>,
    _: &Desk,
    input: CongressMotionInput,
) -> Result<CongressMotionId, Problem> {
    motions::save(writing.tx, &input)
}

/// Puts a motion out of sight.
pub fn remove_motion(writing: &Writing<'_, '_>, _: &Desk, which: CongressMotionRef) -> Result<Done, Problem> {
    motions::remove(writing.tx, which.id).map(|()| Done)
}

/// The register of motions to be saved as a workbook.
#[derive(Debug, Clone, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct ExportCongressMotions {
    /// Which motions, in which order. Its slice is not heeded: the file holds all that match.
    #[serde(default)]
    pub query: CongressMotionQuery,
    /// Where to.
    pub to: FileHandle,
}

const MOTIONS: [Column<CongressMotionLine>; 9] = [
    ("登记号", 14.0, |one| one.number.clone()),
    ("案由", 44.0, |one| one.matter.clone()),
    ("类别", 18.0, |one| one.kind.label().to_owned()),
    ("提案人", 12.0, |one| one.proposer.clone()),
    ("征集日期", 13.0, |one| one.collected_on.to_string()),
    ("承办部门", 16.0, |one| one.department.clone().unwrap_or_default()),
    ("办到哪里", 12.0, |one| one.state.label().to_owned()),
    ("到哪天", 13.0, |one| one.due.map(|due| due.to_string()).unwrap_or_default()),
    ("提案人的意见", 14.0, |one| one.feedback.map_or("", |felt| felt.label()).to_owned()),
];

/// Saves the motions that match. The file appears whole or not at all.
///
/// Errors: as of `registers_export::incoming`.
pub fn export_motions(
    desk: &Desk,
    _: &Command,
    args: ExportCongressMotions,
    progress: &dyn Progress,
) -> Result<Outcome<Exported>, Problem> {
    save(desk, "职工代表提案", &args.to, &MOTIONS, progress, |reading, each| {
        motions::each(reading.connection, reading.book, &args.query, reading.today, each)
    })
}

/// One session.
#[derive(Debug, Clone, Copy, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct CongressMeetingRef {
    /// The session.
    pub id: CongressMeetingId,
}

/// Every session.
pub fn meetings(reading: &Reading<'_>, _: Nothing) -> Result<CongressMeetings, Problem> {
    meetings::list(reading.connection, reading.book, reading.today)
}

/// One session.
pub fn meeting(reading: &Reading<'_>, which: CongressMeetingRef) -> Result<CongressMeeting, Problem> {
    meetings::get(reading.connection, reading.book, which.id, reading.today)
}

/// Keeps a session.
pub fn save_meeting(
    writing: &Writing<'_, '_>,
    _: &Desk,
    input: CongressMeetingInput,
) -> Result<CongressMeetingId, Problem> {
    meetings::save(writing.tx, writing.book, &input)
}

/// Puts a session out of sight.
pub fn remove_meeting(
    writing: &Writing<'_, '_>,
    _: &Desk,
    which: CongressMeetingRef,
) -> Result<Done, Problem> {
    meetings::remove(writing.tx, which.id).map(|()| Done)
}

//! Joining: applications, what the group says, the approval with its numbers, the cards.

use affairs::members::joining as work;
use affairs::members::joining::model::{
    Admission, AdmissionId, Admit, ApplicantLines, ApplicantRead, ApplicationId, ApplicationPage,
    ApplicationQuery, ApplyInput, HandCards, RefuseApplication, SayOpinion, SomeApplications,
};
use affairs::members::joining::numbering::{self, UnnumberedMembers};
use serde::Deserialize;
use ts_rs::TS;

use crate::Problem;
use crate::command::{Done, Nothing};
use crate::desk::Desk;
use crate::open::{Reading, Writing};

/// One application.
#[derive(Debug, Clone, Copy, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct ApplicationRef {
    /// The application.
    pub id: ApplicationId,
}

/// One approval.
#[derive(Debug, Clone, Copy, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct AdmissionRef {
    /// The approval.
    pub id: AdmissionId,
}

/// How many members have no number.
pub fn unnumbered(reading: &Reading<'_>, _: Nothing) -> Result<UnnumberedMembers, Problem> {
    numbering::count(reading.connection)
}

/// Gives them the next numbers.
pub fn give_numbers(writing: &Writing<'_, '_>, _: &Desk, _: Nothing) -> Result<u32, Problem> {
    numbering::give_all(writing.tx)
}

/// A slice of the applications.
pub fn list(reading: &Reading<'_>, query: ApplicationQuery) -> Result<ApplicationPage, Problem> {
    work::page(reading.connection, reading.book, reading.today, &query)
}

/// Reads lines of people. Identity of those on the roster is shown as the person at the desk may see it.
pub fn read(reading: &Reading<'_>, lines: ApplicantLines) -> Result<Vec<ApplicantRead>, Problem> {
    let identity = reading.open.sight().identity;
    let read = work::read(reading.connection, reading.book, &lines.text, reading.today, identity)?;
    let known = read.iter().filter_map(|one| one.applicant.person);
    reading.open.looked("members.readApplicants", known.map(|id| id.to_string()))?;
    Ok(read)
}

/// Keeps applications.
pub fn apply(writing: &Writing<'_, '_>, _: &Desk, input: ApplyInput) -> Result<Vec<ApplicationId>, Problem> {
    work::apply(writing.tx, writing.book, &input, writing.open.sight().identity)
}

/// Keeps that applications were signed.
pub fn sign(writing: &Writing<'_, '_>, _: &Desk, some: SomeApplications) -> Result<Done, Problem> {
    work::sign(writing.tx, &some).map(|()| Done)
}

/// Keeps what a group says.
pub fn say(writing: &Writing<'_, '_>, _: &Desk, say: SayOpinion) -> Result<Done, Problem> {
    work::say(writing.tx, &say).map(|()| Done)
}

/// Keeps that one was refused.
pub fn refuse(writing: &Writing<'_, '_>, _: &Desk, refuse: RefuseApplication) -> Result<Done, Problem> {
    work::refuse(writing.tx, &refuse).map(|()| Done)
}

/// Puts one out of sight.
pub fn remove(writing: &Writing<'_, '_>, _: &Desk, which: ApplicationRef) -> Result<Done, Problem> {
    work::remove(writing.tx, which.id).map(|()| Done)
}

/// Approves applications.
pub fn admit(writing: &Writing<'_, '_>, _: &Desk, admit: Admit) -> Result<AdmissionId, Problem> {
    work::admit(writing.tx, writing.book, &admit, writing.open.sight().identity)
}

/// One approval.
pub fn admission(reading: &Reading<'_>, which: AdmissionRef) -> Result<Admission, Problem> {
    work::admission(reading.connection, which.id)
}

/// Keeps that its cards were handed out.
pub fn hand(writing: &Writing<'_, '_>, _: &Desk, hand: HandCards) -> Result<Done, Problem> {
    work::hand(writing.tx, &hand).map(|()| Done)
}

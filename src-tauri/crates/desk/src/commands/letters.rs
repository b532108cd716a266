//! Supervision of labour law and its letters. The informer of a case goes out only to one who revealed identity with a
//! purpose, and each such look is kept.

use affairs::letters as work;
use affairs::letters::model::{
    SupervisionCase, SupervisionCaseId, SupervisionEventId, SupervisionEventInput, SupervisionInput,
    SupervisionInspector, SupervisionInspectorId, SupervisionInspectorInput, SupervisionLetterId,
    SupervisionLetterInput, SupervisionLetterKind, SupervisionLetterStart, SupervisionPage, SupervisionQuery,
    SupervisionServed,
};
use serde::Deserialize;
use ts_rs::TS;

use crate::Problem;
use crate::command::{Done, Nothing};
use crate::desk::Desk;
use crate::open::{Reading, Writing};

/// One case.
#[derive(Debug, Clone, Copy, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct SupervisionRef {
    /// The case.
    pub id: SupervisionCaseId,
}

/// One event of a case.
#[derive(Debug, Clone, Copy, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct SupervisionEventRef {
    /// The event.
    pub id: SupervisionEventId,
}

/// One letter of a case.
#[derive(Debug, Clone, Copy, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct SupervisionLetterRef {
    /// The letter.
    pub id: SupervisionLetterId,
}

/// One certificate holder.
#[derive(Debug, Clone, Copy, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct SupervisionInspectorRef {
    /// The holder.
    pub id: SupervisionInspectorId,
}

/// A letter that is about to be written.
#[derive(Debug, Clone, Copy, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct StartLetter {
    /// The case.
    pub case: SupervisionCaseId,
    /// Which letter.
    pub kind: SupervisionLetterKind,
}

/// A slice of the register.
pub fn list(reading: &Reading<'_>, query: SupervisionQuery) -> Result<SupervisionPage, Problem> {
    work::page(reading.connection, reading.book, &query, reading.today)
}

/// One case.
pub fn get(reading: &Reading<'_>, which: SupervisionRef) -> Result<SupervisionCase, Problem> {
    let shown = reading.open.sight().identity;
    let case = work::get(reading.connection, reading.book, which.id, reading.today, shown)?;
    if case.informer.is_some() {
        reading.open.looked("letters.get", [which.id.to_string()])?;
    }
    Ok(case)
}

/// Keeps one.
pub fn save(
    writing: &Writing<'_, '_>,
    _: &Desk,
    input: SupervisionInput,
) -> Result<SupervisionCaseId, Problem> {
    work::save(writing.tx, &input)
}

/// Puts one out of sight.
pub fn remove(writing: &Writing<'_, '_>, _: &Desk, which: SupervisionRef) -> Result<Done, Problem> {
    work::remove(writing.tx, which.id).map(|()| Done)
}

/// Keeps something that happened.
pub fn save_event(
    writing: &Writing<'_, '_>,
    _: &Desk,
    input: SupervisionEventInput,
) -> Result<SupervisionEventId, Problem> {
    work::save_event(writing.tx, writing.book, &input)
}

/// Removes something that was entered by mistake.
pub fn remove_event(
    writing: &Writing<'_, '_>,
    _: &Desk,
    which: SupervisionEventRef,
) -> Result<Done, Problem> {
    work::remove_event(writing.tx, writing.book, which.id).map(|()| Done)
}

/// The standing letter of a kind, or what a new one begins with.
pub fn start(reading: &Reading<'_>, args: StartLetter) -> Result<SupervisionLetterStart, Problem> {
    work::start(reading.connection, reading.book, args.case, args.kind, reading.today)
}

/// Keeps a letter.
pub fn save_letter(
    writing: &Writing<'_, '_>,
    _: &Desk,
    input: SupervisionLetterInput,
) -> Result<SupervisionLetterId, Problem> {
    work::save_letter(writing.tx, writing.book, &input)
}

/// Keeps the receipt of a letter that was not issued here.
pub fn serve_letter(writing: &Writing<'_, '_>, _: &Desk, args: SupervisionServed) -> Result<Done, Problem> {
    work::serve_letter(writing.tx, writing.book, &args).map(|()| Done)
}

/// Removes a letter that has not gone out.
pub fn remove_letter(
    writing: &Writing<'_, '_>,
    _: &Desk,
    which: SupervisionLetterRef,
) -> Result<Done, Problem> {
    work::remove_letter(writing.tx, writing.book, which.id).map(|()| Done)
}

/// Everyone who holds a certificate.
pub fn inspectors(reading: &Reading<'_>, _: Nothing) -> Result<Vec<SupervisionInspector>, Problem> {
    work::inspectors(reading.connection, reading.today)
}

/// Keeps a certificate holder.
pub fn save_inspector(
    writing: &Writing<'_, '_>,
    _: &Desk,
    input: SupervisionInspectorInput,
) -> Result<SupervisionInspectorId, Problem> {
    work::save_inspector(writing.tx, &input)
}

/// Puts a certificate holder out of sight.
pub fn remove_inspector(
    writing: &Writing<'_, '_>,
    _: &Desk,
    which: SupervisionInspectorRef,
) -> Result<Done, Problem> {
    work::remove_inspector(writing.tx, which.id).map(|()| Done)
}

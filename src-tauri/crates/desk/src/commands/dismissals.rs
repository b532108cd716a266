//! Dismissals and discipline that the employer told the union of. A reason that may tell of someone's health, and what was looked
//! into of it, go out only to one who may read health, and only such a one changes them, or the opinion that tells of them.

use affairs::letters::dismissals as work;
use affairs::letters::dismissals::model::{
    Dismissal, DismissalAnswered, DismissalChecks, DismissalClosed, DismissalDelivered, DismissalHelped,
    DismissalId, DismissalInput, DismissalOpinion, DismissalOpinionStart, DismissalPage, DismissalQuery,
};
use affairs::letters::mediation::model::MediationCaseId;
use affairs::union::model::Shown;
use rusqlite::Connection;
use serde::Deserialize;
use ts_rs::TS;

use crate::Problem;
use crate::command::Done;
use crate::desk::Desk;
use crate::open::{Open, Reading, Writing};

/// One notice.
#[derive(Debug, Clone, Copy, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct DismissalRef {
    /// The notice.
    pub id: DismissalId,
}

/// Refuses what tells of someone's health to one who may not read it; `what` it is, as a sentence begins.
pub(super) fn guard_health(open: &Open, what: &str) -> Result<(), Problem> {
    if open.sight().health == Shown::Never {
        let name = open.person().name;
        let message = format!("{name}没有查看健康情况的权限，{what}，请由主席授权。");
        return Err(Problem::new("no_right", message));
    }
    Ok(())
}

/// The same for a notice of which something of health was looked into.
fn guard_opinion(open: &Open, connection: &Connection, id: DismissalId) -> Result<(), Problem> {
    if work::tells_health(connection, id)? {
        guard_health(open, "这份通知核对过本人的健康情况，写在意见里")?;
    }
    Ok(())
}

/// A slice of the register.
pub fn list(reading: &Reading<'_>, query: DismissalQuery) -> Result<DismissalPage, Problem> {
    let reads_health = reading.open.sight().health != Shown::Never;
    work::page(reading.connection, reading.book, &query, reading.today, reads_health)
}

/// One notice.
pub fn get(reading: &Reading<'_>, which: DismissalRef) -> Result<Dismissal, Problem> {
    let reads_health = reading.open.sight().health != Shown::Never;
    work::get(reading.connection, reading.book, which.id, reading.today, reads_health)
}

/// Keeps one. Who was not shown the reason writes over none.
pub fn save(writing: &Writing<'_, '_>, _: &Desk, input: DismissalInput) -> Result<DismissalId, Problem> {
    if let Some(id) = input.id
        && work::reason_tells_health(writing.tx, id)?
    {
        guard_health(writing.open, "这份通知的理由可能写有本人的健康情况")?;
    }
    work::save(writing.tx, &input)
}

/// Puts one out of sight.
pub fn remove(writing: &Writing<'_, '_>, _: &Desk, which: DismissalRef) -> Result<Done, Problem> {
    work::remove(writing.tx, which.id).map(|()| Done)
}

/// Keeps what was looked into.
pub fn save_checks(writing: &Writing<'_, '_>, _: &Desk, args: DismissalChecks) -> Result<Done, Problem> {
    if args.answers.iter().any(|answer| answer.item.is_health()) {
        guard_health(writing.open, "这几项写有本人的健康情况")?;
    }
    work::save_checks(writing.tx, &args).map(|()| Done)
}

/// The standing opinion, or what a new one begins with.
pub fn start(reading: &Reading<'_>, which: DismissalRef) -> Result<DismissalOpinionStart, Problem> {
    guard_opinion(reading.open, reading.connection, which.id)?;
    work::start(reading.connection, reading.book, which.id, reading.today)
}

/// Keeps the union's opinion.
pub fn save_opinion(writing: &Writing<'_, '_>, _: &Desk, args: DismissalOpinion) -> Result<Done, Problem> {
    guard_opinion(writing.open, writing.tx, args.id)?;
    work::save_opinion(writing.tx, writing.book, &args).map(|()| Done)
}

/// Keeps that the opinion was handed over.
pub fn deliver(writing: &Writing<'_, '_>, _: &Desk, args: DismissalDelivered) -> Result<Done, Problem> {
    work::deliver(writing.tx, &args).map(|()| Done)
}

/// Keeps the employer's answer.
pub fn save_answer(writing: &Writing<'_, '_>, _: &Desk, args: DismissalAnswered) -> Result<Done, Problem> {
    work::save_answer(writing.tx, writing.book, &args).map(|()| Done)
}

/// Keeps what the worker wants help for.
pub fn save_help(writing: &Writing<'_, '_>, _: &Desk, args: DismissalHelped) -> Result<Done, Problem> {
    work::save_help(writing.tx, &args).map(|()| Done)
}

/// Opens a mediation case from a notice.
pub fn to_mediation(
    writing: &Writing<'_, '_>,
    _: &Desk,
    which: DismissalRef,
) -> Result<MediationCaseId, Problem> {
    work::to_mediation(writing.tx, which.id)
}

/// Keeps how it ended.
pub fn close(writing: &Writing<'_, '_>, _: &Desk, args: DismissalClosed) -> Result<Done, Problem> {
    work::close(writing.tx, &args).map(|()| Done)
}

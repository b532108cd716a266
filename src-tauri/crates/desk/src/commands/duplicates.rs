//! People who may be one: found, laid side by side, merged, or kept as two.

use affairs::members::duplicates as work;
use affairs::members::duplicates::model::{
    ApartInput, DuplicatesFound, FindDuplicates, MergeInput, MergeView, PersonApartId, PersonPair,
};
use affairs::members::model::PersonId;
use affairs::union::model::Shown;
use serde::Deserialize;
use ts_rs::TS;

use crate::Problem;
use crate::command::{Command, Done};
use crate::desk::{Desk, Outcome};
use crate::open::{Reading, Writing};
use crate::progress::Progress;

/// Two who were found to be two people.
#[derive(Debug, Clone, Copy, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct PersonApartRef {
    /// The entry.
    pub id: PersonApartId,
}

/// Finds the pairs, as far as the person at the desk may judge by.
pub fn find(
    desk: &Desk,
    _: &Command,
    asked: FindDuplicates,
    progress: &dyn Progress,
) -> Result<Outcome<DuplicatesFound>, Problem> {
    let found = desk.view(|reading| {
        let identity = reading.open.sight().identity;
        let found = work::find(reading.connection, &asked, identity, &mut |done, total| {
            progress.report(done, total, "查找重复人员");
            !progress.cancelled()
        })?;
        let people = found.pairs.iter().flat_map(|pair| [pair.one.id, pair.other.id]);
        reading.open.looked("members.duplicates", people.map(|id| id.to_string()))?;
        Ok(found)
    })?;
    Ok(Outcome::of(found))
}

/// Two people side by side.
pub fn compare(reading: &Reading<'_>, pair: PersonPair) -> Result<MergeView, Problem> {
    let sight = reading.open.sight();
    let mut view = work::compare(reading.connection, &pair, sight)?;
    // Whoever may not read identity is told that alone.
    if sight.identity != Shown::Never
        && sight.wages == Shown::Never
        && work::is_paid(reading.connection, pair.gone)?
    {
        view.refused.push(work::blind_to_wages().message);
    }
    reading.open.looked("members.compare", [pair.kept.to_string(), pair.gone.to_string()])?;
    Ok(view)
}

/// Merges two records. Whoever may not read identity would choose blindly, and is refused whatever the records hold; whoever may
/// not read wages moves no line of them to another person.
pub fn merge(writing: &Writing<'_, '_>, _: &Desk, input: MergeInput) -> Result<PersonId, Problem> {
    let sight = writing.open.sight();
    if sight.identity == Shown::Never {
        return Err(work::blind());
    }
    if sight.wages == Shown::Never && work::is_paid(writing.tx, input.gone)? {
        return Err(work::blind_to_wages());
    }
    work::merge(writing.tx, &input, sight.identity).map(|()| input.kept)
}

/// Keeps that two are two people.
pub fn set_apart(writing: &Writing<'_, '_>, _: &Desk, input: ApartInput) -> Result<PersonApartId, Problem> {
    work::set_apart(writing.tx, &input)
}

/// Takes that back.
pub fn lift_apart(writing: &Writing<'_, '_>, _: &Desk, which: PersonApartRef) -> Result<Done, Problem> {
    work::lift_apart(writing.tx, which.id).map(|()| Done)
}

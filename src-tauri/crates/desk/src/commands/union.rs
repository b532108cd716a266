//! The union's record, its bodies with their terms, and its groups.

use affairs::union::bodies::model::{UnionBodies, UnionTermId, UnionTermInput};
use affairs::union::details::model::{UnionDetails, UnionSheet};
use affairs::union::groups::model::{
    AssignToGroup, GroupedPerson, UnionGroupId, UnionGroupInput, UnionGroups,
};
use affairs::union::{bodies, details, groups};
use serde::Deserialize;
use ts_rs::TS;

use crate::Problem;
use crate::command::{Done, Nothing};
use crate::desk::Desk;
use crate::open::{Reading, Writing};

/// One term of a body.
#[derive(Debug, Clone, Copy, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct UnionTermRef {
    /// The id.
    pub id: UnionTermId,
}

/// One branch or group.
#[derive(Debug, Clone, Copy, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct UnionGroupRef {
    /// The id.
    pub id: UnionGroupId,
}

/// The record, its account as the person at the desk may see it.
pub fn get(reading: &Reading<'_>, _: Nothing) -> Result<UnionSheet, Problem> {
    let shown = reading.open.sight().account;
    let sheet = details::sheet(reading.connection, shown)?;
    if sheet.details.bank_account.is_some() {
        reading.open.looked_at(shown, "union.get", [sheet.id.to_string()])?;
    }
    Ok(sheet)
}

/// Keeps the record.
pub fn save(writing: &Writing<'_, '_>, _: &Desk, input: UnionDetails) -> Result<Done, Problem> {
    details::save(writing.tx, &input).map(|()| Done)
}

/// The bodies, seen from today.
pub fn all_bodies(reading: &Reading<'_>, _: Nothing) -> Result<UnionBodies, Problem> {
    bodies::all(reading.connection, reading.book, reading.today)
}

/// Keeps a term.
pub fn save_term(writing: &Writing<'_, '_>, _: &Desk, input: UnionTermInput) -> Result<UnionTermId, Problem> {
    bodies::save(writing.tx, writing.book, &input)
}

/// Puts a term out of sight.
pub fn remove_term(writing: &Writing<'_, '_>, _: &Desk, which: UnionTermRef) -> Result<Done, Problem> {
    bodies::remove(writing.tx, which.id).map(|()| Done)
}

/// The branches and groups.
pub fn tree(reading: &Reading<'_>, _: Nothing) -> Result<UnionGroups, Problem> {
    groups::tree(reading.connection)
}

/// The people of one group.
pub fn people(reading: &Reading<'_>, which: UnionGroupRef) -> Result<Vec<GroupedPerson>, Problem> {
    groups::people(reading.connection, which.id)
}

/// Keeps a branch or group.
pub fn save_group(
    writing: &Writing<'_, '_>,
    _: &Desk,
    input: UnionGroupInput,
) -> Result<UnionGroupId, Problem> {
    groups::save(writing.tx, &input)
}

/// Puts one out of sight; its people stay.
pub fn remove_group(writing: &Writing<'_, '_>, _: &Desk, which: UnionGroupRef) -> Result<Done, Problem> {
    groups::remove(writing.tx, which.id).map(|()| Done)
}

/// Puts people into a group or out of theirs; answers how many.
pub fn assign(writing: &Writing<'_, '_>, _: &Desk, args: AssignToGroup) -> Result<u32, Problem> {
    groups::assign(writing.tx, &args)
}

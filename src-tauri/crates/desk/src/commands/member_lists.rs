//! Commands of the lists of members: how many of each kind, lists kept by name, one change to many people; and what stands
//! out about a person.

use affairs::members::flags::model::{PersonFlags, PersonTagId, PersonTagInput, PersonTagKind};
use affairs::members::flags::{self, rules::FlagDays};
use affairs::members::lists::model::{
    BulkInput, BulkOutcome, MemberField, MemberGroup, MemberList, MemberListId,
};
use affairs::members::lists::{bulk, counts, saved};
use affairs::members::model::{MemberFlag, MemberQuery};
use serde::Deserialize;
use ts_rs::TS;

use crate::Problem;
use crate::command::{Done, Nothing};
use crate::commands::members::MemberRef;
use crate::desk::Desk;
use crate::open::{Reading, Writing};

/// How many of each kind.
#[derive(Debug, Clone, Deserialize, TS)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct CountMembers {
    /// Of whom; its order and slice are not heeded.
    #[serde(default)]
    pub query: MemberQuery,
    /// By what.
    pub by: MemberField,
}

/// One list kept by name.
#[derive(Debug, Clone, Copy, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct MemberListRef {
    /// The id.
    pub id: MemberListId,
}

/// Something entered of a person.
#[derive(Debug, Clone, Copy, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct PersonTagRef {
    /// The id.
    pub id: PersonTagId,
}

fn days(reading: &Reading<'_>) -> Result<FlagDays, Problem> {
    flags::days(reading.connection, reading.book, reading.today, reading.open.sight().identity)
}

/// How many of the people that match are of each kind.
pub fn groups(reading: &Reading<'_>, args: CountMembers) -> Result<Vec<MemberGroup>, Problem> {
    counts::groups(reading.connection, &days(reading)?, &args.query, args.by, reading.open.sight().identity)
}

/// The lists kept by name.
pub fn lists(reading: &Reading<'_>, _: Nothing) -> Result<Vec<MemberList>, Problem> {
    saved::all(reading.connection)
}

/// Keeps a list.
pub fn save_list(writing: &Writing<'_, '_>, _: &Desk, list: MemberList) -> Result<MemberListId, Problem> {
    saved::save(writing.tx, &list)
}

/// Puts a list out of sight.
pub fn remove_list(writing: &Writing<'_, '_>, _: &Desk, which: MemberListRef) -> Result<Done, Problem> {
    saved::remove(writing.tx, which.id).map(|()| Done)
}

/// What a change to many people would do.
pub fn preview_bulk(reading: &Reading<'_>, input: BulkInput) -> Result<BulkOutcome, Problem> {
    bulk::preview(reading.connection, &days(reading)?, &input, reading.open.sight().identity)
}

/// Changes many people in one step.
pub fn set_bulk(writing: &Writing<'_, '_>, _: &Desk, input: BulkInput) -> Result<BulkOutcome, Problem> {
    let identity = writing.open.sight().identity;
    let days = flags::days(writing.tx, writing.book, writing.tx.today(), identity)?;
    bulk::set(writing.tx, &days, &input, identity)
}

/// What stands out about a person today; what is noted of a hardship, to whoever revealed health, and the day of retirement, to
/// whoever revealed identity.
pub fn flags_of(reading: &Reading<'_>, which: MemberRef) -> Result<PersonFlags, Problem> {
    let sight = reading.open.sight();
    let told = flags::of_person(reading.connection, reading.book, reading.today, which.id, sight)?;
    let noted = |tag: &PersonTagInput| {
        tag.kind == PersonTagKind::Hardship && (tag.source.is_some() || tag.note.is_some())
    };
    if told.tags.iter().any(noted) {
        reading.open.looked_at(sight.health, "members.flags", [which.id.to_string()])?;
    }
    if told.flags.iter().any(|said| matches!(said.flag, MemberFlag::NearRetirement | MemberFlag::OverAge)) {
        reading.open.looked("members.flags", [which.id.to_string()])?;
    }
    Ok(told)
}

/// Enters something of a person.
pub fn save_tag(writing: &Writing<'_, '_>, _: &Desk, input: PersonTagInput) -> Result<PersonTagId, Problem> {
    flags::save_tag(writing.tx, &input, writing.open.sight().health)
}

/// Puts an entry out of sight.
pub fn remove_tag(writing: &Writing<'_, '_>, _: &Desk, which: PersonTagRef) -> Result<Done, Problem> {
    flags::remove_tag(writing.tx, which.id).map(|()| Done)
}

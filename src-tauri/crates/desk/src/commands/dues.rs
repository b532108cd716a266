//! Dues of the members. Single sums tell wages where dues are a share of them: they go out only to one who may read wages and
//! has revealed them with a purpose, and each such look is kept. Of how many people a sum must be before that says the house rule of
//! the figures of wages.

use affairs::members::dues as work;
use affairs::members::dues::model::{
    DuesArrears, DuesBases, DuesBasisId, DuesBasisInput, DuesEntry, DuesEntryId, DuesEntryPage,
    DuesEntryQuery, DuesLapses, DuesLineRead, DuesLines, DuesMonthPage, DuesMonthQuery, DuesOverview,
    DuesPerson, DuesPersonQuery, DuesTaken, DuesTalkId, DuesTalkInput, EndForDues, PayDues, PayDuesOf,
    ReverseDues,
};
use affairs::members::dues::{DuesSight, LinesSight};
use affairs::members::membership::model::MembershipEventId;
use affairs::members::model::PersonId;
use affairs::pay::figures::policy::Policy;
use affairs::union::model::Shown;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::Problem;
use crate::command::{Done, Nothing};
use crate::desk::{Desk, Outcome};
use crate::open::{Reading, Writing};

/// One basis.
#[derive(Debug, Clone, Copy, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct DuesBasisRef {
    /// The basis.
    pub id: DuesBasisId,
}

/// One entry.
#[derive(Debug, Clone, Copy, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct DuesEntryRef {
    /// The entry.
    pub id: DuesEntryId,
}

/// One talk.
#[derive(Debug, Clone, Copy, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct DuesTalkRef {
    /// The talk.
    pub id: DuesTalkId,
}

/// Whether single sums are shown in full now.
fn seen(reading: &Reading<'_>) -> bool {
    reading.open.sight().wages == Shown::Full
}

/// Keeps the look at these people's sums, where they tell wages.
fn looked(
    reading: &Reading<'_>,
    command: &str,
    people: impl IntoIterator<Item = PersonId>,
) -> Result<(), Problem> {
    if !work::tells_wages(reading.connection)? {
        return Ok(());
    }
    let people = people.into_iter().map(|id| id.to_string());
    reading.open.looked_at(reading.open.sight().wages, command, people)
}

/// What the person at the desk is told of sums.
fn sums<T: Serialize>(
    desk: &Desk,
    read: impl FnOnce(&Reading<'_>, DuesSight) -> Result<T, Problem>,
) -> Result<Outcome<T>, Problem> {
    let least = Policy::load(&desk.assets)?.least;
    let found = desk.view(|reading| read(reading, DuesSight { wages: reading.open.sight().wages, least }));
    found.map(Outcome::of)
}

/// By what dues are reckoned.
pub fn overview(reading: &Reading<'_>, _: Nothing) -> Result<DuesOverview, Problem> {
    work::overview(reading.connection, reading.book, reading.today, reading.open.sight().wages)
}

/// A month of everybody.
pub fn month(desk: &Desk, query: DuesMonthQuery) -> Result<Outcome<DuesMonthPage>, Problem> {
    sums(desk, |reading, sight| {
        let page = work::month_page(reading.connection, reading.book, &query, sight)?;
        looked(reading, "members.duesMonth", page.rows.iter().map(|row| row.id))?;
        Ok(page)
    })
}

/// A year of one member.
pub fn person(reading: &Reading<'_>, query: DuesPersonQuery) -> Result<DuesPerson, Problem> {
    let person = work::person_year(reading.connection, reading.book, &query, seen(reading))?;
    looked(reading, "members.duesPerson", [query.person])?;
    Ok(person)
}

/// Everybody's arrears.
pub fn arrears(desk: &Desk, _: Nothing) -> Result<Outcome<DuesArrears>, Problem> {
    sums(desk, |reading, sight| {
        let arrears = work::arrears(reading.connection, reading.book, reading.today, sight, work::NAMED)?;
        let named = arrears.groups.iter().flat_map(|group| group.members.iter().map(|one| one.id));
        looked(reading, "members.duesArrears", named)?;
        Ok(arrears)
    })
}

/// A slice of the entries.
pub fn entries(desk: &Desk, query: DuesEntryQuery) -> Result<Outcome<DuesEntryPage>, Problem> {
    sums(desk, |reading, sight| {
        let page = work::entries(reading.connection, &query, sight)?;
        let named = page.rows.iter().flat_map(|entry| entry.members.iter().filter_map(|one| one.person));
        looked(reading, "members.duesEntries", named)?;
        Ok(page)
    })
}

/// One entry.
pub fn entry(desk: &Desk, which: DuesEntryRef) -> Result<Outcome<DuesEntry>, Problem> {
    sums(desk, |reading, sight| {
        let entry = work::entry(reading.connection, which.id, sight)?;
        looked(reading, "members.duesEntry", entry.members.iter().filter_map(|one| one.person))?;
        Ok(entry)
    })
}

/// Reads pasted lines; nothing is kept.
pub fn read(reading: &Reading<'_>, lines: DuesLines) -> Result<Vec<DuesLineRead>, Problem> {
    let sight = LinesSight {
        identity: reading.open.sight().identity,
        sums: seen(reading) || !work::tells_wages(reading.connection)?,
        blind: reading.open.sight().wages == Shown::Never,
    };
    let read = work::read(reading.connection, reading.book, &lines, reading.today, sight)?;
    looked(reading, "members.readDues", read.iter().filter_map(|line| line.person))?;
    Ok(read)
}

/// Who has paid nothing for the months of the rule.
pub fn lapses(reading: &Reading<'_>, _: Nothing) -> Result<DuesLapses, Problem> {
    work::lapses(reading.connection, reading.book, reading.today)
}

/// Whether the person at the desk may not read wages at all.
fn blind(writing: &Writing<'_, '_>) -> bool {
    writing.open.sight().wages == Shown::Never
}

/// Keeps a basis.
pub fn save_basis(
    writing: &Writing<'_, '_>,
    _: &Desk,
    input: DuesBasisInput,
) -> Result<DuesBasisId, Problem> {
    work::save_basis(writing.tx, &input, blind(writing))
}

/// Puts a basis out of sight.
pub fn remove_basis(writing: &Writing<'_, '_>, _: &Desk, which: DuesBasisRef) -> Result<Done, Problem> {
    work::remove_basis(writing.tx, which.id).map(|()| Done)
}

/// Keeps wages.
pub fn save_bases(writing: &Writing<'_, '_>, _: &Desk, input: DuesBases) -> Result<u32, Problem> {
    work::save_bases(writing.tx, &input, blind(writing))
}

/// Keeps what members paid.
pub fn pay(writing: &Writing<'_, '_>, _: &Desk, input: PayDues) -> Result<DuesEntryId, Problem> {
    work::pay(writing.tx, writing.book, &input, blind(writing))
}

/// Keeps that everyone of a scope paid a month.
pub fn pay_of(writing: &Writing<'_, '_>, _: &Desk, input: PayDuesOf) -> Result<DuesTaken, Problem> {
    work::pay_of(writing.tx, writing.book, &input)
}

/// Answers an entry by its opposite.
pub fn reverse(writing: &Writing<'_, '_>, _: &Desk, input: ReverseDues) -> Result<DuesEntryId, Problem> {
    work::reverse(writing.tx, &input)
}

/// Keeps a talk.
pub fn save_talk(writing: &Writing<'_, '_>, _: &Desk, input: DuesTalkInput) -> Result<DuesTalkId, Problem> {
    work::save_talk(writing.tx, &input)
}

/// Puts a talk out of sight.
pub fn remove_talk(writing: &Writing<'_, '_>, _: &Desk, which: DuesTalkRef) -> Result<Done, Problem> {
    work::remove_talk(writing.tx, which.id).map(|()| Done)
}

/// Registers that a member counts as having left.
pub fn end_for_dues(
    writing: &Writing<'_, '_>,
    _: &Desk,
    input: EndForDues,
) -> Result<MembershipEventId, Problem> {
    work::end_for_dues(writing.tx, writing.book, &input)
}

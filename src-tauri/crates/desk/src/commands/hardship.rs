//! Members in hardship: the register, the file of each, what they were given. Why somebody is in need, and how they were helped, goes
//! out only once health is revealed, and that is a look.

use affairs::office::Filled;
use affairs::registers::hardship::model::{
    HardshipFile, HardshipFileId, HardshipFileInput, HardshipPage, HardshipQuery, MemberAidId,
    MemberAidInput, MemberAidLine, MemberAidPage, MemberAidQuery,
};
use affairs::registers::hardship::{self as work, papers};
use serde::Deserialize;
use ts_rs::TS;

use crate::Problem;
use crate::command::Done;
use crate::commands::papers_guard::{Told, guard_told, keep_look};
use crate::desk::Desk;
use crate::open::{Reading, Writing};

/// A file.
#[derive(Debug, Clone, Copy, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct HardshipFileRef {
    /// The file.
    pub id: HardshipFileId,
}

/// Something given.
#[derive(Debug, Clone, Copy, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct MemberAidRef {
    /// The entry.
    pub id: MemberAidId,
}

/// A slice of the register.
pub fn list(reading: &Reading<'_>, query: HardshipQuery) -> Result<HardshipPage, Problem> {
    work::page(reading.connection, reading.book, &query, reading.today)
}

/// One file. What is told in full is a look.
pub fn get(reading: &Reading<'_>, which: HardshipFileRef) -> Result<HardshipFile, Problem> {
    let health = reading.open.sight().health;
    let found = work::file(reading.connection, which.id, health)?;
    reading.open.looked_at(health, "hardship.get", [found.record.person.to_string()])?;
    Ok(found)
}

/// Keeps a file.
pub fn save(
    writing: &Writing<'_, '_>,
    _: &Desk,
    input: HardshipFileInput,
) -> Result<HardshipFileId, Problem> {
    work::save_file(writing.tx, &input, writing.open.sight().health)
}

/// Puts a file out of sight.
pub fn remove(writing: &Writing<'_, '_>, _: &Desk, which: HardshipFileRef) -> Result<Done, Problem> {
    work::remove_file(writing.tx, which.id).map(|()| Done)
}

/// A slice of the register of what was given. How each was helped, told in full, is a look at them.
pub fn aids(reading: &Reading<'_>, query: MemberAidQuery) -> Result<MemberAidPage, Problem> {
    let health = reading.open.sight().health;
    let found = work::page_of_aids(reading.connection, &query, health)?;
    let people = found.rows.iter().filter_map(|one| one.person).map(|person| person.to_string());
    let people = people.collect::<Vec<_>>();
    reading.open.looked_at(health, "hardship.aids", people)?;
    Ok(found)
}

/// One entry of it. What is told in full is a look.
pub fn aid(reading: &Reading<'_>, which: MemberAidRef) -> Result<MemberAidLine, Problem> {
    let health = reading.open.sight().health;
    let found = work::one_aid(reading.connection, which.id, health)?;
    reading.open.looked_at(health, "hardship.aid", found.person.map(|person| person.to_string()))?;
    Ok(found)
}

/// Keeps what somebody was given.
pub fn save_aid(writing: &Writing<'_, '_>, _: &Desk, input: MemberAidInput) -> Result<MemberAidId, Problem> {
    work::save_aid(writing.tx, &input, writing.open.sight().health)
}

/// Puts what somebody was given out of sight.
pub fn remove_aid(writing: &Writing<'_, '_>, _: &Desk, which: MemberAidRef) -> Result<Done, Problem> {
    work::remove_aid(writing.tx, which.id).map(|()| Done)
}

/// A paper of the register; the sheet of a file is a look of its own for whoever revealed health.
pub(super) fn paper(reading: &Reading<'_>, kind: &str, of: &str) -> Result<Filled, Problem> {
    if kind == papers::HARDSHIP_SHEET {
        let person = papers::person_of(reading.connection, of)?;
        guard_told(reading, Told::Health, "困难职工档案写有健康和家庭情况", "打印")?;
        keep_look(reading, papers::HARDSHIP_SHEET, &[person.to_string()])?;
    }
    papers::fill(reading.connection, kind, of, reading.today)
}

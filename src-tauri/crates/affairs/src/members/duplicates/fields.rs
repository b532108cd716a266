//! The fields of two records side by side, and the record that comes of what the chair chose. A field that only one of them
//! has is never lost; identity is shown as it may be.

use rusqlite::Connection;

use super::model::{MergeField as Field, MergeRow};
use crate::Problem;
use crate::masks::{shown_birth, shown_email, shown_id, shown_phone, shown_within};
use crate::members::model::{EmploymentForm, PersonId, Sex};
use crate::members::store::{self, PersonRow, StoredDate};
use crate::union::model::Shown;

/// A record as the page lays it beside another.
pub(super) struct Record {
    /// Everything of the person.
    pub row: PersonRow,
    /// The group, if any.
    group: Option<String>,
}

/// Reads a record.
///
/// Errors: `not_found`.
pub(super) fn read(connection: &Connection, id: PersonId) -> Result<Record, Problem> {
    let mut statement = connection.prepare_cached(
        "SELECT g.name FROM live_union_group_person m JOIN union_group g ON g.id = m.group_id WHERE m.person_id = ?1",
    )?;
    let mut rows = statement.query([id])?;
    let group = rows.next()?.map(|row| row.get(0)).transpose()?;
    Ok(Record { row: store::person(connection, id)?, group })
}

/// What stands in a field, in full.
fn value(record: &Record, field: Field) -> Option<String> {
    let row = &record.row;
    let day = |date: &Option<StoredDate>| date.as_ref().map(|(day, _)| day.clone());
    match field {
        Field::Name => Some(row.name.clone()),
        Field::Sex => (row.sex != Sex::Unspecified).then(|| row.sex.label().to_owned()),
        Field::Birth => day(&row.birth),
        Field::IdNumber => row.id_number.clone(),
        Field::Phone => row.phone.clone(),
        Field::OtherPhones => row.other_phones.clone(),
        Field::Ethnicity => row.ethnicity.clone(),
        Field::Education => row.education.clone(),
        Field::Political => row.political.clone(),
        Field::SkillGrade => row.skill_grade.clone(),
        Field::Title => row.title.clone(),
        Field::Email => row.email.clone(),
        Field::Household => row.household.clone(),
        Field::HouseholdPlace => row.household_place.clone(),
        Field::NativePlace => row.native_place.clone(),
        Field::Migrant => row.migrant.map(|migrant| if migrant { "是" } else { "否" }.to_owned()),
        Field::StartedOn => day(&row.started_on),
        Field::CardNumber => row.card_number.clone(),
        Field::Note => row.note.clone(),
        Field::Employer => row.employer.clone(),
        Field::Shop => row.shop.clone(),
        Field::Team => row.team.clone(),
        Field::Post => row.post.clone(),
        Field::WorkNumber => row.work_number.clone(),
        Field::Form => (row.form != EmploymentForm::Other).then(|| row.form.label().to_owned()),
        Field::Status => row.status.clone(),
        Field::HiredOn => day(&row.hired_on),
        Field::Group => record.group.clone(),
        Field::MemberSince => day(&row.member_since),
    }
}

/// The same as it may be seen.
fn shown(record: &Record, field: Field, identity: Shown) -> Option<String> {
    let value = value(record, field)?;
    Some(match field {
        Field::Birth => shown_birth(&value, identity),
        Field::IdNumber => shown_id(&value, identity),
        Field::Phone => shown_phone(&value, identity),
        Field::Email => shown_email(&value, identity),
        Field::Note => shown_within(&value, identity),
        Field::OtherPhones => {
            value.split('、').map(|phone| shown_phone(phone, identity)).collect::<Vec<_>>().join("、")
        }
        _ => value,
    })
}

/// The fields of both, those that neither has left out. To one who may not read identity no document, no phone and no day of
/// birth is told to differ; to one who has not uncovered it, whether their masks do.
pub(super) fn rows(kept: &Record, gone: &Record, identity: Shown) -> Vec<MergeRow> {
    let hidden = |field| {
        let of_identity = [Field::Birth, Field::IdNumber, Field::Phone, Field::OtherPhones, Field::Email];
        identity == Shown::Never && of_identity.contains(&field)
    };
    let rows = Field::ALL.iter().map(|field| {
        let (own, other) = (shown(kept, *field, identity), shown(gone, *field, identity));
        MergeRow {
            field: *field,
            label: field.label().to_owned(),
            differs: own.is_some() && other.is_some() && own != other && !hidden(*field),
            take: own.is_none() && other.is_some(),
            kept: own,
            gone: other,
        }
    });
    rows.filter(|row| row.kept.is_some() || row.gone.is_some()).collect()
}

/// The record that comes of two: the kept one's fields, the other's where they were chosen or are the only ones.
pub(super) fn chosen(kept: &Record, gone: &Record, take: &[Field]) -> PersonRow {
    let (mut row, other) = (kept.row.clone(), &gone.row);
    for field in Field::ALL {
        let theirs = value(gone, *field);
        if theirs.is_none() || (value(kept, *field).is_some() && !take.contains(field)) {
            continue;
        }
        match field {
            Field::Name => {
                row.name.clone_from(&other.name);
                row.name_key.clone_from(&other.name_key);
            }
            Field::Sex => row.sex = other.sex,
            Field::Birth => row.birth.clone_from(&other.birth),
            Field::IdNumber => {
                row.id_number.clone_from(&other.id_number);
                row.id_kind.clone_from(&other.id_kind);
            }
            Field::Phone => row.phone.clone_from(&other.phone),
            Field::OtherPhones => row.other_phones.clone_from(&other.other_phones),
            Field::Ethnicity => row.ethnicity.clone_from(&other.ethnicity),
            Field::Education => row.education.clone_from(&other.education),
            Field::Political => row.political.clone_from(&other.political),
            Field::SkillGrade => row.skill_grade.clone_from(&other.skill_grade),
            Field::Title => row.title.clone_from(&other.title),
            Field::Email => row.email.clone_from(&other.email),
            Field::Household => row.household.clone_from(&other.household),
            Field::HouseholdPlace => row.household_place.clone_from(&other.household_place),
            Field::NativePlace => row.native_place.clone_from(&other.native_place),
            Field::Migrant => row.migrant = other.migrant,
            Field::StartedOn => row.started_on.clone_from(&other.started_on),
            Field::CardNumber => row.card_number.clone_from(&other.card_number),
            Field::Note => row.note.clone_from(&other.note),
            // The code is the employer's, and goes with it.
            Field::Employer => {
                row.employer.clone_from(&other.employer);
                row.employer_code.clone_from(&other.employer_code);
            }
            Field::Shop => row.shop.clone_from(&other.shop),
            Field::Team => row.team.clone_from(&other.team),
            Field::Post => row.post.clone_from(&other.post),
            Field::WorkNumber => row.work_number.clone_from(&other.work_number),
            Field::Form => row.form = other.form,
            Field::Status => row.status.clone_from(&other.status),
            Field::HiredOn => row.hired_on.clone_from(&other.hired_on),
            // Settled by the rows that go over (`plan`).
            Field::Group | Field::MemberSince => {}
        }
    }
    row
}

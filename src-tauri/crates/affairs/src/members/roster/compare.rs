//! Which values of a person are held against the ledger's when a newer file comes, as texts that both sides write the
//! same way. What follows from a difference is asked in `known`.

use super::field::Field;
use super::model::PersonDraft;
use crate::members::rules::{card_text, stored_date};

/// The fields that are compared, in the order of [`super::Held::values`].
pub(super) const COMPARED: [Field; 27] = [
    Field::Sex,
    Field::Birth,
    Field::Ethnicity,
    Field::Education,
    Field::Political,
    Field::SkillGrade,
    Field::Title,
    Field::Migrant,
    Field::Phone,
    Field::Email,
    Field::Shop,
    Field::Team,
    Field::Post,
    Field::StaffNo,
    Field::Employment,
    Field::EmployedOn,
    Field::StartedWorkOn,
    Field::EmployerCode,
    Field::Household,
    Field::HouseholdPlace,
    Field::NativePlace,
    Field::WorkStatus,
    Field::Employer,
    Field::IdNumber,
    Field::UnionCard,
    Field::JoinedOn,
    Field::Remark,
];

/// What a row says of a field, as the ledger would write it; none where it says nothing.
pub(crate) fn said(person: &PersonDraft, field: Field) -> Option<String> {
    match field {
        Field::Sex => person.sex.map(|sex| sex.label().to_owned()),
        Field::Birth => person.birth.as_ref().map(|day| stored_date(day).0),
        Field::Ethnicity => person.ethnicity.clone(),
        Field::Education => person.education.clone(),
        Field::Political => person.political.clone(),
        Field::SkillGrade => person.skill_grade.map(|grade| grade.label().to_owned()),
        Field::Title => person.title.clone(),
        Field::Email => person.email.clone(),
        Field::Team => person.team.clone(),
        Field::StartedWorkOn => person.started_work_on.as_ref().map(|day| stored_date(day).0),
        Field::Migrant => person.migrant.map(|yes| if yes { "是" } else { "否" }.to_owned()),
        Field::Phone => person.phones.first().cloned(),
        Field::Shop => person.shop.clone(),
        Field::Post => person.post.clone(),
        Field::StaffNo => person.staff_no.clone(),
        Field::Employment => person.employment.map(|form| form.label().to_owned()),
        Field::EmployedOn => person.employed_on.as_ref().map(|day| stored_date(day).0),
        Field::EmployerCode => person.employer_code.clone(),
        Field::Household => person.household.clone(),
        Field::HouseholdPlace => person.household_place.clone(),
        Field::NativePlace => person.native_place.clone(),
        Field::WorkStatus => person.work_status.map(|status| status.label().to_owned()),
        Field::Employer => person.employer.clone(),
        Field::IdNumber => person.id_number.clone(),
        Field::UnionCard => person.union_card.as_deref().map(card_text).filter(|card| !card.is_empty()),
        Field::JoinedOn => person.joined_on.as_ref().map(|day| stored_date(day).0),
        Field::Remark => person.remark.clone(),
        _ => None,
    }
}

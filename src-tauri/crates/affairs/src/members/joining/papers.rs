//! What the papers of joining are filled with: the application (blank or from the roster), the form of a member, the roll of
//! cards to sign. They are printed anew each time, get no number and are not kept.

use rusqlite::Connection;
use serde::Serialize;

use super::model::{Admission, AdmissionId, ApplicationId, GroupOpinion};
use super::store;
use crate::Problem;
use crate::members::days::words;
use crate::members::model::{EmploymentForm, PersonId};
use crate::members::store as people;
use crate::members::store::{PersonRow, StoredDate};
use crate::office::model::Filled;
use crate::union;

/// What stands for a decision that is on paper only.
pub(crate) const PAPER_RECORD: &str = "见工会委员会的纸质会议记录";
/// 入会申请书, made from an application or from nothing.
pub const APPLICATION: &str = "members.application";
/// 会员登记表, made from an application; before the approval its number and its day are left to be written.
pub const REGISTRATION: &str = "members.registration";
/// 会员证发放册, made from an approval.
pub const CARD_ROLL: &str = "members.cardRoll";
/// What a blank application is made from.
pub const BLANK: &str = "blank";

#[derive(Serialize)]
struct Named {
    name: String,
}

/// A person as the forms print them; empty texts are written by hand.
#[derive(Default, Serialize)]
pub(crate) struct Person {
    name: String,
    sex: String,
    birth: String,
    ethnicity: String,
    id_number: String,
    phone: String,
    education: String,
    political: String,
    skill: String,
    household: String,
    native: String,
    migrant: String,
    employer: String,
    shop: String,
    post: String,
    form: String,
    hired_on: String,
}

impl Person {
    /// From the roster, identity in full. Where no employer is entered it is the union's own of those who are employed by it,
    /// and left to be written of those who are not, or of whom nobody said so: a courier works for another.
    pub(crate) fn of(connection: &Connection, id: PersonId) -> Result<Self, Problem> {
        let row: PersonRow = people::person(connection, id)?;
        let day = |date: Option<StoredDate>| date.map(|(text, _)| words(&text)).unwrap_or_default();
        Ok(Person {
            sex: row.sex.label().to_owned(),
            birth: day(row.birth),
            ethnicity: row.ethnicity.unwrap_or_default(),
            id_number: row.id_number.unwrap_or_default(),
            phone: row.phone.unwrap_or_default(),
            education: row.education.unwrap_or_default(),
            political: row.political.unwrap_or_default(),
            skill: row.skill_grade.unwrap_or_default(),
            household: row.household.unwrap_or_default(),
            native: row.native_place.unwrap_or_default(),
            migrant: row.migrant.map(|yes| if yes { "是" } else { "否" }).unwrap_or_default().to_owned(),
            employer: match row.employer {
                Some(employer) => employer,
                None if own(row.form) => union::store::union_record(connection)?.employer,
                None => String::new(),
            },
            shop: row.shop.unwrap_or_default(),
            post: row.post.unwrap_or_default(),
            form: row.form.label().to_owned(),
            hired_on: day(row.hired_on),
            name: row.name,
        })
    }
}

/// Whether who works so is employed by the firm of the union.
fn own(form: EmploymentForm) -> bool {
    match form {
        EmploymentForm::Contract
        | EmploymentForm::PartTime
        | EmploymentForm::Intern
        | EmploymentForm::Rehired => true,
        EmploymentForm::Dispatched | EmploymentForm::Outsourced | EmploymentForm::Other => false,
    }
}

#[derive(Serialize)]
struct ApplicationPaper {
    union: Named,
    person: Person,
    applied_on: String,
    group: Group,
    approval: Approval,
    member_number: String,
}

#[derive(Default, Serialize)]
struct Group {
    by: String,
    text: String,
    on: String,
}

impl Group {
    fn of(said: GroupOpinion) -> Group {
        Group { by: said.by, text: said.text, on: words(&said.on.to_string()) }
    }
}

#[derive(Default, Serialize)]
struct Approval {
    on: String,
    reference: String,
}

#[derive(Serialize)]
struct RegistrationPaper {
    union: Named,
    person: Person,
    applied_on: String,
    group: Group,
    approved_on: String,
    basis: String,
    member_number: String,
}

#[derive(Serialize)]
struct CardRoll {
    union: Named,
    approved_on: chrono::NaiveDate,
    basis: String,
    people: Vec<CardLine>,
}

#[derive(Serialize)]
struct CardLine {
    number: String,
    name: String,
    shop: String,
}

fn named(connection: &Connection) -> Result<Named, Problem> {
    Ok(Named { name: union::store::union_record(connection)?.name })
}

/// On what an approval stands, as its papers say it.
fn basis(admission: &Admission) -> String {
    match (&admission.decision, &admission.late_entry) {
        (Some(decision), _) => decision.reference.clone(),
        // Why it was entered late is the ledger's own, and no words for a paper that is kept.
        (None, Some(_)) => PAPER_RECORD.to_owned(),
        (None, None) => String::new(),
    }
}

/// Whether the paper of this record shows identity in full: all but a blank one and the roll.
pub fn shows_identity(kind: &str, of: &str) -> bool {
    (kind == APPLICATION && of != BLANK) || kind == REGISTRATION
}

/// Whose identity the paper of this record shows.
///
/// Errors: `not_found`.
pub fn person_of(connection: &Connection, of: &str) -> Result<PersonId, Problem> {
    Ok(store::get(connection, application_id(of)?)?.person)
}

fn application_id(of: &str) -> Result<ApplicationId, Problem> {
    of.parse().map_err(|_| Problem::missing("份入会申请"))
}

/// Fills a paper of joining; `None` for a kind of another room.
///
/// Errors: `not_found`.
pub fn fill(connection: &Connection, kind: &str, of: &str) -> Result<Option<Filled>, Problem> {
    Ok(Some(match kind {
        APPLICATION => application(connection, of)?,
        REGISTRATION => registration(connection, of)?,
        CARD_ROLL => card_roll(connection, of)?,
        _ => return Ok(None),
    }))
}

fn application(connection: &Connection, of: &str) -> Result<Filled, Problem> {
    let mut context = ApplicationPaper {
        union: named(connection)?,
        person: Person::default(),
        applied_on: String::new(),
        group: Group::default(),
        approval: Approval::default(),
        member_number: String::new(),
    };
    let mut title = "入会申请书".to_owned();
    if of != BLANK {
        let one = store::get(connection, application_id(of)?)?;
        context.person = Person::of(connection, one.person)?;
        // An unsigned one is dated by the hand that signs it.
        context.applied_on = if one.signed { words(&one.applied_on.to_string()) } else { String::new() };
        if let Some(group) = one.group {
            context.group = Group::of(group);
        }
        if let Some(id) = one.admission {
            let admission = store::admission(connection, id)?;
            context.approval = Approval {
                on: words(&admission.approved_on.to_string()),
                reference: admission.decision.map(|one| one.reference).unwrap_or_default(),
            };
        }
        context.member_number = one.number.unwrap_or_default();
        title = format!("入会申请书（{}）", one.name);
    }
    Filled::new("members/application", of.to_owned(), title, Vec::new(), &context)
}

fn registration(connection: &Connection, of: &str) -> Result<Filled, Problem> {
    let one = store::get(connection, application_id(of)?)?;
    let admission = one.admission.map(|id| store::admission(connection, id)).transpose()?;
    let context = RegistrationPaper {
        union: named(connection)?,
        person: Person::of(connection, one.person)?,
        applied_on: words(&one.applied_on.to_string()),
        group: one.group.map(Group::of).unwrap_or_default(),
        approved_on: (admission.as_ref()).map(|one| words(&one.approved_on.to_string())).unwrap_or_default(),
        basis: admission.as_ref().map(basis).unwrap_or_default(),
        member_number: one.number.unwrap_or_default(),
    };
    let title = format!("会员登记表（{}）", one.name);
    Filled::new("members/registration", of.to_owned(), title, Vec::new(), &context)
}

fn card_roll(connection: &Connection, of: &str) -> Result<Filled, Problem> {
    let id: AdmissionId = of.parse().map_err(|_| Problem::missing("次入会审批"))?;
    let admission = store::admission(connection, id)?;
    let basis = basis(&admission);
    let line = |one: super::model::Admitted| CardLine {
        number: one.number,
        name: one.name,
        shop: one.shop.unwrap_or_default(),
    };
    let context = CardRoll {
        union: named(connection)?,
        approved_on: admission.approved_on,
        basis,
        people: admission.people.into_iter().map(line).collect(),
    };
    Filled::new("members/card-roll", of.to_owned(), "会员证发放册".to_owned(), Vec::new(), &context)
}

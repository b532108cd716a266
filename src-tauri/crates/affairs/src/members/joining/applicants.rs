//! Who applies: typed lines are matched with the roster, and each applicant becomes a person with an application that waits.

use chrono::NaiveDate;
use law::{LawBook, Place};
use ledger::Tx;
use rusqlite::Connection;

use super::lines::{self, Line};
use super::model::{ApplicantInput, ApplicantRead, ApplicationId, ApplyInput};
use super::{filled, rules, store};
use crate::Problem;
use crate::masks::{judged_birth, shown_id, shown_phone};
use crate::members::flags::rules::{FlagDays, Retiring, first_day};
use crate::members::membership;
use crate::members::model::{EmploymentForm, MembershipState, PersonId, PersonRecord, Sex};
use crate::members::roster::{id_number, names};
use crate::members::rules::{check_person, fault_words};
use crate::members::store::{self as people, PersonRow};
use crate::union;
use crate::union::model::Shown;

/// Reads a list of people, each with who of the roster it is and why they cannot apply. Identity of those on the roster is
/// shown as it may be.
pub fn read(
    connection: &Connection,
    book: &LawBook,
    text: &str,
    today: NaiveDate,
    identity: Shown,
) -> Result<Vec<ApplicantRead>, Problem> {
    let place = union::store::place(connection)?;
    let days = FlagDays::of(book, &place, today)?.seen(identity);
    let mut seen: Vec<PersonId> = Vec::new();
    let mut numbers: Vec<String> = Vec::new();
    let mut all = Vec::new();
    for line in lines::read(text).into_iter().take(rules::AT_MOST) {
        let mut read = one(connection, line, today, identity)?;
        if let Some(birth) = read.birth.take() {
            if read.trouble.is_none() {
                read.trouble =
                    rules::check_age(book, &place, Some(birth), today).err().map(|why| why.message);
            }
            let whose = Retiring::of(read.sex.unwrap_or(Sex::Unspecified), false);
            let flagged = days.by_age(&birth.to_string(), whose, identity).map(|(_, why)| why);
            let said: Vec<String> = read.note.take().into_iter().chain(flagged).collect();
            read.note = (!said.is_empty()).then(|| said.join("；"));
        }
        let twice = match (&read.applicant.person, &read.applicant.id_number) {
            (Some(person), _) => {
                let known = seen.contains(person);
                seen.push(*person);
                known
            }
            (None, Some(number)) => {
                let known = numbers.contains(number);
                numbers.push(number.clone());
                known
            }
            (None, None) => false,
        };
        if twice && read.trouble.is_none() {
            read.trouble = Some("前面已经有这个人，请去掉一行。".to_owned());
        }
        all.push(read);
    }
    Ok(all)
}

fn one(
    connection: &Connection,
    line: Line,
    today: NaiveDate,
    identity: Shown,
) -> Result<ApplicantRead, Problem> {
    let applicant = ApplicantInput {
        person: None,
        name: line.name,
        id_number: line.id_number,
        phone: line.phone,
        employer: elsewhere(connection, line.employer)?,
    };
    let mut read =
        ApplicantRead { applicant, sex: None, note: None, trouble: None, dispatched: false, birth: None };
    let person = match &read.applicant.id_number {
        Some(number) => match id_number::parse(number, today) {
            Ok(parsed) => {
                read.sex = parsed.sex;
                read.birth = parsed.birth;
                read.applicant.id_number = Some(parsed.number.clone());
                store::holder(connection, &read.applicant.name, &parsed.number, identity)?
            }
            Err(fault) => {
                read.trouble = Some(fault_words(&fault));
                return Ok(read);
            }
        },
        None => match store::of_name(connection, &names::key(&read.applicant.name))?.as_slice() {
            [person] => Some(*person),
            [] if read.applicant.name.is_empty() => {
                read.trouble = Some("没有姓名。".to_owned());
                return Ok(read);
            }
            [] => {
                read.trouble = Some("花名册里没有这个人，入会申请要写全证件号码。".to_owned());
                return Ok(read);
            }
            several => {
                let message = format!("花名册里有{}个人叫这个名字，请写上证件号码。", several.len());
                read.trouble = Some(message);
                return Ok(read);
            }
        },
    };
    let Some(id) = person else {
        if read.applicant.name.is_empty() {
            read.trouble = Some("没有姓名。".to_owned());
        }
        return Ok(read);
    };
    let row = people::person(connection, id)?;
    if !read.applicant.name.is_empty() && names::key(&read.applicant.name) != row.name_key {
        read.trouble = Some(format!("这个证件号码登记在{}名下，请核对。", row.name));
        return Ok(read);
    }
    let place = [&row.shop, &row.post].into_iter().flatten().cloned().collect::<Vec<_>>().join(" ");
    let mut note = format!("花名册上已有{}", if place.is_empty() { place } else { format!("：{place}") });
    if let (Some(told), Some(held)) = (&read.applicant.employer, &row.employer)
        && told != held
    {
        note.push_str(&format!("；名单上的工作单位是{told}，花名册上是{held}，不一样的请到会员页改"));
    }
    read.note = Some(note);
    read.dispatched = row.form == EmploymentForm::Dispatched;
    read.sex = Some(row.sex);
    let entered = row.birth.as_ref().filter(|(_, precision)| precision == "day");
    read.birth = read.birth.or_else(|| first_day(&judged_birth(entered, identity)?.0));
    read.trouble = against(connection, id)?;
    // What the roster holds is not typed again, and shown as it may be.
    read.applicant = ApplicantInput {
        person: Some(id),
        name: row.name,
        id_number: match row.id_number {
            Some(number) => Some(shown_id(&number, identity)),
            None => read.applicant.id_number,
        },
        phone: match row.phone {
            Some(phone) => Some(shown_phone(&phone, identity)),
            None => read.applicant.phone,
        },
        employer: row.employer.or(read.applicant.employer),
    };
    Ok(read)
}

/// A 工作单位 that is another than the union's own employer; that one is entered for nobody.
fn elsewhere(connection: &Connection, told: Option<String>) -> Result<Option<String>, Problem> {
    let Some(told) = filled(&told) else { return Ok(None) };
    let own = union::store::union_record(connection)?.employer;
    Ok((names::key(&told) != names::key(&own)).then_some(told))
}

/// Why a person of the roster cannot apply.
fn against(connection: &Connection, id: PersonId) -> Result<Option<String>, Problem> {
    let why = match membership::life(connection, id)?.state {
        MembershipState::Member => Some("已经是会员，不用再申请。"),
        MembershipState::Retained => Some("正在保留会籍，回来的请登记“恢复会籍”，不用再申请。"),
        _ if store::has_waiting(connection, id)? => Some("已经有一份入会申请在办。"),
        _ => None,
    };
    Ok(why.map(str::to_owned))
}

/// Keeps applications, and those who are new on the roster.
///
/// Errors: `bad_input` and `refused` at `people.N`; `duplicate` when a number is another's. All or none.
pub fn apply(
    tx: &Tx,
    book: &LawBook,
    input: &ApplyInput,
    identity: Shown,
) -> Result<Vec<ApplicationId>, Problem> {
    rules::check_apply(input, tx.today())?;
    let place = union::store::place(tx)?;
    let mut ids = Vec::with_capacity(input.people.len());
    for (at, who) in input.people.iter().enumerate() {
        let id = entered(tx, book, &place, input, who, identity).map_err(|why| {
            let named = Problem { message: format!("{}：{}", who.name, why.message), ..why };
            named.at(&format!("people.{at}"))
        })?;
        ids.push(id);
    }
    Ok(ids)
}

fn entered(
    tx: &Tx,
    book: &LawBook,
    place: &Place,
    input: &ApplyInput,
    who: &ApplicantInput,
    identity: Shown,
) -> Result<ApplicationId, Problem> {
    let person = match who.person {
        Some(id) => completed(tx, book, id, who, identity)?,
        None => added(tx, book, input, who, identity)?,
    };
    if let Some(why) = against(tx, person)? {
        return Err(Problem::new("refused", why));
    }
    let row = people::person(tx, person)?;
    rules::check_age(book, place, born(&row, who, tx.today(), identity), input.applied_on)?;
    let id = tx.new_id::<ApplicationId>();
    store::insert(tx, id, person, input.applied_on, input.signed)?;
    if let Some(agreement) = input.agreement.filter(|_| row.form == EmploymentForm::Dispatched) {
        store::set_agreement(tx, id, agreement)?;
    }
    Ok(id)
}

/// The day of birth that an applicant is judged by: of the number that was typed, for whoever types it knows it; else of what the
/// roster holds, as far as that may be seen.
fn born(row: &PersonRow, who: &ApplicantInput, today: NaiveDate, identity: Shown) -> Option<NaiveDate> {
    let read = |number: &str| id_number::parse(&id_number::clean(number), today).ok();
    let held = row.id_number.as_deref().and_then(read);
    let typed = filled(&who.id_number).as_deref().and_then(read).map(|number| number.number);
    let known = typed.is_some() && typed == held.as_ref().map(|number| number.number.clone());
    let by_number = held.and_then(|number| number.birth);
    if known && by_number.is_some() {
        return by_number;
    }
    let entered = row.birth.as_ref().filter(|(_, precision)| precision == "day").cloned();
    let stands = by_number.map(|day| (day.to_string(), "day".to_owned())).or(entered);
    first_day(&judged_birth(stands.as_ref(), identity)?.0)
}

/// One of the roster, with the number, phone and employer that it lacked.
fn completed(
    tx: &Tx,
    book: &LawBook,
    id: PersonId,
    who: &ApplicantInput,
    identity: Shown,
) -> Result<PersonId, Problem> {
    let standing = people::person(tx, id)?;
    let lacks = |has: &Option<String>, typed: &Option<String>| has.is_none() && filled(typed).is_some();
    let employer = elsewhere(tx, who.employer.clone())?;
    let more = lacks(&standing.id_number, &who.id_number)
        || lacks(&standing.phone, &who.phone)
        || lacks(&standing.employer, &employer);
    if more {
        // What is masked stays as it is, and is judged by as far as it is seen.
        let record = people::record(tx, id, identity)?;
        let record = PersonRecord {
            id_number: record.id_number.or_else(|| filled(&who.id_number)),
            phone: record.phone.or_else(|| filled(&who.phone)),
            employer: record.employer.or(employer),
            ..record
        };
        crate::members::save(tx, book, &record, identity)?;
    }
    Ok(id)
}

/// One who is new, or whom the roster turns out to hold.
fn added(
    tx: &Tx,
    book: &LawBook,
    input: &ApplyInput,
    who: &ApplicantInput,
    identity: Shown,
) -> Result<PersonId, Problem> {
    let typed = filled(&who.id_number)
        .ok_or_else(|| Problem::input("idNumber", "入会申请要写全证件号码，请补上。"))?;
    let read = id_number::parse(&id_number::clean(&typed), tx.today()).ok();
    let record = PersonRecord {
        id: None,
        name: who.name.clone(),
        sex: read.as_ref().and_then(|number| number.sex).unwrap_or(Sex::Unspecified),
        birth: read.and_then(|number| number.birth).map(|day| day.to_string()),
        id_number: Some(typed),
        phone: filled(&who.phone),
        ethnicity: None,
        education: None,
        political: None,
        skill_grade: None,
        hired_on: None,
        left_on: None,
        title: None,
        email: None,
        started_on: None,
        team: None,
        id_kind: None,
        household: None,
        household_place: None,
        native_place: None,
        status: None,
        employer: elsewhere(tx, filled(&who.employer).or_else(|| filled(&input.employer)))?,
        migrant: None,
        shop: filled(&input.shop),
        post: filled(&input.post),
        work_number: None,
        form: input.form.unwrap_or(EmploymentForm::Contract),
        member_since: None,
        card_number: None,
        note: None,
    };
    let row = check_person(&record, None, tx.today(), identity)?;
    let number = row.id_number.clone().unwrap_or_default();
    match people::holder_of(tx, &number)? {
        Some((id, name)) if names::key(&name) == row.name_key => completed(tx, book, id, who, identity),
        Some((_, name)) => Err(Problem::new(
            "duplicate",
            match identity {
                Shown::Never => "这个证件号码已经有人登记，请有权查看的人核对。".to_owned(),
                _ => format!("这个证件号码已登记在{name}名下，请核对是否同一人。"),
            },
        )),
        None => {
            let id = tx.new_id::<PersonId>();
            people::insert_person(tx, id, &row, None)?;
            Ok(id)
        }
    }
}

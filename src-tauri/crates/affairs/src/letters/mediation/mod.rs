//! The mediation committee (劳动争议调解委员会) and its cases: talks asked for, an application by mouth or in writing, accepted or not,
//! mediated to its day, ended by an agreement that both sides sign, or without one and with advice on arbitration. Arbitration
//! itself is not led here.

mod committee;
mod duties;
mod limits;
pub mod model;
pub mod papers;
mod rules;
mod store;
mod view;

pub use duties::duties;
pub(super) use limits::limits;
pub(crate) use store::{REGISTER, SERIES};
pub use view::{each, get, page};

use chrono::{Datelike, NaiveDate};
use law::LawBook;
use ledger::Tx;
use rusqlite::Connection;

use super::appeals;
use super::appeals::model::{AppealId, AppealOnward};
use super::place;
use super::rules::SupervisionLaw;
use crate::Problem;
use crate::members;
use crate::office::text;
use crate::union;
use committee::Facts;
use model::{
    MediationCaseId, MediationCommittee, MediationEventId, MediationEventInput, MediationInput,
    MediationParty, MediatorId, MediatorInput,
};

/// The committee as it stands on a day, and what it lacks.
pub fn committee(
    connection: &Connection,
    book: &LawBook,
    today: NaiveDate,
) -> Result<MediationCommittee, Problem> {
    let place = place(connection)?;
    let law = SupervisionLaw { book, place: &place };
    let facts = Facts { mediators: store::mediators(connection, today)?, today };
    Ok(MediationCommittee {
        lacks: facts.lacks(law),
        says: committee::says(law, today),
        mediators: facts.mediators,
    })
}

/// Keeps someone of the committee; the name of one picked from the roster is the roster's.
///
/// Errors: `bad_input` at its field; `duplicate` for one who is in it already; `not_found`.
pub fn save_mediator(tx: &Tx, input: &MediatorInput) -> Result<MediatorId, Problem> {
    let mut input = input.clone();
    if let Some(person) = input.person {
        (input.name, _) = members::store::name_and_sex(tx, person)?;
    }
    rules::check_mediator(&input)?;
    rules::check_once(&input, &store::mediators(tx, tx.today())?)?;
    let id = input.id.unwrap_or_else(|| tx.new_id::<MediatorId>());
    store::save_mediator(tx, id, &input)?;
    Ok(id)
}

/// Puts someone of the committee out of sight; their cases keep their name.
///
/// Errors: `not_found`.
pub fn remove_mediator(tx: &Tx, id: MediatorId) -> Result<(), Problem> {
    store::remove_mediator(tx, id)
}

/// Keeps a case, new or changed; a new one gets the next number of the year within the step.
///
/// Errors: `bad_input` at its field; `not_found`.
pub fn save(tx: &Tx, input: &MediationInput) -> Result<MediationCaseId, Problem> {
    let mut input = input.clone();
    if let Some(person) = input.person {
        (input.worker, _) = members::store::name_and_sex(tx, person)?;
    }
    rules::check(&input, tx.today())?;
    if let Some(mediator) = input.mediator
        && !store::mediators(tx, tx.today())?.iter().any(|one| one.id == mediator)
        && input.id.is_none()
    {
        return Err(Problem::input("mediator", "选的调解员已经不在名单里了，请重新选择。"));
    }
    let employer = match text(&input.employer) {
        Some(name) => name.to_owned(),
        None => union::store::union_record(tx)?.employer,
    };
    match input.id {
        Some(id) => {
            store::get(tx, id)?;
            rules::check_again(&input, &store::course(tx, id, &input)?)?;
            store::save(tx, id, None, &input, &employer)?;
            Ok(id)
        }
        None => {
            let id = tx.new_id::<MediationCaseId>();
            let year = tx.today().year();
            store::save(tx, id, Some((year, REGISTER.next_serial(tx, year)?)), &input, &employer)?;
            Ok(id)
        }
    }
}

/// Opens a case from an appeal: what it says and who brought it go over. Whoever asks must be shown identity, since a case
/// names its parties.
///
/// Errors: `refused` when it became a case already, or nobody is named; `not_found`.
pub fn of_appeal(tx: &Tx, id: AppealId) -> Result<MediationCaseId, Problem> {
    let standing = appeals::going_on(tx, id)?;
    let person = appeals::store::person(tx, id)?.ok_or_else(|| {
        let message = "这件诉求没有登记姓名，调解要写明是谁申请的，请先登记诉求人。";
        Problem::new("refused", message)
    })?;
    let record = standing.record;
    let case = save(
        tx,
        &MediationInput {
            id: None,
            topic: record.kind,
            person: person.person,
            worker: person.name,
            employer: None,
            applicant: MediationParty::Worker,
            oral: true,
            talks_on: None,
            applied_on: Some(tx.today()),
            known_on: None,
            facts: record.details.unwrap_or_else(|| record.matter.clone()),
            claims: record.matter,
            mediator: None,
        },
    )?;
    appeals::store::set_onward(tx, id, AppealOnward::Mediation, Some(case.to_string()), None)?;
    Ok(case)
}

/// Puts a case out of sight; its number stays used.
///
/// Errors: `refused` when a paper of it was issued, for that is kept; `not_found`.
pub fn remove(tx: &Tx, id: MediationCaseId) -> Result<(), Problem> {
    if store::was_issued(tx, id)? {
        let message = "这件调解已经印发过文书，要留存，不能移除；不再办的，请登记撤回或者调解不成。";
        return Err(Problem::new("refused", message));
    }
    REGISTER.remove(tx, id)
}

/// Keeps something that happened, new or corrected, with the day it was due by and the rule of that day.
///
/// Errors: `bad_input` at its field; `refused` where the order cannot be; `not_found`.
pub fn save_event(tx: &Tx, book: &LawBook, input: &MediationEventInput) -> Result<MediationEventId, Problem> {
    let kept = store::get(tx, input.case)?;
    let mut events = store::events(tx, input.case)?;
    let mut course = store::course(tx, input.case, &kept.record)?;
    let mut after = None;
    if let Some(id) = input.id {
        let at = events.iter().position(|event| event.id == id);
        let at = at.ok_or_else(|| Problem::missing("条调解经过"))?;
        if events[at].record.kind != input.kind {
            let message = "登记了什么不能换成别的；登记错了的请移除，另登记一条。";
            return Err(Problem::input("kind", message));
        }
        after = events.get(at + 1).map(|event| event.record.happened_on);
        if rules::is_of_talks(input.kind) {
            // What was said in the talks is corrected as it stood in them.
            after = after.or(course.applied_on.take());
        }
        events.truncate(at);
        course.events.truncate(at);
    }
    rules::check_event(&course, input, tx.today())?;
    if after.is_some_and(|next| input.happened_on > next) {
        return Err(Problem::input("happenedOn", "这个日期晚于后一步的日期，请核对。"));
    }
    let place = place(tx)?;
    let due = rules::due(SupervisionLaw { book, place: &place }, &course, input.kind)?;
    let id = input.id.unwrap_or_else(|| tx.new_id::<MediationEventId>());
    store::save_event(tx, id, input, &due)?;
    Ok(id)
}

/// Removes what was entered last by mistake.
///
/// Errors: `refused` when something after it stands on it; `not_found`.
pub fn remove_event(tx: &Tx, id: MediationEventId) -> Result<(), Problem> {
    let events = store::events(tx, store::case_of(tx, id)?)?;
    if events.last().map(|event| event.id) != Some(id) {
        return Err(Problem::new("refused", "后面还有登记的经过，请从最后一条移起。"));
    }
    store::remove_event(tx, id)
}

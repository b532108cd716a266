//! What workers bring to the union (职工诉求): written down in a line, promised an answer by a day, answered, mostly orally; what
//! cannot be settled so becomes a case or a topic elsewhere, and the link is kept. Cases themselves are not led here.

mod duties;
pub mod model;
pub mod papers;
mod rules;
pub(crate) mod store;

pub use duties::duties;
pub(crate) use store::SERIES;

use chrono::{Datelike, NaiveDate};
use ledger::Tx;
use rusqlite::Connection;

use super::model::{
    SupervisionCaseId, SupervisionInformer, SupervisionInput, SupervisionSource, SupervisionTopic,
};
use crate::Problem;
use crate::duty::day_words;
use crate::members;
use crate::union::model::Shown;
use model::{
    AnswerAppeal, Appeal, AppealCount, AppealId, AppealInput, AppealKind, AppealOnward, AppealPage,
    AppealQuery, ForwardAppeal,
};
use store::REGISTER;

/// Keeps an appeal, new or changed; a new one gets the next number of the year within the step, and may be answered at once.
///
/// Errors: `bad_input` at its field; `not_found`.
pub fn save(tx: &Tx, input: &AppealInput) -> Result<AppealId, Problem> {
    rules::check(input, tx.today())?;
    let id = match input.id {
        Some(id) => {
            let standing = store::get(tx, id, tx.today())?;
            if standing.answered_on.is_some_and(|on| on < input.raised_on) {
                let message = "这件诉求已经登记答复，提出的日期不能晚于答复的日期，请核对。";
                return Err(Problem::input("raisedOn", message));
            }
            if input.person.is_none() && standing.named && input.worker == model::AppealWorker::Anonymous {
                return Err(Problem::input(
                    "worker",
                    "这件登记过姓名，不能改成匿名；要改的，请先显示姓名再清空。",
                ));
            }
            store::update(tx, id, input)?;
            id
        }
        None => {
            let id = tx.new_id::<AppealId>();
            let year = tx.today().year();
            store::insert(tx, id, (year, REGISTER.next_serial(tx, year)?), input)?;
            id
        }
    };
    if let Some(person) = &input.person {
        let mut person = person.clone();
        if let Some(on_roster) = person.person {
            (person.name, _) = members::store::name_and_sex(tx, on_roster)?;
        }
        store::set_person(tx, id, &person)?;
    }
    Ok(id)
}

/// Keeps what the worker was told.
///
/// Errors: `bad_input` at its field; `refused` when it was answered: it is opened again first; `not_found`.
pub fn answer(tx: &Tx, answer: &AnswerAppeal) -> Result<(), Problem> {
    let standing = store::get(tx, answer.id, tx.today())?;
    if let Some(on) = standing.answered_on {
        let message = format!(
            "这件诉求已经在{}答复过，再登记会盖掉原来的答复；要改的，请先点“重新打开”。",
            day_words(on)
        );
        return Err(Problem::new("refused", message));
    }
    rules::check_answer(answer, standing.record.raised_on, tx.today())?;
    store::set_answer(tx, answer.id, Some(answer))
}

/// Opens an appeal again that was called answered too early; what was said then stays in the journal.
///
/// Errors: `not_found`; `refused` when it is open.
pub fn reopen(tx: &Tx, id: AppealId) -> Result<(), Problem> {
    if store::get(tx, id, tx.today())?.answered_on.is_none() {
        return Err(Problem::new("refused", "这件诉求还没有答复，不用重新打开。"));
    }
    store::set_answer(tx, id, None)
}

/// Puts an appeal out of sight; its number stays used.
///
/// Errors: `not_found`.
pub fn remove(tx: &Tx, id: AppealId) -> Result<(), Problem> {
    REGISTER.remove(tx, id)
}

/// An appeal that goes on for the first time; one that went on to a record that still stands goes nowhere else.
pub(super) fn going_on(tx: &Tx, id: AppealId) -> Result<Appeal, Problem> {
    let standing = store::get(tx, id, tx.today())?;
    if let Some(number) = standing.onward.as_ref().and_then(|onward| onward.number.as_ref()) {
        let message = format!("这件诉求已经转成{number}，请打开那一件继续办。");
        return Err(Problem::new("refused", message));
    }
    Ok(standing)
}

/// Keeps that an appeal is taken to the committee or to the next negotiation.
///
/// Errors: `bad_input` at its field; `refused` when it became a case; `not_found`.
pub fn forward(tx: &Tx, forward: &ForwardAppeal) -> Result<(), Problem> {
    rules::check_forward(forward)?;
    going_on(tx, forward.id)?;
    let meeting = forward.meeting.filter(|_| forward.onward == AppealOnward::Committee);
    if let Some(meeting) = meeting
        && !store::meeting_stands(tx, &meeting)?
    {
        return Err(Problem::input("meeting", "选的会议记录已经不在了，请重新选择。"));
    }
    let meeting = meeting.map(|id| id.to_string());
    store::set_onward(tx, forward.id, forward.onward, meeting, Some(forward.words.trim()))
}

/// The matter of a supervision case that an appeal of this kind becomes.
fn topic(kind: AppealKind) -> SupervisionTopic {
    match kind {
        AppealKind::Wages => SupervisionTopic::Wages,
        AppealKind::Hours => SupervisionTopic::Hours,
        AppealKind::Safety => SupervisionTopic::Safety,
        AppealKind::Women => SupervisionTopic::Women,
        AppealKind::Insurance
        | AppealKind::Contract
        | AppealKind::Discipline
        | AppealKind::Welfare
        | AppealKind::Other => SupervisionTopic::Other,
    }
}

/// Makes a supervision case of an appeal: what it says and who brought it go over, the name as protected as before.
///
/// Errors: `refused` when it became a case already; `not_found`.
pub fn to_case(tx: &Tx, id: AppealId) -> Result<SupervisionCaseId, Problem> {
    let standing = going_on(tx, id)?;
    let informer = store::person(tx, id)?
        .map(|person| SupervisionInformer { name: person.name, contact: person.contact });
    let record = standing.record;
    let case = super::save(
        tx,
        &SupervisionInput {
            id: None,
            source: SupervisionSource::Complaint,
            topic: topic(record.kind),
            received_on: record.raised_on,
            employer: None,
            matter: record.matter,
            details: record.details,
            informer,
        },
    )?;
    store::set_onward(tx, id, AppealOnward::Supervision, Some(case.to_string()), None)?;
    Ok(case)
}

/// One appeal, seen from a day; who brought it only where identity is shown in full.
///
/// Errors: `not_found`.
pub fn get(connection: &Connection, id: AppealId, today: NaiveDate, shown: Shown) -> Result<Appeal, Problem> {
    let mut appeal = store::get(connection, id, today)?;
    appeal.shown = shown;
    if shown == Shown::Full {
        appeal.record.person = store::person(connection, id)?;
    }
    Ok(appeal)
}

/// A slice of the register; nobody is named in it.
pub fn page(connection: &Connection, query: &AppealQuery, today: NaiveDate) -> Result<AppealPage, Problem> {
    store::page(connection, query, today)
}

/// Every appeal that matches, in order, with how many there are; nobody is named.
pub fn each(
    connection: &Connection,
    query: &AppealQuery,
    today: NaiveDate,
    each: &mut dyn FnMut(u32, Appeal) -> Result<(), Problem>,
) -> Result<(), Problem> {
    store::each(connection, query, today, each)
}

/// How many were raised in a year, by kind and month.
pub fn counts(connection: &Connection, year: i32) -> Result<Vec<AppealCount>, Problem> {
    store::counts(connection, year)
}

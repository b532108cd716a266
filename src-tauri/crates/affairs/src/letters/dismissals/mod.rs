//! Dismissals and discipline that the employer tells the union of (解除和处分通知工会): the notice, whether it came beforehand, what
//! is looked into, the union's written opinion, the employer's written answer, help for the worker. A mediation that comes of
//! it is led in its own room.

mod duties;
pub mod model;
pub mod papers;
mod rules;
mod senior;
pub(crate) mod store;
mod view;

pub use duties::duties;
pub(crate) use store::{REGISTER, SERIES};
pub use store::{found_by_reason, reason_tells_health, tells_health};
pub use view::{each, get, page, start};

use chrono::Datelike;
use law::LawBook;
use ledger::Tx;
use rusqlite::Connection;

use super::appeals::model::AppealKind;
use super::mediation;
use super::mediation::model::{MediationCaseId, MediationInput, MediationParty};
use super::place;
use super::rules::SupervisionLaw;
use super::store::AnswerDue;
use crate::Problem;
use crate::members;
use crate::office::text;
use crate::union;
use model::{
    DismissalAnswered, DismissalChecks, DismissalClosed, DismissalDelivered, DismissalHelped, DismissalId,
    DismissalInput, DismissalKind, DismissalOpinion, DismissalStance,
};

/// Whether the letter of a notice, or a file on it, may tell of health: by the reason, or by what was looked into. One whose kind
/// was corrected, or whose step was taken back, keeps what was written and attached before.
///
/// Errors: those of the ledger.
pub fn letter_tells_health(connection: &Connection, id: DismissalId) -> Result<bool, Problem> {
    Ok(reason_tells_health(connection, id)?
        || tells_health(connection, id)?
        || store::once_told_health(connection, id)?)
}

/// Keeps a notice, new or changed; a new one gets the next number of the year within the step. The name of one picked from
/// the roster is the roster's.
///
/// Errors: `bad_input` at its field; `not_found`.
pub fn save(tx: &Tx, input: &DismissalInput) -> Result<DismissalId, Problem> {
    let mut input = input.clone();
    if let Some(person) = input.person {
        (input.name, _) = members::store::name_and_sex(tx, person)?;
    }
    rules::check(&input, tx.today())?;
    let employer = match text(&input.employer) {
        Some(name) => name.to_owned(),
        None => union::store::union_record(tx)?.employer,
    };
    match input.id {
        Some(id) => {
            let kept = store::get(tx, id)?;
            if kept.opinion.is_some_and(|opinion| opinion.opined_on < input.received_on) {
                let message = "这份通知已经登记了工会的意见，收到的日期不能晚于研究的日期，请核对。";
                return Err(Problem::input("receivedOn", message));
            }
            store::save(tx, id, None, &input, &employer)?;
            Ok(id)
        }
        None => {
            let id = tx.new_id::<DismissalId>();
            let year = tx.today().year();
            store::save(tx, id, Some((year, REGISTER.next_serial(tx, year)?)), &input, &employer)?;
            Ok(id)
        }
    }
}

/// Puts a notice out of sight; its number stays used.
///
/// Errors: `refused` when the opinion on it was issued, for that is kept; `not_found`.
pub fn remove(tx: &Tx, id: DismissalId) -> Result<(), Problem> {
    if store::get(tx, id)?.issue.is_some() {
        let message = "这份通知的意见书已经印发，要留存，不能移除；不再办的，请登记办结。";
        return Err(Problem::new("refused", message));
    }
    REGISTER.remove(tx, id)
}

/// Keeps what was looked into; an item without an answer is taken back.
///
/// Errors: `not_found`.
pub fn save_checks(tx: &Tx, checks: &DismissalChecks) -> Result<(), Problem> {
    store::get(tx, checks.id)?;
    checks.answers.iter().try_for_each(|answer| store::set_check(tx, checks.id, answer))
}

/// Keeps the union's opinion, new or changed.
///
/// Errors: `bad_input` at its field, also while nobody has looked into whether the law protects the person; `refused` once it
/// was issued and now says that there is none; `not_found`.
pub fn save_opinion(tx: &Tx, book: &LawBook, opinion: &DismissalOpinion) -> Result<(), Problem> {
    let kept = store::get(tx, opinion.id)?;
    rules::check_opinion(opinion, kept.record.received_on, tx.today())?;
    let place = place(tx)?;
    let looks = view::looks(tx, SupervisionLaw { book, place: &place }, &kept, tx.today())?;
    rules::check_unchecked(opinion, &looks)?;
    if kept.delivered_on.is_some_and(|on| on < opinion.opined_on) {
        return Err(Problem::input("opinedOn", "意见书已经送达，研究的日期不能晚于送达的日期，请核对。"));
    }
    if kept.issue.is_some() && opinion.stance == DismissalStance::None {
        let message = "意见书已经印发，不能改成没有意见；单位改正了的，请登记答复和办结。";
        return Err(Problem::new("refused", message).at("stance"));
    }
    store::set_opinion(tx, opinion)
}

/// Keeps that the opinion was handed over on paper that was not issued here.
///
/// Errors: `bad_input` at its field; `refused` for one issued here, which its sending tells; `not_found`.
pub fn deliver(tx: &Tx, delivered: &DismissalDelivered) -> Result<(), Problem> {
    let kept = store::get(tx, delivered.id)?;
    let opinion = kept.opinion.filter(|opinion| opinion.stance == DismissalStance::Object);
    let opinion = opinion.ok_or_else(|| Problem::new("refused", "还没有写意见书，不能登记送达。"))?;
    if kept.issue.is_some() {
        let message = "这份意见书是在这里印发的，请在“发文”里登记发送和签收，送达的日期会自己过来。";
        return Err(Problem::new("refused", message));
    }
    rules::check_day("deliveredOn", delivered.delivered_on, opinion.opined_on, tx.today())?;
    rules::check_words("deliveredTo", &delivered.delivered_to, "请写单位的签收人。")?;
    store::set_delivered(tx, delivered)
}

/// Keeps the employer's answer with the day it was due by and the rule of that day.
///
/// Errors: `bad_input` at its field; `refused` before the opinion was handed over; `not_found`.
pub fn save_answer(tx: &Tx, book: &LawBook, answered: &DismissalAnswered) -> Result<(), Problem> {
    let kept = store::get(tx, answered.id)?;
    let Some(delivered) = kept.delivered_on else {
        let message = "意见书还没有登记送达，请先登记送达，再登记单位的答复。";
        return Err(Problem::new("refused", message));
    };
    rules::check_day("answeredOn", answered.answered_on, delivered, tx.today())?;
    rules::check_words("answer", &answered.answer, "请写单位是怎样答复的。")?;
    let place = place(tx)?;
    let due = match rules::answer_due(SupervisionLaw { book, place: &place }, &kept)? {
        Some((day, rule)) => AnswerDue {
            on: Some(day),
            pack: rule.is_some().then(|| book.version().to_owned()),
            rule: rule.map(|rule| rule.id),
        },
        None => AnswerDue::default(),
    };
    store::set_answered(tx, answered, &due)
}

/// Keeps what the worker wants help for.
///
/// Errors: `bad_input` at its field; `not_found`.
pub fn save_help(tx: &Tx, helped: &DismissalHelped) -> Result<(), Problem> {
    let kept = store::get(tx, helped.id)?;
    if helped.help == model::DismissalHelp::Arbitration && helped.known_on.is_none() {
        return Err(Problem::input(
            "knownOn",
            "请填本人知道被解除或者处分的日期，申请仲裁的时效从这一天算。",
        ));
    }
    if let Some(known) = helped.known_on {
        rules::check_day("knownOn", known, kept.record.received_on.min(known), tx.today())?;
    }
    store::set_help(tx, helped)
}

/// What a dispute over this notice is about.
fn topic(kind: DismissalKind) -> AppealKind {
    match kind {
        DismissalKind::Discipline => AppealKind::Discipline,
        DismissalKind::Fault | DismissalKind::NoFault | DismissalKind::Layoff => AppealKind::Contract,
    }
}

/// Opens a mediation case from a notice; nothing of it is typed again.
///
/// Errors: `refused` when one was opened already; `not_found`.
pub fn to_mediation(tx: &Tx, id: DismissalId) -> Result<MediationCaseId, Problem> {
    let kept = store::get(tx, id)?;
    if let Some((_, number)) = kept.mediation {
        return Err(Problem::new("refused", format!("这份通知已经开了{number}，请打开那一件继续办。")));
    }
    let record = kept.record;
    let what = if record.kind == DismissalKind::Discipline { "处分" } else { "解除劳动合同" };
    // Everybody reads the case: a reason that may tell of health stays in the notice.
    let facts = if record.kind.tells_health() {
        format!("单位通知{what}，单位说的理由见{}。", kept.number)
    } else {
        format!("单位以“{}”为由{what}。", record.reasons.trim_end_matches('。'))
    };
    let case = mediation::save(
        tx,
        &MediationInput {
            id: None,
            topic: topic(record.kind),
            person: record.person,
            worker: record.name,
            employer: record.employer,
            applicant: MediationParty::Worker,
            oral: true,
            talks_on: None,
            applied_on: Some(tx.today()),
            known_on: kept.known_on.or(Some(record.received_on)),
            facts,
            claims: format!("请求单位撤销{what}的决定。"),
            mediator: None,
        },
    )?;
    store::set_mediation(tx, id, case)?;
    Ok(case)
}

/// Keeps how it ended.
///
/// Errors: `bad_input` at its field; `refused` before the union made up its mind; `not_found`.
pub fn close(tx: &Tx, closed: &DismissalClosed) -> Result<(), Problem> {
    let kept = store::get(tx, closed.id)?;
    let Some(opinion) = &kept.opinion else {
        let message = "工会还没有研究提意见；没有意见的，也请先登记“没有意见”，再办结。";
        return Err(Problem::new("refused", message));
    };
    let after = kept.answered.as_ref().map_or(opinion.opined_on, |(on, ..)| *on);
    rules::check_day("closedOn", closed.closed_on, after, tx.today())?;
    rules::check_words("outcome", &closed.outcome, "请写最后的结果，例如“单位撤回，继续上班”。")?;
    store::set_closed(tx, closed)
}

//! Joining (入会): who applies, what the group says, what the committee approves; then the number, the card and the event.
//! What a paper of it says is `papers`', what is due `duties`'.

mod applicants;
mod duties;
mod lines;
pub mod model;
pub mod numbering;
pub mod papers;
pub(crate) mod rules;
pub(crate) mod store;

pub use applicants::{apply, read};
pub use duties::duties;
pub(crate) use rules::number_text;
pub use store::admission;

use chrono::NaiveDate;
use law::LawBook;
use ledger::Tx;
use rusqlite::Connection;

use crate::Problem;
use crate::members::dispatch;
use crate::members::ground::{self, Ground, Needs};
use crate::members::membership::model::{MembershipInput, MembershipKind};
use crate::members::{membership, store as people};
use crate::office::committee::decisions;
use crate::office::committee::decisions::model::{CiteDecision, DecisionAct};
use crate::typed::{short, text};
use crate::union;
use crate::union::model::Shown;
use model::{
    AdmissionId, Admit, Application, ApplicationId, ApplicationPage, ApplicationQuery, ApplicationStage,
    HandCards, RefuseApplication, SayOpinion, SomeApplications,
};

/// A slice of the applications, with what the rule of the place says of dispatched workers among them.
pub fn page(
    connection: &Connection,
    book: &LawBook,
    today: NaiveDate,
    query: &ApplicationQuery,
) -> Result<ApplicationPage, Problem> {
    let place = union::store::place(connection)?;
    Ok(ApplicationPage {
        dispatch: dispatch::joining(book, &place, today),
        ..store::page(connection, query)?
    })
}

/// An application that waits.
fn waiting(tx: &Tx, id: ApplicationId) -> Result<Application, Problem> {
    let application = store::get(tx, id)?;
    let done = match application.stage {
        ApplicationStage::Admitted => "批准",
        ApplicationStage::Refused => "退回",
        _ => return Ok(application),
    };
    Err(Problem::new("refused", format!("{}的入会申请已经{done}，不能再改。", application.name)))
}

/// Keeps that applications were signed by hand.
///
/// Errors: `refused` for one that does not wait; `not_found`.
pub fn sign(tx: &Tx, some: &SomeApplications) -> Result<(), Problem> {
    some.applications.iter().try_for_each(|id| {
        waiting(tx, *id)?;
        store::set_signed(tx, *id)
    })
}

/// Keeps what the group says of applications.
///
/// Errors: `bad_input` at its field; `refused` for one that does not wait; `not_found`.
pub fn say(tx: &Tx, say: &SayOpinion) -> Result<(), Problem> {
    say.applications.iter().try_for_each(|id| {
        let application = waiting(tx, *id)?;
        rules::check_opinion(&say.opinion, application.applied_on, tx.today())?;
        store::set_opinion(tx, *id, &say.opinion)
    })
}

/// Keeps that an application was refused, and why.
///
/// Errors: `bad_input` at its field; `refused` for one that does not wait; `not_found`.
pub fn refuse(tx: &Tx, refuse: &RefuseApplication) -> Result<(), Problem> {
    let application = waiting(tx, refuse.id)?;
    short("reason", &refuse.reason, 200)?;
    if refuse.reason.trim().is_empty() {
        return Err(Problem::input("reason", "请写明为什么退回，本人会问。"));
    }
    if refuse.on < application.applied_on || refuse.on > tx.today() {
        return Err(Problem::input("on", "退回的日期应在申请之后、今天以前，请核对。"));
    }
    store::set_refused(tx, refuse.id, refuse.on, refuse.reason.trim())
}

/// Puts an application out of sight that was entered by mistake.
///
/// Errors: `refused` for an approved one; `not_found`.
pub fn remove(tx: &Tx, id: ApplicationId) -> Result<(), Problem> {
    let application = store::get(tx, id)?;
    if application.stage == ApplicationStage::Admitted {
        let message = format!(
            "{}的入会申请已经批准，要留存，不能移除；会籍有变动的，请在本人的会籍里登记。",
            application.name
        );
        return Err(Problem::new("refused", message));
    }
    store::remove(tx, id)
}

/// Whether a removed application may come back: its person stands and has no other that waits.
pub(crate) fn may_return(connection: &Connection, id: &str) -> Result<(), Problem> {
    let person = store::person_of(connection, id)?;
    people::name_and_sex(connection, person)
        .map_err(|_| Problem::new("refused", "这份申请的本人已经移除，请先恢复本人。"))?;
    if store::has_waiting(connection, person)? {
        return Err(Problem::new("refused", "这个人后来另有一份申请在办，移除的这一份恢复不了。"));
    }
    Ok(())
}

/// Approves applications: each becomes a member on the day of the decision, with a number of the union. All or none.
///
/// Errors: `refused` with the rule without a decision or a paper; `incomplete` for one that lacks something; `refused` for
/// one who is a member already or does not wait; `bad_input` at its field; `not_found`.
pub fn admit(tx: &Tx, book: &LawBook, admit: &Admit, identity: Shown) -> Result<AdmissionId, Problem> {
    let place = union::store::place(tx)?;
    let rule = book.applies("members.join.procedure", &place, tx.today());
    let rule = rule.map(|ruling| ruling.winner.reference());
    if admit.applications.is_empty() {
        return Err(Problem::input("applications", "请先选要批准的申请。"));
    }
    let ground =
        Ground { decision: admit.decision, approved_on: admit.approved_on, late_entry: &admit.late_entry };
    let needs = Needs { sentence: "入会要由工会委员会审核批准", rule: rule.as_ref() };
    let (approved_on, late_entry) = ground::stands_on(tx, book, ground, needs)?;
    let id = tx.new_id::<AdmissionId>();
    store::insert_admission(tx, id, approved_on, late_entry)?;
    for application in &admit.applications {
        let one = waiting(tx, *application)?;
        if let Some(agreement) = admit.agreement.filter(|_| one.dispatched) {
            store::set_agreement(tx, one.id, agreement)?;
        }
        take_in((tx, book), one, (id, approved_on), rule.as_ref(), identity)?;
    }
    if let Some(decision) = admit.decision {
        decisions::cite(tx, &CiteDecision { decision, act: DecisionAct::Admission, of: id.to_string() })?;
    }
    Ok(id)
}

fn take_in(
    (tx, book): (&Tx, &LawBook),
    one: Application,
    (admission, approved_on): (AdmissionId, NaiveDate),
    rule: Option<&law::RuleRef>,
    identity: Shown,
) -> Result<(), Problem> {
    if !one.lacks.is_empty() {
        let message = format!("{}的入会申请还缺{}，补齐后再批准。", one.name, one.lacks.join("、"));
        let rule = rule.map(|rule| rule.short.clone());
        return Err(Problem { rule, ..Problem::new("incomplete", message).at("applications") });
    }
    if approved_on < one.applied_on {
        let message = format!(
            "{}是{}申请的，不能由更早的会批准；请核对两个日期。",
            one.name,
            one.applied_on.format("%Y年%-m月%-d日")
        );
        return Err(Problem::new("refused", message).at("applications"));
    }
    let event = MembershipInput {
        id: None,
        person: one.person,
        kind: MembershipKind::Joined,
        on: Some(approved_on.to_string()),
        reason: None,
        note: None,
        other_union: None,
        until: None,
    };
    let event = membership::save(tx, book, &event, identity).map_err(|why| {
        Problem { message: format!("{}：{}", one.name, why.message), ..why }.at("applications")
    })?;
    store::give_number(tx, one.person)?;
    store::set_admitted(tx, one.id, admission, event)
}

/// Keeps that the cards of an approval were handed out.
///
/// Errors: `bad_input` at `on`; `not_found`.
pub fn hand(tx: &Tx, hand: &HandCards) -> Result<(), Problem> {
    let standing = store::admission(tx, hand.id)?;
    if hand.on < standing.approved_on || hand.on > tx.today() {
        return Err(Problem::input("on", "发放的日期应在批准之后、今天以前，请核对。"));
    }
    store::set_handed(tx, hand.id, hand.on)
}

/// The text of a field that may stand empty, for the rooms of joining.
fn filled(value: &Option<String>) -> Option<String> {
    text(value).map(str::to_owned)
}

//! Leaving and moving: an expulsion, which stands on four things or is refused; the papers of transfer, retention, withdrawal
//! and expulsion; and what they make due. The events themselves are `membership`'s.

mod duties;
pub mod model;
pub mod papers;
pub(crate) mod store;

pub use duties::duties;

use law::{LawBook, RuleRef};
use ledger::Tx;

use crate::Problem;
use crate::members::ground::{self, Ground, Needs};
use crate::members::membership;
use crate::members::membership::model::{MembershipEventId, MembershipState};
use crate::office::committee::decisions;
use crate::office::committee::decisions::model::{CiteDecision, DecisionAct};
use crate::typed::short;
use crate::union;
use model::{ExpelInput, ExpulsionId};

/// What the rule asks for, refused at its field while it is missing.
fn needed(rule: Option<&RuleRef>, field: &str, what: &str) -> Problem {
    let message = format!("开除会籍要有小组讨论、委员会决定和生效的刑事判决，并报上一级工会：请写明{what}。");
    let problem = match rule {
        Some(rule) => Problem::refused(rule, message),
        None => Problem::new("refused", message),
    };
    problem.at(field)
}

/// Refuses an expulsion that lacks what it must stand on (工会章程: 工会小组讨论、基层委员会决定、刑事处罚、报上一级工会).
fn check(input: &ExpelInput, rule: Option<&RuleRef>, today: chrono::NaiveDate) -> Result<(), Problem> {
    for (field, text, what) in [
        ("court", &input.court, "作出判决的法院"),
        ("judgement", &input.judgement, "判决书的案号"),
        ("upper", &input.upper, "报哪个上一级工会"),
    ] {
        short(field, text, 100)?;
        if text.trim().is_empty() {
            return Err(needed(rule, field, what));
        }
    }
    let Some(judged_on) = input.judged_on else {
        return Err(needed(rule, "judgedOn", "判决生效的日期"));
    };
    let Some(group) = &input.group else {
        return Err(needed(rule, "group.on", "小组讨论的日期和意见"));
    };
    short("group.by", &group.by, 50)?;
    short("group.text", &group.text, 200)?;
    if group.by.trim().is_empty() {
        return Err(needed(rule, "group.by", "哪个小组讨论的"));
    }
    if group.text.trim().is_empty() {
        return Err(needed(rule, "group.text", "小组的意见"));
    }
    if judged_on > today {
        return Err(Problem::input("judgedOn", "判决生效的日期还没有到，请核对。"));
    }
    if group.on < judged_on {
        return Err(Problem::input("group.on", "小组讨论应在判决生效以后，请核对两个日期。"));
    }
    Ok(())
}

/// Expels a member on the day of the committee's decision.
///
/// Errors: `refused` with the rule for what it lacks; `refused` for one who is no member; `bad_input` at its field.
pub fn expel(tx: &Tx, book: &LawBook, input: &ExpelInput) -> Result<MembershipEventId, Problem> {
    let place = union::store::place(tx)?;
    let rule = book.applies("members.expulsion", &place, tx.today());
    let rule = rule.map(|ruling| ruling.winner.reference());
    if !matches!(
        membership::life(tx, input.person)?.state,
        MembershipState::Member | MembershipState::Retained
    ) {
        return Err(Problem::new("refused", "不是会员，不用开除会籍。").at("person"));
    }
    check(input, rule.as_ref(), tx.today())?;
    let ground =
        Ground { decision: input.decision, approved_on: input.approved_on, late_entry: &input.late_entry };
    let needs = Needs { sentence: "开除会籍要由工会委员会决定", rule: rule.as_ref() };
    let (decided_on, late_entry) = ground::stands_on(tx, book, ground, needs)?;
    if input.group.as_ref().is_some_and(|group| group.on > decided_on) {
        let message = "先由小组讨论，再由委员会决定；小组讨论的日期晚于委员会决定的日期，请核对。";
        return Err(Problem::input("group.on", message));
    }
    let event = membership::store::insert_expulsion(tx, input.person, decided_on)?;
    membership::judge(tx, input.person)?;
    store::insert(tx, tx.new_id::<ExpulsionId>(), event, input, late_entry)?;
    if let Some(decision) = input.decision {
        let of = input.person.to_string();
        decisions::cite(tx, &CiteDecision { decision, act: DecisionAct::Expulsion, of })?;
    }
    Ok(event)
}

//! What joining makes due: every application that waits, told together with those of the same day that wait for the same,
//! and cards that nobody was given. No law sets a day for them.

use chrono::NaiveDate;
use law::{LawBook, RuleRef};
use rusqlite::Connection;

use super::model::{Application, ApplicationStage};
use super::store;
use crate::Problem;
use crate::duty::{Band, Duty, DutyKind, Place, Whose};
use crate::union;

/// The page of joining.
const PAGE: &str = "joining";

/// Everything that waits.
pub fn duties(connection: &Connection, book: &LawBook, today: NaiveDate) -> Result<Vec<Duty>, Problem> {
    let place = union::store::place(connection)?;
    let rule = book.applies("members.join.procedure", &place, today).map(|ruling| ruling.winner.reference());
    let waiting = store::waiting(connection)?;
    let mut duties: Vec<Duty> = waiting
        .chunk_by(|one, next| one.applied_on == next.applied_on)
        .flat_map(|day| {
            let of = |stage| day.iter().filter(|one| one.stage == stage).collect::<Vec<_>>();
            [duty(&of(ApplicationStage::Signature), &rule), duty(&of(ApplicationStage::Approval), &rule)]
        })
        .flatten()
        .collect();
    for admission in store::without_cards(connection)? {
        let people = admission.people.len();
        let Some(first) = admission.people.first() else { continue };
        let at = Place {
            page: PAGE.to_owned(),
            id: Some(admission.id.to_string()),
            part: Some("admission".to_owned()),
        };
        let title = format!("发放{}的会员证，请本人签收", among(&first.name, people));
        let id = DutyKind::MembersCards.id(admission.id);
        let mut duty = Duty::undated(Band::NoDay, id, Whose::Union, title, at);
        duty.origin = format!("{}批准入会。", words(admission.approved_on));
        duty.rule.clone_from(&rule);
        duty.button = "去发放".to_owned();
        duties.push(duty);
    }
    Ok(duties)
}

fn duty(waiting: &[&Application], rule: &Option<RuleRef>) -> Option<Duty> {
    let first = *waiting.first()?;
    let who = among(&first.name, waiting.len());
    let (kind, part, title, button) = match first.stage {
        ApplicationStage::Signature => {
            (DutyKind::MembersSign, "sign", format!("请{who}在入会申请书上签名"), "去签名")
        }
        _ => (DutyKind::MembersApprove, "approve", format!("委员会审批{who}的入会申请"), "去审批"),
    };
    let place = Place { page: PAGE.to_owned(), id: Some(first.id.to_string()), part: Some(part.to_owned()) };
    let mut duty = Duty::undated(Band::Week, kind.id(first.id), Whose::Union, title, place);
    let short = waiting.iter().filter(|one| one.lacks.iter().any(|what| what.contains("号码"))).count();
    duty.origin = format!("{}申请入会。", words(first.applied_on));
    if short > 0 {
        duty.origin.push_str(&format!("其中{short}人还缺完整的证件号码。"));
    }
    duty.rule.clone_from(rule);
    duty.button = button.to_owned();
    Some(duty)
}

/// 王小明, or 王小明等25人.
fn among(first: &str, people: usize) -> String {
    if people == 1 { first.to_owned() } else { format!("{first}等{people}人") }
}

fn words(day: NaiveDate) -> String {
    day.format("%Y年%-m月%-d日").to_string()
}

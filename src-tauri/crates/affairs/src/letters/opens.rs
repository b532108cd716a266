//! Where the next step of a case leads, for the case's own page and for 今日 alike: what is a paper to print opens that paper
//! filled, what is to be entered opens its form, a receipt the register of what was sent.

use rusqlite::Connection;

use super::kinds::{INQUIRY, REFUSAL, paper_kind};
use super::model::{
    SupervisionAct, SupervisionCaseId, SupervisionEvent, SupervisionEventId, SupervisionEventKind,
    SupervisionLetterKind, SupervisionNext, SupervisionTodo,
};
use super::store;
use crate::Problem;
use crate::duty::Place;
use crate::office;

/// The page of this module.
pub(super) const PAGE: &str = "letters";

/// What is to be done, with what its button opens.
pub(super) fn with_place(
    connection: &Connection,
    id: SupervisionCaseId,
    todo: SupervisionTodo,
) -> Result<SupervisionNext, Problem> {
    let (place, button) = opens(connection, id, todo.act)?;
    Ok(SupervisionNext { todo, place, button: button.to_owned() })
}

/// What a duty's button opens, and what it says.
fn opens(
    connection: &Connection,
    id: SupervisionCaseId,
    act: SupervisionAct,
) -> Result<(Place, &'static str), Problem> {
    use SupervisionAct as Act;
    let form = |part: &str, button| {
        let place = Place { page: PAGE.to_owned(), id: Some(id.to_string()), part: Some(part.to_owned()) };
        (place, button)
    };
    let paper = |kind: &str, of: String, button| {
        let place = Place { page: "papers".to_owned(), id: Some(format!("{kind}@{of}")), part: None };
        (place, button)
    };
    let letter = |kind: SupervisionLetterKind, button| -> Result<(Place, &'static str), Problem> {
        let of = store::letter_id(connection, id, kind)?.map(|id| id.to_string()).unwrap_or_default();
        Ok(paper(&paper_kind(kind), of, button))
    };
    let serve = |kind: SupervisionLetterKind| -> Result<(Place, &'static str), Problem> {
        let kept = store::letters(connection, id)?.into_iter().find(|one| one.sent.kind == kind);
        Ok(match kept.and_then(|one| one.issue) {
            Some((issue, ..)) => {
                let part = Some("send".to_owned());
                let place = Place { page: "outgoing".to_owned(), id: Some(issue.to_string()), part };
                (place, "登记送达")
            }
            None => form(&format!("serve:{}", kind.code()), "登记送达"),
        })
    };
    Ok(match act {
        Act::Decide => form("event:accepted", "登记受理"),
        // What was issued is not printed again: that it was handed over is entered.
        Act::TellRefusal if !office::store::issues(connection, REFUSAL, &id.to_string())?.is_empty() => {
            form("event:told", "登记告知")
        }
        Act::TellRefusal => paper(REFUSAL, id.to_string(), "打印告知书"),
        Act::Inquire => form("event:inquired", "记调查笔录"),
        Act::SignInquiry => match unsigned_inquiry(connection, id)? {
            Some(event) => paper(INQUIRY, event.to_string(), "打印笔录"),
            None => form("event:inquired", "记调查笔录"),
        },
        Act::Talk => form("event:talked", "登记沟通"),
        Act::WriteReminder => form("letter:reminder", "写提示函"),
        Act::IssueReminder => letter(SupervisionLetterKind::Reminder, "看提示函")?,
        Act::ServeReminder => serve(SupervisionLetterKind::Reminder)?,
        Act::AnswerReminder => form("event:reminderAnswered", "登记答复"),
        Act::WriteOpinion => form("letter:opinion", "写意见书"),
        Act::IssueOpinion => letter(SupervisionLetterKind::Opinion, "看意见书")?,
        Act::ServeOpinion => serve(SupervisionLetterKind::Opinion)?,
        Act::AnswerOpinion => form("event:opinionAnswered", "登记答复"),
        Act::WriteRequest => form("letter:request", "写提请函"),
        Act::IssueRequest => letter(SupervisionLetterKind::Request, "看提请函")?,
        Act::ServeRequest => serve(SupervisionLetterKind::Request)?,
        Act::Recommend => form("event:recommended", "登记建议书"),
        Act::File => form("event:filed", "登记立案"),
        Act::Finish | Act::Settle => form("event:decided", "登记处理结果"),
        Act::Close => form("event:closed", "登记结案"),
        Act::TellInformer => form("event:told", "登记告知"),
    })
}

/// The first inquiry of a case whose record is not signed yet.
fn unsigned_inquiry(
    connection: &Connection,
    case: SupervisionCaseId,
) -> Result<Option<SupervisionEventId>, Problem> {
    let events = store::events(connection, case)?;
    let unsigned = |event: &&SupervisionEvent| {
        event.record.kind == SupervisionEventKind::Inquired && event.record.signed_on.is_none()
    };
    Ok(events.iter().find(unsigned).map(|event| event.id))
}

//! What supervision makes due: what is to be done now in every open case, as the case's own page says it. A duty that is a
//! paper to print opens that paper filled; one that is to be entered opens its form.

use chrono::NaiveDate;
use law::LawBook;
use rusqlite::Connection;

use super::model::{
    SupervisionAct, SupervisionCaseId, SupervisionLetterKind, SupervisionQuery, SupervisionTodo,
    SupervisionWhich,
};
use super::rules::{self, SupervisionLaw};
use super::store::{self, register};
use super::{papers, place, view};
use crate::Problem;
use crate::duty::{Band, Duty, Place};

/// The page of this module.
const PAGE: &str = "letters";

/// Everything due in the open cases.
pub fn duties(connection: &Connection, book: &LawBook, today: NaiveDate) -> Result<Vec<Duty>, Problem> {
    let at = place(connection)?;
    let law = SupervisionLaw { book, place: &at };
    let open = SupervisionQuery { which: Some(SupervisionWhich::Open), ..SupervisionQuery::default() };
    let mut duties = Vec::new();
    for id in register::ids(connection, &open, None)? {
        let (number, record, _) = store::head(connection, id)?;
        let course = store::course(connection, id)?;
        for todo in rules::todos(law, &course, today)? {
            let about = format!("{number}：{}", record.matter);
            duties.push(duty(connection, id, &about, todo, today)?);
        }
    }
    Ok(duties)
}

fn duty(
    connection: &Connection,
    id: SupervisionCaseId,
    about: &str,
    todo: SupervisionTodo,
    today: NaiveDate,
) -> Result<Duty, Problem> {
    let (place, button) = opens(connection, id, todo.act)?;
    let title = format!("{}（{about}）", todo.title);
    let name = format!("letters:{id}:{}", act_code(todo.act, todo.rule.is_some()));
    let duty = match todo.due {
        Some(due) => Duty::due(today, due, name, todo.whose, title, place),
        None => Duty::undated(Band::Week, name, todo.whose, title, place),
    };
    Ok(Duty {
        module: PAGE.to_owned(),
        origin: todo.origin,
        deadline: todo.deadline,
        rule: todo.rule,
        button: button.to_owned(),
        ..duty
    })
}

/// Two clocks of one act (部门处理) stand beside each other.
fn act_code(act: SupervisionAct, by_rule: bool) -> String {
    format!("{act:?}{}", if by_rule { ":rule" } else { "" })
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
        Ok(paper(&view::paper_kind(kind), of, button))
    };
    let serve = |kind: SupervisionLetterKind| -> Result<(Place, &'static str), Problem> {
        let kept = store::letters(connection, id)?.into_iter().find(|one| one.sent.kind == kind);
        Ok(match kept.and_then(|one| one.issue) {
            Some((issue, ..)) => {
                let part = Some("send".to_owned());
                let place = Place { page: "outgoing".to_owned(), id: Some(issue.to_string()), part };
                (place, "登记送达")
            }
            None => form(if kind == SupervisionLetterKind::Reminder { "serve:reminder" } else { "serve:opinion" }, "登记送达"),
        })
    };
    Ok(match act {
        Act::Decide => form("event:accepted", "登记受理"),
        Act::TellRefusal => paper(papers::REFUSAL, id.to_string(), "打印告知书"),
        Act::Inquire => form("event:inquired", "记调查笔录"),
        Act::SignInquiry => match papers::unsigned_inquiry(connection, id)? {
            Some(event) => paper(papers::INQUIRY, event.to_string(), "打印笔录"),
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
        Act::Recommend => form("event:recommended", "登记建议书"),
        Act::File => form("event:filed", "登记立案"),
        Act::Settle => form("event:decided", "登记处理结果"),
        Act::Close => form("event:closed", "登记结案"),
        Act::TellInformer => form("event:told", "登记告知"),
    })
}

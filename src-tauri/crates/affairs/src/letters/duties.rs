//! What supervision makes due: what is to be done now in every open case, as the case's own page says it. A duty that is a
//! paper to print opens that paper filled; one that is to be entered opens its form.

use chrono::NaiveDate;
use law::LawBook;
use rusqlite::Connection;

use super::model::{
    SupervisionAct, SupervisionCaseId, SupervisionNext, SupervisionQuery, SupervisionTodo, SupervisionWhich,
};
use super::opens::{PAGE, with_place};
use super::place;
use super::rules::{self, SupervisionLaw};
use super::store::{self, register};
use crate::Problem;
use crate::duty::{Band, Duty, DutyKind};

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
    let SupervisionNext { todo, place, button } = with_place(connection, id, todo)?;
    let title = format!("{}（{about}）", todo.title);
    let name = kind(todo.act).id(id);
    let duty = match todo.due {
        Some(due) => Duty::due(today, due, name, todo.whose, title, place),
        None => Duty::undated(Band::Week, name, todo.whose, title, place),
    };
    Ok(Duty {
        module: PAGE.to_owned(),
        origin: todo.origin,
        deadline: todo.deadline,
        rule: todo.rule,
        button,
        ..duty
    })
}

fn kind(act: SupervisionAct) -> DutyKind {
    use SupervisionAct as Act;
    match act {
        Act::Decide => DutyKind::SupervisionDecide,
        Act::TellRefusal => DutyKind::SupervisionTellRefusal,
        Act::Inquire => DutyKind::SupervisionInquire,
        Act::SignInquiry => DutyKind::SupervisionSignInquiry,
        Act::Talk => DutyKind::SupervisionTalk,
        Act::WriteReminder => DutyKind::SupervisionWriteReminder,
        Act::IssueReminder => DutyKind::SupervisionIssueReminder,
        Act::ServeReminder => DutyKind::SupervisionServeReminder,
        Act::AnswerReminder => DutyKind::SupervisionAnswerReminder,
        Act::WriteOpinion => DutyKind::SupervisionWriteOpinion,
        Act::IssueOpinion => DutyKind::SupervisionIssueOpinion,
        Act::ServeOpinion => DutyKind::SupervisionServeOpinion,
        Act::AnswerOpinion => DutyKind::SupervisionAnswerOpinion,
        Act::WriteRequest => DutyKind::SupervisionWriteRequest,
        Act::IssueRequest => DutyKind::SupervisionIssueRequest,
        Act::ServeRequest => DutyKind::SupervisionServeRequest,
        Act::Recommend => DutyKind::SupervisionRecommend,
        Act::File => DutyKind::SupervisionFile,
        Act::Finish => DutyKind::SupervisionFinish,
        Act::Settle => DutyKind::SupervisionSettle,
        Act::Close => DutyKind::SupervisionClose,
        Act::TellInformer => DutyKind::SupervisionTellInformer,
    }
}

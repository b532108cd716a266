//! What is to be done about a notice next, whose move it is and by when, until it is closed.

use chrono::NaiveDate;

use super::{asked, state};
use crate::Problem;
use crate::duty::{DutyKind, Place, Whose, day_words};
use crate::letters::dismissals::model::{
    DismissalHelp, DismissalInput, DismissalResult, DismissalState, OPINION,
};
use crate::letters::dismissals::store::Kept;
use crate::letters::rules::SupervisionLaw;
use crate::letters::todo::{RightsTodo, form, paper};

const PAGE: &str = "dismissals";

/// Everything that is to be done on a day, the first the next step.
pub fn todos(law: SupervisionLaw<'_>, kept: &Kept, today: NaiveDate) -> Result<Vec<RightsTodo>, Problem> {
    let id = &kept.id;
    let at = |part: &str| form(PAGE, id, part);
    let record = &kept.record;
    let asked = asked(record.kind);
    let mut todos = Vec::new();
    match state(kept) {
        DismissalState::Closed => {}
        DismissalState::Received => {
            let origin = record.planned_on.map_or_else(
                || "先核对事实和受保护的情形，再决定提不提意见。".to_owned(),
                |day| format!("单位打算在{}办，意见要赶在那以前提出。", day_words(day)),
            );
            let todo = RightsTodo::plain(
                DutyKind::DismissalStudy,
                Whose::Union,
                "研究单位的通知，决定提不提意见",
                origin,
                "研究提意见",
                at("opinion"),
            );
            todos.push(to_object(law, record, todo, today)?);
        }
        DismissalState::NoObjection => {
            let origin = "工会没有意见；把结果记下来，就可以办结。";
            todos.push(RightsTodo::plain(
                DutyKind::DismissalClose,
                Whose::Union,
                "登记最后的结果，办结",
                origin,
                "登记办结",
                at("close"),
            ));
        }
        DismissalState::Opined => todos.push(to_object(law, record, to_hand_over(kept), today)?),
        DismissalState::Delivered => {
            let received = kept.delivered_on.unwrap_or(today);
            let by = kept.opinion.as_ref().and_then(|opinion| opinion.answer_by);
            let origin = by.map_or_else(
                || "当地没有规定答复的天数，请催单位书面答复。".to_owned(),
                |day| format!("意见书上写明请在{}以前书面答复，这个日期是工会提出的。", day_words(day)),
            );
            let todo = RightsTodo::plain(
                DutyKind::DismissalAnswer,
                Whose::Employer,
                "研究工会的意见，书面通知处理结果",
                origin,
                "登记答复",
                at("answer"),
            );
            let todo = todo.by(law, asked.answer, ("union_objection_received", received), today)?;
            let todo = if todo.deadline.is_some() { todo } else { todo.until(by) };
            let overdue = todo.due.is_some_and(|due| due < today);
            todos.push(todo);
            if overdue {
                let origin =
                    "单位没有按期书面答复，问问职工要不要申请调解、仲裁；也可以登记为劳动法律监督的线索。";
                todos.push(RightsTodo::plain(
                    DutyKind::DismissalOverdue,
                    Whose::Union,
                    "单位逾期没有答复，问职工要什么帮助",
                    origin,
                    "登记帮助",
                    at("help"),
                ));
            }
        }
        DismissalState::Answered => {}
    }
    if kept.closed.is_none() {
        todos.extend(helping(law, kept, today)?);
    }
    if state(kept) == DismissalState::Answered {
        todos.extend(answered(law, kept, todos.is_empty(), today));
    }
    Ok(todos)
}

/// After the answer: the worker is asked what they want, unless it was withdrawn; closed once no help is on its way.
fn answered(law: SupervisionLaw<'_>, kept: &Kept, idle: bool, today: NaiveDate) -> Option<RightsTodo> {
    let at = |part: &str| form(PAGE, &kept.id, part);
    let went_on = kept.answered.as_ref().is_some_and(|(.., result)| *result != DismissalResult::Withdrawn);
    if kept.help.is_none() && went_on {
        let origin = "单位没有撤回。把答复告诉本人，问要不要工会帮助申请调解、仲裁。";
        let title = "告诉职工结果，问要什么帮助";
        let todo =
            RightsTodo::plain(DutyKind::DismissalTell, Whose::Union, title, origin, "登记帮助", at("help"));
        return Some(todo.ruled(law, "supervision.support", today));
    }
    let origin = "把最后的结果记下来，就可以办结。";
    let todo = RightsTodo::plain(
        DutyKind::DismissalClose,
        Whose::Union,
        "登记最后的结果，办结",
        origin,
        "登记办结",
        at("close"),
    );
    Some(todo).filter(|_| idle)
}

/// What the union does with an opinion until the employer has it, by the day of the place; the day that the employer means to
/// act on comes first where it is nearer.
fn to_object(
    law: SupervisionLaw<'_>,
    record: &DismissalInput,
    todo: RightsTodo,
    today: NaiveDate,
) -> Result<RightsTodo, Problem> {
    let origin = todo.origin.clone();
    let start = ("dismissal_notice_received", record.received_on);
    let mut todo = todo.by(law, asked(record.kind).opinion, start, today)?;
    if let Some(planned) = record.planned_on
        && todo.due.is_none_or(|due| planned < due)
    {
        if todo.deadline.take().is_some() {
            todo.origin = origin;
        }
        todo.due = Some(planned);
    }
    Ok(todo)
}

/// An opinion on its way: issued, then signed for.
fn to_hand_over(kept: &Kept) -> RightsTodo {
    let before = kept
        .record
        .planned_on
        .map(|day| format!("单位打算在{}办，要赶在那以前送到。", day_words(day)))
        .unwrap_or_default();
    match &kept.issue {
        Some((issue, number)) => {
            let place = Place {
                page: "outgoing".to_owned(),
                id: Some(issue.to_string()),
                part: Some("send".to_owned()),
            };
            let origin = format!("{number}已经印发，还没有登记单位签收；签收的日期是答复的起点。{before}");
            RightsTodo::plain(
                DutyKind::DismissalServe,
                Whose::Union,
                "送达意见书，取回送达回执",
                origin,
                "登记送达",
                place,
            )
        }
        None => {
            let origin = format!("意见书已经写好，核对后印发编号，请主席签字、盖章，送交单位。{before}");
            RightsTodo::plain(
                DutyKind::DismissalIssue,
                Whose::Union,
                "印发意见书",
                origin,
                "看意见书",
                paper(OPINION, &kept.id),
            )
        }
    }
}

/// What the union helps the worker with.
fn helping(law: SupervisionLaw<'_>, kept: &Kept, today: NaiveDate) -> Result<Option<RightsTodo>, Problem> {
    let at = |part: &str| form(PAGE, &kept.id, part);
    Ok(match (kept.help, kept.known_on) {
        (Some(DismissalHelp::Mediation), _) if kept.mediation.is_none() => {
            let origin = "本人要申请调解：由通知里的内容开一件调解，不用再填。";
            Some(RightsTodo::plain(
                DutyKind::DismissalMediation,
                Whose::Union,
                "帮职工申请调解",
                origin,
                "申请调解",
                at("mediation"),
            ))
        }
        (Some(DismissalHelp::Arbitration), Some(known)) => {
            let todo = RightsTodo::plain(
                DutyKind::DismissalArbitration,
                Whose::Union,
                "帮职工申请仲裁",
                "",
                "登记办结",
                at("close"),
            );
            Some(todo.by(law, "union.arbitration.limit", ("injury_known", known), today)?)
        }
        _ => None,
    })
}

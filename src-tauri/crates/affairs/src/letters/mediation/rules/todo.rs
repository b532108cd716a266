//! What is to be done in a case of mediation next, whose move it is and by when, until it is closed.

use chrono::NaiveDate;

use super::{Course, state};
use crate::Problem;
use crate::duty::{DutyKind, Whose, day_words};
use crate::letters::mediation::model::{AGREEMENT, CLOSING};
use crate::letters::mediation::model::{
    MediationCaseId, MediationEventKind as Kind, MediationParty, MediationState,
};
use crate::letters::rules::SupervisionLaw;
use crate::letters::todo::{RightsTodo, form, paper};

const PAGE: &str = "mediation";

/// Everything that is to be done on a day, the first the next step.
pub fn todos(
    law: SupervisionLaw<'_>,
    id: MediationCaseId,
    course: &Course,
    today: NaiveDate,
) -> Result<Vec<RightsTodo>, Problem> {
    let at = |part: &str| form(PAGE, &id, part);
    Ok(match state(course) {
        MediationState::Closed => Vec::new(),
        MediationState::Talking => talking(law, id, course, today)?,
        MediationState::Applied => {
            let applied = course.applied_on.unwrap_or(today);
            let (kind, place) = (DutyKind::MediationAccept, at("event:accepted"));
            let todo = RightsTodo::plain(kind, Whose::Union, "决定是否受理", "", "登记受理", place);
            vec![todo.by(law, "union.mediation.accept", ("mediation_applied", applied), today)?]
        }
        MediationState::Refused => {
            let todo = to_tell(DutyKind::MediationRefusal, id, course, "书面通知申请人不予受理", "");
            vec![todo.ruled(law, "union.mediation.refuse", today)]
        }
        MediationState::Accepted => vec![mediating(law, id, course, today)?],
        MediationState::Agreed => {
            let origin =
                "双方签名或者盖章，调解员签名，加盖调解委员会印章以后生效；签好了登记“协议签字盖章”。";
            let (button, place) = if course.issued {
                ("登记签字盖章", at("event:signed"))
            } else {
                ("打印协议书", paper(AGREEMENT, &id))
            };
            vec![RightsTodo::plain(
                DutyKind::MediationSign,
                Whose::Union,
                "调解协议书请双方签字、盖章",
                origin,
                button,
                place,
            )]
        }
        MediationState::Signed => signed(law, id, course, today)?,
        MediationState::Failed | MediationState::Withdrawn => {
            let why = "通知书写明申请仲裁的时效。";
            vec![to_tell(DutyKind::MediationClosing, id, course, "书面通知双方调解终止", why)]
        }
    })
}

/// The notice that it is over: printed and issued, then entered that both sides have it.
fn to_tell(kind: DutyKind, id: MediationCaseId, course: &Course, title: &str, why: &str) -> RightsTodo {
    let told = form(PAGE, &id, "event:told");
    let (origin, button, place) = if course.issued {
        ("通知书已经印发，当事人收到以后登记送达的日期。", "登记送达", told)
    } else {
        ("先印发通知书；送到以后登记“书面通知当事人”。", "打印通知书", paper(CLOSING, &id))
    };
    RightsTodo::plain(kind, Whose::Union, title, format!("{origin}{why}"), button, place)
}

/// Talks before mediation: the other side answers within its days, else it is taken not to want them.
fn talking(
    law: SupervisionLaw<'_>,
    id: MediationCaseId,
    course: &Course,
    today: NaiveDate,
) -> Result<Vec<RightsTodo>, Problem> {
    let change = || form(PAGE, &id, "change");
    if course.has(Kind::Answered) {
        let origin = "谈成了，登记协商达成和解；谈不成，要调解的填上收到申请的日期，不再申请的登记“协商不成，不再申请调解”。";
        let settled = form(PAGE, &id, "event:settled");
        let apply = "谈不成的，可以随时申请调解。";
        return Ok(vec![
            RightsTodo::plain(
                DutyKind::MediationTalks,
                Whose::Union,
                "跟着协商，登记结果",
                origin,
                "登记和解",
                settled,
            ),
            RightsTodo::plain(
                DutyKind::MediationApply,
                Whose::Union,
                "谈不成的，问职工要不要申请调解",
                apply,
                "登记申请",
                change(),
            ),
        ]);
    }
    let asked = course.talks_on.unwrap_or(today);
    let whose = if course.applicant == MediationParty::Worker { Whose::Employer } else { Whose::Union };
    let answered = form(PAGE, &id, "event:answered");
    let todo =
        RightsTodo::plain(DutyKind::MediationAnswer, whose, "回应协商的要求", "", "登记答复", answered);
    let todo = todo.by(law, "union.talks.silence", ("talks_requested", asked), today)?;
    let over = todo.due.is_some_and(|due| due < today);
    let mut todos = vec![todo];
    if over {
        let origin = "对方没有在期限内回应，视为不愿协商，可以申请调解：填上收到申请的日期；不申请的，登记“协商不成，不再申请调解”。";
        let title = "问职工要不要申请调解";
        let kind = DutyKind::MediationApply;
        todos.insert(0, RightsTodo::plain(kind, Whose::Union, title, origin, "登记申请", change()));
    }
    Ok(todos)
}

/// A mediation that runs: to its day, which both sides may agree to put off.
fn mediating(
    law: SupervisionLaw<'_>,
    id: MediationCaseId,
    course: &Course,
    today: NaiveDate,
) -> Result<RightsTodo, Problem> {
    let accepted = course.last(Kind::Accepted).map_or(today, |event| event.on);
    let met = course.has(Kind::Met);
    let (button, part) =
        if met { ("登记协议", "event:agreed") } else { ("登记调解会议", "event:met") };
    let todo = RightsTodo::plain(
        DutyKind::MediationEnd,
        Whose::Union,
        "调解，到期前结束",
        "",
        button,
        form(PAGE, &id, part),
    );
    let mut todo = todo.by(law, "union.mediation.end", ("mediation_accepted", accepted), today)?;
    if let Some(extended) = course.last(Kind::Extended)
        && let Some(until) = extended.until
    {
        todo.origin = format!("双方{}同意延期到{}。", day_words(extended.on), day_words(until));
        todo.due = Some(until);
        todo.deadline = None;
    }
    if todo.due.is_some_and(|due| due < today) {
        todo.title = "调解期限已过，登记结果或者双方同意的延期".to_owned();
        todo.button = "登记调解不成".to_owned();
        todo.place = form(PAGE, &id, "event:failed");
    }
    Ok(todo)
}

/// After an agreement was signed: the joint request for a review while it can be made, and what was promised.
fn signed(
    law: SupervisionLaw<'_>,
    id: MediationCaseId,
    course: &Course,
    today: NaiveDate,
) -> Result<Vec<RightsTodo>, Problem> {
    let on = course.last(Kind::Signed).map_or(today, |event| event.on);
    let mut todos = Vec::new();
    if !course.has(Kind::Reviewed) {
        let title = "提醒双方：可以共同申请仲裁审查";
        let todo = RightsTodo::plain(
            DutyKind::MediationReview,
            Whose::Union,
            title,
            "",
            "登记申请审查",
            form(PAGE, &id, "event:reviewed"),
        );
        let todo = todo.by(law, "union.mediation.review", ("mediation_agreement_effective", on), today)?;
        todos.extend(Some(todo).filter(|todo| todo.due.is_some_and(|due| due >= today)));
    }
    let until = course.last(Kind::Agreed).and_then(|event| event.until);
    let origin = until.map_or_else(
        || "协议没有写履行的日期，请问清楚有没有履行。".to_owned(),
        |day| format!("协议约定在{}以前履行。", day_words(day)),
    );
    let place = form(PAGE, &id, "event:performed");
    let kept = RightsTodo::plain(
        DutyKind::MediationPerform,
        Whose::Employer,
        "履行调解协议",
        origin,
        "登记履行",
        place,
    )
    .until(until);
    let over = until.is_some_and(|until| until < today);
    todos.push(kept);
    if over {
        let origin = "逾期没有履行的，可以申请仲裁；拖欠劳动报酬、工伤医疗费、经济补偿或者赔偿金的，职工可以凭协议书申请支付令。怎样处理，登记以后这一件就办完。";
        todos.push(RightsTodo::plain(
            DutyKind::MediationUnperformed,
            Whose::Union,
            "问职工要不要申请仲裁或者支付令",
            origin,
            "登记另行处理",
            form(PAGE, &id, "event:unperformed"),
        ));
    }
    Ok(todos)
}

//! What is to be done about a hazard next, whose move it is and by when, until it is closed, posted and reported. Danger to lives
//! stands first, whatever the papers wait for.

use chrono::NaiveDate;

use super::{Course, SafetyLaw, next_level, reply_due, state};
use crate::Problem;
use crate::duty::{DutyKind, Place, Whose, day_words};
use crate::letters::todo::{RightsTodo, form, paper};
use crate::safety::PAGE;
use crate::safety::kinds::{EVACUATION, PROPOSAL};
use crate::safety::model::{HazardAnswer, HazardEventKind as Kind, HazardId, HazardLevel, HazardState};

/// Everything that is to be done on a day, the first the next step.
pub fn todos(
    law: SafetyLaw<'_>,
    id: HazardId,
    course: &Course,
    today: NaiveDate,
) -> Result<Vec<RightsTodo>, Problem> {
    let mut todos = leaving(law, id, course, today);
    let next = match state(course) {
        HazardState::Registered => vec![graded(law, id, today)],
        HazardState::Graded => vec![proposing(law, id, course, today)],
        HazardState::Proposed => replying(law, id, course, today)?,
        HazardState::Replied => assuring(law, id, course, today),
        HazardState::Rectifying => rectifying(law, id, course, today),
        HazardState::Rectified => vec![simple(
            (DutyKind::HazardRecheck, Whose::Union),
            "复查，登记验收",
            "单位已经报告整改完成；由整改责任人以外的人到现场复查，照片前后对比。",
            ("登记验收", form(PAGE, &id, "event:passed")),
        )],
        HazardState::Passed => vec![simple(
            (DutyKind::HazardClose, Whose::Union),
            "销号",
            "验收合格，登记销号以后这件隐患就了结。",
            ("登记销号", form(PAGE, &id, "event:closed")),
        )],
        HazardState::Closed => {
            let post = simple(
                (DutyKind::HazardPost, Whose::Employer),
                "把整改的结果公示、通报职工",
                "公示可以打印，上面不写发现人。",
                ("登记公示", form(PAGE, &id, "event:posted")),
            );
            vec![post.ruled(law, "safety.hazards.inform", today)]
        }
        HazardState::Posted | HazardState::Done => Vec::new(),
    };
    todos.extend(next);
    todos.extend(reporting(law, id, course, today));
    Ok(todos)
}

/// One that no rule stands behind yet.
fn simple(
    (kind, whose): (DutyKind, Whose),
    title: &str,
    origin: impl Into<String>,
    (button, place): (&str, Place),
) -> RightsTodo {
    RightsTodo::plain(kind, whose, title, origin, button, place)
}

/// Where the receipt of an issued paper is entered, or of one that went another way.
fn serve(id: HazardId, issue: Option<crate::office::model::PaperId>, event: &str) -> Place {
    match issue {
        Some(issue) => form("outgoing", &issue, "send"),
        None => form(PAGE, &id, event),
    }
}

/// While lives are in danger: the proposal to leave, what the employer does at once, and whom to tell when it does nothing.
fn leaving(law: SafetyLaw<'_>, id: HazardId, course: &Course, today: NaiveDate) -> Vec<RightsTodo> {
    if !course.danger || course.last(Kind::Decided).is_some() || !course.open() {
        return Vec::new();
    }
    let Some(received) = course.evacuation.received_on else {
        let todo = match course.evacuation.issue {
            None => simple(
                (DutyKind::HazardEvacuate, Whose::Union),
                "建议组织职工撤离",
                "情况紧急的先口头建议，撤离建议书随后补送。",
                ("看撤离建议书", paper(EVACUATION, &id)),
            ),
            issue => simple(
                (DutyKind::HazardEvacuateServe, Whose::Union),
                "送达撤离建议书",
                "撤离建议书已经印发，还没有登记单位签收。",
                ("登记送达", serve(id, issue, "event:evacuation")),
            ),
        };
        return vec![todo.ruled(law, "safety.evacuation", today)];
    };
    let origin = format!("{}收到撤离建议。", day_words(received));
    let decide = simple(
        (DutyKind::HazardDecide, Whose::Employer),
        "对撤离建议立即作出处理",
        origin,
        ("登记处理", form(PAGE, &id, "event:decided")),
    );
    let mut todos = vec![decide.ruled(law, "safety.evacuation.decision", today)];
    // Where the place gives the union this way: not on the day itself, which is the employer's to decide at once.
    let told =
        course.events.iter().any(|event| event.level == Some(HazardLevel::Authority) && event.on >= received);
    if received < today && !told && law.rule("safety.evacuation.report", today).is_some() {
        let report = simple(
            (DutyKind::HazardAuthority, Whose::Union),
            "单位没有处理撤离建议，报告监管部门",
            "",
            ("登记报告", form(PAGE, &id, "event:escalated:authority")),
        );
        todos.push(report.ruled(law, "safety.evacuation.report", today));
    }
    todos
}

fn graded(law: SafetyLaw<'_>, id: HazardId, today: NaiveDate) -> RightsTodo {
    let grade = simple(
        (DutyKind::HazardGrade, Whose::Union),
        "分级：一般还是重大",
        "对照本行业的判定标准，拿不准的先问单位的安全管理人员。",
        ("分级", form(PAGE, &id, "change")),
    );
    grade.ruled(law, "safety.hazards.major_criteria", today)
}

/// The proposal: written, issued, handed over. What is put right at once needs none.
fn proposing(law: SafetyLaw<'_>, id: HazardId, course: &Course, today: NaiveDate) -> RightsTodo {
    let at_once = "当场就改好了的，直接登记“整改完成”。";
    let todo = match (course.written, course.proposal.issue) {
        (_, Some(issue)) => simple(
            (DutyKind::HazardServe, Whose::Union),
            "送达整改建议书",
            "整改建议书已经印发，还没有登记单位签收；答复的期限从签收算起。",
            ("登记送达", serve(id, Some(issue), "event:proposed")),
        ),
        (true, None) => simple(
            (DutyKind::HazardIssue, Whose::Union),
            "印发整改建议书",
            "整改建议已经写好，打印、编号以后送给单位。",
            ("看整改建议书", paper(PROPOSAL, &id)),
        ),
        (false, None) => simple(
            (DutyKind::HazardWrite, Whose::Union),
            "写整改建议",
            at_once,
            ("写整改建议", form(PAGE, &id, "proposal")),
        ),
    };
    todo.ruled(law, "safety.proposal", today)
}

/// The answer, by the limit that the union set itself; past it, somebody higher is asked.
fn replying(
    law: SafetyLaw<'_>,
    id: HazardId,
    course: &Course,
    today: NaiveDate,
) -> Result<Vec<RightsTodo>, Problem> {
    let received = course.proposal.received_on.unwrap_or(course.found_on);
    let answer = simple(
        (DutyKind::HazardReply, Whose::Employer),
        "研究答复整改建议",
        "",
        ("登记答复", form(PAGE, &id, "event:replied")),
    );
    let mut answer = answer.ruled(law, "safety.proposal.reply", today);
    let Some(deadline) = reply_due(law, received)? else { return Ok(vec![answer]) };
    let whose = if deadline.rule.layer == law::Layer::Own {
        "法律只写“及时”，这个期限是与单位约定的。"
    } else {
        "法律只写“及时”，没有规定天数；这个期限是建议，可以在“法规”里改成本单位约定的。"
    };
    answer.origin = format!("{}{whose}", deadline.explanation.sentence);
    let due = deadline.due;
    answer.due = Some(due);
    answer.deadline = Some(deadline);
    let asked = course.events.iter().any(|event| event.kind == Kind::Escalated && event.on > due);
    let level = next_level(course).map(|level| level.max(HazardLevel::Employer));
    Ok(match level {
        Some(level) if due < today && !asked => {
            let title = format!("单位没有按期答复，请{}督办", level.label());
            let chase = simple(
                (DutyKind::HazardChase, Whose::Union),
                &title,
                format!("答复应于{}以前。", day_words(due)),
                ("登记督办", form(PAGE, &id, &format!("event:escalated:{}", level.code()))),
            );
            vec![chase, answer]
        }
        _ => vec![answer],
    })
}

/// The five assurances; an employer that refuses gives none, and somebody higher is asked.
fn assuring(law: SafetyLaw<'_>, id: HazardId, course: &Course, today: NaiveDate) -> Vec<RightsTodo> {
    let replied = course.last(Kind::Replied);
    let refused = replied.filter(|event| event.answer == Some(HazardAnswer::Refused));
    let asked = |since: NaiveDate| {
        course.events.iter().any(|event| event.kind == Kind::Escalated && event.on >= since)
    };
    let mut todos = Vec::new();
    if let Some(refused) = refused
        && !asked(refused.on)
        && let Some(level) = next_level(course)
    {
        todos.push(escalate(id, level, "单位不采纳整改建议", "隐患还在，请上一级督办。"));
    }
    let origin = format!("五落实还缺{}。", course.lacking.join("、"));
    let assure = simple(
        (DutyKind::HazardAssure, Whose::Employer),
        "落实责任、措施、资金、时限、预案",
        origin,
        ("登记五落实", form(PAGE, &id, "assurances")),
    );
    todos.push(assure.ruled(law, "safety.hazards.system", today));
    todos
}

fn escalate(id: HazardId, level: HazardLevel, why: &str, origin: impl Into<String>) -> RightsTodo {
    let title = format!("{why}，升级到{}督办", level.label());
    simple(
        (DutyKind::HazardEscalate, Whose::Union),
        &title,
        origin,
        ("登记升级", form(PAGE, &id, &format!("event:escalated:{}", level.code()))),
    )
}

/// The rectification, by its day; past it somebody higher is asked, and again past the day that was given then.
fn rectifying(law: SafetyLaw<'_>, id: HazardId, course: &Course, today: NaiveDate) -> Vec<RightsTodo> {
    let due = course.deadline();
    let origin = match due {
        Some(due) => format!("整改的期限是{}。", day_words(due)),
        None => "还没有定整改的期限。".to_owned(),
    };
    let rectify = simple(
        (DutyKind::HazardRectify, Whose::Employer),
        "整改隐患",
        origin,
        ("登记整改完成", form(PAGE, &id, "event:rectified")),
    );
    let rectify = rectify.ruled(law, "safety.hazards.system", today).until(due);
    let Some(due) = due.filter(|due| *due < today) else { return vec![rectify] };
    let last = course.events.iter().rev().find(|event| event.kind == Kind::Escalated && event.on > due);
    let waits = last.is_some_and(|event| event.until.is_none_or(|until| until >= today));
    match next_level(course) {
        Some(level) if !waits => {
            let origin = format!("整改应于{}以前完成，还没有登记完成。", day_words(due));
            vec![escalate(id, level, "整改超期", origin), rectify]
        }
        _ => vec![rectify],
    }
}

/// A major hazard is reported in both places, whether it is rectified or not.
fn reporting(law: SafetyLaw<'_>, id: HazardId, course: &Course, today: NaiveDate) -> Vec<RightsTodo> {
    if !course.major() {
        return Vec::new();
    }
    let mut todos = Vec::new();
    if course.last(Kind::Reported).is_none() {
        todos.push(simple(
            (DutyKind::HazardReport, Whose::Employer),
            "把重大隐患报告监管部门",
            "条文只写“及时”，没有规定天数。",
            ("登记报告", form(PAGE, &id, "event:reported")),
        ));
    }
    if course.last(Kind::Congress).is_none() {
        todos.push(simple(
            (DutyKind::HazardCongress, Whose::Employer),
            "向职代会报告重大隐患的治理情况",
            "职代会安全报告可以从台账打印；闭会期间可以先向代表团（组）长联席会议报告。",
            ("登记报告", form(PAGE, &id, "event:congress")),
        ));
    }
    todos.into_iter().map(|todo| todo.ruled(law, "safety.hazards.major_report", today)).collect()
}

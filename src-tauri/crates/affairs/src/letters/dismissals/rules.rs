//! Pure decisions on a notice of dismissal or discipline: was the union told beforehand, what is looked into and what an
//! answer means, how far it has come, what is to be done next and by when. Numbers come from the law book by subject.

use chrono::NaiveDate;
use law::{Deadline, RuleRef};

use super::model::{
    DismissalAnswerItem, DismissalBeforehand, DismissalHelp, DismissalInput, DismissalItem, DismissalKind,
    DismissalLook, DismissalOpinion, DismissalResult, DismissalStance, DismissalState,
};
use super::papers::OPINION;
use super::senior::Senior;
use super::store::Kept;
use crate::Problem;
use crate::duty::{DutyKind, Place, Whose, day_words};
use crate::letters::rules::SupervisionLaw;
use crate::letters::todo::{RightsTodo, form, paper};
use crate::office::text;

const PAGE: &str = "dismissals";

/// What is asked of the law for a kind of notice: the subject of the notice beforehand, its event, the subjects of the union's
/// opinion and of the employer's answer.
struct Asked {
    notice: &'static str,
    event: &'static str,
    opinion: &'static str,
    answer: &'static str,
}

fn asked(kind: DismissalKind) -> Asked {
    match kind {
        DismissalKind::Discipline => Asked {
            notice: "union.discipline.notice",
            event: "discipline",
            opinion: "union.discipline.opinion",
            answer: "union.discipline.answer",
        },
        DismissalKind::Layoff => Asked {
            notice: "congress.layoff.explain",
            event: "layoff",
            opinion: "union.dismissal.objection",
            answer: "union.dismissal.answer",
        },
        DismissalKind::Fault | DismissalKind::NoFault => Asked {
            notice: "union.dismissal.notice",
            event: "dismissal",
            opinion: "union.dismissal.objection",
            answer: "union.dismissal.answer",
        },
    }
}

/// The subjects that a letter to the employer names beside what was found: its duty to tell beforehand and to answer, and of
/// discipline the union's right to an opinion. Of a dismissal that right is the answer's own article.
pub fn own_subjects(kind: DismissalKind) -> Vec<&'static str> {
    let asked = asked(kind);
    match kind {
        DismissalKind::Discipline => vec![asked.notice, asked.opinion, asked.answer],
        _ => vec![asked.notice, asked.answer],
    }
}

/// What the employer means to do, as a sentence says it.
pub fn act(kind: DismissalKind) -> &'static str {
    match kind {
        DismissalKind::Discipline => "给予处分",
        DismissalKind::Layoff => "列入裁减",
        DismissalKind::Fault | DismissalKind::NoFault => "解除劳动合同",
    }
}

/// Refuses a notice that says nothing, or whose days cannot be.
///
/// Errors: `bad_input` at its field.
pub fn check(input: &DismissalInput, today: NaiveDate) -> Result<(), Problem> {
    if input.name.trim().is_empty() {
        return Err(Problem::input("name", "请选择或者填写是哪一位职工。"));
    }
    if input.reasons.trim().is_empty() {
        return Err(Problem::input(
            "reasons",
            "请照通知写单位说的理由；单位没有说理由的，写“没有说明理由”。",
        ));
    }
    if input.received_on > today {
        return Err(Problem::input("receivedOn", "收到的日期还没有到，请核对。"));
    }
    Ok(())
}

/// Whom the law protects and nobody has looked into, in words.
pub fn unchecked(looks: &[DismissalLook]) -> Vec<String> {
    let open = looks.iter().filter(|look| !look.answer.item.is_ground() && look.answer.yes.is_none());
    open.map(|look| look.label.clone()).collect()
}

/// Refuses to have no objection while it was not looked into whether the law protects the person, unless that is said.
///
/// Errors: `bad_input` at `unchecked`.
pub fn check_unchecked(opinion: &DismissalOpinion, looks: &[DismissalLook]) -> Result<(), Problem> {
    let open = unchecked(looks);
    if opinion.stance == DismissalStance::Object || opinion.unchecked == Some(true) || open.is_empty() {
        return Ok(());
    }
    let message = format!(
        "受法律保护的情形还有{}项没有核对（{}），先核对了才能说没有意见；确实不用核对的，请勾选“没有核对，也不提意见”。",
        open.len(),
        open.join("；")
    );
    Err(Problem::input("unchecked", message))
}

/// Refuses an objection without what makes it one, or on a day that cannot be.
///
/// Errors: `bad_input` at its field.
pub fn check_opinion(
    opinion: &DismissalOpinion,
    received_on: NaiveDate,
    today: NaiveDate,
) -> Result<(), Problem> {
    if opinion.opined_on < received_on {
        return Err(Problem::input("opinedOn", "研究的日期早于收到通知的日期，请核对。"));
    }
    if opinion.opined_on > today {
        return Err(Problem::input("opinedOn", "研究的日期还没有到，请核对。"));
    }
    if opinion.answer_by.is_some_and(|day| day < opinion.opined_on) {
        return Err(Problem::input("answerBy", "请单位答复的日期早于意见书的日期，请核对。"));
    }
    if opinion.stance == DismissalStance::Object {
        for (field, words, message) in [
            ("findings", &opinion.findings, "请写查明的事实，一条一行，印在意见书上；先做核对，程序会填好。"),
            ("articles", &opinion.articles, "请写依据的条文，一条一行，印在意见书上。"),
            ("request", &opinion.request, "请写要求单位怎样做，例如“重新研究，不要解除劳动合同”。"),
        ] {
            if text(words).is_none() {
                return Err(Problem::input(field, message));
            }
        }
    }
    Ok(())
}

/// Refuses a day of what came later that lies before what it follows, or that has not come.
///
/// Errors: `bad_input` at its field.
pub fn check_day(field: &str, on: NaiveDate, after: NaiveDate, today: NaiveDate) -> Result<(), Problem> {
    if on < after {
        let message = format!("这个日期早于{}（前一步的日期），请核对。", day_words(after));
        return Err(Problem::input(field, message));
    }
    if on > today {
        return Err(Problem::input(field, "这个日期还没有到，请核对。"));
    }
    Ok(())
}

/// Refuses empty words.
///
/// Errors: `bad_input` at its field.
pub fn check_words(field: &str, words: &str, message: &str) -> Result<(), Problem> {
    if words.trim().is_empty() { Err(Problem::input(field, message)) } else { Ok(()) }
}

/// The item of a notice's rule that asks for writing.
const WRITTEN: &str = "written";

/// What the rule of the place on the notice itself says, as a letter names it, where the notice came by mouth and the rule
/// asks for writing.
fn only_spoken(law: SupervisionLaw<'_>, record: &DismissalInput) -> Option<String> {
    let ruling = law.book.applies(asked(record.kind).notice, law.place, record.received_on)?;
    let rule = ruling.winner;
    let asks = rule.items.iter().any(|item| item.key.as_deref() == Some(WRITTEN));
    (asks && !record.written).then(|| format!("《{}》{}", rule.instrument, rule.article))
}

/// Whether the union was told beforehand: by the clock of the place, else before the day itself; and in writing, where the
/// place asks for that.
pub fn beforehand(
    law: SupervisionLaw<'_>,
    record: &DismissalInput,
    today: NaiveDate,
) -> Result<DismissalBeforehand, Problem> {
    let asked = asked(record.kind);
    let rule = law.rule(asked.notice, record.received_on.min(today));
    let spoken = only_spoken(law, record)
        .map(|article| format!("通知是口头的，{article}要求书面通知，请单位补发书面通知。"));
    let Some(planned) = record.planned_on else {
        let said = law.book.applies(asked.notice, law.place, today).map(|ruling| ruling.winner.title.clone());
        let text = format!(
            "通知没有写打算哪天办，请问清楚。{}{}",
            said.map(|said| format!("{said}。")).unwrap_or_default(),
            spoken.as_deref().unwrap_or_default()
        );
        return Ok(DismissalBeforehand { text, in_time: spoken.map(|_| false), rule });
    };
    let received = day_words(record.received_on);
    let clock = law.clock(asked.notice, asked.event, planned)?;
    let (in_time, text) = match (&clock, &spoken) {
        (Some(deadline), Some(spoken)) => {
            (false, format!("{}工会{received}收到通知。{spoken}", deadline.explanation.sentence))
        }
        (Some(deadline), None) => {
            let in_time = record.received_on <= deadline.due;
            let said =
                if in_time { "是按期事先通知的" } else { "晚了，没有按期事先通知工会" };
            (in_time, format!("{}工会{received}收到通知，{said}。", deadline.explanation.sentence))
        }
        (None, _) => {
            let in_time = record.received_on < planned;
            let said = if in_time { "是事先通知的" } else { "不是事先通知" };
            let spoken = spoken.as_deref().unwrap_or_default();
            let text =
                format!("工会{received}收到通知，单位打算在{}办，{said}。{spoken}", day_words(planned));
            (in_time && spoken.is_empty(), text)
        }
    };
    let rule = clock.map(|deadline| deadline.rule).or(rule);
    Ok(DismissalBeforehand { text, in_time: Some(in_time), rule })
}

/// What is wrong with the notice itself, as a letter tells the employer: told too late, told by mouth alone.
pub fn notice_faults(
    law: SupervisionLaw<'_>,
    record: &DismissalInput,
    today: NaiveDate,
) -> Result<Vec<String>, Problem> {
    let mut faults = Vec::new();
    let asked = asked(record.kind);
    if let Some(planned) = record.planned_on {
        let due = law.clock(asked.notice, asked.event, planned)?.map(|deadline| deadline.due);
        let late = due.map_or(record.received_on >= planned, |due| record.received_on > due);
        if late && let Some(ruling) = law.book.applies(asked.notice, law.place, today) {
            let rule = ruling.winner;
            faults.push(format!(
                "你单位打算在{}{}，{}才通知我会，不符合《{}》{}的规定：{}",
                day_words(planned),
                act(record.kind),
                day_words(record.received_on),
                rule.instrument,
                rule.article,
                rule.title
            ));
        }
    }
    if let Some(article) = only_spoken(law, record) {
        faults.push(format!("你单位只是口头通知我会，没有书面写明理由，不符合{article}的规定"));
    }
    Ok(faults)
}

/// What an answer that raises something says in a letter to the employer, as one sentence.
pub fn finding(look: &DismissalLook) -> String {
    let note = look.answer.note.as_deref();
    let ground = |lacks: &str, or: &str| match note {
        Some(note) => format!("{lacks}：{note}"),
        None => format!("{lacks}{or}"),
    };
    let with_note =
        |words: String| format!("{words}{}", note.map(|note| format!("（{note}）")).unwrap_or_default());
    match look.answer.item {
        DismissalItem::Facts => ground("你单位所说的理由事实依据不足", "，或者没有听取本人的说明"),
        DismissalItem::Rules => {
            ground("你单位依据的规章制度没有经过民主程序，或者没有公示、告知职工", "，不能作为依据")
        }
        DismissalItem::Activity => with_note(format!("这次处理{}", look.label)),
        _ => with_note(format!("本人{}", look.label)),
    }
}

/// What the ledger knows of the person.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Known {
    /// Of a man nothing about pregnancy is asked.
    pub is_man: bool,
    /// 工会主席, 工会委员会委员 …
    pub offices: Vec<String>,
    /// For the workers' side of which talks they stand: 2026年度工资集体协商 …
    pub talks: Vec<String>,
    /// Long service near retirement, where the roster tells it.
    pub senior: Option<Senior>,
}

/// The subject of the rule behind an item.
fn subject(item: DismissalItem) -> Option<&'static str> {
    Some(match item {
        DismissalItem::Facts => return None,
        DismissalItem::Rules => "congress.rules.publication",
        DismissalItem::Exposure
        | DismissalItem::Injured
        | DismissalItem::Medical
        | DismissalItem::Women
        | DismissalItem::Senior => "union.dismissal.barred",
        DismissalItem::Officer => "union.officer.contract.part_time",
        DismissalItem::Representative => "negotiation.protection.contract_extended",
        DismissalItem::Activity => "union.reprisal",
    })
}

/// What an answer means for this kind of notice. The five of 劳动合同法第四十二条 bar a dismissal without fault and a lay-off, and
/// not one by fault.
fn warning(kind: DismissalKind, answer: &DismissalAnswerItem) -> Option<String> {
    use DismissalItem as Item;
    let yes = answer.yes?;
    if answer.item.is_ground() {
        return (!yes).then(|| match answer.item {
            Item::Facts => "事实不清或者没有证据，可以请单位查清以后再研究。".to_owned(),
            _ => "规章制度没有经过民主程序或者没有公示，不能作为依据，可以提出意见。".to_owned(),
        });
    }
    if !yes {
        return None;
    }
    let discipline = kind == DismissalKind::Discipline;
    Some(match answer.item {
        Item::Exposure | Item::Injured | Item::Medical | Item::Women | Item::Senior => match kind {
            DismissalKind::NoFault | DismissalKind::Layoff => {
                "法律规定不得这样解除，工会应当要求纠正。".to_owned()
            }
            DismissalKind::Fault => {
                "受保护的职工，只有本人确有法定的过失才能解除；请把事实核得更严。".to_owned()
            }
            DismissalKind::Discipline => "受保护的职工，处分不能变成变相解除。".to_owned(),
        },
        Item::Officer | Item::Representative if discipline => {
            "履职期间受保护，请核对处分是不是因为履职。".to_owned()
        }
        Item::Officer | Item::Representative => {
            "履职期间劳动合同受保护，除本人有严重过失等法定情形外不得解除。".to_owned()
        }
        _ => "不得因为参加工会活动或者履行工会职责解除劳动合同、打击报复，工会应当要求纠正。".to_owned(),
    })
}

/// Whether the rule behind an item stands against what the employer means to do: what protects a worker's health and old age bars
/// no dismissal by fault and no discipline (劳动合同法第四十二条 names articles 40 and 41 alone).
pub fn is_barred_by_law(kind: DismissalKind, item: DismissalItem) -> bool {
    use DismissalItem as Item;
    let protects_the_weak =
        matches!(item, Item::Exposure | Item::Injured | Item::Medical | Item::Women | Item::Senior);
    !(protects_the_weak && matches!(kind, DismissalKind::Fault | DismissalKind::Discipline))
}

/// The list of what is looked into, with its answers.
pub fn looks(
    law: SupervisionLaw<'_>,
    kind: DismissalKind,
    known: &Known,
    answers: &[DismissalAnswerItem],
    today: NaiveDate,
) -> Vec<DismissalLook> {
    let asked = DismissalItem::ALL.iter().filter(|item| !(**item == DismissalItem::Women && known.is_man));
    asked
        .map(|item| {
            let none = DismissalAnswerItem { item: *item, yes: None, note: None };
            let mut answer = answers.iter().find(|one| one.item == *item).cloned().unwrap_or(none);
            let senior = known.senior.as_ref().filter(|_| *item == DismissalItem::Senior);
            if let Some(senior) = senior {
                answer.yes = Some(senior.yes);
            }
            let ruling = subject(*item).and_then(|subject| law.book.applies(subject, law.place, today));
            let rule = ruling.as_ref().map(|ruling| ruling.winner.reference());
            let says = ruling.map(|ruling| {
                let own = ruling.winner.items.iter().find(|one| one.key.as_deref() == Some(item.code()));
                own.map_or_else(
                    || ruling.winner.title.clone(),
                    |one| format!("{}：{}", ruling.winner.title, one.text),
                )
            });
            let offices = match item {
                DismissalItem::Officer => told("账本里登记是", &known.offices, ""),
                DismissalItem::Representative => told("账本里登记是", &known.talks, "的职工方协商代表"),
                _ => None,
            };
            DismissalLook {
                label: item.label().to_owned(),
                warning: warning(kind, &answer),
                covered: false,
                known: senior.map(|senior| senior.text.clone()).or(offices),
                settled: senior.is_some(),
                says,
                rule,
                answer,
            }
        })
        .collect()
}

/// What the ledger holds of somebody's offices; none where it holds nothing.
fn told(before: &str, what: &[String], after: &str) -> Option<String> {
    (!what.is_empty()).then(|| format!("{before}{}{after}", what.join("、")))
}

/// How far a notice has come.
pub fn state(kept: &Kept) -> DismissalState {
    if kept.closed.is_some() {
        return DismissalState::Closed;
    }
    match &kept.opinion {
        None => DismissalState::Received,
        Some(opinion) if opinion.stance == DismissalStance::None => DismissalState::NoObjection,
        Some(_) if kept.answered.is_some() => DismissalState::Answered,
        Some(_) if kept.delivered_on.is_some() => DismissalState::Delivered,
        Some(_) => DismissalState::Opined,
    }
}

/// The clock of the employer's answer, where the place sets one; it runs from the receipt of the opinion.
pub fn answer_clock(
    law: SupervisionLaw<'_>,
    kind: DismissalKind,
    received_on: NaiveDate,
) -> Result<Option<Deadline>, Problem> {
    law.clock(asked(kind).answer, "union_objection_received", received_on)
}

/// The last day for the answer and the rule that sets it; none before the opinion was received, or where nobody named one.
pub fn answer_due(
    law: SupervisionLaw<'_>,
    kept: &Kept,
) -> Result<Option<(NaiveDate, Option<RuleRef>)>, Problem> {
    let Some(received) = kept.delivered_on else { return Ok(None) };
    Ok(match answer_clock(law, kept.record.kind, received)? {
        Some(deadline) => Some((deadline.due, Some(deadline.rule))),
        None => kept.opinion.as_ref().and_then(|opinion| opinion.answer_by).map(|day| (day, None)),
    })
}

/// The clock of the union's opinion, where the place sets one.
pub fn opinion_clock(law: SupervisionLaw<'_>, record: &DismissalInput) -> Result<Option<Deadline>, Problem> {
    law.clock(asked(record.kind).opinion, "dismissal_notice_received", record.received_on)
}

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

#[cfg(test)]
#[path = "rules_tests.rs"]
mod tests;

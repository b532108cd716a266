//! Which rung of the ladder of a refusal is reached: reminded, warned by the union's supervision, reported to the upper union,
//! an order asked for or coordination applied for. It is read off the acts that were recorded, the furthest of them counts, so
//! that any rung may be passed over and any act taken back. Pure; which law gives a rung stands in the packs.

use chrono::NaiveDate;

use super::model::{CorrectionOrder, RefusalRungKind, RefusalRungState};
use crate::Problem;
use crate::negotiation::dispute::rules::Extension;
use crate::negotiation::model::{EventKind, Meeting, Offer, Reply, ReplyKind, Side};
use crate::office::short;

/// A reminder that went out (催告函).
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Demanded {
    /// When.
    pub on: NaiveDate,
    /// The last day for its answer: the one that it names, else that of the place's law or of the advice.
    pub answer_by: NaiveDate,
}

/// The letter of reminder of the union's supervision (提示函).
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Warned {
    /// Its case stands, the letter is not out.
    Drafted,
    /// It went out.
    Out {
        /// When.
        on: NaiveDate,
        /// The last day for its answer, once it is known.
        answer_by: Option<NaiveDate>,
        /// The answer: when, and whether it puts things right.
        answered: Option<(NaiveDate, bool)>,
    },
}

/// What was done about a refusal, as it was recorded.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Acts {
    /// 催告.
    pub demanded: Option<Demanded>,
    /// 提示函.
    pub warned: Option<Warned>,
    /// 报告上级工会.
    pub reported: Option<NaiveDate>,
    /// 申请协调处理.
    pub applied: Option<NaiveDate>,
    /// 受理协调处理.
    pub accepted: Option<NaiveDate>,
    /// 延长协调处理.
    pub extended: Option<Extension>,
    /// 责令改正, asked for or made.
    pub order: Option<CorrectionOrder>,
}

/// The next move in talks that stand still.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Remedy {
    /// Remind the other side in writing.
    Demand,
    /// The other side answers the reminder, by this day.
    AnswerDemand(NaiveDate),
    /// Write the letter of reminder.
    Warn,
    /// The letter is on its way; its own case says what is next.
    Warning,
    /// The other side answers the letter, by this day.
    AnswerWarning(NaiveDate),
    /// The letter was answered, and things put right: the new reply is to be entered.
    Reply,
    /// Report to the upper union.
    Report,
    /// Ask the labour department in writing to coordinate.
    Apply,
    /// The department takes the application up; asked on this day.
    TakeUp(NaiveDate),
    /// The department coordinates; taken up on this day.
    Coordinate(NaiveDate),
}

impl Remedy {
    /// The event that records this move as made; none where it is made elsewhere or by others.
    pub fn event(self) -> Option<EventKind> {
        match self {
            Remedy::Demand => Some(EventKind::Reminded),
            Remedy::Warn => Some(EventKind::Warned),
            Remedy::Report => Some(EventKind::Reported),
            Remedy::Apply => Some(EventKind::Applied),
            Remedy::TakeUp(_) => Some(EventKind::Accepted),
            Remedy::AnswerDemand(_)
            | Remedy::Warning
            | Remedy::AnswerWarning(_)
            | Remedy::Reply
            | Remedy::Coordinate(_) => None,
        }
    }

    /// Whose move it is, in words.
    pub fn whose(self) -> &'static str {
        match self {
            Remedy::Demand
            | Remedy::Warn
            | Remedy::Warning
            | Remedy::Reply
            | Remedy::Report
            | Remedy::Apply => "我办",
            Remedy::AnswerDemand(_) | Remedy::AnswerWarning(_) => "企业办",
            Remedy::TakeUp(_) | Remedy::Coordinate(_) => "上级办",
        }
    }

    /// The move, as one phrase.
    pub fn words(self) -> &'static str {
        match self {
            Remedy::Demand => "发出催告函",
            Remedy::AnswerDemand(_) => "答复催告函",
            Remedy::Warn => "发出劳动法律监督提示函",
            Remedy::Warning => "印发、送达提示函",
            Remedy::AnswerWarning(_) => "答复提示函",
            Remedy::Reply => "登记对方新的答复",
            Remedy::Report => "向上级工会报告",
            Remedy::Apply => "书面申请人社部门协调处理",
            Remedy::TakeUp(_) => "人社部门受理协调处理申请",
            Remedy::Coordinate(_) => "人社部门协调处理的结果",
        }
    }
}

/// Talks that the other side keeps from beginning.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Stuck {
    /// Refused in words; else the reply lapsed.
    pub refused: bool,
    /// The day of the refusal, or the first day after the reply was due.
    pub since: NaiveDate,
    /// What comes next.
    pub next: Remedy,
}

/// Whether our offer was refused, or not answered in time, and no meeting has been held since; and what comes next.
pub fn stuck(
    offer: Option<&Offer>,
    reply: Option<&Reply>,
    meetings: &[Meeting],
    acts: &Acts,
    today: NaiveDate,
) -> Option<Stuck> {
    let offer = offer.filter(|offer| offer.by == Side::Workers)?;
    let (refused, since) = match reply {
        Some(reply) if reply.kind == ReplyKind::Refused => (true, reply.replied_on),
        Some(_) => return None,
        None => (false, offer.reply_deadline.as_ref()?.due.succ_opt().filter(|day| *day <= today)?),
    };
    if meetings.iter().any(|meeting| meeting.record.held_on >= since) {
        return None;
    }
    Some(Stuck { refused, since, next: next(acts, today) })
}

fn next(acts: &Acts, today: NaiveDate) -> Remedy {
    if let Some(on) = acts.accepted {
        return Remedy::Coordinate(on);
    }
    if let Some(on) = acts.applied {
        return Remedy::TakeUp(on);
    }
    if acts.reported.is_some() || acts.order.is_some() {
        return Remedy::Apply;
    }
    match (acts.warned, acts.demanded) {
        (Some(Warned::Drafted), _) => Remedy::Warning,
        (Some(Warned::Out { answered: Some((_, true)), .. }), _) => Remedy::Reply,
        (Some(Warned::Out { answered: None, answer_by: Some(day), .. }), _) if today <= day => {
            Remedy::AnswerWarning(day)
        }
        (Some(Warned::Out { .. }), _) => Remedy::Report,
        (None, Some(demanded)) if today <= demanded.answer_by => Remedy::AnswerDemand(demanded.answer_by),
        (None, Some(_)) => Remedy::Warn,
        (None, None) => Remedy::Demand,
    }
}

/// The rungs with how each stands, the day it was done and the last day for what it asks.
pub fn rungs(
    acts: &Acts,
    next: Remedy,
) -> Vec<(RefusalRungKind, RefusalRungState, Option<NaiveDate>, Option<NaiveDate>)> {
    use RefusalRungKind as Kind;
    use RefusalRungState as State;
    let order = acts.order.as_ref();
    let (warned_on, warned_until) = match acts.warned {
        Some(Warned::Out { on, answer_by, .. }) => (Some(on), answer_by),
        Some(Warned::Drafted) | None => (None, None),
    };
    let ordered = order.and_then(|order| order.ordered_on);
    let all = [
        (Kind::Demand, acts.demanded.map(|one| one.on), acts.demanded.map(|one| one.answer_by)),
        (Kind::Warning, warned_on, warned_until),
        (Kind::Report, acts.reported, None),
        (Kind::Order, ordered.or(order.map(|one| one.asked_on)), order.and_then(|one| one.correct_by)),
        (Kind::Coordination, acts.accepted.or(acts.applied), None),
    ];
    // The last two stand beside each other: both are open once the upper union knows.
    let last = all[..3].iter().rposition(|(_, on, _)| on.is_some());
    let later = all[3..].iter().any(|(_, on, _)| on.is_some());
    let mut told = Vec::new();
    for (at, (kind, on, until)) in all.into_iter().enumerate() {
        let now = match (kind, next) {
            (Kind::Demand, Remedy::Demand) | (Kind::Report, Remedy::Report) => true,
            (Kind::Warning, Remedy::Warn | Remedy::Warning | Remedy::Reply) => true,
            (Kind::Order, Remedy::Apply) => order.is_none(),
            (Kind::Coordination, Remedy::Apply) => true,
            _ => false,
        };
        let waiting = match (kind, next) {
            (Kind::Demand, Remedy::AnswerDemand(_)) | (Kind::Warning, Remedy::AnswerWarning(_)) => true,
            (Kind::Order, _) => order.is_some(),
            (Kind::Coordination, Remedy::TakeUp(_) | Remedy::Coordinate(_)) => true,
            _ => false,
        };
        let passed = at < 3 && (later || last.is_some_and(|last| at < last));
        let state = match on {
            _ if now => State::Now,
            _ if waiting => State::Waiting,
            Some(_) => State::Done,
            None if passed => State::Passed,
            None => State::Next,
        };
        told.push((kind, state, on, until));
    }
    told
}

/// Refuses an order that cannot be: no department, made before it was asked for, a term that ended before it began.
///
/// Errors: `bad_input` at its field.
pub fn check_order(
    order: &CorrectionOrder,
    since: Option<NaiveDate>,
    today: NaiveDate,
) -> Result<(), Problem> {
    short("department", &order.department, 100)?;
    for (field, value, most) in
        [("number", &order.number, 100), ("note", &order.note, 2000), ("lateEntry", &order.late_entry, 200)]
    {
        short(field, value.as_deref().unwrap_or_default(), most)?;
    }
    if order.department.trim().is_empty() {
        return Err(Problem::input("department", "请填写向哪个部门提请的，例如“县人力资源和社会保障局”。"));
    }
    if order.asked_on > today {
        return Err(Problem::input("askedOn", "日期还没有到，请在提请以后登记。"));
    }
    let late = crate::office::text(&order.late_entry).is_some();
    if let Some(since) = since.filter(|since| order.asked_on < *since && !late) {
        let since = crate::duty::day_words(since);
        let message =
            format!("提请的日期早于对方拒绝或者逾期的{since}，请核对；据纸面材料补录的，请写明理由。");
        return Err(Problem::input("askedOn", message));
    }
    match order.ordered_on {
        None if order.correct_by.is_some() || order.number.is_some() => {
            Err(Problem::input("orderedOn", "填了改正的期限或者文号，还要填责令改正的日期。"))
        }
        Some(ordered) if ordered > today => {
            Err(Problem::input("orderedOn", "日期还没有到，请在收到责令改正的文书以后登记。"))
        }
        Some(ordered) if ordered < order.asked_on => {
            Err(Problem::input("orderedOn", "责令改正的日期早于提请的日期，请核对。"))
        }
        Some(ordered) if order.correct_by.is_some_and(|by| by < ordered) => {
            Err(Problem::input("correctBy", "改正的期限早于责令改正的日期，请核对。"))
        }
        _ => Ok(()),
    }
}

#[cfg(test)]
#[path = "rules_tests.rs"]
mod tests;

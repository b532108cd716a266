//! Where talks stand that both sides agreed to and that came to no contract: the time of the whole talk ran out, coordination was
//! applied for, taken up, made longer, ended. Read off the acts that were recorded. Pure; which law gives a term stands in the packs.

use chrono::NaiveDate;

use crate::negotiation::model::{Event, EventKind, Meeting, Reply, ReplyKind};

/// A coordination that was made longer.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Extension {
    /// The last day that the department named; none where it named none.
    pub until: Option<NaiveDate>,
}

/// What was done about a dispute, as it was recorded.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Acts {
    /// 申请协调处理.
    pub applied: Option<NaiveDate>,
    /// 受理协调处理.
    pub accepted: Option<NaiveDate>,
    /// 延长协调处理.
    pub extended: Option<Extension>,
    /// 协调处理结束.
    pub coordinated: Option<NaiveDate>,
}

/// The next move in a dispute.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Move {
    /// Ask the labour department in writing to coordinate.
    Apply,
    /// Nobody asked in the time that the law of the place gives for it.
    NotApplied,
    /// The department takes the application up; asked on this day.
    TakeUp(NaiveDate),
    /// The department coordinates; taken up on this day.
    Coordinate(NaiveDate, Option<Extension>),
    /// The coordination ended on this day: what came of it is to be entered.
    Settle(NaiveDate),
}

impl Move {
    /// Whose move it is, in words.
    pub fn whose(self) -> &'static str {
        match self {
            Move::Apply | Move::NotApplied | Move::Settle(_) => "我办",
            Move::TakeUp(_) | Move::Coordinate(..) => "上级办",
        }
    }

    /// The move, as one phrase.
    pub fn words(self) -> &'static str {
        match self {
            Move::Apply => "可以书面申请人社部门协调处理",
            Move::NotApplied => "申请协调处理的期限已过",
            Move::TakeUp(_) => "等人社部门受理协调处理申请",
            Move::Coordinate(..) => "人社部门正在协调处理",
            Move::Settle(_) => "协调处理已结束，登记结果",
        }
    }
}

/// Talks in dispute.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Dispute {
    /// What comes next.
    pub next: Move,
    /// The day it stands since: the last act, else the last day of the whole talk.
    pub since: NaiveDate,
    /// Topics that nothing was agreed upon.
    pub open: usize,
}

/// The terms that a dispute is read by.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Terms {
    /// The last day of the whole talk, where the place has one.
    pub conclude: Option<NaiveDate>,
    /// The last day on which coordination can be applied for, where the place has one.
    pub apply: Option<NaiveDate>,
    /// The day until which the talks are broken off, while they are.
    pub suspended: Option<NaiveDate>,
}

/// From when on an act belongs to a dispute of these talks, and not to a refusal before them: from the first meeting, else from
/// the day after the answer that agreed. None where the talks have not begun.
pub fn begun(reply: Option<&Reply>, meetings: &[Meeting]) -> Option<NaiveDate> {
    let agreed = reply.filter(|reply| reply.kind != ReplyKind::Refused).map(|reply| reply.replied_on);
    let met = |from: Option<NaiveDate>| {
        let held = meetings.iter().map(|meeting| meeting.record.held_on);
        held.filter(|on| from.is_none_or(|from| *on >= from)).min()
    };
    met(agreed).or(agreed.and_then(|on| on.succ_opt())).or(met(None))
}

/// What of the events belongs to the dispute.
pub fn acts(events: &[Event], begun: NaiveDate) -> Acts {
    let last = |kind: EventKind, from: NaiveDate| {
        events.iter().rev().find(|event| event.kind == kind && event.happened_on >= from)
    };
    let on = |kind: EventKind, from: NaiveDate| last(kind, from).map(|event| event.happened_on);
    let applied = on(EventKind::Applied, begun);
    let accepted = on(EventKind::Accepted, applied.unwrap_or(begun));
    let from = accepted.or(applied);
    let extended = accepted.and_then(|from| last(EventKind::Extended, from));
    Acts {
        applied,
        accepted,
        extended: extended.map(|event| Extension { until: event.facts.until_on }),
        coordinated: from.and_then(|from| on(EventKind::Coordinated, from)),
    }
}

/// The next move; none while the talks have their time and nobody asked for coordination.
pub fn next(acts: Acts, terms: Terms, today: NaiveDate) -> Option<(Move, NaiveDate)> {
    if let Some(on) = acts.coordinated {
        return Some((Move::Settle(on), on));
    }
    if let Some(on) = acts.accepted {
        return Some((Move::Coordinate(on, acts.extended), on));
    }
    if let Some(on) = acts.applied {
        return Some((Move::TakeUp(on), on));
    }
    let over = terms.conclude.filter(|last| *last < today)?;
    // Both sides agreed to go on on a day: that day is waited for.
    if terms.suspended.is_some_and(|until| today <= until) {
        return None;
    }
    let missed = terms.apply.is_some_and(|last| last < today);
    Some((if missed { Move::NotApplied } else { Move::Apply }, over))
}

#[cfg(test)]
#[path = "rules_tests.rs"]
mod tests;

//! What the union can do next when the other side refuses to talk or lets the reply lapse: report to the
//! upper union, ask the labour department to coordinate, wait for it. Which law gives it stands in the packs.

use chrono::NaiveDate;

use crate::negotiation::model::{Event, EventKind, Meeting, Offer, Reply, ReplyKind, Side};

/// The next move in talks that stand still.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Remedy {
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
    /// The event that records this move as made; the outcome of a coordination is a new reply.
    pub fn event(self) -> Option<EventKind> {
        match self {
            Remedy::Report => Some(EventKind::Reported),
            Remedy::Apply => Some(EventKind::Applied),
            Remedy::TakeUp(_) => Some(EventKind::Accepted),
            Remedy::Coordinate(_) => None,
        }
    }
    /// Whose move it is, in words.
    pub fn whose(self) -> &'static str {
        match self {
            Remedy::Report | Remedy::Apply => "我办",
            Remedy::TakeUp(_) | Remedy::Coordinate(_) => "上级办",
        }
    }
    /// The move, as one phrase.
    pub fn words(self) -> &'static str {
        match self {
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

/// Whether our offer was refused, or not answered in time, and no meeting has been held since.
pub fn stuck(
    offer: Option<&Offer>,
    reply: Option<&Reply>,
    meetings: &[Meeting],
    events: &[Event],
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
    // What was reported early, while the reply was still due, counts too.
    let from = offer.received_on.unwrap_or(offer.issued_on);
    let last =
        |kind: EventKind| events.iter().rev().find(|event| event.kind == kind && event.happened_on >= from);
    let next = if let Some(event) = last(EventKind::Accepted) {
        Remedy::Coordinate(event.happened_on)
    } else if let Some(event) = last(EventKind::Applied) {
        Remedy::TakeUp(event.happened_on)
    } else if last(EventKind::Reported).is_some() {
        Remedy::Apply
    } else {
        Remedy::Report
    };
    Some(Stuck { refused, since, next })
}

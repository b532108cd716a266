//! The order in which an affair's papers can have come about: signed after a meeting, filed after the signing, in
//! effect after the filing, published after the effect, nothing before the talks were opened.

use chrono::NaiveDate;

use crate::Problem;
use crate::negotiation::model::{Event, EventKind};

/// What an event is held against.
pub struct Course<'a> {
    /// The day the affair was opened: that of its offer, else of its start.
    pub opened: NaiveDate,
    /// The day of the first meeting.
    pub met: Option<NaiveDate>,
    /// What else happened.
    pub events: &'a [Event],
}

const LATE: &str = "如果是据纸面材料补录，请写明补录的理由。";

/// Refuses an event without what must have come before it. A note may stand anywhere.
pub fn check_order(course: &Course<'_>, kind: EventKind, on: NaiveDate) -> Result<(), Problem> {
    if kind == EventKind::Noted {
        return Ok(());
    }
    if on < course.opened {
        let opened = course.opened.format("%Y年%-m月%-d日");
        let message = format!("这个日期早于本次协商开始的{opened}，请核对；{LATE}");
        return Err(Problem::input("happenedOn", message));
    }
    let first = |kind: EventKind| {
        course.events.iter().filter(|event| event.kind == kind).map(|event| event.happened_on).min()
    };
    let (what, before) = match kind {
        EventKind::Signed => ("协商会议", course.met),
        EventKind::Filed => ("双方签字", first(EventKind::Signed)),
        EventKind::Returned | EventKind::InEffect => ("报送", first(EventKind::Filed)),
        EventKind::Published => ("生效", first(EventKind::InEffect)),
        _ => return Ok(()),
    };
    match before {
        None => Err(Problem::input("kind", format!("还没有登记{what}，请先登记{what}；{LATE}"))),
        Some(day) if on < day => {
            let message = format!("日期早于{what}的{}，请核对；{LATE}", day.format("%Y年%-m月%-d日"));
            Err(Problem::input("happenedOn", message))
        }
        Some(_) => Ok(()),
    }
}

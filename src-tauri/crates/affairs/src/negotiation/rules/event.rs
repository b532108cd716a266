//! The order in which an affair's papers can have come about: signed after a meeting, filed after the signing, in
//! effect after the filing, published after the effect, nothing before the talks were opened; and the term that
//! a signed contract names.

use chrono::NaiveDate;

use crate::Problem;
use crate::negotiation::model::{Event, EventId, EventKind};

/// What an event is held against.
#[derive(Clone)]
pub struct Course {
    /// The day the affair was opened: that of its offer, else of its start.
    pub opened: NaiveDate,
    /// The day of the first meeting.
    pub met: Option<NaiveDate>,
    /// What else happened.
    pub events: Vec<Event>,
}

impl Course {
    /// The same without one event.
    pub fn without(&self, id: EventId) -> Course {
        let mut course = self.clone();
        course.events.retain(|event| event.id != id);
        course
    }

    /// The same with one event more.
    pub fn with(mut self, id: EventId, kind: EventKind, happened_on: NaiveDate) -> Course {
        self.events.push(Event { id, kind, happened_on, text: String::new(), valid_until: None });
        self
    }
}

const LATE: &str = "如果是据纸面材料补录，请写明补录的理由。";

/// Refuses an event without what must have come before it. A note may stand anywhere.
pub fn check_order(course: &Course, kind: EventKind, on: NaiveDate) -> Result<(), Problem> {
    if kind == EventKind::Noted {
        return Ok(());
    }
    if on < course.opened {
        let opened = course.opened.format("%Y年%-m月%-d日");
        let message = format!("这个日期早于本次协商开始的{opened}，请核对；{LATE}");
        return Err(Problem::input("happenedOn", message));
    }
    // What was filed is signed; it is signed anew only after it came back.
    let filed =
        course.events.iter().filter(|event| event.kind == EventKind::Filed && event.happened_on <= on);
    let back = |filed: NaiveDate| {
        let returned = course.events.iter().filter(|event| event.kind == EventKind::Returned);
        returned.into_iter().any(|event| (filed..=on).contains(&event.happened_on))
    };
    if let Some(filed) = filed.map(|event| event.happened_on).max()
        && kind == EventKind::Signed
        && !back(filed)
    {
        let day = filed.format("%Y年%-m月%-d日");
        let message = format!("合同已于{day}报送，没有退回过，签字日期应当在报送之前，请核对；{LATE}");
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

/// Refuses a change after which an event that stood on another one hangs in the air.
pub fn check_leaning(before: &Course, after: &Course) -> Result<(), Problem> {
    for event in &after.events {
        let stands =
            |course: &Course| check_order(&course.without(event.id), event.kind, event.happened_on).is_ok();
        // What was entered late stood on nothing before either.
        if stands(before) && !stands(after) {
            let day = event.happened_on.format("%Y年%-m月%-d日");
            let message = format!(
                "后面{day}登记的“{}”以它为前提，请先修改或移除那一项。",
                event.text.trim().trim_end_matches('。')
            );
            return Err(Problem::new("refused", message));
        }
    }
    Ok(())
}

/// Refuses a last day of the contract that is no term of it.
pub fn check_term(kind: EventKind, on: NaiveDate, until: Option<NaiveDate>) -> Result<(), Problem> {
    let Some(until) = until else { return Ok(()) };
    if !matches!(kind, EventKind::Signed | EventKind::InEffect) {
        return Err(Problem::input("validUntil", "期满日只随签字或者生效登记，这一项请空着。"));
    }
    if until <= on {
        let on = on.format("%Y年%-m月%-d日");
        return Err(Problem::input("validUntil", format!("期满日应晚于{on}，请看合同上写的期限。")));
    }
    Ok(())
}

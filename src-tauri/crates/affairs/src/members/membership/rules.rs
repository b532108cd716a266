//! Pure decisions about the life of a membership: in which order its events stand, what each leaves behind, and which
//! cannot follow. The order is a matter of the events alone, never of when they were entered, so that a late entry falls
//! into its place and the whole is judged again.

use chrono::NaiveDate;

use super::model::{MembershipInput, MembershipKind as Kind, MembershipState};
use crate::Problem;
use crate::members::days::words;
use crate::members::roster::codes::ChangeReason;

/// An event as far as the order and the state need it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Dated {
    /// What happened.
    pub kind: Kind,
    /// `2019-07-15`, `2019-07`, `2019`, or unknown.
    pub on: Option<String>,
}

impl Dated {
    /// Where it stands among the events of one person. Known to the month or the year, joining counts as its first day and
    /// everything else as its last; without a day, joining is the first of all and everything else the last.
    pub fn place(&self) -> (String, Kind) {
        let day = match (&self.on, self.kind == Kind::Joined) {
            (Some(day), false) if day.len() < "2019-07-15".len() => format!("{day}~"),
            (Some(day), _) => day.clone(),
            (None, true) => String::new(),
            (None, false) => "~".to_owned(),
        };
        (day, self.kind)
    }
}

/// What the events come to.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Course {
    /// The places of the events in the list given, in their order.
    pub order: Vec<usize>,
    /// What the last of them was.
    pub last: Option<Kind>,
    /// Whether the first of them begins the membership.
    pub begun: bool,
}

impl Course {
    /// What the person is now.
    pub fn state(&self) -> MembershipState {
        self.last.map_or(MembershipState::NotYet, Kind::state)
    }

    /// Whether an event of this kind can come next.
    pub fn may_follow(&self, kind: Kind) -> bool {
        against(self.last, kind).is_none()
    }
}

/// Why an event cannot follow another, as the end of a sentence; `None` when it can. Without an event before it, what ends or
/// keeps a membership stands for one whose beginning the ledger does not know.
fn against(before: Option<Kind>, next: Kind) -> Option<&'static str> {
    use Kind::{Died, Expelled, Joined, MovedIn, MovedOut, Resumed, Retained, Withdrawn};
    match (before, next) {
        (Some(Died), _) => Some("已经去世"),
        // Joined elsewhere and then moved here.
        (Some(Joined), MovedIn) => None,
        (Some(Joined | MovedIn | Resumed), Joined | MovedIn) => Some("已经是会员，不用再入会或者转入"),
        (Some(Retained), Joined | MovedIn) => Some("正在保留会籍；回来的登记“恢复会籍”"),
        (Some(Retained), Retained) => Some("已经在保留会籍；要延长的，请更正原来的那一条"),
        (Some(Retained), Resumed) => None,
        (_, Resumed) => Some("没有在保留会籍，不用恢复"),
        (Some(MovedOut | Withdrawn | Expelled), Joined | MovedIn) => None,
        (Some(MovedOut), _) => Some("会籍已经转出"),
        (Some(Withdrawn), _) => Some("已经退会"),
        (Some(Expelled), _) => Some("已经开除会籍"),
        (None | Some(Joined | MovedIn | Resumed | Retained), _) => None,
    }
}

/// Judges the events of one person as a whole.
///
/// Errors: `refused` with the first event that cannot stand where its day puts it, and why.
pub fn course(events: &[Dated]) -> Result<Course, Problem> {
    let mut order: Vec<usize> = (0..events.len()).collect();
    order.sort_by_key(|at| (events[*at].place(), *at));
    let mut last = None;
    for at in &order {
        let event = &events[*at];
        if let Some(why) = against(last, event.kind) {
            let of_day = |(other, one): (usize, &Dated)| other != *at && one.on == event.on;
            return Err(refusal(event, why, events.iter().enumerate().any(of_day)));
        }
        last = Some(event.kind);
    }
    let begun = order.first().is_none_or(|at| events[*at].kind.begins());
    Ok(Course { order, last, begun })
}

/// How to tell a day more exactly, where it could be.
fn exactly(event: &Dated) -> &'static str {
    match &event.on {
        Some(day) if day.len() < "2019-07-15".len() => "日期只写到年或月的，请写到哪一天；",
        Some(_) => "",
        None => "请写明日期；",
    }
}

/// In which order the events of one day stand, as one sentence.
fn one_day() -> String {
    let all: Vec<&str> = Kind::ALL.iter().map(|(kind, ..)| kind.label()).collect();
    format!("同一日期的变动按{}的先后算", all.join("、"))
}

/// `beside`: whether another event is of the same day.
fn refusal(event: &Dated, why: &str, beside: bool) -> Problem {
    let when = event.on.as_deref().map_or("（没有写日期）".to_owned(), words);
    let order = if beside { format!("{}；", one_day()) } else { String::new() };
    let message = format!(
        "{when}的“{}”登记不上：到那时{why}。{order}{}请核对这条的日期，或者先更正前面的登记。",
        event.kind.label(),
        exactly(event)
    );
    Problem::new("refused", message).at("on")
}

/// Refuses a retention of the day on which the membership ends: by the order of one day it would stand before the end, where it
/// comes to nothing and nobody sees it. `at` is its place among the events.
///
/// Errors: `refused` at `on`.
pub fn kept_until_the_end(events: &[Dated], at: usize) -> Result<(), Problem> {
    let own = &events[at];
    let ends = |one: &&Dated| one.kind.state() == MembershipState::Left && one.on == own.on;
    let Some(end) = events.iter().find(ends).filter(|_| own.kind == Kind::Retained) else { return Ok(()) };
    let (kept, end, left) =
        (own.kind.label(), end.kind.label(), end.kind.left().unwrap_or(MembershipState::Left.label()));
    let there = match own.on.as_deref() {
        Some(day) => format!("{}已经登记了“{end}”", words(day)),
        None => format!("“{end}”和这条“{kept}”都没有写日期"),
    };
    let message = format!(
        "{there}。{}，这条“{kept}”会排在“{end}”以前，登记以后仍然是{left}。{}请核对日期；确实是先{kept}、后{end}的，先移除“{end}”，登记“{kept}”以后再登记“{end}”。",
        one_day(),
        exactly(own)
    );
    Err(Problem::new("refused", message).at("on"))
}

/// What can be said of why: which reasons of the code list go with which event.
pub fn reasons(kind: Kind) -> &'static [ChangeReason] {
    use ChangeReason as R;
    match kind {
        Kind::Joined | Kind::Resumed | Kind::Died => &[],
        Kind::MovedIn => &[R::Employment],
        Kind::MovedOut => &[R::Employment, R::Bankrupt],
        Kind::Retained => &[R::Employment, R::LaidOff, R::Unemployed, R::Bankrupt],
        Kind::Withdrawn => &[R::OwnWish],
        Kind::Expelled => &[R::Crime],
    }
}

/// Refuses a form that says what cannot be said of such an event.
///
/// Errors: `bad_input` at its field.
pub fn check(input: &MembershipInput, today: NaiveDate) -> Result<(), Problem> {
    crate::typed::short("note", input.note.as_deref().unwrap_or_default(), 500)?;
    crate::typed::short("otherUnion", input.other_union.as_deref().unwrap_or_default(), 100)?;
    let label = input.kind.label();
    if input.reason.is_some_and(|reason| !reasons(input.kind).contains(&reason)) {
        let known: Vec<&str> = reasons(input.kind).iter().map(|reason| reason.label()).collect();
        let message = match known.as_slice() {
            [] => format!("“{label}”没有规定的原因，请把情况写在说明里。"),
            known => format!("“{label}”的原因只有：{}；别的情况请写在说明里。", known.join("、")),
        };
        return Err(Problem::input("reason", message));
    }
    if input.kind == Kind::Retained && input.reason.is_none() && crate::typed::text(&input.note).is_none() {
        return Err(Problem::input("reason", "保留会籍要写明原因；表里没有的（例如退休），请写在说明里。"));
    }
    if input.until.is_some() && input.kind != Kind::Retained {
        return Err(Problem::input("until", "只有保留会籍才写保留到哪一天。"));
    }
    let on = input.on.as_deref().unwrap_or_default();
    if input.until.is_some_and(|until| until.to_string().as_str() < on) {
        return Err(Problem::input("until", "保留到的日子早于开始保留的日子，请核对。"));
    }
    let moves = matches!(input.kind, Kind::MovedIn | Kind::MovedOut);
    if crate::typed::text(&input.other_union).is_some() && !moves {
        return Err(Problem::input("otherUnion", "只有会籍转入、转出才写对方工会。"));
    }
    if on.len() == 10 && on > today.to_string().as_str() {
        return Err(Problem::input("on", "这一天还没有到，请在办了以后登记。"));
    }
    Ok(())
}

#[cfg(test)]
#[path = "rules_tests.rs"]
mod tests;

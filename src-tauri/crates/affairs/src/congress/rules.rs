//! The lines of attendance and votes, from the rules of the place, and what the form of a session must hold. Whether a matter
//! may be voted on at all is said by the module that brings it.

use chrono::NaiveDate;
use law::{LawBook, Place, Rule, votes};

use super::model::{CongressLines, CongressSessionInput};
use crate::Problem;
use crate::office::{short, text};

/// The rules that ask for attendance, and those that ask for votes.
pub struct LineSubjects<'a> {
    /// By subject.
    pub attendance: &'a [&'a str],
    /// By subject.
    pub approval: &'a [&'a str],
}

/// The lines for so many who should be there. Where several rules ask for votes, the highest line holds: what passes by one
/// and not by another is sent back.
pub fn lines(
    book: &LawBook,
    place: &Place,
    on: NaiveDate,
    due: u32,
    subjects: &LineSubjects<'_>,
) -> CongressLines {
    let mut lines = CongressLines {
        attendance: 0,
        half: votes::at_least(due, 1, 2),
        over_half: votes::over(due, 1, 2),
        needed: 0,
        lowest: 0,
        explained: Vec::new(),
        rules: Vec::new(),
    };
    let mut say = |subjects: &[&str], unit: &str| {
        let mut edges = Vec::new();
        for subject in subjects {
            let Some(ruling) = book.applies(subject, place, on) else { continue };
            let Some(edge) = ruling.winner.quantity.as_ref().and_then(|line| line.boundary(due)) else {
                continue;
            };
            lines.explained.push(sentence(ruling.winner, edge, unit));
            lines.rules.push(ruling.winner.reference());
            edges.push(edge);
        }
        (edges.iter().min().copied().unwrap_or(0), edges.iter().max().copied().unwrap_or(0))
    };
    let (_, attendance) = say(subjects.attendance, "人到会");
    let (lowest, needed) = say(subjects.approval, "票赞成");
    CongressLines { attendance, needed, lowest, ..lines }
}

fn sentence(rule: &Rule, edge: u32, unit: &str) -> String {
    format!("{}（《{}》{}），即至少{edge}{unit}。", rule.title, rule.instrument, rule.article)
}

/// Refuses a session that cannot be.
///
/// Errors: `bad_input` at its field.
pub fn check(input: &CongressSessionInput, today: NaiveDate) -> Result<(), Problem> {
    short("name", &input.name, 100)?;
    short("heard", input.heard.as_deref().unwrap_or_default(), 2000)?;
    short("lateEntry", input.late_entry.as_deref().unwrap_or_default(), 200)?;
    if input.name.trim().is_empty() {
        return Err(Problem::input("name", "请写明届次，例如“第三届职工代表大会第五次会议”。"));
    }
    if input.held_on > today {
        return Err(Problem::input("heldOn", "开会的日期还没有到，请在表决以后登记。"));
    }
    if input.due == 0 {
        return Err(Problem::input("due", "请填写应到人数，过不过要按它算。"));
    }
    if input.present == 0 || input.present > input.due {
        return Err(Problem::input("present", "实到人数应当在1和应到人数之间，请核对签到表。"));
    }
    if let Some(given) = input.given {
        if given > input.present {
            return Err(Problem::input("given", "发出的票比实到的人多，请核对。"));
        }
        if input.returned.is_some_and(|returned| returned > given) {
            return Err(Problem::input("returned", "收回的票比发出的多，请核对。"));
        }
    }
    if input.chair.trim().is_empty() {
        return Err(Problem::input("chair", "请填写会议的主持人，决议上要印出来。"));
    }
    let named = |names: &[String]| names.iter().any(|name| !name.trim().is_empty());
    if text(&input.late_entry).is_none() {
        if !named(&input.tellers) {
            return Err(Problem::input("tellers", "请填写计票人，没有计票人签字的决议会被退回。"));
        }
        if !named(&input.scrutineers) {
            return Err(Problem::input("scrutineers", "请填写监票人，没有监票人签字的决议会被退回。"));
        }
        let counts = |name: &&String| input.tellers.iter().any(|teller| teller.trim() == name.trim());
        if let Some(both) = input.scrutineers.iter().filter(|name| !name.trim().is_empty()).find(counts) {
            let message = format!("{}既是计票人又是监票人，监票的人不能自己计票，请另写一位。", both.trim());
            return Err(Problem::input("scrutineers", message));
        }
    }
    Ok(())
}

//! Filling the union's own records of a case: the record of an inquiry, the notice that a clue is not taken up, the closing
//! report.

use chrono::NaiveDate;
use rusqlite::Connection;
use serde::Serialize;

use super::chair;
use super::letter::{inspectors, title};
use crate::Problem;
use crate::letters::model::{
    SupervisionCaseId, SupervisionEvent, SupervisionEventId, SupervisionEventKind, SupervisionLetterKind,
};
use crate::letters::store;
use crate::office::model::Filled;
use crate::union;

/// 调查笔录 (`letters/inquiry`).
#[derive(Debug, Serialize)]
struct InquiryPaper {
    union: String,
    case: String,
    held_on: NaiveDate,
    place: Option<String>,
    asked: Option<String>,
    employer: String,
    inspectors: Vec<String>,
    record: Vec<String>,
    signed_on: Option<NaiveDate>,
}

fn paragraphs(text: &str) -> Vec<String> {
    text.lines().map(str::trim).filter(|line| !line.is_empty()).map(str::to_owned).collect()
}

/// 调查笔录.
pub(super) fn inquiry(connection: &Connection, id: SupervisionEventId) -> Result<Filled, Problem> {
    let event = store::event(connection, id)?;
    if event.record.kind != SupervisionEventKind::Inquired {
        return Err(Problem::missing("份文件"));
    }
    let (number, case, _) = store::head(connection, event.record.case)?;
    let context = InquiryPaper {
        union: union::store::union_record(connection)?.name,
        case: number,
        held_on: event.record.happened_on,
        place: event.record.place,
        asked: event.record.asked,
        employer: case.employer.unwrap_or_default(),
        inspectors: event.inspectors,
        record: paragraphs(&event.record.text),
        signed_on: event.record.signed_on,
    };
    // An unsigned record is printed to be signed; what is kept under a number is the signed one.
    let missing = if context.signed_on.is_some() { Vec::new() } else { vec!["双方签字".to_owned()] };
    Filled::new("letters/inquiry", id.to_string(), "调查笔录".to_owned(), missing, &context)
}

/// 不予受理告知书 (`letters/refusal`).
#[derive(Debug, Serialize)]
struct RefusalPaper {
    case: String,
    issuer: String,
    received_on: NaiveDate,
    matter: String,
    refused_on: NaiveDate,
    reason: String,
    chair: String,
}

/// 不予受理告知书.
pub(super) fn refusal(connection: &Connection, id: SupervisionCaseId) -> Result<Filled, Problem> {
    let (number, case, _) = store::head(connection, id)?;
    let events = store::events(connection, id)?;
    let refused = events.iter().find(|event| event.record.kind == SupervisionEventKind::Refused);
    let refused = refused.ok_or_else(|| Problem::missing("份文件"))?;
    let context = RefusalPaper {
        case: number,
        issuer: union::store::union_record(connection)?.name,
        received_on: case.received_on,
        matter: case.matter,
        refused_on: refused.record.happened_on,
        reason: refused.record.text.clone(),
        chair: chair(connection)?,
    };
    Filled::new("letters/refusal", id.to_string(), "不予受理告知书".to_owned(), Vec::new(), &context)
}

/// A line of a case's course.
#[derive(Debug, Serialize)]
struct CourseLine {
    /// Its place among those of one day: a letter before its answer.
    #[serde(skip)]
    rank: u8,
    on: NaiveDate,
    what: String,
    said: Option<String>,
}

/// 结案报告 (`letters/closing`).
#[derive(Debug, Serialize)]
struct ClosingPaper {
    union: String,
    case: String,
    source: &'static str,
    topic: &'static str,
    received_on: NaiveDate,
    employer: String,
    matter: String,
    details: Option<String>,
    course: Vec<CourseLine>,
    inspectors: Vec<String>,
    result: String,
    named: bool,
    told_on: Option<NaiveDate>,
    closed_on: NaiveDate,
    chair: String,
}

fn rank(kind: SupervisionEventKind) -> u8 {
    use SupervisionEventKind as Kind;
    match kind {
        Kind::Accepted | Kind::Refused => 0,
        Kind::Inquired => 1,
        Kind::Talked => 2,
        Kind::ReminderAnswered => 4,
        Kind::OpinionAnswered => 6,
        Kind::Recommended => 8,
        Kind::Filed => 9,
        Kind::Decided => 10,
        Kind::Closed | Kind::Told => 11,
    }
}

fn rank_of_letter(kind: SupervisionLetterKind) -> u8 {
    match kind {
        SupervisionLetterKind::Reminder => 3,
        SupervisionLetterKind::Opinion => 5,
        SupervisionLetterKind::Request | SupervisionLetterKind::Recommendation => 7,
    }
}

fn line(event: &SupervisionEvent) -> CourseLine {
    let record = &event.record;
    let mut what = record.kind.label().to_owned();
    for also in
        [record.finding.map(|one| one.label()), record.outcome.map(|one| one.label())].into_iter().flatten()
    {
        what.push_str(&format!("：{also}"));
    }
    if event.late {
        what.push_str("（逾期）");
    }
    let from: Vec<&str> =
        [&record.department, &record.number].into_iter().flatten().map(String::as_str).collect();
    let mut said = from.join("");
    if !record.text.is_empty() {
        if !said.is_empty() {
            said.push('；');
        }
        said.push_str(&record.text);
    }
    CourseLine {
        rank: rank(record.kind),
        on: record.happened_on,
        what,
        said: (!said.is_empty()).then_some(said),
    }
}

/// 结案报告.
pub(super) fn closing(connection: &Connection, id: SupervisionCaseId) -> Result<Filled, Problem> {
    let (number, case, named) = store::head(connection, id)?;
    let events = store::events(connection, id)?;
    let is = |kind: SupervisionEventKind| move |event: &&SupervisionEvent| event.record.kind == kind;
    let closed = events.iter().find(is(SupervisionEventKind::Closed));
    let closed = closed.ok_or_else(|| Problem::missing("份文件"))?;
    let apart = [SupervisionEventKind::Closed, SupervisionEventKind::Told];
    let mut course: Vec<CourseLine> =
        events.iter().filter(|event| !apart.contains(&event.record.kind)).map(line).collect();
    for letter in store::letters(connection, id)? {
        let what = format!("发出《{}》", title(letter.sent.kind));
        let received =
            letter.sent.received_on.map(|day| format!("{}签收", crate::letters::rules::words(day)));
        if let Some(on) = letter.sent.out_on() {
            course.push(CourseLine { rank: rank_of_letter(letter.sent.kind), on, what, said: received });
        }
    }
    course.sort_by_key(|line| (line.on, line.rank));
    let context = ClosingPaper {
        union: union::store::union_record(connection)?.name,
        case: number,
        source: case.source.label(),
        topic: case.topic.label(),
        received_on: case.received_on,
        employer: case.employer.unwrap_or_default(),
        matter: case.matter,
        details: case.details,
        course,
        inspectors: inspectors(&events),
        result: closed.record.text.clone(),
        named,
        told_on: events
            .iter()
            .find(|event| {
                event.record.kind == SupervisionEventKind::Told
                    && event.record.happened_on >= closed.record.happened_on
            })
            .map(|event| event.record.happened_on),
        closed_on: closed.record.happened_on,
        chair: chair(connection)?,
    };
    Filled::new("letters/closing", id.to_string(), "监督案件结案报告".to_owned(), Vec::new(), &context)
}

//! What others' forms call the facts of a supervision case: those of its newest letter are read off the context of the letter's own
//! paper, so that a form and a paper never say two things. Who reported it is no mark: no form asks for it here.

use law::LawBook;
use paper::filling::FormValue;
use rusqlite::Connection;
use serde_json::Value;

use super::kinds::paper_kind;
use super::model::{SupervisionCaseId, SupervisionEventKind};
use super::{papers, store};
use crate::Problem;
use crate::office::forms::marks::{Marks, value};
use crate::office::forms::model::FormAbout;

/// What the case itself tells.
const CASE: [&str; 7] =
    ["案件编号", "被监督单位", "反映事项", "线索来源", "事项类别", "接到日期", "受理日期"];

/// A mark of the newest letter: what it is called, and where its paper's context has it.
const LETTER: [(&str, &str); 8] = [
    ("发给谁", "/addressee"),
    ("查明的事实", "/facts"),
    ("证据", "/evidence"),
    ("依据的条文", "/articles"),
    ("要求", "/requests"),
    ("法规依据", "/basis"),
    ("联系人和电话", "/contact"),
    ("落款日期", "/date"),
];

/// By when an answer is asked for.
const ANSWER: &str = "答复期限";
/// Who inquired, each with the number of their certificate.
const INSPECTORS: &str = "监督员和证号";

/// What a case tells, in the order of `CASE`.
fn of_case(connection: &Connection, id: SupervisionCaseId) -> Result<Vec<FormValue>, Problem> {
    let (number, record, _) = store::head(connection, id)?;
    let events = store::events(connection, id)?;
    let accepted = events.iter().find(|event| event.record.kind == SupervisionEventKind::Accepted);
    Ok(vec![
        FormValue::Text(number),
        record.employer.map_or(FormValue::Blank, FormValue::Text),
        FormValue::Text(record.matter),
        FormValue::Text(record.source.label().to_owned()),
        FormValue::Text(record.topic.label().to_owned()),
        FormValue::Day(record.received_on),
        accepted.map_or(FormValue::Blank, |event| FormValue::Day(event.record.happened_on)),
    ])
}

/// The context of the newest letter's paper; none where none was written.
fn newest(connection: &Connection, book: &LawBook, id: SupervisionCaseId) -> Result<Value, Problem> {
    let Some(letter) = store::letters(connection, id)?.pop() else { return Ok(Value::Null) };
    let kind = paper_kind(letter.sent.kind);
    match papers::fill(connection, book, &kind, &letter.id.to_string()) {
        Ok(filled) => Ok(filled.context),
        // A request whose opinion was taken out of sight has no paper.
        Err(why) if why.code == "not_found" => Ok(Value::Null),
        Err(why) => Err(why),
    }
}

/// The term of law, or the day that the letter itself names.
fn answer(context: &Value) -> FormValue {
    match context.pointer("/answer/term").and_then(Value::as_str) {
        Some(term) => FormValue::Text(format!("收到之日起{term}内")),
        None => value(context.pointer("/answer/by")),
    }
}

/// The marks of a case; without one, what the marks are called.
///
/// Errors: `not_found`.
pub fn marks(
    connection: &Connection,
    book: &LawBook,
    id: Option<SupervisionCaseId>,
    into: &mut Marks,
) -> Result<(), Problem> {
    let about = FormAbout::Supervision;
    let (mut facts, mut context, mut inquired) = (Vec::new(), Value::Null, Vec::new());
    if let Some(id) = id {
        facts = of_case(connection, id)?;
        context = newest(connection, book, id)?;
        inquired = papers::inspectors(&store::events(connection, id)?);
    }
    let mut facts = facts.into_iter();
    let case = CASE.iter().map(|mark| ((*mark).to_owned(), facts.next().unwrap_or(FormValue::Blank)));
    into.put(about, "案件", case.collect());
    let mut letter: Vec<(String, FormValue)> =
        (LETTER.iter()).map(|(mark, place)| ((*mark).to_owned(), value(context.pointer(place)))).collect();
    letter.push((ANSWER.to_owned(), answer(&context)));
    let inspectors =
        if inquired.is_empty() { FormValue::Blank } else { FormValue::Text(inquired.join("、")) };
    letter.push((INSPECTORS.to_owned(), inspectors));
    into.put(about, "最近一份函件", letter);
    Ok(())
}

//! Filling the letters: reminder and opinion to the employer, the request to the upper union. What a request says is read off
//! the opinion and what came of it; nothing of it is typed again.

use chrono::NaiveDate;
use rusqlite::Connection;
use serde::Serialize;

use super::chair;
use crate::Problem;
use crate::letters::kinds::paper_kind;
use crate::letters::model::{
    SupervisionCaseId, SupervisionEvent, SupervisionEventKind, SupervisionLetterId, SupervisionLetterKind,
};
use crate::letters::rules::{self, Move, SupervisionLaw, words};
use crate::letters::store::{self, Letter};
use crate::office::model::{Filled, PaperNumber, series};
use crate::office::text;
use crate::union;

/// What a letter is called on itself.
pub(super) fn title(kind: SupervisionLetterKind) -> &'static str {
    match kind {
        SupervisionLetterKind::Reminder => "工会劳动法律监督提示函",
        SupervisionLetterKind::Opinion => "工会劳动法律监督意见书",
        SupervisionLetterKind::Request => "关于提请发出工会劳动法律监督建议书的函",
        SupervisionLetterKind::Recommendation => "工会劳动法律监督建议书",
    }
}

/// The answer asked for: by a term of law, or by a day that the letter itself names.
#[derive(Debug, Serialize)]
struct Answer {
    term: Option<String>,
    article: Option<String>,
    by: Option<NaiveDate>,
}

/// How a letter reached the employer on a paper that was not issued here.
#[derive(Debug, Serialize)]
struct Elsewhere {
    number: Option<String>,
    received_on: NaiveDate,
    received_by: Option<String>,
    /// Whether the place fixes the form it was copied to.
    fixed: bool,
}

/// 提示函 and 意见书 (`letters/reminder`, `letters/opinion`).
#[derive(Debug, Serialize)]
struct LetterPaper {
    case: String,
    /// Where it stands on another paper.
    elsewhere: Option<Elsewhere>,
    issuer: String,
    addressee: String,
    basis: Vec<String>,
    facts: Vec<String>,
    evidence: Vec<String>,
    articles: Vec<String>,
    requests: Vec<String>,
    answer: Answer,
    inspectors: Vec<String>,
    contact: Option<String>,
    chair: String,
    date: NaiveDate,
}

/// What became of the opinion (`letters/request`).
#[derive(Debug, Serialize)]
struct OpinionSent {
    number: Option<String>,
    date: NaiveDate,
    received_on: Option<NaiveDate>,
    due: Option<NaiveDate>,
    answered_on: Option<NaiveDate>,
    answer: Option<String>,
    late: bool,
}

/// 提请函 (`letters/request`).
#[derive(Debug, Serialize)]
struct RequestPaper {
    case: String,
    issuer: String,
    addressee: String,
    employer: String,
    matter: String,
    basis: Vec<String>,
    facts: Vec<String>,
    articles: Vec<String>,
    requests: Vec<String>,
    reminder: Option<NaiveDate>,
    opinion: OpinionSent,
    attachments: Vec<String>,
    contact: Option<String>,
    chair: String,
    date: NaiveDate,
}

/// The lines of a text, one a point.
pub(crate) fn lines(value: &Option<String>) -> Vec<String> {
    let lines = value.iter().flat_map(|text| text.lines());
    lines.map(str::trim).filter(|line| !line.is_empty()).map(str::to_owned).collect()
}

/// The instruments behind a letter, each article once, in the order of these subjects.
pub(crate) fn basis(law: SupervisionLaw<'_>, subjects: &[&str], on: NaiveDate) -> Vec<String> {
    let mut basis = Vec::new();
    for rule in subjects.iter().filter_map(|subject| law.rule(subject, on)) {
        // An article in brackets names a part of a text whose articles are not at hand.
        let article = if rule.article.starts_with('（') { "" } else { &rule.article };
        let one = format!("《{}》{article}", rule.instrument);
        if !basis.contains(&one) {
            basis.push(one);
        }
    }
    basis
}

/// Who inquired in a case, each once.
pub(in crate::letters) fn inspectors(events: &[SupervisionEvent]) -> Vec<String> {
    let mut all: Vec<String> = Vec::new();
    for one in events.iter().flat_map(|event| &event.inspectors) {
        if !all.contains(one) {
            all.push(one.clone());
        }
    }
    all
}

fn kept(
    connection: &Connection,
    id: SupervisionLetterId,
    kind: SupervisionLetterKind,
) -> Result<Letter, Problem> {
    let letter = store::letter_by_id(connection, id)?;
    if letter.sent.kind == kind { Ok(letter) } else { Err(Problem::missing("份文件")) }
}

/// 提示函 or 意见书.
pub(super) fn to_employer(
    connection: &Connection,
    law: SupervisionLaw<'_>,
    id: SupervisionLetterId,
    kind: SupervisionLetterKind,
) -> Result<Filled, Problem> {
    let Letter { record, sent, issue, number: form_number, received_by, .. } = kept(connection, id, kind)?;
    let (number, ..) = store::head(connection, record.case)?;
    let opinion = kind == SupervisionLetterKind::Opinion;
    let on = sent.dated_on;
    let term = law.answer(kind, on)?;
    let answer = Answer {
        term: term
            .as_ref()
            .map(|one| format!("{}{}", one.explanation.quantity, one.explanation.unit.chinese())),
        article: term.as_ref().map(|one| format!("《{}》{}", one.rule.instrument, one.rule.article)),
        by: record.answer_by.filter(|_| term.is_none()),
    };
    let fixed = law.fixed_form(kind, on);
    let subjects: &[&str] = if opinion {
        &["supervision.representation", "supervision.right", "supervision.opinion"]
    } else {
        &["supervision.representation", "supervision.right", "supervision.reminder"]
    };
    let received_on = sent.received_on.filter(|_| issue.is_none());
    let context = LetterPaper {
        case: number,
        elsewhere: received_on.map(|received_on| Elsewhere {
            number: form_number,
            received_on,
            received_by,
            fixed: fixed.is_some(),
        }),
        issuer: union::store::union_record(connection)?.name,
        addressee: record.addressee.clone().unwrap_or_default(),
        basis: basis(law, subjects, on),
        facts: lines(&record.facts),
        evidence: lines(&record.evidence),
        articles: lines(&record.articles),
        requests: lines(&record.request),
        answer,
        inspectors: inspectors(&store::events(connection, record.case)?),
        contact: text(&record.contact).map(str::to_owned),
        chair: chair(connection)?,
        date: on,
    };
    let mut missing = lacking(&context, opinion);
    if opinion && sent.out_on().is_none() {
        missing.extend(still_refused(connection, law, record.case, &sent)?);
    }
    match (fixed, received_on) {
        (Some(rule), None) => {
            missing.push(format!("统一的格式：{}要求用上级统一的格式，本稿只供抄写", rule.short));
        }
        (Some(rule), Some(day)) => missing.push(format!(
            "统一的格式：{}要求用上级统一的格式；{}已经用统一的格式送达，本稿留底，不用印发",
            rule.short,
            words(day)
        )),
        (None, _) => {}
    }
    let template = if opinion { "letters/opinion" } else { "letters/reminder" };
    Filled::new(template, id.to_string(), title(kind).to_owned(), missing, &context)
}

/// Whether what is filled here reached the employer on another paper.
pub(super) fn stands_elsewhere(filled: &Filled) -> bool {
    filled.context.get("elsewhere").is_some_and(|elsewhere| !elsewhere.is_null())
}

/// What an inspector would send a letter back for.
fn lacking(paper: &LetterPaper, opinion: bool) -> Vec<String> {
    let mut missing = Vec::new();
    let mut lacks = |gone: bool, name: &str| {
        if gone {
            missing.push(name.to_owned());
        }
    };
    lacks(paper.facts.is_empty(), "查明的事实");
    lacks(opinion && paper.evidence.is_empty(), "证据");
    lacks(paper.articles.is_empty(), "依据的条文");
    lacks(paper.requests.is_empty(), "要求");
    lacks(paper.answer.term.is_none() && paper.answer.by.is_none(), "答复的期限");
    lacks(opinion && paper.inspectors.is_empty(), "监督员和监督员证号");
    lacks(paper.contact.is_none(), "联系人和电话");
    missing
}

/// 提请函.
pub(super) fn request(
    connection: &Connection,
    law: SupervisionLaw<'_>,
    id: SupervisionLetterId,
) -> Result<Filled, Problem> {
    let Letter { record, sent, .. } = kept(connection, id, SupervisionLetterKind::Request)?;
    let (number, case, _) = store::head(connection, record.case)?;
    let letters = store::letters(connection, record.case)?;
    let of = |kind: SupervisionLetterKind| letters.iter().find(|one| one.sent.kind == kind);
    let opinion = of(SupervisionLetterKind::Opinion).ok_or_else(|| Problem::missing("份意见书"))?;
    let events = store::events(connection, record.case)?;
    let answered = |event: &&SupervisionEvent| event.record.kind == SupervisionEventKind::OpinionAnswered;
    let answer = events.iter().rev().find(answered);
    let context = RequestPaper {
        case: number,
        issuer: union::store::union_record(connection)?.name,
        addressee: record.addressee.clone().unwrap_or_default(),
        employer: case.employer.unwrap_or_default(),
        matter: case.matter,
        basis: basis(law, &["supervision.recommendation"], sent.dated_on),
        facts: lines(&opinion.record.facts),
        articles: lines(&opinion.record.articles),
        requests: lines(&opinion.record.request),
        reminder: of(SupervisionLetterKind::Reminder).and_then(|one| one.sent.out_on()),
        opinion: OpinionSent {
            number: opinion.issue.map_or_else(
                || opinion.number.clone(),
                |(_, year, number)| {
                    let series = series(&paper_kind(SupervisionLetterKind::Opinion));
                    Some(PaperNumber { series, year, number }.to_string())
                },
            ),
            date: opinion.sent.dated_on,
            received_on: opinion.sent.received_on,
            due: rules::answer_due(law, &opinion.sent)?.map(|(day, _)| day),
            answered_on: answer.map(|event| event.record.happened_on),
            answer: answer.map(|event| event.record.text.clone()),
            late: answer.is_some_and(|event| event.late),
        },
        attachments: attachments(&events, answer.is_some()),
        contact: text(&record.contact).map(str::to_owned),
        chair: chair(connection)?,
        date: sent.dated_on,
    };
    // What has gone out is not written any more, whatever became of the case since.
    let mut missing = match sent.out_on() {
        Some(_) => Vec::new(),
        None => still_refused(connection, law, record.case, &sent)?,
    };
    if context.contact.is_none() {
        missing.push("联系人和电话".to_owned());
    }
    let title = title(SupervisionLetterKind::Request).to_owned();
    Filled::new("letters/request", id.to_string(), title, missing, &context)
}

/// What goes with a request.
fn attachments(events: &[SupervisionEvent], answered: bool) -> Vec<String> {
    let mut all = vec!["《工会劳动法律监督意见书》和送达回执复印件".to_owned()];
    if events.iter().any(|event| event.record.kind == SupervisionEventKind::Inquired) {
        all.push("调查笔录和证据材料复印件".to_owned());
    }
    if answered {
        all.push("用人单位的书面答复复印件".to_owned());
    }
    all
}

/// Why a letter may not go out any more, or not yet: the course may have changed since it was written.
fn still_refused(
    connection: &Connection,
    law: SupervisionLaw<'_>,
    case: SupervisionCaseId,
    sent: &rules::Sent,
) -> Result<Vec<String>, Problem> {
    let kind = sent.kind;
    let mut course = store::course(connection, case)?.without_letter(kind);
    course.events.retain(|event| event.on <= sent.dated_on);
    match rules::check_move(law, &course, Move::Letter(kind), sent.dated_on, sent.late) {
        Ok(()) => Ok(Vec::new()),
        Err(why) if why.code == "refused" || why.code == "bad_input" => {
            Ok(vec![format!("发{}的条件：{}", kind.label(), why.message.trim_end_matches('。'))])
        }
        Err(other) => Err(other),
    }
}

//! What the union's opinion on a dismissal or on discipline is filled with (对解除劳动合同的意见书, 对处分职工的意见书). How it looks is not
//! decided here.

use chrono::NaiveDate;
use law::LawBook;
use rusqlite::Connection;
use serde::Serialize;

pub use super::model::OPINION;
use super::model::{DismissalId, DismissalKind, DismissalQuery, DismissalStance};
use super::{place, rules, store};
use crate::Problem;
use crate::letters::papers::{chair, lines};
use crate::letters::rules::SupervisionLaw;
use crate::office::model::{Filled, PaperLine};
use crate::union;

/// The context of the template `letters/dismissal`.
#[derive(Debug, Serialize)]
struct OpinionPaper {
    title: &'static str,
    case: String,
    issuer: String,
    addressee: String,
    person: String,
    received_on: NaiveDate,
    written: bool,
    reasons: String,
    planned_on: Option<NaiveDate>,
    act: &'static str,
    findings: Vec<String>,
    articles: Vec<String>,
    requests: Vec<String>,
    answer: Answer,
    contact: Option<String>,
    chair: String,
    date: NaiveDate,
}

/// The answer asked for: by a term of law, or by a day that the letter itself names.
#[derive(Debug, Serialize)]
struct Answer {
    term: Option<String>,
    article: Option<String>,
    by: Option<NaiveDate>,
}

fn title(kind: DismissalKind) -> &'static str {
    match kind {
        DismissalKind::Discipline => "对处分职工的意见书",
        DismissalKind::Layoff => "对裁减人员的意见书",
        DismissalKind::Fault | DismissalKind::NoFault => "对解除劳动合同的意见书",
    }
}

/// Every opinion that was written, that of the newest notice first.
pub(crate) fn list(connection: &Connection, book: &LawBook) -> Result<Vec<PaperLine>, Problem> {
    let mut all = Vec::new();
    for kept in store::list(connection, &DismissalQuery::default(), None, true)? {
        let Some(opinion) = kept.opinion.filter(|opinion| opinion.stance == DismissalStance::Object) else {
            continue;
        };
        all.push(PaperLine {
            kind: OPINION.to_owned(),
            of: kept.id.to_string(),
            title: title(kept.record.kind).to_owned(),
            affair: format!("{}　{}", kept.number, kept.record.name),
            dated: Some(opinion.opined_on),
            missing: fill(connection, book, &kept.id.to_string())?.missing,
            issued: Vec::new(),
            made_by: None,
        });
    }
    Ok(all)
}

/// Fills the opinion on a notice.
///
/// Errors: `not_found` for an unknown notice, or one without an objection.
pub(crate) fn fill(connection: &Connection, book: &LawBook, of: &str) -> Result<Filled, Problem> {
    let unknown = || Problem::missing("份文件");
    let id: DismissalId = of.parse().map_err(|_| unknown())?;
    let kept = store::get(connection, id)?;
    let opinion =
        kept.opinion.filter(|opinion| opinion.stance == DismissalStance::Object).ok_or_else(unknown)?;
    let at = place(connection)?;
    let law = SupervisionLaw { book, place: &at };
    let term = rules::answer_clock(law, kept.record.kind, opinion.opined_on)?;
    let answer = Answer {
        term: term
            .as_ref()
            .map(|one| format!("{}{}", one.explanation.quantity, one.explanation.unit.chinese())),
        article: term.as_ref().map(|one| format!("《{}》{}", one.rule.instrument, one.rule.article)),
        by: opinion.answer_by.filter(|_| term.is_none()),
    };
    let title = title(kept.record.kind);
    let context = OpinionPaper {
        title,
        case: kept.number,
        issuer: union::store::union_record(connection)?.name,
        addressee: kept.record.employer.unwrap_or_default(),
        person: kept.record.name,
        received_on: kept.record.received_on,
        written: kept.record.written,
        reasons: kept.record.reasons,
        planned_on: kept.record.planned_on,
        act: rules::act(kept.record.kind),
        findings: lines(&opinion.findings),
        articles: lines(&opinion.articles),
        requests: lines(&opinion.request),
        answer,
        contact: opinion.contact,
        chair: chair(connection)?,
        date: opinion.opined_on,
    };
    let missing = [
        (context.findings.is_empty(), "查明的事实"),
        (context.articles.is_empty(), "依据的条文"),
        (context.requests.is_empty(), "要求"),
        (context.contact.is_none(), "联系人和电话"),
    ];
    let missing = missing.into_iter().filter(|(gone, _)| *gone).map(|(_, name)| name.to_owned()).collect();
    Filled::new("letters/dismissal", id.to_string(), title.to_owned(), missing, &context)
}

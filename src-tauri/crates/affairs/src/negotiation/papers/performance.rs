//! The paper of a check on how an agreement is kept: clause by clause what was agreed, what was done and what is to be mended.

use chrono::NaiveDate;
use law::LawBook;
use rusqlite::Connection;
use serde::Serialize;

use super::context::Named;
use crate::Problem;
use crate::negotiation::agreement::checks::model::AgreementCheckId;
use crate::negotiation::agreement::{checks, store as agreements};
use crate::negotiation::kinds::CHECK;
use crate::negotiation::model::{Representative, Side};
use crate::negotiation::names;
use crate::negotiation::rules::{self, Law};
use crate::negotiation::store;
use crate::office::model::{Filled, PaperLine};

#[derive(Serialize)]
struct Period {
    from: NaiveDate,
    to: NaiveDate,
}

#[derive(Serialize)]
struct Checked {
    clause: String,
    target: String,
    actual: String,
    gap: Option<String>,
    cause: Option<String>,
    remedy: Option<String>,
    owner: Option<String>,
    due: Option<NaiveDate>,
}

#[derive(Serialize)]
struct Inspector {
    name: String,
    role: String,
}

#[derive(Serialize)]
struct CheckPaper {
    paper_name: String,
    enterprise: Named,
    period: Period,
    checked_on: NaiveDate,
    method: String,
    clauses: Vec<Checked>,
    opinions: Option<String>,
    conclusion: String,
    workers: Vec<Inspector>,
    employer: Vec<Inspector>,
}

/// Who checked, with the post they have among the representatives of their side.
fn inspectors(names: &[String], side: Side, known: &[Representative]) -> Vec<Inspector> {
    let role = |name: &str| {
        let found = known.iter().find(|one| one.side == side && one.record.name == name);
        found.map(|one| one.record.post.trim().to_owned()).unwrap_or_default()
    };
    names.iter().map(|name| Inspector { name: name.clone(), role: role(name) }).collect()
}

/// Fills it.
///
/// Errors: `not_found`.
pub(super) fn check(
    connection: &Connection,
    book: &LawBook,
    id: AgreementCheckId,
) -> Result<Filled, Problem> {
    let check = checks::store::check(connection, id)?;
    let head = agreements::head(connection, check.agreement)?;
    let known = store::representatives(connection, head.negotiation)?;
    let union = names::of_agreement(connection, check.agreement)?;
    let talks = store::head(connection, head.negotiation)?;
    let law = Law { book: book.scoped(head.kind.code()), place: &talks.place, on: check.checked_on };
    let context = CheckPaper {
        paper_name: rules::contract_name(law, head.kind),
        enterprise: Named { name: union.employer.clone() },
        period: Period { from: check.from_on, to: check.to_on },
        checked_on: check.checked_on,
        method: check.method,
        clauses: (check.clauses.into_iter())
            .map(|one| Checked {
                clause: one.clause,
                target: one.target,
                actual: one.actual,
                gap: one.gap,
                cause: one.cause,
                remedy: one.remedy,
                owner: one.owner,
                due: one.due_on,
            })
            .collect(),
        opinions: check.opinions,
        conclusion: check.conclusion,
        workers: inspectors(&check.workers, Side::Workers, &known),
        employer: inspectors(&check.employer, Side::Employer, &known),
    };
    let title = format!("{}履行情况检查表", head.title);
    Filled::new("negotiation/performance-check", id.to_string(), title, Vec::new(), &context)
}

/// Those of a round of talks.
pub(super) fn list(connection: &Connection, head: &store::Head) -> Result<Vec<PaperLine>, Problem> {
    let mut lines = Vec::new();
    for agreement in agreements::heads(connection, head.id)? {
        for check in checks::store::checks(connection, agreement.id)?.into_iter().rev() {
            let Some(id) = check.id else { continue };
            lines.push(PaperLine {
                kind: CHECK.to_owned(),
                of: id.to_string(),
                title: format!("{}履行情况检查表", agreement.title),
                affair: head.title.clone(),
                dated: Some(check.checked_on),
                missing: Vec::new(),
                issued: Vec::new(),
                made_by: None,
            });
        }
    }
    Ok(lines)
}

//! 年度履行报告: how an agreement was kept, told to the congress and the upper union from its checks: clause by clause what was agreed,
//! what was done, what is to be mended.

use chrono::NaiveDate;
use law::LawBook;
use rusqlite::Connection;
use serde::Serialize;

use super::context::Named;
use super::parties::{Known, lacking};
use crate::Problem;
use crate::duty::day_words;
use crate::negotiation::agreement::checks::model::SaveAgreementCheck;
use crate::negotiation::agreement::model::AgreementId;
use crate::negotiation::agreement::store::{self as agreements, Head};
use crate::negotiation::agreement::{self, checks};
use crate::negotiation::kinds::REPORT;
use crate::negotiation::model::EventKind;
use crate::negotiation::rules::{self, Law};
use crate::negotiation::store;
use crate::office::model::{Filled, PaperLine};
use crate::office::text;
use crate::union;
use crate::union::details;
use crate::union::model::Shown;

#[derive(Serialize)]
struct Period {
    from: NaiveDate,
    to: NaiveDate,
}

#[derive(Serialize)]
struct Kept {
    clause: String,
    target: String,
    actual: String,
    gap: Option<String>,
    remedy: Option<String>,
    done: bool,
}

#[derive(Serialize)]
struct Trouble {
    what: String,
    remedy: String,
    due: Option<NaiveDate>,
}

#[derive(Serialize)]
struct ReportPaper {
    paper_name: String,
    enterprise: Named,
    header: Option<String>,
    signer: Option<String>,
    issuer: String,
    addressee: String,
    year: i32,
    period: Period,
    basis: String,
    clauses: Vec<Kept>,
    problems: Vec<Trouble>,
    opinions: Option<String>,
    plans: Vec<String>,
    date: NaiveDate,
}

/// The checks of an agreement with those of the affair that its own continues, by day; what was carried on from there stands behind
/// the check that it is of.
fn all_checks(connection: &Connection, head: &Head) -> Result<Vec<SaveAgreementCheck>, Problem> {
    let mut all = match head.continues {
        Some(id) => all_checks(connection, &agreements::head(connection, id)?)?,
        None => Vec::new(),
    };
    all.extend(checks::store::checks(connection, head.id)?);
    all.sort_by_key(|check| check.checked_on);
    Ok(all)
}

/// Who checked, how often, how.
fn basis(all: &[SaveAgreementCheck]) -> String {
    let mut held: Vec<_> = all.iter().map(|one| (one.checked_on, one.from_on, one.to_on)).collect();
    // A check of which something was carried on was held once.
    held.sort_unstable();
    held.dedup();
    let days: Vec<String> = held.iter().map(|(day, ..)| day_words(*day)).collect();
    let ways: Vec<&str> = all.iter().map(|one| one.method.trim().trim_end_matches('。')).collect();
    let mut told = Vec::new();
    for way in ways {
        if !told.contains(&way) {
            told.push(way);
        }
    }
    format!("双方于{}共检查{}次，{}", days.join("、"), days.len(), told.join("；"))
}

/// The newest word on each clause.
fn newest(all: &[SaveAgreementCheck]) -> Vec<checks::model::AgreementCheckClause> {
    let mut clauses: Vec<checks::model::AgreementCheckClause> = Vec::new();
    for one in all.iter().flat_map(|check| &check.clauses) {
        match clauses.iter_mut().find(|known| known.clause == one.clause) {
            Some(known) => known.clone_from(one),
            None => clauses.push(one.clone()),
        }
    }
    clauses
}

/// Whether it goes to a union above: then it bears the red header and whoever answers for it, as every paper that goes upwards.
fn goes_up(connection: &Connection, addressee: &str) -> Result<bool, Problem> {
    let upper = details::sheet(connection, Shown::Never)?.details.upper_union;
    let named = text(&upper).is_some_and(|upper| addressee.contains(upper));
    Ok(named || (addressee.contains("工会") && !addressee.contains("大会")))
}

/// Fills it.
///
/// Errors: `not_found`, also where nothing was checked.
pub(super) fn fill(connection: &Connection, book: &LawBook, id: AgreementId) -> Result<Filled, Problem> {
    let head = agreements::head(connection, id)?;
    let known = Known::of(connection, &head)?;
    let all = all_checks(connection, &head)?;
    let Some(last) = all.last() else { return Err(Problem::missing("次履行检查")) };
    let course = agreement::course_of(connection, book, id)?;
    let events = store::events(connection, head.negotiation)?;
    let told = events.iter().rev().find(|one| one.kind == EventKind::Explained && one.agreement == Some(id));
    let book = book.scoped(head.kind.code());
    let law = Law { book, place: &known.talks.place, on: last.checked_on };
    let clauses = newest(&all);
    let open: Vec<_> =
        clauses.iter().filter(|one| text(&one.gap).is_some() && one.done_on.is_none()).collect();
    let mut plans: Vec<String> = open
        .iter()
        .map(|one| {
            let owner = text(&one.owner).map(|owner| format!("由{owner}负责")).unwrap_or_default();
            format!("“{}”：{owner}{}", one.clause, text(&one.remedy).unwrap_or_default())
        })
        .collect();
    plans.push("继续监督合同的履行，发现问题及时协商解决".to_owned());
    let opinions: Vec<&str> = all.iter().filter_map(|one| text(&one.opinions)).collect();
    let addressee = told
        .and_then(|event| text(&event.facts.receiver).map(str::to_owned))
        .unwrap_or_else(|| "职工代表大会".to_owned());
    let date = told.map_or(last.checked_on, |event| event.happened_on);
    let upward = goes_up(connection, &addressee)?;
    let signer = if upward { union::bodies::signer(connection, date)? } else { None };
    let missing = lacking(&[
        (course.effective_on().is_none(), "合同的生效日期"),
        (upward && signer.is_none(), "签发人"),
    ]);
    let context = ReportPaper {
        paper_name: rules::contract_name(law, head.kind),
        enterprise: Named { name: known.union.employer.clone() },
        header: upward.then(|| format!("{}文件", known.union.name)),
        signer,
        issuer: known.union.name.clone(),
        addressee,
        year: known.talks.year,
        // It is kept from the first day of its term on, whenever it came into effect.
        period: Period {
            from: known.base.term_from.or(course.effective_on()).unwrap_or(last.from_on),
            to: last.to_on,
        },
        basis: basis(&all),
        problems: (open.iter())
            .map(|one| Trouble {
                what: format!("“{}”{}", one.clause, text(&one.gap).unwrap_or_default()),
                remedy: text(&one.remedy).unwrap_or_default().to_owned(),
                due: one.due_on,
            })
            .collect(),
        clauses: (clauses.iter())
            .map(|one| Kept {
                clause: one.clause.clone(),
                target: one.target.clone(),
                actual: one.actual.clone(),
                gap: text(&one.gap).map(str::to_owned),
                remedy: text(&one.remedy).map(str::to_owned),
                done: text(&one.gap).is_none() || one.done_on.is_some(),
            })
            .collect(),
        opinions: (!opinions.is_empty()).then(|| opinions.join("；")),
        plans,
        date,
    };
    let title = format!("{}年度履行报告", head.title);
    Filled::new("negotiation/performance-report", id.to_string(), title, missing, &context)
}

/// Those of a round of talks.
pub(super) fn list(connection: &Connection, head: &store::Head) -> Result<Vec<PaperLine>, Problem> {
    let mut lines = Vec::new();
    for one in agreements::heads(connection, head.id)? {
        if checks::store::checks(connection, one.id)?.is_empty() {
            continue;
        }
        lines.push(PaperLine {
            kind: REPORT.to_owned(),
            of: one.id.to_string(),
            title: format!("{}年度履行报告", one.title),
            affair: head.title.clone(),
            dated: None,
            missing: Vec::new(),
            issued: Vec::new(),
            made_by: None,
        });
    }
    Ok(lines)
}

//! 集体合同报送审查表, filled from the ledger.

use chrono::NaiveDate;
use law::{LawBook, Rule};
use rusqlite::Connection;
use serde::Serialize;

use super::super::parties::{Congress, Wages, lacking};
use super::super::terms::{articles, titles};
use super::desk::{Desk, sort};
use crate::Problem;
use crate::members;
use crate::negotiation::agreement::amendments::model::AmendmentAct;
use crate::negotiation::agreement::amendments::store as amended;
use crate::negotiation::agreement::model::AgreementId;
use crate::negotiation::model::Side;
use crate::negotiation::rules::{self, Law};
use crate::office::model::Filled;
use crate::union;

#[derive(Serialize)]
struct Enterprise {
    name: String,
    code: String,
    representative: String,
    address: String,
    kind: Option<String>,
    trade: Option<String>,
    people: Option<u32>,
    phone: Option<String>,
}

#[derive(Serialize)]
struct UnionOnForm {
    name: String,
    code: String,
    chair: String,
    members: Option<u32>,
}

/// None of a side whose list nobody entered.
#[derive(Serialize)]
struct Many {
    workers: Option<usize>,
    employer: Option<usize>,
}

#[derive(Serialize)]
struct ChiefNames {
    workers: String,
    employer: String,
}

#[derive(Serialize)]
struct Term {
    from: Option<NaiveDate>,
    to: Option<NaiveDate>,
}

#[derive(Serialize)]
struct Limit {
    days: String,
    article: String,
    on: Option<NaiveDate>,
}

#[derive(Serialize)]
struct Material {
    name: String,
    copies: u32,
}

#[derive(Serialize)]
struct Filer {
    name: String,
    phone: Option<String>,
}

#[derive(Serialize)]
struct FormPaper {
    paper_name: String,
    department: String,
    enterprise: Enterprise,
    union: UnionOnForm,
    representatives: Many,
    chiefs: ChiefNames,
    congress: Option<Congress>,
    term: Term,
    signed_on: Option<NaiveDate>,
    kind: &'static str,
    covered: Option<u32>,
    wages: Option<Wages>,
    unsaid: Vec<&'static str>,
    deadline: Limit,
    materials: Vec<Material>,
    filer: Filer,
    date: NaiveDate,
}

/// The rules by which it is handed in; where the place has none of its own for what amends a contract, those of a contract.
fn terms<'a>(law: Law<'a>, subject: &str) -> Vec<&'a Rule> {
    let own = law.timed(subject);
    if own.is_empty() { law.timed("negotiation.submission") } else { own }
}

fn limit(connection: &Connection, desk: &Desk, book: &LawBook) -> Result<Limit, Problem> {
    let act = amended::said(connection, desk.head.id)?.map(|said| said.act);
    // What renews a contract is handed in as one newly concluded.
    let subject = match act {
        None | Some(AmendmentAct::Renew) => "negotiation.submission",
        Some(_) => "negotiation.amendment.filing",
    };
    let signed = desk.signed_on.into_iter();
    let signed = signed.flat_map(|day| [("contract_signed", day), ("amendment_signed", day)]);
    let told = desk.notified_on.map(|day| ("congress_notice_received", day));
    let known: Vec<_> = signed.chain(told).collect();
    let clock = crate::duty::clock(book, subject, &desk.known.talks.place, &known)?;
    let rules: Vec<&Rule> = match &clock {
        Some(clock) => book.rule(&clock.rule.id).into_iter().collect(),
        // Before the days are known that they start on, each term is named.
        None => terms(desk.law(book), subject),
    };
    Ok(Limit {
        days: titles(&rules).unwrap_or_else(|| "按受理部门的要求".to_owned()),
        article: articles(&rules),
        on: clock.map(|clock| clock.due),
    })
}

/// How many sit on a side; none where its list is not known.
fn many(desk: &Desk, side: Side) -> Option<usize> {
    Some(desk.side(side).count()).filter(|count| *count > 0)
}

pub(super) fn form(connection: &Connection, book: &LawBook, id: AgreementId) -> Result<Filled, Problem> {
    let desk = Desk::load(connection, book, id)?;
    let all = book;
    let book = all.scoped(desk.head.kind.code());
    let law = desk.law(book);
    let handed_in = desk.materials(connection, book)?.into_iter();
    let materials = handed_in.map(|(name, copies)| Material { name, copies }).collect();
    let enterprise = desk.known.enterprise();
    let workers = desk.known.workers();
    let (workers_chief, employer_chief) = (desk.chief(Side::Workers), desk.chief(Side::Employer));
    let mut missing = desk.missing();
    missing.extend(lacking(&[
        (enterprise.code.is_empty(), "企业的统一社会信用代码"),
        (enterprise.representative.is_empty(), "企业的法定代表人"),
        (desk.known.address().is_empty(), "企业的地址"),
        (workers_chief.is_empty(), "职工方首席代表"),
        (employer_chief.is_empty(), "企业方首席代表"),
        (desk.head.amends.is_none() && desk.head.term_from.is_none(), "合同期限的起日"),
        (desk.head.amends.is_none() && desk.head.term_to.is_none(), "合同期限的止日"),
        (desk.signed_on.is_none(), "签订日期"),
        (desk.told.covered.or(desk.people).is_none(), "合同适用的职工人数"),
        (desk.told.filer.is_empty(), "经办人"),
    ]));
    let term = if desk.head.amends.is_some() { &desk.known.base } else { &desk.head };
    let context = FormPaper {
        paper_name: rules::contract_name(law, desk.head.kind),
        department: desk.told.department.clone(),
        enterprise: Enterprise {
            name: enterprise.name,
            code: enterprise.code,
            representative: enterprise.representative,
            address: desk.known.address(),
            kind: desk.told.enterprise_kind.clone(),
            trade: desk.told.trade.clone(),
            people: desk.people,
            phone: desk.told.phone.clone(),
        },
        union: UnionOnForm {
            name: workers.name,
            code: workers.code,
            chair: union::bodies::chair(connection, desk.date)?.unwrap_or(workers.representative),
            // Where no roster is kept, nobody is counted: a line to write on is better than a nought.
            members: Some(members::store::counts(connection)?.states.member).filter(|many| *many > 0),
        },
        representatives: Many { workers: many(&desk, Side::Workers), employer: many(&desk, Side::Employer) },
        chiefs: ChiefNames { workers: workers_chief, employer: employer_chief },
        term: Term { from: term.term_from, to: term.term_to },
        signed_on: desk.signed_on,
        kind: sort(connection, book, &desk.head, &desk.told)?,
        covered: desk.told.covered.or(desk.people),
        deadline: limit(connection, &desk, book)?,
        materials,
        filer: Filer { name: desk.told.filer.clone(), phone: desk.told.phone.clone() },
        date: desk.date,
        congress: desk.congress,
        wages: desk.wages,
        unsaid: desk.unsaid,
    };
    let title = format!("{}报送审查表", desk.head.title);
    Filled::new("negotiation/filing-form", id.to_string(), title, missing, &context)
}

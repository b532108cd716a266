//! The paper of what amends an agreement in force (变更、解除、终止、续签协议): reason and ground, the clauses that change, from when it
//! holds, the vote that passed it, and by when it is filed.

use chrono::NaiveDate;
use law::LawBook;
use rusqlite::Connection;
use serde::Serialize;

use super::parties::{Congress, Known, Party, lacking};
use super::signature::{Chiefs, Signature, chiefs_of};
use super::terms::{articles, titles};
use crate::Problem;
use crate::negotiation::agreement;
use crate::negotiation::agreement::amendments::model::{AmendmentAct, AmendmentChange};
use crate::negotiation::agreement::amendments::store as amended;
use crate::negotiation::agreement::course::What;
use crate::negotiation::agreement::model::AgreementId;
use crate::negotiation::agreement::store as agreements;
use crate::negotiation::kinds::AMENDMENT;
use crate::negotiation::model::EventKind;
use crate::negotiation::rules::{self, Law};
use crate::negotiation::store;
use crate::office::model::{Filled, PaperLine};

#[derive(Serialize)]
struct Term {
    from: Option<NaiveDate>,
    to: Option<NaiveDate>,
}

#[derive(Serialize)]
struct Amended {
    number: Option<String>,
    signed_on: Option<NaiveDate>,
    term: Term,
}

#[derive(Serialize)]
struct Proposed {
    by: &'static str,
    on: NaiveDate,
}

#[derive(Serialize)]
struct Change {
    clause: String,
    before: String,
    after: String,
}

impl Change {
    fn of(one: AmendmentChange) -> Self {
        Change { clause: one.clause, before: one.was, after: one.becomes }
    }
}

#[derive(Serialize)]
struct AmendmentPaper {
    paper_name: String,
    act: &'static str,
    enterprise: Party,
    union: Party,
    chiefs: Chiefs,
    year: i32,
    contract: Amended,
    basis: String,
    proposed: Proposed,
    reason: String,
    changes: Vec<Change>,
    effective: NaiveDate,
    term: Option<Term>,
    terms: Vec<String>,
    congress: Option<Congress>,
    filing: String,
    copies: Option<u32>,
}

/// By which rule it may be done, with the ground that was chosen: the grounds are listed for changes and rescissions, another article
/// than theirs is not quoted with one.
fn basis(law: Law<'_>, act: AmendmentAct, ground: Option<&str>) -> String {
    let (subject, ground) = match act {
        AmendmentAct::Renew => ("negotiation.renewal_window", None),
        AmendmentAct::End => ("negotiation.ending", None),
        AmendmentAct::Change | AmendmentAct::Rescind => ("negotiation.amendment.grounds", ground),
    };
    let quoted = law.rule(subject).map(|rule| format!("《{}》{}", rule.instrument, rule.article));
    match (quoted, ground) {
        (Some(quoted), Some(ground)) => format!("{quoted}（{ground}）"),
        (Some(quoted), None) => quoted,
        (None, _) => "双方的约定".to_owned(),
    }
}

/// To whom it is handed in and by when, from the rule of the place.
fn filing(law: Law<'_>, act: AmendmentAct) -> String {
    let subjects: &[&str] = match act {
        AmendmentAct::Change => &["negotiation.amendment.filing", "negotiation.submission"],
        // What renews a contract is handed in as one newly concluded.
        AmendmentAct::Renew => &["negotiation.submission"],
        AmendmentAct::Rescind => &["negotiation.rescission.filing"],
        AmendmentAct::End => &[],
    };
    let said = |subject: &&str| {
        let rules = law.timed(subject);
        Some(format!("本协议按{}办理：{}", articles(&rules), titles(&rules)?))
    };
    let own = "本协议自双方首席代表签字、加盖公章之日起成立";
    subjects.iter().find_map(said).unwrap_or_else(|| own.to_owned())
}

/// Fills it.
///
/// Errors: `not_found`.
pub(super) fn fill(connection: &Connection, book: &LawBook, id: AgreementId) -> Result<Filled, Problem> {
    let head = agreements::head(connection, id)?;
    let (record, ground) = amended::record(connection, id)?;
    let known = Known::of(connection, &head)?;
    let law = Law { book: book.scoped(head.kind.code()), place: &known.talks.place, on: record.proposed_on };
    let base = agreement::course_of(connection, book, known.base.id)?;
    let own = agreement::course_of(connection, book, id)?;
    let signing = own.last(What::Event(EventKind::Signed)).map(|act| act.id);
    let mut signed = None;
    for one in agreements::line(connection, &head)? {
        let events = store::events(connection, one.negotiation)?;
        signed = signed.or(events.into_iter().find(|event| Some(event.id.uuid()) == signing));
    }
    let copies = signed.and_then(|event| event.facts.copies).or(known.copies());
    let signature = Signature::of(connection, &own)?;
    let chiefs = chiefs_of(connection, signature.as_ref(), head.negotiation)?;
    let passed = known.passed(connection, book, (&head, signature.as_ref().map(Signature::on)))?;
    let congress = passed.as_ref().map(Congress::of);
    let asked = record.act != AmendmentAct::End;
    let missing = lacking(&[
        (known.enterprise().code.is_empty(), "企业的统一社会信用代码"),
        (known.enterprise().representative.is_empty(), "企业的法定代表人"),
        (known.workers().representative.is_empty(), "工会的法定代表人"),
        (chiefs.workers.name.is_empty(), "职工方首席代表"),
        (chiefs.employer.name.is_empty(), "企业方首席代表"),
        (known.base.term_from.is_none(), "原合同期限的起日"),
        (known.base.term_to.is_none(), "原合同期限的止日"),
        (asked && congress.is_none(), "职工代表大会的审议通过"),
        (copies.is_none(), "协议份数"),
    ]);
    let context = AmendmentPaper {
        paper_name: rules::contract_name(law, head.kind),
        act: record.act.code(),
        enterprise: known.enterprise(),
        union: known.workers(),
        chiefs,
        year: known.talks.year,
        contract: Amended {
            number: None,
            signed_on: base.last(What::Event(EventKind::Signed)).map(|act| act.on),
            term: Term { from: known.base.term_from, to: known.base.term_to },
        },
        basis: basis(law, record.act, ground.as_deref()),
        proposed: Proposed { by: record.proposed_by.name(), on: record.proposed_on },
        reason: record.reason,
        changes: record.changes.into_iter().map(Change::of).collect(),
        effective: record.effective_on,
        term: (record.act == AmendmentAct::Renew)
            .then_some(Term { from: record.term_from, to: record.term_to }),
        terms: record.terms,
        congress,
        filing: filing(law, record.act),
        copies,
    };
    Filled::new("negotiation/amendment", id.to_string(), head.title, missing, &context)
}

/// Those of a round of talks.
pub(super) fn list(connection: &Connection, head: &store::Head) -> Result<Vec<PaperLine>, Problem> {
    let mut lines = Vec::new();
    for one in agreements::amendments(connection, head.id)? {
        lines.push(PaperLine {
            kind: AMENDMENT.to_owned(),
            of: one.id.to_string(),
            title: one.title,
            affair: head.title.clone(),
            dated: None,
            missing: Vec::new(),
            issued: Vec::new(),
            made_by: None,
        });
    }
    Ok(lines)
}

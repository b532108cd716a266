//! Filling the papers of who speaks for a side: the mandates of a chief's agent and of an adviser; the record of the meeting that
//! chose the representatives and the notice that makes them known are `elections`'. Of an identity number no more than the last
//! four are printed.

mod elections;

use chrono::NaiveDate;
use law::LawBook;
use rusqlite::Connection;
use serde::Serialize;

use super::context::{Named, lacking, told};
use crate::Problem;
use crate::negotiation::agreement;
use crate::negotiation::kinds::{ADVISER_MANDATE, CHIEF_MANDATE, ELECTION_NOTICE, ELECTION_RECORD};
use crate::negotiation::model::{NegotiationId, Side};
use crate::negotiation::names;
use crate::negotiation::people::model::{Mandate, MandateId, MandateKind, RepresentativeElectionId};
use crate::negotiation::people::store as kept;
use crate::negotiation::rules::Law;
use crate::negotiation::store;
use crate::office::model::{Filled, PaperLine};
use crate::office::text;

#[derive(Serialize)]
struct Principal {
    body: String,
    name: String,
    post: Option<String>,
}

#[derive(Serialize)]
struct Agent {
    name: String,
    sex: Option<&'static str>,
    post: Option<String>,
    id_last4: Option<String>,
}

#[derive(Serialize)]
struct ChiefMandate {
    enterprise: Named,
    side: &'static str,
    year: i32,
    talks: String,
    legal_basis: String,
    reason: Option<String>,
    principal: Principal,
    agent: Agent,
    scope: Vec<String>,
    from: NaiveDate,
    to: Option<NaiveDate>,
    date: NaiveDate,
}

#[derive(Serialize)]
struct Adviser {
    name: String,
    sex: Option<&'static str>,
    unit: Option<String>,
    profession: Option<String>,
    certificate: Option<String>,
    id_last4: Option<String>,
}

#[derive(Serialize)]
struct AdviserMandate {
    enterprise: Named,
    side: &'static str,
    year: i32,
    talks: String,
    role: &'static str,
    legal_basis: String,
    principal: Principal,
    adviser: Adviser,
    tasks: Vec<String>,
    limits: Option<String>,
    from: NaiveDate,
    to: Option<NaiveDate>,
    date: NaiveDate,
}

/// What of them the negotiation can print now.
pub(super) fn list(
    connection: &Connection,
    id: NegotiationId,
    affair: &str,
) -> Result<Vec<PaperLine>, Problem> {
    let line = |kind: &str, of: String, title: String, dated| PaperLine {
        kind: kind.to_owned(),
        of,
        title,
        affair: affair.to_owned(),
        dated,
        missing: Vec::new(),
        issued: Vec::new(),
        made_by: None,
    };
    let mut lines = Vec::new();
    for mandate in kept::mandates(connection, id)? {
        let Some(of) = mandate.id else { continue };
        let kind = if mandate.kind == MandateKind::Chief { CHIEF_MANDATE } else { ADVISER_MANDATE };
        let title = format!("{}（{}）", mandate.kind.label(), mandate.name);
        lines.push(line(kind, of.to_string(), title, Some(mandate.given_on)));
    }
    let elections = kept::elections(connection, id)?;
    if let Some(last) = elections.last() {
        let title = "协商代表公示".to_owned();
        lines.push(line(ELECTION_NOTICE, id.to_string(), title, last.post_from));
    }
    for election in elections {
        let Some(of) = election.id else { continue };
        let title = "协商代表推选会议记录".to_owned();
        lines.push(line(ELECTION_RECORD, of.to_string(), title, Some(election.held_on)));
    }
    Ok(lines)
}

/// Fills one of them; none for a kind that is not theirs.
///
/// Errors: `not_found`.
pub(super) fn fill(
    connection: &Connection,
    book: &LawBook,
    kind: &str,
    of: &str,
) -> Option<Result<Filled, Problem>> {
    let unknown = || Problem::missing("份文件");
    Some(match kind {
        CHIEF_MANDATE | ADVISER_MANDATE => {
            of.parse::<MandateId>().map_err(|_| unknown()).and_then(|id| mandate(connection, book, kind, id))
        }
        ELECTION_RECORD => of
            .parse::<RepresentativeElectionId>()
            .map_err(|_| unknown())
            .and_then(|id| elections::record(connection, book, id)),
        ELECTION_NOTICE => of
            .parse::<NegotiationId>()
            .map_err(|_| unknown())
            .and_then(|id| elections::notice(connection, book, id)),
        _ => return None,
    })
}

fn basis(law: Law<'_>, subjects: &[&str]) -> String {
    let rule = subjects.iter().find_map(|subject| law.rule(subject));
    rule.map(|rule| format!("《{}》{}", rule.instrument, rule.article)).unwrap_or_default()
}

fn mandate(connection: &Connection, book: &LawBook, kind: &str, id: MandateId) -> Result<Filled, Problem> {
    let mandate = kept::mandate(connection, id)?;
    if (mandate.kind == MandateKind::Chief) != (kind == CHIEF_MANDATE) {
        return Err(Problem::missing("份文件"));
    }
    let head = store::head(connection, mandate.negotiation)?;
    let book = agreement::book_of(connection, book, mandate.negotiation)?;
    let law = Law { book, place: &head.place, on: mandate.given_on };
    match mandate.kind {
        MandateKind::Chief => chief_mandate(connection, law, &head, &mandate),
        MandateKind::Adviser => adviser_mandate(connection, law, &head, &mandate),
    }
}

fn principal(body: &str, mandate: &Mandate) -> Principal {
    Principal {
        body: body.to_owned(),
        name: mandate.principal.clone(),
        post: text(&mandate.principal_post).map(str::to_owned),
    }
}

fn chief_mandate(
    connection: &Connection,
    law: Law<'_>,
    head: &store::Head,
    mandate: &Mandate,
) -> Result<Filled, Problem> {
    let union = names::of_affair(connection, mandate.negotiation)?;
    let body = if mandate.side == Side::Workers { union.name } else { union.employer.clone() };
    let post = text(&mandate.unit).map(str::to_owned);
    let missing = lacking(&[
        (post.is_none(), "受委托人的职务"),
        (mandate.id_last4.is_none(), "受委托人身份证号码后四位"),
    ]);
    let context = ChiefMandate {
        enterprise: Named { name: union.employer },
        side: mandate.side.name(),
        year: head.year,
        talks: head.talks().to_owned(),
        legal_basis: basis(
            law,
            &["negotiation.representatives.chief_is_chair", "negotiation.representatives.chief"],
        ),
        reason: text(&mandate.reason).map(str::to_owned),
        principal: principal(&body, mandate),
        agent: Agent {
            name: mandate.name.clone(),
            sex: told(mandate.sex),
            post,
            id_last4: mandate.id_last4.clone(),
        },
        scope: mandate.scope.clone(),
        from: mandate.from_on,
        to: mandate.until_on,
        date: mandate.given_on,
    };
    let title = format!("{}首席代表授权委托书（{}）", mandate.side.name(), mandate.name);
    Filled::new("negotiation/chief-mandate", of(mandate), title, missing, &context)
}

fn of(mandate: &Mandate) -> String {
    mandate.id.map(|id| id.to_string()).unwrap_or_default()
}

fn adviser_mandate(
    connection: &Connection,
    law: Law<'_>,
    head: &store::Head,
    mandate: &Mandate,
) -> Result<Filled, Problem> {
    let union = names::of_affair(connection, mandate.negotiation)?;
    let body = if mandate.side == Side::Workers { union.name } else { union.employer.clone() };
    let barred = "negotiation.representatives.outside_barred";
    let advises = law.rule(barred).is_some() || mandate.representative.is_none();
    let missing = lacking(&[
        (mandate.unit.is_none(), "专业人员所在单位"),
        (mandate.profession.is_none(), "专业人员的专业"),
        (mandate.id_last4.is_none(), "专业人员身份证号码后四位"),
    ]);
    let limits = format!("协商顾问不代表{}表态，不在纪要和合同上签字", mandate.side.name());
    let context = AdviserMandate {
        enterprise: Named { name: union.employer },
        side: mandate.side.name(),
        year: head.year,
        talks: head.talks().to_owned(),
        role: if advises { "协商顾问" } else { "协商代表" },
        legal_basis: basis(law, &[barred, "negotiation.representatives.outside_share"]),
        principal: principal(&body, mandate),
        adviser: Adviser {
            name: mandate.name.clone(),
            sex: told(mandate.sex),
            unit: mandate.unit.clone(),
            profession: mandate.profession.clone(),
            certificate: mandate.certificate.clone(),
            id_last4: mandate.id_last4.clone(),
        },
        tasks: mandate.scope.clone(),
        limits: advises.then_some(limits),
        from: mandate.from_on,
        to: mandate.until_on,
        date: mandate.given_on,
    };
    let title = format!("专业人员委托书（{}）", mandate.name);
    Filled::new("negotiation/adviser-mandate", of(mandate), title, missing, &context)
}

//! The papers of the congress's vote on agreements: ballot, count, resolution. The session's own facts are the congress's; which
//! lines hold and what a passed agreement calls for is told here.

use law::{Actor, Kind, LawBook, Rule};
use rusqlite::Connection;

use super::terms::side_by_side;
use crate::Problem;
use crate::congress::model::{CongressForm, CongressSessionId, CongressSessionInput, CongressVoteId};
use crate::congress::papers::{BALLOT, COUNT, RESOLUTION, ballot, count, passed, resolution};
use crate::congress::store::{self as sessions, Voted};
use crate::negotiation::agreement;
use crate::negotiation::agreement::amendments::model::AmendmentAct;
use crate::negotiation::agreement::model::AgreementId;
use crate::negotiation::model::NegotiationId;
use crate::negotiation::names;
use crate::negotiation::rules::Law;
use crate::negotiation::store;
use crate::office::model::{Filled, PaperLine};

/// The round of talks that a vote belongs to.
fn talks_of(connection: &Connection, vote: &Voted) -> Result<NegotiationId, Problem> {
    let id = vote.agreement.map(AgreementId::from).ok_or_else(|| Problem::missing("份集体合同"))?;
    Ok(agreement::store::head(connection, id)?.negotiation)
}

/// A session with its votes and the round of talks they belong to.
fn session_of(
    connection: &Connection,
    id: CongressSessionId,
) -> Result<(CongressSessionInput, Vec<Voted>, NegotiationId), Problem> {
    let session = sessions::session(connection, id)?;
    let votes = sessions::votes(connection, id)?;
    let talks = talks_of(connection, votes.first().ok_or_else(|| Problem::missing("次表决"))?)?;
    Ok((session, votes, talks))
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
        BALLOT => of.parse().map_err(|_| unknown()).and_then(|id| ballot_of(connection, id)),
        COUNT => of.parse().map_err(|_| unknown()).and_then(|id| count_of(connection, book, id)),
        RESOLUTION => of.parse().map_err(|_| unknown()).and_then(|id| resolution_of(connection, book, id)),
        _ => return None,
    })
}

fn ballot_of(connection: &Connection, id: CongressSessionId) -> Result<Filled, Problem> {
    let (session, votes, talks) = session_of(connection, id)?;
    let matters: Vec<&str> = votes.iter().map(|vote| vote.matter.as_str()).collect();
    ballot(&names::of_affair(connection, talks)?.employer, &session, &matters)
}

fn count_of(connection: &Connection, book: &LawBook, id: CongressSessionId) -> Result<Filled, Problem> {
    let (session, votes, talks) = session_of(connection, id)?;
    let place = store::head(connection, talks)?.place;
    let mut judged = Vec::new();
    for vote in votes {
        let about = vote.agreement.map(AgreementId::from).ok_or_else(|| Problem::missing("份集体合同"))?;
        let book = book.scoped(agreement::store::head(connection, about)?.kind.code());
        let amends = agreement::amendments::store::said(connection, about)?.map(|said| said.act);
        let lines = agreement::votes::lines_of(book, &place, &session, amends);
        judged.push((vote, lines));
    }
    // Of several, what binds the attendance is that of the first; where another needs other votes, the count says so.
    let (_, lines) = judged.first().ok_or_else(|| Problem::missing("次表决"))?;
    count(&names::of_affair(connection, talks)?.employer, &session, lines, &judged)
}

fn resolution_of(connection: &Connection, book: &LawBook, id: CongressVoteId) -> Result<Filled, Problem> {
    let vote = sessions::vote(connection, id)?;
    let session = sessions::session(connection, vote.session)?;
    let head = store::head(connection, talks_of(connection, &vote)?)?;
    let about = vote.agreement.map(AgreementId::from).ok_or_else(|| Problem::missing("份集体合同"))?;
    let book = book.scoped(agreement::store::head(connection, about)?.kind.code());
    let amends = agreement::amendments::store::said(connection, about)?.map(|said| said.act);
    let lines = agreement::votes::lines_of(book, &head.place, &session, amends);
    let union = names::of_agreement(connection, about)?;
    let law = Law { book, place: &head.place, on: session.held_on };
    let decisions = if passed(&session, &lines, vote.votes[0]) {
        calls_for(law, session.form, (&union.employer, &vote), amends)
    } else {
        vec![format!("{}没有获得通过，由双方重新协商，形成新的草案以后再次提交表决", quoted(&vote.matter))]
    };
    resolution(&union.employer, &session, &lines, &vote, decisions)
}

fn quoted(matter: &str) -> String {
    format!("《{matter}》")
}

/// What a rule sets a term for, by its subject: what is done, and with whom.
type Called = (&'static str, &'static str);

const FILED: Called = ("negotiation.submission", "将合同文本报送人力资源和社会保障行政部门");
const CHANGED: Called = ("negotiation.amendment.filing", "将变更协议报送人力资源和社会保障行政部门");
const RESCINDED: Called = ("negotiation.rescission.filing", "将解除协议报送人力资源和社会保障行政部门备案");
const PUBLISHED: Called = ("negotiation.publication", "向全体职工公布合同");
const REPORTED: Called = ("negotiation.report_performance", "");

/// What follows from a passed agreement or from what amends one, each by the rule of the place that asks for it.
fn calls_for(
    law: Law<'_>,
    form: CongressForm,
    (employer, vote): (&str, &Voted),
    amends: Option<AmendmentAct>,
) -> Vec<String> {
    let called: &[Called] = match amends {
        None | Some(AmendmentAct::Renew) => &[FILED, PUBLISHED, REPORTED],
        Some(AmendmentAct::Change) => &[CHANGED, PUBLISHED, REPORTED],
        Some(AmendmentAct::Rescind) => &[RESCINDED],
        Some(AmendmentAct::End) => &[],
    };
    let mut decisions = vec![format!("通过《{employer}{}》，由双方首席代表签字、加盖公章", vote.matter)];
    for (subject, what) in called {
        let called = |rule: &Rule| {
            let said = within(rule, what).unwrap_or_else(|| said_of(form, &rule.title));
            format!("{said}（《{}》{}）", rule.instrument, rule.article)
        };
        decisions.extend(side_by_side(law.timed(subject).into_iter().map(called).collect()));
    }
    decisions
}

/// What a rule says of the congress, said of all workers where they met. A text that names them beside it says so itself.
fn said_of(form: CongressForm, title: &str) -> String {
    let named = ["职工大会", "全体职工"].iter().any(|one| title.contains(one));
    if form.of_delegates() || named {
        return title.to_owned();
    }
    title.replace(CongressForm::Congress.label(), form.label())
}

/// 企业应当自签订工资集体合同之日起7日内将合同文本报送…; none for a rule that sets no term.
fn within(rule: &Rule, what: &str) -> Option<String> {
    let quantity = rule.quantity.as_ref().filter(|_| rule.kind == Kind::Clock)?;
    let who = match rule.actor {
        Actor::Employer => "企业",
        Actor::Both => "双方",
        _ => return None,
    };
    let since = rule.start_label.as_deref()?;
    let since = since.strip_prefix(who).unwrap_or(since);
    Some(format!("{who}应当自{since}之日起{}{}内{what}", quantity.whole()?, quantity.unit.chinese()))
}

/// The papers of a round of talks' votes.
pub(super) fn list(
    connection: &Connection,
    id: NegotiationId,
    affair: &str,
) -> Result<Vec<PaperLine>, Problem> {
    let mut lines = Vec::new();
    let mut line = |kind: &str, of: String, title: String, dated| {
        lines.push(PaperLine {
            kind: kind.to_owned(),
            of,
            title,
            affair: affair.to_owned(),
            dated: Some(dated),
            missing: Vec::new(),
            issued: Vec::new(),
            made_by: None,
        });
    };
    let mut told = Vec::new();
    for head in agreement::store::all(connection, id)? {
        // Beside the session that concluded an agreement, one that amends it tells what it was about.
        let about = if head.amends.is_some() { format!("（{}）", head.title) } else { String::new() };
        for (session, vote) in sessions::votes_on(connection, head.id.uuid())? {
            line(RESOLUTION, vote.id.to_string(), format!("关于{}的决议", head.title), session.held_on);
            if let Some(of) = session.id.filter(|of| !told.contains(of)) {
                line(COUNT, of.to_string(), format!("{}计票报告{about}", session.name), session.held_on);
                line(BALLOT, of.to_string(), format!("{}表决票{about}", session.name), session.held_on);
                told.push(of);
            }
        }
    }
    Ok(lines)
}

//! Commands of the agreements of a negotiation: their votes and filing, what becomes of them, and how they are kept. The talks
//! themselves are in `negotiation`, the text in `contract_text`.

use affairs::congress::model::CongressSessionId;
use affairs::negotiation as work;
use affairs::negotiation::agreement::amendments;
use affairs::negotiation::agreement::amendments::model::SaveAmendment;
use affairs::negotiation::agreement::checks;
use affairs::negotiation::agreement::checks::model::{
    AgreementCheckId, AgreementCheckOffer, SaveAgreementCheck,
};
use affairs::negotiation::agreement::filing;
use affairs::negotiation::agreement::filing::model::AgreementFiling;
use affairs::negotiation::agreement::model::{
    AddAgreement, AgreementId, AgreementVote, MarkMaterial, SaveAgreement, SaveAgreementVote,
};
use affairs::negotiation::contract::{self, Means};
use affairs::pay::figures::policy::Policy;
use affairs::pay::figures::whole;
use affairs::union::model::Shown;
use serde::Deserialize;
use ts_rs::TS;

use crate::Problem;
use crate::command::Done;
use crate::desk::{Desk, Outcome};
use crate::open::{Reading, Writing};
use crate::wages;

/// One agreement.
#[derive(Debug, Clone, Copy, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct AgreementRef {
    /// Its id.
    pub id: AgreementId,
}

/// A check on how an agreement is kept.
#[derive(Debug, Clone, Copy, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct AgreementCheckRef {
    /// Its id.
    pub id: AgreementCheckId,
}

/// A session of the congress that voted on agreements.
#[derive(Debug, Clone, Copy, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct AgreementVoteRef {
    /// The session.
    pub id: CongressSessionId,
}

/// Adds an agreement to a round of talks.
pub fn add_agreement(
    writing: &Writing<'_, '_>,
    _: &Desk,
    args: AddAgreement,
) -> Result<AgreementId, Problem> {
    work::naming::add(writing.tx, writing.book, &args)
}

/// Keeps an agreement's title and term.
pub fn save_agreement(writing: &Writing<'_, '_>, _: &Desk, args: SaveAgreement) -> Result<Done, Problem> {
    work::agreement::save(writing.tx, writing.book, &args).map(|()| Done)
}

/// Removes an agreement to which nothing has happened.
pub fn remove_agreement(writing: &Writing<'_, '_>, _: &Desk, args: AgreementRef) -> Result<Done, Problem> {
    work::naming::remove(writing.tx, writing.book, args.id).map(|()| Done)
}

/// How the votes of a session are judged while they are typed.
pub fn judge_vote(reading: &Reading<'_>, args: SaveAgreementVote) -> Result<Vec<AgreementVote>, Problem> {
    work::agreement::foreseen(reading.connection, reading.book, &args)
}

/// Keeps a session with its votes on agreements.
pub fn save_vote(
    writing: &Writing<'_, '_>,
    desk: &Desk,
    args: SaveAgreementVote,
) -> Result<CongressSessionId, Problem> {
    let means = Means { book: writing.book, library: desk.clauses()? };
    let newly = contract::newly_voted(writing.tx, &args)?;
    let session = work::agreement::save_vote(writing.tx, writing.book, &args)?;
    contract::check_voted(writing.tx, means, &args, &newly)?;
    for vote in &args.votes {
        contract::keep_passed(writing.tx, means, vote.agreement)?;
    }
    Ok(session)
}

/// Removes a session with its votes.
pub fn remove_vote(writing: &Writing<'_, '_>, _: &Desk, args: AgreementVoteRef) -> Result<Done, Problem> {
    work::agreement::remove_vote(writing.tx, writing.book, args.id).map(|()| Done)
}

/// Marks something of the filing ready, or no longer.
pub fn mark_material(writing: &Writing<'_, '_>, _: &Desk, args: MarkMaterial) -> Result<Done, Problem> {
    work::agreement::mark_material(writing.tx, writing.book, &args).map(|()| Done)
}

/// Keeps what the filing of an agreement tells.
pub fn save_filing(writing: &Writing<'_, '_>, _: &Desk, args: AgreementFiling) -> Result<Done, Problem> {
    filing::save(writing.tx, &args).map(|()| Done)
}

/// Keeps what changes, rescinds, ends or renews an agreement in force.
pub fn save_amendment(
    writing: &Writing<'_, '_>,
    desk: &Desk,
    args: SaveAmendment,
) -> Result<AgreementId, Problem> {
    let means = Means { book: writing.book, library: desk.clauses()? };
    let amendment = amendments::save(writing.tx, writing.book, &args)?;
    // What is amended is the text that stands.
    contract::keep_signed(writing.tx, means, args.amends)?;
    Ok(amendment)
}

/// What the ledger proposes for the next check of an agreement: of wages, what was paid in the newest month of its term. What is kept
/// of it everybody reads: of figures of pay it proposes what everybody is told, and to one who sees single wages whether somebody is
/// under the lowest that was promised.
pub fn check_offer(desk: &Desk, which: AgreementRef) -> Result<Outcome<AgreementCheckOffer>, Problem> {
    let library = desk.clauses()?;
    let policy = Policy::load(&desk.assets)?;
    let found = desk.view(|reading| {
        let means = Means { book: reading.book, library };
        let draft = contract::draft(reading.connection, means, which.id, reading.today)?;
        let in_force = checks::in_force(reading.connection, reading.book, which.id, &draft)?;
        let loaded = whole::newest_of(reading.connection, |period| in_force.holds(period))?
            .map(|sheet| wages::looked(reading, sheet, "negotiation.checkOffer"))
            .transpose()?;
        let shown = reading.open.sight().wages;
        let everybody = |loaded: &whole::Loaded| whole::of(reading.connection, loaded, Shown::Never, &policy);
        let pay = loaded.as_deref().map(everybody).transpose()?;
        let lowest = loaded.as_deref().and_then(|loaded| loaded.basis.as_ref());
        let figures = checks::Figures {
            draft: &draft,
            pay: pay.as_ref(),
            lowest: lowest.filter(|_| shown == Shown::Full),
            sight: (shown, &policy),
        };
        checks::offer(reading.connection, reading.book, which.id, &figures)
    })?;
    Ok(Outcome::of(found))
}

/// Keeps a check.
pub fn save_check(
    writing: &Writing<'_, '_>,
    desk: &Desk,
    args: SaveAgreementCheck,
) -> Result<AgreementCheckId, Problem> {
    let means = Means { book: writing.book, library: desk.clauses()? };
    let check = checks::save(writing.tx, writing.book, &args)?;
    // What is checked is the text that stands.
    contract::keep_signed(writing.tx, means, args.agreement)?;
    Ok(check)
}

/// Removes a check with its clauses.
pub fn remove_check(writing: &Writing<'_, '_>, _: &Desk, args: AgreementCheckRef) -> Result<Done, Problem> {
    checks::remove(writing.tx, args.id).map(|()| Done)
}

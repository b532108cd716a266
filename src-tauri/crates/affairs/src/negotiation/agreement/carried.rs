//! What of the agreements of a sealed affair goes on in the one that continues it, each where it stands, and what changes or renews them
//! with it. What comes of it from there on is recorded there; the talks that it may still need are taken along by `negotiation::carried`.

use law::LawBook;
use ledger::Tx;

use super::affair::{self, Affair};
use super::amendments::model::AmendmentAct;
use super::model::{AgreementId, AgreementKind, AgreementState};
use super::store::{self, Head};
use super::{amendments, checks, filing};
use crate::Problem;
use crate::negotiation::contract;
use crate::negotiation::model::NegotiationId;
use crate::negotiation::store as talks;

/// Whether an agreement goes on in the affair that continues its own: both sides signed it, and it is not over.
pub(in crate::negotiation) fn goes_on(state: AgreementState) -> bool {
    is_on_the_way(state) || state == AgreementState::InEffect
}

/// Whether it is signed and on its way to its effect: until then it may come back.
fn is_on_the_way(state: AgreementState) -> bool {
    use AgreementState::{Filed, Received, Returned, Signed};
    matches!(state, Signed | Filed | Received | Returned)
}

/// Whether what amends an agreement goes on with it: what changes or renews it and is signed, as long as it has no effect. What ended an
/// agreement by its signature is read where it was signed.
pub(in crate::negotiation) fn amendment_goes_on(act: AmendmentAct, state: AgreementState) -> bool {
    matches!(act, AmendmentAct::Change | AmendmentAct::Renew) && is_on_the_way(state)
}

/// What came of carrying agreements on.
#[derive(Debug, Default)]
pub(in crate::negotiation) struct Carried {
    /// Whether there was one.
    pub any: bool,
    /// The kinds of those that may still be talked about anew: they are on their way, or what amends them is.
    pub on_the_way: Vec<AgreementKind>,
}

/// Carries the agreements of a sealed affair that both sides signed on into the affair that continues it, each where it stands: in
/// force, or on its way through the filing, with what lies ready for that.
pub(in crate::negotiation) fn carry_on(
    tx: &Tx,
    book: &LawBook,
    sealed: NegotiationId,
    into: NegotiationId,
) -> Result<Carried, Problem> {
    let affair = Affair::load(tx, sealed)?.seen_on(tx.today());
    let whence = format!("接续自{}", talks::head(tx, sealed)?.title);
    let mut carried = Carried::default();
    for head in store::heads(tx, sealed)? {
        let state = affair::course(tx, book, &affair, &head)?.state();
        if !goes_on(state) {
            continue;
        }
        let standing = affair::with_term(tx, book, &affair, head)?;
        let (id, kind) = (tx.new_id::<AgreementId>(), standing.kind);
        let from = standing.id;
        store::save(tx, &Head { id, negotiation: into, continues: Some(from), ..standing })?;
        contract::carry(tx, from, id)?;
        if is_on_the_way(state) {
            carry_filing(tx, from, id)?;
        }
        checks::carry(tx, from, id, &whence)?;
        let amended = carry_amendments(tx, book, &affair, (from, id), into)?;
        if amended || is_on_the_way(state) {
            carried.on_the_way.push(kind);
        }
        carried.any = true;
    }
    Ok(carried)
}

/// Takes along what lies ready for a filing.
fn carry_filing(tx: &Tx, from: AgreementId, to: AgreementId) -> Result<(), Problem> {
    store::carry_materials(tx, from, to)?;
    filing::carry(tx, from, to)
}

/// Carries on with an agreement what changes or renews it. Answers whether there was anything.
fn carry_amendments(
    tx: &Tx,
    book: &LawBook,
    affair: &Affair,
    (from, to): (AgreementId, AgreementId),
    into: NegotiationId,
) -> Result<bool, Problem> {
    let mut any = false;
    let amending = store::amendments(tx, affair.id)?.into_iter();
    for one in amending.filter(|one| one.amends == Some(from)) {
        let state = affair::course(tx, book, affair, &one)?.state();
        let (said, ground) = amendments::store::record(tx, one.id)?;
        if !amendment_goes_on(said.act, state) {
            continue;
        }
        let (id, was) = (tx.new_id::<AgreementId>(), one.id);
        store::save(tx, &Head { id, negotiation: into, continues: Some(was), amends: Some(to), ..one })?;
        amendments::store::save(tx, id, &said, ground.as_deref())?;
        carry_filing(tx, was, id)?;
        any = true;
    }
    Ok(any)
}

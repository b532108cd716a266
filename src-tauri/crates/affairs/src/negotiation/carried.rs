//! What an affair takes along of the talks of the sealed one that it continues, where a contract on its way came back or may come back:
//! who stands for both sides, with their promises of secrecy, and the topics. So it is talked about anew by a meeting, as in an affair
//! that is not sealed, and nothing is offered and answered for it. The contracts themselves are carried on by `agreement::carried`.

use ledger::Tx;

use super::agreement;
use super::agreement::model::AgreementKind;
use super::information::store as information;
use super::model::{NegotiationId, Representative, RepresentativeInput, Side};
use super::{store, topics};
use crate::Problem;

/// Takes along what talks over contracts of these kinds need.
pub(super) fn carry(
    tx: &Tx,
    sealed: NegotiationId,
    into: NegotiationId,
    kinds: &[AgreementKind],
) -> Result<(), Problem> {
    topics::carry(tx, sealed, into, kinds, agreement::all_go_on(tx, into)?)?;
    if kinds.is_empty() {
        return Ok(());
    }
    let standing = store::representatives(tx, sealed)?;
    for side in [Side::Workers, Side::Employer] {
        let of_side = standing.iter().filter(|one| one.side == side);
        let wanted: Vec<RepresentativeInput> =
            of_side.map(|one| RepresentativeInput { id: None, ..one.record.clone() }).collect();
        store::save_side(tx, into, side, &wanted)?;
    }
    let signed = information::secrecy(tx, sealed)?;
    for taken in store::representatives(tx, into)? {
        let same = |one: &&Representative| {
            one.side == taken.side
                && one.record.person == taken.record.person
                && one.record.name.trim() == taken.record.name.trim()
        };
        let was = standing.iter().find(same).map(|one| one.id);
        let promise = signed.iter().find(|line| was.is_some() && line.representative == was);
        if let Some(on) = promise.and_then(|line| line.signed_on) {
            information::sign(tx, into, taken.id, Some(on))?;
        }
    }
    Ok(())
}

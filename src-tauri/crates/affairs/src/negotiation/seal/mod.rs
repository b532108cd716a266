//! Sealing an affair (封存): once its agreements are over or in effect, or it is given up with a reason, the chair
//! seals it and nothing of it changes any more. What is still open is told before. Which writes a seal stands against is `guard`'s.

mod duties;
pub(super) mod guard;
pub mod kept;
pub mod model;
pub(super) mod rules;
pub(super) mod store;
#[cfg(test)]
mod tests;

pub(super) use duties::{duties, to_go_on};
pub use guard::{affair_of, hold, refuse};
pub(super) use store::{closing, continued_by, seal_of};

use law::LawBook;
use ledger::Tx;

use super::{names, store as talks, view};
use crate::Problem;
use crate::office::{short, text};
use model::{NegotiationSealId, NegotiationSealOutcome, SealNegotiation};
use rules::{open_ends, unfinished};

/// Seals an affair. Final: nothing of it changes any more, it can only be continued. Kept with it is what it would borrow from
/// elsewhere: the names of both parties, and `plan`, the workers' side's plan as it stands (`papers::plan_to_keep`). Its papers
/// are kept by its caller in the same step, who can fill them ([`kept::keep`]).
///
/// Errors: `refused` where something of it is open or still owed and no reason is given; `sealed` where it is sealed already; `not_found`.
pub fn seal(tx: &Tx, book: &LawBook, input: &SealNegotiation, plan: &str) -> Result<(), Problem> {
    let head = talks::head(tx, input.id)?;
    if let Some(seal) = seal_of(tx, input.id)? {
        return Err(guard::sealed(&head.title, seal.sealed_on));
    }
    short("reason", input.reason.as_deref().unwrap_or_default(), 500)?;
    let whole = view::whole(tx, book, input.id, tx.today())?;
    let open = open_ends(&whole, tx.today());
    let reason = text(&input.reason);
    if reason.is_none() && !open.is_empty() {
        let message = format!("{}仍要封存的，请写明理由。", open.concat());
        return Err(Problem::new("refused", message).at("reason"));
    }
    // A contract in force under which something is still owed is not given up: what is owed goes on with it.
    let outcome = match unfinished(&whole).is_empty() {
        true => NegotiationSealOutcome::Done,
        false => NegotiationSealOutcome::Abandoned,
    };
    let called = names::to_seal(tx, input.id)?;
    let id = tx.new_id::<NegotiationSealId>();
    store::insert(tx, id, input.id, (outcome, reason), (book.version(), plan))?;
    names::keep_sealed(tx, input.id, called)
}

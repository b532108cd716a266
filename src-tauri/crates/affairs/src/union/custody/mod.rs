//! What the committee keeps (保管物): seals, accounts, certificates, archives and keys, with whoever holds
//! them, so that a hand-over (换届移交) forgets none. Money in the accounts is not kept here.

mod model;
mod store;

pub use model::{CustodyId, CustodyInput, CustodyItem, CustodyKind};
pub use store::{list, remove};

use ledger::Tx;

use crate::Problem;

/// Keeps a thing, new or changed.
///
/// Errors: `bad_input` at its field; `not_found`.
pub fn save(tx: &Tx, input: &CustodyInput) -> Result<CustodyId, Problem> {
    if input.name.trim().is_empty() {
        return Err(Problem::input("name", "请写明保管物的名称，例如“工会公章”。"));
    }
    if input.holder.trim().is_empty() {
        return Err(Problem::input("holder", "请写明现在由谁保管。"));
    }
    match input.id {
        Some(id) => store::update(tx, id, input).map(|()| id),
        None => {
            let id = tx.new_id::<CustodyId>();
            store::insert(tx, id, input).map(|()| id)
        }
    }
}

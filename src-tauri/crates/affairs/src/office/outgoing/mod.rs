//! Outgoing papers (发文): the life of an issue after it has its number: sent to each receiver and signed for, filed.
//! Issuing itself is `office`'s; each step here can be taken back.

pub mod model;
pub mod papers;
mod rules;
pub(crate) mod store;

pub use store::{each, get, page, remove, sending_paper};

use ledger::Tx;

use crate::Problem;
use model::{FilePaper, SendingId, SendingInput};

/// Keeps a sending, new or changed, with its receipt.
///
/// Errors: `bad_input` at its field; `not_found` for an unknown issue or sending.
pub fn save(tx: &Tx, input: &SendingInput) -> Result<SendingId, Problem> {
    let paper = store::get(tx, input.paper)?;
    rules::check_sending(input, paper.issued_on, tx.today())?;
    rules::check_place(input, &paper)?;
    match input.id {
        Some(id) => {
            store::update(tx, id, input)?;
            Ok(id)
        }
        None => {
            let id = tx.new_id::<SendingId>();
            store::insert(tx, id, input)?;
            Ok(id)
        }
    }
}

/// Keeps that a paper was filed, and where; filing it again corrects the entry.
///
/// Errors: `bad_input` at `filedOn`; `not_found`.
pub fn file(tx: &Tx, file: &FilePaper) -> Result<(), Problem> {
    let paper = store::get(tx, file.id)?;
    rules::check_filing(file, paper.issued_on, &paper.sendings, tx.today())?;
    store::set_filed(tx, file.id, Some(file))
}

/// Takes a filing back; what was said of it stays in the journal.
///
/// Errors: `not_found`; `refused` when it is not filed.
pub fn unfile(tx: &Tx, id: crate::office::model::PaperId) -> Result<(), Problem> {
    if store::get(tx, id)?.filed.is_none() {
        return Err(Problem::new("refused", "这份文件还没有归档，不用取消。"));
    }
    store::set_filed(tx, id, None)
}

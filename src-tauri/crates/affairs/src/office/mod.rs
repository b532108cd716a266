//! Issued papers: a number by kind and year without gaps or doubles, the bytes kept as issued, and what they were made
//! from. What a paper says belongs to the module whose paper it is; what comes in from others is `incoming`'s, what
//! becomes of an issue `outgoing`'s, what the union's committees decided `committee`'s, the union's own letters
//! `correspondence`'s.

pub mod archive;
pub mod attachments;
pub mod changes;
pub mod committee;
pub mod correspondence;
pub mod forms;
pub mod found;
pub mod incoming;
mod issue;
pub mod model;
pub mod outgoing;
pub(crate) mod register;
pub mod source;
pub mod store;
pub mod templates;

use chrono::Datelike;
use ledger::Tx;
use rusqlite::Connection;

use crate::Problem;
pub use crate::typed::turns_reading;
pub(crate) use crate::typed::{short, text};
pub use issue::Issue;
pub use model::Filled;
use model::{PaperId, PaperNumber};

/// A filled paper with what it is among its issues: `corrects`, the number of the newest that a further issue corrects,
/// and `draft`, what it lacks before it may be issued.
pub fn standing(connection: &Connection, kind: &str, mut filled: Filled) -> Result<Filled, Problem> {
    let corrects = store::issues(connection, kind, &filled.of)?.into_iter().next().map(|issue| issue.number);
    let draft = (!filled.missing.is_empty()).then(|| filled.missing.join("、"));
    if let Some(context) = filled.context.as_object_mut() {
        context.insert("corrects".to_owned(), corrects.into());
        context.insert("draft".to_owned(), draft.into());
    }
    Ok(filled)
}

/// The number the next paper of this kind gets today.
pub fn next_number(tx: &Tx, kind: &str) -> Result<PaperNumber, Problem> {
    store::next_number(tx, kind, tx.today().year())
}

/// Keeps an issued paper. If another issue of the same record stands, the new one names it as corrected.
pub fn issue(tx: &Tx, issue: &Issue<'_>) -> Result<PaperId, Problem> {
    let id = tx.new_id::<PaperId>();
    let corrects = store::newest_issue(tx, issue.kind, issue.of)?;
    let source = source::keep(tx, issue.source)?;
    store::insert_issue(tx, id, issue, corrects, &source)?;
    Ok(id)
}

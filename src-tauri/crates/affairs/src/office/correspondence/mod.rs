//! The union's own letters (函, 复函): written, issued as a paper in the letter form, and where one answers an incoming
//! paper, that paper is closed by it. Numbers, sending and filing are `office`'s and `outgoing`'s; letters of labour-law
//! supervision are no part of this.

pub mod model;
pub mod papers;
mod rules;
pub(crate) mod store;
mod titles;
mod typed;

pub use papers::get;
pub use store::list;

use ledger::Tx;
use rusqlite::Connection;

use crate::Problem;
use crate::office::incoming::{self, model::IncomingId};
use crate::office::model::PaperId;
use model::{UnionLetterId, UnionLetterInput};

/// A letter to begin with: empty, or the answer to an incoming paper with what that paper says filled in.
///
/// Errors: `not_found`.
pub fn begin(connection: &Connection, answers: Option<IncomingId>) -> Result<UnionLetterInput, Problem> {
    let Some(id) = answers else { return Ok(UnionLetterInput::default()) };
    let came = store::answered(connection, id)?.ok_or_else(|| Problem::missing("份收文"))?;
    Ok(UnionLetterInput {
        answers: Some(id),
        addressee: came.source,
        title: titles::of_reply(&came.title),
        ..UnionLetterInput::default()
    })
}

/// Keeps a letter, new or changed, without what its paper writes of itself.
///
/// Errors: `bad_input` at its field; `refused` when it is to answer another paper than before; `not_found`.
pub fn save(tx: &Tx, input: &UnionLetterInput) -> Result<UnionLetterId, Problem> {
    let input = &typed::tidied(input);
    rules::check(input)?;
    if let Some(id) = input.id {
        if store::get(tx, id)?.letter.answers != input.answers {
            return Err(Problem::new(
                "refused",
                "答复哪一份来文，保存以后不能再改；答复另一份的，请另写一份函。",
            ));
        }
        store::update(tx, id, input)?;
        return Ok(id);
    }
    if let Some(came) = input.answers {
        store::answered(tx, came)?.ok_or_else(|| Problem::missing("份收文"))?;
    }
    let id = tx.new_id::<UnionLetterId>();
    store::insert(tx, id, input)?;
    Ok(id)
}

/// Puts a letter out of sight.
///
/// Errors: `refused` for one that was issued; `not_found`.
pub fn remove(tx: &Tx, id: UnionLetterId) -> Result<(), Problem> {
    if let Some(issue) = store::get(tx, id)?.issued.first() {
        let message =
            format!("这份函已经印发，是{}，要留存，不能移除。写错了的，请改好再印发一次。", issue.number);
        return Err(Problem::new("refused", message));
    }
    store::remove(tx, id)
}

/// What the issue of a letter does to the paper it answers: an open one is dealt with by it, one dealt with already names
/// it. One that names another paper of ours keeps that.
///
/// Errors: `not_found`.
pub fn issued(tx: &Tx, id: UnionLetterId, paper: PaperId) -> Result<(), Problem> {
    let kept = store::get(tx, id)?;
    let Some(came) = kept.letter.answers else { return Ok(()) };
    incoming::answered_by(tx, came, paper, |named| kept.issued.iter().any(|issue| issue.id == named))
}

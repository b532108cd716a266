//! Meetings of the union's committees (委员会会议记录): kept with a number of the year, signed, and then referred to by later
//! acts (`decisions`). What a meeting with the employer says is `negotiation`'s.

pub mod decisions;
mod ids;
pub mod marks;
pub mod mentions;
pub mod model;
pub mod papers;
mod rules;
pub(crate) mod store;

pub use store::{each, get, page};

use chrono::Datelike;
use law::LawBook;
use ledger::Tx;

use crate::Problem;
pub(crate) use crate::union::store::place;
use model::{CommitteeInput, CommitteeMeetingId, SignCommittee};

/// Keeps a record, new or changed; a new one gets the next number of its body and year within the step.
///
/// Errors: `bad_input` at its field; `refused` when it is signed, or corrects what cannot be; `not_found`.
pub fn save(tx: &Tx, book: &LawBook, input: &CommitteeInput) -> Result<CommitteeMeetingId, Problem> {
    rules::check(input, tx.today())?;
    if let Some(id) = input.id {
        let standing = store::get(tx, book, id)?;
        if standing.signed_on.is_some() {
            let message =
                "这份会议记录已经签字定稿，不能再改。要更正的，请点“更正”另记一份，写明更正哪一份。";
            return Err(Problem::new("refused", message));
        }
        if standing.record.body != input.body || standing.record.held_on.year() != input.held_on.year() {
            let message = format!(
                "{}已经编了号，哪个会、哪一年开的不能再改；写错了的请移除，另记一份。",
                standing.number
            );
            return Err(Problem::input("heldOn", message));
        }
        if standing.record.corrects != input.corrects {
            return Err(Problem::new("refused", "更正哪一份会议记录，保存以后不能再改。"));
        }
        store::update(tx, id, input)?;
        return Ok(id);
    }
    if let Some(old) = input.corrects {
        check_corrects(tx, book, input, old)?;
    }
    let id = tx.new_id::<CommitteeMeetingId>();
    let year = input.held_on.year();
    store::insert(tx, id, (year, store::next_serial(tx, input.body, year)?), input)?;
    Ok(id)
}

fn check_corrects(
    tx: &Tx,
    book: &LawBook,
    input: &CommitteeInput,
    old: CommitteeMeetingId,
) -> Result<(), Problem> {
    let old = store::get(tx, book, old)?;
    if old.signed_on.is_none() {
        return Err(Problem::new("refused", format!("{}还没有签字定稿，直接改就可以。", old.number)));
    }
    if old.record.body != input.body {
        return Err(Problem::input("body", format!("更正的是{}，不能换成别的会。", old.number)));
    }
    match old.corrected_by {
        Some(other) => {
            Err(Problem::new("refused", format!("{}已经由{}更正，请更正后一份。", old.number, other.number)))
        }
        None => Ok(()),
    }
}

/// Keeps that a record was signed: its verdicts and the numbers of its decisions stay from then on.
///
/// Errors: `bad_input` at `signedOn`; `incomplete`; `refused` with its rule where too few came, or when it is signed.
pub fn sign(tx: &Tx, book: &LawBook, sign: &SignCommittee) -> Result<(), Problem> {
    let standing = store::get(tx, book, sign.id)?;
    if standing.signed_on.is_some() {
        return Err(Problem::new("refused", "这份会议记录已经签字定稿，不用再签。"));
    }
    rules::check_sign(sign, standing.record.held_on, tx.today(), (&standing.missing, &standing.quorum))?;
    store::sign(tx, sign, &standing, book.version())
}

/// Whether a removed draft may come back: not one whose corrected record another one corrects meanwhile.
pub(crate) fn may_return(connection: &rusqlite::Connection, id: &str) -> Result<(), Problem> {
    match store::superseded(connection, id)? {
        Some((old, new)) => {
            let message = format!(
                "这份记录是更正{old}的；它移除以后，{old}已经另由{new}更正，所以恢复不了。要改的，请在{new}里改。"
            );
            Err(Problem::new("refused", message))
        }
        None => Ok(()),
    }
}

/// Puts a draft out of sight; its number stays used.
///
/// Errors: `refused` for a signed one, which is kept; `not_found`.
pub fn remove(tx: &Tx, book: &LawBook, id: CommitteeMeetingId) -> Result<(), Problem> {
    let standing = store::get(tx, book, id)?;
    if standing.signed_on.is_some() {
        let message = "签过字的会议记录要留存，不能移除。记错了的，请点“更正”另记一份。";
        return Err(Problem::new("refused", message));
    }
    store::remove(tx, id)
}

//! Incoming papers (收文): registered with a number of the year, asked for by a day, dealt with, found again. What
//! the union sends out is `office`'s own; the form that came with a paper is an attachment of it.

mod duties;
pub mod model;
pub(super) mod rules;
pub(crate) mod store;

pub use duties::duties;
pub use store::{each, get, page, remove};

use chrono::Datelike;
use ledger::Tx;

use crate::Problem;
use crate::office;
use crate::office::model::PaperId;
use model::{FinishIncoming, IncomingId, IncomingInput};

/// Keeps a paper, new or changed; a new one gets the next number of the year within the step.
///
/// Errors: `bad_input` at its field; `ask` at `dueOn`; `refused` at `theirNumber` when the same paper is
/// registered already; `not_found`.
pub fn save(tx: &Tx, input: &IncomingInput) -> Result<IncomingId, Problem> {
    rules::check(input, tx.today())?;
    if let Some(number) = store::twin(tx, input)? {
        let message =
            format!("这份来文已经登记过，是{number}。请打开那一条；确实是另一份的，请核对来文字号。");
        return Err(Problem::new("refused", message).at("theirNumber"));
    }
    if let Some(id) = input.id {
        let standing = store::get(tx, id, tx.today())?;
        if standing.done.is_some_and(|done| input.received_on > done.on) {
            let message = "这份来文已登记办结，收到的日期不能晚于办结的日期，请核对。";
            return Err(Problem::input("receivedOn", message));
        }
        store::update(tx, id, input)?;
        return Ok(id);
    }
    let id = tx.new_id::<IncomingId>();
    let year = tx.today().year();
    store::insert(tx, id, (year, store::next_serial(tx, year)?), input)?;
    Ok(id)
}

/// Keeps that a paper was dealt with, and how.
///
/// Errors: `bad_input` at its field; `not_found`.
pub fn finish(tx: &Tx, finish: &FinishIncoming) -> Result<(), Problem> {
    let standing = store::get(tx, finish.id, tx.today())?;
    rules::check_finish(finish, standing.received_on, standing.wants_answer, tx.today())?;
    if let Some(paper) = finish.paper
        && !office::store::stands(tx, paper)?
    {
        return Err(Problem::input("paper", "选的文件不在已印发的文件里，请重新选择。"));
    }
    store::set_done(tx, finish.id, Some(finish))
}

/// Keeps that a letter of ours answered a paper: an open one is dealt with by it today, one dealt with without a paper of
/// ours names it. One that names another keeps it, but for an earlier issue of the same letter (`earlier`). A paper that is
/// gone is passed over.
///
/// Errors: those of the ledger.
pub(super) fn answered_by(
    tx: &Tx,
    id: IncomingId,
    paper: PaperId,
    earlier: impl Fn(PaperId) -> bool,
) -> Result<(), Problem> {
    let Some(standing) = store::find(tx, id, tx.today())? else { return Ok(()) };
    let (done_on, how) = match standing.done {
        Some(done) if done.paper.as_ref().is_some_and(|named| !earlier(named.id)) => return Ok(()),
        Some(done) => (done.on, done.how),
        None => (tx.today().max(standing.received_on), None),
    };
    store::set_done(tx, id, Some(&FinishIncoming { id, done_on, how, paper: Some(paper) }))
}

/// Opens a paper again that was called done too early; what was said of it then stays in the journal.
///
/// Errors: `not_found`; `refused` when it is open.
pub fn reopen(tx: &Tx, id: IncomingId) -> Result<(), Problem> {
    if store::get(tx, id, tx.today())?.done.is_none() {
        return Err(Problem::new("refused", "这份来文还没有办结，不用重新打开。"));
    }
    store::set_done(tx, id, None)
}

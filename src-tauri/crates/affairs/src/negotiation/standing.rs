//! What already stands on what: an offer that went out, was answered or talked about, and meetings that a passed draft rests on,
//! change no more under what came of them.

use law::LawBook;
use ledger::Tx;
use rusqlite::Connection;

use super::agreement;
use super::agreement::Affair;
use super::agreement::model::AgreementState as State;
use super::model::{NegotiationId, SaveOffer};
use super::{kinds, store};
use crate::Problem;
use crate::duty::day_words;
use crate::office;

/// Whether the offer was received, or printed with its number.
pub(super) fn is_out(connection: &Connection, id: NegotiationId) -> Result<bool, Problem> {
    let Some(offer) = store::offer(connection, id)? else { return Ok(false) };
    Ok(offer.received_on.is_some() || is_issued(connection, id)?)
}

fn is_issued(connection: &Connection, id: NegotiationId) -> Result<bool, Problem> {
    Ok(office::store::newest_issue(connection, kinds::OFFER, &id.to_string())?.is_some())
}

/// Refuses an offer that says something else than the one that went out.
///
/// Errors: `bad_input` at its field; `refused`.
pub(super) fn check_offer(tx: &Tx, changed: &SaveOffer) -> Result<(), Problem> {
    let id = changed.negotiation;
    let Some(standing) = store::offer(tx, id)? else { return Ok(()) };
    let reply = store::reply(tx, id)?;
    let met = store::meetings(tx, id)?.into_iter().map(|one| one.record.held_on).min();
    if let Some(reply) = &reply {
        if changed.by != standing.by {
            return Err(Problem::input("by", "对方已经答复，由哪一方提出不能再改。"));
        }
        let Some(received) = changed.received_on else {
            return Err(Problem::input("receivedOn", "对方已经答复，收到日期不能空着。"));
        };
        if received > reply.replied_on {
            let answered = day_words(reply.replied_on);
            let message = format!("收到日期晚于对方答复的{answered}，请核对。");
            return Err(Problem::input("receivedOn", message));
        }
    }
    if let Some((met, received)) = met.zip(changed.received_on)
        && received > met
    {
        let message = format!("收到日期晚于第一轮会议的{}，请核对。", day_words(met));
        return Err(Problem::input("receivedOn", message));
    }
    if !is_issued(tx, id)? {
        return Ok(());
    }
    let topics = store::topics(tx, id)?;
    let kept = topics.iter().all(|(topic, title, proposal)| {
        let same = changed.topics.iter().find(|one| one.id == Some(*topic));
        same.is_some_and(|one| (one.title.trim(), one.proposal.trim()) == (title.trim(), proposal.trim()))
    });
    if !kept || changed.issued_on != standing.issued_on {
        let message =
            "这份文件已经印发，上面的日期和方案不能再改；新的方案请在会议里提出，要更正的请另发一份。";
        return Err(Problem::new("refused", message).at(if kept { "issuedOn" } else { "topics" }));
    }
    Ok(())
}

/// Whether all topics were agreed upon, before meetings change.
pub(super) fn agreed(connection: &Connection, id: NegotiationId) -> Result<bool, Problem> {
    Ok(Affair::load(connection, id)?.agreed_on.is_some())
}

/// Refuses a change of meetings after which a draft that the congress passed rests on nothing: all was agreed upon before, and is
/// no more.
///
/// Errors: `refused`.
pub(super) fn check_meetings(
    tx: &Tx,
    book: &LawBook,
    id: NegotiationId,
    agreed_before: bool,
) -> Result<(), Problem> {
    if !agreed_before || agreed(tx, id)? {
        return Ok(());
    }
    for head in agreement::store::heads(tx, id)? {
        let state = agreement::course_of(tx, book, head.id)?.state();
        if !matches!(state, State::Talks | State::Drafted | State::Rejected | State::Returned) {
            let message = format!(
                "{}已经由职代会表决通过，它以会上谈定的各项为准；会议记录不能改成没有谈定。没有谈定的确要重谈，请先撤回表决。",
                head.title
            );
            return Err(Problem::new("refused", message));
        }
    }
    Ok(())
}

//! What already stands on what: an offer that went out, was answered or talked about, a reply and the representatives that an
//! agreement rests on change no more under what came of them. Whoever changes one of them asks here, and is told what must be taken
//! back first. What meetings, votes and signatures settled is `settled`'s.

use law::LawBook;
use ledger::Tx;
use rusqlite::Connection;

use super::agreement::affair::{Affair, course_of};
use super::agreement::course::{Act, Course};
use super::agreement::store::{self as agreements, Head};
use super::model::{
    Event, EventKind, NegotiationId, RecordReply, ReplyKind, Representative, RepresentativeInput, SaveOffer,
    Side,
};
use super::renamed::Renamed;
use super::rules::Law;
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
    // The first answer is the one that came nearest to the receipt.
    let reply = store::replies(tx, id)?.into_iter().next();
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

/// Every agreement of an affair with its course.
fn courses(connection: &Connection, book: &LawBook, affair: &Affair) -> Result<Vec<(Head, Course)>, Problem> {
    let with_course = |head: Head| {
        let course = course_of(connection, book, head.id)?;
        Ok::<_, Problem>((head, course))
    };
    agreements::all(connection, affair.id)?.into_iter().map(with_course).collect()
}

/// The first act of the agreements of an affair, with the agreement it belongs to. What was entered afterwards as a whole stands in
/// nobody's way.
fn first_act(
    connection: &Connection,
    book: &LawBook,
    id: NegotiationId,
) -> Result<Option<(Head, Act)>, Problem> {
    let affair = Affair::load(connection, id)?;
    if affair.late {
        return Ok(None);
    }
    let all = courses(connection, book, &affair)?;
    let own = all.into_iter().filter(|(head, _)| head.continues.is_none());
    let first = own.filter_map(|(head, course)| course.acts.first().copied().map(|act| (head, act)));
    Ok(first.min_by_key(|(_, act)| act.on))
}

/// Refuses a refusal that comes after what only an agreement to talk can have led to: a meeting on that day or later, a draft.
///
/// Errors: `refused` with the rule, naming what must be taken back first.
pub(super) fn check_reply(tx: &Tx, book: &LawBook, law: Law<'_>, reply: &RecordReply) -> Result<(), Problem> {
    if reply.kind != ReplyKind::Refused {
        return Ok(());
    }
    let refused = |message: String| match law.rule("negotiation.refusal") {
        Some(rule) => Problem::refused(&rule, message).at("kind"),
        None => Problem::new("refused", message).at("kind"),
    };
    if let Some((head, act)) = first_act(tx, book, reply.negotiation)? {
        let (day, what) = (day_words(act.on), act.told());
        return Err(refused(format!(
            "{}已经在{day}登记了“{what}”，对方的答复不能再改成拒绝协商；登记错了的，请先从后往前撤回合同的登记。",
            head.title
        )));
    }
    let meetings = store::meetings(tx, reply.negotiation)?;
    let held = meetings.iter().rev().find(|one| one.record.held_on >= reply.replied_on);
    match held {
        Some(meeting) => Err(refused(format!(
            "{}已经开过第{}轮协商会议，那以前的答复不会是拒绝协商，请核对答复日期；会议登记错了的，请先移除会议记录。",
            day_words(meeting.record.held_on),
            meeting.round
        ))),
        None => Ok(()),
    }
}

/// Refuses to take back the answer that agreed to talk under what only that can have led to.
///
/// Errors: `refused`, naming what must be taken back first.
pub(super) fn check_answered(tx: &Tx, book: &LawBook, id: NegotiationId) -> Result<(), Problem> {
    let Some((head, act)) = first_act(tx, book, id)? else { return Ok(()) };
    let message = format!(
        "{}已经在{}登记了“{}”，它以对方同意协商的答复为前提，答复不能撤回；登记错了的，请先从后往前撤回合同的登记。",
        head.title,
        day_words(act.on),
        act.told()
    );
    Err(Problem::new("refused", message))
}

/// Whether somebody on a list is the one who has a seat.
fn same(one: &RepresentativeInput, seat: &Representative) -> bool {
    let person = one.person.is_some() && one.person == seat.record.person;
    person || one.name.trim() == seat.record.name.trim()
}

/// Refuses to put somebody else in the place of a representative once an agreement is signed: who negotiated and signed stays on
/// the list, and who left is followed by another. Whose name was typed wrong is put right with the reason.
///
/// Errors: `refused` at the side with the rule of replacement.
pub(super) fn check_side(
    tx: &Tx,
    book: &LawBook,
    law: Law<'_>,
    id: NegotiationId,
    (side, wanted): (Side, &[RepresentativeInput]),
    renamed: &[Renamed],
) -> Result<(), Problem> {
    let affair = Affair::load(tx, id)?;
    if affair.late {
        return Ok(());
    }
    let all = courses(tx, book, &affair)?;
    // One that goes on from a sealed affair was signed by who is named there, until it is signed here anew.
    let here = |of: &Head| {
        let signs = |event: &Event| event.agreement == Some(of.id) && event.kind == EventKind::Signed;
        of.continues.is_none() || affair.events.iter().any(signs)
    };
    let signed = all.iter().find(|(head, course)| here(head) && course.is_signed());
    let Some((head, ..)) = signed else { return Ok(()) };
    let standing = store::representatives(tx, id)?;
    let left = standing
        .iter()
        .filter(|seat| seat.side == side)
        .filter(|seat| !renamed.iter().any(|one| one.seat == seat.id))
        .find(|seat| !wanted.iter().any(|one| same(one, seat)));
    let Some(left) = left else { return Ok(()) };
    let message = format!(
        "{}已经签字，{}参加了协商，名单上不能换成别人。确已离任的，请在“双方代表”一栏登记空缺、再登记补选；只是姓名登记错了的，请写明更正的理由；名单登记错了的，请先从后往前撤回合同的登记再改。",
        head.title,
        left.record.name.trim()
    );
    Err(match law.rule("negotiation.representatives.replacement") {
        Some(rule) => Problem::refused(&rule, message).at(side.code()),
        None => Problem::new("refused", message).at(side.code()),
    })
}

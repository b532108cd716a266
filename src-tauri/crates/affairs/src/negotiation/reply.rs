//! An offer and the answers to it with the clock between them: it runs from the day of receipt to the first answer. An answer stays when
//! another follows it; which of them a form corrects is decided here.

use law::LawBook;

use super::model::{NegotiationId, Offer, RecordReply, Reply, ReplyId, ReplyKind};
use super::store::Head;
use crate::Problem;
use crate::duty::day_words;

/// The reply clock, from the day of receipt.
pub(super) fn with_reply_clock(
    offer: Option<Offer>,
    book: &LawBook,
    head: &Head,
) -> Result<Option<Offer>, Problem> {
    let Some(mut offer) = offer else { return Ok(None) };
    if let Some(received) = offer.received_on {
        offer.reply_deadline = Some(book.deadline("negotiation.reply", &head.place, received)?);
    }
    Ok(Some(offer))
}

/// The answers, and by how many days the first was late: whoever refuses in time has answered in time, and what follows keeps to no
/// clock of the offer.
pub(super) fn with_lateness(mut replies: Vec<Reply>, offer: Option<&Offer>) -> Vec<Reply> {
    if let Some(first) = replies.first_mut() {
        first.days_late = offer
            .and_then(|offer| offer.reply_deadline.as_ref())
            .map(|deadline| (first.replied_on - deadline.due).num_days())
            .filter(|days| *days > 0);
    }
    replies
}

/// The place among the answers of the one that a form corrects; none for one that comes beside them.
///
/// Errors: `bad_input` at `repliedOn` where a correction would change places with another answer; `not_found`.
pub(super) fn corrected(replies: &[Reply], given: &RecordReply) -> Result<Option<usize>, Problem> {
    let at = match given.id {
        Some(id) => {
            let found = replies.iter().position(|one| one.id == id);
            Some(found.ok_or_else(|| Problem::missing("份答复"))?)
        }
        None => replies.len().checked_sub(1).filter(|last| !is_another(&replies[*last], given)),
    };
    let Some(at) = at else { return Ok(None) };
    let before = replies[..at].iter().find(|one| given.replied_on <= one.replied_on);
    let after = replies[at + 1..].iter().find(|one| given.replied_on >= one.replied_on);
    let crossed = before.map(|one| (one, "以后")).or_else(|| after.map(|one| (one, "以前")));
    match crossed {
        Some((other, side)) => {
            let on = day_words(other.replied_on);
            let message = format!("对方在{on}还有一次答复，这一次的日期要在它{side}，请核对。");
            Err(Problem::input("repliedOn", message))
        }
        None => Ok(Some(at)),
    }
}

/// Whether what is given is another answer than the last one: of a later day, and with other words than the same consent.
fn is_another(last: &Reply, given: &RecordReply) -> bool {
    let other = given.kind != last.kind || given.kind == ReplyKind::Refused;
    given.replied_on > last.replied_on && other
}

/// What an answer says, in words; a refusal with its reason.
pub(super) fn said(reply: &Reply) -> String {
    match reply.kind {
        ReplyKind::Agreed => "同意协商".to_owned(),
        ReplyKind::Partly => "部分同意".to_owned(),
        ReplyKind::Refused => match reply.text.trim().trim_end_matches('。') {
            "" => "拒绝协商".to_owned(),
            why => format!("拒绝协商：{why}"),
        },
    }
}

/// The record that the paper of an answer is made of: the affair for the first, which was long the only one, else the answer itself.
pub(super) fn paper_of(affair: NegotiationId, (at, reply): (usize, ReplyId)) -> String {
    if at == 0 { affair.to_string() } else { reply.to_string() }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn reply(number: u128, kind: ReplyKind, on: &str) -> Reply {
        Reply {
            id: ReplyId::new(uuid::Uuid::from_u128(number)),
            kind,
            replied_on: on.parse().unwrap(),
            replied_by: "公司行政".to_owned(),
            text: String::new(),
            meets_on: None,
            meets_place: None,
            days_late: None,
            late_entry: None,
        }
    }

    /// The same as its form sends it.
    fn given(id: Option<u128>, kind: ReplyKind, on: &str) -> RecordReply {
        let Reply { replied_on, replied_by, text, meets_on, meets_place, late_entry, .. } =
            reply(0, kind, on);
        RecordReply {
            negotiation: NegotiationId::new(uuid::Uuid::from_u128(9)),
            id: id.map(|number| ReplyId::new(uuid::Uuid::from_u128(number))),
            kind,
            replied_on,
            replied_by,
            text,
            meets_on,
            meets_place,
            late_entry,
        }
    }

    #[test]
    fn what_comes_later_and_says_something_else_is_another_answer() {
        use ReplyKind::{Agreed, Partly, Refused};
        for (last, kind, on, corrects) in [
            (Refused, Agreed, "2026-10-12", None),
            (Refused, Refused, "2026-10-12", None),
            (Agreed, Refused, "2026-10-12", None),
            (Partly, Agreed, "2026-10-12", None),
            (Agreed, Agreed, "2026-10-12", Some(0)),
            (Refused, Agreed, "2026-09-20", Some(0)),
            (Refused, Refused, "2026-09-19", Some(0)),
        ] {
            let stands = [reply(1, last, "2026-09-20")];
            let found = corrected(&stands, &given(None, kind, on)).unwrap();
            assert_eq!(found, corrects, "{last:?}, then {kind:?} on {on}");
            let named = corrected(&stands, &given(Some(1), kind, on)).unwrap();
            assert_eq!(named, Some(0), "whoever names a record corrects it");
        }
        assert_eq!(corrected(&[], &given(None, Agreed, "2026-09-20")).unwrap(), None);
        assert_eq!(corrected(&[], &given(Some(1), Agreed, "2026-09-20")).unwrap_err().code, "not_found");
    }

    #[test]
    fn a_correction_does_not_change_places_with_another_answer() {
        use ReplyKind::{Agreed, Refused};
        let stand = [reply(1, Refused, "2026-09-20"), reply(2, Agreed, "2026-10-12")];
        for (id, kind, on) in [(1, Refused, "2026-10-12"), (2, Agreed, "2026-09-20")] {
            let crossed = corrected(&stand, &given(Some(id), kind, on)).unwrap_err();
            assert_eq!(crossed.field.as_deref(), Some("repliedOn"), "{}", crossed.message);
        }
        assert_eq!(corrected(&stand, &given(Some(1), Refused, "2026-09-21")).unwrap(), Some(0));
        assert_eq!(corrected(&stand, &given(Some(2), Agreed, "2026-09-21")).unwrap(), Some(1));
    }
}

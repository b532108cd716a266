//! An offer and its reply with the clock between them: it runs from the day of receipt.

use law::LawBook;

use super::model::{Offer, Reply};
use super::store::Head;
use crate::Problem;

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

/// The reply, and by how many days it was late.
pub(super) fn with_lateness(reply: Option<Reply>, offer: Option<&Offer>) -> Option<Reply> {
    let mut reply = reply?;
    reply.days_late = offer
        .and_then(|offer| offer.reply_deadline.as_ref())
        .map(|deadline| (reply.replied_on - deadline.due).num_days())
        .filter(|days| *days > 0);
    Some(reply)
}

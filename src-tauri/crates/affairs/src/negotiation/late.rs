//! What an affair that was entered afterwards (补录) still asks for. What was due before the day on which it was entered was done on
//! paper, or was not: 今日 does not call for it while the papers are typed. What lies ahead is due as for any other affair.

use chrono::NaiveDate;
use rusqlite::Connection;

use super::model::{EventKind, Negotiation};
use super::store::{self, Head};
use crate::Problem;

/// An affair that was entered afterwards.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Late {
    /// The day on which it was entered.
    pub entered_on: NaiveDate,
    /// Something of its talks happened on that day or since: they run on like any other.
    pub goes_on: bool,
}

/// Whether 今日 asks for what is due by a day; without a day, whether the talks go on.
pub(super) fn asks(late: Option<Late>, due: Option<NaiveDate>) -> bool {
    late.is_none_or(|late| due.map_or(late.goes_on, |due| due >= late.entered_on))
}

/// Whether 今日 asks for what is due by a day; without a day, whether what it follows from came about since the entry.
pub(super) fn asks_after(late: Option<Late>, due: Option<NaiveDate>, since: NaiveDate) -> bool {
    let since_entry = late.is_some_and(|late| due.is_none() && since >= late.entered_on);
    since_entry || asks(late, due)
}

/// How an affair was entered afterwards; none for one that was entered as it went.
pub(super) fn of(connection: &Connection, head: &Head, whole: &Negotiation) -> Result<Option<Late>, Problem> {
    let Some(entered_on) = store::entered_on(connection, head)? else { return Ok(None) };
    let offer = whole.offer.as_ref().map(|offer| offer.received_on.unwrap_or(offer.issued_on));
    let reply = whole.reply.as_ref().map(|reply| reply.replied_on);
    let met = whole.meetings.iter().map(|meeting| meeting.record.held_on);
    // A note is of the record: that it was written since does not make the talks go on.
    let acts = whole.events.iter().filter(|event| event.kind != EventKind::Noted);
    let happened = acts.map(|event| event.happened_on);
    let votes = whole.agreements.iter().flat_map(|one| one.votes.iter().map(|vote| vote.session.held_on));
    let newest = offer.into_iter().chain(reply).chain(met).chain(happened).chain(votes).max();
    Ok(Some(Late { entered_on, goes_on: newest.is_some_and(|newest| newest >= entered_on) }))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_was_due_before_the_entry_is_asked_for_no_more() {
        let day = |text: &str| -> NaiveDate { text.parse().unwrap() };
        let late = |goes_on| Some(Late { entered_on: day("2026-11-20"), goes_on });
        for (due, asked) in [("2026-11-19", false), ("2026-11-20", true), ("2026-11-21", true)] {
            assert_eq!(asks(late(true), Some(day(due))), asked, "{due}");
            assert_eq!(asks(late(false), Some(day(due))), asked, "{due}");
        }
        assert!(!asks(late(false), None), "nothing of it happens any more");
        assert!(asks(late(true), None) && asks(None, None) && asks(None, Some(day("2020-01-01"))));
        assert!(asks_after(late(false), None, day("2026-11-20")), "it came about since");
        assert!(!asks_after(late(false), None, day("2026-11-19")));
        assert!(!asks_after(late(false), Some(day("2026-11-19")), day("2026-11-20")), "its own day counts");
    }
}

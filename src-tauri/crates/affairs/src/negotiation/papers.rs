//! What the papers of a negotiation are filled with: minutes, offer, reply, list of representatives. Each
//! context is typed here and documented at the head of its template; how a paper looks is not decided here.

mod amending;
mod context;
mod coordination;
mod course;
mod filing;
mod minutes;
mod opening;
mod parties;
mod people;
mod performance;
mod plan;
mod preparation;
mod report;
pub(in crate::negotiation) mod signature;
mod terms;
mod voting;

pub use super::kinds::{
    ADVISER_MANDATE, AMENDMENT, CHECK, CHIEF_MANDATE, COORDINATION, ELECTION_NOTICE, ELECTION_RECORD, FORM,
    MINUTES, OFFER, PLAN, REPLY, REPORT, REPRESENTATIVES, STATEMENT,
};
pub use minutes::minutes_of;
pub use plan::kept::{missing as plan_missing, to_keep as plan_to_keep};
pub use plan::plan;
pub use preparation::{OPINION_SHEET, TOPIC_LIST};

use chrono::NaiveDate;
use law::LawBook;
use rusqlite::Connection;

use crate::Problem;
use crate::duty::day_words;
use crate::negotiation::model::{MeetingId, NegotiationId};
use crate::negotiation::reply::paper_of;
use crate::negotiation::{agreement, rules, store};
use crate::office::{
    self,
    model::{Filled, PaperLine},
};

/// Every paper that the negotiations can print now.
pub fn list(connection: &Connection, book: &LawBook, today: NaiveDate) -> Result<Vec<PaperLine>, Problem> {
    let mut lines = Vec::new();
    for head in store::heads(connection)? {
        let line = |kind: &str, of: String, title: String, dated| PaperLine {
            kind: kind.to_owned(),
            of,
            title,
            affair: head.title.clone(),
            dated,
            missing: Vec::new(),
            issued: Vec::new(),
            made_by: None,
        };
        let id = head.id.to_string();
        for meeting in store::meetings(connection, head.id)?.iter().rev() {
            let title = format!("第{}轮协商会议纪要", meeting.round);
            lines.push(line(MINUTES, meeting.id.to_string(), title, Some(meeting.record.held_on)));
        }
        let replies = store::replies(connection, head.id)?;
        for (at, reply) in replies.iter().enumerate().rev() {
            // Of several, the list tells which is which.
            let title = match replies.len() {
                1 => "回复书".to_owned(),
                _ => format!("{}的回复书", day_words(reply.replied_on)),
            };
            lines.push(line(REPLY, paper_of(head.id, (at, reply.id)), title, Some(reply.replied_on)));
        }
        if let Some(offer) = store::offer(connection, head.id)? {
            let on = offer.received_on.unwrap_or(offer.issued_on);
            let law =
                rules::Law { book: agreement::book_of(connection, book, head.id)?, place: &head.place, on };
            lines.push(line(OFFER, id.clone(), rules::offer_name(law), Some(offer.issued_on)));
        }
        lines.extend(voting::list(connection, head.id, &head.title)?);
        lines.extend(course::list(connection, book, &head, today)?);
        lines.extend(coordination::list(connection, book, &head, today)?);
        lines.extend(filing::list(connection, book, &head)?);
        lines.extend(performance::list(connection, &head)?);
        lines.extend(preparation::list(connection, &head)?);
        lines.extend(people::list(connection, head.id, &head.title)?);
        lines.extend(report::list(connection, &head)?);
        lines.extend(amending::list(connection, &head)?);
        if !store::representatives(connection, head.id)?.is_empty() {
            lines.push(line(REPRESENTATIVES, id.clone(), "协商代表名单".to_owned(), None));
        }
        if plan::kept::is_there(connection, &head)? {
            lines.push(line(PLAN, id, "协商方案和测算表".to_owned(), None));
        }
    }
    for line in lines.iter_mut().filter(|line| line.kind != PLAN) {
        line.missing = fill(connection, book, &line.kind, &line.of, today)?.missing;
    }
    Ok(lines)
}

/// The rule that says what a paper must hold, as it is quoted; none for papers whose contents no text lists.
pub fn content_rule(
    connection: &Connection,
    book: &LawBook,
    kind: &str,
    of: &str,
) -> Result<Option<String>, Problem> {
    let (OFFER, Ok(id)) = (kind, of.parse::<NegotiationId>()) else { return Ok(None) };
    let head = store::head(connection, id)?;
    let on = rules::affair_day(store::offer_dates(connection, id)?, head.started_on);
    let law = rules::Law { book: agreement::book_of(connection, book, id)?, place: &head.place, on };
    Ok(law.rule("negotiation.offer.content").map(|rule| rule.short))
}

/// Fills a paper of this module. Errors: `not_found` for an unknown kind or record.
pub fn fill(
    connection: &Connection,
    book: &LawBook,
    kind: &str,
    of: &str,
    today: NaiveDate,
) -> Result<Filled, Problem> {
    let unknown = || Problem::missing("份文件");
    let negotiation = || of.parse::<NegotiationId>().map_err(|_| unknown());
    if let Some(filled) = voting::fill(connection, book, kind, of) {
        return office::standing(connection, kind, filled?);
    }
    if let Some(filled) = course::fill(connection, book, kind, of, today) {
        return office::standing(connection, kind, filled?);
    }
    if let Some(filled) = filing::fill(connection, book, kind, of) {
        return office::standing(connection, kind, filled?);
    }
    if let Some(filled) = preparation::fill(connection, kind, of) {
        return office::standing(connection, kind, filled?);
    }
    if let Some(filled) = people::fill(connection, book, kind, of) {
        return office::standing(connection, kind, filled?);
    }
    let filled = match kind {
        AMENDMENT => amending::fill(connection, book, of.parse().map_err(|_| unknown())?),
        REPORT => report::fill(connection, book, of.parse().map_err(|_| unknown())?),
        CHECK => performance::check(connection, book, of.parse().map_err(|_| unknown())?),
        COORDINATION => coordination::fill(connection, book, negotiation()?, today),
        MINUTES => minutes::minutes(connection, book, of.parse::<MeetingId>().map_err(|_| unknown())?),
        OFFER => opening::offer(connection, book, negotiation()?),
        REPLY => opening::reply(connection, book, of),
        REPRESENTATIVES => opening::representatives(connection, book, negotiation()?),
        _ => Err(unknown()),
    }?;
    office::standing(connection, kind, filled)
}

//! Talks that are broken off until a day (中止): agreed in a meeting or afterwards, with a memo that both chiefs sign, until they
//! go on; and the clock of the whole talk with the days that do not count. Each act here runs inside one step: rules decide, the
//! store writes.

pub mod model;
pub mod papers;
pub mod rules;
pub(crate) mod store;

use chrono::NaiveDate;
use law::LawBook;
use ledger::Tx;
use rusqlite::Connection;

use crate::Problem;
use crate::duty::{Band, Duty, DutyKind, Place, Whose, clock, day_words};
use crate::negotiation::agreement;
use crate::negotiation::model::{Meeting, Negotiation, NegotiationId, Offer, Reply, ReplyKind};
use crate::negotiation::rules::Law;
use crate::negotiation::store::{self as talks, Head};
use crate::office::{self, text};
use model::{MEMO, ResumeTalks, Suspension, SuspensionId, SuspensionInput, TalksClock};

/// The suspensions of talks as they stand.
pub(super) fn of(
    connection: &Connection,
    id: NegotiationId,
    meetings: &[Meeting],
) -> Result<Vec<Suspension>, Problem> {
    Ok(rules::settled(store::all(connection, id)?, meetings))
}

/// The clock of the whole talk, where the place has one and its start event is known: sent or received, agreed to, begun.
pub(super) fn talks_clock(
    book: &LawBook,
    head: &Head,
    (offer, reply, meetings): (Option<&Offer>, Option<&Reply>, &[Meeting]),
    all: &[Suspension],
    today: NaiveDate,
) -> Result<Option<TalksClock>, Problem> {
    let Some(offer) = offer else { return Ok(None) };
    let mut known = vec![("offer_sent", offer.issued_on)];
    known.extend(offer.received_on.map(|on| ("offer_received", on)));
    let agreed = reply.filter(|reply| reply.kind != ReplyKind::Refused);
    known.extend(agreed.map(|reply| ("talks_agreed", reply.replied_on)));
    known.extend(meetings.first().map(|meeting| ("talks_started", meeting.record.held_on)));
    let Some(deadline) = clock(book, "negotiation.conclude", &head.place, &known)? else { return Ok(None) };
    let law = Law { book, place: &head.place, on: deadline.explanation.start };
    Ok(Some(rules::clock(law, deadline, all, today)))
}

/// Keeps a suspension, new or changed.
///
/// Errors: `bad_input` at its field; `refused` with the rule of the longest; `not_found`.
pub fn save(tx: &Tx, book: &LawBook, input: &SuspensionInput) -> Result<SuspensionId, Problem> {
    let head = talks::head(tx, input.negotiation)?;
    let meetings = talks::meetings(tx, input.negotiation)?;
    let all = of(tx, input.negotiation, &meetings)?;
    if input.id.is_some_and(|id| all.iter().all(|one| one.id != id)) {
        return Err(Problem::missing("次中止"));
    }
    let met = match input.meeting {
        Some(id) => {
            let found = meetings.iter().find(|meeting| meeting.id == id);
            Some(found.ok_or_else(|| Problem::missing("次协商会议").at("meeting"))?.record.held_on)
        }
        None => None,
    };
    let opened = talks::offer_dates(tx, input.negotiation)?.map_or(head.started_on, |(issued, _)| issued);
    let book = agreement::book_of(tx, book, head.id)?;
    let law = Law { book, place: &head.place, on: input.from_on };
    rules::check(law, input, &all, (opened, met), tx.today())?;
    let id = input.id.unwrap_or_else(|| tx.new_id::<SuspensionId>());
    store::save(tx, id, input)?;
    Ok(id)
}

/// Keeps that the talks went on, or takes it back.
///
/// Errors: `bad_input` at its field; `not_found`.
pub fn resume(tx: &Tx, resume: &ResumeTalks) -> Result<(), Problem> {
    let of = store::negotiation(tx, resume.suspension)?;
    office::short("note", resume.note.as_deref().unwrap_or_default(), 1000)?;
    if let Some(on) = resume.resumed_on {
        if on > tx.today() {
            return Err(Problem::input("resumedOn", "恢复的日期还没有到，请在恢复以后登记。"));
        }
        let all = store::all(tx, of)?;
        let from = all.iter().find(|one| one.id == resume.suspension).map(|one| one.record.from_on);
        if let Some(from) = from.filter(|from| on <= *from) {
            let message = format!("恢复的日期应当在中止的{}以后，请核对。", day_words(from));
            return Err(Problem::input("resumedOn", message));
        }
    }
    let note = text(&resume.note).filter(|_| resume.resumed_on.is_some());
    store::resume(tx, resume.suspension, resume.resumed_on, note)
}

/// Removes a suspension that was entered by mistake.
///
/// Errors: `refused` once its memo was issued; `not_found`.
pub fn remove(tx: &Tx, id: SuspensionId) -> Result<(), Problem> {
    if office::store::newest_issue(tx, MEMO, &id.to_string())?.is_some() {
        let message = "这次中止的备忘已经印发，记录不能移除；记错了可以打开修改，再印发一份更正。";
        return Err(Problem::new("refused", message));
    }
    store::remove_one(tx, id)
}

/// What a suspension that lasts makes due: the memo, and that the talks go on.
pub(super) fn duties(
    connection: &Connection,
    whole: &Negotiation,
    today: NaiveDate,
) -> Result<Vec<Duty>, Problem> {
    let Some(one) = rules::lasting(&whole.suspensions) else { return Ok(Vec::new()) };
    let mut duties = Vec::new();
    let says = format!(
        "双方商定从{}起中止，{}在{}继续协商：{}。",
        day_words(one.record.from_on),
        day_words(one.record.resume_on),
        one.record.resume_place,
        one.record.resume_subject.lines().map(str::trim).collect::<Vec<_>>().join("；")
    );
    if office::store::newest_issue(connection, MEMO, &one.id.to_string())?.is_none() {
        let paper = Place { page: "papers".to_owned(), id: Some(format!("{MEMO}@{}", one.id)), part: None };
        let id = DutyKind::NegotiationSuspension.id(one.id);
        let title = format!("打印中止备忘，请双方首席代表签字（{}）", whole.title);
        let duty = Duty::undated(Band::Week, id, Whose::Union, title, paper);
        let origin = format!("{says}{}。", whole.suspension_terms.ground);
        duties.push(Duty {
            module: "negotiation".to_owned(),
            origin,
            button: "打开中止备忘".to_owned(),
            ..duty
        });
    }
    let form = Place {
        page: "negotiation".to_owned(),
        id: Some(whole.id.to_string()),
        part: Some(format!("resume:{}", one.id)),
    };
    let id = DutyKind::NegotiationResume.id(one.id);
    let title = format!("恢复协商（{}）", whole.title);
    let duty = Duty::due(today, one.record.resume_on, id, Whose::Union, title, form);
    let origin = format!("{says}{}", whole.suspension_terms.says);
    duties.push(Duty { origin, button: "登记恢复协商".to_owned(), ..duty });
    Ok(duties)
}

//! Agreements joined into what decisions read and what pages show: rows, votes and events become a course. Nothing is written
//! here, and nothing decided.

use chrono::NaiveDate;
use law::{LawBook, Place};
use rusqlite::Connection;

use super::course::{Act, Course, What};
use super::model::{Agreement, AgreementBallot, AgreementId, AgreementState, AgreementVote};
use super::store::{self, Head};
use super::{checks, contracts, materials, rungs, votes};
use crate::Problem;
use crate::congress;
use crate::negotiation::model::{Event, NegotiationId};
use crate::negotiation::rules::Law;
use crate::negotiation::store as talks;

/// What agreements read of the affair they belong to.
#[derive(Debug, Clone)]
pub struct Affair {
    /// The affair.
    pub id: NegotiationId,
    /// Where.
    pub place: Place,
    /// It was entered afterwards.
    pub late: bool,
    /// Why.
    pub late_entry: Option<String>,
    /// The day of its offer, else of its start.
    pub opened: NaiveDate,
    /// The first meeting.
    pub met: Option<NaiveDate>,
    /// The meeting after which nothing was open, where all is agreed.
    pub agreed_on: Option<NaiveDate>,
    /// All that happened in it.
    pub events: Vec<Event>,
}

impl Affair {
    /// Reads it.
    ///
    /// Errors: `not_found`.
    pub fn load(connection: &Connection, id: NegotiationId) -> Result<Affair, Problem> {
        let head = talks::head(connection, id)?;
        let opened = talks::offer_dates(connection, id)?.map_or(head.started_on, |(issued, _)| issued);
        let meetings = talks::meetings(connection, id)?;
        let topics = talks::topics(connection, id)?;
        let newest = |topic| {
            let told = meetings.iter().rev().find_map(|meeting| {
                let found = meeting.record.topics.iter().find(|one| one.topic == topic)?;
                Some((meeting.record.held_on, found.result))
            });
            told.filter(|(_, result)| *result == crate::negotiation::model::TopicResult::Agreed)
                .map(|(on, _)| on)
        };
        let agreed: Option<Vec<NaiveDate>> = topics.iter().map(|(id, ..)| newest(*id)).collect();
        Ok(Affair {
            id,
            place: head.place,
            late: head.late_entry.is_some(),
            late_entry: head.late_entry,
            opened,
            met: meetings.iter().map(|meeting| meeting.record.held_on).min(),
            agreed_on: agreed.and_then(|days| days.into_iter().max()),
            events: talks::events(connection, id)?,
        })
    }

    /// The law that holds for it on a day.
    pub fn law<'a>(&'a self, book: &'a LawBook, on: NaiveDate) -> Law<'a> {
        Law { book, place: &self.place, on }
    }
}

/// An event as an act of a course.
pub(super) fn act(event: &Event) -> Act {
    Act {
        id: event.id.uuid(),
        what: What::Event(event.kind),
        on: event.happened_on,
        late: crate::office::text(&event.late_entry).is_some(),
        how: event.facts.how,
    }
}

/// The votes on an agreement, held against the lines of the place.
pub fn votes_of(
    connection: &Connection,
    book: &LawBook,
    place: &Place,
    id: AgreementId,
) -> Result<Vec<AgreementVote>, Problem> {
    let voted = congress::store::votes_on(connection, id.uuid())?;
    Ok(voted
        .into_iter()
        .map(|(session, vote)| {
            let [votes_for, votes_against, abstained] = vote.votes;
            let ballot = AgreementBallot { agreement: id, votes_for, votes_against, abstained };
            votes::judge(book, place, &session, (vote.id, ballot))
        })
        .collect())
}

/// The course of an agreement.
pub(super) fn course(
    connection: &Connection,
    book: &LawBook,
    affair: &Affair,
    head: &Head,
) -> Result<Course, Problem> {
    let mut acts: Vec<Act> =
        affair.events.iter().filter(|event| event.agreement == Some(head.id)).map(act).collect();
    for vote in votes_of(connection, book, &affair.place, head.id)? {
        acts.push(Act {
            id: vote.id.uuid(),
            what: What::Vote(vote.passed),
            on: vote.session.held_on,
            late: crate::office::text(&vote.session.late_entry).is_some(),
            how: None,
        });
    }
    acts.sort_by_key(|act| (act.on, act.id));
    Ok(Course {
        opened: affair.opened,
        met: affair.met,
        late: affair.late,
        term: (head.term_from, head.term_to),
        acts,
    })
}

/// The course of an agreement, read on its own.
///
/// Errors: `not_found`.
pub fn course_of(connection: &Connection, book: &LawBook, id: AgreementId) -> Result<Course, Problem> {
    let head = store::head(connection, id)?;
    let affair = Affair::load(connection, head.negotiation)?;
    course(connection, book, &affair, &head)
}

/// The agreements of a round of talks as its page shows them. `newest`: no later year has been started.
pub fn all(
    connection: &Connection,
    book: &LawBook,
    id: NegotiationId,
    newest: bool,
    today: NaiveDate,
) -> Result<Vec<Agreement>, Problem> {
    let affair = Affair::load(connection, id)?;
    let mut agreements = Vec::new();
    for head in store::heads(connection, id)? {
        let course = course(connection, book, &affair, &head)?;
        let votes = votes_of(connection, book, &affair.place, head.id)?;
        let events: Vec<Event> =
            affair.events.iter().filter(|event| event.agreement == Some(head.id)).cloned().collect();
        let checklist = materials::checklist(connection, affair.law(book, today), &head, &votes)?;
        let state = course.state();
        let expired = contracts::expiry(&head, &course, book, &affair.place)?
            .is_some_and(|(day, _)| day < today && state == AgreementState::InEffect);
        let checks = checks::store::checks(connection, head.id)?;
        let desk = rungs::Desk {
            book,
            affair: &affair,
            head: &head,
            course: &course,
            votes: &votes,
            events: &events,
            checklist: &checklist,
            checks: &checks,
            newest,
            today,
        };
        let rungs = desk.rungs()?;
        agreements.push(Agreement {
            id: head.id,
            negotiation: id,
            kind: head.kind,
            title: head.title,
            term_from: head.term_from,
            term_to: head.term_to,
            state,
            state_word: if expired { "已期满".to_owned() } else { state.label().to_owned() },
            rungs,
            votes,
            checklist,
            events,
            checks,
        });
    }
    Ok(agreements)
}

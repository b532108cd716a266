//! A negotiation joined into what its page shows: rows, clocks, ladder. Nothing is written here.

use chrono::NaiveDate;
use law::LawBook;
use rusqlite::Connection;

use crate::Problem;
use crate::members;
use crate::members::model::EmploymentForm;
use crate::negotiation::agreement;
use crate::negotiation::agreement::model::{Agreement, AgreementKind, AgreementName, AgreementState};
use crate::negotiation::archive;
use crate::negotiation::before;
use crate::negotiation::dispute;
use crate::negotiation::information;
use crate::negotiation::model::{
    Event, EventId, EventKind, Meeting, Negotiation, NegotiationId, NegotiationLine, NextChair, Offer,
    ReplyKind, Representative, RepresentativeInput, Side, StepKind, Topic, TopicId, TopicResult,
};
use crate::negotiation::next;
use crate::negotiation::people;
use crate::negotiation::preparation::store as preparations;
use crate::negotiation::refusal;
use crate::negotiation::reply::{with_lateness, with_reply_clock};
use crate::negotiation::rules::{self, Advised, Dispatched, LadderFacts, Law, Sides};
use crate::negotiation::seal::{rules as sealing, store as seals};
use crate::negotiation::settled::concluding::Concluding;
use crate::negotiation::store::{self, Head};
use crate::negotiation::suspension;
use crate::negotiation::topics::{TopicPlace, places};

/// Every negotiation, the newest year first.
pub fn list(
    connection: &Connection,
    book: &LawBook,
    today: NaiveDate,
) -> Result<Vec<NegotiationLine>, Problem> {
    store::heads(connection)?
        .into_iter()
        .map(|head| {
            let whole = of_head(connection, book, head, today)?;
            let sealed = whole.closing.seal.is_some();
            let state = if sealed { "已封存" } else { state(&whole).unwrap_or("已生效") };
            Ok(NegotiationLine {
                state: state.to_owned(),
                sealed,
                continuing: whole.closing.continues.is_some(),
                id: whole.id,
                year: whole.year,
                title: whole.title,
                day: whole.day,
                of_days: whole.of_days,
                working_days: whole.clock.as_ref().is_some_and(|clock| clock.working),
            })
        })
        .collect()
}

/// How far talks have come that are not at their end. The last step is long: one contract says itself how far it is.
fn state(whole: &Negotiation) -> Option<&str> {
    let step = whole.steps.iter().find(|step| step.current)?;
    Some(match &whole.agreements[..] {
        [one] if step.kind == StepKind::Conclusion => &one.state_word,
        _ => &step.name,
    })
}

/// Title and state of every negotiation that is not at its end, the newest year first.
pub fn running(
    connection: &Connection,
    book: &LawBook,
    today: NaiveDate,
) -> Result<Vec<(String, String)>, Problem> {
    let mut running = Vec::new();
    for head in store::heads(connection)? {
        if seals::seal_of(connection, head.id)?.is_some() {
            continue;
        }
        let whole = of_head(connection, book, head, today)?;
        let state = state(&whole).map(str::to_owned);
        running.extend(state.map(|state| (whole.title, state)));
    }
    Ok(running)
}

/// One negotiation as its page shows it.
pub fn get(
    connection: &Connection,
    book: &LawBook,
    id: NegotiationId,
    today: NaiveDate,
) -> Result<Negotiation, Problem> {
    let mut whole = whole(connection, book, id, today)?;
    if whole.closing.seal.is_none() {
        whole.closing.told.extend(archive::wanting(connection, id)?);
    }
    Ok(whole)
}

/// The same without what its archive lacks, which only the page tells.
pub(super) fn whole(
    connection: &Connection,
    book: &LawBook,
    id: NegotiationId,
    today: NaiveDate,
) -> Result<Negotiation, Problem> {
    of_head(connection, book, store::head(connection, id)?, today)
}

fn of_head(
    connection: &Connection,
    book: &LawBook,
    head: Head,
    today: NaiveDate,
) -> Result<Negotiation, Problem> {
    // Each agreement is read by the law of its own kind; the talks by that of wages, where wages are talked about.
    let all = book;
    let book = agreement::book_of(connection, all, head.id)?;
    let offer = with_reply_clock(store::offer(connection, head.id)?, book, &head)?;
    let mut earlier_replies = with_lateness(store::replies(connection, head.id)?, offer.as_ref());
    let reply = earlier_replies.pop();
    let everyone = store::all_representatives(connection, head.id)?;
    let seats = store::seats(connection, head.id)?;
    let representatives = store::representatives(connection, head.id)?;
    let meetings = store::meetings(connection, head.id)?;
    let rows = (store::topics(connection, head.id)?, places(connection, head.id)?);
    let talks = Concluding::read(connection, head.id)?;
    let topics = topics(rows, offer.as_ref(), &meetings, &talks);
    let meets_on = meetings.last().and_then(|meeting| meeting.record.next_on).unwrap_or(today);
    let events = store::events(connection, head.id)?;
    let dates = offer.as_ref().map(|offer| (offer.issued_on, offer.received_on));
    let law = Law { book, place: &head.place, on: rules::affair_day(dates, head.started_on) };
    let side = |side: Side| -> Vec<RepresentativeInput> {
        representatives.iter().filter(|one| one.side == side).map(|one| one.record.clone()).collect()
    };
    let (workers, employer) = (side(Side::Workers), side(Side::Employer));
    let later = next::after(connection, head.year)?;
    let agreements = agreement::all(connection, all, head.id, &later, today)?;
    let amendments = agreement::all_amendments(connection, all, head.id, today)?;
    let proposed = amendments.iter().map(|one| &one.course).filter(|one| one.state == AgreementState::Talks);
    let proposed: Vec<&str> = proposed.map(|one| one.title.as_str()).collect();
    let promised = store::open_undertakings(connection, head.id)?;
    let next_agenda = match agreements.iter().all(Agreement::is_signed) && !proposed.is_empty() {
        true => rules::next_agenda_over(&proposed, &promised, meets_on),
        false => rules::next_agenda(&topics, &promised, meets_on),
    };
    let refusal = refusal::of(connection, book, &head, today)?;
    let stuck = refusal.as_ref().map(|(stuck, _)| *stuck);
    // Once every contract is signed or the affair is sealed, what was not agreed upon is disputed no more.
    let over = agreements.iter().all(Agreement::is_signed) || seals::seal_of(connection, head.id)?.is_some();
    let open = agreement::book_of_open(connection, all, head.id, &agreements)?;
    let disputed = if over { None } else { dispute::standing(connection, open, &head, today)? };
    let suspensions = suspension::of(connection, head.id, &meetings)?;
    let talks_facts = (offer.as_ref(), reply.as_ref(), &meetings[..]);
    let clock = suspension::talks_clock(open, &head, talks_facts, &suspensions, today)?;
    let clock = clock.filter(|_| !talks.were_concluded());
    let information = information::of(connection, law, &head, talks_facts)?;
    let election_undone = people::undone(connection, head.id, &workers)?.is_some();
    let agreed = reply.as_ref().filter(|reply| reply.kind != ReplyKind::Refused && meetings.is_empty());
    let formation = match agreed {
        Some(reply) => before::formation_clock(book, &head.place, reply)?,
        None => None,
    };
    // Nobody is made known whose election does not hold. An affair entered afterwards asks for what came about since.
    let entered = store::entered_on(connection, &head)?;
    let closing = seals::closing(connection, head.id)?;
    // Who was taken over from a sealed affair was made known there.
    let asked = entered.or(closing.continues.as_ref().map(|_| head.started_on));
    let mut unposted = vec![Side::Workers, Side::Employer];
    unposted.retain(|side| {
        let holds = !(election_undone && *side == Side::Workers);
        let waits = !people::unposted(*side, &representatives, &events, asked).is_empty();
        holds && waits && people::is_posted_by_law(law, *side)
    });
    let has_no_day = |side: &Side| {
        let mut waiting = people::unposted(*side, &representatives, &events, asked).into_iter();
        waiting.any(|one| one.record.chosen_on.is_none())
    };
    let undated: Vec<Side> = unposted.iter().copied().filter(has_no_day).collect();
    let unsigned = match law.rule("negotiation.confidentiality") {
        Some(_) => information::unsigned(&information.secrecy, talks_facts, &representatives, entered),
        None => 0,
    };
    let mut steps = rules::ladder(
        law,
        &LadderFacts {
            opinions: preparations::opinions(connection, head.id)?.is_some(),
            workers_complete: rules::complete(law, Side::Workers, &workers),
            election_undone,
            employer_complete: rules::complete(law, Side::Employer, &employer),
            unposted: &unposted,
            undated: &undated,
            unsigned,
            offer: offer.as_ref(),
            reply: reply.as_ref(),
            formation: formation.as_ref(),
            stuck: stuck.as_ref(),
            dispute: disputed.as_ref(),
            meetings: meetings.len(),
            suspended_until: suspension::rules::lasting(&suspensions).map(|one| one.record.resume_on),
            open_topics: talked_about(&topics).filter(|topic| is_open(topic, &talks)).count(),
            topics: talked_about(&topics).count(),
            clock: clock.as_ref(),
            agreements: &agreements,
            goes_on: agreement::all_go_on(connection, head.id)?,
        },
    );
    let sealed = closing.seal.is_some();
    if sealed {
        // What was not done in it is done elsewhere, or not at all.
        for step in &mut steps {
            step.unrecorded = !step.done;
            step.current = false;
        }
    }
    let running = steps.iter().any(|step| step.current) && !agreements.iter().all(Agreement::is_signed);
    let disputed = disputed.filter(|_| running);
    let disputed = disputed.map(|one| dispute::duty(connection, open, &head, one, today)).transpose()?;
    let clock = clock.filter(|_| running);
    let advised = Advised {
        sides: Sides { workers: &workers, employer: &employer },
        women: Some(members::store::women_of_all(connection)?),
        dispatched: dispatched(connection, law, &workers)?,
        forming: meetings.is_empty(),
    };
    let mut advice = rules::advice(law, &advised);
    for one in &agreements {
        let signed = one.events.iter().rev().find(|event| event.kind == EventKind::Signed);
        // What was signed before the affair was entered is as its papers say.
        let since = signed.zip(entered).is_some_and(|(signed, entered)| signed.happened_on >= entered);
        if head.late_entry.is_none() || since {
            let law = Law { book: all.scoped(one.kind.code()), place: &head.place, on: today };
            advice.extend(agreement::advice(law, one));
        }
    }
    let opened_by = offer.as_ref().map(|offer| offer.by);
    advice.extend(rules::before_answer(reply.as_ref(), &meetings));
    advice.extend(rules::first_chair(law, opened_by, &meetings, &everyone));
    advice.extend(rules::chairs_in_turn(law, &meetings, &everyone));
    advice.extend(rules::entered_afterwards(&meetings));
    let next_chair = rules::next_chair(law, opened_by, &meetings, &everyone);
    let earlier = earlier(everyone, &representatives, &seats, &meetings);
    let vacancy = first_vacancy(&events, &seats);
    let mut whole = Negotiation {
        id: head.id,
        year: head.year,
        title: head.title,
        started_on: head.started_on,
        late_entry: head.late_entry,
        offer_name: rules::offer_name(law),
        steps,
        day: clock.as_ref().map(|clock| clock.day),
        of_days: clock.as_ref().map(|clock| clock.of_days),
        clock,
        suspensions,
        information,
        suspension_terms: suspension::rules::terms(Law { on: today, ..law }),
        // Nothing of a sealed affair can be mended any more.
        advice: if sealed { Vec::new() } else { advice },
        offer,
        reply,
        earlier_replies,
        remedy: stuck.and_then(|stuck| stuck.next.event()),
        refusal: refusal.map(|(_, refusal)| refusal),
        dispute: disputed,
        representatives,
        earlier,
        vacancy,
        election_undone,
        topics,
        meetings,
        next_agenda,
        next_chair: next_chair.map(|(side, says)| NextChair { side, says }),
        events,
        agreements,
        kind_names: (AgreementKind::ALL.iter())
            .map(|kind| AgreementName { kind: *kind, name: rules::contract_name(law, *kind) })
            .collect(),
        amendments,
        closing,
    };
    if !sealed {
        whole.closing.open = sealing::open_ends(&whole, today);
        whole.closing.told = sealing::told_before(&whole, law, today);
    }
    Ok(whole)
}

/// The dispatched workers of the roster and among our representatives, where the law of the place asks for one of them.
fn dispatched(
    connection: &Connection,
    law: Law<'_>,
    workers: &[RepresentativeInput],
) -> Result<Option<Dispatched>, Problem> {
    if law.rule("negotiation.representatives.dispatch").is_none() {
        return Ok(None);
    }
    let counts = members::store::counts(connection)?;
    // Someone since removed from the roster stays a representative as entered.
    let is_dispatched = |one: &&RepresentativeInput| {
        let row = one.person.and_then(|person| members::store::person(connection, person).ok());
        row.is_some_and(|row| row.form == EmploymentForm::Dispatched)
    };
    let seats = u32::try_from(workers.iter().filter(is_dispatched).count()).unwrap_or(u32::MAX);
    Ok(Some(Dispatched { workers: counts.dispatched, all: counts.total, seats }))
}

/// Who stands no more and is still to be named: whose seat fell vacant, or who came to a meeting.
fn earlier(
    everyone: Vec<Representative>,
    standing: &[Representative],
    seats: &[Representative],
    meetings: &[Meeting],
) -> Vec<Representative> {
    let named = |one: &Representative| {
        meetings.iter().any(|meeting| {
            meeting.record.chair == one.id
                || meeting.record.attendance.iter().any(|at| at.representative == one.id)
        })
    };
    let gone = |one: &Representative| !standing.iter().any(|other| other.id == one.id);
    everyone
        .into_iter()
        .filter(|one| gone(one) && (seats.iter().any(|seat| seat.id == one.id) || named(one)))
        .collect()
}

/// The earliest vacancy that nobody has filled.
fn first_vacancy(events: &[Event], seats: &[Representative]) -> Option<EventId> {
    let open = |event: &&Event| {
        event.kind == EventKind::Vacated
            && event.facts.representative.is_some_and(|id| {
                seats.iter().any(|one| one.id == id) && !seats.iter().any(|one| one.replaces == Some(id))
            })
    };
    events.iter().find(open).map(|event| event.id)
}

/// The topics that the talks have not gone on without.
fn talked_about(topics: &[Topic]) -> impl Iterator<Item = &Topic> {
    topics.iter().filter(|topic| topic.aside.is_none() || topic.result == Some(TopicResult::Agreed))
}

/// Whether nothing is agreed upon of a topic. Of one that goes on from a sealed affair that stands there, as far as these talks say
/// nothing of it.
fn is_open(topic: &Topic, talks: &Concluding) -> bool {
    topic.result.map_or_else(|| !talks.go_on(&topic.agreements), |result| result != TopicResult::Agreed)
}

/// The rows of the topics, and where each belongs.
type TopicRows = (Vec<(TopicId, String, String)>, Vec<TopicPlace>);

/// Each topic with the last word of both sides on it: what is said over what amends a contract is not said of it.
fn topics(
    (rows, places): TopicRows,
    offer: Option<&Offer>,
    meetings: &[Meeting],
    talks: &Concluding,
) -> Vec<Topic> {
    rows.into_iter()
        .map(|(id, title, proposal)| {
            let place = places.iter().find(|one| one.topic == id);
            let shown = talks.shown(place.map_or(&[][..], |one| one.kinds.as_slice()));
            let last = shown.into_iter().rev().find_map(|meeting| {
                let found = meeting.record.topics.iter().find(|topic| topic.topic == id)?;
                Some((meeting.round, found))
            });
            Topic {
                id,
                rounds: rules::position_rounds(id, &proposal, offer, meetings),
                title,
                proposal,
                agreements: place.map(|one| one.kinds.clone()).unwrap_or_default(),
                aside: place.and_then(|one| one.row.aside),
                aside_why: place.and_then(|one| one.row.aside_why.clone()),
                workers_position: last.map(|(_, topic)| topic.workers_position.clone()).unwrap_or_default(),
                employer_position: last.map(|(_, topic)| topic.employer_position.clone()).unwrap_or_default(),
                result: last.map(|(_, topic)| topic.result),
                agreed_text: last.and_then(|(_, topic)| topic.agreed_text.clone()),
                round: last.map(|(round, _)| round),
            }
        })
        .collect()
}

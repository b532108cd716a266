//! What agreements read of the affair they belong to: its rows, votes and events become the course of each. Nothing is written
//! here, and nothing decided; what pages show of it is `view`'s.

use chrono::NaiveDate;
use law::{LawBook, Place};
use ledger::Tx;
use rusqlite::Connection;

use super::amendments::model::AmendmentAct;
use super::amendments::store as amended;
use super::amendments::talks::{Proposal, is_over};
use super::course::{Act, Course, TopicTalk, What};
use super::model::{Agreement, AgreementBallot, AgreementId, AgreementKind, AgreementState, AgreementVote};
use super::store::{self, Head};
use super::votes;
use crate::Problem;
use crate::congress;
use crate::negotiation::model::{Event, EventKind, Meeting, NegotiationId, TopicResult};
use crate::negotiation::rules::{self, Law};
use crate::negotiation::settled::concluding::Concluding;
use crate::negotiation::store as talks;
use crate::negotiation::topics::places;

/// Whether a vote was entered afterwards from the start, so that its paper says what was passed. One that was entered as it was held and
/// called late by a correction since settled the text that stood then.
pub(in crate::negotiation) fn is_of_paper(connection: &Connection, vote: &Act) -> Result<bool, Problem> {
    Ok(vote.late && congress::store::was_late(connection, vote.id)?)
}

/// A topic of the talks as agreements read it.
#[derive(Debug, Clone)]
pub struct Spoken {
    /// The agreements that it belongs to.
    pub kinds: Vec<AgreementKind>,
    /// The talks go on without it.
    pub aside: bool,
    /// What all meetings made of it.
    pub talk: TopicTalk,
}

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
    /// The day on which it was entered afterwards.
    pub entered_on: Option<NaiveDate>,
    /// The day of its offer, else of its start.
    pub opened: NaiveDate,
    /// The meetings by the days on which they ended, the earliest first.
    pub met: Vec<NaiveDate>,
    /// The day on which it is looked at: what an amendment does later counts not yet. None for all that is recorded.
    pub on: Option<NaiveDate>,
    /// The topics of the talks.
    pub topics: Vec<Spoken>,
    /// The days of meetings that say nothing of an agreement of a kind: they are over what amends it, or came after its signature.
    pub apart: Vec<(AgreementKind, NaiveDate)>,
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
        let mut topics = Vec::new();
        for place in places(connection, id)? {
            let of = |meeting: &Meeting| {
                let found = meeting.record.topics.iter().find(|one| one.topic == place.topic)?;
                Some((rules::ended_on(&meeting.record), found.result == TopicResult::Agreed))
            };
            let told = meetings.iter().filter_map(of).collect();
            let talk = TopicTalk { title: place.title.clone(), told };
            topics.push(Spoken { kinds: place.kinds, aside: place.row.aside.is_some(), talk });
        }
        let mut met: Vec<NaiveDate> =
            meetings.iter().map(|meeting| rules::ended_on(&meeting.record)).collect();
        met.sort_unstable();
        Ok(Affair {
            id,
            entered_on: talks::entered_on(connection, &head)?,
            place: head.place,
            late: head.late_entry.is_some(),
            late_entry: head.late_entry,
            opened,
            met,
            on: None,
            topics,
            apart: Concluding::read(connection, id)?.apart(),
            events: talks::events(connection, id)?,
        })
    }

    /// Whether an agreement was entered with it from its papers: of what amends one, unless it was proposed since the affair lies in
    /// the ledger. That goes its own way.
    pub fn is_late(&self, proposed_on: Option<NaiveDate>) -> bool {
        proposed_on.map_or(self.late, |proposed| self.is_of_papers(proposed))
    }

    /// Whether what happened on a day is one of the papers that it was entered from.
    pub fn is_of_papers(&self, on: NaiveDate) -> bool {
        self.late && self.entered_on.is_none_or(|entered| on < entered)
    }

    /// The same as it stands on a day.
    pub fn seen_on(mut self, on: NaiveDate) -> Affair {
        self.on = Some(on);
        self
    }

    /// What the talks over an agreement made of its topics, as far as they have not gone on without them.
    fn topics_of(&self, kind: AgreementKind) -> Vec<TopicTalk> {
        self.concluded(kind, |one| one.kinds.contains(&kind))
    }

    fn concluded(&self, kind: AgreementKind, wanted: impl Fn(&Spoken) -> bool) -> Vec<TopicTalk> {
        let said = |one: &Spoken| one.talk.on_days(|day| !self.apart.contains(&(kind, day)));
        let all = self.topics.iter().filter(|one| wanted(one)).map(|one| (one.aside, said(one)));
        all.filter(|(aside, talk)| !aside || talk.agreed_on().is_some()).map(|(_, talk)| talk).collect()
    }

    /// What the meetings of some days made of the topics of an agreement, of all where none is its own: also of those that the talks
    /// over its conclusion went on without, for they may be taken up again.
    fn talked_on(&self, kind: AgreementKind, days: impl Fn(NaiveDate) -> bool) -> Vec<TopicTalk> {
        let own = self.topics.iter().any(|one| one.kinds.contains(&kind));
        let of_it = self.topics.iter().filter(|one| !own || one.kinds.contains(&kind));
        of_it.map(|one| one.talk.on_days(&days)).filter(|talk| !talk.told.is_empty()).collect()
    }

    /// What came of the topics of an agreement that goes on from a sealed affair: what was said there, and what these talks say of the
    /// same topics after it. One of which these talks say nothing is as it was left there; one that they go on without is none of it.
    fn told_on(&self, mut stood: Vec<TopicTalk>, own: Vec<TopicTalk>) -> Vec<TopicTalk> {
        let same = |one: &TopicTalk, other: &TopicTalk| one.title.trim() == other.title.trim();
        stood.retain(|one| !one.told.is_empty());
        for talk in own.into_iter().filter(|talk| !talk.told.is_empty()) {
            match stood.iter_mut().find(|one| same(one, &talk)) {
                Some(one) => {
                    one.told.extend(talk.told);
                    one.told.sort_by_key(|(held, _)| *held);
                }
                None => stood.push(talk),
            }
        }
        let aside = |one: &TopicTalk| self.topics.iter().any(|other| other.aside && same(&other.talk, one));
        stood.retain(|one| one.agreed_on().is_some() || !aside(one));
        stood
    }

    /// The meeting after which nothing of an agreement was open: of its own topics, or of all where none is its own.
    pub fn agreed_on(&self, kind: AgreementKind) -> Option<NaiveDate> {
        let own = self.topics_of(kind);
        let all = if own.is_empty() { self.concluded(kind, |_| true) } else { own };
        let days: Option<Vec<NaiveDate>> = all.iter().map(TopicTalk::agreed_on).collect();
        days.and_then(|days| days.into_iter().max())
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
    let book = book.scoped(store::head(connection, id)?.kind.code());
    let amends = amended::said(connection, id)?.map(|said| said.act);
    let voted = congress::store::votes_on(connection, id.uuid())?;
    Ok(voted
        .into_iter()
        .map(|(session, vote)| {
            let [votes_for, votes_against, abstained] = vote.votes;
            let ballot = AgreementBallot { agreement: id, votes_for, votes_against, abstained };
            votes::judge(book, place, &session, (vote.id, ballot), amends)
        })
        .collect())
}

/// The votes on an agreement and on those that it continues, the earliest first.
pub fn votes_of_line(
    connection: &Connection,
    book: &LawBook,
    place: &Place,
    head: &Head,
) -> Result<Vec<AgreementVote>, Problem> {
    let mut votes = Vec::new();
    for one in store::line(connection, head)?.iter().rev() {
        votes.extend(votes_of(connection, book, place, one.id)?);
    }
    Ok(votes)
}

/// Whether an agreement was in effect, or over, before it was taken over from a sealed affair. One that was not comes into effect here.
pub fn is_taken_over(connection: &Connection, book: &LawBook, head: &Head) -> Result<bool, Problem> {
    let Some(earlier) = head.continues else { return Ok(false) };
    let state = course_of(connection, book, earlier)?.state();
    Ok(matches!(state, AgreementState::InEffect | AgreementState::Over))
}

/// The affair in which an agreement stood before it was continued in this one, and its head there.
pub(super) fn before(
    connection: &Connection,
    affair: &Affair,
    head: &Head,
) -> Result<Option<(Affair, Head)>, Problem> {
    let Some(id) = head.continues else { return Ok(None) };
    let head = store::head(connection, id)?;
    let mut earlier = Affair::load(connection, head.negotiation)?;
    earlier.on = affair.on;
    Ok(Some((earlier, head)))
}

/// The day on which an agreement was entered afterwards, by its own affair or by that which this one continues.
pub(super) fn entered_on(
    connection: &Connection,
    affair: &Affair,
    head: &Head,
) -> Result<Option<NaiveDate>, Problem> {
    match (affair.entered_on, before(connection, affair, head)?) {
        (None, Some((earlier, head))) => entered_on(connection, &earlier, &head),
        (entered, _) => Ok(entered),
    }
}

/// What amendments do to an agreement: one that rescinds or ends it, signed, from the day it holds.
fn ended_by(
    connection: &Connection,
    book: &LawBook,
    affair: &Affair,
    head: &Head,
) -> Result<Vec<Act>, Problem> {
    let mut acts = Vec::new();
    for one in store::amendments(connection, affair.id)?.into_iter().filter(|one| one.amends == Some(head.id))
    {
        let Some(said) = amended::said(connection, one.id)? else { continue };
        let kind = match said.act {
            AmendmentAct::Rescind => EventKind::Rescinded,
            AmendmentAct::End => EventKind::Ended,
            AmendmentAct::Change | AmendmentAct::Renew => continue,
        };
        let course = course(connection, book, affair, &one)?;
        let Some(signed) = course.last(What::Event(EventKind::Signed)) else { continue };
        let on = signed.on.max(said.effective_on);
        if affair.on.is_none_or(|today| on <= today) {
            acts.push(Act { id: one.id.uuid(), what: What::Event(kind), on, late: true, how: None });
        }
    }
    Ok(acts)
}

/// The last day of an agreement's term as it stands: a renewal in effect moves it on.
pub(super) fn with_term(
    connection: &Connection,
    book: &LawBook,
    affair: &Affair,
    head: Head,
) -> Result<Head, Problem> {
    let mut head = head;
    for (one, course) in renewals(connection, book, affair, &head)? {
        if course.state() == AgreementState::InEffect {
            head.term_to = one.term_to.max(head.term_to);
        }
    }
    Ok(head)
}

/// Whether a renewal of an agreement is under way on a day: written, not in effect yet, and not ended without a result.
pub(super) fn renewing(
    connection: &Connection,
    book: &LawBook,
    affair: &Affair,
    head: &Head,
    on: NaiveDate,
) -> Result<bool, Problem> {
    let all = renewals(connection, book, affair, head)?;
    let in_effect =
        |course: &Course| matches!(course.state(), AgreementState::InEffect | AgreementState::Over);
    let done = |course: &Course| in_effect(course) || course.is_fallen(on);
    Ok(all.iter().any(|(_, course)| !done(course)))
}

/// The renewals of an agreement, each with its course.
pub(super) fn renewals(
    connection: &Connection,
    book: &LawBook,
    affair: &Affair,
    head: &Head,
) -> Result<Vec<(Head, Course)>, Problem> {
    let mut all = Vec::new();
    let of_head = store::amendments(connection, affair.id)?.into_iter();
    for one in of_head.filter(|one| one.amends == Some(head.id)) {
        if amended::said(connection, one.id)?.is_some_and(|said| said.act == AmendmentAct::Renew) {
            let course = course(connection, book, affair, &one)?;
            all.push((one, course));
        }
    }
    Ok(all)
}

/// What happened to an agreement in its own affair: its events and the votes on it, by day.
fn own_acts(
    connection: &Connection,
    book: &LawBook,
    affair: &Affair,
    id: AgreementId,
) -> Result<Vec<Act>, Problem> {
    let mut acts: Vec<Act> =
        affair.events.iter().filter(|event| event.agreement == Some(id)).map(act).collect();
    for vote in votes_of(connection, book, &affair.place, id)? {
        acts.push(Act {
            id: vote.id.uuid(),
            what: What::Vote(vote.passed),
            on: vote.session.held_on,
            late: crate::office::text(&vote.session.late_entry).is_some(),
            how: None,
        });
    }
    acts.sort_by_key(|act| (act.on, act.id));
    Ok(acts)
}

/// The same in its own affair and in those that this one continues.
fn acts_of_line(
    connection: &Connection,
    book: &LawBook,
    affair: &Affair,
    head: &Head,
) -> Result<Vec<Act>, Problem> {
    let mut acts = match before(connection, affair, head)? {
        Some((earlier, head)) => acts_of_line(connection, book, &earlier, &head)?,
        None => Vec::new(),
    };
    acts.extend(own_acts(connection, book, affair, head.id)?);
    acts.sort_by_key(|act| (act.on, act.id));
    Ok(acts)
}

/// All that amends the agreement that one amends, itself among them.
fn proposals(
    connection: &Connection,
    book: &LawBook,
    affair: &Affair,
    head: &Head,
) -> Result<Vec<Proposal>, Problem> {
    let mut all = Vec::new();
    let beside = store::amendments(connection, affair.id)?.into_iter();
    for one in beside.filter(|one| one.amends == head.amends) {
        let Some(said) = amended::said(connection, one.id)? else { continue };
        let acts = acts_of_line(connection, book, affair, &one)?;
        all.push(Proposal { id: one.id, proposed_on: said.proposed_on, acts });
    }
    Ok(all)
}

/// The course of an agreement: its events and votes, those of the affair that this one continues, what amendments do to it.
pub(super) fn course(
    connection: &Connection,
    book: &LawBook,
    affair: &Affair,
    head: &Head,
) -> Result<Course, Problem> {
    let mut acts = own_acts(connection, book, affair, head.id)?;
    let mut opened = affair.opened;
    let mut talked = None;
    if let Some((earlier, head)) = before(connection, affair, head)? {
        // What stands in a sealed affair was checked there. What happens to it before the next affair is begun, an effect by silence
        // say, is no earlier than its talks.
        let stood = course(connection, book, &earlier, &head)?;
        opened = opened.min(stood.opened);
        talked = Some((stood.met, stood.topics));
        acts.extend(stood.acts.into_iter().map(|act| Act { late: true, ..act }));
    }
    let said = match head.amends {
        Some(_) => amended::said(connection, head.id)?,
        None => {
            acts.extend(ended_by(connection, book, affair, head)?);
            None
        }
    };
    acts.sort_by_key(|act| (act.on, act.id));
    let (met, topics) = match (&said, head.amends) {
        // What amends an agreement is talked about after it was proposed, in the meetings over it and no other.
        (Some(_), _) => {
            let beside = proposals(connection, book, affair, head)?;
            let topics = affair.talked_on(head.kind, |day| is_over(&beside, head.id, day));
            (topics.iter().flat_map(|topic| &topic.told).map(|(day, _)| *day).min(), topics)
        }
        (None, Some(_)) => (affair.met.first().copied(), Vec::new()),
        (None, None) => (affair.met.first().copied(), affair.topics_of(head.kind)),
    };
    let (met, topics) = match talked {
        Some((before, stood)) => ([before, met].into_iter().flatten().min(), affair.told_on(stood, topics)),
        None => (met, topics),
    };
    Ok(Course {
        opened: said.as_ref().map_or(opened, |said| said.proposed_on),
        met,
        late: affair.is_late(said.as_ref().map(|said| said.proposed_on)),
        entered_on: affair.entered_on,
        term: (head.term_from, head.term_to),
        amends: said.map(|said| said.act),
        topics,
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

/// The law of a round of talks: that of everything that is talked about, so that where two texts set a day the earlier is kept.
pub fn book_of<'a>(
    connection: &Connection,
    book: &'a LawBook,
    id: NegotiationId,
) -> Result<&'a LawBook, Problem> {
    let heads = store::heads(connection, id)?;
    let kinds: Vec<&str> = heads.iter().map(|head| head.kind.code()).collect();
    Ok(if kinds.is_empty() { book.scoped(AgreementKind::Wage.code()) } else { book.scoped_to(&kinds) })
}

/// The law of what is still talked about: of the contracts that are not signed, or of all once all are. A contract that was
/// signed takes the clocks of its own law with it.
pub fn book_of_open<'a>(
    connection: &Connection,
    book: &'a LawBook,
    id: NegotiationId,
    agreements: &[Agreement],
) -> Result<&'a LawBook, Problem> {
    let open: Vec<&str> =
        agreements.iter().filter(|one| !one.is_signed()).map(|one| one.kind.code()).collect();
    if open.is_empty() { book_of(connection, book, id) } else { Ok(book.scoped_to(&open)) }
}

/// Writes a head unless its term is none, or an act that stands on the term would hang in the air.
///
/// Errors: `bad_input` at `termTo`; `refused` with the rule.
pub(in crate::negotiation) fn keep_head(
    tx: &Tx,
    book: &LawBook,
    before: &Head,
    after: &Head,
) -> Result<(), Problem> {
    let affair = Affair::load(tx, before.negotiation)?;
    let book = book.scoped(before.kind.code());
    let law = affair.law(book, after.term_from.unwrap_or_else(|| tx.today()));
    let standing = course(tx, book, &affair, before)?;
    let mut changed = standing.clone();
    changed.term = (after.term_from, after.term_to);
    rules::check_days(after.term_from, after.term_to)?;
    if !standing.is_concluded_on_paper() {
        rules::check_term(law, after.term_from, after.term_to)?;
        standing.check_leaning(law, &changed)?;
    }
    store::save(tx, after)
}

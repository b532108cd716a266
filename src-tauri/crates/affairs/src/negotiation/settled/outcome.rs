//! What the meetings made of the topics of an agreement, and that nothing opens again or words otherwise what was settled of it: not
//! the words of a meeting, nor the offer's proposal to which they may point. Which meetings speak of it stands in `concluding`, and
//! which of what amends it, in `amended`.

use chrono::NaiveDate;
use rusqlite::Connection;

use super::concluding::Concluding;
use super::{Stand, State, amended};
use crate::Problem;
use crate::negotiation::agreement::store::Head;
use crate::negotiation::model::{EventKind, Meeting, MeetingId, TopicId, TopicResult};
use crate::negotiation::store;
use crate::negotiation::topics::{TopicPlace, places};
use crate::office::text;

/// What a meeting said of a topic.
#[derive(PartialEq)]
struct Heard {
    meeting: MeetingId,
    on: NaiveDate,
    topic: TopicId,
    agreed: bool,
    text: Option<String>,
}

/// What a meeting said, topic by topic.
fn heard(meeting: &Meeting) -> impl Iterator<Item = Heard> + '_ {
    meeting.record.topics.iter().map(move |one| Heard {
        meeting: meeting.id,
        on: meeting.record.held_on,
        topic: one.topic,
        agreed: one.result == TopicResult::Agreed,
        text: text(&one.agreed_text).map(str::to_owned),
    })
}

/// The meetings over what amends an agreement, from its proposal to its signature.
fn over<'a>(connection: &Connection, head: &Head, all: &'a [Meeting]) -> Result<Vec<&'a Meeting>, Problem> {
    let amended = amended::of(connection, std::iter::once(head.clone()))?;
    Ok(all.iter().filter(|one| amended.iter().any(|over| over.holds(one.record.held_on))).collect())
}

/// Whether a draft of an agreement was made in its own affair, and not only in one that this one continues.
fn is_drafted_here(connection: &Connection, head: &Head) -> Result<bool, Problem> {
    let events = store::events(connection, head.negotiation)?;
    Ok(events.iter().any(|one| one.agreement == Some(head.id) && one.kind == EventKind::Drafted))
}

/// What came of a topic.
struct Outcome {
    topic: TopicId,
    title: String,
    /// what the offer proposed: meetings agree on it as it stands there
    proposal: String,
    agreed: bool,
    text: Option<String>,
    /// the meetings that agreed on these words: each of their minutes says what was passed
    said_in: Vec<MeetingId>,
}

impl Outcome {
    /// Whether something else came of it than before, or a meeting that still stands says something else than it agreed on.
    fn is_other(&self, before: &Outcome, meetings: &[MeetingId]) -> bool {
        let reworded = |id: &MeetingId| meetings.contains(id) && !self.said_in.contains(id);
        let renamed = self.title.trim() != before.title.trim();
        !self.agreed || renamed || self.text != before.text || before.said_in.iter().any(reworded)
    }

    /// Whether the offer proposes something else than before. What it left out is written in afterwards.
    fn is_proposed_otherwise(&self, before: &Outcome) -> bool {
        let (was, is) = (before.proposal.trim(), self.proposal.trim());
        !was.is_empty() && was != is
    }
}

/// What came of the topics of an agreement.
pub(super) struct Outcomes {
    /// its own topics, but for those that the talks go on without
    own: Vec<Outcome>,
    /// it has topics of its own, and nothing of them is open
    agreed: bool,
    /// the meetings that are read for it
    meetings: Vec<MeetingId>,
    /// what all meetings said
    heard: Vec<Heard>,
    /// what was said after both sides signed it, and over nothing that amends it
    astray: Vec<Heard>,
}

impl Outcomes {
    pub(super) fn read(connection: &Connection, head: &Head) -> Result<Outcomes, Problem> {
        // One that was concluded before has topics here only where it came back and was drafted anew.
        if head.continues.is_some() && !is_drafted_here(connection, head)? {
            return Ok(Outcomes {
                own: Vec::new(),
                agreed: false,
                meetings: Vec::new(),
                heard: Vec::new(),
                astray: Vec::new(),
            });
        }
        let talks = Concluding::read(connection, head.negotiation)?;
        let meetings = match head.amends {
            None => talks.of(&[head.kind]),
            Some(_) => over(connection, head, talks.meetings())?,
        };
        // What amends an agreement is talked about under the topics of its conclusion: those that were spoken of since its proposal. So is
        // one that was concluded before under those that were spoken of here.
        let is_spoken_of = |place: &TopicPlace| {
            meetings.iter().any(|one| one.record.topics.iter().any(|one| one.topic == place.topic))
        };
        let is_own = |place: &TopicPlace| match head.amends {
            None => place.kinds.contains(&head.kind) && (head.continues.is_none() || is_spoken_of(place)),
            Some(_) => is_spoken_of(place),
        };
        let mut own = Vec::new();
        let places = places(connection, head.negotiation)?;
        let offered = store::topics(connection, head.negotiation)?;
        for place in places.into_iter().filter(is_own) {
            let last = meetings
                .iter()
                .rev()
                .find_map(|meeting| meeting.record.topics.iter().find(|one| one.topic == place.topic));
            let agreed = last.is_some_and(|one| one.result == TopicResult::Agreed);
            if place.row.aside.is_some() && !agreed {
                continue;
            }
            let words = last.and_then(|one| text(&one.agreed_text)).map(str::to_owned);
            let said = |meeting: &&Meeting| {
                let spoken = meeting.record.topics.iter().find(|one| one.topic == place.topic);
                spoken.is_some_and(|one| {
                    one.result == TopicResult::Agreed && text(&one.agreed_text) == words.as_deref()
                })
            };
            let said_in = meetings.iter().copied().filter(said).map(|meeting| meeting.id).collect();
            let proposal = offered.iter().find(|(topic, ..)| *topic == place.topic);
            own.push(Outcome {
                topic: place.topic,
                title: place.title,
                proposal: proposal.map(|(_, _, proposal)| proposal.clone()).unwrap_or_default(),
                agreed,
                text: words,
                said_in,
            });
        }
        // Without a topic of its own it stands on what was agreed at all; that others are talked over again opens nothing of it.
        let agreed = match head.amends {
            None => !own.is_empty() && own.iter().all(|one| one.agreed),
            Some(_) => own.iter().any(|one| one.agreed),
        };
        // A meeting that comes after the signature is one over what amends the agreement; over what amends it, all are.
        let astray =
            |meeting: &&Meeting| head.amends.is_none() && talks.is_astray(head.kind, meeting.record.held_on);
        Ok(Outcomes {
            own,
            agreed,
            meetings: meetings.iter().map(|meeting| meeting.id).collect(),
            heard: talks.meetings().iter().flat_map(heard).collect(),
            astray: talks.meetings().iter().filter(astray).flat_map(heard).collect(),
        })
    }

    /// Refuses what opens again, or words otherwise, what the congress passed.
    ///
    /// Errors: `refused`.
    pub(super) fn check(&self, now: &Stand, was: &Stand) -> Result<(), Problem> {
        if is_not_settled(now) || is_not_settled(was) {
            return Ok(());
        }
        let (title, done, how) = (&now.head.title, now.done(), way_back(now));
        // A meeting over what amends it stays as it is when that is taken back; a new one opens nothing.
        let new = || now.outcomes.astray.iter().filter(move |one| !self.heard.contains(one));
        let settled = |one: &Heard| self.own.iter().any(|own| own.agreed && own.topic == one.topic);
        let opens = new().any(|one| !one.agreed && settled(one));
        if opens || (self.agreed && !now.outcomes.agreed) {
            let message = format!("{title}已经{done}，它以会上谈定的各项为准，不能改成没有谈定。{how}");
            return Err(Problem::new("refused", message));
        }
        // What is entered afterwards is written from its papers, and in any order.
        if now.course.is_concluded_on_paper() {
            return Ok(());
        }
        for before in self.own.iter().filter(|one| one.agreed && one.text.is_some()) {
            let after = now.outcomes.own.iter().find(|one| one.topic == before.topic);
            let otherwise = new().any(|one| one.topic == before.topic && one.text != before.text);
            if otherwise || after.is_none_or(|after| after.is_other(before, &now.outcomes.meetings)) {
                let message = format!(
                    "{title}已经{done}，会上谈定的“{}”不能再改成别的内容。{how}",
                    before.title.trim()
                );
                return Err(Problem::new("refused", message));
            }
            if after.is_some_and(|after| after.is_proposed_otherwise(before)) {
                let message = format!(
                    "{title}已经{done}，会上是照要约里“{}”的方案谈定的，方案不能再改。{how}",
                    before.title.trim()
                );
                return Err(Problem::new("refused", message));
            }
        }
        let known = |one: &&Outcome| self.own.iter().any(|before| before.topic == one.topic);
        if let Some(new) = now.outcomes.own.iter().find(|one| !known(one)) {
            let message = format!("{title}已经{done}，不能再把“{}”放进它的议题。{how}", new.title.trim());
            return Err(Problem::new("refused", message));
        }
        Ok(())
    }
}

fn is_not_settled(stand: &Stand) -> bool {
    !stand.is_passed()
}

/// What to do instead.
pub(super) fn way_back(stand: &Stand) -> &'static str {
    if stand.course.state() == State::Passed {
        "确要重谈、重写的，请先撤回表决。"
    } else if stand.is_voted() {
        "双方要改的，请写变更协议，再开会谈；登记错了的，请先从后往前撤回签字和表决的登记。"
    } else {
        "双方要改的，请写变更协议，再开会谈；登记错了的，请先从后往前撤回合同的登记。"
    }
}

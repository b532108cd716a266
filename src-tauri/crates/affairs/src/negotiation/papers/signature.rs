//! Who leads both sides, as papers of two parties name them; and the signature that an agreement stands on: who signed for both
//! sides, who sat there that day, and by which vote it had been passed. While nothing is signed, papers name those who stand and the
//! newest vote.

use chrono::NaiveDate;
use rusqlite::Connection;
use serde::Serialize;

use crate::Problem;
use crate::negotiation::agreement::course::{Course, What};
use crate::negotiation::agreement::model::AgreementVote;
use crate::negotiation::model::{
    Event, EventId, EventKind, MeetingInput, NegotiationId, Representative, Side,
};
use crate::negotiation::rules::seat;
use crate::negotiation::store;
use crate::office::text;

/// One side's chief as a paper of two parties names them.
#[derive(Debug, Clone, Serialize)]
pub(crate) struct Chief {
    pub name: String,
    pub post: Option<String>,
}

/// Both chiefs.
#[derive(Debug, Clone, Serialize)]
pub(crate) struct Chiefs {
    pub workers: Chief,
    pub employer: Chief,
}

/// Both chiefs as they stood on a day, and sat at the meeting that agreed on what they signed: it names them, whoever took a seat or
/// the lead of a side since.
pub(crate) fn chiefs_on(
    connection: &Connection,
    of: NegotiationId,
    day: NaiveDate,
    meeting: Option<&MeetingInput>,
) -> Result<Chiefs, Problem> {
    let mut all = store::representatives_on(connection, of, day)?;
    if let Some(meeting) = meeting {
        seat(meeting, &mut all);
    }
    Ok(among(&all))
}

fn among(all: &[Representative]) -> Chiefs {
    Chiefs { workers: seated(all, Side::Workers), employer: seated(all, Side::Employer) }
}

/// Who leads a side; a name that nobody knows stays empty.
fn seated(all: &[Representative], side: Side) -> Chief {
    let found = all.iter().find(|one| one.side == side && one.record.chief);
    Chief { name: found.map(|one| one.record.name.clone()).unwrap_or_default(), post: found.and_then(post) }
}

fn post(one: &Representative) -> Option<String> {
    Some(one.record.post.trim().to_owned()).filter(|post| !post.is_empty())
}

/// A signature with the talks in which it was set: of what goes on from a sealed affair, those.
pub(in crate::negotiation) struct Signature {
    negotiation: NegotiationId,
    event: Event,
}

impl Signature {
    /// The one that an agreement stands on. A draft that followed on a return is not signed yet.
    ///
    /// Errors: `not_found`.
    pub(in crate::negotiation) fn of(
        connection: &Connection,
        course: &Course,
    ) -> Result<Option<Signature>, Problem> {
        let signed = course.last(What::Event(EventKind::Signed)).filter(|_| course.is_signed());
        let Some(act) = signed else { return Ok(None) };
        let (negotiation, event) = store::event(connection, EventId::from(act.id))?;
        Ok(Some(Signature { negotiation, event }))
    }

    /// Its day.
    pub(in crate::negotiation) fn on(&self) -> NaiveDate {
        self.event.happened_on
    }

    /// Who stood on its day.
    pub(in crate::negotiation) fn people(
        &self,
        connection: &Connection,
    ) -> Result<Vec<Representative>, Problem> {
        store::representatives_on(connection, self.negotiation, self.on())
    }

    /// Who signed: whom it names, else the chief of that day; a name that nobody knows stays empty.
    fn chiefs(&self, connection: &Connection) -> Result<Chiefs, Problem> {
        let (there, everyone) =
            (self.people(connection)?, store::all_representatives(connection, self.negotiation)?);
        let chief = |side: Side, named: &Option<String>| match text(named) {
            Some(name) => {
                // The list may have been written anew since: the post is that of whoever bears the name.
                let bears = |one: &&Representative| one.side == side && one.record.name.trim() == name;
                let found = there.iter().find(bears).or_else(|| everyone.iter().find(bears));
                Chief { name: name.to_owned(), post: found.and_then(post) }
            }
            None => seated(&there, side),
        };
        let facts = &self.event.facts;
        Ok(Chiefs {
            workers: chief(Side::Workers, &facts.workers_chief),
            employer: chief(Side::Employer, &facts.employer_chief),
        })
    }
}

/// Both chiefs as the papers of an agreement name them: who signed it; while nothing is signed, who stands in these talks.
pub(in crate::negotiation) fn chiefs_of(
    connection: &Connection,
    signature: Option<&Signature>,
    standing: NegotiationId,
) -> Result<Chiefs, Problem> {
    match signature {
        Some(signature) => signature.chiefs(connection),
        None => Ok(among(&store::representatives(connection, standing)?)),
    }
}

/// The vote that passed an agreement, the newest one; of what is signed, the newest that was held by the day of its signature.
pub(in crate::negotiation) fn vote_of(
    votes: Vec<AgreementVote>,
    signed_on: Option<NaiveDate>,
) -> Option<AgreementVote> {
    votes
        .into_iter()
        .filter(|vote| vote.passed && signed_on.is_none_or(|day| vote.session.held_on <= day))
        .max_by_key(|vote| vote.session.held_on)
}

#[cfg(test)]
mod tests {
    use chrono::NaiveDate;
    use uuid::Uuid;

    use super::vote_of;
    use crate::congress::model::{
        CongressBallot, CongressForm, CongressLines, CongressSessionInput, CongressVoteId,
    };
    use crate::negotiation::agreement::model::{AgreementBallot, AgreementId, AgreementVote};

    fn day(text: &str) -> NaiveDate {
        text.parse().unwrap()
    }

    /// A vote of a session of 45, 43 of them there: 23 pass it.
    fn vote(on: &str, votes_for: u32) -> AgreementVote {
        AgreementVote {
            id: CongressVoteId::new(Uuid::nil()),
            session: CongressSessionInput {
                id: None,
                form: CongressForm::Congress,
                name: "第三届职工代表大会第五次会议".to_owned(),
                held_on: day(on),
                due: 45,
                present: 43,
                way: CongressBallot::Secret,
                given: Some(43),
                returned: Some(43),
                chair: "陈望舒".to_owned(),
                chair_post: None,
                heard: None,
                tellers: Vec::new(),
                scrutineers: Vec::new(),
                late_entry: None,
            },
            ballot: AgreementBallot {
                agreement: AgreementId::new(Uuid::nil()),
                votes_for,
                votes_against: 43 - votes_for,
                abstained: 0,
            },
            lines: CongressLines {
                attendance: 30,
                half: 23,
                over_half: 23,
                needed: 23,
                lowest: 23,
                explained: Vec::new(),
                rules: Vec::new(),
            },
            attended: true,
            passed: votes_for >= 23,
            verdict: String::new(),
        }
    }

    #[test]
    fn a_signature_stands_on_the_newest_vote_that_passed_by_its_day() {
        let votes = || {
            vec![
                vote("2026-06-24", 40),
                vote("2026-06-29", 41),
                vote("2026-06-30", 20),
                vote("2026-07-19", 30),
            ]
        };
        let held =
            |signed_on: Option<&str>| vote_of(votes(), signed_on.map(day)).map(|vote| vote.session.held_on);
        for (signed_on, stands_on) in [
            (Some("2026-06-23"), None),
            (Some("2026-06-24"), Some("2026-06-24")),
            (Some("2026-07-02"), Some("2026-06-29")),
            (Some("2026-07-19"), Some("2026-07-19")),
            (None, Some("2026-07-19")),
        ] {
            assert_eq!(held(signed_on), stands_on.map(day), "signed on {signed_on:?}");
        }
    }
}

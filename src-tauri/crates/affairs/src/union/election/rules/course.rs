//! How far a re-election has come. Its state is never typed: it follows from what happened, from the ballots and from what the
//! form says is elected; each step says what must stand before it.

use std::collections::{BTreeMap, BTreeSet};

use chrono::NaiveDate;

use super::ElectionLaw;
use super::count::{Cast, Outcome, Round, count, named, same};
use crate::union::bodies::model::UnionBody;
use crate::union::election::model::{
    ElectionBallotId, ElectionBallotInput, ElectionCandidate, ElectionEventId, ElectionEventInput,
    ElectionEventKind as Kind, ElectionInput, ElectionPost as Post, ElectionState, ElectionStep as Step,
    ElectionWomenWay as WomenWay,
};
use crate::union::members_congress::model::MembersForm;

/// A ballot as kept.
#[derive(Debug, Clone)]
pub struct Held {
    /// The ballot.
    pub id: ElectionBallotId,
    /// From 1.
    pub round: u32,
    /// As the form holds it.
    pub record: ElectionBallotInput,
}

/// Everything that decisions about a re-election read.
#[derive(Debug, Clone)]
pub struct Course {
    /// As the form holds it, the number of members filled in.
    pub record: ElectionInput,
    /// What happened.
    pub events: Vec<ElectionEventInput>,
    /// The candidates by post.
    pub slates: BTreeMap<Post, Vec<ElectionCandidate>>,
    /// The ballots, by post and round.
    pub ballots: Vec<Held>,
    /// Delegates of the session who stand, and how many of them are managers.
    pub delegates: (u32, u32),
    /// Who chaired before; none where the ledger does not know.
    pub chair_before: Option<String>,
    /// The kinds of its papers that were issued.
    pub issued: BTreeSet<String>,
}

/// The steps in their order.
pub const STEPS: [Step; 14] = [
    Step::Request,
    Step::Approval,
    Step::Delegates,
    Step::Qualification,
    Step::Proposal,
    Step::Consent,
    Step::Posting,
    Step::Ballots,
    Step::Plenums,
    Step::Report,
    Step::Confirmation,
    Step::Registration,
    Step::LeavingAudit,
    Step::HandOver,
];

/// The step that an event is.
pub fn step_of(kind: Kind) -> Step {
    match kind {
        Kind::Requested => Step::Request,
        Kind::Approved => Step::Approval,
        Kind::Delegates => Step::Delegates,
        Kind::Qualified => Step::Qualification,
        Kind::Proposed => Step::Proposal,
        Kind::Consented => Step::Consent,
        Kind::Posted => Step::Posting,
        Kind::Reported => Step::Report,
        Kind::Confirmed => Step::Confirmation,
        Kind::Registered => Step::Registration,
        Kind::Audited => Step::LeavingAudit,
        Kind::HandedOver => Step::HandOver,
    }
}

/// The event that a step is; none for ballots.
pub fn event_of(step: Step) -> Option<Kind> {
    Kind::ALL.iter().copied().find(|kind| step_of(*kind) == step)
}

/// What must stand before a step.
pub fn needs(step: Step) -> &'static [Step] {
    match step {
        Step::Request => &[],
        Step::Approval => &[Step::Request],
        Step::Delegates | Step::Proposal => &[Step::Approval],
        Step::Qualification => &[Step::Delegates],
        Step::Consent => &[Step::Proposal],
        Step::Posting => &[Step::Consent],
        Step::Ballots => &[Step::Qualification, Step::Posting],
        Step::Plenums => &[Step::Ballots],
        Step::Report => &[Step::Ballots, Step::Plenums],
        Step::Confirmation => &[Step::Report],
        Step::Registration | Step::LeavingAudit | Step::HandOver => &[Step::Confirmation],
    }
}

/// What a step is called.
pub fn step_label(step: Step) -> &'static str {
    match (event_of(step), step) {
        (Some(kind), _) => kind.label(),
        (None, Step::Ballots) => "大会选举",
        (None, _) => "委员会第一次全体会议",
    }
}

impl Course {
    /// An event of a kind.
    pub fn event(&self, kind: Kind) -> Option<&ElectionEventInput> {
        self.events.iter().find(|event| event.kind == kind)
    }

    /// The event of an id.
    pub fn by_id(&self, id: ElectionEventId) -> Option<&ElectionEventInput> {
        self.events.iter().find(|event| event.id == Some(id))
    }

    /// 应选名额 of a post.
    pub fn seats(&self, post: Post) -> u32 {
        let record = &self.record;
        match post {
            Post::Committee => record.committee_seats,
            Post::Standing => record.standing_seats,
            Post::Chair => 1,
            Post::Vice => record.vice_seats,
            Post::Audit => record.audit_seats,
            Post::AuditChair => u32::from(record.audit_seats > 0),
            Post::Women => record.women_seats,
            Post::WomenChair => u32::from(record.women_seats > 0),
        }
    }

    /// The posts that are filled.
    pub fn posts(&self) -> impl Iterator<Item = Post> + '_ {
        Post::ALL.iter().copied().filter(|post| self.seats(*post) > 0)
    }

    /// Whether the meeting of the members elects it; else a committee in its first plenary meeting does.
    pub fn by_meeting(&self, post: Post) -> bool {
        match post {
            Post::Committee | Post::Audit => true,
            Post::Women => !self.agreed(post),
            Post::Chair | Post::Vice => self.record.direct,
            Post::Standing | Post::AuditChair | Post::WomenChair => false,
        }
    }

    /// Whether nobody votes on it: the committee names the people and they are agreed on.
    pub fn agreed(&self, post: Post) -> bool {
        post.body() == UnionBody::Women && self.record.women_way == Some(WomenWay::Agreed)
    }

    /// Whether the women workers in a meeting of their own elect it.
    pub fn by_women(&self, post: Post) -> bool {
        post == Post::Women && self.record.women_way == Some(WomenWay::Women)
    }

    /// Who elects it, in words.
    pub fn hall(&self, post: Post) -> String {
        if self.agreed(post) {
            return "工会委员会提名、协商".to_owned();
        }
        if self.by_women(post) {
            return "女职工大会、女职工代表大会".to_owned();
        }
        if self.by_meeting(post) {
            return self.record.form.label().to_owned();
        }
        format!("{}第一次全体会议", post.body().label())
    }

    /// 应到 of the meeting.
    pub fn due(&self) -> u32 {
        match self.record.form {
            MembersForm::Whole => self.record.members.unwrap_or_default(),
            MembersForm::Delegates => self.delegates.0,
        }
    }

    /// The ballots for a post, round by round.
    pub fn held(&self, post: Post) -> impl Iterator<Item = &Held> + '_ {
        self.ballots.iter().filter(move |held| held.record.post == post)
    }

    /// What the ballots for a post brought.
    pub fn outcome(&self, law: ElectionLaw<'_>, post: Post) -> Outcome {
        if self.agreed(post) {
            return named(self.slates.get(&post).map(Vec::as_slice).unwrap_or_default(), self.seats(post));
        }
        let rounds: Vec<Round> = self.held(post).map(|held| round(&held.record)).collect();
        count(law, self.seats(post), &rounds)
    }

    /// Whether someone is among those elected to a post.
    pub fn is_elected(&self, law: ElectionLaw<'_>, post: Post, who: &ElectionCandidate) -> bool {
        let elected = self.outcome(law, post).elected;
        elected.iter().any(|one| same((one.person, &one.name), (who.person, &who.name)))
    }

    /// Who was elected chair.
    pub fn chair_after(&self, law: ElectionLaw<'_>) -> Option<String> {
        Some(self.outcome(law, Post::Chair).elected.first()?.name.clone())
    }

    /// Whether another person chairs than before; none while that is not known.
    pub fn chair_changes(&self, law: ElectionLaw<'_>) -> Option<bool> {
        let after = self.chair_after(law)?;
        Some(self.chair_before.as_ref().is_some_and(|before| before.trim() != after.trim()))
    }

    /// The posts that are voted on in a step.
    pub fn posts_of(&self, step: Step) -> Vec<Post> {
        let by_meeting = step == Step::Ballots;
        let voted = self.posts().filter(|post| !self.agreed(*post));
        voted.filter(|post| self.by_meeting(*post) == by_meeting).collect()
    }

    /// Whether this re-election has the step at all.
    pub fn has(&self, law: ElectionLaw<'_>, step: Step) -> bool {
        match step {
            Step::Delegates | Step::Qualification => self.record.form == MembersForm::Delegates,
            Step::Plenums => !self.posts_of(step).is_empty(),
            Step::Registration | Step::LeavingAudit | Step::HandOver => {
                self.chair_changes(law).unwrap_or(true)
            }
            _ => true,
        }
    }

    /// The day on which a step was done.
    pub fn done(&self, law: ElectionLaw<'_>, step: Step) -> Option<NaiveDate> {
        if let Some(kind) = event_of(step) {
            return self.event(kind).map(|event| event.happened_on);
        }
        let posts = self.posts_of(step);
        if !posts.iter().all(|post| self.outcome(law, *post).is_full()) {
            return None;
        }
        let days = self.ballots.iter().filter(|held| posts.contains(&held.record.post));
        days.map(|held| held.record.held_on).max()
    }

    /// Whether a step stands: it is done, or this re-election does not have it.
    pub fn stands(&self, law: ElectionLaw<'_>, step: Step) -> bool {
        !self.has(law, step) || self.done(law, step).is_some()
    }

    /// Whether a step may be taken now.
    pub fn is_open(&self, law: ElectionLaw<'_>, step: Step) -> bool {
        !self.stands(law, step) && needs(step).iter().all(|before| self.stands(law, *before))
    }

    /// Where it stands.
    pub fn state(&self, law: ElectionLaw<'_>) -> ElectionState {
        let done = |step| self.stands(law, step);
        let after = [Step::Registration, Step::LeavingAudit, Step::HandOver];
        if self.event(Kind::Confirmed).is_some() {
            return if after.into_iter().all(done) {
                ElectionState::Finished
            } else {
                ElectionState::Confirmed
            };
        }
        if self.event(Kind::Reported).is_some() {
            return ElectionState::Reported;
        }
        if done(Step::Ballots) && done(Step::Plenums) {
            return ElectionState::Elected;
        }
        if !self.ballots.is_empty() {
            return ElectionState::Voting;
        }
        let event = |kind| self.event(kind).is_some();
        if event(Kind::Posted) {
            ElectionState::Posted
        } else if event(Kind::Approved) {
            ElectionState::Approved
        } else if event(Kind::Requested) {
            ElectionState::Requested
        } else {
            ElectionState::Preparing
        }
    }

    /// The same without a ballot.
    pub fn without_ballot(&self, id: ElectionBallotId) -> Course {
        let mut other = self.clone();
        other.ballots.retain(|held| held.id != id);
        other
    }
}

/// A ballot as it is counted.
pub fn round(record: &ElectionBallotInput) -> Round {
    let casts = record.votes.iter().map(|vote| Cast {
        person: vote.person,
        name: vote.name.clone(),
        write_in: vote.candidate.is_none(),
        votes: [vote.votes_for, vote.votes_against, vote.abstained],
    });
    Round { held_on: record.held_on, due: record.due, casts: casts.collect() }
}

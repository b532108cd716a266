//! A re-election as its page shows it: rungs, slates, ballots with what they brought, what a new one begins with. What its
//! forms send is `model`'s.

use chrono::NaiveDate;
use law::{Deadline, RuleRef};
use serde::Serialize;
use ts_rs::TS;

use super::model::{
    ElectionBallotId, ElectionBallotInput, ElectionCandidate, ElectionEventInput, ElectionId, ElectionInput,
    ElectionPost, ElectionState, ElectionStep,
};
use crate::duty::{Place, Whose};
use crate::members::model::PersonId;
use crate::office::model::PaperId;
use crate::union::bodies::model::UnionLack;

/// How a rung stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub enum ElectionRungState {
    /// Done.
    Done,
    /// The next to be done.
    Now,
    /// Later.
    Later,
    /// Not asked of this one.
    NotNeeded,
}

/// A rung of the ladder: who acts, what lacks, by which article, what its button opens.
#[derive(Debug, Clone, PartialEq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct ElectionRung {
    /// Which.
    pub step: ElectionStep,
    /// As one phrase.
    pub title: String,
    /// Whose move it is.
    pub whose: Whose,
    /// How it stands.
    pub state: ElectionRungState,
    /// When it was done.
    pub on: Option<NaiveDate>,
    /// 文号, or the days of a posting.
    pub detail: Option<String>,
    /// The event behind it, which can be corrected or taken back.
    pub event: Option<ElectionEventInput>,
    /// What lacks before it can be done, and by which article.
    pub lacks: Vec<UnionLack>,
    /// Why it is to be done, in one sentence.
    pub origin: String,
    /// The rule behind it, where no clock is.
    pub rule: Option<RuleRef>,
    /// The clock behind it.
    pub deadline: Option<Deadline>,
    /// The last day.
    pub due: Option<NaiveDate>,
    /// What the button says.
    pub button: String,
    /// What it opens.
    pub place: Place,
    /// The paper of this rung, where it has one and it is not its button.
    pub paper: Option<Place>,
}

/// The candidates for a post.
#[derive(Debug, Clone, PartialEq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct ElectionSlate {
    /// For what.
    pub post: ElectionPost,
    /// 应选名额.
    pub seats: u32,
    /// Who votes: 会员大会, 会员代表大会, 工会委员会全体会议 …
    pub hall: String,
    /// Whether the meeting of the members votes.
    pub by_meeting: bool,
    /// Whether nobody votes on it: the committee names the people and they are agreed on.
    pub agreed: bool,
    /// In order.
    pub candidates: Vec<ElectionCandidate>,
    /// What lacks, and by which article.
    pub lacks: Vec<UnionLack>,
    /// Who may not stand for it, as the rules list them.
    pub bars: Vec<ElectionBarChoice>,
    /// The ballot paper, once there are candidates.
    pub paper: Option<Place>,
}

/// A ground on which nobody may stand.
#[derive(Debug, Clone, PartialEq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct ElectionBarChoice {
    /// The key of the rule's item.
    pub key: String,
    /// In words.
    pub text: String,
    /// The rule.
    pub rule: RuleRef,
}

/// What one person got in a ballot.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct ElectionTally {
    /// The person on the roster.
    pub person: Option<PersonId>,
    /// The name.
    pub name: String,
    /// Whether nobody had put them up.
    pub write_in: bool,
    /// 赞成.
    pub votes_for: u32,
    /// 不赞成.
    pub votes_against: u32,
    /// 弃权.
    pub abstained: u32,
    /// Whether elected.
    pub elected: bool,
    /// Whether their votes are equal and decide nothing.
    pub tied: bool,
}

/// A ballot with what it brought.
#[derive(Debug, Clone, PartialEq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct ElectionBallot {
    /// The ballot.
    pub id: ElectionBallotId,
    /// 第几轮, from 1.
    pub round: u32,
    /// As the form holds it.
    pub record: ElectionBallotInput,
    /// 无效票.
    pub void: u32,
    /// Seats to be filled in this round.
    pub seats: u32,
    /// Votes needed.
    pub needed: u32,
    /// What each got.
    pub tallies: Vec<ElectionTally>,
    /// How it was judged, in sentences.
    pub explained: Vec<String>,
    /// The rules it was judged by.
    pub rules: Vec<RuleRef>,
    /// The newest issue of its count report.
    pub issue: Option<PaperId>,
}

/// Who was elected to a post over all its rounds.
#[derive(Debug, Clone, PartialEq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct ElectionResult {
    /// For what.
    pub post: ElectionPost,
    /// 应选名额.
    pub seats: u32,
    /// Elected, those with most votes first within each round.
    pub elected: Vec<ElectionTally>,
    /// Seats still empty.
    pub short: u32,
    /// Whether equal votes ask for another ballot.
    pub tied: bool,
    /// What is to be done for the empty seats, in one sentence.
    pub next: Option<String>,
}

/// A re-election, seen from one day.
#[derive(Debug, Clone, PartialEq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct Election {
    /// The re-election.
    pub id: ElectionId,
    /// 第四届工会委员会换届选举.
    pub name: String,
    /// As the form holds it.
    pub record: ElectionInput,
    /// Where it stands.
    pub state: ElectionState,
    /// The ladder, from the ground floor.
    pub rungs: Vec<ElectionRung>,
    /// The candidates, post by post.
    pub slates: Vec<ElectionSlate>,
    /// The ballots, in the order of posts and rounds.
    pub ballots: Vec<ElectionBallot>,
    /// What came of them.
    pub results: Vec<ElectionResult>,
    /// 应到 of the meeting.
    pub due: u32,
    /// Members' delegates of this session.
    pub delegates: u32,
    /// What the seats are bound by.
    pub bounds: ElectionBounds,
}

/// What the seats are bound by at a number of members.
#[derive(Debug, Clone, PartialEq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct ElectionBounds {
    /// Members who vote.
    pub members: u32,
    /// Whether the members must meet as a whole.
    pub whole: bool,
    /// 委员名额, least and most; absent beyond the table.
    pub seats: Option<(u32, u32)>,
    /// 会员代表名额, least and most; absent outside the table.
    pub delegates: Option<(u32, u32)>,
    /// Least candidates for so many seats, committee and standing.
    pub least_candidates: (u32, u32),
    /// How it comes, in sentences with their articles.
    pub explained: Vec<String>,
    /// The rules.
    pub rules: Vec<RuleRef>,
}

/// What a new one begins with.
#[derive(Debug, Clone, PartialEq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct ElectionStart {
    /// The form, filled from the ledger and the rules.
    pub record: ElectionInput,
    /// What the seats are bound by.
    pub bounds: ElectionBounds,
    /// How many years a term may last.
    pub years: Vec<u32>,
}

/// What the next ballot for a post begins with.
#[derive(Debug, Clone, PartialEq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct ElectionBallotStart {
    /// The form, its candidates listed.
    pub record: ElectionBallotInput,
    /// 第几轮.
    pub round: u32,
    /// Seats to be filled.
    pub seats: u32,
    /// Least present, votes needed and other lines, in sentences.
    pub explained: Vec<String>,
}

/// A line of the list.
#[derive(Debug, Clone, PartialEq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct ElectionLine {
    /// The re-election.
    pub id: ElectionId,
    /// 第四届工会委员会换届选举.
    pub name: String,
    /// Where it stands.
    pub state: ElectionState,
    /// The meeting's day: held, else planned.
    pub on: NaiveDate,
    /// What is to be done first.
    pub next: Option<String>,
    /// Whose move that is.
    pub whose: Option<Whose>,
    /// By when.
    pub due: Option<NaiveDate>,
}

//! What the pages of a negotiation show.

use chrono::NaiveDate;
use law::{Deadline, RuleRef};
use serde::Serialize;
use ts_rs::TS;

use super::event::Event;
use super::{
    EventId, EventKind, MeetingId, MeetingInput, NegotiationId, ReplyId, ReplyKind, RepresentativeId,
    RepresentativeInput, Side, TopicAside, TopicId, TopicResult,
};
use crate::duty::Duty;
use crate::negotiation::agreement::amendments::model::Amendment;
use crate::negotiation::agreement::model::{Agreement, AgreementKind, AgreementName};
use crate::negotiation::information::model::Information;
use crate::negotiation::refusal::model::Refusal;
use crate::negotiation::seal::model::NegotiationClosing;
use crate::negotiation::suspension::model::{Suspension, SuspensionTerms, TalksClock};
use crate::negotiation::wording::{NumberMove, WordingPart};

/// The states of the ladder, in the field's words. Those of the vote and the filing follow with the
/// congress.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub enum StepKind {
    /// 准备协商: 征集意见、确定议题.
    Preparation,
    /// 推选代表.
    Representatives,
    /// 发出要约.
    Offer,
    /// 对方答复.
    Reply,
    /// 协商会议.
    Meetings,
    /// 签字、报送、生效, entered from paper.
    Conclusion,
}

/// One rung of the ladder.
#[derive(Debug, Clone, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct Step {
    /// Which.
    pub kind: StepKind,
    /// Its name in this place (江西: 协商意向书).
    pub name: String,
    /// Finished.
    pub done: bool,
    /// The one that comes now.
    pub current: bool,
    /// The affair is over and this was never entered; it can be entered late (补录).
    pub unrecorded: bool,
    /// Whose move it is, in words.
    pub whose: String,
    /// What is missing, one phrase each; empty when nothing is. What is still owed of a finished step stands here too.
    pub missing: Vec<String>,
    /// By which article it is done, in one sentence; empty where no text of the place speaks of it.
    pub origin: String,
    /// The rule behind it.
    pub rule: Option<RuleRef>,
    /// Its last day, where a clock runs.
    pub due: Option<NaiveDate>,
}

/// The offer as it stands.
#[derive(Debug, Clone, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct Offer {
    /// The record, for its papers.
    pub id: String,
    /// The side that opened.
    pub by: Side,
    /// To whom.
    pub addressee: String,
    /// Why.
    pub reasons: String,
    /// Dated.
    pub issued_on: NaiveDate,
    /// Received.
    pub received_on: Option<NaiveDate>,
    /// By whom.
    pub received_by: Option<String>,
    /// First meeting proposed for.
    pub proposed_on: Option<NaiveDate>,
    /// At.
    pub proposed_place: Option<String>,
    /// Contact.
    pub contact: String,
    /// Information asked for.
    pub information: String,
    /// The reply clock, when the offer has been received.
    pub reply_deadline: Option<Deadline>,
    /// Entered afterwards, why.
    pub late_entry: Option<String>,
}

/// An answer to the offer as it stands.
#[derive(Debug, Clone, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct Reply {
    /// The record, for its paper.
    pub id: ReplyId,
    /// What it says.
    pub kind: ReplyKind,
    /// Given on.
    pub replied_on: NaiveDate,
    /// By.
    pub replied_by: String,
    /// Text.
    pub text: String,
    /// Meets on.
    pub meets_on: Option<NaiveDate>,
    /// Meets at.
    pub meets_place: Option<String>,
    /// Days after the deadline, where it is the first answer and was late.
    pub days_late: Option<i64>,
    /// Entered afterwards, why.
    pub late_entry: Option<String>,
}

/// A topic with what each meeting made of it.
#[derive(Debug, Clone, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct Topic {
    /// Its id.
    pub id: TopicId,
    /// 议题.
    pub title: String,
    /// What was proposed when it was put.
    pub proposal: String,
    /// The kinds of the agreements of the round that it belongs to.
    pub agreements: Vec<AgreementKind>,
    /// How the talks go on without it, where they do.
    pub aside: Option<TopicAside>,
    /// What both sides said of that.
    pub aside_why: Option<String>,
    /// The last position of the workers' side.
    pub workers_position: String,
    /// The last position of the employer's side.
    pub employer_position: String,
    /// How it stands after the last meeting that talked about it.
    pub result: Option<TopicResult>,
    /// The agreed text.
    pub agreed_text: Option<String>,
    /// The round in which it was last talked about.
    pub round: Option<u32>,
    /// Round by round, the paper that opened the talks first.
    pub rounds: Vec<PositionRound>,
}

/// What one side said of a topic in a round, held against what it said last.
#[derive(Debug, Clone, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct Said {
    /// Its words; empty where it had not spoken.
    pub text: String,
    /// The round of its last word before; none where this is the first.
    pub since: Option<u32>,
    /// Its last words and these, piece by piece; empty where this is the first.
    pub parts: Vec<WordingPart>,
    /// The numbers that moved.
    pub moves: Vec<NumberMove>,
    /// It says something else than before.
    pub changed: bool,
}

/// One round of a topic; round 0 is the paper that opened the talks.
#[derive(Debug, Clone, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct PositionRound {
    /// 第几轮.
    pub round: u32,
    /// The day.
    pub on: NaiveDate,
    /// 职工方.
    pub workers: Said,
    /// 企业方.
    pub employer: Said,
    /// What was laid on the table.
    pub evidence: String,
    /// How it stood after the round; none for the paper that opened the talks.
    pub result: Option<TopicResult>,
    /// The text agreed upon.
    pub agreed_text: Option<String>,
}

/// A meeting as a page shows it.
#[derive(Debug, Clone, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct Meeting {
    /// Its id.
    pub id: MeetingId,
    /// 第几轮.
    pub round: u32,
    /// All that was recorded.
    pub record: MeetingInput,
}

/// One line of the list of negotiations.
#[derive(Debug, Clone, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct NegotiationLine {
    /// Its id.
    pub id: NegotiationId,
    /// The year.
    pub year: i32,
    /// Its title.
    pub title: String,
    /// The step it stands at, in words.
    pub state: String,
    /// It is sealed.
    pub sealed: bool,
    /// It continues a sealed one.
    pub continuing: bool,
    /// The day of the whole talk, where a clock runs.
    pub day: Option<i64>,
    /// The length of that clock.
    pub of_days: Option<i64>,
    /// Both are counted in working days.
    pub working_days: bool,
}

/// Whose chief chairs the next meeting.
#[derive(Debug, Clone, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct NextChair {
    /// The side.
    pub side: Side,
    /// The article, quoted with what it says.
    pub says: String,
}

/// A negotiation as its page shows it.
#[derive(Debug, Clone, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct Negotiation {
    /// Its id.
    pub id: NegotiationId,
    /// The year.
    pub year: i32,
    /// Its title.
    pub title: String,
    /// The day it was started.
    pub started_on: NaiveDate,
    /// Entered afterwards, why.
    pub late_entry: Option<String>,
    /// What the opening paper is called here.
    pub offer_name: String,
    /// The ladder.
    pub steps: Vec<Step>,
    /// The day of the whole talk, where a clock runs.
    pub day: Option<i64>,
    /// The length of that clock.
    pub of_days: Option<i64>,
    /// The clock of the whole talk, where the place has one and it runs.
    pub clock: Option<TalksClock>,
    /// The suspensions by day.
    pub suspensions: Vec<Suspension>,
    /// What was asked for before the talks, and what came of it.
    pub information: Information,
    /// What the law of the place says of suspensions.
    pub suspension_terms: SuspensionTerms,
    /// The offer.
    pub offer: Option<Offer>,
    /// The reply: the last answer, which is the one that counts.
    pub reply: Option<Reply>,
    /// The answers before it, by day: a refusal, say, after which the other side agreed.
    pub earlier_replies: Vec<Reply>,
    /// The event to record next, when the other side refused or did not answer in time.
    pub remedy: Option<EventKind>,
    /// What is done about it, when it did.
    pub refusal: Option<Refusal>,
    /// What is to be done now about talks that came to nothing in their time, or for which coordination was asked; as 今日 says it.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[ts(optional)]
    pub dispute: Option<Duty>,
    /// Everyone who stands, workers' side first.
    pub representatives: Vec<Representative>,
    /// Who stood before and is named by a meeting, or whose seat fell vacant.
    pub earlier: Vec<Representative>,
    /// The earliest vacancy that nobody has filled, by its event.
    pub vacancy: Option<EventId>,
    /// Whether an upheld objection undid the election of the workers' side, and nobody was chosen anew.
    pub election_undone: bool,
    /// The topics in order.
    pub topics: Vec<Topic>,
    /// The meetings by round.
    pub meetings: Vec<Meeting>,
    /// The agenda of the next meeting as it follows from what stayed open, line by line; a proposal.
    pub next_agenda: Vec<String>,
    /// Whose chief chairs the next meeting, where the law of the place says so.
    pub next_chair: Option<NextChair>,
    /// What else happened.
    pub events: Vec<Event>,
    /// What the talks come to, each with its own ladder.
    pub agreements: Vec<Agreement>,
    /// What each kind of contract is called in the place.
    pub kind_names: Vec<AgreementName>,
    /// What changes, rescinds, ends or renews them, each with its own ladder.
    pub amendments: Vec<Amendment>,
    /// Whether it is sealed, what is open before, and what continues it.
    pub closing: NegotiationClosing,
    /// Advice that stands in no one's way: women, front line, maximum.
    pub advice: Vec<String>,
}

/// A representative as a page shows it.
#[derive(Debug, Clone, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct Representative {
    /// The id.
    pub id: RepresentativeId,
    /// The side.
    pub side: Side,
    /// All that was entered.
    pub record: RepresentativeInput,
    /// Whose seat this one fills.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[ts(optional)]
    pub replaces: Option<RepresentativeId>,
    /// The day on which the seat fell vacant.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[ts(optional)]
    pub until: Option<NaiveDate>,
    /// Why it did.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[ts(optional)]
    pub left_why: Option<String>,
}

impl Representative {
    /// Whether this one stood on a day: before the seat fell vacant and, who fills another's, from the day chosen.
    pub fn stood_on(&self, day: NaiveDate) -> bool {
        let since = self.replaces.and(self.record.chosen_on);
        self.until.is_none_or(|until| day < until) && since.is_none_or(|since| since <= day)
    }
}

//! The types of a wage negotiation as they cross the contract: what a form sends and what a page shows.
//! Decisions stand in `rules`, rows in `store`.

use chrono::NaiveDate;
use law::Deadline;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::members::model::{PersonId, Sex};

ledger::id_type!(
    /// A negotiation of one year.
    NegotiationId
);
ledger::id_type!(
    /// A topic of a negotiation.
    TopicId
);
ledger::id_type!(
    /// A representative of either side.
    RepresentativeId
);
ledger::id_type!(
    /// A meeting of a negotiation.
    MeetingId
);
ledger::id_type!(
    /// An undertaking given in a meeting.
    UndertakingId
);
ledger::id_type!(
    /// Something that happened to the affair, entered from paper.
    EventId
);

/// 职工方 / 企业方.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub enum Side {
    /// 职工方.
    Workers,
    /// 企业方.
    Employer,
}

impl Side {
    /// The column's text.
    pub fn code(self) -> &'static str {
        match self {
            Side::Workers => "workers",
            Side::Employer => "employer",
        }
    }
    /// The word a paper prints.
    pub fn name(self) -> &'static str {
        match self {
            Side::Workers => "职工方",
            Side::Employer => "企业方",
        }
    }
    /// From the column's text.
    pub fn of(code: &str) -> Side {
        if code == "employer" { Side::Employer } else { Side::Workers }
    }
}

/// How a topic stands after a meeting: 达成一致 / 有争议 / 待续议.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub enum TopicResult {
    /// Both sides agree; the agreed text stands beside it.
    Agreed,
    /// The positions stay apart.
    Disputed,
    /// Put off to a later meeting.
    Deferred,
}

/// What the other side answered: 同意协商 / 部分同意 / 拒绝协商.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub enum ReplyKind {
    /// Talks are agreed to.
    Agreed,
    /// Agreed to in part, or with another proposal.
    Partly,
    /// Refused.
    Refused,
}

/// What happened to the affair outside the forms: 签字 / 报送 / 退回 / 生效 / 公布 / 其他.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub enum EventKind {
    /// The contract was signed.
    Signed,
    /// It was filed with the department.
    Filed,
    /// It came back.
    Returned,
    /// It is in effect: the affair's clocks stop.
    InEffect,
    /// It was published.
    Published,
    /// Anything else worth keeping.
    Noted,
}

/// Start of a negotiation: 启动协商.
#[derive(Debug, Clone, Deserialize, TS)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
#[ts(optional_fields)]
pub struct StartNegotiation {
    /// The year whose wages are talked about.
    pub year: i32,
    /// The day it was started; today when absent.
    pub started_on: Option<NaiveDate>,
    /// Why it is entered afterwards (补录), when it is.
    pub late_entry: Option<String>,
}

/// One topic as a form sends it.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct TopicInput {
    /// Present when the topic stands already.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[ts(optional)]
    pub id: Option<TopicId>,
    /// 议题.
    pub title: String,
    /// What the side that opens proposes.
    #[serde(default)]
    pub proposal: String,
}

/// The offer (要约书; 江西: 协商意向书) as a form sends it.
#[derive(Debug, Clone, Deserialize, TS)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
#[ts(optional_fields)]
pub struct SaveOffer {
    /// The negotiation it opens.
    pub negotiation: NegotiationId,
    /// The side that opens.
    pub by: Side,
    /// To whom it is addressed.
    pub addressee: String,
    /// Why talks are asked for.
    pub reasons: String,
    /// The day it is dated.
    pub issued_on: NaiveDate,
    /// The day the other side received it; the reply clock starts here.
    pub received_on: Option<NaiveDate>,
    /// Who signed for it.
    pub received_by: Option<String>,
    /// The proposed day of the first meeting.
    pub proposed_on: Option<NaiveDate>,
    /// The proposed place.
    pub proposed_place: Option<String>,
    /// Whom to reach about it.
    pub contact: String,
    /// The information asked for before the talks.
    pub information: String,
    /// What is to be talked about, at least one.
    pub topics: Vec<TopicInput>,
    /// Why it is entered afterwards (补录), when it is.
    pub late_entry: Option<String>,
}

/// The reply as a form sends it.
#[derive(Debug, Clone, Deserialize, TS)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
#[ts(optional_fields)]
pub struct RecordReply {
    /// The negotiation it answers.
    pub negotiation: NegotiationId,
    /// What it says.
    pub kind: ReplyKind,
    /// The day it was given.
    pub replied_on: NaiveDate,
    /// Who gave it.
    pub replied_by: String,
    /// Its text.
    pub text: String,
    /// The day agreed for the first meeting.
    pub meets_on: Option<NaiveDate>,
    /// The place agreed.
    pub meets_place: Option<String>,
    /// Why it is entered afterwards (补录), when it is.
    pub late_entry: Option<String>,
}

/// One representative as a form sends it.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct RepresentativeInput {
    /// Present when the representative stands already.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[ts(optional)]
    pub id: Option<RepresentativeId>,
    /// The person on the roster, when there is one; the name is then taken from the roster.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[ts(optional)]
    pub person: Option<PersonId>,
    /// 姓名.
    pub name: String,
    /// 性别.
    pub sex: Sex,
    /// 职务或岗位.
    pub post: String,
    /// 首席代表.
    #[serde(default)]
    pub chief: bool,
    /// An expert from outside the firm.
    #[serde(default)]
    pub outside: bool,
    /// A front-line worker.
    #[serde(default)]
    pub front_line: bool,
    /// Heads the firm's personnel work.
    #[serde(default)]
    pub personnel_manager: bool,
    /// How chosen: 选举、民主推荐、法定代表人委派 …
    #[serde(default)]
    pub chosen_how: String,
    /// When chosen.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[ts(optional)]
    pub chosen_on: Option<NaiveDate>,
}

/// The representatives of one side or of both. Both can be sent at once, because their numbers must be
/// equal and could not be changed one after the other.
#[derive(Debug, Clone, Deserialize, TS)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
#[ts(optional_fields)]
pub struct SaveRepresentatives {
    /// The negotiation.
    pub negotiation: NegotiationId,
    /// Everyone of the workers' side; those left out are removed. Absent: unchanged.
    pub workers: Option<Vec<RepresentativeInput>>,
    /// Everyone of the employer's side; those left out are removed. Absent: unchanged.
    pub employer: Option<Vec<RepresentativeInput>>,
}

/// How one topic went in a meeting.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct MeetingTopic {
    /// The topic.
    pub topic: TopicId,
    /// What the workers' side said.
    pub workers_position: String,
    /// What the employer's side said.
    pub employer_position: String,
    /// What was laid on the table.
    #[serde(default)]
    pub evidence: String,
    /// How it stands.
    pub result: TopicResult,
    /// The text agreed upon; needed when agreed.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[ts(optional)]
    pub agreed_text: Option<String>,
}

/// Who was there.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct Attendance {
    /// The representative.
    pub representative: RepresentativeId,
    /// Present or absent.
    pub present: bool,
    /// Why absent.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[ts(optional)]
    pub reason: Option<String>,
}

/// Something promised in a meeting.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct Undertaking {
    /// Present when it stands already.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[ts(optional)]
    pub id: Option<UndertakingId>,
    /// What.
    pub what: String,
    /// Whose side.
    pub side: Side,
    /// Who answers for it.
    pub owner: String,
    /// By when.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[ts(optional)]
    pub due_on: Option<NaiveDate>,
    /// The day it was done.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[ts(optional)]
    pub done_on: Option<NaiveDate>,
}

/// A meeting as a form sends it and a page shows it.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct MeetingInput {
    /// Present when the meeting stands already.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[ts(optional)]
    pub id: Option<MeetingId>,
    /// The negotiation.
    pub negotiation: NegotiationId,
    /// The day.
    pub held_on: NaiveDate,
    /// `HH:MM`.
    pub begins: String,
    /// `HH:MM`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[ts(optional)]
    pub ends: Option<String>,
    /// 地点.
    pub place: String,
    /// 本轮主持人: a chief representative, the two in turn.
    pub chair: RepresentativeId,
    /// 记录员: neutral, no representative.
    pub recorder: String,
    /// The recorder's post.
    pub recorder_post: String,
    /// 议程.
    pub agenda: String,
    /// Everyone of both sides.
    pub attendance: Vec<Attendance>,
    /// Topic by topic.
    pub topics: Vec<MeetingTopic>,
    /// What was promised.
    #[serde(default)]
    pub undertakings: Vec<Undertaking>,
    /// The next meeting's day.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[ts(optional)]
    pub next_on: Option<NaiveDate>,
    /// The next meeting's place.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[ts(optional)]
    pub next_place: Option<String>,
    /// Why it is entered afterwards (补录), when it is.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[ts(optional)]
    pub late_entry: Option<String>,
}

/// Something that happened, entered from paper.
#[derive(Debug, Clone, Deserialize, TS)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct AddEvent {
    /// The negotiation.
    pub negotiation: NegotiationId,
    /// What kind.
    pub kind: EventKind,
    /// When.
    pub happened_on: NaiveDate,
    /// What the paper says.
    pub text: String,
}

/// An undertaking kept or opened again.
#[derive(Debug, Clone, Deserialize, TS)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
#[ts(optional_fields)]
pub struct MarkUndertaking {
    /// Which one.
    pub undertaking: UndertakingId,
    /// The day it was done; absent opens it again.
    pub done_on: Option<NaiveDate>,
}

/// The states of the ladder, in the field's words. Those of the vote and the filing follow with the
/// congress.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub enum StepKind {
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
    /// Whose move it is, in words.
    pub whose: String,
    /// What is missing, one phrase each; empty when nothing is.
    pub missing: Vec<String>,
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
    /// The clock of the whole talk, where the place has one.
    pub conclude_deadline: Option<Deadline>,
    /// Entered afterwards, why.
    pub late_entry: Option<String>,
}

/// The reply as it stands.
#[derive(Debug, Clone, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct Reply {
    /// The record, for its paper.
    pub id: String,
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
    /// Days after the deadline, when late.
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

/// Something that happened, as it stands.
#[derive(Debug, Clone, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct Event {
    /// Its id.
    pub id: EventId,
    /// What kind.
    pub kind: EventKind,
    /// When.
    pub happened_on: NaiveDate,
    /// What.
    pub text: String,
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
    /// The day of the whole talk, where a clock runs.
    pub day: Option<i64>,
    /// The length of that clock.
    pub of_days: Option<i64>,
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
    /// The offer.
    pub offer: Option<Offer>,
    /// The reply.
    pub reply: Option<Reply>,
    /// Everyone, workers' side first.
    pub representatives: Vec<Representative>,
    /// The topics in order.
    pub topics: Vec<Topic>,
    /// The meetings by round.
    pub meetings: Vec<Meeting>,
    /// What else happened.
    pub events: Vec<Event>,
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
}

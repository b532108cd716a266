//! What the forms of a negotiation send.

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::{
    EffectHow, EventId, EventKind, MeetingId, NegotiationId, ReplyId, ReplyKind, RepresentativeId, Side,
    TopicAside, TopicId, TopicResult, UndertakingId,
};
use crate::members::model::{PersonId, Sex};
use crate::negotiation::agreement::kind::AgreementKind;
use crate::negotiation::ids::AgreementId;
use crate::negotiation::preparation::model::Askers;

/// Start of a negotiation: 启动协商.
#[derive(Debug, Clone, Deserialize, TS)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
#[ts(optional_fields)]
pub struct StartNegotiation {
    /// The year whose wages are talked about.
    pub year: i32,
    /// The day it was started; today when absent.
    pub started_on: Option<NaiveDate>,
    /// The agreements it is to come to; the wage agreement when absent.
    pub agreements: Option<Vec<AgreementKind>>,
    /// The sealed affair that it continues; its agreements that both sides signed and that are not over are carried on.
    pub continues: Option<NegotiationId>,
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
    /// The kinds of the agreements of the round that it belongs to; by its words where nobody says.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[ts(optional)]
    pub agreements: Option<Vec<AgreementKind>>,
}

/// Where a topic belongs and whether the talks go on without it, as the topic's own form sends it.
#[derive(Debug, Clone, Deserialize, TS)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
#[ts(optional_fields)]
pub struct SaveTopic {
    /// Which.
    pub topic: TopicId,
    /// The kinds of the agreements that it belongs to, several only where it is meant for several; unchanged when absent.
    pub agreements: Option<Vec<AgreementKind>>,
    /// How the talks go on without it; absent where they talk about it.
    pub aside: Option<TopicAside>,
    /// What both sides said of that.
    pub aside_why: Option<String>,
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
    /// The answer that is corrected. Without it, what comes on a later day and says something else, or refuses, is another answer
    /// beside the last one; all else corrects that.
    pub id: Option<ReplyId>,
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
    /// 更正的理由: whoever stands under another name on their own row was typed wrong and is the same person. Absent: another name is
    /// another person.
    pub correction: Option<String>,
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
    /// Whether this one led the side at the meeting, whoever leads it since. Left out, it is as it was kept; of a new meeting, as
    /// the list says.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[ts(optional)]
    pub chief: Option<bool>,
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
    /// `HH:MM`; earlier than the beginning, it is of the day after.
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
    /// What else the minutes tell as a fact: information that was not provided.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[ts(optional)]
    pub noted: Option<String>,
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

/// What a paper says of something that happened; each kind has its own part of it.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase", deny_unknown_fields, default)]
#[ts(optional_fields)]
pub struct EventFacts {
    /// Who signed for the workers' side: of a draft, of the contract. The chief of that side where it is left out.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub workers_chief: Option<String>,
    /// Who signed for the employer's side.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub employer_chief: Option<String>,
    /// To whom it went: the department, the upper union, where it was posted.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub receiver: Option<String>,
    /// The number of a paper that came: 受理编号, 审查意见书文号.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub number: Option<String>,
    /// Originals signed, copies handed in.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub copies: Option<u32>,
    /// How many people: those who asked for talks.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub people: Option<u32>,
    /// Of how many in all.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub whole: Option<u32>,
    /// Who asked for talks.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub asked_by: Option<Askers>,
    /// The employer is of the size for which the law of the place has a line of its own.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub larger: Option<bool>,
    /// How it took effect.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub how: Option<EffectHow>,
    /// Last day of a posting, the day a suspension ends, the day from which a change holds.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub until_on: Option<NaiveDate>,
    /// Whose seat fell vacant, or who filled it.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub representative: Option<RepresentativeId>,
    /// Whose representatives were made known; the workers' where it is left out.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub side: Option<Side>,
    /// First day of the agreement's term, with a signing, an effect or a renewal. It is kept with the agreement.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub term_from: Option<NaiveDate>,
    /// Last day of the agreement's term (期满日).
    #[serde(skip_serializing_if = "Option::is_none")]
    pub term_to: Option<NaiveDate>,
}

/// Something that happened, entered from paper.
#[derive(Debug, Clone, Deserialize, TS)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
#[ts(optional_fields)]
pub struct AddEvent {
    /// The negotiation.
    pub negotiation: NegotiationId,
    /// The agreement it happened to; absent for the talks as a whole, or where there is only one.
    pub agreement: Option<AgreementId>,
    /// What kind.
    pub kind: EventKind,
    /// When.
    pub happened_on: NaiveDate,
    /// What the paper says, in words.
    pub text: Option<String>,
    /// What it says in facts.
    pub facts: Option<EventFacts>,
    /// Why what comes before it is not recorded here (补录).
    pub late_entry: Option<String>,
}

/// Something that was entered wrong, as it should stand.
#[derive(Debug, Clone, Deserialize, TS)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
#[ts(optional_fields)]
pub struct ChangeEvent {
    /// Which one.
    pub id: EventId,
    /// What kind.
    pub kind: EventKind,
    /// When.
    pub happened_on: NaiveDate,
    /// What the paper says, in words.
    pub text: Option<String>,
    /// What it says in facts.
    pub facts: Option<EventFacts>,
    /// Why what comes before it is not recorded here (补录).
    pub late_entry: Option<String>,
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

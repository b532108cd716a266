//! A suspension of the talks (中止) and the clock of the whole talk, as they cross the contract. What the law allows and how
//! days are counted `rules` decides.

use chrono::NaiveDate;
use law::Deadline;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::negotiation::model::{MeetingId, NegotiationId};

/// 中止备忘, made from a suspension.
pub const MEMO: &str = "negotiation.suspension";

ledger::id_type!(
    /// A suspension of talks.
    SuspensionId
);

/// A suspension as its form sends it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
#[ts(optional_fields)]
pub struct SuspensionInput {
    /// Absent for a new one.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub id: Option<SuspensionId>,
    /// The talks.
    pub negotiation: NegotiationId,
    /// The meeting in which it was agreed, where it was one.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub meeting: Option<MeetingId>,
    /// 中止的原因.
    pub reason: String,
    /// 不可抗力: where the law says so, its days are not counted.
    #[serde(default)]
    pub force_majeure: bool,
    /// 从哪一天起中止.
    pub from_on: NaiveDate,
    /// 下次协商的日期.
    pub resume_on: NaiveDate,
    /// 下次协商的地点.
    pub resume_place: String,
    /// 下次协商的内容, one a line.
    pub resume_subject: String,
    /// Who agreed for the workers' side.
    pub workers_agreed: String,
    /// Who agreed for the employer's side.
    pub employer_agreed: String,
    /// Why it is entered afterwards (补录), when it is.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub late_entry: Option<String>,
}

/// That the talks went on, or that it was entered by mistake.
#[derive(Debug, Clone, Deserialize, TS)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
#[ts(optional_fields)]
pub struct ResumeTalks {
    /// Which suspension.
    pub suspension: SuspensionId,
    /// The day; absent takes it back.
    pub resumed_on: Option<NaiveDate>,
    /// 说明.
    pub note: Option<String>,
}

/// A suspension as it stands on a day.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct Suspension {
    /// The id.
    pub id: SuspensionId,
    /// As the form holds it.
    pub record: SuspensionInput,
    /// The round in which it was agreed.
    pub round: Option<u32>,
    /// The day the talks went on: as recorded, or that of the next meeting.
    pub resumed_on: Option<NaiveDate>,
    /// Whether that was recorded, and not read off a meeting.
    pub recorded: bool,
    /// 说明.
    pub resumed_note: Option<String>,
    /// How many days it lasted, or is to last.
    pub days: u32,
}

/// What the law of the place says of suspensions.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct SuspensionTerms {
    /// The article that allows it, with what it says; empty where the place has none.
    pub ground: String,
    /// The longest it may last, in days; none where the place sets none.
    pub maximum: Option<u32>,
    /// Whether all suspensions count together.
    pub together: bool,
    /// Whether the maximum binds, or is usual.
    pub binding: bool,
    /// The same as a sentence, also where there is no maximum.
    pub says: String,
}

/// The clock of the whole talk, with the days that do not count.
#[derive(Debug, Clone, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct TalksClock {
    /// By the law, from its start event.
    pub deadline: Deadline,
    /// The last day, moved by the days that do not count.
    pub due: NaiveDate,
    /// Which day of it today is, without the days that do not count.
    pub day: i64,
    /// How many days it has.
    pub of_days: i64,
    /// Both are counted in working days.
    pub working: bool,
    /// Days of suspension that do not count.
    pub paused: u32,
    /// What suspensions do to it, as a sentence; empty without any.
    pub says: String,
}

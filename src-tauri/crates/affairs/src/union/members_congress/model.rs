//! The meetings of the members or of their delegates (会员大会、会员代表大会) as they cross the contract, and the members' delegates with
//! their terms. The workers' congress (职工代表大会) is another body and stands elsewhere.

use chrono::NaiveDate;
use law::RuleRef;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::coded::coded;
use crate::members::model::PersonId;
use crate::union::bodies::model::UnionLack;

ledger::id_type!(
    /// One meeting of the members or of their delegates.
    MembersMeetingId
);
ledger::id_type!(
    /// A topic of such a meeting.
    MembersTopicId
);
ledger::id_type!(
    /// A members' delegate in one session.
    MembersDelegateId
);

coded! {
    /// Who meets.
    MembersForm {
        /// 会员大会: all members.
        Whole = "whole", "会员大会";
        /// 会员代表大会: their delegates.
        Delegates = "delegates", "会员代表大会";
    }
}

/// A members' delegate, as the form sends them.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
#[ts(optional_fields)]
pub struct MembersDelegate {
    /// The standing row; absent for someone new.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub id: Option<MembersDelegateId>,
    /// The person on the roster.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub person: Option<PersonId>,
    /// The name; of one picked from the roster, the roster's.
    pub name: String,
    /// 选举单位: the branch or group that elected them.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub unit: Option<String>,
    /// Whether they are of the middle or upper management.
    pub manager: bool,
    /// 代表证号.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub certificate: Option<String>,
    /// 当选日期.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub elected_on: Option<NaiveDate>,
    /// The day they ceased to be one before the session's end.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub ended_on: Option<NaiveDate>,
}

/// All delegates of a session.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize, TS)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct MembersDelegates {
    /// 第几届.
    pub session: u32,
    /// In order.
    pub delegates: Vec<MembersDelegate>,
}

/// A session of delegates.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize, TS)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct MembersSessionRef {
    /// 第几届.
    pub session: u32,
}

/// The delegates of a session as its page shows them.
#[derive(Debug, Clone, PartialEq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct MembersDelegateList {
    /// 第几届.
    pub session: u32,
    /// In order, those who ceased among them.
    pub delegates: Vec<MembersDelegate>,
    /// How many stand.
    pub standing: u32,
    /// How long they stand, in one sentence.
    pub term: String,
    /// What lacks, and by which article.
    pub lacks: Vec<UnionLack>,
}

/// A topic of a meeting. Its votes are counted, or the topic was only heard.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
#[ts(optional_fields)]
pub struct MembersTopic {
    /// The standing row; absent for a new one.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub id: Option<MembersTopicId>,
    /// 议题.
    pub title: String,
    /// 决议.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub decision: Option<String>,
    /// 赞成; absent where it was not voted on.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub votes_for: Option<u32>,
    /// 反对.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub votes_against: Option<u32>,
    /// 弃权.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub abstained: Option<u32>,
}

/// A meeting as its form sends it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
#[ts(optional_fields)]
pub struct MembersMeetingInput {
    /// Absent for a new one.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub id: Option<MembersMeetingId>,
    /// 第几届.
    pub session: u32,
    /// 第几次 of that session; absent takes the number after the last.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub round: Option<u32>,
    /// Who meets.
    pub form: MembersForm,
    /// 通知日期.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub noticed_on: Option<NaiveDate>,
    /// 开会日期.
    pub held_on: NaiveDate,
    /// 地点.
    pub place: String,
    /// 主持人.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub host: Option<String>,
    /// 记录人.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub recorder: Option<String>,
    /// 应到.
    pub due: u32,
    /// 实到; absent while it is only convened.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub present: Option<u32>,
    /// 提议的会员人数, of a meeting that members asked for.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub askers: Option<u32>,
    /// 会议经过.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub course: Option<String>,
    /// Why it is entered late.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub late_entry: Option<String>,
    /// 议程.
    pub topics: Vec<MembersTopic>,
}

/// Whether a topic passed.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct MembersVerdict {
    /// Whether it passed; absent where it was not voted on.
    pub passed: Option<bool>,
    /// In one sentence.
    pub explained: String,
}

/// A meeting as its page shows it.
#[derive(Debug, Clone, PartialEq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct MembersMeeting {
    /// The meeting.
    pub id: MembersMeetingId,
    /// 第三届会员代表大会第二次会议.
    pub name: String,
    /// As the form holds it.
    pub record: MembersMeetingInput,
    /// What became of each topic, in their order.
    pub verdicts: Vec<MembersVerdict>,
    /// What lacks, and by which article.
    pub lacks: Vec<UnionLack>,
    /// The rules it is judged by.
    pub rules: Vec<RuleRef>,
}

/// The meetings and what stands for this year.
#[derive(Debug, Clone, PartialEq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct MembersCongress {
    /// Every meeting, the newest first.
    pub meetings: Vec<MembersMeeting>,
    /// What a new one begins with.
    pub start: MembersMeetingInput,
    /// Sessions that have delegates or a committee, the newest first.
    pub sessions: Vec<u32>,
    /// Whether the year has had its meeting, in one sentence.
    pub year: String,
    /// The rule of one a year.
    pub rule: Option<RuleRef>,
}

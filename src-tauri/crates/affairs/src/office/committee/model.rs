//! A meeting of a union committee as it crosses the contract: who came, the topics with votes and decisions, and what of
//! it later acts stand on. Its scans are attachments and not here.

use chrono::NaiveDate;
use law::RuleRef;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::decisions::model::DecisionUse;
pub use super::ids::{CommitteeMeetingId, CommitteeTopicId};
use crate::members::model::PersonId;

/// Which body met.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub enum CommitteeBody {
    /// 工会委员会.
    #[default]
    Committee,
    /// 工会常务委员会.
    Standing,
    /// 经费审查委员会.
    Audit,
    /// 女职工委员会.
    Women,
    /// 工会小组.
    Group,
}

impl CommitteeBody {
    const ALL: [(Self, &'static str, &'static str); 5] = [
        (Self::Committee, "committee", "工会委员会"),
        (Self::Standing, "standing", "工会常务委员会"),
        (Self::Audit, "audit", "经费审查委员会"),
        (Self::Women, "women", "女职工委员会"),
        (Self::Group, "group", "工会小组"),
    ];

    /// The column's text.
    pub fn code(self) -> &'static str {
        Self::ALL.iter().find(|(one, ..)| *one == self).map_or("committee", |(_, code, _)| code)
    }

    /// As its records name it.
    pub fn label(self) -> &'static str {
        Self::ALL.iter().find(|(one, ..)| *one == self).map_or("工会委员会", |(.., label)| label)
    }

    /// From the column's text.
    pub fn of(code: &str) -> Self {
        Self::ALL.iter().find(|(_, one, _)| *one == code).map_or(Self::Committee, |(body, ..)| *body)
    }
}

/// A member of the body, there or not.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
#[ts(optional_fields)]
pub struct CommitteeMember {
    /// The person on the roster, where picked from it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub person: Option<PersonId>,
    /// The name.
    pub name: String,
    /// What they are in the body or the firm.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub post: Option<String>,
    /// Present or absent.
    pub present: bool,
    /// Why absent.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub reason: Option<String>,
}

/// How a topic was voted on.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct CommitteeVotes {
    /// 赞成.
    pub favour: u32,
    /// 反对.
    pub against: u32,
    /// 弃权.
    pub abstained: u32,
}

/// A topic as a form sends it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
#[ts(optional_fields)]
pub struct CommitteeTopicInput {
    /// The standing topic; absent for a new one.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub id: Option<CommitteeTopicId>,
    /// 议题.
    pub title: String,
    /// What was said, in short.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub said: Option<String>,
    /// 表决; absent where nothing was put to the vote.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub votes: Option<CommitteeVotes>,
    /// 决定.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub decision: Option<String>,
}

/// A record as a form sends it. Its number is given by the program.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
#[ts(optional_fields)]
pub struct CommitteeInput {
    /// Absent for a new one.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub id: Option<CommitteeMeetingId>,
    /// The body that met. Body and year stay once a number is given.
    pub body: CommitteeBody,
    /// 会议日期.
    pub held_on: NaiveDate,
    /// When it began, `14:00`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub begins: Option<String>,
    /// When it ended.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub ends: Option<String>,
    /// 地点.
    pub place: String,
    /// 主持人: one of those present.
    pub chair: String,
    /// 记录人.
    pub recorder: String,
    /// 列席人员, who have no vote.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub observers: Option<String>,
    /// 备注.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub note: Option<String>,
    /// Every member of the body.
    pub members: Vec<CommitteeMember>,
    /// 议题, in order.
    pub topics: Vec<CommitteeTopicInput>,
    /// The signed record that this one corrects.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub corrects: Option<CommitteeMeetingId>,
}

/// That a record was signed by its chair and recorder: from then on it stays as it is.
#[derive(Debug, Clone, Copy, Deserialize, TS)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct SignCommittee {
    /// Which record.
    pub id: CommitteeMeetingId,
    /// 签字日期.
    pub signed_on: NaiveDate,
}

/// A topic as kept, with what its votes come to.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct CommitteeTopic {
    /// The topic.
    pub id: CommitteeTopicId,
    /// As the form holds it.
    pub record: CommitteeTopicInput,
    /// How many votes in favour it needs; absent where none were cast or no rule is in force.
    pub needed: Option<u32>,
    /// Whether it passed.
    pub passed: Option<bool>,
    /// How many of those who came have no vote in the count; absent where all have, or nothing was put to the vote.
    pub unaccounted: Option<u32>,
    /// 决定一, once signed.
    pub decision_name: Option<String>,
    /// The acts that stand on its decision.
    pub uses: Vec<DecisionUse>,
}

/// How many of the body came, by the rule.
#[derive(Debug, Clone, PartialEq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct CommitteeQuorum {
    /// 应到.
    pub all: u32,
    /// 实到.
    pub present: u32,
    /// The least that must come; absent where no rule is in force.
    pub needed: Option<u32>,
    /// Whether enough came; absent where no rule is in force that says how many.
    pub reached: Option<bool>,
    /// The rule about those who come.
    pub quorum_rule: Option<RuleRef>,
    /// The rule about the vote.
    pub vote_rule: Option<RuleRef>,
}

/// Another record that this one corrects, or is corrected by.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct OtherCommitteeRecord {
    /// The record.
    pub id: CommitteeMeetingId,
    /// 工会委员会〔2026〕第3次会议.
    pub number: String,
}

/// A record as kept.
#[derive(Debug, Clone, PartialEq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct CommitteeRecord {
    /// The record.
    pub id: CommitteeMeetingId,
    /// 工会委员会〔2026〕第3次会议.
    pub number: String,
    /// As the form holds it.
    pub record: CommitteeInput,
    /// The topics with their verdicts.
    pub topics: Vec<CommitteeTopic>,
    /// Whether enough came.
    pub quorum: CommitteeQuorum,
    /// 签字日期; absent for a draft.
    pub signed_on: Option<NaiveDate>,
    /// What is missing before it can be signed, a phrase each.
    pub missing: Vec<String>,
    /// The record it corrects.
    pub corrects: Option<OtherCommitteeRecord>,
    /// The record that corrects it.
    pub corrected_by: Option<OtherCommitteeRecord>,
}

/// A line of the register.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct CommitteeLine {
    /// The record.
    pub id: CommitteeMeetingId,
    /// 工会委员会〔2026〕第3次会议.
    pub number: String,
    /// The body that met.
    pub body: CommitteeBody,
    /// 会议日期.
    pub held_on: NaiveDate,
    /// 地点.
    pub place: String,
    /// 主持人.
    pub chair: String,
    /// 记录人.
    pub recorder: String,
    /// 应到.
    pub all: u32,
    /// 实到.
    pub present: u32,
    /// The titles of the topics.
    pub topics: Vec<String>,
    /// The decisions that stand, 决定一：……; none before it is signed.
    pub decisions: Vec<String>,
    /// 签字日期; absent for a draft.
    pub signed_on: Option<NaiveDate>,
    /// Whether a later record corrects it.
    pub corrected: bool,
    /// How many files are on it.
    pub files: u32,
}

/// Which records of the register.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub enum CommitteeState {
    /// All.
    #[default]
    All,
    /// Those not signed.
    Draft,
    /// Those signed.
    Signed,
}

/// What the register can be ordered by.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub enum CommitteeSort {
    /// 会议日期.
    #[default]
    HeldOn,
    /// The number, by body and year.
    Number,
}

/// What is asked of the register.
#[derive(Debug, Clone, Default, Deserialize, TS)]
#[serde(rename_all = "camelCase", deny_unknown_fields, default)]
#[ts(optional_fields)]
pub struct CommitteeQuery {
    /// Signed or not; all when absent.
    pub state: Option<CommitteeState>,
    /// The body; all when absent.
    pub body: Option<CommitteeBody>,
    /// Words, pinyin or a number: of the record, a topic or a decision.
    pub text: Option<String>,
    /// The register's year.
    pub year: Option<i32>,
    /// What the list is ordered by; the newest first when absent.
    pub sort: Option<CommitteeSort>,
    /// The other way round.
    pub descending: Option<bool>,
    /// First line, from 0.
    pub offset: Option<u32>,
    /// Lines wanted, at most 500; 50 when absent.
    pub limit: Option<u32>,
}

/// A slice of the register.
#[derive(Debug, Clone, PartialEq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct CommitteePage {
    /// How many match.
    pub total: u32,
    /// The slice.
    pub rows: Vec<CommitteeLine>,
    /// How many stand in the register at all.
    pub kept: u32,
    /// How many of them are not signed.
    pub drafts: u32,
    /// The years of the register, the newest first.
    pub years: Vec<i32>,
}

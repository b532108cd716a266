//! Expulsion (开除会籍) as it crosses the contract. What else ends or moves a membership is an event alone.

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::members::joining::model::GroupOpinion;
use crate::members::model::PersonId;
use crate::office::committee::model::CommitteeTopicId;

ledger::id_type!(
    /// What an expulsion stands on.
    ExpulsionId
);

/// An expulsion as its form sends it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
#[ts(optional_fields)]
pub struct ExpelInput {
    /// Who.
    pub person: PersonId,
    /// What the group said after it had discussed it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub group: Option<GroupOpinion>,
    /// 作出判决的法院.
    pub court: String,
    /// 判决书案号.
    pub judgement: String,
    /// 判决生效日期.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub judged_on: Option<NaiveDate>,
    /// 上一级工会, to whom it is reported for the record.
    pub upper: String,
    /// The committee's decision; the day is the meeting's.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub decision: Option<CommitteeTopicId>,
    /// The day of a late entry.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub approved_on: Option<NaiveDate>,
    /// Why it is entered late, and by which paper.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub late_entry: Option<String>,
}

//! The statistics of members as they cross the contract: who they are by this and that, how they came and went by month, and
//! how many of the workers they are. All counts are of people.

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::members::lists::model::{MemberField, MemberGroup};
use crate::union::workforce::Workforce;

/// Which statistics, and what the upper union's sheet says beside them.
#[derive(Debug, Clone, Default, PartialEq, Eq, Deserialize, TS)]
#[serde(rename_all = "camelCase", deny_unknown_fields, default)]
#[ts(optional_fields)]
pub struct StatisticsInput {
    /// The year of the flows; the present one when absent.
    pub year: Option<i32>,
    /// 截止日期, a day of that year; when absent the last day of the year, or today where the year is not over.
    pub as_of: Option<NaiveDate>,
    /// 填报人.
    pub filled_by: Option<String>,
    /// 负责人.
    pub responsible: Option<String>,
}

/// Members by one thing; the rows add up to all of them.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct StatTable {
    /// By what.
    pub by: MemberField,
    /// 按性别.
    pub title: String,
    /// The rows.
    pub rows: Vec<MemberGroup>,
    /// Their sum.
    pub total: u32,
}

/// How members came and went in a month, or in all of them: what stands at the beginning, and all that came, less all that
/// went, make what stands at the end.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct MemberFlow {
    /// 1 to 12; 0 for all.
    pub month: u32,
    /// 月初会员.
    pub start: u32,
    /// 入会.
    pub joined: u32,
    /// 转入.
    pub moved_in: u32,
    /// 恢复会籍.
    pub resumed: u32,
    /// 转出.
    pub moved_out: u32,
    /// 退会.
    pub withdrawn: u32,
    /// 开除会籍.
    pub expelled: u32,
    /// 去世.
    pub died: u32,
    /// 月末会员.
    pub end: u32,
}

/// How many of the workers are members (入会率).
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct Density {
    /// Members, those whose membership is kept left out.
    pub members: u32,
    /// Workers; none where nobody is known.
    pub workers: Option<u32>,
    /// `96.4%`, or `—`.
    pub rate: String,
    /// How the workers were counted, or why there is no rate.
    pub counted: String,
    /// The number of employees that is kept, if any.
    pub told: Option<Workforce>,
}

/// The statistics.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct MemberStatistics {
    /// 截止日期.
    pub as_of: NaiveDate,
    /// Of a day in the past: what is of that day and what is as it stands now. Of any: that of births the year alone counted.
    pub says: Option<String>,
    /// Of the flows.
    pub year: i32,
    /// Everyone whose membership has not ended.
    pub people: u32,
    /// Of them those whose membership is kept (保留会籍).
    pub retained: u32,
    /// Members by this and that.
    pub tables: Vec<StatTable>,
    /// Of them those flagged so; one may stand in several.
    pub flags: Vec<MemberGroup>,
    /// Month by month, as far as the year has come.
    pub flows: Vec<MemberFlow>,
    /// All months.
    pub flow: MemberFlow,
    /// How many of the workers they are.
    pub density: Density,
    /// Who chairs the union on the day: what 负责人 begins with.
    pub chair: Option<String>,
}

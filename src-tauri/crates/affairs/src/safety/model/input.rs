//! What the forms of work safety send.

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::{
    HazardAnswer, HazardCategory, HazardEventId, HazardEventKind, HazardFound, HazardGrade, HazardId,
    HazardLevel,
};

/// A hazard as its form sends it. Its number is given by the program.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
#[ts(optional_fields)]
pub struct HazardInput {
    /// Absent for a new one.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub id: Option<HazardId>,
    /// 发现日期.
    pub found_on: NaiveDate,
    /// 发现时间, 14:20.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub found_at: Option<String>,
    /// 发现人, by name.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub finder: Option<String>,
    /// 怎样发现.
    pub found_how: HazardFound,
    /// 责任部门: shop, team or department.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub unit: Option<String>,
    /// 地点.
    pub place: String,
    /// 类别.
    pub kind: HazardCategory,
    /// 隐患, in one line.
    pub matter: String,
    /// 具体情况.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub details: Option<String>,
    /// 依据的条文或者标准.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub basis: Option<String>,
    /// 分级; absent until somebody graded it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub grade: Option<HazardGrade>,
    /// 判定的理由: the criterion of the trade that it meets.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub grade_reason: Option<String>,
    /// 直接危及生命: people are to leave.
    pub danger: bool,
    /// 撤离的范围和人员, where lives are in danger.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub evacuees: Option<String>,
    /// 补录的理由: it was found, and led on paper, before.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub late_entry: Option<String>,
}

/// What the union asks the employer to do (整改建议), as its form sends it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
#[ts(optional_fields)]
pub struct HazardProposal {
    /// The hazard.
    pub id: HazardId,
    /// 建议采取的措施, one a line.
    pub advice: String,
    /// 建议整改完成的日期.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub advised_by: Option<NaiveDate>,
    /// 联系人和电话.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub contact: Option<String>,
}

/// The five assurances (五落实) as the employer gave them. One that is not settled yet stands empty.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
#[ts(optional_fields)]
pub struct HazardAssurances {
    /// The hazard.
    pub id: HazardId,
    /// 责任: who answers for it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub assured_by: Option<String>,
    /// 措施.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub measures: Option<String>,
    /// 资金: how much and from where, or that none is needed.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub funds: Option<String>,
    /// 时限.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub due_on: Option<NaiveDate>,
    /// 预案: what keeps people safe until it is done.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub plan: Option<String>,
}

/// Something that happened to a hazard, as its form sends it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
#[ts(optional_fields)]
pub struct HazardEventInput {
    /// Absent for a new one.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub id: Option<HazardEventId>,
    /// The hazard.
    pub hazard: HazardId,
    /// What.
    pub kind: HazardEventKind,
    /// When.
    pub happened_on: NaiveDate,
    /// The time of the day, 14:20, of an evacuation and what was decided on it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub happened_at: Option<String>,
    /// 情况.
    pub text: String,
    /// 签收人, 复查人, 处理的负责人.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub who: Option<String>,
    /// What the employer answered.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub answer: Option<HazardAnswer>,
    /// Where an escalation goes.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub level: Option<HazardLevel>,
    /// The day that an extension, a failed check, a return or an escalation sets.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub until_on: Option<NaiveDate>,
    /// 补录的理由: a paper decided it already, in another order.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub late_entry: Option<String>,
}

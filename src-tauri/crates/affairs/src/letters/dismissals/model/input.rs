//! What the forms of a notice of dismissal or discipline send: the notice, what was looked into, the opinion and what came of it. How
//! a notice is shown stands in `model`.

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::{DismissalHelp, DismissalId, DismissalItem, DismissalKind, DismissalResult, DismissalStance};
use crate::members::model::PersonId;

/// A notice as its form sends it. Its number is given by the program.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
#[ts(optional_fields)]
pub struct DismissalInput {
    /// Absent for a new one.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub id: Option<DismissalId>,
    /// 类别.
    pub kind: DismissalKind,
    /// The person on the roster, where picked from it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub person: Option<PersonId>,
    /// 姓名; of one picked from the roster, the roster's.
    pub name: String,
    /// 用人单位; the union's own employer when absent.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub employer: Option<String>,
    /// 收到日期.
    pub received_on: NaiveDate,
    /// Whether the notice came in writing.
    pub written: bool,
    /// 单位说的理由.
    pub reasons: String,
    /// 依据的规章制度, such as 《员工手册》第九条.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub grounds: Option<String>,
    /// 打算哪天解除或处分.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub planned_on: Option<NaiveDate>,
}

/// One answer of the list.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
#[ts(optional_fields)]
pub struct DismissalAnswerItem {
    /// What.
    pub item: DismissalItem,
    /// 是; absent while it was not looked into.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub yes: Option<bool>,
    /// 说明.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub note: Option<String>,
}

/// What was looked into, as its form sends it.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize, TS)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct DismissalChecks {
    /// Which notice.
    pub id: DismissalId,
    /// The answers.
    pub answers: Vec<DismissalAnswerItem>,
}

/// The union's opinion, as its form sends it; without objection the rest is left out.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
#[ts(optional_fields)]
pub struct DismissalOpinion {
    /// Which notice.
    pub id: DismissalId,
    /// 没有意见, or an objection.
    pub stance: DismissalStance,
    /// That the union has no objection although whom the law protects was not looked into: asked for, and not kept.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub unchecked: Option<bool>,
    /// 研究日期, the date of the letter.
    pub opined_on: NaiveDate,
    /// 查明的事实, one a line.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub findings: Option<String>,
    /// 依据的条文, one a line.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub articles: Option<String>,
    /// 要求, one a line.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub request: Option<String>,
    /// 请答复的最后一天, where no rule of the place sets a term.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub answer_by: Option<NaiveDate>,
    /// 联系人和电话.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub contact: Option<String>,
}

/// That an opinion was handed over on paper that was not issued here.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize, TS)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct DismissalDelivered {
    /// Which notice.
    pub id: DismissalId,
    /// 单位收到的日期.
    pub delivered_on: NaiveDate,
    /// 签收人.
    pub delivered_to: String,
}

/// The employer's written answer.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize, TS)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct DismissalAnswered {
    /// Which notice.
    pub id: DismissalId,
    /// 答复日期.
    pub answered_on: NaiveDate,
    /// 答复的内容.
    pub answer: String,
    /// 处理结果.
    pub result: DismissalResult,
}

/// What the worker wants help for.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize, TS)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
#[ts(optional_fields)]
pub struct DismissalHelped {
    /// Which notice.
    pub id: DismissalId,
    /// What.
    pub help: DismissalHelp,
    /// 职工知道的日期: the limit of arbitration runs from it.
    pub known_on: Option<NaiveDate>,
}

/// How it ended.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize, TS)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct DismissalClosed {
    /// Which notice.
    pub id: DismissalId,
    /// 办结日期.
    pub closed_on: NaiveDate,
    /// 最后的结果.
    pub outcome: String,
}

//! What the forms of supervision send.

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::{
    SupervisionCaseId, SupervisionEventId, SupervisionEventKind, SupervisionFinding, SupervisionInspectorId,
    SupervisionLetterId, SupervisionLetterKind, SupervisionOutcome, SupervisionSource, SupervisionTopic,
};
use crate::members::model::PersonId;

/// Whoever reported it (反映人): protected, read with the right to identity alone.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
#[ts(optional_fields)]
pub struct SupervisionInformer {
    /// 姓名; empty for one who gives none (匿名).
    pub name: String,
    /// 联系方式.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub contact: Option<String>,
}

/// A case as its form sends it. Its number is given by the program.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
#[ts(optional_fields)]
pub struct SupervisionInput {
    /// Absent for a new one.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub id: Option<SupervisionCaseId>,
    /// 线索来源.
    pub source: SupervisionSource,
    /// 事项类别.
    pub topic: SupervisionTopic,
    /// 接到日期.
    pub received_on: NaiveDate,
    /// 被监督的单位; the union's own employer when absent.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub employer: Option<String>,
    /// 反映的问题, in one line.
    pub matter: String,
    /// 具体情况.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub details: Option<String>,
    /// Absent leaves what is kept as it is.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub informer: Option<SupervisionInformer>,
}

/// Something that happened, as its form sends it. Which fields count depends on the kind.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
#[ts(optional_fields)]
pub struct SupervisionEventInput {
    /// Absent for a new one.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub id: Option<SupervisionEventId>,
    /// The case.
    pub case: SupervisionCaseId,
    /// What.
    pub kind: SupervisionEventKind,
    /// When.
    pub happened_on: NaiveDate,
    /// 情况: the reason of a refusal, what an inquiry recorded, what an answer says, how a case ended.
    pub text: String,
    /// 调查地点.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub place: Option<String>,
    /// 被调查人, with their post.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub asked: Option<String>,
    /// 监督员, of an inquiry.
    #[serde(default)]
    pub inspectors: Vec<SupervisionInspectorId>,
    /// 调查结论.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub finding: Option<SupervisionFinding>,
    /// 笔录双方签字日期.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub signed_on: Option<NaiveDate>,
    /// 结果, of talks and answers.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub outcome: Option<SupervisionOutcome>,
    /// 文号, of the recommendation and of what the department did.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub number: Option<String>,
    /// 主管部门.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub department: Option<String>,
    /// 补录的理由: a paper already decided it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub late_entry: Option<String>,
}

/// A letter as its form sends it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
#[ts(optional_fields)]
pub struct SupervisionLetterInput {
    /// Absent for a new one.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub id: Option<SupervisionLetterId>,
    /// The case.
    pub case: SupervisionCaseId,
    /// Which letter.
    pub kind: SupervisionLetterKind,
    /// 成文日期.
    pub dated_on: NaiveDate,
    /// 发给谁; the employer of the case when absent, but for a request.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub addressee: Option<String>,
    /// 查明的事实.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub facts: Option<String>,
    /// 证据, one a line.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub evidence: Option<String>,
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
    /// 补录的理由: the letter was sent before it was entered.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub late_entry: Option<String>,
}

/// That a letter was handed over on a paper that was not issued here: on the fixed form of the province, or before it was
/// entered.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize, TS)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
#[ts(optional_fields)]
pub struct SupervisionServed {
    /// Which letter.
    pub letter: SupervisionLetterId,
    /// 文号 on that paper.
    pub number: Option<String>,
    /// 对方收到的日期.
    pub received_on: NaiveDate,
    /// 签收人.
    pub received_by: String,
}

/// A certificate holder as the form sends them.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize, TS)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
#[ts(optional_fields)]
pub struct SupervisionInspectorInput {
    /// Absent for a new one.
    pub id: Option<SupervisionInspectorId>,
    /// The person on the roster.
    pub person: Option<PersonId>,
    /// 姓名; of one picked from the roster, the roster's.
    pub name: String,
    /// 证号.
    pub certificate: String,
    /// 有效期至.
    pub valid_until: Option<NaiveDate>,
}

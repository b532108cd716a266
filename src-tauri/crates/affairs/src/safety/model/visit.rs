//! An inspection of the union (劳动保护监督检查): when, where, who, what was looked at, and the hazards that were found on it.

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::{HazardCategory, HazardGrade, HazardId, HazardState};
use crate::coded::coded;

ledger::id_type!(
    /// One inspection.
    SafetyVisitId
);

coded! {
    /// What came of an item that was looked at.
    VisitResult {
        /// 符合.
        Right = "right", "符合";
        /// 有问题.
        Wrong = "wrong", "有问题";
        /// 没有检查.
        Skipped = "skipped", "没有检查";
    }
}

/// An item of the checklist.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
#[ts(optional_fields)]
pub struct VisitItem {
    /// 检查什么.
    pub item: String,
    /// 结果.
    pub result: VisitResult,
    /// 说明.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub note: Option<String>,
}

/// A hazard that was found on a visit; it is registered in the same step.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
#[ts(optional_fields)]
pub struct VisitHazard {
    /// 隐患, in one line.
    pub matter: String,
    /// 地点.
    pub place: String,
    /// 责任部门.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub unit: Option<String>,
    /// 类别.
    pub kind: HazardCategory,
    /// 分级; absent until somebody graded it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub grade: Option<HazardGrade>,
    /// 依据的条文或者标准.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub basis: Option<String>,
}

/// A visit as its form sends it. Its number is given by the program.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
#[ts(optional_fields)]
pub struct SafetyVisitInput {
    /// Absent for a new one.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub id: Option<SafetyVisitId>,
    /// 检查日期.
    pub visited_on: NaiveDate,
    /// 检查内容: 冬季防火.
    pub topic: String,
    /// 检查的地方.
    pub places: Vec<String>,
    /// 检查的人.
    pub people: Vec<String>,
    /// 单位陪同的人.
    #[serde(default)]
    pub accompanied: Vec<String>,
    /// What was looked at, in order.
    #[serde(default)]
    pub items: Vec<VisitItem>,
    /// 检查的情况.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub summary: Option<String>,
    /// 补录的理由.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub late_entry: Option<String>,
    /// Hazards that were found, to be registered now; those registered before stay as they are.
    #[serde(default)]
    pub hazards: Vec<VisitHazard>,
}

/// A hazard that was found on a visit, as it stands.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct VisitFound {
    /// The hazard.
    pub id: HazardId,
    /// 隐〔2026〕1号.
    pub number: String,
    /// 隐患.
    pub matter: String,
    /// 地点.
    pub place: String,
    /// How far it has come.
    pub state: HazardState,
}

/// A visit as kept.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct SafetyVisit {
    /// The visit.
    pub id: SafetyVisitId,
    /// 检〔2026〕1号.
    pub number: String,
    /// As the form holds it; its list of new hazards is empty.
    pub record: SafetyVisitInput,
    /// The hazards that were found on it.
    pub found: Vec<VisitFound>,
}

/// A line of the register of visits.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct SafetyVisitLine {
    /// The visit.
    pub id: SafetyVisitId,
    /// 检〔2026〕1号.
    pub number: String,
    /// 检查日期.
    pub visited_on: NaiveDate,
    /// 检查内容.
    pub topic: String,
    /// 检查的地方.
    pub places: Vec<String>,
    /// 检查的人.
    pub people: Vec<String>,
    /// How many hazards were found.
    pub found: u32,
    /// How many of them are closed.
    pub closed: u32,
}

/// What is asked of the register of visits. The newest stands first.
#[derive(Debug, Clone, Default, Deserialize, TS)]
#[serde(rename_all = "camelCase", deny_unknown_fields, default)]
#[ts(optional_fields)]
pub struct SafetyVisitQuery {
    /// The register's year.
    pub year: Option<i32>,
    /// Words, pinyin or a number.
    pub text: Option<String>,
    /// The oldest first.
    pub ascending: Option<bool>,
    /// First line, from 0.
    pub offset: Option<u32>,
    /// Lines wanted, at most 500; 50 when absent.
    pub limit: Option<u32>,
}

/// A slice of the register of visits.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct SafetyVisitPage {
    /// How many match.
    pub total: u32,
    /// The slice.
    pub rows: Vec<SafetyVisitLine>,
    /// How many stand in the register at all.
    pub kept: u32,
    /// The years of the register, the newest first.
    pub years: Vec<i32>,
    /// Items that earlier checklists looked at, for the next one to offer.
    pub items: Vec<String>,
}

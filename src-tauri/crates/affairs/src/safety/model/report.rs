//! The figures of work safety over a year or a quarter, and what the union writes in its yearly report to the congress.

use chrono::NaiveDate;
use law::Deadline;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// A figure: its name and value; `—` with the reason where there is nothing to count from.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct SafetyFigure {
    /// What is counted.
    pub name: String,
    /// 12件, 92.3%, or —.
    pub value: String,
    /// Why there is none, or how it was counted.
    pub note: Option<String>,
}

/// How many hazards of a kind, or of a department.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct SafetyCount {
    /// Which.
    pub name: String,
    /// All.
    pub all: u32,
    /// Major ones.
    pub major: u32,
    /// Closed.
    pub closed: u32,
}

/// What the union writes in the report of a year, beside the figures.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
#[ts(optional_fields)]
pub struct SafetyReportInput {
    /// The year.
    pub year: i32,
    /// 安全培训: people and hours, as the employer told them.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub training: Option<String>,
    /// 安全投入, as the employer told it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub funds: Option<String>,
    /// 存在的问题, one a line.
    pub problems: String,
    /// 建议, one a line.
    pub plans: String,
}

/// Which period: a year `2026` or a quarter `2026-Q3`.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct SafetyPeriodRef {
    /// The period.
    pub period: String,
}

/// That the employer sent the statistics of a period to the authority.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize, TS)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
#[ts(optional_fields)]
pub struct SafetyFiling {
    /// The period.
    pub period: String,
    /// When; absent takes the entry back.
    #[serde(default)]
    pub filed_on: Option<NaiveDate>,
}

/// The figures of a period.
#[derive(Debug, Clone, PartialEq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct SafetyFigures {
    /// The period, as it was asked for.
    pub period: String,
    /// 2026年第三季度.
    pub words: String,
    /// The day up to which is counted.
    pub as_of: NaiveDate,
    /// The figures.
    pub figures: Vec<SafetyFigure>,
    /// By kind of hazard, those that occur.
    pub kinds: Vec<SafetyCount>,
    /// By department.
    pub units: Vec<SafetyCount>,
    /// When the employer sent the statistics of the period to the authority.
    pub filed_on: Option<NaiveDate>,
    /// By when it was to, and why; absent while the period runs.
    pub filing: Option<Deadline>,
    /// What to know of that rule.
    pub filing_note: Option<String>,
    /// What the union wrote for the report of the year; absent of a quarter.
    pub report: Option<SafetyReportInput>,
    /// The periods that can be asked for, the newest first.
    pub periods: Vec<String>,
}

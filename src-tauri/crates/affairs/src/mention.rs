//! What an affair of the union says of a person, for the copy of their own data. Each module tells its own (`mentions`).

use serde::Serialize;
use ts_rs::TS;

/// What an affair says of the person.
#[derive(Debug, Clone, PartialEq, Serialize, TS)]
#[ts(rename = "PersonMention")]
pub struct Mention {
    /// 2026年度工资集体协商.
    pub affair: String,
    /// 职工方协商代表.
    pub what: String,
    /// The day, `2026-09-15`, where there is one.
    pub on: Option<String>,
}

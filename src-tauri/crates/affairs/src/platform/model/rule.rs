//! Rules as verdicts show them, each with what it says.

use law::RuleRef;
use serde::Serialize;
use ts_rs::TS;

use super::words::PlatformClass;

/// A rule with what it says, as a verdict shows it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct PlatformRule {
    /// The rule.
    pub rule: RuleRef,
    /// Its one line.
    pub title: String,
    /// Whether it binds, or advises.
    pub mandatory: bool,
    /// What a reader should know.
    pub note: Option<String>,
}

/// What a class changes: the rules that hold for its workers.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct PlatformClassRules {
    /// The class.
    pub class: PlatformClass,
    /// What it means, in one sentence.
    pub meaning: String,
    /// The rules.
    pub rules: Vec<PlatformRule>,
}

//! The grounds by which an agreement can be changed or rescinded, as they cross the contract.

use law::RuleRef;
use serde::Serialize;
use ts_rs::TS;

/// A ground by which an agreement can be changed or rescinded, as the law of the place lists it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct AmendmentGround {
    /// What it is known by.
    pub key: String,
    /// The words of the law.
    pub text: String,
}

/// The grounds of a place and by which rule they are.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct AmendmentGrounds {
    /// In the order of the rule.
    pub grounds: Vec<AmendmentGround>,
    /// The rule.
    pub rule: Option<RuleRef>,
}

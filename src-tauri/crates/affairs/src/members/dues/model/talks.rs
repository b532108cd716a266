//! Who has paid nothing for long, and the talks with them, as they cross the contract.

use chrono::NaiveDate;
use law::RuleRef;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::{DuesOutcome, DuesTalkId};
use crate::members::model::PersonId;
use crate::month::Month;

/// A talk as its form sends it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
#[ts(optional_fields)]
pub struct DuesTalkInput {
    /// Absent for a new one.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub id: Option<DuesTalkId>,
    /// With whom.
    pub person: PersonId,
    /// The day.
    pub talked_on: NaiveDate,
    /// Who talked with them.
    pub talked_by: String,
    /// What was said; of a good reason which one.
    pub said: String,
    /// What came of it.
    pub outcome: DuesOutcome,
    /// By when it is looked at again, of a promise.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub until: Option<NaiveDate>,
}

/// One member who has neither paid nor taken part for the months of the rule: a proposal to talk, never a verdict.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct DuesLapse {
    /// Who.
    pub person: PersonId,
    /// 姓名.
    pub name: String,
    /// 车间、部门.
    pub shop: Option<String>,
    /// Their group.
    pub group: Option<String>,
    /// The first month of the row of months without dues.
    pub since: Month,
    /// How many months.
    pub months: u32,
    /// The last time the ledger knows of their taking part.
    pub seen_on: Option<NaiveDate>,
    /// The talks, the newest first.
    pub talks: Vec<DuesTalkInput>,
    /// Whether the program may register that they count as having left: talked with in vain.
    pub may_end: bool,
}

/// The proposals, with what they stand on.
#[derive(Debug, Clone, PartialEq, Serialize, TS)]
pub struct DuesLapses {
    /// How many months the rule asks for.
    pub months: u32,
    /// The rule.
    pub rule: RuleRef,
    /// Whom it is about.
    pub people: Vec<DuesLapse>,
}

/// That someone counts as having left.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct EndForDues {
    /// Who.
    pub person: PersonId,
    /// The day.
    pub on: NaiveDate,
    /// Why, as it will stand with the event.
    pub note: String,
}

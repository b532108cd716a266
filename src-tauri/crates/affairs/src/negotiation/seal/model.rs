//! The types of a sealed affair as they cross the contract: what is still open before it is sealed, and what stands after.

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::coded::coded;
use crate::negotiation::model::NegotiationId;

ledger::id_type!(
    /// The seal of an affair.
    NegotiationSealId
);

coded! {
    /// How an affair stood when it was sealed.
    NegotiationSealOutcome {
        /// Every agreement is over or in effect.
        Done = "done", "办结封存";
        /// Given up with a reason.
        Abandoned = "abandoned", "中途终结封存";
    }
}

/// An affair to be sealed.
#[derive(Debug, Clone, Deserialize, TS)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
#[ts(optional_fields)]
pub struct SealNegotiation {
    /// Which.
    pub id: NegotiationId,
    /// Why it is sealed so, where something of it is still open.
    pub reason: Option<String>,
}

/// A round of talks by its name.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct NegotiationMention {
    /// Which.
    pub id: NegotiationId,
    /// Its title.
    pub title: String,
}

/// The seal as it stands.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct NegotiationSeal {
    /// The day.
    pub sealed_on: NaiveDate,
    /// How it stood.
    pub outcome: NegotiationSealOutcome,
    /// Why it was sealed with something open.
    pub reason: Option<String>,
}

/// How far an affair is from being sealed, and what it goes on in.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct NegotiationClosing {
    /// The seal, where it is sealed.
    pub seal: Option<NegotiationSeal>,
    /// What stands against sealing it without a reason, each in a sentence.
    pub open: Vec<String>,
    /// What does not stand against it and cannot be entered any more afterwards.
    pub told: Vec<String>,
    /// The sealed affair that this one continues.
    pub continues: Option<NegotiationMention>,
    /// The affair that continues this one.
    pub continued_by: Option<NegotiationMention>,
}

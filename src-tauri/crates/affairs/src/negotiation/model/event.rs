//! What happened to an affair, as it stands.

use chrono::NaiveDate;
use serde::Serialize;
use ts_rs::TS;

use super::EventKind;
use super::input::EventFacts;
use crate::negotiation::ids::{AgreementId, EventId};

/// Something that happened, as it stands.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct Event {
    /// Its id.
    pub id: EventId,
    /// The agreement it happened to, where it was one.
    pub agreement: Option<AgreementId>,
    /// What kind.
    pub kind: EventKind,
    /// When.
    pub happened_on: NaiveDate,
    /// What, in words.
    pub text: String,
    /// What, in facts.
    pub facts: EventFacts,
    /// Entered afterwards, why.
    pub late_entry: Option<String>,
}

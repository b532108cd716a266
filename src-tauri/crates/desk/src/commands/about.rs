//! What commands of several files are asked about.

use affairs::members::model::PersonId;
use affairs::negotiation::model::NegotiationId;
use serde::Deserialize;
use ts_rs::TS;

/// One negotiation.
#[derive(Debug, Clone, Copy, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct NegotiationRef {
    /// Its id.
    pub id: NegotiationId,
}

/// One person.
#[derive(Debug, Clone, Copy, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct MemberRef {
    /// The id.
    pub id: PersonId,
}

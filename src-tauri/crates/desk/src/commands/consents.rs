//! The register of consents.

use affairs::members::consents::{self as work, Consent, ConsentId, ConsentInput};
use affairs::members::model::PersonId;
use serde::Deserialize;
use ts_rs::TS;

use crate::Problem;
use crate::command::Done;
use crate::desk::Desk;
use crate::open::{Reading, Writing};

/// Whose consents; everyone's when no person is named.
#[derive(Debug, Clone, Copy, Default, Deserialize, TS)]
#[serde(deny_unknown_fields, default)]
#[ts(optional_fields)]
pub struct ConsentQuery {
    /// The person.
    pub person: Option<PersonId>,
}

/// One consent.
#[derive(Debug, Clone, Copy, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct ConsentRef {
    /// The id.
    pub id: ConsentId,
}

/// The consents, the newest first.
pub fn list(reading: &Reading<'_>, query: ConsentQuery) -> Result<Vec<Consent>, Problem> {
    work::list(reading.connection, query.person)
}

/// Keeps one.
pub fn save(writing: &Writing<'_, '_>, _: &Desk, input: ConsentInput) -> Result<ConsentId, Problem> {
    work::save(writing.tx, &input)
}

/// Puts one that was entered by mistake out of sight.
pub fn remove(writing: &Writing<'_, '_>, _: &Desk, which: ConsentRef) -> Result<Done, Problem> {
    work::remove(writing.tx, which.id).map(|()| Done)
}

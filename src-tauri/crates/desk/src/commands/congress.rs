//! The workers' congress: its terms and their delegates. What it votes on is saved with what is voted on.

use affairs::congress::delegates as work;
use affairs::congress::delegates::model::{
    CongressDelegateId, CongressDelegateInput, CongressTerm, CongressTermId, CongressTermInput, CongressTerms,
};
use serde::Deserialize;
use ts_rs::TS;

use crate::Problem;
use crate::command::{Done, Nothing};
use crate::desk::Desk;
use crate::open::{Reading, Writing};

/// One term.
#[derive(Debug, Clone, Copy, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct CongressTermRef {
    /// The term.
    pub id: CongressTermId,
}

/// One delegate.
#[derive(Debug, Clone, Copy, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct CongressDelegateRef {
    /// The delegate.
    pub id: CongressDelegateId,
}

/// Every term.
pub fn list(reading: &Reading<'_>, _: Nothing) -> Result<CongressTerms, Problem> {
    work::list(reading.connection, reading.book, reading.today)
}

/// One term with its delegates.
pub fn get(reading: &Reading<'_>, which: CongressTermRef) -> Result<CongressTerm, Problem> {
    work::get(reading.connection, reading.book, which.id, reading.today)
}

/// Keeps a term.
pub fn save_term(
    writing: &Writing<'_, '_>,
    _: &Desk,
    input: CongressTermInput,
) -> Result<CongressTermId, Problem> {
    work::save_term(writing.tx, writing.book, &input)
}

/// Puts a term out of sight with its delegates.
pub fn remove_term(writing: &Writing<'_, '_>, _: &Desk, which: CongressTermRef) -> Result<Done, Problem> {
    work::remove_term(writing.tx, which.id).map(|()| Done)
}

/// Keeps a delegate.
pub fn save_delegate(
    writing: &Writing<'_, '_>,
    _: &Desk,
    input: CongressDelegateInput,
) -> Result<CongressDelegateId, Problem> {
    work::save_delegate(writing.tx, writing.book, &input)
}

/// Puts a delegate out of sight who was entered by mistake.
pub fn remove_delegate(
    writing: &Writing<'_, '_>,
    _: &Desk,
    which: CongressDelegateRef,
) -> Result<Done, Problem> {
    work::remove_delegate(writing.tx, which.id).map(|()| Done)
}

//! The reform ledger: its articles, its measures and what came of them.

use affairs::reform as work;
use affairs::reform::model::{
    ReformArticle, ReformArticleInput, ReformArticleRef, ReformEnding, ReformMeasure, ReformMeasureId,
    ReformMeasureInput, ReformOverview, ReformPage, ReformQuery, ReformYearQuery,
};
use serde::Deserialize;
use ts_rs::TS;

use crate::Problem;
use crate::command::Done;
use crate::desk::Desk;
use crate::open::{Reading, Writing};

/// One measure.
#[derive(Debug, Clone, Copy, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct ReformMeasureRef {
    /// The measure.
    pub id: ReformMeasureId,
}

/// The articles, and what is done for each in a year.
pub fn articles(reading: &Reading<'_>, query: ReformYearQuery) -> Result<ReformOverview, Problem> {
    work::overview(reading.connection, query.year, reading.today)
}

/// One article in a year.
pub fn article(reading: &Reading<'_>, of: ReformArticleRef) -> Result<ReformArticle, Problem> {
    work::article(reading.connection, of, reading.today)
}

/// Keeps what the union writes of an article.
pub fn save_article(writing: &Writing<'_, '_>, _: &Desk, input: ReformArticleInput) -> Result<Done, Problem> {
    work::save_article(writing.tx, &input).map(|()| Done)
}

/// A slice of the measures.
pub fn list(reading: &Reading<'_>, query: ReformQuery) -> Result<ReformPage, Problem> {
    work::page(reading.connection, &query, reading.today)
}

/// One measure.
pub fn get(reading: &Reading<'_>, which: ReformMeasureRef) -> Result<ReformMeasure, Problem> {
    work::get(reading.connection, which.id, reading.today)
}

/// Keeps one.
pub fn save(
    writing: &Writing<'_, '_>,
    _: &Desk,
    input: ReformMeasureInput,
) -> Result<ReformMeasureId, Problem> {
    work::save(writing.tx, &input)
}

/// Keeps what came of one.
pub fn finish(writing: &Writing<'_, '_>, _: &Desk, input: ReformEnding) -> Result<Done, Problem> {
    work::finish(writing.tx, &input).map(|()| Done)
}

/// Puts one out of sight.
pub fn remove(writing: &Writing<'_, '_>, _: &Desk, which: ReformMeasureRef) -> Result<Done, Problem> {
    work::remove(writing.tx, which.id).map(|()| Done)
}

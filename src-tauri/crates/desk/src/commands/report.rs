//! The yearly report: its figures and the chair's words. The paper made of them is issued like any other, by `papers`.

use affairs::report as work;
use affairs::report::model::{YearReport, YearTexts};
use affairs::report::photos::SaveReportPhotos;
use serde::Deserialize;
use ts_rs::TS;

use crate::Problem;
use crate::command::Done;
use crate::desk::Desk;
use crate::open::{Reading, Writing};

/// One calendar year.
#[derive(Debug, Clone, Copy, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct ReportYear {
    /// The year; this year or an earlier one.
    pub year: i32,
}

/// The report of a year as it stands now.
pub fn year(reading: &Reading<'_>, which: ReportYear) -> Result<YearReport, Problem> {
    work::year(reading.connection, which.year, reading.today)
}

/// Keeps which photos a report bears.
pub fn save_photos(writing: &Writing<'_, '_>, _: &Desk, input: SaveReportPhotos) -> Result<Done, Problem> {
    work::photos::save(writing.tx, &input).map(|()| Done)
}

/// Keeps the chair's words for a year.
pub fn save(writing: &Writing<'_, '_>, _: &Desk, texts: YearTexts) -> Result<Done, Problem> {
    work::save(writing.tx, &texts).map(|()| Done)
}

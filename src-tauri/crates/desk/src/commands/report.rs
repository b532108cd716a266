//! The yearly report: its figures and the chair's words. The paper made of them is issued like any other, by `papers`.

use affairs::members::dues::tells_wages;
use affairs::report as work;
use affairs::report::KeptSums;
use affairs::report::model::{YearReport, YearTexts};
use affairs::report::photos::SaveReportPhotos;
use affairs::union::model::Shown;
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

/// Which sums of money are kept from the person at the desk.
pub(super) fn kept(reading: &Reading<'_>) -> Result<KeptSums, Problem> {
    Ok(match reading.open.sight().wages {
        Shown::Never if tells_wages(reading.connection)? => KeptSums::All,
        Shown::Never => KeptSums::Contribution,
        Shown::Masked | Shown::Full => KeptSums::Nothing,
    })
}

/// The report of a year as it stands now.
pub fn year(reading: &Reading<'_>, which: ReportYear) -> Result<YearReport, Problem> {
    let mut report = work::year(reading.connection, which.year, reading.today)?;
    work::keep_back(&mut report, kept(reading)?);
    Ok(report)
}

/// Keeps which photos a report bears.
pub fn save_photos(writing: &Writing<'_, '_>, _: &Desk, input: SaveReportPhotos) -> Result<Done, Problem> {
    work::photos::save(writing.tx, &input).map(|()| Done)
}

/// Keeps the chair's words for a year.
pub fn save(writing: &Writing<'_, '_>, _: &Desk, texts: YearTexts) -> Result<Done, Problem> {
    work::save(writing.tx, &texts).map(|()| Done)
}

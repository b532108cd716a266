//! 今日: the duties of all modules, joined and sorted.

use affairs::duty::Duty;
use chrono::NaiveDate;
use serde::Serialize;
use ts_rs::TS;

use crate::Problem;
use crate::contract::Nothing;
use crate::open::Reading;

/// What is due, seen from one day.
#[derive(Debug, Clone, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct Today {
    /// The day.
    pub day: NaiveDate,
    /// Everything due: by band, within it what no law sets a day for first, then by day.
    pub duties: Vec<Duty>,
}

/// Everything due.
pub fn list(reading: &Reading<'_>, _: Nothing) -> Result<Today, Problem> {
    let mut duties = affairs::negotiation::duties(reading.connection, reading.book, reading.today)?;
    duties.sort_by(|a, b| (a.band, a.due, &a.id).cmp(&(b.band, b.due, &b.id)));
    Ok(Today { day: reading.today, duties })
}

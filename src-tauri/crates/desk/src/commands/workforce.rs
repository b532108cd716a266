//! The number of employees (职工人数) by day, as the firm told it.

use affairs::union::workforce::{self as work, Workforce, WorkforceId, WorkforceInput};
use serde::Deserialize;
use ts_rs::TS;

use crate::Problem;
use crate::command::{Done, Nothing};
use crate::desk::Desk;
use crate::open::{Reading, Writing};

/// One entry.
#[derive(Debug, Clone, Copy, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct WorkforceRef {
    /// The entry.
    pub id: WorkforceId,
}

/// Every entry, the newest first.
pub fn list(reading: &Reading<'_>, _: Nothing) -> Result<Vec<Workforce>, Problem> {
    work::list(reading.connection)
}

/// Keeps one.
pub fn save(writing: &Writing<'_, '_>, _: &Desk, input: WorkforceInput) -> Result<WorkforceId, Problem> {
    work::save(writing.tx, &input)
}

/// Puts one that was entered by mistake out of sight.
pub fn remove(writing: &Writing<'_, '_>, _: &Desk, which: WorkforceRef) -> Result<Done, Problem> {
    work::remove(writing.tx, which.id).map(|()| Done)
}

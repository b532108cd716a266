//! The annual leave that is kept between two commands. When it is reckoned anew is `leave_rows`'.

use std::sync::{Arc, Mutex};

use affairs::leave::LeaveRow;
use chrono::NaiveDate;

/// What is kept.
#[derive(Default)]
pub(crate) struct LeaveMemory(pub(crate) Mutex<Vec<Kept>>);

/// What was reckoned of a year, and when.
pub(crate) struct Kept {
    /// the newest step when it was read
    pub(crate) seq: i64,
    pub(crate) today: NaiveDate,
    pub(crate) law: String,
    pub(crate) year: i32,
    pub(crate) rows: Arc<Vec<LeaveRow>>,
}

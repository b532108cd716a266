//! Everyone's annual leave of a year, reckoned once and kept in memory: a list asks for slice after slice, and today's page for the
//! same people, while nothing changes. It holds as of one step of the journal, one day and one law book, and goes with the open
//! ledger at lock.

use std::sync::{Arc, PoisonError};

use affairs::Problem;
use affairs::leave::{self, LeaveRow};

use crate::leave_memory::Kept;
use crate::open::Reading;
use crate::wages::newest_step;

/// How many years are kept at once: the present one and those beside it.
const YEARS: usize = 3;

/// Everyone of a year, ordered by name.
///
/// Errors: those of reading and of a law book that lacks a rule.
pub(crate) fn rows(reading: &Reading<'_>, year: i32) -> Result<Arc<Vec<LeaveRow>>, Problem> {
    let seq = newest_step(reading.connection)?;
    let law = reading.book.version();
    let mut memory = reading.open.leave.0.lock().unwrap_or_else(PoisonError::into_inner);
    memory.retain(|kept| kept.seq == seq && kept.today == reading.today && kept.law == law);
    if let Some(kept) = memory.iter().find(|kept| kept.year == year) {
        return Ok(Arc::clone(&kept.rows));
    }
    let rows = Arc::new(leave::rows(reading.connection, reading.book, year, reading.today)?);
    if memory.len() >= YEARS {
        memory.remove(0);
    }
    let kept = Kept { seq, today: reading.today, law: law.to_owned(), year, rows: Arc::clone(&rows) };
    memory.push(kept);
    Ok(rows)
}

//! The days off of years that the program does not bring along (放假安排), entered by the union from the State Council's
//! notice. What a notice must say is the law's; how its days are counted too. Here they are kept, and joined to the
//! law book.

mod store;
mod table;

pub use store::{NoticeId, ids, notice, notices, remove};
pub use table::{BASIS, COLUMNS, read, rows};

use law::{LawBook, Notice};
use ledger::Tx;

use crate::Problem;

/// Keeps a year's notice, new or corrected.
///
/// Errors: `bad_input` at the field that contradicts the regulation or itself.
pub fn save(tx: &Tx, book: &LawBook, notice: &Notice) -> Result<NoticeId, Problem> {
    checked(book, notice)?;
    store::save(tx, notice)
}

/// A notice that holds together, as the year it arranges.
///
/// Errors: `bad_input` at the field that does not.
pub fn checked(book: &LawBook, notice: &Notice) -> Result<law::CalendarYear, Problem> {
    book.calendar().year_of(notice).map_err(|fault| Problem::input(&fault.field, fault.message))
}

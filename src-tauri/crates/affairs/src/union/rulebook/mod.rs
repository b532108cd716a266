//! What a union adds to the law book that the program brings along: days off of further years, and numbers agreed with
//! the employer. What the law says stands in the packs; how it is chosen and counted is the law book's.

pub mod calendar;
pub mod own;

use law::{LawBook, Notice, OwnRule};
use rusqlite::Connection;

use crate::Problem;

/// Everything a ledger adds.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Additions {
    notices: Vec<Notice>,
    own: Vec<OwnRule>,
}

impl Additions {
    /// What the ledger adds now.
    pub fn read(connection: &Connection) -> Result<Self, Problem> {
        Ok(Additions { notices: calendar::notices(connection)?, own: own::list(connection)? })
    }

    /// Whether it adds nothing.
    pub fn is_empty(&self) -> bool {
        self.notices.is_empty() && self.own.is_empty()
    }

    /// The law book with it. Errors: `law` when a kept notice no longer holds together.
    pub fn join(&self, book: &LawBook) -> Result<LawBook, Problem> {
        let mut joined = book.clone();
        for notice in &self.notices {
            joined = joined.with_year(calendar::checked(book, notice)?)?;
        }
        Ok(joined.with_own(&self.own))
    }
}

//! What every act and every view of a contract's text is given.

use law::LawBook;

use super::library::ClauseLibrary;

/// The blanks that are the agreement's own term.
pub(crate) const TERM: [&str; 2] = ["合同起日", "合同止日"];

/// What every act here is given: the law book and the clause files.
#[derive(Clone, Copy)]
pub struct Means<'a> {
    /// The packs.
    pub book: &'a LawBook,
    /// The clause files.
    pub library: &'a ClauseLibrary,
}

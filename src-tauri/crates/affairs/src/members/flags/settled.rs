//! What no way round makes of a mark of hardship: another mark, under which the files that prove the hardship would lie open. Whoever
//! turns a step round reads the marks before, and holds the ledger against them after, in the same step. What a form may change of a
//! mark is decided where it is saved.

use std::collections::BTreeSet;

use rusqlite::Connection;

use super::store;
use crate::Problem;
use crate::union::model::Shown;

/// The marks of hardship, removed ones too, as they stood before a step was turned round.
pub struct Hardships(BTreeSet<String>);

impl Hardships {
    /// Reads them.
    ///
    /// Errors: those of the ledger.
    pub fn before(connection: &Connection) -> Result<Self, Problem> {
        Ok(Self(store::hardships(connection)?))
    }

    /// Refuses where one that bears files became another mark. That it bears them is told to readers of health alone.
    ///
    /// Errors: `refused`.
    pub fn check(&self, connection: &Connection, health: Shown) -> Result<(), Problem> {
        for id in store::others(connection)?.intersection(&self.0) {
            if store::bears_files(connection, id)? {
                let why = if health == Shown::Never { "" } else { "它带着附件，" };
                let message = format!(
                    "退回去，困难职工的标记就成了另一种标记，{why}不能退回。请另登记一个；这一个不用了的，可以移除。"
                );
                return Err(Problem::new("refused", message));
            }
        }
        Ok(())
    }
}

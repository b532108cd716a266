//! The open ledger and the person at the desk, and what a command is given to work with.

use affairs::union::model::{DeskPerson, Role, UnionRecord};
use chrono::NaiveDate;
use law::LawBook;
use ledger::{Actor, Ledger, Tx};
use rusqlite::Connection;

use crate::Problem;
use crate::contract::{Module, Right};

/// The open ledger and who sits at the desk.
pub struct Open {
    /// The ledger.
    pub ledger: Ledger,
    /// The union it belongs to.
    pub union: UnionRecord,
    /// Who opened it.
    pub person: DeskPerson,
}

impl Open {
    /// As the journal names the person.
    pub fn actor(&self) -> Actor {
        Actor { id: self.person.id.to_string(), name: self.person.name.clone() }
    }

    /// Refuses a person without the right.
    pub fn may(&self, right: Right) -> Result<(), Problem> {
        let allowed = match (right, self.person.role) {
            (Right::Anyone | Right::Reader, _) | (_, Role::Chair) => true,
            (Right::Chair, _) | (Right::Writer(_), Role::Auditor) => false,
            (Right::Writer(module), Role::Officer) => module != Module::Desk,
        };
        if allowed {
            return Ok(());
        }
        Err(Problem::new(
            "no_right",
            format!("{}没有办理这一项的权限，请由主席办理或请主席授权。", self.person.name),
        ))
    }
}

/// What a reading command works with: one consistent view of the ledger.
pub struct Reading<'a> {
    /// The rows.
    pub connection: &'a Connection,
    /// The law.
    pub book: &'a LawBook,
    /// The day.
    pub today: NaiveDate,
    /// The ledger and the person.
    pub open: &'a Open,
}

/// What a writing command works with: the running step.
pub struct Writing<'a, 'b> {
    /// The step.
    pub tx: &'a Tx<'b>,
    /// The law.
    pub book: &'a LawBook,
    /// The ledger and the person.
    pub open: &'a Open,
}

//! The union itself: its record, its bodies with their terms and people, how they are elected, the meetings of its members, its
//! groups, the people at its desk. The roster
//! is `members`', what the committees meet about `office`'s.

pub mod bodies;
pub mod custody;
pub mod details;
mod duties;
pub mod election;
pub mod fee;
pub mod found;
pub mod groups;
pub mod marks;
pub mod members_congress;
pub mod mentions;
pub mod model;
pub mod papers;
pub mod people;
pub mod rulebook;
pub mod rules;
pub mod settings;
pub mod store;
pub mod succession;
pub mod workforce;
pub(crate) mod yearly;

pub use duties::duties;

use ledger::Tx;

use crate::Problem;
use model::{DeskPerson, DeskPersonId, Founding, Role, UnionId};

/// Writes the union and its chair into a new ledger. The first act of every ledger.
///
/// Errors: `bad_input` with the field that is empty or wrong.
pub fn found(tx: &Tx, founding: &Founding, chair: DeskPersonId) -> Result<DeskPerson, Problem> {
    rules::check_founding(founding)?;
    let code = rules::union_code(&founding.credit_code)?;
    store::insert_union(tx, tx.new_id::<UnionId>(), founding, &code)?;
    let person = DeskPerson {
        id: chair,
        name: founding.chair.trim().to_owned(),
        role: Role::Chair,
        parts: Vec::new(),
        reads: Vec::new(),
    };
    store::insert_desk_person(tx, &person)?;
    Ok(person)
}

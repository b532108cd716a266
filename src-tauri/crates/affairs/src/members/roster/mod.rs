//! Reading a roster (花名册) and checking it, before anything is stored: pure, from a read book to a
//! preview. Nothing is guessed in silence: what is changed is a note, what is doubtful is asked with a
//! proposal, what cannot be stops its row. Storing belongs to `members`, cells to `sheet`.

pub mod ages;
pub mod codes;
pub mod credit_code;
pub mod dates;
pub mod field;
pub mod id_number;
pub mod model;
pub mod names;
pub mod phones;

mod alike;
mod check;
mod compare;
mod cross;
mod error;
pub(crate) mod header;
mod held;
mod identity;
mod known;
mod person;
mod problem;
mod read;
mod remark;
pub(crate) mod rows;
pub mod shops;
#[cfg(test)]
pub(crate) mod tests;
mod units;
mod words;
mod work;

pub use ages::Ages;
pub(crate) use compare::said as compared;
pub use field::Field;
pub use header::find_header;
pub use held::{Held, Units};
pub use known::Known;
pub use model::*;
pub use read::read_roster;
pub(crate) use work::latest;

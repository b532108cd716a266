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

mod check;
mod cross;
mod header;
mod identity;
mod known;
mod person;
mod problem;
mod read;
mod rows;
#[cfg(test)]
mod tests;
mod words;
mod work;

pub use ages::Ages;
pub use field::Field;
pub use header::find_header;
pub use known::{Known, KnownPerson};
pub use model::*;
pub use read::read_roster;

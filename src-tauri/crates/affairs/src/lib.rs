//! The union's work, a folder a module, each with the same rooms: `model` (types), `rules` (pure
//! decisions), `store` (SQL), `papers` (what a paper is filled with). The module's own file holds its
//! acts: rules decide, the store writes, inside a step that `desk` opens.
//!
//! What does not belong here: who may do what (`desk`), how a step is kept (`ledger`), how a day is
//! counted (`law`), how a page is set (`paper`).

mod coded;
pub mod congress;
mod derived;
pub mod drafts;
pub mod duty;
pub mod fields;
mod functions;
pub mod held;
pub mod leave;
pub mod letters;
pub mod masks;
pub mod members;
mod mention;
pub mod money;
pub mod month;
pub mod named;
pub mod negotiation;
pub mod office;
pub mod pay;
pub mod platform;
pub mod problem;
pub mod reform;
pub mod registers;
pub mod report;
pub mod safety;
pub mod schema;
pub mod search;
pub mod sheets;
pub mod trash;
mod typed;
pub mod union;
mod words;
mod written;

pub use duty::{Band, Duty, Whose};
pub use problem::Problem;

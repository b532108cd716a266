//! The rows of people: one person joined from identity, employment and membership.

mod columns;
pub(crate) mod filter;
pub(crate) mod lines;
mod list;
mod one;
mod pages;
mod person;
mod row;
mod standing;

pub use super::ids::BatchId;
pub use columns::{form_column, form_of, sex_column, sex_of};
pub(crate) use list::last_event;
pub use list::{counts, each, heads, name_and_sex, search, women_of_all};
pub(crate) use one::{ended_job, with_last_job};
pub use one::{holder_of, holders, person, record, source};
pub use person::{insert_person, remove_person};
pub(crate) use person::{put_identity, put_job, put_person, set_left, update_with_job};
pub use row::{MemberChange, PersonRow, StoredDate};
pub(crate) use standing::{here, is, member_sql, referred_sql, still_here};

//! The rows of people: one person joined from identity, employment and membership.

mod columns;
pub(crate) mod filter;
pub(crate) mod lines;
mod list;
mod pages;
mod person;
mod whole;

pub use columns::{form_column, form_of, sex_column, sex_of};
pub use list::{counts, each, heads, name_and_sex, search, women_of_all};
pub(crate) use list::{here, is, last_event, member_sql, referred_sql, still_here};
pub use person::{
    MemberChange, PersonRow, StoredDate, holder_of, holders, insert_person, person, record, remove_person,
};
pub(crate) use person::{
    ended_job, put_identity, put_job, put_person, set_left, update_with_job, with_last_job,
};

pub use whole::{EventRow, events, source};

ledger::id_type!(
    /// One import of a roster.
    BatchId
);

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
pub(crate) use list::{here, is, member_sql, referred_sql, still_here};
pub(crate) use person::put_identity;
pub use person::{
    MemberChange, PersonRow, StoredDate, holder_of, holders, insert_person, person, record, remove_person,
    update_person,
};

pub use whole::{EventRow, JobRow, events, jobs, source};

use ledger::Tx;
use rusqlite::params;

use crate::Problem;

ledger::id_type!(
    /// One import of a roster.
    BatchId
);

/// Writes the head of an import.
pub fn insert_batch(
    tx: &Tx,
    id: BatchId,
    file: &str,
    sha256: &str,
    page: &str,
    people: u32,
) -> Result<(), Problem> {
    tx.execute(
        "INSERT INTO import_batch (id, file_name, file_sha256, page, people, imported_at) VALUES (?1, ?2, ?3, ?4, ?5, ?6)",
        params![id, file, sha256, page, people, tx.now().to_rfc3339()],
    )?;
    Ok(())
}

//! What was taken, entry by entry with its receipts, as it crosses the contract.

use chrono::NaiveDate;
use ledger::Fen;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::DuesEntryId;
use crate::members::model::PersonId;
use crate::month::Month;
use crate::office::model::IssuedPaper;

/// Which entries a list shows.
#[derive(Debug, Clone, Default, Deserialize, TS)]
#[serde(rename_all = "camelCase", deny_unknown_fields, default)]
#[ts(optional_fields)]
pub struct DuesEntryQuery {
    /// Of which year; of all when absent.
    pub year: Option<i32>,
    /// Of one member.
    pub person: Option<PersonId>,
    /// First line, from 0.
    pub offset: Option<u32>,
    /// Lines wanted, at most 200; 50 when absent.
    pub limit: Option<u32>,
}

/// A member's part of an entry.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct DuesEntryPerson {
    /// Who; absent once erased by law.
    pub person: Option<PersonId>,
    /// 姓名.
    pub name: String,
    /// For which months.
    pub months: Vec<Month>,
    /// How much; absent where it may not be seen.
    pub amount: Option<Fen>,
}

/// One taking, or the counter-entry to one.
#[derive(Debug, Clone, PartialEq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct DuesEntry {
    /// The entry.
    pub id: DuesEntryId,
    /// The day.
    pub paid_on: NaiveDate,
    /// Who handed it over for others.
    pub payer: Option<String>,
    /// 备注, of a counter-entry why it was made.
    pub note: Option<String>,
    /// How many members.
    pub people: u32,
    /// The months.
    pub months: Vec<Month>,
    /// The sum; absent where it tells a single wage that may not be seen.
    pub amount: Option<Fen>,
    /// The entry that it answers.
    pub reverses: Option<DuesEntryId>,
    /// Whether all of it was answered by counter-entries.
    pub reversed: bool,
    /// The members; at most 500 are named.
    pub members: Vec<DuesEntryPerson>,
    /// Its receipts, the newest first.
    pub receipts: Vec<IssuedPaper>,
}

/// A slice of the entries, the newest first.
#[derive(Debug, Clone, PartialEq, Serialize, TS)]
pub struct DuesEntryPage {
    /// How many match.
    pub total: u32,
    /// The slice.
    pub rows: Vec<DuesEntry>,
}

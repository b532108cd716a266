//! The pre-flight for an upper system's template as it crosses the contract, and people held against a template.

use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::members::model::PersonId;

/// A template that can be chosen.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct UploadTemplateLine {
    /// How it is chosen.
    pub id: String,
    /// What people call it.
    pub name: String,
    /// Its headings in their order.
    pub headings: Vec<String>,
}

/// Which of the two workbooks.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub enum UploadBook {
    /// Whoever passes.
    Clean,
    /// Whoever does not, with a comment on each bad cell.
    Errors,
}

/// What is wrong with one value.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct UploadFault {
    /// Which line, from 0.
    pub line: u32,
    /// Which column of the template, from 0.
    pub column: u32,
    /// Its heading.
    pub heading: String,
    /// Why, and what to do; never with the value in it.
    pub message: String,
}

/// One person as the template wants them.
#[derive(Debug, Clone)]
pub struct UploadLine {
    /// 姓名.
    pub name: String,
    /// The person of the ledger; none of a file.
    pub person: Option<PersonId>,
    /// The row of the file; none of the ledger.
    pub row: Option<u32>,
    /// The cells, one a column.
    pub cells: Vec<String>,
}

/// People held against a template.
#[derive(Debug, Clone, Default)]
pub struct Upload {
    /// Everyone.
    pub lines: Vec<UploadLine>,
    /// What is wrong, line by line.
    pub faults: Vec<UploadFault>,
}

/// How people stand to a template, for the page.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct UploadChecked {
    /// Everyone.
    pub people: u32,
    /// Whoever passes.
    pub good: u32,
    /// Whoever does not.
    pub bad: u32,
    /// Everything that is wrong.
    pub faults: u32,
    /// What is wrong by its heading and its reason, the commonest first: so many cells, and the first few names.
    pub kinds: Vec<UploadFaultKind>,
}

/// One reason and how often.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct UploadFaultKind {
    /// The heading.
    pub heading: String,
    /// The reason.
    pub message: String,
    /// How many cells.
    pub cells: u32,
    /// The first few people.
    pub names: Vec<String>,
}

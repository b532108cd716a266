//! Records of many people's files entered at once from a pasted sheet, as they cross the contract: which kind, the cells, what
//! became of each row. How a sheet is read stands in `read`.

use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::coded::coded;
use crate::members::dossier::model::{CertificateKind, HonourKind, HonourLevel};

coded! {
    /// What a pasted sheet lists.
    FileRecordKind {
        /// 证书.
        Certificate = "certificate", "证书";
        /// 培训.
        Training = "training", "培训";
        /// 荣誉.
        Honour = "honour", "荣誉";
    }
}

/// A pasted sheet of records. What the sheet has no column for, or leaves empty, is what is said here for all of them.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
#[ts(optional_fields)]
pub struct RecordSheet {
    /// What it lists.
    pub kind: FileRecordKind,
    /// The cells as they were pasted, the headings among them.
    pub text: String,
    /// What kind of certificates they are.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub certificate: Option<CertificateKind>,
    /// What kind of honours they are.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub honour: Option<HonourKind>,
    /// Who gave them.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub level: Option<HonourLevel>,
}

/// How a row stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub enum RecordState {
    /// It can be entered.
    Fits,
    /// The person has it already.
    Held,
    /// It cannot be entered as it is.
    Wrong,
}

/// A row as it was read.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct RecordLine {
    /// Row in the paste, counted from 1.
    pub row: u32,
    /// The name as written, or the number where there is no name.
    pub name: String,
    /// Where the person works, to tell people of one name apart.
    pub place: Option<String>,
    /// The record in one line.
    pub said: String,
    /// How it stands.
    pub state: RecordState,
    /// What is the matter, and what to do.
    pub trouble: Option<String>,
}

/// What a pasted sheet was read as; nothing is kept.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct RecordsRead {
    /// The rows in their order.
    pub lines: Vec<RecordLine>,
    /// Rows that can be entered.
    pub fits: u32,
    /// Rows that people have already.
    pub held: u32,
    /// Rows that cannot be entered as they are.
    pub wrong: u32,
    /// Totals and notes that were passed over.
    pub passed: u32,
    /// Headings that say nothing of such a record.
    pub unused: Vec<String>,
}

/// What was kept of a pasted sheet.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct RecordsKept {
    /// Records added.
    pub added: u32,
    /// Those that people had already.
    pub held: u32,
    /// Rows that were left out.
    pub wrong: u32,
}

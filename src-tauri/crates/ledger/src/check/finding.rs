//! What a check finds and what to do about it, and how far a check has come. Which things are looked at is said in the
//! files beside it.

use crate::LedgerError;
use chrono::{DateTime, FixedOffset};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// Where the file itself is at fault.
pub(super) const FROM_BACKUP: &str = "请不要再写入，先复制一份整个文件夹留底，再从备份恢复。";
/// Where somebody wrote past the program.
pub(super) const TAMPERED: &str = "请先复制一份整个文件夹留底，再与备份里的同一步对照，查明是谁、何时改的。";
/// Where somebody altered what the program made the file of: what pages and papers show is read through it.
pub(super) const STRUCTURE: &str = "请先复制一份整个文件夹留底，查明是谁、何时改的，再从改动以前的备份恢复；恢复后再检查一次，还有这一条的，换更早的备份。";

/// How bad a finding is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub enum Severity {
    /// Worth knowing.
    Warning,
    /// The ledger is not what it should be.
    Error,
}

/// One thing that is not as it should be. Holds no name and no value.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct Finding {
    /// how bad it is
    pub severity: Severity,
    /// what was found
    pub message: String,
    /// what to do
    pub way_out: String,
    /// what the program itself can put right
    #[serde(default)]
    pub mend: Option<Mend>,
    /// the attachments it is about, by their content: the floors above know what they are called
    #[serde(default)]
    pub attachments: Vec<String>,
    /// the contents outside the journal that it is about, by their SHA-256
    #[serde(default)]
    pub kept: Vec<String>,
}

/// What the program can put right when a person says so.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub enum Mend {
    /// Make what is derived anew from its sources.
    Rebuild,
    /// Put down that looks are gone or altered, and go on behind them.
    SettleLooks,
}

impl Finding {
    pub(super) fn error(message: impl Into<String>, way_out: &str) -> Self {
        Self {
            severity: Severity::Error,
            message: message.into(),
            way_out: way_out.into(),
            mend: None,
            attachments: Vec::new(),
            kept: Vec::new(),
        }
    }

    /// Whether it is that the structure of the file was altered: nothing is made anew then, for it would be made to agree with that.
    pub fn is_of_structure(&self) -> bool {
        self.way_out == STRUCTURE
    }

    pub(super) fn warning(message: impl Into<String>, way_out: &str) -> Self {
        Self { severity: Severity::Warning, ..Self::error(message, way_out) }
    }
}

/// The last check, short or whole.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct LastCheck {
    /// when
    pub at: DateTime<FixedOffset>,
    /// what it found; nothing when all was well
    pub findings: Vec<Finding>,
}

/// Counts the work and lets the caller stop it.
pub(super) struct Progress<'a> {
    pub done: u64,
    pub total: u64,
    pub tell: &'a mut dyn FnMut(u64, u64) -> bool,
}

impl Progress<'_> {
    pub fn step(&mut self) -> Result<(), LedgerError> {
        self.done += 1;
        // One call a thousand rows is enough for a bar.
        if self.done.is_multiple_of(1000) { self.tell() } else { Ok(()) }
    }

    pub fn tell(&mut self) -> Result<(), LedgerError> {
        if (self.tell)(self.done, self.total.max(self.done)) { Ok(()) } else { Err(LedgerError::Cancelled) }
    }
}

//! What can be asked of copies and what is told of them: where one goes, what was made, what a list shows.

use crate::Head;
use chrono::{DateTime, FixedOffset, NaiveDateTime};
use serde::Serialize;
use std::path::PathBuf;
use ts_rs::TS;

/// Where a copy goes.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum BackupTo {
    /// `backups/` of the ledger's own folder
    Own,
    /// a folder or stick that a person chose; `name` is what the copies' folder there is called
    Folder {
        /// the chosen folder
        place: PathBuf,
        /// the union's name
        name: String,
    },
}

/// A copy that was made.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct BackupMade {
    /// the copy's folder
    pub dir: PathBuf,
    /// the newest step when it was begun
    pub head: Head,
    /// bytes of the copy, attachments apart
    pub bytes: u64,
    /// attachments copied with it (a copy of the ledger's own shares them)
    pub files: u64,
    /// attachments that rows name and the copy has not: their files are in neither place
    pub missing: Vec<String>,
    /// attachments that rows name and that are whole neither in the ledger nor at the copy's place
    pub damaged: Vec<String>,
    /// older copies that were thinned out
    pub thinned: u64,
}

/// One copy as a list shows it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct BackupLine {
    /// its folder
    pub dir: PathBuf,
    /// when it was made, local time, `2026-11-16T09:00:00`
    pub at: NaiveDateTime,
    /// that moment has not come yet: the clock ran ahead when it was made, or is behind now
    pub ahead: bool,
    /// made before a migration, a restore or a change of keys
    pub before: bool,
    /// the newest step in it; `None` when it does not open. One that opens may still have a page that is not as it was
    /// written: `look_into`, `check` and `restore` read them all
    pub head: Option<Head>,
    /// the step's label
    pub last_step: Option<String>,
    /// bytes on the disk, attachments apart
    #[ts(type = "number")]
    pub bytes: u64,
}

/// The last copy outside of the ledger's folder.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct OutsideCopy {
    /// when
    pub at: DateTime<FixedOffset>,
    /// the newest step in it
    pub seq: i64,
    /// the folder that was chosen
    pub place: String,
    /// the ledger has another key since: it opens by the sheet of then alone
    pub old_key: bool,
}

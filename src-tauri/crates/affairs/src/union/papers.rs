//! What the recovery sheet (恢复单) is filled with. It is no official paper: it is not numbered and no copy
//! of it is kept.

use serde::Serialize;

use crate::Problem;
use crate::office::model::{Filled, PaperLine};
use crate::union::model::UnionRecord;

/// The kind of the recovery sheet.
pub const RECOVERY_SHEET: &str = "ledger.recoverySheet";
/// The record it is made from: the ledger has one.
pub const SHEET_ID: &str = "ledger";

/// The context of the template `ledger/recovery-sheet`.
#[derive(Serialize)]
struct RecoverySheet<'a> {
    union: Named<'a>,
    ledger_name: &'a str,
    characters: Vec<&'static str>,
    created: String,
    head: PrintedHead,
}

/// The newest step as a paper names it: the number and hash by which the paper proves the file.
#[derive(Debug, Clone, Serialize)]
pub struct PrintedHead {
    seq: i64,
    at: String,
    digits: String,
}

impl PrintedHead {
    /// Of the newest step: its number, its hash in hex, its time as the journal has it (RFC 3339).
    pub fn new(seq: i64, hash: &str, at: &str) -> Self {
        PrintedHead { seq, at: at.get(..16).unwrap_or_default().to_owned(), digits: in_groups(hash) }
    }
}

/// A hash in hex as a person reads it off a paper: groups of four.
pub(super) fn in_groups(hash: &str) -> String {
    let groups: Vec<String> =
        hash.as_bytes().chunks(4).map(|four| String::from_utf8_lossy(four).into_owned()).collect();
    groups.join(" ")
}

#[derive(Serialize)]
struct Named<'a> {
    name: &'a str,
}

/// Fills the recovery sheet.
pub fn recovery_sheet(
    union: &UnionRecord,
    ledger_name: &str,
    characters: Vec<&'static str>,
    printed_at: chrono::DateTime<chrono::FixedOffset>,
    head: PrintedHead,
) -> Result<Filled, Problem> {
    let context = RecoverySheet {
        union: Named { name: &union.name },
        ledger_name,
        characters,
        created: printed_at.format("%Y-%m-%dT%H:%M").to_string(),
        head,
    };
    Filled::new("ledger/recovery-sheet", SHEET_ID.to_owned(), "账本恢复单".to_owned(), Vec::new(), &context)
}

/// Its line in the list of papers.
pub fn recovery_sheet_line(union: &UnionRecord) -> PaperLine {
    PaperLine {
        kind: RECOVERY_SHEET.to_owned(),
        of: SHEET_ID.to_owned(),
        title: "账本恢复单".to_owned(),
        affair: union.name.clone(),
        dated: None,
        missing: Vec::new(),
        issued: Vec::new(),
        made_by: None,
    }
}

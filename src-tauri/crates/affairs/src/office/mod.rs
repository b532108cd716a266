//! Issued papers: a number by kind and year without gaps or doubles, the bytes kept as issued, and what they were made
//! from. What a paper says belongs to the module whose paper it is; what comes in from others is `incoming`'s, what
//! becomes of an issue `outgoing`'s, what the union's committees decided `committee`'s, the union's own letters
//! `correspondence`'s.

pub mod archive;
pub mod attachments;
pub mod changes;
pub mod committee;
pub mod correspondence;
pub mod forms;
pub mod found;
pub mod incoming;
pub mod model;
pub mod outgoing;
pub(crate) mod register;
pub mod source;
pub mod store;
pub mod templates;

use chrono::Datelike;
use ledger::Tx;
use rusqlite::Connection;

use crate::Problem;
pub use model::Filled;
use model::{PaperId, PaperNumber};

/// A paper ready to be issued: made, numbered, measured.
pub struct Issue<'a> {
    /// The kind, `negotiation.minutes`.
    pub kind: &'a str,
    /// The record it is made from.
    pub of: &'a str,
    /// Its title.
    pub title: &'a str,
    /// The number it bears.
    pub number: PaperNumber,
    /// Pages.
    pub pages: usize,
    /// SHA-256 of the bytes, hex.
    pub sha256: &'a str,
    /// The PDF.
    pub bytes: &'a [u8],
    /// What it was made from.
    pub source: &'a source::Source,
}

/// A filled paper with what it is among its issues: `corrects`, the number of the newest that a further issue corrects,
/// and `draft`, what it lacks before it may be issued.
pub fn standing(connection: &Connection, kind: &str, mut filled: Filled) -> Result<Filled, Problem> {
    let corrects = store::issues(connection, kind, &filled.of)?.into_iter().next().map(|issue| issue.number);
    let draft = (!filled.missing.is_empty()).then(|| filled.missing.join("、"));
    if let Some(context) = filled.context.as_object_mut() {
        context.insert("corrects".to_owned(), corrects.into());
        context.insert("draft".to_owned(), draft.into());
    }
    Ok(filled)
}

/// Whether a character only turns the direction of reading: no paper prints it, and in a name it hides how the name ends.
pub fn turns_reading(c: char) -> bool {
    matches!(c, '\u{202A}'..='\u{202E}' | '\u{2066}'..='\u{2069}' | '\u{200E}' | '\u{200F}')
}

/// The number the next paper of this kind gets today.
pub fn next_number(tx: &Tx, kind: &str) -> Result<PaperNumber, Problem> {
    store::next_number(tx, kind, tx.today().year())
}

/// Keeps an issued paper. If another issue of the same record stands, the new one names it as corrected.
pub fn issue(tx: &Tx, issue: &Issue<'_>) -> Result<PaperId, Problem> {
    let id = tx.new_id::<PaperId>();
    let corrects = store::newest_issue(tx, issue.kind, issue.of)?;
    let source = source::keep(tx, issue.source)?;
    store::insert_issue(tx, id, issue, corrects, &source)?;
    Ok(id)
}

/// Refuses a text that is longer than a register has room for: something else was pasted.
///
/// Errors: `bad_input` at the field.
pub(crate) fn short(field: &str, text: &str, most: usize) -> Result<(), Problem> {
    if text.chars().count() <= most {
        return Ok(());
    }
    Err(Problem::input(
        field,
        format!("这里超过了{most}个字，请检查是否粘贴了别的内容；长的内容请作为附件添加。"),
    ))
}

/// The text of a field that may stand empty.
pub(crate) fn text(value: &Option<String>) -> Option<&str> {
    value.as_deref().map(str::trim).filter(|text| !text.is_empty())
}

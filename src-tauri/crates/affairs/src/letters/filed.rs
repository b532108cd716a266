//! What the letters of a case give to the volume of the affair that it was opened from (归档). The case itself, its inquiries and
//! what lies with them stay in the register of supervision.

use rusqlite::Connection;

use super::kinds::paper_kind;
use super::model::SupervisionCaseId;
use super::store;
use crate::Problem;
use crate::office::archive::model::ArchiveItem;
use crate::office::archive::{files, issues};
use crate::office::attachments::model::RecordKind;

/// The issues and scans of a case's letters; beside them those that never went out, a sentence each.
///
/// Errors: `not_found`.
pub fn letters_of(
    connection: &Connection,
    union: &str,
    case: SupervisionCaseId,
) -> Result<(Vec<ArchiveItem>, Vec<String>), Problem> {
    let (number, ..) = store::head(connection, case)?;
    let (mut items, mut lacking) = (Vec::new(), Vec::new());
    for letter in store::letters(connection, case)? {
        let (of, kind) = (letter.id.to_string(), letter.sent.kind);
        items.extend(issues(connection, union, &paper_kind(kind), &of)?);
        let word = format!("{number}的{}", kind.label());
        items.extend(files(connection, RecordKind::SupervisionLetter, &of, &format!("{word}的附件"))?);
        if letter.issue.is_none() && letter.sent.received_on.is_none() {
            lacking.push(format!("{word}没有印发"));
        }
    }
    Ok((items, lacking))
}

//! What the papers of supervision are filled with: the record of an inquiry, the notice that a clue is not taken up, reminder,
//! opinion, the request to the upper union, the closing report. None of them names the informer. How a paper looks is not
//! decided here.

mod chair;
mod letter;
mod receipt;
mod records;

pub use super::kinds::{CLOSING, INQUIRY, OPINION, RECEIPT, REFUSAL, REMINDER, REQUEST, is_ours};
pub(crate) use chair::chair;
pub(super) use letter::inspectors;
pub(crate) use letter::{basis, lines};

use law::LawBook;
use rusqlite::Connection;

use super::kinds::paper_kind;
use super::model::{SupervisionCaseId, SupervisionEventKind, SupervisionLetterKind};
use super::rules::SupervisionLaw;
use super::{place, store};
use crate::Problem;
use crate::office::{
    self,
    model::{Filled, PaperLine},
};

/// Every paper that the cases can print now, those of the newest case first.
pub fn list(connection: &Connection, book: &LawBook) -> Result<Vec<PaperLine>, Problem> {
    let mut lines = Vec::new();
    let place = place(connection)?;
    let law = SupervisionLaw { book, place: &place };
    for case in store::register::ids(connection, &Default::default(), None)? {
        let (number, record, named) = store::head(connection, case)?;
        let affair = format!("{number}　{}", record.matter);
        let mut line = |kind: String, of: String, title: String, dated| {
            let (missing, issued) = (Vec::new(), Vec::new());
            lines.push(PaperLine {
                kind,
                of,
                title,
                affair: affair.clone(),
                dated: Some(dated),
                missing,
                issued,
                made_by: None,
            });
        };
        for event in store::events(connection, case)?.iter().rev() {
            let on = event.record.happened_on;
            match event.record.kind {
                SupervisionEventKind::Closed => {
                    line(CLOSING.to_owned(), case.to_string(), "监督案件结案报告".to_owned(), on);
                }
                SupervisionEventKind::Refused if named => {
                    line(REFUSAL.to_owned(), case.to_string(), "不予受理告知书".to_owned(), on);
                }
                SupervisionEventKind::Inquired => {
                    line(INQUIRY.to_owned(), event.id.to_string(), "调查笔录".to_owned(), on);
                }
                _ => {}
            }
        }
        for letter in store::letters(connection, case)?.iter().rev() {
            let kind = letter.sent.kind;
            let on = letter.sent.dated_on;
            line(paper_kind(kind), letter.id.to_string(), letter::title(kind).to_owned(), on);
            let fixed = law.fixed_form(kind, on).is_some();
            if letter.issue.is_none() && (fixed || letter.sent.late) {
                let title = format!("送达回执（{}）", kind.label());
                line(RECEIPT.to_owned(), letter.id.to_string(), title, on);
            }
        }
    }
    for line in &mut lines {
        line.missing = fill(connection, book, &line.kind, &line.of)?.missing;
    }
    Ok(lines)
}

/// The rule that keeps a paper from being issued as it is: the fixed form of the place, or the order of the letters.
pub fn content_rule(
    connection: &Connection,
    book: &LawBook,
    kind: &str,
    of: &str,
) -> Result<Option<String>, Problem> {
    let (OPINION | REMINDER, Ok(id)) = (kind, of.parse()) else { return Ok(None) };
    let letter = store::letter_by_id(connection, id)?;
    let place = place(connection)?;
    let law = SupervisionLaw { book, place: &place };
    Ok(law.fixed_form(letter.sent.kind, letter.sent.dated_on).map(|rule| rule.short))
}

/// Fills a paper of this module.
///
/// Errors: `not_found` for an unknown kind or record.
pub fn fill(connection: &Connection, book: &LawBook, kind: &str, of: &str) -> Result<Filled, Problem> {
    let unknown = || Problem::missing("份文件");
    let case = || of.parse::<SupervisionCaseId>().map_err(|_| unknown());
    let letter = || of.parse().map_err(|_| unknown());
    let place = place(connection)?;
    let law = SupervisionLaw { book, place: &place };
    let filled = match kind {
        INQUIRY => records::inquiry(connection, of.parse().map_err(|_| unknown())?)?,
        REFUSAL => records::refusal(connection, case()?)?,
        CLOSING => records::closing(connection, case()?)?,
        REMINDER | OPINION => {
            let id = letter()?;
            let letter_kind =
                SupervisionLetterKind::of(kind.trim_start_matches("letters.")).ok_or_else(unknown)?;
            let filled = letter::to_employer(connection, law, id, letter_kind)?;
            let elsewhere = letter::stands_elsewhere(&filled);
            let mut filled = office::standing(connection, kind, filled)?;
            // What was handed over on another form is no draft any more, though it is never issued here.
            if elsewhere && let Some(context) = filled.context.as_object_mut() {
                context.insert("draft".to_owned(), serde_json::Value::Null);
            }
            return Ok(filled);
        }
        REQUEST => letter::request(connection, law, letter()?)?,
        RECEIPT => return receipt::fill(connection, letter()?),
        _ => return Err(unknown()),
    };
    office::standing(connection, kind, filled)
}

//! The papers and the duties of workers' rights beside supervision, joined: appeals, dismissals, mediation. What each holds is
//! its room's.

use chrono::NaiveDate;
use law::LawBook;
use rusqlite::Connection;

use super::{appeals, dismissals, mediation};
use crate::Problem;
use crate::duty::Duty;
use crate::members::flags;
use crate::members::model::PersonId;
use crate::office;
use crate::office::attachments::model::{RecordKind, RecordRef};
use crate::office::model::{Filled, PaperLine};

/// Why a paper of these is printed anew each time and gets no number.
pub fn never_issued(kind: &str) -> Option<&'static str> {
    match kind {
        appeals::papers::REGISTER => Some("职工诉求登记表随时变动，不编号、不留底，请直接打印。"),
        mediation::papers::APPLICATION => {
            Some("调解申请书由申请人签字，不编号、不留底；签好的请扫描后添加到案件的附件里。")
        }
        _ => None,
    }
}

/// Whether a kind is one of these papers.
pub fn is_ours(kind: &str) -> bool {
    ["appeals.", "dismissals.", "mediation."].iter().any(|ours| kind.starts_with(ours))
}

/// Whether a paper may tell of someone's health: the opinion on a notice whose reason may tell of it, or of which that was looked
/// into.
pub fn tells_health(connection: &Connection, kind: &str, of: &str) -> Result<bool, Problem> {
    match of.parse() {
        Ok(id) if kind == dismissals::papers::OPINION => dismissals::letter_tells_health(connection, id),
        _ => Ok(false),
    }
}

/// Whether the files of a record, their very names, may tell of someone's health: those of a notice by what it tells itself, those
/// of a person's mark where it is of hardship.
pub fn file_tells_health(connection: &Connection, of: &RecordRef) -> Result<bool, Problem> {
    match (of.kind, of.id.parse()) {
        (RecordKind::Dismissal, Ok(id)) => dismissals::letter_tells_health(connection, id),
        (RecordKind::PersonTag, _) => flags::tells_health(connection, &of.id),
        (kind, _) => Ok(kind.is_health()),
    }
}

/// Every paper that can be printed now.
pub fn list(connection: &Connection, book: &LawBook, today: NaiveDate) -> Result<Vec<PaperLine>, Problem> {
    let mut lines = appeals::papers::list(connection)?;
    lines.extend(dismissals::papers::list(connection, book)?);
    lines.extend(mediation::papers::list(connection, book, today)?);
    Ok(lines)
}

/// The person on the roster whose ID number and phone one of these papers bears, for whoever may read them.
///
/// Errors: `not_found`.
pub fn person_of(connection: &Connection, kind: &str, of: &str) -> Result<Option<PersonId>, Problem> {
    mediation::papers::person_of(connection, kind, of)
}

/// Fills one of these papers, by its kind and record; `in_full` where the reader may see the numbers of whom it is about.
///
/// Errors: `not_found` for an unknown kind or record.
pub fn fill(
    connection: &Connection,
    book: &LawBook,
    (kind, of): (&str, &str),
    in_full: bool,
    today: NaiveDate,
) -> Result<Filled, Problem> {
    let filled = match kind {
        appeals::papers::REGISTER => return appeals::papers::fill(connection, of, today),
        dismissals::papers::OPINION => dismissals::papers::fill(connection, book, of)?,
        mediation::papers::APPLICATION => {
            return mediation::papers::fill(connection, book, (kind, of), in_full, today);
        }
        _ => mediation::papers::fill(connection, book, (kind, of), in_full, today)?,
    };
    office::standing(connection, kind, filled)
}

/// Everything that these make due.
pub fn duties(connection: &Connection, book: &LawBook, today: NaiveDate) -> Result<Vec<Duty>, Problem> {
    let mut duties = appeals::duties(connection, today)?;
    duties.extend(dismissals::duties(connection, book, today)?);
    duties.extend(mediation::duties(connection, book, today)?);
    Ok(duties)
}

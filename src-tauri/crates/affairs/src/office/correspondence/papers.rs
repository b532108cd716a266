//! What a letter of the union's own is filled with on paper (信函格式). Its wording is the template's.

use chrono::NaiveDate;
use rusqlite::Connection;
use serde::Serialize;

pub use super::model::LETTER;
use super::model::{AnsweredIncoming, UnionLetter, UnionLetterId, UnionLetterQuery};
use super::rules::{changed, lines};
use super::{store, titles};
use crate::Problem;
use crate::office::model::{Filled, PaperLine};
use crate::office::store::source_of;
use crate::typed::text;
use crate::union::store::union_record;

/// The paper that is answered, as the letter quotes it.
#[derive(Debug, Serialize)]
struct Quoted {
    title: String,
    number: Option<String>,
}

/// The context of the paper, as its template documents it.
#[derive(Debug, Serialize)]
struct Letter {
    union: Union,
    addressee: String,
    title: String,
    quoted: Option<Quoted>,
    body: Vec<String>,
    enclosures: Vec<String>,
    copies: Option<String>,
    contact: Option<String>,
    date: NaiveDate,
}

#[derive(Debug, Serialize)]
struct Union {
    name: String,
}

/// Every letter, as a paper that can be printed.
pub fn list(connection: &Connection) -> Result<Vec<PaperLine>, Problem> {
    let letters = store::list(connection, &UnionLetterQuery::default())?;
    letters
        .into_iter()
        .map(|line| {
            Ok(PaperLine {
                kind: LETTER.to_owned(),
                of: line.id.to_string(),
                missing: store::get(connection, line.id)?.missing,
                title: line.title,
                affair: format!("致{}", line.addressee),
                dated: Some(line.written_on),
                made_by: None,
                issued: Vec::new(),
            })
        })
        .collect()
}

/// One letter, with what was changed since its newest issue.
///
/// Errors: `not_found`.
pub fn get(connection: &Connection, id: UnionLetterId) -> Result<UnionLetter, Problem> {
    let mut kept = store::get(connection, id)?;
    // An issue of an earlier program kept its bytes alone: nothing is known of its entries.
    if let Some(newest) = kept.issued.first()
        && let Some(made_from) = source_of(connection, newest.id)?
    {
        let now = filled(connection, &kept, kept.written_on)?;
        kept.changed = changed(&now.context, &made_from.context);
    }
    Ok(kept)
}

/// Fills the paper of a letter; it is dated the day it is issued.
///
/// Errors: `not_found`.
pub fn fill(connection: &Connection, id: UnionLetterId, today: NaiveDate) -> Result<Filled, Problem> {
    let filled = filled(connection, &store::get(connection, id)?, today)?;
    crate::office::standing(connection, LETTER, filled)
}

fn filled(connection: &Connection, kept: &UnionLetter, date: NaiveDate) -> Result<Filled, Problem> {
    let form = &kept.letter;
    let quoted = |came: &AnsweredIncoming| Quoted {
        title: titles::quoted(&came.title),
        number: came.their_number.clone(),
    };
    let context = Letter {
        union: Union { name: union_record(connection)?.name },
        addressee: form.addressee.clone(),
        title: form.title.clone(),
        quoted: kept.answered.as_ref().map(quoted),
        body: lines(text(&form.body)),
        enclosures: lines(text(&form.enclosures)),
        copies: form.copies.clone(),
        contact: form.contact.clone(),
        date,
    };
    let of = form.id.map(|id| id.to_string()).unwrap_or_default();
    Filled::new("office/letter", of, form.title.clone(), kept.missing.clone(), &context)
}

//! What a letter of the union's own is filled with on paper (信函格式). Its wording is the template's.

use chrono::NaiveDate;
use rusqlite::Connection;
use serde::Serialize;

use super::model::{AnsweredIncoming, UnionLetterId, UnionLetterQuery};
use super::rules::{bare_title, lines};
use super::store;
use crate::Problem;
use crate::office::model::{Filled, PaperLine};
use crate::office::text;
use crate::union;

/// 函, made from a letter.
pub const LETTER: &str = "office.letter";

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

/// Fills the paper of a letter; it is dated the day it is issued.
///
/// Errors: `not_found`.
pub fn fill(connection: &Connection, id: UnionLetterId, today: NaiveDate) -> Result<Filled, Problem> {
    let kept = store::get(connection, id)?;
    let form = &kept.letter;
    let quoted = |came: &AnsweredIncoming| Quoted {
        title: bare_title(&came.title).to_owned(),
        number: came.their_number.clone(),
    };
    let context = Letter {
        union: Union { name: union::store::union_record(connection)?.name },
        addressee: form.addressee.clone(),
        title: form.title.clone(),
        quoted: kept.answered.as_ref().map(quoted),
        body: lines(text(&form.body)),
        enclosures: lines(text(&form.enclosures)),
        copies: form.copies.clone(),
        contact: form.contact.clone(),
        date: today,
    };
    let filled = Filled::new("office/letter", id.to_string(), form.title.clone(), kept.missing, &context)?;
    crate::office::standing(connection, LETTER, filled)
}

//! The receipt (送达回执) of a letter that was not issued here: it stands on the fixed form of the place, or went out before it
//! was entered. The receipt of one that was issued is `office`'s.

use chrono::NaiveDate;
use rusqlite::Connection;
use serde::Serialize;

use super::letter::title;
use crate::Problem;
use crate::letters::model::SupervisionLetterId;
use crate::letters::store;
use crate::office::model::Filled;
use crate::union;

/// The paper as the receipt names it.
#[derive(Debug, Serialize)]
struct Served {
    number: Option<String>,
    title: &'static str,
    pages: Option<u32>,
}

/// 送达回执 of a letter that was not issued here (`office/receipt`).
#[derive(Debug, Serialize)]
struct ReceiptPaper {
    sender: String,
    paper: Served,
    receiver: String,
    manner: Option<String>,
    sent_on: NaiveDate,
    signed_by: Option<String>,
    signed_on: Option<NaiveDate>,
    note: Option<String>,
}

/// 送达回执.
pub(super) fn fill(connection: &Connection, id: SupervisionLetterId) -> Result<Filled, Problem> {
    let letter = store::letter_by_id(connection, id)?;
    let name = title(letter.sent.kind);
    let context = ReceiptPaper {
        sender: union::store::union_record(connection)?.name,
        paper: Served { number: letter.number.clone(), title: name, pages: None },
        receiver: letter.record.addressee.unwrap_or_default(),
        manner: None,
        sent_on: letter.sent.dated_on,
        signed_by: letter.received_by,
        signed_on: letter.sent.received_on,
        note: None,
    };
    let title = format!("送达回执（{}）", letter.sent.kind.label());
    Filled::new("office/receipt", id.to_string(), title, Vec::new(), &context)
}

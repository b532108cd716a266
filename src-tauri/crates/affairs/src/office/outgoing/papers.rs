//! 送达回执: the slip that goes with one sending and comes back signed. Its wording is the template's.

use chrono::NaiveDate;
use rusqlite::Connection;
use serde::Serialize;

use super::model::SendingId;
use super::store;
use crate::Problem;
use crate::office::model::Filled;

/// 送达回执, made from a sending.
pub const RECEIPT: &str = "office.receipt";

/// The context of the slip, as its template documents it.
#[derive(Debug, Serialize)]
struct Receipt {
    sender: String,
    paper: SentPaper,
    receiver: String,
    manner: &'static str,
    sent_on: NaiveDate,
    signed_by: Option<String>,
    signed_on: Option<NaiveDate>,
    note: Option<String>,
}

/// What was sent.
#[derive(Debug, Serialize)]
struct SentPaper {
    number: String,
    title: String,
    pages: u32,
}

/// Fills the slip of a sending; `sender` is the union.
///
/// Errors: `not_found`.
pub fn receipt(connection: &Connection, sender: &str, id: SendingId) -> Result<Filled, Problem> {
    let paper = store::sending_paper(connection, id)?;
    let sending = paper.sendings.into_iter().find(|sending| sending.id == id);
    let sending = sending.ok_or_else(|| Problem::missing("条发送记录"))?;
    let title = format!("送达回执（{}）", paper.number);
    let context = Receipt {
        sender: sender.to_owned(),
        paper: SentPaper { number: paper.number, title: paper.title, pages: paper.pages },
        receiver: sending.receiver,
        manner: sending.manner.label(),
        sent_on: sending.sent_on,
        signed_by: sending.signed_by,
        signed_on: sending.signed_on,
        note: sending.note,
    };
    Filled::new("office/receipt", id.to_string(), title, Vec::new(), &context)
}

//! The SQL functions of the ledger's triggers, views and index: what each gives is the word of the module it calls.

use rusqlite::Connection;
use rusqlite::functions::FunctionFlags;

use crate::members::store::lines;
use crate::office::committee;
use crate::office::model::{PaperNumber, series};
use crate::search::person_text;
use crate::union::{bodies, members_congress};

/// Gives a connection the functions `search_text(name, id_number)`, `paper_number(kind, year, number)`,
/// `committee_number(body, year, serial)`, `union_term_name(body, session)` and `members_meeting_name(form, session, round)`
/// that the index triggers call.
pub fn register(connection: &Connection) -> rusqlite::Result<()> {
    let flags =
        FunctionFlags::SQLITE_UTF8 | FunctionFlags::SQLITE_DETERMINISTIC | FunctionFlags::SQLITE_INNOCUOUS;
    connection.create_scalar_function("search_text", 2, flags, |context| {
        let name: Option<String> = context.get(0)?;
        let number: Option<String> = context.get(1)?;
        Ok(person_text(name.as_deref().unwrap_or_default(), number.as_deref()))
    })?;
    connection.create_scalar_function("paper_number", 3, flags, |context| {
        let kind: String = context.get(0)?;
        Ok(PaperNumber { series: series(&kind), year: context.get(1)?, number: context.get(2)? }.to_string())
    })?;
    connection.create_scalar_function("committee_number", 3, flags, |context| {
        let body: String = context.get(0)?;
        Ok(committee::store::number(&body, context.get(1)?, context.get(2)?))
    })?;
    connection.create_scalar_function("union_term_name", 2, flags, |context| {
        let body: String = context.get(0)?;
        Ok(bodies::rules::term_name(&body, context.get(1)?))
    })?;
    connection.create_scalar_function("members_meeting_name", 3, flags, |context| {
        let form: String = context.get(0)?;
        Ok(members_congress::meeting_name(&form, context.get(1)?, context.get(2)?))
    })?;
    lines::register(connection, flags)
}

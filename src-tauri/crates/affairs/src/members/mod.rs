//! The roster: people, their employment, their membership, and the import of a roster from a sheet. How a membership begins,
//! moves and ends is `membership`'s.

pub mod cells;
pub mod consents;
pub mod dossier;
pub mod dues;
pub mod flags;
pub mod found;
mod ground;
pub mod import;
pub mod joining;
pub mod leaving;
pub mod lists;
pub mod marks;
pub mod membership;
pub mod model;
pub mod papers;
pub mod roster;
pub mod rules;
pub mod statistics;
pub mod store;

use chrono::NaiveDate;
use law::LawBook;
use ledger::Tx;
use rusqlite::Connection;

use crate::Problem;
use crate::duty::Duty;
use crate::union;
use model::{MemberCounts, PersonId, PersonRecord};

/// Keeps one person from the side panel, new or changed.
///
/// Errors: `bad_input` at the field that cannot be read; `duplicate` when another person has the number.
pub fn save(tx: &Tx, record: &PersonRecord) -> Result<PersonId, Problem> {
    let standing = match record.id {
        Some(id) => Some(store::person(tx, id)?),
        None => None,
    };
    let checked = rules::check_person(record, standing.as_ref(), tx.today())?;
    if let Some(number) = &checked.id_number
        && let Some((other, name)) = store::holder_of(tx, number)?
        && Some(other) != record.id
    {
        return Err(Problem::new("duplicate", format!("这个证件号码已登记在{name}名下，请核对是否同一人。"))
            .at("idNumber"));
    }
    match record.id {
        Some(id) => {
            store::update_person(tx, id, &checked)?;
            // Another day of joining may not fit what came after it.
            membership::judge(tx, id).map_err(|why| why.at("memberSince"))?;
            Ok(id)
        }
        None => {
            let id = tx.new_id::<PersonId>();
            store::insert_person(tx, id, &checked, None).map(|()| id)
        }
    }
}

/// Puts a person out of sight; nothing is deleted, and the step can be undone.
pub fn remove(tx: &Tx, id: PersonId) -> Result<(), Problem> {
    store::person(tx, id)?;
    store::remove_person(tx, id)
}

/// Everything that the life of membership makes due.
pub fn duties(connection: &Connection, book: &LawBook, today: NaiveDate) -> Result<Vec<Duty>, Problem> {
    let mut duties = joining::duties(connection, book, today)?;
    duties.extend(leaving::duties(connection, book, today)?);
    duties.extend(dues::duties(connection, book, today)?);
    duties.extend(dossier::duties(connection, book, today)?);
    Ok(duties)
}

/// Counts for the head of the list, with the lawful share of dispatched workers beside them.
pub fn counts(
    connection: &Connection,
    book: &LawBook,
    today: chrono::NaiveDate,
) -> Result<MemberCounts, Problem> {
    let mut counts = store::counts(connection)?;
    let place = union::store::place(connection)?;
    counts.dispatch_warning =
        rules::dispatch_warning(book, &place, today, counts.contract, counts.dispatched)?;
    Ok(counts)
}

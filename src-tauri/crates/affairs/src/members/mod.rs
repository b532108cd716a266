//! The roster: people, their employment, their membership, and the import of a roster from a sheet. How a membership begins,
//! moves and ends is `membership`'s.

pub mod cells;
pub mod certificates;
pub mod consents;
pub(crate) mod days;
pub mod dispatch;
pub mod dossier;
pub mod dues;
pub mod duplicates;
mod duties;
pub mod employment;
pub mod flags;
pub mod found;
mod ground;
mod ids;
pub mod import;
pub mod joining;
pub mod leaving;
pub mod lists;
pub mod marks;
pub mod membership;
pub mod model;
pub mod papers;
mod returning;
pub mod roster;
pub mod rules;
#[cfg(test)]
mod rules_tests;
pub mod sources;
pub mod statistics;
pub mod store;
pub mod upload;

pub use duties::duties;

use law::LawBook;
use ledger::Tx;
use rusqlite::Connection;

use crate::Problem;
use crate::union;
use crate::union::model::Shown;
use model::{MemberCounts, PersonId, PersonRecord};

/// Keeps one person from the side panel, new or changed.
///
/// Without a day of joining a new person is no member (未入会); the day of one who is, is an event of their membership and
/// changed there. What stands and is not typed anew is judged by as far as `identity` may be seen.
///
/// Errors: `bad_input` at the field that cannot be read, and where the days of work meet another employment; `duplicate` when
/// another person has the number; `refused` at `memberSince` for another day of joining.
pub fn save(tx: &Tx, book: &LawBook, record: &PersonRecord, identity: Shown) -> Result<PersonId, Problem> {
    let standing = match record.id {
        Some(id) => Some(store::with_last_job(tx, id)?),
        None => None,
    };
    let checked = rules::check_person(record, standing.as_ref(), tx.today(), identity)?;
    rules::check_started(&checked, standing.as_ref())?;
    let ages = roster::Ages::of(book, &union::store::place(tx)?, tx.today())?;
    let birth = rules::birth_beside(record, &checked, identity);
    rules::check_joining_age(&ages, birth.as_ref(), checked.member_since.as_ref(), "memberSince")?;
    if let Some(standing) = &standing
        && checked.member_since != standing.member_since
    {
        let message = "入会日期是会籍登记里的一条，请到“会籍”一栏登记或者更正“入会”“转入”。";
        return Err(Problem::new("refused", message).at("memberSince"));
    }
    if let Some(number) = &checked.id_number
        && let Some((other, name)) = store::holder_of(tx, number)?
        && Some(other) != record.id
    {
        return Err(Problem::new("duplicate", format!("这个证件号码已登记在{name}名下，请核对是否同一人。"))
            .at("idNumber"));
    }
    let left = rules::check_left(record, checked.hired_on.as_ref(), tx.today())?;
    let id = match record.id {
        Some(id) => {
            // Whoever works here no more keeps their last job: it is written, and no new one begun.
            let ended = store::ended_job(tx, id)?.map(|(job, _)| job);
            employment::may_move(tx, id, checked.hired_on.as_ref(), left)?;
            store::update_with_job(tx, id, &checked, ended.as_deref())?;
            id
        }
        None => {
            let id = tx.new_id::<PersonId>();
            store::insert_person(tx, id, &checked, None)?;
            id
        }
    };
    store::set_left(tx, id, left)?;
    Ok(id)
}

/// Puts a person out of sight; nothing is deleted, and the step can be undone.
pub fn remove(tx: &Tx, id: PersonId) -> Result<(), Problem> {
    store::person(tx, id)?;
    store::remove_person(tx, id)
}

/// Counts for the head of the list, with what is to be said of the lawful share of dispatched workers.
pub fn counts(
    connection: &Connection,
    book: &LawBook,
    today: chrono::NaiveDate,
) -> Result<MemberCounts, Problem> {
    let mut counts = store::counts(connection)?;
    let place = union::store::place(connection)?;
    let told = union::workforce::on(connection, today)?;
    let roster = dispatch::on_roster(connection)?;
    counts.dispatch_warning = dispatch::warning(book, &place, today, roster, told.as_ref())?;
    Ok(counts)
}

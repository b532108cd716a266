//! Members in hardship (困难职工): the file of each from the day it was opened to the day it was closed, what they were given, the next
//! visit that was promised. Who is in hardship at all is flagged in the roster: a file sets the flag and ends it, so that it is told
//! once. Each act here runs inside one step: rules decide, the store writes.

mod aids;
mod duties;
pub mod model;
pub mod papers;
pub mod rules;
pub(crate) mod store;
mod view;

pub use aids::{each_aid, one_aid, page_of_aids};
pub use duties::duties;
pub use view::{each, file, page};

use ledger::Tx;
use rusqlite::Connection;

use crate::Problem;
use crate::members::flags;
use crate::members::flags::model::{PersonTagInput, PersonTagKind};
use crate::members::store::name_and_sex;
use crate::office::text;
use crate::union::model::Shown;
use model::{HardshipFileId, HardshipFileInput, MemberAidId, MemberAidInput};

/// What is said to one who changes what they do not see.
const COVERED: &str = "这里写有健康和家庭情况。请先写明用途，显示健康情况，再修改。";

fn covered() -> Problem {
    Problem::new("covered", COVERED).at("health")
}

/// Keeps a file, new or changed, and flags its person in the roster. Of a standing one, what its form did not show stays as it is.
///
/// Errors: `bad_input` at its field; `duplicate` when the person has an open file already; `covered` where the form showed what
/// is covered by now; `not_found`.
pub fn save_file(tx: &Tx, input: &HardshipFileInput, health: Shown) -> Result<HardshipFileId, Problem> {
    let (name, _) = name_and_sex(tx, input.person)?;
    rules::check_file(input, tx.today())?;
    let standing = input.id.map(|id| store::file_by(tx, id)).transpose()?;
    if standing.as_ref().is_some_and(|one| one.person != input.person) {
        return Err(Problem::input("person", "档案不能换人；建错了的请移除，另建一份。"));
    }
    let others = store::files_of(tx, input.person)?;
    let others: Vec<&HardshipFileInput> = others.iter().filter(|one| one.id != input.id).collect();
    if input.closed_on.is_none() && others.iter().any(|one| one.closed_on.is_none()) {
        let message = format!("{name}已经有一份没有结束的档案，请打开那一份。");
        return Err(Problem::new("duplicate", message).at("person"));
    }
    let mut kept = input.clone();
    let told = input.told == Some(true);
    if standing.is_some() && told && health != Shown::Full {
        return Err(covered());
    }
    if let Some(one) = standing.filter(|_| !told) {
        kept.cause = one.cause;
        kept.details = one.details;
        kept.household = one.household;
        kept.income = one.income;
        kept.source = one.source;
    }
    if kept.closed_on.is_some() {
        kept.visit_on = None;
    }
    let id = input.id.unwrap_or_else(|| tx.new_id::<HardshipFileId>());
    store::save_file(tx, id, &kept)?;
    // The flag follows the newest file: an old one that is corrected says nothing of today.
    if others.iter().all(|one| one.opened_on <= kept.opened_on) {
        flag(tx, &kept)?;
    }
    Ok(id)
}

/// Flags the person as in hardship for as long as the file says.
fn flag(tx: &Tx, file: &HardshipFileInput) -> Result<(), Problem> {
    let tags = flags::store::tags(tx, file.person)?;
    let standing = tags.into_iter().find(|tag| tag.kind == PersonTagKind::Hardship);
    let since = match &standing {
        // Recognised before the file was opened, and not ended in between.
        Some(tag) if tag.until.is_none_or(|until| until >= file.opened_on) => {
            tag.since.map_or(file.opened_on, |since| since.min(file.opened_on))
        }
        _ => file.opened_on,
    };
    let source = text(&file.source).map(str::to_owned);
    let wanted = PersonTagInput {
        id: standing.as_ref().and_then(|tag| tag.id),
        person: file.person,
        kind: PersonTagKind::Hardship,
        since: Some(since),
        until: file.closed_on,
        source: source.or_else(|| standing.as_ref().and_then(|tag| tag.source.clone())),
        note: standing.as_ref().and_then(|tag| tag.note.clone()),
    };
    if standing.as_ref() != Some(&wanted) {
        // What stands on the mark is carried over whole.
        flags::save_tag(tx, &wanted, Shown::Full)?;
    }
    Ok(())
}

/// Puts a file out of sight. The flag stays: whether somebody is in hardship is not undone with a paper about it.
///
/// Errors: `not_found`.
pub fn remove_file(tx: &Tx, id: HardshipFileId) -> Result<(), Problem> {
    store::remove_file(tx, id)
}

/// Keeps an entry of what was given, new or changed; a new one that is the promised visit puts the next in its place.
///
/// Errors: `bad_input` at its field; `covered` for a change by one to whom the entry was not told; `not_found`.
pub fn save_aid(tx: &Tx, input: &MemberAidInput, health: Shown) -> Result<MemberAidId, Problem> {
    name_and_sex(tx, input.person)?;
    rules::check_aid(input, tx.today())?;
    let id = match input.id {
        Some(id) => {
            if store::aid_by(tx, id)?.person != input.person {
                return Err(Problem::input("person", "帮扶登记不能换人；登记错了的请移除，另登记一条。"));
            }
            if health != Shown::Full {
                return Err(covered());
            }
            id
        }
        None => {
            if input.visited == Some(true) || input.next_visit.is_some() {
                let files = store::files_of(tx, input.person)?;
                let open = files.into_iter().find(|one| one.closed_on.is_none());
                if let Some(file) = open.filter(|one| one.visit_on != input.next_visit)
                    && let Some(id) = file.id
                {
                    store::set_visit(tx, id, input.next_visit)?;
                }
            }
            tx.new_id::<MemberAidId>()
        }
    };
    store::save_aid(tx, id, input)?;
    Ok(id)
}

/// Puts an entry of what was given out of sight.
///
/// Errors: `not_found`.
pub fn remove_aid(tx: &Tx, id: MemberAidId) -> Result<(), Problem> {
    store::remove_aid(tx, id)
}

/// Whether a file may come back: its person has no other that is open where this one is.
///
/// Errors: `refused`.
pub(crate) fn file_may_return(connection: &Connection, id: &str) -> Result<(), Problem> {
    let taken = "SELECT 1 FROM hardship_file r JOIN live_hardship_file l ON l.person_id = r.person_id
      WHERE r.id = ?1 AND r.closed_on IS NULL AND l.closed_on IS NULL";
    match connection.prepare(taken)?.exists([id])? {
        true => Err(Problem::new("refused", "这个人后来又建了一份档案；请用那一份。")),
        false => Ok(()),
    }
}

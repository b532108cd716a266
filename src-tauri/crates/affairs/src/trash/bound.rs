//! What a text of law binds to keep, where it would go together with something of another kind: a labour contract goes with its person,
//! the lines of a payroll lose whose they are, a scan lies on a contract. The whole waits for the last day of all of it, so that taking
//! it along is no way round its time. How the time of one kind is reckoned is
//! `retention`'s.

use std::collections::BTreeSet;

use chrono::{DateTime, Months, NaiveDate};
use law::LawBook;
use rusqlite::Connection;

use super::kind::TrashKind;
use super::kinds::KINDS;
use super::mentions::RowId;
use super::retention::{PurgeDay, by_law, months, subject_of};
use super::starts::{Start, start, start_of_pay, start_of_taken_back};
use super::tables::Lies;
use super::taken_back;
use crate::office::attachments;
use crate::schema::SCHEMA;
use crate::{Problem, fields};

/// What keeps a record where it is not told what that is.
pub(super) const SOMETHING: &str = "一部分记录";

/// How the day is reckoned where it is not told by what.
pub(super) fn untold(from: NaiveDate) -> String {
    if from == NaiveDate::MAX {
        return "其中有依法还要保存的记录，现在还算不出哪天可以清除。".to_owned();
    }
    format!("其中有依法还要保存的记录，{}起可以清除。", from.format("%Y年%-m月%-d日"))
}

/// A kind that a text binds to keep, and from when its time counts.
type Bound = (&'static Lies, Start);

/// The kinds that some text binds to keep for a time.
fn binding(book: &LawBook) -> Vec<&'static Lies> {
    let rules = book.rules().filter(|rule| rule.mandatory && rule.subject.starts_with("retention."));
    let subjects: BTreeSet<&str> = rules.map(|rule| rule.subject.as_str()).collect();
    KINDS.iter().filter(|lies| subjects.contains(subject_of(lies).as_str())).collect()
}

/// The first day on which a record may be erased, with all that goes with it, and how it is reckoned.
pub(super) fn purge_from(
    connection: &Connection,
    book: &LawBook,
    lies: &Lies,
    id: &str,
    removed_at: &str,
) -> Result<PurgeDay, Problem> {
    let removed = DateTime::parse_from_rfc3339(removed_at).map_or(NaiveDate::MAX, |at| at.date_naive());
    let kept = months(connection, lies)?;
    let own = removed.checked_add_months(Months::new(kept)).unwrap_or(NaiveDate::MAX);
    let day = |day: NaiveDate| day.format("%Y年%-m月%-d日").to_string();
    let since = lies.kind.since().1;
    let set = format!("{}{since}，按设置保存{kept}个月，{}起可以清除。", day(removed), day(own));
    let start = start(connection, lies, id, removed)?;
    let lawful = by_law(connection, book, lies, start)?.map(PurgeDay::itself);
    let held = (lies.held)(connection, id)?
        .map(|(held, why)| (held, format!("{}移除，{why}，{}起可以清除。", day(removed), day(held))));
    let parts = of_removed(connection, book, lies, (id, removed))?;
    let own = PurgeDay::itself((own, set));
    Ok(own.or_later(lawful).or_later(held.map(PurgeDay::itself)).or_later(parts))
}

/// The last day of everything that would go with a removed record; none where no text binds to keep any of it.
fn of_removed(
    connection: &Connection,
    book: &LawBook,
    lies: &Lies,
    (id, removed): (&str, NaiveDate),
) -> Result<Option<PurgeDay>, Problem> {
    let binding = binding(book);
    let mut found = Vec::new();
    if lies.kind == TrashKind::Attachment {
        // A file is kept as long as the record it lies on.
        let owner = attachments::store::owner(connection, id)?;
        let table = attachments::store::table_of(owner.kind);
        for one in binding.iter().filter(|one| one.table == table) {
            found.push((*one, start(connection, one, &owner.id, removed)?));
        }
    } else {
        gather(connection, (lies.table, id), removed, &binding, &mut found)?;
    }
    let head = if lies.kind == TrashKind::Attachment { "所附的" } else { "其中的" };
    last(connection, book, head, &found)
}

/// The same of a record whose entry was taken back, of whose parts the journal alone knows: those that stood too briefly to have been
/// worked with are kept for nothing.
pub(super) fn of_taken_back(
    connection: &Connection,
    book: &LawBook,
    rows: &[RowId],
) -> Result<Option<PurgeDay>, Problem> {
    let binding = binding(book);
    let mut found = Vec::new();
    for row in ledger::hanging(connection, &SCHEMA, rows)? {
        let Some(lies) = binding.iter().find(|lies| lies.table == row.0) else { continue };
        if let Some(stood) = taken_back::stood(connection, &row)?
            && !stood.briefly()
        {
            found.push((*lies, start_of_taken_back(connection, lies, &[row.1.as_str()], stood.taken_back)?));
        }
    }
    last(connection, book, "其中的", &found)
}

/// Whether something of these kinds can be a part of a record of a table.
fn leads_to(table: &str, binding: &[&'static Lies]) -> bool {
    binding.iter().any(|lies| lies.table == table)
        || fields::parts(table).iter().any(|(part, _)| leads_to(part, binding))
}

/// What of these kinds goes with a record, each from the day it was removed: by itself before, else with the record on `removed`; a
/// paper from the day it was issued; none from before the end that its text names.
fn gather(
    connection: &Connection,
    (table, id): (&str, &str),
    removed: NaiveDate,
    binding: &[&'static Lies],
    found: &mut Vec<Bound>,
) -> Result<(), Problem> {
    for (part, column) in fields::parts(table) {
        if !leads_to(part, binding) {
            continue;
        }
        let bound = binding.iter().find(|lies| lies.table == *part);
        let day =
            bound.map_or_else(|| "NULL".to_owned(), |lies| format!("substr({}, 1, 10)", lies.kind.since().0));
        let sql = format!("SELECT id, {day} FROM {part} WHERE {column} = ?1");
        let mut statement = connection.prepare_cached(&sql)?;
        let rows = statement
            .query_map([id], |row| Ok((row.get(0)?, row.get(1)?)))?
            .collect::<Result<Vec<(String, Option<NaiveDate>)>, _>>()?;
        for (own, on) in rows {
            if let Some(lies) = bound {
                found.push((*lies, start(connection, lies, &own, on.unwrap_or(removed))?));
            }
            gather(connection, (part, &own), removed, binding, found)?;
        }
    }
    if table == "person" {
        gather_of_person(connection, id, removed, binding, found)?;
    }
    Ok(())
}

/// What is of a person beside the parts of theirs: the payrolls that say what they were paid, and the records merged into theirs.
fn gather_of_person(
    connection: &Connection,
    id: &str,
    removed: NaiveDate,
    binding: &[&'static Lies],
    found: &mut Vec<Bound>,
) -> Result<(), Problem> {
    if let Some(payroll) = binding.iter().find(|lies| lies.kind == TrashKind::PaySheet) {
        found.extend(start_of_pay(connection, id, removed)?.map(|start| (*payroll, start)));
    }
    let mut merged = connection
        .prepare_cached("SELECT gone_id FROM person_merge WHERE kept_id = ?1 AND gone_id <> kept_id")?;
    let gone = merged.query_map([id], |row| row.get(0))?.collect::<Result<Vec<String>, _>>()?;
    for gone in gone {
        gather(connection, ("person", &gone), removed, binding, found)?;
    }
    Ok(())
}

/// The last of the days of these, and which of them it is.
fn last(
    connection: &Connection,
    book: &LawBook,
    head: &str,
    found: &[Bound],
) -> Result<Option<PurgeDay>, Problem> {
    let mut kinds: Vec<Bound> = Vec::new();
    for (lies, on) in found {
        match kinds.iter_mut().find(|(one, _)| one.kind == lies.kind) {
            Some((_, latest)) => *latest = (*latest).max(*on),
            None => kinds.push((*lies, *on)),
        }
    }
    let mut last: Option<PurgeDay> = None;
    for (lies, on) in kinds {
        let Some((from, said)) = by_law(connection, book, lies, on)? else { continue };
        // That somebody was examined is told to readers of health alone.
        let (held_by, reckoned) = if lies.kind.is_health() {
            (SOMETHING, untold(from))
        } else {
            (lies.label, format!("{head}{}还要保存：{said}", lies.label))
        };
        let day = PurgeDay { from, reckoned, held_by: Some(held_by) };
        last = Some(match last {
            Some(before) => before.or_later(Some(day)),
            None => day,
        });
    }
    Ok(last)
}

//! The rows of what was entered of people, and each flag as a condition over `member_line`.

use std::collections::BTreeSet;

use chrono::NaiveDate;
use ledger::Tx;
use rusqlite::{Connection, OptionalExtension, Row, params};

use super::model::{MemberFlag, PersonTagId, PersonTagInput, PersonTagKind};
use super::rules::{FlagDays, Retiring};
use crate::Problem;
use crate::members::model::PersonId;
use crate::typed::text;

fn tag(row: &Row<'_>) -> rusqlite::Result<PersonTagInput> {
    Ok(PersonTagInput {
        id: row.get(0)?,
        person: row.get(1)?,
        kind: PersonTagKind::of(&row.get::<_, String>(2)?).unwrap_or(PersonTagKind::ModelWorker),
        since: row.get(3)?,
        until: row.get(4)?,
        source: row.get(5)?,
        note: row.get(6)?,
    })
}

/// What was entered of a person.
pub(crate) fn tags(connection: &Connection, person: PersonId) -> Result<Vec<PersonTagInput>, Problem> {
    let mut statement = connection.prepare_cached(
        "SELECT id, person_id, kind, since, until_on, source, note FROM live_person_tag WHERE person_id = ?1
         ORDER BY kind",
    )?;
    Ok(statement.query_map([person], tag)?.collect::<Result<_, _>>()?)
}

/// An entry, removed or not; nothing where there is none.
pub(super) fn one(connection: &Connection, id: PersonTagId) -> Result<Option<PersonTagInput>, Problem> {
    let sql = "SELECT id, person_id, kind, since, until_on, source, note FROM person_tag WHERE id = ?1";
    Ok(connection.prepare_cached(sql)?.query_row([id], tag).optional()?)
}

/// What an entry says, removed or not; nothing where there is none.
pub(super) fn kind_of(connection: &Connection, id: &str) -> Result<Option<PersonTagKind>, Problem> {
    let sql = "SELECT kind FROM person_tag WHERE id = ?1";
    let kind = connection.prepare_cached(sql)?.query_row([id], |row| row.get::<_, String>(0)).optional()?;
    Ok(kind.and_then(|kind| PersonTagKind::of(&kind)))
}

/// The marks of hardship, removed or not.
pub(super) fn hardships(connection: &Connection) -> Result<BTreeSet<String>, Problem> {
    ids(connection, "SELECT id FROM person_tag WHERE kind = 'hardship'")
}

/// The marks of every other kind, removed or not.
pub(super) fn others(connection: &Connection) -> Result<BTreeSet<String>, Problem> {
    ids(connection, "SELECT id FROM person_tag WHERE kind <> 'hardship'")
}

fn ids(connection: &Connection, sql: &str) -> Result<BTreeSet<String>, Problem> {
    Ok(connection.prepare_cached(sql)?.query_map([], |row| row.get(0))?.collect::<Result<_, _>>()?)
}

/// Whether an entry bears files, removed ones too: they may come back.
pub(super) fn bears_files(connection: &Connection, id: &str) -> Result<bool, Problem> {
    let sql = "SELECT 1 FROM attachment WHERE of_kind = 'personTag' AND of_id = ?1";
    Ok(connection.prepare_cached(sql)?.exists([id])?)
}

/// Writes an entry, new or changed.
pub(super) fn put_tag(tx: &Tx, id: PersonTagId, input: &PersonTagInput) -> Result<(), Problem> {
    tx.prepare_cached(
        "INSERT INTO person_tag (id, person_id, kind, since, until_on, source, note) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7)
         ON CONFLICT (id) DO UPDATE SET kind = excluded.kind, since = excluded.since, until_on = excluded.until_on,
           source = excluded.source, note = excluded.note",
    )?
    .execute(params![
        id,
        input.person,
        input.kind.code(),
        input.since,
        input.until,
        text(&input.source),
        text(&input.note)
    ])?;
    Ok(())
}

pub(super) fn remove_tag(tx: &Tx, id: PersonTagId) -> Result<(), Problem> {
    let now = tx.now().to_rfc3339();
    let sql = "UPDATE person_tag SET removed_at = ?2 WHERE id = ?1 AND removed_at IS NULL";
    match tx.execute(sql, params![id, now])? {
        0 => Err(Problem::missing("条标记")),
        _ => Ok(()),
    }
}

/// Of someone with an honour of a model worker in their file.
pub(crate) fn model_worker_sql(person: &str) -> String {
    format!("{person} IN (SELECT h.person_id FROM live_honour h WHERE h.kind = 'model_worker')")
}

/// The honours of a model worker of a person: 2023年江西省劳动模范.
pub(super) fn model_worker(connection: &Connection, person: PersonId) -> Result<Option<String>, Problem> {
    let sql = "SELECT group_concat(year || '年' || name, '、') FROM live_honour
               WHERE person_id = ?1 AND kind = 'model_worker'";
    Ok(connection.prepare_cached(sql)?.query_row([person], |row| row.get(0))?)
}

/// Of those (`l`) who have an entry of a kind that holds on the day. They are few, and told by their lines: a list is led by
/// them where it can be.
fn holds(kind: PersonTagKind, days: &FlagDays) -> String {
    format!(
        "l.line IN (SELECT m.line FROM live_person_tag t CROSS JOIN member_line m ON m.id = t.person_id
           WHERE t.kind = '{}' AND coalesce(t.since, '') <= '{day}' AND coalesce(t.until_on, '~') >= '{day}')",
        kind.code(),
        day = days.today
    )
}

/// Of those (`l`) who are flagged. Days are the program's own, so they stand in the text.
pub(crate) fn flagged(flag: MemberFlag, days: &FlagDays) -> String {
    match flag {
        MemberFlag::Women => "l.sex = 'female'".to_owned(),
        MemberFlag::Migrant => "l.migrant = 1".to_owned(),
        MemberFlag::ModelWorker => {
            format!("({} OR {})", holds(PersonTagKind::ModelWorker, days), model_worker_sql("l.id"))
        }
        MemberFlag::Hardship => holds(PersonTagKind::Hardship, days),
        MemberFlag::UnderAge => may_be_after(&days.under_age_after().to_string()),
        MemberFlag::Minor => format!(
            "{} AND NOT {}",
            may_be_after(&days.minor_after().to_string()),
            may_be_after(&days.under_age_after().to_string())
        ),
        MemberFlag::NearRetirement | MemberFlag::OverAge => retiring(flag, days),
    }
}

/// Born after a day, as far as the birth is known. The first comparison is there for the index.
fn may_be_after(day: &str) -> String {
    format!(
        "(l.birth >= '{}' AND (l.birth > '{day}' OR length(l.birth) < 10 AND l.birth || '~' > '{day}'))",
        &day[..4]
    )
}

fn retiring(flag: MemberFlag, days: &FlagDays) -> String {
    let staff = holds(PersonTagKind::StaffPost, days);
    // Born after the first day, which those over age have none of, and not after the second.
    let bounds = |whose| match days.retired(whose) {
        (over, _) if flag == MemberFlag::OverAge => (None, over),
        (over, near) => (Some(over), near),
    };
    let born = |(after, until): (Option<NaiveDate>, NaiveDate)| {
        let after = after.map(|day| format!("l.birth > '{day}' AND ")).unwrap_or_default();
        format!("{after}l.birth <= '{until}'")
    };
    let cases = Retiring::ALL.map(|whose| {
        let who = match whose {
            Retiring::Men => "l.sex = 'male'".to_owned(),
            Retiring::WomenStaff => format!("l.sex = 'female' AND {staff}"),
            Retiring::WomenWorker => format!("l.sex = 'female' AND NOT {staff}"),
        };
        format!("({} AND {who})", born(bounds(whose)))
    });
    // The widest bounds stand first: they rule out nearly everybody by one look at the birth.
    let all = Retiring::ALL.map(bounds);
    let widest =
        (all.iter().filter_map(|(after, _)| *after).min(), all.iter().map(|(_, until)| *until).max());
    let widest = widest.1.map(|until| format!("{} AND ", born((widest.0, until)))).unwrap_or_default();
    format!("({widest}({}))", cases.join(" OR "))
}

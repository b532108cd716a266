//! The rows of the register: files and what was given. What is decided from them is `rules`'.

pub(crate) mod lists;

use chrono::NaiveDate;
use ledger::{Fen, Tx};
use rusqlite::{Connection, OptionalExtension, Row, ToSql, params};

use super::model::{
    HardshipCause, HardshipEnd, HardshipFileId, HardshipFileInput, HardshipLevel, HardshipUnfiled,
    MemberAidId, MemberAidInput, MemberAidKind, MemberAidSource,
};
use crate::Problem;
use crate::members::model::PersonId;
use crate::office::text;

const FILE: &str =
    "id, person_id, opened_on, level, cause, details, household, income, source, decided_on, visit_on,
  closed_on, ended FROM live_hardship_file";

fn file(row: &Row<'_>) -> rusqlite::Result<HardshipFileInput> {
    let level: String = row.get(3)?;
    let cause: Option<String> = row.get(4)?;
    let ended: Option<String> = row.get(12)?;
    Ok(HardshipFileInput {
        id: row.get(0)?,
        person: row.get(1)?,
        opened_on: row.get(2)?,
        level: HardshipLevel::of(&level).unwrap_or(HardshipLevel::Own),
        cause: cause.as_deref().and_then(HardshipCause::of),
        details: row.get(5)?,
        household: row.get(6)?,
        income: row.get::<_, Option<i64>>(7)?.map(Fen),
        source: row.get(8)?,
        decided_on: row.get(9)?,
        visit_on: row.get(10)?,
        closed_on: row.get(11)?,
        ended: ended.as_deref().and_then(HardshipEnd::of),
        told: None,
    })
}

/// One file.
///
/// Errors: `not_found`.
pub(crate) fn file_by(connection: &Connection, id: HardshipFileId) -> Result<HardshipFileInput, Problem> {
    let sql = format!("SELECT {FILE} WHERE id = ?1");
    let found = connection.prepare_cached(&sql)?.query_row([id], file).optional()?;
    found.ok_or_else(|| Problem::missing("份困难职工档案"))
}

/// The files of one person, the newest first.
pub(crate) fn files_of(connection: &Connection, person: PersonId) -> Result<Vec<HardshipFileInput>, Problem> {
    let sql = format!("SELECT {FILE} WHERE person_id = ?1 ORDER BY opened_on DESC, id DESC");
    let mut statement = connection.prepare_cached(&sql)?;
    Ok(statement.query_map([person], file)?.collect::<Result<_, _>>()?)
}

/// Writes a file, new or changed.
pub(crate) fn save_file(tx: &Tx, id: HardshipFileId, input: &HardshipFileInput) -> Result<(), Problem> {
    tx.execute(
        "INSERT INTO hardship_file (id, person_id, opened_on, level, cause, details, household, income, source, decided_on,
           visit_on, closed_on, ended)
         VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13)
         ON CONFLICT (id) DO UPDATE SET opened_on = excluded.opened_on, level = excluded.level, cause = excluded.cause,
           details = excluded.details, household = excluded.household, income = excluded.income, source = excluded.source,
           decided_on = excluded.decided_on, visit_on = excluded.visit_on, closed_on = excluded.closed_on,
           ended = excluded.ended",
        params![
            id,
            input.person,
            input.opened_on,
            input.level.code(),
            input.cause.map(HardshipCause::code),
            text(&input.details),
            input.household,
            input.income,
            text(&input.source),
            input.decided_on,
            input.visit_on,
            input.closed_on,
            input.ended.map(HardshipEnd::code),
        ],
    )?;
    Ok(())
}

/// Promises the next visit of an open file, or none.
pub(crate) fn set_visit(tx: &Tx, id: HardshipFileId, day: Option<NaiveDate>) -> Result<(), Problem> {
    tx.execute("UPDATE hardship_file SET visit_on = ?2 WHERE id = ?1", params![id, day])?;
    Ok(())
}

fn put_away(tx: &Tx, table: &str, id: &dyn ToSql, what: &str) -> Result<(), Problem> {
    let sql = format!("UPDATE {table} SET removed_at = ?2 WHERE id = ?1 AND removed_at IS NULL");
    let kept = tx.execute(&sql, params![id, tx.now().to_rfc3339()])?;
    if kept == 1 { Ok(()) } else { Err(Problem::missing(what)) }
}

/// Puts a file out of sight.
///
/// Errors: `not_found`.
pub(crate) fn remove_file(tx: &Tx, id: HardshipFileId) -> Result<(), Problem> {
    put_away(tx, "hardship_file", &id, "份困难职工档案")
}

const AID: &str = "id, person_id, given_on, kind, amount, source, what, who FROM live_member_aid";

fn aid(row: &Row<'_>) -> rusqlite::Result<MemberAidInput> {
    let (kind, source): (String, String) = (row.get(3)?, row.get(5)?);
    Ok(MemberAidInput {
        id: row.get(0)?,
        person: row.get(1)?,
        given_on: row.get(2)?,
        kind: MemberAidKind::of(&kind).unwrap_or(MemberAidKind::Other),
        amount: row.get::<_, Option<i64>>(4)?.map(Fen),
        source: MemberAidSource::of(&source).unwrap_or(MemberAidSource::None),
        what: row.get(6)?,
        who: row.get(7)?,
        visited: None,
        next_visit: None,
    })
}

/// One entry of what was given.
///
/// Errors: `not_found`.
pub(crate) fn aid_by(connection: &Connection, id: MemberAidId) -> Result<MemberAidInput, Problem> {
    // Of somebody erased by law the money stands, and nothing that a form would hold.
    let sql = format!("SELECT {AID} WHERE id = ?1 AND person_id IS NOT NULL");
    let found = connection.prepare_cached(&sql)?.query_row([id], aid).optional()?;
    found.ok_or_else(|| Problem::missing("条帮扶"))
}

/// What a person was given, the newest first.
pub(crate) fn aids(connection: &Connection, person: PersonId) -> Result<Vec<MemberAidInput>, Problem> {
    let sql = format!("SELECT {AID} WHERE person_id = ?1 ORDER BY given_on DESC, id DESC");
    let mut statement = connection.prepare_cached(&sql)?;
    Ok(statement.query_map([person], aid)?.collect::<Result<_, _>>()?)
}

/// What was given in a year to those who have a file.
pub(crate) fn given_in(connection: &Connection, year: i32) -> Result<Fen, Problem> {
    let sql = "SELECT coalesce(sum(amount), 0) FROM live_member_aid WHERE substr(given_on, 1, 4) = ?1
      AND person_id IN (SELECT person_id FROM live_hardship_file)
      AND person_id IN (SELECT id FROM live_person)";
    Ok(connection.prepare_cached(sql)?.query_row([year.to_string()], |row| row.get(0).map(Fen))?)
}

/// Writes an entry of what was given, new or changed.
pub(crate) fn save_aid(tx: &Tx, id: MemberAidId, input: &MemberAidInput) -> Result<(), Problem> {
    tx.execute(
        "INSERT INTO member_aid (id, person_id, given_on, kind, amount, source, what, who)
         VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8)
         ON CONFLICT (id) DO UPDATE SET given_on = excluded.given_on, kind = excluded.kind, amount = excluded.amount,
           source = excluded.source, what = excluded.what, who = excluded.who",
        params![
            id,
            input.person,
            input.given_on,
            input.kind.code(),
            input.amount,
            input.source.code(),
            text(&input.what),
            text(&input.who),
        ],
    )?;
    Ok(())
}

/// Puts an entry of what was given out of sight.
///
/// Errors: `not_found`.
pub(crate) fn remove_aid(tx: &Tx, id: MemberAidId) -> Result<(), Problem> {
    put_away(tx, "member_aid", &id, "条帮扶")
}

/// Who is flagged as in hardship on a day and has no file that was open on it, by name.
pub(crate) fn unfiled(connection: &Connection, today: NaiveDate) -> Result<Vec<HardshipUnfiled>, Problem> {
    let sql = "SELECT p.id, p.name FROM live_person p JOIN live_person_tag t ON t.person_id = p.id
      WHERE t.kind = 'hardship' AND coalesce(t.since, '') <= ?1 AND coalesce(t.until_on, '~') >= ?1
        AND NOT EXISTS (SELECT 1 FROM live_hardship_file f WHERE f.person_id = p.id
          AND (f.closed_on IS NULL OR f.closed_on >= ?1))
      ORDER BY p.name_sort, p.id";
    let mut statement = connection.prepare_cached(sql)?;
    let rows =
        statement.query_map([today], |row| Ok(HardshipUnfiled { person: row.get(0)?, name: row.get(1)? }))?;
    Ok(rows.collect::<Result<_, _>>()?)
}

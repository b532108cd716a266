//! The rows of people's work at platforms and partner firms.

use chrono::NaiveDate;
use ledger::Tx;
use rusqlite::{Connection, OptionalExtension, Row, params};

use super::{coded, remove as put_away, word};
use crate::Problem;
use crate::members::membership::model::MembershipKind;
use crate::members::membership::store::newest_sql;
use crate::members::model::{MembershipState, PersonId};
use crate::office::text;
use crate::platform::model::{
    PlatformClass, PlatformFirmId, PlatformWorkId, PlatformWorkInput, PlatformWorkQuery,
};

const WHAT: &str = "条从业登记";

const COLUMNS: &str = "w.id, w.person_id, w.firm_id, w.class, w.basis, w.station, w.channel, w.since_on, w.until_on, p.name, f.name";

const FROM: &str = "FROM live_platform_work w JOIN live_person p ON p.id = w.person_id
  JOIN platform_firm f ON f.id = w.firm_id";

/// Work with who and where in words.
#[derive(Debug, Clone)]
pub(crate) struct Kept {
    pub id: PlatformWorkId,
    pub record: PlatformWorkInput,
    pub name: String,
    pub firm: String,
    pub state: MembershipState,
}

fn kept(row: &Row<'_>) -> rusqlite::Result<Kept> {
    let id: PlatformWorkId = row.get(0)?;
    Ok(Kept {
        id,
        record: PlatformWorkInput {
            id: Some(id),
            person: row.get(1)?,
            firm: row.get(2)?,
            class: word(row, 3, PlatformClass::of, PlatformClass::Partial)?,
            basis: row.get(4)?,
            station: row.get(5)?,
            channel: row.get(6)?,
            since: row.get(7)?,
            until: row.get(8)?,
        },
        name: row.get(9)?,
        firm: row.get(10)?,
        state: coded(row, 11, MembershipKind::of)?.map_or(MembershipState::NotYet, MembershipKind::state),
    })
}

fn missing() -> Problem {
    Problem::missing(WHAT)
}

/// One.
///
/// Errors: `not_found`.
pub(crate) fn get(connection: &Connection, id: PlatformWorkId) -> Result<Kept, Problem> {
    let sql = format!("SELECT {COLUMNS}, {} {FROM} WHERE w.id = ?1", newest_sql("w.person_id"));
    connection.prepare_cached(&sql)?.query_row([id], kept).optional()?.ok_or_else(missing)
}

/// Those that match, who left last, a slice of them; and how many there are.
pub(crate) fn list(connection: &Connection, query: &PlatformWorkQuery) -> Result<(u32, Vec<Kept>), Problem> {
    let terms = "(?1 IS NULL OR w.firm_id = ?1) AND (?2 IS NULL OR w.person_id = ?2) AND (?3 IS NULL OR w.class = ?3)";
    let class = query.class.map(PlatformClass::code);
    let total = connection
        .prepare_cached(&format!("SELECT count(*) {FROM} WHERE {terms}"))?
        .query_row(params![query.firm, query.person, class], |row| row.get(0))?;
    let (limit, offset) = (query.limit.unwrap_or(50).min(500), query.offset.unwrap_or(0));
    let sql = format!(
        "SELECT {COLUMNS}, {} {FROM} WHERE {terms} ORDER BY w.until_on IS NOT NULL, p.name_sort, w.id LIMIT ?4 OFFSET ?5",
        newest_sql("w.person_id")
    );
    let mut statement = connection.prepare_cached(&sql)?;
    let rows = statement.query_map(params![query.firm, query.person, class, limit, offset], kept)?;
    Ok((total, rows.collect::<Result<_, _>>()?))
}

/// Who works where and as what on a day, by firm.
pub(crate) fn on(
    connection: &Connection,
    day: NaiveDate,
) -> Result<Vec<(PersonId, PlatformFirmId, PlatformClass)>, Problem> {
    let sql = "SELECT w.person_id, w.firm_id, w.class FROM live_platform_work w JOIN live_person p ON p.id = w.person_id
      JOIN live_platform_firm f ON f.id = w.firm_id WHERE w.until_on IS NULL OR w.until_on >= ?1 ORDER BY w.firm_id, w.person_id";
    let mut statement = connection.prepare_cached(sql)?;
    let rows = statement.query_map([day], |row| {
        Ok((row.get(0)?, row.get(1)?, word(row, 2, PlatformClass::of, PlatformClass::Partial)?))
    })?;
    Ok(rows.collect::<Result<_, _>>()?)
}

/// Those of a person.
pub(crate) fn of_person(connection: &Connection, person: PersonId) -> Result<Vec<Kept>, Problem> {
    let query = PlatformWorkQuery { person: Some(person), limit: Some(500), ..PlatformWorkQuery::default() };
    Ok(list(connection, &query)?.1)
}

/// Whether a person works at a firm by another registration that has not ended.
pub(crate) fn stands(
    connection: &Connection,
    person: PersonId,
    firm: PlatformFirmId,
    except: Option<PlatformWorkId>,
) -> Result<bool, Problem> {
    let sql = "SELECT 1 FROM live_platform_work WHERE person_id = ?1 AND firm_id = ?2 AND until_on IS NULL AND id IS NOT ?3";
    Ok(connection.prepare_cached(sql)?.exists(params![person, firm, except])?)
}

/// Whether a removed one may come back: the person stands, and works there by no other.
///
/// Errors: `refused`.
pub(crate) fn may_return(connection: &Connection, id: &str) -> Result<(), Problem> {
    let person = "SELECT 1 FROM platform_work w JOIN live_person p ON p.id = w.person_id WHERE w.id = ?1";
    if !connection.prepare_cached(person)?.exists([id])? {
        return Err(Problem::new("refused", "这个人已经移除，请先恢复这个人。"));
    }
    let other = "SELECT 1 FROM platform_work w JOIN live_platform_work o ON o.person_id = w.person_id
      AND o.firm_id = w.firm_id AND o.until_on IS NULL WHERE w.id = ?1 AND w.until_on IS NULL AND o.id <> w.id";
    if connection.prepare_cached(other)?.exists([id])? {
        return Err(Problem::new("refused", "这个人在这家企业另有一条从业登记，不能再恢复这一条。"));
    }
    Ok(())
}

/// Writes one, new or changed.
pub(crate) fn save(tx: &Tx, id: PlatformWorkId, input: &PlatformWorkInput) -> Result<(), Problem> {
    tx.execute(
        "INSERT INTO platform_work (id, person_id, firm_id, class, basis, station, channel, since_on, until_on)
         VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9)
         ON CONFLICT (id) DO UPDATE SET class = excluded.class, basis = excluded.basis, station = excluded.station,
           channel = excluded.channel, since_on = excluded.since_on, until_on = excluded.until_on",
        params![
            id,
            input.person,
            input.firm,
            input.class.code(),
            text(&input.basis),
            text(&input.station),
            text(&input.channel),
            input.since,
            input.until,
        ],
    )?;
    Ok(())
}

/// Whether a referral or help stands on it, removed since or not.
pub(crate) fn is_used(connection: &Connection, id: PlatformWorkId) -> Result<bool, Problem> {
    let sql = "SELECT 1 FROM platform_referral WHERE work_id = ?1 UNION ALL SELECT 1 FROM injury_help WHERE work_id = ?1";
    Ok(connection.prepare_cached(sql)?.exists([id])?)
}

/// Puts one out of sight.
pub(crate) fn remove(tx: &Tx, id: PlatformWorkId) -> Result<(), Problem> {
    put_away(tx, "platform_work", &id, WHAT)
}

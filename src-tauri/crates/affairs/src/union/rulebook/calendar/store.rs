//! The rows of the union's notices.

use std::collections::BTreeMap;

use chrono::NaiveDate;
use law::{Notice, NoticeHoliday};
use ledger::Tx;
use rusqlite::{Connection, OptionalExtension, params};

use crate::Problem;

ledger::id_type!(
    /// One year's notice.
    NoticeId
);
ledger::id_type!(
    /// A holiday of a notice, or a day worked in exchange.
    DayId
);

fn standing(connection: &Connection, year: i32) -> Result<Option<(NoticeId, String)>, Problem> {
    Ok(connection
        .prepare_cached("SELECT id, basis FROM live_calendar_notice WHERE year = ?1")?
        .query_row([year], |row| Ok((row.get(0)?, row.get(1)?)))
        .optional()?)
}

/// Writes a notice in the place of an earlier reading of its year. Days that stay are left alone, so that the
/// history tells what was corrected.
pub(super) fn save(tx: &Tx, notice: &Notice) -> Result<NoticeId, Problem> {
    let basis = notice.basis.trim();
    let id = match standing(tx, notice.year)? {
        Some((id, _)) => {
            tx.execute("UPDATE calendar_notice SET basis = ?2 WHERE id = ?1", params![id, basis])?;
            id
        }
        None => {
            let id = tx.new_id::<NoticeId>();
            tx.execute(
                "INSERT INTO calendar_notice (id, year, basis) VALUES (?1, ?2, ?3)",
                params![id, notice.year, basis],
            )?;
            id
        }
    };
    for holiday in &notice.holidays {
        tx.execute(
            "INSERT INTO calendar_holiday (id, notice_id, name, from_on, to_on, first_on) VALUES (?1, ?2, ?3, ?4, ?5, ?6)
             ON CONFLICT (notice_id, name) WHERE removed_at IS NULL DO UPDATE
             SET from_on = excluded.from_on, to_on = excluded.to_on, first_on = excluded.first_on",
            params![tx.new_id::<DayId>(), id, holiday.name, holiday.from, holiday.to, holiday.first],
        )?;
    }
    workdays(tx, id, &notice.holidays)?;
    Ok(id)
}

fn workdays(tx: &Tx, id: NoticeId, holidays: &[NoticeHoliday]) -> Result<(), Problem> {
    let wanted: Vec<(&str, NaiveDate)> = holidays
        .iter()
        .flat_map(|holiday| holiday.work.iter().map(|day| (holiday.name.as_str(), *day)))
        .collect();
    for (name, day) in days(tx, id)? {
        if !wanted.contains(&(name.as_str(), day)) {
            tx.execute(
                "UPDATE calendar_workday SET removed_at = ?3
                 WHERE notice_id = ?1 AND held_on = ?2 AND removed_at IS NULL",
                params![id, day, tx.now().to_rfc3339()],
            )?;
        }
    }
    for (name, day) in wanted {
        tx.execute(
            "INSERT INTO calendar_workday (id, notice_id, name, held_on) VALUES (?1, ?2, ?3, ?4)
             ON CONFLICT (notice_id, held_on) WHERE removed_at IS NULL DO NOTHING",
            params![tx.new_id::<DayId>(), id, name, day],
        )?;
    }
    Ok(())
}

fn days(connection: &Connection, id: NoticeId) -> Result<Vec<(String, NaiveDate)>, Problem> {
    let mut statement = connection.prepare_cached(
        "SELECT name, held_on FROM live_calendar_workday WHERE notice_id = ?1 ORDER BY held_on",
    )?;
    let rows = statement.query_map([id], |row| Ok((row.get(0)?, row.get(1)?)))?;
    Ok(rows.collect::<Result<_, _>>()?)
}

fn read(connection: &Connection, year: i32, id: NoticeId, basis: String) -> Result<Notice, Problem> {
    let work = days(connection, id)?;
    let mut statement = connection.prepare_cached(
        "SELECT name, from_on, to_on, first_on FROM live_calendar_holiday WHERE notice_id = ?1 ORDER BY first_on, name",
    )?;
    let holidays = statement.query_map([id], |row| {
        let name: String = row.get(0)?;
        let work = work.iter().filter(|(of, _)| *of == name).map(|(_, day)| *day).collect();
        Ok(NoticeHoliday { from: row.get(1)?, to: row.get(2)?, first: row.get(3)?, name, work })
    })?;
    Ok(Notice { year, basis, holidays: holidays.collect::<Result<_, _>>()? })
}

/// The union's own notice of a year.
pub fn notice(connection: &Connection, year: i32) -> Result<Option<Notice>, Problem> {
    let found = standing(connection, year)?;
    found.map(|(id, basis)| read(connection, year, id, basis)).transpose()
}

/// Which notice of the union's stands for which year.
pub fn ids(connection: &Connection) -> Result<BTreeMap<i32, NoticeId>, Problem> {
    let mut statement = connection.prepare_cached("SELECT year, id FROM live_calendar_notice")?;
    let rows = statement.query_map([], |row| Ok((row.get(0)?, row.get(1)?)))?;
    Ok(rows.collect::<Result<_, _>>()?)
}

/// All notices of the union, by year.
pub fn notices(connection: &Connection) -> Result<Vec<Notice>, Problem> {
    let mut statement =
        connection.prepare_cached("SELECT year, id, basis FROM live_calendar_notice ORDER BY year")?;
    let rows = statement
        .query_map([], |row| Ok((row.get(0)?, row.get(1)?, row.get(2)?)))?
        .collect::<Result<Vec<(i32, NoticeId, String)>, _>>()?;
    rows.into_iter().map(|(year, id, basis)| read(connection, year, id, basis)).collect()
}

/// Puts the union's notice of a year out of sight, with its days. Errors: `not_found`.
pub fn remove(tx: &Tx, year: i32) -> Result<(), Problem> {
    let (id, _) = standing(tx, year)?.ok_or_else(|| Problem::missing("一年的放假安排"))?;
    let now = tx.now().to_rfc3339();
    for (table, column) in
        [("calendar_holiday", "notice_id"), ("calendar_workday", "notice_id"), ("calendar_notice", "id")]
    {
        let sql = format!("UPDATE {table} SET removed_at = ?2 WHERE {column} = ?1 AND removed_at IS NULL");
        tx.execute(&sql, params![id, now])?;
    }
    Ok(())
}

//! Everything that hangs on one person, for the copy of their own data.

use rusqlite::{Connection, OptionalExtension, params};
use serde::Serialize;

use super::form_of;
use crate::Problem;
use crate::members::model::PersonId;

/// One employment, dates with the precision they were entered with.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct JobRow {
    /// 工作单位.
    pub employer: Option<String>,
    /// 车间、部门.
    pub shop: Option<String>,
    /// 岗位、工种.
    pub post: Option<String>,
    /// 用工形式, as named.
    pub form: &'static str,
    /// 入职日期.
    pub since: Option<String>,
    /// 离职日期.
    pub until: Option<String>,
}

/// One event of a membership.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct EventRow {
    /// 入会, 会籍转入 …
    pub what: &'static str,
    /// When.
    pub on: Option<String>,
    /// Why.
    pub reason: Option<String>,
}

/// A person's employments, the first first.
pub fn jobs(connection: &Connection, id: PersonId) -> Result<Vec<JobRow>, Problem> {
    let mut statement = connection.prepare_cached(
        "SELECT employer, shop, post, form, hired_on, left_on FROM live_employment WHERE person_id = ?1 ORDER BY id",
    )?;
    let rows = statement.query_map(params![id], |row| {
        Ok(JobRow {
            employer: row.get(0)?,
            shop: row.get(1)?,
            post: row.get(2)?,
            form: form_of(&row.get::<_, String>(3)?).label(),
            since: row.get(4)?,
            until: row.get(5)?,
        })
    })?;
    Ok(rows.collect::<Result<_, _>>()?)
}

/// The events of a person's membership, the first first.
pub fn events(connection: &Connection, id: PersonId) -> Result<Vec<EventRow>, Problem> {
    let mut statement = connection.prepare_cached(
        "SELECT kind, happened_on, reason FROM live_membership_event WHERE person_id = ?1 ORDER BY id",
    )?;
    let rows = statement.query_map(params![id], |row| {
        let what = match row.get::<_, String>(0)?.as_str() {
            "moved_in" => "会籍转入",
            "retained" => "保留会籍",
            "moved_out" => "会籍转出",
            "expelled" => "开除会籍",
            "withdrawn" => "退会",
            _ => "入会",
        };
        Ok(EventRow { what, on: row.get(1)?, reason: row.get(2)? })
    })?;
    Ok(rows.collect::<Result<_, _>>()?)
}

/// The day and the row of the roster that a person came by; `None` for one entered by hand.
pub fn source(connection: &Connection, id: PersonId) -> Result<Option<(String, u32)>, Problem> {
    Ok(connection
        .prepare_cached(
            "SELECT substr(b.imported_at, 1, 10), p.batch_row FROM live_person p
             JOIN import_batch b ON b.id = p.batch_id WHERE p.id = ?1 AND p.batch_row IS NOT NULL",
        )?
        .query_row(params![id], |row| Ok((row.get(0)?, row.get(1)?)))
        .optional()?)
}

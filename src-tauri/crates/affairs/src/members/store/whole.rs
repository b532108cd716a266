//! Everything that hangs on one person, for the copy of their own data.

use rusqlite::{Connection, OptionalExtension, params};
use serde::Serialize;
use ts_rs::TS;

use super::form_of;
use crate::Problem;
use crate::members::membership;
use crate::members::membership::model::{MembershipKind, MembershipRung};
use crate::members::model::PersonId;

/// One employment, dates with the precision they were entered with.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct JobRow {
    /// 工作单位.
    pub employer: Option<String>,
    /// 统一社会信用代码 of the employer.
    pub employer_code: Option<String>,
    /// 车间、部门.
    pub shop: Option<String>,
    /// 班组.
    pub team: Option<String>,
    /// 岗位、工种.
    pub post: Option<String>,
    /// 工号.
    pub work_number: Option<String>,
    /// 就业状况.
    pub status: Option<String>,
    /// 用工形式, as named.
    pub form: &'static str,
    /// 入职日期.
    pub since: Option<String>,
    /// 离职日期.
    pub until: Option<String>,
}

/// One event of a membership.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
#[ts(rename = "PersonEvent")]
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
        "SELECT employer, shop, post, form, hired_on, left_on, team, work_number, status, employer_code
         FROM live_employment WHERE person_id = ?1
         ORDER BY left_on IS NULL, left_on, hired_on, id",
    )?;
    let rows = statement.query_map(params![id], |row| {
        Ok(JobRow {
            employer: row.get(0)?,
            shop: row.get(1)?,
            team: row.get(6)?,
            post: row.get(2)?,
            work_number: row.get(7)?,
            status: row.get(8)?,
            employer_code: row.get(9)?,
            form: form_of(&row.get::<_, String>(3)?).label(),
            since: row.get(4)?,
            until: row.get(5)?,
        })
    })?;
    Ok(rows.collect::<Result<_, _>>()?)
}

/// The events of a person's membership, the first first.
pub fn events(connection: &Connection, id: PersonId) -> Result<Vec<EventRow>, Problem> {
    let said = |one: MembershipRung| {
        let other = one.other_union.map(|union| match one.kind {
            MembershipKind::MovedIn => format!("转自{union}"),
            _ => format!("转往{union}"),
        });
        let why = one.reason.map(|reason| reason.label().to_owned()).or(one.reason_text);
        let all: Vec<String> = [why, other, one.note].into_iter().flatten().collect();
        EventRow { what: one.kind.label(), on: one.on, reason: (!all.is_empty()).then(|| all.join("；")) }
    };
    Ok(membership::life(connection, id)?.rungs.into_iter().map(said).collect())
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

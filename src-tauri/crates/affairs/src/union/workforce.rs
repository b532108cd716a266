//! The number of employees (职工人数) by cut-off day, typed once with where it comes from: the density of membership (入会率)
//! is reckoned from it in the statistics, the union's record and the yearly report. 建会率 is not kept: it tells how many of
//! the firms of a place have formed a union, and one enterprise's union is the union of its one firm.

use chrono::NaiveDate;
use ledger::Tx;
use rusqlite::{Connection, OptionalExtension, Row, params};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::Problem;
use crate::typed::short;

ledger::id_type!(
    /// A number of employees on a day.
    WorkforceId
);

/// The most employees that are believed of one union.
const AT_MOST: u32 = 5_000_000;

/// A number of employees as a form sends it.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize, TS)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
#[ts(optional_fields)]
pub struct WorkforceInput {
    /// Absent for a new one; a new one of a day that has one takes its place.
    #[serde(default)]
    pub id: Option<WorkforceId>,
    /// 截止日期.
    pub as_of: NaiveDate,
    /// 职工人数.
    pub workers: u32,
    /// 来源: 企业报表, 人力资源部.
    pub source: String,
}

/// A number of employees.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct Workforce {
    /// The entry.
    pub id: WorkforceId,
    /// 截止日期.
    pub as_of: NaiveDate,
    /// 职工人数.
    pub workers: u32,
    /// 来源.
    pub source: String,
}

fn workforce(row: &Row<'_>) -> rusqlite::Result<Workforce> {
    Ok(Workforce { id: row.get(0)?, as_of: row.get(1)?, workers: row.get(2)?, source: row.get(3)? })
}

/// Every entry, the newest first.
pub fn list(connection: &Connection) -> Result<Vec<Workforce>, Problem> {
    let sql = "SELECT id, as_of, workers, source FROM live_workforce ORDER BY as_of DESC";
    let mut statement = connection.prepare_cached(sql)?;
    Ok(statement.query_map([], workforce)?.collect::<Result<_, _>>()?)
}

/// The newest number of a day or of one before it.
pub fn on(connection: &Connection, day: NaiveDate) -> Result<Option<Workforce>, Problem> {
    let sql =
        "SELECT id, as_of, workers, source FROM live_workforce WHERE as_of <= ?1 ORDER BY as_of DESC LIMIT 1";
    Ok(connection.prepare_cached(sql)?.query_row([day], workforce).optional()?)
}

/// Keeps a number, new or changed.
///
/// Errors: `bad_input` at its field; `not_found`.
pub fn save(tx: &Tx, input: &WorkforceInput) -> Result<WorkforceId, Problem> {
    if input.as_of > tx.today() {
        return Err(Problem::input("asOf", "截止日期还没有到，请核对。"));
    }
    if input.workers == 0 || input.workers > AT_MOST {
        return Err(Problem::input("workers", format!("职工人数应在1到{AT_MOST}之间，请核对。")));
    }
    short("source", &input.source, 100)?;
    if input.source.trim().is_empty() {
        return Err(Problem::input("source", "请写明人数是哪里来的，例如“企业报表”“人力资源部”。"));
    }
    let sql = "SELECT id FROM live_workforce WHERE as_of = ?1";
    let same: Option<WorkforceId> = tx.query_row(sql, [input.as_of], |row| row.get(0)).optional()?;
    let id = match (input.id, same) {
        (Some(id), Some(other)) if id != other => {
            return Err(Problem::input("asOf", "这一天已经登记了职工人数，请改那一条。"));
        }
        (Some(id), _) => {
            let known = tx.prepare_cached("SELECT 1 FROM live_workforce WHERE id = ?1")?.exists([id])?;
            if !known {
                return Err(missing());
            }
            id
        }
        (None, Some(same)) => same,
        (None, None) => tx.new_id(),
    };
    tx.execute(
        "INSERT INTO workforce (id, as_of, workers, source) VALUES (?1, ?2, ?3, ?4)
         ON CONFLICT (id) DO UPDATE SET as_of = excluded.as_of, workers = excluded.workers, source = excluded.source",
        params![id, input.as_of, input.workers, input.source.trim()],
    )?;
    Ok(id)
}

/// Puts an entry out of sight.
///
/// Errors: `not_found`.
pub fn remove(tx: &Tx, id: WorkforceId) -> Result<(), Problem> {
    let sql = "UPDATE workforce SET removed_at = ?2 WHERE id = ?1 AND removed_at IS NULL";
    match tx.execute(sql, params![id, tx.now().to_rfc3339()])? {
        0 => Err(missing()),
        _ => Ok(()),
    }
}

fn missing() -> Problem {
    Problem::missing("条职工人数")
}

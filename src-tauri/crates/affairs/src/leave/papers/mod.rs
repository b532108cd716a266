//! What the papers of annual leave are filled with: the schedule of a year by shop, the sheet on which a person confirms what they
//! agreed to, the reckoning of the pay of days that were not taken. How a paper looks is not decided here.

mod payment;
mod schedule;
mod waiver;

use chrono::NaiveDate;
use law::LawBook;
use rusqlite::{Connection, OptionalExtension};

use super::model::LeaveScheduleId;
use super::store::{pays, schedules, years};
use crate::Problem;
use crate::members::days::words;
use crate::members::model::PersonId;
use crate::members::store as people;
use crate::office;
use crate::office::model::{Filled, PaperLine};

/// 年休假计划表, made from the schedule of a year.
pub const SCHEDULE: &str = "leave.schedule";
/// 年休假本人确认书, made from a person and a year.
pub const WAIVER: &str = "leave.waiver";
/// 未休年休假工资报酬计算单, made from a person and a year: a single wage.
pub const PAYMENT: &str = "leave.payment";

/// Whether a kind is one of this module's papers.
pub fn is_ours(kind: &str) -> bool {
    kind.starts_with("leave.")
}

/// Why a paper of this module is not issued.
pub fn never_issued(kind: &str) -> Option<&'static str> {
    match kind {
        WAIVER => {
            Some("确认书由本人签字，不编号、不留底，请直接打印；签好的请扫描后添加到本人这一年的附件里。")
        }
        PAYMENT => Some("计算单随工资和天数变动，写有个人工资，不编号、不留底，请直接打印。"),
        _ => None,
    }
}

/// The record of a paper of one person's year.
pub fn record(person: PersonId, year: i32) -> String {
    format!("{person}@{year}")
}

/// Whose paper it is, and of which year.
///
/// Errors: `not_found`.
pub fn asked(of: &str) -> Result<(PersonId, i32), Problem> {
    let parts = of.split_once('@').and_then(|(who, year)| Some((who.parse().ok()?, year.parse().ok()?)));
    parts.ok_or_else(|| Problem::missing("份文件"))
}

/// The number of the newest schedule of a year that was issued.
pub(super) fn issued(connection: &Connection, id: LeaveScheduleId) -> Result<Option<String>, Problem> {
    let sql = "SELECT paper_number(kind, year, number) FROM live_paper WHERE kind = ?1 AND of_id = ?2
      ORDER BY issued_at DESC, number DESC LIMIT 1";
    Ok(connection.prepare_cached(sql)?.query_row((SCHEDULE, id), |row| row.get(0)).optional()?)
}

/// Every paper that can be made now: the schedules, what people confirmed, and to whoever may read wages the reckonings.
pub fn list(connection: &Connection, wages: bool, today: NaiveDate) -> Result<Vec<PaperLine>, Problem> {
    let mut lines = Vec::new();
    let mut line = |kind: &str, of: String, title: String, year: i32, missing: Vec<String>, dated| {
        lines.push(PaperLine {
            kind: kind.to_owned(),
            of,
            title,
            affair: format!("{year}年年休假"),
            dated,
            missing,
            issued: Vec::new(),
            made_by: None,
        });
    };
    for (id, one) in schedules::all(connection)? {
        let missing = if one.made_on.is_none() { vec![MADE.to_owned()] } else { Vec::new() };
        let title = format!("{}年度职工年休假计划表", one.year);
        line(SCHEDULE, id.to_string(), title, one.year, missing, one.made_on.or(Some(today)));
    }
    for (who, year, on) in years::confirmed(connection)? {
        let (name, _) = people::name_and_sex(connection, who)?;
        let title = format!("年休假本人确认书（{name}）");
        line(WAIVER, record(who, year), title, year, Vec::new(), on);
    }
    if wages {
        for one in pays::all(connection)? {
            let (name, _) = people::name_and_sex(connection, one.person)?;
            let title = format!("未休年休假工资报酬计算单（{name}）");
            line(PAYMENT, record(one.person, one.year), title, one.year, Vec::new(), one.paid_on);
        }
    }
    Ok(lines)
}

/// What a schedule lacks before it goes out.
const MADE: &str = "计划定下的日期";

/// Whether the sheet of a person's year says why they gave days up.
///
/// Errors: `not_found`.
pub fn says_why(connection: &Connection, of: &str) -> Result<bool, Problem> {
    let (who, year) = asked(of)?;
    let record = years::of_year(connection, year, Some(who))?.remove(&who);
    Ok(record.is_some_and(|(_, one)| one.waived_reason.is_some()))
}

/// Fills a paper of this module: `reason` where it may say why somebody gave days up.
///
/// Errors: `not_found` for an unknown kind or record.
pub fn fill(
    connection: &Connection,
    book: &LawBook,
    (kind, of): (&str, &str),
    today: NaiveDate,
    reason: bool,
) -> Result<Filled, Problem> {
    match kind {
        SCHEDULE => {
            let id = of.parse().map_err(|_| Problem::missing("份文件"))?;
            office::standing(connection, kind, schedule::fill(connection, book, id, today)?)
        }
        WAIVER => waiver::fill(connection, book, asked(of)?, today, reason),
        PAYMENT => payment::fill(connection, book, asked(of)?, today),
        _ => Err(Problem::missing("份文件")),
    }
}

/// A stored day as papers say it, as exactly as it is known.
fn day(stored: Option<&str>) -> String {
    stored.map_or_else(|| "—".to_owned(), words)
}

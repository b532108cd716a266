//! The register of a year's appeals on paper (职工诉求登记表): no name stands in it, since it lies open in the office. How it
//! looks is not decided here.

use chrono::NaiveDate;
use rusqlite::Connection;
use serde::Serialize;

use super::store;
use crate::Problem;
use crate::office::model::{Filled, PaperLine};
use crate::union;

/// 职工诉求登记表 of a year.
pub const REGISTER: &str = "appeals.register";

const TEMPLATE: &str = "letters/appeals";

/// A line of the register.
#[derive(Debug, Serialize)]
struct AppealLine {
    number: String,
    raised_on: NaiveDate,
    worker: &'static str,
    kind: &'static str,
    channel: &'static str,
    matter: String,
    promised: Option<NaiveDate>,
    handler: Option<String>,
    answered_on: Option<NaiveDate>,
    answer: Option<String>,
    onward: Option<String>,
}

/// The context of the template.
#[derive(Debug, Serialize)]
struct AppealsPaper {
    union: String,
    year: i32,
    appeals: Vec<AppealLine>,
    answered: usize,
    day: NaiveDate,
}

/// The registers that can be printed: one a year.
pub(crate) fn list(connection: &Connection) -> Result<Vec<PaperLine>, Problem> {
    let years = store::years_raised(connection)?;
    Ok(years
        .into_iter()
        .map(|year| PaperLine {
            kind: REGISTER.to_owned(),
            of: year.to_string(),
            title: format!("{year}年职工诉求登记表"),
            affair: "职工诉求".to_owned(),
            dated: NaiveDate::from_ymd_opt(year, 12, 31),
            missing: Vec::new(),
            issued: Vec::new(),
            made_by: None,
        })
        .collect())
}

/// Fills the register of a year, as it stands on a day.
///
/// Errors: `not_found` for what is no year.
pub(crate) fn fill(connection: &Connection, of: &str, today: NaiveDate) -> Result<Filled, Problem> {
    let year: i32 = of.parse().map_err(|_| Problem::missing("份文件"))?;
    let appeals: Vec<AppealLine> = store::of_year(connection, year, today)?
        .into_iter()
        .map(|one| AppealLine {
            number: one.number,
            raised_on: one.record.raised_on,
            worker: one.record.worker.label(),
            kind: one.record.kind.label(),
            channel: one.record.channel.label(),
            matter: one.record.matter,
            promised: one.record.promised_on,
            handler: one.record.handler,
            answered_on: one.answered_on,
            answer: one.record.answer,
            onward: one.onward.map(|onward| {
                let to = onward.number.unwrap_or_else(|| onward.onward.label().to_owned());
                format!("转{to}")
            }),
        })
        .collect();
    let context = AppealsPaper {
        union: union::store::union_record(connection)?.name,
        year,
        answered: appeals.iter().filter(|one| one.answered_on.is_some()).count(),
        appeals,
        day: today,
    };
    Filled::new(TEMPLATE, of.to_owned(), format!("{year}年职工诉求登记表"), Vec::new(), &context)
}

//! Filling the reckoning of the pay of days that were not taken, from what was typed of the wage and from nothing else.

use chrono::NaiveDate;
use law::LawBook;
use ledger::Fen;
use rusqlite::Connection;
use serde::Serialize;

use crate::Problem;
use crate::leave::rules::{article, halves, pay};
use crate::leave::store::pays;
use crate::leave::view;
use crate::members::model::PersonId;
use crate::money::capital;
use crate::office::model::Filled;
use crate::union;

/// 未休年休假工资报酬计算单 (`leave/payment`).
#[derive(Serialize)]
struct Payment {
    enterprise: String,
    year: i32,
    name: String,
    shop: String,
    started: String,
    hired: String,
    proof: String,
    due: String,
    taken: String,
    days: String,
    average: Option<String>,
    daily: String,
    percent: String,
    sum: String,
    extra: String,
    sentence: String,
    capital: String,
    paid: Option<String>,
    paid_on: Option<NaiveDate>,
    basis: Vec<String>,
}

fn yuan(sum: Fen) -> String {
    format!("{sum}元")
}

/// Days due as a paper says them.
pub(super) fn days_due(due: Option<u32>, least: Option<u32>) -> String {
    match (due, least) {
        (Some(days), _) => format!("{days}天"),
        (None, Some(days)) => format!("至少{days}天，待定"),
        (None, None) => "待定".to_owned(),
    }
}

/// 未休年休假工资报酬计算单.
///
/// Errors: `not_found`; `refused` while no wage was typed.
pub(super) fn fill(
    connection: &Connection,
    book: &LawBook,
    (who, year): (PersonId, i32),
    today: NaiveDate,
) -> Result<Filled, Problem> {
    let record = pays::of_year(connection, year, Some(who))?.remove(&who).map(|(_, record)| record);
    let record = record.ok_or_else(|| Problem::missing("份计算单"))?;
    let (one, law) = view::of_paper(connection, book, (who, year), today)?;
    let figures = pay(&law, &record);
    let (Some(daily), Some(due), Some(extra)) = (figures.daily, figures.due, figures.extra) else {
        return Err(Problem::new("refused", figures.sentence));
    };
    let ((times, of), unused) = &law.unused;
    let line = one.row.line;
    let context = Payment {
        enterprise: union::store::union_record(connection)?.employer,
        year,
        name: line.name,
        shop: line.shop.unwrap_or_default(),
        started: super::day(line.started_on.as_deref()),
        hired: super::day(line.hired_on.as_deref()),
        proof: one.sentences.concat(),
        due: days_due(line.due, line.least),
        taken: halves(line.taken),
        days: halves(record.halves),
        average: record.average.map(yuan),
        daily: yuan(daily),
        percent: format!("{}%", u64::from(*times) * 100 / u64::from((*of).max(1))),
        sum: yuan(due),
        extra: yuan(extra),
        sentence: figures.sentence,
        capital: capital(extra),
        paid: record.paid.map(yuan),
        paid_on: record.paid_on,
        basis: vec![article(unused), article(&law.daily.1)],
    };
    let title = format!("{year}年度未休年休假工资报酬计算单（{}）", context.name);
    Filled::new("leave/payment", super::record(who, year), title, Vec::new(), &context)
}

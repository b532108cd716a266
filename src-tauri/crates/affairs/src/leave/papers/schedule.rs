//! Filling the schedule of a year: everyone with days due, a shop after the other by name. Why somebody has none does not stand on
//! it, and whoever has none is not on it.

use std::collections::BTreeMap;

use chrono::NaiveDate;
use law::LawBook;
use rusqlite::Connection;
use serde::Serialize;

use super::MADE;
use crate::Problem;
use crate::leave::model::LeaveScheduleId;
use crate::leave::rules::{article, in_days};
use crate::leave::store::schedules;
use crate::leave::view;
use crate::office::model::Filled;
use crate::union;

#[derive(Serialize)]
struct Line {
    name: String,
    started: String,
    due: String,
    brought: String,
    planned: String,
    note: String,
}

#[derive(Serialize)]
struct Shop {
    name: String,
    people: Vec<Line>,
}

/// 年休假计划表 (`leave/schedule`).
#[derive(Serialize)]
struct Schedule {
    enterprise: String,
    year: i32,
    made_on: Option<NaiveDate>,
    asked_on: Option<NaiveDate>,
    shops: Vec<Shop>,
    people: usize,
    due: String,
    extra: Option<String>,
    basis: Vec<String>,
}

/// 4.5 of nine half days; nothing of none.
fn number(halves: u32) -> String {
    match halves {
        0 => String::new(),
        n => in_days(n),
    }
}

/// 年休假计划表.
///
/// Errors: `not_found`.
pub(super) fn fill(
    connection: &Connection,
    book: &LawBook,
    id: LeaveScheduleId,
    today: NaiveDate,
) -> Result<Filled, Problem> {
    let record = schedules::get(connection, id)?;
    let year = record.year;
    let law = view::law_of(connection, book, year, today)?;
    let rows = view::rows(connection, book, year, today)?;
    let mut periods = view::periods_in_words(connection, year)?;
    let mut shops: BTreeMap<(bool, String), Vec<Line>> = BTreeMap::new();
    let (mut people, mut sum) = (0, 0);
    for row in rows.into_iter().filter(|row| row.entitled || !row.line.lacks.is_empty()) {
        let line = row.line;
        people += 1;
        sum += line.due.or(line.least).unwrap_or_default();
        let due = match (line.due, line.least) {
            (Some(days), _) => days.to_string(),
            (None, Some(days)) => format!("至少{days}"),
            (None, None) => "待定".to_owned(),
        };
        let note = line.lacks.first().map_or("", |lack| lack.label());
        let shop = (line.shop.is_none(), line.shop.unwrap_or_else(|| "没有登记车间".to_owned()));
        shops.entry(shop).or_default().push(Line {
            name: line.name,
            started: super::day(line.started_on.as_deref()),
            due,
            brought: number(line.brought),
            planned: periods.remove(&line.id).unwrap_or_default(),
            note: note.to_owned(),
        });
    }
    let plain = |subject: &str| law.plain(subject).map(article);
    let context = Schedule {
        enterprise: union::store::union_record(connection)?.employer,
        year,
        made_on: record.made_on,
        asked_on: record.asked_on,
        shops: shops.into_iter().map(|((_, name), people)| Shop { name, people }).collect(),
        people,
        due: sum.to_string(),
        extra: record
            .extra_days
            .zip(record.extra_source)
            .map(|(days, source)| format!("含{source}另加的每人{days}天")),
        basis: [plain("leave.arranging"), plain("leave.consent")].into_iter().flatten().collect(),
    };
    let mut missing = Vec::new();
    if context.shops.is_empty() {
        missing.push("有年休假的职工".to_owned());
    }
    if context.made_on.is_none() {
        missing.push(MADE.to_owned());
    }
    let title = format!("{}{year}年度职工年休假计划表", context.enterprise);
    Filled::new("leave/schedule", id.to_string(), title, missing, &context)
}

//! A year's annual leave as a whole, for the head of the list and the page of the schedule: how many, what is lacking, what is due. Who
//! has how many days is `view`'s.

use std::collections::BTreeSet;

use chrono::{Datelike, NaiveDate};
use law::LawBook;
use rusqlite::Connection;

use super::model::{LeaveFilter, LeaveLack, LeaveSchedule, LeaveSummary};
use super::select::count;
use super::store::{periods, schedules};
use super::view::{LeaveRow, law_of};
use super::{duties, papers};
use crate::Problem;

/// The year as a whole.
pub fn summary(
    connection: &Connection,
    book: &LawBook,
    year: i32,
    today: NaiveDate,
    rows: &[LeaveRow],
) -> Result<LeaveSummary, Problem> {
    let law = law_of(connection, book, year, today)?;
    let mut years: BTreeSet<i32> = periods::years(connection)?.into_iter().collect();
    years.extend([year, today.year()]);
    // The next year is planned before it comes.
    years.insert(today.year() + 1);
    let shops: BTreeSet<&String> = rows.iter().filter_map(|row| row.line.shop.as_ref()).collect();
    let left = rows.iter().filter_map(|row| row.line.left).filter(|left| *left > 0);
    let number = |found: usize| u32::try_from(found).unwrap_or(u32::MAX);
    Ok(LeaveSummary {
        year,
        years: years.into_iter().rev().collect(),
        people: number(rows.len()),
        entitled: number(rows.iter().filter(|row| row.entitled).count()),
        unarranged: count(rows, LeaveFilter::Unarranged),
        under_half: count(rows, LeaveFilter::UnderHalf),
        unused: count(rows, LeaveFilter::Unused),
        unused_halves: left.map(i32::unsigned_abs).sum(),
        missing: count(rows, LeaveFilter::Missing),
        exchanged: count(rows, LeaveFilter::Exchanged),
        calendar: book.calendar().knows(year),
        shops: shops.into_iter().cloned().collect(),
        schedule: match schedules::of_year(connection, year)? {
            Some((id, record)) => Some(LeaveSchedule { id, record, paper: papers::issued(connection, id)? }),
            None => None,
        },
        crossing: schedules::crossing(connection, year)?,
        crossing_people: number(
            rows.iter().filter(|row| row.line.lacks.contains(&LeaveLack::Crossing)).count(),
        ),
        rules: law.told,
        todos: duties::of_year(connection, book, year, today, rows)?,
    })
}

//! The figures of a period and the yearly report to the congress: read together from the ledger of hazards and the visits, with
//! what the union writes beside. Only the words are stored; the figures are counted anew each time.

use chrono::NaiveDate;
use law::LawBook;
use ledger::Tx;
use rusqlite::{Connection, OptionalExtension, params};

use super::model::{HazardId, HazardQuery, SafetyFigures, SafetyFiling, SafetyReportInput};
use super::place;
use super::rules::Course;
use super::rules::{self, Period, Row};
use super::store::{self, Kept};
use crate::Problem;
use crate::duty::clock;
use crate::office::{short, text};

/// A hazard of a period with its course up to a day.
pub(super) struct Counted {
    pub kept: Kept,
    pub course: Course,
    pub checked_by: Option<String>,
}

/// The hazards that are counted in a period: found in it, with what had happened by a day.
pub(super) fn counted(
    connection: &Connection,
    period: Period,
    as_of: NaiveDate,
) -> Result<Vec<Counted>, Problem> {
    let query = HazardQuery { descending: Some(false), ..HazardQuery::default() };
    let mut all = Vec::new();
    for id in store::ids(connection, &query, None, as_of)? {
        let kept = store::get(connection, id)?;
        if period.holds(kept.record.found_on) && kept.record.found_on <= as_of {
            all.push(with_course(connection, kept, id, as_of)?);
        }
    }
    Ok(all)
}

/// A hazard with its course up to a day.
pub(super) fn with_course(
    connection: &Connection,
    kept: Kept,
    id: HazardId,
    as_of: NaiveDate,
) -> Result<Counted, Problem> {
    let mut events = store::events(connection, id)?;
    events.retain(|event| event.record.happened_on <= as_of);
    let mut course = store::course(connection, &kept, &events)?;
    for sent in [&mut course.proposal, &mut course.evacuation] {
        sent.received_on = sent.received_on.filter(|day| *day <= as_of);
    }
    let passed = events.iter().rev().find(|event| event.record.kind == super::model::HazardEventKind::Passed);
    let checked_by = passed.and_then(|event| event.record.who.clone());
    Ok(Counted { kept, course, checked_by })
}

/// The day up to which a period is counted: its last, or today while it runs.
pub(super) fn as_of(period: Period, today: NaiveDate) -> NaiveDate {
    period.span().1.min(today)
}

fn unknown() -> Problem {
    Problem::input("period", "期间要写成“2026”或者“2026-Q3”。")
}

/// Reads a period.
///
/// Errors: `bad_input`.
pub(super) fn period(code: &str) -> Result<Period, Problem> {
    Period::parse(code).ok_or_else(unknown)
}

/// The periods in which hazards were found, and the running ones: years, then quarters, the newest first.
pub fn periods(connection: &Connection, today: NaiveDate) -> Result<Vec<String>, Problem> {
    let mut days: Vec<NaiveDate> = store::found_on(connection)?;
    days.push(today);
    let mut quarters: Vec<Period> = days.iter().map(|day| Period::of(*day)).collect();
    quarters.sort_by(|a, b| b.cmp(a));
    quarters.dedup();
    let mut years: Vec<Period> =
        quarters.iter().map(|period| Period { year: period.year, quarter: None }).collect();
    years.dedup();
    Ok(years.into_iter().chain(quarters).map(Period::code).collect())
}

pub(super) fn rows(all: &[Counted]) -> Vec<Row> {
    all.iter()
        .map(|one| Row {
            kind: one.kept.record.kind,
            unit: one.kept.record.unit.clone(),
            course: one.course.clone(),
        })
        .collect()
}

/// The figures of a period.
///
/// Errors: `bad_input` for what is no period.
pub fn figures(
    connection: &Connection,
    book: &LawBook,
    code: &str,
    today: NaiveDate,
) -> Result<SafetyFigures, Problem> {
    let period = period(code)?;
    let as_of = as_of(period, today);
    let rows = rows(&counted(connection, period, as_of)?);
    let visits = store::visits_in(connection, period.span().0, as_of)?;
    let at = place(connection)?;
    let (subject, event) = period.filing();
    let over = period.span().1 < today;
    let filing = if over { clock(book, subject, &at, &[(event, period.span().1)])? } else { None };
    let told = filing.as_ref().and_then(|filing| book.rule(&filing.rule.id));
    let report = match period.quarter {
        None => Some(
            words(connection, period.year)?
                .unwrap_or(SafetyReportInput { year: period.year, ..SafetyReportInput::default() }),
        ),
        Some(_) => None,
    };
    Ok(SafetyFigures {
        period: period.code(),
        words: period.words(),
        as_of,
        figures: rules::figures(&rows, visits, as_of),
        kinds: rules::by_kind(&rows),
        units: rules::by_unit(&rows),
        filed_on: filed_on(connection, period)?,
        filing_note: told.and_then(|rule| rule.note.clone()),
        filing,
        report,
        periods: periods(connection, today)?,
    })
}

/// When the employer sent the statistics of a period to the authority.
pub(super) fn filed_on(connection: &Connection, period: Period) -> Result<Option<NaiveDate>, Problem> {
    let sql = "SELECT filed_on FROM safety_report WHERE id = ?1";
    let found = connection.prepare_cached(sql)?.query_row([period.code()], |row| row.get(0)).optional()?;
    Ok(found.flatten())
}

/// Keeps that the employer sent the statistics of a period to the authority, or takes that back.
///
/// Errors: `bad_input` at its field.
pub fn save_filing(tx: &Tx, input: &SafetyFiling) -> Result<(), Problem> {
    let period = period(&input.period)?;
    if input.filed_on.is_some_and(|day| day > tx.today()) {
        return Err(Problem::input("filedOn", "报送的日期还没有到，请核对。"));
    }
    if input.filed_on.is_some_and(|day| day <= period.span().1) {
        let message = format!("{}还没有过完就报送了，请核对日期。", period.words());
        return Err(Problem::input("filedOn", message));
    }
    tx.execute(
        "INSERT INTO safety_report (id, filed_on) VALUES (?1, ?2)
         ON CONFLICT (id) DO UPDATE SET filed_on = excluded.filed_on",
        params![period.code(), input.filed_on],
    )?;
    Ok(())
}

/// The last quarter and the last year that are over, of which hazards stand in the ledger and the employer's statistics are not
/// known to have been sent.
pub(super) fn unfiled(connection: &Connection, today: NaiveDate) -> Result<Vec<Period>, Problem> {
    let found = store::found_on(connection)?;
    let quarter = Period::of(today).before();
    let year = Period { year: quarter.year, quarter: None };
    let mut all = Vec::new();
    for period in [quarter, year].into_iter().filter(|period| period.span().1 < today) {
        if found.iter().any(|day| period.holds(*day)) && filed_on(connection, period)?.is_none() {
            all.push(period);
        }
    }
    Ok(all)
}

/// What the union wrote for the report of a year.
pub(super) fn words(connection: &Connection, year: i32) -> Result<Option<SafetyReportInput>, Problem> {
    let sql = "SELECT training, funds, problems, plans FROM safety_report
      WHERE id = ?1 AND coalesce(training, funds, problems, plans) IS NOT NULL";
    Ok(connection
        .prepare_cached(sql)?
        .query_row([year.to_string()], |row| {
            Ok(SafetyReportInput {
                year,
                training: row.get(0)?,
                funds: row.get(1)?,
                problems: row.get::<_, Option<String>>(2)?.unwrap_or_default(),
                plans: row.get::<_, Option<String>>(3)?.unwrap_or_default(),
            })
        })
        .optional()?)
}

/// Keeps what the union writes for the report of a year.
///
/// Errors: `bad_input` at its field.
pub fn save_report(tx: &Tx, input: &SafetyReportInput) -> Result<(), Problem> {
    if Period::parse(&input.year.to_string()).is_none() {
        return Err(Problem::input("year", "年份要写成四位数。"));
    }
    for (field, words) in [("problems", &input.problems), ("plans", &input.plans)] {
        short(field, words, 5000)?;
    }
    let some = |words: &str| Some(words.trim().to_owned()).filter(|words| !words.is_empty());
    tx.execute(
        "INSERT INTO safety_report (id, training, funds, problems, plans) VALUES (?1, ?2, ?3, ?4, ?5)
         ON CONFLICT (id) DO UPDATE SET training = excluded.training, funds = excluded.funds,
           problems = excluded.problems, plans = excluded.plans",
        params![
            input.year.to_string(),
            text(&input.training),
            text(&input.funds),
            some(&input.problems),
            some(&input.plans)
        ],
    )?;
    Ok(())
}

//! The yearly report (年度工作报告): the figures that the ledger can answer for one calendar year, the chair's own words
//! beside them, and the paper made of both. What other modules keep is only read here; a field of work that has no table
//! yet has no figure.

pub mod model;
pub mod papers;
pub mod photos;
mod rules;
mod store;
mod tables;

use chrono::{Datelike, NaiveDate};
use ledger::Tx;
use rusqlite::Connection;

use crate::Problem;
use crate::union;
use model::{YearReport, YearTexts};

/// Which sums of money are kept from a reader.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum KeptSums {
    /// None.
    Nothing,
    /// What the employer paid, and what came back: shares of payrolls.
    Contribution,
    /// Dues too, which are shares of wages.
    All,
}

/// Keeps sums of money from whoever may not read single wages: what one of them changes by is a share of somebody's.
pub fn keep_back(report: &mut YearReport, kept: KeptSums) {
    tables::keep_back(&mut report.tables, kept);
}

/// The report of a year as it stands today.
///
/// Errors: `bad_input` at `year` for a year that has not begun, or that no union can report on.
pub fn year(connection: &Connection, year: i32, today: NaiveDate) -> Result<YearReport, Problem> {
    rules::check_year(year, today)?;
    let founded = union::store::founded_on(connection)?;
    let span = rules::Span::of(year, today);
    let kept = store::texts(connection, year)?;
    let mut years: Vec<i32> = (founded.year() - 1..=today.year()).collect();
    years.extend(store::years(connection)?);
    years.push(year);
    years.sort_unstable_by(|a, b| b.cmp(a));
    years.dedup();
    Ok(YearReport {
        year,
        as_of: span.end,
        over: span.over,
        years,
        empty: store::nothing_yet(connection)?,
        tables: tables::of_year(connection, span, founded.year())?,
        missing: rules::missing(kept.as_ref()),
        photos: photos::of_year(connection, year)?,
        saved: kept.is_some(),
        texts: match kept {
            Some(texts) => texts,
            None => YearTexts { addressee: store::last_addressee(connection)?, ..YearTexts::blank(year) },
        },
        chair: union::bodies::chair(connection, span.end)?,
    })
}

/// Keeps the chair's words for a year, in place of those before; a text left empty is none.
///
/// Errors: `bad_input` at its field.
pub fn save(tx: &Tx, texts: &YearTexts) -> Result<(), Problem> {
    rules::check_year(texts.year, tx.today())?;
    rules::check_texts(texts)?;
    store::keep(tx, texts)
}

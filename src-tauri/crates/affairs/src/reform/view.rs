//! The reform ledger as its pages show it: the articles of a year, one article, the measures, one measure. Read from the store and
//! judged by the rules.

use chrono::{Datelike, NaiveDate};
use rusqlite::Connection;

use super::articles::Asked;
use super::model::{
    ReformArticle, ReformArticleLine, ReformArticleRef, ReformLine, ReformMeasure, ReformMeasureId,
    ReformOverview, ReformPage, ReformQuery, ReformWhich,
};
use super::{REGISTER, articles, figures, store};
use crate::Problem;

/// One measure, seen from a day.
///
/// Errors: `not_found`.
pub fn get(connection: &Connection, id: ReformMeasureId, today: NaiveDate) -> Result<ReformMeasure, Problem> {
    let kept = store::get(connection, id)?;
    Ok(ReformMeasure {
        id,
        article: articles::words(kept.record.article),
        state: kept.state(today),
        number: kept.number,
        record: kept.record,
        ending: kept.ending,
    })
}

/// Every measure that matches, in order, with how many there are.
pub fn each(
    connection: &Connection,
    query: &ReformQuery,
    today: NaiveDate,
    each: &mut dyn FnMut(u32, ReformLine) -> Result<(), Problem>,
) -> Result<(), Problem> {
    let total = store::count(connection, query, today)?;
    store::matching(connection, query, None, today)?.into_iter().try_for_each(|line| each(total, line))
}

/// A slice of the measures, and how they stand as a whole.
pub fn page(connection: &Connection, query: &ReformQuery, today: NaiveDate) -> Result<ReformPage, Problem> {
    let slice = (query.limit.unwrap_or(50).min(500), query.offset.unwrap_or(0));
    let figure = |which| {
        let all = ReformQuery { which: Some(which), ..ReformQuery::default() };
        store::count(connection, &all, today)
    };
    Ok(ReformPage {
        total: store::count(connection, query, today)?,
        rows: store::matching(connection, query, Some(slice), today)?,
        kept: figure(ReformWhich::All)?,
        open: figure(ReformWhich::Open)?,
        late: figure(ReformWhich::Late)?,
        years: REGISTER.years(connection)?,
    })
}

fn line(
    connection: &Connection,
    (article, asked): (u8, &Asked),
    year: i32,
    today: NaiveDate,
) -> Result<ReformArticleLine, Problem> {
    let (words, handler) = store::words(connection, article)?;
    let [measures, open, late, done] = store::counts(connection, article, year, today)?;
    Ok(ReformArticleLine {
        article,
        number: articles::number(article),
        title: asked.title.clone(),
        asks: asked.asks.clone(),
        words,
        handler,
        note: store::note(connection, article, year)?,
        measures,
        open,
        late,
        done,
    })
}

/// The articles, and what is done for each in a year; in this one where none is named.
pub fn overview(
    connection: &Connection,
    year: Option<i32>,
    today: NaiveDate,
) -> Result<ReformOverview, Problem> {
    let year = year.unwrap_or(today.year());
    let mut years = REGISTER.years(connection)?;
    years.extend(store::noted(connection)?);
    years.extend([today.year(), year]);
    years.sort_unstable_by(|a, b| b.cmp(a));
    years.dedup();
    let lines = articles::all().map(|one| line(connection, one, year, today));
    let articles: Vec<ReformArticleLine> = lines.collect::<Result<_, _>>()?;
    let covered: u32 = articles.iter().map(|one| u32::from(one.measures > 0)).sum();
    Ok(ReformOverview { year, years, articles, covered })
}

/// One article, and what is done for it in a year.
///
/// Errors: `not_found`.
pub fn article(
    connection: &Connection,
    of: ReformArticleRef,
    today: NaiveDate,
) -> Result<ReformArticle, Problem> {
    let asked = articles::of(of.article).ok_or_else(|| Problem::missing("条《意见》的条文"))?;
    let query = ReformQuery {
        year: Some(of.year),
        article: Some(of.article),
        ascending: Some(true),
        ..ReformQuery::default()
    };
    let counted = figures::of(connection, &[of.article], of.year, today)?;
    Ok(ReformArticle {
        year: of.year,
        line: line(connection, (of.article, asked), of.year, today)?,
        measures: store::matching(connection, &query, None, today)?,
        figures: counted.into_iter().map(|(_, group)| group).collect(),
    })
}

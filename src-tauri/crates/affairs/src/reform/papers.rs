//! What the paper of the reform ledger is filled with: 产改工作台账 of a year. How it looks is not decided here.

use chrono::NaiveDate;
use rusqlite::Connection;
use serde::Serialize;

use super::model::{ReformArticleLine, ReformLine, ReformQuery, ReformState};
use super::{REGISTER, articles, figures, store, view};
use crate::Problem;
use crate::office::model::{Filled, PaperLine};
use crate::union;

/// 产改工作台账, of a year.
pub const YEAR: &str = "reform.year";

/// Why it is printed anew each time and gets no number.
pub const NEVER_ISSUED: &str = "产改工作台账照登记打印，不编号、不留底，请直接打印；上级要盖章的，打印以后盖章，扫描件添加到收文的附件里。";

/// A measure on the paper.
#[derive(Serialize)]
struct Measure {
    number: String,
    article: String,
    measure: String,
    target: Option<String>,
    side: &'static str,
    unit: Option<String>,
    handler: Option<String>,
    due_on: Option<NaiveDate>,
    state: &'static str,
    ended_on: Option<NaiveDate>,
    result: Option<String>,
    files: u32,
}

impl From<ReformLine> for Measure {
    fn from(line: ReformLine) -> Self {
        Measure {
            number: line.number,
            article: line.article_words,
            measure: line.measure,
            target: line.target,
            side: line.side.label(),
            unit: line.unit,
            handler: line.handler,
            due_on: line.due_on,
            state: line.state.label(),
            ended_on: line.ended_on,
            result: line.result,
            files: line.files,
        }
    }
}

/// What is said of an article.
#[derive(Serialize)]
struct Note {
    article: String,
    handler: Option<String>,
    note: String,
}

/// A figure that the ledger has for an article.
#[derive(Serialize)]
struct Figure {
    article: String,
    name: String,
    value: String,
    note: Option<String>,
}

/// 产改工作台账 (`reform/year`).
#[derive(Serialize)]
struct YearPaper {
    union: String,
    year: i32,
    date: NaiveDate,
    articles: u8,
    covered: u32,
    measures: Vec<Measure>,
    done: usize,
    bare: Vec<String>,
    notes: Vec<Note>,
    figures: Vec<Figure>,
}

/// The years of which something is told, the newest first, as papers that can be made.
pub fn list(connection: &Connection, today: NaiveDate) -> Result<Vec<PaperLine>, Problem> {
    let mut years = REGISTER.years(connection)?;
    years.extend(store::noted(connection)?);
    years.sort_unstable_by(|a, b| b.cmp(a));
    years.dedup();
    let line = |year: i32| PaperLine {
        kind: YEAR.to_owned(),
        of: year.to_string(),
        title: format!("{year}年产改工作台账"),
        affair: format!("{year}年"),
        dated: NaiveDate::from_ymd_opt(year, 12, 31).map(|end| end.min(today)),
        missing: Vec::new(),
        issued: Vec::new(),
        made_by: None,
    };
    Ok(years.into_iter().map(line).collect())
}

/// Fills 产改工作台账 of a year: its measures in the order of the articles.
///
/// Errors: `not_found` for what is no year.
pub fn fill(connection: &Connection, of: &str, today: NaiveDate) -> Result<Filled, Problem> {
    let year: i32 = of.parse().map_err(|_| Problem::missing("份文件"))?;
    let whole = view::overview(connection, Some(year), today)?;
    let query = ReformQuery { year: Some(year), ascending: Some(true), ..ReformQuery::default() };
    let mut lines = store::matching(connection, &query, None, today)?;
    lines.sort_by_key(|line| line.article);
    let bare = whole.articles.iter().filter(|one| one.measures == 0).map(|one| one.number.clone());
    let note = |one: &ReformArticleLine| {
        let note = one.note.clone()?;
        Some(Note { article: articles::words(one.article), handler: one.handler.clone(), note })
    };
    let all: Vec<u8> = articles::all().map(|(article, _)| article).collect();
    let mut counted = Vec::new();
    for (article, group) in figures::of(connection, &all, year, today)? {
        for one in group.figures {
            counted.push(Figure {
                article: articles::words(article),
                name: format!("{}：{}", group.title, one.name),
                value: if one.why.is_some() { one.value } else { format!("{}{}", one.value, one.unit) },
                note: one.why,
            });
        }
    }
    let context = YearPaper {
        union: union::store::union_record(connection)?.name,
        year,
        date: today,
        articles: articles::count(),
        covered: whole.covered,
        done: lines.iter().filter(|line| line.state == ReformState::Done).count(),
        bare: bare.collect(),
        notes: whole.articles.iter().filter_map(note).collect(),
        measures: lines.into_iter().map(Measure::from).collect(),
        figures: counted,
    };
    let title = format!("{year}年产改工作台账");
    Filled::new("reform/year", of.to_owned(), title, Vec::new(), &context)
}

//! What the yearly report is filled with: the chair's words and the figures by head, the notes on how they were counted,
//! and the ledger's head by which the paper proves the file. How it looks, and which articles of the reform its last
//! table names, is its template's.

use std::collections::BTreeMap;

use chrono::NaiveDate;
use rusqlite::Connection;
use serde::Serialize;

use crate::Problem;
use crate::office::{self, Filled, model::PaperLine};
use crate::report::model::{Chapter, Sum, YearReport, YearTable};
use crate::report::photos::{self, Shown};
use crate::report::{KeptSums, rules, store};
use crate::union::papers::PrintedHead;
use crate::union::store::union_record;

/// 年度工作报告, made from a year: the record is the year in four digits.
pub const YEAR: &str = "report.year";

#[derive(Serialize)]
struct Report {
    union: Union,
    addressee: Option<String>,
    year: i32,
    next_year: i32,
    as_of: NaiveDate,
    chapters: Vec<Part>,
    problems: Vec<String>,
    plans: Vec<String>,
    notes: Vec<Note>,
    figures: BTreeMap<String, Row>,
    photos: Vec<Photo>,
    filled_by: Option<String>,
    responsible: Option<String>,
    date: NaiveDate,
    ledger: PrintedHead,
}

#[derive(Serialize)]
struct Union {
    name: String,
    employer: String,
}

/// One head: what the chair wrote under it, and its figures in one table.
#[derive(Serialize)]
struct Part {
    title: &'static str,
    text: Vec<String>,
    /// Whether any figure of the year before is known.
    compared: bool,
    rows: Vec<Row>,
}

/// A figure, or in its place that a table holds nothing.
#[derive(Debug, Clone, Serialize)]
struct Row {
    /// The table it begins; empty in the rows after.
    table: String,
    name: String,
    unit: String,
    now: String,
    before: String,
}

/// A photo: the name of its content in the ledger, by which the writer of papers gets its bytes, and what it shows.
#[derive(Serialize)]
struct Photo {
    photo: String,
    caption: String,
}

/// How a table was counted.
#[derive(Serialize)]
struct Note {
    about: String,
    text: String,
}

/// The reports that can be printed now: of every year that the chair has written for.
pub fn list(connection: &Connection) -> Result<Vec<PaperLine>, Problem> {
    let union = union_record(connection)?;
    let mut lines = Vec::new();
    for year in store::years(connection)? {
        lines.push(PaperLine {
            kind: YEAR.to_owned(),
            of: year.to_string(),
            title: format!("{year}年度工作报告"),
            affair: union.name.clone(),
            dated: None,
            missing: rules::missing(store::texts(connection, year)?.as_ref()),
            issued: Vec::new(),
            made_by: None,
        });
    }
    Ok(lines)
}

/// Fills the report of a year; `head` is the newest step before this one, `kept` what is not told to whoever makes it.
///
/// Errors: `not_found` for no year; `bad_input` for one that cannot be reported on; `internal` when a table does not add
/// up, for such a report must not leave the house.
pub fn fill(
    connection: &Connection,
    of: &str,
    head: PrintedHead,
    today: NaiveDate,
    kept: KeptSums,
) -> Result<Filled, Problem> {
    // Only as it is written: 02026 would be another record of the same year, with a number of its own.
    let year = of.parse::<i32>().ok().filter(|year| year.to_string() == of);
    let year = year.ok_or_else(|| Problem::missing("份文件"))?;
    let mut report = super::year(connection, year, today)?;
    super::keep_back(&mut report, kept);
    if let Some(table) = report.tables.iter().find(|table| !rules::adds_up(table)) {
        let message = format!("“{}”表的合计对不上，没有排出报告。请在“设置”里检查账本。", table.title);
        return Err(Problem::new("internal", message));
    }
    let union = union_record(connection)?;
    let title = format!("{}{year}年度工作报告", union.name);
    let missing = report.missing.clone();
    let photos = photos::shown(connection, &report.photos)?;
    let union = Union { name: union.name, employer: union.employer };
    let context = context(report, union, photos, head, today);
    let filled = Filled::new("report/year", of.to_owned(), title, missing, &context)?;
    office::standing(connection, YEAR, filled)
}

fn context(
    report: YearReport,
    union: Union,
    photos: Vec<Shown>,
    head: PrintedHead,
    date: NaiveDate,
) -> Report {
    let texts = &report.texts;
    let part = |chapter: &Chapter| {
        let of_chapter = || report.tables.iter().filter(|table| table.chapter == *chapter);
        Part {
            title: chapter.label(),
            text: texts.under(*chapter).map(paragraphs).unwrap_or_default(),
            compared: of_chapter().any(|table| table.compared),
            rows: of_chapter().flat_map(printed).collect(),
        }
    };
    let told = |text: &Option<String>| text.as_deref().map(paragraphs).unwrap_or_default();
    Report {
        chapters: Chapter::ALL
            .iter()
            .map(part)
            .filter(|part| !part.text.is_empty() || !part.rows.is_empty())
            .collect(),
        problems: told(&texts.problems),
        plans: told(&texts.plans),
        notes: notes(&report.tables),
        figures: rows_by_id(&report.tables),
        photos: photos.into_iter().map(|one| Photo { photo: one.content, caption: one.caption }).collect(),
        addressee: texts.addressee.clone(),
        filled_by: texts.filled_by.clone(),
        responsible: texts.responsible.clone(),
        year: report.year,
        next_year: report.year + 1,
        as_of: report.as_of,
        union,
        date,
        ledger: head,
    }
}

fn paragraphs(text: &str) -> Vec<String> {
    text.lines().map(str::trim).filter(|line| !line.is_empty()).map(str::to_owned).collect()
}

fn rows(table: &YearTable) -> impl Iterator<Item = Row> {
    table.figures.iter().map(|figure| Row {
        table: String::new(),
        name: if figure.sum == Sum::Takes { format!("减：{}", figure.name) } else { figure.name.clone() },
        unit: figure.unit.clone(),
        now: figure.now.text.clone(),
        before: figure.before.text.clone(),
    })
}

/// The rows of a table; one in which nothing was counted is one row that says so.
fn printed(table: &YearTable) -> Vec<Row> {
    let mut rows: Vec<Row> = match nothing(table) {
        Some(why) => {
            let [unit, now, before] = [const { String::new() }; 3];
            vec![Row { table: String::new(), name: why, unit, now, before }]
        }
        None => rows(table).collect(),
    };
    if let Some(first) = rows.first_mut() {
        first.table.clone_from(&table.title);
    }
    rows
}

/// Why a table holds nothing: nothing is known of the year, or nothing was entered.
fn nothing(table: &YearTable) -> Option<String> {
    let values = || table.figures.iter().flat_map(|figure| [&figure.now, &figure.before]);
    let unknown = table.figures.iter().all(|figure| figure.now.count.is_none());
    let why = table.figures.iter().find_map(|figure| figure.now.why.clone()).filter(|_| unknown);
    let nothing = values().all(|value| value.count.is_none_or(|count| count == 0));
    nothing.then(|| why.unwrap_or_else(|| "没有登记".to_owned()))
}

fn rows_by_id(tables: &[YearTable]) -> BTreeMap<String, Row> {
    let ids = tables.iter().flat_map(|table| table.figures.iter().map(|figure| figure.id.clone()));
    ids.zip(tables.iter().flat_map(rows)).collect()
}

/// How each table was counted, and why a place holds "—".
fn notes(tables: &[YearTable]) -> Vec<Note> {
    let mut notes: Vec<Note> =
        tables.iter().map(|table| Note { about: table.title.clone(), text: table.counted.clone() }).collect();
    let mut reasons: Vec<&str> = Vec::new();
    for figure in tables.iter().filter(|table| nothing(table).is_none()).flat_map(|table| &table.figures) {
        for why in [&figure.now, &figure.before].into_iter().filter_map(|value| value.why.as_deref()) {
            if !reasons.contains(&why) {
                reasons.push(why);
            }
        }
    }
    if !reasons.is_empty() {
        let text = format!("不是零，是没有数：{}。", reasons.join("；"));
        notes.push(Note { about: "—".to_owned(), text });
    }
    notes
}

//! The column of a payroll that says of which month each row is: 月份, 所属期, 年月. Where it names one month the whole is of it; what
//! becomes of several is decided where a payroll is taken in. How a month is written stands in `title`.

use std::collections::BTreeMap;

use sheet::Cell;

use super::title::{NamedMonth, named_month, of_several, year_of};
use super::{PayColumn, PayLine};
use crate::members::roster::Severity;
use crate::members::roster::field::plain;
use crate::sheets::SheetProblemKind as K;
use crate::sheets::problem::SheetProblem;
use crate::sheets::table::Table;

/// The headings of a month, folded as `plain` folds them; the month that the wages are of before the one in which they are paid.
const MONTHS: [&str; 31] = [
    "所属月份",
    "所属月",
    "所属年月",
    "所属期",
    "所属期间",
    "工资所属期",
    "工资所属期间",
    "工资所属月",
    "工资所属月份",
    "工资所属年月",
    "薪资所属期",
    "薪资所属月份",
    "工资月份",
    "工资年月",
    "工资期间",
    "薪资月份",
    "薪资期间",
    "计薪月份",
    "计薪月",
    "核算月份",
    "归属月份",
    "月份",
    "年月",
    "年月份",
    "月度",
    "期间",
    "会计期间",
    "发薪月",
    "发薪月份",
    "发放月份",
    "发放年月",
];
/// The headings of a year beside it.
const YEARS: [&str; 5] = ["年份", "年度", "年", "所属年份", "所属年度"];

/// The months that the rows of a payroll name.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Dated {
    /// The place of the column.
    pub place: u32,
    /// Its heading.
    pub heading: String,
    /// The month of each row that names one, or stands below one that does.
    pub rows: BTreeMap<u32, NamedMonth>,
    /// Rows whose cell is no month, with what it says.
    pub odd: Vec<(u32, String)>,
}

/// What a cell of the column says.
enum Said {
    Month(NamedMonth),
    Several,
    NoMonth,
}

/// The months of the rows, and whether they name several together: 2026年7-9月. A column most of whose cells are no month is left unread,
/// which is told. None that somebody said something of.
pub(super) fn of(
    table: &mut Table<'_, PayColumn>,
    lines: &[PayLine],
    chosen: &BTreeMap<u32, Option<PayColumn>>,
) -> (Option<Dated>, bool) {
    let headed = |words: &[&str]| {
        words.iter().find_map(|word| {
            let headings = table.head.unknown.iter().filter(|(place, _)| !chosen.contains_key(place));
            let mut named = headings.filter(|(_, heading)| {
                plain(heading).split(['(', '/', '[']).next().is_some_and(|bare| bare == *word)
            });
            named.next().cloned()
        })
    };
    let Some((place, heading)) = headed(&MONTHS) else { return (None, false) };
    let years = headed(&YEARS).map(|(place, _)| place);
    let mut found =
        Dated { place, heading: heading.trim().to_owned(), rows: BTreeMap::new(), odd: Vec::new() };
    let (mut several, mut above) = (0_usize, None);
    for line in lines {
        let Some(row) = table.page.row(line.row) else { continue };
        let year = || table.cell_at(row, years?).and_then(|at| year_of(&at.cell.show()));
        match table.cell_at(row, place).map(|at| (read(at.cell), at.cell)) {
            Some((Said::Month(month), _)) => {
                above = Some(NamedMonth { year: month.year.or_else(year), ..month });
            }
            Some((said, cell)) => {
                several += usize::from(matches!(said, Said::Several));
                found.odd.push((line.row, cell.show()));
                continue;
            }
            // Below a month that is written once for all its rows.
            None => {}
        }
        found.rows.extend(above.map(|month| (line.row, month)));
    }
    if found.rows.len() * 2 > lines.len() {
        return (Some(found), false);
    }
    if let Some((row, said)) = found.odd.first() {
        let message = format!(
            "“{}”（{}列）里多数不是月份（第{row}行写的是“{}”），这一列没有读。",
            found.heading,
            sheet::column_name(place),
            said.trim()
        );
        table.problems.push(SheetProblem {
            row: 0,
            column: place,
            severity: Severity::Note,
            kind: K::MonthUnsure,
            message,
            was: String::new(),
            proposal: None,
        });
    }
    (None, several * 2 > lines.len())
}

/// Reads a cell: 2026年8月, 2026-08, 202608, 20260831, 8月, 8, a day. 2026.1 is none, for as a figure it may be the tenth.
fn read(cell: &Cell) -> Said {
    use chrono::Datelike;
    let text = match cell {
        Cell::Date { date, .. } => {
            return Said::Month(NamedMonth { year: Some(date.year()), month: date.month() });
        }
        Cell::Number(_) | Cell::Text(_) => cell.show(),
        Cell::Empty | Cell::Bool(_) | Cell::Fault(_) => return Said::NoMonth,
    };
    let text = text.trim().trim_start_matches('\'');
    if of_several(text) {
        return Said::Several;
    }
    let figures = text.bytes().all(|byte| byte.is_ascii_digit());
    let bare = || text.parse().ok().filter(|month| (1..=12).contains(month));
    let named = match text.len() {
        1 | 2 if figures => bare().map(|month| NamedMonth { year: None, month }),
        8 if figures => text.get(..6).and_then(named_month),
        6 if text.ends_with(".1") => None,
        _ => named_month(text),
    };
    named.map_or(Said::NoMonth, Said::Month)
}

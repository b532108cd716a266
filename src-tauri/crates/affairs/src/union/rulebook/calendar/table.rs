//! A notice as a small table, a line a holiday, so that one union can hand it to the next: written by the program,
//! filled or corrected in a spreadsheet, read back. Whether it holds together is asked when it is saved.

use chrono::{Datelike, NaiveDate};
use law::{HolidayAsked, Notice, NoticeHoliday};
use sheet::{Book, Cell, Row, Value};

use crate::Problem;
use crate::members::roster::dates::{self, DateRead};
use crate::members::roster::model::Precision;

/// The heads of the table, with the width of each column.
pub const COLUMNS: [(&str, f64); 5] = [
    ("节日", 12.0),
    ("放假第一天", 14.0),
    ("放假最后一天", 14.0),
    ("法定休假第一天", 16.0),
    ("调休上班日", 36.0),
];

/// The rows of the table: what is known of each holiday asked for.
pub fn rows(asked: &[HolidayAsked], notice: Option<&Notice>) -> Vec<Vec<Value>> {
    let known = |name: &str| notice.and_then(|one| one.holidays.iter().find(|holiday| holiday.name == name));
    let row = |one: &HolidayAsked| match known(&one.name) {
        Some(holiday) => {
            let work: Vec<String> = holiday.work.iter().map(ToString::to_string).collect();
            vec![
                Value::from(one.name.as_str()),
                Value::Date(holiday.from),
                Value::Date(holiday.to),
                Value::Date(holiday.first),
                Value::from(work.join("、")),
            ]
        }
        None => vec![
            Value::from(one.name.as_str()),
            Value::Empty,
            Value::Empty,
            one.first.map_or(Value::Empty, Value::Date),
            Value::Empty,
        ],
    };
    asked.iter().map(row).collect()
}

/// Reads a table back. The basis is the note under the table, or empty.
///
/// Errors: `bad_input` at `file`, naming the cell that cannot be read.
pub fn read(book: &Book) -> Result<Notice, Problem> {
    let found = book
        .pages
        .iter()
        .find_map(|page| page.rows.iter().find_map(|row| Some((page, row.number, heads(row)?))));
    let Some((page, head, columns)) = found else {
        let names: Vec<&str> = COLUMNS.iter().map(|(name, _)| *name).collect();
        let message = format!("表里没有找到表头“{}”，请先导出空表，在表里填写后再读入。", names.join("、"));
        return Err(Problem::input("file", message));
    };
    let mut holidays = Vec::new();
    for row in page.rows.iter().filter(|row| row.number > head) {
        let name = row.get(columns[0]).show().trim().to_owned();
        // What stands under the table is a note.
        if row.get(columns[1]).is_blank() && row.get(columns[2]).is_blank() {
            continue;
        }
        let day = |at: usize| one_day(row, columns[at], book.epoch_1904);
        holidays.push(NoticeHoliday {
            name,
            from: day(1)?,
            to: day(2)?,
            first: day(3)?,
            work: days(row, columns[4], book.epoch_1904)?,
        });
    }
    let Some(first) = holidays.first() else {
        return Err(Problem::input("file", "表里还没有填放假的日期，请填好再读入。"));
    };
    let basis = page.rows.iter().flat_map(|row| &row.cells).map(|(_, cell)| cell.show());
    let basis = basis.filter_map(|text| text.strip_prefix(BASIS).map(|rest| rest.trim().to_owned())).next();
    Ok(Notice { year: first.first.year(), basis: basis.unwrap_or_default(), holidays })
}

/// What the note under the table begins with.
pub const BASIS: &str = "依据：";

fn heads(row: &Row) -> Option<[u32; 5]> {
    let mut columns = [0; 5];
    for (place, (name, _)) in COLUMNS.iter().enumerate() {
        columns[place] = row.cells.iter().find(|(_, cell)| cell.show().trim() == *name)?.0;
    }
    Some(columns)
}

fn unreadable(row: &Row, column: u32) -> Problem {
    let cell = sheet::cell_name(row.number, column);
    Problem::input("file", format!("{cell} 里的日期认不出来，请写成 2027-02-05 这样，几个日期用顿号隔开。"))
}

/// A written year of two digits would be a guess, so today does not matter here.
fn day_of(cell: &Cell, epoch_1904: bool) -> Option<NaiveDate> {
    match dates::read(cell, NaiveDate::default(), epoch_1904) {
        DateRead::Sure(read) | DateRead::Serial(read) if read.precision == Precision::Day => Some(read.date),
        _ => None,
    }
}

fn one_day(row: &Row, column: u32, epoch_1904: bool) -> Result<NaiveDate, Problem> {
    day_of(row.get(column), epoch_1904).ok_or_else(|| unreadable(row, column))
}

fn days(row: &Row, column: u32, epoch_1904: bool) -> Result<Vec<NaiveDate>, Problem> {
    let cell = row.get(column);
    if cell.is_blank() {
        return Ok(Vec::new());
    }
    if let Some(day) = day_of(cell, epoch_1904) {
        return Ok(vec![day]);
    }
    let text = cell.show();
    let parts = text.split(['、', ',', '，', ';', '；', ' ', '\n']).filter(|part| !part.trim().is_empty());
    parts
        .map(|part| {
            day_of(&Cell::Text(part.trim().into()), epoch_1904).ok_or_else(|| unreadable(row, column))
        })
        .collect()
}

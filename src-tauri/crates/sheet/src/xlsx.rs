//! Office Open XML workbooks, cell by cell, so that a page of any length passes through one buffer.
//! Formulas give their stored result; one without a result is a fault, not an empty cell.

use std::io::Cursor;

use calamine::{DataRef, Dimensions, ExcelDateTime, Reader, SheetType, SheetVisible, Xlsx, XlsxError};
use chrono::{NaiveDateTime, NaiveTime};

use crate::book::{Book, Kind, MAX_CELLS, Merge, Page};
use crate::cell::{Cell, Number};
use crate::error::SheetError;
use crate::guard;

/// What a formula shows when the file holds no result for it.
const NO_RESULT: &str = "公式没有结果";

/// Reads all worksheets of a workbook.
///
/// # Errors
/// Damaged, protected, a bomb, too big, or cancelled.
pub(crate) fn read(bytes: &[u8], progress: &mut dyn FnMut(u64, u64) -> bool) -> Result<Book, SheetError> {
    let mut seen = guard::look(bytes)?;
    let mut workbook: Xlsx<_> = Xlsx::new(Cursor::new(bytes)).map_err(|e| why(&e))?;
    let mut book = Book::empty(Kind::Xlsx);
    book.hidden_rows = seen.hidden_rows;
    book.pictures = seen.pictures;
    book.epoch_1904 = workbook.has_1904_epoch();
    let sheets: Vec<_> =
        workbook.sheets_metadata().iter().filter(|s| s.typ == SheetType::WorkSheet).cloned().collect();
    let mut cells = 0u64;
    let mut before = 0u64;
    for sheet in sheets {
        let mut page = Page {
            name: sheet.name.clone(),
            hidden: sheet.visible != SheetVisible::Visible,
            ..Page::default()
        };
        let mut reader = match workbook.worksheet_cells_reader(&sheet.name) {
            Ok(reader) => reader,
            Err(XlsxError::NotAWorksheet(_)) => continue,
            Err(e) => return Err(why(&e)),
        };
        let total = before + u64::from(reader.dimensions().end.0) + 1;
        let mut told = 0;
        while let Some(found) = reader.next_cell_with_formula_metadata().map_err(|e| why(&e))? {
            let (row, col) = found.pos;
            let cell = match found.value {
                DataRef::Empty if found.formula.is_some() => Cell::Fault(NO_RESULT.into()),
                value => cell(value),
            };
            cells += 1;
            if cells > MAX_CELLS {
                return Err(SheetError::TooBig);
            }
            page.put(row.saturating_add(1), col.saturating_add(1), cell);
            if row >= told + 1000 {
                told = row;
                if !progress(before + u64::from(row), total) {
                    return Err(SheetError::Cancelled);
                }
            }
        }
        drop(reader);
        before += page.rows.last().map_or(0, |r| u64::from(r.number));
        page.merges = seen.merges.remove(&sheet.name).unwrap_or_default();
        page.hidden_columns = seen.hidden_columns.remove(&sheet.name).unwrap_or_default();
        book.pages.push(page);
    }
    Ok(book)
}

/// A merged area in numbers counted from 1.
pub(crate) fn merge(d: &Dimensions) -> Merge {
    Merge {
        top: d.start.0.saturating_add(1),
        bottom: d.end.0.saturating_add(1),
        left: d.start.1.saturating_add(1),
        right: d.end.1.saturating_add(1),
    }
}

fn cell(value: DataRef<'_>) -> Cell {
    match value {
        DataRef::Empty => Cell::Empty,
        DataRef::Int(i) => Cell::Number(Number(i as f64)),
        DataRef::Float(f) => Cell::Number(Number(f)),
        DataRef::String(s) => Cell::Text(s.into()),
        DataRef::SharedString(s) => Cell::Text(s.into()),
        DataRef::Bool(b) => Cell::Bool(b),
        DataRef::DateTime(d) => date(&d),
        DataRef::DateTimeIso(s) => iso(&s),
        DataRef::DurationIso(s) => Cell::Text(s.into()),
        DataRef::Error(e) => Cell::Fault(e.to_string().into()),
    }
}

/// A serial that the workbook shows as a date; a plain time of day or a duration stays a number.
pub(crate) fn date(d: &ExcelDateTime) -> Cell {
    let serial = d.as_f64();
    match d.as_datetime() {
        Some(at) if d.is_datetime() && serial >= 1.0 => dated(at, serial),
        _ => Cell::Number(Number(serial)),
    }
}

/// A date written out in the file.
pub(crate) fn iso(s: &str) -> Cell {
    let day = s.get(..10).unwrap_or(s);
    match (s.parse::<NaiveDateTime>(), day.parse::<chrono::NaiveDate>()) {
        (Ok(at), _) => dated(at, 0.0),
        (_, Ok(date)) if s.len() == 10 => Cell::Date { date, time: None, serial: 0.0 },
        _ => Cell::Text(s.into()),
    }
}

fn dated(at: NaiveDateTime, serial: f64) -> Cell {
    let time = Some(at.time()).filter(|t| *t != NaiveTime::MIN);
    Cell::Date { date: at.date(), time, serial }
}

fn why(e: &XlsxError) -> SheetError {
    match e {
        XlsxError::Password => SheetError::Protected,
        _ => SheetError::Damaged,
    }
}

//! Older workbooks (BIFF in an OLE container: `.xls`, WPS `.et`). They hold at most 65,536 rows a page,
//! so the whole page may be read at once.

use std::io::Cursor;

use calamine::{Data, Reader, SheetType, SheetVisible, Xls, XlsError};

use crate::book::{Book, Kind, MAX_CELLS, Page};
use crate::cell::{Cell, Number};
use crate::error::SheetError;
use crate::xls_guard;
use crate::xlsx::{date, iso, merge};

/// Reads all worksheets of a workbook.
///
/// # Errors
/// Damaged, protected, too big, or cancelled.
pub(crate) fn read(bytes: &[u8], progress: &mut dyn FnMut(u64, u64) -> bool) -> Result<Book, SheetError> {
    let mut workbook: Xls<_> = Xls::new(Cursor::new(xls_guard::vetted(bytes)?)).map_err(|e| why(&e))?;
    let mut book = Book::empty(Kind::Xls);
    book.epoch_1904 = workbook.has_1904_epoch();
    let sheets: Vec<_> =
        workbook.sheets_metadata().iter().filter(|s| s.typ == SheetType::WorkSheet).cloned().collect();
    let mut cells = 0u64;
    let mut before = 0u64;
    for sheet in sheets {
        let range = workbook.worksheet_range(&sheet.name).map_err(|e| why(&e))?;
        let mut page = Page {
            name: sheet.name.clone(),
            hidden: sheet.visible != SheetVisible::Visible,
            ..Page::default()
        };
        let (top, left) = range.start().unwrap_or((0, 0));
        let total = before + range.height() as u64;
        for (i, cols) in range.rows().enumerate() {
            for (j, value) in cols.iter().enumerate() {
                let (row, col) =
                    (top + u32::try_from(i).unwrap_or(u32::MAX), left + u32::try_from(j).unwrap_or(0));
                page.put(row.saturating_add(1), col.saturating_add(1), cell(value));
            }
            cells += cols.len() as u64;
            if cells > MAX_CELLS {
                return Err(SheetError::TooBig);
            }
            if i % 1000 == 0 && !progress(before + i as u64, total) {
                return Err(SheetError::Cancelled);
            }
        }
        before = total;
        page.merges =
            workbook.merge_cells_by_sheet_name(&sheet.name).unwrap_or_default().iter().map(merge).collect();
        book.pages.push(page);
    }
    Ok(book)
}

fn cell(value: &Data) -> Cell {
    match value {
        Data::Empty => Cell::Empty,
        Data::Int(i) => Cell::Number(Number(*i as f64)),
        Data::Float(f) => Cell::Number(Number(*f)),
        Data::String(s) => Cell::Text(s.as_str().into()),
        Data::Bool(b) => Cell::Bool(*b),
        Data::DateTime(d) => date(d),
        Data::DateTimeIso(s) => iso(s),
        Data::DurationIso(s) => Cell::Text(s.as_str().into()),
        Data::Error(e) => Cell::Fault(e.to_string().into()),
    }
}

fn why(e: &XlsError) -> SheetError {
    match e {
        XlsError::Password => SheetError::Protected,
        _ => SheetError::Damaged,
    }
}

//! Rows out as an `.xlsx` workbook, one page after another. Text is always written as text, so an ID number
//! keeps its last digit and a cell that begins with `=` never becomes a formula.

use std::borrow::Cow;
use std::path::Path;

use chrono::NaiveDate;
use rust_xlsxwriter::XlsxError;
use rust_xlsxwriter::{
    Color, DocProperties, ExcelDateTime, Format, FormatAlign, FormatBorder, Note, Workbook, Worksheet,
};

use crate::error::SheetError;
use crate::save::{folder_of, save};

/// One cell to be written.
#[derive(Clone, Debug, PartialEq)]
pub enum Value {
    /// Nothing.
    Empty,
    /// Text; also ID numbers, phones and anything that only looks like a number.
    Text(String),
    /// A number to count with.
    Number(f64),
    /// A day, shown as 2026-03-05.
    Date(NaiveDate),
}

impl From<&str> for Value {
    fn from(s: &str) -> Self {
        if s.is_empty() { Value::Empty } else { Value::Text(s.to_owned()) }
    }
}

impl From<String> for Value {
    fn from(s: String) -> Self {
        if s.is_empty() { Value::Empty } else { Value::Text(s) }
    }
}

/// A workbook in the making.
pub struct Writer {
    workbook: Workbook,
    page: Worksheet,
    row: u32,
    formats: Formats,
    /// whether pages are written to a temporary file row by row
    long: bool,
}

/// The rows that Excel has on a page.
const ROWS: u32 = 1_048_576;

/// The longest text that is written whole; Excel takes 32,767 characters a cell.
const LONGEST: usize = 32_000;

/// A text as a cell takes it: one that is too long ends with a word that says so.
fn fitting(text: &str) -> Cow<'_, str> {
    match text.char_indices().nth(LONGEST) {
        Some((end, _)) => Cow::Owned(format!("{}……（太长，全文请在程序里看）", &text[..end])),
        None => Cow::Borrowed(text),
    }
}

struct Formats {
    title: Format,
    note: Format,
    head: Format,
    text: Format,
    marked: Format,
    number: Format,
    date: Format,
}

impl Writer {
    /// Begins a workbook with a page of this name (31 characters; characters that Excel forbids become `_`).
    pub fn new(page: &str) -> Result<Self, SheetError> {
        Self::begin(Workbook::new(), page, false)
    }

    /// The same for more rows than memory should hold: they wait in temporary files without a name in the
    /// folder the workbook is for, where its text is to lie open anyway. Rows are written from top to bottom.
    ///
    /// # Errors
    /// [`SheetError::NotWritable`] or [`SheetError::DiskFull`].
    pub fn long(page: &str, target: &Path) -> Result<Self, SheetError> {
        let mut workbook = Workbook::new();
        workbook.set_tempdir(folder_of(target)).map_err(|e| why(&e))?;
        Self::begin(workbook, page, true)
    }

    fn begin(mut workbook: Workbook, page: &str, long: bool) -> Result<Self, SheetError> {
        let page = new_page(&mut workbook, page, long)?;
        // A fixed date: the same rows give the same bytes.
        let made = ExcelDateTime::from_ymd(2026, 1, 1).map_err(|e| why(&e))?;
        workbook.set_properties(&DocProperties::new().set_creation_datetime(&made));
        let border = Format::new().set_border(FormatBorder::Thin);
        let formats = Formats {
            title: Format::new().set_bold().set_font_size(16).set_align(FormatAlign::Center),
            note: Format::new().set_text_wrap(),
            head: border.clone().set_bold().set_align(FormatAlign::Center).set_text_wrap(),
            text: border.clone().set_num_format("@"),
            marked: border.clone().set_num_format("@").set_background_color(Color::RGB(0x00FF_E699)),
            number: border.clone(),
            date: border.set_num_format("yyyy-mm-dd"),
        };
        Ok(Writer { workbook, page, row: 0, formats, long })
    }

    /// Ends the page and begins the next.
    pub fn next_page(&mut self, name: &str) -> Result<(), SheetError> {
        let next = new_page(&mut self.workbook, name, self.long)?;
        self.workbook.push_worksheet(std::mem::replace(&mut self.page, next));
        self.row = 0;
        Ok(())
    }

    /// Whether the page takes no more rows.
    pub fn is_full(&self) -> bool {
        self.row >= ROWS
    }

    /// A title over the first `width` columns, merged and centred.
    pub fn title(&mut self, text: &str, width: u16) -> Result<(), SheetError> {
        self.wide(text, width, true)
    }

    /// A note over the first `width` columns, merged.
    pub fn note(&mut self, text: &str, width: u16) -> Result<(), SheetError> {
        self.wide(text, width, false)
    }

    fn wide(&mut self, text: &str, width: u16, title: bool) -> Result<(), SheetError> {
        let format = if title { &self.formats.title } else { &self.formats.note };
        if width > 1 {
            self.page.merge_range(self.row, 0, self.row, width - 1, text, format).map_err(|e| why(&e))?;
        } else {
            self.page.write_string_with_format(self.row, 0, text, format).map_err(|e| why(&e))?;
        }
        self.row += 1;
        Ok(())
    }

    /// The head row; it stays in sight while one scrolls.
    pub fn head(&mut self, names: &[&str]) -> Result<(), SheetError> {
        for (col, name) in (0u16..).zip(names) {
            self.page
                .write_string_with_format(self.row, col, *name, &self.formats.head)
                .map_err(|e| why(&e))?;
        }
        self.row += 1;
        self.page.set_freeze_panes(self.row, 0).map_err(|e| why(&e))?;
        Ok(())
    }

    /// Widths of the columns in characters, from the first column on.
    pub fn widths(&mut self, widths: &[f64]) -> Result<(), SheetError> {
        for (col, width) in (0u16..).zip(widths) {
            self.page.set_column_width(col, *width).map_err(|e| why(&e))?;
        }
        Ok(())
    }

    /// One row of cells.
    pub fn row(&mut self, cells: &[Value]) -> Result<(), SheetError> {
        for (col, cell) in (0u16..).zip(cells) {
            let f = &self.formats;
            match cell {
                Value::Empty => self.page.write_blank(self.row, col, &f.text),
                Value::Text(t) => {
                    self.page.write_string_with_format(self.row, col, fitting(t).as_ref(), &f.text)
                }
                Value::Number(n) => self.page.write_number_with_format(self.row, col, *n, &f.number),
                Value::Date(d) => self.page.write_datetime_with_format(self.row, col, *d, &f.date),
            }
            .map_err(|e| why(&e))?;
        }
        self.row += 1;
        Ok(())
    }

    /// One text in the first cell of a row, without a border and merged with nothing.
    pub fn plain(&mut self, text: &str) -> Result<(), SheetError> {
        self.page.write_string(self.row, 0, fitting(text).as_ref()).map_err(|e| why(&e))?;
        self.row += 1;
        Ok(())
    }

    /// One row of cells, some of them coloured and with a comment: the column from 0, and what is said.
    pub fn marked_row(&mut self, cells: &[Value], marks: &[(u16, String)]) -> Result<(), SheetError> {
        let row = self.row;
        self.row(cells)?;
        for (column, text) in marks {
            let note = Note::new(text).set_author("预检").add_author_prefix(false);
            self.page.insert_note(row, *column, &note).map_err(|e| why(&e))?;
            let shown = match cells.get(usize::from(*column)) {
                Some(Value::Text(text)) => fitting(text),
                _ => Cow::Borrowed(""),
            };
            self.page
                .write_string_with_format(row, *column, shown.as_ref(), &self.formats.marked)
                .map_err(|e| why(&e))?;
        }
        Ok(())
    }

    /// The finished workbook's bytes.
    pub fn bytes(mut self) -> Result<Vec<u8>, SheetError> {
        self.workbook.push_worksheet(self.page);
        self.workbook.save_to_buffer().map_err(|e| why(&e))
    }

    /// Writes the finished workbook: a reader sees the old file or the new one, never half.
    ///
    /// # Errors
    /// [`SheetError::NotWritable`] or [`SheetError::DiskFull`]; the target is then as it was.
    pub fn save(self, path: &Path) -> Result<(), SheetError> {
        save(path, &self.bytes()?)
    }
}

fn new_page(workbook: &mut Workbook, name: &str, long: bool) -> Result<Worksheet, SheetError> {
    let name: String = name.chars().map(|c| if "[]:*?/\\'".contains(c) { '_' } else { c }).take(31).collect();
    let mut page = if long {
        workbook.new_worksheet_with_constant_memory().map_err(|e| why(&e))?
    } else {
        Worksheet::new()
    };
    page.set_name(if name.is_empty() { "Sheet1" } else { &name }).map_err(|e| why(&e))?;
    Ok(page)
}

fn why(e: &XlsxError) -> SheetError {
    match e {
        XlsxError::RowColumnLimitError | XlsxError::MaxStringLengthExceeded => SheetError::TooBig,
        XlsxError::IoError(e) => SheetError::writing(e),
        _ => SheetError::NotWritable,
    }
}

//! Separated text into a page. Every cell stays text exactly as written: `1.2E+17` and `=1+1` mean
//! nothing here, so a formula can never run and a lost digit can still be seen.

use csv::{ReaderBuilder, StringRecord};

use crate::book::{Book, Kind, MAX_CELLS, Page};
use crate::cell::Cell;
use crate::error::SheetError;
use crate::text::decode;

/// Reads a CSV text into one page; row numbers are those a spreadsheet program would show.
///
/// # Errors
/// Encoding, garbled, a quotation mark without partner, too big, or cancelled.
pub(crate) fn read(
    bytes: &[u8],
    name: &str,
    progress: &mut dyn FnMut(u64, u64) -> bool,
) -> Result<Book, SheetError> {
    let (text, encoding) = decode(bytes)?;
    // One kind of line break, also behind the last line, so that lines can be counted.
    let mut text = if text.contains('\r') { text.replace("\r\n", "\n").replace('\r', "\n") } else { text };
    text.push('\n');
    let mut page = Page { name: name.to_owned(), ..Page::default() };
    let delimiter = match delimiter(&text) {
        Between::Byte(byte) => byte,
        Between::WideComma => {
            text = narrowed(&text);
            UNIT
        }
    };
    if let Some(row) = open_quote(&text, delimiter) {
        return Err(SheetError::OpenQuote { row });
    }
    let mut reader = ReaderBuilder::new()
        .has_headers(false)
        .flexible(true)
        .delimiter(delimiter)
        .from_reader(text.as_bytes());
    let total = text.bytes().filter(|b| *b == b'\n').count() as u64;
    let mut record = StringRecord::new();
    let (mut row, mut inner, mut cells) = (0u32, 0u64, 0u64);
    while reader.read_record(&mut record).map_err(|_| SheetError::Damaged)? {
        // The reader skips blank lines and counts line breaks inside quotes; a spreadsheet does neither.
        inner += record.iter().map(|f| f.bytes().filter(|b| *b == b'\n').count() as u64).sum::<u64>();
        let line = reader.position().line().saturating_sub(1).saturating_sub(inner);
        row = row.saturating_add(1).max(u32::try_from(line).unwrap_or(u32::MAX));
        for (col, field) in record.iter().enumerate() {
            cells += 1;
            if cells > MAX_CELLS {
                return Err(SheetError::TooBig);
            }
            if !field.is_empty() {
                page.put(row, u32::try_from(col).unwrap_or(u32::MAX - 1) + 1, Cell::Text(field.into()));
            }
        }
        if row.is_multiple_of(1000) && !progress(u64::from(row), total) {
            return Err(SheetError::Cancelled);
        }
    }
    let mut book = Book::empty(Kind::Csv);
    book.encoding = Some(encoding);
    book.pages.push(page);
    Ok(book)
}

/// The row of a quotation mark that opens a cell and is never closed, or is closed rows later by one that opens
/// another cell: either way rows would be taken for one cell. Marks within a row are left to the reader.
fn open_quote(text: &str, delimiter: u8) -> Option<u32> {
    let mut bytes = text.bytes().peekable();
    let (mut row, mut fresh, mut opened, mut breaks) = (1_u32, true, None, 0_u32);
    while let Some(b) = bytes.next() {
        match (opened, b) {
            (Some(_), b'"') if bytes.peek() == Some(&b'"') => {
                bytes.next();
            }
            (Some(from), b'"') => {
                let ends = bytes.peek().is_none_or(|next| *next == delimiter || *next == b'\n');
                if breaks > 0 && !ends {
                    return Some(from);
                }
                opened = None;
            }
            (Some(_), b'\n') => breaks += 1,
            (Some(_), _) => {}
            (None, b'"') if fresh => (opened, breaks, fresh) = (Some(row), 0, false),
            (None, b'\n') => (row, fresh) = (row.saturating_add(1), true),
            (None, _) => fresh = b == delimiter,
        }
    }
    opened
}

/// What stands between two cells.
#[derive(Clone, Copy)]
enum Between {
    Byte(u8),
    /// ， of a Chinese keyboard: somebody typed the text by hand.
    WideComma,
}

/// Takes the place of a full-width comma: the reader knows separators of one byte only. No text holds it.
const UNIT: u8 = 0x1f;
const WIDE_COMMA: char = '，';

/// The full-width commas between cells as a separator of one byte; those between quotation marks belong to a cell.
fn narrowed(text: &str) -> String {
    let mut quoted = false;
    let one = |c: char| {
        quoted ^= c == '"';
        if c == WIDE_COMMA && !quoted { char::from(UNIT) } else { c }
    };
    text.chars().map(one).collect()
}

/// How often a separator stands in each of the first lines that hold anything, outside quotation marks.
fn counts(text: &str, separator: char) -> Vec<usize> {
    let mut lines = Vec::new();
    let (mut quoted, mut n, mut any, mut seen) = (false, 0, false, 0);
    for c in text.chars() {
        seen += c.len_utf8();
        if seen > 64 << 10 {
            break;
        }
        match c {
            '"' => quoted = !quoted,
            '\n' if !quoted => {
                if any {
                    lines.push(n);
                }
                (n, any) = (0, false);
            }
            c if c == separator && !quoted => n += 1,
            _ => any = true,
        }
    }
    if any {
        lines.push(n);
    }
    lines
}

/// The separator that cuts the first lines into the most equal pieces; a comma when none does. A full-width comma only where
/// no other cuts anything: within cells it is common.
fn delimiter(text: &str) -> Between {
    let score = |separator: char| {
        let lines = counts(text, separator);
        let mut best = (0usize, 0usize);
        for n in lines.iter().filter(|n| **n > 0) {
            let same = lines.iter().filter(|m| *m == n).count();
            best = best.max((same, *n));
        }
        best
    };
    let mut chosen = (b',', score(','));
    for byte in [b'\t', b';'] {
        let of = score(char::from(byte));
        if of > chosen.1 {
            chosen = (byte, of);
        }
    }
    if chosen.1.0 == 0 && score(WIDE_COMMA).0 > 0 { Between::WideComma } else { Between::Byte(chosen.0) }
}

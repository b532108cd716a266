//! Rows out as CSV. A cell that a spreadsheet program would take for a formula gets an apostrophe
//! before it, and the reading side of a roster takes it off again.

use std::path::Path;

use csv::WriterBuilder;
use encoding_rs::GB18030;

use crate::book::Encoding;
use crate::error::SheetError;
use crate::save::save;

/// A CSV text in the making, UTF-8 until it is written.
pub struct CsvWriter {
    inner: csv::Writer<Vec<u8>>,
}

impl Default for CsvWriter {
    fn default() -> Self {
        Self::new()
    }
}

impl CsvWriter {
    /// An empty text.
    pub fn new() -> Self {
        CsvWriter {
            inner: WriterBuilder::new()
                .flexible(true)
                .terminator(csv::Terminator::CRLF)
                .from_writer(Vec::new()),
        }
    }

    /// One row; cells that begin with `=`, `+`, `-`, `@`, a tab or a line break are escaped.
    pub fn row<S: AsRef<str>>(&mut self, cells: &[S]) -> Result<(), SheetError> {
        let escaped: Vec<String> = cells.iter().map(|c| escape(c.as_ref())).collect();
        self.inner.write_record(&escaped).map_err(|_| SheetError::NotWritable)
    }

    /// The finished bytes: UTF-8 with a mark for Excel, or GB 18030; UTF-16 is not written.
    pub fn bytes(self, encoding: Encoding) -> Result<Vec<u8>, SheetError> {
        let text = self.inner.into_inner().map_err(|_| SheetError::NotWritable)?;
        if encoding == Encoding::Gb18030 {
            let text = String::from_utf8(text).map_err(|_| SheetError::NotWritable)?;
            // GB 18030 holds every character, so nothing is replaced.
            return Ok(GB18030.encode(&text).0.into_owned());
        }
        let mut bytes = b"\xef\xbb\xbf".to_vec();
        bytes.extend_from_slice(&text);
        Ok(bytes)
    }

    /// Writes the finished text: a reader sees the old file or the new one, never half.
    ///
    /// # Errors
    /// [`SheetError::NotWritable`] or [`SheetError::DiskFull`]; the target is then as it was.
    pub fn save(self, path: &Path, encoding: Encoding) -> Result<(), SheetError> {
        save(path, &self.bytes(encoding)?)
    }
}

fn escape(cell: &str) -> String {
    match cell.chars().next() {
        Some('=' | '+' | '-' | '@' | '\t' | '\r' | '\n') => format!("'{cell}"),
        _ => cell.to_owned(),
    }
}

//! The one door for outside files: read the bytes once, recognise them, hand them to the right reader.
//! The file is opened for reading only.

use std::fs::File;
use std::io::Read;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::path::Path;

use sha2::{Digest, Sha256};

use crate::book::Book;
use crate::detect::{Shape, shape};
use crate::error::SheetError;
use crate::{csv_in, html, xls, xlsx};

/// Most bytes of one file.
pub const MAX_BYTES: u64 = 300 << 20;

/// Reads a spreadsheet file (`.xlsx`, `.xlsm`, `.xls`, `.et`, `.csv`, a table of a web page, by content).
///
/// `progress` is told (rows done, rows in all; 0 when not known) and stops the reading by returning false.
///
/// # Errors
/// A [`SheetError`] with a code and one Chinese sentence; [`SheetError::Cancelled`] when stopped.
pub fn read(path: &Path, progress: &mut dyn FnMut(u64, u64) -> bool) -> Result<Book, SheetError> {
    let meta = std::fs::metadata(path).map_err(|e| SheetError::reading(&e))?;
    if meta.is_dir() {
        return Err(SheetError::IsFolder);
    }
    // A pipe or a device has no end that could be waited for.
    if !meta.is_file() {
        return Err(SheetError::NotASheet("设备或管道"));
    }
    let file = File::open(path).map_err(|e| SheetError::reading(&e))?;
    let mut bytes = Vec::with_capacity(usize::try_from(meta.len().min(MAX_BYTES)).unwrap_or(0));
    file.take(MAX_BYTES + 1).read_to_end(&mut bytes).map_err(|e| SheetError::reading(&e))?;
    let name = path.file_stem().map(|s| s.to_string_lossy().into_owned()).unwrap_or_default();
    read_bytes(&bytes, &name, progress)
}

/// Reads a spreadsheet from memory; `name` becomes the page name of a CSV text.
///
/// # Errors
/// As [`read`].
pub fn read_bytes(
    bytes: &[u8],
    name: &str,
    progress: &mut dyn FnMut(u64, u64) -> bool,
) -> Result<Book, SheetError> {
    if bytes.len() as u64 > MAX_BYTES {
        return Err(SheetError::TooBig);
    }
    let shape = shape(bytes)?;
    if !progress(0, 0) {
        return Err(SheetError::Cancelled);
    }
    // The workbook readers are other people's code over outside bytes: a panic in them is a broken
    // file, not a broken program.
    let read = catch_unwind(AssertUnwindSafe(|| match shape {
        Shape::Zip => xlsx::read(bytes, progress),
        Shape::Xls => xls::read(bytes, progress),
        Shape::Text => csv_in::read(bytes, name, progress),
        Shape::Html => html::read(bytes, name, progress),
    }));
    let mut book = read.unwrap_or(Err(SheetError::Damaged))?;
    if book.pages.iter().all(|p| p.rows.is_empty()) {
        return Err(SheetError::NoRows);
    }
    book.sha256 = hex::encode(Sha256::digest(bytes));
    Ok(book)
}

//! Outside files of every kind through the one door: what is read, what is refused and in which words,
//! what is written. Files are made in the test; only what cannot be made here is kept under `fixtures`.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)] // helpers of tests may stop a test

mod broken;
mod files;
mod fuzz;
mod text;
mod writing;

use std::path::PathBuf;

use sheet::{Book, Cell, SheetError, read_bytes};

/// Reads bytes without watching the progress.
fn open(bytes: &[u8]) -> Result<Book, SheetError> {
    read_bytes(bytes, "花名册", &mut |_, _| true)
}

fn fixture(name: &str) -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("tests/fixtures").join(name)
}

fn text(t: &str) -> Cell {
    Cell::Text(t.into())
}

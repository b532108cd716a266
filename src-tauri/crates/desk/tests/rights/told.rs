//! What an answer tells beside its own text: the words on the pages of a paper, and what lies in the file that a job left. A
//! compressed page and a packed table hold no word that could be searched.

use std::io::Write;
use std::path::Path;
use std::process::Command;

use serde_json::Value;

/// A scan of the room is shorter: a line of text under the head of a PDF.
const SCAN: usize = 1_000;

/// Bytes as text; of a paper also what stands on its pages, without spaces and line breaks.
pub(super) fn of_bytes(bytes: &[u8]) -> String {
    let mut told = String::from_utf8_lossy(bytes).into_owned();
    if bytes.starts_with(b"%PDF") && bytes.len() > SCAN {
        told.push('\n');
        told.push_str(&pages(bytes));
    }
    told
}

/// The text of a paper as poppler reads it.
fn pages(pdf: &[u8]) -> String {
    let mut file = tempfile::NamedTempFile::new().unwrap();
    file.write_all(pdf).unwrap();
    let read = Command::new("pdftotext")
        .args(["-raw", "-enc", "UTF-8"])
        .arg(file.path())
        .arg("-")
        .output()
        .unwrap_or_else(|why| panic!("pdftotext is missing ({why}): install poppler-utils"));
    assert!(read.status.success(), "pdftotext: {}", String::from_utf8_lossy(&read.stderr));
    String::from_utf8_lossy(&read.stdout).chars().filter(|c| !c.is_whitespace()).collect()
}

/// Every cell of a workbook.
pub(super) fn cells(book: &Path) -> String {
    let book = sheet::read(book, &mut |_, _| true).unwrap();
    let rows = book.pages.iter().flat_map(|page| &page.rows);
    rows.flat_map(|row| &row.cells).map(|(_, cell)| format!("{cell:?}\n")).collect()
}

/// What a job answered and what is in the file it wrote, which goes again; of a folder nothing more.
pub(super) fn of_job(args: &Value, answer: &Value) -> String {
    let mut told = answer.to_string();
    for path in [&args["to"], &answer["path"]] {
        let Some(file) = path.as_str().map(Path::new).filter(|path| path.is_file()) else { continue };
        let is_book = file.extension().is_some_and(|end| end == "xlsx");
        told.push('\n');
        told.push_str(&if is_book { cells(file) } else { of_bytes(&std::fs::read(file).unwrap()) });
        std::fs::remove_file(file).unwrap();
    }
    told
}

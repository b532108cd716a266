//! What a read file looks like: pages of rows of cells, with the file's own row and column numbers.
//! Rows hold only cells that have something in them, so ten thousand styled empty rows cost nothing.

use crate::cell::Cell;

/// Most cells of one file.
pub const MAX_CELLS: u64 = 30_000_000;

/// A read file.
#[derive(Clone, Debug)]
pub struct Book {
    /// The pages in the order of the file; a CSV file has one, named after the file.
    pub pages: Vec<Page>,
    /// SHA-256 of the file's bytes, 64 lower-case hexadecimal digits.
    pub sha256: String,
    /// What the file is, by its content.
    pub kind: Kind,
    /// How the text was encoded; only for CSV and web pages.
    pub encoding: Option<Encoding>,
    /// How many rows of the file are hidden or filtered away (their cells are read all the same).
    /// Always 0 for text and for `.xls`, where it is not known.
    pub hidden_rows: u32,
    /// How many pictures lie over its cells; they are not read. 0 where the format does not tell.
    pub pictures: u32,
    /// Whether plain serial numbers of days count from 1904 instead of 1900; cells shown as dates are
    /// right in either case.
    pub epoch_1904: bool,
}

impl Book {
    /// An empty book of a kind, to be filled by a reader.
    pub(crate) fn empty(kind: Kind) -> Self {
        Book {
            pages: Vec::new(),
            sha256: String::new(),
            kind,
            encoding: None,
            hidden_rows: 0,
            pictures: 0,
            epoch_1904: false,
        }
    }
}

/// One page (工作表) of a book.
#[derive(Clone, Debug, Default)]
pub struct Page {
    /// The name on its tab.
    pub name: String,
    /// Hidden by whoever made the file.
    pub hidden: bool,
    /// Rows that hold something, in ascending order of their number.
    pub rows: Vec<Row>,
    /// Merged areas; only the top left cell of each holds a value.
    pub merges: Vec<Merge>,
    /// Columns that are hidden, counted from 1 (their cells are read all the same); known of `.xlsx` only.
    pub hidden_columns: Vec<u32>,
}

/// One row that holds at least one cell.
#[derive(Clone, Debug, Default)]
pub struct Row {
    /// The row number in the file, counted from 1.
    pub number: u32,
    /// The column number, counted from 1, and the cell; ascending, without empty cells.
    pub cells: Vec<(u32, Cell)>,
}

/// A merged area, all four numbers counted from 1 and included.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Merge {
    /// First row.
    pub top: u32,
    /// Last row.
    pub bottom: u32,
    /// First column.
    pub left: u32,
    /// Last column.
    pub right: u32,
}

/// What a file is, by its content.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    /// Office Open XML (`.xlsx`, `.xlsm`).
    Xlsx,
    /// BIFF in an OLE container (`.xls`, `.et`).
    Xls,
    /// Text separated by commas, semicolons or tabs.
    Csv,
    /// A table of a web page: what old systems export under the name `.xls`, and what a sheet puts on the clipboard.
    Html,
}

/// The encoding a text file was found in.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Encoding {
    /// UTF-8, with or without a byte order mark.
    Utf8,
    /// GB 18030, of which GBK and GB 2312 are parts.
    Gb18030,
    /// UTF-16, low byte first ("Unicode text" of older Excel).
    Utf16Le,
    /// UTF-16, high byte first.
    Utf16Be,
}

impl Row {
    /// The cell in a column (counted from 1); empty when the file has none there.
    pub fn get(&self, col: u32) -> &Cell {
        match self.cells.binary_search_by_key(&col, |(c, _)| *c) {
            Ok(i) => self.cells.get(i).map_or(&Cell::Empty, |(_, cell)| cell),
            Err(_) => &Cell::Empty,
        }
    }

    /// True when no cell holds anything but white space.
    pub fn is_blank(&self) -> bool {
        self.cells.iter().all(|(_, c)| c.is_blank())
    }
}

impl Page {
    /// The last column in use, counted from 1; 0 for an empty page.
    pub fn width(&self) -> u32 {
        self.rows.iter().filter_map(|r| r.cells.last().map(|(c, _)| *c)).max().unwrap_or(0)
    }

    /// The row with this number, when it holds anything.
    pub fn row(&self, number: u32) -> Option<&Row> {
        self.rows.binary_search_by_key(&number, |r| r.number).ok().and_then(|i| self.rows.get(i))
    }

    /// The merged area that covers a cell (both numbers counted from 1).
    pub fn merge_at(&self, row: u32, col: u32) -> Option<&Merge> {
        self.merges.iter().find(|m| (m.top..=m.bottom).contains(&row) && (m.left..=m.right).contains(&col))
    }

    /// Puts a cell where it belongs; empty cells and empty texts are left out.
    /// Cells come in file order, so the last row and the last column are the usual place.
    pub(crate) fn put(&mut self, row: u32, col: u32, cell: Cell) {
        if matches!(&cell, Cell::Empty) || matches!(&cell, Cell::Text(t) if t.is_empty()) {
            return;
        }
        let at = match self.rows.last() {
            Some(last) if last.number == row => self.rows.len() - 1,
            Some(last) if last.number > row => match self.rows.binary_search_by_key(&row, |r| r.number) {
                Ok(i) => i,
                Err(i) => {
                    self.rows.insert(i, Row { number: row, cells: Vec::new() });
                    i
                }
            },
            _ => {
                let width = self.rows.last().map_or(0, |r| r.cells.len());
                self.rows.push(Row { number: row, cells: Vec::with_capacity(width) });
                self.rows.len() - 1
            }
        };
        if let Some(r) = self.rows.get_mut(at) {
            match r.cells.last() {
                Some((last, _)) if *last >= col => match r.cells.binary_search_by_key(&col, |(c, _)| *c) {
                    Ok(i) => r.cells[i].1 = cell,
                    Err(i) => r.cells.insert(i, (col, cell)),
                },
                _ => r.cells.push((col, cell)),
            }
        }
    }
}

//! Excel and CSV in and out: outside bytes become cells, rows become a workbook.
//! What a cell means (a name, an ID number, a wage) is not decided here; that is the work of `affairs`.
//! Files are opened read-only and recognised by their content, never by their name.

mod book;
mod cell;
mod csv_in;
mod csv_out;
mod detect;
mod error;
mod guard;
mod html;
mod parts;
mod read;
mod save;
mod text;
mod writer;
mod xls;
mod xls_guard;
mod xlsx;

pub use book::{Book, Encoding, Kind, MAX_CELLS, Merge, Page, Row};
pub use cell::{Cell, Number, cell_name, column_name};
pub use csv_out::CsvWriter;
pub use error::SheetError;
pub use read::{MAX_BYTES, read, read_bytes};
pub use writer::{Value, Writer};

//! One cell as the file holds it, and the name ("C5") by which a person finds it again.
//! No guessing: a number stays a number, and tells when Excel has already dropped its last digits.

use chrono::{NaiveDate, NaiveTime};

/// One cell of a page.
#[derive(Clone, Debug, PartialEq, Default)]
pub enum Cell {
    /// Nothing in it, or only an empty text.
    #[default]
    Empty,
    /// Text exactly as written, spaces and line breaks included; never the empty text.
    Text(Box<str>),
    /// A number, without any unit.
    Number(Number),
    /// A number that the workbook shows as a date.
    Date {
        /// The day.
        date: NaiveDate,
        /// The time of day, when it is not midnight.
        time: Option<NaiveTime>,
        /// The number in the file, counted from the workbook's own epoch (1900 or 1904).
        serial: f64,
    },
    /// TRUE or FALSE.
    Bool(bool),
    /// A formula without a usable result: `#REF!`, `#N/A`, or `公式没有结果`.
    Fault(Box<str>),
}

/// A number as a spreadsheet stores it: 64-bit floating point, of which Excel keeps 15 digits.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Number(pub f64);

impl Number {
    /// The shortest text that reads back to the same number, never in scientific notation.
    pub fn text(&self) -> String {
        format!("{}", self.0)
    }

    /// True when the number has more than 15 digits before the point: Excel has turned
    /// the rest into zeros, and no program can bring them back.
    pub fn lossy(&self) -> bool {
        self.0.abs() >= 1e15
    }
}

impl Cell {
    /// True for an empty cell and for one that holds white space only.
    pub fn is_blank(&self) -> bool {
        match self {
            Cell::Empty => true,
            Cell::Text(t) => t.chars().all(|c| c.is_whitespace() || c == '\u{200b}' || c == '\u{feff}'),
            _ => false,
        }
    }

    /// The cell as a person would see it, for showing the row "as in the file".
    pub fn show(&self) -> String {
        match self {
            Cell::Empty => String::new(),
            Cell::Text(t) => t.to_string(),
            Cell::Number(n) => n.text(),
            Cell::Date { date, time: None, .. } => date.to_string(),
            Cell::Date { date, time: Some(t), .. } => format!("{date} {t}"),
            Cell::Bool(b) => if *b { "TRUE" } else { "FALSE" }.to_string(),
            Cell::Fault(f) => f.to_string(),
        }
    }
}

/// The letters of a column, counted from 1: 1 is `A`, 27 is `AA`. Column 0 gives an empty text.
pub fn column_name(col: u32) -> String {
    let mut letters = Vec::new();
    let mut rest = col;
    while rest > 0 {
        let digit = (rest - 1) % 26;
        letters.push(char::from(b'A' + u8::try_from(digit).unwrap_or(0)));
        rest = (rest - 1) / 26;
    }
    letters.iter().rev().collect()
}

/// The name of a cell, row and column counted from 1: row 5, column 3 is `C5`.
pub fn cell_name(row: u32, col: u32) -> String {
    format!("{}{row}", column_name(col))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_cells_as_a_spreadsheet_does() {
        assert_eq!(cell_name(5, 3), "C5");
        assert_eq!(cell_name(1, 26), "Z1");
        assert_eq!(cell_name(1, 27), "AA1");
        assert_eq!(cell_name(1, 16384), "XFD1");
    }

    #[test]
    fn tells_when_digits_are_gone() {
        assert!(Number(1.10105199003071e17).lossy());
        assert_eq!(Number(1.10105199003071e17).text(), "110105199003071000");
        assert!(!Number(13800138000.0).lossy());
        assert_eq!(Number(13800138000.0).text(), "13800138000");
        assert_eq!(Number(1990.3).text(), "1990.3");
    }
}

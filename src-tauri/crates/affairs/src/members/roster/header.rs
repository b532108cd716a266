//! Finds the header of a roster by its names: anywhere in the first twelve rows, in any order of
//! columns, in one row or split in two. Rows above it (title, notes) are left alone.

use sheet::{Cell, Page, Row};

use super::field::Field;
use super::model::{ColumnFound, Header, UnknownColumn};

/// In how many rows from the top a header is looked for.
pub const SEARCH_ROWS: u32 = 12;

/// Headings without a name column make no roster, and a name alone makes none either.
const LEAST: usize = 2;

/// A header as its words tell it, of whatever kind of sheet.
#[derive(Debug, Clone)]
pub(crate) struct Head<T> {
    /// First row, counted from 1.
    pub row: u32,
    /// Last row.
    pub last_row: u32,
    /// Known columns in the order of the file.
    pub columns: Vec<(u32, T, String)>,
    /// Unknown ones.
    pub unknown: Vec<(u32, String)>,
}

/// What a heading names, and what may stand in several columns.
pub(crate) struct Words<'w, T> {
    pub of: &'w dyn Fn(&str) -> Option<T>,
    pub several: &'w dyn Fn(T) -> bool,
}

/// The header of a page, when it has one with a column for the name and at least one more.
pub fn find_header(page: &Page) -> Option<Header> {
    best(heads(page, &ROSTER).into_iter().filter(has_name)).map(|head| Header {
        row: head.row,
        last_row: head.last_row,
        columns: head
            .columns
            .into_iter()
            .map(|(column, field, heading)| ColumnFound { column, field, heading })
            .collect(),
        unknown: head
            .unknown
            .into_iter()
            .map(|(column, heading)| UnknownColumn { column, heading })
            .collect(),
    })
}

/// A field stands once; only phones may have several columns.
const ROSTER: Words<'_, Field> =
    Words { of: &Field::of_heading, several: &|field| matches!(field, Field::Phone) };

/// Whether some row has several known headings, but none for the name.
pub(super) fn lacks_name(page: &Page) -> bool {
    heads(page, &ROSTER).iter().any(|h| !has_name(h) && h.columns.len() >= 3)
}

fn has_name(h: &Head<Field>) -> bool {
    h.columns.iter().any(|c| c.1 == Field::Name)
}

/// Every row, and every pair of rows, near the top that has at least two known headings.
pub(crate) fn heads<T: Copy + PartialEq>(page: &Page, words: &Words<'_, T>) -> Vec<Head<T>> {
    heads_of(page, words, LEAST)
}

/// The same with so many known headings at least.
pub(crate) fn heads_of<T: Copy + PartialEq>(page: &Page, words: &Words<'_, T>, least: usize) -> Vec<Head<T>> {
    let rows: Vec<&Row> = page.rows.iter().take_while(|r| r.number <= SEARCH_ROWS + 1).collect();
    let single = rows.iter().map(|r| header(page, words, r, None));
    let pairs = rows.windows(2).filter_map(|w| match w {
        [a, b] if b.number == a.number + 1 => Some(header(page, words, a, Some(b))),
        _ => None,
    });
    single.chain(pairs).filter(|h| h.row <= SEARCH_ROWS && h.columns.len() >= least).collect()
}

/// More known columns win; then fewer unknown ones; then one row before two; then the row further up.
pub(crate) fn best<T>(heads: impl Iterator<Item = Head<T>>) -> Option<Head<T>> {
    use std::cmp::Reverse;
    heads.max_by_key(|h| {
        (h.columns.len(), Reverse(h.unknown.len()), Reverse(h.last_row - h.row), Reverse(h.row))
    })
}

fn header<T: Copy + PartialEq>(
    page: &Page,
    words: &Words<'_, T>,
    upper: &Row,
    lower: Option<&Row>,
) -> Head<T> {
    let mut found = Head {
        row: upper.number,
        last_row: lower.map_or(upper.number, |r| r.number),
        columns: Vec::new(),
        unknown: Vec::new(),
    };
    let last =
        [Some(upper), lower].iter().flatten().filter_map(|r| r.cells.last()).map(|c| c.0).max().unwrap_or(0);
    let columns: Vec<u32> = match lower {
        None => upper.cells.iter().map(|c| c.0).collect(),
        Some(_) => (1..=last.min(1000)).collect(),
    };
    for column in columns {
        let (known, heading) = match lower {
            None => {
                let text = text(upper.get(column));
                ((words.of)(&text), text)
            }
            Some(lower) => split(words, &above(page, upper, column), &text(lower.get(column))),
        };
        let heading = heading.trim().to_owned();
        if heading.is_empty() {
            continue;
        }
        let taken = |one: T| !(words.several)(one) && found.columns.iter().any(|c| c.1 == one);
        match known {
            Some(one) if !taken(one) => found.columns.push((column, one, heading)),
            _ => found.unknown.push((column, heading)),
        }
    }
    found
}

/// A heading in two rows: the lower one, the upper one, or both together.
fn split<T>(words: &Words<'_, T>, upper: &str, lower: &str) -> (Option<T>, String) {
    let both = format!("{}{}", upper.trim(), lower.trim());
    if lower.trim().is_empty() {
        return ((words.of)(upper), upper.to_owned());
    }
    for heading in [both.as_str(), lower] {
        if let Some(known) = (words.of)(heading) {
            return (Some(known), heading.to_owned());
        }
    }
    (None, both)
}

/// The upper heading over a column, also when it is merged across several.
fn above(page: &Page, upper: &Row, column: u32) -> String {
    let own = text(upper.get(column));
    if !own.trim().is_empty() {
        return own;
    }
    page.merge_at(upper.number, column).map_or(own, |m| text(upper.get(m.left)))
}

fn text(cell: &Cell) -> String {
    match cell {
        Cell::Text(t) => t.replace(['\n', '\r'], ""),
        _ => String::new(),
    }
}

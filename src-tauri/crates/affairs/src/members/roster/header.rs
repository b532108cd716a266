//! Finds the header of a roster by its names: anywhere in the first twelve rows, in any order of
//! columns, in one row or split in two. Rows above it (title, notes) are left alone.

use sheet::{Cell, Page, Row};

use super::field::Field;
use super::model::{ColumnFound, Header, UnknownColumn};

/// In how many rows from the top a header is looked for.
pub const SEARCH_ROWS: u32 = 12;

/// Headings without a name column make no roster, and a name alone makes none either.
const LEAST: usize = 2;

/// The header of a page, when it has one with a column for the name and at least one more.
pub fn find_header(page: &Page) -> Option<Header> {
    candidates(page).filter(has_name).max_by_key(score)
}

/// Whether some row has several known headings, but none for the name.
pub(super) fn lacks_name(page: &Page) -> bool {
    candidates(page).any(|h| !has_name(&h) && h.columns.len() >= 3)
}

fn candidates(page: &Page) -> impl Iterator<Item = Header> {
    let rows: Vec<&Row> = page.rows.iter().take_while(|r| r.number <= SEARCH_ROWS + 1).collect();
    let single = rows.clone().into_iter().map(|r| header(page, r, None));
    let pairs: Vec<Header> = rows
        .windows(2)
        .filter_map(|w| match w {
            [a, b] if b.number == a.number + 1 => Some(header(page, a, Some(b))),
            _ => None,
        })
        .collect();
    single
        .chain(pairs)
        .filter(|h| h.row <= SEARCH_ROWS && h.columns.len() >= LEAST)
        .collect::<Vec<_>>()
        .into_iter()
}

fn has_name(h: &Header) -> bool {
    h.columns.iter().any(|c| c.field == Field::Name)
}

/// More known columns win; then fewer unknown ones; then one row before two; then the row further up.
fn score(h: &Header) -> (usize, std::cmp::Reverse<usize>, std::cmp::Reverse<u32>, std::cmp::Reverse<u32>) {
    use std::cmp::Reverse;
    (h.columns.len(), Reverse(h.unknown.len()), Reverse(h.last_row - h.row), Reverse(h.row))
}

fn header(page: &Page, upper: &Row, lower: Option<&Row>) -> Header {
    let mut found = Header {
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
        let (field, heading) = match lower {
            None => {
                let text = text(upper.get(column));
                (Field::of_heading(&text), text)
            }
            Some(lower) => split(&above(page, upper, column), &text(lower.get(column))),
        };
        let heading = heading.trim().to_owned();
        if heading.is_empty() {
            continue;
        }
        // A field stands once; only phones may have several columns.
        let taken = |f: Field| f != Field::Phone && found.columns.iter().any(|c| c.field == f);
        match field {
            Some(field) if !taken(field) => found.columns.push(ColumnFound { column, field, heading }),
            _ => found.unknown.push(UnknownColumn { column, heading }),
        }
    }
    found
}

/// A heading in two rows: the lower one, the upper one, or both together.
fn split(upper: &str, lower: &str) -> (Option<Field>, String) {
    let both = format!("{}{}", upper.trim(), lower.trim());
    if lower.trim().is_empty() {
        return (Field::of_heading(upper), upper.to_owned());
    }
    for heading in [both.as_str(), lower] {
        if let Some(field) = Field::of_heading(heading) {
            return (Some(field), heading.to_owned());
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

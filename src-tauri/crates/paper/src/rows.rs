//! The cells of a table, row by row. One text holds them all: a register of 100,000 people is three pieces of memory and
//! not a million.

use serde::{Deserialize, Serialize};

/// Rows of cells; a row may be shorter than others.
#[derive(Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(from = "Vec<Vec<String>>", into = "Vec<Vec<String>>")]
pub struct Rows {
    text: String,
    /// Where each cell ends in the text.
    cells: Vec<usize>,
    /// Where each row ends in the cells.
    rows: Vec<usize>,
}

/// A row of [`Rows`].
#[derive(Clone, Copy)]
pub struct Row<'a> {
    rows: &'a Rows,
    /// Its first cell, and the one behind its last.
    cells: (usize, usize),
}

impl Rows {
    /// Adds a row below the others.
    pub fn push<S: AsRef<str>>(&mut self, row: impl IntoIterator<Item = S>) {
        for cell in row {
            self.text.push_str(cell.as_ref());
            self.cells.push(self.text.len());
        }
        self.rows.push(self.cells.len());
    }

    /// How many rows.
    #[must_use]
    pub fn len(&self) -> usize {
        self.rows.len()
    }

    /// Whether there is no row.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.rows.is_empty()
    }

    /// The rows from top to bottom.
    pub fn iter(&self) -> impl Iterator<Item = Row<'_>> {
        let from = std::iter::once(0).chain(self.rows.iter().copied());
        from.zip(&self.rows).map(|(from, to)| Row { rows: self, cells: (from, *to) })
    }

    fn cell(&self, at: usize) -> &str {
        let from = at.checked_sub(1).map_or(0, |before| self.cells[before]);
        &self.text[from..self.cells[at]]
    }
}

impl<'a> Row<'a> {
    /// A cell; none when the row is shorter.
    #[must_use]
    pub fn get(self, column: usize) -> Option<&'a str> {
        let at = self.cells.0 + column;
        (at < self.cells.1).then(|| self.rows.cell(at))
    }

    /// The cells from left to right.
    pub fn iter(self) -> impl Iterator<Item = &'a str> {
        (self.cells.0..self.cells.1).map(move |at| self.rows.cell(at))
    }
}

impl<S: AsRef<str>, R: IntoIterator<Item = S>> FromIterator<R> for Rows {
    fn from_iter<I: IntoIterator<Item = R>>(rows: I) -> Rows {
        let mut out = Rows::default();
        rows.into_iter().for_each(|row| out.push(row));
        out
    }
}

impl From<Vec<Vec<String>>> for Rows {
    fn from(rows: Vec<Vec<String>>) -> Rows {
        rows.into_iter().collect()
    }
}

impl From<Rows> for Vec<Vec<String>> {
    fn from(rows: Rows) -> Vec<Vec<String>> {
        rows.iter().map(|row| row.iter().map(str::to_owned).collect()).collect()
    }
}

impl std::fmt::Debug for Rows {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_list().entries(self.iter().map(|row| row.iter().collect::<Vec<_>>())).finish()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn cells_come_back_as_they_were_put_in() {
        let rows =
            vec![vec!["甲".to_owned(), String::new()], vec![], vec![String::new(), "乙\n丙".to_owned()]];
        let kept = Rows::from(rows.clone());
        assert_eq!((kept.len(), kept.is_empty()), (3, false));
        let second: Vec<_> = kept.iter().map(|row| row.get(1)).collect();
        assert_eq!(second, [Some(""), None, Some("乙\n丙")], "a short row has no such cell");
        assert_eq!(Vec::from(kept), rows);
        assert!(Rows::default().is_empty());
    }
}

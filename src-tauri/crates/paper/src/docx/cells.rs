//! What every table of a Word file is made of: rows of cells of one paragraph, texts of cells line by line, the air under it.

use super::parts::{Cell, Para, Row, Run};
use super::styles::Stand;
use crate::document::Align;

/// A table cannot touch what follows it: the air that parts them at the least.
pub(super) const SEAM: f32 = 1.0;

/// A row of cells of one paragraph each.
pub(super) fn row(paras: impl IntoIterator<Item = Para>) -> Row {
    let cells = paras.into_iter().map(|para| Cell { paras: vec![para], ..Cell::default() }).collect();
    Row { cells, ..Row::default() }
}

/// A cell's text, a line of it a line of the cell.
pub(super) fn broken(text: &str, size: f32) -> Vec<Run> {
    let mut runs = Vec::new();
    for part in text.trim_end().split('\n') {
        if !runs.is_empty() {
            runs.push(Run::Break);
        }
        runs.push(Run::Text { text: part.trim().to_owned(), style: None, size: Some(size) });
    }
    runs
}

/// How the text of a column stands.
pub(super) fn stand(align: Align) -> Option<Stand> {
    match align {
        Align::Left => None,
        Align::Center => Some(Stand::Center),
        Align::Right => Some(Stand::Right),
    }
}

//! Cells over several columns and rows: ruled forms, and heads of tables that share a head above them. Where they stand
//! is the layout's.

use super::body::Body;
use super::cells::{SEAM, broken, row, stand};
use super::parts::{Cell, Down, Para, Part, Row, Rules, Table};
use super::styles::{Stand, Style};
use super::units::lines;
use crate::document::{Column, FormRow};
use crate::layout::columns::{readable, spaced};
use crate::layout::form::{edges, places};
use crate::layout::measure::{MM, PITCH};
use crate::layout::table::groups;

impl Body {
    pub(super) fn form_table(&mut self, widths: &[f32], rows: &[FormRow], size: f32) {
        if widths.is_empty() || rows.is_empty() {
            return;
        }
        let size = readable(size);
        let (line, pad) = spaced(size);
        let edges = edges(widths, self.across());
        let mut all: Vec<Row> = rows
            .iter()
            .map(|r| Row { height: (r.height > 0.0).then_some((r.height * MM, false)), ..Row::default() })
            .collect();
        let mut placed = places(rows, widths.len());
        // Word wants a cell in every row that one reaches through.
        placed.sort_by_key(|place| (place.column, place.row));
        let mut at: Vec<(usize, usize, Cell)> = Vec::new();
        for place in placed {
            let room = edges[place.column + place.across] - edges[place.column] - 2.0 * pad.0;
            let para = |style, text: &str, stand| Para {
                style,
                runs: broken(text, size),
                line: Some(line),
                stand,
                ..Para::default()
            };
            let mut paras = vec![Para { line: Some(line), ..Para::default() }];
            if let Some(one) = place.cell {
                paras = if one.label {
                    vec![para(Style::TableHead, &one.text, None)]
                } else {
                    vec![para(Style::TableText, &one.text, stand(one.align))]
                };
                if !one.foot.is_empty() {
                    let own = lines(&one.text, size, room) + lines(&one.foot, size, room);
                    let high: f32 =
                        rows[place.row..place.row + place.down].iter().map(|r| r.height * MM).sum();
                    let before = (high - own as f32 * line - 2.0 * pad.1).max(0.0);
                    let foot = para(Style::TableText, &one.foot, Some(Stand::Right));
                    paras.push(Para { before, ..foot });
                }
            }
            let down = if place.down > 1 { Down::Begins } else { Down::No };
            let more = place.across - 1;
            at.push((place.row, place.column, Cell { paras, more, down, ..Cell::default() }));
            at.extend((1..place.down).map(|k| (place.row + k, place.column, empty(more))));
        }
        at.sort_by_key(|(row, column, _)| (*row, *column));
        for (row, _, cell) in at {
            all[row].cells.push(cell);
        }
        let count = all.len();
        for (i, own) in all.iter_mut().enumerate() {
            if i + 1 < count && (i == 0 || i + 2 == count) {
                own.hold();
            }
        }
        let widths = edges.windows(2).map(|w| w[1] - w[0]).collect();
        self.push(Part::Table(Table { widths, rows: all, rules: Rules::All, pad }));
        self.para(Para::gap(0.3 * PITCH));
    }
}

/// The head of a table, of two rows where a head stands over several columns.
pub(super) fn heads(columns: &[Column], text: &dyn Fn(Style, &str) -> Para) -> Vec<Row> {
    let own = |i: usize| text(Style::TableHead, &columns[i].head);
    let groups = groups(columns);
    let mut rows = if groups.is_empty() {
        vec![row((0..columns.len()).map(own))]
    } else {
        let (mut upper, mut lower) = (Row::default(), Row::default());
        let mut i = 0;
        while i < columns.len() {
            if let Some(range) = groups.iter().find(|range| range.start == i) {
                let over = vec![text(Style::TableHead, &columns[i].over)];
                upper.cells.push(Cell { paras: over, more: range.len() - 1, ..Cell::default() });
                lower.cells.extend(range.clone().map(|k| Cell { paras: vec![own(k)], ..Cell::default() }));
                i = range.end;
            } else {
                upper.cells.push(Cell { paras: vec![own(i)], down: Down::Begins, ..Cell::default() });
                lower.cells.push(empty(0));
                i += 1;
            }
        }
        vec![upper, lower]
    };
    for own in &mut rows {
        own.head = true;
        own.hold();
    }
    rows
}

/// The part of a cell in a row below its first.
fn empty(more: usize) -> Cell {
    Cell { paras: vec![Para::gap(SEAM)], more, down: Down::GoesOn, ..Cell::default() }
}

//! Ruled forms: cells over several columns and rows. Rows that a cell ties together are a band and stay on one page; a band
//! too tall for that is cut between its lines. Where cells stand in the grid is told to the Word writer too.

use std::rc::Rc;

use super::Composer;
use super::columns::{readable, spaced};
use super::line::{Line, Style, runs};
use super::measure::{MM, baseline};
use super::page::{Ink, Rule};
use super::piece::{INNER, Piece, Row, Table};
use super::table::TALL;
use crate::document::{Align, FormCell, FormRow};
use crate::error::PaperError;
use crate::faces::Role;

/// A band with room for hands and seals stays whole up to this part of a page.
const WHOLE: f32 = 0.9;

/// A cell and its place in the grid.
#[derive(Debug, Clone)]
pub(crate) struct Placed<'a> {
    pub cell: Option<&'a FormCell>,
    pub row: usize,
    pub column: usize,
    pub across: usize,
    pub down: usize,
}

/// The cells in their places, in the order of reading; gaps are filled with empty cells, so every place is taken once.
pub(crate) fn places(rows: &[FormRow], columns: usize) -> Vec<Placed<'_>> {
    let mut taken = vec![vec![false; columns]; rows.len()];
    let mut out = Vec::new();
    for (r, row) in rows.iter().enumerate() {
        let mut cells = row.cells.iter();
        let mut c = 0;
        while c < columns {
            if taken[r][c] {
                c += 1;
                continue;
            }
            let free = taken[r][c..].iter().take_while(|t| !**t).count();
            let cell = cells.next();
            let across = cell.map_or(free, |one| usize::from(one.across.max(1)).min(free));
            let down = cell.map_or(1, |one| usize::from(one.down.max(1)).min(rows.len() - r));
            for line in &mut taken[r..r + down] {
                line[c..c + across].fill(true);
            }
            out.push(Placed { cell, row: r, column: c, across, down });
            c += across;
        }
    }
    out
}

/// Left edges of the columns and the right edge of the last.
pub(crate) fn edges(widths: &[f32], width: f32) -> Vec<f32> {
    let total: f32 = widths.iter().map(|w| w.max(0.0)).sum();
    let mut edges = vec![0.0];
    let mut x = 0.0;
    for own in widths {
        x += if total > 0.0 { own.max(0.0) / total } else { 1.0 / widths.len() as f32 } * width;
        edges.push(x);
    }
    edges
}

/// A cell with its lines.
struct Set<'a> {
    place: Placed<'a>,
    text: Vec<Line>,
    foot: Vec<Line>,
}

impl Set<'_> {
    fn lines(&self) -> usize {
        self.text.len() + self.foot.len()
    }
}

/// A form being set.
struct Sheet<'a> {
    cells: Vec<Set<'a>>,
    edges: Vec<f32>,
    size: f32,
    line: f32,
    pad: (f32, f32),
}

impl Composer<'_, '_, '_> {
    pub(super) fn form(
        &mut self,
        id: &str,
        widths: &[f32],
        rows: &[FormRow],
        size: f32,
    ) -> Result<(), PaperError> {
        if widths.is_empty() || rows.is_empty() {
            return Ok(());
        }
        let size = readable(size);
        let (line, pad) = spaced(size);
        let edges = edges(widths, self.look.width);
        let mut cells = Vec::new();
        for place in places(rows, widths.len()) {
            let width = edges[place.column + place.across] - edges[place.column] - 2.0 * pad.0;
            let (mut text, mut foot) = (Vec::new(), Vec::new());
            if let Some(cell) = place.cell {
                let role = if cell.label { Role::Hei } else { self.look.body.role };
                text = self.cell(id, &cell.text, Style::solid(role, size), width)?;
                if !cell.foot.is_empty() {
                    foot = self.cell(id, &cell.foot, Style::solid(self.look.body.role, size), width)?;
                }
            }
            cells.push(Set { place, text, foot });
        }
        let sheet = Sheet { cells, edges, size, line, pad };
        let ends = vec![0.0, self.look.width];
        let table = Rc::new(Table { edges: ends, starts: vec![0.0; 2], head: Piece::default() });
        self.air_over_table();
        let bands = bands(&sheet.cells, rows.len());
        let count = bands.len();
        for (i, band) in bands.into_iter().enumerate() {
            let most = if rows[band.clone()].iter().any(|r| r.height > 0.0) { WHOLE } else { TALL };
            let tops = sheet.tops(&band, rows, false);
            let pieces = if tops[tops.len() - 1] <= most * self.flow.height() {
                vec![sheet.piece(&band, &tops, (0.0, f32::MAX), false)]
            } else {
                sheet.strips(&band, rows)
            };
            let parts = pieces.len();
            for (k, mut piece) in pieces.into_iter().enumerate() {
                let closed = k + 1 == parts;
                piece.row = Some(Row { closed, ..Row::of(&table) });
                // Neither the first band nor the last stands on a page alone, nor a line of a cut one.
                let held = parts == 1 && i + 1 < count && (i == 0 || i + 2 == count);
                piece.keep = held || (parts > 1 && (k == 0 || k + 2 == parts));
                self.push(piece)?;
            }
        }
        self.flow.snap(0.3 * self.flow.pitch);
        Ok(())
    }
}

/// Runs of rows that no cell reaches out of.
fn bands(cells: &[Set<'_>], rows: usize) -> Vec<std::ops::Range<usize>> {
    let mut out = Vec::new();
    let mut from = 0;
    for to in 1..=rows {
        let crossed = cells.iter().any(|c| c.place.row < to && c.place.row + c.place.down > to);
        if !crossed {
            out.push(from..to);
            from = to;
        }
    }
    out
}

impl Sheet<'_> {
    /// Upper edges of a band's rows and the lower edge of the last. `even` rounds them to whole lines, so that lines of
    /// all cells lie beside each other and the band can be cut between them.
    fn tops(&self, band: &std::ops::Range<usize>, rows: &[FormRow], even: bool) -> Vec<f32> {
        let rounded = |height: f32| if even { (height / self.line).ceil() * self.line } else { height };
        let natural = |set: &Set<'_>| set.lines().max(1) as f32 * self.line + 2.0 * self.pad.1;
        let mut tops = vec![0.0];
        for r in band.clone() {
            let mut height = rows[r].height.max(0.0) * MM;
            for set in self.cells.iter().filter(|set| set.place.row + set.place.down == r + 1) {
                // What the rows above give a cell that ends here is given already.
                let above = tops[r - band.start] - tops[set.place.row - band.start];
                height = height.max(natural(set) - above);
            }
            let least = self.line + 2.0 * self.pad.1;
            tops.push(tops[tops.len() - 1] + rounded(height.max(least)));
        }
        tops
    }

    /// What lies between two heights of a band.
    fn piece(&self, band: &std::ops::Range<usize>, tops: &[f32], cut: (f32, f32), even: bool) -> Piece {
        let bottom = tops[tops.len() - 1].min(cut.1);
        let mut piece = Piece { height: bottom - cut.0, ..Piece::default() };
        let inside = |y: f32| y >= cut.0 - 0.01 && y < bottom - 0.01;
        for set in self.cells.iter().filter(|set| band.contains(&set.place.row)) {
            let place = &set.place;
            let top = tops[place.row - band.start];
            let foot = tops[place.row - band.start + place.down];
            let (left, right) = (self.edges[place.column], self.edges[place.column + place.across]);
            let room = foot - top - set.lines() as f32 * self.line;
            let centred = !even && set.foot.is_empty();
            let first = top + if centred { room / 2.0 } else { self.pad.1 };
            let last = foot - self.pad.1 - set.foot.len() as f32 * self.line;
            let after = if even { first + set.text.len() as f32 * self.line } else { last };
            let align = match place.cell {
                Some(cell) if cell.label => Align::Center,
                Some(cell) => cell.align,
                None => Align::Left,
            };
            let mut lay = |lines: &[Line], top: f32, align: Align| {
                for (k, line) in lines.iter().enumerate() {
                    let y = top + k as f32 * self.line;
                    if inside(y) {
                        let spare = right - left - 2.0 * self.pad.0 - line.width;
                        let x = left
                            + self.pad.0
                            + match align {
                                Align::Left => 0.0,
                                Align::Center => spare / 2.0,
                                Align::Right => spare,
                            };
                        let base = y - cut.0 + baseline(self.line, self.size);
                        runs(&line.atoms, x, base, Ink::Black, &mut piece.runs);
                    }
                }
            };
            lay(&set.text, first, align);
            lay(&set.foot, after, Align::Right);
            let mut rule = |from: (f32, f32), to: (f32, f32)| {
                piece.rules.push(Rule { from, to, width: INNER, ink: Ink::Black });
            };
            let (from, to) = (top.max(cut.0) - cut.0, foot.min(bottom) - cut.0);
            if place.column + place.across + 1 < self.edges.len() && to > from {
                rule((right, from), (right, to));
            }
            if foot < tops[tops.len() - 1] - 0.01 && inside(foot) {
                rule((left, foot - cut.0), (right, foot - cut.0));
            }
        }
        piece
    }

    /// A band as pieces of one line each.
    fn strips(&self, band: &std::ops::Range<usize>, rows: &[FormRow]) -> Vec<Piece> {
        let tops = self.tops(band, rows, true);
        let end = tops[tops.len() - 1];
        let mut cuts = vec![0.0];
        let mut y = self.pad.1 + self.line;
        while y + self.line < end {
            cuts.push(y);
            y += self.line;
        }
        cuts.push(end);
        cuts.windows(2).map(|w| self.piece(band, &tops, (w[0], w[1]), true)).collect()
    }
}

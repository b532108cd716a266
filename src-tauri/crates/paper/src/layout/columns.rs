//! The columns of a table: shares of the full width, evened out where a short fact would wrap, and the type they are set
//! in. How wide a text is, the asker says: the layout by its glyphs, the Word writer by counting.

use super::measure::{HEIGHT, WIDTH};
use crate::document::{Align, BlockKind, Column, Document};
use crate::error::PaperError;
use crate::rows::Rows;

/// Tables of more rows are set as the template says; measuring them would cost more than it gives.
const MEASURED: usize = 40;
/// What a column of running text keeps when a neighbour needs room.
const PROSE: f32 = WIDTH * 0.3;

/// Tables of one shape with more rows together than this are set as the template says.
const MEASURED_ALIKE: usize = 400;

/// The columns of tables of one shape in a paper: the same heads on leaves of one way. All of them stand alike.
pub(crate) struct Shape {
    columns: Vec<Column>,
    size: f32,
    width: f32,
    edges: Vec<f32>,
}

/// The shapes that more than one table of a paper has. `measure` is told the block it measures for.
pub(crate) fn shapes(doc: &Document, measure: MeasuringIn<'_>) -> Result<Vec<Shape>, PaperError> {
    struct Alike<'d> {
        columns: &'d [Column],
        size: f32,
        width: f32,
        tables: Vec<(&'d str, &'d Rows)>,
    }
    let mut found: Vec<Alike<'_>> = Vec::new();
    let mut width = WIDTH;
    for block in &doc.blocks {
        match &block.kind {
            BlockKind::Leaf { wide } => width = if *wide { HEIGHT } else { WIDTH },
            BlockKind::Table { columns, rows, size, .. } if !columns.is_empty() => {
                let one = (block.id.as_str(), rows);
                let same = |other: &&mut Alike<'_>| {
                    other.columns == columns.as_slice() && other.size == *size && other.width == width
                };
                match found.iter_mut().find(same) {
                    Some(alike) => alike.tables.push(one),
                    None => found.push(Alike { columns, size: *size, width, tables: vec![one] }),
                }
            }
            _ => {}
        }
    }
    let mut shapes = Vec::new();
    for Alike { columns, size, width, tables } in found.into_iter().filter(|alike| alike.tables.len() > 1) {
        let mut cells = Cells::new(columns, size, width);
        let all: usize = tables.iter().map(|(_, rows)| rows.len()).sum();
        if all <= MEASURED_ALIKE {
            let mut wanted: Vec<f32> = vec![0.0; columns.len()];
            for (id, rows) in tables {
                let own = cells.wanted(rows, &mut |head, text, size| measure(id, head, text, size))?;
                wanted.iter_mut().zip(own).for_each(|(most, own)| *most = most.max(own));
            }
            cells.even_out(&wanted);
        }
        let Cells { edges, .. } = cells;
        shapes.push(Shape { columns: columns.to_vec(), size, width, edges });
    }
    Ok(shapes)
}

/// Tells the width of a text: whether it stands in the head, the text, its size.
pub(crate) type Measuring<'m> = &'m mut dyn FnMut(bool, &str, f32) -> Result<f32, PaperError>;

/// As [`Measuring`], told the block first.
pub(crate) type MeasuringIn<'m> = &'m mut dyn FnMut(&str, bool, &str, f32) -> Result<f32, PaperError>;

/// What a table's cells share.
pub(crate) struct Cells<'a> {
    pub columns: &'a [Column],
    /// Left edges of the columns and the right edge of the last.
    pub edges: Vec<f32>,
    /// Size of the type.
    pub size: f32,
    /// From one line to the next.
    pub line: f32,
    /// Between the rules and the text: beside it, above and below it.
    pub pad: (f32, f32),
}

/// The size of a table's type within reason.
pub(crate) fn readable(size: f32) -> f32 {
    if size.is_finite() { size.clamp(6.0, 22.0) } else { 14.0 }
}

/// From one line to the next, and the air beside and above a cell's text, in type of this size.
pub(crate) fn spaced(size: f32) -> (f32, (f32, f32)) {
    match size {
        ..10.5 => (size * 1.2, (2.5, 2.2)),
        ..12.5 => (size * 1.4, (4.0, 3.5)),
        _ => (size * 1.4, (5.0, 4.5)),
    }
}

impl<'a> Cells<'a> {
    /// The columns as those of its shape stand; one of a kind as the template shares them, evened out if the table is small
    /// enough to be measured.
    pub fn fitted(
        columns: &'a [Column],
        rows: &Rows,
        (size, width): (f32, f32),
        shapes: &[Shape],
        measure: Measuring<'_>,
    ) -> Result<Cells<'a>, PaperError> {
        let mut cells = Cells::new(columns, size, width);
        let same = |shape: &&Shape| shape.columns == columns && shape.size == size && shape.width == width;
        if let Some(shape) = shapes.iter().find(same) {
            cells.edges.clone_from(&shape.edges);
            return Ok(cells);
        }
        if rows.len() <= MEASURED {
            let wanted = cells.wanted(rows, measure)?;
            cells.even_out(&wanted);
        }
        Ok(cells)
    }

    fn new(columns: &'a [Column], size: f32, width: f32) -> Cells<'a> {
        let size = readable(size);
        let total: f32 = columns.iter().map(|c| c.width.max(0.0)).sum();
        let share = |w: f32| if total > 0.0 { w.max(0.0) / total } else { 1.0 / columns.len() as f32 };
        let mut edges = vec![0.0];
        let mut x = 0.0;
        for c in columns {
            x += share(c.width) * width;
            edges.push(x);
        }
        let (line, pad) = spaced(size);
        Cells { columns, edges, size, line, pad }
    }

    /// Width of a column.
    pub fn width(&self, column: usize) -> f32 {
        self.edges[column + 1] - self.edges[column]
    }

    /// How wide each column would be if nothing in it wrapped.
    fn wanted(&self, rows: &Rows, measure: Measuring<'_>) -> Result<Vec<f32>, PaperError> {
        let mut wanted = Vec::with_capacity(self.columns.len());
        for (i, column) in self.columns.iter().enumerate() {
            let body = || rows.iter().filter_map(move |row| row.get(i));
            let texts = std::iter::once((true, column.head.as_str())).chain(body().map(|text| (false, text)));
            let mut most: f32 = 0.0;
            for (head, part) in texts.flat_map(|(head, text)| text.split('\n').map(move |p| (head, p))) {
                most = most.max(measure(head, part.trim(), self.size)?);
            }
            // A column without a word is room for the hand: it keeps what the template gives it.
            let blank = body().all(|text| text.trim().is_empty());
            let given = if blank { self.width(i) } else { 0.0 };
            wanted.push((most + 2.0 * self.pad.0 + 0.5).max(given));
        }
        Ok(wanted)
    }

    /// Gives a column what it lacks, if that keeps its text from wrapping at all: short facts (centred or right) before
    /// running text, from columns with room to spare, then from running text, which wraps anyway.
    fn even_out(&mut self, wanted: &[f32]) {
        let mut widths: Vec<f32> = (0..self.columns.len()).map(|i| self.width(i)).collect();
        let prose = |i: usize| self.columns[i].align == Align::Left;
        let mut order: Vec<usize> = (0..widths.len()).collect();
        order.sort_by_key(|i| prose(*i));
        for taker in order {
            let lack = wanted[taker] - widths[taker];
            if lack <= 0.0 {
                continue;
            }
            let room = |i: usize, widths: &[f32]| {
                let least = if prose(i) && !prose(taker) { wanted[i].min(PROSE) } else { wanted[i] };
                if i == taker { 0.0 } else { (widths[i] - least).max(0.0) }
            };
            let rooms: Vec<f32> = (0..widths.len()).map(|i| room(i, &widths)).collect();
            let total: f32 = rooms.iter().sum();
            // A fact is helped whole or not at all; running text takes what there is.
            let lack = if prose(taker) { lack.min(total) } else { lack };
            if total < lack || lack <= 0.0 {
                continue;
            }
            for (width, room) in widths.iter_mut().zip(rooms) {
                *width -= room * lack / total;
            }
            widths[taker] += lack;
        }
        let mut x = 0.0;
        for (edge, width) in self.edges.iter_mut().skip(1).zip(widths) {
            x += width;
            *edge = x;
        }
    }
}

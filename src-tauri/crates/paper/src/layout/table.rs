//! Tables: the head repeated on each page, rows kept whole unless they are tall, rules drawn by the flow once a page.
//! How wide the columns are is `columns`'s; cells know only text.

use std::rc::Rc;

use super::Composer;
use super::columns::Cells;
use super::flow::{Piece, Row, Table};
use super::line::{Line, Measure, Style, break_lines, runs, shape, width_of};
use super::measure::{HEIGHT, baseline};
use super::page::Ink;
use crate::document::{Align, Column, Form};
use crate::error::PaperError;
use crate::faces::Role;

/// A row taller than this part of a page may be cut between its lines.
pub(crate) const TALL: f32 = HEIGHT * 0.4;

/// A table of so few rows stays on one page,
const FEW: usize = 6;
/// unless that would leave this part of the page before it blank.
const TOGETHER: f32 = HEIGHT * 0.34;

impl Composer<'_, '_, '_> {
    pub(super) fn table(
        &mut self,
        id: &str,
        columns: &[Column],
        rows: &[Vec<String>],
        size: f32,
    ) -> Result<(), PaperError> {
        if columns.is_empty() {
            return Ok(());
        }
        let role = self.look.body.role;
        let cells = Cells::fitted(columns, rows, size, &mut |head, text, size| {
            let style = Style::solid(if head { Role::Hei } else { role }, size);
            shape(self.shaper, style, text, id).map(|atoms| width_of(&atoms))
        })?;
        let heads: Vec<&str> = columns.iter().map(|c| c.head.as_str()).collect();
        let head_lines = self.cells(id, &cells, &heads, Role::Hei)?;
        let height = cells.height(&head_lines);
        let head = cells.whole(&head_lines, height, true);
        let table = Rc::new(Table { edges: cells.edges.clone(), head });
        let together = rows.len() <= FEW && {
            let mut total = height;
            for row in rows {
                total += cells.height(&self.row(id, &cells, row)?);
            }
            total <= TOGETHER
        };
        for (i, row) in rows.iter().enumerate() {
            if self.flow.done {
                return Ok(());
            }
            let lines = self.row(id, &cells, row)?;
            let height = cells.height(&lines);
            if height > TALL {
                for piece in cells.cut(&lines, &table) {
                    self.push(piece)?;
                }
            } else {
                let mut piece = cells.whole(&lines, height, false);
                piece.row = Some(Row { table: Rc::clone(&table), is_head: false, closed: true });
                // Neither the first row nor the last stands on a page alone.
                let last = i + 1 == rows.len();
                piece.keep =
                    !last && (together || (i == 0 && rows.len() > 2) || (i > 0 && i + 2 == rows.len()));
                self.push(piece)?;
            }
        }
        if rows.is_empty() {
            let row = Some(Row { table: Rc::clone(&table), is_head: true, closed: true });
            self.push(Piece { row, ..table.head.clone() })?;
        }
        // A register is tables and no running text: nothing need stand on the grid.
        if self.form == Form::Register {
            self.gap(0.4);
        } else {
            self.flow.snap(0.3 * self.flow.pitch);
        }
        Ok(())
    }

    /// The cells of a row; those it lacks are empty.
    fn row(&mut self, id: &str, cells: &Cells<'_>, row: &[String]) -> Result<Vec<Vec<Line>>, PaperError> {
        let texts: Vec<&str> =
            (0..cells.columns.len()).map(|i| row.get(i).map_or("", String::as_str)).collect();
        self.cells(id, cells, &texts, self.look.body.role)
    }

    fn cells(
        &mut self,
        id: &str,
        cells: &Cells<'_>,
        texts: &[&str],
        role: Role,
    ) -> Result<Vec<Vec<Line>>, PaperError> {
        let style = Style::solid(role, cells.size);
        let mut out = Vec::with_capacity(texts.len());
        for (i, text) in texts.iter().enumerate() {
            let width = cells.edges[i + 1] - cells.edges[i] - 2.0 * cells.pad.0;
            let mut lines = Vec::new();
            for part in text.split('\n') {
                lines.extend(break_lines(
                    &shape(self.shaper, style, part.trim(), id)?,
                    Measure::ragged(width),
                ));
            }
            while lines.len() > 1 && lines.last().is_some_and(|l| l.atoms.is_empty()) {
                lines.pop();
            }
            out.push(lines);
        }
        Ok(out)
    }
}

impl Cells<'_> {
    fn height(&self, cells: &[Vec<Line>]) -> f32 {
        let most = cells.iter().map(Vec::len).max().unwrap_or(1);
        most as f32 * self.line + 2.0 * self.pad.1
    }

    /// A row in one piece, its cells in the middle.
    fn whole(&self, cells: &[Vec<Line>], height: f32, head: bool) -> Piece {
        let mut piece = Piece { height, ..Piece::default() };
        for (i, lines) in cells.iter().enumerate() {
            let top = (height - lines.len() as f32 * self.line) / 2.0;
            for (k, line) in lines.iter().enumerate() {
                self.set(i, line, top + k as f32 * self.line, head, &mut piece);
            }
        }
        piece
    }

    /// A tall row as pieces of one line each, its cells from the top; two lines stay together at either end.
    fn cut(&self, cells: &[Vec<Line>], table: &Rc<Table>) -> Vec<Piece> {
        let most = cells.iter().map(Vec::len).max().unwrap_or(1);
        let mut out = Vec::with_capacity(most);
        for k in 0..most {
            let above = if k == 0 { self.pad.1 } else { 0.0 };
            let below = if k + 1 == most { self.pad.1 } else { 0.0 };
            let row = Row { table: Rc::clone(table), is_head: false, closed: k + 1 == most };
            let mut piece = Piece { height: self.line + above + below, row: Some(row), ..Piece::default() };
            piece.keep = k == 0 || k + 2 == most;
            for (i, lines) in cells.iter().enumerate() {
                if let Some(line) = lines.get(k) {
                    self.set(i, line, above, false, &mut piece);
                }
            }
            out.push(piece);
        }
        out
    }

    fn set(&self, column: usize, line: &Line, top: f32, head: bool, piece: &mut Piece) {
        let (left, right) = (self.edges[column] + self.pad.0, self.edges[column + 1] - self.pad.0);
        let spare = right - left - line.width;
        let align = if head { Align::Center } else { self.columns[column].align };
        let x = match align {
            Align::Left => left,
            Align::Center => left + spare / 2.0,
            Align::Right => left + spare,
        };
        runs(&line.atoms, x, top + baseline(self.line, self.size), Ink::Black, &mut piece.runs);
    }
}

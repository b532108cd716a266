//! Tables: the head repeated on each page, rows kept whole unless they are tall, rules drawn by the flow once a page.
//! How wide the columns are is `columns`'s; cells know only text.

use std::rc::Rc;

use super::Composer;
use super::columns::Cells;
use super::line::{Line, Measure, Style, lines_of, runs, shape, width_of};
use super::measure::baseline;
use super::page::{Ink, Rule};
use super::piece::{INNER, Piece, Row, Table};
use crate::document::{Align, Column, Form};
use crate::error::PaperError;
use crate::faces::Role;
use crate::rows::{self, Rows};

/// A row taller than this part of a page may be cut between its lines.
pub(crate) const TALL: f32 = 0.4;

/// A table of so few rows stays on one page,
const FEW: usize = 6;
/// unless that would leave this part of the page before it blank.
const TOGETHER: f32 = 0.34;
/// Nor when most of its rows are of several lines; so many can be parted with two on either side.
const PARTED: usize = 4;

impl Composer<'_, '_, '_> {
    pub(super) fn table(
        &mut self,
        id: &str,
        columns: &[Column],
        rows: &Rows,
        size: f32,
        whole: bool,
    ) -> Result<(), PaperError> {
        if columns.is_empty() {
            return Ok(());
        }
        let role = self.look.body.role;
        let measure = &mut |head: bool, text: &str, size| {
            let style = Style::solid(if head { Role::Hei } else { role }, size);
            shape(self.shaper, style, text, id).map(|atoms| width_of(&atoms))
        };
        let cells = Cells::fitted(columns, rows, (size, self.look.width), &self.shapes, measure)?;
        let (head, starts) = self.table_head(id, &cells)?;
        let height = head.height;
        let table = Rc::new(Table { edges: cells.edges.clone(), starts, head });
        let together = (whole || rows.len() <= FEW) && {
            let (mut total, mut turned) = (height, 0);
            for row in rows.iter() {
                let lines = self.row(id, &cells, row)?;
                total += cells.height(&lines);
                turned += usize::from(lines.iter().any(|cell| cell.len() > 1));
            }
            // Running text in cells is parted two rows and two: whole, it would leave a third of the page before it blank.
            let prose = rows.len() >= PARTED && 2 * turned > rows.len();
            if whole { total <= self.flow.height() } else { !prose && total <= TOGETHER * self.flow.height() }
        };
        self.air_over_table();
        let grouped = columns[0].group;
        let mut group: Option<Rc<Piece>> = None;
        let named = |row: rows::Row<'_>| !row.get(0).unwrap_or_default().trim().is_empty();
        let opens: Vec<bool> =
            rows.iter().enumerate().filter(|_| grouped).map(|(i, row)| i == 0 || named(row)).collect();
        let opened = |at: usize| opens.get(at).copied().unwrap_or(true);
        for (i, row) in rows.iter().enumerate() {
            if self.flow.done {
                return Ok(());
            }
            let lines = self.row(id, &cells, row)?;
            let height = cells.height(&lines);
            let joined = !opened(i);
            if grouped && !joined {
                group = Some(Rc::new(cells.whole(&lines[..1], cells.height(&lines[..1]), false)));
            }
            if height > TALL * self.flow.height() {
                for mut piece in cells.cut(&lines, &table) {
                    piece.row.iter_mut().for_each(|row| row.joined = joined);
                    self.push(piece)?;
                }
            } else {
                let mut piece = cells.whole(&lines, height, false);
                let again = group.clone().filter(|_| joined);
                piece.row = Some(Row { joined, again, ..Row::of(&table) });
                // Neither the first row nor the last stands on a page alone, of a group as of the whole.
                let last = i + 1 == rows.len();
                let ends = (i == 0 && rows.len() > 2) || (i > 0 && i + 2 == rows.len());
                let of_group = !opened(i + 1) && (opened(i) || opened(i + 2));
                piece.keep = !last && (together || ends || of_group);
                self.push(piece)?;
            }
        }
        if rows.is_empty() {
            let row = Some(Row { is_head: true, ..Row::of(&table) });
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

    /// The head, and where the rules between its columns begin: under a head over several columns.
    fn table_head(&mut self, id: &str, cells: &Cells<'_>) -> Result<(Piece, Vec<f32>), PaperError> {
        let columns = cells.columns;
        let heads: Vec<&str> = columns.iter().map(|c| c.head.as_str()).collect();
        let own = self.cells(id, cells, &heads, Role::Hei)?;
        let mut starts = vec![0.0; cells.edges.len()];
        let groups = groups(columns);
        if groups.is_empty() {
            let height = cells.height(&own);
            return Ok((cells.whole(&own, height, true), starts));
        }
        let mut over = Vec::new();
        for range in &groups {
            let width = cells.edges[range.end] - cells.edges[range.start] - 2.0 * cells.pad.0;
            let text = &columns[range.start].over;
            over.push(self.cell(id, text, Style::solid(Role::Hei, cells.size), width)?);
        }
        let grouped = |i: usize| groups.iter().any(|range| range.contains(&i));
        let upper = cells.height(&over);
        let most = |which: bool| {
            let lines = (0..columns.len()).filter(|i| grouped(*i) == which).map(|i| own[i].len());
            lines.max().map_or(0.0, |n| n as f32 * cells.line + 2.0 * cells.pad.1)
        };
        let height = (upper + most(true)).max(most(false));
        let mut piece = Piece { height, ..Piece::default() };
        // The upper row from left to right, then the lower one.
        for i in (0..columns.len()).filter(|i| !grouped(*i) || groups.iter().any(|range| range.start == *i)) {
            match groups.iter().position(|range| range.start == i) {
                None => cells.head((i, i + 1), &own[i], (0.0, height), &mut piece),
                Some(k) => {
                    let range = &groups[k];
                    cells.head((i, range.end), &over[k], (0.0, upper), &mut piece);
                    let (from, to) = ((cells.edges[i], upper), (cells.edges[range.end], upper));
                    piece.rules.push(Rule { from, to, width: INNER, ink: Ink::Black });
                    starts[i + 1..range.end].fill(upper);
                }
            }
        }
        for i in (0..columns.len()).filter(|i| grouped(*i)) {
            cells.head((i, i + 1), &own[i], (upper, height), &mut piece);
        }
        Ok((piece, starts))
    }

    /// The cells of a row; those it lacks are empty.
    fn row(&mut self, id: &str, cells: &Cells<'_>, row: rows::Row<'_>) -> Result<Vec<Vec<Line>>, PaperError> {
        let texts: Vec<&str> = (0..cells.columns.len()).map(|i| row.get(i).unwrap_or_default()).collect();
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
            out.push(self.cell(id, text, style, width)?);
        }
        Ok(out)
    }

    /// The lines of a cell.
    pub(super) fn cell(
        &mut self,
        id: &str,
        text: &str,
        style: Style,
        width: f32,
    ) -> Result<Vec<Line>, PaperError> {
        let mut lines = Vec::new();
        for part in text.split('\n') {
            lines.extend(lines_of(shape(self.shaper, style, part.trim(), id)?, Measure::ragged(width)));
        }
        while lines.len() > 1 && lines.last().is_some_and(|l| l.atoms.is_empty()) {
            lines.pop();
        }
        Ok(lines)
    }
}

/// Runs of columns under one head of theirs.
pub(crate) fn groups(columns: &[Column]) -> Vec<std::ops::Range<usize>> {
    let mut out: Vec<std::ops::Range<usize>> = Vec::new();
    for (i, column) in columns.iter().enumerate().filter(|(_, c)| !c.over.is_empty()) {
        match out.last_mut().filter(|last| last.end == i && columns[last.start].over == column.over) {
            Some(last) => last.end = i + 1,
            None => out.push(i..i + 1),
        }
    }
    out
}

impl Cells<'_> {
    /// A head in the middle of its columns and of its height.
    fn head(&self, columns: (usize, usize), lines: &[Line], room: (f32, f32), piece: &mut Piece) {
        let (left, right) = (self.edges[columns.0], self.edges[columns.1]);
        let top = room.0 + (room.1 - room.0 - lines.len() as f32 * self.line) / 2.0;
        for (k, line) in lines.iter().enumerate() {
            let x = left + (right - left - line.width) / 2.0;
            let base = top + k as f32 * self.line + baseline(self.line, self.size);
            runs(&line.atoms, x, base, Ink::Black, &mut piece.runs);
        }
    }

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
            let row = Row { closed: k + 1 == most, ..Row::of(table) };
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

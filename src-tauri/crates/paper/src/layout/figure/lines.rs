//! Lines over what follows in time: a point a value with its number beside it. Only where it can be read: at most two
//! lines, a dozen points, short names, a number everywhere or nothing; else the figure is drawn as bars.

use super::super::Composer;
use super::super::flow::Piece;
use super::super::line::Line;
use super::super::page::{Ink, Rule};
use super::fill::{Area, fill};
use super::{LINE, write};
use crate::chart::Chart;
use crate::error::PaperError;

/// As many points and lines as one can read.
const POINTS: usize = 12;
const LINES: usize = 2;
/// Lines of a name under the axis.
const NAME: usize = 3;
/// Height of the drawing between its first number and the axis.
const HEIGHT: f32 = 120.0;
/// Half a point's width.
const POINT: f32 = 2.6;
/// A dash of the second line, and the air after it.
const DASH: (f32, f32) = (5.0, 3.0);

impl Composer<'_, '_, '_> {
    pub(super) fn line_chart(&mut self, id: &str, chart: &Chart) -> Result<Option<Vec<Piece>>, PaperError> {
        let (points, lines) = (chart.rows.len(), chart.series.len());
        if !(2..=POINTS).contains(&points) || !(1..=LINES).contains(&lines) {
            return Ok(None);
        }
        let slot = self.look.width / points as f32;
        let mut names: Vec<Vec<Line>> = Vec::new();
        let mut values: Vec<Vec<Option<(f32, Line)>>> = vec![Vec::new(); lines];
        for (r, row) in chart.rows.iter().enumerate() {
            names.push(self.small(id, &row.label, slot - 4.0)?);
            for (s, own) in values.iter_mut().enumerate() {
                let Some(n) = chart.number(r, s) else { return Ok(None) };
                let Some(line) = self.small(id, &chart.shown(r, s), slot)?.pop_if(|line| line.width <= slot)
                else {
                    return Ok(None);
                };
                own.push(Some((n, line)));
            }
        }
        let most = values.iter().flatten().flatten().map(|(n, _)| *n).fold(0.0, f32::max);
        let least = values.iter().flatten().flatten().map(|(n, _)| *n).fold(0.0, f32::min);
        let under = names.iter().map(Vec::len).max().unwrap_or(1);
        if under > NAME || most <= least {
            return Ok(None);
        }
        let mut pieces = self.legend(id, chart, &swatch)?;
        let axis = LINE + HEIGHT;
        let mut piece = Piece { height: axis + LINE + under as f32 * LINE + 4.0, ..Piece::default() };
        let y = |n: f32| axis - (n - least) / (most - least) * HEIGHT;
        let x = |r: usize| (r as f32 + 0.5) * slot;
        for s in 0..lines {
            let at = |r: usize| values[s][r].as_ref().map(|(n, _)| (x(r), y(*n)));
            for (from, to) in (1..points).filter_map(|r| Some((at(r - 1)?, at(r)?))) {
                stroke(s, from, to, &mut piece.rules);
            }
            for (px, py) in (0..points).filter_map(at) {
                point(s, (px, py), &mut piece.rules);
            }
        }
        let zero = y(0.0);
        let mut base = |y: f32, width: f32| {
            let to = (self.look.width, y);
            piece.rules.push(Rule { from: (0.0, y), to, width, ink: Ink::Black });
        };
        base(zero, 0.75);
        for r in 0..points {
            for (k, line) in names[r].iter().enumerate() {
                write(line, x(r) - line.width / 2.0, axis + LINE + 2.0 + k as f32 * LINE, &mut piece);
            }
            for s in 0..lines {
                let Some((n, line)) = &values[s][r] else { continue };
                // Of two numbers over each other the higher stands above its point, the other below.
                let other = if lines == 2 { values[1 - s][r].as_ref().map(|(n, _)| *n) } else { None };
                let above = other.is_none_or(|other| *n > other || (*n == other && s == 0));
                let top = if above { y(*n) - LINE - POINT + 1.0 } else { y(*n) + POINT };
                write(line, x(r) - line.width / 2.0, top, &mut piece);
            }
        }
        pieces.push(piece);
        Ok(Some(pieces))
    }
}

/// A piece of the line with its point.
fn swatch(series: usize, (left, top, right, bottom): Area, rules: &mut Vec<Rule>) {
    let y = (top + bottom) / 2.0;
    stroke(series, (left, y), (right, y), rules);
    point(series, ((left + right) / 2.0, y), rules);
}

/// A point: of the first line a full one, of the second a hollow one.
fn point(series: usize, (x, y): (f32, f32), rules: &mut Vec<Rule>) {
    let area = (x - POINT, y - POINT, x + POINT, y + POINT);
    if series > 0 {
        rules.push(Rule { from: (area.0, y), to: (area.2, y), width: 2.0 * POINT, ink: Ink::White });
    }
    fill(if series == 0 { 4 } else { 2 }, area, rules);
}

/// A part of a line: the first is drawn through, the second dashed.
fn stroke(series: usize, from: (f32, f32), to: (f32, f32), rules: &mut Vec<Rule>) {
    let (dx, dy) = (to.0 - from.0, to.1 - from.1);
    let length = dx.hypot(dy).max(0.01);
    let point = |at: f32| (from.0 + dx * at / length, from.1 + dy * at / length);
    let mut rule = |a: f32, b: f32| {
        rules.push(Rule { from: point(a), to: point(b.min(length)), width: 1.2, ink: Ink::Black });
    };
    if series == 0 {
        return rule(0.0, length);
    }
    let mut at = 0.0;
    while at < length {
        rule(at, at + DASH.0);
        at += DASH.0 + DASH.1;
    }
}

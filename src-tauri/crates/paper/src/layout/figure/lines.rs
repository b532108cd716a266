//! Lines over what follows in time: a point a value with its number beside it. Only where it can be read: at most two
//! lines, a dozen points, short names, a number everywhere or nothing; else the figure is drawn as bars.

use super::super::Composer;
use super::super::line::Line;
use super::super::page::{Ink, Rule};
use super::super::piece::Piece;
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
        // A line a series: at each point its number and the text of it.
        let mut values: Vec<Vec<(f32, Line)>> = vec![Vec::new(); lines];
        for (r, row) in chart.rows.iter().enumerate() {
            names.push(self.small(id, &row.label, slot - 4.0)?);
            for (s, own) in values.iter_mut().enumerate() {
                let Some(n) = chart.number(r, s) else { return Ok(None) };
                let mut text = self.small(id, &chart.shown(r, s), slot)?;
                match text.pop() {
                    Some(line) if text.is_empty() && line.width <= slot => own.push((n, line)),
                    _ => return Ok(None),
                }
            }
        }
        let numbers = || values.iter().flatten().map(|(n, _)| *n);
        let (most, least) = (numbers().fold(0.0, f32::max), numbers().fold(0.0, f32::min));
        let under = names.iter().map(Vec::len).max().unwrap_or(1);
        if under > NAME || most <= least {
            return Ok(None);
        }
        let mut pieces = self.legend(id, chart, &swatch)?;
        let axis = LINE + HEIGHT;
        let mut piece = Piece { height: axis + LINE + under as f32 * LINE + 4.0, ..Piece::default() };
        let y = |n: f32| axis - (n - least) / (most - least) * HEIGHT;
        let x = |r: usize| (r as f32 + 0.5) * slot;
        for (s, own) in values.iter().enumerate() {
            let at: Vec<(f32, f32)> = own.iter().enumerate().map(|(r, (n, _))| (x(r), y(*n))).collect();
            at.windows(2).for_each(|pair| stroke(s, pair[0], pair[1], &mut piece.rules));
            at.into_iter().for_each(|place| point(s, place, &mut piece.rules));
        }
        let zero = y(0.0);
        let mut base = |y: f32, width: f32| {
            let to = (self.look.width, y);
            piece.rules.push(Rule { from: (0.0, y), to, width, ink: Ink::Black });
        };
        base(zero, 0.75);
        for (r, name) in names.iter().enumerate() {
            for (k, line) in name.iter().enumerate() {
                write(line, x(r) - line.width / 2.0, axis + LINE + 2.0 + k as f32 * LINE, &mut piece);
            }
            for (s, own) in values.iter().enumerate() {
                let (n, line) = &own[r];
                // Of two numbers over each other the higher stands above its point, the other below.
                let other = values.get(1 - s).map(|other| other[r].0);
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

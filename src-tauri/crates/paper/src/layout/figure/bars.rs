//! Bars from the left: the row's name, a bar a series, the value behind it. A row of long texts is cut between lines, so
//! nothing is lost whatever stands in it.

use super::super::Composer;
use super::super::line::Line;
use super::super::page::{Ink, Rule};
use super::super::piece::Piece;
use super::fill::{Area, fill};
use super::{LINE, write};
use crate::chart::Chart;
use crate::error::PaperError;

/// Share of the width that the names take.
const NAMES: f32 = 0.28;
/// Share of what is left that the values take at the most.
const VALUES: f32 = 0.4;
/// Between a name, the bars and the values.
const AIR: f32 = 5.0;
/// Height of a bar, in a line of text.
const BAR: f32 = 9.0;
/// Between two rows.
const BETWEEN: f32 = 6.0;
/// A row higher than this is cut between lines.
const TALL: f32 = 200.0;

/// Where the bars stand.
struct Scale {
    /// Their left edge, and how far the longest reaches.
    from: f32,
    to: f32,
    least: f32,
    most: f32,
}

impl Scale {
    fn x(&self, value: f32) -> f32 {
        self.from + (value - self.least) / (self.most - self.least) * (self.to - self.from)
    }
}

impl Composer<'_, '_, '_> {
    pub(super) fn bar_chart(&mut self, id: &str, chart: &Chart) -> Result<Vec<Piece>, PaperError> {
        let width = self.look.width;
        let names = NAMES * width;
        let room = (width - names - AIR) * VALUES;
        let all = (0..chart.rows.len()).flat_map(|r| (0..chart.series.len()).map(move |s| (r, s)));
        let (mut least, mut most, mut widest) = (0.0_f32, 0.0_f32, 0.0_f32);
        for (r, s) in all {
            if let Some(n) = chart.number(r, s) {
                (least, most) = (least.min(n), most.max(n));
                let lines = self.small(id, &chart.shown(r, s), room)?;
                widest = lines.iter().map(|l| l.width).fold(widest, f32::max);
            }
        }
        let from = names + AIR;
        let scale = Scale { from, to: (width - widest - AIR).max(from), least, most: most.max(least + 1.0) };
        let mut pieces = Vec::new();
        for r in 0..chart.rows.len() {
            self.bar_row(id, chart, r, &scale, &mut pieces)?;
        }
        Ok(pieces)
    }

    fn bar_row(
        &mut self,
        id: &str,
        chart: &Chart,
        r: usize,
        scale: &Scale,
        pieces: &mut Vec<Piece>,
    ) -> Result<(), PaperError> {
        let width = self.look.width;
        let label = self.small(id, &chart.rows[r].label, NAMES * width)?;
        // Each value's lines, where they begin, and its bar.
        let mut values: Vec<(f32, Vec<Line>, Option<f32>)> = Vec::new();
        for s in 0..chart.series.len() {
            let number = chart.number(r, s);
            let at = match number {
                Some(n) => scale.x(n.max(0.0)) + AIR,
                // Words may be long: they begin where most of the width is theirs.
                None if scale.x(0.0) > width / 2.0 => scale.from + AIR,
                None => scale.x(0.0) + AIR,
            };
            let lines = self.small(id, &chart.shown(r, s), width - at + 0.1)?;
            values.push((at, lines, number));
        }
        let taken: usize = values.iter().map(|(_, lines, _)| lines.len()).sum();
        let height = label.len().max(taken) as f32 * LINE;
        if height > TALL {
            pieces.extend(cut(&label, &values));
            return Ok(());
        }
        let mut piece = Piece { height: height + BETWEEN, ..Piece::default() };
        let top = (height - label.len() as f32 * LINE) / 2.0;
        for (k, line) in label.iter().enumerate() {
            write(line, NAMES * width - line.width, top + k as f32 * LINE, &mut piece);
        }
        let mut y = (height - taken as f32 * LINE) / 2.0;
        for (s, (at, lines, number)) in values.iter().enumerate() {
            if let Some(n) = number {
                let (a, b) = (scale.x(0.0).min(scale.x(*n)), scale.x(0.0).max(scale.x(*n)));
                let over = y + (LINE - BAR) / 2.0;
                fill(s, (a, over, b, over + BAR), &mut piece.rules);
            }
            for line in lines {
                write(line, *at, y, &mut piece);
                y += LINE;
            }
        }
        let zero = scale.x(0.0);
        let foot = piece.height;
        piece.rules.push(Rule { from: (zero, 0.0), to: (zero, foot), width: 0.75, ink: Ink::Black });
        pieces.push(piece);
        Ok(())
    }
}

/// A bar's fill.
pub(super) fn swatch(series: usize, area: Area, rules: &mut Vec<Rule>) {
    fill(series, area, rules);
}

/// A row of long texts: a piece a line, the name at the left, the values one after the other.
fn cut(label: &[Line], values: &[(f32, Vec<Line>, Option<f32>)]) -> Vec<Piece> {
    let texts: Vec<(&f32, &Line)> =
        values.iter().flat_map(|(at, lines, _)| lines.iter().map(move |line| (at, line))).collect();
    let piece = |k: usize| {
        let mut piece = Piece { height: LINE, ..Piece::default() };
        label.get(k).into_iter().for_each(|line| write(line, 0.0, 0.0, &mut piece));
        texts.get(k).into_iter().for_each(|(at, line)| write(line, **at, 0.0, &mut piece));
        piece
    };
    (0..label.len().max(texts.len())).map(piece).collect()
}

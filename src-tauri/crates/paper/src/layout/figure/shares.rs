//! Parts of a whole: one bar a series, a part a row in its own fill, and under it every row with its fill, its number and
//! its share. Only where the numbers are parts: few, none below nothing, a whole above it; else drawn as bars.

use super::super::Composer;
use super::super::piece::Piece;
use super::fill::fill;
use super::{LINE, SWATCH, write};
use crate::chart::Chart;
use crate::error::PaperError;

/// As many parts as there are fills.
const PARTS: usize = 6;
const WHOLES: usize = 3;
/// Height of a bar.
const BAR: f32 = 16.0;
/// Share of the width that the names of the wholes take, where there are several.
const NAMES: f32 = 0.2;
const AIR: f32 = 5.0;

impl Composer<'_, '_, '_> {
    pub(super) fn share_chart(&mut self, id: &str, chart: &Chart) -> Result<Option<Vec<Piece>>, PaperError> {
        let (parts, wholes) = (chart.rows.len(), chart.series.len());
        if !(1..=PARTS).contains(&parts) || !(1..=WHOLES).contains(&wholes) {
            return Ok(None);
        }
        let width = self.look.width;
        let mut pieces = Vec::new();
        if let Some(unit) = chart.counted_in() {
            for line in self.small(id, &unit, width)? {
                let mut piece = Piece { height: LINE, ..Piece::default() };
                write(&line, 0.0, 0.0, &mut piece);
                pieces.push(piece);
            }
        }
        for s in 0..wholes {
            let numbers: Option<Vec<f32>> =
                (0..parts).map(|r| chart.number(r, s).filter(|n| *n >= 0.0)).collect();
            let Some(numbers) = numbers.filter(|all| all.iter().sum::<f32>() > 0.0) else { return Ok(None) };
            let name = self.small(id, &chart.series[s], NAMES * width)?;
            let height = (name.len() as f32 * LINE).max(BAR) + AIR;
            if height > 5.0 * LINE {
                return Ok(None);
            }
            let mut piece = Piece { height, ..Piece::default() };
            for (k, line) in name.iter().enumerate() {
                write(line, NAMES * width - line.width, k as f32 * LINE + 1.0, &mut piece);
            }
            let (whole, mut x) = (numbers.iter().sum::<f32>(), NAMES * width + AIR);
            let room = width - x;
            for (r, number) in numbers.iter().enumerate() {
                let to = x + number / whole * room;
                fill(r, (x, 0.0, to, BAR), &mut piece.rules);
                x = to;
            }
            pieces.push(piece);
        }
        let column = (width - NAMES * width) / wholes as f32;
        for (r, row) in chart.rows.iter().enumerate() {
            let label = self.small(id, &row.label, NAMES * width - SWATCH - AIR)?;
            let mut taken = label.len();
            let mut values = Vec::new();
            for s in 0..wholes {
                let lines = self.small(id, &chart.shown(r, s), column - AIR)?;
                taken = taken.max(lines.len());
                values.push(lines);
            }
            if taken > 5 {
                return Ok(None);
            }
            let mut piece = Piece { height: taken as f32 * LINE + 2.0, ..Piece::default() };
            fill(r, (0.0, 3.0, SWATCH, LINE - 3.0), &mut piece.rules);
            for (k, line) in label.iter().enumerate() {
                write(line, SWATCH + AIR, k as f32 * LINE, &mut piece);
            }
            for (s, lines) in values.iter().enumerate() {
                for (k, line) in lines.iter().enumerate() {
                    write(line, NAMES * width + AIR + s as f32 * column, k as f32 * LINE, &mut piece);
                }
            }
            pieces.push(piece);
        }
        Ok(Some(pieces))
    }
}

//! Figures: a chart drawn from the numbers of a table, each number beside what it draws, and a caption that counts itself.
//! Everything is rules and text, so what is drawn can be searched, copied and printed in black and white.

mod bars;
pub(super) mod fill;
mod lines;
mod shares;

use super::Composer;
use super::line::{Line, Measure, Style, break_lines, runs, shape};
use super::measure::{PITCH, baseline};
use super::page::{Ink, Rule};
use super::piece::Piece;
use crate::chart::{Chart, ChartKind};
use crate::error::PaperError;
use crate::faces::Role;
use crate::wording::picture_caption;

/// 5号, the type of a figure.
pub(crate) const SIZE: f32 = 10.5;
/// From one line of it to the next.
pub(crate) const LINE: f32 = 14.0;
/// 小4号, the caption.
pub(crate) const CAPTION_SIZE: f32 = 12.0;
pub(crate) const CAPTION_LINE: f32 = 17.0;
/// The swatch of a series.
const SWATCH: f32 = 18.0;
/// Over the caption.
const OVER_CAPTION: f32 = 4.0;
/// A figure higher than this part of a page may be parted between its rows.
const WHOLE: f32 = 0.7;

impl Composer<'_, '_, '_> {
    pub(super) fn figure(&mut self, id: &str, caption: &str, chart: &Chart) -> Result<(), PaperError> {
        let mut pieces = match chart.kind {
            ChartKind::Bars => None,
            ChartKind::Lines => self.line_chart(id, chart)?,
            ChartKind::Shares => self.share_chart(id, chart)?,
        };
        if pieces.is_none() {
            let mut own = self.legend(id, chart, &bars::swatch)?;
            own.extend(self.bar_chart(id, chart)?);
            pieces = Some(own);
        }
        let mut pieces = pieces.unwrap_or_default();
        let drawn = pieces.len();
        pieces.last_mut().into_iter().for_each(|last| last.height += OVER_CAPTION);
        pieces.extend(self.caption(id, caption, 0.0, self.look.width)?);
        let total: f32 = pieces.iter().map(|p| p.height).sum();
        let whole = total <= self.flow.height() * WHOLE;
        self.gap(0.4);
        let count = pieces.len();
        for (i, mut piece) in pieces.into_iter().enumerate() {
            // The caption never parts from the last row, nor the legend from the first.
            piece.keep = i + 1 < count && (whole || i < 2 || i + 2 >= drawn);
            self.push(piece)?;
        }
        self.flow.snap(0.3 * PITCH);
        Ok(())
    }

    /// The caption with its number, a piece a line, centred over this width.
    pub(super) fn caption(
        &mut self,
        id: &str,
        text: &str,
        left: f32,
        width: f32,
    ) -> Result<Vec<Piece>, PaperError> {
        let text = picture_caption(self.pictures.next(), text);
        let atoms = shape(self.shaper, Style::solid(Role::Hei, CAPTION_SIZE), &text, id)?;
        let piece = |line: &Line| {
            let mut piece = Piece { height: CAPTION_LINE, ..Piece::default() };
            let x = left + (width - line.width) / 2.0;
            runs(&line.atoms, x, baseline(CAPTION_LINE, CAPTION_SIZE), Ink::Black, &mut piece.runs);
            piece
        };
        Ok(break_lines(&atoms, Measure::ragged(width)).iter().map(piece).collect())
    }

    /// The lines of a text in the figure's type.
    pub(super) fn small(&mut self, id: &str, text: &str, width: f32) -> Result<Vec<Line>, PaperError> {
        let atoms = shape(self.shaper, Style::solid(Role::Fangsong, SIZE), text.trim(), id)?;
        Ok(break_lines(&atoms, Measure::ragged(width)))
    }

    /// The unit and the names of the series with their fills, beside each other as far as they go.
    fn legend(&mut self, id: &str, chart: &Chart, swatch: &Swatch) -> Result<Vec<Piece>, PaperError> {
        let width = self.look.width;
        let unit = chart.counted_in().map(|unit| (unit, None));
        let names = chart.series.iter().enumerate().map(|(s, name)| (name.clone(), Some(s)));
        let mut pieces: Vec<Piece> = Vec::new();
        let mut x = width;
        for (text, fill) in unit.into_iter().chain(names) {
            let before = if fill.is_some() { SWATCH + 4.0 } else { 0.0 };
            let lines = self.small(id, &text, width - before)?;
            let own = lines.iter().map(|l| l.width).fold(0.0, f32::max) + before;
            if x + own > width || lines.len() > 1 {
                pieces.push(Piece { height: LINE, ..Piece::default() });
                x = 0.0;
            }
            for (k, line) in lines.iter().enumerate() {
                if k > 0 {
                    pieces.push(Piece { height: LINE, ..Piece::default() });
                }
                let Some(piece) = pieces.last_mut() else { continue };
                runs(&line.atoms, x + before, baseline(LINE, SIZE), Ink::Black, &mut piece.runs);
                if let Some(series) = fill.filter(|_| k == 0) {
                    swatch(series, (x, 3.0, x + SWATCH, LINE - 3.0), &mut piece.rules);
                }
            }
            x += own + SIZE * 1.5;
        }
        if let Some(last) = pieces.last_mut() {
            last.height += 4.0;
        }
        Ok(pieces)
    }
}

/// Draws what tells a series from the others into a box.
type Swatch = dyn Fn(usize, fill::Area, &mut Vec<Rule>);

/// A line of a figure's text at this place of a piece.
pub(super) fn write(line: &Line, x: f32, top: f32, piece: &mut Piece) {
    runs(&line.atoms, x, top + baseline(LINE, SIZE), Ink::Black, &mut piece.runs);
}

//! Characters in numbered cells, to be copied by hand and read back one by one: large, far apart, each with its number.

use super::Composer;
use super::line::{Style, runs, shape, width_of};
use super::measure::BASELINE;
use super::page::{Ink, Rule};
use super::piece::Piece;
use crate::error::PaperError;
use crate::faces::Role;

/// Height of a cell.
pub(crate) const CELL_HEIGHT: f32 = 54.0;
/// The character.
pub(crate) const SIZE: f32 = 30.0;
/// Its number.
pub(crate) const NUMBER_SIZE: f32 = 10.0;

impl Composer<'_, '_, '_> {
    pub(super) fn character_grid(
        &mut self,
        id: &str,
        items: &[String],
        columns: u8,
    ) -> Result<(), PaperError> {
        let columns = usize::from(columns.clamp(1, 12));
        let width = self.look.width / columns as f32;
        let rows = items.len().div_ceil(columns);
        self.gap(0.5);
        for (r, row) in items.chunks(columns).enumerate() {
            let mut piece = Piece { height: CELL_HEIGHT, keep: r + 1 < rows, ..Piece::default() };
            let mut rule = |from, to, width, ink| piece.rules.push(Rule { from, to, width, ink });
            for c in 1..columns {
                let x = c as f32 * width;
                rule((x, 0.0), (x, CELL_HEIGHT), 0.5, Ink::Grey);
            }
            if r > 0 {
                rule((0.0, 0.0), (self.look.width, 0.0), 0.5, Ink::Grey);
            } else {
                rule((0.0, 0.0), (self.look.width, 0.0), 1.2, Ink::Black);
            }
            if r + 1 == rows {
                rule((0.0, CELL_HEIGHT), (self.look.width, CELL_HEIGHT), 1.2, Ink::Black);
            }
            for x in [0.0, self.look.width] {
                rule((x, 0.0), (x, CELL_HEIGHT), 1.2, Ink::Black);
            }
            for (c, item) in row.iter().enumerate() {
                let x = c as f32 * width;
                let number = format!("{}", r * columns + c + 1);
                let atoms = shape(self.shaper, Style::solid(Role::Fallback, NUMBER_SIZE), &number, id)?;
                runs(&atoms, x + 5.0, 4.0 + BASELINE * NUMBER_SIZE, Ink::Black, &mut piece.runs);
                let one = shape(self.shaper, Style::solid(Role::Kai, 1.0), item, id)?;
                let size = SIZE.min((width - 8.0) / width_of(&one).max(0.1));
                let atoms = shape(self.shaper, Style::solid(Role::Kai, size), item, id)?;
                let left = x + (width - width_of(&atoms)) / 2.0;
                let base = (CELL_HEIGHT - size) / 2.0 + 3.0 + BASELINE * size;
                runs(&atoms, left, base, Ink::Black, &mut piece.runs);
            }
            self.push(piece)?;
        }
        self.flow.snap(0.5 * super::measure::PITCH);
        Ok(())
    }
}

//! The letter form (信函格式): the body's name in red near the page's upper edge, red double rules under it and at the
//! page's foot, the number at the right. Places by GB/T 9704—2012, 10.1; what stands under them is laid out like any text.

use super::Composer;
use super::line::{Atom, Measure, Style, break_lines, ink, runs, shape, width_of};
use super::measure::{LEFT, MM, NO_3, PITCH, TOP, WIDTH};
use super::page::{Ink, PAGE_HEIGHT, PAGE_WIDTH, Rule};
use super::piece::Piece;
use crate::error::PaperError;
use crate::faces::Role;

/// From the page's upper edge to the name's.
pub(crate) const NAME_TOP: f32 = 30.0 * MM;
/// The name is never higher: the standard leaves its size to the body; larger, it would crowd the number.
pub(crate) const NAME_HEIGHT: f32 = 15.0 * MM;
/// From the name to the double rule.
const RULE_BELOW: f32 = 4.0 * MM;
/// Length of the double rules, in the middle of the page.
pub(crate) const RULE: f32 = 170.0 * MM;
/// From the lower double rule to the page's lower edge.
pub(crate) const FOOT: f32 = 20.0 * MM;
/// The strong and the thin rule of a double one, and the air between; the standard says only which is which.
const STRONG: f32 = 1.0 * MM;
const THIN: f32 = 0.35 * MM;
const BETWEEN: f32 = 0.65 * MM;
const DOUBLE: f32 = STRONG + BETWEEN + THIN;
/// From the double rule to the number: 7/8 of a character.
pub(crate) const NUMBER_BELOW: f32 = NO_3 * 7.0 / 8.0;

impl Composer<'_, '_, '_> {
    /// The name, the rule under it, and the one at the foot of this page, which bears no number.
    pub(super) fn letterhead(&mut self, id: &str, text: &str) -> Result<(), PaperError> {
        let unit = shape(self.shaper, Style::solid(Role::Title, 1.0), text, id)?;
        let size = (WIDTH / width_of(&unit).max(1.0)).min(NAME_HEIGHT);
        let atoms = shape(self.shaper, Style::solid(Role::Title, size), text, id)?;
        let (up, down) = ink::reach(self.shaper, &atoms);
        let y = self.flow.y();
        // Over the type area; under whatever a draft says first.
        let top = if y > 0.0 { 0.0 } else { NAME_TOP - TOP };
        let base = top + up;
        let mut piece = Piece { keep: true, ..Piece::default() };
        runs(&atoms, PAGE_WIDTH / 2.0 - LEFT - width_of(&atoms) / 2.0, base, Ink::Red, &mut piece.runs);
        let rule = base + down + RULE_BELOW;
        piece.rules.extend(double(rule, [STRONG, THIN]));
        piece.rules.extend(double(PAGE_HEIGHT - FOOT - DOUBLE - TOP - y, [THIN, STRONG]));
        piece.height = rule + DOUBLE;
        self.headed = true;
        self.flow.bare();
        self.push(piece)
    }

    /// The number, at the right edge of the type area.
    pub(super) fn letter_number(&mut self, atoms: &[Atom]) -> Result<(), PaperError> {
        let lines = break_lines(atoms, Measure::ragged(WIDTH));
        let mut piece = Piece { keep: true, ..Piece::default() };
        let (up, down) = ink::reach(self.shaper, atoms);
        for (i, line) in lines.iter().enumerate() {
            let base = NUMBER_BELOW + up + i as f32 * PITCH;
            runs(&line.atoms, WIDTH - line.width, base, Ink::Black, &mut piece.runs);
            piece.height = base + down;
        }
        self.headed = true;
        self.push(piece)?;
        self.flow.snap(0.0);
        Ok(())
    }
}

/// A double rule whose upper edge is at `y`: the widths of its rules from above.
fn double(y: f32, widths: [f32; 2]) -> [Rule; 2] {
    let left = (PAGE_WIDTH - RULE) / 2.0 - LEFT;
    let rule = |y: f32, width: f32| Rule { from: (left, y), to: (left + RULE, y), width, ink: Ink::Red };
    [rule(y + widths[0] / 2.0, widths[0]), rule(y + DOUBLE - widths[1] / 2.0, widths[1])]
}

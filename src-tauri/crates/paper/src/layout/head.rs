//! The head of an official paper: red header, document number, red rule. Places by GB/T 9704—2012, 7.2; a paper of two
//! parties and a letter bear none, and the letter form has its own (`letterhead`).

use super::Composer;
use super::line::{Measure, Style, break_lines, ink, runs, shape, width_of};
use super::measure::{BASELINE, CELL, MM, NO_3, PITCH, WIDTH, baseline};
use super::page::{Ink, Rule};
use super::piece::Piece;
use crate::document::Form;
use crate::error::PaperError;
use crate::faces::Role;
use crate::wording::SIGNER;

/// From the type area's top to the header's.
pub(crate) const HEADER_TOP: f32 = 35.0 * MM;
/// The header is never higher.
pub(crate) const HEADER_HEIGHT: f32 = 22.0 * MM;
/// From the number to the red rule.
pub(crate) const RULE_BELOW: f32 = 4.0 * MM;
/// Thickness of the red rule.
const RULE: f32 = 1.5;

impl Composer<'_, '_, '_> {
    pub(super) fn red_header(&mut self, id: &str, text: &str) -> Result<(), PaperError> {
        if self.form == Form::Letterhead {
            return self.letterhead(id, text);
        }
        let unit = shape(self.shaper, Style::solid(Role::Title, 1.0), text, id)?;
        let size = (WIDTH / width_of(&unit).max(1.0)).min(HEADER_HEIGHT);
        let atoms = shape(self.shaper, Style::solid(Role::Title, size), text, id)?;
        let (up, _) = ink::reach(self.shaper, &atoms);
        let mut piece = Piece { height: HEADER_TOP + size, keep: true, ..Piece::default() };
        runs(&atoms, (WIDTH - width_of(&atoms)) / 2.0, HEADER_TOP + up, Ink::Red, &mut piece.runs);
        self.headed = true;
        self.push(piece)
    }

    pub(super) fn document_number(
        &mut self,
        id: &str,
        text: &str,
        signer: Option<&str>,
    ) -> Result<(), PaperError> {
        let atoms = shape(self.shaper, self.look.body, text, id)?;
        if self.form == Form::Letterhead {
            return self.letter_number(&atoms);
        }
        if self.headed {
            self.gap(2.0);
        }
        let lines = break_lines(&atoms, Measure::ragged(WIDTH - 2.0 * CELL));
        let mut piece = Piece::default();
        for (i, line) in lines.iter().enumerate() {
            // A letter bears its number at the right, an upward paper at the left, others in the middle.
            let x = match (self.form, signer) {
                (Form::Letter, _) => WIDTH - CELL - line.width,
                (_, Some(_)) => CELL,
                _ => (WIDTH - line.width) / 2.0,
            };
            let base = i as f32 * PITCH + baseline(PITCH, NO_3);
            runs(&line.atoms, x, base, Ink::Black, &mut piece.runs);
        }
        piece.height = lines.len() as f32 * PITCH;
        if let Some(name) = signer {
            let mut atoms = shape(self.shaper, self.look.body, SIGNER, id)?;
            atoms.extend(shape(self.shaper, self.look.with(Role::Kai), name, id)?);
            let x = WIDTH - CELL - width_of(&atoms);
            runs(&atoms, x, baseline(PITCH, NO_3), Ink::Black, &mut piece.runs);
        }
        let official = matches!(self.form, Form::Official | Form::Minutes);
        if official {
            // Under the characters, not under the line they stand in.
            let under = baseline(PITCH, NO_3) + (1.0 - BASELINE) * NO_3;
            let y = piece.height - PITCH + under + RULE_BELOW + RULE / 2.0;
            piece.rules.push(Rule { from: (0.0, y), to: (WIDTH, y), width: RULE, ink: Ink::Red });
            piece.height = y + RULE / 2.0;
        }
        piece.keep = true;
        // The title follows two lines below.
        self.headed = true;
        self.push(piece)?;
        self.flow.snap(0.0);
        Ok(())
    }
}

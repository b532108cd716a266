//! The head of an official paper: red header, document number, red rule. Places by GB/T 9704—2012, 7.2; a paper of two
//! parties and a letter bear none.

use super::flow::Piece;
use super::line::{Line, Measure, Style, break_lines, runs, shape, width_of};
use super::measure::{CELL, MM, NO_3, PITCH, WIDTH, baseline};
use super::page::{Ink, Rule};
use super::{Composer, line_piece};
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

impl Composer<'_, '_, '_> {
    pub(super) fn red_header(&mut self, id: &str, text: &str) -> Result<(), PaperError> {
        let unit = shape(self.shaper, Style::solid(Role::Title, 1.0), text, id)?;
        let size = (WIDTH / width_of(&unit).max(1.0)).min(HEADER_HEIGHT);
        let atoms = shape(self.shaper, Style::solid(Role::Title, size), text, id)?;
        let line = Line { width: width_of(&atoms), atoms, x: 0.0 };
        let x = (WIDTH - line.width) / 2.0;
        let mut piece = line_piece(&line, x, size, size, Ink::Red);
        for run in &mut piece.runs {
            run.y += HEADER_TOP;
        }
        piece.height += HEADER_TOP;
        piece.keep = true;
        self.headed = true;
        self.push(piece)
    }

    pub(super) fn document_number(
        &mut self,
        id: &str,
        text: &str,
        signer: Option<&str>,
    ) -> Result<(), PaperError> {
        if self.headed {
            self.gap(2.0);
        }
        let atoms = shape(self.shaper, self.look.body, text, id)?;
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
            let right = Line { width: width_of(&atoms), atoms, x: 0.0 };
            let x = WIDTH - CELL - right.width;
            piece.runs.extend(line_piece(&right, x, PITCH, NO_3, Ink::Black).runs);
        }
        let official = matches!(self.form, Form::Official | Form::Minutes);
        if official {
            let y = piece.height + RULE_BELOW;
            piece.rules.push(Rule { from: (0.0, y), to: (WIDTH, y), width: 1.5, ink: Ink::Red });
            piece.height = y + 1.5;
        }
        piece.keep = true;
        // The title follows two lines below.
        self.headed = true;
        self.push(piece)?;
        self.flow.snap(0.0);
        Ok(())
    }
}

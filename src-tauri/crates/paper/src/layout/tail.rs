//! The end of an official paper: who signs and when, and the imprint at the foot of the last even page. Places by
//! GB/T 9704—2012, 7.3.5 and 7.4.

use super::line::{Measure, Style, break_lines, runs, shape, width_of};
use super::measure::{CELL, MM, NO_3, NO_4, WIDTH, baseline};
use super::page::{Ink, Rule};
use super::piece::Piece;
use super::{Composer, line_piece};
use crate::document::Form;
use crate::error::PaperError;
use crate::faces::Role;
use crate::wording;

/// The date ends four characters from the right.
pub(crate) const DATE_RIGHT: f32 = 4.0 * CELL;
/// First and last rule of the imprint, and the rule between.
pub(crate) const OUTER: f32 = 0.35 * MM;
pub(crate) const MIDDLE: f32 = 0.25 * MM;

impl Composer<'_, '_, '_> {
    pub(super) fn date_line(
        &mut self,
        id: &str,
        signer: Option<&str>,
        date: &str,
        seal: bool,
    ) -> Result<(), PaperError> {
        let pitch = self.flow.pitch;
        let date = shape(self.shaper, self.look.body, date, id)?;
        let date_width = width_of(&date);
        let width = self.look.width;
        let mut date_x = width - DATE_RIGHT - date_width;
        self.flow.hold_end();
        self.gap(if seal { 2.0 } else { 1.0 });
        self.flow.hold();
        if let Some(signer) = signer {
            let atoms = shape(self.shaper, self.look.body, signer, id)?;
            // The name stands over the middle of the date; a long one ends two characters from the right.
            let lines = break_lines(&atoms, Measure::ragged(width - 4.0 * CELL));
            let widest = lines.iter().map(|l| l.width).fold(0.0, f32::max);
            let middle = (date_x + date_width / 2.0).min(width - 2.0 * CELL - widest / 2.0);
            date_x = middle - date_width / 2.0;
            for line in lines {
                let mut piece = line_piece(&line, middle - line.width / 2.0, pitch, NO_3, Ink::Black);
                piece.keep = true;
                self.push(piece)?;
            }
        }
        let mut piece = Piece { height: pitch, ..Piece::default() };
        runs(&date, date_x, baseline(pitch, NO_3), Ink::Black, &mut piece.runs);
        self.push(piece)
    }

    pub(super) fn imprint(
        &mut self,
        id: &str,
        copies: Option<&str>,
        proof: Option<&str>,
        issuer: &str,
        date: &str,
    ) -> Result<(), PaperError> {
        let style = Style::solid(Role::Fangsong, NO_4);
        let row = NO_4 * 1.6;
        // A letter names only whom it is copied to: no rules, no printer, no day, on its last page whichever that is (10.1).
        let letter = self.form == Form::Letterhead;
        let mut piece = Piece::default();
        let rule = |y: f32, width: f32| Rule { from: (0.0, y), to: (WIDTH, y), width, ink: Ink::Black };
        piece.rules.push(rule(0.0, OUTER));
        let mut y = 0.0;
        // Turned lines of the copies stand under the first name, those of a sentence at the edge.
        let copies = copies.map(|copies| (wording::copies(copies), 3.0 * NO_4));
        let proof = proof.map(|proof| (proof.to_owned(), 0.0));
        for (text, rest) in copies.into_iter().chain(proof) {
            let atoms = shape(self.shaper, style, &text, id)?;
            let measure = Measure { width: WIDTH - 2.0 * NO_4, first: 0.0, rest, justify: true };
            for line in break_lines(&atoms, measure) {
                runs(&line.atoms, NO_4 + line.x, y + baseline(row, NO_4), Ink::Black, &mut piece.runs);
                y += row;
            }
            piece.rules.push(rule(y, MIDDLE));
        }
        if letter {
            piece.rules.clear();
        } else {
            let left = shape(self.shaper, style, issuer, id)?;
            runs(&left, NO_4, y + baseline(row, NO_4), Ink::Black, &mut piece.runs);
            let right = shape(self.shaper, style, &wording::printed_on(date), id)?;
            let x = WIDTH - NO_4 - width_of(&right);
            runs(&right, x, y + baseline(row, NO_4), Ink::Black, &mut piece.runs);
            y += row;
            piece.rules.push(rule(y, OUTER));
        }
        piece.height = y;
        let room = self.flow.left() >= y + self.flow.pitch;
        if !(room && (letter || self.flow.number().is_multiple_of(2))) {
            self.flow.page_break(self.shaper)?;
            if !letter && self.flow.number() % 2 == 1 {
                self.flow.blank_page()?;
            }
        }
        self.flow.drop_to_foot(y);
        self.push(piece)
    }
}

//! The head of an attachment: a new page, 附件 and its number at the upper left, the title on the third line. Places by
//! GB/T 9704—2012, 7.3.7; what stands under it is laid out like any text.

use super::line::{Line, Style, shape, width_of};
use super::measure::{NO_2, NO_3, PITCH, WIDTH};
use super::page::OutlineMark;
use super::title::joined;
use super::{Composer, Ink, Piece, line_piece};
use crate::error::PaperError;
use crate::faces::Role;

impl Composer<'_, '_, '_> {
    pub(super) fn attachment(&mut self, id: &str, title: &str) -> Result<(), PaperError> {
        self.flow.page_break(self.shaper)?;
        self.numbers.attach();
        let label = self.attachments.next();
        let atoms = shape(self.shaper, self.look.with(Role::Hei), &label, id)?;
        let line = Line { width: width_of(&atoms), atoms, x: 0.0 };
        let mut piece = line_piece(&line, 0.0, self.look.pitch, NO_3, Ink::Black);
        piece.keep = true;
        piece.outline.push(OutlineMark { title: format!("{label} {}", joined(title)), level: 0, y: 0.0 });
        self.push(piece)?;
        // A turned leaf has few lines: half of one will do.
        let blank = if self.look.width > WIDTH { 0.5 } else { 1.0 };
        self.push(Piece { height: blank * self.look.pitch, keep: true, ..Piece::default() })?;
        self.title_lines(id, title, Style::solid(Role::Title, NO_2), None)?;
        self.flow.snap(0.5 * PITCH);
        Ok(())
    }
}

//! Running text: addressee, headings, paragraphs, labelled lines, lists, attachments, notes. Indents and faces by
//! GB/T 9704—2012, 7.3; a new line inside a text begins a new indented line.

use super::Composer;
use super::kinsoku::is_wide;
use super::line::{Atom, Measure, break_lines, shape, width_of};
use super::measure::CELL;
use super::page::OutlineMark;
use super::{Ink, line_piece};
use crate::document::{Form, Marks};
use crate::error::PaperError;
use crate::faces::Role;
use crate::wording::{ATTACHMENTS, attachment_mark, note, parts, with_colon};

/// A label wider than this does not indent what follows it.
pub(crate) const WIDEST_LABEL: f32 = 9.0 * CELL;

/// A list of so few attachments stays on one page.
const FEW: usize = 6;

impl Composer<'_, '_, '_> {
    pub(super) fn addressee(&mut self, id: &str, text: &str) -> Result<(), PaperError> {
        let text = with_colon(text);
        let atoms = shape(self.shaper, self.look.body, &text, id)?;
        let lines =
            break_lines(&atoms, Measure { width: self.look.width, first: 0.0, rest: 0.0, justify: true });
        self.push_lines(lines, self.look.body.size)?;
        self.flow.hold();
        Ok(())
    }

    pub(super) fn heading(&mut self, id: &str, level: u8, text: &str) -> Result<(), PaperError> {
        let level = level.clamp(1, 4);
        let number = self.numbers.next(level);
        let text = if self.look.counted { format!("{number}{text}") } else { text.to_owned() };
        let role = match level {
            1 => Role::Hei,
            2 => Role::Kai,
            _ => self.look.body.role,
        };
        if self.form == Form::Sheet {
            self.gap(0.4);
        }
        let atoms = shape(self.shaper, self.look.with(role), &text, id)?;
        let lines = break_lines(
            &atoms,
            Measure { width: self.look.width, first: self.look.indent, rest: 0.0, justify: true },
        );
        for (i, line) in lines.iter().enumerate() {
            let mut piece = line_piece(line, line.x, self.look.pitch, self.look.body.size, Ink::Black);
            piece.keep = true;
            if i == 0 {
                piece.outline.push(OutlineMark { title: text.clone(), level, y: 0.0 });
            }
            self.push(piece)?;
        }
        Ok(())
    }

    pub(super) fn paragraph(&mut self, id: &str, text: &str) -> Result<(), PaperError> {
        let mut all = parts(text).peekable();
        while let Some(part) = all.next() {
            let atoms = shape(self.shaper, self.look.body, part, id)?;
            self.prose(&atoms, self.look.indent, 0.0, all.peek().is_none())?;
        }
        Ok(())
    }

    pub(super) fn label_line(
        &mut self,
        id: &str,
        label: &str,
        text: &str,
        hang: bool,
    ) -> Result<(), PaperError> {
        let label = with_colon(label);
        let mut head = shape(self.shaper, self.look.with(Role::Hei), &label, id)?;
        let indent = self.look.indent;
        let width = width_of(&head);
        head.iter_mut().for_each(|atom| atom.rigid = hang);
        let rest = if !hang || width > WIDEST_LABEL { 0.0 } else { indent + width };
        let count = parts(text).count();
        for (i, part) in parts(text).enumerate() {
            let body = shape(self.shaper, self.look.body, part, id)?;
            let last = i + 1 == count;
            if i == 0 {
                head.extend(body);
                let line = std::mem::take(&mut head);
                self.prose(&line, indent, rest, last)?;
            } else {
                let first = if rest > 0.0 { rest } else { indent };
                self.prose(&body, first, rest, last)?;
            }
        }
        Ok(())
    }

    pub(super) fn list(&mut self, id: &str, marks: Marks, items: &[String]) -> Result<(), PaperError> {
        for (i, item) in items.iter().enumerate() {
            let mark = self.numbers.item(marks, items.len(), i + 1);
            let count = parts(item).count();
            for (k, part) in parts(item).enumerate() {
                let last = i + 1 == items.len() && k + 1 == count;
                let mut atoms = Vec::new();
                if k == 0 && marks == Marks::Article {
                    atoms = shape(self.shaper, self.look.with(Role::Hei), &mark, id)?;
                } else if k == 0 && !mark.is_empty() {
                    atoms = self.mark(id, &mark)?;
                }
                atoms.extend(shape(self.shaper, self.look.body, part, id)?);
                let rest =
                    if self.form == Form::Sheet && k == 0 { self.width_of_mark(id, &mark)? } else { 0.0 };
                self.prose(&atoms, self.look.indent, rest, last)?;
            }
        }
        Ok(())
    }

    pub(super) fn attachments(&mut self, id: &str, items: &[String]) -> Result<(), PaperError> {
        if items.is_empty() {
            return Ok(());
        }
        // Who signs below stands on a page with text, and a list of attachments is none (GB/T 9704—2012, 7.3.5.4).
        if items.len() <= FEW {
            self.flow.hold_end();
        }
        self.gap(1.0);
        let label = shape(self.shaper, self.look.body, ATTACHMENTS, id)?;
        let indent = self.look.indent + width_of(&label);
        for (i, item) in items.iter().enumerate() {
            let mark = self.mark(id, &attachment_mark(items.len(), i + 1))?;
            let rest = indent + width_of(&mark);
            let mut atoms = if i == 0 { label.clone() } else { Vec::new() };
            atoms.extend(mark);
            atoms.extend(shape(self.shaper, self.look.body, &crate::text::one_line(item), id)?);
            self.prose(&atoms, if i == 0 { self.look.indent } else { indent }, rest, false)?;
            // A short list is not torn.
            if items.len() <= FEW && i + 1 < items.len() {
                self.flow.hold();
            }
        }
        Ok(())
    }

    pub(super) fn note(&mut self, id: &str, text: &str) -> Result<(), PaperError> {
        self.paragraph(id, &note(text))
    }

    /// The mark of an item, with a little air behind an Arabic one.
    fn mark(&mut self, id: &str, mark: &str) -> Result<Vec<Atom>, PaperError> {
        let mut atoms = shape(self.shaper, self.look.body, mark, id)?;
        if let Some(last) = atoms.last_mut().filter(|last| !is_wide(last.ch)) {
            last.step += self.look.body.size * 0.25;
        }
        Ok(atoms)
    }

    fn width_of_mark(&mut self, id: &str, mark: &str) -> Result<f32, PaperError> {
        self.mark(id, mark).map(|atoms| width_of(&atoms))
    }

    /// Running text; `last` when nothing of its block follows.
    fn prose(&mut self, atoms: &[Atom], first: f32, rest: f32, last: bool) -> Result<(), PaperError> {
        let lines = break_lines(atoms, Measure { width: self.look.width, first, rest, justify: true });
        // A closing of one line (特此回复。) takes the line above along where it can: it would stand alone over the names.
        if last && self.signed && lines.len() == 1 && self.flow.after_text() {
            self.flow.wish();
        }
        self.push_lines(lines, self.look.body.size)
    }
}

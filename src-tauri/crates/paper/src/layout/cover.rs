//! A cover: number at the upper right, the name in large type in the upper half, who and what it is about on ruled lines
//! below, the day at the foot. It bears no page number; nothing else stands on it.

use super::line::{Line, Measure, Style, break_lines, runs, shape, width_of};
use super::measure::{CELL, MM, NO_3, PITCH, baseline};
use super::page::{OutlineMark, Rule};
use super::{Composer, Ink, Piece, line_piece};
use crate::document::Fact;
use crate::error::PaperError;
use crate::faces::Role;
use crate::wording::{COVER, with_colon};

/// The name in 小初, smaller where a line of it would not fit.
pub(crate) const COVER_TITLE: f32 = 36.0;
/// From the type area's top to the name.
pub(crate) const TITLE_TOP: f32 = 46.0 * MM;
/// From the name to the lines.
pub(crate) const FACTS_TOP: f32 = 34.0 * MM;
/// From one line to the next.
pub(crate) const FACT_PITCH: f32 = 1.45 * PITCH;
/// What is left free at either side of the lines.
pub(crate) const FACT_SIDE: f32 = 1.5 * CELL;
/// Between a label and its line.
const FACT_GAP: f32 = 4.0;
/// A label is never wider.
const LABEL: f32 = 9.0 * CELL;

impl Composer<'_, '_, '_> {
    pub(super) fn cover(
        &mut self,
        id: &str,
        number: Option<&str>,
        title: &str,
        facts: &[Fact],
        date: Option<&str>,
    ) -> Result<(), PaperError> {
        self.flow.page_break(self.shaper)?;
        self.flow.bare();
        let width = self.look.width;
        let mut top = Piece { height: PITCH, keep: true, ..Piece::default() };
        top.outline.push(OutlineMark { title: COVER.to_owned(), level: 0, y: 0.0 });
        if let Some(number) = number {
            let atoms = shape(self.shaper, self.look.body, number, id)?;
            for line in break_lines(&atoms, Measure::ragged(width)) {
                let piece = line_piece(&line, width - line.width, PITCH, NO_3, Ink::Black);
                self.push(Piece { outline: std::mem::take(&mut top.outline), ..piece })?;
            }
        } else {
            self.push(top)?;
        }
        self.room(TITLE_TOP - PITCH)?;
        let mut size = COVER_TITLE;
        for part in title.split('\n').map(str::trim) {
            let unit = width_of(&shape(self.shaper, Style::solid(Role::Title, 1.0), part, id)?);
            // A name too long for one line is set in several, not in small type.
            size = size.min((width / unit.max(1.0)).max(0.6 * COVER_TITLE));
        }
        self.title_lines(id, title, Style::solid(Role::Title, size), None)?;
        self.room(FACTS_TOP)?;
        self.facts(id, facts)?;
        if let Some(date) = date {
            let atoms = shape(self.shaper, self.look.body, date, id)?;
            let left = self.flow.left() - PITCH;
            self.room(left.max(PITCH))?;
            for line in break_lines(&atoms, Measure::ragged(width)) {
                self.push(line_piece(&line, (width - line.width) / 2.0, PITCH, NO_3, Ink::Black))?;
            }
        }
        self.flow.page_break(self.shaper)
    }

    /// Labels of one width, and a line under what stands beside each.
    fn facts(&mut self, id: &str, facts: &[Fact]) -> Result<(), PaperError> {
        let style = self.look.with(Role::Hei);
        let mut labels = Vec::new();
        for fact in facts {
            labels.push(shape(self.shaper, style, &with_colon(&fact.label), id)?);
        }
        let widest = labels.iter().map(|l| width_of(l)).fold(0.0, f32::max).min(LABEL);
        let (left, right) = (FACT_SIDE + widest + FACT_GAP, self.look.width - FACT_SIDE);
        for (fact, label) in facts.iter().zip(labels) {
            let text = shape(self.shaper, self.look.body, &fact.text, id)?;
            let mut label = break_lines(&label, Measure::ragged(widest + 0.2)).into_iter();
            let mut lines = break_lines(&text, Measure::ragged(right - left - 2.0)).into_iter();
            loop {
                let (name, line) = (label.next(), lines.next());
                if name.is_none() && line.is_none() {
                    break;
                }
                let mut piece = Piece { height: FACT_PITCH, ..Piece::default() };
                let base = baseline(FACT_PITCH, NO_3);
                let mut set = |line: Option<Line>, x: f32| {
                    line.iter().for_each(|l| runs(&l.atoms, x, base, Ink::Black, &mut piece.runs));
                };
                set(name, FACT_SIDE);
                set(line, left + 2.0);
                let y = base + 5.0;
                piece.rules.push(Rule { from: (left, y), to: (right, y), width: 0.6, ink: Ink::Black });
                self.push(piece)?;
            }
        }
        Ok(())
    }

    /// Blank that stands even at the top of a page.
    fn room(&mut self, height: f32) -> Result<(), PaperError> {
        self.push(Piece { height, ..Piece::default() })
    }
}

//! A count of days as a small drawing: a bar from the start to the end, as long as it has days. Days that counted are
//! grey, those passed over white, those the end moved across hatched; what they are stands under it in words.

use super::Composer;
use super::figure::fill::{Area, fill};
use super::figure::{LINE, write};
use super::line::Line;
use super::measure::PITCH;
use super::page::{Ink, Rule};
use super::piece::Piece;
use crate::day_count::{DayCount, DayKind};
use crate::error::PaperError;

/// Height of the drawing, of a bar of counted days, and of other days.
const HEIGHT: f32 = 20.0;
const COUNTED: f32 = 12.0;
const OTHER: f32 = 8.0;
/// Half the width of the marks at both ends.
const MARK: f32 = 5.0;
/// More days than this are drawn as whole bars: their single strokes would run into each other.
const SINGLE: u32 = 62;
/// The sign before a sentence, and the air behind it.
const SIGN: (f32, f32) = (16.0, 5.0);

impl Composer<'_, '_, '_> {
    pub(super) fn day_count(&mut self, id: &str, count: &DayCount) -> Result<(), PaperError> {
        let width = self.look.width;
        let mut pieces = Vec::new();
        self.signed(id, DayKind::Counted, &count.quantity, &mut pieces)?;
        pieces.push(self.day_bar(count));
        let half = (width - LINE) / 2.0;
        let (start, end) = (self.small(id, &count.start, half)?, self.small(id, &count.end, half)?);
        for k in 0..start.len().max(end.len()) {
            let mut piece = Piece { height: LINE, ..Piece::default() };
            for (line, right) in [(start.get(k), count.back), (end.get(k), !count.back)] {
                let x = |line: &Line| if right { width - line.width } else { 0.0 };
                line.into_iter().for_each(|line| write(line, x(line), 0.0, &mut piece));
            }
            pieces.push(piece);
        }
        for note in &count.notes {
            self.signed(id, note.kind, &note.text, &mut pieces)?;
        }
        self.flow.hold();
        let last = pieces.len();
        for (i, mut piece) in pieces.into_iter().enumerate() {
            piece.keep = i + 1 < last;
            self.push(piece)?;
        }
        self.flow.snap(0.2 * PITCH);
        Ok(())
    }

    /// A sentence behind the sign of the days that it speaks of.
    fn signed(
        &mut self,
        id: &str,
        kind: DayKind,
        text: &str,
        pieces: &mut Vec<Piece>,
    ) -> Result<(), PaperError> {
        let left = SIGN.0 + SIGN.1;
        for (k, line) in self.small(id, text, self.look.width - left)?.iter().enumerate() {
            let mut piece = Piece { height: LINE, ..Piece::default() };
            if k == 0 {
                days(kind, (0.0, 3.0, SIGN.0, LINE - 3.0), &mut piece.rules);
            }
            write(line, left, 0.0, &mut piece);
            pieces.push(piece);
        }
        Ok(())
    }

    /// The bar with its marks.
    fn day_bar(&self, count: &DayCount) -> Piece {
        let mut piece = Piece { height: HEIGHT, ..Piece::default() };
        let (from, to) = (MARK, self.look.width - MARK);
        let total: u32 = count.runs.iter().map(|run| run.days).sum();
        let day = (to - from) / total.max(1) as f32;
        let middle = HEIGHT / 2.0;
        let mut done = 0;
        for run in &count.runs {
            let (a, b) = (done as f32 * day, (done + run.days) as f32 * day);
            // Time goes to the right, so a clock that counts back is laid from the right.
            let (left, right) = if count.back { (to - b, to - a) } else { (from + a, from + b) };
            let half = if run.kind == DayKind::Counted { COUNTED } else { OTHER } / 2.0;
            days(run.kind, (left, middle - half, right, middle + half), &mut piece.rules);
            for k in (1..run.days).filter(|_| total <= SINGLE && run.kind == DayKind::Counted) {
                let x = left + k as f32 * day;
                let (over, under) = ((x, middle - half), (x, middle + half));
                piece.rules.push(Rule { from: over, to: under, width: 0.5, ink: Ink::White });
            }
            done += run.days;
        }
        let (start, end) = if count.back { (to, from) } else { (from, to) };
        let mark = |x: f32| (x - MARK, middle - MARK - 2.0, x + MARK, middle + MARK + 2.0);
        hollow(mark(start), &mut piece.rules);
        fill(4, mark(end), &mut piece.rules);
        piece
    }
}

/// Days of one kind as a box.
fn days(kind: DayKind, area: Area, rules: &mut Vec<Rule>) {
    let manner = match kind {
        DayKind::Counted => 0,
        DayKind::Skipped => 2,
        DayKind::Moved => 1,
    };
    fill(manner, area, rules);
}

/// A white box over whatever is there.
fn hollow((left, top, right, bottom): Area, rules: &mut Vec<Rule>) {
    let y = (top + bottom) / 2.0;
    rules.push(Rule { from: (left, y), to: (right, y), width: bottom - top, ink: Ink::White });
    fill(2, (left, top, right, bottom), rules);
}

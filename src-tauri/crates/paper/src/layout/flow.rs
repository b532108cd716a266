//! Packing pieces into pages: what does not fit goes over with whatever must stay beside it. A page leaves as soon as it
//! is full, so memory grows with the page and not with the paper. Knows nothing of blocks.

use std::rc::Rc;

use super::frames::{frames, moved};
use super::furniture::page_number;
use super::measure::{BELOW_TYPE, LEFT, TOP};
use super::page::{Image, Page};
use super::piece::{Air, Piece, Row};
use crate::error::PaperError;
use crate::faces::Shaper;

/// Rounding slack when a page is measured, points.
pub(crate) const SLACK: f32 = 0.5;
/// A paragraph parted above so many blank lines of the grid looks torn.
pub(crate) const TORN: f32 = 3.0;
/// So many lines of it go over with the rest instead,
const SHORT: usize = 3;
/// as does what is only wished along, if no more lines than this are left blank.
const BLANK: f32 = 6.0;

/// How full a page is.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Fill {
    /// Height of what stands on it.
    pub height: f32,
    /// Height left blank below.
    pub blank: f32,
    /// What follows begins a new page whatever is left of this one.
    pub ends: bool,
    /// A paragraph that stands last goes on overleaf.
    pub parted: bool,
}

/// Takes finished pages; answers whether more are wanted.
pub(crate) type Sink<'s> = dyn FnMut(Page) -> Result<bool, PaperError> + 's;

/// The page being filled.
pub(crate) struct Flow<'s> {
    placed: Vec<(f32, Piece)>,
    y: f32,
    number: usize,
    /// Whether pages bear numbers.
    numbered: bool,
    /// Height of the text on a page.
    height: f32,
    /// Whether the page is a turned one.
    wide: bool,
    /// Whether this page alone bears no number.
    bare: bool,
    /// From one line of the grid to the next.
    pub pitch: f32,
    sink: &'s mut Sink<'s>,
    /// What stands on each page handed over.
    pub fills: Vec<Fill>,
    /// Nobody wants more pages.
    pub done: bool,
}

impl<'s> Flow<'s> {
    pub fn new(numbered: bool, height: f32, pitch: f32, sink: &'s mut Sink<'s>) -> Flow<'s> {
        Flow {
            placed: Vec::new(),
            y: 0.0,
            number: 1,
            numbered,
            height,
            wide: false,
            bare: false,
            pitch,
            sink,
            fills: Vec::new(),
            done: false,
        }
    }

    /// Adds a piece, turning the page when it is full.
    pub fn push(&mut self, piece: Piece, shaper: &mut Shaper<'_>) -> Result<(), PaperError> {
        let height = piece.height + self.head_before(&piece).map_or(0.0, |head| head.height);
        if piece.air == Air::No && !self.placed.is_empty() && self.y + height > self.height + SLACK {
            let at = self.cut(&piece);
            let parted = self.placed.get(at).map_or(piece.above, |(_, p)| p.above) > 0;
            let carried = self.placed.split_off(at);
            self.turn(shaper)?;
            if let Some(fill) = self.fills.last_mut() {
                fill.parted = parted;
            }
            for (_, p) in carried {
                self.place(p);
            }
            if !self.placed.is_empty() && self.y + piece.height > self.height + SLACK {
                self.turn(shaper)?;
            }
        }
        self.place(piece);
        Ok(())
    }

    /// Adds blank lines of the grid.
    pub fn blank(&mut self, lines: f32) {
        self.place(Piece { height: lines * self.pitch, air: Air::Blank, ..Piece::default() });
    }

    /// Goes on to the next line of the grid, at least `least` points below.
    pub fn snap(&mut self, least: f32) {
        self.place(Piece { height: least, air: Air::Snap, ..Piece::default() });
    }

    /// Ties the last piece of text on this page to what follows (and the air between).
    pub fn hold(&mut self) {
        for (_, p) in self.placed.iter_mut().rev() {
            p.keep = true;
            if p.air == Air::No {
                return;
            }
        }
    }

    /// Ties the end of the text on this page to what signs it: its last line, and the line above by wish. Of a paragraph of
    /// several lines two come along anyway.
    pub fn hold_end(&mut self) {
        self.hold();
        let above = self.placed.iter_mut().rev().filter(|(_, p)| p.air == Air::No).nth(1);
        // A line between a table and what follows stands for itself: the table's last row need not come along.
        if let Some((_, above)) = above.filter(|(_, p)| p.row.is_none()) {
            above.wish = true;
        }
    }

    /// Wishes that the text that stands last went along with what follows.
    pub fn wish(&mut self) {
        if let Some((_, last)) = self.placed.last_mut() {
            last.wish = true;
        }
    }

    /// Leaves of this way from here on; the page is turned first if need be.
    pub fn lie(&mut self, wide: bool, height: f32, shaper: &mut Shaper<'_>) -> Result<(), PaperError> {
        self.page_break(shaper)?;
        (self.wide, self.height) = (wide, height);
        Ok(())
    }

    /// This page bears no number.
    pub fn bare(&mut self) {
        self.bare = true;
    }

    /// Height of the text on a page.
    pub fn height(&self) -> f32 {
        self.height
    }

    /// How far down the page the next piece stands.
    pub fn y(&self) -> f32 {
        self.y
    }

    /// Whether a line of running text stands last: no air, no row, no heading.
    pub fn after_text(&self) -> bool {
        self.placed.last().is_some_and(|(_, p)| p.air == Air::No && p.row.is_none() && p.outline.is_empty())
    }

    /// Room left on the page.
    pub fn left(&self) -> f32 {
        self.height - self.y
    }

    /// Number of the page being filled.
    pub fn number(&self) -> usize {
        self.number
    }

    /// Ends the page, if there is anything on it.
    pub fn page_break(&mut self, shaper: &mut Shaper<'_>) -> Result<(), PaperError> {
        if self.placed.is_empty() {
            return Ok(());
        }
        self.turn(shaper)?;
        self.fills.iter_mut().last().into_iter().for_each(|fill| fill.ends = true);
        Ok(())
    }

    /// Hands over the last page; a paper of no blocks is one blank page.
    pub fn finish(&mut self, shaper: &mut Shaper<'_>) -> Result<(), PaperError> {
        if self.placed.is_empty() && self.number > 1 { Ok(()) } else { self.turn(shaper) }
    }

    /// Leaves a page blank before the page of an imprint; neither bears a number (GB/T 9704—2012, 7.5).
    pub fn blank_page(&mut self) -> Result<(), PaperError> {
        let page = Page { number: self.number, ..Page::default() };
        self.number += 1;
        self.bare = true;
        self.done |= !(self.sink)(page)?;
        Ok(())
    }

    /// Moves down so that `height` points remain.
    pub fn drop_to_foot(&mut self, height: f32) {
        self.y = self.y.max(self.height - height);
    }

    /// Where the page is cut when `next` does not fit: before everything that must stay with it, and before what is wished along
    /// or would be left of a short paragraph, where that leaves no great blank.
    fn cut(&self, next: &Piece) -> usize {
        let end = self.placed.len();
        let held = self.chain(end);
        let tied = self.placed[held..].iter().any(|(_, p)| p.keep);
        // A chain as long as a page cannot be kept together; nor is air alone worth carrying.
        let at = if tied && self.goes_over(held, next) { held } else { end };
        let little =
            |at: usize| self.goes_over(at, next) && self.blank_over(at) <= BLANK * self.pitch + SLACK;
        if (at == held || !tied) && held > 0 && self.placed[held - 1].1.wish {
            let wished = self.chain(held - 1);
            if little(wished) && !self.tears(wished) {
                return wished;
            }
        }
        let above = self.placed.get(at).map_or(0, |(_, p)| p.above);
        if self.tears(at) && above <= SHORT && above <= at && self.placed[at - above].1.above == 0 {
            let whole = self.chain(at - above);
            if little(whole) {
                return whole;
            }
        }
        at
    }

    /// Where that begins which stays together with the piece at this place.
    fn chain(&self, mut at: usize) -> usize {
        while at > 0 && (self.placed[at - 1].1.keep || self.placed[at - 1].1.air != Air::No) {
            at -= 1;
        }
        at
    }

    /// Whether the pieces from here on and the next one fit a page, and leave something on this one.
    fn goes_over(&self, at: usize, next: &Piece) -> bool {
        let height: f32 = self.placed[at..].iter().map(|(_, p)| p.height).sum();
        at > 0 && height + next.height <= self.height
    }

    /// What is left blank when the page is cut here.
    fn blank_over(&self, at: usize) -> f32 {
        self.height - self.placed.get(at).map_or(self.y, |(y, _)| *y)
    }

    /// Whether a cut here parts the lines of a paragraph above blank lines.
    fn tears(&self, at: usize) -> bool {
        let inside = self.placed.get(at).is_some_and(|(_, p)| p.above > 0);
        inside && self.blank_over(at) + SLACK >= TORN * self.pitch
    }

    /// The head that must stand before a row: on the table's first row and on each new page.
    fn head_before(&self, piece: &Piece) -> Option<Piece> {
        let row = piece.row.as_ref().filter(|r| !r.is_head)?;
        let before = self.placed.last().and_then(|(_, p)| p.row.as_ref());
        if before.is_some_and(|b| Rc::ptr_eq(&b.table, &row.table)) {
            return None;
        }
        let own = Row { is_head: true, ..Row::of(&row.table) };
        Some(Piece { row: Some(own), keep: true, ..row.table.head.clone() })
    }

    fn place(&mut self, mut piece: Piece) {
        if piece.air != Air::No {
            if self.placed.is_empty() {
                return;
            }
            if piece.air == Air::Snap {
                let lines = ((self.y + piece.height - SLACK) / self.pitch).ceil();
                let height = lines * self.pitch - self.y;
                self.placed.push((self.y, piece));
                self.y += height;
                return;
            }
        }
        if let Some(head) = self.head_before(&piece) {
            let height = head.height;
            self.placed.push((self.y, head));
            self.y += height;
            if let Some(again) = piece.row.as_ref().and_then(|row| row.again.clone()) {
                piece.runs.extend(again.runs.iter().cloned());
            }
        }
        let y = self.y;
        self.y += piece.height;
        self.placed.push((y, piece));
    }

    /// Hands the page over and begins the next.
    fn turn(&mut self, shaper: &mut Shaper<'_>) -> Result<(), PaperError> {
        let mut page = Page { number: self.number, wide: self.wide, ..Page::default() };
        let placed = std::mem::take(&mut self.placed);
        let last = placed.iter().rev().find(|(_, p)| p.air == Air::No);
        let height = last.map_or(0.0, |(y, p)| y + p.height);
        self.fills.push(Fill { height, blank: self.height - height, ends: false, parted: false });
        let (left, top) = if self.wide { (BELOW_TYPE, LEFT) } else { (LEFT, TOP) };
        frames(&placed, (left, top), &mut page);
        for (y, piece) in placed {
            let (dx, dy) = (left, top + y);
            for mut run in piece.runs {
                run.x += dx;
                run.y += dy;
                page.runs.push(run);
            }
            for rule in piece.rules {
                page.rules.push(moved(rule, dx, dy));
            }
            page.images.extend(piece.images.into_iter().map(|i| Image { x: i.x + dx, y: i.y + dy, ..i }));
            for mut mark in piece.outline {
                // A mark on a turned page points at its whole.
                mark.y = if self.wide { 0.0 } else { dy };
                page.outline.push(mark);
            }
        }
        if self.numbered && !std::mem::take(&mut self.bare) {
            page_number(self.number, shaper, &mut page)?;
        }
        self.number += 1;
        self.y = 0.0;
        self.done |= !(self.sink)(page)?;
        Ok(())
    }
}

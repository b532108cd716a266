//! Room to sign by hand: a row a person, the printed name and a line long enough for a Chinese signature. A row is never
//! cut, and the block never stands alone on a page.

use super::Composer;
use super::line::{Atom, Line, Measure, Style, break_lines, runs, shape, width_of};
use super::measure::{CELL, MM, NO_3, PITCH, baseline};
use super::page::{Ink, Rule, Run};
use super::piece::Piece;
use super::title::by_words;
use crate::document::{Signatory, SigningSide};
use crate::error::PaperError;
use crate::faces::Role;
use crate::wording::{DATE_TO_FILL, SEAL_PLACE};

/// Between two sides.
pub(crate) const GUTTER: f32 = CELL;
/// Height of a row: room for the hand.
pub(crate) const ROW: f32 = 1.5 * PITCH;
/// The line to sign on is never shorter.
pub(crate) const LINE: f32 = 38.0 * MM;
/// The role under the name.
pub(crate) const ROLE_SIZE: f32 = 10.5;
/// The line beside a label, where label and name take their share.
pub(crate) const SHORT_LINE: f32 = 28.0 * MM;
/// Between label, name and line.
pub(crate) const GAP: f32 = 8.0;
/// From the line to sign on to the row's foot.
pub(crate) const FOOT: f32 = 8.0;
/// Height of the place of a seal. A union's is 42 mm across: it covers the body's name above, and reaches over the
/// signature below.
pub(crate) const SEAL_ROW: f32 = 1.5 * PITCH;
/// From one line of a name to the next.
const NAME_PITCH: f32 = 0.75 * PITCH;

/// One person's row, laid out in its column.
struct SigningRow {
    height: f32,
    runs: Vec<Run>,
    rules: Vec<Rule>,
}

impl SigningRow {
    fn new(height: f32) -> SigningRow {
        SigningRow { height, runs: Vec::new(), rules: Vec::new() }
    }

    /// The line to sign on.
    fn line(&mut self, from: f32, to: f32, y: f32) {
        self.rules.push(Rule { from: (from, y), to: (to, y), width: 0.6, ink: Ink::Black });
    }
}

impl Composer<'_, '_, '_> {
    pub(super) fn signatures(&mut self, id: &str, sides: &[SigningSide]) -> Result<(), PaperError> {
        let sides = &sides[..sides.len().min(2)];
        let column = (self.look.width - GUTTER) / 2.0;
        let inline = self.fits_inline(id, sides, column)?;
        let sealed = sides.iter().any(|side| side.seal.is_some());
        let mut columns = Vec::new();
        for (i, side) in sides.iter().enumerate() {
            let x = i as f32 * (column + GUTTER);
            let rows = if inline {
                self.inline(id, side, x, column)?
            } else {
                self.side(id, side, sealed, x, column)?
            };
            columns.push(rows);
        }
        let rows = columns.iter().map(Vec::len).max().unwrap_or(0);
        let mut pieces: Vec<Piece> = Vec::new();
        for k in 0..rows {
            let mut piece = Piece::default();
            for row in columns.iter_mut().filter_map(|c| c.get_mut(k)) {
                piece.height = piece.height.max(row.height);
                piece.runs.append(&mut row.runs);
                piece.rules.append(&mut row.rules);
            }
            pieces.push(piece);
        }
        let whole = pieces.iter().map(|p| p.height).sum::<f32>() <= self.flow.height() * 0.6;
        self.flow.hold_end();
        self.gap(0.5);
        self.flow.hold();
        let count = pieces.len();
        for (i, mut piece) in pieces.into_iter().enumerate() {
            // The label stays with the first row, the last row with the one before it.
            piece.keep = i + 1 < count && (whole || i == 0 || i + 2 >= count);
            self.push(piece)?;
        }
        self.flow.snap(0.0);
        Ok(())
    }

    /// Label, people and date of one side, a row each.
    fn side(
        &mut self,
        id: &str,
        side: &SigningSide,
        sealed: bool,
        x: f32,
        width: f32,
    ) -> Result<Vec<SigningRow>, PaperError> {
        let mut rows = vec![self.text_row(id, &side.label, Role::Hei, NO_3, x, width)?];
        if let Some(body) = &side.seal {
            rows.push(self.text_row(id, body, Role::Fangsong, NO_3, x, width)?);
            rows.push(self.seal_row(id, x, width)?);
        } else if sealed {
            // People of both sides sign beside each other, whichever side has a seal.
            rows.extend([SigningRow::new(0.0), SigningRow::new(0.0)]);
        }
        // One measure for all names of the side, so that the lines begin under each other.
        let most = width - LINE - 6.0;
        let mut name_width: f32 = 0.0;
        for person in &side.names {
            let atoms = shape(self.shaper, self.look.with(Role::Fangsong), &person.name, id)?;
            let role = shape(self.shaper, Style::solid(Role::Kai, ROLE_SIZE), &person.role, id)?;
            let lines = name_lines(&atoms, most).unwrap_or_default();
            let name = lines.iter().map(|line| line.width).fold(0.0, f32::max);
            name_width = name_width.max(name).max(width_of(&role).min(most));
        }
        for person in &side.names {
            rows.push(self.person(id, person, x, width, name_width)?);
        }
        if side.date {
            rows.push(self.date_row(id, x + width)?);
        }
        Ok(rows)
    }

    /// Whether each side is one person (or only a date) and label, name and line fit beside each other.
    fn fits_inline(&mut self, id: &str, sides: &[SigningSide], width: f32) -> Result<bool, PaperError> {
        for side in sides {
            let text = side.names.first().map_or("", |p| p.name.as_str());
            let label = shape(self.shaper, Style::solid(Role::Hei, NO_3), &side.label, id)?;
            let name = shape(self.shaper, self.look.with(Role::Fangsong), text, id)?;
            let role = side.names.iter().any(|p| !p.role.is_empty());
            let left = width - width_of(&label) - width_of(&name) - 2.0 * GAP;
            if side.names.len() > 1 || role || side.seal.is_some() || left < SHORT_LINE {
                return Ok(false);
            }
        }
        Ok(true)
    }

    /// Label, name and line in one row; the date beside the label, or under the line.
    fn inline(
        &mut self,
        id: &str,
        side: &SigningSide,
        x: f32,
        width: f32,
    ) -> Result<Vec<SigningRow>, PaperError> {
        let mut row = SigningRow::new(ROW);
        let foot = ROW - FOOT;
        let label = shape(self.shaper, Style::solid(Role::Hei, NO_3), &side.label, id)?;
        runs(&label, x, foot, Ink::Black, &mut row.runs);
        let Some(person) = side.names.first() else {
            self.date_to_fill(id, x + width, foot, &mut row)?;
            return Ok(vec![row]);
        };
        let name = shape(self.shaper, self.look.with(Role::Fangsong), &person.name, id)?;
        let at = x + width_of(&label) + GAP;
        runs(&name, at, foot, Ink::Black, &mut row.runs);
        let from = if name.is_empty() { at } else { at + width_of(&name) + GAP };
        self.line_or_note(id, person, (from, x + width), (foot, foot + 2.0), &mut row)?;
        let mut rows = vec![row];
        if side.date {
            rows.push(self.date_row(id, x + width)?);
        }
        Ok(rows)
    }

    /// Where the seal belongs: under the body's name, high enough for the lower half of it.
    fn seal_row(&mut self, id: &str, x: f32, width: f32) -> Result<SigningRow, PaperError> {
        let atoms = shape(self.shaper, self.look.with(Role::Fangsong), SEAL_PLACE, id)?;
        let mut row = SigningRow::new(SEAL_ROW);
        let at = x + (width - width_of(&atoms)) / 2.0;
        runs(&atoms, at, baseline(PITCH, NO_3), Ink::Black, &mut row.runs);
        Ok(row)
    }

    fn date_row(&mut self, id: &str, right: f32) -> Result<SigningRow, PaperError> {
        let mut row = SigningRow::new(PITCH * 1.25);
        let base = row.height - FOOT;
        self.date_to_fill(id, right, base, &mut row)?;
        Ok(row)
    }

    /// 年 月 日 with room between, ending at `right`.
    fn date_to_fill(
        &mut self,
        id: &str,
        right: f32,
        base: f32,
        row: &mut SigningRow,
    ) -> Result<(), PaperError> {
        let atoms = shape(self.shaper, self.look.with(Role::Fangsong), DATE_TO_FILL, id)?;
        runs(&atoms, right - width_of(&atoms), base, Ink::Black, &mut row.runs);
        Ok(())
    }

    fn person(
        &mut self,
        id: &str,
        p: &Signatory,
        x: f32,
        width: f32,
        name: f32,
    ) -> Result<SigningRow, PaperError> {
        let body = self.look.with(Role::Fangsong);
        let atoms = shape(self.shaper, body, &p.name, id)?;
        // A name too long for its place takes the whole width over the line; it is never set smaller.
        let own = name_lines(&atoms, name + 0.2);
        let beside = own.is_some();
        let lines = own.unwrap_or_else(|| by_words(&atoms, width));
        let role = shape(self.shaper, Style::solid(Role::Kai, ROLE_SIZE), &p.role, id)?;
        let text = lines.len() as f32 * NAME_PITCH;
        let role_lines =
            break_lines(&role, Measure::ragged(if beside { name.max(4.0 * ROLE_SIZE) } else { width }));
        let under = if role.is_empty() { 0.0 } else { role_lines.len() as f32 * ROLE_SIZE * 1.3 };
        let height = if beside { (text + under + 8.0).max(ROW) } else { text + under + ROW };
        let mut row = SigningRow::new(height);
        // Name and role end on the line to sign on.
        let foot = height - FOOT;
        let top = if beside { foot + 2.5 - text - under } else { 4.0 };
        for (k, line) in lines.iter().enumerate() {
            let base = top + k as f32 * NAME_PITCH + baseline(NAME_PITCH, NO_3);
            runs(&line.atoms, x, base, Ink::Black, &mut row.runs);
        }
        let from = if beside && !p.name.is_empty() { x + name + 6.0 } else { x };
        self.line_or_note(id, p, (from, x + width), (foot - 2.5, foot), &mut row)?;
        for (k, line) in role_lines.iter().enumerate() {
            let base = top + text + k as f32 * ROLE_SIZE * 1.3 + baseline(ROLE_SIZE * 1.3, ROLE_SIZE);
            runs(&line.atoms, x, base, Ink::Black, &mut row.runs);
        }
        Ok(row)
    }

    /// The line to sign on at `y.1`, or what stands in its place with its baseline at `y.0`.
    fn line_or_note(
        &mut self,
        id: &str,
        p: &Signatory,
        x: (f32, f32),
        y: (f32, f32),
        row: &mut SigningRow,
    ) -> Result<(), PaperError> {
        if p.note.is_empty() {
            row.line(x.0, x.1, y.1);
            return Ok(());
        }
        let atoms = shape(self.shaper, self.look.with(Role::Fangsong), &p.note, id)?;
        runs(&atoms, x.0 + (x.1 - x.0 - width_of(&atoms)).max(0.0) / 2.0, y.0, Ink::Black, &mut row.runs);
        Ok(())
    }

    fn text_row(
        &mut self,
        id: &str,
        text: &str,
        role: Role,
        size: f32,
        x: f32,
        width: f32,
    ) -> Result<SigningRow, PaperError> {
        let atoms = shape(self.shaper, Style::solid(role, size), text, id)?;
        let lines = by_words(&atoms, width);
        let mut row = SigningRow::new(lines.len() as f32 * PITCH);
        for (k, line) in lines.iter().enumerate() {
            runs(&line.atoms, x, k as f32 * PITCH + baseline(PITCH, size), Ink::Black, &mut row.runs);
        }
        Ok(row)
    }
}

/// The name in a place of this width: one line, or two where a `·` parts it. Nothing when it does not fit.
fn name_lines(atoms: &[Atom], width: f32) -> Option<Vec<Line>> {
    if width_of(atoms) <= width {
        return Some(break_lines(atoms, Measure::ragged(width)));
    }
    let fits = |part: &[Atom]| width_of(part) <= width;
    let dots = (1..atoms.len()).rev().filter(|k| matches!(atoms[k - 1].ch, '·' | '•' | '・'));
    let (first, second) =
        dots.map(|k| atoms.split_at(k)).find(|(first, second)| fits(first) && fits(second))?;
    Some([first, second].into_iter().flat_map(|part| break_lines(part, Measure::ragged(width))).collect())
}

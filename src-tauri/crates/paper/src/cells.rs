//! Sheets of A4 cut into cells of one size: labels and member cards. Cells stand where the geometry says, to the tenth of
//! a millimetre; a long text becomes smaller and then takes another line, and is never cut. Which sheets there are is data.

use std::path::Path;

use serde::Deserialize;

use crate::document::{Align, Document, Form};
use crate::error::PaperError;
use crate::faces::{Faces, Role, Shaper};
use crate::layout::flow::Sink;
use crate::layout::line::{Measure, Style, break_lines, runs, shape, width_of};
use crate::layout::measure::{MM, baseline};
use crate::layout::page::{Ink, OutlineMark, Page, Rule};
use crate::pdf::{self, Rendered};
use crate::template::Meta;

const FILE: &str = "papers/sheets.toml";
/// From one line's top to the next, in sizes of the type.
const LEADING: f32 = 1.35;
/// A line too long for its cell is set smaller down to this share, then in several lines.
const SMALLEST: f32 = 0.7;
/// What does not fit its cell in height is set smaller by this, again and again.
const LESS: f32 = 0.94;
/// Length of a cutting mark and its distance from the cells, millimetres.
const MARK: (f32, f32) = (4.0, 1.0);

/// Where the cells of a sheet stand, in millimetres from its upper left corner.
#[derive(Debug, Clone, PartialEq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct CellGrid {
    /// How it is named in a choice, `labels-3x8`.
    pub id: String,
    /// What people call it.
    pub name: String,
    /// Cells beside each other.
    pub columns: u16,
    /// Cells under each other.
    pub rows: u16,
    /// Width of a cell.
    pub width: f32,
    /// Height of a cell.
    pub height: f32,
    /// Left edge of the first cell.
    pub left: f32,
    /// Upper edge of the first cell.
    pub top: f32,
    /// From one cell's left edge to the next one's.
    pub across: f32,
    /// From one cell's upper edge to the next one's.
    pub down: f32,
    /// What is kept free inside a cell.
    pub padding: f32,
    /// Whether marks show where to cut.
    #[serde(default)]
    pub cut: bool,
}

impl CellGrid {
    /// Cells on a sheet.
    #[must_use]
    pub fn count(&self) -> usize {
        usize::from(self.columns) * usize::from(self.rows)
    }

    /// Upper left corner of a cell, counted from 0 along the rows.
    fn corner(&self, at: usize) -> (f32, f32) {
        let (row, column) = (at / usize::from(self.columns), at % usize::from(self.columns));
        (self.left + column as f32 * self.across, self.top + row as f32 * self.down)
    }
}

/// The sheets the program knows.
#[derive(Debug, Deserialize)]
struct Grids {
    sheet: Vec<CellGrid>,
}

/// Reads the sheets of the assets folder.
///
/// # Errors
/// [`PaperError::Asset`] when the list is missing or wrong.
pub fn cell_grids(assets: &Path) -> Result<Vec<CellGrid>, PaperError> {
    let wrong = |reason: String| PaperError::Asset { file: FILE.to_owned(), reason };
    let text = std::fs::read_to_string(assets.join(FILE)).map_err(|e| wrong(e.to_string()))?;
    let grids: Grids = toml::from_str(&text).map_err(|e| wrong(e.message().to_owned()))?;
    match grids.sheet.iter().find(|one| one.count() == 0) {
        Some(one) => Err(wrong(format!("{} 没有格子", one.id))),
        None => Ok(grids.sheet),
    }
}

/// A line of a cell.
#[derive(Debug, Clone, PartialEq)]
pub struct CellLine {
    /// What it says; an empty one is blank.
    pub text: String,
    /// Its face.
    pub role: Role,
    /// Its size in points, if there is room.
    pub size: f32,
    /// How it stands.
    pub align: Align,
}

/// Cells to be printed.
#[derive(Debug, Clone)]
pub struct CellSheet {
    /// Title in the PDF's metadata.
    pub title: String,
    /// Who issues it, when, and what its `/ID` is made from.
    pub meta: Meta,
    /// The sheet.
    pub grid: CellGrid,
    /// The first cell that is printed, from 0: of a sheet used before the rest.
    pub first: usize,
    /// What the printer must be corrected by, millimetres to the right and down.
    pub shift: (f32, f32),
    /// Whether every cell shows its border, for the eye: labels are cut already, so that a print has none.
    pub borders: bool,
    /// The cells, each with its lines.
    pub cells: Vec<Vec<CellLine>>,
}

/// Makes the PDF of a sheet of cells, PDF/A-1b as every paper.
///
/// # Errors
/// As [`crate::render`].
pub fn render_cells(sheet: &CellSheet, faces: &Faces) -> Result<Rendered, PaperError> {
    let doc = Document {
        title: sheet.title.clone(),
        author: sheet.meta.author.clone(),
        created: sheet.meta.created,
        id_seed: sheet.meta.id_seed.clone(),
        form: Form::Sheet,
        blocks: Vec::new(),
    };
    pdf::laid(&doc, faces, &|shaper, sink| pages(sheet, shaper, sink))
}

fn pages(sheet: &CellSheet, shaper: &mut Shaper<'_>, sink: &mut Sink<'_>) -> Result<(), PaperError> {
    let mut page = fresh(sheet, 1);
    for (i, lines) in sheet.cells.iter().enumerate() {
        let at = sheet.first + i;
        if i > 0 && at.is_multiple_of(sheet.grid.count()) {
            let full = std::mem::replace(&mut page, fresh(sheet, at / sheet.grid.count() + 1));
            if !sink(full)? {
                return Ok(());
            }
        }
        cell(sheet, at % sheet.grid.count(), lines, shaper, &mut page)?;
    }
    sink(page)?;
    shaper.refused().map_or(Ok(()), |why| Err(why.with_places(|c| places(sheet, c))))
}

/// The cells that hold a character.
fn places(sheet: &CellSheet, wanted: char) -> Vec<String> {
    let cells = (sheet.first + 1..).zip(&sheet.cells);
    let holding = cells.filter_map(|(n, lines)| {
        let line = lines.iter().find(|line| line.text.contains(wanted))?;
        Some(format!("第 {n} 格“{}”", line.text))
    });
    holding.collect()
}

fn fresh(sheet: &CellSheet, number: usize) -> Page {
    let mut page = Page { number, ..Page::default() };
    if number == 1 {
        page.outline.push(OutlineMark { title: sheet.title.clone(), level: 0, y: 0.0 });
    }
    if sheet.grid.cut {
        page.rules = marks(&sheet.grid, sheet.shift);
    }
    if sheet.borders {
        page.rules.extend((0..sheet.grid.count()).flat_map(|at| border(&sheet.grid, at, sheet.shift)));
    }
    page
}

/// The four sides of a cell, moved as the print is.
fn border(grid: &CellGrid, at: usize, shift: (f32, f32)) -> [Rule; 4] {
    let (x, y) = grid.corner(at);
    let (left, top) = ((x + shift.0) * MM, (y + shift.1) * MM);
    let (right, bottom) = (left + grid.width * MM, top + grid.height * MM);
    let corners = [(left, top), (right, top), (right, bottom), (left, bottom)];
    std::array::from_fn(|k| Rule { from: corners[k], to: corners[(k + 1) % 4], width: 0.25, ink: Ink::Grey })
}

/// Sets one cell: its lines in the middle of its height.
fn cell(
    sheet: &CellSheet,
    at: usize,
    lines: &[CellLine],
    shaper: &mut Shaper<'_>,
    page: &mut Page,
) -> Result<(), PaperError> {
    let grid = &sheet.grid;
    let (x, y) = grid.corner(at);
    let (x, y) = ((x + sheet.shift.0) * MM, (y + sheet.shift.1) * MM);
    let (width, height) = ((grid.width - 2.0 * grid.padding) * MM, (grid.height - 2.0 * grid.padding) * MM);
    let mut scale = 1.0;
    let set = loop {
        let set = set(lines, scale, width, shaper)?;
        let tall: f32 = set.iter().map(|line| line.size * LEADING).sum();
        if tall <= height || scale < 0.1 {
            break set;
        }
        scale *= LESS;
    };
    let tall: f32 = set.iter().map(|line| line.size * LEADING).sum();
    let mut top = y + grid.padding * MM + (height - tall) / 2.0;
    for line in set {
        let free = (width - line.line.width).max(0.0);
        let lead = match line.align {
            Align::Left => 0.0,
            Align::Center => free / 2.0,
            Align::Right => free,
        };
        let pitch = line.size * LEADING;
        let left = x + grid.padding * MM + lead;
        runs(&line.line.atoms, left, top + baseline(pitch, line.size), Ink::Black, &mut page.runs);
        top += pitch;
    }
    Ok(())
}

/// A line as it was set.
struct Set {
    line: crate::layout::line::Line,
    size: f32,
    align: Align,
}

fn set(lines: &[CellLine], scale: f32, width: f32, shaper: &mut Shaper<'_>) -> Result<Vec<Set>, PaperError> {
    let mut out = Vec::new();
    for line in lines {
        let size = line.size * scale;
        let natural = width_of(&shape(shaper, Style::solid(line.role, size), &line.text, &line.text)?);
        // A hair of room, so that what was made to fit is not broken for a rounding.
        let size = size * ((width - 0.1) / natural.max(1.0)).clamp(SMALLEST, 1.0);
        let atoms = shape(shaper, Style::solid(line.role, size), &line.text, &line.text)?;
        let broken = break_lines(&atoms, Measure::ragged(width));
        out.extend(broken.into_iter().map(|broken| Set { line: broken, size, align: line.align }));
    }
    Ok(out)
}

/// Cutting marks outside the block of cells: at every edge of a column above and below, at every edge of a row at the
/// left and right. Cells that touch share their edge.
fn marks(grid: &CellGrid, shift: (f32, f32)) -> Vec<Rule> {
    let edges = |from: f32, count: u16, step: f32, size: f32| {
        let starts = (0..count).map(move |i| from + f32::from(i) * step);
        starts.flat_map(move |edge| [edge, edge + size])
    };
    let xs = edges(grid.left + shift.0, grid.columns, grid.across, grid.width).collect::<Vec<_>>();
    let ys = edges(grid.top + shift.1, grid.rows, grid.down, grid.height).collect::<Vec<_>>();
    let mut out = Vec::new();
    let mut rule = |from: (f32, f32), to: (f32, f32)| {
        let [from, to] = [from, to].map(|(x, y)| (x * MM, y * MM));
        out.push(Rule { from, to, width: 0.25, ink: Ink::Grey });
    };
    let (near, far) = (MARK.1, MARK.1 + MARK.0);
    if let ([left, .., right], [top, .., bottom]) = (&xs[..], &ys[..]) {
        for x in &xs {
            rule((*x, top - far), (*x, top - near));
            rule((*x, bottom + near), (*x, bottom + far));
        }
        for y in &ys {
            rule((left - far, *y), (left - near, *y));
            rule((right + near, *y), (right + far, *y));
        }
    }
    out
}

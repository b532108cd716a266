//! The text of a Word file before it is written: paragraphs and tables, with what each departs from its style in. Lengths
//! are points. Knows nothing of blocks, nor of XML.

use super::styles::{CharStyle, Stand, Style};

/// A paragraph or a table.
#[derive(Debug)]
pub(super) enum Part {
    Para(Para),
    Table(Table),
    /// The end of leaves of one way: what follows stands on others.
    Turn(Leaves),
}

/// Leaves that look the same.
#[derive(Debug, Clone, Copy, Default)]
pub(super) struct Leaves {
    /// Turned by a quarter.
    pub wide: bool,
    /// The first is a cover: it bears no number.
    pub cover: bool,
}

impl Part {
    /// The first paragraph, wherever it stands.
    pub fn first(&mut self) -> Option<&mut Para> {
        match self {
            Part::Para(para) => Some(para),
            Part::Table(table) => table.rows.first_mut()?.cells.first_mut()?.paras.first_mut(),
            Part::Turn(_) => None,
        }
    }

    /// Keeps the part, or the last row of a table, on the page of what follows.
    pub fn hold(&mut self) {
        match self {
            Part::Para(para) => para.keep_next = true,
            Part::Table(table) => table.rows.last_mut().into_iter().for_each(Row::hold),
            Part::Turn(_) => {}
        }
    }
}

/// A paragraph: its style, its text, and its own measures where it has them.
#[derive(Debug, Default)]
pub(super) struct Para {
    pub style: Style,
    pub runs: Vec<Run>,
    pub keep_next: bool,
    pub page_break: bool,
    /// A red rule under it.
    pub red_rule: bool,
    /// Stands at this place of the page, with the red double rule that belongs there.
    pub place: Option<Place>,
    pub before: f32,
    pub after: f32,
    /// Exact height of a line.
    pub line: Option<f32>,
    pub indent: Option<Indent>,
    pub stand: Option<Stand>,
    pub tabs: Vec<TabStop>,
}

/// A place on page 1 that the running text leaves free.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) enum Place {
    /// The name, and the double rule under it.
    Name,
    /// The double rule at the foot.
    Foot,
}

/// Indents of a paragraph; a negative `first` hangs.
#[derive(Debug, Clone, Copy, Default)]
pub(super) struct Indent {
    pub left: f32,
    pub right: f32,
    pub first: f32,
}

/// Where a tab leads.
#[derive(Debug, Clone, Copy)]
pub(super) enum TabStop {
    /// What follows begins here.
    Left(f32),
    /// What follows ends here.
    Right(f32),
    /// What follows ends here, and a line to sign on leads to it.
    Signing(f32),
}

/// A piece of a paragraph.
#[derive(Debug)]
pub(super) enum Run {
    /// Text of the paragraph's own face, or of another, at its style's size or another.
    Text {
        text: String,
        style: Option<CharStyle>,
        size: Option<f32>,
    },
    Tab,
    /// A new line within the paragraph.
    Break,
    /// The number of the page.
    PageNumber,
    /// A photo.
    Picture(Drawing),
}

/// A picture in a line of text.
#[derive(Debug)]
pub(super) struct Drawing {
    /// Its number among the file's pictures, from 1.
    pub number: usize,
    /// Width and height in points.
    pub size: (f32, f32),
    /// What it shows, for who cannot see it.
    pub shows: String,
}

impl Run {
    pub fn text(text: impl Into<String>) -> Run {
        Run::Text { text: text.into(), style: None, size: None }
    }

    pub fn styled(text: impl Into<String>, style: CharStyle) -> Run {
        Run::Text { text: text.into(), style: Some(style), size: None }
    }
}

/// The lines of a title, at its style's size or another.
pub(super) fn lines_of(text: &str, size: Option<f32>) -> Vec<Run> {
    let mut runs = Vec::new();
    for part in text.split('\n').map(str::trim).filter(|p| !p.is_empty()) {
        if !runs.is_empty() {
            runs.push(Run::Break);
        }
        runs.push(Run::Text { text: part.to_owned(), style: None, size });
    }
    runs
}

impl Para {
    /// A paragraph of one text.
    pub fn of(style: Style, text: impl Into<String>) -> Para {
        Para { style, runs: vec![Run::text(text)], ..Para::default() }
    }

    /// A paragraph of one text in type of this size.
    pub fn sized(style: Style, text: impl Into<String>, size: f32) -> Para {
        let run = Run::Text { text: text.into(), style: None, size: Some(size) };
        Para { style, runs: vec![run], ..Para::default() }
    }

    /// Nothing but air of this height.
    pub fn gap(height: f32) -> Para {
        Para { style: Style::Gap, line: Some(height.max(1.0)), ..Para::default() }
    }
}

/// A table.
#[derive(Debug)]
pub(super) struct Table {
    pub widths: Vec<f32>,
    pub rows: Vec<Row>,
    pub rules: Rules,
    /// Air in cells: beside the text, above and below it.
    pub pad: (f32, f32),
}

/// Which rules a table has.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) enum Rules {
    /// A frame, and thinner rules within.
    All,
    /// None: it only holds things beside each other.
    None,
    /// A strong frame and grey rules within.
    Cells,
    /// The imprint's, and its place at the foot of the page.
    Imprint,
    /// The imprint's place without its rules.
    Copies,
}

/// A row.
#[derive(Debug, Default)]
pub(super) struct Row {
    pub cells: Vec<Cell>,
    /// Repeated on each page.
    pub head: bool,
    /// May be cut between two pages.
    pub cut: bool,
    /// Height, and whether more is refused.
    pub height: Option<(f32, bool)>,
}

impl Row {
    /// Keeps the row on the page of the next.
    pub fn hold(&mut self) {
        self.cells.iter_mut().flat_map(|cell| &mut cell.paras).for_each(|para| para.keep_next = true);
    }
}

/// How a cell is joined to the rows above and below.
#[derive(Debug, Clone, Copy, PartialEq, Default)]
pub(super) enum Down {
    /// Not at all.
    #[default]
    No,
    /// It reaches down.
    Begins,
    /// It belongs to the one above.
    GoesOn,
}

/// A cell.
#[derive(Debug, Default)]
pub(super) struct Cell {
    /// Never empty when it is written: a cell must hold a paragraph.
    pub paras: Vec<Para>,
    /// How many columns it takes beyond its own.
    pub more: usize,
    /// How it is joined to the rows beside its own.
    pub down: Down,
    /// Stands at the foot and not in the middle.
    pub low: bool,
}

//! What is laid out on pages piece by piece: a line, a row of a table, a photo with its marks. In which order they come and
//! where a page ends is `flow`'s affair.

use std::rc::Rc;

use super::page::{Image, OutlineMark, Rule, Run};

/// Thickness of a table's outer and inner rules.
pub(crate) const FRAME: f32 = 1.0;
pub(crate) const INNER: f32 = 0.5;

/// Something that is never cut: a line of text, a row of a table. Its marks are measured from its own upper left corner
/// (x from the type area's left edge).
#[derive(Debug, Clone, Default)]
pub(crate) struct Piece {
    pub height: f32,
    pub runs: Vec<Run>,
    pub rules: Vec<Rule>,
    pub images: Vec<Image>,
    pub outline: Vec<OutlineMark>,
    /// Must stay on the page of the piece after it.
    pub keep: bool,
    /// Should stand there too, unless it costs too many blank lines.
    pub wish: bool,
    /// How many lines of its paragraph stand above it.
    pub above: usize,
    pub air: Air,
    pub row: Option<Row>,
}

/// Whether a piece is only air.
#[derive(Debug, Clone, Copy, PartialEq, Default)]
pub(crate) enum Air {
    /// It is text or rules.
    #[default]
    No,
    /// Blank; nothing at the top of a page.
    Blank,
    /// Blank of at least `height`, up to the next line of the grid.
    Snap,
}

/// The table a row belongs to.
#[derive(Debug, Clone)]
pub(crate) struct Row {
    pub table: Rc<Table>,
    pub is_head: bool,
    /// A rule under it (not inside a row that is cut).
    pub closed: bool,
    /// Its first cell belongs to the one above: no rule parts them.
    pub joined: bool,
    /// What stands in its first cell where it begins a page: the name of its group.
    pub again: Option<Rc<Piece>>,
}

impl Row {
    /// A row of a table, for itself.
    pub fn of(table: &Rc<Table>) -> Row {
        Row { table: Rc::clone(table), is_head: false, closed: true, joined: false, again: None }
    }
}

/// What the rows of a table share.
#[derive(Debug)]
pub(crate) struct Table {
    /// Left edges of the columns and the right edge of the last.
    pub edges: Vec<f32>,
    /// How far under the table's upper edge the rule along each left edge begins: below a head that reaches over it.
    pub starts: Vec<f32>,
    /// The head, repeated on each page.
    pub head: Piece,
}

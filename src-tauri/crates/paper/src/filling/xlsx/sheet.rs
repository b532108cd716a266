//! One worksheet of a form: its cells with marks, the rows that come once a line, and the sheet written anew. What the
//! workbook around it needs is the workbook's.

use std::collections::BTreeMap;
use std::ops::Range;

use super::refs::{self, Block, LAST_ROW, Manner, Shift, Stuck, with_row};
use super::styles::Styles;
use crate::filling::error::FormError;
use crate::filling::facts::{Facts, Report};
use crate::filling::marks::{self, Mark};
use crate::filling::tree::{Edit, Tree, escaped};

/// Most bytes of the rows of one list.
const MOST_ROWS: usize = 200 << 20;

/// The texts that cells share.
pub(super) struct Strings {
    tree: Tree,
    items: Vec<usize>,
}

impl Strings {
    pub fn of(tree: Tree) -> Strings {
        let items = tree.each("si").collect();
        Strings { tree, items }
    }
}

/// A text of a cell: the tree that it stands in, the element around it, its pieces.
pub(super) struct Text<'a> {
    pub tree: &'a Tree,
    pub own: usize,
    pub whole: String,
    pub pieces: Vec<(usize, Range<usize>)>,
}

/// A cell and the marks in it.
pub(super) struct Cell {
    /// The element.
    pub own: usize,
    /// As its sheet calls it.
    pub name: String,
    formula: Option<usize>,
    /// The marks in its text, in order.
    pub marks: Vec<Mark>,
}

struct Row {
    own: usize,
    number: u32,
    cells: Vec<Cell>,
}

/// A worksheet, taken apart.
pub(super) struct Sheet {
    /// As the workbook calls it.
    pub name: String,
    /// Its part.
    pub part: String,
    pub(super) tree: Tree,
    rows: Vec<Row>,
    /// the list of each block of the shift
    lists: Vec<String>,
    /// How its rows move.
    pub shift: Shift,
}

/// What all sheets are filled with.
pub(super) struct Filling<'a> {
    pub facts: &'a Facts,
    pub strings: Option<&'a Strings>,
    pub styles: Option<Styles>,
    pub shifts: BTreeMap<String, Shift>,
    pub epoch_1904: bool,
}

impl Sheet {
    /// Reads a sheet and finds its marks.
    pub fn of(
        (name, part): (String, String),
        tree: Tree,
        strings: Option<&Strings>,
        facts: &Facts,
    ) -> Result<Sheet, FormError> {
        let mut sheet =
            Sheet { name, part, rows: Vec::new(), lists: Vec::new(), shift: Shift::default(), tree };
        let Some(data) = sheet.tree.each("sheetData").next() else { return Ok(sheet) };
        let mut last = 0;
        let rows: Vec<usize> =
            sheet.tree.children(data).filter(|at| sheet.tree.local(*at) == "row").collect();
        for own in rows {
            let number = match sheet.tree.attribute(own, "r") {
                Some(number) => number.parse().map_err(|_| FormError::Damaged)?,
                None => last + 1,
            };
            if number <= last || number > LAST_ROW {
                return Err(FormError::Damaged);
            }
            last = number;
            let cells = sheet.cells(own, number, strings)?;
            sheet.rows.push(Row { own, number, cells });
        }
        sheet.blocks(facts)?;
        Ok(sheet)
    }

    fn cells(&self, row: usize, number: u32, strings: Option<&Strings>) -> Result<Vec<Cell>, FormError> {
        let mut cells = Vec::new();
        for (at, own) in self.tree.children(row).filter(|at| self.tree.local(*at) == "c").enumerate() {
            let name =
                self.tree.attribute(own, "r").unwrap_or_else(|| format!("第{}格，第{number}行", at + 1));
            let formula = self.tree.child(own, "f");
            let marks = match self.text(own, strings)? {
                Some(text) if formula.is_none() => marks::find(&text.whole),
                _ => Vec::new(),
            };
            cells.push(Cell { own, name, formula, marks });
        }
        Ok(cells)
    }

    /// The text of a cell, its own or a shared one; `None` for anything else.
    pub(super) fn text<'a>(
        &'a self,
        cell: usize,
        strings: Option<&'a Strings>,
    ) -> Result<Option<Text<'a>>, FormError> {
        let (tree, own) = match self.tree.attribute(cell, "t").as_deref() {
            Some("s") => {
                let Some(value) = self.tree.child(cell, "v") else { return Ok(None) };
                let at: usize = self.tree.read(value)?.trim().parse().map_err(|_| FormError::Damaged)?;
                let strings = strings.ok_or(FormError::Damaged)?;
                (&strings.tree, *strings.items.get(at).ok_or(FormError::Damaged)?)
            }
            Some("inlineStr") => match self.tree.child(cell, "is") {
                Some(own) => (&self.tree, own),
                None => return Ok(None),
            },
            _ => return Ok(None),
        };
        let (mut whole, mut pieces) = (String::new(), Vec::new());
        for at in tree.within(own).filter(|at| tree.local(*at) == "t") {
            // How a word is spoken stands beside it and is no part of the text.
            if tree.around(at).take_while(|around| *around != own).any(|around| tree.local(around) == "rPh") {
                continue;
            }
            let from = whole.len();
            whole.push_str(&tree.read(at)?);
            pieces.push((at, from..whole.len()));
        }
        Ok(Some(Text { tree, own, whole, pieces }))
    }

    /// Finds the rows that come once a line; neighbouring rows of one list are one block.
    fn blocks(&mut self, facts: &Facts) -> Result<(), FormError> {
        let mut before: Vec<&str> = Vec::new();
        for row in &self.rows {
            let mut names: Vec<&str> = Vec::new();
            let mut own: Option<&str> = None;
            for cell in &row.cells {
                for mark in &cell.marks {
                    let Some(list) = facts.list_of(&mark.name) else { continue };
                    let place = || format!("{}!{}", self.name, cell.name);
                    if let Some(one) = own.filter(|one| *one != list) {
                        let (one, other) = (one.to_owned(), list.to_owned());
                        return Err(FormError::TwoLists { place: place(), one, other });
                    }
                    let last = self.shift.blocks.last().zip(self.lists.last());
                    let follows = last.is_some_and(|(b, of)| b.last + 1 == row.number && of == list);
                    if follows && before.contains(&mark.name.as_str()) {
                        return Err(FormError::RowsAlike { place: place(), mark: mark.name.clone() });
                    }
                    own = Some(list);
                    names.push(&mark.name);
                }
            }
            let Some(list) = own else { continue };
            match self.shift.blocks.last_mut().zip(self.lists.last()) {
                Some((block, of)) if block.last + 1 == row.number && of == list => {
                    block.last = row.number;
                    before.extend(names);
                }
                _ => {
                    let copies = u32::try_from(facts.lines(list).max(1)).unwrap_or(u32::MAX);
                    self.shift.blocks.push(Block { first: row.number, last: row.number, copies });
                    self.lists.push(list.to_owned());
                    before = names;
                }
            }
        }
        let last = self.rows.last().map_or(0, |row| row.number);
        if self.shift.total(last) > u64::from(LAST_ROW) {
            return Err(FormError::TooManyRows);
        }
        Ok(())
    }

    /// Whether it has a mark.
    pub fn has_marks(&self) -> bool {
        self.rows.iter().flat_map(|row| &row.cells).any(|cell| !cell.marks.is_empty())
    }

    /// Its formulas with the names of their cells.
    pub(super) fn formulas(&self) -> impl Iterator<Item = (&str, usize)> {
        self.rows
            .iter()
            .flat_map(|row| &row.cells)
            .filter_map(|cell| Some((cell.name.as_str(), cell.formula?)))
    }

    /// Whether it reckons.
    pub fn has_formulas(&self) -> bool {
        self.rows.iter().flat_map(|row| &row.cells).any(|cell| cell.formula.is_some())
    }

    /// Whether it has formulas that are written once for many cells: what each of them says stands nowhere.
    pub fn has_shared_formulas(&self) -> bool {
        let shared = |at: usize| self.tree.attribute(at, "t").is_some_and(|t| t != "normal");
        self.rows.iter().flat_map(|row| &row.cells).filter_map(|cell| cell.formula).any(shared)
    }

    /// The sheet written anew; `None` when nothing of it changes.
    pub fn filled(
        &self,
        filling: &mut Filling<'_>,
        report: &mut Report,
    ) -> Result<Option<String>, FormError> {
        let mut edits: Vec<Edit> = Vec::new();
        let mut rows = self.rows.iter().peekable();
        while let Some(row) = rows.next() {
            let block = self.shift.blocks.iter().position(|block| block.first == row.number);
            let Some((at, block)) = block.and_then(|at| Some((at, self.shift.blocks.get(at)?))) else {
                edits.extend(self.row(
                    row,
                    self.shift.row(row.number),
                    Manner::Formula,
                    None,
                    filling,
                    report,
                )?);
                continue;
            };
            let mut own = vec![row];
            while let Some(next) = rows.next_if(|next| block.has(next.number)) {
                own.push(next);
            }
            let end = own.last().map_or(0, |row| self.tree.all(row.own).end);
            let range = self.tree.all(row.own).start..end;
            let list = self.lists.get(at).map_or("", String::as_str);
            let mut text = String::new();
            for copy in 0..block.copies {
                let mut changes = Vec::new();
                for row in &own {
                    let number = self.shift.row(block.first)
                        + copy * (block.last - block.first + 1)
                        + (row.number - block.first);
                    let manner = Manner::Within { block: at, copy };
                    let line = Some((list, copy as usize));
                    changes.extend(self.row(row, number, manner, line, filling, report)?);
                }
                text.push_str(&self.tree.edited(range.clone(), &mut changes));
                if text.len() > MOST_ROWS {
                    return Err(FormError::TooManyRows);
                }
            }
            report.rows += filling.facts.lines(list);
            edits.push((range, text));
        }
        if self.shift.moves() || filling.shifts.values().any(Shift::moves) {
            edits.extend(self.around(filling)?);
        }
        edits.extend(self.beside(filling, report)?);
        if edits.is_empty() {
            return Ok(None);
        }
        Ok(Some(self.tree.edited(0..self.tree.text.len(), &mut edits)))
    }

    /// What changes in a row: its number, its cells.
    fn row(
        &self,
        row: &Row,
        number: u32,
        manner: Manner,
        line: Option<(&str, usize)>,
        filling: &mut Filling<'_>,
        report: &mut Report,
    ) -> Result<Vec<Edit>, FormError> {
        let mut edits = Vec::new();
        let text = number.to_string();
        if number != row.number && self.tree.attribute(row.own, "r").is_some() {
            edits.push(self.tree.retag(row.own, &[("r", Some(text.as_str()))])?);
        }
        for cell in &row.cells {
            let name = (self.tree.attribute(cell.own, "r")).map(|name| with_row(&name, |_| number));
            let name = name.as_deref().filter(|_| number != row.number);
            if !cell.marks.is_empty() {
                edits.push(self.marked(cell, name, line, filling, report)?);
                continue;
            }
            if let Some(formula) = cell.formula {
                edits.extend(self.formula(formula, manner, filling)?);
                // The result is of the form as it was; whoever opens the file reckons anew.
                edits.extend(
                    self.tree.child(cell.own, "v").map(|value| (self.tree.all(value), String::new())),
                );
                let kind = self.tree.attribute(cell.own, "t").is_some();
                if kind || name.is_some() {
                    let mut changes = vec![("t", None)];
                    changes.extend(name.map(|name| ("r", Some(name))));
                    edits.push(self.tree.retag(cell.own, &changes)?);
                }
            } else if let Some(name) = name {
                edits.push(self.tree.retag(cell.own, &[("r", Some(name))])?);
            }
        }
        Ok(edits)
    }

    pub(super) fn formula(
        &self,
        formula: usize,
        manner: Manner,
        filling: &Filling<'_>,
    ) -> Result<Option<Edit>, FormError> {
        if !filling.shifts.values().any(Shift::moves) {
            return Ok(None);
        }
        let old = self.tree.read(formula)?;
        let new = refs::formula(&old, &self.name.to_lowercase(), manner, &filling.shifts)
            .map_err(|why| self.stuck(why, filling))?;
        Ok((new != old).then(|| (self.tree.inside(formula), escaped(&new))))
    }

    /// Why the rows cannot be added, told of the sheet that would grow.
    fn stuck(&self, why: Stuck, filling: &Filling<'_>) -> FormError {
        let grows = filling.shifts.iter().find(|(_, shift)| shift.moves()).map(|(name, _)| name.as_str());
        let sheet = if self.shift.moves() { self.name.clone() } else { grows.unwrap_or_default().to_owned() };
        let why = match why {
            Stuck::OneOfMany => "有公式只取名单那一行里的一个格子",
            Stuck::Unreadable => "有公式用了 INDIRECT、OFFSET 或跨多张工作表取数",
        };
        FormError::CannotGrow { sheet, why }
    }
}

//! One worksheet of a form: its cells with marks, the rows that come once a line, and the sheet written anew. What the
//! workbook around it needs is the workbook's.

use std::collections::BTreeMap;
use std::ops::Range;

use chrono::NaiveDate;

use super::refs::{self, Block, LAST_ROW, Manner, Shift, Stuck, with_row};
use super::styles::{Look, Styles};
use crate::filling::error::FormError;
use crate::filling::facts::{Facts, FormValue, Report};
use crate::filling::marks::{self, Mark};
use crate::filling::tree::{Edit, Tree, escaped};

/// Most characters of a cell.
const MOST_IN_CELL: usize = 32_767;
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
struct Text<'a> {
    tree: &'a Tree,
    own: usize,
    whole: String,
    pieces: Vec<(usize, Range<usize>)>,
}

struct Cell {
    own: usize,
    /// as its sheet calls it
    name: String,
    formula: Option<usize>,
    marks: Vec<Mark>,
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
    tree: Tree,
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
    fn text<'a>(&'a self, cell: usize, strings: Option<&'a Strings>) -> Result<Option<Text<'a>>, FormError> {
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

    fn formula(
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

    /// A cell with marks as it will be.
    fn marked(
        &self,
        cell: &Cell,
        name: Option<&str>,
        line: Option<(&str, usize)>,
        filling: &mut Filling<'_>,
        report: &mut Report,
    ) -> Result<Edit, FormError> {
        let place = format!("{}!{}", self.name, cell.name);
        let text = self.text(cell.own, filling.strings)?.ok_or(FormError::Damaged)?;
        let mut puts = Vec::new();
        let mut alone = None;
        for mark in &cell.marks {
            let value = filling.facts.value(&mark.name, line);
            report.met(&mark.name, &place, value.as_ref());
            if let Some(value) = value {
                puts.push((mark.at.clone(), value.shown()));
                let rest = [&text.whole[..mark.at.start], &text.whole[mark.at.end..]];
                if rest.iter().all(|rest| rest.trim().is_empty()) {
                    alone = Some(value);
                }
            }
        }
        if let Some(edit) = alone.map(|value| self.typed(cell, name, &value, filling)).transpose()?.flatten()
        {
            return Ok(edit);
        }
        let ranges: Vec<Range<usize>> = text.pieces.iter().map(|(_, range)| range.clone()).collect();
        let new = marks::put(&ranges, &text.whole, &puts);
        let shown = |((_, range), new): (&(usize, Range<usize>), &Option<String>)| {
            new.clone().unwrap_or_else(|| text.whole.get(range.clone()).unwrap_or_default().to_owned())
        };
        let whole: String = text.pieces.iter().zip(&new).map(shown).collect();
        if whole.chars().count() > MOST_IN_CELL {
            return Err(FormError::TooLong { place });
        }
        let prefix = self.tree.prefix(cell.own);
        let inside = if text.tree.prefix(text.own) == prefix {
            self.rich(&text, &new)
        } else {
            format!("<{prefix}t xml:space=\"preserve\">{}</{prefix}t>", escaped(&whole))
        };
        let body =
            if whole.is_empty() { String::new() } else { format!("<{prefix}is>{inside}</{prefix}is>") };
        let kind = (!whole.is_empty()).then_some("inlineStr");
        self.written(cell, &[("r", name.map(Some)), ("t", Some(kind))], &body)
    }

    /// The pieces of a text with their looks, some of them new.
    fn rich(&self, text: &Text<'_>, new: &[Option<String>]) -> String {
        let tree = text.tree;
        let mut edits: Vec<Edit> = (text.pieces.iter().zip(new))
            .filter_map(|((own, _), new)| {
                let name = tree.name(*own);
                let new = escaped(new.as_deref()?);
                Some((tree.all(*own), format!("<{name} xml:space=\"preserve\">{new}</{name}>")))
            })
            .collect();
        let spoken = tree.children(text.own).filter(|at| matches!(tree.local(*at), "rPh" | "phoneticPr"));
        edits.extend(spoken.map(|at| (tree.all(at), String::new())));
        tree.edited(tree.inside(text.own), &mut edits)
    }

    /// A cell that holds nothing but one mark is a number or a day where that is what is put in.
    fn typed(
        &self,
        cell: &Cell,
        name: Option<&str>,
        value: &FormValue,
        filling: &mut Filling<'_>,
    ) -> Result<Option<Edit>, FormError> {
        let style: usize = self.tree.attribute(cell.own, "s").and_then(|s| s.parse().ok()).unwrap_or(0);
        let look = filling.styles.as_ref().map_or(Look::Text, |styles| styles.look(style));
        let (number, style) = match value {
            FormValue::Number(number) if look != Look::Text => (*number, None),
            FormValue::Day(day) if look != Look::Text => {
                let Some(number) = serial(*day, filling.epoch_1904) else { return Ok(None) };
                let dated = match look {
                    Look::Day => None,
                    _ => filling.styles.as_mut().and_then(|styles| styles.dated(style)),
                };
                (number, dated)
            }
            _ => return Ok(None),
        };
        let prefix = self.tree.prefix(cell.own);
        let body = format!("<{prefix}v>{number}</{prefix}v>");
        let style = style.map(|style| style.to_string());
        let changes = [("r", name.map(Some)), ("t", Some(None)), ("s", style.as_deref().map(Some))];
        self.written(cell, &changes, &body).map(Some)
    }

    /// A cell's tags around another content. A change of `None` leaves the attribute as it is.
    fn written(
        &self,
        cell: &Cell,
        changes: &[(&str, Option<Option<&str>>)],
        body: &str,
    ) -> Result<Edit, FormError> {
        let changes: Vec<(&str, Option<&str>)> =
            changes.iter().filter_map(|(key, to)| Some((*key, (*to)?))).collect();
        let (_, tag) = self.tree.retag(cell.own, &changes)?;
        let open = tag.trim_end_matches('>').trim_end_matches('/');
        let name = self.tree.name(cell.own);
        let new = if body.is_empty() { format!("{open}/>") } else { format!("{open}>{body}</{name}>") };
        Ok((self.tree.all(cell.own), new))
    }

    /// What lies around the rows and names them: merged cells, areas of all kinds, page breaks, conditions.
    fn around(&self, filling: &Filling<'_>) -> Result<Vec<Edit>, FormError> {
        let tree = &self.tree;
        let mut edits = Vec::new();
        let data = tree.each("sheetData").next();
        let within = data.map_or(0..0, |data| tree.within(data));
        for at in (0..tree.len()).filter(|at| !within.contains(at)) {
            match tree.local(at) {
                "formula" | "formula1" | "formula2" | "f" => {
                    edits.extend(self.formula(at, Manner::Condition, filling)?);
                }
                "mergeCells" => edits.extend(self.merges(at)?),
                "mergeCell" => {}
                "sqref" => {
                    edits.push((tree.inside(at), escaped(&self.shift.areas(&tree.read(at)?))));
                }
                "brk" if tree.parent(at).is_some_and(|all| tree.local(all) == "rowBreaks") => {
                    let row = tree.attribute(at, "id").and_then(|id| id.parse().ok()).unwrap_or(0);
                    // A break stands below its row.
                    let new = (self.shift.row(row + 1) - 1).to_string();
                    edits.push(tree.retag(at, &[("id", Some(new.as_str()))])?);
                }
                _ => edits.extend(self.areas(at)?),
            }
        }
        Ok(edits)
    }

    fn areas(&self, at: usize) -> Result<Option<Edit>, FormError> {
        let mut changes: Vec<(&str, String)> = Vec::new();
        for key in ["ref", "sqref"] {
            changes.extend(self.tree.attribute(at, key).map(|old| (key, self.shift.areas(&old))));
        }
        for key in ["activeCell", "topLeftCell"] {
            let moved = |old: String| (key, with_row(&old, |row| self.shift.row(row)));
            changes.extend(self.tree.attribute(at, key).map(moved));
        }
        let changed = |(key, new): &(&str, String)| self.tree.attribute(at, key).as_ref() != Some(new);
        if !changes.iter().any(changed) {
            return Ok(None);
        }
        let changes: Vec<(&str, Option<&str>)> =
            changes.iter().map(|(key, new)| (*key, Some(new.as_str()))).collect();
        self.tree.retag(at, &changes).map(Some)
    }

    /// Merged cells: within a line once a line, around the lines over all of them.
    fn merges(&self, all: usize) -> Result<Vec<Edit>, FormError> {
        let mut new = String::new();
        let mut count = 0;
        for at in self.tree.children(all) {
            let Some(area) = self.tree.attribute(at, "ref") else { continue };
            let rows = area.split_once(':').and_then(|(a, b)| Some((refs::cell(a)?.1, refs::cell(b)?.1)));
            let own = rows.and_then(|(from, to)| {
                self.shift
                    .blocks
                    .iter()
                    .find(|block| block.has(from) && block.has(to))
                    .map(|block| (block, from))
            });
            let name = self.tree.name(at);
            let mut put = |area: String| {
                new.push_str(&format!("<{name} ref=\"{}\"/>", escaped(&area)));
                count += 1;
            };
            match (own, area.split_once(':')) {
                (Some((block, _)), Some((from, to))) => {
                    for copy in 0..block.copies {
                        let down = copy * (block.last - block.first + 1);
                        let to_copy = |cell: &str| {
                            with_row(cell, |row| self.shift.row(block.first) + down + (row - block.first))
                        };
                        put(format!("{}:{}", to_copy(from), to_copy(to)));
                    }
                }
                _ => put(self.shift.area(&area)),
            }
        }
        let count = count.to_string();
        let tag = self.tree.retag(all, &[("count", Some(count.as_str()))])?;
        Ok(vec![tag, (self.tree.inside(all), new)])
    }
}

/// The number that a workbook keeps for a day; `None` for days that it counts wrongly or not at all.
fn serial(day: NaiveDate, epoch_1904: bool) -> Option<i64> {
    let (from, first) = if epoch_1904 {
        (NaiveDate::from_ymd_opt(1904, 1, 1)?, NaiveDate::from_ymd_opt(1904, 1, 1)?)
    } else {
        (NaiveDate::from_ymd_opt(1899, 12, 30)?, NaiveDate::from_ymd_opt(1900, 3, 1)?)
    };
    (day >= first).then(|| (day - from).num_days())
}

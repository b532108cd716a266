//! Filling a Word form: paragraphs in the body, tables, headers, footers, notes and text boxes; table rows that hold marks
//! of a list come once a line, with their height, merged cells and look. What a part consists of, `tree` knows.

mod found;
mod numbered;

use std::collections::{BTreeMap, BTreeSet};
use std::ops::Range;

use found::{Paragraph, paragraphs};
use numbered::{Numbered, numbered};

use crate::filling::error::FormError;
use crate::filling::facts::{Facts, Report};
use crate::filling::marks;
use crate::filling::package::Package;
use crate::filling::tree::{Edit, Tree, escaped};

/// What a known mark without a value leaves in a running text: a place to write by hand.
const RULED: &str = "＿＿＿＿";

/// Fills the text and all that is printed with it.
pub(super) fn fill(
    package: &mut Package,
    main: &str,
    facts: &Facts,
    report: &mut Report,
) -> Result<Vec<u8>, FormError> {
    let mut parts = vec![(main.to_owned(), "")];
    for link in package.links(main)? {
        let called = match link.kind.as_str() {
            "header" => "页眉",
            "footer" => "页脚",
            "footnotes" | "endnotes" => "脚注",
            _ => continue,
        };
        if !parts.iter().any(|(part, _)| *part == link.part) {
            parts.push((link.part, called));
        }
    }
    let mut new = BTreeMap::new();
    for (name, called) in parts {
        let Some(tree) = package.tree(&name)? else { return Err(FormError::Damaged) };
        let part = Part::of(&tree, called, facts)?;
        if let Some(text) = part.filled(facts, report)? {
            new.insert(name, text);
        }
    }
    package.written(&new, &BTreeSet::new())
}

/// Rows that come once for each line of a list.
struct Block {
    rows: Vec<usize>,
    range: Range<usize>,
    list: String,
}

struct Part<'a> {
    tree: &'a Tree,
    paragraphs: Vec<Paragraph>,
    blocks: Vec<Block>,
}

impl<'a> Part<'a> {
    fn of(tree: &'a Tree, called: &'static str, facts: &Facts) -> Result<Part<'a>, FormError> {
        let paragraphs = paragraphs(tree, called)?;
        let blocks = blocks(tree, &paragraphs, facts)?;
        Ok(Part { tree, paragraphs, blocks })
    }

    /// The part with its marks filled; `None` when it has none.
    fn filled(&self, facts: &Facts, report: &mut Report) -> Result<Option<String>, FormError> {
        if self.paragraphs.is_empty() {
            return Ok(None);
        }
        let mut edits = Vec::new();
        for paragraph in &self.paragraphs {
            let at = self.tree.all(paragraph.own).start;
            if !self.blocks.iter().any(|block| block.range.contains(&at)) {
                edits.extend(self.paragraph(paragraph, facts, None, report));
            }
        }
        for block in &self.blocks {
            let lines = facts.lines(&block.list);
            let Numbered { typed, blanks } = numbered(self.tree, &block.rows)?;
            let mut rows = String::new();
            // A list without a line leaves one blank row, to be written by hand.
            for at in 0..lines.max(1) {
                let mut own = Vec::new();
                for paragraph in &self.paragraphs {
                    if block.range.contains(&self.tree.all(paragraph.own).start) {
                        own.extend(self.paragraph(paragraph, facts, Some((&block.list, at)), report));
                    }
                }
                if at > 0 {
                    own.extend(self.again(block, facts)?);
                    let number = |(text, first): (usize, usize)| {
                        (self.tree.all(text), self.piece(text, &(first + at).to_string()))
                    };
                    own.extend(typed.map(number));
                }
                rows.push_str(&self.tree.edited(block.range.clone(), &mut own));
                if rows.len() > MOST_ROWS {
                    return Err(FormError::TooManyRows);
                }
            }
            report.rows += lines;
            edits.push((block.range.clone(), rows));
            // The lines stand in the place of rows that were ruled and numbered for them.
            let used = blanks.into_iter().take(lines.saturating_sub(1));
            edits.extend(used.map(|row| (self.tree.all(row), String::new())));
        }
        let whole = 0..self.tree.text.len();
        Ok(Some(self.tree.edited(whole, &mut edits)))
    }

    /// What a paragraph's pieces become.
    fn paragraph(
        &self,
        paragraph: &Paragraph,
        facts: &Facts,
        line: Option<(&str, usize)>,
        report: &mut Report,
    ) -> Vec<Edit> {
        let mut puts = Vec::new();
        for mark in &paragraph.marks {
            let value = facts.value(&mark.name, line);
            if !paragraph.again {
                report.met(&mark.name, &paragraph.place, value.as_ref());
            }
            if let Some(value) = value {
                let blank = if paragraph.in_table { "" } else { RULED };
                let shown = if value.is_blank() { blank.to_owned() } else { value.shown() };
                puts.push((mark.at.clone(), shown));
            }
        }
        let ranges: Vec<Range<usize>> = paragraph.pieces.iter().map(|(_, range)| range.clone()).collect();
        let new = marks::put(&ranges, &paragraph.text, &puts);
        let pieces = paragraph.pieces.iter().zip(new);
        pieces.filter_map(|((own, _), text)| Some((self.tree.all(*own), self.piece(*own, &text?)))).collect()
    }

    /// A piece with another text; turned lines and tabs are Word's own elements.
    fn piece(&self, own: usize, text: &str) -> String {
        let name = self.tree.name(own);
        let prefix = self.tree.prefix(own);
        let word = self.tree.parent(own).is_some_and(|run| self.tree.prefix(run) == prefix)
            && matches!(prefix, "w:" | "");
        let mut new = String::new();
        for (i, line) in text.split('\n').enumerate() {
            if i > 0 {
                new.push_str(&if word { format!("<{prefix}br/>") } else { String::new() });
            }
            for (i, part) in line.split('\t').enumerate() {
                if i > 0 && word {
                    new.push_str(&format!("<{prefix}tab/>"));
                }
                let space = if word { " xml:space=\"preserve\"" } else { "" };
                new.push_str(&format!("<{name}{space}>{}</{name}>", escaped(part)));
            }
        }
        // Anything but a text of Word's own is one element and stays one.
        if word { new } else { format!("<{name}>{}</{name}>", escaped(&text.replace(['\n', '\t'], " "))) }
    }

    /// What differs in a row's second and later copies: names that a file may have once are left out, and a cell that
    /// is merged downwards goes on instead of beginning anew.
    fn again(&self, block: &Block, facts: &Facts) -> Result<Vec<Edit>, FormError> {
        let mut edits = Vec::new();
        for index in block.rows.iter().flat_map(|row| std::iter::once(*row).chain(self.tree.within(*row))) {
            match self.tree.local(index) {
                "bookmarkStart" | "bookmarkEnd" => edits.push((self.tree.all(index), String::new())),
                // A comment is about the row it was written at.
                "commentRangeStart" | "commentRangeEnd" | "commentReference" => {
                    edits.push((self.tree.all(index), String::new()));
                }
                // Word gives a content control without a number one of its own.
                "id" if self.tree.parent(index).is_some_and(|at| self.tree.local(at) == "sdtPr") => {
                    edits.push((self.tree.all(index), String::new()));
                }
                "p" | "tr" if self.tree.attribute(index, "paraId").is_some() => {
                    let gone = [("w14:paraId", None), ("w14:textId", None)];
                    edits.push(self.tree.retag(index, &gone)?);
                }
                "vMerge" if self.tree.attribute(index, "val").as_deref() == Some("restart") => {
                    let cell = self.tree.around(index).find(|at| self.tree.local(*at) == "tc");
                    let listed = cell.is_some_and(|cell| {
                        let all = self.tree.all(cell);
                        let inside = |p: &&Paragraph| all.contains(&self.tree.all(p.own).start);
                        let mut marks = self.paragraphs.iter().filter(inside).flat_map(|p| &p.marks);
                        marks.any(|mark| facts.list_of(&mark.name).is_some())
                    });
                    if !listed {
                        edits.push((self.tree.all(index), format!("<{}/>", self.tree.name(index))));
                    }
                }
                _ => {}
            }
        }
        Ok(edits)
    }
}

/// Most bytes of the rows of one list.
const MOST_ROWS: usize = 200 << 20;

/// The rows that come once a line. Neighbouring rows of one list are one block: a line may be written over two rows.
fn blocks(tree: &Tree, paragraphs: &[Paragraph], facts: &Facts) -> Result<Vec<Block>, FormError> {
    let mut rows: BTreeMap<usize, (String, Vec<&str>)> = BTreeMap::new();
    for paragraph in paragraphs {
        let Some(row) = tree.around(paragraph.own).find(|at| tree.local(*at) == "tr") else { continue };
        for mark in &paragraph.marks {
            let Some(list) = facts.list_of(&mark.name) else { continue };
            let (own, names) = rows.entry(row).or_insert_with(|| (list.to_owned(), Vec::new()));
            if own != list {
                let (place, one, other) = (paragraph.place.clone(), own.clone(), list.to_owned());
                return Err(FormError::TwoLists { place, one, other });
            }
            names.push(&mark.name);
        }
    }
    let mut blocks: Vec<Block> = Vec::new();
    let mut before: Vec<&str> = Vec::new();
    for (row, (list, names)) in rows {
        let range = tree.all(row);
        if let Some(outer) = blocks.last().filter(|block| block.range.contains(&range.start)) {
            let inner = paragraphs.iter().find(|p| range.contains(&tree.all(p.own).start));
            let place = inner.map(|p| p.place.clone()).unwrap_or_default();
            return Err(FormError::TwoLists { place, one: outer.list.clone(), other: list });
        }
        let follows = blocks.last().is_some_and(|block| {
            let between = tree.text.get(block.range.end..range.start).unwrap_or("x");
            block.list == list && between.trim().is_empty()
        });
        match blocks.last_mut().filter(|_| follows) {
            Some(block) => {
                if let Some(twice) = names.iter().find(|name| before.contains(name)) {
                    let same = paragraphs.iter().rfind(|p| range.contains(&tree.all(p.own).start));
                    let place = same.map(|p| p.place.clone()).unwrap_or_default();
                    return Err(FormError::RowsAlike { place, mark: (*twice).to_owned() });
                }
                block.rows.push(row);
                block.range.end = range.end;
                before.extend(names);
            }
            None => {
                blocks.push(Block { rows: vec![row], range, list });
                before = names;
            }
        }
    }
    Ok(blocks)
}

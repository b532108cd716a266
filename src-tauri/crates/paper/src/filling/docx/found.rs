//! The paragraphs of a Word part that bear marks, and words for where they stand. What becomes of them is told elsewhere.

use std::collections::BTreeMap;
use std::ops::Range;

use crate::filling::error::FormError;
use crate::filling::marks::{self, Mark, SEAM};
use crate::filling::tree::Tree;

/// Elements of a run between which a text does not go on.
const SEAMS: &[&str] = &[
    "tab",
    "br",
    "cr",
    "drawing",
    "pict",
    "object",
    "fldChar",
    "sym",
    "footnoteReference",
    "endnoteReference",
    "AlternateContent",
    "ruby",
];

/// A paragraph with marks.
pub(super) struct Paragraph {
    /// The element.
    pub own: usize,
    /// Its text, with seams.
    pub text: String,
    /// Its pieces: the element, and where its text stands in the whole.
    pub pieces: Vec<(usize, Range<usize>)>,
    /// The marks in it, in order.
    pub marks: Vec<Mark>,
    /// Where it stands, in words.
    pub place: String,
    /// In a table a blank is a blank cell; elsewhere it is ruled.
    pub in_table: bool,
    /// A copy of a text box for older programs: filled, not told a second time.
    pub again: bool,
}

/// Every paragraph with a mark, in order.
pub(super) fn paragraphs(tree: &Tree, called: &'static str) -> Result<Vec<Paragraph>, FormError> {
    // The paragraph of each element, if it is in one; a text box's paragraphs lie in the paragraph it hangs on.
    let mut owner: Vec<Option<usize>> = Vec::with_capacity(tree.len());
    let mut pieces: BTreeMap<usize, Vec<Option<usize>>> = BTreeMap::new();
    for index in 0..tree.len() {
        let around = tree.parent(index).and_then(|parent| owner.get(parent).copied().flatten());
        let local = tree.local(index);
        owner.push(if local == "p" { Some(index) } else { around });
        let Some(paragraph) = around else { continue };
        if local == "t" {
            pieces.entry(paragraph).or_default().push(Some(index));
        } else if SEAMS.contains(&local) {
            pieces.entry(paragraph).or_default().push(None);
        }
    }
    let mut places = Places::new(tree, called);
    let mut found = Vec::new();
    for (own, elements) in pieces {
        let mut text = String::new();
        let mut ranges = Vec::new();
        for piece in elements {
            match piece {
                Some(index) => {
                    let from = text.len();
                    text.push_str(&tree.read(index)?);
                    ranges.push((index, from..text.len()));
                }
                None => text.push(SEAM),
            }
        }
        let marks = marks::find(&text);
        if marks.is_empty() {
            continue;
        }
        let again = tree.around(own).any(|at| tree.local(at) == "Fallback");
        let in_table = tree.around(own).any(|at| tree.local(at) == "tc");
        let place = places.of(own);
        found.push(Paragraph { own, text, pieces: ranges, marks, place, in_table, again });
    }
    Ok(found)
}

/// Words for where a paragraph stands.
struct Places<'a> {
    tree: &'a Tree,
    called: &'static str,
    tables: Vec<usize>,
    paragraphs: Vec<usize>,
}

impl<'a> Places<'a> {
    fn new(tree: &'a Tree, called: &'static str) -> Self {
        let free = |p: &usize| !tree.around(*p).any(|at| matches!(tree.local(at), "tc" | "txbxContent"));
        Places {
            tree,
            called,
            tables: tree.each("tbl").collect(),
            paragraphs: tree.each("p").filter(free).collect(),
        }
    }

    fn of(&mut self, paragraph: usize) -> String {
        let tree = self.tree;
        let mut words = String::from(self.called);
        let around = |local: &str| tree.around(paragraph).find(|at| tree.local(*at) == local);
        if around("txbxContent").is_some() {
            words.push_str("文本框");
        }
        let at = |cell: usize| tree.around(cell).find(|at| tree.local(*at) == "tr").map(|row| (cell, row));
        if let Some((cell, row)) = around("tc").and_then(at)
            && let Some(table) = tree.around(row).find(|at| tree.local(*at) == "tbl")
        {
            let number = self.tables.iter().position(|one| *one == table).map_or(0, |n| n + 1);
            let within = |of: usize, local: &str, one: usize| {
                let mut all = tree.within(of).filter(|at| tree.local(*at) == local);
                all.position(|at| at == one).map_or(0, |n| n + 1)
            };
            let (row_number, cell_number) = (within(table, "tr", row), within(row, "tc", cell));
            words.push_str(&format!("表格{number}第{row_number}行第{cell_number}格"));
        } else if words.is_empty() {
            let number = self.paragraphs.iter().position(|one| *one == paragraph).map_or(0, |n| n + 1);
            words.push_str(&format!("正文第{number}段"));
        }
        words
    }
}

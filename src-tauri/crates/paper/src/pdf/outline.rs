//! The outline of a PDF: title and headings as a tree, each pointing at its line. Written on the finished document,
//! because printpdf knows only flat outlines of whole pages.

use lopdf::{Document, Object, ObjectId, dictionary};

use super::finish::utf16;
use crate::layout::page::{OutlineMark, PAGE_HEIGHT};

/// An entry of a finished PDF's outline.
#[derive(Debug, Clone, PartialEq, Eq, serde::Serialize)]
pub struct OutlineEntry {
    /// Text with its number.
    pub title: String,
    /// 0 for the title, 1 to 4 for headings.
    pub level: u8,
    /// Page, from 1.
    pub page: usize,
}

/// An entry and where it points.
pub(crate) struct Mark {
    title: String,
    level: u8,
    /// Index of the page.
    page: usize,
    y: f32,
}

impl Mark {
    pub fn new(mark: &OutlineMark, page: usize) -> Mark {
        Mark { title: mark.title.clone(), level: mark.level, page, y: mark.y }
    }

    /// A mark at the upper edge of a page, `top` points above its origin.
    pub fn at(title: &str, level: u8, page: usize, top: f32) -> Mark {
        Mark { title: title.to_owned(), level, page, y: PAGE_HEIGHT + 4.0 - top }
    }

    pub fn entry(self) -> OutlineEntry {
        OutlineEntry { title: self.title, level: self.level, page: self.page + 1 }
    }
}

/// The tree as indexes: parent of each mark.
fn parents(marks: &[Mark]) -> Vec<Option<usize>> {
    let mut open: Vec<usize> = Vec::new();
    let mut out = Vec::with_capacity(marks.len());
    for (i, mark) in marks.iter().enumerate() {
        while open.last().is_some_and(|&o| marks[o].level >= mark.level) {
            open.pop();
        }
        out.push(open.last().copied());
        open.push(i);
    }
    out
}

/// Adds the outline to the document; none when there is no mark.
pub(crate) fn attach(doc: &mut Document, pages: &[ObjectId], marks: &[Mark]) -> Result<(), lopdf::Error> {
    if marks.is_empty() {
        return Ok(());
    }
    let root = doc.new_object_id();
    let ids: Vec<ObjectId> = marks.iter().map(|_| doc.new_object_id()).collect();
    let parents = parents(marks);
    // Children of the root first, then of each mark; `under` counts all below.
    let mut children = vec![Vec::new(); marks.len() + 1];
    let mut under = vec![0_i64; marks.len()];
    for (i, parent) in parents.iter().enumerate() {
        children[parent.map_or(0, |p| p + 1)].push(i);
    }
    for (i, parent) in parents.iter().enumerate().rev() {
        if let Some(p) = parent {
            under[*p] += under[i] + 1;
        }
    }
    for (i, mark) in marks.iter().enumerate() {
        let Some(page) = pages.get(mark.page) else { continue };
        let dest = vec![
            Object::Reference(*page),
            Object::Name(b"XYZ".to_vec()),
            Object::Integer(0),
            Object::Real((PAGE_HEIGHT - mark.y + 4.0).round()),
            Object::Integer(0),
        ];
        let mut item = dictionary! {
            "Title" => utf16(&mark.title),
            "Parent" => parents[i].map_or(root, |p| ids[p]),
            "Dest" => dest,
        };
        let siblings = &children[parents[i].map_or(0, |p| p + 1)];
        let at = siblings.binary_search(&i).unwrap_or(0);
        if let Some(&before) = at.checked_sub(1).and_then(|k| siblings.get(k)) {
            item.set("Prev", ids[before]);
        }
        if let Some(&after) = siblings.get(at + 1) {
            item.set("Next", ids[after]);
        }
        let own = &children[i + 1];
        if let (Some(&first), Some(&last)) = (own.first(), own.last()) {
            item.set("First", ids[first]);
            item.set("Last", ids[last]);
            item.set("Count", under[i]);
        }
        doc.objects.insert(ids[i], Object::Dictionary(item));
    }
    let top = &children[0];
    let mut outlines = dictionary! { "Type" => "Outlines", "Count" => marks.len() as i64 };
    if let (Some(&first), Some(&last)) = (top.first(), top.last()) {
        outlines.set("First", ids[first]);
        outlines.set("Last", ids[last]);
    }
    doc.objects.insert(root, Object::Dictionary(outlines));
    let catalog = doc.catalog_mut()?;
    catalog.set("Outlines", root);
    Ok(())
}

//! What lies around a sheet's rows and names them, after the rows have moved: merged cells, areas of all kinds, page breaks,
//! conditions. Rows and cells are `sheet`'s.

use super::refs::{self, Manner, with_row};
use super::sheet::{Filling, Sheet};
use crate::filling::error::FormError;
use crate::filling::tree::{Edit, escaped};

impl Sheet {
    /// What lies around the rows and names them: merged cells, areas of all kinds, page breaks, conditions.
    pub(super) fn around(&self, filling: &Filling<'_>) -> Result<Vec<Edit>, FormError> {
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

//! What a cell's style shows its number as, and a style like it that shows a day. Styles that the form has stay where
//! they are; new ones stand behind them.

use std::collections::BTreeMap;
use std::ops::Range;

use crate::filling::error::FormError;
use crate::filling::tree::{Tree, escaped};

/// 2026年11月16日, as a number's format.
const DAY: &str = "yyyy\"年\"m\"月\"d\"日\"";
/// The first number of a format that a file brings itself.
const OWN_FORMATS: u32 = 164;
/// The formats for days and times that programs know by number.
const DAYS: [Range<u32>; 4] = [14..23, 27..37, 45..48, 50..59];
/// The format of texts.
const TEXT: u32 = 49;

/// What a style makes of a number.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Look {
    /// A day.
    Day,
    /// Whatever is typed stays a text.
    Text,
    /// A number as it is.
    Number,
}

/// The styles of a workbook.
pub(super) struct Styles {
    tree: Tree,
    /// the styles of cells, in order
    cells: Vec<usize>,
    formats: BTreeMap<u32, String>,
    /// the styles that new ones are like
    new: Vec<usize>,
}

impl Styles {
    /// Reads them.
    pub fn of(tree: Tree) -> Styles {
        let of = |parent: &str, local: &str| -> Vec<usize> {
            let own = |at: &usize| tree.parent(*at).is_some_and(|around| tree.local(around) == parent);
            tree.each(local).filter(own).collect()
        };
        let number = |at: usize, name: &str| tree.attribute(at, name).and_then(|n| n.parse().ok());
        let formats = (of("numFmts", "numFmt").into_iter())
            .filter_map(|at| Some((number(at, "numFmtId")?, tree.attribute(at, "formatCode")?)))
            .collect();
        let cells = of("cellXfs", "xf");
        Styles { cells, formats, new: Vec::new(), tree }
    }

    /// What a style makes of a number.
    pub fn look(&self, style: usize) -> Look {
        let format = self.cells.get(style).and_then(|at| self.tree.attribute(*at, "numFmtId"));
        let format: u32 = format.and_then(|id| id.parse().ok()).unwrap_or(0);
        let code = self.formats.get(&format).map_or("", String::as_str);
        if format == TEXT || code == "@" {
            Look::Text
        } else if DAYS.iter().any(|days| days.contains(&format)) || shows_days(code) {
            Look::Day
        } else {
            Look::Number
        }
    }

    /// The number of a style like this one that shows a day; `None` when the workbook has no styles.
    pub fn dated(&mut self, style: usize) -> Option<usize> {
        self.cells.get(style)?;
        let at = self.new.iter().position(|like| *like == style).unwrap_or_else(|| {
            self.new.push(style);
            self.new.len() - 1
        });
        Some(self.cells.len() + at)
    }

    /// The part with the new styles; `None` when there are none.
    pub fn edited(&self) -> Result<Option<String>, FormError> {
        let Some(around) = self.cells.first().and_then(|at| self.tree.parent(*at)) else { return Ok(None) };
        if self.new.is_empty() {
            return Ok(None);
        }
        let last = self.formats.keys().next_back().map_or(0, |id| id + 1);
        let format = last.max(OWN_FORMATS).to_string();
        let mut edits = self.format(&format)?;
        let mut all = String::new();
        for style in &self.new {
            let Some(like) = self.cells.get(*style) else { continue };
            let day = [("numFmtId", Some(format.as_str())), ("applyNumberFormat", Some("1"))];
            let mut own = vec![self.tree.retag(*like, &day)?];
            all.push_str(&self.tree.edited(self.tree.all(*like), &mut own));
        }
        let count = (self.cells.len() + self.new.len()).to_string();
        edits.push(self.tree.retag(around, &[("count", Some(count.as_str()))])?);
        let end = self.tree.inside(around).end;
        edits.push((end..end, all));
        Ok(Some(self.tree.edited(0..self.tree.text.len(), &mut edits)))
    }

    /// The format of days, put behind the others or before everything.
    fn format(&self, id: &str) -> Result<Vec<(Range<usize>, String)>, FormError> {
        let prefix = self.tree.prefix(0).to_owned();
        let code = escaped(DAY);
        let one = format!("<{prefix}numFmt numFmtId=\"{id}\" formatCode=\"{code}\"/>");
        let Some(all) = self.tree.child(0, "numFmts") else {
            let start = self.tree.inside(0).start;
            let all = format!("<{prefix}numFmts count=\"1\">{one}</{prefix}numFmts>");
            return Ok(vec![(start..start, all)]);
        };
        let count = (self.tree.children(all).count() + 1).to_string();
        let inside = self.tree.inside(all);
        if inside.is_empty() {
            let all_range = self.tree.all(all);
            return Ok(vec![(all_range, format!("<{prefix}numFmts count=\"1\">{one}</{prefix}numFmts>"))]);
        }
        Ok(vec![self.tree.retag(all, &[("count", Some(count.as_str()))])?, (inside.end..inside.end, one)])
    }
}

/// Whether a format writes years or days, beside what stands in quotes and brackets.
fn shows_days(code: &str) -> bool {
    let (mut quoted, mut bracketed, mut plain) = (false, false, String::new());
    for c in code.chars() {
        match c {
            '"' => quoted = !quoted,
            '[' if !quoted => bracketed = true,
            ']' if !quoted => bracketed = false,
            c if !quoted && !bracketed => plain.push(c.to_ascii_lowercase()),
            _ => {}
        }
    }
    plain.contains(['y', 'd'])
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn formats_of_days_are_known_by_number_and_by_code() {
        let xml = "<styleSheet><numFmts count=\"2\"><numFmt numFmtId=\"164\" formatCode=\"0.00&quot;d&quot;\"/>\
            <numFmt numFmtId=\"165\" formatCode=\"[$-804]yyyy-mm-dd\"/></numFmts><cellXfs count=\"5\">\
            <xf numFmtId=\"0\"/><xf numFmtId=\"14\"/><xf numFmtId=\"49\"/><xf numFmtId=\"164\"/><xf numFmtId=\"165\"/>\
            </cellXfs></styleSheet>";
        let mut styles = Styles::of(Tree::of(xml.to_owned()).unwrap());
        let looks: Vec<Look> = (0..6).map(|style| styles.look(style)).collect();
        assert_eq!(looks, [Look::Number, Look::Day, Look::Text, Look::Number, Look::Day, Look::Number]);
        assert_eq!((styles.dated(0), styles.dated(3), styles.dated(0)), (Some(5), Some(6), Some(5)));
        let new = styles.edited().unwrap().unwrap();
        assert!(new.contains("<numFmts count=\"3\">") && new.contains("<cellXfs count=\"7\">"), "{new}");
        let again = Styles::of(Tree::of(new).unwrap());
        assert_eq!((again.look(5), again.look(6), again.look(0)), (Look::Day, Look::Day, Look::Number));
    }
}

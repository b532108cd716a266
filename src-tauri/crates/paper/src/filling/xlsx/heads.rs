//! Marks beside the cells of a worksheet: those in the heads and feet of its pages are filled, those in a formula are told
//! as not filled, because what a formula says is its maker's.

use super::sheet::{Filling, Sheet};
use crate::filling::error::FormError;
use crate::filling::facts::{FormValue, Report};
use crate::filling::marks;
use crate::filling::tree::{Edit, escaped};

const HEADS: [&str; 6] = ["oddHeader", "oddFooter", "evenHeader", "evenFooter", "firstHeader", "firstFooter"];

impl Sheet {
    /// The heads and feet that have a mark: the element and its text.
    fn marked_heads(&self) -> Result<Vec<(usize, String)>, FormError> {
        let mut found = Vec::new();
        for at in HEADS.iter().flat_map(|head| self.tree.each(head)) {
            let text = self.tree.read(at)?;
            if !marks::find(&text).is_empty() {
                found.push((at, text));
            }
        }
        Ok(found)
    }

    /// Whether a head, a foot or a formula has a mark.
    pub(super) fn has_marks_beside(&self) -> Result<bool, FormError> {
        let formulas =
            self.formulas().any(|(_, at)| self.tree.read(at).is_ok_and(|text| text.contains('【')));
        Ok(formulas || !self.marked_heads()?.is_empty())
    }

    /// The heads and feet written anew; what a formula asks for is told.
    pub(super) fn beside(&self, filling: &Filling<'_>, report: &mut Report) -> Result<Vec<Edit>, FormError> {
        let mut edits = Vec::new();
        for (at, text) in self.marked_heads()? {
            let (mut new, mut from) = (String::new(), 0);
            for mark in marks::find(&text) {
                let value = filling.facts.value(&mark.name, None);
                report.met(&mark.name, &format!("{}的页眉页脚", self.name), value.as_ref());
                let Some(value) = value else { continue };
                new.push_str(text.get(from..mark.at.start).unwrap_or_default());
                new.push_str(&plain(&value));
                from = mark.at.end;
            }
            new.push_str(text.get(from..).unwrap_or_default());
            edits.push((self.tree.inside(at), escaped(&new)));
        }
        for (name, at) in self.formulas() {
            for mark in marks::find(&self.tree.read(at)?) {
                report.met(&mark.name, &format!("{}!{name}的公式里（公式里的标记不填）", self.name), None);
            }
        }
        Ok(edits)
    }
}

/// A value as it may stand in a head: `&` begins an instruction there and is written twice.
fn plain(value: &FormValue) -> String {
    value.shown().replace('&', "&&").replace(['\r', '\n'], " ")
}

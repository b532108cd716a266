//! A cell with marks written anew: a number or a day where it holds nothing else, else a text of its own with the looks that
//! its pieces had. Which cells there are, `sheet` knows.

use std::ops::Range;

use chrono::NaiveDate;

use super::sheet::{Cell, Filling, Sheet, Text};
use super::styles::Look;
use crate::filling::error::FormError;
use crate::filling::facts::{FormValue, Report};
use crate::filling::marks;
use crate::filling::tree::{Edit, escaped};

/// Most characters of a cell.
const MOST_IN_CELL: usize = 32_767;

impl Sheet {
    /// A cell with marks as it will be.
    pub(super) fn marked(
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

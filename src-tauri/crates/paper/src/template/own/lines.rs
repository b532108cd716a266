//! On which line of a file each of its keys stands.

use std::collections::BTreeMap;

use toml::Spanned;
use toml::de::{DeTable, DeValue};

/// Lines by the path of keys: `block.2.text`.
#[derive(Default)]
pub(super) struct Lines(BTreeMap<String, usize>);

impl Lines {
    /// The lines of a file; of one that is no TOML, none.
    pub fn of(text: &str) -> Lines {
        let mut lines = Lines::default();
        if let Ok(whole) = DeTable::parse(text) {
            lines.table("", whole.get_ref(), text);
        }
        lines
    }

    /// The line of a place, or of what it stands in.
    pub fn at(&self, place: &str) -> Option<usize> {
        let mut place = place;
        loop {
            if let Some(line) = self.0.get(place) {
                return Some(*line);
            }
            place = place.rsplit_once('.')?.0;
        }
    }

    fn table(&mut self, before: &str, table: &DeTable<'_>, text: &str) {
        for (key, value) in table {
            let dot = if before.is_empty() { "" } else { "." };
            self.value(&format!("{before}{dot}{}", key.get_ref()), value, text);
        }
    }

    fn value(&mut self, at: &str, value: &Spanned<DeValue<'_>>, text: &str) {
        let before = text.get(..value.span().start).unwrap_or_default();
        self.0.insert(at.to_owned(), before.matches('\n').count() + 1);
        match value.get_ref() {
            DeValue::Table(table) => self.table(at, table, text),
            DeValue::Array(list) => {
                for (i, one) in list.iter().enumerate() {
                    self.value(&format!("{at}.{i}"), one, text);
                }
            }
            _ => {}
        }
    }
}

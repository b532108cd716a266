//! On which line of a file each of its keys stands, and which texts hold a backslash that is none any more.

use std::collections::BTreeMap;

use toml::Spanned;
use toml::de::{DeTable, DeValue};

/// Lines by the path of keys: `block.2.text`.
#[derive(Default)]
pub(super) struct Lines {
    lines: BTreeMap<String, usize>,
    /// Texts with a backslash that made a character nobody sees, and the letter after it: a path, `D:\temp`.
    escaped: BTreeMap<String, String>,
}

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
            if let Some(line) = self.lines.get(place) {
                return Some(*line);
            }
            place = place.rsplit_once('.')?.0;
        }
    }

    /// The letter after a backslash that made a character nobody sees.
    pub fn escaped(&self, place: &str) -> Option<&str> {
        self.escaped.get(place).map(String::as_str)
    }

    fn table(&mut self, before: &str, table: &DeTable<'_>, text: &str) {
        for (key, value) in table {
            let dot = if before.is_empty() { "" } else { "." };
            self.value(&format!("{before}{dot}{}", key.get_ref()), value, text);
        }
    }

    fn value(&mut self, at: &str, value: &Spanned<DeValue<'_>>, text: &str) {
        let before = text.get(..value.span().start).unwrap_or_default();
        self.lines.insert(at.to_owned(), before.matches('\n').count() + 1);
        let written = text.get(value.span()).unwrap_or_default();
        if let Some(letter) = written.starts_with('"').then(|| unseen(written)).flatten() {
            self.escaped.insert(at.to_owned(), letter.to_string());
        }
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

/// The letter of the first escape that gives a character nobody sees. A new line is meant as one.
fn unseen(written: &str) -> Option<char> {
    let mut chars = written.chars();
    while let Some(c) = chars.next() {
        if c == '\\'
            && let Some(letter) = chars.next().filter(|c| matches!(c, 'b' | 'e' | 'f' | 'r' | 't'))
        {
            return Some(letter);
        }
    }
    None
}

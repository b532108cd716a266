//! What a form is filled with: single facts by their marks, and lists whose marks are `list.field`. A known mark may have
//! no value; an unknown one is left alone. What came of it is kept in a report.

use std::collections::BTreeMap;

use chrono::{Datelike, NaiveDate};

/// A mark as it stands in a form.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct MarkAt {
    /// What stands between the brackets.
    pub mark: String,
    /// Where, as a person finds it: 表格1第2行第3列, 花名册!C5.
    pub place: String,
    /// How often it was met there: once, or for each line of a list that has nothing for it.
    pub times: usize,
}

/// What stands in a mark's place.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum FormValue {
    /// A text, never anything but a text.
    Text(String),
    /// A number; in a table it can be counted with.
    Number(i64),
    /// A day; in a table it is a day.
    Day(NaiveDate),
    /// Nothing is known.
    Blank,
}

impl FormValue {
    /// As it reads in a text.
    pub fn shown(&self) -> String {
        match self {
            FormValue::Text(text) => clean(text),
            FormValue::Number(number) => number.to_string(),
            FormValue::Day(day) => format!("{}年{}月{}日", day.year(), day.month(), day.day()),
            FormValue::Blank => String::new(),
        }
    }

    /// Whether there is nothing to write.
    pub fn is_blank(&self) -> bool {
        match self {
            FormValue::Text(text) => clean(text).trim().is_empty(),
            FormValue::Blank => true,
            _ => false,
        }
    }
}

/// A text without what XML cannot hold; a turned line stays one.
fn clean(text: &str) -> String {
    let text = text.replace("\r\n", "\n").replace('\r', "\n");
    text.chars()
        .filter(|c| matches!(c, '\n' | '\t') || !(c.is_control() || matches!(c, '\u{fffe}' | '\u{ffff}')))
        .collect()
}

/// One line of a list: its values by field.
pub type Line = BTreeMap<String, FormValue>;

/// A list, and what may be asked of each line.
#[derive(Debug, Clone, Default)]
struct List {
    fields: Vec<String>,
    lines: Vec<Line>,
}

/// Everything that a form can ask for.
#[derive(Debug, Clone, Default)]
pub struct Facts {
    one: BTreeMap<String, FormValue>,
    lists: BTreeMap<String, List>,
}

/// The field of every list that counts its lines, from 1.
const COUNTER: &str = "序号";

impl Facts {
    /// Adds a single fact.
    pub fn put(&mut self, mark: &str, value: FormValue) {
        self.one.insert(mark.to_owned(), value);
    }

    /// Adds a list with the fields that its marks may name, also when it has no line.
    pub fn put_list(&mut self, name: &str, fields: &[&str], lines: Vec<Line>) {
        let fields = fields.iter().map(|field| (*field).to_owned()).collect();
        self.lists.insert(name.to_owned(), List { fields, lines });
    }

    /// The same marks with nothing known and two lines in every list: what refuses to be filled so refuses any filling.
    #[must_use]
    pub fn probe(&self) -> Facts {
        let one = self.one.keys().map(|mark| (mark.clone(), FormValue::Blank)).collect();
        let twice = |list: &List| List { fields: list.fields.clone(), lines: vec![Line::new(), Line::new()] };
        Facts { one, lists: self.lists.iter().map(|(name, list)| (name.clone(), twice(list))).collect() }
    }

    /// The list that a mark belongs to, when it names one and a field of it.
    pub(super) fn list_of(&self, mark: &str) -> Option<&str> {
        let (name, field) = mark.split_once('.')?;
        let (name, list) = self.lists.get_key_value(name)?;
        (field == COUNTER || list.fields.iter().any(|known| known == field)).then_some(name.as_str())
    }

    /// How many lines a list has.
    pub(super) fn lines(&self, list: &str) -> usize {
        self.lists.get(list).map_or(0, |list| list.lines.len())
    }

    /// What a mark stands for, within a line of a list or outside of any. Outside, the marks of a list give all its
    /// values in one text. `None` for a mark that nobody knows.
    pub(super) fn value(&self, mark: &str, line: Option<(&str, usize)>) -> Option<FormValue> {
        if let Some((name, at)) = line {
            let list = self.lists.get(name)?;
            let field = match mark.split_once('.') {
                Some((of, field)) if of == name => Some(field),
                _ => (mark == COUNTER).then_some(COUNTER),
            };
            if let Some(field) = field {
                let Some(line) = list.lines.get(at) else { return Some(FormValue::Blank) };
                return Some(match line.get(field) {
                    Some(value) => value.clone(),
                    None if field == COUNTER => FormValue::Number(i64::try_from(at).unwrap_or(0) + 1),
                    None => FormValue::Blank,
                });
            }
        }
        if let Some(value) = self.one.get(mark) {
            return Some(value.clone());
        }
        let name = self.list_of(mark)?;
        let field = mark.split_once('.').map_or("", |(_, field)| field);
        let list = self.lists.get(name)?;
        let all: Vec<String> = (list.lines.iter())
            .filter_map(|line| line.get(field))
            .filter(|value| !value.is_blank())
            .map(FormValue::shown)
            .collect();
        Some(if all.is_empty() { FormValue::Blank } else { FormValue::Text(all.join("、")) })
    }
}

/// What came of a filling so far.
#[derive(Debug, Default)]
pub(super) struct Report {
    pub filled: usize,
    pub rows: usize,
    pub blank: Vec<MarkAt>,
    pub unknown: Vec<MarkAt>,
}

impl Report {
    /// Keeps what became of one mark at a place.
    pub fn met(&mut self, mark: &str, place: &str, value: Option<&FormValue>) {
        match value {
            Some(value) if !value.is_blank() => self.filled += 1,
            Some(_) => add(&mut self.blank, mark, place),
            None => add(&mut self.unknown, mark, place),
        }
    }
}

fn add(all: &mut Vec<MarkAt>, mark: &str, place: &str) {
    // Lines of a list come one behind the other, so the same place is not far back.
    match all.iter_mut().rev().take(64).find(|at| at.mark == mark && at.place == place) {
        Some(at) => at.times += 1,
        None => all.push(MarkAt { mark: mark.to_owned(), place: place.to_owned(), times: 1 }),
    }
}

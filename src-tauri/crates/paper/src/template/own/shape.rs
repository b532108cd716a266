//! The shape of a context, learnt from a sample: which fields there are, one under the other. What the values are is not
//! kept.

use std::collections::BTreeMap;

use serde_json::Value as Json;

/// The shape of a value.
#[derive(Debug, Clone, PartialEq)]
pub(super) enum Shape {
    /// Null or an empty list's item in the sample: nothing is known of it but what the program's template reads there.
    Open,
    /// A text, a number, yes or no.
    Plain,
    /// A list, and the shape of an item.
    List(Box<Shape>),
    /// Fields by name.
    Fields(BTreeMap<String, Shape>),
}

/// A step into a context.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Step {
    Field(String),
    Item,
}

impl Shape {
    /// The shape of a sample.
    pub fn of(value: &Json) -> Shape {
        match value {
            Json::Null => Shape::Open,
            Json::Array(items) => {
                Shape::List(Box::new(items.iter().map(Shape::of).fold(Shape::Open, Shape::and)))
            }
            Json::Object(fields) => {
                Shape::Fields(fields.iter().map(|(name, v)| (name.clone(), Shape::of(v))).collect())
            }
            Json::Bool(_) | Json::Number(_) | Json::String(_) => Shape::Plain,
        }
    }

    /// What both tell of the same place.
    fn and(self, other: Shape) -> Shape {
        match (self, other) {
            (Shape::Open, known) | (known, Shape::Open) => known,
            (Shape::List(a), Shape::List(b)) => Shape::List(Box::new(a.and(*b))),
            (Shape::Fields(mut a), Shape::Fields(b)) => {
                for (name, shape) in b {
                    let known = a.remove(&name).unwrap_or(Shape::Open);
                    a.insert(name, known.and(shape));
                }
                Shape::Fields(a)
            }
            (one, _) => one,
        }
    }

    /// The shape at the end of a path.
    pub fn at(&self, path: &[Step]) -> Option<&Shape> {
        path.iter().try_fold(self, |shape, step| match (shape, step) {
            (Shape::List(item), Step::Item) => Some(&**item),
            (Shape::Fields(fields), Step::Field(name)) => fields.get(name),
            _ => None,
        })
    }

    /// Makes room for a path: what was open becomes what the path says.
    pub fn grow(&mut self, path: &[Step]) {
        let Some((step, rest)) = path.split_first() else { return };
        if matches!(self, Shape::Open) {
            *self = match step {
                Step::Item => Shape::List(Box::new(Shape::Open)),
                Step::Field(_) => Shape::Fields(BTreeMap::new()),
            };
        }
        match (self, step) {
            (Shape::List(item), Step::Item) => item.grow(rest),
            (Shape::Fields(fields), Step::Field(name)) => {
                fields.entry(name.clone()).or_insert(Shape::Open).grow(rest);
            }
            _ => {}
        }
    }

    /// Every field of it, as people write it: `votes.for`, `topics[].title`.
    pub fn names(&self) -> Vec<String> {
        let mut out = Vec::new();
        self.named("", &mut out);
        out
    }

    fn named(&self, before: &str, out: &mut Vec<String>) {
        match self {
            Shape::Open | Shape::Plain => {}
            Shape::List(item) => item.named(&format!("{before}[]"), out),
            Shape::Fields(fields) => {
                for (name, shape) in fields {
                    let dot = if before.is_empty() { "" } else { "." };
                    let path = format!("{before}{dot}{name}");
                    out.push(path.clone());
                    shape.named(&path, out);
                }
            }
        }
    }
}

/// A path as people write it.
pub(super) fn dotted(path: &[Step]) -> String {
    let mut out = String::new();
    for step in path {
        match step {
            Step::Item => out.push_str("[]"),
            Step::Field(name) => {
                if !out.is_empty() {
                    out.push('.');
                }
                out.push_str(name);
            }
        }
    }
    out
}

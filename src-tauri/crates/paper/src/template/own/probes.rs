//! A union's own template tried with the sample changed: what must be printed moves the paper when it moves and stands there
//! in its own words; what may stand empty in the program's paper may stand empty here, and takes nothing else with it.

use serde_json::Value as Json;

use super::{Faults, demands};
use crate::document::Document;
use crate::error::PaperError;
use crate::template::file::Required;
use crate::template::{Meta, Template};

/// Both templates with the sample.
pub(super) struct Probes<'a> {
    pub own: &'a Template,
    pub program: &'a Template,
    pub sample: &'a Json,
    pub meta: &'a Meta,
}

impl Probes<'_> {
    /// Whether everything that must stand in the paper is printed.
    pub fn printed(&self, faults: &mut Faults<'_>) {
        let (Ok(own), Ok(program)) = (self.fill(self.own, self.sample), self.fill(self.program, self.sample))
        else {
            return;
        };
        for one in &self.program.file.required {
            if self.misses(one, &own, &program) {
                let why = format!("“{}”（{}）必须印出来，模板里没有印它", one.name, one.field);
                faults.at("block", None, why);
            }
        }
    }

    fn misses(&self, one: &Required, own: &Document, program: &Document) -> bool {
        let steps: Vec<&str> = one.field.split('.').collect();
        let mut places = Vec::new();
        follow(self.sample, &steps, String::new(), &mut places);
        places.iter().any(|at| {
            let Some(leaf) = self.told_by(at, program) else { return false };
            let moved = changed(self.sample, &leaf);
            self.fill(self.own, &moved).is_ok_and(|paper| paper.blocks == own.blocks)
        })
    }

    /// The leaf by which the program's paper shows what stands at a place: itself, or the name of a thing.
    fn told_by(&self, at: &str, program: &Document) -> Option<String> {
        let shows = |leaf: &String| {
            let paper = self.fill(self.program, &changed(self.sample, leaf));
            paper.is_ok_and(|paper| paper.blocks != program.blocks)
        };
        let value = self.sample.pointer(at)?;
        let Some(fields) = value.as_object() else { return Some(at.to_owned()).filter(shows) };
        let first = ["name", "title", "what", "text"].into_iter().filter(|name| fields.contains_key(*name));
        let mut leaves = first.chain(fields.keys().map(String::as_str)).map(|name| format!("{at}/{name}"));
        leaves.find(|leaf| self.sample.pointer(leaf).is_some_and(is_leaf) && shows(leaf))
    }

    /// Whether what may be left empty is let be empty.
    pub fn empty(&self, faults: &mut Faults<'_>) {
        let mut places = Vec::new();
        all(self.sample, String::new(), &mut places);
        for at in places {
            let mut context = self.sample.clone();
            let Some(value) = context.pointer_mut(&at) else { continue };
            *value = if value.is_array() { Json::Array(Vec::new()) } else { Json::Null };
            // A draft may lack what an issue must have.
            context["draft"] = "…".into();
            if self.fill(self.program, &context).is_err() {
                continue;
            }
            let name = at.trim_start_matches('/').replace('/', ".");
            match self.fill(self.own, &context) {
                Ok(_) => self.kept(&context, Some(&name), faults),
                Err(PaperError::MissingField { block, .. } | PaperError::Template { place: block, .. }) => {
                    let why = format!(
                        "“{name}”空着的时候，这一段印不出来；请写成 {{% if … %}}…{{% endif %}}，或给这一段加 when"
                    );
                    faults.in_block(&block, why);
                }
                Err(_) => {}
            }
        }
    }

    /// Whether the paper of a context signs, seals and dates as the program's does, and prints in its own words what must
    /// stand in it. `empty` is what stands empty there.
    pub fn kept(&self, context: &Json, empty: Option<&str>, faults: &mut Faults<'_>) {
        let when = empty.map(|name| format!("“{name}”空着的时候")).unwrap_or_default();
        let (marked, words) = self.marked(context);
        let (Ok(own), Ok(program)) = (self.fill(self.own, &marked), self.fill(self.program, &marked)) else {
            return;
        };
        demands::of_papers(&own, &program, &when, faults);
        let (own, program) = (said(&own), said(&program));
        for (word, one) in words {
            if program.contains(&word) && !own.contains(&word) {
                let why = format!("{when}“{}”（{}）要照原样印出来，这里没有印全", one.name, one.field);
                faults.at("block", None, why);
            }
        }
    }

    /// A context in which each text that must be printed is a word of its own, and whose word it is.
    fn marked(&self, context: &Json) -> (Json, Vec<(String, &Required)>) {
        let (mut marked, mut words) = (context.clone(), Vec::new());
        for one in &self.program.file.required {
            let steps: Vec<&str> = one.field.split('.').collect();
            let mut places = Vec::new();
            follow(context, &steps, String::new(), &mut places);
            for at in places {
                let Some(value) = marked.pointer_mut(&at) else { continue };
                // A day is written in words of its own; a code decides what is printed.
                if value.as_str().is_none_or(|text| text.is_empty() || text.is_ascii()) {
                    continue;
                }
                let word = format!("甲乙{}丙丁", words.len());
                *value = word.clone().into();
                words.push((word, one));
            }
        }
        (marked, words)
    }

    fn fill(&self, template: &Template, context: &Json) -> Result<Document, PaperError> {
        template.fill_bounded(context, self.meta.clone())
    }
}

/// All that the blocks of a paper say.
fn said(paper: &Document) -> String {
    serde_json::to_string(&paper.blocks).unwrap_or_default()
}

fn is_leaf(value: &Json) -> bool {
    matches!(value, Json::String(_) | Json::Number(_) | Json::Bool(_))
}

/// The places in a sample that a required field means: each value of its lists.
fn follow(value: &Json, steps: &[&str], at: String, out: &mut Vec<String>) {
    let Some((step, rest)) = steps.split_first() else {
        match value.as_array() {
            Some(items) => out.extend((0..items.len()).map(|i| format!("{at}/{i}"))),
            None => out.push(at),
        }
        return;
    };
    let name = step.trim_end_matches("[]");
    let Some(inner) = value.get(name) else { return };
    let at = format!("{at}/{name}");
    match inner.as_array() {
        Some(items) if step.ends_with("[]") => {
            for (i, item) in items.iter().enumerate() {
                follow(item, rest, format!("{at}/{i}"), out);
            }
        }
        _ => follow(inner, rest, at, out),
    }
}

/// Every place of a sample.
fn all(value: &Json, at: String, out: &mut Vec<String>) {
    match value {
        Json::Object(fields) => {
            for (name, inner) in fields {
                let at = format!("{at}/{name}");
                out.push(at.clone());
                all(inner, at, out);
            }
        }
        // One item speaks for all.
        Json::Array(items) => {
            if let Some(first) = items.first() {
                all(first, format!("{at}/0"), out);
            }
        }
        _ => {}
    }
}

/// The sample with another value of the same kind at one place.
fn changed(sample: &Json, at: &str) -> Json {
    let mut context = sample.clone();
    if let Some(value) = context.pointer_mut(at) {
        *value = match &*value {
            Json::String(text) => other_text(text).into(),
            Json::Number(n) => (n.as_i64().unwrap_or(0) + 1237).into(),
            Json::Bool(yes) => (!yes).into(),
            other => other.clone(),
        };
    }
    context
}

/// Another day for a day, and another word for a word.
fn other_text(text: &str) -> String {
    match text.get(..10).and_then(|day| day.parse::<chrono::NaiveDate>().ok()) {
        Some(_) => format!("1949-10-01{}", text.get(10..).unwrap_or_default()),
        None => format!("甲乙丙丁{}", text.chars().rev().collect::<String>()),
    }
}

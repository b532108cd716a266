//! What must stand in a paper before it may be issued: a template lists fields of its context with their names, and a
//! context in which one is absent, null, blank or an empty list is told so by name. Where in the paper it stands is not
//! asked.

use minijinja::Value;
use serde_json::Value as Json;

use super::expressions::Expressions;
use super::file::Required;

/// Something that a paper must show and its context does not give.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Lacking {
    /// The field, with the place in each list from 1: `votes.2.for`.
    pub field: String,
    /// What people call it: 赞成票数; in a list with its place.
    pub name: String,
}

/// What the context lacks, in the template's order.
pub(super) fn lacking(
    expressions: &Expressions,
    required: &[Required],
    values: &Json,
    context: &Value,
) -> Vec<Lacking> {
    let mut out = Vec::new();
    for one in required {
        let asked = one.when.as_ref().is_none_or(|source| {
            // A condition on something absent asks: rather too much than too little.
            expressions.value(source, context).map_or(true, |v| v.is_true())
        });
        if asked {
            let parts: Vec<&str> = one.field.split('.').collect();
            walk(Some(values), &parts, &mut Vec::new(), one, &mut out);
        }
    }
    out
}

/// Whether the context calls its paper a draft.
pub(super) fn is_draft(values: &Json) -> bool {
    values.get("draft").and_then(Json::as_str).is_some_and(|d| !d.trim().is_empty())
}

/// Follows the path; `at` holds its steps so far.
fn walk(value: Option<&Json>, parts: &[&str], at: &mut Vec<String>, one: &Required, out: &mut Vec<Lacking>) {
    let Some((part, rest)) = parts.split_first() else {
        if value.is_none_or(blank) {
            out.push(told(at, one));
        }
        return;
    };
    let Some(list) = part.strip_suffix("[]") else {
        at.push((*part).to_owned());
        walk(value.and_then(|v| v.get(part)), rest, at, one, out);
        at.pop();
        return;
    };
    at.push(list.to_owned());
    let items = value.and_then(|v| v.get(list)).and_then(Json::as_array).map_or(&[][..], Vec::as_slice);
    for (i, item) in items.iter().enumerate() {
        at.push((i + 1).to_string());
        walk(Some(item), rest, at, one, out);
        at.pop();
    }
    at.pop();
}

fn told(at: &[String], one: &Required) -> Lacking {
    let places: Vec<&str> = at.iter().filter(|s| s.parse::<usize>().is_ok()).map(String::as_str).collect();
    let name = match places.as_slice() {
        [] => one.name.clone(),
        places => format!("{}（第{}项）", one.name, places.join(".")),
    };
    Lacking { field: at.join("."), name }
}

fn blank(value: &Json) -> bool {
    match value {
        Json::Null => true,
        Json::String(s) => s.trim().is_empty(),
        Json::Array(a) => a.is_empty(),
        Json::Bool(_) | Json::Number(_) | Json::Object(_) => false,
    }
}

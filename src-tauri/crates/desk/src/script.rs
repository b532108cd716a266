//! Lines of commands, as `gonghui run` reads them and the demo union is built from. A line may name its
//! answer and later lines take values out of it, so that a script needs no ids of its own.

use std::collections::BTreeMap;

use chrono::{DateTime, FixedOffset};
use serde::Deserialize;
use serde_json::Value;

use crate::Problem;
use crate::command::{Answer, Shape};
use crate::desk::Desk;
use crate::progress::Progress;

/// One line of a script: `{"call": "negotiation.start", "args": {…}, "as": "n"}`.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Line {
    /// The command.
    pub call: String,
    /// Its arguments; strings that begin with `$` are taken from earlier answers (`$n`, `$p.rows.0.id`).
    #[serde(default)]
    pub args: Value,
    /// The name later lines know the answer by.
    #[serde(default, rename = "as")]
    pub name: Option<String>,
    /// The moment this line happens, when it is not now.
    #[serde(default)]
    pub now: Option<DateTime<FixedOffset>>,
}

/// Answers by name.
#[derive(Debug, Default)]
pub struct Names(BTreeMap<String, Value>);

impl Names {
    /// Arguments with every `$name.path` replaced.
    fn fill(&self, args: &Value) -> Result<Value, Problem> {
        match args {
            Value::String(text) => match text.strip_prefix('$') {
                Some(path) => self.find(path),
                None => Ok(args.clone()),
            },
            Value::Array(list) => {
                list.iter().map(|one| self.fill(one)).collect::<Result<_, _>>().map(Value::Array)
            }
            Value::Object(map) => {
                let filled: Result<_, Problem> =
                    map.iter().map(|(key, one)| Ok((key.clone(), self.fill(one)?))).collect();
                filled.map(Value::Object)
            }
            _ => Ok(args.clone()),
        }
    }

    fn find(&self, path: &str) -> Result<Value, Problem> {
        let mut parts = path.split('.');
        let mut at = parts.next().and_then(|name| self.0.get(name));
        for part in parts {
            at = at.and_then(|value| match part.parse::<usize>() {
                Ok(index) if value.is_array() => value.get(index),
                _ => value.get(part),
            });
        }
        at.cloned().ok_or_else(|| Problem::new("bad_input", format!("脚本里没有“${path}”这个前面的结果。")))
    }
}

impl Desk {
    /// Runs one line. The named answer can be used by the lines after it.
    pub fn run_line(
        &self,
        line: &Line,
        names: &mut Names,
        progress: &dyn Progress,
    ) -> Result<Answer, Problem> {
        let args = names.fill(&line.args)?;
        self.clock().set_moment(line.now);
        let shape = crate::contract::command(&line.call)?.shape();
        let answer = match shape {
            Shape::Job => self.job(&line.call, args, progress),
            Shape::Call | Shape::Bytes => self.call(&line.call, args),
        };
        self.clock().set_moment(None);
        let answer = answer?;
        if let Some(name) = &line.name {
            names.0.insert(name.clone(), answer.value.clone());
        }
        Ok(answer)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

    #[test]
    fn names_are_found_by_path_and_missing_ones_are_told() {
        let names = Names(BTreeMap::from([("p".to_owned(), json!({"rows": [{"id": "a"}], "total": 1}))]));
        assert_eq!(
            names.fill(&json!({"x": ["$p.rows.0.id", "$p.total", "5$"]})).unwrap(),
            json!({"x": ["a", 1, "5$"]})
        );
        assert!(names.fill(&json!("$p.rows.1.id")).unwrap_err().message.contains("$p.rows.1.id"));
    }
}

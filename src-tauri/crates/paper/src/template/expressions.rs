//! The expression engine: strict, with the filters of Chinese papers, and values that come out as plain text. What a
//! value holds is never read as an expression, and null printed as text is a missing field, not the word "none".

use std::cell::Cell;
use std::fmt::Write as _;

use minijinja::{AutoEscape, Environment, Error, ErrorKind, UndefinedBehavior, Value};

use super::filters;
use crate::text::clean;

/// Why an expression gave nothing.
pub(super) enum Failure {
    /// A field is absent or null.
    Missing(String),
    /// Anything else, in the engine's words.
    Other(String),
}

/// The engine.
pub(super) struct Expressions {
    env: Environment<'static>,
    /// What may still be given, in bytes; without bound when absent.
    room: Option<Cell<usize>>,
}

/// Instructions of one expression, when it is bounded: a hundred times those of the longest one of the program's.
const FUEL: u64 = 20_000;
/// Bytes of all texts of one paper, when it is bounded: a hundred pages.
const ROOM: usize = 400_000;
/// What an expression costs beside its text.
const AN_EXPRESSION: usize = 8;

impl Expressions {
    pub fn new() -> Expressions {
        let mut env = Environment::new();
        env.set_undefined_behavior(UndefinedBehavior::Strict);
        env.set_auto_escape_callback(|_| AutoEscape::None);
        env.set_keep_trailing_newline(true);
        env.set_formatter(|out, _, value| {
            if value.is_none() || value.is_undefined() {
                return Err(Error::from(ErrorKind::UndefinedError));
            }
            let text = value.as_str().map_or_else(|| value.to_string(), str::to_owned);
            out.write_str(&clean(&text)).map_err(Error::from)
        });
        filters::add(&mut env);
        Expressions { env, room: None }
    }

    /// The same with an end to its work, for a template that nobody has looked at yet.
    pub fn bounded() -> Expressions {
        let mut own = Expressions::new();
        own.env.set_fuel(Some(FUEL));
        own.room = Some(Cell::new(ROOM));
        own
    }

    /// Takes from what may still be given.
    fn spend(&self, bytes: usize) -> Result<(), Failure> {
        let Some(room) = &self.room else { return Ok(()) };
        let left = room.get().checked_sub(bytes + AN_EXPRESSION);
        room.set(left.unwrap_or(0));
        left.map(|_| ()).ok_or_else(|| Failure::Other("印出来的内容太多了".to_owned()))
    }

    /// Whether the source parses: as one expression (`whole`) or as text with expressions in it.
    pub fn check(&self, source: &str, whole: bool) -> Result<(), String> {
        if whole {
            self.env.compile_expression(source).map(drop).map_err(|e| detail(&e))
        } else {
            self.env.template_from_str(source).map(drop).map_err(|e| detail(&e))
        }
    }

    /// Text with its expressions replaced.
    pub fn text(&self, source: &str, context: &Value) -> Result<String, Failure> {
        let compiled = self.env.template_from_str(source).map_err(|e| Failure::Other(detail(&e)))?;
        let text = compiled.render(context).map_err(|e| {
            let fields = compiled.undeclared_variables(true);
            self.blame(&e, fields, context)
        })?;
        self.spend(text.len())?;
        Ok(text)
    }

    /// The value of one expression.
    pub fn value(&self, source: &str, context: &Value) -> Result<Value, Failure> {
        let compiled = self.env.compile_expression(source).map_err(|e| Failure::Other(detail(&e)))?;
        self.spend(0)?;
        match compiled.eval(context) {
            Ok(v) if !v.is_undefined() => Ok(v),
            Ok(_) => {
                let error = Error::from(ErrorKind::UndefinedError);
                Err(self.blame(&error, compiled.undeclared_variables(true), context))
            }
            Err(e) => Err(self.blame(&e, compiled.undeclared_variables(true), context)),
        }
    }

    /// Turns an engine error into the field that is absent, when one is.
    fn blame(&self, e: &Error, fields: std::collections::HashSet<String>, context: &Value) -> Failure {
        let mut absent: Vec<String> = fields
            .into_iter()
            .filter(|f| lookup(context, f).is_none_or(|v| v.is_undefined() || v.is_none()))
            .filter(|f| self.env.globals().all(|(name, _)| name != f))
            .collect();
        absent.sort();
        match e.kind() {
            ErrorKind::UndefinedError | ErrorKind::InvalidOperation if !absent.is_empty() => {
                Failure::Missing(absent.join("、"))
            }
            ErrorKind::OutOfFuel => Failure::Other("这一段要算的太多了".to_owned()),
            ErrorKind::UndefinedError => Failure::Missing("（表达式里的一项）".to_owned()),
            _ => Failure::Other(detail(e)),
        }
    }
}

fn lookup(context: &Value, dotted: &str) -> Option<Value> {
    dotted.split('.').try_fold(context.clone(), |v, part| v.get_attr(part).ok())
}

fn detail(e: &Error) -> String {
    let mut s = e.detail().map_or_else(|| e.kind().to_string(), str::to_owned);
    if let Some(line) = e.line().filter(|l| *l > 1) {
        let _ = write!(s, "（第 {line} 行）");
    }
    s
}

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

    /// Text with its expressions replaced. A draft keeps room to write where it lacks something; it says what at its head.
    pub fn text(&self, source: &str, context: &Value) -> Result<String, Failure> {
        match self.whole(source, context) {
            Err(Failure::Missing(fields)) if is_draft(context) => {
                self.whole(&with_room(source, &fields), context)
            }
            given => given,
        }
    }

    fn whole(&self, source: &str, context: &Value) -> Result<String, Failure> {
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

/// Where something is to be written by hand.
const ROOM_TO_WRITE: &str = "　　　　";

/// Whether the paper says at its head what it still lacks.
fn is_draft(context: &Value) -> bool {
    lookup(context, "draft").is_some_and(|draft| draft.as_str().is_some_and(|lacks| !lacks.is_empty()))
}

/// The text with room instead of each expression that prints one of these fields.
fn with_room(source: &str, fields: &str) -> String {
    let names = |expression: &str, field: &str| {
        let part = |c: char| c.is_alphanumeric() || c == '_' || c == '.';
        expression.split(|c| !part(c)).any(|word| word == field)
    };
    let mut text = String::with_capacity(source.len());
    let mut rest = source;
    while let Some((before, (expression, after))) =
        rest.split_once("{{").and_then(|(before, after)| Some((before, after.split_once("}}")?)))
    {
        text.push_str(before);
        if fields.split('、').any(|field| names(expression, field)) {
            text.push_str(ROOM_TO_WRITE);
        } else {
            text.push_str(&format!("{{{{{expression}}}}}"));
        }
        rest = after;
    }
    text + rest
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

#[cfg(test)]
mod tests {
    use minijinja::context;

    use super::{Expressions, Failure};

    #[test]
    fn a_draft_keeps_room_where_it_lacks_something_and_nothing_else_does() {
        let source = "自{{ term.from|cdate }}起，不低于{{ lowest|yuan }}元，共{{ people|group }}人";
        let given = |draft: &str| {
            let term = context! { from => "2026-03-05" };
            let lacking = context! { term, lowest => (), people => 320, draft };
            Expressions::new().text(source, &lacking)
        };
        assert_eq!(
            given("企业最低工资标准").ok().as_deref(),
            Some("自2026年3月5日起，不低于　　　　元，共320人")
        );
        assert!(matches!(given(""), Err(Failure::Missing(field)) if field == "lowest"));
    }
}

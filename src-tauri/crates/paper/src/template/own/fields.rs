//! Which fields of a context the expressions of a template read, told from the expressions themselves, so that no branch is
//! left out; and that they use nothing but fields, choices, loops and the filters of papers. What they give with a sample
//! is asked by filling.

mod places;

use std::collections::BTreeSet;

use minijinja::machinery::ast::{Expr, ForLoop, Stmt};
use minijinja::machinery::{parse, parse_expr};
use serde_json::Value as Json;

use super::shape::{Shape, Step, dotted};
use crate::template::sources::{Gives, Scope, Source, sources};
use crate::template::{Template, fill};

/// What a loop knows of itself.
const OF_LOOPS: [&str; 6] = ["index", "index0", "first", "last", "length", "revindex"];
/// Loops within loops of one text.
const DEEPEST: usize = 3;
/// What an expression stands for.
#[derive(Clone)]
enum Place {
    /// A field of the context.
    Known(Vec<Step>),
    /// A list written in the expression; its items are alike.
    Listed(Box<Place>),
    /// Fields written in the expression.
    Written(Vec<(String, Place)>),
    /// `loop`.
    Loop,
    /// A text, a number, yes or no.
    Plain,
    /// Blamed already.
    Blamed,
}

/// Reads the fields of templates.
pub(super) struct Reader {
    /// The context.
    pub shape: Shape,
    /// Whether a field that the sample leaves open is taken as there: so for the program's own template.
    pub learns: bool,
    /// Every field read.
    pub used: BTreeSet<String>,
    faults: Vec<String>,
}

type Names<'a> = Vec<(&'a str, Place)>;

impl Reader {
    pub fn new(shape: Shape) -> Reader {
        Reader { shape, learns: true, used: BTreeSet::new(), faults: Vec::new() }
    }

    /// What there is to read: the sample, and what the program's own template reads where the sample is open.
    pub fn learnt(program: &Template, sample: &Json) -> Reader {
        let mut reader = Reader::new(Shape::of(&fill::with_defaults(&program.file, sample)));
        for source in sources(&program.file) {
            reader.read(&source);
        }
        reader
    }

    /// Reads one expression; what is wrong with it, a sentence each.
    pub fn read(&mut self, source: &Source<'_>) -> Vec<String> {
        let mut names = self.names(&source.scope);
        self.faults.clear();
        match source.gives {
            Gives::Text => {
                if let Ok(Stmt::Template(all)) =
                    parse(source.text, "", Default::default(), Default::default())
                {
                    self.statements(&all.children, &mut names, 0);
                }
            }
            Gives::Value | Gives::List => {
                if let Ok(expr) = parse_expr(source.text) {
                    let place = self.place(&expr, &names);
                    if source.gives == Gives::List {
                        self.item(&place);
                    }
                }
            }
        }
        std::mem::take(&mut self.faults)
    }

    /// The names around an expression. What is wrong with the lists they come from is told where these stand.
    fn names<'a>(&mut self, scope: &Scope<'a>) -> Names<'a> {
        let Some(within) = &scope.0 else { return Vec::new() };
        let mut names = self.names(&within.outer);
        let list = parse_expr(within.list).map_or(Place::Blamed, |expr| self.place(&expr, &names));
        let item = self.item(&list);
        names.push((within.item, item));
        names.push((within.number, Place::Plain));
        names
    }

    fn blame(&mut self, why: impl Into<String>) -> Place {
        let why = why.into();
        if !self.faults.contains(&why) {
            self.faults.push(why);
        }
        Place::Blamed
    }

    fn statements<'a>(&mut self, list: &[Stmt<'a>], names: &mut Names<'a>, depth: usize) {
        for statement in list {
            match statement {
                Stmt::EmitRaw(_) => {}
                Stmt::EmitExpr(emitted) => {
                    let place = self.place(&emitted.expr, names);
                    self.one_text(&place);
                }
                Stmt::IfCond(choice) => {
                    self.place(&choice.expr, names);
                    self.statements(&choice.true_body, names, depth);
                    self.statements(&choice.false_body, names, depth);
                }
                Stmt::ForLoop(each) => self.each(each, names, depth),
                _ => {
                    self.blame("模板里只能用 {{ 字段 }}、{% if %} 和 {% for %}，别的写法不能用");
                }
            }
        }
    }

    fn each<'a>(&mut self, each: &ForLoop<'a>, names: &mut Names<'a>, depth: usize) {
        let list = self.place(&each.iter, names);
        let item = self.item(&list);
        let Expr::Var(name) = &each.target else {
            self.blame("{% for %} 后面只能有一个名字，例如 {% for p in representatives %}");
            return;
        };
        if depth >= DEEPEST || each.recursive {
            self.blame(format!("{{% for %}} 里套 {{% for %}} 最多{DEEPEST}层"));
            return;
        }
        let before = names.len();
        names.push((name.id, item));
        names.push(("loop", Place::Loop));
        if let Some(only) = &each.filter_expr {
            self.place(only, names);
        }
        self.statements(&each.body, names, depth + 1);
        names.truncate(before);
        self.statements(&each.else_body, names, depth);
    }

    /// What is printed is one text or number.
    fn one_text(&mut self, place: &Place) {
        let whole = match place {
            Place::Known(path) => matches!(self.shape.at(path), Some(Shape::List(_) | Shape::Fields(_))),
            Place::Listed(_) | Place::Written(_) | Place::Loop => true,
            Place::Plain | Place::Blamed => false,
        };
        if whole {
            let name = if let Place::Known(path) = place { dotted(path) } else { "这里".to_owned() };
            self.blame(format!(
                "“{name}”是一组内容，不能直接印：请用 {{% for %}} 逐项写，或写到它下面的一项"
            ));
        }
    }

    /// An item of a list.
    fn item(&mut self, list: &Place) -> Place {
        match list {
            Place::Known(path) => {
                let inner = [path.as_slice(), &[Step::Item]].concat();
                if self.learns {
                    self.shape.grow(&inner);
                }
                match self.shape.at(path) {
                    Some(Shape::List(_)) => Place::Known(inner),
                    _ => self.blame(format!("“{}”不是一组内容，不能逐项写", dotted(path))),
                }
            }
            Place::Listed(item) => (**item).clone(),
            Place::Blamed => Place::Blamed,
            Place::Written(_) | Place::Loop | Place::Plain => self.blame("这里要写一组内容，例如 topics"),
        }
    }

    /// One of a list, or of fields that are all alike, chosen by a value.
    fn any_of(&mut self, place: &Place) -> Place {
        if let Place::Known(path) = place
            && let Some(Shape::Fields(fields)) = self.shape.at(path)
            && let Some(first) = fields.keys().next()
        {
            return Place::Known([path.as_slice(), &[Step::Field(first.clone())]].concat());
        }
        self.item(place)
    }

    /// A field under a place.
    fn under(&mut self, place: &Place, name: &str) -> Place {
        match place {
            Place::Known(path) => self.field([path.as_slice(), &[Step::Field(name.to_owned())]].concat()),
            Place::Written(fields) => match fields.iter().find(|(known, _)| known == name) {
                Some((_, place)) => place.clone(),
                None => self.blame(format!("前面写出的各项里没有“{name}”")),
            },
            Place::Loop if OF_LOOPS.contains(&name) => Place::Plain,
            Place::Loop => self.blame(format!("没有“loop.{name}”，loop 后面能用的有{}", OF_LOOPS.join("、"))),
            Place::Listed(_) | Place::Plain => {
                self.blame(format!("“.{name}”前面是一项内容，下面没有别的字段"))
            }
            Place::Blamed => Place::Blamed,
        }
    }

    fn field(&mut self, path: Vec<Step>) -> Place {
        if self.learns {
            self.shape.grow(&path);
        }
        if self.shape.at(&path).is_some() {
            self.used.insert(dotted(&path));
            return Place::Known(path);
        }
        let name = dotted(&path);
        let nearest = self.nearest(&name);
        self.blame(format!("没有“{name}”这个字段{nearest}"))
    }

    fn nearest(&self, name: &str) -> String {
        let all = self.shape.names();
        let near = all.iter().min_by_key(|known| strsim::osa_distance(known, name));
        near.map_or_else(String::new, |near| format!("，最接近的是“{near}”"))
    }
}

//! Which fields of a context the expressions of a template read, told from the expressions themselves, so that no branch is
//! left out; and that they use nothing but fields, choices, loops and the filters of papers. What they give with a sample
//! is asked by filling.

use std::collections::BTreeSet;

use minijinja::machinery::ast::{BinOpKind, CallArg, Expr, ForLoop, Stmt};
use minijinja::machinery::{parse, parse_expr};

use super::shape::{Shape, Step, dotted};
use crate::template::sources::{Gives, Scope, Source};

/// Filters of a list that give a list of the same things.
const OF_LISTS: [&str; 3] = ["list", "selectattr", "rejectattr"];
/// Filters that give one of a list.
const OF_ITEMS: [&str; 2] = ["first", "last"];
/// Filters that give a text or a number.
const OF_VALUES: [&str; 16] = [
    "cdate",
    "ctime",
    "cdatetime",
    "group",
    "yuan",
    "percent",
    "cnum",
    "dash",
    "mask_id",
    "mask_phone",
    "last_four",
    "stop",
    "unknown",
    "join",
    "length",
    "trim",
];
/// What a loop knows of itself.
const OF_LOOPS: [&str; 6] = ["index", "index0", "first", "last", "length", "revindex"];
/// Loops within loops of one text.
const DEEPEST: usize = 3;
/// Written out in one expression: a list is the ledger's, not the template's.
const LONGEST_LIST: usize = 40;

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

    fn place(&mut self, expr: &Expr<'_>, names: &Names<'_>) -> Place {
        match expr {
            Expr::Var(var) => match names.iter().rev().find(|(name, _)| *name == var.id) {
                Some((_, place)) => place.clone(),
                None => self.field(vec![Step::Field(var.id.to_owned())]),
            },
            Expr::Const(_) => Place::Plain,
            Expr::GetAttr(get) => {
                let place = self.place(&get.expr, names);
                self.under(&place, get.name)
            }
            Expr::GetItem(get) => {
                let place = self.place(&get.expr, names);
                match get.subscript_expr.as_const() {
                    Some(key) if key.as_str().is_some() => {
                        self.under(&place, key.as_str().unwrap_or_default())
                    }
                    _ => {
                        self.place(&get.subscript_expr, names);
                        self.any_of(&place)
                    }
                }
            }
            Expr::Slice(slice) => {
                for bound in [&slice.start, &slice.stop, &slice.step].into_iter().flatten() {
                    self.place(bound, names);
                }
                self.place(&slice.expr, names)
            }
            Expr::UnaryOp(not) => {
                self.place(&not.expr, names);
                Place::Plain
            }
            Expr::Compare(compared) => {
                self.place(&compared.expr, names);
                for one in &compared.ops {
                    self.place(&one.expr, names);
                }
                Place::Plain
            }
            Expr::BinOp(both) => {
                let (left, right) = (self.place(&both.left, names), self.place(&both.right, names));
                let written = both.left.as_const().is_some() || both.right.as_const().is_some();
                self.both(both.op, left, right, written)
            }
            Expr::IfExpr(choice) => {
                self.place(&choice.test_expr, names);
                let yes = self.place(&choice.true_expr, names);
                let no = choice.false_expr.as_ref().map(|expr| self.place(expr, names));
                if matches!(yes, Place::Plain) { no.unwrap_or(Place::Plain) } else { yes }
            }
            Expr::Test(test) => {
                self.place(&test.expr, names);
                self.arguments(&test.args, names);
                Place::Plain
            }
            Expr::Filter(filter) => {
                let before = filter.expr.as_ref().map_or(Place::Plain, |expr| self.place(expr, names));
                self.arguments(&filter.args, names);
                self.filtered(before, filter.name, &filter.args)
            }
            Expr::List(list) => {
                if list.items.len() > LONGEST_LIST {
                    return self.blame(format!("一处最多写{LONGEST_LIST}项"));
                }
                let mut items: Vec<Place> = list.items.iter().map(|one| self.place(one, names)).collect();
                let first = if items.is_empty() { Place::Plain } else { items.swap_remove(0) };
                Place::Listed(Box::new(first))
            }
            Expr::Map(map) => {
                let pairs = map.keys.iter().zip(&map.values);
                Place::Written(
                    pairs
                        .map(|(key, value)| {
                            let key = key.as_const().map(|key| key.to_string()).unwrap_or_default();
                            (key, self.place(value, names))
                        })
                        .collect(),
                )
            }
            Expr::Call(_) => self.blame("模板里不能用带括号的函数"),
        }
    }

    fn arguments(&mut self, args: &[CallArg<'_>], names: &Names<'_>) {
        for arg in args {
            match arg {
                CallArg::Pos(expr) | CallArg::Kwarg(_, expr) => drop(self.place(expr, names)),
                CallArg::PosSplat(_) | CallArg::KwargSplat(_) => drop(self.blame("这里不能用 *")),
            }
        }
    }

    /// Two values joined. Nothing may grow by itself: a text is joined with one that is written out.
    fn both(&mut self, op: BinOpKind, left: Place, right: Place, written: bool) -> Place {
        let list = |place: &Place| match place {
            Place::Known(path) => matches!(self.shape.at(path), Some(Shape::List(_))),
            Place::Listed(_) => true,
            _ => false,
        };
        match op {
            BinOpKind::Mul | BinOpKind::Pow => self.blame("模板里不能用 * 相乘"),
            BinOpKind::Add if list(&left) || list(&right) => {
                if list(&left) {
                    left
                } else {
                    right
                }
            }
            BinOpKind::Add | BinOpKind::Concat if !written => {
                self.blame("两项内容请分开写成 {{ 甲 }}{{ 乙 }}，不能用 + 或 ~ 相连")
            }
            BinOpKind::ScAnd | BinOpKind::ScOr if matches!(left, Place::Plain) => right,
            BinOpKind::ScAnd | BinOpKind::ScOr => left,
            _ => Place::Plain,
        }
    }

    fn filtered(&mut self, before: Place, name: &str, args: &[CallArg<'_>]) -> Place {
        if OF_LISTS.contains(&name) {
            let item = self.item(&before);
            // The field by which is chosen stands in a text.
            if let Some(CallArg::Pos(Expr::Const(field))) = args.first()
                && let Some(field) = field.value.as_str()
            {
                self.under(&item, field);
            }
            return before;
        }
        if OF_ITEMS.contains(&name) {
            return self.item(&before);
        }
        match name {
            "default" => before,
            _ if OF_VALUES.contains(&name) => Place::Plain,
            _ => {
                let known = OF_VALUES.iter().chain(&OF_LISTS).chain(&OF_ITEMS);
                let near = known.min_by_key(|known| strsim::osa_distance(known, name)).copied();
                self.blame(format!("没有“|{name}”这种写法，最接近的是“|{}”", near.unwrap_or("cdate")))
            }
        }
    }
}

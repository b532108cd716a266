//! What each kind of expression stands for, and the filters and joins that a template may use. Which fields there are is the
//! parent's.

use minijinja::machinery::ast::{BinOpKind, CallArg, Expr};

use super::{Names, Place, Reader, Shape, Step};

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
/// Written out in one expression: a list is the ledger's, not the template's.
const LONGEST_LIST: usize = 40;

impl Reader {
    pub(super) fn place(&mut self, expr: &Expr<'_>, names: &Names<'_>) -> Place {
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

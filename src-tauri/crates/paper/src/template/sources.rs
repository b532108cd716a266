//! Every expression of a template file, with its place in the file and the names that stand around it. Whether it parses,
//! and which fields it reads, is asked elsewhere.

use std::rc::Rc;

use super::file::{BlockTemplate, Kind, TemplateFile};

/// What an expression is to give.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Gives {
    /// Text with expressions in it.
    Text,
    /// One value.
    Value,
    /// A list.
    List,
}

/// One expression.
pub(super) struct Source<'a> {
    /// Its place among the keys of the file: `block.2.column.0.text`.
    pub at: String,
    /// The id of its block.
    pub block: &'a str,
    pub text: &'a str,
    pub gives: Gives,
    pub scope: Scope<'a>,
}

/// The names of values around an expression: an item of each list that it stands in.
#[derive(Clone, Default)]
pub(super) struct Scope<'a>(pub Option<Rc<Within<'a>>>);

/// Inside of a list.
pub(super) struct Within<'a> {
    pub outer: Scope<'a>,
    /// The expression that gives the list, seen from outside.
    pub list: &'a str,
    /// The name of an item.
    pub item: &'a str,
    /// The name of its number.
    pub number: &'a str,
}

impl<'a> Scope<'a> {
    fn within(&self, list: Option<&'a String>, item: &'a str, number: &'a str) -> Scope<'a> {
        match list {
            Some(list) => Scope(Some(Rc::new(Within { outer: self.clone(), list, item, number }))),
            None => self.clone(),
        }
    }
}

/// All of them, in the order of the file.
pub(super) fn sources(file: &TemplateFile) -> Vec<Source<'_>> {
    let mut all = All(Vec::new());
    all.add("title", "title", Some(&file.title), Gives::Text, &Scope::default());
    for (i, one) in file.required.iter().enumerate() {
        all.add(
            &format!("required.{i}.when"),
            "required",
            one.when.as_ref(),
            Gives::Value,
            &Scope::default(),
        );
    }
    all.blocks(&file.block, "block", &Scope::default());
    all.0
}

struct All<'a>(Vec<Source<'a>>);

impl<'a> All<'a> {
    fn add(&mut self, at: &str, block: &'a str, text: Option<&'a String>, gives: Gives, scope: &Scope<'a>) {
        if let Some(text) = text {
            self.0.push(Source { at: at.to_owned(), block, text, gives, scope: scope.clone() });
        }
    }

    fn blocks(&mut self, list: &'a [BlockTemplate], at: &str, scope: &Scope<'a>) {
        for (i, b) in list.iter().enumerate() {
            self.block(b, &format!("{at}.{i}"), scope);
        }
    }

    fn block(&mut self, b: &'a BlockTemplate, at: &str, outer: &Scope<'a>) {
        let item = b.name.as_deref().unwrap_or("item");
        let scope = outer.within(b.each.as_ref(), item, "n");
        let items = scope.within(b.items.as_ref(), item, "n");
        let place = |key: &str| format!("{at}.{key}");
        self.add(&place("each"), &b.id, b.each.as_ref(), Gives::List, outer);
        self.add(&place("when"), &b.id, b.when.as_ref(), Gives::Value, &scope);
        self.add(&place("items"), &b.id, b.items.as_ref(), Gives::List, &scope);
        self.add(&place("count"), &b.id, b.count.as_ref(), Gives::Value, &scope);
        // A caption is said once, the text of a list of each of its items.
        let text = if b.kind == Kind::Figure { &scope } else { &items };
        self.add(&place("text"), &b.id, b.text.as_ref(), Gives::Text, text);
        self.add(&place("label"), &b.id, b.label.as_ref(), Gives::Text, &items);
        self.add(&place("photo"), &b.id, b.photo.as_ref(), Gives::Text, &items);
        let once = [
            ("signer", &b.signer),
            ("date", &b.date),
            ("copies", &b.copies),
            ("proof", &b.proof),
            ("issuer", &b.issuer),
            ("number", &b.number),
            ("unit", &b.unit),
        ];
        for (key, source) in once {
            self.add(&place(key), &b.id, source.as_ref(), Gives::Text, &scope);
        }
        self.lists(b, at, &scope, &items);
        self.blocks(&b.block, &place("block"), &scope);
    }

    /// What a block holds in lists of its own: columns, series, sides, lines of a cover, rows of a form.
    fn lists(&mut self, b: &'a BlockTemplate, at: &str, scope: &Scope<'a>, items: &Scope<'a>) {
        for (i, c) in b.column.iter().enumerate() {
            let at = |key: &str| format!("{at}.column.{i}.{key}");
            self.add(&at("each"), &b.id, c.each.as_ref(), Gives::List, scope);
            let head = scope.within(c.each.as_ref(), "col", "k");
            self.add(&at("head"), &b.id, Some(&c.head), Gives::Text, &head);
            self.add(&at("over"), &b.id, Some(&c.over), Gives::Text, &head);
            self.add(
                &at("text"),
                &b.id,
                Some(&c.text),
                Gives::Text,
                &items.within(c.each.as_ref(), "col", "k"),
            );
        }
        for (i, s) in b.series.iter().enumerate() {
            let at = |key: &str| format!("{at}.series.{i}.{key}");
            self.add(&at("name"), &b.id, Some(&s.name), Gives::Text, scope);
            self.add(&at("when"), &b.id, s.when.as_ref(), Gives::Value, scope);
            self.add(&at("text"), &b.id, Some(&s.text), Gives::Text, items);
        }
        for (i, s) in b.side.iter().enumerate() {
            let at = |key: &str| format!("{at}.side.{i}.{key}");
            self.add(&at("label"), &b.id, Some(&s.label), Gives::Text, scope);
            self.add(&at("seal"), &b.id, s.seal.as_ref(), Gives::Text, scope);
            self.add(&at("people"), &b.id, Some(&s.people), Gives::List, scope);
            let person = scope.within(Some(&s.people), "item", "n");
            self.add(&at("name"), &b.id, Some(&s.name), Gives::Text, &person);
            self.add(&at("role"), &b.id, Some(&s.role), Gives::Text, &person);
            self.add(&at("note"), &b.id, Some(&s.note), Gives::Text, &person);
        }
        for (i, f) in b.fact.iter().enumerate() {
            let at = |key: &str| format!("{at}.fact.{i}.{key}");
            self.add(&at("label"), &b.id, Some(&f.label), Gives::Text, scope);
            self.add(&at("text"), &b.id, Some(&f.text), Gives::Text, scope);
            self.add(&at("when"), &b.id, f.when.as_ref(), Gives::Value, scope);
        }
        for (i, r) in b.row.iter().enumerate() {
            let at = |key: &str| format!("{at}.row.{i}.{key}");
            self.add(&at("each"), &b.id, r.each.as_ref(), Gives::List, scope);
            let row = scope.within(r.each.as_ref(), b.name.as_deref().unwrap_or("item"), "n");
            self.add(&at("when"), &b.id, r.when.as_ref(), Gives::Value, &row);
            for (k, c) in r.cell.iter().enumerate() {
                let texts = [("label", c.label.as_ref()), ("text", c.text.as_ref()), ("foot", Some(&c.foot))];
                for (key, source) in texts {
                    self.add(&at(&format!("cell.{k}.{key}")), &b.id, source, Gives::Text, &row);
                }
            }
        }
    }
}

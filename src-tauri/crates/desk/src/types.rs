//! The TypeScript declarations of types, collected while they are named.

use std::any::TypeId;
use std::collections::{BTreeMap, HashSet};

use ts_rs::{Config, TS, TypeVisitor};

/// Collects declarations while naming types.
#[derive(Default)]
pub struct Types {
    seen: HashSet<TypeId>,
    pub(crate) declared: BTreeMap<String, String>,
    /// names that two types would have
    pub(crate) clashing: Vec<String>,
}

fn config() -> Config {
    Config::new().with_large_int("number")
}

impl Types {
    /// The name of a type, its declaration and those it depends on collected.
    pub(crate) fn of<T: TS + 'static + ?Sized>(types: &mut Types) -> String {
        types.visit::<T>();
        T::name(&config())
    }
}

impl TypeVisitor for Types {
    fn visit<T: TS + 'static + ?Sized>(&mut self) {
        if !self.seen.insert(TypeId::of::<T>()) {
            return;
        }
        T::visit_dependencies(self);
        T::visit_generics(self);
        if T::output_path().is_some() {
            let docs = T::docs().unwrap_or_default();
            let (name, text) = (T::ident(&config()), format!("{docs}export {}", T::decl(&config())));
            if self.declared.insert(name.clone(), text.clone()).is_some_and(|other| other != text) {
                self.clashing.push(name);
            }
        }
    }
}

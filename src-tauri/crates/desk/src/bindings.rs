//! The TypeScript side of the contract: every type a command asks for or answers, one map from name to both,
//! and the right each command needs. The window's client is written against it; a test compares it with the committed file.

use std::any::TypeId;
use std::collections::{BTreeMap, HashSet};
use std::fmt::Write;

use affairs::members::roster::{Decision, Field, ProblemKind};
use ts_rs::{Config, TS, TypeVisitor};

use crate::contract::{Shape, commands};

/// Collects declarations while naming types.
#[derive(Default)]
pub struct Types {
    seen: HashSet<TypeId>,
    declared: BTreeMap<String, String>,
    /// names that two types would have
    clashing: Vec<String>,
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

/// Names that two types of the contract share: in the generated file one would stand for both.
pub fn clashing_names() -> Vec<String> {
    let mut types = named();
    for command in commands() {
        (command.args)(&mut types);
        (command.answer)(&mut types);
    }
    types.clashing
}

/// With the types that are named only inside hand-written types of the roster's options, where the visitor cannot see
/// them.
fn named() -> Types {
    let mut types = Types::default();
    Types::of::<Decision>(&mut types);
    Types::of::<Field>(&mut types);
    Types::of::<ProblemKind>(&mut types);
    types
}

/// The generated file, whole.
pub fn bindings() -> String {
    let mut types = named();
    let mut map = String::new();
    let mut rights = String::new();
    for command in commands() {
        let right = serde_json::json!(command.right);
        let _ = writeln!(rights, "  \"{}\": {right},", command.name);
        let args = (command.args)(&mut types);
        let answer = (command.answer)(&mut types);
        let shape = match command.shape() {
            Shape::Call => "call",
            Shape::Job => "job",
            Shape::Bytes => "bytes",
        };
        // Writing to a String cannot fail.
        let _ = writeln!(
            map,
            "  \"{}\": {{ shape: \"{shape}\"; args: {args}; answer: {answer} }};",
            command.name
        );
    }
    let mut text = String::from(
        "// Generated from the contract in src-tauri/crates/desk. Do not edit:\n\
         // `cargo test -p desk` says when it is stale, `UPDATE=1 cargo test -p desk` writes it anew.\n\n",
    );
    for declaration in types.declared.values() {
        let _ = writeln!(text, "{declaration}\n");
    }
    let _ = write!(
        text,
        "/** Every command: its shape, what it asks for and what it answers. */\nexport type Contract = {{\n{map}}};\n\n\
         /** The right each command needs. */\nexport type Right = \"anyone\" | \"reader\" | \"chair\" | {{ writer: string }};\n\n\
         /** Who may give which command, for buttons that say beforehand what would be refused. */\n\
         export const rights: Record<keyof Contract, Right> = {{\n{rights}}};\n"
    );
    text
}

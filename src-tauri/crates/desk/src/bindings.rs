//! The TypeScript side of the contract: every type a command asks for or answers, one map from name to both,
//! and the right each command needs. The window's client is written against it; a test compares it with the committed file.

use std::fmt::Write;

use affairs::members::roster::{Decision, Field, ProblemKind};

use crate::command::Shape;
use crate::contract::commands;
use crate::types::Types;

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

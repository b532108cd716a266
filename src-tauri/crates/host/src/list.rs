//! The contract as JSON, for those who write scripts.

use desk::Problem;
use serde_json::json;

/// Every command with its types, effect and right.
pub fn commands() -> Result<String, Problem> {
    let list: Vec<_> = desk::commands()
        .iter()
        .map(|command| {
            json!({
                "name": command.name,
                "shape": command.shape(),
                "effect": command.effect,
                "right": command.right,
                "label": command.label,
                "args": command.args_type(),
                "answer": command.answer_type(),
            })
        })
        .collect();
    serde_json::to_string_pretty(&json!({ "commands": list, "types": desk::bindings() }))
        .map_err(|_| Problem::new("internal", "命令列表无法写成文字。"))
}

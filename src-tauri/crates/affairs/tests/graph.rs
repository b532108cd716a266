//! Who may use whom among the modules: read off the `use` paths, so that a newcomer who opens one folder
//! needs no other.

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};

/// Every module may use these.
const COMMON: [&str; 3] = ["members", "union", "office"];
/// What a module may use beyond them.
const MORE: [(&str, &[&str]); 5] = [
    ("negotiation", &["congress", "pay", "letters"]),
    ("safety", &["congress", "letters"]),
    ("platform", &["letters"]),
    (
        "report",
        &["negotiation", "pay", "congress", "safety", "leave", "platform", "letters", "registers", "reform"],
    ),
    (
        "reform",
        &["negotiation", "pay", "congress", "safety", "leave", "platform", "letters", "registers", "report"],
    ),
];

fn sources(folder: &Path, into: &mut Vec<PathBuf>) {
    for entry in std::fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            sources(&path, into);
        } else if path.extension().is_some_and(|ending| ending == "rs") {
            into.push(path);
        }
    }
}

/// The modules named after `crate::` in a file.
fn used(text: &str, modules: &BTreeSet<String>) -> BTreeSet<String> {
    text.split("crate::")
        .skip(1)
        .flat_map(|rest| match rest.strip_prefix('{') {
            Some(list) => list.split('}').next().unwrap_or_default().split(',').map(str::to_owned).collect(),
            None => vec![rest.to_owned()],
        })
        .map(|path| path.trim().chars().take_while(|c| c.is_alphanumeric() || *c == '_').collect::<String>())
        .filter(|name| modules.contains(name))
        .collect()
}

#[test]
fn modules_use_only_what_the_house_allows() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("src");
    let modules: BTreeSet<String> = std::fs::read_dir(&root)
        .unwrap()
        .map(|entry| entry.unwrap().path())
        .filter(|path| path.is_dir())
        .map(|path| path.file_name().unwrap().to_string_lossy().into_owned())
        .collect();
    assert!(modules.len() >= 4, "the modules are folders");
    let mut wrong = Vec::new();
    for module in &modules {
        let mut files = Vec::new();
        sources(&root.join(module), &mut files);
        for file in files {
            for name in used(&std::fs::read_to_string(&file).unwrap(), &modules) {
                let more = MORE
                    .iter()
                    .find(|(one, _)| one == module)
                    .is_some_and(|(_, list)| list.contains(&name.as_str()));
                if name != *module && !COMMON.contains(&name.as_str()) && !more {
                    wrong.push(format!("{} uses {name}", file.strip_prefix(&root).unwrap().display()));
                }
            }
        }
    }
    assert!(wrong.is_empty(), "{wrong:#?}");
}

#[test]
fn the_reader_of_paths_sees_a_forbidden_use() {
    let modules: BTreeSet<String> = ["negotiation", "members"].map(String::from).into();
    assert_eq!(used("use crate::negotiation::store;", &modules), ["negotiation".to_owned()].into());
    assert_eq!(used("use crate::{Problem, members::model};", &modules), ["members".to_owned()].into());
    assert!(used("use crate::Problem;", &modules).is_empty());
}

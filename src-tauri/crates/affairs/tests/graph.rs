//! Who may use whom among the modules: read off the `use` paths, so that a newcomer who opens one folder
//! needs no other.

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};

/// Every module may use these.
const COMMON: [&str; 3] = ["members", "union", "office"];
/// What `office`, which stands under the other two of them, asks of these: who somebody is, and whose union it is.
const OFFICE_ASKS: [&[&str]; 2] = [&["members", "model", "PersonId"], &["union", "store"]];
/// What the union itself is, apart from its rooms: `office` and `members` read it, and it names neither of them.
const UNION_ITSELF: [&str; 3] = ["union/model.rs", "union/store.rs", "union/workforce.rs"];
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
/// Who of the talks names of whom what: what becomes of an agreement stands on what is settled of it, that on the text of its contract,
/// and all of them on what a seal holds. Of a room that stands on it each names only what stands under both.
const UNDER: [(&str, &str, &[&str]); 9] = [
    ("agreement", "seal", &["guard", "store"]),
    ("agreement", "scenario", &[]),
    ("settled", "agreement", &["affair", "amendments", "course", "model", "store"]),
    ("settled", "seal", &["guard", "store"]),
    ("settled", "scenario", &[]),
    ("contract", "agreement", &["advice", "affair", "course", "model", "store"]),
    ("contract", "settled", &["concluding"]),
    ("contract", "seal", &["guard", "store"]),
    ("contract", "scenario", &[]),
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

/// Every path that begins at the root of the crate or above its file, its lists taken apart.
fn paths(text: &str) -> Vec<Vec<String>> {
    let mut all = Vec::new();
    for start in ["crate::", "super::"] {
        for (at, _) in text.match_indices(start) {
            // The tail of a longer path or name is read with its beginning.
            let before = text[..at].chars().next_back();
            if !before.is_some_and(|c| c.is_alphanumeric() || c == '_' || c == ':' || c == '$') {
                apart(&text[at..], &mut Vec::new(), &mut all);
            }
        }
    }
    all
}

/// Reads one path with its list, and answers what follows it.
fn apart<'a>(text: &'a str, front: &mut Vec<String>, all: &mut Vec<Vec<String>>) -> &'a str {
    let (depth, mut rest) = (front.len(), text.trim_start());
    loop {
        if let Some(list) = rest.strip_prefix('{') {
            rest = list;
            loop {
                rest = apart(rest, front, all).trim_start();
                match rest.strip_prefix(',') {
                    Some(next) => rest = next,
                    None => break,
                }
            }
            rest = rest.strip_prefix('}').unwrap_or(rest);
            break;
        }
        let end = rest.find(|c: char| !c.is_alphanumeric() && c != '_').unwrap_or(rest.len());
        front.push(rest[..end].to_owned());
        rest = rest[end..].strip_prefix('*').unwrap_or(&rest[end..]);
        match rest.strip_prefix("::") {
            Some(next) => rest = next.trim_start(),
            None => {
                all.push(front.clone());
                // `as another` ends the item of a list.
                if let Some(named) = rest.strip_prefix(" as ") {
                    rest = named.trim_start_matches(|c: char| c.is_alphanumeric() || c == '_');
                }
                break;
            }
        }
    }
    front.truncate(depth);
    rest
}

/// The paths of a file that begin at the root of the crate, without their beginning; `depth` is how many `super` lead from it
/// to the root.
fn from_root(text: &str, depth: usize) -> Vec<Vec<String>> {
    paths(text)
        .into_iter()
        .filter_map(|path| {
            let up = path.iter().take_while(|part| *part == "super").count();
            match path.first().map(String::as_str) {
                Some("crate") => Some(path[1..].to_vec()),
                _ if up >= depth => Some(path[up..].to_vec()),
                _ => None,
            }
        })
        .collect()
}

/// The paths of a file of the talks as they begin in their folder; `depth` is how many `super` lead from it to the root of the crate.
fn in_talks(text: &str, depth: usize) -> Vec<Vec<String>> {
    let within = |mut path: Vec<String>| {
        if path.first().is_some_and(|one| one == "negotiation") {
            path.remove(0);
        }
        path
    };
    from_root(text, depth - 1).into_iter().map(within).collect()
}

/// The modules a file uses by name; `depth` is how many `super` lead from it to the root of the crate.
fn used(text: &str, depth: usize, modules: &BTreeSet<String>) -> BTreeSet<String> {
    let first = from_root(text, depth).into_iter().filter_map(|path| path.into_iter().next());
    first.filter(|name| modules.contains(name)).collect()
}

/// How many `super` lead from a file of the crate to its root: `pay/mod.rs` one, `pay/sums.rs` two.
fn depth(file: &Path) -> usize {
    file.components().count() - usize::from(file.ends_with("mod.rs"))
}

#[test]
fn modules_use_only_what_the_house_allows() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("src");
    // What serves them all stands at the root, with its rooms beside it and no `mod.rs` in them: fields, trash.
    let modules: BTreeSet<String> = std::fs::read_dir(&root)
        .unwrap()
        .map(|entry| entry.unwrap().path())
        .filter(|path| path.join("mod.rs").is_file())
        .map(|path| path.file_name().unwrap().to_string_lossy().into_owned())
        .collect();
    assert!(modules.len() >= 4, "the modules are folders");
    let mut wrong = Vec::new();
    for module in &modules {
        let mut files = Vec::new();
        sources(&root.join(module), &mut files);
        for file in files {
            let text = std::fs::read_to_string(&file).unwrap();
            for name in used(&text, depth(file.strip_prefix(&root).unwrap()), &modules) {
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
fn office_stands_under_members_and_union_and_the_union_itself_under_all() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("src");
    let of = |file: &Path| {
        let text = std::fs::read_to_string(file).unwrap();
        from_root(&text, depth(file.strip_prefix(&root).unwrap()))
    };
    let mut files = Vec::new();
    sources(&root.join("office"), &mut files);
    let mut wrong = Vec::new();
    for file in files {
        let leans = |path: &Vec<String>| path.first().is_some_and(|one| one == "members" || one == "union");
        let asked = |path: &Vec<String>| {
            OFFICE_ASKS
                .iter()
                .any(|asks| asks.iter().zip(path).filter(|(one, other)| *one == other).count() == asks.len())
        };
        for path in of(&file).into_iter().filter(|path| leans(path) && !asked(path)) {
            wrong.push(format!("{} uses {}", file.strip_prefix(&root).unwrap().display(), path.join("::")));
        }
    }
    for name in UNION_ITSELF {
        for path in of(&root.join(name)) {
            if path.first().is_some_and(|one| one == "members" || one == "office") {
                wrong.push(format!("{name} uses {}", path.join("::")));
            }
        }
    }
    assert!(wrong.is_empty(), "{wrong:#?}");
}

#[test]
fn the_rooms_of_the_talks_name_of_those_above_only_what_stands_under_both() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("src");
    let mut wrong = Vec::new();
    for (room, above, names) in UNDER {
        let mut files = vec![root.join(format!("negotiation/{room}.rs"))];
        files.retain(|file| file.is_file());
        sources(&root.join("negotiation").join(room), &mut files);
        for file in files {
            let text = std::fs::read_to_string(&file).unwrap();
            let name = file.strip_prefix(&root).unwrap();
            for path in in_talks(&text, depth(name)) {
                let is_named = || path.get(1).is_some_and(|one| names.contains(&one.as_str()));
                if path.first().is_some_and(|one| one == above) && !is_named() {
                    wrong.push(format!("{} uses {}", name.display(), path.join("::")));
                }
            }
        }
    }
    assert!(wrong.is_empty(), "{wrong:#?}");
    for text in ["use crate::negotiation::{scenario::is_wages, store};", "use super::super::scenario;"] {
        let found = in_talks(text, 3);
        assert!(found.iter().any(|path| path.first().is_some_and(|one| one == "scenario")), "{text}");
    }
}

#[test]
fn the_reader_of_paths_sees_a_forbidden_use() {
    let modules: BTreeSet<String> = ["negotiation", "members"].map(String::from).into();
    let found = |text: &str| used(text, 2, &modules).into_iter().collect::<Vec<_>>().join(" ");
    for (text, names) in [
        ("use crate::negotiation::store;", "negotiation"),
        ("use crate::{Problem, members::model};", "members"),
        ("use crate::Problem;", ""),
        ("use crate::{members::{store, model::A}, negotiation::rules};", "members negotiation"),
        (
            "use crate::{\n    Problem,\n    members::{self as m, store::{a, b}},\n    negotiation,\n};",
            "members negotiation",
        ),
        ("let x = crate::members::store::one(c)?;", "members"),
        ("use super::super::negotiation::rules;", "negotiation"),
        ("use super::{store, super::negotiation};", "negotiation"),
        ("pub(in super::super::members) fn x() {}", "members"),
        ("use crate::{members::*, negotiation::rules};", "members negotiation"),
        ("use super::members;", ""),
        ("use supper::members; use my_crate::members;", ""),
    ] {
        assert_eq!(found(text), names, "{text}");
    }
    assert_eq!(used("use super::members;", 1, &modules).len(), 1, "from the root of a module");
    assert_eq!(depth(Path::new("pay/mod.rs")), 1);
    assert_eq!(depth(Path::new("pay/sums.rs")), 2);
    assert_eq!(depth(Path::new("pay/store/mod.rs")), 2);
}

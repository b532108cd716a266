//! Where each rule is put to use: in a refusal, a duty of 今日, a paper, a figure, and which tests name it. Rules that
//! nothing asks for yet stand in `data/open.txt` under the module that will; a rule that is asked for may not stand
//! there, so that each module that comes empties its own list. `make coverage` prints the table.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::{Path, PathBuf};

use law::Rule;

use crate::{assets, book};

/// By module, the subjects that nothing asks for yet.
const OPEN: &str = include_str!("data/open.txt");

/// What asks for a rule, by the room of the source it is asked in.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Use {
    Refusal,
    Duty,
    Paper,
    Figure,
}

impl Use {
    fn of(file: &Path) -> Use {
        let has = |part: &str| file.iter().any(|piece| piece.to_string_lossy().starts_with(part));
        if has("duties") || has("today") {
            Use::Duty
        } else if has("papers") {
            Use::Paper
        } else if has("rules") || has("store") || has("purge") {
            Use::Refusal
        } else {
            Use::Figure
        }
    }

    fn label(self) -> &'static str {
        match self {
            Use::Refusal => "拒绝或提醒",
            Use::Duty => "今日",
            Use::Paper => "文书",
            Use::Figure => "页面、计算",
        }
    }
}

fn rust_files(folder: &Path, into: &mut Vec<PathBuf>) {
    for entry in fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            rust_files(&path, into);
        } else if path.extension().is_some_and(|ending| ending == "rs") {
            into.push(path);
        }
    }
}

/// Source files under these folders of the repository, with their text.
fn sources(folders: &[&str]) -> Vec<(PathBuf, String)> {
    let root = assets().join("..");
    let mut files = Vec::new();
    folders.iter().for_each(|folder| rust_files(&root.join(folder), &mut files));
    files.sort();
    files.into_iter().map(|file| (file.clone(), fs::read_to_string(&file).unwrap())).collect()
}

/// The texts between quotes.
fn literals(source: &str) -> impl Iterator<Item = &str> {
    source.split('"').skip(1).step_by(2)
}

/// The files of the clauses, whose subjects the draft of a contract is proposed, quoted and looked over by.
fn clause_files() -> Vec<(PathBuf, String)> {
    let mut files: Vec<PathBuf> = fs::read_dir(assets().join("clauses"))
        .unwrap()
        .map(|entry| entry.unwrap().path())
        .filter(|file| file.extension().is_some_and(|ending| ending == "toml"))
        .collect();
    files.sort();
    files.into_iter().map(|file| (file.clone(), fs::read_to_string(&file).unwrap())).collect()
}

/// Subjects and what asks for them. A subject put together from a code (`retention.{}`) stands for all that begin so. The clause
/// files put the subjects of negotiation to use; what they quote of another module's is that module's to ask for.
fn asked() -> BTreeMap<String, BTreeSet<Use>> {
    let subjects: BTreeSet<&str> = book().rules().map(|rule| rule.subject.as_str()).collect();
    let mut asked: BTreeMap<String, BTreeSet<Use>> = BTreeMap::new();
    // The names of forms look like subjects and ask for none.
    let forms = Path::new("src/commands/drafts_guard.rs");
    for (file, text) in sources(&["src-tauri/crates/affairs/src", "src-tauri/crates/desk/src"]) {
        if file.ends_with(forms) {
            continue;
        }
        for literal in literals(&text) {
            let begins = literal.strip_suffix("{}").filter(|begins| begins.ends_with('.'));
            let named = subjects.iter().filter(|subject| {
                **subject == literal || begins.is_some_and(|begins| subject.starts_with(begins))
            });
            for subject in named {
                asked.entry((*subject).to_owned()).or_default().insert(Use::of(&file));
            }
        }
    }
    for (_, text) in clause_files() {
        for literal in literals(&text).filter(|one| one.starts_with("negotiation.")) {
            if let Some(subject) = subjects.get(literal) {
                asked.entry((*subject).to_owned()).or_default().insert(Use::Figure);
            }
        }
    }
    asked
}

/// The open subjects by module.
fn open() -> BTreeMap<&'static str, BTreeSet<&'static str>> {
    let mut open: BTreeMap<&str, BTreeSet<&str>> = BTreeMap::new();
    let mut module = "";
    for line in OPEN.lines().map(str::trim).filter(|line| !line.is_empty() && !line.starts_with('#')) {
        match line.strip_prefix('[').and_then(|rest| rest.strip_suffix(']')) {
            Some(name) => module = name,
            None => assert!(open.entry(module).or_default().insert(line), "{line} stands twice in open.txt"),
        }
    }
    open
}

#[test]
fn every_rule_is_asked_for_or_open_under_its_module() {
    let asked = asked();
    let open: BTreeSet<&str> = open().into_values().flatten().collect();
    let all: BTreeSet<&str> = book().rules().map(|rule| rule.subject.as_str()).collect();
    let unknown: Vec<_> = open.difference(&all).collect();
    assert!(unknown.is_empty(), "open.txt names subjects that no pack has: {unknown:?}");
    let done: Vec<_> = open.iter().filter(|subject| asked.contains_key(**subject)).collect();
    assert!(done.is_empty(), "asked for by now, so to be struck from open.txt: {done:?}");
    let lost: Vec<_> = all.iter().filter(|one| !asked.contains_key(**one) && !open.contains(*one)).collect();
    assert!(lost.is_empty(), "asked for nowhere and open under no module: {lost:?}");
}

#[test]
#[ignore = "prints the table of `make coverage`"]
fn coverage_table() {
    let (asked, open) = (asked(), open());
    let tests = sources(&["tests/journeys", "src-tauri/crates/affairs/tests", "src-tauri/crates/law/tests"]);
    let named = |rule: &Rule| {
        let article = format!("{}{}", rule.instrument, rule.article);
        let names = tests.iter().filter(|(_, text)| {
            literals(text).any(|one| one == rule.id || one == rule.subject || one.contains(&article))
        });
        let files: BTreeSet<String> =
            names.filter_map(|(file, _)| Some(file.file_stem()?.to_string_lossy().into_owned())).collect();
        files.into_iter().collect::<Vec<_>>().join(" ")
    };
    println!("| 规则 | 事项 | 用在 | 例子 | 点到它的测试 |\n| --- | --- | --- | ---: | --- |");
    let (mut shown, mut cases) = (0_usize, 0_usize);
    for rule in book().rules() {
        cases += rule.cases.len();
        let Some(uses) = asked.get(&rule.subject) else { continue };
        shown += 1;
        let uses: Vec<&str> = uses.iter().map(|one| one.label()).collect();
        let (id, subject, count) = (&rule.id, &rule.subject, rule.cases.len());
        println!("| {id} | {subject} | {} | {count} | {} |", uses.join("、"), named(rule));
    }
    println!("\n| 还没有用到的规则：属于哪个模块 | 条 |\n| --- | ---: |");
    for (module, subjects) in &open {
        let rules = book().rules().filter(|rule| subjects.contains(rule.subject.as_str())).count();
        println!("| {module} | {rules} |");
    }
    println!("\n{shown} 条规则用上了，共 {} 条，例子 {cases} 个。", book().rules().count());
}

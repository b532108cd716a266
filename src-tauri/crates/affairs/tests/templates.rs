//! Every template of the program is the union's to change, or stays the program's for a reason; and what is said to be made
//! is made.

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};

use affairs::office::templates::{CLOSED, PAPERS, key_of};

fn crates() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("..")
}

fn files(folder: &Path, end: &str, out: &mut Vec<PathBuf>) {
    for entry in fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path()) {
        if entry.is_dir() {
            files(&entry, end, out);
        } else if entry.to_string_lossy().ends_with(end) {
            out.push(entry);
        }
    }
}

#[test]
fn every_template_is_open_or_closed_for_a_reason() {
    let papers = crates().join("../../assets/papers");
    let mut found = Vec::new();
    files(&papers, ".sample.json", &mut found);
    let key = |file: &PathBuf| {
        let name = file.strip_prefix(&papers).unwrap().to_string_lossy().into_owned();
        name.trim_end_matches(".sample.json").to_owned()
    };
    let there: BTreeSet<String> = found.iter().map(key).collect();
    let open = PAPERS.iter().map(|paper| paper.key);
    let known: Vec<String> = open.chain(CLOSED.iter().map(|(key, _)| *key)).map(str::to_owned).collect();
    assert_eq!(there, known.iter().cloned().collect(), "a new template belongs in one of the lists");
    assert_eq!(known.len(), there.len(), "each once");
}

#[test]
fn what_is_said_to_be_made_is_made_by_the_program() {
    let mut sources = Vec::new();
    for part in ["affairs/src", "desk/src"] {
        files(&crates().join(part), ".rs", &mut sources);
    }
    sources.retain(|file| !file.ends_with("templates/model.rs"));
    let text: String = sources.iter().map(|file| fs::read_to_string(file).unwrap()).collect();
    for paper in PAPERS {
        let filled = text.contains(&format!("\"{}\"", paper.key));
        assert_eq!(paper.kind.is_some(), filled, "{}", paper.key);
    }
    assert_eq!(key_of("negotiation.minutes"), Some("negotiation/minutes"));
    assert_eq!(key_of("ledger.recoverySheet"), None);
}

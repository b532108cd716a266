//! What the chair typed stands nowhere on the disk in the clear, while open and after.

use crate::common::*;
use std::{fs, path::Path};

const MARKER: &str = "秘印喆MARK王";
/// The marker in GB 18030.
const GB: &[u8] = b"\xc3\xd8\xd3\xa1\x86\xb4MARK\xcd\xf5";

fn forms() -> Vec<Vec<u8>> {
    let wide: Vec<u16> = MARKER.encode_utf16().collect();
    vec![
        MARKER.as_bytes().to_vec(),
        wide.iter().flat_map(|unit| unit.to_le_bytes()).collect(),
        wide.iter().flat_map(|unit| unit.to_be_bytes()).collect(),
        GB.to_vec(),
    ]
}

/// Files below `dir` that hold one of the forms, and how many were looked at.
fn search(dir: &Path) -> (Vec<String>, usize) {
    let (mut found, mut files, mut open) = (Vec::new(), 0, vec![dir.to_path_buf()]);
    while let Some(dir) = open.pop() {
        for entry in fs::read_dir(dir).unwrap().map(Result::unwrap) {
            if entry.file_type().unwrap().is_dir() {
                open.push(entry.path());
                continue;
            }
            files += 1;
            let bytes = fs::read(entry.path()).unwrap();
            if forms().iter().any(|form| bytes.windows(form.len()).any(|window| window == form)) {
                found.push(entry.file_name().to_string_lossy().into_owned());
            }
        }
    }
    (found, files)
}

#[test]
fn a_marker_is_found_nowhere_in_the_folder() {
    let mut desk = Desk::new();
    for n in 0..50 {
        step(desk.ledger(), MARKER, |tx| {
            let team: TeamId = tx.new_id();
            tx.execute("INSERT INTO team (id, name) VALUES (?1, ?2)", (team, format!("{MARKER}{n}")))?;
            let person: PersonId = tx.new_id();
            tx.execute("INSERT INTO person (id, team_id, name) VALUES (?1, ?2, ?3)", (person, team, MARKER))?;
            Ok(())
        })
        .unwrap();
    }
    let (found, files) = search(desk.home.path());
    assert!(found.is_empty(), "while open, in clear text: {found:?}");
    assert!(files >= 4, "the WAL must be among the files searched, saw {files}");
    desk.close();
    drop(ledger::Ledger::open(&desk.dir(), &GROWN, &setting(), ledger::Unlock::Key(key())).unwrap());
    let (found, files) = search(desk.home.path());
    assert!(found.is_empty(), "closed, with its backup, in clear text: {found:?}");
    assert!(files >= 3, "saw {files}");
    // The search can fail: each form is found in a plain file.
    for form in forms() {
        let plain = tempfile::TempDir::new().unwrap();
        fs::write(plain.path().join("plain"), [b"..".as_slice(), &form, b".."].concat()).unwrap();
        assert_eq!(search(plain.path()).0, ["plain"]);
    }
}

#[test]
fn errors_and_debug_say_nothing_of_what_is_inside() {
    let desk = Desk::new();
    add_team(desk.ledger(), MARKER);
    let twice = step(desk.ledger(), "重名", |tx| {
        Ok(tx.execute("INSERT INTO team (id, name) VALUES ('x', ?1)", [MARKER])?)
    })
    .unwrap_err();
    let said =
        format!("{twice} {twice:?} {:?} {:?} {:?}", desk.ledger(), desk.ledger().recovery_words(), key());
    assert!(!said.contains(MARKER) && !said.contains("90, 90") && !said.contains("5a5a"), "{said}");
}

//! What the chair keeps stands nowhere in the clear: not in the ledger's folder while it is open (WAL and all
//! files the process holds) or after, not in temp folder, home, or what the program says. The same search
//! finds it in a plain export, so it can fail.

use std::io::{BufRead, BufReader, Read, Write};
use std::path::Path;
use std::process::Stdio;

use encoding_rs::GB18030;
use memchr::memmem;
use serde_json::{Value, json};
use tempfile::TempDir;

use crate::gonghui::{Desk, PASSPHRASE, files};
use crate::rosters;

/// People on the roster; their names have three characters, so that no form of one comes about by chance.
const PEOPLE: u32 = 60;

/// A text in the four forms a disk might hold it in.
fn forms(text: &str) -> Vec<Vec<u8>> {
    let wide: Vec<u16> = text.encode_utf16().collect();
    vec![
        text.as_bytes().to_vec(),
        wide.iter().flat_map(|unit| unit.to_le_bytes()).collect(),
        wide.iter().flat_map(|unit| unit.to_be_bytes()).collect(),
        GB18030.encode(text).0.into_owned(),
    ]
}

/// Everything that must not be found: names, ID numbers and telephone numbers, a sentence of the talks, the
/// passphrase.
fn secrets() -> Vec<String> {
    let mut secrets = vec!["机密议题之语".to_owned(), PASSPHRASE.to_owned()];
    for number in 0..PEOPLE {
        let person = rosters::person(number);
        secrets.extend([person.name, person.id, person.phone]);
    }
    secrets
}

/// How many secrets stand in the bytes, in any form.
fn found(bytes: &[u8], secrets: &[String]) -> usize {
    let stands = |form: &Vec<u8>| memmem::find(bytes, form).is_some();
    secrets.iter().filter(|secret| forms(secret).iter().any(stands)).count()
}

/// Searches every file of a folder; the count of files, for the search must see some.
fn search(folder: &Path, secrets: &[String], when: &str) -> usize {
    let all = files(folder);
    for (path, bytes) in &all {
        assert_eq!(found(bytes, secrets), 0, "{when}: {} holds something in the clear", path.display());
        assert_eq!(
            found(path.to_string_lossy().as_bytes(), secrets),
            0,
            "{when}: a file's name tells something"
        );
    }
    all.len()
}

/// Every file the process holds open, also those without a name any more.
fn held(process: u32) -> Vec<Vec<u8>> {
    let folder = format!("/proc/{process}/fd");
    let Ok(open) = std::fs::read_dir(folder) else { return Vec::new() };
    open.flatten()
        .filter(|entry| std::fs::metadata(entry.path()).is_ok_and(|what| what.is_file()))
        .filter_map(|entry| std::fs::read(entry.path()).ok())
        .collect()
}

#[test]
fn nothing_stands_in_the_clear() {
    let secrets = secrets();
    let outside = TempDir::new().unwrap();
    let roster = outside.path().join("花名册.csv");
    let text = rosters::csv(0, PEOPLE);
    std::fs::write(&roster, GB18030.encode(&text).0).unwrap();
    assert!(
        found(text.as_bytes(), &secrets) >= PEOPLE as usize * 3,
        "the search finds them in a plain roster"
    );

    let desk = Desk::founded("36", None);
    let mut child = desk
        .command(&["run"])
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .expect("the program runs");
    let mut input = child.stdin.take().expect("stdin was asked for");
    let mut answers = BufReader::new(child.stdout.take().expect("stdout was asked for")).lines();
    let mut ask = |line: Value| -> Value {
        writeln!(input, "{line}").unwrap();
        serde_json::from_str(&answers.next().expect("an answer").unwrap()).unwrap()
    };
    ask(json!({ "call": "members.import", "args": { "file": roster } }));
    let id = ask(json!({ "call": "negotiation.start", "args": { "year": 2027 } }));
    ask(json!({
        "call": "negotiation.addEvent",
        "args": { "negotiation": id, "kind": "noted", "happenedOn": "2026-09-15", "text": "机密议题之语" },
    }));
    let page = ask(json!({ "call": "members.search", "args": { "limit": 500 } }));
    ask(json!({ "call": "members.search", "args": { "text": rosters::person(3).name } }));
    ask(json!({ "call": "ledger.undo" }));
    ask(json!({ "call": "ledger.redo" }));

    let wal = desk.ledger().join("ledger.db-wal");
    assert!(
        std::fs::metadata(&wal).is_ok_and(|wal| wal.len() > 0),
        "the WAL holds the import while it is open"
    );
    search(desk.room(), &secrets, "while open");
    let open = held(child.id());
    assert!(!open.is_empty(), "the files that the process holds are looked into");
    for bytes in open {
        assert_eq!(found(&bytes, &secrets), 0, "a file held open has something in the clear");
    }
    drop(input);
    let mut said = Vec::new();
    child.stderr.take().expect("stderr was asked for").read_to_end(&mut said).unwrap();
    assert!(child.wait().unwrap().success());
    assert_eq!(found(&said, &secrets), 0, "what the program says on stderr names nobody");

    // Killed with its WAL left behind, and backed up by the next day's opening.
    desk.now("2026-09-16T09:00:00+08:00");
    desk.call("negotiation.start", json!({ "year": 2028 }));
    assert!(search(desk.room(), &secrets, "closed") >= 3, "database, keys and list are among the files");

    // The same search in a plain export: every name is found in every form.
    let mut export = String::from("姓名,证件号码\n");
    for row in page["rows"].as_array().unwrap() {
        export.push_str(&format!(
            "{},{}\n",
            row["name"].as_str().unwrap(),
            row["idNumber"].as_str().unwrap()
        ));
    }
    let names: Vec<String> = (0..PEOPLE).map(|number| rosters::person(number).name).collect();
    for bytes in forms(&export) {
        assert_eq!(found(&bytes, &names), names.len(), "a plain export is found out in every form");
    }
    let numbers: Vec<String> = (0..PEOPLE).map(|number| rosters::person(number).id).collect();
    assert_eq!(found(export.as_bytes(), &numbers), 0, "a list's answer masks the ID numbers");
    for bytes in forms(&text) {
        assert_eq!(found(&bytes, &numbers), numbers.len(), "and a roster in the clear is found out");
    }
}

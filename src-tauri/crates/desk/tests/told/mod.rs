//! The whole journal of the demo union, every step and the life of what it touched, as a person would write it.
//! Each column of the schema by itself is told in `affairs`; here, what the program's own commands write.

use std::collections::BTreeSet;

use desk::{Desk, NoProgress};
use serde_json::{Value, json};
use tempfile::TempDir;

use crate::desk_in;

fn ask(desk: &Desk, name: &str, args: Value) -> Value {
    desk.call(name, args).unwrap_or_else(|why| panic!("{name}: {}", why.message)).value
}

/// An id, a day or a time as a machine keeps it, or a code.
fn raw(text: &str) -> bool {
    let digits = |part: &str, n: usize| part.len() >= n && part.chars().all(|c| c.is_ascii_digit());
    let parts: Vec<&str> = text.split(['-', 'T', ' ']).collect();
    let day = parts.windows(3).any(|p| digits(p[0], 4) && digits(p[1], 2) && digits(p[2], 2));
    let uuid = text
        .split(|c: char| !c.is_ascii_hexdigit() && c != '-')
        .any(|word| word.len() == 36 && word.matches('-').count() == 4);
    let code = text.len() > 2 && text.chars().all(|c| c.is_ascii_lowercase() || c == '_');
    day || uuid || code || text.starts_with(['[', '{'])
}

#[test]
fn the_demo_unions_journal_shows_no_raw_value() {
    let room = TempDir::new().unwrap();
    let desk = desk_in(room.path(), "2026-11-20T10:30:00+08:00");
    desk.job("demo.open", json!({ "folder": room.path().join("demo") }), &NoProgress).unwrap();
    let mut wrong = BTreeSet::new();
    let mut touched = BTreeSet::new();
    let mut look = |step: &Value, record: &Value| {
        let of = |key: &str| record[key].as_str().unwrap_or_default().to_owned();
        touched.insert((of("table"), of("id")));
        if of("title").trim().is_empty() || raw(&of("title")) {
            wrong.insert(format!("step {step}: {} is called {:?}", of("table"), of("title")));
        }
        for field in record["fields"].as_array().unwrap() {
            for side in ["before", "after"] {
                if field[side].as_str().is_some_and(raw) {
                    wrong.insert(format!(
                        "step {step}: {}.{} reads {}",
                        of("table"),
                        field["field"],
                        field[side]
                    ));
                }
            }
        }
    };
    let page = ask(&desk, "history.list", json!({ "limit": 500 }));
    let lines = page["lines"].as_array().unwrap();
    assert!(lines.len() > 20 && page["more"] == false, "the whole journal is looked at");
    for line in lines {
        let step = ask(&desk, "history.step", json!({ "seq": line["seq"] }));
        step["records"].as_array().unwrap().iter().for_each(|record| look(&line["seq"], record));
    }
    for of in ["negotiation", "meeting", "negotiation_event", "desk_person"] {
        let search = touched_ids(&desk, of);
        assert!(!search.is_empty(), "the demo has a {of}");
        for id in search {
            let life = ask(&desk, "history.of", json!({ "table": of, "id": id }));
            assert!(!life.as_array().unwrap().is_empty());
            life.as_array().unwrap().iter().for_each(|one| look(&one["line"]["seq"], &one["record"]));
        }
    }
    assert!(wrong.is_empty(), "{wrong:#?}");
    let tables: BTreeSet<&str> = touched.iter().map(|(table, _)| table.as_str()).collect();
    assert!(tables.len() >= 15, "most kinds of records were met: {tables:?}");
    let meeting = touched_ids(&desk, "meeting").pop().unwrap();
    let life = ask(&desk, "history.of", json!({ "table": "meeting", "id": meeting })).to_string();
    for told in
        ["第2轮会议（2026年11月13日）", "罗建平", "2026年度工资集体协商", "2026年11月25日", "留待下次"]
    {
        assert!(life.contains(told), "{told} is told in {life}");
    }
}

/// The records of a table that the journal tells of, the oldest first.
fn touched_ids(desk: &Desk, table: &str) -> Vec<String> {
    let page = ask(desk, "history.list", json!({ "limit": 500 }));
    let mut ids = Vec::new();
    for line in page["lines"].as_array().unwrap().iter().rev() {
        let step = ask(desk, "history.step", json!({ "seq": line["seq"] }));
        for record in step["records"].as_array().unwrap() {
            let id = record["id"].as_str().unwrap().to_owned();
            if record["table"] == table && !ids.contains(&id) {
                ids.push(id);
            }
        }
    }
    ids
}

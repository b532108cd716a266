//! That whatever is removed comes back whole: a filled ledger, records of each kind removed and brought back, and every row that
//! either step touched as it was before. A kind whose removal moves what its return leaves behind fails here, and so does a new kind
//! that nothing in the ledger is of.

use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;
use std::sync::Arc;

use affairs::schema::SCHEMA;
use desk::{Desk, Line, Names, NoProgress};
use ledger::{FixedClock, Kdf, Ledger, LedgerError, Passphrase, SeededIds, Setting, Unlock};
use rusqlite::{Connection, params};
use serde_json::{Map, Value, json};
use tempfile::TempDir;

use super::{LEFT_OUT, REMOVES};

/// What the demo union has nothing of.
const FILL: &str = include_str!("fill.jsonl");
const NOW: &str = "2026-11-20T10:30:00+08:00";
/// The demo's own; its people are invented.
const PASSPHRASE: &str = "示例工会 demo 2026";
/// Of each kind so many are removed: what moves only where something stands under a record is met among them.
const OF_EACH: usize = 6;

/// Kinds that only a file or a whole affair makes, and the journey in which each comes back.
const ELSEWHERE: [(&str, &str); 3] = [
    ("electionBallot", "election/ladder: a count after nine steps of a re-election"),
    ("lawPack", "packs: a file of rules that differ"),
    ("ownTemplate", "templates: a file of another wording"),
];

/// The tables that are not called as their kind.
const TABLES: [(&str, &str); 12] = [
    ("supervision", "supervision_case"),
    ("mediation", "mediation_case"),
    ("event", "negotiation_event"),
    ("mandate", "negotiation_mandate"),
    ("suspension", "negotiation_suspension"),
    ("correctionOrder", "negotiation_order"),
    ("information", "negotiation_information"),
    ("incoming", "incoming_paper"),
    ("sending", "paper_sending"),
    ("committee", "committee_meeting"),
    ("calendar", "calendar_notice"),
    ("publisher", "law_publisher"),
];

fn table_of(kind: &str) -> String {
    if let Some((_, table)) = TABLES.iter().find(|(one, _)| *one == kind) {
        return (*table).to_owned();
    }
    let mut table = String::new();
    for letter in kind.chars() {
        if letter.is_ascii_uppercase() {
            table.push('_');
        }
        table.push(letter.to_ascii_lowercase());
    }
    table
}

struct Filled {
    desk: Desk,
    room: TempDir,
}

impl Filled {
    /// The demo union with what it has nothing of.
    fn new() -> Filled {
        let room = TempDir::new().unwrap();
        let filled = Filled { desk: crate::desk_in(room.path(), NOW), room };
        filled.open();
        let blank =
            Path::new(env!("CARGO_MANIFEST_DIR")).join("../../../tests/fixtures/forms/registration.docx");
        let form = json!({ "call": "forms.add", "args": { "file": blank, "name": "会员登记表", "about": "person" } });
        let form = form.to_string();
        let mut names = Names::default();
        for text in FILL.lines().chain([form.as_str()]) {
            let line: Line = serde_json::from_str(text).unwrap();
            if let Err(why) = filled.desk.run_line(&line, &mut names, &NoProgress) {
                panic!("{} must be done, but: {} ({:?})", line.call, why.message, why.field);
            }
        }
        filled
    }

    fn open(&self) {
        let folder = json!({ "folder": self.room.path().join("demo") });
        self.desk.job("demo.open", folder, &NoProgress).unwrap();
    }

    /// What stands in the rows themselves, read from a copy of the ledger.
    fn read<T>(&self, read: impl FnOnce(&Connection) -> T) -> T {
        self.desk.call("ledger.lock", json!({})).unwrap();
        let copy = TempDir::new().unwrap();
        copied(&self.room.path().join("demo"), copy.path());
        self.open();
        let setting = Setting {
            clock: Arc::new(FixedClock(NOW.parse().unwrap())),
            ids: Arc::new(SeededIds::new(2)),
            kdf: Kdf::quick(),
        };
        let unlock = Unlock::Passphrase(Passphrase::new(PASSPHRASE));
        let ledger = Ledger::open(copy.path(), &SCHEMA, &setting, unlock).unwrap();
        ledger.read(|connection| Ok::<_, LedgerError>(read(connection))).unwrap()
    }

    /// The number of the newest step.
    fn newest(&self) -> i64 {
        let page = self.desk.call("history.list", json!({ "limit": 1 })).unwrap().value;
        page["lines"][0]["seq"].as_i64().unwrap()
    }

    /// Removes a record and brings it back; the numbers of both steps, none where it may not be removed.
    fn there_and_back(&self, command: &str, args: &Value, kind: &str, id: &str) -> Option<[i64; 2]> {
        self.desk.call(command, args.clone()).ok()?;
        let gone = self.newest();
        let back = self.desk.call("trash.restore", json!({ "kind": kind, "id": id }));
        let back = back.unwrap_or_else(|why| panic!("{kind} comes back, but: {}", why.message));
        assert_eq!(back.value["note"], Value::Null, "of {kind} nothing stays elsewhere");
        Some([gone, self.newest()])
    }
}

fn copied(from: &Path, to: &Path) {
    std::fs::create_dir_all(to).unwrap();
    for entry in std::fs::read_dir(from).unwrap() {
        let entry = entry.unwrap();
        let target = to.join(entry.file_name());
        if entry.file_type().unwrap().is_dir() {
            copied(&entry.path(), &target);
        } else {
            std::fs::copy(entry.path(), target).unwrap();
        }
    }
}

/// The records of a kind that stand, each with what the command that removes it is asked.
fn standing(connection: &Connection, kind: &str) -> Vec<(String, Value)> {
    let table = table_of(kind);
    // What names the record in the command, where its own id does not.
    let names = match kind {
        "calendar" => "year",
        "opinionSurvey" | "information" => "negotiation_id",
        _ => "id",
    };
    let sql = format!("SELECT id, CAST({names} AS TEXT) FROM live_{table} ORDER BY id");
    let mut statement = connection.prepare(&sql).unwrap();
    let rows = statement.query_map([], |row| Ok((row.get(0)?, row.get(1)?))).unwrap();
    let rows: Vec<(String, String)> = rows.collect::<Result<_, _>>().unwrap();
    let asked = |(id, named): (String, String)| {
        let args = match kind {
            "calendar" => json!({ "year": named.parse::<i32>().unwrap() }),
            "information" => json!({ "negotiation": named, "items": [] }),
            _ => json!({ "id": named }),
        };
        (id, args)
    };
    rows.into_iter().map(asked).collect()
}

/// A row as the journal keeps it; nothing where there was none.
fn row(text: Option<String>) -> Map<String, Value> {
    text.map(|text| serde_json::from_str(&text).unwrap()).unwrap_or_default()
}

/// A row of the journal: table, id, act, before and after.
type Change = (String, String, String, Option<String>, Option<String>);

/// Of each cell that two steps touched what it was before both and is after both, where that differs.
fn differs(connection: &Connection, [gone, back]: [i64; 2]) -> Vec<String> {
    let sql = "SELECT tbl, row_id, act, before, after FROM change
       WHERE place BETWEEN ?1 << 32 AND (?1 << 32) + 4294967295 OR place BETWEEN ?2 << 32 AND (?2 << 32) + 4294967295
       ORDER BY place";
    let mut statement = connection.prepare(sql).unwrap();
    let changes = statement
        .query_map(params![gone, back], |row| {
            Ok((row.get(0)?, row.get(1)?, row.get(2)?, row.get(3)?, row.get(4)?))
        })
        .unwrap();
    let changes: Vec<Change> = changes.collect::<Result<_, _>>().unwrap();
    assert!(!changes.is_empty(), "the removal stands in the journal");
    let mut cells: BTreeMap<(String, String, String), [Value; 2]> = BTreeMap::new();
    for (table, id, act, before, after) in changes {
        let (mut before, mut after) = (row(before), row(after));
        // A row that came or went is a cell of its own.
        before.insert("(there)".to_owned(), json!(act != "insert"));
        after.insert("(there)".to_owned(), json!(act != "delete"));
        let columns: BTreeSet<String> = before.keys().chain(after.keys()).cloned().collect();
        for column in columns {
            let was = before.get(&column).cloned().unwrap_or_default();
            let is = after.get(&column).cloned().unwrap_or_default();
            let cell = cells.entry((table.clone(), id.clone(), column)).or_insert([was, Value::Null]);
            cell[1] = is;
        }
    }
    let moved = cells.into_iter().filter(|(_, [was, is])| was != is);
    moved.map(|((table, id, column), [was, is])| format!("{table} {id}.{column}: {was} → {is}")).collect()
}

#[test]
fn whatever_is_removed_comes_back_as_it_was() {
    let filled = Filled::new();
    let left_out = ("negotiation.saveInformation", LEFT_OUT);
    let tried = filled.read(|connection| {
        let all = REMOVES.iter().chain([&left_out]);
        all.map(|(command, kind)| (*command, *kind, standing(connection, kind))).collect::<Vec<_>>()
    });
    let mut steps = Vec::new();
    for (command, kind, records) in tried {
        let pairs = records.iter().filter_map(|(id, args)| filled.there_and_back(command, args, kind, id));
        let pairs: Vec<[i64; 2]> = pairs.take(OF_EACH).collect();
        let elsewhere = ELSEWHERE.iter().any(|(one, _)| *one == kind);
        assert_eq!(
            pairs.is_empty(),
            elsewhere,
            "{kind}: some of it can be removed here, or is told elsewhere"
        );
        steps.extend(pairs.into_iter().map(|pair| (kind, pair)));
    }
    let wrong: Vec<String> = filled.read(|connection| {
        let of = |(kind, pair): &(&str, [i64; 2])| {
            differs(connection, *pair).into_iter().map(|cell| format!("{kind}: {cell}")).collect::<Vec<_>>()
        };
        steps.iter().flat_map(of).collect()
    });
    assert!(wrong.is_empty(), "what is brought back is as it was: {wrong:#?}");
    // What is reckoned from the rows, the search among it, stands as they do.
    let checked = filled.desk.job("ledger.check", json!({}), &NoProgress).unwrap().value;
    assert_eq!(checked["findings"], json!([]), "{checked}");
}

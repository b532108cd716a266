//! Back and forth: whatever a journey did is undone to its last final step and redone, on a copy. Every state on the way is the
//! one that stood when the step was first made, as the journal tells it from the first step on; and redone, rows and search
//! index are what they were before.

use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;
use std::sync::Arc;

use affairs::schema::SCHEMA;
use ledger::rusqlite::types::{Value, ValueRef};
use ledger::{
    Actor, FixedClock, Kdf, Ledger, LedgerError, Passphrase, SeededIds, Setting, Unlock, chrono::DateTime,
};
use serde_json::Value as Json;
use tempfile::TempDir;

use crate::gonghui::files;

/// Rows by table and id, each with what its columns hold. Bytes and what is empty are left out.
type Rows = BTreeMap<(String, String), BTreeMap<String, Json>>;

/// Every row of every journalled table, and every word of the index with its record and its place there.
fn state(ledger: &Ledger) -> Vec<(String, Vec<Value>)> {
    let all = ledger.read(|conn| {
        let mut statement = conn.prepare(
            "SELECT name FROM pragma_table_list WHERE schema = 'main' AND type = 'table'
             AND name NOT LIKE 'sqlite_%' ORDER BY name",
        )?;
        let tables = statement.query_map([], |r| r.get(0))?.collect::<Result<Vec<String>, _>>()?;
        let mut all = Vec::new();
        for table in tables {
            let own = ["ledger_meta", "journal", "change"].contains(&table.as_str());
            if own || SCHEMA.unjournalled.iter().any(|(excused, _)| *excused == table) {
                continue;
            }
            let mut statement = conn.prepare(&format!("SELECT * FROM {table} ORDER BY id"))?;
            let width = statement.column_count();
            for row in statement.query_map([], |r| (0..width).map(|at| r.get(at)).collect())? {
                all.push((table.clone(), row?));
            }
        }
        // The index keeps no text: its words are read through a view of them that only this connection has.
        if !conn.prepare("SELECT 1 FROM temp.sqlite_schema WHERE name = 'word'")?.exists([])? {
            // Made within the transaction of a reading it would go with it, and with it all that the connection knows of the schema.
            conn.execute_batch(
                "COMMIT;
                 PRAGMA query_only = OFF;
                 CREATE VIRTUAL TABLE temp.word USING fts5vocab(main, search_index, instance);
                 PRAGMA query_only = ON;
                 BEGIN;",
            )?;
        }
        let mut statement = conn.prepare(
            "SELECT d.ref, d.kind, w.offset, w.term FROM search_doc d LEFT JOIN temp.word w ON w.doc = d.doc
             ORDER BY d.ref, w.offset, w.term",
        )?;
        for row in statement.query_map([], |r| (0..4).map(|at| r.get(at)).collect())? {
            all.push(("search_index".to_owned(), row?));
        }
        Ok::<_, LedgerError>(all)
    });
    all.unwrap()
}

/// Undoes a copy of the ledger in `dir` to its last final step and redoes it. Answers how many steps went.
pub fn same_back_and_forth(dir: &Path, passphrase: &str) -> usize {
    let room = TempDir::new().unwrap();
    back_and_forth(&copied(dir, &room, passphrase).unwrap())
}

/// The same at the end of a journey, unless somebody else's passphrase opens its ledger. What a journey means to leave damaged
/// it says (`Desk::ends_hurt`).
pub fn ends_well(dir: &Path, passphrase: &str) {
    let room = TempDir::new().unwrap();
    let ledger = match copied(dir, &room, passphrase) {
        Ok(ledger) => ledger,
        Err(why) if why.code() == "ledger.wrongPassphrase" => return,
        Err(why) => panic!("the ledger that this journey leaves does not open: {why}"),
    };
    let found = ledger.check(&mut |_, _| true).unwrap();
    assert_eq!(found, vec![], "the ledger that this journey leaves is sound");
    back_and_forth(&ledger);
}

/// The journalled rows as they stand.
fn standing(ledger: &Ledger) -> Rows {
    let rows = ledger.read(|conn| {
        let mut statement = conn.prepare(
            "SELECT name FROM pragma_table_list WHERE schema = 'main' AND type = 'table'
             AND name NOT LIKE 'sqlite_%' ORDER BY name",
        )?;
        let tables = statement.query_map([], |r| r.get(0))?.collect::<Result<Vec<String>, _>>()?;
        let mut all = Rows::new();
        for table in tables {
            let own = ["ledger_meta", "journal", "change"].contains(&table.as_str());
            if own || SCHEMA.unjournalled.iter().any(|(excused, _)| *excused == table) {
                continue;
            }
            let mut statement = conn.prepare(&format!("SELECT * FROM {table}"))?;
            let names: Vec<String> = statement.column_names().map(str::to_owned).collect();
            let mut found = statement.query([])?;
            while let Some(row) = found.next()? {
                let mut cells = BTreeMap::new();
                for (at, name) in names.iter().enumerate() {
                    let value = match row.get_ref(at)? {
                        ValueRef::Integer(number) => Json::from(number),
                        ValueRef::Text(text) => Json::from(String::from_utf8_lossy(text).into_owned()),
                        ValueRef::Null | ValueRef::Real(_) | ValueRef::Blob(_) => continue,
                    };
                    // The journal keeps the id beside the row, not in it.
                    if name != "id" {
                        cells.insert(name.clone(), value);
                    }
                }
                all.insert((table.clone(), row.get("id")?), cells);
            }
        }
        Ok::<_, LedgerError>(all)
    });
    rows.unwrap()
}

/// A change as the journal keeps it: its step, the row, what was done, and what the columns became.
type Told = (i64, (String, String), String, BTreeMap<String, Json>);

/// The whole journal, and each undo of it with the step it took back.
fn journal(ledger: &Ledger) -> (Vec<Told>, Vec<(i64, i64)>) {
    let read = ledger.read(|conn| {
        let sql = "SELECT place >> 32, tbl, row_id, act, after FROM change ORDER BY place";
        let mut statement = conn.prepare(sql)?;
        let rows =
            statement.query_map([], |r| Ok((r.get(0)?, (r.get(1)?, r.get(2)?), r.get(3)?, r.get(4)?)))?;
        let rows = rows.collect::<Result<Vec<(i64, (String, String), String, Option<String>)>, _>>()?;
        let told = |text: String| serde_json::from_str::<BTreeMap<String, Json>>(&text).unwrap();
        let changes: Vec<Told> = rows
            .into_iter()
            .map(|(seq, key, act, after)| (seq, key, act, after.map(told).unwrap_or_default()))
            .collect();
        let mut statement = conn.prepare("SELECT seq, target FROM journal WHERE kind = 'undo'")?;
        let rows = statement.query_map([], |r| Ok((r.get(0)?, r.get(1)?)))?;
        Ok::<_, LedgerError>((changes, rows.collect::<Result<Vec<_>, _>>()?))
    });
    read.unwrap()
}

/// The rows as the journal tells them before a step, from the first step on. What was taken back out of turn by a later one is
/// left out: it stands in nobody's way.
fn told_before((changes, undos): &(Vec<Told>, Vec<(i64, i64)>), step: i64) -> Rows {
    let gone: BTreeSet<i64> = undos
        .iter()
        .filter(|(seq, target)| *seq >= step && *target < step)
        .map(|(_, target)| *target)
        .collect();
    let mut rows = Rows::new();
    for (seq, key, act, after) in changes.iter().take_while(|(seq, ..)| *seq < step) {
        if gone.contains(seq) {
            continue;
        }
        match act.as_str() {
            "delete" => drop(rows.remove(key)),
            "insert" | "update" => {
                let cells = rows.entry(key.clone()).or_default();
                for (column, value) in after.iter().filter(|(column, _)| *column != "id") {
                    match value {
                        Json::Null => drop(cells.remove(column)),
                        value => drop(cells.insert(column.clone(), value.clone())),
                    }
                }
            }
            _ => {}
        }
    }
    rows
}

/// The rows whose life a lawful erasing took out of the journal: it cannot tell any more what they hold.
fn forgotten(ledger: &Ledger) -> BTreeSet<(String, String)> {
    let read = ledger.read(|conn| {
        let mut statement =
            conn.prepare("SELECT DISTINCT tbl, row_id FROM change WHERE erased_by IS NOT NULL")?;
        let rows = statement.query_map([], |r| Ok((r.get(0)?, r.get(1)?)))?;
        Ok::<_, LedgerError>(rows.collect::<Result<_, _>>()?)
    });
    read.unwrap()
}

/// The step that was taken back by this one.
fn target(ledger: &Ledger, seq: i64) -> i64 {
    let read = ledger.read(|conn| {
        let sql = "SELECT target FROM journal WHERE seq = ?1";
        Ok::<_, LedgerError>(conn.query_row(sql, [seq], |r| r.get(0))?)
    });
    read.unwrap()
}

/// Whether a migration went over the ledger: what the journal told before it bears the names of then.
fn migrated(ledger: &Ledger) -> bool {
    let read = ledger.read(|conn| {
        let sql = "SELECT 1 FROM journal WHERE op = 'ledger.migrate'";
        Ok::<_, LedgerError>(conn.prepare(sql)?.exists([])?)
    });
    read.unwrap()
}

/// A copy of the ledger in `dir`, open.
fn copied(dir: &Path, room: &TempDir, passphrase: &str) -> Result<Ledger, LedgerError> {
    for (path, bytes) in files(dir) {
        let to = room.path().join("copy").join(path);
        std::fs::create_dir_all(to.parent().unwrap()).unwrap();
        std::fs::write(to, bytes).unwrap();
    }
    let now = DateTime::parse_from_rfc3339("2030-01-01T09:00:00+08:00").unwrap();
    let setting =
        Setting { clock: Arc::new(FixedClock(now)), ids: Arc::new(SeededIds::new(1)), kdf: Kdf::quick() };
    let unlock = Unlock::Passphrase(Passphrase::new(passphrase));
    Ledger::open(&room.path().join("copy"), &SCHEMA, &setting, unlock)
}

fn back_and_forth(ledger: &Ledger) -> usize {
    let actor = Actor { id: "journey".into(), name: "核对".into() };
    let sound = |when: &str| {
        let found = ledger.check(&mut |_, _| true).unwrap();
        assert_eq!(found, vec![], "{when} the check finds nothing, the index against its source included");
    };
    let mut states = vec![state(ledger)];
    // What each step made when it was first done, from the journal as the journey left it.
    let journal = (!migrated(ledger)).then(|| journal(ledger));
    let forgotten = forgotten(ledger);
    let known = |mut rows: Rows| {
        rows.retain(|key, _| !forgotten.contains(key));
        rows
    };
    if let Some(journal) = &journal {
        let told = known(told_before(journal, i64::MAX));
        assert_eq!(known(standing(ledger)), told, "the journal tells what stands");
    }
    loop {
        match ledger.undo(&actor) {
            Ok(undone) => {
                states.push(state(ledger));
                if let Some(journal) = &journal {
                    let before = known(told_before(journal, target(ledger, undone.seq)));
                    let label = &undone.label;
                    assert_eq!(
                        known(standing(ledger)),
                        before,
                        "“{label}” undone must give what stood before it"
                    );
                }
            }
            Err(LedgerError::NothingToUndo | LedgerError::UndoStopped { .. }) => break,
            Err(other) => panic!("undo: {other}"),
        }
    }
    sound("undone");
    for expected in states.iter().rev().skip(1) {
        let redone = ledger.redo(&actor).unwrap();
        assert!(state(ledger) == *expected, "“{}” redone must give what it gave", redone.label);
    }
    sound("redone");
    states.len() - 1
}

//! Back and forth: whatever a journey did is undone to its last final step and redone, on a copy, and every state
//! on the way is the same, rows and search index alike.

use std::path::Path;
use std::sync::Arc;

use affairs::schema::SCHEMA;
use ledger::rusqlite::types::Value;
use ledger::{
    Actor, FixedClock, Kdf, Ledger, LedgerError, Passphrase, SeededIds, Setting, Unlock, chrono::DateTime,
};
use tempfile::TempDir;

use crate::gonghui::files;

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
        conn.execute_batch(
            "PRAGMA query_only = OFF;
             CREATE VIRTUAL TABLE IF NOT EXISTS temp.word USING fts5vocab(main, search_index, instance);
             PRAGMA query_only = ON;",
        )?;
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

/// The same at the end of a journey, unless it is about a ledger that is damaged or that nobody here can open.
pub fn ends_well(dir: &Path, passphrase: &str) {
    let room = TempDir::new().unwrap();
    let Ok(ledger) = copied(dir, &room, passphrase) else { return };
    if ledger.check(&mut |_, _| true).is_ok_and(|found| found.is_empty()) {
        back_and_forth(&ledger);
    }
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
    loop {
        match ledger.undo(&actor) {
            Ok(_) => states.push(state(ledger)),
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

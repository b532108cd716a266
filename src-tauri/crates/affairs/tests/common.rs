//! A founded ledger of the real schema, and what can be read off it: its journalled tables, all their rows, and
//! what the search index finds.

use std::collections::BTreeMap;
use std::sync::Arc;

use affairs::schema::SCHEMA;
use ledger::rusqlite::types::Value;
use ledger::{Actor, FixedClock, Kdf, Ledger, LedgerError, RawKey, SeededIds, Setting};
use tempfile::TempDir;

/// A ledger in a folder that goes with it.
pub struct Room {
    ledger: Ledger,
    _home: TempDir,
}

pub fn chair() -> Actor {
    Actor { id: "chair".into(), name: "张敏".into() }
}

impl Room {
    pub fn new() -> Self {
        let home = TempDir::new().unwrap();
        let setting = Setting {
            clock: Arc::new(FixedClock("2026-11-16T09:00:00+08:00".parse().unwrap())),
            ids: Arc::new(SeededIds::new(1)),
            kdf: Kdf::quick(),
        };
        let dir = home.path().join("ledger");
        let key = RawKey::from_bytes([7; 32]);
        let ledger = Ledger::create_with_key(&dir, &SCHEMA, &setting, &chair(), &key).unwrap();
        Room { ledger, _home: home }
    }

    pub fn ledger(&self) -> &Ledger {
        &self.ledger
    }
}

/// The journalled tables with their columns and kinds.
pub fn columns(ledger: &Ledger) -> Vec<(String, Vec<(String, String)>)> {
    ledger
        .read(|conn| {
            let mut statement = conn.prepare(
                "SELECT t.name, c.name, c.type FROM pragma_table_list t, pragma_table_xinfo(t.name) c
                 WHERE t.schema = 'main' AND t.type = 'table' AND t.name NOT LIKE 'sqlite_%' AND c.hidden = 0
                 ORDER BY t.name, c.cid",
            )?;
            let mut tables: BTreeMap<String, Vec<(String, String)>> = BTreeMap::new();
            let rows = statement.query_map([], |r| Ok((r.get(0)?, r.get(1)?, r.get(2)?)))?;
            for row in rows {
                let (table, column, kind): (String, String, String) = row?;
                let own = ["ledger_meta", "journal", "change"].contains(&table.as_str());
                if !own && SCHEMA.unjournalled.iter().all(|(excused, _)| *excused != table) {
                    tables.entry(table).or_default().push((column, kind));
                }
            }
            Ok::<_, LedgerError>(tables.into_iter().collect())
        })
        .unwrap()
}

/// Every row of every journalled table.
pub fn rows(ledger: &Ledger) -> Vec<(String, Vec<Value>)> {
    let tables = columns(ledger);
    ledger
        .read(|conn| {
            let mut all = Vec::new();
            for (table, columns) in &tables {
                let mut statement = conn.prepare(&format!("SELECT * FROM {table} ORDER BY id"))?;
                let found = statement.query_map([], |r| (0..columns.len()).map(|at| r.get(at)).collect())?;
                for row in found {
                    all.push((table.clone(), row?));
                }
            }
            Ok::<_, LedgerError>(all)
        })
        .unwrap()
}

/// Which records each word finds.
pub fn found(ledger: &Ledger, words: &[&str]) -> Vec<(String, Vec<String>)> {
    ledger
        .read(|conn| {
            let mut statement = conn.prepare(
                "SELECT d.ref FROM search_index s JOIN search_doc d ON d.doc = s.rowid
                 WHERE search_index MATCH ?1 ORDER BY d.ref",
            )?;
            let mut all = Vec::new();
            for word in words {
                let refs = statement.query_map([format!("\"{word}\"*")], |r| r.get(0))?;
                all.push(((*word).to_owned(), refs.collect::<Result<Vec<String>, _>>()?));
            }
            Ok::<_, LedgerError>(all)
        })
        .unwrap()
}

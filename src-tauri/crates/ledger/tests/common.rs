//! A small schema, builders with a raw key, and what several modules ask of a ledger.

use ledger::restore::Found;
use ledger::rusqlite::{self, Connection, types::Value};
use ledger::{
    Actor, BackupTo, Done, Erased, Finality, FixedClock, Kdf, Ledger, LedgerError, Migration, Op, Purge,
    RawKey, Schema, SeededIds, Setting, Tx, Unlock, chrono::DateTime,
};
use std::fs;
use std::path::{Path, PathBuf};
use std::sync::Arc;
use tempfile::TempDir;

ledger::id_type!(TeamId, PersonId);

pub const FIRST: Migration = Migration {
    number: 1,
    name: "teams and people",
    sql: "CREATE TABLE team (
            id TEXT PRIMARY KEY,
            name TEXT NOT NULL COLLATE NOCASE UNIQUE,
            seal BLOB,
            headcount INTEGER,
            shown TEXT GENERATED ALWAYS AS (name || '班组') STORED
          ) STRICT;
          CREATE TABLE person (
            id TEXT PRIMARY KEY,
            team_id TEXT NOT NULL REFERENCES team (id) ON DELETE CASCADE,
            chief_id TEXT REFERENCES person (id) ON DELETE SET NULL,
            name TEXT NOT NULL,
            pay INTEGER
          ) STRICT;
          CREATE INDEX person_by_team ON person (team_id);
          CREATE TABLE upload (id TEXT PRIMARY KEY, content TEXT NOT NULL) STRICT;
          CREATE TABLE draft (form TEXT PRIMARY KEY, text TEXT NOT NULL) STRICT;
          CREATE VIRTUAL TABLE person_index USING fts5 (name, content = '');
          CREATE TRIGGER person_indexed AFTER INSERT ON person BEGIN
            INSERT INTO person_index (rowid, name) VALUES (NEW.rowid, spaced(NEW.name));
          END;
          CREATE VIEW live_person AS SELECT id, spaced(name) AS name FROM person;",
};

pub const SECOND: Migration = Migration {
    number: 2,
    name: "phones",
    sql: "ALTER TABLE person ADD COLUMN phone TEXT; UPDATE person SET phone = 'none';",
};

pub const SCHEMA: Schema = Schema {
    migrations: &[FIRST],
    unjournalled: &[("draft", "what is being typed is no history")],
    functions,
    attachments: &[("upload", "content")],
    counts: &[("班组", "SELECT count(*) FROM team"), ("后来才有的", "SELECT count(*) FROM later")],
    ..Schema::EMPTY
};

pub const GROWN: Schema = Schema { migrations: &[FIRST, SECOND], ..SCHEMA };

/// Marks of people, scans of whatever they are of, and replies: nothing but their words says what they refer to.
pub const LOOSE: Migration = Migration {
    number: 2,
    name: "loose references",
    sql: "CREATE TABLE mark (id TEXT PRIMARY KEY, person_id TEXT NOT NULL REFERENCES person (id)) STRICT;
          CREATE TABLE year (id TEXT PRIMARY KEY, words TEXT) STRICT;
          CREATE TABLE scan (id TEXT PRIMARY KEY, of_id TEXT NOT NULL, name TEXT NOT NULL) STRICT;
          CREATE TABLE reply (id TEXT PRIMARY KEY, answers_id TEXT, name TEXT NOT NULL) STRICT;",
};

pub const LOOSELY: Schema = Schema {
    migrations: &[FIRST, LOOSE],
    loose: &[("scan", "of_id", &["person", "mark", "year"]), ("reply", "answers_id", &["mark"])],
    natural: &["year"],
    ..SCHEMA
};

/// A ledger of this schema, with a team and two of its people: `x` and `y`.
pub fn loosely(home: &TempDir) -> Ledger {
    let dir = home.path().join("账本");
    let ledger = Ledger::create_with_key(&dir, &LOOSELY, &setting(), &chair(), &key()).unwrap();
    step(&ledger, "建班组", |tx| {
        Ok(tx.execute_batch(
            "INSERT INTO team (id, name) VALUES ('t', '焊接');
             INSERT INTO person (id, team_id, name) VALUES ('x', 't', '甲'), ('y', 't', '乙');",
        )?)
    })
    .unwrap();
    ledger
}

fn functions(conn: &Connection) -> rusqlite::Result<()> {
    conn.create_scalar_function("spaced", 1, ledger::SCALAR, |call| {
        let text: String = call.get(0)?;
        Ok(text.chars().flat_map(|c| [c, ' ']).collect::<String>())
    })
}

pub fn setting() -> Setting {
    let now = DateTime::parse_from_rfc3339("2026-11-16T09:00:00+08:00").unwrap();
    Setting { clock: Arc::new(FixedClock(now)), ids: Arc::new(SeededIds::new(1)), kdf: Kdf::quick() }
}

pub fn chair() -> Actor {
    Actor { id: "chair".into(), name: "主席".into() }
}

pub fn key() -> RawKey {
    RawKey::from_bytes([0x5A; 32])
}

/// A founded ledger in a temporary folder that goes with it.
pub struct Desk {
    pub ledger: Option<Ledger>,
    pub home: TempDir,
}

impl Desk {
    pub fn new() -> Self {
        let home = TempDir::new().unwrap();
        let ledger =
            Ledger::create_with_key(&home.path().join("账本"), &SCHEMA, &setting(), &chair(), &key());
        Self { ledger: Some(ledger.unwrap()), home }
    }

    pub fn dir(&self) -> std::path::PathBuf {
        self.home.path().join("账本")
    }

    pub fn ledger(&self) -> &Ledger {
        self.ledger.as_ref().unwrap()
    }

    pub fn close(&mut self) {
        self.ledger = None;
    }

    pub fn reopen(&mut self) -> &Ledger {
        self.close();
        self.ledger = Some(open(&self.dir()).unwrap());
        self.ledger()
    }
}

pub fn open(dir: &Path) -> Result<Ledger, LedgerError> {
    Ledger::open(dir, &SCHEMA, &setting(), Unlock::Key(key()))
}

pub fn op(label: &str) -> Op {
    Op { code: "test.write".into(), label: label.into(), finality: Finality::Reversible }
}

pub fn final_op(label: &str) -> Op {
    Op { finality: Finality::Final, ..op(label) }
}

pub fn step<T>(
    ledger: &Ledger,
    label: &str,
    f: impl FnOnce(&Tx<'_>) -> Result<T, LedgerError>,
) -> Result<Done<T>, LedgerError> {
    ledger.step(&op(label), &chair(), f)
}

/// A purge of these rows.
pub fn purge<'a>(rows: &'a [(&'a str, &'a str)]) -> Purge<'a> {
    Purge { reason: "保存期满", rows, tells: &|_| false, taken_back: false }
}

/// How a restore in these tests erases again what the present chain has erased.
pub fn again() -> Op {
    op("恢复后再次清除")
}

/// Nothing stands around the rows of these tests.
pub fn around(_: &Tx<'_>, _: &[Erased]) -> Result<(), LedgerError> {
    Ok(())
}

/// An empty stick beside a ledger, and how copies are put onto it.
pub fn stick_in(home: &Path) -> (PathBuf, BackupTo) {
    let stick = home.join("stick");
    fs::create_dir(&stick).unwrap();
    let to = BackupTo::Folder { place: stick.clone(), name: "江州机械厂工会".into() };
    (stick, to)
}

/// Names a copy as of the day before: the clock stands still, and it would make room for the next. Returns where it is now.
pub fn of_yesterday(copy: &Path) -> PathBuf {
    let older = copy.with_file_name("20261115-090000");
    fs::rename(copy, &older).unwrap();
    older
}

/// What is done on a ledger that is brought from a copy, before it is put in its place.
pub fn finish(ledger: &Ledger, found: &Found) -> Result<(), LedgerError> {
    ledger.step(&final_op("取回账本"), &chair(), |_| Ok::<_, LedgerError>(()))?;
    ledger.clear_again(&found.erasures, &again(), &chair(), &around)?;
    Ok(())
}

/// Adds a team and returns its id.
pub fn add_team(ledger: &Ledger, name: &str) -> TeamId {
    step(ledger, "新建班组", |tx| {
        let id: TeamId = tx.new_id();
        tx.execute("INSERT INTO team (id, name) VALUES (?1, ?2)", (id, name))?;
        Ok(id)
    })
    .unwrap()
    .value
}

/// Keeps a file and the row that names it; returns the file's name.
pub fn add_file(ledger: &Ledger, bytes: &[u8]) -> String {
    let content = ledger.files().put(&mut &*bytes, &mut |_| true).unwrap().content;
    step(ledger, "添加附件", |tx| {
        let id: PersonId = tx.new_id();
        Ok(tx.execute("INSERT INTO upload (id, content) VALUES (?1, ?2)", (id, &content))?)
    })
    .unwrap();
    content
}

pub fn count(ledger: &Ledger, table: &str) -> i64 {
    ledger
        .read(|conn| {
            Ok::<_, LedgerError>(conn.query_row(&format!("SELECT count(*) FROM {table}"), [], |r| r.get(0))?)
        })
        .unwrap()
}

/// Every row of the journalled tables, exactly, in order of id.
pub fn rows(ledger: &Ledger) -> Vec<Vec<Value>> {
    let all = ledger.read(|conn| {
        let mut all = Vec::new();
        for table in ["team", "person"] {
            let mut statement = conn.prepare(&format!("SELECT * FROM {table} ORDER BY id"))?;
            let width = statement.column_count();
            let found = statement
                .query_map([], |r| (0..width).map(|i| r.get(i)).collect::<Result<Vec<Value>, _>>())?;
            all.extend(found.collect::<Result<Vec<_>, _>>()?);
        }
        Ok::<_, LedgerError>(all)
    });
    all.unwrap()
}

/// What the check finds, as text.
pub fn findings(ledger: &Ledger) -> Vec<String> {
    ledger.check(&mut |_, _| true).unwrap().into_iter().map(|finding| finding.message).collect()
}

/// A connection with the key and nothing else: for what is altered past the program.
pub fn with_key(dir: &Path) -> Connection {
    let conn = Connection::open(dir.join("ledger.db")).unwrap();
    conn.execute_batch(&format!("PRAGMA key = \"x'{}'\"", "5a".repeat(32))).unwrap();
    conn
}

/// Tampers with the rows: the triggers are off meanwhile, and on again afterwards.
pub fn tamper(dir: &Path, sql: &str) {
    let conn = with_key(dir);
    let keep: Vec<(String, String)> = conn
        .prepare("SELECT name, sql FROM sqlite_schema WHERE type = 'trigger'")
        .unwrap()
        .query_map([], |r| Ok((r.get(0)?, r.get(1)?)))
        .unwrap()
        .collect::<Result<_, _>>()
        .unwrap();
    for (name, _) in &keep {
        conn.execute_batch(&format!("DROP TRIGGER \"{name}\"")).unwrap();
    }
    conn.execute_batch(sql).unwrap();
    for (_, sql) in &keep {
        conn.execute_batch(sql).unwrap();
    }
}

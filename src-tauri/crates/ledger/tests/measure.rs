//! What the journal costs: the same rows written journalled and not. Run with `--release --ignored --nocapture`.

use crate::common::{chair, key, setting, step};
use ledger::{Ledger, LedgerError, Migration, RandomIds, Schema, Setting, SystemClock, Tx, Unlock};
use std::sync::Arc;
use std::time::{Duration, Instant};
use tempfile::TempDir;

const PEOPLE: u32 = 100_000;

const ROSTER: Migration = Migration {
    number: 1,
    name: "roster",
    sql: "CREATE TABLE person (
            id TEXT PRIMARY KEY, name TEXT NOT NULL, pinyin TEXT, initials TEXT, id_number TEXT, sex TEXT,
            born TEXT, phone TEXT, shop TEXT, joined TEXT, migrant INTEGER NOT NULL, wage INTEGER
          ) STRICT;
          CREATE UNIQUE INDEX person_by_number ON person (id_number);
          CREATE INDEX person_by_pinyin ON person (pinyin);
          CREATE INDEX person_by_initials ON person (initials);",
};

/// The same roster with a search index kept by triggers, as the program has it.
const SEARCHED: Migration = Migration {
    number: 2,
    name: "search",
    sql: "CREATE TABLE doc (doc INTEGER PRIMARY KEY, ref TEXT NOT NULL UNIQUE) STRICT;
          CREATE VIRTUAL TABLE search USING fts5 (body, content = '', contentless_delete = 1, prefix = '1 2 3');
          CREATE TRIGGER searched AFTER INSERT ON person BEGIN
            INSERT INTO doc (ref) VALUES (NEW.id);
            INSERT INTO search (rowid, body)
              VALUES (last_insert_rowid(), NEW.name || ' ' || NEW.pinyin || ' ' || NEW.initials);
          END;",
};

const JOURNALLED: Schema =
    Schema { migrations: &[ROSTER, SEARCHED], unjournalled: &[("doc", "derived")], ..Schema::EMPTY };

/// A table as wide as the journal's, for what its bytes alone cost.
const LOG: Migration = Migration {
    number: 3,
    name: "log",
    sql: "CREATE TABLE log (
            id TEXT, place INTEGER PRIMARY KEY, tbl TEXT NOT NULL, act TEXT NOT NULL, before TEXT, after TEXT,
            salt BLOB, digest BLOB NOT NULL
          ) STRICT;",
};

/// A clock that other programs on the machine disturb least: this thread's time on the processor, where the
/// system tells it, else the wall's.
fn busy(start: Instant) -> Duration {
    std::fs::read_to_string("/proc/thread-self/schedstat")
        .ok()
        .and_then(|text| text.split(' ').next()?.parse().ok())
        .map_or_else(|| start.elapsed(), Duration::from_nanos)
}

fn add(tx: &Tx<'_>, n: u32) -> Result<(), LedgerError> {
    let id: ledger::uuid::Uuid = tx.new_id();
    tx.prepare_cached("INSERT INTO person VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12)")?
        .execute((
            id.to_string(),
            format!("王小{n}"),
            format!("wang xiao {}", n.wrapping_mul(2_654_435_761)),
            format!("wx{}", n % 997),
            format!("110101{n:012}"),
            "男",
            "1985-06-01",
            format!("139{n:08}"),
            "焊接",
            "2019-03-01",
            n % 2,
            586_000 + i64::from(n),
        ))?;
    Ok(())
}

const WORKS: [&str; 3] = ["import in one step", "one column of all in one step", "a step a row"];

/// Times of an import, of a change to one column of all (both of the processor), and of steps of one row each
/// (of the wall: they wait for the disk, as the chair does).
fn run(schema: &Schema) -> [Duration; 3] {
    let home = TempDir::new().unwrap();
    let setting = Setting { clock: Arc::new(SystemClock), ids: Arc::new(RandomIds::new()), ..setting() };
    let ledger = Ledger::create_with_key(&home.path().join("l"), schema, &setting, &chair(), &key()).unwrap();
    let start = Instant::now();
    let at = busy(start);
    step(&ledger, "导入", |tx| (0..PEOPLE).try_for_each(|n| add(tx, n))).unwrap();
    let import = busy(start) - at;
    let at = busy(start);
    step(&ledger, "调薪", raise).unwrap();
    let update = busy(start) - at;
    let at = start.elapsed();
    for n in 0..500 {
        step(&ledger, "新建", |tx| add(tx, PEOPLE + n)).unwrap();
    }
    [import, update, start.elapsed() - at]
}

/// The least that a row a changed row can cost: one statement writes the same bytes for all of them, without a trigger, a
/// digest or the index by which a record's history is found.
fn floor() -> Duration {
    let schema = Schema {
        migrations: &[ROSTER, SEARCHED, LOG],
        unjournalled: &[("doc", "derived"), ("person", "to compare"), ("log", "to compare")],
        ..Schema::EMPTY
    };
    let home = TempDir::new().unwrap();
    let setting = Setting { clock: Arc::new(SystemClock), ids: Arc::new(RandomIds::new()), ..setting() };
    let ledger =
        Ledger::create_with_key(&home.path().join("l"), &schema, &setting, &chair(), &key()).unwrap();
    step(&ledger, "导入", |tx| (0..PEOPLE).try_for_each(|n| add(tx, n))).unwrap();
    let start = Instant::now();
    let at = busy(start);
    step(&ledger, "调薪", |tx| {
        raise(tx)?;
        tx.execute(
            "INSERT INTO log (tbl, id, act, before, after, salt, digest)
             SELECT 'person', id, 'update', '{\"wage\":' || (wage - 10000) || '}', '{\"wage\":' || wage || '}',
               zeroblob(16), zeroblob(32) FROM person",
            [],
        )?;
        Ok(())
    })
    .unwrap();
    busy(start) - at
}

/// One column of everybody, eight bytes in place.
fn raise(tx: &Tx<'_>) -> Result<(), LedgerError> {
    let mut update = tx.prepare("UPDATE person SET wage = wage + 10000 WHERE id_number = ?1")?;
    (0..PEOPLE).try_for_each(|n| update.execute([format!("110101{n:012}")]).map(drop))?;
    Ok(())
}

#[test]
#[ignore = "a measurement, meant for --release"]
fn a_journalled_step_costs_at_most_twice_the_bare_one() {
    let bare = Schema { unjournalled: &[("doc", "derived"), ("person", "to compare")], ..JOURNALLED };
    let (mut with, mut without, mut least) = (Vec::new(), Vec::new(), Vec::new());
    for _ in 0..3 {
        without.push(run(&bare));
        least.push(floor());
        with.push(run(&JOURNALLED));
    }
    least.sort_unstable();
    let mut percents = Vec::new();
    for (at, work) in WORKS.into_iter().enumerate() {
        let median = |runs: &[[Duration; 3]]| {
            let mut times: Vec<u128> = runs.iter().map(|run| run[at].as_micros()).collect();
            times.sort_unstable();
            times[times.len() / 2]
        };
        let (bare, journalled) = (median(&without), median(&with));
        percents.push(journalled * 100 / bare);
        println!("{work}: bare {} ms, journalled {} ms, {} %", bare / 1000, journalled / 1000, percents[at]);
    }
    // The second is only printed: its bare half writes eight bytes a row in place, so that a row of the journal beside it
    // is many times as much, however it is come by. What the bytes alone cost is printed with it.
    println!("the journal's bytes alone, by one statement: with the bare {} ms", least[1].as_millis());
    assert!(percents[0] <= 200 && percents[2] <= 200, "the journal must cost at most what the rows cost");
}

#[test]
#[ignore = "a measurement, meant for --release"]
fn undoing_an_import_and_opening_after_it_stay_quick() {
    // Referring rows are found by a partial index only, as the program's are: nothing here may be quadratic.
    const CHILD: Migration = Migration {
        number: 3,
        name: "employment",
        sql: "CREATE TABLE employment (
                id TEXT PRIMARY KEY, person_id TEXT NOT NULL REFERENCES person (id), removed_at TEXT
              ) STRICT;
              CREATE INDEX employment_of ON employment (person_id) WHERE removed_at IS NULL;
              CREATE TRIGGER gone AFTER DELETE ON person BEGIN
                DELETE FROM search WHERE rowid = (SELECT doc FROM doc WHERE ref = OLD.id);
                DELETE FROM doc WHERE ref = OLD.id;
              END;",
    };
    const SCHEMA: Schema = Schema { migrations: &[ROSTER, SEARCHED, CHILD], ..JOURNALLED };
    let home = TempDir::new().unwrap();
    let dir = home.path().join("l");
    let setting = Setting { clock: Arc::new(SystemClock), ids: Arc::new(RandomIds::new()), ..setting() };
    let ledger = Ledger::create_with_key(&dir, &SCHEMA, &setting, &chair(), &key()).unwrap();
    let start = Instant::now();
    let timed = |work: &dyn Fn()| {
        let at = busy(start);
        work();
        busy(start) - at
    };
    let import = timed(&|| {
        step(&ledger, "导入", |tx| {
            (0..PEOPLE).try_for_each(|n| add(tx, n))?;
            tx.execute("INSERT INTO employment SELECT 'e' || id, id, NULL FROM person", [])?;
            Ok(())
        })
        .unwrap();
    });
    let undo = timed(&|| drop(ledger.undo(&chair()).unwrap()));
    let redo = timed(&|| drop(ledger.redo(&chair()).unwrap()));
    let check = timed(&|| assert!(ledger.check(&mut |_, _| true).unwrap().is_empty()));
    drop(ledger);
    let at = Instant::now();
    let ledger = Ledger::open(&dir, &SCHEMA, &setting, Unlock::Key(key())).unwrap();
    let open = at.elapsed();
    println!("import {import:?}, undo {undo:?}, redo {redo:?}, check {check:?}, open {open:?}");
    drop(ledger);
    assert!(undo < import * 3 && redo < import * 3, "taking back must cost about what doing cost");
    assert!(open < Duration::from_millis(100), "opening must not depend on the size");
}

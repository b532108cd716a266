//! What the journal costs: the same rows written journalled and not. Run with `--release --ignored --nocapture`.

use crate::common::{chair, key, op, setting};
use ledger::{Ledger, LedgerError, Migration, RandomIds, Schema, Setting, SystemClock};
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

const JOURNALLED: Schema = Schema { migrations: &[ROSTER], unjournalled: &[], functions: |_| Ok(()) };
const BARE: Schema = Schema { unjournalled: &[("person", "to compare")], ..JOURNALLED };

/// A clock that other programs on the machine disturb least: this thread's time on the processor, where the
/// system tells it, else the wall's.
fn mark(start: Instant) -> Duration {
    std::fs::read_to_string("/proc/thread-self/schedstat")
        .ok()
        .and_then(|text| text.split(' ').next()?.parse().ok())
        .map_or_else(|| start.elapsed(), Duration::from_nanos)
}

/// Time of one import and of one change to all, in one step each.
fn run(schema: &Schema) -> [Duration; 2] {
    let home = TempDir::new().unwrap();
    let setting = Setting { clock: Arc::new(SystemClock), ids: Arc::new(RandomIds::new()), ..setting() };
    let ledger = Ledger::create_with_key(&home.path().join("l"), schema, &setting, &chair(), &key()).unwrap();
    let begun = Instant::now();
    let start = mark(begun);
    ledger
        .step(&op("导入"), &chair(), |tx| {
            let mut insert =
                tx.prepare("INSERT INTO person VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12)")?;
            for n in 0..PEOPLE {
                let id: ledger::uuid::Uuid = tx.new_id();
                insert.execute((
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
            }
            Ok::<_, LedgerError>(())
        })
        .unwrap();
    let inserted = mark(begun) - start;
    let start = mark(begun);
    ledger
        .step(&op("调薪"), &chair(), |tx| {
            let mut update =
                tx.prepare("UPDATE person SET wage = wage + 10000, shop = '装配' WHERE id_number = ?1")?;
            for n in 0..PEOPLE {
                update.execute([format!("110101{n:012}")])?;
            }
            Ok::<_, LedgerError>(())
        })
        .unwrap();
    [inserted, mark(begun) - start]
}

#[test]
#[ignore = "a measurement, meant for --release"]
fn a_journalled_step_costs_at_most_twice_the_bare_one() {
    let (mut with, mut without) = (Vec::new(), Vec::new());
    for _ in 0..3 {
        without.push(run(&BARE));
        with.push(run(&JOURNALLED));
    }
    for (at, what) in ["insert", "update"].into_iter().enumerate() {
        let median = |runs: &[[Duration; 2]]| {
            let mut times: Vec<Duration> = runs.iter().map(|run| run[at]).collect();
            times.sort();
            times[times.len() / 2]
        };
        let (bare, journalled) = (median(&without), median(&with));
        println!(
            "{what} {PEOPLE} rows: bare {} ms, journalled {} ms, {} %",
            bare.as_millis(),
            journalled.as_millis(),
            journalled.as_micros() * 100 / bare.as_micros()
        );
        assert!(journalled <= bare * 2, "{what}: the journal must cost at most as much as the rows");
    }
}

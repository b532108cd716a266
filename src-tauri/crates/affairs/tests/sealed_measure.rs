//! What the encryption costs: the same works, the steps with their journal as the program has it, on two copies of one
//! ledger, one under a key and one without. `make endurance` runs it and prints its lines; alone:
//! `--release -- --ignored --nocapture --test-threads=1 sealed_measure`.
//!
//! Held are all works together, and each search, list, count and import by itself. A small step's cost is printed and held in
//! the sum alone: it does little but write its pages, and to encrypt and sign a page takes longer than to write it.

use std::path::{Path, PathBuf};
use std::time::{Duration, Instant};

use affairs::members::model::MemberQuery;
use affairs::members::store;
use affairs::schema::SCHEMA;
use affairs::union::model::Shown;
use ledger::Ledger;
use ledger::rusqlite::Connection;
use tempfile::TempDir;

use crate::measure::{PEOPLE, add, days, founded, line, percent, step, timed};

/// The key of the measured ledgers, and another one for the copy.
const OF_LEDGER: &str = "07";
const OF_COPY: &str = "09";
/// So many pairs of runs there are of each work, after one that only warms up; the median counts.
const PAIRS: usize = 7;
/// So many people one import of the measure brings.
const BATCH: u32 = 20_000;
/// What a work may take of what it takes without encryption, in percent.
const LIMIT: u128 = 125;

fn hex(byte: &str) -> String {
    format!("x'{}'", byte.repeat(32))
}

/// A copy of a ledger's file, triggers and all, under a key or none.
fn exported(ledger: &Ledger, to: &Path, sealed: bool) -> PathBuf {
    let new = if sealed { hex(OF_COPY) } else { String::new() };
    let conn = Connection::open(ledger.dir().join("ledger.db")).unwrap();
    conn.execute_batch(&format!("PRAGMA key = \"{}\"", hex(OF_LEDGER))).unwrap();
    (SCHEMA.functions)(&conn).unwrap();
    conn.execute(&format!("ATTACH ?1 AS other KEY \"{new}\""), [to.to_str().unwrap()]).unwrap();
    conn.query_row("SELECT sqlcipher_export('other')", [], |_| Ok(())).unwrap();
    to.to_owned()
}

fn opened(file: &Path, sealed: bool) -> Connection {
    let conn = Connection::open(file).unwrap();
    if sealed {
        conn.execute_batch(&format!("PRAGMA key = \"{}\"", hex(OF_COPY))).unwrap();
    }
    (SCHEMA.functions)(&conn).unwrap();
    conn
}

/// How a work is held to the limit.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Held {
    /// By itself, and in the sum.
    Alone,
    /// In the sum of all works alone.
    InSum,
}

/// What one work took on the two copies: of the pair whose ratio is the median.
struct Cost {
    what: &'static str,
    held: Held,
    percent: u128,
    plain: Duration,
    sealed: Duration,
}

/// A work on both copies in turns. Who goes first changes from pair to pair, and what other programs take of the machine
/// falls on both of a pair.
fn in_turns(what: &'static str, held: Held, mut work: impl FnMut(bool) -> Duration) -> Cost {
    let mut pairs: Vec<(u128, Duration, Duration)> = (0..=PAIRS)
        .map(|pair| {
            let first = pair.is_multiple_of(2);
            let (one, other) = (work(first), work(!first));
            let (sealed, plain) = if first { (one, other) } else { (other, one) };
            (percent(sealed, plain), plain, sealed)
        })
        .skip(1)
        .collect();
    pairs.sort_unstable();
    let (percent, plain, sealed) = pairs[PAIRS / 2];
    let limit = if held == Held::Alone { "单项限四分之五" } else { "只限合计" };
    println!(
        "\n| 加密：{what} | {percent} % | 不加密 {plain:.2?}，加密 {sealed:.2?}，{PAIRS} 对的中位；{limit} |"
    );
    Cost { what, held, percent, plain, sealed }
}

#[test]
#[ignore = "a measurement, meant for --release; some minutes and 2 GB of disk"]
fn encryption_costs_at_most_a_quarter() {
    let home = TempDir::new().unwrap();
    let source = founded(home.path());
    step(&source, |tx| add(tx, 0..PEOPLE));
    let both = [false, true];
    let files = both.map(|sealed| exported(&source, &home.path().join(format!("{sealed}.db")), sealed));
    drop(source);
    // Two ledgers whose steps go into the copies, so that the two differ in nothing but the key.
    let ledgers = both.map(|sealed| {
        let ledger = founded(&home.path().join(format!("of-{sealed}")));
        ledger.write_on(opened(&files[usize::from(sealed)], sealed)).unwrap();
        ledger
    });
    let readers = both.map(|sealed| {
        let file = usize::from(sealed);
        ledgers[file].as_reader(opened(&files[file], sealed)).unwrap()
    });
    let days = days();
    let search = |sealed: bool, query: &MemberQuery| {
        let page = store::search(&readers[usize::from(sealed)], &days, query, Shown::Masked).unwrap();
        assert!(!page.rows.is_empty(), "a search that finds nobody measures nothing: {query:?}");
    };
    let text = |text: &str| MemberQuery { text: Some(text.into()), ..MemberQuery::default() };
    let mut held = vec![
        in_turns("四十页列表", Held::Alone, |sealed| {
            timed(|| {
                for n in 0..40 {
                    search(sealed, &MemberQuery { offset: Some(n * 2000), ..MemberQuery::default() });
                }
            })
        }),
        in_turns("四十次按名字搜索", Held::Alone, |sealed| {
            timed(|| (0..40).for_each(|_| search(sealed, &text("建国"))))
        }),
        in_turns("四十次按拼音搜索", Held::Alone, |sealed| {
            timed(|| (0..40).for_each(|_| search(sealed, &text("wangjianguo"))))
        }),
        in_turns("五次全部合计", Held::Alone, |sealed| {
            timed(|| (0..5).for_each(|_| drop(store::counts(&readers[usize::from(sealed)]).unwrap())))
        }),
    ];
    held.push(in_turns("一步改二万人的车间", Held::InSum, |sealed| {
        timed(|| {
            step(&ledgers[usize::from(sealed)], |tx| {
                let fifth = "UPDATE employment SET shop = shop || '班' WHERE rowid % 5 = 0";
                Ok(tx.execute(fifth, []).map(drop)?)
            });
        })
    }));
    let mut next = [PEOPLE; 2];
    let mut people = |sealed: bool, count: u32| {
        let from = next[usize::from(sealed)];
        next[usize::from(sealed)] += count;
        from..from + count
    };
    held.push(in_turns("一步导入二万人", Held::Alone, |sealed| {
        let those = people(sealed, BATCH);
        timed(|| step(&ledgers[usize::from(sealed)], |tx| add(tx, those)))
    }));
    held.push(in_turns("二百步，每步一人（墙钟）", Held::InSum, |sealed| {
        // Of the wall: each waits for the disk, as a person does.
        let begun = Instant::now();
        for n in people(sealed, 200) {
            step(&ledgers[usize::from(sealed)], |tx| add(tx, n..n + 1));
        }
        begun.elapsed()
    }));
    let sum = |of: fn(&Cost) -> Duration| held.iter().map(of).sum::<Duration>();
    let together = line(
        "加密：以上合计",
        ("不加密", sum(|cost| cost.plain)),
        ("加密", sum(|cost| cost.sealed)),
        "限四分之五",
    );
    let over: Vec<_> = held
        .iter()
        .filter(|cost| cost.held == Held::Alone && cost.percent > LIMIT)
        .map(|cost| (cost.what, cost.percent))
        .collect();
    assert!(over.is_empty(), "encryption may cost each of these works a quarter: {over:?}");
    assert!(together <= LIMIT, "encryption may cost all works together a quarter: {together} %");
}

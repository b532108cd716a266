//! Random rows over every journalled table of the schema, undone to the start and redone: every state on the
//! way has the same rows, and the search index finds the same. Once by steps of anything, and once so wide that no table is
//! left out: filled, changed and emptied.

use std::collections::{BTreeSet, HashMap};

use affairs::schema::SCHEMA;
use ledger::rusqlite::{Connection, params_from_iter, types::Value};
use ledger::{Finality, Ledger, LedgerError, Op};
use proptest::prelude::*;
use proptest::strategy::ValueTree;
use proptest::test_runner::TestRunner;

use crate::common::{Room, chair, columns, found, rows};

const WORDS: [&str; 8] = ["王", "小", "明", "单", "wang", "wxm", "shan", "0011"];
const TEXTS: [&str; 6] = ["王小明", "单小红", "王", "110101199003070011", "2026-11-16", "一句话"];

/// A write to some row: which table, which row, what to draw values by, and what to do.
#[derive(Debug, Clone)]
struct Write {
    table: usize,
    row: u8,
    draw: Vec<u8>,
    act: u8,
}

fn write() -> impl Strategy<Value = Write> {
    (any::<usize>(), 0..4u8, proptest::collection::vec(any::<u8>(), 24), 0..6u8)
        .prop_map(|(table, row, draw, act)| Write { table, row, draw, act })
}

/// What the journal's tables look like to the writer.
struct Shape {
    table: String,
    columns: Vec<(String, String)>,
    /// words that the checks allow, by column, and the tables its columns refer to
    allowed: HashMap<String, Vec<String>>,
    refers: Vec<(String, String)>,
}

fn shapes(room: &Room) -> Vec<Shape> {
    let tables = columns(room.ledger());
    room.ledger()
        .read(|conn| {
            let mut shapes = Vec::new();
            for (table, columns) in tables {
                let sql: String =
                    conn.query_row("SELECT sql FROM sqlite_schema WHERE name = ?1", [&table], |r| r.get(0))?;
                let allowed = columns.iter().filter_map(|(column, _)| words(&sql, column)).collect();
                let mut statement =
                    conn.prepare("SELECT \"from\", \"table\" FROM pragma_foreign_key_list(?1)")?;
                let refers = statement
                    .query_map([&table], |r| Ok((r.get(0)?, r.get(1)?)))?
                    .collect::<Result<_, _>>()?;
                shapes.push(Shape { table, columns, allowed, refers });
            }
            Ok::<_, LedgerError>(shapes)
        })
        .unwrap()
}

/// The words of a column's own check, `kind IN ('a', 'b')`.
fn words(sql: &str, column: &str) -> Option<(String, Vec<String>)> {
    let list = sql.split_once(&format!("({column} IN ("))?.1.split_once(')')?.0;
    let words: Vec<String> = list.split('\'').skip(1).step_by(2).map(str::to_owned).collect();
    (!words.is_empty()).then(|| (column.to_owned(), words))
}

fn value(shape: &Shape, (column, kind): &(String, String), draw: u8) -> Value {
    if let Some((_, parent)) = shape.refers.iter().find(|(from, _)| from == column) {
        return Value::Text(format!("{parent}-{}", draw % 4));
    }
    if column == "removed_at" {
        return if draw.is_multiple_of(4) { Value::Text("2026-11-16".into()) } else { Value::Null };
    }
    if kind == "INTEGER" {
        return Value::Integer(i64::from(draw % 2));
    }
    match draw % 8 {
        7 => Value::Null,
        n if n % 2 == 0 && shape.allowed.contains_key(column) => {
            let words = &shape.allowed[column];
            Value::Text(words[usize::from(draw / 8) % words.len()].clone())
        }
        n => Value::Text(TEXTS[usize::from(n) % TEXTS.len()].into()),
    }
}

/// The id of one of a table's four rows. A part of a record, as the identity of a person, has the record's own.
fn id_of(shape: &Shape, row: u8) -> Value {
    let whose = shape.refers.iter().find(|(column, _)| column == "id").map(|(_, parent)| parent);
    Value::Text(format!("{}-{row}", whose.unwrap_or(&shape.table)))
}

/// How deep the tables refer to one another.
const DEEPEST: usize = 5;

fn apply(conn: &Connection, shapes: &[Shape], write: &Write) -> ledger::rusqlite::Result<usize> {
    written(conn, shapes, write, DEEPEST)
}

/// What a new row refers to is written before it, so that tables far below another are reached too.
fn written(
    conn: &Connection,
    shapes: &[Shape],
    write: &Write,
    deeper: usize,
) -> ledger::rusqlite::Result<usize> {
    let at = write.table % shapes.len();
    let shape = &shapes[at];
    let table = &shape.table;
    let id = id_of(shape, write.row);
    let rest: Vec<_> = shape.columns.iter().filter(|(column, _)| column != "id").collect();
    let draw = |at: usize| write.draw[at % write.draw.len()];
    let drawn = |at: usize| value(shape, rest[at], draw(at));
    match write.act {
        0 => conn.execute(&format!("DELETE FROM {table} WHERE id = ?1"), [id]),
        1 | 2 => {
            let at = usize::from(write.draw[0]) % rest.len();
            let sql = format!("UPDATE {table} SET {} = ?2 WHERE id = ?1", rest[at].0);
            conn.execute(&sql, [id, drawn(at)])
        }
        _ => {
            for (column, parent) in shape.refers.iter().filter(|(_, parent)| deeper > 0 && parent != table) {
                let place = rest.iter().position(|(name, _)| name == column);
                // What a part belongs to has the part's own id.
                let row = if column == "id" { Some(write.row) } else { place.map(|place| draw(place) % 4) };
                let parent = shapes.iter().position(|shape| shape.table == *parent);
                if let (Some(row), Some(parent)) = (row, parent) {
                    let mut draws = write.draw.clone();
                    draws.rotate_left(deeper);
                    let before = Write { table: parent, row, draw: draws, act: write.act };
                    // It may stand already, or the values drawn for it may not do.
                    let _ = written(conn, shapes, &before, deeper - 1);
                }
            }
            let names: Vec<&str> = rest.iter().map(|(column, _)| column.as_str()).collect();
            let marks = vec!["?"; rest.len() + 1].join(", ");
            let values = std::iter::once(id).chain((0..rest.len()).map(drawn));
            let sql = format!("INSERT INTO {table} (id, {}) VALUES ({marks})", names.join(", "));
            conn.execute(&sql, params_from_iter(values))
        }
    }
}

fn op() -> Op {
    Op { code: "test.random".into(), label: "随机".into(), finality: Finality::Reversible }
}

/// Deferred references are judged at the end, and would take the step with them.
fn whole(tx: &Connection) -> ledger::rusqlite::Result<()> {
    for (part, of) in [
        ("person_identity", "person"),
        ("supervision_informer", "supervision_case"),
        ("appeal_person", "appeal"),
        ("agreement_amendment", "agreement"),
        ("agreement_filing", "agreement"),
    ] {
        tx.execute(&format!("DELETE FROM {part} WHERE id NOT IN (SELECT id FROM {of})"), [])?;
    }
    Ok(())
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 12, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn undo_to_the_start_and_redo_give_the_same_rows_and_the_same_index(
        steps in proptest::collection::vec(proptest::collection::vec(write(), 4..30), 3..9)
    ) {
        let room = Room::new();
        let ledger = room.ledger();
        let shapes = shapes(&room);
        let state = || (rows(ledger), found(ledger, &WORDS));
        let mut states = vec![state()];
        let mut written = 0;
        for writes in &steps {
            let done = ledger.step(&op(), &chair(), |tx| {
                // A refused write is passed over; each runs by itself, so that a chain of parents comes about.
                written += writes.iter().filter(|write| apply(tx, &shapes, write).is_ok_and(|n| n > 0)).count();
                whole(tx)?;
                Ok::<_, LedgerError>(())
            }).unwrap();
            if !done.changed.is_empty() {
                states.push(state());
            }
        }
        prop_assert!(written > 0 || states.len() == 1);
        for expected in states.iter().rev().skip(1) {
            ledger.undo(&chair()).unwrap();
            prop_assert_eq!(&state(), expected);
        }
        for expected in states.iter().skip(1) {
            ledger.redo(&chair()).unwrap();
            prop_assert_eq!(&state(), expected);
        }
        let mut found = ledger.check(&mut |_, _| true).unwrap();
        // A row drawn at random names no file and no bytes, whether it stands or is removed.
        found.retain(|finding| !["附件", "印发文件"].iter().any(|what| finding.message.contains(what)));
        prop_assert_eq!(found, vec![]);
    }
}

/// Four hundred writes a table of one act, each passed over where it is refused.
fn many(tx: &Connection, shapes: &[Shape], runner: &mut TestRunner, act: u8) -> Result<(), LedgerError> {
    for _ in 0..shapes.len() * 400 {
        let one = write().new_tree(runner).map_err(|_| LedgerError::StepLost)?.current();
        let _ = apply(tx, shapes, &Write { act, ..one });
    }
    Ok(whole(tx)?)
}

/// Deletes every row that was drawn: whatever nothing refers to any more goes, until nothing is left. What rows refer to in a circle
/// is taken from them first; where another row's key stands against that, once that row is gone.
fn empty(tx: &Connection, shapes: &[Shape]) -> Result<(), LedgerError> {
    let ids = |shape: &Shape| (0..4u8).map(|row| id_of(shape, row)).collect::<Vec<_>>();
    loop {
        let mut gone = 0;
        for shape in shapes {
            for (column, _) in shape.refers.iter().filter(|(column, _)| column != "id") {
                let sql = format!("UPDATE {} SET {column} = NULL WHERE id = ?1", shape.table);
                for id in ids(shape) {
                    // Many a row must refer to something.
                    let _ = tx.execute(&sql, [id]);
                }
            }
        }
        for shape in shapes {
            let sql = format!("DELETE FROM {} WHERE id = ?1", shape.table);
            for id in ids(shape) {
                gone += tx.execute(&sql, [id]).unwrap_or(0);
            }
        }
        if gone == 0 {
            return Ok(whole(tx)?);
        }
    }
}

/// The tables that a step wrote by one act, as its journal has it.
fn tables(ledger: &Ledger, seq: i64, act: &str) -> BTreeSet<String> {
    ledger
        .read(|conn| {
            let mut statement =
                conn.prepare("SELECT DISTINCT tbl FROM change WHERE seq = ?1 AND act = ?2")?;
            let found =
                statement.query_map((seq, act), |r| r.get(0))?.collect::<Result<BTreeSet<String>, _>>()?;
            Ok::<_, LedgerError>(found)
        })
        .unwrap()
}

#[test]
fn every_table_is_filled_changed_and_emptied_and_each_is_undone_and_redone() {
    let room = Room::new();
    let ledger = room.ledger();
    let shapes = shapes(&room);
    let state = || (rows(ledger), found(ledger, &WORDS));
    let mut runner = TestRunner::deterministic();
    let mut states = vec![state()];
    for (act, name) in [(3, "insert"), (1, "update"), (0, "delete")] {
        let done = ledger.step(&op(), &chair(), |tx| match act {
            0 => empty(tx, &shapes),
            _ => many(tx, &shapes, &mut runner, act),
        });
        let done = done.unwrap();
        let written = tables(ledger, done.seq, name);
        // No table is excused: there is none whose rows the schema lets nobody change or take away.
        let missed: Vec<&String> =
            shapes.iter().map(|shape| &shape.table).filter(|table| !written.contains(*table)).collect();
        assert!(missed.is_empty(), "{name} reached all tables but {missed:?}");
        assert!(SCHEMA.unjournalled.iter().all(|(table, _)| !done.changed.contains(*table)));
        states.push(state());
    }
    let filled: BTreeSet<&String> = states[1].0.iter().map(|(table, _)| table).collect();
    let unfilled: Vec<&String> =
        shapes.iter().map(|shape| &shape.table).filter(|table| !filled.contains(table)).collect();
    assert!(unfilled.is_empty(), "no row of these stood when the step was undone: {unfilled:?}");
    assert!(states[3] == states[0], "whatever was drawn is gone again, from the index too");

    // Compared without printing: a state is long.
    for (at, expected) in states.iter().enumerate().rev().skip(1) {
        ledger.undo(&chair()).unwrap();
        same(&state(), expected, &format!("undone to state {at}"));
    }
    for (at, expected) in states.iter().enumerate().skip(1) {
        ledger.redo(&chair()).unwrap();
        same(&state(), expected, &format!("redone to state {at}"));
    }
    let mut found = ledger.check(&mut |_, _| true).unwrap();
    found.retain(|finding| !finding.message.contains("附件"));
    assert_eq!(found, vec![]);
}

/// The rows of the ledger, and what each word finds.
type State = (Vec<(String, Vec<Value>)>, Vec<(String, Vec<String>)>);

/// Names the first row, or the first word, by which two states differ.
fn same(now: &State, expected: &State, what: &str) {
    assert_eq!(now.0.len(), expected.0.len(), "{what}: so many rows");
    let row = now.0.iter().zip(&expected.0).find(|(now, expected)| now != expected);
    assert!(row.is_none(), "{what}: {row:?}");
    let word = now.1.iter().zip(&expected.1).find(|(now, expected)| now != expected);
    assert!(word.is_none(), "{what}: {word:?}");
}

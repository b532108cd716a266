//! Growing a ledger: after a backup that opens, as a final step, and never from a newer or edited schema.

use crate::common::*;
use ledger::{Ledger, LedgerError, Migration, Schema, Unlock};
use std::{fs, path::Path};
use tempfile::TempDir;

fn grown(dir: &Path, schema: &Schema) -> Result<Ledger, LedgerError> {
    Ledger::open(dir, schema, &setting(), Unlock::Key(key()))
}

fn create(schema: &Schema) -> Result<Ledger, LedgerError> {
    let home = TempDir::new().unwrap();
    Ledger::create_with_key(&home.path().join("账本"), schema, &setting(), &chair(), &key())
}

#[test]
fn a_migration_comes_after_a_backup_that_opens() {
    let mut desk = Desk::new();
    step(desk.ledger(), "建", |tx| {
        tx.execute_batch(
            "INSERT INTO team (id, name) VALUES ('t', '焊接');
             INSERT INTO person (id, team_id, name) VALUES ('a', 't', '甲')",
        )?;
        Ok(())
    })
    .unwrap();
    let head = desk.ledger().head().unwrap();
    desk.close();
    let ledger = grown(&desk.dir(), &GROWN).unwrap();
    assert_eq!(count(&ledger, "person WHERE phone = 'none'"), 1);
    assert_eq!(ledger.undo_state().unwrap().stopped_by.map(|step| step.label).as_deref(), Some("升级账本"));
    step(&ledger, "改", |tx| Ok(tx.execute("UPDATE person SET phone = '1'", [])?)).unwrap();
    ledger.undo(&chair()).unwrap();
    assert_eq!(count(&ledger, "person WHERE phone = 'none'"), 1, "the new column is journalled");
    assert!(findings(&ledger).is_empty());
    drop(ledger);
    let copies: Vec<_> =
        fs::read_dir(desk.dir().join("backups")).unwrap().map(|e| e.unwrap().path()).collect();
    assert_eq!(copies.len(), 1, "{copies:?}");
    let copy = open(&copies[0]).unwrap();
    assert_eq!(
        (copy.head().unwrap(), count(&copy, "person")),
        (head, 1),
        "the backup is the ledger as it was"
    );
    drop(copy);
    drop(grown(&desk.dir(), &GROWN).unwrap());
    assert_eq!(fs::read_dir(desk.dir().join("backups")).unwrap().count(), 1, "nothing due, no backup");
}

#[test]
fn what_a_migration_brings_is_told_by_the_journal() {
    const BRINGING: Migration = Migration {
        number: 2,
        name: "brings a team with its chief",
        sql: "INSERT INTO team (id, name, seal) VALUES ('n', '质检', x'01');
              INSERT INTO person (id, team_id, name) VALUES ('q', 'n', '乙')",
    };
    let mut desk = Desk::new();
    add_team(desk.ledger(), "焊接");
    let head = desk.ledger().head().unwrap().seq;
    desk.close();
    let ledger = grown(&desk.dir(), &Schema { migrations: &[FIRST, BRINGING], ..SCHEMA }).unwrap();
    assert_eq!((count(&ledger, "team WHERE seal = x'01'"), count(&ledger, "person")), (1, 1));
    assert_eq!(count(&ledger, "person_index"), 1, "derived tables hold it once");
    assert!(findings(&ledger).is_empty(), "no row stands that no step wrote");
    let brought = ledger.step_changes(head + 1, 10).unwrap().rows;
    assert_eq!(brought.len(), 2, "both rows are of the step that brought the ledger up");
    step(&ledger, "改", |tx| Ok(tx.execute("UPDATE person SET name = '丙' WHERE id = 'q'", [])?)).unwrap();
    ledger.undo(&chair()).unwrap();
    assert_eq!(count(&ledger, "person WHERE name = '乙'"), 1, "and they have a history from then on");
}

#[test]
fn a_newer_file_is_refused_untouched_with_both_versions() {
    let mut desk = Desk::new();
    desk.close();
    drop(grown(&desk.dir(), &GROWN).unwrap());
    let path = desk.dir().join("ledger.db");
    let before = fs::read(&path).unwrap();
    let refused = open(&desk.dir()).unwrap_err();
    assert_eq!(refused.code(), "ledger.newer");
    assert!(refused.to_string().contains("3.2") && refused.to_string().contains("3.1"), "{refused}");
    assert!(fs::read(&path).unwrap() == before, "refusing must not touch the file");
}

#[test]
fn an_edited_released_migration_is_refused() {
    const EDITED: Migration = Migration { sql: "CREATE TABLE team (id TEXT PRIMARY KEY) STRICT", ..FIRST };
    let mut desk = Desk::new();
    desk.close();
    let schema = Schema { migrations: &[EDITED, SECOND], ..SCHEMA };
    let refused = grown(&desk.dir(), &schema).unwrap_err();
    assert_eq!(refused.code(), "ledger.migrationEdited");
    assert_eq!(fs::read_dir(desk.dir().join("backups")).unwrap().count(), 0);
}

#[test]
fn a_failing_migration_leaves_the_ledger_as_it_was() {
    const BROKEN: Migration = Migration {
        number: 2,
        name: "broken",
        sql: "ALTER TABLE person ADD COLUMN x TEXT; INSERT INTO nowhere VALUES (1)",
    };
    const ORPHANING: Migration = Migration {
        number: 2,
        name: "leaves an orphan",
        sql: "INSERT INTO person (id, team_id, name) VALUES ('p', 'none', '甲')",
    };
    let mut desk = Desk::new();
    add_team(desk.ledger(), "焊接");
    let (all, text) = (rows(desk.ledger()), desk.ledger().schema_text().unwrap());
    desk.close();
    assert!(grown(&desk.dir(), &Schema { migrations: &[FIRST, BROKEN], ..SCHEMA }).is_err());
    let orphaned = grown(&desk.dir(), &Schema { migrations: &[FIRST, ORPHANING], ..SCHEMA });
    assert_eq!(orphaned.unwrap_err().code(), "ledger.schema");
    let ledger = desk.reopen();
    assert_eq!((rows(ledger), ledger.schema_text().unwrap()), (all, text));
    add_team(ledger, "装配");
    assert!(findings(ledger).is_empty());
}

#[test]
fn tables_that_the_journal_cannot_hold_are_refused_with_the_reason() {
    macro_rules! with {
        ($sql:literal) => {
            Schema { migrations: &[Migration { number: 1, name: "bad", sql: $sql }], ..Schema::EMPTY }
        };
    }
    for (schema, reason) in [
        (with!("CREATE TABLE a (id TEXT PRIMARY KEY)"), "表 a 不是 STRICT。"),
        (with!("CREATE TABLE a (id INTEGER PRIMARY KEY) STRICT"), "表 a 的主键必须是一列 id TEXT。"),
        (with!("CREATE TABLE a (key TEXT PRIMARY KEY) STRICT"), "表 a 的主键必须是一列 id TEXT。"),
        (
            with!("CREATE TABLE a (id TEXT, n TEXT, PRIMARY KEY (id, n)) STRICT"),
            "表 a 的主键必须是一列 id TEXT。",
        ),
        (with!("CREATE TABLE a (id TEXT PRIMARY KEY, x REAL) STRICT"), "表 a 的列 x 不能用 REAL。"),
    ] {
        let refused = create(&schema).unwrap_err();
        assert_eq!(refused.code(), "ledger.schema");
        assert!(refused.to_string().contains(reason), "{refused}");
    }
    let stale = Schema { unjournalled: &[("gone", "no longer there")], ..with!("") };
    assert!(create(&stale).unwrap_err().to_string().contains("gone"));
    let referring = Schema {
        unjournalled: &[("b", "a draft that refers to a record")],
        ..with!(
            "CREATE TABLE a (id TEXT PRIMARY KEY) STRICT;
             CREATE TABLE b (a_id TEXT REFERENCES a (id)) STRICT"
        )
    };
    assert!(create(&referring).unwrap_err().to_string().contains("不能有外键"));
    let gap = Schema { migrations: &[SECOND], ..SCHEMA };
    assert_eq!(create(&gap).unwrap_err().code(), "ledger.schema");
}

#[test]
fn the_schema_text_is_stable_and_names_everything() {
    let (one, two) = (Desk::new(), Desk::new());
    let text = one.ledger().schema_text().unwrap();
    assert_eq!(text, two.ledger().schema_text().unwrap());
    for part in [
        "CREATE TABLE person",
        "CREATE VIEW live_person",
        "-- generated trigger journal_of_team_update",
        "CREATE TABLE journal",
    ] {
        assert!(text.contains(part), "{part} is missing in\n{text}");
    }
}

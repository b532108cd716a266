//! Steps taken back out of order: when nothing later stands in the way, else the step that does is named.

use crate::common::*;
use ledger::{Ledger, LedgerError, Migration, Schema};
use tempfile::TempDir;

fn run(ledger: &Ledger, label: &str, sql: &str) -> i64 {
    step(ledger, label, |tx| Ok(tx.execute_batch(sql)?)).unwrap().seq
}

fn in_the_way(ledger: &Ledger, seq: i64) -> (i64, String) {
    let before = (rows(ledger), ledger.head().unwrap());
    let refused = ledger.take_back(seq, &chair()).unwrap_err();
    assert_eq!((rows(ledger), ledger.head().unwrap()), before, "what is refused leaves nothing");
    match refused {
        LedgerError::StandsInTheWay { seq, label } => (seq, label),
        LedgerError::SealedSince { step } => (step.seq, step.label),
        other => panic!("{other}"),
    }
}

#[test]
fn a_step_goes_back_past_later_ones_and_undo_goes_on_from_there() {
    let mut desk = Desk::new();
    let ledger = desk.ledger();
    let a = run(ledger, "甲", "INSERT INTO team (id, name) VALUES ('a', '甲')");
    let b = run(ledger, "乙", "INSERT INTO team (id, name) VALUES ('b', '乙')");
    let all = rows(ledger);
    assert_eq!(ledger.take_back(a, &chair()).unwrap().label, "甲");
    assert_eq!(count(ledger, "team"), 1);
    let again = ledger.take_back(a, &chair()).unwrap_err();
    assert_eq!(again.code(), "ledger.alreadyTakenBack");
    let ledger = desk.reopen();
    assert_eq!(ledger.undo_state().unwrap().undo.as_deref(), Some("乙"), "what is taken back is passed");
    assert_eq!(ledger.undo(&chair()).unwrap().label, "乙");
    assert_eq!(ledger.undo(&chair()).unwrap_err().code(), "ledger.nothingToUndo");
    assert_eq!(ledger.redo(&chair()).unwrap().label, "乙");
    assert_eq!(ledger.redo(&chair()).unwrap().label, "甲");
    assert_eq!(rows(ledger), all);
    // Brought back, it can go again, and the redo is what is turned round.
    ledger.take_back(b, &chair()).unwrap();
    ledger.undo(&chair()).unwrap();
    assert_eq!((count(ledger, "team"), findings(ledger)), (0, vec![]));
}

#[test]
fn what_a_step_would_leave_is_looked_at_and_a_refusal_leaves_everything() {
    let desk = Desk::new();
    let ledger = desk.ledger();
    let a = run(ledger, "甲", "INSERT INTO team (id, name) VALUES ('a', '甲')");
    run(ledger, "乙", "INSERT INTO team (id, name) VALUES ('b', '乙')");
    let teams = |tx: &ledger::Tx<'_>| -> Result<u32, LedgerError> {
        Ok(tx.query_row("SELECT count(*) FROM team", [], |row| row.get(0))?)
    };
    let stood = (rows(ledger), ledger.head().unwrap());
    let refused = ledger.take_back_held(a, &chair(), teams, |tx, before| {
        assert_eq!((before, teams(tx)?), (2, 1), "before the step, and after it");
        Err(LedgerError::UndoConflict)
    });
    assert_eq!(refused.unwrap_err().code(), LedgerError::UndoConflict.code());
    assert_eq!((rows(ledger), ledger.head().unwrap()), stood, "what is refused leaves nothing");
    ledger.take_back_held(a, &chair(), teams, |_, _| Ok::<_, LedgerError>(())).unwrap();
    assert_eq!((count(ledger, "team"), findings(ledger)), (1, vec![]));
}

#[test]
fn what_stood_is_read_only_where_an_undo_leads_to_rows_that_never_stood_together() {
    let desk = Desk::new();
    let ledger = desk.ledger();
    let a = run(ledger, "甲", "INSERT INTO team (id, name) VALUES ('a', '甲')");
    run(ledger, "乙", "INSERT INTO team (id, name) VALUES ('b', '乙')");
    run(ledger, "丙", "INSERT INTO team (id, name) VALUES ('c', '丙')");
    let read = std::cell::Cell::new(0);
    let undo = || {
        let before = |_: &ledger::Tx<'_>| -> Result<(), LedgerError> {
            read.set(read.get() + 1);
            Ok(())
        };
        ledger.undo_held(&chair(), before, |_, ()| Ok(())).unwrap().label
    };
    assert_eq!((undo().as_str(), read.get()), ("丙", 0), "one step after the other");
    ledger.take_back(a, &chair()).unwrap();
    assert_eq!((undo().as_str(), read.get()), ("乙", 1), "without the older one");
    assert_eq!((count(ledger, "team"), findings(ledger)), (0, vec![]));
}

#[test]
fn a_later_change_of_the_same_row_stands_in_the_way_until_it_is_taken_back() {
    let desk = Desk::new();
    let ledger = desk.ledger();
    let a = run(ledger, "甲", "INSERT INTO team (id, name) VALUES ('a', '甲')");
    let b = run(ledger, "改一", "UPDATE team SET headcount = 1");
    let c = run(ledger, "改二", "UPDATE team SET headcount = 2");
    assert_eq!(in_the_way(ledger, a), (c, "改二".to_owned()));
    assert_eq!(in_the_way(ledger, b), (c, "改二".to_owned()));
    ledger.undo(&chair()).unwrap();
    assert_eq!(in_the_way(ledger, a), (b, "改一".to_owned()), "what is taken back is no longer in the way");
    ledger.redo(&chair()).unwrap();
    assert_eq!(
        in_the_way(ledger, b),
        (c, "改二".to_owned()),
        "brought back, it is named as it was first done"
    );
}

#[test]
fn who_refers_and_who_took_the_place_is_named() {
    let desk = Desk::new();
    let ledger = desk.ledger();
    let team = run(ledger, "建班组", "INSERT INTO team (id, name) VALUES ('t', '焊接'), ('u', '装配')");
    let gone = run(ledger, "撤班组", "DELETE FROM team WHERE id = 'u'");
    let person = run(ledger, "加人", "INSERT INTO person (id, team_id, name) VALUES ('p', 't', '甲')");
    assert_eq!(in_the_way(ledger, team).0, gone);
    let other = run(ledger, "另一装配", "INSERT INTO team (id, name) VALUES ('v', '装配')");
    assert_eq!(in_the_way(ledger, gone), (other, "另一装配".to_owned()), "its name is taken");
    ledger.take_back(other, &chair()).unwrap();
    ledger.take_back(gone, &chair()).unwrap();
    assert_eq!(in_the_way(ledger, team), (person, "加人".to_owned()), "a person of the team is left");
    let left = run(ledger, "走人", "DELETE FROM person");
    ledger.take_back(team, &chair()).unwrap();
    // The person's team is gone, so the person cannot come back, neither by number nor by undo.
    let refused = ledger.undo(&chair()).unwrap_err();
    assert_eq!(refused.code(), "ledger.standsInTheWay");
    assert_eq!(in_the_way(ledger, left).1, "建班组");
    assert!(findings(ledger).is_empty());
}

#[test]
fn what_was_undone_is_not_named_for_who_refers_or_took_the_place() {
    let desk = Desk::new();
    let ledger = desk.ledger();
    let team = run(ledger, "建班组", "INSERT INTO team (id, name) VALUES ('t', '焊接')");
    let person = run(ledger, "加人", "INSERT INTO person (id, team_id, name) VALUES ('p', 't', '甲')");
    run(ledger, "改人", "UPDATE person SET pay = 1");
    ledger.undo(&chair()).unwrap();
    assert_eq!(in_the_way(ledger, team), (person, "加人".to_owned()), "an undo cannot be taken back");
    run(ledger, "建装配", "INSERT INTO team (id, name) VALUES ('u', '装配')");
    let gone = run(ledger, "撤装配", "DELETE FROM team WHERE id = 'u'");
    let other = run(ledger, "另一装配", "INSERT INTO team (id, name) VALUES ('v', '装配')");
    run(ledger, "改装配", "UPDATE team SET headcount = 1 WHERE id = 'v'");
    ledger.undo(&chair()).unwrap();
    assert_eq!(in_the_way(ledger, gone), (other, "另一装配".to_owned()));
    assert!(findings(ledger).is_empty());
}

#[test]
fn a_removed_row_takes_nobody_s_place() {
    let home = TempDir::new().unwrap();
    let yearly = Schema {
        migrations: &[Migration {
            number: 1,
            name: "talks",
            sql: "CREATE TABLE talk (id TEXT PRIMARY KEY, year INTEGER NOT NULL, removed_at TEXT) STRICT;
                  CREATE UNIQUE INDEX talk_year ON talk (year)
                    WHERE removed_at IS NULL;",
        }],
        ..Schema::EMPTY
    };
    let dir = home.path().join("账本");
    let ledger = Ledger::create_with_key(&dir, &yearly, &setting(), &chair(), &key()).unwrap();
    run(&ledger, "建", "INSERT INTO talk (id, year) VALUES ('a', 2027)");
    let removed = run(&ledger, "移除", "UPDATE talk SET removed_at = '2026-11-16'");
    let again = run(&ledger, "重建", "INSERT INTO talk (id, year) VALUES ('b', 2027)");
    run(&ledger, "补录", "INSERT INTO talk VALUES ('c', 2027, '2026-11-16')");
    match ledger.take_back(removed, &chair()).unwrap_err() {
        LedgerError::StandsInTheWay { seq, .. } => assert_eq!(seq, again),
        other => panic!("{other}"),
    }
}

#[test]
fn who_refers_without_a_foreign_key_is_named_and_a_year_needs_no_record() {
    let home = TempDir::new().unwrap();
    let ledger = loosely(&home);
    let mark = run(&ledger, "加标记", "INSERT INTO mark VALUES ('m', 'x')");
    let scan = run(&ledger, "加附件", "INSERT INTO scan VALUES ('s', 'm', '证明')");
    assert_eq!(in_the_way(&ledger, mark), (scan, "加附件".to_owned()));
    run(&ledger, "移到别处", "UPDATE scan SET of_id = 'y'");
    ledger.take_back(mark, &chair()).unwrap();
    let year = run(&ledger, "写年报", "INSERT INTO year (id) VALUES ('2026')");
    run(&ledger, "加照片", "INSERT INTO scan VALUES ('p', '2026', '照片')");
    ledger.take_back(year, &chair()).unwrap();
    assert_eq!((count(&ledger, "mark"), count(&ledger, "scan")), (0, 2));
    assert!(findings(&ledger).is_empty());
}

#[test]
fn a_later_final_step_and_what_is_no_step_are_refused() {
    let desk = Desk::new();
    let ledger = desk.ledger();
    let a = run(ledger, "甲", "INSERT INTO team (id, name) VALUES ('a', '甲')");
    let undo = ledger.undo(&chair()).unwrap().seq;
    assert_eq!(ledger.take_back(undo, &chair()).unwrap_err().code(), "ledger.nothingToUndo");
    ledger.redo(&chair()).unwrap();
    let sealed = ledger.step(&final_op("签发"), &chair(), |_| Ok::<_, LedgerError>(())).unwrap().seq;
    assert_eq!(in_the_way(ledger, a), (sealed, "签发".to_owned()));
    let refused = ledger.take_back(sealed, &chair()).unwrap_err();
    assert_eq!(refused.code(), "ledger.undoStopped");
    let told = format!("“签发”（第 {sealed} 步，2026年11月16日，主席）");
    assert!(refused.to_string().contains(&told), "{refused}");
    let refused = ledger.take_back(a, &chair()).unwrap_err();
    assert!(refused.to_string().contains(&told), "{refused}");
    assert_eq!(ledger.take_back(99, &chair()).unwrap_err().code(), "ledger.nothingToUndo");
}

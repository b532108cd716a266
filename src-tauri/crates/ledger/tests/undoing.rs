//! Undo and redo: exactly back and forth, across restarts, up to the last final step.

use crate::common::*;
use ledger::{LedgerError, Sealed, UndoState};

fn state(undo: Option<&str>, redo: Option<&str>, stopped_by: Option<Sealed>) -> UndoState {
    UndoState { undo: undo.map(Into::into), redo: redo.map(Into::into), stopped_by }
}

#[test]
fn undo_and_redo_cross_restarts() {
    let mut desk = Desk::new();
    assert_eq!(desk.ledger().undo_state().unwrap(), state(None, None, None));
    let team = add_team(desk.ledger(), "焊接");
    step(desk.ledger(), "改人数", |tx| {
        Ok(tx.execute("UPDATE team SET headcount = 40 WHERE id = ?1", [team])?)
    })
    .unwrap();
    let full = rows(desk.ledger());
    let undone = desk.reopen().undo(&chair()).unwrap();
    assert_eq!((undone.label.as_str(), undone.changed.len()), ("改人数", 1));
    assert_eq!(desk.reopen().undo_state().unwrap(), state(Some("新建班组"), Some("改人数"), None));
    desk.reopen().undo(&chair()).unwrap();
    assert!(rows(desk.ledger()).is_empty());
    assert_eq!(desk.ledger().undo(&chair()).unwrap_err().code(), "ledger.nothingToUndo");
    assert_eq!(desk.reopen().redo(&chair()).unwrap().label, "新建班组");
    assert_eq!(desk.reopen().redo(&chair()).unwrap().label, "改人数");
    assert_eq!(rows(desk.ledger()), full);
    assert_eq!(desk.ledger().redo(&chair()).unwrap_err().code(), "ledger.nothingToRedo");
    let orphan = step(desk.ledger(), "无主", |tx| {
        Ok(tx.execute("INSERT INTO person (id, team_id, name) VALUES ('p', 'none', '乙')", [])?)
    });
    assert!(orphan.is_err(), "after an undo foreign keys hold as before");
    // A redone step can be undone again.
    assert_eq!(desk.ledger().undo(&chair()).unwrap().label, "改人数");
    assert!(findings(desk.ledger()).is_empty());
}

#[test]
fn something_new_ends_redo() {
    let desk = Desk::new();
    add_team(desk.ledger(), "焊接");
    desk.ledger().undo(&chair()).unwrap();
    add_team(desk.ledger(), "装配");
    assert_eq!(desk.ledger().undo_state().unwrap(), state(Some("新建班组"), None, None));
    assert_eq!(desk.ledger().redo(&chair()).unwrap_err().code(), "ledger.nothingToRedo");
    desk.ledger().undo(&chair()).unwrap();
    assert_eq!(desk.ledger().undo_state().unwrap(), state(None, Some("新建班组"), None));
    assert_eq!(count(desk.ledger(), "team"), 0);
}

#[test]
fn undo_stops_at_a_final_step_and_says_which() {
    let desk = Desk::new();
    let team = add_team(desk.ledger(), "焊接");
    desk.ledger()
        .step(&final_op("签发要约书"), &chair(), |tx| {
            tx.execute("UPDATE team SET headcount = 1 WHERE id = ?1", [team])?;
            Ok::<_, LedgerError>(())
        })
        .unwrap();
    add_team(desk.ledger(), "装配");
    desk.ledger().undo(&chair()).unwrap();
    let refused = desk.ledger().undo(&chair()).unwrap_err();
    assert_eq!(refused.code(), "ledger.undoStopped");
    let told = "“签发要约书”（第 3 步，2026年11月16日，主席）";
    assert!(refused.to_string().contains(told), "which, on which day and whose: {refused}");
    let stopped_by = Sealed {
        seq: 3,
        label: "签发要约书".into(),
        at: "2026-11-16T09:00:00.000+08:00".into(),
        by: "主席".into(),
    };
    assert_eq!(desk.ledger().undo_state().unwrap(), state(None, Some("新建班组"), Some(stopped_by)));
    assert_eq!(count(desk.ledger(), "team"), 1);
}

#[test]
fn cascades_and_replacements_come_back_whole() {
    let desk = Desk::new();
    step(desk.ledger(), "建", |tx| {
        tx.execute_batch(
            "INSERT INTO team (id, name, seal) VALUES ('t', '焊接', x'0a0B');
             INSERT INTO person (id, team_id, name, pay) VALUES ('a', 't', '甲', 586000);
             INSERT INTO person (id, team_id, chief_id, name) VALUES ('b', 't', 'a', '乙');",
        )?;
        Ok(())
    })
    .unwrap();
    let full = rows(desk.ledger());
    for sql in [
        "DELETE FROM team",
        "DELETE FROM person WHERE id = 'a'",
        "REPLACE INTO person (id, team_id, name) VALUES ('b', 't', '丙')",
        "REPLACE INTO team (id, name) VALUES ('u', '焊接')",
        "INSERT INTO person (id, team_id, name) VALUES ('b', 't', '丁') ON CONFLICT (id) DO UPDATE SET name = '丁', pay = 1",
    ] {
        step(desk.ledger(), "动", |tx| Ok(tx.execute_batch(sql)?)).unwrap();
        let changed = rows(desk.ledger());
        assert_ne!(changed, full, "{sql}");
        desk.ledger().undo(&chair()).unwrap();
        assert_eq!(rows(desk.ledger()), full, "{sql} undone");
        desk.ledger().redo(&chair()).unwrap();
        assert_eq!(rows(desk.ledger()), changed, "{sql} redone");
        desk.ledger().undo(&chair()).unwrap();
    }
    assert!(findings(desk.ledger()).is_empty());
}

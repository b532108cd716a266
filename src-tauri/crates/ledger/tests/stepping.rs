//! The one door: a step is whole or not at all, and nothing is written past it.

use crate::common::*;
use ledger::{Ledger, LedgerError, rusqlite};
use std::sync::Barrier;

#[test]
fn a_step_writes_its_rows_and_one_journal_row() {
    let desk = Desk::new();
    let before = desk.ledger().head().unwrap();
    let done = step(desk.ledger(), "新建班组", |tx| {
        let team: TeamId = tx.new_id();
        tx.execute("INSERT INTO team (id, name) VALUES (?1, '喷涂')", [team])?;
        let person: PersonId = tx.new_id();
        tx.execute("INSERT INTO person (id, team_id, name) VALUES (?1, ?2, '甲')", (person, team))?;
        Ok(tx.seq())
    })
    .unwrap();
    assert_eq!(done.changed.iter().map(String::as_str).collect::<Vec<_>>(), ["person", "team"]);
    assert_eq!((done.seq, done.value), (before.seq + 1, before.seq + 1));
    let row = &desk.ledger().steps(1).unwrap()[0];
    assert_eq!((row.seq, row.label.as_str(), row.actor_name.as_str()), (done.seq, "新建班组", "主席"));
    assert_eq!(row.at, "2026-11-16T09:00:00.000+08:00");
    assert_ne!(desk.ledger().head().unwrap().hash, before.hash);
}

#[test]
fn a_failed_step_leaves_nothing() {
    let desk = Desk::new();
    let (rows_before, head) = (rows(desk.ledger()), desk.ledger().head().unwrap());
    let refused: Result<_, LedgerError> = step(desk.ledger(), "半途", |tx| {
        tx.execute("INSERT INTO team (id, name) VALUES ('t', '仓储')", [])?;
        Err::<(), _>(LedgerError::Cancelled)
    });
    assert_eq!(refused.unwrap_err().code(), "ledger.cancelled");
    assert_eq!((rows(desk.ledger()), desk.ledger().head().unwrap()), (rows_before, head));
    // At the end of the transaction too: a person without a team.
    let orphan = step(desk.ledger(), "无主", |tx| {
        tx.execute_batch("PRAGMA defer_foreign_keys = ON")?;
        tx.execute("INSERT INTO person (id, team_id, name) VALUES ('p', 'none', '乙')", [])?;
        Ok(())
    });
    assert_eq!(orphan.unwrap_err().code(), "ledger.sql");
    assert_eq!(count(desk.ledger(), "person"), 0);
    assert!(findings(desk.ledger()).is_empty());
}

#[test]
fn a_panic_in_a_step_rolls_back_and_the_ledger_goes_on() {
    let desk = Desk::new();
    let panicked = std::panic::catch_unwind(std::panic::AssertUnwindSafe(|| {
        step(desk.ledger(), "惊", |tx| {
            tx.execute("INSERT INTO team (id, name) VALUES ('t', '仓储')", [])?;
            assert!(tx.today().to_string().is_empty(), "the step ends here");
            Ok(())
        })
    }));
    assert!(panicked.is_err());
    assert_eq!(count(desk.ledger(), "team"), 0);
    add_team(desk.ledger(), "仓储");
    assert_eq!(count(desk.ledger(), "team"), 1);
}

#[test]
fn a_rolled_back_savepoint_leaves_no_change_row() {
    let desk = Desk::new();
    step(desk.ledger(), "试一试", |tx| {
        tx.execute("INSERT INTO team (id, name) VALUES ('a', '机加工')", [])?;
        tx.execute_batch(
            "SAVEPOINT try; INSERT INTO team (id, name) VALUES ('b', '焊接'); ROLLBACK TO try; RELEASE try",
        )?;
        let twice = tx.execute("INSERT INTO team (id, name) VALUES ('c', '装配'), ('d', '机加工')", []);
        assert!(twice.is_err(), "the second row breaks UNIQUE, so the first goes too");
        Ok(())
    })
    .unwrap();
    assert_eq!((count(desk.ledger(), "team"), count(desk.ledger(), "change")), (1, 1));
    assert!(findings(desk.ledger()).is_empty());
}

#[test]
fn a_write_outside_a_step_is_refused() {
    let mut desk = Desk::new();
    add_team(desk.ledger(), "焊接");
    let refused = desk.ledger().read(|conn| {
        conn.execute("UPDATE team SET headcount = 3", [])?;
        Ok::<_, LedgerError>(())
    });
    assert_eq!(refused.unwrap_err().code(), "ledger.readOnly");
    let forced = desk.ledger().read(|conn| {
        conn.execute_batch("PRAGMA query_only = OFF")?;
        conn.execute("UPDATE team SET headcount = 3", [])?;
        Ok::<_, LedgerError>(())
    });
    assert_eq!(forced.unwrap_err().code(), "ledger.writeOutsideStep");
    desk.close();
    // Another program that has the key, but not the ledger's functions.
    let conn = rusqlite::Connection::open(desk.dir().join("ledger.db")).unwrap();
    conn.execute_batch(&format!("PRAGMA key = \"x'{}'\"", "5a".repeat(32))).unwrap();
    assert!(conn.execute("DELETE FROM team", []).is_err());
}

#[test]
fn the_journal_is_append_only_even_in_a_step() {
    let desk = Desk::new();
    add_team(desk.ledger(), "焊接");
    for sql in [
        "UPDATE journal SET label = 'x'",
        "DELETE FROM journal",
        "UPDATE change SET after = '{}'",
        "DELETE FROM change",
    ] {
        let refused = step(desk.ledger(), "改流水", |tx| Ok(tx.execute_batch(sql)?));
        assert!(refused.is_err(), "{sql} must be refused");
    }
    let renamed = step(desk.ledger(), "改编号", |tx| Ok(tx.execute("UPDATE team SET id = 'other'", [])?));
    assert!(renamed.is_err(), "ids never change");
}

#[test]
fn what_changes_nothing_leaves_no_step() {
    let desk = Desk::new();
    let team = add_team(desk.ledger(), "焊接");
    let head = desk.ledger().head().unwrap();
    let same = step(desk.ledger(), "照旧", |tx| {
        Ok(tx.execute("UPDATE team SET name = '焊接', headcount = NULL WHERE id = ?1", [team])?)
    })
    .unwrap();
    assert!(same.changed.is_empty() && same.seq == head.seq);
    step(desk.ledger(), "草稿", |tx| Ok(tx.execute("INSERT INTO draft VALUES ('f', '{}')", [])?)).unwrap();
    assert_eq!((desk.ledger().head().unwrap(), count(desk.ledger(), "draft")), (head.clone(), 1));
    let sealed = desk.ledger().step(&final_op("签发"), &chair(), |_| Ok::<_, LedgerError>(())).unwrap();
    assert_eq!(sealed.seq, head.seq + 1, "a final act is kept even when no row changed");
}

#[test]
fn ids_are_given_once_also_by_steps_that_leave_no_journal_row() {
    let mut desk = Desk::new();
    let mut given = Vec::new();
    for form in ["f", "g", "f"] {
        let typed = step(desk.ledger(), "草稿", |tx| {
            tx.execute("INSERT OR REPLACE INTO draft VALUES (?1, '{}')", [form])?;
            Ok(tx.new_id::<TeamId>().to_string())
        });
        given.push(typed.unwrap().value);
        // The next one is of another run of the program, as with `--ids` of a script.
        desk.reopen();
    }
    given.push(add_team(desk.ledger(), "焊接").to_string());
    let once: std::collections::BTreeSet<&String> = given.iter().collect();
    assert_eq!(once.len(), given.len(), "{given:?}");
}

#[test]
fn case_and_json_and_large_numbers_are_kept_exactly() {
    let desk = Desk::new();
    step(desk.ledger(), "建", |tx| {
        tx.execute(
            "INSERT INTO team (id, name, headcount, seal) VALUES ('t', json_array(1, 2), ?1, x'00ff')",
            [i64::MAX],
        )?;
        Ok(())
    })
    .unwrap();
    let after: String = desk
        .ledger()
        .read(|conn| Ok::<_, LedgerError>(conn.query_row("SELECT after FROM change", [], |r| r.get(0))?))
        .unwrap();
    assert_eq!(
        after, r#"{"name":"[1,2]","seal":"00FF","headcount":9223372036854775807}"#,
        "text that came from a JSON function is still text; the generated column is left out"
    );
    let cased = |name: &str| {
        step(desk.ledger(), "改名", |tx| Ok(tx.execute("UPDATE team SET name = ?1", [name])?))
            .unwrap()
            .changed
            .len()
    };
    assert_eq!((cased("abc"), cased("ABC"), cased("ABC")), (1, 1, 0), "NOCASE must not hide a change");
}

#[test]
fn a_step_within_a_step_is_refused_instead_of_waiting_for_ever() {
    let desk = Desk::new();
    let nested = step(desk.ledger(), "外", |_| step(desk.ledger(), "内", |_| Ok(())));
    assert_eq!(nested.unwrap_err().code(), "ledger.nestedStep");
}

#[test]
fn readers_answer_while_a_step_runs_and_see_one_state() {
    let desk = Desk::new();
    let ledger: &Ledger = desk.ledger();
    let (inside, seen) = (Barrier::new(2), Barrier::new(2));
    std::thread::scope(|scope| {
        scope.spawn(|| {
            step(ledger, "慢", |tx| {
                tx.execute("INSERT INTO team (id, name) VALUES ('t', '焊接')", [])?;
                inside.wait();
                seen.wait();
                Ok(())
            })
            .unwrap();
        });
        inside.wait();
        assert_eq!(count(ledger, "team"), 0, "a reader must not see half a step");
        seen.wait();
    });
    assert_eq!(count(ledger, "team"), 1);
}

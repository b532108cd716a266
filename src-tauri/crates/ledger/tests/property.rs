//! Whatever is written, undone to the start and redone to the end: every state on the way is exactly as it was.

use crate::common::*;
use ledger::{LedgerError, rusqlite};
use proptest::prelude::*;

#[derive(Debug, Clone)]
enum Write {
    Team(u8, Option<Vec<u8>>),
    Person(u8, u8, Option<u8>),
    Pay(u8, Option<i64>),
    Name(u8, String),
    Move(u8, u8),
    Replace(u8, u8),
    DropPerson(u8),
    DropTeam(u8),
}

fn write() -> impl Strategy<Value = Write> {
    let (team, person) = (0..3u8, 0..6u8);
    prop_oneof![
        (team.clone(), proptest::option::of(proptest::collection::vec(any::<u8>(), 0..5)))
            .prop_map(|(t, s)| Write::Team(t, s)),
        (person.clone(), team.clone(), proptest::option::of(person.clone()))
            .prop_map(|(p, t, c)| Write::Person(p, t, c)),
        (person.clone(), any::<Option<i64>>()).prop_map(|(p, n)| Write::Pay(p, n)),
        (person.clone(), "[a-cA-C王·\"'\\\\\n\u{0}喆]{0,4}").prop_map(|(p, n)| Write::Name(p, n)),
        (person.clone(), team.clone()).prop_map(|(p, t)| Write::Move(p, t)),
        (person.clone(), team.clone()).prop_map(|(p, t)| Write::Replace(p, t)),
        person.prop_map(Write::DropPerson),
        team.prop_map(Write::DropTeam),
    ]
}

fn apply(conn: &rusqlite::Connection, write: &Write) -> rusqlite::Result<usize> {
    let id = |n: &u8| n.to_string();
    match write {
        Write::Team(t, seal) => {
            conn.execute("INSERT INTO team (id, name, seal) VALUES (?1, 'T' || ?1, ?2)", (id(t), seal))
        }
        Write::Person(p, t, chief) => conn.execute(
            "INSERT INTO person (id, team_id, chief_id, name) VALUES (?1, ?2, ?3, '甲')",
            (id(p), id(t), chief.map(|c| id(&c))),
        ),
        Write::Pay(p, pay) => conn.execute("UPDATE person SET pay = ?2 WHERE id = ?1", (id(p), pay)),
        Write::Name(p, name) => conn.execute("UPDATE person SET name = ?2 WHERE id = ?1", (id(p), name)),
        Write::Move(p, t) => conn.execute("UPDATE person SET team_id = ?2 WHERE id = ?1", (id(p), id(t))),
        Write::Replace(p, t) => {
            conn.execute("REPLACE INTO person (id, team_id, name) VALUES (?1, ?2, '乙')", (id(p), id(t)))
        }
        Write::DropPerson(p) => conn.execute("DELETE FROM person WHERE id = ?1", [id(p)]),
        Write::DropTeam(t) => conn.execute("DELETE FROM team WHERE id = ?1", [id(t)]),
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 24, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn undo_to_the_start_and_redo_to_the_end_pass_the_same_states(
        steps in proptest::collection::vec(proptest::collection::vec(write(), 1..6), 1..12)
    ) {
        let mut desk = Desk::new();
        let ledger = desk.ledger();
        let mut states = vec![rows(ledger)];
        for writes in &steps {
            // A refused write (a name twice, no such team) is passed over, as a form would; the step goes on.
            let done = step(ledger, "随机", |tx| {
                writes.iter().for_each(|write| { let _ = apply(tx, write); });
                Ok(())
            }).unwrap();
            if !done.changed.is_empty() {
                states.push(rows(ledger));
            }
        }
        for state in states.iter().rev().skip(1) {
            ledger.undo(&chair()).unwrap();
            prop_assert_eq!(&rows(ledger), state);
        }
        prop_assert_eq!(ledger.undo(&chair()).unwrap_err().code(), LedgerError::NothingToUndo.code());
        let ledger = desk.reopen();
        for state in states.iter().skip(1) {
            ledger.redo(&chair()).unwrap();
            prop_assert_eq!(&rows(ledger), state);
        }
        prop_assert!(ledger.redo(&chair()).is_err());
        prop_assert_eq!(findings(ledger), Vec::<String>::new());
    }
}

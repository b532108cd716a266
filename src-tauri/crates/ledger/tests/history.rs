//! What the journal tells of itself: pages of steps, what a step changed, the life of a record.

use crate::common::*;
use ledger::{Actor, JournalQuery, LedgerError, Op};
use serde_json::json;

fn seqs(desk: &Desk, query: &JournalQuery) -> (Vec<i64>, bool) {
    let page = desk.ledger().journal(query).unwrap();
    (page.lines.iter().map(|line| line.step.seq).collect(), page.more)
}

#[test]
fn the_journal_is_searched_by_person_day_command_table_and_text() {
    let desk = Desk::new();
    let team = add_team(desk.ledger(), "焊接"); // 2
    let officer = Actor { id: "officer".into(), name: "委员".into() };
    let op = Op { code: "members.save".into(), ..op("保存人员") };
    desk.ledger()
        .step(&op, &officer, |tx| {
            tx.execute("INSERT INTO person (id, team_id, name) VALUES ('p', ?1, '甲')", [team])?;
            Ok::<_, LedgerError>(())
        })
        .unwrap(); // 3
    add_team(desk.ledger(), "装配"); // 4
    let all = JournalQuery::default();
    assert_eq!(seqs(&desk, &all), (vec![4, 3, 2, 1], false));
    let day = |text: &str| Some(text.parse().unwrap());
    for (query, expected) in [
        (JournalQuery { person: Some("officer".into()), ..all.clone() }, vec![3]),
        (JournalQuery { ops: vec!["members.".into()], ..all.clone() }, vec![3]),
        (JournalQuery { tables: vec!["person".into()], ..all.clone() }, vec![3]),
        (
            JournalQuery { tables: vec!["person".into()], ops: vec!["test.".into()], ..all.clone() },
            vec![4, 3, 2],
        ),
        (JournalQuery { text: Some(" 保存 ".into()), ..all.clone() }, vec![3]),
        (
            JournalQuery {
                text: Some("甲".into()),
                rows: vec![("person".into(), "p".into()), ("team".into(), "p".into())],
                ..all.clone()
            },
            vec![3],
        ),
        (
            JournalQuery {
                text: Some("保存".into()),
                rows: vec![("person".into(), "p".into())],
                person: Some("nobody".into()),
                ..all.clone()
            },
            vec![],
        ),
        (JournalQuery { from: day("2026-11-16"), to: day("2026-11-16"), ..all.clone() }, vec![4, 3, 2, 1]),
        (JournalQuery { from: day("2026-11-17"), ..all.clone() }, vec![]),
        (JournalQuery { to: day("2026-11-15"), ..all.clone() }, vec![]),
        (JournalQuery { before_seq: Some(3), ..all.clone() }, vec![2, 1]),
    ] {
        assert_eq!(seqs(&desk, &query), (expected, false), "{query:?}");
    }
    assert_eq!(seqs(&desk, &JournalQuery { limit: 2, ..all }), (vec![4, 3], true));
}

#[test]
fn a_page_says_what_is_taken_back_and_what_can_be() {
    let desk = Desk::new();
    add_team(desk.ledger(), "焊接"); // 2
    desk.ledger().step(&final_op("签发"), &chair(), |_| Ok::<_, LedgerError>(())).unwrap(); // 3
    add_team(desk.ledger(), "装配"); // 4
    add_team(desk.ledger(), "喷涂"); // 5
    desk.ledger().undo(&chair()).unwrap(); // 6 takes 5 back
    let of = |seq: i64| {
        let page = desk.ledger().journal(&JournalQuery::default()).unwrap();
        let line = page.lines.into_iter().find(|line| line.step.seq == seq).unwrap();
        (line.undone_by, line.can_take_back)
    };
    let (now, gone, no) = ((None, true), (Some(6), false), (None, false));
    assert_eq!([2, 3, 4, 5, 6].map(of), [no, no, now, gone, no]);
    desk.ledger().redo(&chair()).unwrap(); // 7 voids 6
    assert_eq!([4, 5, 6, 7].map(of), [now, now, (Some(7), false), no]);
}

#[test]
fn a_record_shows_its_life_in_columns() {
    let desk = Desk::new();
    let team = add_team(desk.ledger(), "焊接");
    step(desk.ledger(), "改人数", |tx| {
        Ok(tx.execute("UPDATE team SET headcount = 40, seal = x'0102' WHERE id = ?1", [team])?)
    })
    .unwrap();
    step(desk.ledger(), "撤销班组", |tx| Ok(tx.execute("DELETE FROM team", [])?)).unwrap();
    let id = team.to_string();
    let life = desk.ledger().history_of(&[("team", &id), ("person", &id)]).unwrap();
    let told: Vec<_> = life
        .iter()
        .map(|one| {
            let cells: Vec<_> = one
                .change
                .cells
                .iter()
                .map(|cell| (cell.column.as_str(), cell.before.clone(), cell.after.clone()))
                .collect();
            (one.step.step.label.as_str(), one.change.act.as_str(), cells)
        })
        .collect();
    let none = || json!(null);
    assert_eq!(
        told,
        [
            ("新建班组", "insert", vec![("name", none(), json!("焊接")), ("seal", none(), none())]),
            ("改人数", "update", vec![("seal", none(), json!("2 字节")), ("headcount", none(), json!(40))]),
            (
                "撤销班组",
                "delete",
                vec![
                    ("name", json!("焊接"), none()),
                    ("seal", json!("2 字节"), none()),
                    ("headcount", json!(40), none())
                ]
            ),
        ]
    );
    let step = desk.ledger().step_changes(3, 10).unwrap();
    assert_eq!((step.total, step.rows.len(), step.rows[0].table.as_str()), (1, 1, "team"));
    assert_eq!(desk.ledger().step_changes(3, 0).unwrap().rows.len(), 0);
}

#[test]
fn history_stays_readable_across_a_migration_and_undo_stops_there() {
    let mut desk = Desk::new();
    let team = add_team(desk.ledger(), "焊接");
    desk.close();
    let ledger = ledger::Ledger::open(&desk.dir(), &GROWN, &setting(), ledger::Unlock::Key(key())).unwrap();
    let life = ledger.history_of(&[("team", &team.to_string())]).unwrap();
    assert_eq!((life.len(), life[0].step.can_take_back), (1, false));
    assert_eq!(ledger.take_back(2, &chair()).unwrap_err().code(), "ledger.sealedSince");
    assert_eq!(ledger.undo(&chair()).unwrap_err().code(), "ledger.undoStopped");
}

//! The structure of the file, altered with the key behind the program's back: false names and figures over true rows. It is
//! found, named, and nothing is made to agree with it. Which ledgers are sound says every other test that checks one.

use crate::common::*;
use ledger::{Derived, Ledger, LedgerError, Mend, Passphrase, Proof, Schema, Severity, Tx, Unlock};
use std::path::Path;

fn two_teams() -> Desk {
    let desk = Desk::new();
    for name in ["机加工", "焊接"] {
        add_team(desk.ledger(), name);
    }
    assert_eq!(findings(desk.ledger()), Vec::<String>::new(), "a sound ledger is silent");
    desk
}

fn alter(desk: &mut Desk, sql: &str) {
    desk.close();
    with_key(&desk.dir()).execute_batch(sql).unwrap();
}

#[test]
fn whatever_was_altered_is_found_by_name_with_one_way_out() {
    for (sql, what) in [
        (
            "DROP VIEW live_person; CREATE VIEW live_person AS SELECT id, '别人' AS name FROM person",
            "改了视图 live_person",
        ),
        ("DROP VIEW live_person", "少了视图 live_person"),
        (
            "DROP VIEW live_person; CREATE TABLE live_person (id, name)",
            "少了视图 live_person，多了表 live_person",
        ),
        (
            "CREATE TRIGGER evil AFTER INSERT ON person BEGIN DELETE FROM draft; END",
            "多了触发器 evil",
        ),
        ("DROP TRIGGER change_is_append_only_update", "少了触发器 change_is_append_only_update"),
        ("DROP TRIGGER person_indexed", "少了触发器 person_indexed"),
        ("DROP INDEX person_by_team", "少了索引 person_by_team"),
        ("CREATE INDEX evil ON team (headcount)", "多了索引 evil"),
        ("CREATE TABLE evil (a)", "多了表 evil"),
        ("CREATE TABLE evil (id TEXT PRIMARY KEY) STRICT", "多了表 evil"),
        ("ALTER TABLE draft ADD COLUMN more TEXT", "改了表 draft"),
        ("ALTER TABLE team ADD COLUMN more TEXT", "改了表 team"),
        ("DROP TABLE draft", "少了表 draft"),
        (
            "CREATE TABLE a (a); CREATE TABLE b (a); CREATE TABLE c (a); CREATE TABLE d (a); CREATE TABLE e (a);
             CREATE TABLE f (a)",
            "多了表 a、表 b、表 c、表 d、表 e等 6 处",
        ),
    ] {
        let mut desk = two_teams();
        let head = desk.ledger().head().unwrap();
        alter(&mut desk, sql);
        let ledger = desk.reopen();
        let told = format!("账本的结构被改动过：{what}。页面和文书上的名单、数字可能不真实。");
        let found = ledger.check(&mut |_, _| true).unwrap();
        assert_eq!(found.len(), 1, "{sql}: {found:?}");
        assert_eq!((&found[0].message, found[0].severity), (&told, Severity::Error), "{sql}");
        assert!(found[0].way_out.contains("从改动以前的备份恢复"), "{}", found[0].way_out);
        assert!(found[0].is_of_structure());
        let proof = ledger.prove(head.seq, &head.hash, &mut |_, _| true).unwrap();
        assert_eq!(proof, Proof::Altered { found: told }, "{sql}");
        assert_eq!(ledger.rebuild().unwrap_err().code(), "ledger.structureAltered", "{sql}");
    }
}

#[test]
fn rows_that_were_changed_too_are_found_beside_it() {
    let mut desk = two_teams();
    desk.close();
    tamper(&desk.dir(), "UPDATE team SET name = '没这个班组' WHERE name = '焊接'; CREATE TABLE evil (a)");
    let found = findings(desk.reopen());
    assert_eq!(found.len(), 2, "{found:?}");
    assert!(found[0].contains("多了表 evil") && found[1].contains("绕过程序改的"), "{found:?}");
}

#[test]
fn a_paper_proves_nothing_of_records_that_were_rewritten_behind_the_journal() {
    let mut desk = two_teams();
    let head = desk.ledger().head().unwrap();
    let stopped = desk.ledger().prove(head.seq, &head.hash, &mut |_, _| false);
    assert_eq!(stopped.unwrap_err().code(), "ledger.cancelled");
    desk.close();
    // Chain and structure are as they were.
    tamper(&desk.dir(), "UPDATE team SET name = '没这个班组' WHERE name = '焊接'");
    let ledger = desk.reopen();
    let found = "有 1 条记录和流水最后记下的不一样，是绕过程序改的。";
    assert_eq!(findings(ledger), [found]);
    let proof = ledger.prove(head.seq, &head.hash, &mut |_, _| true).unwrap();
    assert_eq!(proof, Proof::Altered { found: found.into() });
}

#[test]
fn a_copy_says_what_of_it_was_altered_also_one_from_before_a_migration() {
    const OTHERS: &str = "DROP VIEW live_person;
      CREATE VIEW live_person AS SELECT id, '别人' AS name FROM person; CREATE TABLE evil (a)";
    let mut desk = two_teams();
    let home = desk.home.path().to_owned();
    // Of one day only the newest stays among the ledger's own.
    let copy = |ledger: &Ledger, name: &str| {
        let made = ledger.backup(&ledger::BackupTo::Own, &mut |_, _| true).unwrap().dir;
        std::fs::rename(made, home.join(name)).unwrap();
        home.join(name)
    };
    let told = |ledger: &Ledger, copy: &Path| {
        let altered = ledger.look_into(copy, &mut |_, _| true).unwrap().altered;
        assert_eq!(ledger.altered_copy(copy).unwrap(), altered, "the same without reading its pages");
        altered
    };
    let (before, exchanged) = (copy(desk.ledger(), "before"), copy(desk.ledger(), "exchanged"));
    assert_eq!(told(desk.ledger(), &before), None);
    with_key(&exchanged).execute_batch(OTHERS).unwrap();
    let what = Some("改了视图 live_person，多了表 evil".to_owned());
    assert_eq!(told(desk.ledger(), &exchanged), what);
    let unrecorded = copy(desk.ledger(), "unrecorded");
    with_key(&unrecorded).execute_batch("DROP TRIGGER journal_of_team_update").unwrap();
    assert_eq!(told(desk.ledger(), &unrecorded), Some("改了记录流水的触发器".to_owned()));

    desk.close();
    let grown = Ledger::open(&desk.dir(), &GROWN, &setting(), Unlock::Key(key())).unwrap();
    assert_eq!(told(&grown, &before), None, "it is held against what an earlier program made");
    assert_eq!(told(&grown, &exchanged), what);
}

#[test]
fn what_is_derived_is_not_offered_to_be_made_anew_over_it() {
    const STALE: Schema = Schema {
        derived: &[Derived {
            name: "班组目录",
            verify: |_| Ok(false),
            rebuild: |_| Ok(()),
            compact: |_| Ok(()),
        }],
        ..SCHEMA
    };
    let mut desk = two_teams();
    let offered = |desk: &mut Desk| {
        desk.close();
        let ledger = Ledger::open(&desk.dir(), &STALE, &setting(), Unlock::Key(key())).unwrap();
        let found = ledger.check(&mut |_, _| true).unwrap();
        found.iter().filter_map(|finding| finding.mend).collect::<Vec<_>>()
    };
    assert_eq!(offered(&mut desk), [Mend::Rebuild]);
    alter(&mut desk, "DROP VIEW live_person; CREATE VIEW live_person AS SELECT id, name FROM person");
    assert!(offered(&mut desk).is_empty(), "it would agree with the altered view, and nothing would show");
}

#[test]
fn a_copy_from_before_is_the_way_out() {
    let mut desk = two_teams();
    let copy = desk.ledger().backup(&ledger::BackupTo::Own, &mut |_, _| true).unwrap().dir;
    alter(&mut desk, "CREATE TABLE evil (a); DROP VIEW live_person");
    assert_eq!(findings(desk.reopen()).len(), 1);
    let restored = desk.ledger.take().unwrap().restore(
        &copy,
        &final_op("恢复备份"),
        &chair(),
        |_: &Tx<'_>| Ok::<_, LedgerError>(()),
        (&again(), &around),
        &mut |_, _| true,
    );
    assert_eq!(findings(&restored.unwrap().ledger), Vec::<String>::new());
}

#[test]
fn another_ledgers_number_is_told_by_the_file_of_passphrases() {
    let mut desk = two_teams();
    desk.ledger().put_slot(&chair(), &Passphrase::new("一句话"), &chair()).unwrap();
    assert_eq!(findings(desk.ledger()), Vec::<String>::new());
    alter(&mut desk, "UPDATE ledger_meta SET value = 'another' WHERE key = 'id'");
    let found = findings(desk.reopen());
    assert_eq!(found, ["口令文件 keys.json 里的账本编号和账本里的不一样，有一处被改动过。"]);
}

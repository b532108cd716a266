//! The access log: kept at once, found again by record, chained, carried over a re-key, and no part of undo.

use crate::common::{Desk, SCHEMA, add_team, chair, final_op, setting};
use ledger::rusqlite::Connection;
use ledger::{Actor, Ledger, Passphrase, Unlock};

fn auditor() -> Actor {
    Actor { id: "auditor".into(), name: "郑琳".into() }
}

fn look(ledger: &Ledger, subject: &str) {
    ledger.record_look(&auditor(), "members.get", "核对入会申请", &[subject.to_owned()]).unwrap();
}

#[test]
fn a_look_is_kept_and_found_by_its_record() {
    let mut desk = Desk::new();
    add_team(desk.ledger(), "焊接");
    let head = desk.ledger().head().unwrap();
    (0..3).for_each(|n| look(desk.ledger(), &format!("person-{n}")));
    assert_eq!(desk.ledger().head().unwrap(), head, "a look is no step");
    desk.ledger().undo(&chair()).unwrap();
    let ledger = desk.reopen();
    let seqs: Vec<i64> = ledger.looks(None, None, 10).unwrap().iter().map(|look| look.seq).collect();
    assert_eq!(seqs, [3, 2, 1], "newest first, and undo did not reach them");
    assert_eq!(ledger.looks(Some(3), None, 1).unwrap()[0].seq, 2, "a page further on");
    let found = ledger.looks(None, Some("person-1"), 10).unwrap();
    assert_eq!((found.len(), found[0].seq, found[0].actor_name.as_str()), (1, 2, "郑琳"));
}

#[test]
fn the_log_is_encrypted_and_whoever_alters_it_is_found() {
    let mut desk = Desk::new();
    (0..3).for_each(|n| look(desk.ledger(), &format!("person-{n}")));
    let path = desk.dir().join("access.db");
    desk.close();
    let bytes = std::fs::read(&path).unwrap();
    assert!(!bytes.windows(6).any(|part| part == "person".as_bytes() || part == "SQLite".as_bytes()));
    let conn = Connection::open(&path).unwrap();
    conn.execute_batch(&format!("PRAGMA key = \"x'{}'\"", "5a".repeat(32))).unwrap();
    let refused = conn.execute_batch("DELETE FROM look WHERE seq = 2").unwrap_err();
    assert!(refused.to_string().contains("append-only"), "{refused}");
    conn.execute_batch("DROP TRIGGER look_is_append_only_delete; DELETE FROM look WHERE seq = 2").unwrap();
    drop(conn);
    desk.reopen();
    let found = crate::common::findings(desk.ledger());
    assert_eq!(found, ["查阅记录从第 3 条起被改动过，或者不见了。"], "the one after the gap no longer fits");
}

#[test]
fn a_log_that_was_taken_away_or_put_back_is_missed() {
    let mut desk = Desk::new();
    (0..2).for_each(|n| look(desk.ledger(), &format!("person-{n}")));
    let path = desk.dir().join("access.db");
    let older = desk.dir().with_extension("older");
    desk.close();
    std::fs::copy(&path, &older).unwrap();
    look(desk.reopen(), "person-2");
    assert_eq!(crate::common::findings(desk.ledger()), Vec::<String>::new());
    desk.close();
    std::fs::copy(&older, &path).unwrap();
    desk.reopen();
    assert_eq!(crate::common::findings(desk.ledger()), ["查阅记录从第 3 条起被改动过，或者不见了。"]);
    desk.close();
    std::fs::remove_file(&path).unwrap();
    desk.reopen();
    assert_eq!(crate::common::findings(desk.ledger()), ["查阅记录从第 1 条起被改动过，或者不见了。"]);
}

#[test]
fn a_re_key_takes_the_log_along() {
    let home = tempfile::TempDir::new().unwrap();
    let dir = home.path().join("账本");
    let passphrase = || Passphrase::new("老厂房 第三扇窗");
    let (ledger, _) = Ledger::create(&dir, &SCHEMA, &setting(), &chair(), &passphrase()).unwrap();
    look(&ledger, "person-1");
    let open = || Ledger::open(&dir, &SCHEMA, &setting(), Unlock::Passphrase(passphrase())).unwrap();
    ledger.rekey(&final_op("移交主席"), &chair(), &mut |_, _| true).unwrap();
    // As after a kill between the two files: the log is still under the old key.
    drop(ledger);
    let ledger = open();
    look(&ledger, "person-2");
    assert_eq!(ledger.looks(None, None, 10).unwrap().len(), 2);
    ledger.rekey(&final_op("移交主席"), &chair(), &mut |_, _| true).unwrap();
    ledger.renew_access_log().unwrap();
    look(&ledger, "person-3");
    drop(ledger);
    assert_eq!(open().looks(None, None, 10).unwrap().len(), 3);
}

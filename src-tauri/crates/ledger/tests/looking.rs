//! The access log: kept at once, found again by record, chained, carried over a re-key, and no part of undo.

use crate::common::*;
use ledger::restore::{Found, bring};
use ledger::rusqlite::Connection;
use ledger::{Actor, BackupTo, Ledger, LedgerError, Mend, Passphrase, Purge, Severity, Unlock};
use sha2::{Digest, Sha256};
use std::path::Path;

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
    let found = findings(desk.ledger());
    let gone =
        "查阅记录的结构被改动过：少了触发器 look_is_append_only_delete。有的查阅可能没有记下来，或者被改过。";
    let gap = "查阅记录从第 3 条起被改动过，或者不见了。";
    assert_eq!(found, [gone, gap], "the one after the gap no longer fits");
}

#[test]
fn what_was_altered_of_the_logs_structure_is_found_by_name_and_made_anew_once_it_is_put_down() {
    const FOREIGN: &str = "CREATE TRIGGER evil AFTER INSERT ON look BEGIN SELECT 1; END";
    for (sql, what, kept) in [
        ("DROP TRIGGER look_is_append_only_update", "少了触发器 look_is_append_only_update", 2),
        (
            "DROP TRIGGER look_is_append_only_delete;
             CREATE TRIGGER look_is_append_only_delete BEFORE DELETE ON look BEGIN SELECT 1; END",
            "改了触发器 look_is_append_only_delete",
            2,
        ),
        (FOREIGN, "多了触发器 evil", 2),
        ("CREATE VIEW evil AS SELECT 1", "多了视图 evil", 2),
        ("CREATE INDEX evil ON look (at)", "多了索引 evil", 2),
        ("CREATE TABLE evil (a)", "多了表 evil", 0),
        ("ALTER TABLE look ADD COLUMN more TEXT", "改了表 look", 0),
        (
            "DROP TABLE look",
            "少了表 look、触发器 look_is_append_only_delete、触发器 look_is_append_only_update",
            0,
        ),
    ] {
        let mut desk = Desk::new();
        (0..2).for_each(|n| look(desk.ledger(), &format!("person-{n}")));
        desk.close();
        raw(&desk.dir()).execute_batch(sql).unwrap();
        let ledger = desk.reopen();
        let found = ledger.check(&mut |_, _| true).unwrap();
        let told = format!("查阅记录的结构被改动过：{what}。有的查阅可能没有记下来，或者被改过。");
        assert_eq!(found.len(), 1, "{sql}: {found:?}");
        assert_eq!((&found[0].message, found[0].severity), (&told, Severity::Error), "{sql}");
        assert_eq!(found[0].mend, Some(Mend::SettleLooks), "{sql}");
        ledger.settle_looks(&final_op("登记查阅记录的缺口"), &chair()).unwrap();
        assert_eq!(findings(ledger), Vec::<String>::new(), "{sql}: as it was made");
        look(ledger, "person-2");
        let seqs: Vec<i64> = ledger.looks(None, None, 10).unwrap().iter().map(|look| look.seq).collect();
        assert_eq!((seqs[0], seqs.len()), (3, kept + 1), "{sql}: looking goes on, what was kept is there");
        assert_eq!(findings(desk.reopen()), Vec::<String>::new(), "{sql}");
    }
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
    assert_eq!(findings(desk.ledger()), Vec::<String>::new());
    desk.close();
    std::fs::copy(&older, &path).unwrap();
    desk.reopen();
    assert_eq!(findings(desk.ledger()), ["查阅记录从第 3 条起被改动过，或者不见了。"]);
    desk.close();
    std::fs::remove_file(&path).unwrap();
    desk.reopen();
    assert_eq!(findings(desk.ledger()), ["查阅记录从第 1 条起被改动过，或者不见了。"]);
    look(desk.ledger(), "person-3");
    assert_eq!(desk.ledger().looks(None, None, 10).unwrap()[0].seq, 4, "looking goes on behind the gap");
    let gap = ["查阅记录从第 4 条起被改动过，或者不见了。"];
    assert_eq!(findings(desk.ledger()), gap, "a new log does not hide that the old one is gone");
    desk.close();
    std::fs::copy(&older, &path).unwrap();
    look(desk.reopen(), "person-4");
    let gap = ["查阅记录从第 5 条起被改动过，或者不见了。"];
    assert_eq!(findings(desk.ledger()), gap, "nor does an older one that was put back");
    desk.ledger().settle_looks(&final_op("登记查阅记录的缺口"), &chair()).unwrap();
    assert_eq!(findings(desk.ledger()), Vec::<String>::new(), "the chair knows of it now");
    assert!(desk.ledger().steps(1).unwrap()[0].label.ends_with("从第 5 条之后接着核对"));
    look(desk.ledger(), "person-5");
    assert_eq!(findings(desk.reopen()), Vec::<String>::new());
    desk.close();
    std::fs::remove_file(&path).unwrap();
    assert_eq!(findings(desk.reopen()).len(), 1, "the next gap is told again");
}

#[test]
fn a_log_that_cannot_be_read_stops_neither_work_nor_copies_and_is_kept_aside() {
    for at in [3000, 5000] {
        let mut desk = Desk::new();
        let words = "字".repeat(1500);
        (0..2).for_each(|n| {
            desk.ledger().record_look(&chair(), "members.get", &words, &[format!("p{n}")]).unwrap()
        });
        let path = desk.dir().join("access.db");
        desk.close();
        let mut bytes = std::fs::read(&path).unwrap();
        bytes[at] ^= 1;
        std::fs::write(&path, &bytes).unwrap();
        let (_, to) = stick_in(desk.home.path());
        let made = desk.reopen().backup(&to, &mut |_, _| true).unwrap();
        assert!(made.dir.join("access.db").is_file(), "the copy has it as it stands");
        let told = findings(desk.ledger());
        assert!(told.iter().any(|one| one.starts_with("查阅记录")), "{told:?}");
        let told = desk.ledger().looks(None, None, 10).unwrap_err();
        assert_eq!(told.code(), "ledger.looksDamaged", "no empty list, which would tell a lie");
        look(desk.ledger(), "person-3");
        assert_eq!(desk.ledger().looks(None, None, 10).unwrap().len(), 1, "looking goes on in a new one");
        let aside = || {
            let all = std::fs::read_dir(desk.dir()).unwrap().flatten();
            all.filter(|one| one.file_name().to_string_lossy().starts_with("access-damaged-")).count()
        };
        assert_eq!(aside(), 1, "the old one is kept");
        let told = findings(desk.ledger());
        assert_eq!(told, ["查阅记录从第 3 条起被改动过，或者不见了。"], "and is missed");
        let team = add_team(desk.ledger(), "焊接").to_string();
        let rows = [("team", team.as_str())];
        desk.ledger()
            .purge(&final_op("清除"), &chair(), &purge(&rows), |_| Ok::<_, LedgerError>(()))
            .unwrap();
        assert_eq!(aside(), 0, "after a purge nobody can tell what it says");
    }
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

const WHO: &str = "欧阳查阅MARK";

/// A connection to the log with the key and nothing else.
fn raw(dir: &Path) -> Connection {
    let conn = Connection::open(dir.join("access.db")).unwrap();
    conn.execute_batch(&format!("PRAGMA key = \"x'{}'\"", "5a".repeat(32))).unwrap();
    conn
}

/// Person `p`, and looks: at them, at another, and one whose purpose names them.
fn looked_at(ledger: &Ledger) {
    let team = add_team(ledger, "焊接");
    step(ledger, "加人", |tx| {
        Ok(tx.execute("INSERT INTO person (id, team_id, name) VALUES ('p', ?1, ?2)", (team, WHO))?)
    })
    .unwrap();
    let look = |purpose: &str, subjects: &[&str]| {
        let subjects: Vec<String> = subjects.iter().map(|id| (*id).to_owned()).collect();
        ledger.record_look(&auditor(), "members.get", purpose, &subjects).unwrap();
    };
    look("核对甲的入会申请", &["p"]);
    look("核对乙的入会申请", &["q"]);
    look(&format!("给{WHO}办退会"), &[]);
}

fn erase(ledger: &Ledger) -> i64 {
    let tells = |text: &str| text.contains(WHO);
    let purge = Purge { reason: "保存期满", rows: &[("person", "p")], tells: &tells, taken_back: false };
    ledger.purge(&op("清除人员"), &chair(), &purge, |_| Ok::<_, LedgerError>(())).unwrap().seq
}

/// What is left of each look: purpose and the step that erased it, oldest first.
fn left(ledger: &Ledger) -> Vec<(String, Option<i64>)> {
    let mut looks = ledger.looks(None, None, 10).unwrap();
    looks.reverse();
    looks.into_iter().map(|look| (look.purpose, look.erased_by)).collect()
}

#[test]
fn a_purge_erases_the_purposes_about_its_record_and_the_chain_of_looks_holds() {
    let mut desk = Desk::new();
    looked_at(desk.ledger());
    let seq = erase(desk.ledger());
    let expected =
        [(String::new(), Some(seq)), ("核对乙的入会申请".into(), None), (String::new(), Some(seq))];
    assert_eq!(left(desk.ledger()), expected);
    assert_eq!(findings(desk.ledger()), Vec::<String>::new());
    desk.ledger().record_look(&auditor(), "members.get", "后来的查阅", &[]).unwrap();
    assert_eq!(left(desk.reopen())[..3], expected);
    assert_eq!(findings(desk.ledger()), Vec::<String>::new());
    desk.close();
    // Erased without a purge, put back after one, changed, and a purpose under a salt of its own: each is found.
    let path = desk.dir().join("access.db");
    let whole = std::fs::read(&path).unwrap();
    for (sql, first) in [
        ("UPDATE look SET purpose = '', salt = NULL, erased_by = 5 WHERE seq = 2", 2),
        ("UPDATE look SET purpose = 'x', erased_by = NULL WHERE seq = 1", 1),
        ("UPDATE look SET purpose = 'x' WHERE seq = 3", 3),
        ("UPDATE look SET purpose = 'x' WHERE seq = 2", 2),
        ("UPDATE look SET subjects = '[]' WHERE seq = 1", 1),
        ("UPDATE look SET actor_name = 'x' WHERE seq = 3", 3),
        ("DELETE FROM look WHERE seq = 4", 4),
    ] {
        let conn = raw(&desk.dir());
        conn.execute_batch(
            "DROP TRIGGER look_is_append_only_update; DROP TRIGGER look_is_append_only_delete",
        )
        .unwrap();
        conn.execute_batch(sql).unwrap();
        drop(conn);
        let message = format!("查阅记录从第 {first} 条起被改动过，或者不见了。");
        // Beside the triggers that are gone.
        assert_eq!(findings(desk.reopen()).last(), Some(&message), "{sql}");
        desk.close();
        let _ = std::fs::remove_file(path.with_extension("db-wal"));
        std::fs::write(&path, &whole).unwrap();
    }
    let conn = raw(&desk.dir());
    let widened = conn.execute_batch("UPDATE look SET purpose = '', salt = NULL, erased_by = 5, kind = 'x'");
    assert!(widened.unwrap_err().to_string().contains("append-only"), "erasing changes nothing else");
}

#[test]
fn cut_off_between_the_two_files_the_erasing_is_finished_at_the_next_opening() {
    let mut desk = Desk::new();
    looked_at(desk.ledger());
    let (path, older) = (desk.dir().join("access.db"), desk.dir().with_extension("older"));
    desk.close();
    std::fs::copy(&path, &older).unwrap();
    let seq = erase(desk.reopen());
    let done = left(desk.ledger());
    desk.close();
    std::fs::copy(&older, &path).unwrap();
    assert_eq!(findings(desk.reopen()), ["查阅记录从第 1 条起被改动过，或者不见了。"], "put back, and found");
    desk.close();
    // As a kill leaves it: the step is there, its note too, and the other file is as it was.
    tamper(&desk.dir(), &format!("INSERT INTO ledger_meta VALUES ('access.erasing', '{seq}')"));
    assert_eq!((left(desk.reopen()), findings(desk.ledger())), (done, vec![]));
    assert_eq!(count(desk.ledger(), "ledger_meta WHERE key = 'access.erasing'"), 0);
}

#[test]
fn a_restore_leaves_the_log_erased_and_its_chain_whole() {
    let mut desk = Desk::new();
    looked_at(desk.ledger());
    let copy = desk.ledger().backup(&BackupTo::Own, &mut |_, _| true).unwrap().dir;
    erase(desk.ledger());
    let restore = |ledger: Ledger, copy: &Path| {
        ledger
            .restore(copy, &final_op("恢复备份"), &chair(), |_| Ok(()), (&again(), &around), &mut |_, _| true)
            .map_err(|not| not.error)
            .unwrap()
    };
    let kept = std::fs::canonicalize(&copy).unwrap();
    let moved = desk.home.path().join("copy");
    std::fs::rename(kept, &moved).unwrap();
    let restored = restore(desk.ledger.take().unwrap(), &moved);
    let looks = left(&restored.ledger);
    assert_eq!(
        looks[0],
        (String::new(), Some(restored.head.seq)),
        "the number is of the chain that stands now"
    );
    assert_eq!(findings(&restored.ledger), Vec::<String>::new());
    let back = restore(restored.ledger, &restored.kept);
    assert_eq!((left(&back.ledger)[2].0.as_str(), findings(&back.ledger)), ("", vec![]));
}

#[test]
fn an_older_copy_by_itself_erases_the_looks_that_those_beside_it_know_of_and_no_others() {
    let desk = Desk::new();
    let (_, to) = stick_in(desk.home.path());
    looked_at(desk.ledger());
    let older = of_yesterday(&desk.ledger().backup(&to, &mut |_, _| true).unwrap().dir);
    // The older copy does not hold this one: another has its number there.
    desk.ledger().record_look(&auditor(), "sight.reveal", &format!("再给{WHO}办退会"), &[]).unwrap();
    erase(desk.ledger());
    desk.ledger().backup(&to, &mut |_, _| true).unwrap();
    let looked = |ledger: &Ledger, found: &Found| {
        ledger.record_look(&auditor(), "members.get", "取回以后的查阅", &[])?;
        finish(ledger, found)
    };
    let (unlock, tries) = (Unlock::Key(key()), desk.home.path().join("tries"));
    let (target, may) = (desk.home.path().join("新"), |_: &Found| Ok(()));
    let by = (&unlock, tries.as_path());
    let ledger = bring(&older, &target, (&SCHEMA, &setting()), by, may, looked, &mut |_, _| true).unwrap();
    let purposes: Vec<String> = left(&ledger).into_iter().map(|(purpose, _)| purpose).collect();
    assert_eq!(purposes, ["", "核对乙的入会申请", "", "取回以后的查阅"]);
    assert_eq!(findings(&ledger), Vec::<String>::new());
}

/// What the program of before the digests wrote.
fn version_1(dir: &Path, looks: &[(&str, &str)]) -> (i64, String) {
    let conn = raw(dir);
    conn.execute_batch(include_str!("../sql/access_0001.sql")).unwrap();
    conn.pragma_update(None, "user_version", 1).unwrap();
    let mut prev = vec![0_u8; 32];
    for (seq, (purpose, subjects)) in (1_i64..).zip(looks) {
        let texts = ["2026-11-01T09:00:00.000+08:00", "auditor", "郑琳", "members.get", purpose, subjects];
        let mut hash = Sha256::new_with_prefix(b"gonghui access 1\n");
        hash.update(seq.to_be_bytes());
        for text in texts {
            hash.update((text.len() as u64).to_be_bytes());
            hash.update(text);
        }
        hash.update(&prev);
        let own = hash.finalize().to_vec();
        let row = (seq, texts[0], texts[1], texts[2], texts[3], texts[4], texts[5], &prev, &own);
        conn.execute("INSERT INTO look VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9)", row).unwrap();
        prev = own;
    }
    (looks.len() as i64, prev.iter().map(|byte| format!("{byte:02x}")).collect())
}

#[test]
fn a_log_of_version_1_opens_goes_on_and_is_erased_too() {
    let mut desk = Desk::new();
    let team = add_team(desk.ledger(), "焊接");
    step(desk.ledger(), "加人", |tx| {
        Ok(tx.execute("INSERT INTO person (id, team_id, name) VALUES ('p', ?1, ?2)", (team, WHO))?)
    })
    .unwrap();
    desk.close();
    let (seq, hash) =
        version_1(&desk.dir(), &[("核对甲", "[\"p\"]"), ("核对乙", "[\"q\"]"), ("核对丙", "[\"p\"]")]);
    tamper(
        &desk.dir(),
        &format!("INSERT INTO ledger_meta VALUES ('access.seq', '{seq}'), ('access.hash', '{hash}')"),
    );
    assert_eq!((left(desk.reopen()).len(), findings(desk.ledger())), (3, vec![]));
    look(desk.ledger(), "q");
    assert_eq!((left(desk.reopen()).len(), findings(desk.ledger())), (4, vec![]), "both kinds in one chain");
    let by = Some(erase(desk.ledger()));
    let purposes: Vec<_> = left(desk.ledger()).into_iter().map(|(_, erased)| erased).collect();
    assert_eq!((purposes, findings(desk.ledger())), (vec![by, None, by, None], vec![]));
    desk.close();
    let conn = raw(&desk.dir());
    conn.execute_batch(
        "DROP TRIGGER look_is_append_only_update; UPDATE look SET purpose = 'x' WHERE seq = 2",
    )
    .unwrap();
    drop(conn);
    let found = findings(desk.reopen());
    assert_eq!(found.last().unwrap(), "查阅记录从第 2 条起被改动过，或者不见了。", "one of the old kind");
}

//! Erasing by law: the text is nowhere, page by page, and the chain holds.

use crate::common::*;
use ledger::{LedgerError, Migration, Schema, Tx};
use std::process::Command;
use tempfile::TempDir;

const NAME: &str = "欧阳清除MARK";

/// Every page of the file, decrypted as it stands: free pages and gaps too, which no copy would show.
/// SQLCipher 4: AES-256-CBC, 80 bytes at the end of each page of which the first 16 are the vector; the first
/// page begins with the salt.
pub fn pages(dir: &std::path::Path) -> Vec<u8> {
    let file = std::fs::read(dir.join("ledger.db")).unwrap();
    let home = TempDir::new().unwrap();
    let mut plain = Vec::new();
    for (number, page) in file.chunks(4096).enumerate() {
        let begin = if number == 0 { 16 } else { 0 };
        let (from, to) = (home.path().join("from"), home.path().join("to"));
        std::fs::write(&from, &page[begin..4016]).unwrap();
        let vector: String = page[4016..4032].iter().map(|byte| format!("{byte:02x}")).collect();
        let done = Command::new("openssl")
            .args(["enc", "-d", "-aes-256-cbc", "-nopad", "-K", &"5a".repeat(32), "-iv", &vector])
            .arg("-in")
            .arg(&from)
            .arg("-out")
            .arg(&to)
            .status()
            .expect("openssl is needed to look into the pages");
        assert!(done.success());
        plain.extend(std::fs::read(&to).unwrap());
    }
    plain
}

pub fn holds(plain: &[u8], text: &str) -> bool {
    plain.windows(text.len()).any(|window| window == text.as_bytes())
}

pub const SEARCHED: Migration = Migration {
    number: 2,
    name: "search",
    sql: "CREATE VIRTUAL TABLE words USING fts5 (name, content = '', contentless_delete = 1);
          CREATE TRIGGER words_in AFTER INSERT ON person BEGIN
            INSERT INTO words (rowid, name) VALUES (NEW.rowid, NEW.name);
          END;
          CREATE TRIGGER words_out AFTER DELETE ON person BEGIN
            DELETE FROM words WHERE rowid = OLD.rowid;
          END;",
};

#[test]
fn the_name_is_nowhere_and_the_chain_holds() {
    let home = TempDir::new().unwrap();
    let dir = home.path().join("账本");
    let schema = Schema { migrations: &[FIRST, SEARCHED], ..SCHEMA };
    let ledger = ledger::Ledger::create_with_key(&dir, &schema, &setting(), &chair(), &key()).unwrap();
    let team = add_team(&ledger, "焊接");
    for n in 0..60 {
        step(&ledger, "加人", |tx| {
            tx.execute(
                "INSERT INTO person (id, team_id, name) VALUES (?1, ?2, ?3)",
                (format!("p{n}"), team, format!("旁人{n}{}", "名".repeat(n % 40))),
            )?;
            Ok(())
        })
        .unwrap();
    }
    step(&ledger, "加人", |tx| {
        tx.execute("INSERT INTO person (id, team_id, name) VALUES ('x', ?1, ?2)", (team, NAME))?;
        Ok(())
    })
    .unwrap();
    for n in 0..8 {
        step(&ledger, "改名", |tx| {
            let name = format!("{}{NAME}", "旧".repeat(n));
            Ok(tx.execute("UPDATE person SET name = ?1, pay = ?2 WHERE id = 'x'", (name, n as i64))?)
        })
        .unwrap();
    }
    // Someone who was there and is gone: undone, so only the journal knows.
    step(&ledger, "误加", |tx| {
        tx.execute("INSERT INTO person (id, team_id, name) VALUES ('y', ?1, ?2)", (team, NAME))?;
        Ok(())
    })
    .unwrap();
    ledger.undo(&chair()).unwrap();
    step(&ledger, "草稿", |tx| Ok(tx.execute("INSERT INTO draft VALUES ('f', ?1)", [NAME])?)).unwrap();
    let op = ledger::Op { code: "trash.purge".into(), ..op("彻底清除") };
    let done = ledger
        .purge(&op, &chair(), &purge(&[("person", "x"), ("person", "y")]), |tx| {
            tx.execute("DELETE FROM draft", [])?;
            // Deleted here, so its history goes too; what is only changed keeps it.
            tx.execute("DELETE FROM person WHERE id = 'p7'", [])?;
            tx.execute("UPDATE person SET pay = 1 WHERE id = 'p8'", [])?;
            Ok::<_, LedgerError>(())
        })
        .unwrap();
    assert!(findings(&ledger).is_empty(), "the chain verifies: {:?}", findings(&ledger));
    assert_eq!(ledger.steps(1).unwrap()[0].label, "彻底清除：保存期满");
    assert_eq!(count(&ledger, "person"), 59);
    let kept = ledger.history_of(&[("person", "p8")]).unwrap();
    assert_eq!(kept.iter().filter(|one| one.change.erased_by.is_none()).count(), 2);
    assert_eq!(ledger.undo(&chair()).unwrap_err().code(), "ledger.undoStopped");
    for id in ["x", "y", "p7"] {
        let life = ledger.history_of(&[("person", id)]).unwrap();
        let (erased, marks): (Vec<_>, Vec<_>) = life.iter().partition(|one| one.change.act != "erase");
        assert!(!erased.is_empty() && marks.len() == 1, "{id}");
        assert!(
            erased.iter().all(|one| one.change.erased_by == Some(done.seq) && one.change.cells.is_empty())
        );
    }
    drop(ledger);
    let plain = pages(&dir);
    assert!(holds(&plain, "旁人0") && holds(&plain, "彻底清除：保存期满"), "the look sees what is there");
    for form in [NAME, "欧阳清", "清除mark"] {
        assert!(!holds(&plain, form), "{form} still stands in a page");
    }
    let ledger = ledger::Ledger::open(&dir, &schema, &setting(), ledger::Unlock::Key(key())).unwrap();
    add_team(&ledger, "装配");
    assert!(findings(&ledger).is_empty());
}

#[test]
fn what_others_refer_to_is_not_purged_and_only_a_purge_erases() {
    let desk = Desk::new();
    let ledger = desk.ledger();
    let team = add_team(ledger, "焊接");
    step(ledger, "加人", |tx| {
        Ok(tx.execute("INSERT INTO person (id, team_id, name) VALUES ('p', ?1, '甲')", [team])?)
    })
    .unwrap();
    let id = team.to_string();
    let before = (rows(ledger), ledger.head().unwrap());
    let refused = ledger
        .purge(&op("清除"), &chair(), &purge(&[("team", &id)]), |_| Ok::<_, LedgerError>(()))
        .unwrap_err();
    assert!(!refused.to_string().contains("撤销"), "nobody takes anything back: {refused}");
    assert!(matches!(refused, LedgerError::StillReferred { label, .. } if label == "加人"));
    assert_eq!((rows(ledger), ledger.head().unwrap()), before, "nothing is erased when it is refused");
    let none = ledger.purge(&op("清除"), &chair(), &purge(&[("draft", "f")]), |_| Ok::<_, LedgerError>(()));
    assert_eq!(none.unwrap_err().code(), "ledger.schema");
    let forged = step(ledger, "改流水", |tx| {
        Ok(tx.execute("UPDATE change SET before = NULL, after = NULL, salt = NULL, erased_by = 4", [])?)
    });
    assert!(forged.is_err(), "outside a purge nothing is erased");
    let widened = ledger.purge(&op("清除"), &chair(), &purge(&[("person", "p")]), |tx| {
        Ok::<_, LedgerError>(tx.execute("UPDATE change SET row_id = 'q', after = NULL", [])?)
    });
    assert!(widened.is_err(), "a purge erases texts and nothing else");
}

#[test]
fn what_belonged_to_it_and_was_taken_back_before_goes_too() {
    let desk = Desk::new();
    let ledger = desk.ledger();
    let team = add_team(ledger, "焊接").to_string();
    let other = add_team(ledger, "装配");
    let add = |id: &str, of: &str, name: &str| {
        step(ledger, "加人", |tx| {
            Ok(tx.execute("INSERT INTO person (id, team_id, name) VALUES (?1, ?2, ?3)", (id, of, name))?)
        })
        .unwrap();
    };
    add("taken-back", &team, NAME);
    ledger.undo(&chair()).unwrap();
    add("elsewhere", &other.to_string(), "旁人");
    ledger
        .purge(&final_op("清除"), &chair(), &purge(&[("team", &team)]), |_| Ok::<_, LedgerError>(()))
        .unwrap();
    let history = |id: &str| ledger.history_of(&[("person", id)]).unwrap();
    let texts = format!("{:?}", history("taken-back"));
    assert!(!texts.contains(NAME), "the journal told of it by nothing but the purged row: {texts}");
    assert!(
        history("taken-back").iter().all(|one| one.change.act == "erase" || one.change.erased_by.is_some())
    );
    assert!(history("elsewhere").iter().all(|one| one.change.erased_by.is_none()), "others keep theirs");
    assert_eq!(findings(ledger), [] as [&str; 0]);
    assert!(!holds(&pages(&desk.dir()), NAME), "nor in any page");
}

#[test]
fn what_hangs_on_what_was_taken_back_goes_too_until_nothing_new_is_found() {
    let home = TempDir::new().unwrap();
    let ledger = loosely(&home);
    let run = |sql: &str| {
        step(&ledger, "登记", |tx| Ok(tx.execute_batch(sql)?)).unwrap();
    };
    // Both taken back, one after the other.
    run("INSERT INTO mark VALUES ('m', 'x')");
    run(&format!("INSERT INTO scan VALUES ('undone', 'm', '{NAME}')"));
    ledger.undo(&chair()).unwrap();
    ledger.undo(&chair()).unwrap();
    // The mark is gone and the scan of it stands, as a ledger may have it from before this was refused.
    run("INSERT INTO mark VALUES ('n', 'x'), ('o', 'y')");
    run(&format!("INSERT INTO scan VALUES ('left', 'n', '{NAME}'), ('elsewhere', 'o', '旁人的')"));
    run("INSERT INTO reply VALUES ('r', 'n', '回复')");
    assert_eq!(findings(&ledger), [] as [&str; 0]);
    run("DELETE FROM mark WHERE id = 'n'");
    assert_eq!(findings(&ledger), ["有 2 条附件或登记所属的记录已经撤销，不在了。"]);
    let rows = [("person".to_owned(), "x".to_owned())];
    let hanging = ledger.read(|conn| ledger::hanging(conn, &LOOSELY, &rows)).unwrap();
    let hanging: Vec<&str> = hanging.iter().map(|(_, id)| id.as_str()).collect();
    assert_eq!(hanging, ["m", "n", "left", "undone"], "known before it is done");
    ledger
        .purge(&final_op("清除"), &chair(), &purge(&[("person", "x")]), |_| Ok::<_, LedgerError>(()))
        .unwrap();
    assert_eq!((count(&ledger, "scan"), count(&ledger, "reply")), (1, 1), "who only refers to it stays");
    for id in ["undone", "left"] {
        let life = ledger.history_of(&[("scan", id)]).unwrap();
        assert!(!life.is_empty() && !format!("{life:?}").contains(NAME), "{id}: {life:?}");
        assert!(life.iter().all(|one| one.change.act == "erase" || one.change.erased_by.is_some()), "{id}");
    }
    let kept = ledger.history_of(&[("scan", "elsewhere"), ("reply", "r")]).unwrap();
    assert!(kept.iter().all(|one| one.change.erased_by.is_none()), "others keep theirs");
    assert_eq!(findings(&ledger), [] as [&str; 0], "what was erased by law is missed by nobody");
    drop(ledger);
    assert!(!holds(&pages(&home.path().join("账本")), NAME), "nor in any page");
}

#[test]
fn a_whole_roster_that_was_taken_back_goes_with_all_that_hung_on_it() {
    const PEOPLE: usize = 2_000;
    let home = TempDir::new().unwrap();
    let ledger = loosely(&home);
    step(&ledger, "导入", |tx| {
        for n in 0..PEOPLE {
            tx.execute(
                "INSERT INTO person (id, team_id, name) VALUES (?1, 't', ?2)",
                (format!("p{n}"), format!("{NAME}{n}")),
            )?;
            tx.execute("INSERT INTO mark VALUES (?1, ?2)", (format!("m{n}"), format!("p{n}")))?;
            tx.execute("INSERT INTO scan VALUES (?1, ?2, '证明')", (format!("s{n}"), format!("m{n}")))?;
        }
        Ok(())
    })
    .unwrap();
    ledger.undo(&chair()).unwrap();
    let roster: Vec<(String, String)> = (0..PEOPLE).map(|n| ("person".to_owned(), format!("p{n}"))).collect();
    let hanging = ledger.read(|conn| ledger::hanging(conn, &LOOSELY, &roster)).unwrap();
    assert_eq!(hanging.len(), 2 * PEOPLE, "the marks of the people, and the scans of the marks");
    let rows: Vec<(&str, &str)> = roster.iter().map(|(table, id)| (table.as_str(), id.as_str())).collect();
    let head = ledger.head().unwrap();
    let mut told = Vec::new();
    let mut watch = |done: u64, total: u64| {
        told.push((done, total));
        done == 0
    };
    let around = |_: &Tx<'_>| Ok::<_, LedgerError>(());
    let stopped = ledger.purge_watched(&final_op("清除"), &chair(), &purge(&rows), &mut watch, around);
    assert_eq!(stopped.unwrap_err().code(), "ledger.cancelled");
    assert_eq!(told, [(0, 6_000), (200, 6_000)], "how far it was, of the people and all that hung on them");
    assert_eq!(ledger.head().unwrap(), head, "what was given up has erased nothing");
    assert!(format!("{:?}", ledger.history_of(&[("person", "p0")]).unwrap()).contains(NAME));
    let done = ledger.purge(&final_op("清除"), &chair(), &purge(&rows), around).unwrap();
    for row in [("person", "p0"), ("mark", "m999"), ("scan", "s1999")] {
        let life = ledger.history_of(&[row]).unwrap();
        let (marks, erased): (Vec<_>, Vec<_>) = life.iter().partition(|one| one.change.act == "erase");
        assert!(!marks.is_empty() && !erased.is_empty(), "{row:?}");
        assert!(erased.iter().all(|one| one.change.erased_by == Some(done.seq)), "{row:?}");
    }
    assert_eq!(count(&ledger, "person"), 2, "who stands is not touched");
    assert_eq!(findings(&ledger), [] as [&str; 0]);
}

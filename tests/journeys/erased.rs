//! What was erased stays erased: an older copy that is put back is erased again, copies tell until when they hold it
//! and go when the chair says so, purposes leave the access log; and guessing at a copy waits as at the door.

use std::path::PathBuf;

use serde_json::{Value, json};

use crate::gonghui::Desk;
use crate::recovery::characters;
use crate::representatives::side;
use crate::trash::{NAME, hits, person};

/// A person with a scan, a draft that refers to them, and a seat at the talks; a copy of that day on a stick, and one in
/// the ledger's folder; and half a year later the person erased.
fn erased() -> (Desk, PathBuf, Value) {
    let desk = Desk::founded("36", None);
    let id = desk.call("members.save", person());
    let scan = desk.out("申请表.txt");
    std::fs::write(&scan, "入会申请").unwrap();
    desk.call("files.add", json!({ "of": { "kind": "person", "id": id }, "file": scan }));
    desk.call("drafts.save", json!({ "form": "letter", "body": { "to": NAME, "person": id } }));
    let talks = desk.call("negotiation.start", json!({ "year": 2027 }));
    let mut workers = side(&["陈望舒", "林知秋", "周长风"], 3);
    workers[1]["person"] = id.clone();
    desk.call("negotiation.saveRepresentatives", json!({ "negotiation": talks, "workers": workers }));
    let stick = desk.room().join("stick");
    std::fs::create_dir(&stick).unwrap();
    desk.call("ledger.backup", json!({ "to": stick }));
    let copy = desk.call("ledger.backup", json!({}))["dir"].clone();
    desk.call("members.remove", json!({ "id": id }));
    desk.call("trash.setRetention", json!({ "kind": "person", "months": 6 }));
    desk.now("2027-03-15T09:00:00+08:00");
    let purged = desk.call("trash.purge", json!({ "kind": "person", "id": id, "reason": "保存期满" }));
    let told = purged["copies"].as_str().unwrap();
    assert!(told.contains("stick") && told.contains("2026年9月15日的备份里还有"), "{told}");
    (desk, stick, copy)
}

/// What a purge of a person says of copies outside, where the one on the stick was made at such a moment, before or after
/// the person was recorded. The page says the same.
fn told_of_the_stick(made: &str, of_the_person: bool) -> String {
    let desk = Desk::founded("36", None);
    let stick = desk.room().join("stick");
    std::fs::create_dir(&stick).unwrap();
    let back_up = || {
        desk.now(made);
        desk.call("ledger.backup", json!({ "to": stick }));
        desk.now("2026-09-15T09:00:00+08:00");
    };
    if !of_the_person {
        back_up();
    }
    let id = desk.call("members.save", person());
    if of_the_person {
        back_up();
    }
    desk.call("members.remove", json!({ "id": id }));
    desk.call("trash.setRetention", json!({ "kind": "person", "months": 6 }));
    desk.now("2027-03-15T09:00:00+08:00");
    let purged = desk.call("trash.purge", json!({ "kind": "person", "id": id, "reason": "保存期满" }));
    let told = purged["copies"].as_str().unwrap().to_owned();
    let page = desk.call("trash.purged", json!({}))["outside"].as_str().unwrap().to_owned();
    assert!(told.ends_with(&page), "{told}, {page}");
    page
}

#[test]
fn a_stick_is_named_where_its_steps_hold_the_record_whatever_its_day_and_no_other() {
    for (made, day) in
        [("2026-09-15T09:00:00+08:00", "2026年9月15日"), ("2036-09-30T09:00:00+08:00", "2036年9月30日")]
    {
        let told = told_of_the_stick(made, true);
        assert!(told.contains("stick") && told.contains(&format!("{day}的备份里还有")), "{told}");
        let older = told_of_the_stick(made, false);
        assert!(!older.contains("stick"), "it ends before the person was recorded: {older}");
    }
}

#[test]
fn an_older_copy_that_is_put_back_is_erased_again() {
    let (desk, _, copy) = erased();
    let inside = desk.call("ledger.lookInto", json!({ "copy": copy }));
    assert_eq!(inside["erased"], 2, "the person and the scan: {inside}");
    let restored = desk.call("ledger.restore", json!({ "copy": copy }));
    assert_eq!(restored["status"]["open"]["stoppedBy"], "恢复后再次清除：保存期满");
    let gone = |desk: &Desk| {
        assert_eq!(hits(desk), 0);
        assert_eq!(desk.call("drafts.list", json!({})), json!([]));
        assert_eq!(desk.call("trash.list", json!({})), json!([]));
        for seq in 1..=desk.head().0 {
            let told = desk.call("history.step", json!({ "seq": seq })).to_string();
            assert!(!told.contains("0138") && !told.contains("申请表"), "step {seq}: {told}");
        }
    };
    gone(&desk);
    let files = std::fs::read_dir(desk.ledger().join("files")).unwrap().count();
    assert_eq!(files, 1, "the older copy still names the scan, so its file stays for as long");
    let back = desk.call("ledger.restore", json!({ "copy": restored["dir"] }));
    let stopped = back["status"]["open"]["stoppedBy"].as_str().unwrap();
    assert!(stopped.contains("恢复到2027年3月15日"), "there is nothing to erase again: {stopped}");
    gone(&desk);
    desk.call("ledger.dropOldCopies", json!({}));
    let files = std::fs::read_dir(desk.ledger().join("files")).unwrap().count();
    assert_eq!(files, 0, "with the copies goes what only they named");
}

#[test]
fn copies_tell_until_when_they_hold_it_and_go_when_the_chair_says_so() {
    let (desk, stick, copy) = erased();
    let purges = desk.call("trash.purged", json!({}));
    let line = &purges["lines"][0];
    assert_eq!(
        (&line["label"], &line["held"]["copies"]),
        (&json!("清除人员：保存期满"), &json!(1)),
        "{purges}"
    );
    assert!(purges["outside"].as_str().unwrap().contains("请自行处理"), "{purges}");
    let until = line["held"]["until"].clone();
    let life = desk.call("history.step", json!({ "seq": 3 }));
    assert_eq!(life["records"][0]["held"]["until"], until, "the journal says the same: {life}");
    let dropped = desk.call("ledger.dropOldCopies", json!({}));
    assert_eq!(dropped["copies"], 1);
    assert!(!PathBuf::from(copy.as_str().unwrap()).exists());
    let list = desk.call("ledger.backups", json!({}));
    assert_eq!(list["own"][0]["dir"], dropped["fresh"], "a fresh copy stands");
    assert_eq!(list["own"][0]["good"], true);
    assert_eq!(desk.call("trash.purged", json!({}))["lines"][0]["held"]["copies"], 0);
    assert_eq!(desk.frame()["stoppedBy"], "删去旧备份", "and the journal says so");
    assert_eq!(desk.refused("ledger.undo", json!({})).code, "ledger.undoStopped");
    desk.head();
    assert!(stick.join("赣江机械有限公司工会委员会备份").is_dir(), "the stick is left alone");
    // On a bare laptop the old copy is all there is: what was erased since comes back, and the page says so.
    let laptop = Desk::new();
    laptop.call("ledger.bring", json!({ "from": stick }));
    assert_eq!(hits(&laptop), 1);
}

#[test]
fn a_purge_takes_the_purposes_about_the_person_out_of_the_access_log() {
    let desk = Desk::founded("36", None);
    let id = desk.call("members.save", person());
    let other = desk.call("members.save", json!({ "name": "叶班长", "sex": "male", "form": "contract" }));
    for (purpose, id) in [(format!("给{NAME}办退会"), &other), ("核对入会申请".to_owned(), &id)] {
        let (_, output) = desk.run(&[
            json!({ "call": "sight.reveal", "args": { "purpose": purpose } }),
            json!({ "call": "members.get", "args": { "id": id } }),
        ]);
        assert!(output.status.success());
    }
    desk.call("members.remove", json!({ "id": id }));
    desk.call("trash.setRetention", json!({ "kind": "person", "months": 6 }));
    desk.now("2027-03-15T09:00:00+08:00");
    let before = desk.call("sight.log", json!({}));
    assert!(before.to_string().contains(NAME), "{before}");
    let seq =
        desk.call("trash.purge", json!({ "kind": "person", "id": id, "reason": "保存期满" }))["seq"].clone();
    let after = desk.call("sight.log", json!({}));
    let looks = after.as_array().unwrap();
    assert_eq!(looks.len(), before.as_array().unwrap().len(), "a look stays a look");
    assert!(!after.to_string().contains(NAME), "{after}");
    for look in looks {
        let erased = look["erasedBy"] == seq;
        assert_eq!(look["purpose"] == "", erased, "{look}");
        let about = look["subjects"].as_array().unwrap().contains(&id);
        assert!(erased || !about, "{look}");
    }
    assert!(looks.iter().any(|look| look["purpose"] == "核对入会申请"), "the unlocking itself named nobody");
    desk.head();
}

#[test]
fn guessing_at_a_copy_waits_and_the_sheet_does_not() {
    let desk = Desk::founded("36", None);
    let words: String = characters(&desk).into_iter().collect();
    let stick = desk.room().join("stick");
    std::fs::create_dir(&stick).unwrap();
    desk.call("ledger.backup", json!({ "to": stick }));
    let laptop = Desk::new();
    let guess = |text: &str| json!({ "from": stick, "passphrase": text });
    for _ in 0..3 {
        assert_eq!(laptop.refused("ledger.lookAt", guess("猜一猜")).code, "ledger.wrongPassphrase");
    }
    for command in ["ledger.lookAt", "ledger.bring"] {
        let waits = laptop.refused(command, guess("赣江 渡口 七盏灯"));
        assert_eq!(waits.code, "ledger.wait", "{command}: in a program started anew, too");
        assert!(waits.message.contains("请等"), "{}", waits.message);
    }
    laptop.call("ledger.lookAt", json!({ "from": stick, "words": words }));
    laptop.now("2026-09-15T09:00:06+08:00");
    laptop.call("ledger.bring", guess("赣江 渡口 七盏灯"));
}

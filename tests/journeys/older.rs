//! Ledgers of earlier releases, kept as they were written: today's program opens a copy, keeps a backup of it
//! first, holds everything, and says by both versions why it will not open one from the future.

use std::path::Path;

use serde_json::json;

use crate::gonghui::{Desk, root};
use crate::recovery;
use crate::report::tampered;

const PASSPHRASE: &str = "示例工会 demo 2026";

/// A room whose ledger is a copy of a kept one.
fn kept(name: &str) -> Desk {
    let desk = Desk::new();
    desk.now("2026-11-19T09:00:00+08:00");
    desk.sits_down(PASSPHRASE);
    let from = root().join("tests/fixtures").join(name);
    copied(&from, &desk.ledger());
    desk
}

/// A folder with what lies in it, its folders too.
fn copied(from: &Path, to: &Path) {
    std::fs::create_dir(to).unwrap();
    for entry in std::fs::read_dir(from).unwrap() {
        let (entry, to) = (entry.as_ref().unwrap().path(), to.join(entry.as_ref().unwrap().file_name()));
        if entry.is_dir() {
            copied(&entry, &to);
        } else {
            std::fs::copy(entry, to).unwrap();
        }
    }
}

fn copies(folder: &Path) -> usize {
    let is_copy = |path: &Path| path.join("ledger.db").is_file();
    std::fs::read_dir(folder.join("backups"))
        .unwrap()
        .filter(|e| is_copy(&e.as_ref().unwrap().path()))
        .count()
}

/// The demo union is there whole, is found, and its check finds nothing.
fn holds_everything(desk: &Desk) {
    assert_eq!(desk.frame()["unionName"], "江西云岭机械有限公司工会委员会");
    let counts = desk.call("members.counts", json!({}));
    assert_eq!(
        (&counts["total"], &counts["women"], &counts["migrant"], &counts["dispatched"]),
        (&json!(320), &json!(78), &json!(190), &json!(40))
    );
    assert_eq!(
        desk.call("members.search", json!({ "text": "王伟" }))["total"],
        3,
        "the index was carried over"
    );
    let affairs = desk.call("negotiation.list", json!({}));
    assert!(affairs.as_array().unwrap().len() >= 2, "last year's affair and this year's: {affairs}");
    let hits = desk.call("search.all", json!({ "text": "协商" }));
    assert!(!hits.as_array().unwrap().is_empty(), "the affairs of then are found by today's search");
    assert_eq!(desk.call("ledger.check", json!({}))["findings"], json!([]));
}

#[test]
fn a_ledger_that_keeps_an_access_log_opens_with_its_looks() {
    let desk = kept("ledger-2.8");
    holds_everything(&desk);
    let looks = desk.call("sight.log", json!({}));
    assert!(looks.to_string().contains("核对入会申请"), "the look of then is told: {looks}");
}

#[test]
fn a_ledger_of_the_first_release_opens_with_everything_in_it() {
    let desk = kept("ledger-1.1");
    holds_everything(&desk);
    assert!(copies(&desk.ledger()) >= 1, "it was backed up before it was brought up");
    let (steps, _) = desk.head();
    assert!(steps > 20, "the journal goes on from where it was: {steps}");
    let history = desk.call("history.list", json!({ "limit": 500 }));
    assert!(history.to_string().contains("导入花名册"), "old steps can be read");
    assert_eq!(
        desk.refused("ledger.undo", json!({})).code,
        "ledger.undoStopped",
        "undo stops at the migration"
    );
    desk.call("members.save", json!({ "name": "赵敏", "sex": "female", "form": "contract" }));
    assert_eq!(
        desk.call("ledger.undo", json!({}))["label"],
        "保存人员",
        "what is done now is taken back as ever"
    );
}

#[test]
fn a_ledger_of_the_third_format_opens_with_a_row_of_most_kinds() {
    let desk = kept("ledger-3.60");
    assert_eq!(desk.call("members.counts", json!({}))["total"], 3);
    let decided = desk.call("decisions.list", json!({}));
    assert_eq!(decided[0]["reference"], "工会委员会〔2026〕第2次会议 决定一", "{decided}");
    let forms = desk.call("forms.list", json!({}));
    assert_eq!(
        (&forms[0]["name"], &forms[0]["fillings"]),
        (&json!("会员登记表（云岭县）"), &json!(1)),
        "{forms}"
    );
    let disputes = desk.call("mediation.list", json!({}));
    assert_eq!(disputes["rows"][0]["number"], "调〔2026〕1号", "{disputes}");
    assert_eq!(desk.call("negotiation.list", json!({}))[0]["year"], 2027);
    assert_eq!(desk.call("platform.helps", json!({}))[0]["number"], "伤〔2026〕1号");
    let custody = desk.call("custody.list", json!({}));
    let seal = json!({ "of": { "kind": "custody", "id": custody[0]["id"] } });
    assert_eq!(desk.call("files.list", seal).as_array().map(Vec::len), Some(1), "the seal's print");
    let looks = desk.call("sight.log", json!({})).to_string();
    assert!(looks.contains("核对入会申请"), "{looks}");
    // Rows against the journal, derived tables against their source, every attachment.
    assert_eq!(desk.call("ledger.check", json!({}))["findings"], json!([]));
    let history = desk.call("history.list", json!({ "limit": 500 })).to_string();
    assert!(history.contains("建立账本"), "it is read from its first step on: {history}");
}

#[test]
fn a_ledger_from_the_future_is_refused_by_both_versions_and_left_as_it_is() {
    let desk = Desk::founded("36", None);
    let sheet = recovery::characters(&desk);
    // As a later program would leave it: with a table of its own and the number of its schema.
    let later = "CREATE TABLE made_later (id TEXT PRIMARY KEY) STRICT; INSERT INTO made_later VALUES ('x');
      PRAGMA user_version = 9999";
    tampered(&desk, &sheet, later);
    let made = copies(&desk.ledger());
    let bytes = |desk: &Desk| std::fs::read(desk.ledger().join("ledger.db")).unwrap();
    let before = bytes(&desk);
    for command in ["ledger.check", "members.counts"] {
        let refused = desk.refused(command, json!({}));
        assert_eq!(refused.code, "ledger.newer", "{command}: {}", refused.message);
        let (file, program) = refused.message.split_once("只认到").expect("both versions are named");
        assert!(file.contains(".9999"), "the file's: {}", refused.message);
        let version: String =
            program.trim_start().chars().take_while(|c| c.is_ascii_digit() || *c == '.').collect();
        let (_, schema) = version.split_once('.').expect("own and schema");
        assert!((46..9999).contains(&schema.parse::<u32>().unwrap()), "the program's: {}", refused.message);
        assert!(refused.message.contains("安装新版程序"), "{}", refused.message);
    }
    assert!(bytes(&desk) == before, "it is refused before it is touched");
    assert_eq!(copies(&desk.ledger()), made, "and no copy is made for a migration that does not come");
}

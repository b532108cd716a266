//! What stands outside the journal and is altered with the key behind the program's back: the bytes of an issued paper, what it
//! was made from, a small picture, the structure itself. Each is found by the check with its way out, and no forged paper is
//! handed out.

use serde_json::{Value, json};

use crate::concluding::met;
use crate::gonghui::{Desk, root};
use crate::recovery;
use crate::report::{copied, tampered};

/// A ledger with an issued report and a photo on it; the issue, and the photo's id.
fn issued() -> (Desk, Value, Value) {
    let (desk, _) = met();
    desk.now("2026-12-30T10:00:00+08:00");
    let words = json!({
        "year": 2026, "merit": "技能比武两场。", "filledBy": "李强", "responsible": "陈望舒", "addressee": "县总工会",
    });
    desk.call("report.saveTexts", words);
    desk.call("papers.issue", json!({ "kind": "report.year", "of": "2026" }));
    let issue = desk.paper("report.year")["issued"][0]["id"].clone();
    let photo = root().join("tests/fixtures/photos/photo.heic");
    let added = desk.call("files.add", json!({ "of": { "kind": "report", "id": "2026" }, "file": photo }));
    (desk, issue, added["attachment"]["id"].clone())
}

fn findings(desk: &Desk) -> Vec<Value> {
    desk.call("ledger.check", json!({}))["findings"].as_array().unwrap().clone()
}

#[test]
fn an_issued_paper_that_was_altered_is_found_and_never_printed() {
    let (desk, issue, _) = issued();
    assert_eq!(findings(&desk), Vec::<Value>::new(), "a sound ledger is silent");
    let sheet = recovery::characters(&desk);
    let print = |desk: &Desk| json!({ "kind": "report.year", "of": "2026", "issued": issue, "to": desk.out("年度工作报告.pdf") });
    for (sql, found, said) in [
        ("UPDATE paper_bytes SET bytes = x'255044462D312E34'", "被改动过", "校验值不符"),
        ("DELETE FROM paper_bytes", "不见了", "不在账本里了"),
        (
            "UPDATE paper_source SET content = replace(content, '陈望舒', '别的人')",
            "印发文件的底本被改动过",
            "",
        ),
        ("DELETE FROM paper_source", "印发文件的底本不见了", ""),
    ] {
        let copy = Desk::new();
        copy.now("2026-12-31T09:00:00+08:00");
        copied(&desk.ledger(), &copy.ledger());
        tampered(&copy, &sheet, sql);
        let all = findings(&copy);
        let one = all.iter().find(|one| one["message"].as_str().unwrap().contains(found));
        let one = one.unwrap_or_else(|| panic!("{sql}: {all:?}"));
        assert_eq!(one["severity"], "error", "{one}");
        assert!(one["message"].as_str().unwrap().contains("工年报〔2026〕1号"), "which one: {one}");
        assert!(one["wayOut"].as_str().unwrap().contains("备份恢复"), "{one}");
        if said.is_empty() {
            let word =
                json!({ "kind": "report.year", "of": "2026", "issued": issue, "to": copy.out("报告.docx") });
            let why = copy.refused("papers.exportWord", word);
            assert!(why.message.contains("底本"), "{}", why.message);
        } else {
            let why = copy.refused("papers.print", print(&copy));
            assert_eq!(why.code, "refused");
            assert!(why.message.contains(said), "{sql}: {}", why.message);
            assert!(!copy.out("年度工作报告.pdf").exists(), "nothing forged leaves the ledger");
        }
    }
    desk.call("papers.print", print(&desk));
}

#[test]
fn an_exchanged_small_picture_is_found_and_drawn_anew() {
    let (desk, _, photo) = issued();
    let sheet = recovery::characters(&desk);
    for sql in ["UPDATE thumbnail SET jpeg = x'FFD8'", "DELETE FROM thumbnail"] {
        let copy = Desk::new();
        copy.now("2026-12-31T09:00:00+08:00");
        copied(&desk.ledger(), &copy.ledger());
        tampered(&copy, &sheet, sql);
        let all = findings(&copy);
        assert_eq!(all.len(), 1, "{sql}: {all:?}");
        assert!(all[0]["message"].as_str().unwrap().contains("缩略图"), "{all:?}");
        assert_eq!(all[0]["mend"], "rebuild");
        assert_eq!(
            copy.refused("files.thumbnail", json!({ "id": photo })).code,
            "not_found",
            "no wrong picture"
        );
        copy.call("ledger.rebuild", json!({}));
        assert_eq!(findings(&copy), Vec::<Value>::new(), "{sql}: it is drawn anew");
    }
}

#[test]
fn an_exchanged_view_is_found_and_nothing_is_made_to_agree_with_it() {
    let (desk, _, _) = issued();
    let sheet = recovery::characters(&desk);
    let head = desk.call("ledger.head", json!({}));
    let paper = json!({ "seq": head["seq"], "digits": head["hash"] });
    assert_eq!(desk.call("ledger.prove", paper.clone())["kind"], "holds");
    let copy = Desk::new();
    copy.now("2026-12-31T09:00:00+08:00");
    copied(&desk.ledger(), &copy.ledger());
    // Rows and journal are as they were; a note is written as it is, so that something is changed.
    let sql = "DROP VIEW live_person;
      CREATE VIEW live_person AS SELECT * FROM person WHERE removed_at IS NULL AND name <> '李强';
      UPDATE ledger_meta SET value = value WHERE key = 'id'";
    tampered(&copy, &sheet, sql);
    let all = findings(&copy);
    assert_eq!(all.len(), 1, "{all:?}");
    assert!(all[0]["message"].as_str().unwrap().contains("改了视图 live_person"), "{all:?}");
    assert!(all[0]["wayOut"].as_str().unwrap().contains("从改动以前的备份恢复"), "{all:?}");
    assert_eq!((&all[0]["severity"], &all[0]["mend"]), (&json!("error"), &Value::Null));
    assert_eq!(copy.refused("ledger.rebuild", json!({})).code, "ledger.structureAltered");
    let proof = copy.call("ledger.prove", paper);
    assert_eq!(proof["kind"], "altered", "the chain holds, what is shown does not: {proof}");

    // A copy of it says so, and comes into the place of a ledger only when that was shown.
    let made = copy.call("ledger.backup", json!({}))["dir"].clone();
    let inside = copy.call("ledger.lookInto", json!({ "copy": made }));
    assert_eq!(inside["altered"], "改了视图 live_person", "{inside}");
    let head = copy.call("ledger.head", json!({}));
    let refused = copy.refused("ledger.restore", json!({ "copy": made }));
    assert_eq!((refused.code.as_str(), refused.field.as_deref()), ("ledger.copyAltered", Some("copy")));
    assert!(refused.message.contains("改了视图 live_person"), "{}", refused.message);
    assert!(refused.message.contains("请另选一份改动以前的备份"), "{}", refused.message);
    assert_eq!(copy.call("ledger.head", json!({})), head, "nothing was done");
    let laptop = Desk::new();
    laptop.now("2026-12-31T09:00:00+08:00");
    let words: String = sheet.iter().collect();
    let refused = laptop.refused("ledger.bring", json!({ "from": made, "words": words }));
    assert_eq!((refused.code.as_str(), refused.field.as_deref()), ("ledger.copyAltered", Some("from")));
    assert!(refused.message.contains("改了视图 live_person"), "{}", refused.message);
    assert!(!laptop.ledger().exists(), "nothing was written");
    let told = json!({ "from": made, "words": words, "altered": true });
    assert!(laptop.call("ledger.bring", told)["open"].is_object(), "who was told has it");
    laptop.ends_hurt();
    copy.call("ledger.restore", json!({ "copy": made, "altered": true }));
    let whole = desk.call("ledger.backup", json!({}))["dir"].clone();
    assert_eq!(desk.call("ledger.lookInto", json!({ "copy": whole }))["altered"], Value::Null);
}

//! The recovery sheet: printed, read back from its PDF as a person would read it, and the only way in when the
//! passphrase is forgotten or the key file is gone. One character copied wrongly is found.

use serde_json::json;

use crate::gonghui::{Desk, PASSPHRASE};
use crate::judges;

/// The 24 characters of the printed sheet, in the order of their numbers.
pub fn characters(desk: &Desk) -> Vec<char> {
    let text = judges::text(&desk.print("ledger.recoverySheet", "恢复单.pdf"));
    let grid = text.split_once('）').expect("the grid follows the ledger's line").1;
    let mut at = grid;
    (1..=24)
        .map(|number| {
            at = at.strip_prefix(&number.to_string()).expect("the characters are numbered");
            let character = at.chars().next().expect("a character follows its number");
            at = &at[character.len_utf8()..];
            character
        })
        .collect()
}

#[test]
fn the_sheet_opens_what_a_forgotten_passphrase_does_not() {
    let desk = Desk::founded("36", None);
    desk.call("negotiation.start", json!({ "year": 2027 }));
    judges::sound(
        &desk.print("ledger.recoverySheet", "恢复单.pdf"),
        &["账本恢复单", "赣江机械有限公司工会委员会"],
    );
    let words: String = characters(&desk).into_iter().collect();

    let opened = desk.call("ledger.openRecovery", json!({ "words": words }));
    assert_eq!(opened["open"]["unionName"], "赣江机械有限公司工会委员会");
    let spaced: String = words.chars().flat_map(|c| [c, ' ']).collect();
    desk.call("ledger.openRecovery", json!({ "words": spaced }));

    std::fs::remove_file(desk.ledger().join("keys.json")).unwrap();
    desk.ends_hurt();
    let lost = desk.refused("members.counts", json!({}));
    assert_eq!(lost.code, "ledger.keysMissing", "{}", lost.message);
    assert!(lost.message.contains("恢复单"), "it says what opens it all the same: {}", lost.message);
    let (answers, output) = desk.run(&[
        json!({ "call": "ledger.openRecovery", "args": { "words": words } }),
        json!({ "call": "negotiation.list" }),
    ]);
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    assert_eq!(answers[1][0]["year"], 2027, "everything is there");
}

#[test]
fn whoever_came_by_the_sheet_sets_a_new_passphrase_without_the_old_one_and_nobody_else_does() {
    let desk = Desk::founded("36", None);
    let words: String = characters(&desk).into_iter().collect();
    let me = desk.call("people.list", json!({}))[0]["person"]["id"].clone();
    let fresh = "算盘 渡口 青山 七月";
    let own = json!({ "id": me, "passphrase": fresh });
    let refused = desk.refused("people.setPassphrase", own.clone());
    assert_eq!(refused.code, "refused", "whoever finds the desk open must not shut its chair out");
    assert!(refused.message.contains("先输入现在的口令"), "{}", refused.message);

    let (answers, output) = desk.run(&[
        json!({ "call": "ledger.openRecovery", "args": { "words": words } }),
        json!({ "call": "people.setPassphrase", "args": own }),
        json!({ "call": "ledger.status" }),
        json!({ "call": "ledger.open", "args": { "passphrase": fresh } }),
        json!({ "call": "people.setPassphrase", "args": own }),
    ]);
    assert_eq!(answers[0]["open"]["bySheet"], true);
    assert_eq!(answers[2]["open"]["bySheet"], false, "it is set");
    let came = (&answers[3]["open"]["bySheet"], &answers[3]["open"]["person"]["id"]);
    assert_eq!(came, (&json!(false), &me), "the new one opens");
    assert!(!output.status.success(), "and is changed by whoever knows it alone");
}

#[test]
fn whoever_came_by_the_sheet_and_changes_the_passphrase_knowing_the_old_one_is_asked_no_more() {
    let desk = Desk::founded("36", None);
    let words: String = characters(&desk).into_iter().collect();
    let fresh = "算盘 渡口 青山 七月";
    let change =
        |old: &str| json!({ "call": "people.changePassphrase", "args": { "old": old, "new": fresh } });
    let sheet = json!({ "call": "ledger.openRecovery", "args": { "words": words } });
    let (answers, output) = desk.run(&[
        sheet,
        change(PASSPHRASE),
        json!({ "call": "ledger.status" }),
        json!({ "call": "ledger.open", "args": { "passphrase": fresh } }),
    ]);
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    assert_eq!(answers[0]["open"]["bySheet"], true);
    assert_eq!(answers[2]["open"]["bySheet"], false, "a passphrase of their own is known");
}

#[test]
fn one_character_copied_wrongly_is_found() {
    let desk = Desk::founded("36", None);
    let right = characters(&desk);
    let mut repaired = 0;
    for at in [0, 11, 23] {
        let mut wrong = right.clone();
        wrong[at] = right[(at + 1) % 24];
        if wrong == right {
            continue;
        }
        let refusal =
            desk.refused("ledger.openRecovery", json!({ "words": wrong.iter().collect::<String>() }));
        // Once in 256 times a wrong character fits the checksum too, and only the ledger itself says no.
        if refusal.code == "recovery_repaired" {
            repaired += 1;
            let told = format!("第{}个字：“{}”应为“{}”", at + 1, wrong[at], right[at]);
            assert!(refusal.message.contains(&told), "which one it is: {}", refusal.message);
        } else {
            assert_eq!(refusal.code, "ledger.wrongKey", "{}", refusal.message);
        }
    }
    assert!(repaired > 0, "a wrong character is found and proposed");

    // Two of them are too many, and the message promises no help that was just tried.
    let other = |at: usize| if right[at] == '的' { '一' } else { '的' };
    let refusals = (1..20).map(|second| {
        let mut wrong = right.clone();
        (wrong[0], wrong[second]) = (other(0), other(second));
        desk.refused("ledger.openRecovery", json!({ "words": wrong.iter().collect::<String>() }))
    });
    // What fits the checksum by chance is told by the ledger itself, or taken for another sheet with one wrong character.
    let told =
        refusals.into_iter().find(|refusal| refusal.code == "ledger.recoveryMistyped").expect("most of them");
    assert!(told.message.contains("抄错的不止一个字"), "{}", told.message);
    assert!(!told.message.contains("让程序"), "{}", told.message);

    let laptop = Desk::new();
    let mut wrong = right.clone();
    wrong[11] = if right[11] == '的' { '一' } else { '的' };
    for call in ["ledger.lookAt", "ledger.bring"] {
        let args = json!({ "from": desk.ledger(), "words": wrong.iter().collect::<String>() });
        let refusal = laptop.refused(call, args);
        assert_eq!(
            (refusal.code.as_str(), refusal.field.as_deref()),
            ("recovery_repaired", Some("words")),
            "{call}"
        );
        let told = format!("第12个字：“{}”应为“{}”", wrong[11], right[11]);
        assert!(refusal.message.contains(&told), "{call}: as at the ledger itself: {}", refusal.message);
    }
    let short = desk.refused("ledger.openRecovery", json!({ "words": "水火土" }));
    assert_eq!((short.code.as_str(), short.field.as_deref()), ("ledger.recoveryLength", Some("words")));
    let issue = desk.refused("papers.issue", json!({ "kind": "ledger.recoverySheet", "of": "ledger" }));
    assert!(issue.message.contains("不留底"), "a sheet is never kept in the ledger: {}", issue.message);
}

#[test]
fn a_renewed_sheet_opens_the_ledger_and_the_old_one_no_more() {
    let desk = Desk::founded("36", None);
    let old: String = characters(&desk).into_iter().collect();
    assert_eq!(old, characters(&desk).into_iter().collect::<String>(), "printed anew it is the same sheet");
    let renewed = desk.call("ledger.renewKey", json!({}));
    assert_eq!(renewed["dropped"], json!([]), "everyone keeps their passphrase");
    let new: String = characters(&desk).into_iter().collect();
    assert_ne!(old, new);
    let refusal = desk.refused("ledger.openRecovery", json!({ "words": old }));
    assert_eq!(refusal.code, "ledger.wrongKey", "{}", refusal.message);
    let opened = desk.call("ledger.openRecovery", json!({ "words": new }));
    assert!(
        opened["open"]["stoppedBy"].as_str().unwrap().contains("换发恢复单"),
        "a final step of the journal"
    );
    desk.head();
}

#[test]
fn a_renewed_key_asks_for_another_copy_outside() {
    let desk = Desk::founded("36", None);
    let stick = desk.out("U盘");
    std::fs::create_dir(&stick).unwrap();
    let asked = |desk: &Desk| {
        let today = desk.call("today.list", json!({}));
        let duties = today["duties"].as_array().unwrap().clone();
        duties.into_iter().find(|duty| duty["id"] == "ledger.outside")
    };
    desk.call("ledger.backup", json!({ "to": stick }));
    assert_eq!(asked(&desk), None, "just made");
    desk.call("ledger.renewKey", json!({}));
    let duty = asked(&desk).expect("the stick opens by the old sheet alone");
    assert!(duty["origin"].as_str().unwrap().contains("不要撕掉旧恢复单"), "{duty}");
    desk.call("ledger.backup", json!({ "to": stick }));
    assert_eq!(asked(&desk), None);
    // A restore begins the steps anew; which key a copy outside has does not change by it.
    let before = desk.call("ledger.backup", json!({}));
    for name in ["曹颖", "许静", "孙丽", "罗敏"] {
        desk.call("members.save", json!({ "name": name, "sex": "female", "form": "contract" }));
    }
    desk.call("ledger.renewKey", json!({}));
    desk.call("ledger.restore", json!({ "copy": before["dir"] }));
    assert!(asked(&desk).is_some(), "the stick has the key of before");
    desk.call("ledger.backup", json!({ "to": stick }));
    assert_eq!(asked(&desk), None, "made under the key of now, with fewer steps than there were");
}

#[test]
fn today_asks_for_the_sheet_until_that_of_the_present_key_is_kept() {
    let desk = Desk::founded("36", None);
    let asked = |desk: &Desk| {
        let today = desk.call("today.list", json!({}));
        today["duties"].as_array().unwrap().iter().any(|duty| duty["id"] == "ledger.sheet")
    };
    assert!(asked(&desk), "two ways in are urged from the first day");
    characters(&desk);
    assert!(!asked(&desk), "saved to be printed");
    desk.call("ledger.renewKey", json!({}));
    assert!(asked(&desk), "another key, another sheet");
    desk.call("ledger.sheetKept", json!({}));
    assert!(!asked(&desk), "printed from the window and put away");
}

#[test]
fn every_sheet_that_is_saved_stands_in_the_access_log() {
    let desk = Desk::founded("36", None);
    let log = |desk: &Desk| desk.call("sight.log", json!({})).as_array().unwrap().clone();
    let book = json!({ "kind": "union.handOver", "of": "ledger", "to": desk.out("移交清册.pdf") });
    desk.call("papers.print", book);
    let word = json!({ "kind": "ledger.recoverySheet", "of": "ledger", "to": desk.out("恢复单.docx") });
    desk.refused("papers.exportWord", word);
    assert!(log(&desk).is_empty(), "another paper gives no key, and a refusal gives nothing");
    desk.print("ledger.recoverySheet", "恢复单.pdf");
    desk.print("ledger.recoverySheet", "恢复单二.pdf");
    let lines = log(&desk);
    assert_eq!(lines.len(), 2, "one a print: {lines:?}");
    for line in &lines {
        assert_eq!(
            (&line["kind"], &line["actorName"], &line["purpose"]),
            (&json!("ledger.recoverySheet"), &json!("陈望舒"), &json!("把恢复单存为 PDF"))
        );
    }
}

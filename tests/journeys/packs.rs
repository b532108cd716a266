//! Newer rules from a file: who signed it, what it changes, which dates move, and back again.

use std::fs;
use std::io::Cursor;
use std::path::PathBuf;

use minisign::KeyPair;
use serde_json::{Value, json};

use crate::gonghui::{Desk, PASSPHRASE, root};
use crate::people::{OFFICER, officer};
use crate::places::offer;
use crate::representatives::sides;

const FILE: &str = "36-jiangxi-talks.toml";

/// The rules of 江西 with a reply in fifteen days, as a later amendment might have it; its own examples moved along.
fn newer(desk: &Desk) -> PathBuf {
    let text = fs::read_to_string(root().join("assets/law").join(FILE)).unwrap();
    let begin = text.find("id = \"JX-19-REPLY\"").unwrap();
    let end = begin + text[begin..].find("\n]").unwrap();
    let rule = text[begin..end]
        .replace("quantity = 20", "quantity = 15")
        .replace("2026-10-26", "2026-10-21")
        .replace("2026-03-29", "2026-03-24")
        .replace("2026-10-04", "2026-09-27");
    let path = desk.out(FILE);
    fs::write(&path, format!("{}{rule}{}", &text[..begin], &text[end..])).unwrap();
    path
}

fn due(desk: &Desk) -> Value {
    let today = desk.call("today.list", json!({}));
    let duty = today["duties"].as_array().unwrap().iter().find(|duty| duty["button"] == "登记答复").cloned();
    duty.expect("the reply is due")["due"].clone()
}

fn offered() -> Desk {
    let desk = Desk::founded("36", None);
    desk.now("2026-09-15T16:00:00+08:00");
    let id = desk.call("negotiation.start", json!({ "year": 2027 }));
    desk.call("negotiation.saveRepresentatives", sides(&id, 3, 0));
    desk.call("negotiation.saveOffer", offer(&id, "2026-09-15", Some("2026-09-15")));
    desk
}

#[test]
fn a_newer_pack_is_looked_at_taken_and_dropped_again() {
    let desk = offered();
    assert_eq!(due(&desk), "2026-10-05");
    let file = newer(&desk);
    let looked = desk.call("law.readPack", json!({ "file": file }));
    assert_eq!(looked["signedBy"]["kind"], "nobody", "an unsigned one is named as such");
    assert_eq!(looked["change"]["changed"].as_array().unwrap().len(), 1, "{looked}");
    let moved = &looked["moves"]["moved"][0];
    assert_eq!((&moved["before"], &moved["after"]), (&json!("2026-10-05"), &json!("2026-09-30")));
    assert_eq!(due(&desk), "2026-10-05", "looking moved nothing");

    let take = json!({ "file": file, "sha256": looked["sha256"] });
    let id = desk.call("law.takePack", take.clone());
    assert_eq!(due(&desk), "2026-09-30");
    let packs = desk.call("law.packs", json!({}));
    assert_eq!((&packs["taken"][0]["name"], &packs["taken"][0]["signer"]), (&json!(FILE), &Value::Null));
    let rules = desk.call("law.rules", json!({ "text": "书面回复" }));
    assert_eq!(rules["pack"], packs["version"], "verdicts name the book they were made by");
    desk.call("ledger.undo", json!({}));
    assert_eq!(due(&desk), "2026-10-05");
    desk.call("ledger.redo", json!({}));
    let moves = desk.call("law.tryDropPack", json!({ "id": id }));
    let moved = &moves["moved"][0];
    assert_eq!((&moved["before"], &moved["after"]), (&json!("2026-09-30"), &json!("2026-10-05")));
    desk.call("law.dropPack", json!({ "id": id }));
    assert_eq!(due(&desk), "2026-10-05", "the program's own holds again");
    assert_eq!(desk.refused("law.tryDropPack", json!({ "id": id })).code, "not_found");

    fs::write(&file, fs::read_to_string(&file).unwrap() + "\n").unwrap();
    assert_eq!(desk.refused("law.takePack", take).code, "changed", "what was looked at is what is taken");
}

#[test]
fn a_file_checked_earlier_than_what_holds_now_is_named_as_older() {
    let desk = offered();
    let file = newer(&desk);
    let text = fs::read_to_string(&file).unwrap();
    assert_eq!(desk.call("law.readPack", json!({ "file": file }))["change"]["older"], Value::Null);
    let day = text.split("verified_on = \"").nth(1).unwrap().split('"').next().unwrap().to_owned();
    fs::write(&file, text.replace(&day, "2025-01-06")).unwrap();
    let looked = desk.call("law.readPack", json!({ "file": file }));
    assert_eq!(looked["change"]["older"], json!({ "checked": "2025-01-06", "now": day }));
}

#[test]
fn a_signature_is_by_a_trusted_publisher_or_proves_nothing_or_is_refused() {
    let desk = offered();
    let file = newer(&desk);
    let pair = KeyPair::generate_unencrypted_keypair().unwrap();
    let signature = desk.out(&format!("{FILE}.minisig"));
    let sign = || {
        let text = fs::read(&file).unwrap();
        let made = minisign::sign(Some(&pair.pk), &pair.sk, Cursor::new(text), None, None).unwrap();
        fs::write(&signature, made.into_string()).unwrap();
    };
    sign();
    let look = || desk.call("law.readPack", json!({ "file": file }));
    assert_eq!(look()["signedBy"]["kind"], "unknown", "a signature alone proves nothing");
    let refusal = desk.refused("law.trust", json!({ "name": "某省总工会", "key": "RWQ" }));
    assert_eq!(refusal.field.as_deref(), Some("key"), "{}", refusal.message);
    let key = format!("untrusted comment: minisign public key\n{}\n", pair.pk.to_base64());
    let id = desk.call("law.trust", json!({ "name": "某省总工会", "key": key }));
    assert_eq!(
        desk.refused("law.trust", json!({ "name": "又一个", "key": key })).field.as_deref(),
        Some("key")
    );
    let looked = look();
    assert_eq!(looked["signedBy"], json!({ "kind": "publisher", "name": "某省总工会" }));
    desk.call("law.takePack", json!({ "file": file, "sha256": looked["sha256"] }));
    assert_eq!(desk.call("law.packs", json!({}))["taken"][0]["signer"], "某省总工会");

    fs::write(&file, fs::read_to_string(&file).unwrap() + "\n").unwrap();
    let refusal = desk.refused("law.readPack", json!({ "file": file }));
    assert!(refusal.message.contains("签名对不上"), "{}", refusal.message);
    desk.call("law.distrust", json!({ "id": id }));
    assert_eq!(look()["signedBy"]["kind"], "unknown");

    // Whose signature is trusted the chair alone decides, also by way of the trash.
    desk.call("people.add", officer(&["office"], &[]));
    desk.sits_down(OFFICER);
    let back = json!({ "kind": "publisher", "id": id });
    assert_eq!(desk.refused("trash.restore", back.clone()).code, "no_right");
    desk.sits_down(PASSPHRASE);
    desk.call("trash.restore", back);
    assert_eq!(desk.call("law.packs", json!({}))["publishers"][0]["name"], "某省总工会");
}

#[test]
fn what_is_no_pack_is_refused_in_plain_words() {
    let desk = Desk::founded("36", None);
    let file = desk.out("法规.toml");
    for (text, words) in [("不是法规", "不是法规文件"), ("", "不是法规文件")] {
        fs::write(&file, text).unwrap();
        let refusal = desk.refused("law.readPack", json!({ "file": file }));
        assert!(refusal.message.contains(words), "{}", refusal.message);
    }
    let other = desk.out("法规.docx");
    fs::write(&other, "x").unwrap();
    let refusal = desk.refused("law.readPack", json!({ "file": other }));
    assert!(refusal.message.contains(".toml"), "{}", refusal.message);
}

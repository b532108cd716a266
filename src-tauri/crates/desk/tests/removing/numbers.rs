//! The numbers of those whom an undone import had entered, when everything that it left is erased in one step: what others wrote with
//! them stays, and what is somebody else's too, or theirs again. What is erased of the import itself stands in `purging`.

use serde_json::{Value, json};

use super::erased::{NAME, NUMBER, OLD_NUMBER, PHONE, journal, left, letter, looked, only, roster};
use crate::duties::story::Story;

const SECOND: &str = "13900139000";

/// The import of these is taken back; answers the step that did it.
fn undone(story: &Story, roster: Value) -> Value {
    story.job("members.import", roster);
    story.call("ledger.undo", json!({}));
    left(story)
}

fn erased(story: &Story, seq: &Value) -> Value {
    let told = story.job("trash.purgeStep", json!({ "seq": seq, "reason": "导错了表" }));
    assert_eq!(story.job("ledger.check", json!({}))["findings"], json!([]), "and the chain holds");
    told
}

/// A draft with these words, and a purpose of a look with the same.
fn written(story: &Story, words: &str) {
    story.call("drafts.save", json!({ "form": "appeal", "record": null, "body": { "text": words } }));
    looked(story, words);
}

/// Whether such a draft is there still, and such a purpose.
fn there(story: &Story, words: &str) -> (bool, bool) {
    let holds = |name: &str| story.call(name, json!({})).to_string().contains(words);
    (!story.call("drafts.list", json!({})).as_array().unwrap().is_empty(), holds("sight.log"))
}

#[test]
fn what_others_noted_with_the_numbers_stays_and_the_name_there_is_told() {
    let story = Story::begin("36", &[]);
    let letter = letter(&story, &format!("回复请打{PHONE}。"));
    let note = format!("紧急联系人{NAME} {PHONE}，证件{NUMBER}");
    let other = json!({ "name": "何平", "sex": "female", "form": "contract", "note": note });
    let other = story.call("members.save", other);
    let noted = story.call("history.list", json!({ "limit": 1 }))["lines"][0]["seq"].clone();
    let seq = undone(&story, roster());
    let told = erased(&story, &seq);
    let stays = told["stays"].as_str().unwrap();
    assert!(stays.contains("姓名仍留在其他事项里") && stays.contains("人员1处"), "{stays}");
    story.call("sight.reveal", json!({ "purpose": "核对备注" }));
    assert_eq!(story.call("members.get", json!({ "id": other }))["note"], note, "whole as it was written");
    let kept = story.call("correspondence.get", json!({ "id": letter }));
    assert!(kept.to_string().contains(PHONE), "{kept}");
    let step = story.call("history.step", json!({ "seq": noted }));
    let records = step["records"].as_array().unwrap();
    assert!(records.iter().all(|one| one["erasedBy"] == Value::Null), "and its history too: {step}");
}

#[test]
fn a_second_telephone_goes_with_the_import_unless_it_is_somebody_elses_second_one() {
    for shared in [false, true] {
        let story = Story::begin("36", &[]);
        if shared {
            let phone = format!("13500135000、{SECOND}");
            story.call(
                "members.save",
                json!({ "name": "何平", "sex": "female", "form": "contract", "phone": phone }),
            );
        }
        let two = roster()["pasted"].as_str().unwrap().replace(PHONE, &format!("{PHONE}、{SECOND}"));
        let seq = undone(&story, json!({ "pasted": two }));
        assert!(journal(&story).contains(SECOND), "the look sees what is there");
        story.call("sight.cover", json!({}));
        let words = format!("回访{SECOND}");
        written(&story, &words);
        let named = story.job_refused("trash.purgeStep", json!({ "seq": seq, "reason": words }));
        assert_eq!(named.field.as_deref(), Some("reason"), "it names nobody: {}", named.message);
        let told = erased(&story, &seq);
        assert_eq!(there(&story, &words), (shared, shared), "whose else it is: {shared}");
        assert_eq!(told["drafts"].as_str().unwrap().contains("另有1份"), shared, "{told}");
        assert_eq!(journal(&story).contains(SECOND), shared, "of the other one alone");
    }
}

#[test]
fn whoever_was_imported_anew_keeps_what_was_written_with_their_numbers() {
    let story = Story::begin("36", &[]);
    let seq = undone(&story, roster());
    story.job("members.import", roster());
    let anew = story.call("history.list", json!({ "limit": 1 }))["lines"][0]["seq"].clone();
    let words = format!("核对{NUMBER}，旧证{OLD_NUMBER}");
    written(&story, &words);
    let told = erased(&story, &seq);
    assert!(told["drafts"].as_str().unwrap().contains("另有1份"), "told of and let alone: {told}");
    assert_eq!(there(&story, &words), (true, true), "they are theirs who stand");
    let step = story.call("history.step", json!({ "seq": anew }));
    let records = step["records"].as_array().unwrap();
    assert!(records.iter().all(|one| one["erasedBy"] == Value::Null), "{step}");
    story.call("sight.reveal", json!({ "purpose": "核对名单" }));
    let kept = story.call("members.get", json!({ "id": only(&story) }));
    assert_eq!((&kept["idNumber"], &kept["phone"]), (&json!(NUMBER), &json!(PHONE)));
}

//! What was being typed when two records were merged into one: it stays as typed, is saved of whoever the records are of by then, and is
//! theirs again once the merge is taken back.

use serde_json::{Value, json};

use crate::duties::story::{Story, with};

/// One entered twice: the record that stays and the one that goes.
fn twice(story: &Story) -> (Value, Value) {
    let of = |name: &str| json!({ "name": name, "sex": "male", "form": "contract", "shop": "装配" });
    (story.call("members.save", of("吕国强")), story.call("members.save", of("吕国祥")))
}

fn kept(story: &Story, form: &str, record: &Value) -> Value {
    story.call("drafts.get", json!({ "form": form, "record": record }))["body"].clone()
}

/// Whose dossier holds the certificate.
fn certified(story: &Story, person: &Value) -> bool {
    story.call("dossier.get", json!({ "id": person })).to_string().contains("焊工")
}

#[test]
fn what_was_typed_of_a_merged_record_writes_over_nobody_once_the_merge_is_taken_back() {
    let story = Story::begin("36", &[]);
    let (one, other) = twice(&story);
    let sheet = with(story.call("members.get", json!({ "id": other })), json!({ "team": "三班" }));
    story.call("drafts.save", json!({ "form": "members.person", "record": other, "body": sheet }));
    story.call("members.merge", json!({ "kept": one, "gone": other, "take": [] }));
    assert_eq!(kept(&story, "members.person", &other), sheet, "their own form stays theirs");
    // Whoever has it open meanwhile types on.
    let more = with(sheet, json!({ "note": "夜班" }));
    story.call("drafts.save", json!({ "form": "members.person", "record": other, "body": more }));
    let told = story.refused("members.save", more.clone());
    assert!(told.message.contains("请到吕国强的档案里填写"), "{}", told.message);

    assert_eq!(story.call("ledger.undo", json!({}))["label"], "合并重复人员");
    let offered = kept(&story, "members.person", &other);
    assert_eq!(offered, more);
    assert_eq!(story.call("members.save", offered), other);
    let read = |id: &Value| story.call("members.get", json!({ "id": id }));
    let (own, others) = (read(&one), read(&other));
    assert_eq!((&own["name"], own["team"].as_str()), (&json!("吕国强"), None), "nothing is written over");
    assert_eq!((&others["name"], &others["team"]), (&json!("吕国祥"), &json!("三班")));
}

#[test]
fn what_refers_to_a_merged_person_is_turned_as_it_is_saved_and_in_no_draft() {
    let story = Story::begin("36", &[]);
    let (one, other) = twice(&story);
    let certificate = json!({ "person": other, "kind": "skill", "name": "焊工", "grade": "三级" });
    let letter = json!({ "person": other, "people": [one, other] });
    let drafts = [("certificate", &certificate), ("letter", &letter)];
    let keep = || {
        for (form, body) in drafts {
            story.call("drafts.save", json!({ "form": form, "body": body }));
        }
    };
    let as_typed = |when: &str| {
        for (form, body) in drafts {
            assert_eq!(kept(&story, form, &Value::Null), *body, "{form} {when}");
        }
    };
    keep();
    story.call("members.merge", json!({ "kept": one, "gone": other, "take": [] }));
    as_typed("after the merge");
    keep();
    as_typed("kept once more");
    story.call("dossier.saveCertificate", kept(&story, "certificate", &Value::Null));
    assert!(certified(&story, &one), "it is of the one who stayed");

    assert_eq!(story.call("ledger.undo", json!({}))["label"], "登记证书");
    assert_eq!(story.call("ledger.undo", json!({}))["label"], "合并重复人员");
    as_typed("once they are two again");
    story.call("dossier.saveCertificate", kept(&story, "certificate", &Value::Null));
    assert!(certified(&story, &other) && !certified(&story, &one), "it is of whom it was typed of");
}

//! The letter of reminder that is written from the talks: what it says while the term of the demand runs; and that it need not go out
//! when the other side agrees after all.

use serde_json::{Value, json};

use crate::duties::story::Story;

/// The duty of a letter to be issued.
fn letter(story: &Story) -> Option<Value> {
    let today = story.call("today.list", json!({}));
    let all = today["duties"].as_array().unwrap().clone();
    all.into_iter().find(|one| one["id"].as_str().unwrap().ends_with(":IssueReminder"))
}

#[test]
fn a_letter_that_is_not_out_need_not_go_out_once_the_other_side_agrees() {
    let story = Story::begin("36", &[]);
    let id = super::offered(&story, &["wage"]);
    story.on("2026-06-23");
    let case = story.call("negotiation.openWarning", json!({ "id": id }));
    let asked = letter(&story).expect("a letter that is written is to be issued");
    assert!(asked["title"].as_str().unwrap().contains("印发提示函"), "{asked}");
    story.call("negotiation.recordReply", json!({
        "negotiation": id, "kind": "agreed", "repliedOn": "2026-06-23", "repliedBy": "公司行政", "text": "",
    }));
    let left = letter(&story).expect("its case is still open");
    assert!(left["title"].as_str().unwrap().contains("提示函不用再发"), "{left}");
    assert_eq!((&left["button"], &left["place"]["id"]), (&json!("看案件"), &case), "{left}");
    assert_eq!(left["rule"], Value::Null, "no law asks for it: {left}");
    story.call("letters.remove", json!({ "id": case }));
    assert_eq!(letter(&story), None);
}

#[test]
fn a_letter_written_while_the_demand_may_still_be_answered_says_nothing_of_its_outcome() {
    for (day, over) in [("2026-07-08", false), ("2026-07-09", true)] {
        let story = Story::begin("36", &[]);
        let id = super::offered(&story, &["wage"]);
        story.on("2026-06-23");
        story.call(
            "negotiation.addEvent",
            json!({
                "negotiation": id, "kind": "reminded", "happenedOn": "2026-06-23", "text": "书面催告",
                "facts": { "receiver": "公司办公室", "untilOn": "2026-07-08" },
            }),
        );
        story.on(day);
        let case = story.call("negotiation.openWarning", json!({ "id": id }));
        let letter = story.call("letters.get", json!({ "id": case }))["letters"].to_string();
        assert!(letter.contains("请你单位于2026年7月8日以前答复"), "{day}: {letter}");
        assert_eq!(letter.contains("仍没有结果"), over, "{day}: {letter}");
    }
}

//! The rounds of talks by the day on which they were held: which word is the last, and what waits for it.

use serde_json::{Value, json};

use super::{agreed, agreement, event, get, meeting};
use crate::duties::story::Story;

/// A meeting in which the first topic came to nothing.
fn disputed(story: &Story, id: &Value, on: &str) -> Value {
    let mut held = meeting(story, id, on);
    (held["topics"][0]["result"], held["topics"][0]["agreedText"]) = (json!("disputed"), Value::Null);
    held
}

#[test]
fn a_forgotten_round_before_the_draft_leaves_the_last_word_as_it_was() {
    let story = Story::begin("36", &[]);
    let id = agreed(&story, &["wage"]);
    let wage = agreement(&story, &id, "wage")["id"].clone();
    let untold = story.refused("negotiation.saveMeeting", disputed(&story, &id, "2026-06-12"));
    assert_eq!(untold.field.as_deref(), Some("heldOn"), "with its reason: {}", untold.message);
    let mut missed = disputed(&story, &id, "2026-06-12");
    missed["lateEntry"] = json!("记录本后来才找到");
    let missed = story.call("negotiation.saveMeeting", missed);

    let talks = get(&story, &id);
    let agenda = talks["nextAgenda"].to_string();
    assert!(agenda.contains("形成合同草案") && !agenda.contains("继续协商"), "{agenda}");
    let draft = story.call("contract.get", json!({ "agreement": wage }));
    assert_eq!(draft["agreed"][0]["round"], 1, "{}", draft["agreed"]);
    let minutes = story.text("negotiation.minutes", &talks["meetings"][1]["id"]);
    assert!(minutes.contains("第一轮"), "a number that was given stays: {minutes}");
    let minutes = story.text("negotiation.minutes", &missed);
    assert!(minutes.contains("第二轮"), "{minutes}");
    event(&story, &id, &wage, "drafted", "2026-06-22", json!({}));

    let third = story.call("negotiation.saveMeeting", meeting(&story, &id, "2026-06-22"));
    let talks = get(&story, &id);
    let last = talks["meetings"].as_array().unwrap().last().unwrap();
    assert_eq!((&last["id"], &last["round"]), (&third, &json!(3)), "the next number");
}

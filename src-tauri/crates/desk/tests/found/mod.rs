//! How the journal is searched: by whoever made a step, at the desk or gone from it.

use serde_json::{Value, json};
use tempfile::TempDir;

use crate::duties::story::{CHAIR, Story};

const OFFICER: &str = "雨后 修渠 三把锹";
const NAME: &str = "周小兰";

fn entered(story: &Story, name: &str) -> Value {
    story.call("members.save", json!({ "name": name, "sex": "female", "form": "contract" }))
}

/// Somebody who comes to the desk.
fn comes(story: &Story, name: &str, reads: &[&str], passphrase: &str) -> Value {
    let person = json!({ "name": name, "role": "officer", "parts": ["members"], "reads": reads });
    story.call("people.add", json!({ "person": person, "passphrase": passphrase }))
}

/// The numbers of the steps that a query finds, the newest first.
fn steps(story: &Story, query: Value) -> Vec<u64> {
    let page = story.call("history.list", query);
    page["lines"].as_array().unwrap().iter().map(|line| line["seq"].as_u64().unwrap()).collect()
}

fn newest(story: &Story) -> u64 {
    steps(story, json!({ "limit": 1 }))[0]
}

#[test]
fn whoever_left_the_desk_is_still_found_by_what_they_did() {
    let story = Story::begin("36", &[]);
    let chair = story.call("people.list", json!({}))[0]["person"]["id"].clone();
    entered(&story, NAME);
    let by_chair = newest(&story);
    let heir = comes(&story, "李强", &[], OFFICER);
    let own = "清晨 扫雪 五盏茶";
    let clerk = comes(&story, "郑琳", &[], own);
    story.sits_down(own);
    entered(&story, "何平");
    let by_clerk = newest(&story);
    story.sits_down(CHAIR);
    story.call("people.remove", json!({ "id": clerk }));
    story.on("2026-06-02");
    let stick = TempDir::new().unwrap();
    story.job("succession.handOver", json!({ "to": heir, "beforeStays": false, "place": stick.path() }));
    story.sits_down(OFFICER);

    let left = |id: &Value, name: &str| json!({ "id": id, "name": name, "left": true });
    let gone = [left(&chair, "陈望舒"), left(&clerk, "郑琳")];
    assert_eq!(story.call("history.actors", json!({})), json!(gone), "who made no step yet is no choice");
    assert!(steps(&story, json!({ "person": chair, "limit": 500 })).contains(&by_chair));
    assert_eq!(steps(&story, json!({ "person": clerk })), [by_clerk]);

    entered(&story, "叶晴川");
    let [chair, clerk] = gone;
    let stays = json!({ "id": heir, "name": "李强", "left": false });
    assert_eq!(story.call("history.actors", json!({})), json!([stays, chair, clerk]));
}

#[test]
fn one_who_was_renamed_at_the_desk_is_one_choice_under_the_last_name() {
    let story = Story::begin("36", &[]);
    entered(&story, NAME);
    let chair = story.call("people.list", json!({}))[0]["person"].clone();
    let renamed = json!({ "name": "陈望书", "role": "chair", "parts": [], "reads": [] });
    story.call("people.change", json!({ "id": chair["id"], "person": renamed }));
    let one = json!({ "id": chair["id"], "name": "陈望书", "left": false });
    assert_eq!(story.call("history.actors", json!({})), json!([one]));
}

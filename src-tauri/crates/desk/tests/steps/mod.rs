//! Whether a step may be taken back is answered before it is: with the same refusal, and nothing is changed by asking.

use serde_json::{Value, json};

use crate::duties::story::Story;

fn newest(story: &Story) -> Value {
    story.call("history.list", json!({ "limit": 1 }))["lines"][0]["seq"].clone()
}

#[test]
fn a_step_that_would_be_refused_says_so_when_it_is_asked_for() {
    let story = Story::begin("36", &[]);
    let person = story.call("members.save", json!({ "name": "何平", "sex": "male", "form": "contract" }));
    let tag = story.call("members.saveTag", json!({ "person": person, "kind": "modelWorker" }));
    let entered = newest(&story);
    let hardship = json!({ "id": tag, "person": person, "kind": "hardship" });
    story.call("members.saveTag", hardship);
    let changed = newest(&story);
    let kind = || story.call("members.flags", json!({ "id": person }))["tags"][0]["kind"].clone();

    // Nothing stands in the way yet, and asking takes nothing back.
    story.call("history.mayTakeBack", json!({ "seq": changed }));
    assert_eq!((newest(&story), kind()), (changed.clone(), json!("hardship")));

    let of = json!({ "kind": "personTag", "id": tag });
    story.job("files.add", json!({ "of": of, "pasted": "Zm9v", "name": "证明.txt" }));
    let last = newest(&story);
    let lines = story.call("history.list", json!({}))["lines"].clone();
    for (seq, why) in [(&changed, "it bears a file"), (&entered, "it was changed since")] {
        let line = lines.as_array().unwrap().iter().find(|line| line["seq"] == *seq).unwrap();
        assert_eq!(line["canTakeBack"], true, "{why}: worth asking");
        let asked = story.refused("history.mayTakeBack", json!({ "seq": seq }));
        let done = story.refused("history.takeBack", json!({ "seq": seq }));
        assert_eq!((&asked.code, &asked.message), (&done.code, &done.message), "{why}");
    }
    assert_eq!(newest(&story), last, "neither left a step");
    story.call("history.mayTakeBack", json!({ "seq": last }));
    story.call("history.takeBack", json!({ "seq": last }));
    story.call("history.takeBack", json!({ "seq": changed }));
    assert_eq!(kind(), "modelWorker");
}

#[test]
fn a_record_that_bears_a_file_is_not_offered_to_be_taken_back() {
    let story = Story::begin("36", &[]);
    let person = story.call("members.save", json!({ "name": "何平", "sex": "male", "form": "contract" }));
    let tag = story.call("members.saveTag", json!({ "person": person, "kind": "modelWorker" }));
    let entered = newest(&story);
    let of = json!({ "kind": "personTag", "id": tag });
    story.job("files.add", json!({ "of": of, "pasted": "Zm9v", "name": "证书.txt" }));
    let asked = story.refused("history.mayTakeBack", json!({ "seq": entered }));
    let done = story.refused("history.takeBack", json!({ "seq": entered }));
    assert_eq!((asked.code, asked.message), (done.code, done.message));
}

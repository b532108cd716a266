//! Going back does not leave an affair that cannot have been: what an agreement stands on is changed only after the agreement's own
//! acts were taken back, and the refusal says so.

use serde_json::{Value, json};

use super::{agreed, agreement, event, get, meeting, published};
use crate::duties::story::Story;

/// The first meeting of the talks as its form sends it again.
fn first_meeting(story: &Story, id: &Value) -> Value {
    let talks = get(story, id);
    let mut record = talks["meetings"][0]["record"].clone();
    record["id"] = talks["meetings"][0]["id"].clone();
    record
}

#[test]
fn the_only_meeting_neither_moves_nor_goes_from_under_a_draft() {
    let story = Story::begin("36", &[]);
    let id = agreed(&story, &["wage"]);
    let wage = agreement(&story, &id, "wage")["id"].clone();
    let drafted = event(&story, &id, &wage, "drafted", "2026-06-22", json!({}));
    story.on("2026-06-25");
    let mut moved = first_meeting(&story, &id);
    moved["heldOn"] = json!("2026-06-24");
    let refused = story.refused("negotiation.saveMeeting", moved.clone());
    assert!(refused.message.contains("2026年6月22日登记的“形成草案”以它为前提"), "{}", refused.message);
    assert!(refused.rule.is_some(), "it names the rule: {}", refused.message);
    let only = get(&story, &id)["meetings"][0]["id"].clone();
    let refused = story.refused("negotiation.removeMeeting", json!({ "id": only }));
    assert!(refused.message.contains("“形成草案”以它为前提"), "{}", refused.message);
    let mut spoiled = first_meeting(&story, &id);
    (spoiled["topics"][0]["result"], spoiled["topics"][0]["agreedText"]) = (json!("disputed"), Value::Null);
    let refused = story.refused("negotiation.saveMeeting", spoiled);
    assert!(refused.message.contains("“形成草案”以它为前提"), "{}", refused.message);
    let mut place = first_meeting(&story, &id);
    place["place"] = json!("二楼会议室");
    story.call("negotiation.saveMeeting", place);
    story.call("negotiation.removeEvent", json!({ "id": drafted }));
    story.call("negotiation.saveMeeting", moved);
    story.call("negotiation.removeMeeting", json!({ "id": only }));
}

#[test]
fn a_refusal_is_not_recorded_over_a_contract_nor_over_a_meeting() {
    let story = Story::begin("36", &[]);
    let id = agreed(&story, &["wage"]);
    let refusal = json!({
        "negotiation": id, "kind": "refused", "repliedOn": "2026-06-10", "repliedBy": "公司行政", "text": "生产任务重",
    });
    let refused = story.refused("negotiation.recordReply", refusal.clone());
    assert_eq!(refused.field.as_deref(), Some("kind"), "{}", refused.message);
    assert!(refused.message.contains("第1轮协商会议") && refused.rule.is_some(), "{}", refused.message);

    let story = Story::begin("36", &[]);
    let (id, _) = published(&story);
    let mut refusal = refusal;
    (refusal["negotiation"], refusal["repliedOn"]) = (id, json!("2026-07-20"));
    let refused = story.refused("negotiation.recordReply", refusal);
    assert!(
        refused.message.contains("“形成草案”") && refused.message.contains("撤回"),
        "{}",
        refused.message
    );
}

#[test]
fn who_signed_is_followed_by_another_and_not_replaced() {
    let story = Story::begin("36", &[]);
    let (id, _) = published(&story);
    let workers = || -> Vec<Value> {
        let talks = get(&story, &id);
        let all = talks["representatives"].as_array().unwrap().iter();
        all.filter(|one| one["side"] == "workers").map(|one| one["record"].clone()).collect()
    };
    let mut others = workers();
    for (one, name) in others.iter_mut().zip(["甲一", "乙二", "丙三"]) {
        one["name"] = json!(name);
    }
    let refused =
        story.refused("negotiation.saveRepresentatives", json!({ "negotiation": id, "workers": others }));
    assert_eq!(refused.field.as_deref(), Some("workers"), "{}", refused.message);
    assert!(refused.rule.is_some(), "{}", refused.message);
    assert!(
        refused.message.contains("登记补选") && refused.message.contains("已经签字"),
        "{}",
        refused.message
    );
    let mut posts = workers();
    posts[1]["post"] = json!("班组长");
    story.call("negotiation.saveRepresentatives", json!({ "negotiation": id, "workers": posts }));
}

#[test]
fn a_second_signing_is_refused_also_when_it_is_entered_late() {
    let story = Story::begin("36", &[]);
    let (id, wage) = published(&story);
    let again = json!({
        "negotiation": id, "agreement": wage, "kind": "signed", "happenedOn": "2026-07-01", "text": "",
        "lateEntry": "签字页在档案室",
    });
    let refused = story.refused("negotiation.addEvent", again);
    assert!(refused.message.contains("2026年7月2日已经登记过双方签字"), "{}", refused.message);
    assert_eq!(refused.field.as_deref(), Some("kind"), "{}", refused.message);
}

#[test]
fn a_further_round_after_a_draft_may_open_what_was_agreed() {
    let story = Story::begin("36", &[]);
    let id = agreed(&story, &["wage"]);
    let wage = agreement(&story, &id, "wage")["id"].clone();
    event(&story, &id, &wage, "drafted", "2026-06-22", json!({}));
    story.on("2026-06-25");
    let mut second = meeting(&story, &id, "2026-06-25");
    (second["topics"][0]["result"], second["topics"][0]["agreedText"]) = (json!("disputed"), Value::Null);
    story.call("negotiation.saveMeeting", second);
    story.on("2026-06-29");
    let vote = json!({
        "negotiation": id, "session": super::session("2026-06-29"),
        "votes": [{ "agreement": wage, "votesFor": 41, "votesAgainst": 2, "abstained": 0 }],
    });
    let refused = story.refused("negotiation.saveVote", vote);
    assert!(refused.message.contains("谈定以后才能表决"), "open again: {}", refused.message);
}

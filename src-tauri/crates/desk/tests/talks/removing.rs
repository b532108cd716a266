//! An affair that was started by mistake goes to the trash whole and comes back whole; one of which something came stays.

use serde_json::json;

use super::{agreed, get};
use crate::duties::story::Story;

#[test]
fn an_affair_of_a_wrong_year_is_removed_and_comes_back_with_its_topics() {
    let story = Story::begin("36", &[]);
    story.on("2026-06-02");
    let id = story.call("negotiation.start", json!({ "year": 2028 }));
    story.call("negotiation.saveOpinions", json!({
        "negotiation": id, "fromOn": "2026-05-20", "toOn": "2026-05-28", "handedOut": 320, "returned": 263,
        "topics": [{ "title": "年度工资增长幅度", "people": 241, "gist": "增长8%" }],
    }));
    story.call("negotiation.takeOpinions", json!({ "id": id }));
    let before = get(&story, &id);
    story.call("negotiation.remove", json!({ "id": id }));
    assert_eq!(story.call("negotiation.list", json!({})), json!([]));
    assert_eq!(story.refused("negotiation.get", json!({ "id": id })).code, "not_found");
    assert_eq!(story.call("search.all", json!({ "text": "年度工资增长幅度" })), json!([]));

    let again = story.call("negotiation.start", json!({ "year": 2028 }));
    let taken = story.refused("trash.restore", json!({ "kind": "negotiation", "id": id }));
    assert!(taken.message.contains("另启动了一次"), "{}", taken.message);
    story.call("negotiation.remove", json!({ "id": again }));
    story.call("trash.restore", json!({ "kind": "negotiation", "id": id }));
    assert_eq!(get(&story, &id), before);
    assert_eq!(before["topics"].as_array().unwrap().len(), 1);
}

#[test]
fn an_affair_of_which_something_came_says_what_and_stays() {
    let story = Story::begin("36", &[]);
    let id = agreed(&story, &["wage"]);
    let stays = story.refused("negotiation.remove", json!({ "id": id }));
    for what in ["要约", "对方的答复", "会议记录", "封存"] {
        assert!(stays.message.contains(what), "{what}: {}", stays.message);
    }
    assert!(!stays.message.contains("表决"), "{}", stays.message);
}

#[test]
fn a_removed_suspension_and_a_removed_item_of_information_come_back() {
    let story = Story::begin("36", &[]);
    let id = agreed(&story, &["wage"]);
    let suspension = json!({
        "negotiation": id, "reason": "等上年度的审计报告", "fromOn": "2026-06-20", "resumeOn": "2026-07-03",
        "resumePlace": "三楼会议室", "resumeSubject": "年度工资增长幅度", "workersAgreed": "陈望舒", "employerAgreed": "高子衿",
    });
    let suspended = story.call("negotiation.saveSuspension", suspension);
    let item = json!({ "of": "employer", "name": "上年度工资总额", "askedOn": "2026-06-20", "askedBy": "陈望舒", "secret": false });
    story.call("negotiation.saveInformation", json!({ "negotiation": id, "items": [item] }));
    let before = get(&story, &id);
    let asked = before["information"]["items"][0]["id"].clone();
    story.call("negotiation.removeSuspension", json!({ "id": suspended }));
    story.call("negotiation.saveInformation", json!({ "negotiation": id, "items": [] }));
    assert_ne!(get(&story, &id), before);
    story.call("trash.restore", json!({ "kind": "suspension", "id": suspended }));
    story.call("trash.restore", json!({ "kind": "information", "id": asked }));
    assert_eq!(get(&story, &id), before);
    let twice = story.refused("trash.restore", json!({ "kind": "suspension", "id": suspended }));
    assert_eq!(twice.code, "not_found", "{}", twice.message);
}

//! What others already stand on changes no more: an answered offer, the meetings behind a passed draft, the text that was voted, the
//! term that was signed.

use serde_json::{Value, json};

use super::{agreed, agreement, event, get, meeting, vote};
use crate::duties::story::Story;

/// The offer of [`agreed`] as its form sends it again, with one thing changed.
fn offer(story: &Story, id: &Value, key: &str, value: Value) -> Value {
    let topics: Vec<Value> = get(story, id)["topics"]
        .as_array()
        .unwrap()
        .iter()
        .map(|topic| json!({ "id": topic["id"], "title": topic["title"], "proposal": topic["proposal"] }))
        .collect();
    let mut offer = json!({
        "negotiation": id, "by": "workers", "addressee": "赣江机械有限公司", "reasons": "上年度合同即将期满",
        "issuedOn": "2026-06-02", "receivedOn": "2026-06-02", "proposedOn": "2026-06-20", "proposedPlace": "三楼会议室", "contact": "陈望舒，分机8001",
        "information": "上年度工资总额",
        "topics": topics,
    });
    offer[key] = value;
    offer
}

#[test]
fn an_answered_offer_keeps_its_side_and_the_day_on_which_it_came() {
    let story = Story::begin("36", &[]);
    let id = agreed(&story, &["wage"]);
    for (key, value, words) in [
        ("receivedOn", json!("2026-06-11"), "晚于对方答复的"),
        ("receivedOn", Value::Null, "收到日期不能空着"),
        ("by", json!("employer"), "由哪一方提出不能再改"),
    ] {
        let refused = story.refused("negotiation.saveOffer", offer(&story, &id, key, value));
        assert_eq!(refused.field.as_deref(), Some(key), "{}", refused.message);
        assert!(refused.message.contains(words), "{}", refused.message);
    }
    story.call("negotiation.saveOffer", offer(&story, &id, "receivedOn", json!("2026-06-10")));
    story.call("papers.issue", json!({ "kind": "negotiation.offer", "of": id }));
    let mut other = offer(&story, &id, "receivedOn", json!("2026-06-10"));
    other["topics"][0]["proposal"] = "平均增长1%".into();
    let refused = story.refused("negotiation.saveOffer", other);
    assert!(refused.message.contains("已经印发"), "{}", refused.message);
}

#[test]
fn what_the_congress_passed_is_what_is_signed() {
    let story = Story::begin("36", &[]);
    let id = agreed(&story, &["wage"]);
    let wage = agreement(&story, &id, "wage")["id"].clone();
    story.call("contract.start", json!({ "agreement": wage }));
    let fill = |name: &str, value: &str| json!({ "agreement": wage, "name": name, "value": value });
    story.call("contract.fill", fill("工资增长幅度", "6"));
    event(&story, &id, &wage, "drafted", "2026-06-22", json!({}));
    vote(&story, &id, "2026-06-29", &[(&wage, 41)]);

    let refused = story.refused("contract.fill", fill("工资增长幅度", "1"));
    assert!(refused.message.contains("职代会已经表决通过"), "{}", refused.message);
    story.call("contract.fill", fill("发薪日", "10"));
    let mut spoiled = meeting(&story, &id, "2026-06-20");
    spoiled["id"] = get(&story, &id)["meetings"][0]["id"].clone();
    spoiled["topics"][0]["result"] = "disputed".into();
    let refused = story.refused("negotiation.saveMeeting", spoiled);
    assert!(refused.message.contains("不能改成没有谈定"), "{}", refused.message);

    let sign = json!({
        "negotiation": id, "agreement": wage, "kind": "signed", "happenedOn": "2026-06-29", "text": "",
        "facts": { "copies": 5, "termFrom": "2026-08-01", "termTo": "2027-07-31" },
    });
    let refused = story.refused("negotiation.addEvent", sign.clone());
    assert!(refused.message.contains("必须改正"), "blanks are open: {}", refused.message);
    let told = json!({ "negotiation": id, "agreement": wage, "kind": "notified", "happenedOn": "2026-06-29", "text": "" });
    let told = story.call("negotiation.addEvent", told);
    let turned = json!({ "id": told, "kind": "signed", "happenedOn": "2026-06-29", "text": "", "facts": sign["facts"] });
    let refused = story.refused("negotiation.changeEvent", turned);
    assert!(refused.message.contains("必须改正"), "nor by a correction: {}", refused.message);
    let mut late = sign;
    late["lateEntry"] = "纸面上早已签好".into();
    story.call("negotiation.addEvent", late);
    let term =
        json!({ "id": wage, "title": "工资集体合同", "termFrom": "2026-08-01", "termTo": "2030-07-31" });
    let refused = story.refused("negotiation.saveAgreement", term);
    assert!(refused.message.contains("期限不能再改"), "{}", refused.message);
    let refused = story.refused("contract.fill", fill("发薪日", "15"));
    assert!(refused.message.contains("已经签字"), "{}", refused.message);
}

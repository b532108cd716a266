//! A round of which one contract is signed while another is still talked about: the law of the signed one asks nothing more of the
//! talks.

use serde_json::{Value, json};

use super::{TERM, agreement, event, get, meeting, offered, side, vote};
use crate::duties::story::Story;

/// Talks over wages and the women's contract: of 20 June the wages agreed upon, the women's topic not; the wage contract signed. `before`:
/// until when its own law gave the talks.
fn half_signed(story: &Story, before: &str) -> Value {
    let id = offered(story, &["wage", "women"]);
    let wages = get(story, &id)["topics"][0]["id"].clone();
    story.call("negotiation.saveOffer", json!({
        "negotiation": id, "by": "workers", "addressee": "赣江机械有限公司", "reasons": "上年度合同即将期满",
        "issuedOn": "2026-06-02", "receivedOn": "2026-06-02", "proposedOn": "2026-06-20", "proposedPlace": "三楼会议室",
        "contact": "陈望舒，分机8001", "information": "上年度工资总额",
        "topics": [
            { "id": wages, "title": "年度工资增长幅度", "proposal": "平均增长6%" },
            { "title": "女职工每年妇科检查", "proposal": "每年一次" },
        ],
    }));
    story.on("2026-06-10");
    story.call("negotiation.recordReply", json!({
        "negotiation": id, "kind": "agreed", "repliedOn": "2026-06-10", "repliedBy": "公司行政", "text": "",
        "meetsOn": "2026-06-20", "meetsPlace": "三楼会议室",
    }));
    let employer = side(["高子衿", "罗思齐", "何怀谷"]);
    story.call("negotiation.saveRepresentatives", json!({ "negotiation": id, "employer": employer }));
    story.on("2026-06-20");
    let mut held = meeting(story, &id, "2026-06-20");
    (held["topics"][1]["result"], held["topics"][1]["agreedText"]) = (json!("disputed"), Value::Null);
    held["nextOn"] = json!("2026-08-10");
    story.call("negotiation.saveMeeting", held);
    let wage = agreement(story, &id, "wage")["id"].clone();
    event(story, &id, &wage, "drafted", "2026-06-22", json!({}));
    vote(story, &id, "2026-06-29", &[(&wage, 41)]);
    assert_eq!(clock(story, &id), before, "the wage regulation's time runs until then");
    let term = json!({ "copies": 5, "termFrom": TERM.0, "termTo": TERM.1 });
    event(story, &id, &wage, "signed", "2026-07-02", term);
    id
}

fn clock(story: &Story, id: &Value) -> Value {
    get(story, id)["clock"]["due"].clone()
}

#[test]
fn what_is_signed_takes_the_clocks_of_its_law_with_it() {
    let story = Story::begin("41", &[]);
    let id = half_signed(&story, "2026-08-02");
    // 《河南省企业集体合同条例》第十五条: sixty days from the first meeting.
    assert_eq!(clock(&story, &id), "2026-08-19");
    for (day, over) in [("2026-08-03", false), ("2026-08-19", false), ("2026-08-20", true)] {
        story.on(day);
        let told = get(&story, &id)["dispute"].clone();
        assert_eq!(!told.is_null(), over, "{day}: {told}");
        assert!(!told.to_string().contains("工资集体协商条例"), "{day}: {told}");
    }
    let paper = story.text("negotiation.coordination", &id);
    assert!(paper.contains("女职工每年妇科检查"), "what is disputed: {paper}");
    assert!(!paper.contains("工资集体协商条例"), "by the law of the women's contract: {paper}");
}

#[test]
fn talks_without_a_time_of_their_own_are_never_over_by_another_contracts() {
    let story = Story::begin("36", &[]);
    let id = half_signed(&story, "2026-08-01");
    assert_eq!(clock(&story, &id), Value::Null, "江西 gives sixty days to talks about wages alone");
    story.on("2026-08-20");
    assert_eq!(get(&story, &id)["dispute"], Value::Null);
}

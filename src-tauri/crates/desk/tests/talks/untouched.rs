//! What was voted or signed changes by no command of the talks either: not by the blanks of its term, the offer, its answer, the
//! opinions, the name of the contract, a meeting over what amends it, nor with a reason for an entry made afterwards.

use serde_json::{Value, json};

use super::rounds::offer;
use super::settled::written;
use super::{
    TERM, agreed, agreement, answered, event, from_signature, get, meeting, passed, published, vote,
};
use crate::duties::story::Story;

/// The topics that stand, and one more.
fn and_one_more(talks: &Value) -> Vec<Value> {
    let named = |one: &Value| json!({ "id": one["id"], "title": one["title"], "proposal": one["proposal"] });
    let mut topics: Vec<Value> = talks["topics"].as_array().unwrap().iter().map(named).collect();
    topics.push(json!({ "title": "夜班津贴", "proposal": "每班增加10元" }));
    topics
}

/// A contract whose text stands in the ledger, filed on 3 July and sent back on 6 July.
pub fn sent_back(story: &Story) -> (Value, Value) {
    let id = agreed(story, &["wage"]);
    let wage = agreement(story, &id, "wage")["id"].clone();
    written(story, &wage);
    event(story, &id, &wage, "drafted", "2026-06-22", json!({}));
    vote(story, &id, "2026-06-29", &[(&wage, 41)]);
    let facts = json!({ "copies": 5, "termFrom": TERM.0, "termTo": TERM.1 });
    event(story, &id, &wage, "signed", "2026-07-02", facts);
    event(story, &id, &wage, "filed", "2026-07-03", json!({ "receiver": "县人社局", "copies": 3 }));
    event(story, &id, &wage, "returned", "2026-07-06", json!({}));
    (id, wage)
}

#[test]
fn a_contract_in_effect_keeps_its_term_its_name_and_its_topics() {
    let story = Story::begin("36", &[]);
    let (id, wage) = published(&story);
    let signed = agreement(&story, &id, "wage");
    for to in [Value::Null, json!("2036-07-31"), json!("2026-12-31")] {
        let fill = json!({ "agreement": wage, "name": "合同止日", "value": to });
        let refused = story.refused("contract.fill", fill);
        assert!(refused.message.contains("已经签字，期限不能再变"), "{to}: {}", refused.message);
    }
    let renamed = json!({ "id": wage, "title": "奖金协议", "termFrom": TERM.0, "termTo": TERM.1 });
    let refused = story.refused("negotiation.saveAgreement", renamed);
    assert!(refused.message.contains("名称不能再变"), "{}", refused.message);
    let talks = get(&story, &id);
    let mut topics = and_one_more(&talks);
    let refused = story.refused("negotiation.saveOffer", offer(&id, &topics));
    assert!(refused.message.contains("不能改成没有谈定"), "one more: {}", refused.message);
    topics.pop();
    topics[0]["title"] = json!("年度工资减少");
    let refused = story.refused("negotiation.saveOffer", offer(&id, &topics));
    assert!(refused.message.contains("不能再改成别的内容"), "another name: {}", refused.message);
    let now = agreement(&story, &id, "wage");
    for what in ["state", "title", "termFrom", "termTo"] {
        assert_eq!(now[what], signed[what], "{what}");
    }
}

#[test]
fn an_affair_entered_from_its_papers_is_not_in_effect_without_its_term() {
    let story = Story::begin("36", &[]);
    let (id, wage) = published(&story);
    story.call("negotiation.removeEvent", {
        let events = agreement(&story, &id, "wage")["events"].clone();
        let last = events.as_array().unwrap().iter().find(|one| one["kind"] == "published").unwrap().clone();
        json!({ "id": last["id"] })
    });
    let fill = json!({ "agreement": wage, "name": "合同起日", "value": null });
    let refused = story.refused("contract.fill", fill);
    assert!(refused.message.contains("期限不能再变"), "{}", refused.message);
    let session = agreement(&story, &id, "wage")["votes"][0]["session"]["id"].clone();
    let refused = story.refused("negotiation.removeVote", json!({ "id": session }));
    assert!(refused.message.contains("以它为前提"), "{}", refused.message);
}

#[test]
fn a_topic_that_comes_up_after_a_return_frees_nothing_of_what_went_before() {
    let story = Story::begin("36", &[]);
    let (id, _) = sent_back(&story);
    story.call("negotiation.saveOffer", offer(&id, &and_one_more(&get(&story, &id))));
    let talks = get(&story, &id);
    let drafted = agreement(&story, &id, "wage");
    let drafted = drafted["events"].as_array().unwrap().iter().find(|one| one["kind"] == "drafted").unwrap();
    let session = agreement(&story, &id, "wage")["votes"][0]["session"]["id"].clone();
    for (name, args) in [
        ("negotiation.removeVote", json!({ "id": session })),
        ("negotiation.removeEvent", json!({ "id": drafted["id"] })),
        ("negotiation.removeMeeting", json!({ "id": talks["meetings"][0]["id"] })),
    ] {
        let refused = story.refused(name, args);
        assert!(refused.message.contains("以它为前提"), "{name}: {}", refused.message);
    }
    let wage = agreement(&story, &id, "wage")["id"].clone();
    story.on("2026-07-08");
    let mut again = meeting(&story, &id, "2026-07-08");
    again["agenda"] = json!("夜班津贴");
    story.call("negotiation.saveMeeting", again);
    event(&story, &id, &wage, "drafted", "2026-07-08", json!({}));
}

#[test]
fn no_reason_lets_words_in_that_the_congress_did_not_pass() {
    let story = Story::begin("36", &[]);
    let (id, wage) = sent_back(&story);
    let filed = json!({
        "negotiation": id, "agreement": wage, "kind": "filed", "happenedOn": "2026-07-06", "text": "补正后再报",
        "facts": { "receiver": "县人社局", "copies": 3 }, "lateEntry": "早已报送",
    });
    story.call("contract.fill", json!({ "agreement": wage, "name": "工资增长幅度", "value": "1" }));
    let refused = story.refused("negotiation.addEvent", filed);
    assert!(refused.message.contains("退回以后改动过文字"), "{}", refused.message);
    event(&story, &id, &wage, "drafted", "2026-07-07", json!({}));
    story.on("2026-07-08");
    let mut signed = json!({
        "negotiation": id, "agreement": wage, "kind": "signed", "happenedOn": "2026-07-08", "text": "以书面办理",
        "facts": { "copies": 5, "termFrom": TERM.0, "termTo": TERM.1 },
    });
    let refused = story.refused("negotiation.addEvent", signed.clone());
    assert!(refused.message.contains("还没有表决"), "{}", refused.message);
    signed["lateEntry"] = json!("纸面上早已签好");
    let refused = story.refused("negotiation.addEvent", signed.clone());
    assert!(refused.message.contains("再次表决通过为前提") && refused.rule.is_some(), "{}", refused.message);
    vote(&story, &id, "2026-07-08", &[(&wage, 42)]);
    story.call("negotiation.addEvent", signed);
    assert_eq!(agreement(&story, &id, "wage")["state"], "signed");
}

#[test]
fn a_signed_change_keeps_its_meeting_and_a_change_that_followed_keeps_its_signature() {
    let story = Story::begin("36", &[]);
    let (id, wage) = published(&story);
    story.on("2026-09-01");
    let amendment = story.call("negotiation.saveAmendment", super::settled::change(&wage));
    story.on("2026-09-08");
    let met = story.call("negotiation.saveMeeting", meeting(&story, &id, "2026-09-08"));
    event(&story, &id, &amendment, "drafted", "2026-09-08", json!({}));
    vote(&story, &id, "2026-09-14", &[(&amendment, 42)]);
    let signature = event(&story, &id, &amendment, "signed", "2026-09-15", json!({ "copies": 5 }));
    let mut reworded = meeting(&story, &id, "2026-09-08");
    reworded["id"] = met;
    reworded["topics"][0]["agreedText"] = json!("夜班津贴取消");
    let refused = story.refused("negotiation.saveMeeting", reworded);
    assert!(refused.message.contains("不能再改成别的内容"), "{}", refused.message);
    event(&story, &id, &wage, "changed", "2026-09-15", json!({}));
    let refused = story.refused("negotiation.removeEvent", json!({ "id": signature }));
    assert!(refused.message.contains("它所凭的协议不在了"), "{}", refused.message);
}

#[test]
fn a_contract_that_joins_the_round_takes_no_topic_from_one_that_is_signed() {
    let story = Story::begin("36", &[]);
    let id = answered(&story, &["wage"]);
    let topics = ["年度工资增长幅度", "年休假安排"].map(|title| json!({ "title": title, "proposal": "" }));
    story.call("negotiation.saveOffer", offer(&id, &topics));
    story.on("2026-06-20");
    story.call("negotiation.saveMeeting", meeting(&story, &id, "2026-06-20"));
    let wage = agreement(&story, &id, "wage")["id"].clone();
    event(&story, &id, &wage, "drafted", "2026-06-22", json!({}));
    vote(&story, &id, "2026-06-29", &[(&wage, 41)]);
    let facts = json!({ "copies": 5, "termFrom": TERM.0, "termTo": TERM.1 });
    event(&story, &id, &wage, "signed", "2026-07-02", facts);
    let joins = json!({ "negotiation": id, "kind": "collective" });
    let refused = story.refused("negotiation.addAgreement", joins);
    assert!(refused.message.contains("“年休假安排”不能再改成别的内容"), "{}", refused.message);
}

#[test]
fn the_table_that_was_voted_with_the_text_is_not_written_over_before_the_signature() {
    let story = Story::begin("36", &[]);
    let id = agreed(&story, &["wage"]);
    let wage = agreement(&story, &id, "wage")["id"].clone();
    written(&story, &wage);
    let table = |from: u32| {
        let level = json!({ "trade": "焊工", "grade": "senior", "from": from, "to": 600_000 });
        json!({ "negotiation": id, "levels": [level], "forms": [] })
    };
    story.call("skillPay.save", table(500_000));
    event(&story, &id, &wage, "drafted", "2026-06-22", json!({}));
    vote(&story, &id, "2026-06-29", &[(&wage, 41)]);
    let refused = story.refused("skillPay.save", table(300_000));
    assert!(refused.message.contains("工种和技能等级工资水平表不能再变"), "{}", refused.message);
}

#[test]
fn the_term_of_a_renewal_is_the_one_that_was_voted() {
    let story = Story::begin("36", &[]);
    let (id, wage) = published(&story);
    story.on("2027-05-04");
    let renewal = story.call("negotiation.saveAmendment", json!({
        "amends": wage, "act": "renew", "proposedBy": "workers", "proposedOn": "2027-05-04", "ground": "", "reason": "合同期满",
        "effectiveOn": "2027-08-01", "termFrom": "2027-08-01", "termTo": "2028-07-31", "terms": [], "changes": [],
    }));
    story.on("2027-05-11");
    story.call("negotiation.saveMeeting", meeting(&story, &id, "2027-05-11"));
    event(&story, &id, &renewal, "drafted", "2027-05-11", json!({}));
    vote(&story, &id, "2027-05-18", &[(&renewal, 42)]);
    let fill = json!({ "agreement": renewal, "name": "合同止日", "value": "2030-07-31" });
    let refused = story.refused("contract.fill", fill);
    assert!(refused.message.contains("期限不能再变"), "{}", refused.message);
}

#[test]
fn the_answer_under_a_signed_contract_is_completed_and_becomes_no_other() {
    let reply = |id: &Value, kind: &str, on: &str, text: &str| {
        json!({
            "negotiation": id, "kind": kind, "repliedOn": on, "repliedBy": "公司行政", "text": text,
            "meetsOn": "2026-06-20", "meetsPlace": "三楼会议室",
        })
    };
    let story = Story::begin("36", &[]);
    let (id, _) = published(&story);
    for (kind, on, what) in
        [("partly", "2026-06-10", "结论不能再改"), ("agreed", "2026-06-21", "日期不能改到2026年6月20日")]
    {
        let mut other = reply(&id, kind, on, "只谈工资增长幅度");
        other["meetsOn"] = Value::Null;
        let refused = story.refused("negotiation.recordReply", other);
        assert!(refused.message.contains("已经签字"), "{what}: {}", refused.message);
        assert!(refused.message.contains(&format!("答复的{what}")), "{}", refused.message);
    }
    // A mistyped day is put right as long as the talks came after it, and stays the same answer.
    for on in ["2026-06-12", "2026-06-20", "2026-06-10"] {
        story.call("negotiation.recordReply", reply(&id, "agreed", on, ""));
        assert_eq!(get(&story, &id)["reply"]["repliedOn"], on);
        assert_eq!(get(&story, &id)["earlierReplies"], json!([]), "{on}");
    }
    let mut completed = reply(&id, "agreed", "2026-06-10", "函号：赣江机械函〔2026〕3号");
    completed["meetsPlace"] = json!("二楼会议室");
    story.call("negotiation.recordReply", completed);
    let kept = get(&story, &id)["reply"].clone();
    assert_eq!((&kept["kind"], &kept["repliedOn"]), (&json!("agreed"), &json!("2026-06-10")), "{kept}");
    assert_eq!(kept["meetsPlace"], "二楼会议室");

    // Until it is signed the answer is corrected; what was agreed to in part is then only added to.
    let story = Story::begin("36", &[]);
    let (id, wage) = passed(&story);
    story.call("negotiation.recordReply", reply(&id, "partly", "2026-06-10", "只谈工资增长幅度"));
    from_signature(&story, &id, &wage);
    let refused = story.refused("negotiation.recordReply", reply(&id, "partly", "2026-06-10", "都不谈"));
    assert!(refused.message.contains("答复的内容不能再改"), "{}", refused.message);
    let more = reply(&id, "partly", "2026-06-10", "只谈工资增长幅度（赣江机械函〔2026〕3号）");
    story.call("negotiation.recordReply", more);
}

#[test]
fn what_the_offer_proposed_stands_once_its_contract_is_passed() {
    let story = Story::begin("36", &[]);
    let proposing = |id: &Value, proposal: &str| {
        let topic = get(&story, id)["topics"][0].clone();
        offer(id, &[json!({ "id": topic["id"], "title": topic["title"], "proposal": proposal })])
    };
    let (id, _) = passed(&story);
    let refused = story.refused("negotiation.saveOffer", proposing(&id, "平均增长60%"));
    assert!(refused.message.contains("“年度工资增长幅度”的方案谈定的，方案不能再改"), "{}", refused.message);
    story.call("negotiation.saveOffer", proposing(&id, "平均增长6%"));

    let story = Story::begin("36", &[]);
    let id = agreed(&story, &["wage"]);
    let topic = get(&story, &id)["topics"][0].clone();
    let mended = json!({ "id": topic["id"], "title": topic["title"], "proposal": "平均增长6.5%" });
    story.call("negotiation.saveOffer", offer(&id, &[mended]));
}

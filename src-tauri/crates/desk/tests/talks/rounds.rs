//! The rounds of talks by the day on which they were held: which word is the last, and what waits for it.

use serde_json::{Value, json};

use super::{
    TERM, agreed, agreement, answered, concluded, event, get, meeting, offered, published, session, side,
    vote,
};
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

#[test]
fn a_meeting_that_goes_past_midnight_ends_on_the_next_day() {
    let story = Story::begin("36", &[]);
    let id = answered(&story, &["wage"]);
    story.on("2026-06-20");
    let mut held = meeting(&story, &id, "2026-06-20");
    (held["begins"], held["ends"]) = (json!("20:30"), json!("01:15"));
    let refused = story.refused("negotiation.saveMeeting", held.clone());
    assert_eq!(refused.field.as_deref(), Some("ends"), "it is not over yet: {}", refused.message);
    story.on("2026-06-21");
    let kept = story.call("negotiation.saveMeeting", held);
    let minutes = story.text("negotiation.minutes", &kept);
    assert!(minutes.contains("2026年6月20日20时30分至次日1时15分"), "{minutes}");

    // What it agreed upon was agreed when it ended.
    let wage = agreement(&story, &id, "wage")["id"].clone();
    let drafted = |on: &str| {
        json!({
            "negotiation": id, "agreement": wage, "kind": "drafted", "happenedOn": on, "text": "以书面办理", "facts": {},
        })
    };
    let refused = story.refused("negotiation.addEvent", drafted("2026-06-20"));
    assert_eq!(refused.field.as_deref(), Some("happenedOn"), "{}", refused.message);
    assert!(refused.message.contains("早于协商会议的2026年6月21日"), "{}", refused.message);
    story.call("negotiation.addEvent", drafted("2026-06-21"));
}

/// The offer of these talks with other topics.
pub fn offer(id: &Value, topics: &[Value]) -> Value {
    json!({
        "negotiation": id, "by": "workers", "addressee": "赣江机械有限公司", "reasons": "上年度合同即将期满",
        "issuedOn": "2026-06-02", "receivedOn": "2026-06-02", "contact": "陈望舒，分机8001", "information": "",
        "topics": topics,
    })
}

/// A topic that stands, as the offer names it again.
fn named(topic: &Value) -> Value {
    json!({ "id": topic["id"], "title": topic["title"], "proposal": topic["proposal"] })
}

/// A round over four contracts in which all was agreed at the first meeting, each drafted and voted on; of one the draft did not pass.
fn voted_but(story: &Story, titles: &[&str], failed: &str) -> Value {
    let kinds = ["collective", "wage", "women", "safety"];
    let id = answered(story, &kinds);
    let topics: Vec<Value> = titles.iter().map(|title| json!({ "title": title, "proposal": "" })).collect();
    story.call("negotiation.saveOffer", offer(&id, &topics));
    story.on("2026-06-20");
    story.call("negotiation.saveMeeting", meeting(story, &id, "2026-06-20"));
    let all = kinds.map(|kind| agreement(story, &id, kind)["id"].clone());
    for of in &all {
        event(story, &id, of, "drafted", "2026-06-22", json!({}));
    }
    let yes = |kind: &str| if kind == failed { 20 } else { 41 };
    let votes: Vec<(&Value, u32)> = all.iter().zip(kinds).map(|(of, kind)| (of, yes(kind))).collect();
    vote(story, &id, "2026-06-29", &votes);
    story.on("2026-07-06");
    id
}

#[test]
fn further_talks_over_one_contract_leave_those_without_topics_of_their_own_alone() {
    for failed in ["wage", "safety"] {
        let story = Story::begin("36", &[]);
        // Of safety nobody proposed a topic in the first round; in the second one is of it alone.
        let titles = ["年度工资增长幅度", "焊接车间通风改造"];
        let many = if failed == "safety" { 2 } else { 1 };
        let id = voted_but(&story, &titles[..many], failed);
        let mut held = meeting(&story, &id, "2026-07-06");
        let over = held["topics"].as_array_mut().unwrap().pop().unwrap();
        held["topics"] = json!([over]);
        (held["topics"][0]["result"], held["topics"][0]["agreedText"]) = (json!("disputed"), Value::Null);
        story.call("negotiation.saveMeeting", held);
        for kind in ["collective", "wage", "women", "safety"] {
            let state = if kind == failed { "rejected" } else { "passed" };
            assert_eq!(agreement(&story, &id, kind)["state"], state, "{kind} where {failed} failed");
        }
        if failed == "safety" {
            let mut wages = disputed(&story, &id, "2026-07-06");
            (wages["begins"], wages["ends"]) = (json!("17:00"), json!("18:00"));
            let refused = story.refused("negotiation.saveMeeting", wages);
            assert!(refused.message.contains("不能改成没有谈定"), "wages were voted: {}", refused.message);
            let stood = get(&story, &id)["topics"].as_array().unwrap().clone();
            let mut topics: Vec<Value> = stood.iter().map(named).collect();
            topics.push(json!({ "title": "消防通道改造", "proposal": "" }));
            story.call("negotiation.saveOffer", offer(&id, &topics));
            let draft = json!({
                "negotiation": id, "agreement": agreement(&story, &id, "safety")["id"], "kind": "drafted",
                "happenedOn": "2026-07-06", "text": "",
            });
            let refused = story.refused("negotiation.addEvent", draft);
            assert!(refused.message.contains("消防通道改造"), "the next draft waits: {}", refused.message);
        }
    }
}

/// A change that the workers' side proposes on 1 September.
fn change(wage: &Value) -> Value {
    json!({
        "amends": wage, "act": "change", "proposedBy": "workers", "proposedOn": "2026-09-01", "ground": "item1",
        "reason": "新线投产后原有计件单价不能反映实际劳动量", "effectiveOn": "2026-10-01", "terms": [],
        "changes": [{ "clause": "夜班津贴", "was": "每班30元", "becomes": "每班40元" }],
    })
}

#[test]
fn a_change_over_which_the_talks_came_to_nothing_is_neither_drafted_nor_voted() {
    let story = Story::begin("36", &[]);
    let (id, wage) = published(&story);
    story.on("2026-09-01");
    let amendment = story.call("negotiation.saveAmendment", change(&wage));
    story.on("2026-09-08");
    story.call("negotiation.saveMeeting", disputed(&story, &id, "2026-09-08"));
    let drafted = |on: &str| json!({ "negotiation": id, "agreement": amendment, "kind": "drafted", "happenedOn": on, "text": "" });
    let refused = story.refused("negotiation.addEvent", drafted("2026-09-08"));
    assert!(refused.message.contains("没有谈定") && refused.message.contains("补录"), "{}", refused.message);
    let mut late = drafted("2026-09-08");
    late["lateEntry"] = json!("草案在档案室");
    let late = story.call("negotiation.addEvent", late);
    story.call("negotiation.removeEvent", json!({ "id": late }));

    story.on("2026-09-10");
    story.call("negotiation.saveMeeting", meeting(&story, &id, "2026-09-10"));
    event(&story, &id, &amendment, "drafted", "2026-09-10", json!({}));
    story.on("2026-09-12");
    let again = story.call("negotiation.saveMeeting", disputed(&story, &id, "2026-09-12"));
    let votes = json!([{ "agreement": amendment, "votesFor": 42, "votesAgainst": 1, "abstained": 0 }]);
    story.on("2026-09-14");
    let voted = json!({ "negotiation": id, "session": session("2026-09-14"), "votes": votes });
    let refused = story.refused("negotiation.saveVote", voted);
    assert!(refused.message.contains("谈定以后才能表决"), "{}", refused.message);
    story.call("negotiation.removeMeeting", json!({ "id": again }));
    vote(&story, &id, "2026-09-14", &[(&amendment, 42)]);
}

/// The first meeting of talks as it is sent again with other words agreed on.
fn reworded(story: &Story, id: &Value, words: &str) -> Value {
    let held = get(story, id)["meetings"][0].clone();
    let mut first = held["record"].clone();
    first["id"] = held["id"].clone();
    first["topics"][0]["agreedText"] = json!(words);
    first
}

#[test]
fn the_minutes_of_the_round_that_agreed_stay_though_a_later_one_repeats_its_words() {
    let story = Story::begin("36", &[]);
    let (id, _) = published(&story);
    story.on("2026-07-25");
    let again = story.call("negotiation.saveMeeting", meeting(&story, &id, "2026-07-25"));
    let refused = story.refused("negotiation.saveMeeting", reworded(&story, &id, "月平均工资增长1%"));
    assert!(refused.message.contains("不能再改成别的内容"), "{}", refused.message);
    let mut moved = reworded(&story, &id, "月平均工资增长6%");
    moved["place"] = json!("二楼会议室");
    story.call("negotiation.saveMeeting", moved);
    story.call("negotiation.removeMeeting", json!({ "id": again }));
}

#[test]
fn what_was_signed_and_not_voted_is_not_said_to_be_voted() {
    let story = Story::begin("36", &[]);
    let id = agreed(&story, &["wage"]);
    let wage = agreement(&story, &id, "wage")["id"].clone();
    story.on("2026-07-02");
    story.call("negotiation.addEvent", json!({
        "negotiation": id, "agreement": wage, "kind": "signed", "happenedOn": "2026-07-02", "text": "以书面办理",
        "facts": { "copies": 5, "termFrom": TERM.0, "termTo": TERM.1 }, "lateEntry": "签字文本在档案室",
    }));
    let refused = story.refused("negotiation.saveMeeting", reworded(&story, &id, "月平均工资增长1%"));
    let message = &refused.message;
    assert!(message.contains("已经签字，会上谈定的") && !message.contains("表决"), "{message}");
}

#[test]
fn the_answer_under_a_contract_in_effect_is_not_taken_back() {
    let story = Story::begin("36", &[]);
    let id = offered(&story, &["wage"]);
    story.on("2026-06-10");
    story.call("negotiation.recordReply", json!({
        "negotiation": id, "kind": "agreed", "repliedOn": "2026-06-10", "repliedBy": "公司行政", "text": "",
        "meetsOn": "2026-06-20", "meetsPlace": "三楼会议室",
    }));
    let answered = story.call("ledger.head", json!({}))["seq"].clone();
    let employer = side(["高子衿", "罗思齐", "何怀谷"]);
    story.call("negotiation.saveRepresentatives", json!({ "negotiation": id, "employer": employer }));
    story.on("2026-06-20");
    story.call("negotiation.saveMeeting", meeting(&story, &id, "2026-06-20"));
    let wage = agreement(&story, &id, "wage")["id"].clone();
    concluded(&story, &id, &wage);
    let whole = get(&story, &id);
    let refused = story.refused("history.takeBack", json!({ "seq": answered }));
    assert!(refused.message.contains("答复不能撤回"), "{}", refused.message);
    assert_eq!(get(&story, &id), whole);
}

#[test]
fn a_kept_round_moves_nowhere_that_it_could_not_be_entered_at() {
    let story = Story::begin("36", &[]);
    let id = answered(&story, &["wage"]);
    story.on("2026-06-26");
    for on in ["2026-06-20", "2026-06-23"] {
        story.call("negotiation.saveMeeting", disputed(&story, &id, on));
    }
    let mut morning = disputed(&story, &id, "2026-06-23");
    (morning["begins"], morning["ends"]) = (json!("9:00"), json!("11:00"));
    let refused = story.refused("negotiation.saveMeeting", morning.clone());
    assert_eq!(refused.field.as_deref(), Some("begins"), "before the second round: {}", refused.message);
    morning["lateEntry"] = json!("记录本后来才找到");
    story.call("negotiation.saveMeeting", morning);

    let first = || {
        let held = get(&story, &id)["meetings"][0].clone();
        let mut record = held["record"].clone();
        record["id"] = held["id"].clone();
        record
    };
    for (on, begins, field) in [
        ("2026-05-20", "14:00", "heldOn"),
        ("2026-06-23", "09:00", "begins"),
        ("2026-06-23", "14:00", "begins"),
        ("2026-06-25", "14:00", "heldOn"),
    ] {
        let mut moved = first();
        (moved["heldOn"], moved["begins"], moved["ends"]) = (json!(on), json!(begins), json!("17:00"));
        let refused = story.refused("negotiation.saveMeeting", moved);
        assert_eq!(refused.field.as_deref(), Some(field), "{on} {begins}: {}", refused.message);
    }
    let mut moved = first();
    moved["heldOn"] = json!("2026-06-22");
    story.call("negotiation.saveMeeting", moved);
    let mut behind = first();
    (behind["heldOn"], behind["lateEntry"]) = (json!("2026-06-25"), json!("日期当时记错了"));
    story.call("negotiation.saveMeeting", behind);
    let talks = get(&story, &id);
    let rounds: Vec<&Value> = talks["meetings"].as_array().unwrap().iter().map(|one| &one["round"]).collect();
    assert_eq!(rounds, [&json!(3), &json!(2), &json!(1)]);
    let advice = talks["advice"].to_string();
    assert!(advice.contains("第3轮会议是后来补记的"), "{advice}");
    assert!(!advice.contains("第2轮会议是后来补记的"), "it was entered on its day: {advice}");
}

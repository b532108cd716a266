//! What the ladder of the talks says of a step: whose it is, by which article, by when; and in days of which kind the clock of the
//! whole talk is counted.

use serde_json::{Value, json};

use super::{agreement, answered, get, meeting, offered, side, under_review};
use crate::duties::story::Story;

/// A step of the ladder.
fn step(story: &Story, id: &Value, kind: &str) -> Value {
    let steps = get(story, id)["steps"].clone();
    steps.as_array().unwrap().iter().find(|one| one["kind"] == kind).unwrap().clone()
}

/// The other side agrees and names nobody yet.
fn agrees(story: &Story, id: &Value, on: &str) {
    story.on(on);
    story.call(
        "negotiation.recordReply",
        json!({
            "negotiation": id, "kind": "agreed", "repliedOn": on, "repliedBy": "公司行政", "text": "",
            "meetsOn": "2026-07-20", "meetsPlace": "三楼会议室",
        }),
    );
}

#[test]
fn the_step_of_the_representatives_runs_by_the_clock_that_today_tells() {
    let story = Story::begin("31", &[]);
    let id = offered(&story, &["wage"]);
    assert_eq!(step(&story, &id, "representatives")["due"], Value::Null, "nobody has agreed yet");
    agrees(&story, &id, "2026-06-10");
    let told = step(&story, &id, "representatives");
    assert_eq!((&told["current"], &told["whose"]), (&json!(true), &json!("企业办")), "{told}");
    assert_eq!((&told["due"], &told["rule"]["id"]), (&json!("2026-06-25"), &json!("SH-17")), "{told}");
    assert!(told["origin"].as_str().unwrap().contains("第十七条"), "{told}");
    let employer = side(["高子衿", "罗思齐", "何怀谷"]);
    story.call("negotiation.saveRepresentatives", json!({ "negotiation": id, "employer": employer }));
    let told = step(&story, &id, "representatives");
    assert_eq!((&told["done"], &told["due"]), (&json!(true), &Value::Null), "{told}");
}

#[test]
fn that_ours_are_elected_first_is_no_ground_for_what_the_employer_owes() {
    for (place, ours) in [("36", "JX-9-BEFORE"), ("43", "HN-26-BEFORE"), ("41", "HA-21-BEFORE")] {
        let story = Story::begin(place, &[]);
        let id = offered(&story, &["wage"]);
        assert_eq!(step(&story, &id, "representatives")["rule"]["id"], ours, "{place}: ours stand");
        agrees(&story, &id, "2026-06-10");
        let told = step(&story, &id, "representatives");
        // In 河南 and 湖南 ours are still to be made known.
        let posted = (place != "36").then_some("职工方代表的公布");
        let missing: Vec<&str> = ["企业方代表"].into_iter().chain(posted).collect();
        assert_eq!(told["missing"], json!(missing), "{place}: {told}");
        assert_ne!(told["rule"]["id"], ours, "{place}: {told}");
        let origin = told["origin"].as_str().unwrap();
        assert!(origin.contains("每方") && !origin.contains("须先"), "{place}: {told}");
    }
}

#[test]
fn who_is_not_made_known_and_who_did_not_sign_to_keep_secrets_is_missing_where_the_place_asks_for_it() {
    let missing = |story: &Story, id: &Value, kind: &str| step(story, id, kind)["missing"].clone();
    let story = Story::begin("43", &[]);
    let id = offered(&story, &["wage"]);
    let before = missing(&story, &id, "meetings");
    assert_eq!(before, json!(["第1轮会议记录"]), "nobody has agreed to talk yet");
    agrees(&story, &id, "2026-06-10");
    let employer = side(["高子衿", "罗思齐", "何怀谷"]);
    story.call("negotiation.saveRepresentatives", json!({ "negotiation": id, "employer": employer }));
    let told = step(&story, &id, "representatives");
    assert_eq!(told["done"], true, "the talks go on: {told}");
    assert_eq!(told["missing"], json!(["职工方代表的公布", "企业方代表的公布"]));
    assert_eq!(
        missing(&story, &id, "meetings"),
        json!(["第1轮会议记录", "保密承诺（6人没有签署）"]),
        "both are counted where they are due"
    );
    for side in ["workers", "employer"] {
        story.call("negotiation.addEvent", json!({
            "negotiation": id, "kind": "posted", "happenedOn": "2026-06-10", "facts": { "receiver": "公告栏", "side": side },
        }));
    }
    let people = get(&story, &id)["representatives"].clone();
    let four: Vec<Value> = people.as_array().unwrap().iter().take(4).map(|one| one["id"].clone()).collect();
    let signed = json!({ "negotiation": id, "representatives": four, "signedOn": "2026-06-10" });
    story.call("negotiation.signSecrecy", signed);
    assert_eq!(missing(&story, &id, "representatives"), json!([]));
    assert_eq!(missing(&story, &id, "meetings"), json!(["第1轮会议记录", "保密承诺（2人没有签署）"]));
    story.on("2026-06-20");
    story.call("negotiation.saveMeeting", meeting(&story, &id, "2026-06-20"));
    let told = step(&story, &id, "meetings");
    assert_eq!((&told["done"], &told["missing"]), (&json!(true), &json!([])), "{told}");

    let story = Story::begin("36", &[]);
    let id = answered(&story, &["wage"]);
    assert_eq!(missing(&story, &id, "representatives"), json!([]), "no text of 江西 asks for it");
}

#[test]
fn a_meeting_before_the_answer_is_told() {
    let story = Story::begin("36", &[]);
    let id = answered(&story, &["wage"]);
    story.on("2026-06-10");
    let record = meeting(&story, &id, "2026-06-10");
    story.call("negotiation.saveMeeting", record);
    let advice = || get(&story, &id)["advice"].to_string();
    assert!(!advice().contains("同意协商以后才开会"), "on the day of the answer: {}", advice());
    let mut moved = get(&story, &id)["meetings"][0]["record"].clone();
    moved["id"] = get(&story, &id)["meetings"][0]["id"].clone();
    moved["heldOn"] = json!("2026-06-09");
    story.call("negotiation.saveMeeting", moved);
    assert!(advice().contains("第1轮会议登记在2026年6月9日，对方的答复登记在2026年6月10日"), "{}", advice());
}

#[test]
fn the_clock_of_the_whole_talk_is_told_in_the_days_that_the_law_names() {
    for (place, working, of_days) in [("3302", true, 30), ("36", false, 60)] {
        let story = Story::begin(place, &[]);
        let id = answered(&story, &["wage"]);
        story.on("2026-06-22");
        let mut open = meeting(&story, &id, "2026-06-22");
        (open["topics"][0]["result"], open["topics"][0]["agreedText"]) = (json!("disputed"), Value::Null);
        story.call("negotiation.saveMeeting", open);
        let talks = get(&story, &id);
        assert_eq!(
            (&talks["clock"]["working"], &talks["ofDays"]),
            (&json!(working), &json!(of_days)),
            "{place}"
        );
        let line = story.call("negotiation.list", json!({}))[0].clone();
        assert_eq!((&line["workingDays"], &line["ofDays"]), (&json!(working), &json!(of_days)), "{place}");
    }
}

#[test]
fn what_was_done_is_called_by_what_happened() {
    let story = Story::begin("36", &[]);
    let (id, _) = under_review(&story);
    let rungs = agreement(&story, &id, "wage")["rungs"].to_string();
    assert!(rungs.contains("没有登记收到的日子，按报送当天起算"), "nobody entered a receipt: {rungs}");
    let line = story.call("negotiation.list", json!({}))[0].clone();
    assert_eq!(line["state"], "已报送，待审查", "the list says how far the contract is: {line}");
    let newest = || story.call("history.list", json!({ "limit": 1 }))["lines"][0]["label"].clone();
    assert_eq!(newest(), "登记报送");
    story.call("ledger.undo", json!({}));
    assert_eq!(newest(), "撤销：登记报送");
    let found = story.call("history.list", json!({ "text": "双方签字" }));
    assert_eq!(
        found["lines"].as_array().unwrap().len(),
        1,
        "the journal finds it by what it prints: {found}"
    );
}

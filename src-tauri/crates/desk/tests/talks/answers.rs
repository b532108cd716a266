//! The answers to an offer: a refusal stays behind the consent that followed it, on the page, in the papers and in the volume; whether
//! the offer was answered in time is told by the first of them. A mistyped answer is corrected where it stands.

use serde_json::{Value, json};

use super::{agreement, concluded, get, meeting, offered, side};
use crate::duties::story::Story;

fn reply(id: &Value, kind: &str, on: &str, text: &str) -> Value {
    let meets = (kind != "refused").then_some("2026-07-01");
    json!({
        "negotiation": id, "kind": kind, "repliedOn": on, "repliedBy": "公司行政", "text": text, "meetsOn": meets,
        "meetsPlace": meets.map(|_| "三楼会议室"),
    })
}

/// The same as a correction of an answer that stands.
fn correction(mut reply: Value, of: &Value) -> Value {
    reply["id"] = of.clone();
    reply
}

/// Talks whose offer is refused on one day and agreed to on another.
fn refused_first(story: &Story, refused: &str, agreed: &str) -> Value {
    let id = offered(story, &["wage"]);
    story.on(refused);
    story.call("negotiation.recordReply", reply(&id, "refused", refused, "效益不好"));
    story.on(agreed);
    story.call("negotiation.recordReply", reply(&id, "agreed", agreed, "同意"));
    id
}

/// What the affair keeps of the answers: each kind with its day and how late it was.
fn kept(story: &Story, id: &Value) -> Vec<(Value, Value, Value)> {
    let talks = get(story, id);
    let earlier = talks["earlierReplies"].as_array().unwrap().iter();
    let told = |one: &Value| (one["kind"].clone(), one["repliedOn"].clone(), one["daysLate"].clone());
    earlier.chain(Some(&talks["reply"]).filter(|last| !last.is_null())).map(told).collect()
}

fn line(kind: &str, on: &str, late: Value) -> (Value, Value, Value) {
    (json!(kind), json!(on), late)
}

#[test]
fn our_own_refusal_that_was_given_in_time_is_never_overdue() {
    let story = Story::begin("22", &[]);
    story.on("2026-06-02");
    let id = story.call("negotiation.start", json!({ "year": 2026, "agreements": ["wage"] }));
    let sides = json!({
        "negotiation": id, "workers": side(["陈望舒", "林知秋", "黄若水"]), "employer": side(["高子衿", "罗思齐", "何怀谷"]),
    });
    story.call("negotiation.saveRepresentatives", sides);
    story.call("negotiation.saveOffer", json!({
        "negotiation": id, "by": "employer", "addressee": "工会委员会", "reasons": "", "issuedOn": "2026-06-02",
        "receivedOn": "2026-06-02", "contact": "高子衿", "information": "",
        "topics": [{ "title": "年度工资增长幅度", "proposal": "平均增长3%" }],
    }));
    story.on("2026-06-10");
    story.call("negotiation.recordReply", reply(&id, "refused", "2026-06-10", "暂不协商"));
    for day in ["2026-06-10", "2026-07-10"] {
        story.on(day);
        let steps = get(&story, &id)["steps"].clone();
        let step = steps.as_array().unwrap().iter().find(|one| one["kind"] == "reply").unwrap();
        assert_eq!((&step["current"], &step["due"]), (&json!(true), &Value::Null), "{day}: {step}");
        assert!(step["origin"].as_str().unwrap().contains("不得拒绝"), "{day}: {step}");
        let today = story.call("today.list", json!({}));
        let duties = today["duties"].as_array().unwrap();
        let told = duties.iter().find(|one| one["button"] == "登记答复").unwrap();
        assert_eq!((&told["band"], &told["due"]), (&json!("week"), &Value::Null), "{day}: {told}");
    }
}

#[test]
fn a_refusal_stays_behind_the_consent_that_followed_it() {
    let story = Story::begin("36", &[]);
    let id = refused_first(&story, "2026-06-10", "2026-06-26");
    let both = [line("refused", "2026-06-10", Value::Null), line("agreed", "2026-06-26", Value::Null)];
    assert_eq!(kept(&story, &id), both, "refused in time, and agreed to after the last day for an answer");
    assert_eq!(get(&story, &id)["refusal"], Value::Null, "nothing is refused any more");

    let volume = story.call("archive.list", json!({ "of": { "kind": "negotiation", "id": id } })).to_string();
    for words in ["2026年6月10日答复拒绝协商：效益不好", "2026年6月26日答复同意协商"] {
        assert!(volume.contains(words), "{words}: {volume}");
    }
    let papers = story.call("papers.list", json!({}));
    let replies = papers.as_array().unwrap().iter().filter(|one| one["kind"] == "negotiation.reply");
    let of: Vec<Value> = replies.map(|one| one["of"].clone()).collect();
    assert_eq!((of.len(), &of[1]), (2, &id), "a paper each, the first made of the affair: {of:?}");
    assert!(story.text("negotiation.reply", &of[1]).contains("效益不好"));
    assert!(!story.text("negotiation.reply", &of[0]).contains("效益不好"));
    let tried = story.text("negotiation.coordination", &id);
    for words in ["对方答复，拒绝协商：效益不好", "对方书面答复，同意协商"] {
        assert!(tried.contains(words), "{words}: {tried}");
    }

    assert_eq!(story.call("ledger.undo", json!({}))["label"], "登记答复");
    assert_eq!(kept(&story, &id), both[..1], "taken back, the refusal is the last word again");
    assert!(get(&story, &id)["refusal"].is_object());
    story.call("ledger.redo", json!({}));
    assert_eq!(kept(&story, &id), both);
}

#[test]
fn silence_is_late_and_what_follows_a_late_answer_changes_nothing_of_it() {
    let story = Story::begin("36", &[]);
    let id = refused_first(&story, "2026-06-26", "2026-06-30");
    let (first, last) = (kept(&story, &id)[0].clone(), kept(&story, &id)[1].clone());
    assert!(first.2.as_i64().is_some_and(|days| days > 0), "the first answer is late: {first:?}");
    assert_eq!(last, line("agreed", "2026-06-30", Value::Null));
}

#[test]
fn a_correction_is_no_other_answer() {
    let story = Story::begin("36", &[]);
    let id = refused_first(&story, "2026-06-10", "2026-06-26");
    let refusal = get(&story, &id)["earlierReplies"][0].clone();
    let of = &refusal["id"];
    let mended = correction(reply(&id, "refused", "2026-06-11", "订单不足"), of);
    story.call("negotiation.recordReply", mended);
    let both = [line("refused", "2026-06-11", Value::Null), line("agreed", "2026-06-26", Value::Null)];
    assert_eq!(kept(&story, &id), both);
    assert_eq!(get(&story, &id)["earlierReplies"][0]["text"], "订单不足");
    let crossed = correction(reply(&id, "refused", "2026-06-26", "订单不足"), of);
    let refused = story.refused("negotiation.recordReply", crossed);
    assert_eq!(refused.field.as_deref(), Some("repliedOn"), "{}", refused.message);

    // Without a record, the same consent of another day is the same answer, and a refusal of a later day another one.
    story.call("negotiation.recordReply", reply(&id, "agreed", "2026-06-25", "同意"));
    assert_eq!(kept(&story, &id)[1..], [line("agreed", "2026-06-25", Value::Null)]);
    story.call("negotiation.recordReply", reply(&id, "refused", "2026-06-26", "又不同意"));
    assert_eq!(kept(&story, &id).len(), 3);
    assert!(get(&story, &id)["refusal"].is_object(), "the last word is a refusal");
}

#[test]
fn the_course_of_a_contract_that_came_of_a_refusal_says_so() {
    let story = Story::begin("36", &[]);
    let id = refused_first(&story, "2026-06-08", "2026-06-10");
    let employer = side(["高子衿", "罗思齐", "何怀谷"]);
    story.call("negotiation.saveRepresentatives", json!({ "negotiation": id, "employer": employer }));
    story.on("2026-06-20");
    story.call("negotiation.saveMeeting", meeting(&story, &id, "2026-06-20"));
    let wage = agreement(&story, &id, "wage")["id"].clone();
    concluded(&story, &id, &wage);
    let course = story.text("negotiation.filingStatement", &wage);
    for words in ["企业答复，拒绝协商：效益不好", "企业书面答复，同意协商"] {
        assert!(course.contains(words), "{words}: {course}");
    }
    // The day of the consent is put right between the refusal and the first meeting.
    let consent = get(&story, &id)["reply"]["id"].clone();
    let on = |day: &str| correction(reply(&id, "agreed", day, "同意"), &consent);
    story.call("negotiation.recordReply", on("2026-06-12"));
    assert_eq!(get(&story, &id)["reply"]["repliedOn"], "2026-06-12");
    let refused = story.refused("negotiation.recordReply", on("2026-06-08"));
    assert_eq!(refused.field.as_deref(), Some("repliedOn"), "{}", refused.message);
    let refused = story.refused("negotiation.recordReply", on("2026-06-21"));
    assert!(refused.message.contains("日期不能改到2026年6月20日开始协商以后"), "{}", refused.message);
}

//! The topics of a round: each belongs to its agreement, and nothing is drafted while one of them is open unless both sides go on
//! without it.

use affairs::duty::DutyKind;
use serde_json::{Value, json};

use super::{TERM, agreed, agreement, event, get, meeting, vote};
use crate::duties::story::Story;

/// A round over these kinds with these topics, agreed to and not met yet.
fn opened(story: &Story, kinds: &[&str], titles: &[&str]) -> Value {
    let id = agreed(story, kinds);
    let first = get(story, &id)["meetings"][0]["id"].clone();
    story.call("negotiation.removeMeeting", json!({ "id": first }));
    let topics: Vec<Value> = titles.iter().map(|title| json!({ "title": title, "proposal": "" })).collect();
    story.call("negotiation.saveOffer", json!({
        "negotiation": id, "by": "workers", "addressee": "赣江机械有限公司", "reasons": "上年度合同即将期满",
        "issuedOn": "2026-06-02", "receivedOn": "2026-06-02", "contact": "陈望舒，分机8001", "information": "",
        "topics": topics,
    }));
    id
}

fn topic(story: &Story, id: &Value, title: &str) -> Value {
    let talks = get(story, id);
    talks["topics"].as_array().unwrap().iter().find(|one| one["title"] == title).unwrap().clone()
}

/// A meeting in which these topics came to nothing and all others were agreed upon.
fn met(story: &Story, id: &Value, on: &str, disputed: &[&str]) {
    let mut held = meeting(story, id, on);
    for title in disputed {
        let topic = topic(story, id, title)["id"].clone();
        let all = held["topics"].as_array_mut().unwrap();
        let spoken = all.iter_mut().find(|one| one["topic"] == topic).unwrap();
        (spoken["result"], spoken["agreedText"]) = (json!("disputed"), Value::Null);
    }
    story.call("negotiation.saveMeeting", held);
}

#[test]
fn a_topic_is_placed_by_its_words_and_moved_by_hand() {
    let story = Story::begin("36", &[]);
    let id =
        opened(&story, &["wage", "women", "safety"], &["年度工资增长幅度", "妇科检查", "职工休息室改造"]);
    let kinds = |title: &str| topic(&story, &id, title)["agreements"].clone();
    assert_eq!(kinds("年度工资增长幅度"), json!(["wage"]));
    assert_eq!(kinds("妇科检查"), json!(["women"]));
    assert_eq!(kinds("职工休息室改造"), json!(["wage"]), "what no other is about");
    met(&story, &id, "2026-06-20", &[]);
    let of = |kind: &str| agreement(&story, &id, kind)["id"].clone();
    let offered = |kind: &str| -> Vec<Value> {
        let draft = story.call("contract.get", json!({ "agreement": of(kind) }));
        draft["agreed"].as_array().unwrap().iter().map(|one| one["title"].clone()).collect()
    };
    assert!(offered("safety").is_empty(), "{:?}", offered("safety"));
    let room = topic(&story, &id, "职工休息室改造")["id"].clone();
    let other = story.refused("contract.takeAgreed", json!({ "agreement": of("safety"), "topic": room }));
    assert_eq!(other.field.as_deref(), Some("topic"), "{}", other.message);
    assert!(other.message.contains("归工资专项集体合同"), "{}", other.message);
    let to = |kinds: Value| json!({ "topic": room, "agreements": kinds });
    let none = story.refused("negotiation.saveTopic", to(json!(["collective"])));
    assert_eq!(none.field.as_deref(), Some("agreements"), "not of this round: {}", none.message);
    story.call("negotiation.saveTopic", to(json!(["safety"])));
    assert_eq!(offered("safety"), ["职工休息室改造"]);
    assert_eq!(offered("wage"), ["年度工资增长幅度"]);
    story.call("negotiation.saveTopic", to(json!(["safety", "wage"])));
    assert_eq!(kinds("职工休息室改造"), json!(["wage", "safety"]), "meant for both");
    story.call("contract.takeAgreed", json!({ "agreement": of("safety"), "topic": room }));
    let history = story.call("history.of", json!({ "table": "negotiation_topic", "id": room })).to_string();
    assert!(history.contains("工资专项集体合同、劳动安全卫生专项集体合同"), "{history}");
}

#[test]
fn each_agreement_waits_for_its_own_topics_only() {
    let story = Story::begin("36", &[]);
    let id = opened(&story, &["wage", "women"], &["年度工资增长幅度", "妇科检查"]);
    met(&story, &id, "2026-06-20", &["年度工资增长幅度"]);
    let draft = |kind: &str| {
        json!({
            "negotiation": id, "agreement": agreement(&story, &id, kind)["id"], "kind": "drafted", "happenedOn": "2026-06-20",
            "text": "",
        })
    };
    let refused = story.refused("negotiation.addEvent", draft("wage"));
    assert!(refused.rule.is_some() && refused.message.contains("年度工资增长幅度"), "{}", refused.message);
    story.call("negotiation.addEvent", draft("women"));
    let rung = |kind: &str| {
        let one = agreement(&story, &id, kind);
        one["rungs"].as_array().unwrap().iter().find(|rung| rung["step"] == "draft").unwrap().clone()
    };
    assert_eq!(rung("wage")["state"], "later", "still talked about");
}

#[test]
fn what_both_sides_leave_out_stands_in_nobodys_way_and_comes_again_in_the_next_talks() {
    let story = Story::begin("36", &[]);
    let id = opened(&story, &["wage"], &["年度工资增长幅度", "住房补贴", "年终奖金"]);
    met(&story, &id, "2026-06-20", &["住房补贴", "年终奖金"]);
    let wage = agreement(&story, &id, "wage")["id"].clone();
    let draft = json!({ "negotiation": id, "agreement": wage, "kind": "drafted", "happenedOn": "2026-06-20", "text": "" });
    let refused = story.refused("negotiation.addEvent", draft.clone());
    for words in ["2个议题没有谈定（住房补贴、年终奖金）", "登记去向", "补录"] {
        assert!(refused.message.contains(words), "{words}: {}", refused.message);
    }
    let aside = |title: &str, how: Value, why: &str| json!({ "topic": topic(&story, &id, title)["id"], "aside": how, "asideWhy": why });
    let silent = story.refused("negotiation.saveTopic", aside("住房补贴", json!("carried"), " "));
    assert_eq!(silent.field.as_deref(), Some("asideWhy"), "{}", silent.message);
    let settled =
        story.refused("negotiation.saveTopic", aside("年度工资增长幅度", json!("withdrawn"), "双方同意"));
    assert_eq!(settled.field.as_deref(), Some("aside"), "agreed upon: {}", settled.message);
    story.call("negotiation.saveTopic", aside("住房补贴", json!("carried"), "第1轮会上双方同意留到明年再谈"));
    story.call("negotiation.saveTopic", aside("年终奖金", json!("withdrawn"), "第1轮会上双方同意不再谈"));
    let talks = get(&story, &id);
    let step = talks["steps"].as_array().unwrap().iter().find(|one| one["kind"] == "meetings").unwrap();
    assert_eq!((&step["done"], &step["missing"]), (&json!(true), &json!([])), "{step}");
    let drafted = story.call("negotiation.addEvent", draft);
    let back = story.refused("negotiation.saveTopic", aside("住房补贴", Value::Null, ""));
    assert!(back.message.contains("“形成草案”以它为前提"), "the draft rests on it: {}", back.message);
    story.call("negotiation.removeEvent", json!({ "id": drafted }));
    story.call("negotiation.saveTopic", aside("年终奖金", Value::Null, ""));

    story.on("2027-05-10");
    let next = story.call("negotiation.start", json!({ "year": 2027 }));
    let titles: Vec<Value> =
        get(&story, &next)["topics"].as_array().unwrap().iter().map(|one| one["title"].clone()).collect();
    assert_eq!(titles, ["住房补贴"], "left to them, and nothing else");
}

#[test]
fn what_is_left_to_the_next_talks_waits_for_them_past_a_seal() {
    let story = Story::begin("36", &[]);
    let id = opened(&story, &["wage"], &["年度工资增长幅度", "住房补贴"]);
    met(&story, &id, "2026-06-20", &["住房补贴"]);
    let wage = agreement(&story, &id, "wage")["id"].clone();
    let why = "第1轮会上双方同意留到明年再谈";
    let left = topic(&story, &id, "住房补贴")["id"].clone();
    story.call("negotiation.saveTopic", json!({ "topic": left, "aside": "carried", "asideWhy": why }));
    event(&story, &id, &wage, "drafted", "2026-06-23", json!({}));
    vote(&story, &id, "2026-06-29", &[(&wage, 41)]);
    let term = json!({ "copies": 5, "termFrom": TERM.0, "termTo": TERM.1 });
    event(&story, &id, &wage, "signed", "2026-07-02", term);
    story.call("negotiation.seal", json!({ "id": id, "reason": "工会换届，由新的委员会接着办" }));
    let on = story.call("negotiation.start", json!({ "year": 2026, "continues": id }));
    let stays = topic(&story, &on, "住房补贴");
    assert_eq!((&stays["aside"], &stays["asideWhy"]), (&json!("carried"), &json!(why)), "{stays}");
    assert_eq!(topic(&story, &on, "年度工资增长幅度")["aside"], Value::Null);

    story.on("2027-05-10");
    let next = story.call("negotiation.start", json!({ "year": 2027 }));
    let topics = get(&story, &next)["topics"].clone();
    assert_eq!(topics.as_array().unwrap().len(), 1, "{topics}");
    assert_eq!((&topics[0]["title"], &topics[0]["aside"]), (&json!("住房补贴"), &Value::Null));
}

#[test]
fn while_talks_are_broken_off_no_vote_is_asked_for_on_what_is_open() {
    let story = Story::begin("36", &[]);
    let id = opened(&story, &["wage"], &["年度工资增长幅度", "住房补贴"]);
    met(&story, &id, "2026-06-20", &["住房补贴"]);
    let late = json!({
        "negotiation": id, "kind": "drafted", "happenedOn": "2026-06-20", "text": "", "lateEntry": "草案上只写了谈定的",
    });
    story.call("negotiation.addEvent", late);
    story.beside(DutyKind::AgreementVote);
    let held = get(&story, &id)["meetings"][0]["id"].clone();
    let suspension = json!({
        "negotiation": id, "meeting": held, "reason": "等上年度的审计报告", "fromOn": "2026-06-20", "resumeOn": "2026-07-06",
        "resumePlace": "三楼会议室", "resumeSubject": "住房补贴", "workersAgreed": "陈望舒", "employerAgreed": "高子衿",
    });
    let suspension = story.call("negotiation.saveSuspension", suspension);
    story.beside(DutyKind::NegotiationResume);
    story.absent(&[DutyKind::AgreementVote]);
    story.on("2026-07-06");
    story.call("negotiation.resume", json!({ "suspension": suspension, "resumedOn": "2026-07-06" }));
    story.beside(DutyKind::AgreementVote);
}

#[test]
fn every_step_says_whose_it_is_by_which_article_and_by_when() {
    let story = Story::begin("36", &[]);
    let id = agreed(&story, &["wage"]);
    let wage = agreement(&story, &id, "wage")["id"].clone();
    let first = get(&story, &id)["meetings"][0]["id"].clone();
    story.call("negotiation.removeMeeting", json!({ "id": first }));
    let talks = get(&story, &id);
    let step = |talks: &Value, kind: &str| {
        talks["steps"].as_array().unwrap().iter().find(|one| one["kind"] == kind).unwrap().clone()
    };
    for kind in ["preparation", "representatives", "offer", "reply", "meetings", "conclusion"] {
        let one = step(&talks, kind);
        assert!(one["origin"].as_str().unwrap().contains('第') && one["rule"].is_object(), "{kind}: {one}");
        assert!(["我办", "企业办", "上级办"].contains(&one["whose"].as_str().unwrap()), "{kind}: {one}");
    }
    assert_eq!(step(&talks, "meetings")["due"], talks["clock"]["due"], "the clock of the whole talk");
    assert_eq!(step(&talks, "reply")["due"], Value::Null, "answered");
    story.call("negotiation.saveMeeting", meeting(&story, &id, "2026-06-20"));
    let talks = get(&story, &id);
    let (draft, conclusion) = (&talks["agreements"][0]["rungs"][0], step(&talks, "conclusion"));
    assert_eq!((&draft["step"], &draft["due"]), (&json!("draft"), &conclusion["due"]), "{conclusion}");
    assert!(conclusion["due"].is_string(), "seven days in 江西: {conclusion}");
    let signature = |story: &Story| {
        let one = agreement(story, &id, "wage");
        one["rungs"].as_array().unwrap().iter().find(|rung| rung["step"] == "signature").unwrap().clone()
    };
    let later = signature(&story);
    assert_eq!((&later["state"], &later["whose"]), (&json!("later"), &json!("union")));
    assert!(later["origin"].as_str().unwrap().contains("表决通过以后"), "nobody voted yet: {later}");
    event(&story, &id, &wage, "drafted", "2026-06-22", json!({}));
    super::vote(&story, &id, "2026-06-29", &[(&wage, 41)]);
    assert!(signature(&story)["origin"].as_str().unwrap().contains("职代会已经通过"));
}

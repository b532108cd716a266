//! Talks over a change or a renewal of a contract in effect that come to nothing: they go on, or the proposal is taken back or followed
//! by another; the contract says what it said, and each meeting counts for the proposal that it was over.

use affairs::duty::DutyKind;
use serde_json::{Value, json};

use super::{agreement, answered, concluded, event, get, meeting, published, sent_up, vote};
use crate::duties::story::Story;

/// A change of a contract that the workers' side proposes on a day.
fn change(of: &Value, on: &str) -> Value {
    json!({
        "amends": of, "act": "change", "proposedBy": "workers", "proposedOn": on, "ground": "item1",
        "reason": "新线投产后原有计件单价不能反映实际劳动量", "effectiveOn": "2026-11-01", "terms": [],
        "changes": [{ "clause": "夜班津贴", "was": "每班30元", "becomes": "每班40元" }],
    })
}

/// A meeting in which the first topic came to nothing.
fn disputed(story: &Story, id: &Value, on: &str) -> Value {
    let mut held = meeting(story, id, on);
    (held["topics"][0]["result"], held["topics"][0]["agreedText"]) = (json!("disputed"), Value::Null);
    held
}

/// A change proposed on 1 September over which a meeting on the 8th came to nothing.
fn fallen(story: &Story, id: &Value, wage: &Value) -> Value {
    story.on("2026-09-01");
    let first = story.call("negotiation.saveAmendment", change(wage, "2026-09-01"));
    story.on("2026-09-08");
    story.call("negotiation.saveMeeting", disputed(story, id, "2026-09-08"));
    first
}

/// The draft of what amends a contract.
fn draft_of(story: &Story, id: &Value, amendment: &Value) -> Value {
    let talks = get(story, id);
    let all = talks["amendments"].as_array().unwrap();
    let one = &all.iter().find(|one| one["course"]["id"] == *amendment).unwrap()["course"];
    one["rungs"].as_array().unwrap().iter().find(|rung| rung["step"] == "draft").unwrap().clone()
}

fn drafted(id: &Value, of: &Value, on: &str) -> Value {
    json!({ "negotiation": id, "agreement": of, "kind": "drafted", "happenedOn": on, "text": "" })
}

/// A round over these kinds with these topics, agreed to on 10 June and met on the 20th: of the topics all but one were agreed upon.
pub fn met_but(story: &Story, kinds: &[&str], titles: &[&str], apart: &str) -> Value {
    let id = answered(story, kinds);
    let topics: Vec<Value> = titles.iter().map(|title| json!({ "title": title, "proposal": "" })).collect();
    story.call("negotiation.saveOffer", json!({
        "negotiation": id, "by": "workers", "addressee": "赣江机械有限公司", "reasons": "上年度合同即将期满",
        "issuedOn": "2026-06-02", "receivedOn": "2026-06-02", "contact": "陈望舒，分机8001", "information": "",
        "topics": topics,
    }));
    story.on("2026-06-20");
    let mut held = meeting(story, &id, "2026-06-20");
    let over = spoken(story, &id, &held, apart, "disputed");
    let all = held["topics"].as_array_mut().unwrap();
    all.retain(|one| one["topic"] != over["topic"]);
    all.push(over);
    story.call("negotiation.saveMeeting", held);
    id
}

/// What a meeting says of one topic, with another result.
fn spoken(story: &Story, id: &Value, held: &Value, title: &str, result: &str) -> Value {
    let talks = get(story, id);
    let topic = talks["topics"].as_array().unwrap().iter().find(|one| one["title"] == title).unwrap();
    let all = held["topics"].as_array().unwrap();
    let mut one = all.iter().find(|one| one["topic"] == topic["id"]).unwrap().clone();
    one["result"] = json!(result);
    if result != "agreed" {
        one["agreedText"] = Value::Null;
    }
    one
}

/// A meeting that spoke of one topic alone.
fn met_over(story: &Story, id: &Value, on: &str, title: &str, result: &str) {
    story.on(on);
    let mut held = meeting(story, id, on);
    held["topics"] = json!([spoken(story, id, &held, title, result)]);
    story.call("negotiation.saveMeeting", held);
}

/// What its page says of a contract in effect that was agreed upon.
#[track_caller]
fn stands_as_concluded(story: &Story, id: &Value) {
    let talks = get(story, id);
    let topic = &talks["topics"][0];
    assert_eq!((&topic["result"], &topic["round"]), (&json!("agreed"), &json!(1)), "{topic}");
    assert_eq!(topic["agreedText"], "月平均工资增长6%");
    let agenda = talks["nextAgenda"].to_string();
    assert!(!agenda.contains("继续协商"), "{agenda}");
    let steps = talks["steps"].as_array().unwrap();
    let meetings = steps.iter().find(|one| one["kind"] == "meetings").unwrap();
    assert_eq!((&meetings["done"], &meetings["missing"]), (&json!(true), &json!([])), "{meetings}");
    let told = talks["closing"]["told"].to_string();
    assert!(!told.contains("“协商会议”没有登记"), "{told}");
    let papers = story.call("papers.list", json!({}));
    let mut papers = papers.as_array().unwrap().iter();
    assert!(!papers.any(|one| one["kind"] == "negotiation.coordination"), "nothing of it is disputed");
    assert_eq!(talks["agreements"][0]["state"], "inEffect");
}

#[test]
fn a_change_that_came_to_nothing_goes_on_or_is_taken_back_and_its_meeting_stays() {
    let story = Story::begin("36", &[]);
    let (id, wage) = sent_up(&story);
    let first = fallen(&story, &id, &wage);
    story.on("2026-10-20");
    let draft = draft_of(&story, &id, &first);
    let title = draft["title"].as_str().unwrap();
    assert!(title.contains("没有谈定") && !title.contains("制作"), "nobody drafts it: {draft}");
    assert_eq!((&draft["whose"], &draft["button"]), (&json!("union"), &json!("记录会议")), "{draft}");
    assert_eq!(draft["place"]["part"], "meetings", "{draft}");
    story.beside(DutyKind::AgreementDraft);
    stands_as_concluded(&story, &id);
    let agenda = get(&story, &id)["nextAgenda"].to_string();
    assert!(
        agenda.contains("变更协议") && !agenda.contains("形成合同草案"),
        "what is talked about: {agenda}"
    );
    let open = get(&story, &id)["closing"]["open"].to_string();
    assert!(open.contains("没有谈定"), "it goes on, or is taken back: {open}");

    story.call("negotiation.removeAgreement", json!({ "id": first }));
    story.absent(&[DutyKind::AgreementDraft]);
    stands_as_concluded(&story, &id);
    let talks = get(&story, &id);
    assert_eq!(talks["meetings"].as_array().unwrap().len(), 2, "what was said there was said");
    assert_eq!(talks["closing"]["open"], json!([]), "nothing is open any more");
    let mut again = talks["meetings"][1]["record"].clone();
    (again["id"], again["place"]) = (talks["meetings"][1]["id"].clone(), json!("二楼会议室"));
    story.call("negotiation.saveMeeting", again);
    // Without a proposal no other meeting opens the contract.
    let refused = story.refused("negotiation.saveMeeting", disputed(&story, &id, "2026-10-20"));
    assert!(refused.message.contains("不能改成没有谈定"), "{}", refused.message);
    story.call("negotiation.seal", json!({ "id": id }));
}

#[test]
fn a_meeting_over_a_second_proposal_drafts_that_one_alone() {
    let story = Story::begin("36", &[]);
    let (id, wage) = sent_up(&story);
    let first = fallen(&story, &id, &wage);
    story.on("2026-10-20");
    let second = story.call("negotiation.saveAmendment", change(&wage, "2026-10-20"));
    story.call("negotiation.saveMeeting", meeting(&story, &id, "2026-10-20"));
    let refused = story.refused("negotiation.addEvent", drafted(&id, &first, "2026-10-20"));
    assert!(refused.message.contains("没有谈定"), "the first came to nothing: {}", refused.message);
    assert!(draft_of(&story, &id, &first)["title"].as_str().unwrap().contains("没有谈定"));
    event(&story, &id, &second, "drafted", "2026-10-20", json!({}));
    story.call("negotiation.removeAgreement", json!({ "id": first }));
    stands_as_concluded(&story, &id);

    // The congress rejects it, and both sides let it rest: the contract goes on, and the affair can be closed.
    vote(&story, &id, "2026-10-26", &[(&second, 20)]);
    let closing = get(&story, &id)["closing"].clone();
    assert_eq!(closing["open"], json!([]), "{closing}");
    assert!(closing["told"].to_string().contains("职代会没有通过，没有再办"), "{closing}");
    let draft = draft_of(&story, &id, &second);
    assert!(draft["origin"].as_str().unwrap().contains("原合同照旧执行"), "{draft}");
}

#[test]
fn a_change_that_only_a_topic_set_aside_was_spoken_of_is_not_drafted() {
    let story = Story::begin("36", &[]);
    let id = met_but(&story, &["wage"], &["年度工资增长幅度", "住房补贴"], "住房补贴");
    let talks = get(&story, &id);
    let aside = talks["topics"].as_array().unwrap().iter().find(|one| one["title"] == "住房补贴").unwrap();
    story.call(
        "negotiation.saveTopic",
        json!({
            "topic": aside["id"], "aside": "carried", "asideWhy": "第1轮会上双方同意留到明年再谈",
        }),
    );
    let wage = agreement(&story, &id, "wage")["id"].clone();
    concluded(&story, &id, &wage);
    story.on("2026-09-01");
    let amendment = story.call("negotiation.saveAmendment", change(&wage, "2026-09-01"));
    met_over(&story, &id, "2026-09-08", "住房补贴", "disputed");
    let refused = story.refused("negotiation.addEvent", drafted(&id, &amendment, "2026-09-08"));
    assert!(refused.message.contains("没有谈定（住房补贴）"), "{}", refused.message);
}

#[test]
fn a_change_of_one_contract_leaves_the_talks_over_another_as_they_are() {
    let story = Story::begin("36", &[]);
    let titles = ["年度工资增长幅度", "年休假安排"];
    let id = met_but(&story, &["collective", "wage"], &titles, "年休假安排");
    let wage = agreement(&story, &id, "wage")["id"].clone();
    concluded(&story, &id, &wage);
    story.on("2026-09-01");
    let amendment = story.call("negotiation.saveAmendment", change(&wage, "2026-09-01"));
    met_over(&story, &id, "2026-09-08", "年休假安排", "agreed");
    // The sixty days of 江西 were those of the wages, and these are signed.
    story.absent(&[DutyKind::NegotiationDispute, DutyKind::NegotiationMeetings]);
    story.beside(DutyKind::AgreementDraft);
    let refused = story.refused("negotiation.addEvent", drafted(&id, &amendment, "2026-09-08"));
    assert!(refused.message.contains("协商会议"), "nobody spoke of the wages: {}", refused.message);
    let collective = agreement(&story, &id, "collective")["id"].clone();
    event(&story, &id, &collective, "drafted", "2026-09-08", json!({}));
}

/// A renewal for a year that the workers' side proposes on a day.
fn renewal(of: &Value, on: &str) -> Value {
    json!({
        "amends": of, "act": "renew", "proposedBy": "workers", "proposedOn": on, "reason": "合同即将期满",
        "effectiveOn": "2027-08-01", "termFrom": "2027-08-01", "termTo": "2028-07-31", "terms": [], "changes": [],
    })
}

/// What amends the contract as its page shows it, in order: which, and how it stands.
fn amending(story: &Story, id: &Value) -> Vec<(Value, Value)> {
    let talks = get(story, id);
    let all = talks["amendments"].as_array().unwrap().iter().map(|one| &one["course"]);
    all.map(|one| (one["id"].clone(), one["state"].clone())).collect()
}

#[test]
fn a_renewal_that_was_rejected_makes_way_for_another() {
    let story = Story::begin("31", &[]);
    let (id, wage) = published(&story);
    story.on("2027-05-04");
    let first = story.call("negotiation.saveAmendment", renewal(&wage, "2027-05-04"));
    story.on("2027-05-11");
    story.call("negotiation.saveMeeting", meeting(&story, &id, "2027-05-11"));
    event(&story, &id, &first, "drafted", "2027-05-11", json!({}));
    vote(&story, &id, "2027-05-18", &[(&first, 20)]);
    story.on("2027-06-01");
    story.beside(DutyKind::NegotiationRenewal);
    let second = story.call("negotiation.saveAmendment", renewal(&wage, "2027-06-01"));
    story.absent(&[DutyKind::NegotiationRenewal]);
    let refused = story.refused("negotiation.saveAmendment", renewal(&wage, "2027-06-01"));
    assert!(refused.message.contains("已经在办"), "one at a time: {}", refused.message);
    story.on("2027-06-08");
    story.call("negotiation.saveMeeting", meeting(&story, &id, "2027-06-08"));
    event(&story, &id, &second, "drafted", "2027-06-08", json!({}));
    let again = |on: &str| {
        let refused = story.refused("negotiation.addEvent", drafted(&id, &first, on));
        assert_eq!(refused.field.as_deref(), Some("kind"), "{}", refused.message);
        refused.message
    };
    let told = again("2027-06-08");
    assert!(told.contains("已经在办"), "the first was followed by another: {told}");
    vote(&story, &id, "2027-06-15", &[(&second, 42)]);
    event(&story, &id, &second, "signed", "2027-06-16", json!({ "copies": 5 }));
    event(&story, &id, &second, "filed", "2027-06-17", json!({ "receiver": "区人社局" }));
    event(&story, &id, &second, "inEffect", "2027-07-02", json!({}));
    let told = again("2027-07-02");
    assert!(told.contains("到2028年7月31日才期满"), "the other took its term: {told}");
    let shown = [(first, json!("rejected")), (second, json!("inEffect"))];
    assert_eq!(amending(&story, &id), shown, "both, in their order");
    assert_eq!(agreement(&story, &id, "wage")["termTo"], "2028-07-31");
}

#[test]
fn a_renewal_whose_talks_came_to_nothing_makes_way_for_another() {
    let story = Story::begin("31", &[]);
    let (id, wage) = published(&story);
    story.on("2027-06-01");
    let first = story.call("negotiation.saveAmendment", renewal(&wage, "2027-06-01"));
    story.on("2027-06-08");
    story.call("negotiation.saveMeeting", disputed(&story, &id, "2027-06-08"));
    story.on("2027-06-15");
    let second = story.call("negotiation.saveAmendment", renewal(&wage, "2027-06-15"));
    story.call("negotiation.saveMeeting", meeting(&story, &id, "2027-06-15"));
    event(&story, &id, &second, "drafted", "2027-06-15", json!({}));
    // Nor does a reason for a late entry take up what another followed.
    let mut session = super::session("2027-06-15");
    session["lateEntry"] = json!("纸面上早已办好");
    let votes = json!([{ "agreement": first, "votesFor": 42, "votesAgainst": 1, "abstained": 0 }]);
    let voted = json!({ "negotiation": id, "session": session, "votes": votes });
    let refused = story.refused("negotiation.saveVote", voted);
    assert!(refused.message.contains("已经在办"), "{}", refused.message);
    assert_eq!(refused.field.as_deref(), Some("votes.0"), "{}", refused.message);
    for kind in ["filed", "received"] {
        let mut late = drafted(&id, &first, "2027-06-15");
        (late["kind"], late["lateEntry"]) = (json!(kind), json!("纸面上早已办好"));
        let refused = story.refused("negotiation.addEvent", late);
        assert!(refused.message.contains("已经在办"), "{kind}: {}", refused.message);
        assert_eq!(refused.field.as_deref(), Some("kind"), "{kind}: {}", refused.message);
    }
    let shown = [(first, json!("talks")), (second, json!("drafted"))];
    assert_eq!(amending(&story, &id), shown);
}

//! What came back is talked about anew: what was applied for, resolved and ticked before is of the talks and the text of before, and a
//! sealed affair goes on with it by a meeting, without another offer.

use affairs::duty::DutyKind;
use serde_json::{Value, json};

use super::settled::change;
use super::{TERM, agreed, agreement, answered, event, get, meeting, sent_in, sent_up, vote};
use crate::duties::story::Story;

/// A meeting at which all topics came to a result, with the words that were agreed upon.
fn met(story: &Story, id: &Value, on: &str, agreed: Option<&str>) {
    story.on(on);
    let mut held = meeting(story, id, on);
    let result = if agreed.is_some() { "agreed" } else { "disputed" };
    for topic in held["topics"].as_array_mut().unwrap() {
        (topic["result"], topic["agreedText"]) = (json!(result), json!(agreed));
    }
    story.call("negotiation.saveMeeting", held);
}

/// Drafted, voted on, signed and filed by 3 July.
fn filed(story: &Story, id: &Value, wage: &Value) {
    event(story, id, wage, "drafted", "2026-06-23", json!({}));
    vote(story, id, "2026-06-29", &[(wage, 41)]);
    sent_in(story, id, wage);
}

fn term() -> Value {
    json!({ "copies": 5, "termFrom": TERM.0, "termTo": TERM.1 })
}

fn rung(story: &Story, id: &Value, step: &str) -> Value {
    let rungs = agreement(story, id, "wage")["rungs"].as_array().unwrap().clone();
    rungs.into_iter().find(|rung| rung["step"] == step).unwrap()
}

/// A change of a contract in effect, passed and signed on 15 September: the talks, the contract and the change.
fn changed(story: &Story) -> (Value, Value, Value) {
    let (id, wage) = sent_up(story);
    story.on("2026-09-01");
    let amendment = story.call("negotiation.saveAmendment", change(&wage));
    met(story, &id, "2026-09-08", Some("月平均工资增长6%"));
    event(story, &id, &amendment, "drafted", "2026-09-08", json!({}));
    vote(story, &id, "2026-09-14", &[(&amendment, 42)]);
    event(story, &id, &amendment, "signed", "2026-09-15", json!({ "copies": 5 }));
    (id, wage, amendment)
}

/// The step at which the talks stand.
fn current(story: &Story, id: &Value) -> Value {
    let steps = get(story, id)["steps"].as_array().unwrap().clone();
    steps.into_iter().find(|one| one["current"] == true).unwrap()
}

/// Filed, and sealed by the committee that leaves; the affair that goes on with it, begun on 13 July, and its contract.
fn sealed_on_the_way(story: &Story, back: bool) -> (Value, Value) {
    let id = agreed(story, &["wage"]);
    let wage = agreement(story, &id, "wage")["id"].clone();
    filed(story, &id, &wage);
    story.on("2026-07-13");
    if back {
        event(story, &id, &wage, "returned", "2026-07-13", json!({}));
    }
    story.call("negotiation.seal", json!({ "id": id, "reason": "工会换届，由新的委员会接着办" }));
    let next = story.call("negotiation.start", json!({ "year": 2026, "continues": id }));
    let carried = agreement(story, &next, "wage")["id"].clone();
    if !back {
        event(story, &next, &carried, "returned", "2026-07-13", json!({}));
    }
    (next, carried)
}

#[test]
fn what_came_back_is_talked_about_anew_in_the_affair_that_goes_on_with_a_sealed_one() {
    // It came back before the seal, or after it.
    for back in [true, false] {
        let story = Story::begin("36", &[]);
        let (next, wage) = sealed_on_the_way(&story, back);
        let talks = get(&story, &next);
        assert_eq!(talks["representatives"].as_array().unwrap().len(), 6, "both sides stand: {talks}");
        assert_eq!(talks["topics"][0]["title"], "年度工资增长幅度", "{talks}");
        assert_eq!(talks["offer"], Value::Null, "nothing is offered anew");
        assert_eq!(rung(&story, &next, "filing")["state"], "now", "as it was signed it may go in again");

        met(&story, &next, "2026-07-14", None);
        let again = json!({
            "negotiation": next, "agreement": wage, "kind": "filed", "happenedOn": "2026-07-14", "text": "补正后再报",
            "facts": {},
        });
        let refused = story.refused("negotiation.addEvent", again);
        assert!(refused.message.contains("还没有谈定"), "{}", refused.message);
        let step = current(&story, &next);
        assert_eq!(
            (&step["kind"], &step["missing"][0]),
            (&json!("meetings"), &json!("1个议题尚未谈定")),
            "{step}"
        );
        event(&story, &next, &Value::Null, "applied", "2026-07-14", json!({ "receiver": "县人社局" }));
        story.beside(DutyKind::NegotiationCoordination);

        met(&story, &next, "2026-07-15", Some("月平均工资增长5%"));
        story.absent(&[DutyKind::NegotiationCoordination]);
        let draft = rung(&story, &next, "draft");
        assert_eq!((&draft["state"], &draft["due"]), (&json!("now"), &json!("2026-07-22")), "{draft}");
        event(&story, &next, &wage, "drafted", "2026-07-16", json!({}));
        vote(&story, &next, "2026-07-17", &[(&wage, 42)]);
        event(&story, &next, &wage, "signed", "2026-07-20", term());
        let signed = agreement(&story, &next, "wage")["events"].as_array().unwrap().clone();
        let signed = signed.iter().find(|one| one["kind"] == "signed").unwrap();
        assert_eq!(signed["facts"]["workersChief"], "陈望舒", "who leads is known: {signed}");
        event(&story, &next, &wage, "filed", "2026-07-21", json!({ "receiver": "县人社局", "copies": 3 }));
        let opinion = json!({ "how": "opinion", "number": "审字8号" });
        event(&story, &next, &wage, "inEffect", "2026-07-24", opinion);
        let notice = story.text("negotiation.publication", &wage);
        assert!(notice.contains("增长5%") && !notice.contains("增长6%"), "{notice}");
    }
}

#[test]
fn what_was_passed_anew_past_a_seal_is_settled_like_what_was_passed_before_it() {
    let story = Story::begin("36", &[]);
    let (next, wage) = sealed_on_the_way(&story, true);
    met(&story, &next, "2026-07-15", Some("月平均工资增长5%"));
    event(&story, &next, &wage, "drafted", "2026-07-16", json!({}));
    let held = get(&story, &next)["meetings"][0].clone();
    let reworded = |to: &str| {
        let mut first = held["record"].clone();
        (first["id"], first["topics"][0]["agreedText"]) = (held["id"].clone(), json!(to));
        first
    };
    story.call("negotiation.saveMeeting", reworded("月平均工资增长4%"));
    vote(&story, &next, "2026-07-17", &[(&wage, 42)]);
    let refused = story.refused("negotiation.saveMeeting", reworded("月平均工资增长1%"));
    assert!(
        refused.message.contains("“年度工资增长幅度”不能再改成别的内容"),
        "what was voted: {}",
        refused.message
    );

    let others = || {
        let talks = get(&story, &next);
        let all = talks["representatives"].as_array().unwrap().iter();
        let mut workers: Vec<Value> =
            all.filter(|one| one["side"] == "workers").map(|one| one["record"].clone()).collect();
        workers[2]["name"] = json!("丙三");
        json!({ "negotiation": next, "workers": workers })
    };
    event(&story, &next, &wage, "signed", "2026-07-20", term());
    let refused = story.refused("negotiation.saveRepresentatives", others());
    assert_eq!(refused.field.as_deref(), Some("workers"), "{}", refused.message);
    assert!(refused.message.contains("已经签字"), "{}", refused.message);
    story.on("2026-07-21");
    let mut again = meeting(&story, &next, "2026-07-21");
    (again["topics"][0]["result"], again["topics"][0]["agreedText"]) = (json!("disputed"), Value::Null);
    let refused = story.refused("negotiation.saveMeeting", again);
    assert!(refused.message.contains("不能改成没有谈定"), "{}", refused.message);
}

#[test]
fn a_change_that_came_back_is_talked_about_anew_without_opening_the_contract() {
    let story = Story::begin("36", &[]);
    let (id, wage, amendment) = changed(&story);
    event(&story, &id, &amendment, "filed", "2026-09-16", json!({ "receiver": "县人社局" }));
    event(&story, &id, &amendment, "returned", "2026-09-21", json!({}));
    // The meeting over it is none over the contract, which says what it said.
    met(&story, &id, "2026-09-22", None);
    let again = json!({
        "negotiation": id, "agreement": amendment, "kind": "filed", "happenedOn": "2026-09-22", "text": "补正后再报",
        "facts": {},
    });
    let refused = story.refused("negotiation.addEvent", again);
    assert!(refused.message.contains("还没有谈定"), "{}", refused.message);
    met(&story, &id, "2026-09-23", Some("月平均工资增长5%"));
    event(&story, &id, &amendment, "drafted", "2026-09-24", json!({}));
    vote(&story, &id, "2026-09-25", &[(&amendment, 42)]);
    event(&story, &id, &amendment, "signed", "2026-09-26", json!({ "copies": 5 }));
    event(&story, &id, &amendment, "filed", "2026-09-27", json!({ "receiver": "县人社局" }));
    let talks = get(&story, &id);
    assert_eq!(talks["amendments"][0]["course"]["state"], "filed", "{talks}");
    assert_eq!(agreement(&story, &id, "wage")["state"], "inEffect");
    let notice = story.text("negotiation.publication", &wage);
    assert!(notice.contains("增长6%") && !notice.contains("增长5%"), "{notice}");
}

#[test]
fn who_was_made_known_before_the_seal_is_not_made_known_again() {
    let story = Story::begin("43", &[]);
    let (next, _) = sealed_on_the_way(&story, true);
    story.absent(&[DutyKind::NegotiationPosting, DutyKind::NegotiationPostingEmployer]);
    let told = get(&story, &next)["closing"]["told"].to_string();
    assert!(!told.contains("协商代表没有登记公布"), "{told}");
    // Who joins them is, and nobody is asked on which day the others were chosen.
    story.on("2026-07-14");
    let talks = get(&story, &next);
    let all = talks["representatives"].as_array().unwrap().iter();
    let mut employer: Vec<Value> =
        all.filter(|one| one["side"] == "employer").map(|one| one["record"].clone()).collect();
    for one in &mut employer {
        one["chosenOn"] = Value::Null;
    }
    (employer[2]["name"], employer[2]["chosenOn"]) = (json!("丙三"), json!("2026-07-14"));
    story.call("negotiation.saveRepresentatives", json!({ "negotiation": next, "employer": employer }));
    story.beside(DutyKind::NegotiationPostingEmployer);
    met(&story, &next, "2026-07-14", None);
    let steps = get(&story, &next)["steps"].as_array().unwrap().clone();
    let step = steps.into_iter().find(|one| one["kind"] == "representatives").unwrap();
    assert_eq!(step["missing"], json!(["企业方代表的公布"]), "{step}");
}

#[test]
fn a_change_on_its_way_goes_on_when_its_affair_is_sealed() {
    let story = Story::begin("36", &[]);
    let (id, _, amendment) = changed(&story);
    let told = get(&story, &id)["closing"]["told"].to_string();
    assert!(told.contains("变更协议（已签字，尚未报送）：没有办完的报送、审查和生效"), "{told}");
    story.call("negotiation.seal", json!({ "id": id, "reason": "工会换届，由新的委员会接着办" }));
    let today = story.call("today.list", json!({}));
    let duties = today["duties"].as_array().unwrap();
    let on: Vec<&Value> = duties.iter().filter(|one| one["button"] == "接续协商").collect();
    assert_eq!(on.len(), 1, "{on:?}");
    assert!(on[0]["title"].as_str().unwrap().contains("变更协议报送审查"), "{}", on[0]);

    let next = story.call("negotiation.start", json!({ "year": 2026, "continues": id }));
    story.absent(&[DutyKind::NegotiationContinue]);
    story.beside(DutyKind::AgreementFiling);
    let carried = || get(&story, &next)["amendments"][0].clone();
    let of = carried()["course"]["id"].clone();
    assert_ne!(of, amendment);
    assert_eq!(carried()["record"]["amends"], agreement(&story, &next, "wage")["id"]);
    assert_eq!(carried()["record"]["changes"][0]["becomes"], "每班40元");
    assert_eq!(carried()["course"]["state"], "signed");
    event(&story, &next, &of, "filed", "2026-09-16", json!({ "receiver": "县人社局" }));
    let opinion = json!({ "how": "opinion", "number": "审字8号" });
    event(&story, &next, &of, "inEffect", "2026-10-01", opinion);
    assert_eq!(carried()["course"]["state"], "inEffect");
    assert_eq!(agreement(&story, &next, "wage")["state"], "inEffect", "the contract itself goes on");
    let paper = story.text("negotiation.amendment", &of);
    for words in ["变更协议", "每班40元", "2026年10月1日", "赞成42票"] {
        assert!(paper.contains(words), "{words}: {paper}");
    }
}

#[test]
fn an_application_of_the_talks_of_before_stands_no_more_when_a_contract_came_back() {
    let story = Story::begin("36", &[]);
    let id = answered(&story, &["wage"]);
    let wage = agreement(&story, &id, "wage")["id"].clone();
    met(&story, &id, "2026-06-20", None);
    let applied = |on: &str| {
        event(&story, &id, &Value::Null, "applied", on, json!({ "receiver": "县人社局" }));
    };
    applied("2026-06-21");
    story.beside(DutyKind::NegotiationCoordination);
    met(&story, &id, "2026-06-22", Some("月平均工资增长6%"));
    filed(&story, &id, &wage);
    event(&story, &id, &wage, "returned", "2026-07-13", json!({}));
    met(&story, &id, "2026-07-14", None);
    story.absent(&[DutyKind::NegotiationCoordination, DutyKind::NegotiationDispute]);
    assert_eq!(get(&story, &id)["dispute"], Value::Null, "nobody applied in these talks");
    applied("2026-07-15");
    story.beside(DutyKind::NegotiationCoordination);
}

#[test]
fn what_was_resolved_before_the_return_lies_not_ready_for_a_text_that_was_made_since() {
    let story = Story::begin("36", &[]);
    let id = agreed(&story, &["wage"]);
    let wage = agreement(&story, &id, "wage")["id"].clone();
    filed(&story, &id, &wage);
    let resolution = || {
        let materials = agreement(&story, &id, "wage")["checklist"]["materials"].as_array().unwrap().clone();
        materials.into_iter().find(|one| one["name"].as_str().unwrap().contains("决议")).unwrap()
    };
    let voted = |at: usize| agreement(&story, &id, "wage")["votes"][at]["id"].as_str().unwrap().to_owned();
    let paper = |vote: &str| json!(format!("congress.resolution@{vote}"));
    let tick = json!({ "agreement": wage, "item": resolution()["item"], "ready": true });
    story.call("negotiation.markMaterial", tick.clone());
    event(&story, &id, &wage, "returned", "2026-07-13", json!({}));
    let first = resolution();
    assert_eq!(
        (&first["ready"], &first["paper"]["id"]),
        (&json!(true), &paper(&voted(0))),
        "as it was: {first}"
    );
    let none = || {
        let one = resolution();
        assert_eq!(
            (&one["ready"], &one["known"], &one["paper"]),
            (&json!(false), &Value::Null, &Value::Null)
        );
    };
    met(&story, &id, "2026-07-14", Some("月平均工资增长5%"));
    none();
    event(&story, &id, &wage, "drafted", "2026-07-15", json!({}));
    none();
    vote(&story, &id, "2026-07-16", &[(&wage, 42)]);
    let again = resolution();
    assert_eq!((&again["ready"], &again["paper"]["id"]), (&json!(false), &paper(&voted(1))), "{again}");
    story.call("negotiation.markMaterial", tick);
    assert_eq!(resolution()["known"], "2026年7月16日备齐");
}

//! What the text of a contract promises beside the law: checks and reports by its own period; and that what was done late says so
//! afterwards.

use serde_json::{Value, json};

use super::{agreed, agreement, event, session, vote};
use crate::duties::story::Story;

fn rung(story: &Story, id: &Value, step: &str) -> Value {
    let wage = agreement(story, id, "wage");
    wage["rungs"].as_array().unwrap().iter().find(|rung| rung["step"] == step).unwrap().clone()
}

/// A wage contract with one clause, in effect since 18 July 2026.
fn with_clause(story: &Story, text: &str) -> Value {
    let id = agreed(story, &["wage"]);
    let wage = agreement(story, &id, "wage")["id"].clone();
    let chapters = story.call("contract.get", json!({ "agreement": wage }))["chapters"].clone();
    let item = chapters.as_array().unwrap().last().unwrap()["item"].clone();
    story.call("contract.saveClause", json!({ "agreement": wage, "item": item, "text": text }));
    super::fill_head(story, &wage);
    event(story, &id, &wage, "drafted", "2026-06-22", json!({}));
    vote(story, &id, "2026-06-29", &[(&wage, 41)]);
    let signed = json!({
        "negotiation": id, "agreement": wage, "kind": "signed", "happenedOn": "2026-07-02", "text": "",
        "facts": { "copies": 5, "termFrom": super::TERM.0, "termTo": super::TERM.1 }, "lateEntry": "合同的空在纸面上填写",
    });
    story.on("2026-07-02");
    story.call("negotiation.addEvent", signed);
    event(story, &id, &wage, "filed", "2026-07-03", json!({ "receiver": "县人社局", "copies": 3 }));
    event(story, &id, &wage, "inEffect", "2026-07-18", json!({}));
    id
}

#[test]
fn a_contract_is_checked_and_reported_as_often_as_it_says_itself() {
    // The nation asks for one of each a year; the contract asks for more.
    let story = Story::begin("36", &[]);
    let id = with_clause(
        &story,
        "双方成立监督小组，每季度检查一次履行情况。企业和工会每半年向职工代表大会报告一次履行情况。",
    );
    let check = rung(&story, &id, "check");
    assert_eq!(check["due"], "2026-10-18", "{check}");
    assert!(check["origin"].as_str().unwrap().contains("合同约定每季度检查一次"), "{check}");
    let report = rung(&story, &id, "performance");
    assert_eq!(report["due"], "2027-01-18", "{report}");
    assert!(report["origin"].as_str().unwrap().contains("合同约定每半年"), "{report}");

    let plain = Story::begin("36", &[]);
    let id = with_clause(&plain, "双方定期检查合同的履行情况。");
    for (step, button) in [("check", "登记检查"), ("performance", "登记报告")] {
        let yearly = rung(&plain, &id, step);
        assert_eq!((&yearly["due"], &yearly["button"]), (&json!("2027-07-18"), &json!(button)), "{yearly}");
        let origin = yearly["origin"].as_str().unwrap();
        assert!(origin.contains("《企业民主管理规定》第十三条") && origin.contains("12个月"), "{origin}");
    }
}

#[test]
fn what_goes_up_together_with_the_publication_is_due_with_it() {
    let story = Story::begin("36", &[]);
    let id = agreed(&story, &["wage"]);
    let wage = agreement(&story, &id, "wage")["id"].clone();
    super::concluded(&story, &id, &wage);
    let up = || rung(&story, &id, "sendUp");
    assert_eq!(up()["due"], "2026-07-23", "five days from the effect, as the publication: {}", up());
    assert_eq!(up()["rule"]["article"], "第二十四条");
    let published = event(&story, &id, &wage, "published", "2026-07-20", json!({ "receiver": "公告栏" }));
    assert_eq!(up()["due"], "2026-07-20", "published, it is due that day: {}", up());
    let band = || {
        let today = story.call("today.list", json!({}));
        let duties = today["duties"].as_array().unwrap().clone();
        let duty = duties.into_iter().find(|one| one["button"] == "登记报送上级工会").unwrap();
        duty["band"].as_str().unwrap().to_owned()
    };
    assert_eq!(band(), "week", "on the day itself");
    story.on("2026-07-21");
    assert_eq!(band(), "overdue", "the day after");
    story.call("negotiation.removeEvent", json!({ "id": published }));
    assert_eq!(up()["due"], "2026-07-23", "taken back");
}

#[test]
fn what_was_filed_after_its_last_day_says_by_how_much() {
    let story = Story::begin("36", &[]);
    let id = agreed(&story, &["wage"]);
    let wage = agreement(&story, &id, "wage")["id"].clone();
    event(&story, &id, &wage, "drafted", "2026-06-22", json!({}));
    vote(&story, &id, "2026-06-29", &[(&wage, 41)]);
    let term = json!({ "copies": 5, "termFrom": super::TERM.0, "termTo": super::TERM.1 });
    event(&story, &id, &wage, "signed", "2026-07-02", term);
    let due = rung(&story, &id, "filing")["due"].as_str().unwrap().parse::<chrono::NaiveDate>().unwrap();
    let on = |days: u64| (due + chrono::Days::new(days)).to_string();
    let filed = event(&story, &id, &wage, "filed", &on(0), json!({ "receiver": "县人社局", "copies": 3 }));
    let told = rung(&story, &id, "filing")["detail"].to_string();
    assert!(!told.contains("迟了"), "on its last day: {told}");
    story.call("negotiation.removeEvent", json!({ "id": filed }));
    event(&story, &id, &wage, "filed", &on(2), json!({ "receiver": "县人社局", "copies": 3 }));
    let told = rung(&story, &id, "filing")["detail"].to_string();
    assert!(told.contains("迟了2天"), "{told}");
}

#[test]
fn the_employers_representatives_neither_count_nor_watch_the_votes_of_the_congress() {
    let story = Story::begin("36", &[]);
    let id = agreed(&story, &["wage"]);
    let wage = agreement(&story, &id, "wage")["id"].clone();
    event(&story, &id, &wage, "drafted", "2026-06-22", json!({}));
    story.on("2026-06-29");
    for field in ["tellers", "scrutineers"] {
        let mut held = session("2026-06-29");
        held[field] = json!(["高子衿"]);
        let args = json!({
            "negotiation": id, "session": held,
            "votes": [{ "agreement": wage, "votesFor": 41, "votesAgainst": 1, "abstained": 1 }],
        });
        let refused = story.refused("negotiation.saveVote", args.clone());
        assert_eq!(refused.field, Some(format!("session.{field}")), "{}", refused.message);
        assert!(refused.message.contains("企业方的协商代表"), "{}", refused.message);
    }
    vote(&story, &id, "2026-06-29", &[(&wage, 41)]);
}

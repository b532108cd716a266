//! The windows for the next talks of contracts that end in different years: each is told of its own contract, whatever the talks in
//! between were about.

use affairs::duty::DutyKind;
use serde_json::{Value, json};

use super::{TERM, agreed, agreement, event, side, vote};
use crate::duties::story::Story;

/// The windows that are told, each by its last day; null once it is over.
fn windows(story: &Story) -> Vec<Value> {
    let today = story.call("today.list", json!({}));
    let all = today["duties"].as_array().unwrap().iter();
    let of =
        |one: &&Value| DutyKind::of_id(one["id"].as_str().unwrap()) == Some(DutyKind::NegotiationRenewal);
    all.filter(of).map(|one| one["due"].clone()).collect()
}

/// Contracts in effect since 18 July 2026, each kind to its last day.
fn in_effect(story: &Story, ends: &[(&str, &str)]) {
    let kinds: Vec<&str> = ends.iter().map(|(kind, _)| *kind).collect();
    let id = agreed(story, &kinds);
    let all: Vec<(Value, &str)> =
        ends.iter().map(|(kind, end)| (agreement(story, &id, kind)["id"].clone(), *end)).collect();
    for (of, _) in &all {
        event(story, &id, of, "drafted", "2026-06-22", json!({}));
    }
    let votes: Vec<(&Value, u32)> = all.iter().map(|(of, _)| (of, 41)).collect();
    vote(story, &id, "2026-06-29", &votes);
    for (of, end) in &all {
        let term = json!({ "copies": 5, "termFrom": TERM.0, "termTo": end });
        event(story, &id, of, "signed", "2026-07-02", term);
    }
    for (of, _) in &all {
        event(story, &id, of, "filed", "2026-07-03", json!({ "receiver": "县人社局", "copies": 3 }));
    }
    for (of, _) in &all {
        event(story, &id, of, "inEffect", "2026-07-18", json!({}));
    }
}

/// Talks of a year over these kinds are started and offered today.
fn opened(story: &Story, year: i32, kinds: &[&str], on: &str) {
    let id = story.call("negotiation.start", json!({ "year": year, "agreements": kinds }));
    let workers = side(["陈望舒", "林知秋", "黄若水"]);
    story.call("negotiation.saveRepresentatives", json!({ "negotiation": id, "workers": workers }));
    story.call("negotiation.saveOffer", json!({
        "negotiation": id, "by": "workers", "addressee": "赣江机械有限公司", "reasons": "上年度合同即将期满",
        "issuedOn": on, "receivedOn": on, "contact": "陈望舒，分机8001", "information": "",
        "topics": [{ "title": "年度工资增长幅度", "proposal": "平均增长6%" }],
    }));
}

#[test]
fn the_talks_of_one_year_leave_the_window_of_a_contract_of_three_open() {
    let story = Story::begin("36", &[]);
    in_effect(&story, &[("wage", "2027-07-31"), ("collective", "2029-07-31")]);
    story.on("2027-06-15");
    assert_eq!(windows(&story), [json!("2027-07-30")], "that of the wage contract");
    opened(&story, 2027, &["wage"], "2027-06-15");
    assert_eq!(windows(&story), [] as [Value; 0], "its next talks are open");
    story.on("2029-03-20");
    assert_eq!(windows(&story), [] as [Value; 0], "too early for the other");
    story.on("2029-06-15");
    assert_eq!(windows(&story), [json!("2029-07-30")], "that of the collective contract");
    story.on("2029-08-15");
    assert_eq!(windows(&story), [Value::Null], "it is over, and the talks can still be begun");
    opened(&story, 2029, &["collective"], "2029-08-15");
    assert_eq!(windows(&story), [] as [Value; 0]);
}

#[test]
fn talks_over_something_else_do_not_close_the_window_of_the_wage_contract() {
    let story = Story::begin("22", &[]);
    in_effect(&story, &[("wage", "2027-07-31")]);
    story.on("2027-06-15");
    assert_eq!(windows(&story).len(), 1);
    opened(&story, 2027, &["women"], "2027-06-15");
    assert_eq!(windows(&story).len(), 1, "wages are not talked about there");
}

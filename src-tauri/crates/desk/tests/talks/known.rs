//! What the ledger knows is not asked a second time, and is told before anything is kept: where a contract was handed in, how many
//! workers there are, which lines a vote is held against, by when information was asked for, that a text is closed. What it does not
//! know, and a clock needs, it asks for.

use serde_json::{Value, json};

use super::{agreed, agreement, answered, concluded, event, get, meeting, passed, session, side};
use crate::duties::story::Story;

/// What a paper lacks.
fn lacks(story: &Story, kind: &str, of: &Value) -> String {
    let all = story.call("papers.list", json!({}));
    let line = all.as_array().unwrap().iter().find(|one| one["kind"] == kind && one["of"] == *of).cloned();
    line.unwrap_or_else(|| panic!("{kind} can be printed"))["missing"].to_string()
}

#[test]
fn where_a_contract_was_handed_in_and_how_many_work_there_is_taken_from_what_was_entered() {
    const PAPERS: [&str; 2] = ["negotiation.filingForm", "negotiation.filingStatement"];
    let story = Story::begin("36", &[]);
    let id = agreed(&story, &["wage"]);
    let wage = agreement(&story, &id, "wage")["id"].clone();
    concluded(&story, &id, &wage);
    for paper in PAPERS {
        let lacks = lacks(&story, paper, &wage);
        assert!(!lacks.contains("报送的部门") && lacks.contains("\"职工人数\""), "{paper}: {lacks}");
        assert!(story.text(paper, &wage).contains("县人社局"), "{paper}");
    }
    assert_eq!(agreement(&story, &id, "wage")["filing"]["department"], "县人社局", "proposed by the form");
    // What the form tells stands, wherever it went.
    let told = json!({ "agreement": wage, "department": "云岭县人力资源和社会保障局", "filer": "饶思敏" });
    story.call("negotiation.saveFiling", told);
    story.call("members.save", json!({ "name": "王伟", "sex": "male", "form": "contract" }));
    for paper in PAPERS {
        let lacks = lacks(&story, paper, &wage);
        assert!(!lacks.contains("\"职工人数\""), "{paper}: those on the roster are counted: {lacks}");
        let text = story.text(paper, &wage);
        assert!(text.contains("云岭县人力资源和社会保障局") && text.contains("1人"), "{paper}: {text}");
    }
}

#[test]
fn a_vote_is_held_against_its_lines_before_it_is_kept() {
    let story = Story::begin("36", &[]);
    let id = agreed(&story, &["wage"]);
    let wage = agreement(&story, &id, "wage")["id"].clone();
    event(&story, &id, &wage, "drafted", "2026-06-22", json!({}));
    story.on("2026-06-29");
    let judged = |yes: u32| {
        let votes = json!([{ "agreement": wage, "votesFor": yes, "votesAgainst": 43 - yes, "abstained": 0 }]);
        let typed = json!({ "negotiation": id, "session": session("2026-06-29"), "votes": votes });
        story.call("negotiation.judgeVote", typed)[0].clone()
    };
    let failed = judged(20);
    assert_eq!((&failed["lines"]["attendance"], &failed["lines"]["needed"]), (&json!(30), &json!(23)));
    assert_eq!(failed["passed"], false);
    assert!(failed["verdict"].as_str().unwrap().contains("没有通过"), "{failed}");
    assert_eq!(judged(23)["passed"], true);
    assert_eq!(agreement(&story, &id, "wage")["votes"], json!([]), "nothing is kept");
    // What nobody can hold yet is no refusal: the form is still being typed.
    let typed = json!({ "negotiation": id, "session": session("2026-06-29"), "votes": [] });
    assert_eq!(story.call("negotiation.judgeVote", typed), json!([]));
}

#[test]
fn information_stays_asked_for_by_its_day_where_the_talks_began_earlier() {
    let story = Story::begin("36", &[]);
    let id = answered(&story, &["wage"]);
    let item = json!({
        "of": "employer", "name": "上年度工资总额", "period": "2025", "secret": false, "askedOn": "2026-06-10", "askedBy": "陈望舒",
    });
    story.call("negotiation.saveInformation", json!({ "negotiation": id, "items": [item] }));
    let before = story.text("negotiation.informationList", &id);
    story.on("2026-06-12");
    story.call("negotiation.saveMeeting", meeting(&story, &id, "2026-06-12"));
    let after = story.text("negotiation.informationList", &id);
    assert_eq!(after, before, "a meeting before the planned day moves no day that was told");
}

#[test]
fn the_next_round_may_be_on_the_same_day() {
    let story = Story::begin("36", &[]);
    let id = answered(&story, &["wage"]);
    story.on("2026-06-20");
    let mut held = meeting(&story, &id, "2026-06-20");
    (held["topics"][0]["result"], held["topics"][0]["agreedText"]) = (json!("disputed"), Value::Null);
    held["nextOn"] = json!("2026-06-19");
    let refused = story.refused("negotiation.saveMeeting", held.clone());
    assert_eq!(refused.field.as_deref(), Some("nextOn"), "{}", refused.message);
    held["nextOn"] = json!("2026-06-20");
    story.call("negotiation.saveMeeting", held);
    let mut second = meeting(&story, &id, "2026-06-20");
    (second["begins"], second["ends"]) = (json!("16:30"), json!("17:30"));
    story.call("negotiation.saveMeeting", second);
    assert_eq!(get(&story, &id)["meetings"].as_array().unwrap().len(), 2);
}

#[test]
fn a_text_that_may_not_be_changed_any_more_says_so_before_anybody_tries() {
    let story = Story::begin("36", &[]);
    let (id, wage) = passed(&story);
    let settled = || story.call("contract.get", json!({ "agreement": wage }))["settled"].clone();
    assert!(settled().as_str().unwrap().contains("职代会已经表决通过"), "{}", settled());
    let session = agreement(&story, &id, "wage")["votes"][0]["session"]["id"].clone();
    story.call("negotiation.removeVote", json!({ "id": session }));
    assert_eq!(settled(), Value::Null, "the vote is taken back");
}

#[test]
fn representatives_whose_day_nobody_entered_wait_to_be_made_known_and_the_day_is_asked_for() {
    let story = Story::begin("43", &[]);
    let id = story.call("negotiation.start", json!({ "year": 2026 }));
    let mut workers = side(["陈望舒", "林知秋", "黄若水"]);
    for one in workers.as_array_mut().unwrap() {
        one["chosenOn"] = Value::Null;
    }
    story.call("negotiation.saveRepresentatives", json!({ "negotiation": id, "workers": workers }));
    let due = || {
        let today = story.call("today.list", json!({}));
        let all = today["duties"].as_array().unwrap().clone();
        all.into_iter().find(|one| one["title"].as_str().unwrap().starts_with("公布职工方协商代表"))
    };
    let asked = || {
        let steps = get(&story, &id)["steps"].clone();
        let step = steps.as_array().unwrap().iter().find(|one| one["kind"] == "representatives").cloned();
        step.unwrap()["missing"].to_string()
    };
    let waits = due().expect("the law of the place asks for it, with a day or without");
    assert_eq!((&waits["due"], &waits["band"]), (&Value::Null, &json!("week")), "{waits}");
    assert!(waits["origin"].as_str().unwrap().contains("产生日期还没有填"), "{waits}");
    assert!(asked().contains("职工方代表的产生日期"), "{}", asked());
    // The day is put in at the rows that stand.
    let standing = get(&story, &id)["representatives"].clone();
    let dated = |one: &Value| {
        let mut record = one["record"].clone();
        (record["id"], record["chosenOn"]) = (one["id"].clone(), json!("2026-06-01"));
        record
    };
    let workers: Vec<Value> = standing.as_array().unwrap().iter().map(dated).collect();
    story.call("negotiation.saveRepresentatives", json!({ "negotiation": id, "workers": workers }));
    assert_eq!(due().unwrap()["due"], "2026-06-08", "five working days after 1 June");
    assert!(!asked().contains("产生日期"), "{}", asked());
    story.on("2026-06-02");
    story.call(
        "negotiation.addEvent",
        json!({
            "negotiation": id, "kind": "posted", "happenedOn": "2026-06-02", "text": "张贴",
            "facts": { "receiver": "各车间公告栏" },
        }),
    );
    assert_eq!(due(), None);
}

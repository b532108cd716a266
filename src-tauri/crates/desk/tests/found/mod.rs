//! How the journal is searched: by whoever made a step, at the desk or gone from it, and by the name of whoever a step was about,
//! also where the journal alone still knows it.

use std::fmt::Write as _;

use serde_json::{Value, json};
use tempfile::TempDir;

use crate::duties::rights::mediator;
use crate::duties::story::{CHAIR, Story, with};

const OFFICER: &str = "雨后 修渠 三把锹";
const NAME: &str = "周小兰";

fn entered(story: &Story, name: &str) -> Value {
    story.call("members.save", json!({ "name": name, "sex": "female", "form": "contract" }))
}

/// Somebody who comes to the desk.
fn comes(story: &Story, name: &str, reads: &[&str], passphrase: &str) -> Value {
    let person = json!({ "name": name, "role": "officer", "parts": ["members"], "reads": reads });
    story.call("people.add", json!({ "person": person, "passphrase": passphrase }))
}

/// The numbers of the steps that a query finds, the newest first.
fn steps(story: &Story, query: Value) -> Vec<u64> {
    let page = story.call("history.list", query);
    page["lines"].as_array().unwrap().iter().map(|line| line["seq"].as_u64().unwrap()).collect()
}

fn newest(story: &Story) -> u64 {
    steps(story, json!({ "limit": 1 }))[0]
}

fn named(story: &Story, name: &str) -> Vec<u64> {
    steps(story, json!({ "text": name }))
}

#[test]
fn whoever_left_the_desk_is_still_found_by_what_they_did() {
    let story = Story::begin("36", &[]);
    let chair = story.call("people.list", json!({}))[0]["person"]["id"].clone();
    entered(&story, NAME);
    let by_chair = newest(&story);
    let heir = comes(&story, "李强", &[], OFFICER);
    let own = "清晨 扫雪 五盏茶";
    let clerk = comes(&story, "郑琳", &[], own);
    story.sits_down(own);
    entered(&story, "何平");
    let by_clerk = newest(&story);
    story.sits_down(CHAIR);
    story.call("people.remove", json!({ "id": clerk }));
    story.on("2026-06-02");
    let stick = TempDir::new().unwrap();
    story.job("succession.handOver", json!({ "to": heir, "beforeStays": false, "place": stick.path() }));
    story.sits_down(OFFICER);

    let left = |id: &Value, name: &str| json!({ "id": id, "name": name, "left": true });
    let gone = [left(&chair, "陈望舒"), left(&clerk, "郑琳")];
    assert_eq!(story.call("history.actors", json!({})), json!(gone), "who made no step yet is no choice");
    assert!(steps(&story, json!({ "person": chair, "limit": 500 })).contains(&by_chair));
    assert_eq!(steps(&story, json!({ "person": clerk })), [by_clerk]);

    entered(&story, "叶晴川");
    let [chair, clerk] = gone;
    let stays = json!({ "id": heir, "name": "李强", "left": false });
    assert_eq!(story.call("history.actors", json!({})), json!([stays, chair, clerk]));
}

#[test]
fn one_who_was_renamed_at_the_desk_is_one_choice_under_the_last_name() {
    let story = Story::begin("36", &[]);
    entered(&story, NAME);
    let chair = story.call("people.list", json!({}))[0]["person"].clone();
    let renamed = json!({ "name": "陈望书", "role": "chair", "parts": [], "reads": [] });
    story.call("people.change", json!({ "id": chair["id"], "person": renamed }));
    let one = json!({ "id": chair["id"], "name": "陈望书", "left": false });
    assert_eq!(story.call("history.actors", json!({})), json!([one]));
}

#[test]
fn a_name_finds_what_was_taken_back_and_what_was_done_before_it_was_changed() {
    let story = Story::begin("36", &[]);
    let id = entered(&story, NAME);
    let mut about = vec![newest(&story)];
    story.call("ledger.undo", json!({}));
    about.insert(0, newest(&story));
    assert_eq!(named(&story, NAME), about, "the list shows both under the name");

    story.call("ledger.redo", json!({}));
    about.insert(0, newest(&story));
    let record = story.call("members.get", json!({ "id": id }));
    story.call("members.save", with(record, json!({ "name": "周晓岚" })));
    about.insert(0, newest(&story));
    for name in [NAME, "周晓岚"] {
        assert_eq!(named(&story, name), about, "{name}");
    }

    // What hangs on the person and was taken back is told under the name too.
    story.call("members.saveTag", json!({ "person": id, "kind": "modelWorker" }));
    about.insert(0, newest(&story));
    story.call("ledger.undo", json!({}));
    about.insert(0, newest(&story));
    entered(&story, "何平");
    assert_eq!(named(&story, "周晓岚"), about);
    let out = TempDir::new().unwrap();
    let to = out.path().join("流水.xlsx");
    let saved = story.job("history.export", json!({ "query": { "text": NAME }, "to": to }));
    assert_eq!(saved["rows"], about.len(), "the file holds the same");
}

#[test]
fn a_name_that_was_erased_finds_nothing() {
    let story = Story::begin("36", &[]);
    let id = entered(&story, NAME);
    let record = story.call("members.get", json!({ "id": id }));
    story.call("members.save", with(record, json!({ "name": "周晓岚" })));
    for _ in 0..2 {
        story.call("ledger.undo", json!({}));
    }
    assert_eq!((named(&story, NAME).len(), named(&story, "周晓岚").len()), (4, 4));
    story.call("trash.purge", json!({ "kind": "person", "id": id, "reason": "录错了人" }));
    assert_eq!((named(&story, NAME), named(&story, "周晓岚")), (vec![], vec![]));
}

#[test]
fn a_name_leads_to_an_exam_that_was_taken_back_only_for_a_reader_of_health() {
    let story = Story::begin("36", &[]);
    let id = entered(&story, NAME);
    let saved = newest(&story);
    comes(&story, "李强", &["identity"], OFFICER);
    let exam = json!({ "person": id, "kind": "during", "examinedOn": "2026-04-10", "hazards": [{ "kind": "heat" }] });
    story.call("dossier.saveExam", exam);
    let examined = newest(&story);
    story.call("ledger.undo", json!({}));
    let undone = newest(&story);
    assert_eq!(named(&story, NAME), [undone, examined, saved]);
    story.sits_down(OFFICER);
    assert_eq!(named(&story, NAME), [saved]);
}

#[test]
fn a_roster_that_was_taken_back_is_found_by_everybody_in_it() {
    let story = Story::begin("36", &[]);
    let mut roster = String::from("姓名\t性别\t部门\t工号\t岗位\t用工形式\t入职日期\n");
    let names: Vec<String> = "甲乙丙丁戊己庚辛"
        .chars()
        .flat_map(|first| "春夏秋雪东南西北山川".chars().map(move |last| format!("阮{first}{last}")))
        .collect();
    for (at, name) in names.iter().enumerate() {
        writeln!(roster, "{name}\t男\t焊接\tG{at:03}\t电焊工\t劳动合同\t2019-03-01").unwrap();
    }
    story.job("members.import", json!({ "pasted": roster }));
    let imported = newest(&story);
    story.call("ledger.undo", json!({}));
    let undone = newest(&story);
    assert_eq!(names.len(), 80);
    for name in &names {
        assert_eq!(named(&story, name), [undone, imported], "{name}");
    }
}

#[test]
fn whoever_led_a_group_before_another_is_found_by_the_step_that_made_them_lead() {
    let story = Story::begin("36", &[]);
    let [first, second] = ["阮清秋", "阮明春"].map(|name| {
        let member =
            json!({ "name": name, "sex": "female", "form": "contract", "memberSince": "2020-03-01" });
        story.call("members.save", member)
    });
    let group = json!({ "kind": "group", "name": "装配一组", "leader": first });
    let id = story.call("union.saveGroup", group.clone());
    let led = newest(&story);
    story.call("union.saveGroup", with(group, json!({ "id": id, "leader": second })));
    let changed = newest(&story);
    let found = named(&story, "阮清秋");
    assert!(found.contains(&led) && found.contains(&changed), "{found:?}");
}

#[test]
fn a_name_that_a_step_is_told_by_finds_it_though_nobody_of_the_roster_bears_it() {
    let story = Story::begin("36", &[]);
    comes(&story, "李强", &[], OFFICER);
    assert_eq!(named(&story, "李强"), [newest(&story)]);

    let chair = mediator(&story, "沈一诺", "workers", "chair", "union");
    mediator(&story, "万里程", "employer", "member", "named");
    let entered = newest(&story);
    assert_eq!(named(&story, "万里程"), [entered]);
    story.call("ledger.undo", json!({}));
    assert_eq!(named(&story, "万里程"), [newest(&story), entered], "also once it was taken back");

    let case = json!({
        "topic": "wages", "worker": "赵外人", "applicant": "worker", "oral": true, "appliedOn": "2026-06-01",
        "facts": "四月休息日加班四天，没有发加班费", "claims": "补发四月的加班费", "mediator": chair,
    });
    let case = story.call("mediation.save", case);
    let opened = newest(&story);
    let event =
        json!({ "case": case, "kind": "accepted", "happenedOn": "2026-06-01", "text": "照双方的书面材料" });
    story.call("mediation.saveEvent", event);
    assert_eq!(named(&story, "赵外人"), [newest(&story), opened], "what happened in the case too");
}

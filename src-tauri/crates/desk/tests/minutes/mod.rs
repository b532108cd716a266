//! Where a committee's record is turned away or found wanting by what comes later: its paper, the acts that stand on its
//! decisions, their volumes, the trash. What it does when all is well is told by the journeys.

use desk::{Desk, Problem};
use serde_json::{Value, json};
use tempfile::TempDir;

/// A desk on 15 September with an empty ledger.
fn room() -> (TempDir, Desk) {
    let room = TempDir::new().unwrap();
    let desk = crate::desk_in(room.path(), "2026-09-15T09:00:00+08:00");
    let ledger = json!({
        "folder": room.path().join("ledger"), "unionName": "赣江机械有限公司工会委员会",
        "creditCode": "81360121MC0YL02618", "province": "36", "chairName": "张敏",
        "passphrase": "赣江 渡口 七盏灯 会议",
    });
    call(&desk, "ledger.create", ledger);
    (room, desk)
}

fn call(desk: &Desk, name: &str, args: Value) -> Value {
    desk.call(name, args).unwrap().value
}

fn refused(desk: &Desk, name: &str, args: Value) -> Problem {
    desk.call(name, args).err().unwrap()
}

/// A meeting of three that agreed on one topic.
fn meeting(on: &str, corrects: Option<&Value>) -> Value {
    let members: Vec<Value> =
        ["张敏", "王伟", "李强"].iter().map(|name| json!({ "name": name, "present": true })).collect();
    let mut meeting = json!({
        "body": "committee", "heldOn": on, "place": "工会办公室", "chair": "张敏", "recorder": "沈一诺",
        "members": members, "topics": [{
            "title": "提出要约", "votes": { "favour": 3, "against": 0, "abstained": 0 }, "decision": "九月内提出要约",
        }],
    });
    if let Some(old) = corrects {
        meeting["corrects"] = old.clone();
    }
    meeting
}

fn sign(desk: &Desk, id: &Value) {
    call(desk, "committee.sign", json!({ "id": id, "signedOn": "2026-09-15" }));
}

/// A signed record and its decision.
fn signed(desk: &Desk, on: &str, corrects: Option<&Value>) -> (Value, Value) {
    let id = call(desk, "committee.save", meeting(on, corrects));
    sign(desk, &id);
    let decision = call(desk, "committee.get", json!({ "id": id }))["topics"][0]["id"].clone();
    (id, decision)
}

fn cite(act: &str, of: &Value, decision: &Value) -> Value {
    json!({ "act": act, "of": of, "decision": decision })
}

#[test]
fn a_record_that_cannot_be_printed_is_not_signed() {
    let (_room, desk) = room();
    let mut form = meeting("2026-09-14", None);
    form["recorder"] = json!("张𣑊");
    form["topics"][0]["said"] = json!("由𣑊安厂区先办");
    let id = call(&desk, "committee.save", form.clone());
    let why = refused(&desk, "committee.sign", json!({ "id": id, "signedOn": "2026-09-15" }));
    assert!(why.message.contains("“𣑊”（U+2344A，在记录人、第1项议题的讨论情况）"), "{}", why.message);
    let kept = call(&desk, "committee.get", json!({ "id": id }));
    assert_eq!((&kept["signedOn"], &kept["topics"][0]["decisionName"]), (&Value::Null, &Value::Null));
    form["id"] = id.clone();
    form["recorder"] = json!("张吉");
    form["topics"][0] = kept["record"]["topics"][0].clone();
    form["topics"][0]["said"] = json!("由吉安厂区先办");
    call(&desk, "committee.save", form);
    sign(&desk, &id);
}

#[test]
fn a_volume_names_the_record_it_stands_on_and_does_not_hold() {
    let (_room, desk) = room();
    let (first, decision) = signed(&desk, "2026-09-14", None);
    let (second, other) = signed(&desk, "2026-09-15", None);
    let issue = |of: &Value| call(&desk, "papers.issue", json!({ "kind": "office.committee", "of": of }));
    issue(&second);
    let paper = call(&desk, "outgoing.list", json!({}))["rows"][0]["id"].clone();
    let part = |kind: &str, id: &Value, at: usize| {
        call(&desk, "archive.list", json!({ "of": { "kind": kind, "id": id } }))["parts"][at].clone()
    };
    assert_eq!(part("paper", &paper, 1)["absent"], "没有写依据哪一次委员会的决定");
    call(&desk, "decisions.cite", cite("paper", &paper, &decision));
    let lacking = json!("工会委员会〔2026〕第1次会议记录还没有印发");
    let basis = part("paper", &paper, 1);
    assert_eq!((&basis["absent"], &basis["items"]), (&lacking, &json!([])));
    call(&desk, "decisions.cite", cite("paper", &paper, &other));
    let basis = part("paper", &paper, 1);
    assert_eq!((&basis["absent"], basis["items"].as_array().unwrap().len()), (&lacking, 1), "beside another");
    let talks = call(&desk, "negotiation.start", json!({ "year": 2026 }));
    call(&desk, "decisions.cite", cite("offer", &talks, &decision));
    assert_eq!(
        part("negotiation", &talks, 0)["absent"],
        "还没有提出要约；工会委员会〔2026〕第1次会议记录还没有印发"
    );
    issue(&first);
    assert_eq!(part("paper", &paper, 1)["absent"], Value::Null);
    assert_eq!(part("negotiation", &talks, 0)["absent"], Value::Null);
}

#[test]
fn an_act_stands_on_no_corrected_and_no_later_decision() {
    let (_room, desk) = room();
    let talks = call(&desk, "negotiation.start", json!({ "year": 2026 }));
    let (old, decision) = signed(&desk, "2026-09-08", None);
    let (_, right) = signed(&desk, "2026-09-08", Some(&old));
    let why = refused(&desk, "decisions.cite", cite("offer", &talks, &decision));
    assert_eq!(why.field.as_deref(), Some("decision"));
    assert!(why.message.contains("已由工会委员会〔2026〕第2次会议更正"), "{}", why.message);

    let workers: Vec<Value> = ["陈望舒", "林知秋", "黄若水"]
        .iter()
        .enumerate()
        .map(|(at, name)| {
            json!({
                "name": name, "sex": "male", "post": if at == 0 { "工会主席" } else { "操作工" }, "chief": at == 0,
                "frontLine": at != 0, "chosenHow": "职工代表大会表决通过", "chosenOn": "2026-09-10",
            })
        })
        .collect();
    call(&desk, "negotiation.saveRepresentatives", json!({ "negotiation": talks, "workers": workers }));
    let (_, late) = signed(&desk, "2026-09-14", None);
    let why = refused(&desk, "decisions.cite", cite("representatives", &talks, &late));
    assert_eq!(why.field.as_deref(), Some("decision"));
    assert!(
        why.message.contains("2026年9月14日") && why.message.contains("2026年9月10日"),
        "{}",
        why.message
    );
    call(&desk, "decisions.cite", cite("representatives", &talks, &right));
    call(&desk, "decisions.cite", cite("offer", &talks, &late));
}

#[test]
fn a_removed_correction_is_told_who_took_its_place() {
    let (_room, desk) = room();
    let (old, _) = signed(&desk, "2026-09-08", None);
    let gone = call(&desk, "committee.save", meeting("2026-09-08", Some(&old)));
    call(&desk, "committee.remove", json!({ "id": gone }));
    let back = json!({ "kind": "committee", "id": gone });
    let other = call(&desk, "committee.save", meeting("2026-09-08", Some(&old)));
    let why = refused(&desk, "trash.restore", back.clone());
    assert!(
        why.message.contains("工会委员会〔2026〕第1次会议已经另由工会委员会〔2026〕第3次会议更正"),
        "{}",
        why.message
    );
    call(&desk, "committee.remove", json!({ "id": other }));
    call(&desk, "trash.restore", back);
}

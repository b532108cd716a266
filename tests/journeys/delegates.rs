//! The members' meetings keep their order of numbers, and their delegates are members: what the program offers, what it refuses with its
//! reason, and the list that is printed.

use serde_json::{Value, json};

use crate::gonghui::Desk;
use crate::judges;

fn meeting(session: u32, held_on: &str, more: Value) -> Value {
    let mut record = json!({
        "session": session, "form": "whole", "heldOn": held_on, "place": "职工之家", "due": 3, "present": 3,
        "lateEntry": "会议记录在纸上", "topics": [],
    });
    for (key, value) in more.as_object().unwrap() {
        record[key] = value.clone();
    }
    record
}

fn person(desk: &Desk, name: &str) -> Value {
    desk.call(
        "members.save",
        json!({ "name": name, "sex": "female", "form": "contract", "memberSince": "2019-05-06", "shop": "装配" }),
    )
}

#[test]
fn meetings_are_numbered_once_and_in_the_order_of_their_days() {
    let desk = Desk::founded("36", None);
    person(&desk, "赵立春");
    let offered = || desk.call("membersCongress.list", json!({}))["start"]["round"].clone();
    assert_eq!(offered(), 1);
    let first = desk.call("membersCongress.save", meeting(1, "2026-03-12", json!({})));
    assert_eq!(offered(), 2, "the next one is offered");
    let refused = |record: Value, field: &str, word: &str| {
        let told = desk.refused("membersCongress.save", record);
        assert_eq!(told.field.as_deref(), Some(field), "{}", told.message);
        assert!(told.message.contains(word), "{}", told.message);
    };
    refused(meeting(1, "2026-06-01", json!({ "round": 1 })), "round", "已经登记过");
    refused(meeting(1, "2026-01-10", json!({ "round": 2 })), "round", "先后对不上");
    refused(meeting(1, "2026-01-10", json!({})), "round", "先后对不上");
    refused(meeting(3, "2026-06-01", json!({})), "session", "第二届");
    let next = desk.call("membersCongress.save", meeting(2, "2026-06-01", json!({})));
    refused(meeting(1, "2026-07-01", json!({ "round": 2 })), "session", "先后对不上");
    let name = |id: &Value| desk.call("membersCongress.get", json!({ "id": id }))["name"].clone();
    assert_eq!(name(&next), "第二届会员大会第一次会议");

    // One that was held in between takes its own number, and a wrong one is put right.
    let third = desk.call("membersCongress.save", meeting(1, "2026-05-01", json!({ "round": 3 })));
    desk.call("membersCongress.save", meeting(1, "2026-05-01", json!({ "id": third, "round": 2 })));
    assert_eq!(name(&third), "第一届会员大会第二次会议");

    // A removed number is free; what took it keeps it.
    desk.call("membersCongress.remove", json!({ "id": first }));
    desk.call("membersCongress.save", meeting(1, "2026-03-20", json!({ "round": 1 })));
    let back = desk.refused("trash.restore", json!({ "kind": "membersMeeting", "id": first }));
    assert!(back.message.contains("第一届会员大会第一次会议"), "{}", back.message);
}

#[test]
fn delegates_are_members_and_their_list_is_printed() {
    let desk = Desk::founded("36", None);
    let (one, two) = (person(&desk, "赵立春"), person(&desk, "钱文"));
    let save = |delegates: Value| json!({ "session": 1, "delegates": delegates });
    let known =
        |id: &Value, name: &str| json!({ "person": id, "name": name, "manager": false, "unit": "一分会" });
    let stranger = desk.refused(
        "membersCongress.saveDelegates",
        save(json!([known(&one, "赵立春"), { "name": "路人甲", "manager": false }])),
    );
    assert_eq!(stranger.field.as_deref(), Some("delegates.1.name"));
    assert!(stranger.rule.unwrap().contains("基层工会会员代表大会条例第十四条"), "{}", stranger.message);
    let ended =
        json!({ "name": "路人甲", "manager": false, "electedOn": "2025-01-05", "endedOn": "2026-01-05" });
    desk.call(
        "membersCongress.saveDelegates",
        save(json!([known(&one, "赵立春"), known(&two, "钱文"), ended])),
    );

    // Who leaves the union afterwards is told, and cannot be kept on silently.
    let left = json!({ "person": two, "kind": "movedOut", "on": "2026-09-10", "reason": "employment" });
    desk.call("members.saveEvent", left);
    let list = desk.call("membersCongress.delegates", json!({ "session": 1 }));
    let told =
        list["lacks"].as_array().unwrap().iter().find(|lack| lack["text"].as_str().unwrap().contains("钱文"));
    assert_eq!(told.expect("it is told")["rule"]["id"], "CN-UN-19-MEMBER");
    let again = desk.refused("membersCongress.saveDelegates", save(list["delegates"].clone()));
    assert!(again.message.contains("钱文") && again.message.contains("不再担任"), "{}", again.message);

    let to = desk.out("名单.pdf");
    desk.call("papers.print", json!({ "kind": "membersCongress.delegates", "of": "1", "to": to }));
    judges::sound(&to, &["第一届会员代表名单", "会员代表2人", "赵立春", "一分会"]);
    assert!(!judges::text(&to).contains("路人甲"), "who ceased is not on it");
}

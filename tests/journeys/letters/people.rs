//! Who may know the informer, who may write in supervision, and whose certificate an inquiry needs. What they do stands in
//! `steps`.

use serde_json::{Value, json};

use super::{INFORMER, PHONE, complaint, event, founded, inquiry, with};

#[test]
fn who_reported_it_is_known_only_to_one_who_may_and_says_what_for() {
    let (desk, _) = founded("36", None);
    let told = desk.refused(
        "letters.save",
        with(complaint("2026-09-15"), json!({ "details": format!("{INFORMER}说八月没有发") })),
    );
    assert_eq!(told.field.as_deref(), Some("matter"), "the name has its own place");
    let case = desk.call("letters.save", complaint("2026-09-15"));
    let shown = desk.call("letters.get", json!({ "id": case }));
    assert_eq!(
        (&shown["named"], &shown["informer"], &shown["shown"]),
        (&json!(true), &Value::Null, &json!("masked"))
    );
    // A correction that does not show the informer leaves it as it was.
    let mut change = shown["record"].clone();
    change["matter"] = json!("喷涂车间八月、九月加班费没有发");
    desk.call("letters.save", change);
    let file = desk.out("台账.xlsx");
    assert_eq!(desk.call("letters.export", json!({ "query": {}, "to": file }))["rows"], 1);
    let lines = [
        json!({ "call": "search.all", "args": { "text": INFORMER } }),
        json!({ "call": "search.all", "args": { "text": "监〔2026〕1号" } }),
        json!({ "call": "history.of", "args": { "table": "supervision_case", "id": case } }),
        json!({ "call": "sight.reveal", "args": { "purpose": "核对反映人的联系方式" } }),
        json!({ "call": "letters.get", "args": { "id": case } }),
        json!({ "call": "history.of", "args": { "table": "supervision_case", "id": case } }),
        json!({ "call": "sight.log", "args": {} }),
    ];
    let (answers, output) = desk.run(&lines);
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    let text: Vec<String> = answers.iter().map(Value::to_string).collect();
    assert!(!text[0].contains(INFORMER), "in no index: {}", text[0]);
    assert!(
        text[1].contains("喷涂车间八月、九月加班费没有发") && text[1].contains("supervision"),
        "{}",
        text[1]
    );
    assert!(
        text[2].contains("受保护") && !text[2].contains(INFORMER) && !text[2].contains(PHONE),
        "{}",
        text[2]
    );
    assert!(
        text[4].contains(INFORMER) && text[4].contains(PHONE),
        "in full to one who said what for: {}",
        text[4]
    );
    assert!(text[5].contains(INFORMER), "{}", text[5]);
    for look in ["letters.get", "history.of"] {
        assert!(
            text[6].contains(look) && text[6].contains(case.as_str().unwrap()),
            "the look is kept: {}",
            text[6]
        );
    }
    // What is removed comes back whole, informer and all.
    desk.call("letters.remove", json!({ "id": case }));
    assert_eq!(desk.call("letters.list", json!({}))["total"], 0);
    assert_eq!(desk.call("search.all", json!({ "text": "加班费没有发" })), json!([]));
    desk.call("trash.restore", json!({ "kind": "supervision", "id": case }));
    assert_eq!(desk.call("letters.get", json!({ "id": case }))["named"], true);
    assert_eq!(
        desk.call("letters.list", json!({ "text": "jiabanfei" }))["total"],
        0,
        "only titles have pinyin of people"
    );
    assert_eq!(desk.call("letters.list", json!({ "text": "加班费", "topic": "wages" }))["total"], 1);
}

#[test]
fn an_officer_of_another_part_reads_and_does_not_write() {
    let (desk, _) = founded("36", None);
    let officer = |name: &str, parts: Value| {
        let person = json!({ "name": name, "role": "officer", "parts": parts, "reads": [] });
        desk.call("people.add", json!({ "person": person, "passphrase": format!("十月 的 风车 转 {name}") }));
    };
    officer("李强", json!(["letters"]));
    officer("王敏", json!(["members"]));
    desk.sits_down("十月 的 风车 转 李强");
    let case = desk.call("letters.save", complaint("2026-09-15"));
    assert_eq!(
        desk.call("letters.get", json!({ "id": case }))["shown"],
        "never",
        "who wrote it down cannot look it up"
    );
    desk.sits_down("十月 的 风车 转 王敏");
    assert_eq!(desk.call("letters.get", json!({ "id": case }))["informer"], Value::Null);
    assert_eq!(
        desk.refused("letters.saveEvent", event(&case, "accepted", "2026-09-15", "")).code,
        "no_right"
    );
    desk.sits_down(crate::gonghui::PASSPHRASE);
}

/// A supervisor's certificate is entered once: with the seat in the committee, or in the register; each reads the other.
#[test]
fn a_certificate_is_kept_once_and_read_by_the_inquiry_and_the_committee() {
    let (desk, _) = founded("36", None);
    let member = |name: &str| {
        let record = json!({ "name": name, "sex": "male", "form": "contract", "memberSince": "2015-03-01" });
        desk.call("members.save", record)
    };
    let (feng, wan) = (member("冯立新"), member("万立平"));
    let seats = json!([
        { "person": feng, "name": "冯立新", "office": "chair", "certificateNumber": "赣监0311", "certificateUntil": "2028-06-30" },
        { "person": wan, "name": "万立平", "office": "member" },
        { "name": "李堃", "office": "member", "certificateNumber": "赣监0312" },
    ]);
    let term = json!({
        "body": "supervision", "session": 1, "startedOn": "2024-01-22", "years": 5, "cleared": false, "members": seats,
    });
    desk.call("union.saveTerm", term);
    let holders = || desk.call("letters.inspectors", json!({})).as_array().unwrap().clone();
    let named = |name: &str| holders().into_iter().find(|one| one["name"] == name);
    for (name, number) in [("冯立新", "赣监0311"), ("李堃", "赣监0312")] {
        let one = named(name).expect("whoever sits with a certificate is offered");
        assert_eq!((&one["certificate"], &one["seated"]), (&json!(number), &json!(true)), "{name}");
    }
    let again = json!({ "person": feng, "name": "冯立新", "certificate": "赣监0999" });
    let refused = desk.refused("letters.saveInspector", again);
    assert!(refused.message.contains("劳动法律监督委员会的名单"), "{}", refused.message);

    let more =
        json!({ "person": wan, "name": "万立平", "certificate": "赣监0400", "validUntil": "2029-12-31" });
    desk.call("letters.saveInspector", more);
    let seat = |name: &str| {
        let all = desk.call("union.bodies", json!({}));
        let bodies = all["bodies"].as_array().unwrap().clone();
        let body = bodies.into_iter().find(|one| one["body"] == "supervision").unwrap();
        let members = body["current"]["record"]["members"].as_array().unwrap().clone();
        members.into_iter().find(|one| one["name"] == name).unwrap()
    };
    let kept = seat("万立平");
    assert_eq!(
        (&kept["certificateNumber"], &kept["certificateUntil"]),
        (&json!("赣监0400"), &json!("2029-12-31")),
        "the committee's page reads the register"
    );

    let case = desk.call("letters.save", complaint("2026-09-15"));
    desk.call("letters.saveEvent", event(&case, "accepted", "2026-09-15", ""));
    let two = ["冯立新", "李堃"].map(|name| named(name).unwrap()["id"].clone());
    desk.call("letters.saveEvent", inquiry(&case, "2026-09-15", &two));
    let told = desk.call("letters.get", json!({ "id": case })).to_string();
    assert!(told.contains("冯立新（证号赣监0311）") && told.contains("李堃（证号赣监0312）"), "{told}");
    assert_eq!(holders().iter().filter(|one| one["name"] == "冯立新").count(), 1, "one holder after it too");
}

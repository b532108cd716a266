//! The life of a membership from the first roster to the last event: a state follows from the events and is never typed,
//! a late entry falls into its place, and what cannot follow is refused with its reason.

use serde_json::{Value, json};

use crate::gonghui::Desk;

fn person(desk: &Desk, name: &str) -> Value {
    desk.call("members.save", json!({ "name": name, "sex": "male", "form": "contract" }))
}

fn event(person: &Value, kind: &str, on: &str) -> Value {
    json!({ "person": person, "kind": kind, "on": on })
}

fn life(desk: &Desk, person: &Value) -> Value {
    desk.call("members.life", json!({ "id": person }))
}

fn named(desk: &Desk, state: &str) -> Vec<String> {
    let page = desk.call("members.search", json!({ "state": state }));
    let rows = page["rows"].as_array().unwrap();
    assert_eq!(page["total"], rows.len());
    rows.iter().map(|row| row["name"].as_str().unwrap().to_owned()).collect()
}

#[test]
fn a_state_follows_from_the_events_and_a_late_one_is_judged_with_them_all() {
    let desk = Desk::founded("36", None);
    let one = person(&desk, "王小明");
    assert_eq!(life(&desk, &one)["state"], "notYet");
    let early = desk.refused("members.saveEvent", event(&one, "movedOut", "2024-03-01"));
    assert_eq!(early.field.as_deref(), Some("kind"));
    assert!(early.message.contains("请先补录“入会”"), "{}", early.message);

    desk.call("members.saveEvent", event(&one, "joined", "2019"));
    let mut kept = event(&one, "retained", "2024-03-01");
    assert_eq!(desk.refused("members.saveEvent", kept.clone()).field.as_deref(), Some("reason"));
    kept["reason"] = json!("unemployed");
    kept["until"] = json!("2026-12-31");
    let kept_id = desk.call("members.saveEvent", kept);
    assert_eq!(life(&desk, &one)["state"], "retained");

    // What is entered late falls into its place, and may not fit there.
    let twice = desk.refused("members.saveEvent", event(&one, "joined", "2021-05-06"));
    assert_eq!(twice.code, "refused");
    assert!(twice.message.contains("2021年5月6日的“入会”登记不上：到那时已经是会员"), "{}", twice.message);
    desk.call("members.saveEvent", event(&one, "movedIn", "2020-02"));
    let rungs = life(&desk, &one)["rungs"].clone();
    let order: Vec<&str> =
        rungs.as_array().unwrap().iter().map(|one| one["kind"].as_str().unwrap()).collect();
    assert_eq!(order, ["joined", "movedIn", "retained"], "by their days, not as they were entered");

    let expelled = desk.refused("members.saveEvent", event(&one, "expelled", "2025-01-01"));
    assert!(expelled.message.contains("刑事判决"), "{}", expelled.message);
    desk.call("members.saveEvent", event(&one, "resumed", "2025-01-01"));
    assert_eq!(life(&desk, &one)["state"], "member");
    // Without the retention the return stands on nothing.
    let needed = desk.refused("members.removeEvent", json!({ "id": kept_id }));
    assert!(needed.message.contains("没有在保留会籍"), "{}", needed.message);
    let mut gone = event(&one, "movedOut", "2026-09-01");
    gone["otherUnion"] = json!("南昌市快递行业工会");
    desk.call("members.saveEvent", gone);
    let now = life(&desk, &one);
    assert_eq!((&now["state"], &now["left"]), (&json!("left"), &json!("已转出")));
    desk.call("ledger.undo", json!({}));
    assert_eq!(life(&desk, &one)["state"], "member", "taken back");
    desk.call("ledger.redo", json!({}));

    // The day of joining on the person's form is the same event, and judged alike.
    let mut record = desk.call("members.get", json!({ "id": one }));
    assert_eq!(record["memberSince"], "2019");
    record["memberSince"] = json!("2025-06-01");
    assert_eq!(desk.refused("members.save", record).field.as_deref(), Some("memberSince"));

    let history = desk.call("history.of", json!({ "table": "person", "id": one })).to_string();
    for told in ["登记会籍变动", "保留会籍", "2026年12月31日", "南昌市快递行业工会", "失业"]
    {
        assert!(history.contains(told), "{told} is told in {history}");
    }
    desk.head();
}

#[test]
fn a_retention_of_the_day_of_leaving_is_told_at_its_day_and_not_put_before_it() {
    let desk = Desk::founded("36", None);
    let one = person(&desk, "王小明");
    desk.call("members.saveEvent", event(&one, "joined", "2019"));
    let left = desk.call("members.saveEvent", event(&one, "movedOut", "2026-03-02"));
    let mut kept = event(&one, "retained", "2026-03-02");
    kept["note"] = json!("退休");
    let told = desk.refused("members.saveEvent", kept.clone());
    assert_eq!(told.field.as_deref(), Some("on"));
    assert!(told.message.contains("2026年3月2日已经登记了“会籍转出”"), "{}", told.message);
    assert_eq!(life(&desk, &one)["rungs"].as_array().unwrap().len(), 2, "nothing of it is kept");

    // Whoever was kept first and left the same day: entered in that order.
    desk.call("members.removeEvent", json!({ "id": left }));
    let id = desk.call("members.saveEvent", kept.clone());
    desk.call("members.saveEvent", event(&one, "movedOut", "2026-03-02"));
    assert_eq!(life(&desk, &one)["left"], "已转出");
    kept["id"] = id;
    kept["note"] = json!("退休，档案已转社区");
    desk.call("members.saveEvent", kept);
    desk.head();
}

#[test]
fn lists_counts_and_files_go_by_the_derived_state() {
    let desk = Desk::founded("36", None);
    let [plain, member, kept, left, dead] =
        ["甲一", "乙二", "丙三", "丁四", "戊五"].map(|name| person(&desk, name));
    for one in [&member, &kept, &left, &dead] {
        desk.call("members.saveEvent", json!({ "person": one, "kind": "joined" }));
    }
    desk.call("members.saveEvent", json!({ "person": kept, "kind": "retained", "note": "退休" }));
    desk.call("members.saveEvent", event(&left, "withdrawn", "2026"));
    desk.call("members.saveEvent", event(&dead, "died", "2026-03"));
    assert_eq!(life(&desk, &plain)["state"], "notYet");
    assert_eq!(named(&desk, "notYet"), ["甲一"]);
    assert_eq!(named(&desk, "member"), ["乙二"]);
    assert_eq!(named(&desk, "retained"), ["丙三"]);
    assert_eq!(named(&desk, "left"), ["丁四", "戊五"]);
    let counts = desk.call("members.counts", json!({}));
    assert_eq!(counts["states"], json!({ "member": 1, "retained": 1, "left": 2, "notYet": 1 }));
    assert_eq!(counts["total"], 2, "whoever has left or never joined counts not");

    let to = desk.out("名单.xlsx");
    let exported = desk.call(
        "members.export",
        json!({ "query": { "state": "left" }, "columns": ["name", "state"], "to": to }),
    );
    assert_eq!(exported["rows"], 2);
    desk.head();
}

#[test]
fn a_roster_whose_change_is_older_than_the_joining_is_asked_about() {
    let desk = Desk::founded("36", None);
    let file = desk.out("花名册.csv");
    std::fs::write(
        &file,
        "姓名,性别,入会日期,会籍变化类型,会籍变化日期\n王小明,男,2020-05-01,转出,2019-03-01\n李娜,女,2019-05-01,保留,2024-03\n何平,男,,转出,2023\n",
    )
    .unwrap();
    let preview = desk.call("members.preview", json!({ "file": file }));
    let asks: Vec<&str> =
        preview["asks"].as_array().unwrap().iter().map(|ask| ask["kind"].as_str().unwrap()).collect();
    assert!(asks.contains(&"changeBeforeJoining"), "{asks:?}");
    let mut decisions = serde_json::Map::new();
    for ask in asks {
        decisions.insert(ask.to_owned(), json!("takeProposal"));
    }
    desk.call(
        "members.import",
        json!({ "file": file, "options": { "columns": {}, "decisions": decisions } }),
    );
    assert_eq!(named(&desk, "retained"), ["李娜"]);
    assert_eq!(named(&desk, "left"), ["何平", "王小明"]);
    let gone = desk.call("members.search", json!({ "text": "何平" }))["rows"][0]["id"].clone();
    assert_eq!(life(&desk, &gone)["begun"], false, "the roster told the last change only");
    desk.head();
}

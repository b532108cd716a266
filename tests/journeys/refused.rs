//! Talks that the other side refuses or does not answer: what the chair is told to do next, by which article,
//! whose move it is, until a new answer brings the talks back to their ladder.

use serde_json::{Value, json};

use crate::gonghui::Desk;
use crate::places::offer;
use crate::representatives::sides;

/// A desk whose offer was received on the given day, and the talks' id.
fn offered(province: &str, received: &str) -> (Desk, Value) {
    let desk = Desk::founded(province, None);
    desk.now(&format!("{received}T10:00:00+08:00"));
    let id = desk.call("negotiation.start", json!({ "year": 2027 }));
    desk.call("negotiation.saveRepresentatives", sides(&id, 3, 0));
    desk.call("negotiation.saveOffer", offer(&id, received, Some(received)));
    (desk, id)
}

fn refusal(id: &Value, on: &str) -> Value {
    json!({
        "negotiation": id, "kind": "refused", "repliedOn": on, "repliedBy": "公司行政", "text": "生产任务重，不谈。",
    })
}

/// The duty of the remedy, when one stands.
fn remedy(desk: &Desk) -> Option<Value> {
    let today = desk.call("today.list", json!({}));
    today["duties"]
        .as_array()
        .unwrap()
        .iter()
        .find(|one| one["id"].as_str().unwrap().starts_with("remedy:"))
        .cloned()
}

fn step(desk: &Desk, id: &Value) -> Value {
    let talks = desk.call("negotiation.get", json!({ "id": id }));
    let current = talks["steps"].as_array().unwrap().iter().find(|step| step["current"] == true).cloned();
    current.expect("a running affair has a current step")
}

fn event(desk: &Desk, id: &Value, kind: &str, on: &str) {
    let args = json!({ "negotiation": id, "kind": kind, "happenedOn": on, "text": "以书面办理" });
    desk.call("negotiation.addEvent", args);
}

#[test]
fn a_refusal_leads_from_remedy_to_remedy_and_back_to_the_talks() {
    let (desk, id) = offered("36", "2026-09-24");
    desk.now("2026-10-12T15:00:00+08:00");
    assert_eq!(remedy(&desk), None, "while the reply is due there is nothing to complain of");
    desk.call("negotiation.recordReply", refusal(&id, "2026-10-12"));

    let first = remedy(&desk).expect("a refusal is a duty at once");
    assert_eq!((&first["whose"], &first["band"]), (&json!("union"), &json!("week")));
    assert_eq!(
        (&first["due"], &first["days"]),
        (&Value::Null, &Value::Null),
        "the law sets no day, none is invented"
    );
    assert!(first["title"].as_str().unwrap().contains("报告上级工会"), "{}", first["title"]);
    assert_eq!(first["rule"]["short"], "中华人民共和国工会法第二十一条");
    assert_eq!(first["rule"]["confidence"], "high");
    let origin = first["origin"].as_str().unwrap();
    for part in
        ["2026年10月12日", "拒绝协商", "江西省企业工资集体协商条例》第十九条", "责令限期改正", "没有定天数"]
    {
        assert!(origin.contains(part), "the origin says {part}: {origin}");
    }
    let rung = step(&desk, &id);
    assert_eq!((&rung["kind"], &rung["whose"]), (&json!("reply"), &json!("我办")));
    assert_eq!(rung["missing"], json!(["对方已拒绝协商：向上级工会报告"]));

    desk.now("2026-10-13T09:00:00+08:00");
    event(&desk, &id, "reported", "2026-10-13");
    let second = remedy(&desk).unwrap();
    assert!(second["title"].as_str().unwrap().contains("申请人社部门协调处理"), "{}", second["title"]);
    assert_eq!(second["rule"]["short"], "江西省企业工资集体协商条例第三十三条");
    event(&desk, &id, "applied", "2026-10-13");
    let third = remedy(&desk).unwrap();
    assert_eq!((&third["whose"], &third["button"]), (&json!("upper"), &json!("登记受理")));
    desk.now("2026-10-15T09:00:00+08:00");
    event(&desk, &id, "accepted", "2026-10-15");
    let fourth = remedy(&desk).unwrap();
    assert_eq!((&fourth["due"], &fourth["whose"]), (&json!("2026-11-14"), &json!("upper")), "thirty days");
    assert_eq!(fourth["deadline"]["rule"]["article"], "第三十四条");
    assert_eq!(step(&desk, &id)["whose"], "上级办");

    desk.now("2026-10-28T09:00:00+08:00");
    let agreed = json!({ "negotiation": id, "kind": "agreed", "repliedOn": "2026-10-28", "repliedBy": "公司行政", "text": "" });
    desk.call("negotiation.recordReply", agreed);
    assert_eq!(remedy(&desk), None, "a new answer ends it");
    assert_ne!(step(&desk, &id)["kind"], "reply");
    assert_eq!(desk.call("ledger.undo", json!({}))["label"], "登记答复");
    assert!(remedy(&desk).is_some(), "computed, never stored");
}

#[test]
fn silence_is_reported_from_the_day_after_the_term() {
    let (desk, id) = offered("36", "2026-09-24");
    desk.now("2026-10-14T23:00:00+08:00");
    assert_eq!(remedy(&desk), None, "the last day is still theirs");
    desk.now("2026-10-15T08:00:00+08:00");
    let duty = remedy(&desk).expect("the day after");
    assert!(duty["title"].as_str().unwrap().contains("催告并报告上级工会"), "{}", duty["title"]);
    assert!(duty["origin"].as_str().unwrap().contains("2026年10月15日"), "{}", duty["origin"]);
    assert_eq!(step(&desk, &id)["missing"], json!(["对方逾期未答复：向上级工会报告"]));
    let today = desk.call("today.list", json!({}));
    let theirs = today["duties"].as_array().unwrap().iter().find(|one| one["button"] == "登记答复").unwrap();
    assert_eq!(
        (&theirs["whose"], &theirs["band"]),
        (&json!("employer"), &json!("overdue")),
        "the answer stays theirs"
    );
}

#[test]
fn shanghai_and_henan_go_their_own_ways() {
    let (desk, id) = offered("31", "2026-09-24");
    desk.call("negotiation.recordReply", refusal(&id, "2026-09-24"));
    assert_eq!(
        remedy(&desk).unwrap()["rule"]["short"],
        "上海市集体合同条例第三十四条",
        "guidance comes first there"
    );
    event(&desk, &id, "reported", "2026-09-24");
    assert_eq!(remedy(&desk).unwrap()["rule"]["short"], "上海市集体合同条例第三十四条");

    let (desk, id) = offered("41", "2026-09-24");
    desk.call("negotiation.recordReply", refusal(&id, "2026-09-24"));
    event(&desk, &id, "applied", "2026-09-24");
    let begins = remedy(&desk).unwrap();
    assert_eq!(begins["deadline"]["rule"]["article"], "第三十八条", "five working days to begin: {begins}");
    assert_eq!(begins["due"], "2026-10-09", "over the holidays");
}

#[test]
fn a_promise_without_a_day_stands_in_its_own_band() {
    let (desk, id) = crate::meeting::ready();
    let mut meeting = crate::meeting::record(&desk, &id);
    meeting["undertakings"] =
        json!([{ "what": "提供分车间工资总额", "side": "employer", "owner": "罗思齐" }]);
    desk.call("negotiation.saveMeeting", meeting);
    let today = desk.call("today.list", json!({}));
    let last = today["duties"].as_array().unwrap().last().unwrap().clone();
    assert_eq!(
        (&last["band"], &last["due"], &last["whose"]),
        (&json!("noDay"), &Value::Null, &json!("employer"))
    );
    assert!(last["title"].as_str().unwrap().contains("提供分车间工资总额（罗思齐）"), "{}", last["title"]);
    assert!(last["origin"].as_str().unwrap().contains("没有定日期"), "{}", last["origin"]);
}

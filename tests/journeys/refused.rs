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

/// The duty of a rung of the refusal, when one stands.
fn rung(desk: &Desk, kind: &str) -> Option<Value> {
    let today = desk.call("today.list", json!({}));
    let all = today["duties"].as_array().unwrap();
    all.iter().find(|one| one["id"].as_str().unwrap().starts_with(&format!("{kind}:"))).cloned()
}

fn remedy(desk: &Desk) -> Option<Value> {
    rung(desk, "remedy")
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
    assert_eq!(rung(&desk, "demand"), None, "while the reply is due there is nothing to complain of");
    desk.call("negotiation.recordReply", refusal(&id, "2026-10-12"));

    let first = rung(&desk, "demand").expect("a refusal is a duty at once");
    assert_eq!(first["button"], "打开催告函");
    assert!(first["origin"].as_str().unwrap().contains("第十九条"), "{}", first["origin"]);
    assert_eq!(step(&desk, &id)["missing"], json!(["对方已拒绝协商：发出催告函"]));
    // Reminded on paper by a day that it names; the day after, the letter of reminder, sent on paper too.
    let demanded = json!({
        "negotiation": id, "kind": "reminded", "happenedOn": "2026-10-12", "text": "催告", "facts": { "untilOn": "2026-10-12" },
    });
    desk.call("negotiation.addEvent", demanded);
    let theirs = rung(&desk, "demand").unwrap();
    assert_eq!((&theirs["whose"], &theirs["due"]), (&json!("employer"), &json!("2026-10-12")));
    desk.now("2026-10-13T08:00:00+08:00");
    assert_eq!(rung(&desk, "warning").unwrap()["button"], "写提示函");
    event(&desk, &id, "warned", "2026-10-13");
    assert_eq!(rung(&desk, "warning"), None);

    let first = remedy(&desk).expect("no answer is waited for that nobody named");
    assert_eq!((&first["whose"], &first["band"]), (&json!("union"), &json!("week")));
    assert_eq!(
        (&first["due"], &first["days"]),
        (&Value::Null, &Value::Null),
        "the law sets no day, none is invented"
    );
    assert!(first["title"].as_str().unwrap().contains("报告上级工会"), "{}", first["title"]);
    assert_eq!(first["button"], "打开报告");
    assert_eq!(first["rule"]["short"], "中华人民共和国工会法第二十一条");
    assert_eq!(first["rule"]["confidence"], "high");
    let origin = first["origin"].as_str().unwrap();
    for part in
        ["2026年10月12日", "拒绝协商", "江西省企业工资集体协商条例》第十九条", "责令限期改正", "没有定天数"]
    {
        assert!(origin.contains(part), "the origin says {part}: {origin}");
    }
    let current = step(&desk, &id);
    assert_eq!((&current["kind"], &current["whose"]), (&json!("reply"), &json!("我办")));
    assert_eq!(current["missing"], json!(["对方已拒绝协商：向上级工会报告"]));

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
    assert_eq!(rung(&desk, "demand"), None, "the last day is still theirs");
    desk.now("2026-10-15T08:00:00+08:00");
    let duty = rung(&desk, "demand").expect("the day after");
    assert!(duty["title"].as_str().unwrap().contains("对方逾期未答复，发出催告函"), "{}", duty["title"]);
    assert!(duty["origin"].as_str().unwrap().contains("2026年10月15日"), "{}", duty["origin"]);
    assert_eq!(step(&desk, &id)["missing"], json!(["对方逾期未答复：发出催告函"]));
    let today = desk.call("today.list", json!({}));
    let theirs = today["duties"].as_array().unwrap().iter().find(|one| one["button"] == "登记答复").unwrap();
    assert_eq!(
        (&theirs["whose"], &theirs["band"]),
        (&json!("employer"), &json!("overdue")),
        "the answer stays theirs"
    );
    // The whole talk's time runs out while they are silent: that they talk at all comes first.
    desk.now("2026-10-14T23:00:00+08:00");
    assert_eq!(rung(&desk, "meetings").unwrap()["due"], "2026-11-23", "while the answer is due");
    desk.now("2026-11-24T08:00:00+08:00");
    assert_eq!(rung(&desk, "meetings"), None, "nothing of it is ours alone");
    assert!(rung(&desk, "demand").is_some());
}

#[test]
fn shanghai_and_henan_go_their_own_ways() {
    let (desk, id) = offered("31", "2026-09-24");
    desk.call("negotiation.recordReply", refusal(&id, "2026-09-24"));
    assert!(rung(&desk, "demand").is_some(), "reminded first everywhere");
    let warned = json!({
        "negotiation": id, "kind": "warned", "happenedOn": "2026-09-24", "text": "提示函", "facts": {},
    });
    let warned = desk.call("negotiation.addEvent", warned);
    assert_eq!(
        remedy(&desk).unwrap()["rule"]["short"],
        "上海市集体合同条例第三十四条",
        "guidance comes first there"
    );
    desk.call("negotiation.removeEvent", json!({ "id": warned }));
    assert_eq!(remedy(&desk), None, "taken back, the ladder stands where it stood");
    assert!(rung(&desk, "demand").is_some());
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

/// The clock of the whole talk of a place: when its first day came, and its last.
fn clock(desk: &Desk, id: &Value) -> (Value, Value) {
    let talks = desk.call("negotiation.get", json!({ "id": id }));
    (talks["clock"]["deadline"]["explanation"]["start"].clone(), talks["clock"]["due"].clone())
}

#[test]
fn the_clock_of_the_whole_talk_starts_where_the_place_lets_it_start() {
    // 山东: with the answer that agrees.
    let (desk, id) = offered("37", "2026-10-12");
    assert_eq!(clock(&desk, &id).0, Value::Null, "not agreed to yet");
    desk.now("2026-10-19T10:00:00+08:00");
    let agreed = json!({ "negotiation": id, "kind": "agreed", "repliedOn": "2026-10-19", "repliedBy": "公司行政", "text": "" });
    desk.call("negotiation.recordReply", agreed);
    assert_eq!(clock(&desk, &id), (json!("2026-10-19"), json!("2026-12-18")), "sixty days");
    // A flood stops it there, and only there; what both agreed on does not.
    let broken_off = |force_majeure: bool| {
        json!({
            "negotiation": id, "reason": "厂区进水", "forceMajeure": force_majeure, "fromOn": "2026-10-20",
            "resumeOn": "2026-10-30", "resumePlace": "会议室", "resumeSubject": "年度工资增长幅度", "workersAgreed": "陈望舒",
            "employerAgreed": "高子衿",
        })
    };
    desk.now("2026-10-20T10:00:00+08:00");
    let flood = desk.call("negotiation.saveSuspension", broken_off(true));
    assert_eq!(clock(&desk, &id).1, "2026-12-28");
    desk.call("negotiation.removeSuspension", json!({ "id": flood }));
    assert_eq!(clock(&desk, &id).1, "2026-12-18");
    desk.call("negotiation.saveSuspension", broken_off(false));
    let talks = desk.call("negotiation.get", json!({ "id": id }));
    assert_eq!(talks["clock"]["due"], "2026-12-18");
    assert!(
        talks["clock"]["says"].as_str().unwrap().contains("第二十八条只扣除不可抗力"),
        "{}",
        talks["clock"]
    );
    assert_eq!(desk.call("ledger.undo", json!({}))["label"], "登记中止协商");
    let kept = desk.call("negotiation.get", json!({ "id": id }));
    assert_eq!(kept["suspensions"], json!([]));

    // 江西, 河南, 湖南: with the receipt.
    for (province, due) in [("36", "2026-12-11"), ("41", "2026-12-12"), ("43", "2027-01-12")] {
        let (desk, id) = offered(province, "2026-10-12");
        let (start, last) = clock(&desk, &id);
        assert_eq!(start, "2026-10-12", "{province}");
        assert!(last.as_str().unwrap() >= due, "{province}: {last}");
    }

    // 杭州: with the sending, also before it was received. 宁波: with the first meeting, so not yet.
    for (city, start) in [("3301", json!("2026-10-12")), ("3302", Value::Null)] {
        let desk = Desk::founded("33", Some(city));
        desk.now("2026-10-12T10:00:00+08:00");
        let id = desk.call("negotiation.start", json!({ "year": 2027 }));
        desk.call("negotiation.saveRepresentatives", sides(&id, 5, 0));
        desk.call("negotiation.saveOffer", offer(&id, "2026-10-12", None));
        assert_eq!(clock(&desk, &id).0, start, "{city}");
    }
}

#[test]
fn a_suspension_longer_than_the_place_allows_is_refused_with_its_article() {
    let (desk, id) = offered("11", "2026-10-12");
    let agreed = json!({ "negotiation": id, "kind": "agreed", "repliedOn": "2026-10-12", "repliedBy": "公司行政", "text": "" });
    desk.call("negotiation.recordReply", agreed);
    let mut suspension = json!({
        "negotiation": id, "reason": "等审计报告", "fromOn": "2026-10-12", "resumeOn": "2026-12-12", "resumePlace": "会议室",
        "resumeSubject": "年度工资增长幅度", "workersAgreed": "陈望舒", "employerAgreed": "高子衿",
    });
    let refused = desk.refused("negotiation.saveSuspension", suspension.clone());
    assert_eq!(refused.rule.as_deref(), Some("北京市集体合同条例第三十七条"));
    assert_eq!(refused.field.as_deref(), Some("resumeOn"));
    assert!(refused.message.contains("2026年12月11日"), "the last day that can be: {}", refused.message);
    suspension["resumeOn"] = "2026-12-11".into();
    desk.call("negotiation.saveSuspension", suspension);
    let refused = desk.refused(
        "negotiation.addEvent",
        json!({ "negotiation": id, "kind": "suspended", "happenedOn": "2026-10-12", "text": "中止" }),
    );
    assert!(refused.message.contains("中止协商"), "one place for one fact: {}", refused.message);
}

//! What was entered wrong or never: events corrected and removed, rungs that nobody recorded, papers that say
//! what they lack, the name of the opening paper by place, a clock that is behind.

use serde_json::{Value, json};

use crate::gonghui::Desk;
use crate::meeting::{ready, record};
use crate::places::offer;
use crate::representatives::sides;

fn talks(desk: &Desk, id: &Value) -> Value {
    desk.call("negotiation.get", json!({ "id": id }))
}

#[test]
fn an_event_is_corrected_removed_and_brought_back() {
    let (desk, id) = ready();
    let add = json!({
        "negotiation": id, "kind": "filed", "happenedOn": "2026-10-19", "text": "报送市人社局",
        "lateEntry": "签字的日期还没有查到",
    });
    let event = desk.call("negotiation.addEvent", add);
    let change =
        |kind: &str, on: &str| json!({ "id": event, "kind": kind, "happenedOn": on, "text": "向总工会汇报" });
    let early = desk.refused("negotiation.changeEvent", change("noted", "2026-10-21"));
    assert_eq!(early.field.as_deref(), Some("happenedOn"), "{}", early.message);
    desk.call("negotiation.changeEvent", change("noted", "2026-10-18"));
    let kept = talks(&desk, &id)["events"].clone();
    let expected = json!([{
        "id": event, "agreement": null, "kind": "noted", "happenedOn": "2026-10-18", "text": "向总工会汇报",
        "facts": {}, "lateEntry": "签字的日期还没有查到",
    }]);
    assert_eq!(kept, expected, "the same event, as corrected");
    desk.call("negotiation.removeEvent", json!({ "id": event }));
    assert_eq!(talks(&desk, &id)["events"], json!([]));
    assert_eq!(desk.refused("negotiation.removeEvent", json!({ "id": event })).code, "not_found");
    assert_eq!(desk.refused("negotiation.changeEvent", change("noted", "2026-10-18")).code, "not_found");
    assert_eq!(desk.call("ledger.undo", json!({}))["label"], "删除经过");
    assert_eq!(desk.call("ledger.undo", json!({}))["label"], "更正经过");
    assert_eq!(talks(&desk, &id)["events"][0]["kind"], "filed", "both taken back");
}

#[test]
fn a_concluded_affair_says_which_rungs_nobody_recorded() {
    let desk = Desk::founded("36", None);
    desk.now("2026-10-20T10:00:00+08:00");
    let id = desk.call(
        "negotiation.start",
        json!({ "year": 2025, "startedOn": "2025-03-01", "lateEntry": "据纸质档案补录" }),
    );
    let event = |kind: &str, on: &str, facts: Value| json!({ "negotiation": id, "kind": kind, "happenedOn": on, "text": "据纸质档案", "facts": facts });
    let alone = desk.refused("negotiation.addEvent", event("inEffect", "2025-06-01", json!({})));
    assert!(alone.message.contains("职代会表决通过"), "an effect stands on what made it: {}", alone.message);
    let agreement = talks(&desk, &id)["agreements"][0]["id"].clone();
    let session = json!({
        "form": "congress", "name": "第二届职工代表大会第四次会议", "heldOn": "2025-05-08", "due": 44, "present": 42,
        "way": "secret", "given": 42, "returned": 42, "chair": "陈望舒", "chairPost": "工会主席", "tellers": ["艾小梅"],
        "scrutineers": ["付春生"],
    });
    let votes = json!([{ "agreement": agreement, "votesFor": 40, "votesAgainst": 1, "abstained": 1 }]);
    desk.call("negotiation.saveVote", json!({ "negotiation": id, "session": session, "votes": votes }));
    let term = json!({ "termFrom": "2025-06-01", "termTo": "2026-05-31" });
    desk.call("negotiation.addEvent", event("signed", "2025-05-10", term));
    desk.call("negotiation.addEvent", event("filed", "2025-05-12", json!({ "receiver": "县人社局" })));
    desk.call("negotiation.addEvent", event("inEffect", "2025-06-01", json!({})));
    let rungs = |what: &str| -> Vec<Value> {
        talks(&desk, &id)["steps"].as_array().unwrap().iter().map(|step| step[what].clone()).collect()
    };
    assert_eq!(
        rungs("unrecorded"),
        [true, true, true, true, true, false],
        "only what the contract came to was entered"
    );
    assert_eq!(rungs("done"), [false, false, false, false, false, true], "and nothing else is called done");
    assert_eq!(rungs("current"), [false; 6], "the affair is over all the same");
    let mut late = offer(&id, "2025-03-10", Some("2025-03-10"));
    late["lateEntry"] = "据纸质档案补录".into();
    desk.call("negotiation.saveOffer", late);
    assert_eq!(rungs("unrecorded")[2], false, "entered late, it is recorded");
    assert_eq!(desk.due(), [] as [Value; 0], "a concluded affair makes nothing due");
}

#[test]
fn papers_say_what_they_lack_before_they_are_issued() {
    let (desk, id) = ready();
    let lacks = |kind: &str| desk.paper(kind)["missing"].clone();
    assert_eq!(lacks("negotiation.offer"), json!(["协商时间", "协商地点"]), "by the article of the place");
    assert_eq!(lacks("negotiation.reply"), json!(["商定的协商时间", "商定的协商地点"]));
    assert_eq!(lacks("negotiation.representatives"), json!([]));
    let mut whole = offer(&id, "2026-09-24", Some("2026-09-24"));
    whole["topics"] = talks(&desk, &id)["topics"]
        .as_array()
        .unwrap()
        .iter()
        .map(|topic| json!({ "id": topic["id"], "title": topic["title"], "proposal": topic["proposal"] }))
        .collect();
    whole["proposedOn"] = "2026-10-20".into();
    whole["proposedPlace"] = "三楼会议室".into();
    desk.call("negotiation.saveOffer", whole);
    assert_eq!(lacks("negotiation.offer"), json!([]));

    let mut meeting = record(&desk, &id);
    meeting.as_object_mut().unwrap().remove("ends");
    let kept = desk.call("negotiation.saveMeeting", meeting.clone());
    assert_eq!(lacks("negotiation.minutes"), json!(["结束时间"]));
    let issue = json!({ "kind": "negotiation.minutes", "of": kept });
    let refusal = desk.refused("papers.issue", issue.clone());
    assert!(refusal.message.contains("结束时间"), "{}", refusal.message);
    meeting["id"] = kept;
    meeting["ends"] = "16:30".into();
    desk.call("negotiation.saveMeeting", meeting.clone());
    let before = desk.head();
    desk.call("negotiation.saveMeeting", meeting);
    assert_eq!(desk.head(), before, "saved again unchanged, it leaves no step");
    desk.call("papers.issue", issue);
}

#[test]
fn each_place_has_its_own_name_for_the_opening_paper() {
    for (province, name) in
        [("36", "协商意向书"), ("31", "集体协商建议书"), ("41", "要约书"), ("44", "要约书")]
    {
        let desk = Desk::founded(province, None);
        desk.now("2026-09-24T10:00:00+08:00");
        let id = desk.call("negotiation.start", json!({ "year": 2027 }));
        desk.call("negotiation.saveRepresentatives", sides(&id, 3, 0));
        desk.call("negotiation.saveOffer", offer(&id, "2026-09-24", Some("2026-09-24")));
        assert_eq!(talks(&desk, &id)["offerName"], name, "{province}");
        assert_eq!(desk.paper("negotiation.offer")["title"], name, "{province}: the paper has the same name");
    }
}

#[test]
fn a_clock_behind_the_last_step_is_told_with_both_times() {
    let desk = Desk::founded("36", None);
    let warning = |desk: &Desk| desk.call("today.list", json!({}))["clockWarning"].clone();
    assert_eq!(warning(&desk), Value::Null, "the moment of the step itself is right");
    desk.now("2026-09-14T23:59:00+08:00");
    let told = warning(&desk);
    let told = told.as_str().expect("a warning");
    for part in ["2026年9月14日23:59", "2026年9月15日09:00", "校准"] {
        assert!(told.contains(part), "it says {part}: {told}");
    }
    // The first step that such a clock has stamped makes it no better.
    desk.now("2026-09-10T09:00:00+08:00");
    desk.call("members.save", json!({ "name": "曹颖", "sex": "female", "form": "contract" }));
    let told = warning(&desk);
    let told = told.as_str().expect("a warning still");
    for part in ["2026年9月10日09:00", "2026年9月15日09:00", "校准"] {
        assert!(told.contains(part), "it says {part}: {told}");
    }
    desk.now("2026-09-16T09:00:00+08:00");
    assert_eq!(warning(&desk), Value::Null, "put right, there is nothing to say");
}

#[test]
fn a_clock_that_is_a_little_behind_is_not_held_against_a_day_ten_years_ahead() {
    let desk = Desk::founded("36", None);
    // Its journal keeps the day of the clock that ran ahead.
    desk.ends_hurt();
    let person = |name: &str| json!({ "name": name, "sex": "female", "form": "contract" });
    for (day, name) in [("2036-09-18", "曹颖"), ("2026-09-24", "韩冰"), ("2026-09-25", "许静")] {
        desk.now(&format!("{day}T09:00:00+08:00"));
        desk.call("members.save", person(name));
    }
    let warning = |desk: &Desk| desk.call("today.list", json!({}))["clockWarning"].clone();
    assert_eq!(warning(&desk), Value::Null, "two days against one");
    desk.now("2026-09-25T08:30:00+08:00");
    let told = warning(&desk);
    let told = told.as_str().expect("a warning");
    assert!(told.contains("最后一次记录是在2026年9月25日09:00") && !told.contains("2036"), "{told}");
    assert!(
        !told.contains("时钟慢了") && told.contains("不是现在慢了，就是那时快了"),
        "nobody knows which: {told}"
    );

    // Of a clock before the program's own time it is said which of the two is wrong, and nothing is called the last that is not.
    desk.now("2010-01-02T09:00:00+08:00");
    desk.call("members.save", person("孙丽"));
    let told = warning(&desk);
    let told = told.as_str().expect("a warning");
    assert!(told.contains("时钟慢了") && told.contains("里有一次记录是在2036年9月18日09:00"), "{told}");
    assert!(!told.contains("最后一次") && !told.contains("那时快了"), "{told}");
}

#[test]
fn a_rule_applied_by_analogy_says_so() {
    let refused = |province: &str| {
        let desk = Desk::founded(province, None);
        let id = desk.call("negotiation.start", json!({ "year": 2027 }));
        let mut save = sides(&id, 3, 0);
        save["workers"][1]["personnelManager"] = true.into();
        desk.refused("negotiation.saveRepresentatives", save).message
    };
    let national = refused("36");
    for part in ["参照国家《", "第六条", "没有明文", "上级工会"] {
        assert!(
            national.contains(part),
            "no text of the place bars them, and it says so ({part}): {national}"
        );
    }
    let henan = refused("41");
    assert!(
        !henan.contains("参照") && henan.contains("不能作职工方代表"),
        "a text of the place bars them: {henan}"
    );
}

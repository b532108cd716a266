//! The talks of a year with a platform, from the demand to the feedback, and whose day for the answer goes first. Who works there
//! stands in `workers`.

use serde_json::{Value, json};

use super::{firm, founded, is_done, is_due, print, with};
use crate::gonghui::Desk;

fn talk(desk: &Desk, id: &Value, more: Value) {
    let record = desk.call("platform.talk", json!({ "id": id }))["record"].clone();
    desk.call("platform.saveTalk", with(record, more));
}

fn meeting(talk: &Value, on: &str) -> Value {
    json!({
        "talk": talk, "heldOn": on, "place": "快蜂二楼会议室", "chair": "张敏（工会主席）", "recorder": "李强",
        "workers": ["张敏（工会主席）", "谢飞（骑手）"], "employers": ["贺远（城市经理）"],
        "positions": [
            { "topic": "orders", "workers": "并单太多", "employers": "可以降到三单", "result": "agreed", "agreed": "并单不超过三单" },
            { "topic": "hours", "workers": "连续四小时要歇", "employers": "同意", "result": "agreed" },
        ],
    })
}

#[test]
fn the_talks_of_a_year_run_from_the_demand_to_the_feedback() {
    let (desk, platform, ..) = founded(json!({}));
    let place = is_due(&desk, "2026年度劳动规则和算法协商", "union", "2026-12-31");
    assert_eq!(place["part"], "firm:talk");
    let asked = json!({ "firm": platform, "year": 2026, "askedOn": "2026-09-01", "replyBy": "2026-09-20", "workersSeats": 1 });
    let id = desk.call("platform.saveTalk", asked);
    assert_eq!(is_due(&desk, "2026年度劳动规则和算法协商", "union", "2026-12-31")["part"], "talk:meeting");
    is_due(&desk, "答复协商要求", "employer", "2026-09-20");
    let early = json!({ "agreedOn": "2026-09-10", "agreed": "并单不超过三单" });
    let record = desk.call("platform.talk", json!({ "id": id }))["record"].clone();
    let early = desk.refused("platform.saveTalk", with(record, early));
    assert_eq!((early.code.as_str(), early.field.as_deref()), ("refused", Some("agreedOn")));
    talk(&desk, &id, json!({ "repliedOn": "2026-09-08" }));
    is_done(&desk, "答复协商要求");
    let again = json!({ "firm": platform, "year": 2026, "askedOn": "2026-09-02", "replyBy": "2026-09-30" });
    let again = desk.refused("platform.saveTalk", again);
    assert_eq!(
        (again.code.as_str(), again.field.as_deref()),
        ("duplicate", Some("year")),
        "{}",
        again.message
    );

    let held = desk.call("platform.saveMeeting", meeting(&id, "2026-09-10"));
    is_done(&desk, "2026年度劳动规则和算法协商");
    let one = desk.call("platform.talk", json!({ "id": id }));
    assert_eq!(one["meetings"][0]["warnings"][0], "劳动者方出席2人，多于双方商定的代表1人，请核对。");
    let talked: Vec<_> = one["topics"].as_array().unwrap().iter().map(|topic| &topic["talked"]).collect();
    assert_eq!(
        talked,
        [&json!(true), &json!(false), &json!(true), &json!(false), &json!(false)],
        "of the five core topics"
    );

    assert_eq!(one["agreedSoFar"], "并单不超过三单", "what the meeting agreed is not typed again");
    let deferred = with(
        meeting(&id, "2026-09-12"),
        json!({ "positions": [
            { "topic": "orders", "result": "deferred" },
            { "topic": "hours", "workers": "连续四小时要歇", "result": "disputed" },
        ] }),
    );
    let deferred = desk.call("platform.saveMeeting", deferred);
    let bare = desk.refused("papers.issue", json!({ "kind": "platform.minutes", "of": deferred }));
    assert!(
        bare.message.contains("平台方意见") && bare.message.contains("“"),
        "which topic: {}",
        bare.message
    );
    assert!(!bare.message.contains("劳动者方意见"), "what was put off needs no statement: {}", bare.message);
    desk.call("platform.removeMeeting", json!({ "id": deferred }));

    let cap =
        json!({ "firm": platform, "talk": id, "kind": "continuous", "minutes": 240, "since": "2026-11-01" });
    desk.call("platform.saveCap", cap);
    let older = json!({ "firm": platform, "kind": "daily", "minutes": 720, "source": "2025年公开承诺", "since": "2025-07-01", "until": "2026-01-01" });
    desk.call("platform.saveCap", older);
    talk(
        &desk,
        &id,
        json!({ "agreedOn": "2026-09-10", "agreed": "一、并单不超过三单", "effectiveOn": "2026-10-09" }),
    );
    // Seven days before, and not on a day of the holidays.
    is_due(&desk, "公示协商结果", "employer", "2026-09-30");
    is_due(&desk, "约定反馈执行情况的日期", "union", "");
    talk(&desk, &id, json!({ "postedOn": "2026-09-15", "feedbackBy": "2027-03-31" }));
    is_done(&desk, "公示协商结果");
    is_done(&desk, "约定反馈执行情况的日期");
    is_due(&desk, "反馈协商结果的执行情况", "employer", "2027-03-31");

    let minutes = print(&desk, "platform.minutes", &held, "平台纪要.pdf");
    for words in
        ["连续接单最长时间", "4小时", "谢飞（骑手）", "并单不超过三单", "2026年9月30日", "2027年3月31日"]
    {
        assert!(minutes.contains(words), "{words}: {minutes}");
    }
    assert!(!minutes.contains("一、并单"), "a paper numbers its lines itself: {minutes}");
    assert!(!minutes.contains("12小时"), "a cap that has ended is not printed: {minutes}");
    desk.call("papers.issue", json!({ "kind": "platform.minutes", "of": held }));
    let issued = desk.refused("platform.removeTalk", json!({ "id": id }));
    assert!(issued.message.contains("工平纪〔2026〕1号"), "{issued:?}");

    desk.now("2027-03-02T09:00:00+08:00");
    talk(&desk, &id, json!({ "feedbackOn": "2027-03-01", "feedback": "执行正常" }));
    is_done(&desk, "反馈协商结果的执行情况");
    is_due(&desk, "2027年度劳动规则和算法协商", "union", "2027-12-31");
}

#[test]
fn a_place_that_sets_a_term_for_the_answer_goes_before_the_day_we_ask_for() {
    let desk = Desk::founded("15", None);
    desk.now("2026-09-15T09:00:00+08:00");
    let platform = desk.call("platform.saveFirm", firm("草原快送有限公司", json!({})));
    let asked = json!({ "firm": platform, "year": 2026, "askedOn": "2026-09-02", "replyBy": "2026-09-20" });
    desk.call("platform.saveTalk", asked);
    is_due(&desk, "答复协商要求", "employer", "2026-10-04");
}

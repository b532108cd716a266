//! The workers' congress: a term with its delegates from the election to the by-election, the printed list; a session with its notice
//! and its votes; a motion from its collection to the feedback, with its form; what goes back is kept.

use serde_json::{Value, json};

use crate::gonghui::Desk;
use crate::judges;

fn with(mut args: Value, more: Value) -> Value {
    args.as_object_mut().unwrap().extend(more.as_object().unwrap().clone());
    args
}

/// A ledger in Jiangxi on Monday 14 September 2026.
fn founded() -> Desk {
    let desk = Desk::founded("36", None);
    desk.now("2026-09-14T09:00:00+08:00");
    desk
}

fn term(desk: &Desk) -> Value {
    let term = json!({
        "name": "第三届职工代表大会", "beganOn": "2025-03-12", "years": 3, "seats": 2, "workers": 200, "womenWorkers": 60,
    });
    desk.call("congress.saveTerm", term)
}

fn delegate(term: &Value, name: &str, more: Value) -> Value {
    let plain = json!({
        "term": term, "name": name, "woman": false, "unit": "焊接车间", "rank": "front", "dispatched": false,
        "electedOn": "2025-03-05", "unitWorkers": 60, "voters": 52, "votesFor": 48,
    });
    with(plain, more)
}

fn print(desk: &Desk, kind: &str, of: &Value, name: &str) -> String {
    let to = desk.out(name);
    desk.call("papers.print", json!({ "kind": kind, "of": of, "to": to }));
    judges::well_formed(&to);
    judges::text(&to)
}

#[test]
fn a_term_is_held_against_the_rules_and_its_list_is_printed() {
    let desk = founded();
    let id = term(&desk);
    desk.call("congress.saveDelegate", delegate(&id, "王小明", json!({})));
    let two = desk
        .call("congress.saveDelegate", delegate(&id, "李芳", json!({ "woman": true, "rank": "manager" })));
    let shown = desk.call("congress.get", json!({ "id": id }));
    let lacks = shown["lacks"].to_string();
    assert!(lacks.contains("代表不少于30人"), "two seats are too few for 200 workers: {lacks}");
    assert!(lacks.contains("中、高层管理人员1人，占50%"), "{lacks}");
    let ended =
        json!({ "id": two, "woman": true, "rank": "manager", "endedOn": "2026-09-07", "endedHow": "left" });
    desk.call("congress.saveDelegate", delegate(&id, "李芳", ended));
    assert!(desk.call("congress.get", json!({ "id": id }))["lacks"].to_string().contains("由原选区补选"));
    let list = print(&desk, "congress.delegates", &id, "代表名单.pdf");
    assert!(list.contains("第三届职工代表大会代表名单") && list.contains("王小明"), "{list}");
    assert!(!list.contains("李芳"), "who ceased is on the list no more: {list}");
    desk.call("congress.removeTerm", json!({ "id": id }));
    assert_eq!(desk.call("congress.list", json!({}))["terms"], json!([]));
    desk.call("ledger.undo", json!({}));
    assert_eq!(desk.call("congress.get", json!({ "id": id }))["delegates"].as_array().unwrap().len(), 2);
}

#[test]
fn a_motion_goes_from_its_collection_to_the_feedback() {
    let desk = founded();
    let term = term(&desk);
    let plain = json!({
        "term": term, "matter": "食堂夜班供应热饭", "kind": "welfare", "proposer": "王小明", "seconders": ["李芳"],
        "reasons": "夜班只有冷食", "advice": "夜班开一个窗口", "collectedOn": "2026-09-01",
    });
    let id = desk.call("congress.saveMotion", plain.clone());
    let led = json!({
        "id": id, "review": "filed", "reviewedOn": "2026-09-02", "department": "后勤部", "handedOn": "2026-09-03",
        "dueOn": "2026-09-10",
    });
    let led = with(plain, led);
    desk.call("congress.saveMotion", led.clone());
    let page = desk.call("congress.motions", json!({ "text": "夜班" }));
    assert_eq!((&page["rows"][0]["number"], &page["late"]), (&json!("提〔2026〕1号"), &json!(1)), "{page}");
    let answered = json!({
        "answeredOn": "2026-09-11", "answer": "十月起供应", "feedback": "mostly", "feedbackOn": "2026-09-14",
    });
    desk.call("congress.saveMotion", with(led, answered));
    let shown = desk.call("congress.motion", json!({ "id": id }));
    assert_eq!((&shown["state"], &shown["next"]), (&json!("done"), &Value::Null), "{shown}");
    let paper = print(&desk, "congress.motion", &id, "提案表.pdf");
    for words in ["职工代表提案表", "提〔2026〕1号", "食堂夜班供应热饭", "后勤部", "十月起供应", "基本满意"]
    {
        assert!(paper.contains(words), "{words}: {paper}");
    }
}

#[test]
fn the_register_of_motions_is_asked_by_state_and_in_slices() {
    let desk = founded();
    let term = term(&desk);
    let filed = json!({ "review": "filed", "reviewedOn": "2026-09-02" });
    let returned =
        json!({ "review": "returned", "reviewedOn": "2026-09-02", "reviewNote": "不是本单位的事" });
    let handed = with(
        filed.clone(),
        json!({ "department": "后勤部", "handedOn": "2026-09-03", "dueOn": "2026-09-10" }),
    );
    let answered = with(handed.clone(), json!({ "answeredOn": "2026-09-11", "answer": "十月起供应" }));
    let felt = |how: &str| with(answered.clone(), json!({ "feedback": how, "feedbackOn": "2026-09-14" }));
    let all = [
        ("collected", json!({})),
        ("reviewed", filed),
        ("handed", handed),
        ("answered", answered.clone()),
        ("again", felt("unsatisfied")),
        ("done", felt("mostly")),
        ("done", returned),
    ];
    for (state, more) in &all {
        let plain = json!({
            "term": term, "matter": format!("食堂夜班供应热饭（{state}）"), "kind": "welfare", "proposer": "王小明",
            "advice": "夜班开一个窗口", "collectedOn": "2026-09-01",
        });
        desk.call("congress.saveMotion", with(plain, more.clone()));
    }
    for (state, _) in &all {
        let page = desk.call("congress.motions", json!({ "state": state }));
        let rows = page["rows"].as_array().unwrap();
        let like = all.iter().filter(|(other, _)| other == state).count();
        assert_eq!((rows.len(), &page["total"]), (like, &json!(like)), "{state}: {page}");
        assert!(rows.iter().all(|row| row["state"] == *state), "{state}: {page}");
    }
    let page = desk.call("congress.motions", json!({ "ascending": true, "limit": 2, "offset": 4 }));
    let numbers: Vec<&Value> = page["rows"].as_array().unwrap().iter().map(|row| &row["number"]).collect();
    assert_eq!(numbers, [&json!("提〔2026〕5号"), &json!("提〔2026〕6号")], "{page}");
    assert_eq!(
        (&page["total"], &page["kept"], &page["open"], &page["late"]),
        (&json!(7), &json!(7), &json!(5), &json!(1)),
        "only the answer that is awaited can be late: {page}"
    );
}

#[test]
fn a_session_is_called_held_and_its_resolutions_published() {
    let desk = founded();
    let term = term(&desk);
    let called = json!({
        "term": term, "name": "第三届职工代表大会第二次会议", "heldOn": "2026-09-14", "place": "三楼会议室", "due": 60,
        "agreedOn": "2026-09-01", "noticedOn": "2026-09-03", "papersOn": "2026-09-08",
        "matters": [{ "title": "职工奖惩办法（草案）", "kind": "pass", "secret": true }],
    });
    let why = desk.refused("congress.saveMeeting", called.clone());
    assert_eq!(why.field.as_deref(), Some("papersOn"), "six days before are too few: {}", why.message);
    let called = with(called, json!({ "papersOn": "2026-09-07" }));
    let id = desk.call("congress.saveMeeting", called.clone());
    let notice = print(&desk, "congress.notice", &id, "会议通知.pdf");
    for words in ["第三届职工代表大会第二次会议", "三楼会议室", "职工奖惩办法（草案）", "各位职工代表"]
    {
        assert!(notice.contains(words), "{words}: {notice}");
    }
    let voted = json!([{ "title": "职工奖惩办法（草案）", "kind": "pass", "secret": true, "votesFor": 31, "votesAgainst": 9 }]);
    let few = json!({ "id": id, "present": 39, "matters": voted });
    let why = desk.refused("congress.saveMeeting", with(called.clone(), few));
    assert_eq!(why.field.as_deref(), Some("present"), "39 of 60 are too few: {}", why.message);
    let held = with(called, json!({ "id": id, "present": 40, "matters": voted }));
    desk.call("congress.saveMeeting", held.clone());
    let shown = desk.call("congress.meeting", json!({ "id": id }));
    assert_eq!(shown["verdicts"][0]["passed"], true, "{shown}");
    assert_eq!(shown["todos"][0]["button"], "登记公布", "{shown}");
    desk.call("congress.saveMeeting", with(held, json!({ "publishedOn": "2026-09-14" })));
    assert_eq!(desk.call("congress.meeting", json!({ "id": id }))["todos"], json!([]));
}

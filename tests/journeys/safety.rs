//! Work safety: one hazard from the snapshot to the report, with its papers as they are handed over; what is led on paper is
//! entered afterwards with its reason; what goes back is kept; the ledger of hazards and what it shows. The papers of a period,
//! an inspection and a ledger that was led in a sheet stand beside.

mod beside;

use serde_json::{Value, json};

use crate::gonghui::Desk;
use crate::judges;

/// The smallest PNG there is: one red pixel.
const PIXEL: &str =
    "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAIAAACQd1PeAAAADElEQVR4nGP4z8AAAAMBAQDJ/pLvAAAAAElFTkSuQmCC";

fn with(mut args: Value, more: Value) -> Value {
    args.as_object_mut().unwrap().extend(more.as_object().unwrap().clone());
    args
}

/// A ledger in Jiangxi on Monday 14 September 2026.
fn founded() -> Desk {
    Desk::founded_on("2026-09-14T09:00:00+08:00", "36", None)
}

fn hazard(desk: &Desk, more: Value) -> Value {
    let plain = json!({
        "foundOn": "2026-09-14", "foundAt": "08:40", "foundHow": "snapshot", "finder": "罗秀兰", "place": "冲压车间3号冲床",
        "unit": "冲压车间", "kind": "machine", "matter": "双手按钮失灵，单手可以启动", "danger": false,
        "basis": "《中华人民共和国安全生产法》第三十六条", "grade": "general",
    });
    desk.call("safety.save", with(plain, more))
}

fn event(id: &Value, kind: &str, on: &str, more: Value) -> Value {
    with(json!({ "hazard": id, "kind": kind, "happenedOn": on, "text": "照现场的情况" }), more)
}

fn happened(desk: &Desk, id: &Value, kind: &str, on: &str, more: Value) -> Value {
    desk.call("safety.saveEvent", event(id, kind, on, more))
}

fn state(desk: &Desk, id: &Value) -> Value {
    desk.call("safety.get", json!({ "id": id }))["state"].clone()
}

fn print(desk: &Desk, kind: &str, of: &Value, name: &str) -> String {
    let to = desk.out(name);
    desk.call("papers.print", json!({ "kind": kind, "of": of, "to": to }));
    judges::well_formed(&to);
    judges::text(&to)
}

fn photo(desk: &Desk, kind: &str, id: &Value) {
    desk.call("files.add", json!({ "of": { "kind": kind, "id": id }, "pasted": PIXEL }));
}

fn five(id: &Value) -> Value {
    json!({
        "id": id, "assuredBy": "万里程", "measures": "更换双手按钮，逐台检查", "funds": "三千元", "dueOn": "2026-09-21",
        "plan": "停用期间由4号冲床代替",
    })
}

#[test]
fn a_hazard_goes_the_whole_loop_with_its_papers() {
    let desk = founded();
    let id = hazard(&desk, json!({}));
    photo(&desk, "hazard", &id);
    let proposal = json!({
        "id": id, "advice": "停用3号冲床，挂牌上锁\n更换双手按钮", "advisedBy": "2026-09-21", "contact": "张敏，0791-80000206",
    });
    desk.call("safety.saveProposal", proposal);
    let draft = print(&desk, "safety.proposal", &id, "建议书稿.pdf");
    for words in
        ["事故隐患整改建议书", "隐〔2026〕1号", "冲压车间3号冲床", "挂牌上锁", "3个工作日", "第六十条"]
    {
        assert!(draft.contains(words), "{words}: {draft}");
    }
    assert!(!draft.contains("罗秀兰"), "whoever found it is not told to the employer: {draft}");
    let number = desk.call("papers.issue", json!({ "kind": "safety.proposal", "of": id }));
    assert_eq!(number, "工安建〔2026〕1号");
    let kept = desk.refused("safety.remove", json!({ "id": id }));
    assert!(kept.message.contains("建议书"), "an issued paper holds its hazard: {}", kept.message);
    let paper = desk.call("outgoing.list", json!({ "kind": "safety.proposal" }))["rows"][0]["id"].clone();
    let sent = json!({
        "paper": paper, "receiver": "赣江机械有限公司", "manner": "handed", "sentOn": "2026-09-14", "signedBy": "万里程",
        "signedOn": "2026-09-14",
    });
    desk.call("outgoing.saveSending", sent);
    let shown = desk.call("safety.get", json!({ "id": id }));
    assert_eq!(
        (&shown["state"], &shown["proposed"]["receivedOn"]),
        (&json!("proposed"), &json!("2026-09-14"))
    );
    assert_eq!(shown["todos"][0]["due"], "2026-09-17", "three working days, as the union suggests");
    assert_eq!(desk.call("safety.list", json!({ "which": "unanswered" }))["total"], 1);

    desk.now("2026-09-21T09:00:00+08:00");
    happened(&desk, &id, "replied", "2026-09-18", json!({ "answer": "agreed" }));
    let answered = desk.call("safety.get", json!({ "id": id }))["events"][0].clone();
    assert_eq!((&answered["late"], &answered["dueOn"]), (&json!(true), &json!("2026-09-17")), "a day late");
    desk.call("safety.saveAssurances", with(five(&id), json!({ "plan": null, "funds": null })));
    let lacking = desk.call("safety.get", json!({ "id": id }))["lacking"].clone();
    assert_eq!(lacking, json!(["资金", "预案"]), "what of the five is missing");
    desk.call("safety.saveAssurances", five(&id));
    assert_eq!(state(&desk, &id), "rectifying");

    desk.now("2026-09-22T09:00:00+08:00");
    assert_eq!(desk.call("safety.list", json!({ "which": "late" }))["total"], 1, "the day after its day");
    happened(
        &desk,
        &id,
        "extended",
        "2026-09-22",
        json!({ "untilOn": "2026-09-25", "text": "备件未到，工会同意" }),
    );
    assert_eq!(desk.call("safety.list", json!({ "which": "late" }))["total"], 0);
    let moved = desk.refused("safety.saveAssurances", with(five(&id), json!({ "dueOn": "2026-09-30" })));
    assert_eq!(moved.field.as_deref(), Some("dueOn"), "the first day stays as it was given");
    let done = happened(&desk, &id, "rectified", "2026-09-22", json!({ "text": "换了双手按钮，试车正常" }));
    photo(&desk, "hazardEvent", &done);
    let own =
        desk.refused("safety.saveEvent", event(&id, "passed", "2026-09-22", json!({ "who": "万里程" })));
    assert_eq!(own.field.as_deref(), Some("who"), "whoever answers for it does not check it");
    let failed = json!({ "who": "吴刚", "untilOn": "2026-09-24", "text": "左按钮仍然失灵" });
    happened(&desk, &id, "failed", "2026-09-22", failed);
    assert_eq!(state(&desk, &id), "rectifying", "it goes back, and the check that failed is kept");
    happened(&desk, &id, "rectified", "2026-09-22", json!({}));
    happened(&desk, &id, "passed", "2026-09-22", json!({ "who": "吴刚" }));
    happened(&desk, &id, "closed", "2026-09-22", json!({}));
    happened(&desk, &id, "posted", "2026-09-22", json!({ "who": "冲压车间公示栏" }));
    assert_eq!(state(&desk, &id), "done");
    assert!(desk.due().iter().all(|duty| duty["module"] != "safety"), "nothing is due any more");

    let sheet = print(&desk, "safety.sheet", &id, "登记表.pdf");
    for words in [
        "事故隐患登记表",
        "罗秀兰",
        "后定为2026年9月24日",
        "验收不合格",
        "工安建〔2026〕1号",
        "整改前",
        "整改后",
    ] {
        assert!(sheet.contains(words), "{words}: {sheet}");
    }
    let never = desk.refused("papers.issue", json!({ "kind": "safety.sheet", "of": id }));
    assert!(never.message.contains("直接打印"), "{}", never.message);
    let life = desk.call("history.of", json!({ "table": "hazard", "id": id })).to_string();
    assert!(life.contains("验收不合格") && life.contains("双手按钮失灵"), "{life}");
    desk.call("ledger.undo", json!({}));
    assert_eq!(state(&desk, &id), "closed");
    desk.head();
}

#[test]
fn what_was_led_on_paper_is_entered_afterwards_with_its_reason() {
    let desk = founded();
    let bare = hazard(&desk, json!({ "foundOn": "2026-08-03", "lateEntry": "八月在纸上登记" }));
    let refused = desk
        .refused("safety.saveEvent", event(&bare, "replied", "2026-08-10", json!({ "answer": "agreed" })));
    assert_eq!(refused.field.as_deref(), Some("lateEntry"), "{}", refused.message);
    assert!(refused.message.contains("整改建议书还没有送达"), "which step is missing: {}", refused.message);
    let late = json!({ "who": "万里程", "lateEntry": "建议书是纸质的" });
    happened(&desk, &bare, "proposed", "2026-08-05", late);
    happened(&desk, &bare, "replied", "2026-08-10", json!({ "answer": "agreed" }));
    happened(&desk, &bare, "rectified", "2026-08-12", json!({}));
    happened(&desk, &bare, "passed", "2026-08-13", json!({ "who": "吴刚" }));
    happened(&desk, &bare, "closed", "2026-08-13", json!({}));
    let early =
        desk.refused("safety.saveEvent", event(&bare, "posted", "2026-08-01", json!({ "who": "公示栏" })));
    assert_eq!(early.field.as_deref(), Some("happenedOn"), "before it was found");
    assert_eq!(state(&desk, &bare), "closed");
    let back = json!({ "untilOn": "2026-09-20", "text": "按钮又失灵" });
    happened(&desk, &bare, "reopened", "2026-09-14", back);
    assert_eq!(state(&desk, &bare), "rectifying", "a closed one goes back with its reason");
    let last =
        desk.call("safety.get", json!({ "id": bare }))["events"].as_array().unwrap().last().unwrap()["id"]
            .clone();
    let first = desk.call("safety.get", json!({ "id": bare }))["events"][0]["id"].clone();
    assert!(desk.refused("safety.removeEvent", json!({ "id": first })).message.contains("最后一条"));
    desk.call("safety.removeEvent", json!({ "id": last }));
    assert_eq!(state(&desk, &bare), "closed");
    let sheet = print(&desk, "safety.sheet", &bare, "补录.pdf");
    assert!(sheet.contains("八月在纸上登记") && sheet.contains("没有登记的步骤：五落实"), "{sheet}");

    // What was removed lies in the trash, and comes back as it went while nothing was registered since.
    let trash = desk.call("trash.list", json!({}));
    assert_eq!((&trash[0]["kind"], &trash[0]["id"]), (&json!("hazardEvent"), &last), "{trash}");
    assert!(trash[0]["title"].as_str().unwrap().contains("退回重新整改"), "{trash}");
    let back = json!({ "kind": "hazardEvent", "id": last });
    desk.call("trash.restore", back.clone());
    assert_eq!(state(&desk, &bare), "rectifying");
    desk.call("safety.removeEvent", json!({ "id": last }));
    happened(&desk, &bare, "posted", "2026-09-14", json!({ "who": "公示栏" }));
    let since = desk.refused("trash.restore", back);
    assert!(since.message.contains("又登记了别的"), "{}", since.message);
}

#[test]
fn lives_in_danger_are_handed_a_paper_to_the_minute() {
    let desk = founded();
    let danger = json!({
        "grade": "major", "danger": true, "place": "熔炼车间2号炉", "matter": "炉衬烧穿，铁水外漏", "foundAt": null,
    });
    let mut lacks = json!({
        "foundOn": "2026-09-14", "foundHow": "report", "kind": "machine", "basis": null, "evacuees": null,
    });
    lacks = with(lacks, danger.clone());
    assert_eq!(desk.refused("safety.save", lacks).field.as_deref(), Some("evacuees"));
    let id = hazard(&desk, with(danger, json!({ "evacuees": "熔炼平台上的全部人员" })));
    let incomplete = desk.refused("papers.issue", json!({ "kind": "safety.evacuation", "of": id }));
    assert!(incomplete.message.contains("发现的时间（到分）"), "{}", incomplete.message);
    let record = desk.call("safety.get", json!({ "id": id }))["record"].clone();
    desk.call("safety.save", with(record, json!({ "foundAt": "14:05" })));
    let due = desk.due();
    let leave =
        due.iter().find(|duty| duty["id"].as_str().is_some_and(|id| id.ends_with(":evacuate"))).unwrap();
    assert_eq!(leave["place"]["id"], format!("safety.evacuation@{}", id.as_str().unwrap()));
    desk.call("papers.issue", json!({ "kind": "safety.evacuation", "of": id }));
    let paper = print(&desk, "safety.evacuation", &id, "撤离.pdf");
    for words in ["撤离建议书", "14时05分", "熔炼平台上的全部人员", "收到的时间", "处理决定", "扣发工资"]
    {
        assert!(paper.contains(words), "{words}: {paper}");
    }
    let page = desk.call("safety.list", json!({ "which": "major" }));
    assert_eq!((&page["total"], &page["rows"][0]["danger"]), (&json!(1), &json!(true)));
}

#[test]
fn the_ledger_of_hazards_filters_sorts_finds_and_goes_out() {
    let desk = founded();
    let press = hazard(&desk, json!({}));
    let wire = hazard(&desk, json!({ "kind": "electric", "matter": "配电箱门缺失", "place": "装配车间" }));
    photo(&desk, "hazard", &wire);
    desk.call("safety.saveAssurances", five(&press));
    let page = desk.call("safety.list", json!({}));
    assert_eq!((&page["kept"], &page["open"], &page["years"]), (&json!(2), &json!(2), &json!([2026])));
    assert_eq!(page["rows"][0]["id"], wire, "the newest first");
    assert_eq!(page["rows"][0]["photos"], 1, "the mark of a photo");
    assert_eq!(page["places"], json!(["冲压车间3号冲床", "装配车间"]));
    let by_day = desk.call("safety.list", json!({ "order": "due", "descending": false }));
    assert_eq!(by_day["rows"][0]["id"], press, "what has a day stands before what has none");
    assert_eq!(desk.call("safety.list", json!({ "kind": "electric" }))["total"], 1);
    assert_eq!(desk.call("safety.list", json!({ "text": "配电箱" }))["rows"][0]["id"], wire);
    let found = desk.call("search.all", json!({ "text": "配电箱" }));
    assert_eq!((&found[0]["kind"], &found[0]["place"]["page"]), (&json!("hazard"), &json!("safety")));
    assert_eq!(
        desk.call("search.all", json!({ "text": "罗秀兰" })),
        json!([]),
        "who found one is in no index"
    );
    let file = desk.out("台账.xlsx");
    assert_eq!(desk.call("safety.export", json!({ "query": {}, "to": file }))["rows"], 2);
    desk.call("safety.remove", json!({ "id": wire }));
    assert_eq!(desk.call("search.all", json!({ "text": "配电箱" })), json!([]));
    desk.call("trash.restore", json!({ "kind": "hazard", "id": wire }));
    assert_eq!(desk.call("safety.list", json!({}))["total"], 2);
}

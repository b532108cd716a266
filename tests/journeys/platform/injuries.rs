//! Protection from occupational injury: which platforms take part, and help after an accident to the conclusion. Who works there
//! stands in `workers`.

use serde_json::{Value, json};

use super::{founded, is_done, is_due, print, with};

#[test]
fn a_platform_of_the_three_trades_is_to_take_part_in_injury_protection() {
    let (desk, platform, ..) = founded(json!({ "injury": "unknown", "injurySince": null }));
    is_due(&desk, "问清职业伤害保障", "union", "");
    let record = desk.call("platform.firm", json!({ "id": platform }))["record"].clone();
    desk.call("platform.saveFirm", with(record.clone(), json!({ "injury": "notCovered" })));
    is_done(&desk, "问清职业伤害保障");
    is_due(&desk, "参加职业伤害保障", "employer", "");
    desk.call("platform.saveFirm", with(record, json!({ "injury": "covered", "injurySince": "2026-07-01" })));
    is_done(&desk, "参加职业伤害保障");
}

#[test]
fn a_worker_who_was_hurt_is_helped_to_the_conclusion_without_a_verdict_of_ours() {
    let (desk, _, person, work) = founded(json!({}));
    desk.now("2026-10-08T09:00:00+08:00");
    let help = json!({
        "work": work, "accidentOn": "2026-10-03", "orderNumber": "KF20261003118822", "place": "丰和大道路口",
        "asked": "送餐途中被车撞倒，平台让自己垫付", "askedOn": "2026-10-08", "papers": ["confirm"],
    });
    let id = desk.call("platform.saveHelp", help);
    is_due(&desk, "向平台报告事故（伤〔2026〕1号", "union", "");
    let place = is_due(&desk, "平台没有申请的，帮本人申请", "union", "2027-01-02"); // the ninetieth day is New Year
    assert_eq!(place["page"], "papers");
    let covered = desk
        .refused("papers.print", json!({ "kind": "platform.help", "of": id, "to": desk.out("说明.pdf") }));
    assert_eq!((covered.code.as_str(), covered.field.as_deref()), ("covered", Some("health")), "{covered:?}");
    let sheet = print(&desk, "platform.help", &id, "办理说明.pdf");
    assert!(
        sheet.contains("139****9101") && !sheet.contains("13900009101"),
        "carried about, so masked: {sheet}"
    );
    assert!(sheet.contains("由经办机构依法作出结论") && sheet.contains("KF20261003118822"), "{sheet}");
    let unbroken: String = sheet.split_whitespace().collect();
    assert!(unbroken.contains("还没有登记向平台报告事故的日期。"), "a full stop before the note: {sheet}");
    let never = desk.refused("papers.issue", json!({ "kind": "platform.help", "of": id }));
    assert_eq!(never.code, "refused");

    let change = |more: Value| {
        let record = desk.call("platform.help", json!({ "id": id }))["record"].clone();
        desk.call("platform.saveHelp", with(record, more));
    };
    change(json!({ "reportedOn": "2026-10-08", "papers": ["confirm", "advance"] }));
    is_done(&desk, "向平台报告事故");
    is_due(&desk, "平台申请职业伤害确认", "employer", "2026-11-07");
    let shown = desk.call("platform.help", json!({ "id": id }));
    assert_eq!(shown["limits"][0]["deadline"]["rule"]["confidence"], "low", "second-hand, and said so");
    assert!(shown["limits"][0]["deadline"]["explanation"]["sentence"].as_str().unwrap().contains("30"));
    let line = desk.call("platform.helps", json!({}))[0].clone();
    assert_eq!((&line["number"], &line["papers"]), (&json!("伤〔2026〕1号"), &json!([2, 7])));

    desk.now("2026-10-21T09:00:00+08:00");
    change(json!({ "appliedOn": "2026-10-20" }));
    is_done(&desk, "申请职业伤害确认");
    is_done(&desk, "帮本人申请");
    is_due(&desk, "经办机构受理申请", "upper", "");
    change(json!({ "acceptedOn": "2026-10-21" }));
    is_done(&desk, "经办机构受理申请");
    is_due(&desk, "经办机构作出确认结论", "upper", "2026-12-02");
    desk.now("2026-12-01T09:00:00+08:00");
    change(json!({ "concludedOn": "2026-11-30", "outcome": "confirmed", "result": "按伤残待遇办理" }));
    is_done(&desk, "伤〔2026〕1号");

    // What happened to a body is told in no history to one who has not revealed it.
    let life = desk.call("history.of", json!({ "table": "injury_help", "id": id })).to_string();
    assert!(!life.contains("送餐途中") && life.contains("垫付情况说明"), "{life}");
    let _ = person;
}

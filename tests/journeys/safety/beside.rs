//! What stands beside single hazards: the papers of a period and the report to the congress, an inspection and what it found, a
//! ledger that was led in a sheet.

use serde_json::json;

use super::{five, founded, happened, hazard, print, with};

#[test]
fn the_ledger_prints_a_period_the_notice_names_nobody_and_the_congress_hears_the_year() {
    let desk = founded();
    desk.call("safety.save", json!({
        "foundOn": "2026-03-02", "foundHow": "snapshot", "finder": "罗秀兰", "place": "装配车间", "unit": "装配车间", "kind": "electric",
        "matter": "配电箱门缺失", "danger": false, "grade": "general", "lateEntry": "三月在纸上登记",
    }));
    let press = hazard(&desk, json!({}));
    desk.call("safety.saveAssurances", five(&press));
    happened(&desk, &press, "rectified", "2026-09-14", json!({}));
    happened(&desk, &press, "passed", "2026-09-14", json!({ "who": "吴刚" }));
    happened(&desk, &press, "closed", "2026-09-14", json!({}));
    let furnace = json!({
        "grade": "major", "place": "熔炼车间2号炉", "unit": "熔炼车间", "matter": "炉衬烧穿，铁水外漏",
    });
    hazard(&desk, furnace);

    let figures = desk.call("safety.figures", json!({ "period": "2026" }));
    let value = |name: &str| {
        let all = figures["figures"].as_array().unwrap();
        all.iter().find(|one| one["name"] == name).unwrap_or_else(|| panic!("{name}: {figures}")).clone()
    };
    assert_eq!((&value("发现隐患")["value"], &value("已销号")["value"]), (&json!("3件"), &json!("1件")));
    assert_eq!(value("销号率")["value"], "33.3%");
    let answered = value("建议书答复率");
    assert_eq!(answered["value"], "—", "no proposal went out");
    assert!(answered["note"].as_str().unwrap().contains("没有送达建议书"), "with its reason: {answered}");
    assert_eq!(figures["periods"], json!(["2026", "2026-Q3", "2026-Q1"]));
    let quarter = desk.call("safety.figures", json!({ "period": "2026-Q3" }));
    assert_eq!(
        (&quarter["words"], &quarter["figures"][1]["value"]),
        (&json!("2026年第三季度"), &json!("2件"))
    );
    assert_eq!(
        desk.refused("safety.figures", json!({ "period": "2026-Q9" })).field.as_deref(),
        Some("period")
    );

    let ledger = print(&desk, "safety.ledger", &json!("2026-Q3"), "台账.pdf");
    for words in ["2026年第三季度事故隐患台账", "隐〔2026〕2号", "吴刚", "共2件，已销号1件"]
    {
        assert!(ledger.contains(words), "{words}: {ledger}");
    }
    let notice = print(&desk, "safety.notice", &json!("2026-Q3"), "公示.pdf");
    for words in
        ["事故隐患排查治理情况公示", "冲压车间3号冲床", "熔炼车间2号炉", "配电箱门缺失", "第四十一条"]
    {
        assert!(notice.contains(words), "{words}: {notice}");
    }
    for name in ["罗秀兰", "万里程", "吴刚"] {
        assert!(!notice.contains(name), "the notice names nobody: {notice}");
    }
    let bare = desk.refused("papers.issue", json!({ "kind": "safety.report", "of": "2026" }));
    assert!(bare.message.contains("存在的问题"), "{}", bare.message);
    let words =
        json!({ "year": 2026, "training": "全员培训2次", "problems": "备件不足", "plans": "冲床每月必查" });
    desk.call("safety.saveReport", words);
    let report = print(&desk, "safety.report", &json!("2026"), "安全报告.pdf");
    for words in [
        "安全生产监督情况的报告",
        "职工代表大会",
        "33.3%",
        "没有送达建议书",
        "熔炼车间2号炉",
        "没有登记",
        "冲床每月必查",
    ] {
        assert!(report.contains(words), "{words}: {report}");
    }
    let number = desk.call("papers.issue", json!({ "kind": "safety.report", "of": "2026" }));
    assert_eq!(number, "工安报〔2026〕1号");
}

#[test]
fn an_inspection_registers_what_it_found_in_one_act() {
    let desk = founded();
    let visit = json!({
        "visitedOn": "2026-09-14", "topic": "冲压设备安全装置", "places": ["冲压车间", "模具库"], "people": ["张敏", "罗秀兰"],
        "accompanied": ["万里程"],
        "items": [
            { "item": "双手按钮有没有失灵", "result": "wrong", "note": "3号冲床" },
            { "item": "通道有没有被占用", "result": "right" },
        ],
    });
    let found = |matter: &str| json!({ "matter": matter, "place": "冲压车间3号冲床", "kind": "machine", "grade": "general" });
    let wrong = json!({ "hazards": [found("双手按钮失灵"), found(" ")] });
    let wrong = desk.refused("safety.saveVisit", with(visit.clone(), wrong));
    assert_eq!(wrong.field.as_deref(), Some("hazards.1.matter"));
    assert_eq!(desk.call("safety.visits", json!({}))["kept"], 0, "all of it or nothing");
    let both = json!({ "hazards": [found("双手按钮失灵"), found("光电保护被屏蔽")] });
    let id = desk.call("safety.saveVisit", with(visit.clone(), both));
    let shown = desk.call("safety.visit", json!({ "id": id }));
    assert_eq!(
        (&shown["number"], shown["found"].as_array().map(Vec::len)),
        (&json!("检〔2026〕1号"), Some(2))
    );
    let hazard = desk.call("safety.get", json!({ "id": shown["found"][0]["id"] }));
    assert_eq!(
        (&hazard["record"]["foundHow"], &hazard["record"]["finder"]),
        (&json!("inspection"), &json!("张敏、罗秀兰"))
    );
    assert_eq!(hazard["visit"], json!({ "id": id, "number": "检〔2026〕1号" }), "each leads to the other");
    // What is saved again without new hazards registers none, and the checklist is not written anew.
    desk.call("safety.saveVisit", with(shown["record"].clone(), json!({ "summary": "抽查冲床8台" })));
    assert_eq!(desk.call("safety.list", json!({}))["kept"], 2);
    let page = desk.call("safety.visits", json!({ "text": "安全装置" }));
    assert_eq!((&page["rows"][0]["found"], &page["rows"][0]["closed"]), (&json!(2), &json!(0)));
    assert_eq!(page["items"], json!(["双手按钮有没有失灵", "通道有没有被占用"]));
    let found = desk.call("search.all", json!({ "text": "安全装置" }));
    assert_eq!(
        (&found[0]["kind"], &found[0]["place"]["page"]),
        (&json!("safetyVisit"), &json!("safetyVisits"))
    );
    let paper = print(&desk, "safety.visit", &id, "检查记录.pdf");
    for words in
        ["劳动保护监督检查记录", "模具库", "有问题", "隐〔2026〕1号", "光电保护被屏蔽", "检查人（签字）"]
    {
        assert!(paper.contains(words), "{words}: {paper}");
    }
    assert_eq!(desk.call("safety.figures", json!({ "period": "2026" }))["figures"][0]["value"], "1次");
    let year = desk.call("report.year", json!({ "year": 2026 }));
    let table = year["tables"].as_array().unwrap().iter().find(|table| table["id"] == "safety").unwrap();
    let now: Vec<_> =
        table["figures"].as_array().unwrap().iter().map(|figure| figure["now"]["count"].clone()).collect();
    assert_eq!(
        now,
        [json!(1), json!(2), json!(0), json!(0), json!(0)],
        "visits, found, major, proposals, closed"
    );
    desk.call("safety.removeVisit", json!({ "id": id }));
    assert_eq!(desk.call("safety.list", json!({}))["kept"], 2, "what was found goes its own way");
    desk.call("trash.restore", json!({ "kind": "safetyVisit", "id": id }));
    assert_eq!(desk.call("safety.visit", json!({ "id": id }))["found"].as_array().map(Vec::len), Some(2));
    desk.head();
}

#[test]
fn a_ledger_that_was_led_in_a_sheet_is_taken_over_with_its_traps() {
    let desk = founded();
    let file = desk.out("隐患台账.csv");
    let rows = [
        "日期,部门/区域,隐患描述,类别,等级,责任人,措施,资金,期限,完成日,验收人,状态",
        "2026-03-02,装配车间,配电箱门缺失,电气,一般,万里程,补装箱门,500,2026-03-10,2026-03-08,吴刚,√",
        "2026-03-02,装配车间,1、插座烧焦 2、电线拖地,电气,一般,万里程,更换,,立即,,,已整改",
        "2026-03-05,喷涂车间,灭火器过期,消防,重大隐患,何平,更换,,2026-03-15,2026-03-12,何平,已整改",
        ",喷涂车间,通道堵塞,现场,一般,何平,清理,,尽快,,,整改中",
    ];
    std::fs::write(&file, rows.join("\n") + "\n").unwrap();
    let seen = desk.call("safety.readLedger", json!({ "file": file }));
    assert_eq!((&seen["fits"], &seen["held"], &seen["wrong"]), (&json!(4), &json!(0), &json!(1)), "{seen}");
    let row = |matter: &str| {
        let all = seen["rows"].as_array().unwrap();
        all.iter().find(|one| one["matter"] == matter).unwrap_or_else(|| panic!("{matter}: {seen}")).clone()
    };
    assert_eq!(
        (&row("配电箱门缺失")["state"], &row("配电箱门缺失")["kind"]),
        (&json!("已销号"), &json!("electric"))
    );
    assert_eq!(row("插座烧焦")["row"], row("电线拖地")["row"], "two in one cell are two");
    assert!(
        row("插座烧焦")["note"].as_str().unwrap().contains("没有能用的完成日期"),
        "a word alone closes nothing"
    );
    let own = row("灭火器过期");
    assert_eq!((&own["state"], &own["grade"]), (&json!("待验收"), &json!("major")));
    assert!(own["note"].as_str().unwrap().contains("由别人复查"), "{own}");
    assert!(row("通道堵塞")["wrong"].as_str().unwrap().contains("没有发现日期"));
    let changed = json!({ "file": file, "sha256": "ab12" });
    assert_eq!(desk.refused("safety.importLedger", changed).code, "changed");
    let taken = desk.call("safety.importLedger", json!({ "file": file, "sha256": seen["sha256"] }));
    assert_eq!(taken, json!({ "added": 4, "held": 0, "wrong": 1 }));
    let page = desk.call("safety.list", json!({}));
    assert_eq!((&page["kept"], &page["open"]), (&json!(4), &json!(3)), "one of them is closed");
    let closed = desk.call("safety.list", json!({ "which": "closed" }))["rows"][0]["id"].clone();
    let closed = desk.call("safety.get", json!({ "id": closed }));
    assert_eq!(closed["record"]["lateEntry"], "从隐患台账第2行导入");
    assert_eq!(closed["assurances"]["funds"], "500.00元");
    let again = desk.refused("safety.importLedger", json!({ "file": file }));
    assert_eq!(again.code, "nothing_new", "what stands is not registered twice");
    desk.call("ledger.undo", json!({}));
    assert_eq!(desk.call("safety.list", json!({}))["kept"], 0, "taken over in one step, and back in one");
}

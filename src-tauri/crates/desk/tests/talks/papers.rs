//! What the papers of talks say of days and facts: each is dated when it goes out, and tells what happened and not what nobody said.

use serde_json::{Value, json};

use super::{agreed, agreement, answered, concluded, event, fill_head, meeting, passed};
use crate::duties::story::Story;

#[test]
fn the_call_to_the_first_meeting_is_of_its_own_day_and_names_the_answer_that_agreed() {
    let story = Story::begin("36", &[]);
    let id = answered(&story, &["wage"]);
    story.on("2026-06-12");
    let text = story.text("negotiation.meetingNotice", &id);
    for words in ["按照贵方2026年6月10日答复中的约定", "2026年6月20日＿＿＿时", "2026年6月12日"]
    {
        assert!(text.contains(words), "{words}: {text}");
    }
    assert!(!text.contains("2026年6月2日"), "the day of the offer is none of it: {text}");
    story.on("2026-06-21");
    let late = story.text("negotiation.meetingNotice", &id);
    assert!(!late.contains("2026年6月21日"), "nobody is called after the meeting: {late}");
    // Of the second round it is the first that agreed.
    let mut disputed = meeting(&story, &id, "2026-06-20");
    disputed["topics"][0]["result"] = json!("disputed");
    disputed["nextOn"] = json!("2026-06-30");
    disputed["nextPlace"] = json!("三楼会议室");
    story.call("negotiation.saveMeeting", disputed);
    story.on("2026-06-25");
    let text = story.text("negotiation.meetingNotice", &id);
    for words in ["按照第一轮会议的约定", "2026年6月30日", "2026年6月25日"] {
        assert!(text.contains(words), "{words}: {text}");
    }
}

#[test]
fn an_application_whose_department_nobody_knows_leaves_lines_to_write_on_and_is_issued() {
    let story = Story::begin("36", &[]);
    let id = answered(&story, &["wage"]);
    story.on("2026-06-20");
    let mut disputed = meeting(&story, &id, "2026-06-20");
    disputed["topics"][0]["result"] = json!("disputed");
    story.call("negotiation.saveMeeting", disputed);
    let missing = || {
        let all = story.call("papers.list", json!({}));
        let lines = all.as_array().unwrap();
        let line = lines.iter().find(|one| one["kind"] == "negotiation.coordination").unwrap();
        line["missing"].to_string()
    };
    let under = |upper: &str| {
        let mut record = story.call("union.get", json!({}))["details"].clone();
        record["upperUnion"] = json!(upper);
        story.call("union.save", record);
    };
    for upper in [None, Some("县总工会"), Some("江西省机械冶金建材工会")] {
        if let Some(upper) = upper {
            under(upper);
        }
        assert_eq!(missing(), "[]", "{upper:?}");
        let text = story.text("negotiation.coordination", &id);
        assert!(
            text.contains("＿＿人力资源和社会保障局") && !text.contains("江西省人力"),
            "{upper:?}: {text}"
        );
        assert!(text.contains("地址、电话＿＿") && !text.contains("—，—"), "{upper:?}: {text}");
        assert!(!text.contains("草稿"), "{upper:?}: {text}");
    }
    under("云岭县总工会");
    let text = story.text("negotiation.coordination", &id);
    assert!(text.contains("云岭县人力资源和社会保障局"), "{text}");
    under("县总工会");
    story.call("papers.issue", json!({ "kind": "negotiation.coordination", "of": id }));
}

#[test]
fn above_a_park_a_trade_or_a_group_the_city_s_department_is_not_guessed() {
    let story = Story::begin("3601", &[]);
    let id = answered(&story, &["wage"]);
    story.on("2026-06-20");
    let mut disputed = meeting(&story, &id, "2026-06-20");
    disputed["topics"][0]["result"] = json!("disputed");
    story.call("negotiation.saveMeeting", disputed);
    let under = |upper: &str| {
        let mut record = story.call("union.get", json!({}))["details"].clone();
        record["upperUnion"] = json!(upper);
        story.call("union.save", record);
        story.text("negotiation.coordination", &id)
    };
    for upper in ["南昌经开区总工会", "庐山风景名胜区总工会", "江西省机械工会", "赣江重工集团工会"]
    {
        let text = under(upper);
        assert!(text.contains("＿＿人力资源和社会保障局"), "{upper}: {text}");
        assert!(!text.contains("南昌市人力资源") && !text.contains("区人力资源"), "{upper}: {text}");
    }
    let text = under("南昌市总工会");
    assert!(text.contains("南昌市人力资源和社会保障局"), "{text}");
}

#[test]
fn the_notice_of_publication_is_issued_before_it_is_put_up() {
    let story = Story::begin("36", &[]);
    let id = agreed(&story, &["wage"]);
    let wage = agreement(&story, &id, "wage")["id"].clone();
    concluded(&story, &id, &wage);
    story.on("2026-07-19");
    let text = story.text("negotiation.publication", &wage);
    assert!(text.contains("合同全文公布于＿＿") && text.contains("2026年7月19日"), "{text}");
    assert!(!text.contains("草稿"), "{text}");
    story.call("papers.issue", json!({ "kind": "negotiation.publication", "of": wage }));
    event(&story, &id, &wage, "published", "2026-07-20", json!({ "receiver": "公告栏、内网" }));
    let text = story.text("negotiation.publication", &wage);
    assert!(text.contains("合同全文公布于公告栏、内网") && text.contains("2026年7月20日"), "{text}");
}

#[test]
fn the_application_for_coordination_is_filled_before_it_is_handed_in() {
    let story = Story::begin("3601", &[]);
    let mut record = story.call("union.get", json!({}))["details"].clone();
    record["office"] = json!("办公楼二楼206室");
    record["phone"] = json!("0791-80000206");
    story.call("union.save", record);
    let id = answered(&story, &["wage"]);
    story.on("2026-06-20");
    let mut disputed = meeting(&story, &id, "2026-06-20");
    disputed["topics"][0]["result"] = json!("disputed");
    let met = story.call("negotiation.saveMeeting", disputed);
    let wage = agreement(&story, &id, "wage")["id"].clone();
    story.call("contract.start", json!({ "agreement": wage }));
    let address =
        json!({ "agreement": wage, "name": "企业地址和电话", "value": "南昌县银三角路8号，0791-80000100" });
    story.call("contract.fill", address);
    story.call("negotiation.saveSuspension", json!({
        "negotiation": id, "meeting": met, "reason": "等上年度的审计报告", "fromOn": "2026-06-20", "resumeOn": "2026-07-13",
        "resumePlace": "三楼会议室", "resumeSubject": "年度工资增长幅度", "workersAgreed": "陈望舒", "employerAgreed": "高子衿",
    }));
    story.on("2026-06-22");
    let of = id.as_str().unwrap();
    let lines = [
        "南昌市人力资源和社会保障局",
        "办公楼二楼206室，0791-80000206",
        "南昌县银三角路8号，0791-80000100",
        "同意协商",
        "陈望舒（工会主席）",
        "第1轮协商会议，1项议题没有达成一致",
        "双方商定中止协商（等上年度的审计报告），约定2026年7月13日继续",
        "2026年6月22日",
    ];
    story.paper("negotiation.coordination", of, &lines);
    let applied = json!({
        "negotiation": id, "kind": "applied", "happenedOn": "2026-06-22", "text": "书面申请",
        "facts": { "receiver": "南昌县人力资源和社会保障局" },
    });
    story.call("negotiation.addEvent", applied);
    story.on("2026-06-25");
    let text = story.text("negotiation.coordination", &id);
    assert!(text.contains("南昌县人力资源和社会保障局"), "where it was handed in: {text}");
    assert!(text.contains("2026年6月22日") && !text.contains("2026年6月25日"), "the day it was: {text}");
}

/// A wage contract in effect since 18 July whose term begins on 1 August, checked once; its id.
fn checked(story: &Story) -> Value {
    let id = agreed(story, &["wage"]);
    let wage = agreement(story, &id, "wage")["id"].clone();
    concluded(story, &id, &wage);
    story.on("2026-12-01");
    let check = json!({
        "agreement": wage, "fromOn": "2026-08-01", "toOn": "2026-11-30", "checkedOn": "2026-12-01", "method": "查阅工资表",
        "conclusion": "已经兑现", "workers": ["陈望舒"], "employer": ["高子衿"],
        "clauses": [{ "clause": "工资水平", "target": "增长6%", "actual": "增长6%" }],
    });
    story.call("negotiation.saveCheck", check);
    wage
}

#[test]
fn the_report_on_how_a_contract_is_kept_begins_with_its_term() {
    let story = Story::begin("36", &[]);
    let wage = checked(&story);
    let text = story.text("negotiation.performanceReport", &wage);
    assert!(text.contains("自2026年8月1日起执行"), "{text}");
    assert!(!text.contains("2026年7月18日"), "it came into effect before: {text}");
}

#[test]
fn a_report_that_goes_to_the_union_above_bears_its_head_and_one_to_the_congress_none() {
    for (receiver, headed) in [("云岭县总工会", true), ("职工代表大会", false)] {
        let story = Story::begin("36", &[]);
        let wage = checked(&story);
        let id = story.call("negotiation.list", json!({}))[0]["id"].clone();
        event(&story, &id, &wage, "explained", "2026-12-02", json!({ "receiver": receiver }));
        let text = story.text("negotiation.performanceReport", &wage);
        let head = "赣江机械有限公司工会委员会文件";
        assert_eq!(text.contains(head), headed, "{receiver}: {text}");
        assert!(!text.contains("草稿"), "whoever answers for it is known: {text}");
    }
}

#[test]
fn whether_a_contract_is_the_first_is_left_to_the_hand_that_knows() {
    let story = Story::begin("36", &[]);
    let id = agreed(&story, &["wage"]);
    let wage = agreement(&story, &id, "wage")["id"].clone();
    concluded(&story, &id, &wage);
    let text = story.text("negotiation.filingForm", &wage);
    assert!(text.contains("□首次签订□续签"), "the ledger knows no earlier one: {text}");
    let told = json!({
        "agreement": wage, "department": "县人社局", "filer": "饶思敏", "previous": "上一份合同已经全部履行",
    });
    story.call("negotiation.saveFiling", told);
    let text = story.text("negotiation.filingForm", &wage);
    assert!(text.contains("，续签") && !text.contains("首次签订"), "somebody told of the one before: {text}");
}

#[test]
fn the_local_minimum_bears_the_name_of_the_region_that_it_was_registered_for() {
    let story = Story::begin("36", &[]);
    let (_, wage) = passed(&story);
    let text = story.text("negotiation.wageContract", &wage);
    assert!(text.contains("南昌县2,000元，自2025年1月1日起执行"), "{text}");
    let story = Story::begin("36", &[]);
    let id = agreed(&story, &["wage"]);
    let wage = agreement(&story, &id, "wage")["id"].clone();
    story.call("contract.start", json!({ "agreement": wage }));
    fill_head(&story, &wage);
    let text = story.text("negotiation.wageContract", &wage);
    assert!(text.contains("2,000元，自2025年1月1日起执行"), "{text}");
    assert!(!text.contains("江西省2,000元"), "nobody said where it holds: {text}");
}

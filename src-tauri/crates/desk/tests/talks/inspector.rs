//! Why papers come back, as an inspector sees it: each prints what is looked for, and where that lacks the program refuses or tells it
//! before printing.

use serde_json::{Value, json};

use super::{agreed, agreement, event, get, meeting, session, vote};
use crate::duties::story::Story;

/// What is missing on a paper, as the list tells before it is printed.
fn missing(story: &Story, kind: &str, of: &Value) -> Vec<String> {
    let all = story.call("papers.list", json!({}));
    let line = all.as_array().unwrap().iter().find(|one| one["kind"] == kind && one["of"] == *of).cloned();
    let line = line.unwrap_or_else(|| panic!("{kind} can be printed"));
    line["missing"].as_array().unwrap().iter().map(|one| one.as_str().unwrap().to_owned()).collect()
}

#[test]
fn a_resolution_prints_its_counts_and_is_not_the_members_congress_s() {
    let story = Story::begin("36", &[]);
    let id = agreed(&story, &["wage"]);
    let wage = agreement(&story, &id, "wage")["id"].clone();
    event(&story, &id, &wage, "drafted", "2026-06-22", json!({}));
    story.on("2026-06-29");
    let votes = json!([{ "agreement": wage, "votesFor": 41, "votesAgainst": 1, "abstained": 1 }]);
    let mut members = session("2026-06-29");
    members["name"] = json!("第三届会员代表大会第二次会议");
    let refused = story
        .refused("negotiation.saveVote", json!({ "negotiation": id, "session": members, "votes": votes }));
    assert_eq!((refused.code.as_str(), refused.field.as_deref()), ("refused", Some("session.name")));
    assert!(refused.rule.is_some() && refused.message.contains("会员"), "{}", refused.message);

    for field in ["tellers", "scrutineers"] {
        let mut nobody = session("2026-06-29");
        nobody[field] = json!([]);
        let args = json!({ "negotiation": id, "session": nobody, "votes": votes });
        let refused = story.refused("negotiation.saveVote", args);
        assert_eq!(refused.field, Some(format!("session.{field}")), "who signs: {}", refused.message);
    }
    let mut without = votes.clone();
    without[0]["votesFor"] = json!(50);
    let args = json!({ "negotiation": id, "session": session("2026-06-29"), "votes": without });
    let refused = story.refused("negotiation.saveVote", args);
    assert_eq!(
        refused.field.as_deref(),
        Some("votes.0.votesFor"),
        "more votes than people: {}",
        refused.message
    );
    let args = json!({ "negotiation": id, "session": session("2026-06-29"), "votes": votes });
    story.call("negotiation.saveVote", args);
    let voted = agreement(&story, &id, "wage")["votes"][0]["id"].clone();
    let text = story.text("congress.resolution", &voted);
    for words in
        ["第三届职工代表大会第五次会议", "45", "43", "41", "弃权", "计票人", "艾小梅", "监票人", "付春生"]
    {
        assert!(text.contains(words), "{words}: {text}");
    }
    // Both lines that had to be reached: two thirds of 45 there, more than half of 45 for it.
    assert!(text.contains("30") && text.contains("23"), "{text}");
}

/// Why a representative's post is told of or refused in 江西, where no text of the place says it.
#[test]
fn where_no_text_of_the_place_bars_a_manager_it_is_told_by_the_rule_it_is_taken_from() {
    let story = Story::begin("36", &[]);
    let id = agreed(&story, &["wage"]);
    let advice = || get(&story, &id)["advice"].to_string();
    assert!(!advice().contains("行政负责人"), "{}", advice());
    let save = |at: usize, post: &str| {
        let mut workers: Vec<Value> = (get(&story, &id)["representatives"].as_array().unwrap().iter())
            .filter(|one| one["side"] == "workers")
            .map(|one| one["record"].clone())
            .collect();
        workers[at]["post"] = json!(post);
        json!({ "negotiation": id, "workers": workers })
    };
    let refused = story.refused("negotiation.saveRepresentatives", save(1, "人力资源部经理"));
    assert_eq!(refused.field.as_deref(), Some("workers.1.post"), "{}", refused.message);
    assert!(refused.message.contains("参照国家《") && refused.rule.is_some(), "{}", refused.message);
    for post in ["总经理", "副总经理、工会主席"] {
        story.call("negotiation.saveRepresentatives", save(0, post));
        let told = advice();
        assert!(told.contains(&format!("陈望舒是{post}")) && told.contains("第六条"), "{told}");
    }
}

/// What lies ready of what is handed in, by its name.
fn ready(story: &Story, id: &Value, name: &str) -> bool {
    let materials = agreement(story, id, "wage")["checklist"]["materials"].clone();
    let found = materials.as_array().unwrap().iter().find(|one| one["name"].as_str().unwrap().contains(name));
    found.unwrap_or_else(|| panic!("{name} is asked for: {materials}"))["ready"] == true
}

#[test]
fn a_contract_handed_in_without_the_mandates_is_told_before() {
    let story = Story::begin("36", &[]);
    let mut record = story.call("union.get", json!({}))["details"].clone();
    record["enterprises"] = json!([{ "name": "赣江机械有限公司", "representative": "吴建国（董事长）" }]);
    story.call("union.save", record);
    let id = agreed(&story, &["wage"]);
    let wage = agreement(&story, &id, "wage")["id"].clone();
    event(&story, &id, &wage, "drafted", "2026-06-22", json!({}));
    vote(&story, &id, "2026-06-29", &[(&wage, 41)]);
    let term = json!({ "copies": 5, "termFrom": "2026-08-01", "termTo": "2027-07-31" });
    event(&story, &id, &wage, "signed", "2026-07-02", term);
    assert!(!ready(&story, &id, "企业方首席代表高子衿的授权委托书"), "nobody wrote one");
    let filing = || {
        let rungs = agreement(&story, &id, "wage")["rungs"].clone();
        rungs.as_array().unwrap().iter().find(|one| one["step"] == "filing").unwrap().clone()
    };
    let lacks = filing()["lacks"].to_string();
    assert!(lacks.contains("还没有备齐") && lacks.contains("企业方首席代表高子衿的授权委托书"), "{lacks}");
    let today = story.call("today.list", json!({}));
    let duties = today["duties"].as_array().unwrap().clone();
    let due = duties.iter().find(|one| one["button"] == "登记报送").unwrap();
    assert!(
        due["origin"].as_str().unwrap().contains("企业方首席代表高子衿的授权委托书"),
        "今日 tells it too: {due}"
    );
    let talks = get(&story, &id);
    let chief =
        talks["representatives"].as_array().unwrap().iter().find(|one| one["record"]["name"] == "高子衿");
    story.call("negotiation.saveMandate", json!({
        "negotiation": id, "kind": "chief", "side": "employer", "representative": chief.unwrap()["id"], "sex": "male",
        "unit": "副总经理", "idLast4": "0018", "principal": "吴建国", "principalPost": "董事长", "scope": ["在合同上签字"],
        "givenOn": "2026-07-02", "fromOn": "2026-07-02",
    }));
    assert!(ready(&story, &id, "企业方首席代表高子衿的授权委托书"), "it was written");
    let lacks = filing()["lacks"].to_string();
    assert!(!lacks.contains("授权委托书"), "{lacks}");
}

#[test]
fn what_is_asked_by_custom_is_offered_apart_and_is_no_law_of_the_list() {
    let story = Story::begin("36", &[]);
    let id = agreed(&story, &["wage"]);
    let wage = agreement(&story, &id, "wage")["id"].clone();
    event(&story, &id, &wage, "drafted", "2026-06-22", json!({}));
    vote(&story, &id, "2026-06-29", &[(&wage, 41)]);
    let list = || agreement(&story, &id, "wage")["checklist"].clone();
    let usual = || -> Vec<Value> {
        let materials = list()["materials"].as_array().unwrap().clone();
        materials.into_iter().filter(|one| one["usual"] == true).collect()
    };
    let named = usual();
    for (one, words) in named.iter().zip(["法人资格证明", "首席代表身份证明", "决议"]) {
        assert!(one["name"].as_str().unwrap().contains(words), "{words}: {one}");
        assert_eq!(one["ready"], false, "{one}");
    }
    assert_eq!(named.len(), 3, "{named:?}");
    assert!(list()["note"].as_str().unwrap().contains("收件清单"), "{}", list());
    assert!(list()["usual"].as_str().unwrap().contains("法规没有写明"), "{}", list());
    let lacks = agreement(&story, &id, "wage")["rungs"].to_string();
    assert!(!lacks.contains("身份证明"), "custom stands against nothing: {lacks}");

    let voted = agreement(&story, &id, "wage")["votes"][0]["id"].as_str().unwrap().to_owned();
    assert_eq!(named[2]["paper"]["id"], format!("congress.resolution@{voted}"), "its own paper: {named:?}");
    let ready = list()["ready"].clone();
    story.call("papers.issue", json!({ "kind": "congress.resolution", "of": voted }));
    let tick = json!({ "agreement": wage, "item": named[0]["item"], "ready": true });
    story.call("negotiation.markMaterial", tick);
    assert_eq!([&usual()[0]["ready"], &usual()[2]["ready"]], [&json!(true), &json!(true)]);
    assert_eq!(list()["ready"], ready, "what custom asks for is not counted");
    let text = story.text("negotiation.filingForm", &wage);
    assert!(text.contains("法人资格证明") && text.contains("审议通过的决议"), "{text}");
    assert!(!text.contains("身份证明"), "what does not lie ready is not handed in: {text}");

    let elsewhere = Story::begin("31", &[]);
    let id = agreed(&elsewhere, &["wage"]);
    let list = agreement(&elsewhere, &id, "wage")["checklist"].clone();
    assert_eq!(list["usual"], Value::Null, "上海 names its papers one by one: {list}");
}

/// The blanks of a wage contract that nobody else fills.
pub(super) const BLANKS: [(&str, &str); 25] = [
    ("企业法定代表人", "吴建国"),
    ("工会法定代表人", "陈望舒"),
    ("合同起日", "2026-08-01"),
    ("合同止日", "2027-07-31"),
    ("工资分配制度", "岗位绩效工资制"),
    ("工资分配形式", "计时工资"),
    ("企业最低月工资", "1900"),
    ("当地最低月工资", "2000"),
    ("当地标准执行日", "2025-01-01"),
    ("上年月平均工资", "5860"),
    ("本年月平均工资", "6211.60"),
    ("工资增长幅度", "6"),
    ("增资执行日", "2026-08-01"),
    ("夜班津贴", "30"),
    ("班组长津贴", "300"),
    ("室外高温津贴", "300"),
    ("室内高温津贴", "200"),
    ("发薪日", "10"),
    ("加班工资基数", "职工本人的岗位工资"),
    ("监督小组每方人数", "3"),
    ("检查周期", "每半年"),
    ("答复变更日数", "15"),
    ("补足工资日数", "7"),
    ("协商争议日数", "15"),
    ("合同份数", "4"),
];

#[test]
fn a_wage_contract_without_its_proofs_or_under_the_minimum_is_told_before_printing() {
    let story = Story::begin("36", &[]);
    let id = agreed(&story, &["wage"]);
    let wage = agreement(&story, &id, "wage")["id"].clone();
    let fill = |name: &str, value: &str| {
        story.call("contract.fill", json!({ "agreement": wage, "name": name, "value": value }))
    };
    story.call("contract.start", json!({ "agreement": wage }));
    let lacks = missing(&story, "negotiation.wageContract", &wage).join("、");
    for what in [
        "企业的统一社会信用代码",
        "企业的法定代表人",
        "合同期限的起日",
        "企业最低工资标准",
        "所在地最低工资标准",
        "职工代表大会的审议通过",
    ] {
        assert!(lacks.contains(what), "{what}: {lacks}");
    }
    assert!(!lacks.contains("工会的法定代表人"), "the chair is known: {lacks}");
    for (name, value) in BLANKS {
        fill(name, value);
    }
    story.call("pay.saveReference", json!({
        "kind": "minimum", "region": "南昌县", "period": "2025-01-01", "value": 200_000, "unit": "yuanMonth",
        "source": "省人社厅文件",
    }));
    let under = missing(&story, "negotiation.wageContract", &wage).join("、");
    assert!(under.contains("必须改正的内容"), "under the minimum: {under}");
    let found = story.call("contract.get", json!({ "agreement": wage }));
    let told = found["findings"].to_string();
    assert!(told.contains("最低"), "{told}");
    fill("企业最低月工资", "2360");
    let mut record = story.call("union.get", json!({}))["details"].clone();
    record["enterprises"] = json!([{ "name": "赣江机械有限公司", "creditCode": "91360121MA35YL0263" }]);
    story.call("union.save", record);
    event(&story, &id, &wage, "drafted", "2026-06-22", json!({}));
    vote(&story, &id, "2026-06-29", &[(&wage, 41)]);
    let left = missing(&story, "negotiation.wageContract", &wage);
    assert_eq!(left, Vec::<String>::new(), "whole");
    let text = story.text("negotiation.wageContract", &wage);
    for words in [
        "工资集体合同",
        "91360121MA35YL0263",
        "81360121MC0YL02618",
        "2026年8月1日",
        "2027年7月31日",
        "2,360元",
        "2,000元",
        "2025年1月1日",
        "职工方",
        "企业方",
        "首席代表",
        "盖章",
    ] {
        assert!(text.contains(words), "{words}: {text}");
    }
}

#[test]
fn minutes_hold_both_positions_and_every_representative_s_signature() {
    let story = Story::begin("36", &[]);
    let id = agreed(&story, &["wage"]);
    let kept = get(&story, &id)["meetings"][0]["id"].clone();
    for (side, field) in
        [("workersPosition", "topics.0.workersPosition"), ("employerPosition", "topics.0.employerPosition")]
    {
        let mut summary = meeting(&story, &id, "2026-06-20");
        summary["id"] = kept.clone();
        summary["topics"][0][side] = json!("");
        let refused = story.refused("negotiation.saveMeeting", summary);
        assert_eq!(refused.field.as_deref(), Some(field), "a summary alone: {}", refused.message);
    }
    let mut nobody = meeting(&story, &id, "2026-06-20");
    nobody["id"] = kept.clone();
    nobody["recorder"] = json!("");
    assert_eq!(story.refused("negotiation.saveMeeting", nobody).field.as_deref(), Some("recorder"));
    let text = story.text("negotiation.minutes", &kept);
    let mut wanted = vec!["要求增长6%", "同意", "月平均工资增长6%", "记录人", "梁静言", "签字"];
    wanted.extend(["陈望舒", "林知秋", "黄若水", "高子衿", "罗思齐", "何怀谷"]);
    for words in wanted {
        assert!(text.contains(words), "{words}: {text}");
    }
}

#[test]
fn the_list_of_representatives_tells_how_each_came_about_and_bars_the_personnel_manager() {
    let story = Story::begin("41", &[]);
    let id = agreed(&story, &["wage"]);
    let mut workers: Vec<Value> = (get(&story, &id)["representatives"].as_array().unwrap().iter())
        .filter(|one| one["side"] == "workers")
        .map(|one| one["record"].clone())
        .collect();
    workers[2]["personnelManager"] = json!(true);
    let refused =
        story.refused("negotiation.saveRepresentatives", json!({ "negotiation": id, "workers": workers }));
    assert_eq!(refused.field.as_deref(), Some("workers.2.personnelManager"), "{}", refused.message);
    assert!(refused.rule.is_some(), "{}", refused.message);
    // The post says it as well as the tick does; 河南 bars who manages the enterprise by the same article.
    workers[2]["personnelManager"] = json!(false);
    for (at, post) in [(2, "人力资源部经理"), (0, "总经理")] {
        let mut barred = workers.clone();
        barred[at]["post"] = json!(post);
        let args = json!({ "negotiation": id, "workers": barred });
        let refused = story.refused("negotiation.saveRepresentatives", args);
        assert_eq!(refused.field, Some(format!("workers.{at}.post")), "{post}: {}", refused.message);
        assert!(refused.rule.as_deref().is_some_and(|rule| rule.contains("第十四条")), "{post}: {refused:?}");
    }
    let text = story.text("negotiation.representatives", &id);
    for words in ["陈望舒", "工会主席", "男", "女", "职工代表大会表决通过", "2026年6月1日"]
    {
        assert!(text.contains(words), "{words}: {text}");
    }
}

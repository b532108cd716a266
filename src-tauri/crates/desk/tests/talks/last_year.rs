//! A contract begun from last year's text: what was filled in then is filled anew, with last year's value beside; a text that says
//! another term than its cover is not signed; what is no blank of the text is not filled.

use serde_json::{Value, json};

use super::{agreed, agreement, concluded, event, get, meeting, vote};
use crate::duties::story::Story;

/// The blanks of last year's contract that these tests ask after; its term is that of its signature.
const LAST: [(&str, &str); 4] = [
    ("合同起日", "2026-08-01"),
    ("合同止日", "2027-07-31"),
    ("上年月平均工资", "5860"),
    ("企业最低月工资", "2360"),
];

/// The contract of 2026 in effect with its text kept, and the wage contract of the talks of 2027 with everything agreed.
fn two_years(story: &Story) -> (Value, Value, Value) {
    let id = agreed(story, &["wage"]);
    let wage = agreement(story, &id, "wage")["id"].clone();
    concluded(story, &id, &wage);
    story.call("contract.start", json!({ "agreement": wage }));
    for (name, value) in LAST.iter().filter(|(name, _)| !name.starts_with("合同")) {
        story.call("contract.fill", json!({ "agreement": wage, "name": name, "value": value }));
    }
    let own = json!({ "agreement": wage, "item": "other", "text": "职工食堂由双方共同监督。" });
    story.call("contract.saveClause", own);
    let kept = story.call("contract.keep", json!({ "agreement": wage, "note": "双方签字的文本" }));

    story.on("2027-06-02");
    let next = story.call("negotiation.start", json!({ "year": 2027 }));
    let talks = get(story, &id);
    let side = |side: &str| -> Vec<Value> {
        let all = talks["representatives"].as_array().unwrap().iter().filter(|one| one["side"] == side);
        all.map(|one| {
            let mut record = one["record"].clone();
            record.as_object_mut().unwrap().remove("id");
            record
        })
        .collect()
    };
    let people = json!({ "negotiation": next, "workers": side("workers"), "employer": side("employer") });
    story.call("negotiation.saveRepresentatives", people);
    story.call("negotiation.saveOffer", json!({
        "negotiation": next, "by": "workers", "addressee": "赣江机械有限公司", "reasons": "上年度合同即将期满",
        "issuedOn": "2027-06-02", "receivedOn": "2027-06-02", "contact": "陈望舒，分机8001", "information": "",
        "topics": [{ "title": "年度工资增长幅度", "proposal": "平均增长6%" }],
    }));
    story.call("negotiation.recordReply", json!({
        "negotiation": next, "kind": "agreed", "repliedOn": "2027-06-02", "repliedBy": "公司行政", "text": "",
    }));
    story.call("negotiation.saveMeeting", meeting(story, &next, "2027-06-02"));
    let wage = agreement(story, &next, "wage")["id"].clone();
    (next, wage, kept)
}

fn texts(draft: &Value) -> Vec<String> {
    let chapters = draft["chapters"].as_array().unwrap();
    let clauses = chapters.iter().flat_map(|chapter| chapter["clauses"].as_array().unwrap());
    clauses.map(|one| one["clause"]["text"].as_str().unwrap().to_owned()).collect()
}

#[test]
fn what_was_filled_last_year_is_filled_anew_with_last_years_value_beside() {
    let story = Story::begin("36", &[]);
    let (_, wage, kept) = two_years(&story);
    story.call("contract.start", json!({ "agreement": wage, "from": kept }));
    let draft = story.call("contract.get", json!({ "agreement": wage }));
    let all = texts(&draft);
    assert!(all.iter().any(|text| text.contains("自【合同起日】起至【合同止日】止")), "{all:?}");
    assert!(all.iter().all(|text| !text.contains("2026年8月1日") && !text.contains("5,860")), "{all:?}");
    assert!(
        all.iter().any(|text| text == "职工食堂由双方共同监督。"),
        "what was typed comes as it is: {all:?}"
    );
    let blanks = draft["blanks"].as_array().unwrap();
    for (name, last) in [
        ("合同起日", "2026年8月1日"),
        ("合同止日", "2027年7月31日"),
        ("上年月平均工资", "5,860"),
        ("企业最低月工资", "2,360"),
    ] {
        let blank =
            blanks.iter().find(|one| one["name"] == name).unwrap_or_else(|| panic!("{name} is asked for"));
        assert_eq!(blank["value"], Value::Null, "{blank}");
        assert_eq!(blank["last"]["shown"], last, "{blank}");
        assert_eq!(blank["last"]["from"], "2026年度工资集体合同", "{blank}");
    }
}

/// The text that is told as last year's in the talks of 2028, and what last year's lowest wage was by it.
fn told_in_2028(story: &Story, next: &Value) -> (Vec<Value>, Value) {
    let wage = agreement(story, next, "wage")["id"].clone();
    let draft = story.call("contract.get", json!({ "agreement": wage }));
    let earlier = draft["versions"].as_array().unwrap().iter().filter(|one| !one["ofYear"].is_null());
    let blanks = draft["blanks"].as_array().unwrap();
    let lowest = blanks.iter().find(|one| one["name"] == "企业最低月工资").expect("it is asked for");
    (earlier.map(|one| one["id"].clone()).collect(), lowest["last"].clone())
}

#[test]
fn what_never_became_a_contract_is_not_told_as_last_years() {
    for refused in [false, true] {
        let story = Story::begin("36", &[]);
        let (id, wage, kept) = two_years(&story);
        if refused {
            event(&story, &id, &wage, "drafted", "2027-06-03", json!({}));
            vote(&story, &id, "2027-06-10", &[(&wage, 5)]);
        }
        story.call("contract.start", json!({ "agreement": wage }));
        let high = json!({ "agreement": wage, "name": "企业最低月工资", "value": "3000" });
        story.call("contract.fill", high);
        story.call("contract.keep", json!({ "agreement": wage, "note": "我方初稿" }));
        story.on("2028-06-02");
        let next = story.call("negotiation.start", json!({ "year": 2028 }));
        let started = agreement(&story, &next, "wage")["id"].clone();
        story.call("contract.start", json!({ "agreement": started }));
        let in_force = (vec![kept], json!({ "shown": "2,360", "from": "2026年度工资集体合同" }));
        assert_eq!(told_in_2028(&story, &next), in_force, "refused: {refused}");
        let reason = "企业不同意，没有谈成";
        story.call("negotiation.seal", json!({ "id": id, "reason": reason }));
        assert_eq!(told_in_2028(&story, &next), in_force, "given up; refused: {refused}");
    }
}

#[test]
fn the_text_of_a_renewal_is_last_years_once_both_sides_signed_it() {
    let story = Story::begin("36", &[]);
    let id = agreed(&story, &["wage"]);
    let wage = agreement(&story, &id, "wage")["id"].clone();
    concluded(&story, &id, &wage);
    let written = |of: &Value, lowest: &str| {
        story.call("contract.start", json!({ "agreement": of }));
        story.call("contract.fill", json!({ "agreement": of, "name": "企业最低月工资", "value": lowest }));
        story.call("contract.keep", json!({ "agreement": of, "note": "双方签字的文本" }))
    };
    written(&wage, "2360");
    story.on("2027-06-02");
    let renewal = json!({
        "amends": wage, "act": "renew", "proposedBy": "workers", "proposedOn": "2027-06-02", "reason": "合同即将期满",
        "effectiveOn": "2027-08-01", "termFrom": "2027-08-01", "termTo": "2028-07-31", "terms": [], "changes": [],
    });
    let renewal = story.call("negotiation.saveAmendment", renewal);
    story.on("2027-06-07");
    story.call("negotiation.saveMeeting", meeting(&story, &id, "2027-06-07"));
    event(&story, &id, &renewal, "drafted", "2027-06-08", json!({}));
    vote(&story, &id, "2027-06-15", &[(&renewal, 42)]);
    event(&story, &id, &renewal, "signed", "2027-06-16", json!({ "copies": 5 }));
    event(&story, &id, &renewal, "filed", "2027-06-17", json!({ "receiver": "县人社局" }));
    event(&story, &id, &renewal, "inEffect", "2027-07-02", json!({}));
    let kept = written(&renewal, "2500");

    story.on("2028-05-02");
    let next = story.call("negotiation.start", json!({ "year": 2028 }));
    let started = agreement(&story, &next, "wage")["id"].clone();
    story.call("contract.start", json!({ "agreement": started }));
    let (texts, lowest) = told_in_2028(&story, &next);
    assert_eq!((texts, &lowest["shown"]), (vec![kept], &json!("2,500")), "{lowest}");
    let draft = story.call("contract.get", json!({ "agreement": started }));
    let blanks = draft["blanks"].as_array().unwrap();
    let until = blanks.iter().find(|one| one["name"] == "合同止日").expect("it is asked for");
    assert_eq!(until["last"]["shown"], "2028年7月31日", "{until}");
}

#[test]
fn a_pasted_text_has_its_blanks_back_too() {
    let story = Story::begin("36", &[]);
    let (_, wage, _) = two_years(&story);
    let text = "第一章 总则\n第一条 本合同期限自2026年8月1日起至2027年7月31日止。\n第二条 每月15日前发工资。";
    let pasted = json!({ "agreement": wage, "note": "2026年的合同", "text": text });
    let pasted = story.call("contract.paste", pasted);
    story.call("contract.start", json!({ "agreement": wage, "from": pasted }));
    let draft = story.call("contract.get", json!({ "agreement": wage }));
    assert_eq!(texts(&draft), ["本合同期限自【合同起日】起至【合同止日】止。", "每月15日前发工资。"]);
}

#[test]
fn a_text_of_another_term_than_its_cover_is_not_signed() {
    let story = Story::begin("36", &[]);
    let (id, wage, _) = two_years(&story);
    let term = "本合同期限自2026年8月1日起至2027年7月31日止。";
    story.call("contract.saveClause", json!({ "agreement": wage, "item": "term", "text": term }));
    super::fill_head(&story, &wage);
    event(&story, &id, &wage, "drafted", "2027-06-03", json!({}));
    vote(&story, &id, "2027-06-10", &[(&wage, 41)]);
    let mut sign = json!({
        "negotiation": id, "agreement": wage, "kind": "signed", "happenedOn": "2027-06-10", "text": "",
        "facts": { "copies": 5, "termFrom": "2027-08-01", "termTo": "2028-07-31" },
    });
    let refused = story.refused("negotiation.addEvent", sign.clone());
    assert_eq!(refused.field.as_deref(), Some("termTo"), "{}", refused.message);
    for words in ["2027年8月1日", "2026年8月1日", "首页表格"] {
        assert!(refused.message.contains(words), "{words}: {}", refused.message);
    }
    sign["lateEntry"] = json!("纸面上早已签好");
    story.call("negotiation.addEvent", sign);
}

#[test]
fn what_is_no_blank_of_the_text_is_not_filled_and_the_head_table_always_can_be() {
    let story = Story::begin("36", &[]);
    let (_, wage, _) = two_years(&story);
    let clause = json!({ "agreement": wage, "item": "system", "text": "全体职工的月工资不低于2,300元。" });
    story.call("contract.saveClause", clause);
    let fill = |name: &str, value: &str| json!({ "agreement": wage, "name": name, "value": value });
    let refused = story.refused("contract.fill", fill("差额补发日", "2027-09-01"));
    assert_eq!(refused.field.as_deref(), Some("name"), "{}", refused.message);
    assert!(refused.message.contains("没有“差额补发日”这个空"), "{}", refused.message);
    let draft = story.call("contract.get", json!({ "agreement": wage }));
    let names: Vec<&str> =
        draft["blanks"].as_array().unwrap().iter().map(|one| one["name"].as_str().unwrap()).collect();
    for name in ["合同起日", "合同止日", "企业最低月工资", "当地最低月工资", "当地标准执行日"]
    {
        assert!(names.contains(&name), "{name} is printed in the head table: {names:?}");
    }
    story.call("contract.fill", fill("企业最低月工资", "2360"));
    let draft = story.call("contract.get", json!({ "agreement": wage }));
    let told = draft["findings"].to_string();
    assert!(told.contains("首页表格填的是2,360元"), "the two differ: {told}");
    story.call("contract.fill", fill("企业最低月工资", "2300"));
    let draft = story.call("contract.get", json!({ "agreement": wage }));
    assert!(!draft["findings"].to_string().contains("首页表格填的是"), "and agree");
}

//! What the law of a place says beside its clocks and lines, told where the chair needs it: who signs the minutes, what the talks
//! lean on, what protects our side, how urgent a matter is, the review, the yearly talks, the way where a contract is not kept.

use serde_json::{Value, json};

use super::{agreed, agreement, event, get, meeting, offered, published, vote};
use crate::duties::story::Story;

/// A rung of the wage contract.
fn rung(story: &Story, id: &Value, step: &str) -> Value {
    let rungs = agreement(story, id, "wage")["rungs"].clone();
    rungs.as_array().unwrap().iter().find(|one| one["step"] == step).unwrap().clone()
}

/// The duties of today with a button.
fn due(story: &Story, button: &str) -> Vec<Value> {
    let today = story.call("today.list", json!({}));
    today["duties"].as_array().unwrap().iter().filter(|one| one["button"] == button).cloned().collect()
}

fn origin(told: &Value) -> &str {
    told["origin"].as_str().unwrap()
}

#[test]
fn the_minutes_say_who_signs_them_by_the_law_of_the_place() {
    for (place, words) in
        [("11", "双方首席代表在集体协商会议记录上签字"), ("43", "由全体与会协商代表在会议记录上签字确认")]
    {
        let story = Story::begin(place, &[]);
        let id = agreed(&story, &["wage"]);
        let meeting = get(&story, &id)["meetings"][0]["id"].clone();
        let text = story.text("negotiation.minutes", &meeting);
        assert!(text.contains("核对无误后签字（《") && text.contains(words), "{place}: {text}");
    }
    let story = Story::begin("36", &[]);
    let id = agreed(&story, &["wage"]);
    let meeting = get(&story, &id)["meetings"][0]["id"].clone();
    let text = story.text("negotiation.minutes", &meeting);
    assert!(text.contains("核对无误后签字。"), "江西 says nothing of it: {text}");
}

#[test]
fn what_talks_on_wages_lean_on_is_told_with_the_preparation() {
    let preparation = |kinds: &[&str]| {
        let story = Story::begin("36", &[]);
        let id = offered(&story, kinds);
        let steps = get(&story, &id)["steps"].clone();
        steps.as_array().unwrap().iter().find(|one| one["kind"] == "preparation").unwrap().clone()
    };
    let told = preparation(&["wage"]);
    for words in ["地区、行业、企业的人工成本水平", "本地区城镇居民消费价格指数", "第十八条"]
    {
        assert!(origin(&told).contains(words), "{words}: {told}");
    }
    let women = preparation(&["women"]);
    assert!(!origin(&women).contains("人工成本"), "no wages are talked about: {women}");
}

#[test]
fn the_working_days_for_the_preparation_are_told_with_the_protection() {
    let protection = |place: &str| {
        let story = Story::begin(place, &[]);
        let id = offered(&story, &["wage"]);
        story.call("negotiation.people", json!({ "id": id }))["law"].to_string()
    };
    assert!(protection("31").contains("不超过三个工作日"), "{}", protection("31"));
    assert!(!protection("36").contains("三个工作日"), "{}", protection("36"));
}

#[test]
fn a_mandate_that_lasts_as_long_as_the_contract_lasts_on_with_its_renewal() {
    let story = Story::begin("36", &[]);
    let (id, wage) = published(&story);
    let until = |day: &str| {
        let people = story.call("negotiation.people", json!({ "id": id }));
        let told = people["protection"][0]["sentence"].as_str().unwrap().to_owned();
        assert!(told.contains(&format!("任期到集体合同期满的{day}为止")), "{told}");
    };
    until("2027年7月31日");
    story.on("2027-06-02");
    let renewal = story.call("negotiation.saveAmendment", json!({
        "amends": wage, "act": "renew", "proposedBy": "workers", "proposedOn": "2027-06-02", "reason": "合同即将期满",
        "effectiveOn": "2027-08-01", "termFrom": "2027-08-01", "termTo": "2028-07-31", "terms": [], "changes": [],
    }));
    story.on("2027-06-08");
    story.call("negotiation.saveMeeting", meeting(&story, &id, "2027-06-08"));
    event(&story, &id, &renewal, "drafted", "2027-06-08", json!({}));
    vote(&story, &id, "2027-06-15", &[(&renewal, 42)]);
    event(&story, &id, &renewal, "signed", "2027-06-16", json!({ "copies": 5 }));
    event(&story, &id, &renewal, "filed", "2027-06-17", json!({ "receiver": "县人社局" }));
    until("2027年7月31日");
    event(&story, &id, &renewal, "inEffect", "2027-07-02", json!({}));
    until("2028年7月31日");
}

#[test]
fn in_shanghai_a_mandate_lasts_no_longer_than_the_contract() {
    let story = Story::begin("31", &[]);
    let (id, _) = published(&story);
    let people = story.call("negotiation.people", json!({ "id": id }));
    let told = people["protection"][0]["sentence"].as_str().unwrap();
    assert!(told.contains("任期最长到集体合同期满的2027年7月31日为止"), "{told}");
}

#[test]
fn a_refusal_of_what_nobody_may_put_off_is_told_with_its_article() {
    for (place, article) in [("11", "第三十二条"), ("31", "第十五条")] {
        let story = Story::begin(place, &[]);
        let id = offered(&story, &["wage"]);
        story.on("2026-06-10");
        story.call("negotiation.recordReply", json!({
            "negotiation": id, "kind": "refused", "repliedOn": "2026-06-10", "repliedBy": "公司行政", "text": "生产任务重",
        }));
        let demand = due(&story, "打开催告函");
        assert_eq!(demand.len(), 1, "{place}: {demand:?}");
        let told = origin(&demand[0]);
        assert!(told.contains(article) && told.contains("不得拒绝或者拖延"), "{place}: {told}");
    }
}

#[test]
fn the_review_and_the_yearly_talks_are_told_by_the_articles_of_the_place() {
    for (place, article) in [("36", "第二十三条"), ("37", "第三十条"), ("41", "第二十九条")] {
        let story = Story::begin(place, &[]);
        let id = agreed(&story, &["wage"]);
        let told = rung(&story, &id, "effect");
        assert!(origin(&told).contains(article), "{place}: what the department owes in writing: {told}");
    }
    for (place, article) in [("33", Some("第十九条")), ("50", Some("第十八条")), ("36", None)] {
        let story = Story::begin(place, &[]);
        let (id, _) = published(&story);
        let told = rung(&story, &id, "renewal");
        assert_eq!(origin(&told).contains("每年就"), article.is_some(), "{place}: {told}");
        assert!(origin(&told).contains(article.unwrap_or_default()), "{place}: {told}");
    }
}

#[test]
fn where_a_promise_is_not_kept_the_way_is_told_once_its_day_has_gone() {
    let story = Story::begin("11", &[]);
    let (id, wage) = published(&story);
    story.on("2026-12-01");
    let offer = story.call("negotiation.checkOffer", json!({ "id": wage }));
    let clauses = offer["clauses"].as_array().unwrap();
    let single =
        clauses.iter().find(|one| one["clause"] == "个人劳动合同").expect("single contracts are looked at");
    assert!(single["target"].as_str().unwrap().contains("第五十五条"), "{single}");
    let breach = || agreement(&story, &id, "wage")["breach"].to_string();
    assert_eq!(breach(), "[]");
    let mut check = json!({
        "agreement": wage, "fromOn": "2026-08-01", "toOn": "2026-11-30", "checkedOn": "2026-12-01",
        "method": "查阅工资表", "conclusion": "一项没有兑现", "workers": ["陈望舒"], "employer": ["高子衿"],
        "clauses": [{
            "clause": "夜班津贴", "target": "每班40元", "actual": "每班30元", "gap": "每班少10元", "remedy": "补发",
            "owner": "罗思齐", "dueOn": "2026-12-31",
        }],
    });
    check["id"] = story.call("negotiation.saveCheck", check.clone());
    for words in ["第四十五条", "第八十四条", "十五日内可以起诉"] {
        assert!(breach().contains(words), "{words}: {}", breach());
    }
    story.on("2026-12-31");
    let remedy = due(&story, "登记补救");
    assert!(!origin(&remedy[0]).contains("仲裁"), "its last day is still theirs: {remedy:?}");
    story.on("2027-01-01");
    let remedy = due(&story, "登记补救");
    assert!(origin(&remedy[0]).contains("可以申请仲裁"), "{remedy:?}");
    check["clauses"][0]["doneOn"] = json!("2027-01-01");
    story.call("negotiation.saveCheck", check);
    assert_eq!(breach(), "[]", "it was mended");
}

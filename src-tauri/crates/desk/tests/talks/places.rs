//! What the law of single places asks of the talks beyond the nation's: of 唐山, 无锡, 贵州 and 深圳, whose packs the journeys of the
//! regions do not walk. How the same is asked elsewhere stands in the tests beside.

use serde_json::{Value, json};

use super::{agreed, agreement, event, get, offered, published, vote};
use crate::duties::story::Story;

/// So many of the workers' side, all men, the first of them chief and so many of them from the line.
fn workers(number: usize, from_the_line: usize) -> Vec<Value> {
    let of = |at: usize| {
        json!({
            "name": format!("代表{}", at + 1), "sex": "male", "post": "操作工", "chief": at == 0,
            "frontLine": at < from_the_line, "chosenHow": "工会选派", "chosenOn": "2026-06-01",
        })
    };
    (0..number).map(of).collect()
}

fn save(id: &Value, workers: Vec<Value>) -> Value {
    json!({ "negotiation": id, "workers": workers })
}

fn started(story: &Story) -> Value {
    story.call("negotiation.start", json!({ "year": 2026 }))
}

fn advice(story: &Story, id: &Value) -> String {
    get(story, id)["advice"].to_string()
}

/// What is due with this button.
fn duty(story: &Story, button: &str) -> Option<Value> {
    let today = story.call("today.list", json!({}));
    let all = today["duties"].as_array().unwrap().clone();
    all.into_iter().find(|one| one["button"] == button)
}

#[test]
fn tangshan_asks_for_a_third_from_the_line_and_lets_nobody_send_twelve() {
    let story = Story::begin("1302", &[]);
    let id = started(&story);
    story.call("negotiation.saveRepresentatives", save(&id, workers(3, 1)));
    assert!(!advice(&story, &id).contains("一线"), "one of three is a third: {}", advice(&story, &id));
    story.call("negotiation.saveRepresentatives", save(&id, workers(3, 0)));
    let told = advice(&story, &id);
    let said = "一线职工应有1名以上（唐山市职工工资集体协商条例第十五条）";
    assert!(told.contains(said), "{told}");

    let refused = story.refused("negotiation.saveRepresentatives", save(&id, workers(12, 4)));
    assert_eq!(refused.rule.as_deref(), Some("唐山市职工工资集体协商条例第十二条"), "{}", refused.message);
    assert!(refused.message.contains("最多11名"), "{}", refused.message);
    story.call("negotiation.saveRepresentatives", save(&id, workers(11, 4)));
}

#[test]
fn in_tangshan_the_contract_goes_up_when_it_is_published() {
    let story = Story::begin("1302", &[]);
    let (id, wage) = published(&story);
    let up = duty(&story, "登记报送上级工会").expect("asked for by the place");
    assert_eq!((&up["whose"], &up["due"]), (&json!("union"), &json!("2026-07-20")), "the day it hung: {up}");
    assert_eq!(up["rule"]["short"], "唐山市职工工资集体协商条例第三十三条", "{up}");
    event(&story, &id, &wage, "sentUp", "2026-07-20", json!({ "receiver": "区总工会" }));
    assert_eq!(duty(&story, "登记报送上级工会"), None);
}

#[test]
fn in_wuxi_an_outsider_advises_and_represents_nobody() {
    let story = Story::begin("3202", &[]);
    let id = started(&story);
    let mut side = workers(3, 2);
    side[2]["outside"] = json!(true);
    let refused = story.refused("negotiation.saveRepresentatives", save(&id, side));
    assert_eq!(refused.rule.as_deref(), Some("无锡市企业工资集体协商条例第十五条"), "{}", refused.message);
    assert!(refused.message.contains("只能作协商顾问"), "{}", refused.message);
    story.call("negotiation.saveRepresentatives", save(&id, workers(3, 2)));
}

#[test]
fn a_woman_is_asked_for_where_every_second_worker_is_one() {
    for (place, rule) in
        [("3202", "无锡市企业工资集体协商条例第十三条"), ("52", "贵州省企业工资集体协商条例第八条")]
    {
        let story = Story::begin(place, &[]);
        let id = started(&story);
        story.call("negotiation.saveRepresentatives", save(&id, workers(3, 2)));
        let man = json!({ "name": "王伟", "sex": "male", "form": "contract" });
        story.call("members.save", man);
        assert!(!advice(&story, &id).contains(rule), "{place}: no woman works there");
        story.call("members.save", json!({ "name": "林知秋", "sex": "female", "form": "contract" }));
        let told = advice(&story, &id);
        assert!(told.contains("应有女职工") && told.contains(rule), "{place}: {told}");
        let mut side = workers(3, 2);
        side[1]["sex"] = json!("female");
        story.call("negotiation.saveRepresentatives", save(&id, side));
        assert!(!advice(&story, &id).contains(rule), "{place}: one is named");
    }
}

#[test]
fn in_shenzhen_a_refusal_is_told_with_the_five_days_of_the_department() {
    let story = Story::begin("4403", &[]);
    let id = offered(&story, &["wage"]);
    story.on("2026-06-08");
    let reply = json!({
        "negotiation": id, "kind": "refused", "repliedOn": "2026-06-08", "repliedBy": "公司行政", "text": "生产任务重",
    });
    story.call("negotiation.recordReply", reply);
    let told = duty(&story, "打开催告函").expect("a refusal is a duty at once");
    let origin = told["origin"].as_str().unwrap();
    for words in ["《深圳经济特区和谐劳动关系促进条例》第二十八条", "五日内改正", "二千元以上一万元以下"]
    {
        assert!(origin.contains(words), "{words}: {origin}");
    }
}

#[test]
fn a_term_beyond_the_longest_of_the_place_is_not_signed() {
    let tangshan = "唐山市职工工资集体协商条例第三十条";
    for (place, from, too_long, longest, rule) in [
        ("1302", "2026-08-01", "2028-07-31", "2027-07-31", tangshan),
        ("1302", "2028-02-29", "2029-03-01", "2029-02-28", tangshan),
        ("52", "2026-08-01", "2029-07-31", "2028-07-31", "贵州省企业工资集体协商条例第二十七条"),
    ] {
        let story = Story::begin(place, &[]);
        let id = agreed(&story, &["wage"]);
        let wage = agreement(&story, &id, "wage")["id"].clone();
        event(&story, &id, &wage, "drafted", "2026-06-22", json!({}));
        vote(&story, &id, "2026-06-29", &[(&wage, 41)]);
        story.on("2026-07-02");
        let sign = |to: &str| {
            json!({
                "negotiation": id, "agreement": wage, "kind": "signed", "happenedOn": "2026-07-02", "text": "以书面办理",
                "facts": { "copies": 5, "termFrom": from, "termTo": to },
            })
        };
        let refused = story.refused("negotiation.addEvent", sign(too_long));
        assert_eq!(refused.rule.as_deref(), Some(rule), "{place}: {}", refused.message);
        story.call("negotiation.addEvent", sign(longest));
        assert!(place == "52" || !advice(&story, &id).contains("的期限从"), "{from}: a year is usual");
    }
}

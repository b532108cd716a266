//! What is told of wages binds wages: a law on wage talks alone sets no clock for the other contracts, and names its own as the place
//! does.

use serde_json::{Value, json};

use super::{agreed, agreement, event, vote};
use crate::duties::story::Story;

/// The clock of the filing of an agreement: the article and the day.
fn filing(story: &Story, id: &Value, kind: &str) -> (String, Value) {
    let one = agreement(story, id, kind);
    let rungs = one["rungs"].as_array().unwrap();
    let rung = rungs.iter().find(|rung| rung["step"] == "filing").unwrap();
    (rung["deadline"]["rule"]["short"].as_str().unwrap_or_default().to_owned(), rung["due"].clone())
}

#[test]
fn the_wage_law_of_a_place_sets_no_clock_for_the_other_contracts() {
    let story = Story::begin("36", &[]);
    let id = agreed(&story, &["wage", "women"]);
    for kind in ["wage", "women"] {
        let of = agreement(&story, &id, kind)["id"].clone();
        event(&story, &id, &of, "drafted", "2026-06-22", json!({}));
    }
    let [wage, women] = ["wage", "women"].map(|kind| agreement(&story, &id, kind)["id"].clone());
    vote(&story, &id, "2026-06-29", &[(&wage, 41), (&women, 40)]);
    for of in [&wage, &women] {
        event(
            &story,
            &id,
            of,
            "signed",
            "2026-07-02",
            json!({ "termFrom": "2026-08-01", "termTo": "2027-07-31" }),
        );
    }
    assert_eq!(
        filing(&story, &id, "wage"),
        ("江西省企业工资集体协商条例第二十二条".to_owned(), json!("2026-07-09")),
        "seven days for wages"
    );
    assert_eq!(
        filing(&story, &id, "women"),
        ("集体合同规定第四十二条".to_owned(), json!("2026-07-12")),
        "ten days for the others"
    );
}

#[test]
fn a_wage_contract_is_called_as_its_place_calls_it() {
    for (place, name) in [("36", "工资集体合同"), ("43", "工资集体协议"), ("31", "工资专项集体合同")]
    {
        let story = Story::begin(place, &[]);
        story.on("2026-06-02");
        let id = story.call("negotiation.start", json!({ "year": 2026, "agreements": ["wage", "safety"] }));
        let of = |kind: &str| agreement(&story, &id, kind)["title"].clone();
        assert_eq!(of("wage"), format!("2026年度{name}"), "{place}");
        assert_eq!(of("safety"), "2026年度劳动安全卫生专项集体合同", "{place}");
        let names = super::get(&story, &id)["kindNames"].clone();
        assert!(names.to_string().contains(&format!("\"{name}\"")), "{place}: {names}");
    }
}

/// The draft of each kind, agreed upon in a place: the rung that comes now and what 今日 tells, each with its ground and its rule.
#[test]
fn the_draft_of_every_kind_has_its_ground_and_its_rule_everywhere() {
    for place in ["11", "31", "33", "36", "41", "43", "50", "22"] {
        let story = Story::begin(place, &[]);
        let kinds = ["collective", "wage", "women", "safety"];
        let id = agreed(&story, &kinds);
        let grounded = |told: &Value| {
            let ruled = told["rule"].is_object() || told["deadline"].is_object();
            ruled && !told["origin"].as_str().unwrap().is_empty()
        };
        for kind in kinds {
            let rungs = agreement(&story, &id, kind)["rungs"].clone();
            let draft = rungs.as_array().unwrap().iter().find(|one| one["step"] == "draft").unwrap().clone();
            assert_eq!(draft["state"], "now", "{place}: {kind}");
            assert!(grounded(&draft), "{place}: {kind}: {draft}");
            assert!(draft["origin"].as_str().unwrap().contains("签字"), "{place}: who signs it: {draft}");
        }
        let today = story.call("today.list", json!({}));
        let due = today["duties"].as_array().unwrap().iter();
        let drafts: Vec<&Value> = due.filter(|one| one["id"].as_str().unwrap().ends_with(":draft")).collect();
        assert_eq!(drafts.len(), kinds.len(), "{place}");
        assert!(drafts.iter().all(|one| grounded(one)), "{place}: {drafts:?}");
    }
    // 湖南 has all representatives of both sides sign the draft of a wage contract.
    let story = Story::begin("43", &[]);
    let id = agreed(&story, &["wage", "women"]);
    let title = |kind: &str| agreement(&story, &id, kind)["rungs"][0]["title"].clone();
    assert_eq!(title("wage"), "制作合同草案，协商双方全体代表签字");
    assert_eq!(title("women"), "制作合同草案，双方首席代表签字", "its text is about wages alone");
}

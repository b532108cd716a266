//! What is told of wages binds wages: a law on wage talks alone sets no clock for the other contracts, and names its own as the place
//! does.

use serde_json::{Value, json};

use super::rounds::offer;
use super::{TERM, agreed, agreement, answered, concluded, event, get, meeting, offered, side, vote};
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

/// 唐山 lets a wage contract last one year, the nation the others three.
#[test]
fn the_term_of_another_contract_is_not_that_of_the_wage_law_of_the_place() {
    let renewal = |of: &Value| {
        json!({
            "amends": of, "act": "renew", "proposedBy": "workers", "proposedOn": "2027-05-10", "reason": "双方愿意续签",
            "effectiveOn": "2027-08-01", "termFrom": "2027-08-01", "termTo": "2030-07-31", "terms": [], "changes": [],
        })
    };
    let in_effect = |story: &Story, kind: &str| {
        let id = agreed(story, &[kind]);
        let of = agreement(story, &id, kind)["id"].clone();
        concluded(story, &id, &of);
        story.on("2027-05-10");
        (id, of)
    };
    let story = Story::begin("1302", &[]);
    let (id, collective) = in_effect(&story, "collective");
    let renewed = story.call("negotiation.saveAmendment", renewal(&collective));
    story.call("negotiation.saveMeeting", meeting(&story, &id, "2027-05-10"));
    event(&story, &id, &renewed, "drafted", "2027-05-11", json!({}));

    let story = Story::begin("1302", &[]);
    let (_, wage) = in_effect(&story, "wage");
    let refused = story.refused("negotiation.saveAmendment", renewal(&wage));
    assert_eq!(refused.rule.as_deref(), Some("唐山市职工工资集体协商条例第三十条"), "{}", refused.message);

    // By the same law its draft is looked over.
    let story = Story::begin("1302", &[]);
    let id = agreed(&story, &["collective"]);
    let of = agreement(&story, &id, "collective")["id"].clone();
    story.call("contract.start", json!({ "agreement": of }));
    for (name, value) in [("合同起日", TERM.0), ("合同止日", "2027-12-31")] {
        story.call("contract.fill", json!({ "agreement": of, "name": name, "value": value }));
    }
    let found = story.call("contract.get", json!({ "agreement": of }))["findings"].to_string();
    assert!(!found.contains("超过1年"), "{found}");
}

/// 江西 has a law on wage talks and none on the others.
#[test]
fn the_papers_of_talks_without_wages_name_no_law_on_wages() {
    let story = Story::begin("36", &[]);
    let id = offered(&story, &["women"]);
    let named = get(&story, &id)["offerName"].as_str().unwrap().to_owned();
    assert_ne!(named, "协商意向书", "the province calls that of wage talks so");
    let no_wages = |kind: &str| {
        let paper = story.text(kind, &id);
        for law in ["江西省企业工资集体协商条例", "工资集体协商试行办法"] {
            assert!(!paper.contains(law), "{kind} names the {law}: {paper}");
        }
        paper
    };
    for kind in ["negotiation.offer", "negotiation.informationList", "negotiation.confidentiality"] {
        no_wages(kind);
    }
    story.on("2026-06-23");
    let demand = no_wages("negotiation.demand");
    assert!(demand.contains(&named), "called as on the page: {demand}");
    let case = story.call("negotiation.openWarning", json!({ "id": id }));
    let letter = story.call("letters.get", json!({ "id": case }))["letters"].to_string();
    assert!(letter.contains(&named) && !letter.contains("江西省企业工资集体协商条例"), "{letter}");
}

/// Talks without wages say nothing of wage talks: not the affair, not its duties, not its papers. The laws keep their names.
#[test]
fn talks_without_wages_are_called_by_what_they_are_over() {
    let of_wages = |text: &str| {
        let told = text.replace("工资集体协商条例", "").replace("工资集体协商试行办法", "");
        told.contains("工资集体协商")
    };
    for (kind, place, name) in [
        ("women", "36", "女职工权益保护专项集体协商"),
        ("safety", "22", "劳动安全卫生专项集体协商"),
        ("collective", "41", "集体协商"),
    ] {
        let story = Story::begin(place, &[]);
        let id = agreed(&story, &[kind]);
        let whole = get(&story, &id);
        assert_eq!(whole["title"], format!("2026年度{name}"), "{place}");
        for paper in ["offer", "reply", "representatives", "informationList", "confidentiality"] {
            let text = story.text(&format!("negotiation.{paper}"), &id);
            assert!(text.contains(name) && !of_wages(&text), "{place}: {paper}: {text}");
        }
        let minutes = story.text("negotiation.minutes", &whole["meetings"][0]["id"]);
        assert!(minutes.contains(&format!("2026年度{name}会议纪要")), "{minutes}");
        let papers = story.call("papers.list", json!({})).to_string();
        assert!(!papers.contains("年度工资集体协商"), "{papers}");
    }
    let story = Story::begin("36", &[]);
    let id = offered(&story, &["women"]);
    let name = "女职工权益保护专项集体协商";
    let today = story.call("today.list", json!({}))["duties"].to_string();
    assert!(today.contains(&format!("（2026年度{name}）")), "{today}");
    assert!(!today.contains("年度工资集体协商"), "{today}");
    story.on("2026-06-23");
    // The topic is one of wages, and what was asked for; nothing else is.
    let says_wages = |text: &str| {
        let own =
            ["江西省企业工资集体协商条例", "工资集体协商试行办法", "年度工资增长幅度", "上年度工资总额"];
        own.iter().fold(text.to_owned(), |text, words| text.replace(words, "")).contains("工资")
    };
    for paper in ["demand", "refusalReport", "coordination"] {
        let text = story.text(&format!("negotiation.{paper}"), &id);
        assert!(text.contains(name) && !says_wages(&text), "{paper}: {text}");
    }
    for (kind, name, wages) in [("women", name, false), ("wage", "工资集体协商", true)] {
        let story = Story::begin("36", &[]);
        story.on("2026-06-02");
        let id = story.call("negotiation.start", json!({ "year": 2026, "agreements": [kind] }));
        let sheet = story.text("negotiation.opinionSheet", &id);
        assert!(sheet.contains(&format!("与企业进行2026年度{name}。")), "{sheet}");
        assert_eq!((says_wages(&sheet), sheet.contains("最低工资标准")), (wages, wages), "{sheet}");
    }
}

/// 江西 has a law on wage talks; what is talked about beside wages is opened by that of the nation.
#[test]
fn the_offer_of_a_whole_round_names_every_contract_and_the_law_of_each() {
    let story = Story::begin("36", &[]);
    let id = offered(&story, &["collective", "wage", "women", "safety"]);
    let offer = story.text("negotiation.offer", &id);
    for words in [
        "集体协商意向书",
        "《江西省企业工资集体协商条例》第十九条、《集体合同规定》第三十二条",
        "2026年度集体协商（协商订立集体合同、工资集体合同、女职工权益保护专项集体合同、劳动安全卫生专项集体合同）向贵方",
    ] {
        assert!(offer.contains(words), "{words}: {offer}");
    }
    let story = Story::begin("36", &[]);
    let id = offered(&story, &["wage"]);
    let offer = story.text("negotiation.offer", &id);
    assert!(offer.contains("工资集体协商意向书") && offer.contains("2026年度工资集体协商向贵方"), "{offer}");
    assert!(!offer.contains("《集体合同规定》"), "{offer}");
}

#[test]
fn talks_are_called_anew_with_their_contracts_until_the_offer_is_out() {
    let story = Story::begin("36", &[]);
    story.on("2026-06-02");
    let id = story.call("negotiation.start", json!({ "year": 2026 }));
    let title = || get(&story, &id)["title"].as_str().unwrap().to_owned();
    assert_eq!(title(), "2026年度工资集体协商");
    let women = json!({ "negotiation": id, "kind": "women" });
    let women = story.call("negotiation.addAgreement", women);
    assert_eq!(title(), "2026年度集体协商");
    let wage = agreement(&story, &id, "wage")["id"].clone();
    story.call("negotiation.removeAgreement", json!({ "id": wage }));
    assert_eq!(title(), "2026年度女职工权益保护专项集体协商");
    story.call("trash.restore", json!({ "kind": "agreement", "id": wage }));
    assert_eq!(title(), "2026年度集体协商");
    story.call("negotiation.removeAgreement", json!({ "id": women }));
    assert_eq!(title(), "2026年度工资集体协商");

    let story = Story::begin("36", &[]);
    let id = offered(&story, &["wage"]);
    story.call("negotiation.addAgreement", json!({ "negotiation": id, "kind": "women" }));
    assert_eq!(get(&story, &id)["title"], "2026年度工资集体协商", "so it was called in the offer");
    let offer = story.text("negotiation.offer", &id);
    let contracts = "2026年度工资集体协商（协商订立工资集体合同、女职工权益保护专项集体合同）";
    assert!(offer.contains(contracts), "{offer}");
}

/// Takes the first step of a command back.
fn take_first_back(story: &Story, command: &str) {
    let page = story.call("history.list", json!({ "limit": 14 }));
    let lines = page["lines"].as_array().unwrap();
    let first = lines.iter().rfind(|one| one["op"] == command).unwrap();
    story.call("history.takeBack", json!({ "seq": first["seq"] }));
}

#[test]
fn talks_are_called_by_their_contracts_whatever_step_is_taken_back() {
    let story = Story::begin("36", &[]);
    story.on("2026-06-02");
    let id = story.call("negotiation.start", json!({ "year": 2026 }));
    let title = || get(&story, &id)["title"].as_str().unwrap().to_owned();
    for kind in ["women", "safety"] {
        story.call("negotiation.addAgreement", json!({ "negotiation": id, "kind": kind }));
    }
    let wage = agreement(&story, &id, "wage")["id"].clone();
    story.call("negotiation.removeAgreement", json!({ "id": wage }));
    take_first_back(&story, "negotiation.addAgreement");
    assert_eq!(title(), "2026年度劳动安全卫生专项集体协商");
    // What is undone under it is called by what is left, too.
    for left in ["2026年度集体协商", "2026年度工资集体协商"] {
        story.call("ledger.undo", json!({}));
        assert_eq!(title(), left);
    }

    // A name that the offer bears is not the step's to change.
    let story = Story::begin("36", &[]);
    story.on("2026-06-02");
    let id = story.call("negotiation.start", json!({ "year": 2026, "agreements": ["wage", "women"] }));
    let women = agreement(&story, &id, "women")["id"].clone();
    story.call("negotiation.removeAgreement", json!({ "id": women }));
    let workers = side(["陈望舒", "林知秋", "黄若水"]);
    story.call("negotiation.saveRepresentatives", json!({ "negotiation": id, "workers": workers }));
    let topics = [json!({ "title": "年度工资增长幅度", "proposal": "平均增长6%" })];
    story.call("negotiation.saveOffer", offer(&id, &topics));
    take_first_back(&story, "negotiation.removeAgreement");
    let whole = get(&story, &id);
    assert_eq!(whole["agreements"].as_array().unwrap().len(), 2);
    assert_eq!(whole["title"], "2026年度工资集体协商", "so it was called in the offer");
}

#[test]
fn talks_over_a_collective_contract_alone_keep_secrets_and_chair_in_turn_by_the_text_on_it() {
    let story = Story::begin("36", &[]);
    let id = answered(&story, &["collective"]);
    let talks = get(&story, &id);
    let steps = talks["steps"].as_array().unwrap();
    let meetings = steps.iter().find(|step| step["kind"] == "meetings").unwrap();
    assert_eq!(meetings["missing"], json!(["第1轮会议记录", "保密承诺（6人没有签署）"]));
    let ground = &talks["information"]["secrecyGround"];
    assert!(ground.as_str().unwrap().contains("《集体合同规定》第二十六条"), "{ground}");
    story.paper(
        "negotiation.confidentiality",
        id.as_str().unwrap(),
        &["《集体合同规定》第二十六条", "陈望舒"],
    );
    for day in ["2026-06-20", "2026-06-21"] {
        story.on(day);
        story.call("negotiation.saveMeeting", meeting(&story, &id, day));
    }
    let advice = get(&story, &id)["advice"].to_string();
    let told = "都由职工方主持；双方首席代表应当轮流主持，下一轮请换一方（集体合同规定第三十四条）。";
    assert!(advice.contains(told), "{advice}");
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

/// 河南 has one text on wages and an older one on the other contracts.
#[test]
fn in_henan_each_contract_of_a_round_keeps_to_its_own_text() {
    let story = Story::begin("41", &[]);
    let id = agreed(&story, &["collective", "wage"]);
    let both = ["collective", "wage"].map(|kind| agreement(&story, &id, kind)["id"].clone());
    for of in &both {
        event(&story, &id, of, "drafted", "2026-06-22", json!({}));
    }
    vote(&story, &id, "2026-06-29", &[(&both[0], 41), (&both[1], 40)]);
    for of in &both {
        let facts = json!({ "copies": 5, "termFrom": TERM.0, "termTo": TERM.1 });
        event(&story, &id, of, "signed", "2026-07-02", facts);
    }
    let told = |kind: &str, step: &str| {
        let one = agreement(&story, &id, kind);
        let rungs = one["rungs"].as_array().unwrap();
        rungs.iter().find(|rung| rung["step"] == step).unwrap().clone()
    };
    for (kind, text) in
        [("collective", "河南省企业集体合同条例第十六条"), ("wage", "河南省企业工资集体协商条例第二十八条")]
    {
        assert_eq!(filing(&story, &id, kind), (text.to_owned(), json!("2026-07-09")), "{kind}");
    }
    let up = told("collective", "sendUp");
    assert_eq!(
        (&up["state"], &up["due"], &up["whose"]),
        (&json!("now"), &json!("2026-07-09"), &json!("employer"))
    );
    assert_eq!(told("wage", "sendUp")["state"], "later", "it goes up once it is in effect");
    let [collective, wage] = &both;
    event(&story, &id, collective, "sentUp", "2026-07-03", json!({ "receiver": "县总工会" }));
    assert_eq!(told("collective", "sendUp")["state"], "done");
    for of in [collective, wage] {
        event(&story, &id, of, "filed", "2026-07-03", json!({ "receiver": "县人社局", "copies": 3 }));
    }
    for of in [collective, wage] {
        event(&story, &id, of, "inEffect", "2026-07-18", json!({}));
    }
    for (kind, text, due) in [("collective", "第十九条", "2026-07-28"), ("wage", "第三十条", "2026-07-23")]
    {
        let published = told(kind, "publication");
        assert_eq!(
            (&published["deadline"]["rule"]["article"], &published["due"]),
            (&json!(text), &json!(due)),
            "{kind}: {published}"
        );
    }
}

#[test]
fn a_second_round_of_a_year_is_told_that_its_contract_is_added_to_the_first() {
    let story = Story::begin("36", &[]);
    offered(&story, &["wage"]);
    let refused = story.refused("negotiation.start", json!({ "year": 2026, "agreements": ["women"] }));
    assert_eq!(refused.field.as_deref(), Some("year"), "{}", refused.message);
    assert!(refused.message.contains("在里面增加这份合同"), "{}", refused.message);
}

//! What is told and stands in nobody's way: a term and a number of originals that the law does not expect, renewals that would lie
//! upon each other, what is left out of a volume before it is sealed.

use affairs::duty::DutyKind;
use serde_json::{Value, json};

use super::{
    PIXEL, TERM, agreed, agreement, event, get, meeting, passed, published, sent_up, under_review, vote,
};
use crate::duties::story::Story;

#[test]
fn an_unusual_term_and_too_few_originals_are_told_with_their_articles() {
    let story = Story::begin("36", &[]);
    let id = agreed(&story, &["wage"]);
    let wage = agreement(&story, &id, "wage")["id"].clone();
    event(&story, &id, &wage, "drafted", "2026-06-22", json!({}));
    vote(&story, &id, "2026-06-29", &[(&wage, 41)]);
    let advice = || get(&story, &id)["advice"].to_string();
    assert!(!advice().contains("正本"), "{}", advice());
    let facts = json!({ "copies": 2, "termFrom": "2026-08-01", "termTo": "2030-07-31" });
    let signed = event(&story, &id, &wage, "signed", "2026-07-02", facts);
    for words in ["的期限从2026年8月1日到2030年7月31日", "签了2份正本，不够报送：报送要3份（", "至少5份"]
    {
        assert!(advice().contains(words), "{words}: {}", advice());
    }
    event(&story, &id, &wage, "filed", "2026-07-03", json!({ "receiver": "县人社局", "copies": 3 }));
    assert!(advice().contains("报送了3份，签字时登记的正本只有2份"), "{}", advice());
    let right = json!({
        "id": signed, "kind": "signed", "happenedOn": "2026-07-02", "text": "以书面办理",
        "facts": { "copies": 5, "termFrom": "2026-08-01", "termTo": "2027-07-31" },
    });
    story.call("negotiation.changeEvent", right);
    assert!(!advice().contains("正本") && !advice().contains("的期限从"), "{}", advice());
}

#[test]
fn another_number_of_copies_in_the_text_than_is_signed_or_filed_is_told() {
    let story = Story::begin("36", &[]);
    let (id, wage) = passed(&story);
    let advice = || get(&story, &id)["advice"].to_string();
    let term = json!({ "termFrom": TERM.0, "termTo": TERM.1 });
    let signed = event(&story, &id, &wage, "signed", "2026-07-02", term);
    let words = "的正文写的是一式4份，报送以后双方不能各留一份：报送要3份（";
    assert!(advice().contains(words), "{}", advice());
    let originals = |copies: u32| {
        story.call(
            "negotiation.changeEvent",
            json!({
                "id": signed, "kind": "signed", "happenedOn": "2026-07-02", "text": "以书面办理",
                "facts": { "copies": copies, "termFrom": TERM.0, "termTo": TERM.1 },
            }),
        );
    };
    originals(5);
    let words = "的正文写的是一式4份，签字时登记的正本是5份，请核对";
    assert!(advice().contains(words) && !advice().contains("不能各留一份"), "{}", advice());
    originals(4);
    assert!(advice().contains("签了4份正本，") && !advice().contains("正文写的"), "{}", advice());
}

#[test]
fn an_effect_by_opinion_names_the_number_of_the_opinion() {
    let story = Story::begin("36", &[]);
    let id = agreed(&story, &["wage"]);
    let wage = agreement(&story, &id, "wage")["id"].clone();
    event(&story, &id, &wage, "drafted", "2026-06-22", json!({}));
    vote(&story, &id, "2026-06-29", &[(&wage, 41)]);
    let term = json!({ "copies": 5, "termFrom": "2026-08-01", "termTo": "2027-07-31" });
    event(&story, &id, &wage, "signed", "2026-07-02", term);
    event(&story, &id, &wage, "filed", "2026-07-03", json!({ "receiver": "县人社局", "copies": 3 }));
    story.on("2026-07-10");
    let effect = |number: &str| {
        json!({
            "negotiation": id, "agreement": wage, "kind": "inEffect", "happenedOn": "2026-07-10", "text": "",
            "facts": { "how": "opinion", "number": number },
        })
    };
    for blank in ["", "　"] {
        let refused = story.refused("negotiation.addEvent", effect(blank));
        assert_eq!(refused.field.as_deref(), Some("number"), "{}", refused.message);
    }
    story.call("negotiation.addEvent", effect("审字8号"));
    assert_eq!(agreement(&story, &id, "wage")["state"], "inEffect");
}

#[test]
fn renewals_follow_the_term_one_at_a_time_and_ask_for_no_new_year_meanwhile() {
    let story = Story::begin("31", &[]);
    let (id, wage) = published(&story);
    story.on("2027-06-01");
    story.beside(DutyKind::NegotiationRenewal);
    let renew = |from: &str, to: &str| {
        json!({
            "amends": wage, "act": "renew", "proposedBy": "workers", "proposedOn": "2027-06-01", "reason": "合同即将期满",
            "effectiveOn": "2027-08-01", "termFrom": from, "termTo": to, "terms": [], "changes": [],
        })
    };
    for (from, to) in [("2027-02-01", "2028-01-31"), ("2027-07-31", "2028-07-30")] {
        let refused = story.refused("negotiation.saveAmendment", renew(from, to));
        assert_eq!(refused.field.as_deref(), Some("termFrom"), "{from}: {}", refused.message);
        assert!(refused.message.contains("最早从2027年8月1日起"), "{}", refused.message);
    }
    let first = story.call("negotiation.saveAmendment", renew("2027-08-01", "2028-07-31"));
    story.absent(&[DutyKind::NegotiationRenewal]);
    let second = story.refused("negotiation.saveAmendment", renew("2027-08-01", "2028-07-31"));
    assert!(second.message.contains("已经在办"), "{}", second.message);
    let mut corrected = renew("2027-08-01", "2028-07-31");
    (corrected["id"], corrected["reason"]) = (first.clone(), json!("合同即将期满，双方同意续签"));
    story.call("negotiation.saveAmendment", corrected);
    story.call("negotiation.removeAgreement", json!({ "id": first }));
    story.beside(DutyKind::NegotiationRenewal);

    let first = story.call("negotiation.saveAmendment", renew("2027-08-01", "2028-07-31"));
    story.call("negotiation.saveMeeting", meeting(&story, &id, "2027-06-01"));
    event(&story, &id, &first, "drafted", "2027-06-01", json!({}));
    vote(&story, &id, "2027-06-08", &[(&first, 42)]);
    event(&story, &id, &first, "signed", "2027-06-09", json!({ "copies": 5 }));
    event(&story, &id, &first, "filed", "2027-06-10", json!({ "receiver": "区人社局" }));
    event(&story, &id, &first, "inEffect", "2027-06-25", json!({}));
    let mut next = renew("2028-07-01", "2029-06-30");
    next["proposedOn"] = json!("2027-06-25");
    let refused = story.refused("negotiation.saveAmendment", next.clone());
    assert!(refused.message.contains("最早从2028年8月1日起"), "the renewed term: {}", refused.message);
    (next["termFrom"], next["termTo"]) = (json!("2028-08-01"), json!("2029-07-31"));
    story.call("negotiation.saveAmendment", next);
}

#[test]
fn what_silence_brought_into_effect_wants_no_opinion_in_its_volume() {
    let review = |story: &Story, id: &Value| {
        let archive = story.call("archive.list", json!({ "of": { "kind": "negotiation", "id": id } }));
        let parts = archive["parts"].as_array().unwrap().clone();
        parts.into_iter().find(|one| one["name"] == "审查").unwrap()["absent"].clone()
    };
    let told = |story: &Story, id: &Value| get(story, id)["closing"]["told"].to_string();
    let story = Story::begin("36", &[]);
    let (id, _) = sent_up(&story);
    assert_eq!(review(&story, &id), "期限内没有异议即生效，没有审查意见书");
    let empty = told(&story, &id);
    assert!(empty.contains("“报送”") && !empty.contains("“审查”"), "nothing lacks there: {empty}");

    // Where the department wrote that it has no objection, its opinion belongs there.
    let story = Story::begin("36", &[]);
    let (id, wage) = under_review(&story);
    let opinion = json!({ "how": "opinion", "number": "审字8号" });
    event(&story, &id, &wage, "inEffect", "2026-07-10", opinion);
    assert_eq!(review(&story, &id), "登记了审查结果，没有添加审查意见的扫描件");
    assert!(told(&story, &id).contains("“审查”"), "{}", told(&story, &id));
}

#[test]
fn before_the_seal_the_empty_parts_are_named_and_a_sending_is_kept_after_it() {
    let story = Story::begin("36", &[]);
    let (id, _) = sent_up(&story);
    story.call("papers.issue", json!({ "kind": "negotiation.offer", "of": id }));
    let told = get(&story, &id)["closing"]["told"].to_string();
    for words in ["归档卷里还空着的", "“代表产生”（代表名单还没有印发）", "“报送”"]
    {
        assert!(told.contains(words), "{words}: {told}");
    }
    assert!(!told.contains("“要约”"), "the offer lies there: {told}");
    let out = story.call("outgoing.list", json!({ "kind": "negotiation.offer" }));
    let sending = |receiver: &str| {
        json!({
            "paper": out["rows"][0]["id"], "receiver": receiver, "manner": "handed", "sentOn": "2026-07-20",
        })
    };
    let receipt = |of: &Value, name: &str| {
        let of = json!({ "kind": "sending", "id": of });
        json!({ "of": of, "pasted": PIXEL, "name": name })
    };
    let first = story.call("outgoing.saveSending", sending("赣江机械有限公司"));
    story.job("files.add", receipt(&first, "公司回执.png"));
    story.call("negotiation.seal", json!({ "id": id }));
    let before = get(&story, &id);
    let archive = || story.call("archive.list", json!({ "of": { "kind": "negotiation", "id": id } }));
    let filed = archive();
    assert!(filed.to_string().contains("公司回执.png"), "{filed}");
    let later = story.call("outgoing.saveSending", sending("县总工会"));
    story.job("files.add", receipt(&later, "县总工会回执.png"));
    story.job("files.add", receipt(&first, "公司又一份回执.png"));
    assert_eq!(get(&story, &id), before, "to whom a copy goes is the office's, and nothing of the affair");
    assert_eq!(archive(), filed, "what came after the seal is not filed with it");

    // What lies in the volume stays as it was; when it was signed for may still be entered.
    let file = story.call("files.list", json!({ "of": { "kind": "sending", "id": first } }))[0]["id"].clone();
    let mut moved = sending("别的公司");
    moved["id"] = first.clone();
    for (name, args) in [
        ("files.remove", json!({ "id": file })),
        ("files.rename", json!({ "id": file, "name": "改名.png" })),
        ("outgoing.saveSending", moved),
        ("outgoing.removeSending", json!({ "id": first })),
    ] {
        let refused = story.refused(name, args);
        assert_eq!(refused.code, "sealed", "{name}: {}", refused.message);
    }
    let mut signed = sending("赣江机械有限公司");
    signed["id"] = first;
    (signed["signedBy"], signed["signedOn"]) = (json!("万里程"), json!("2026-07-20"));
    story.call("outgoing.saveSending", signed);
    story.call("outgoing.removeSending", json!({ "id": later }));
    assert_eq!(archive(), filed);
}

#[test]
fn records_notices_and_mandates_of_the_representatives_are_filed_with_them() {
    let story = Story::begin("36", &[]);
    let id = story.call("negotiation.start", json!({ "year": 2026 }));
    let one = |name: &str, chief: bool| {
        json!({
            "name": name, "sex": "male", "post": "电焊工", "chief": chief, "frontLine": true, "chosenHow": "职代会选举",
            "chosenOn": "2026-06-01",
        })
    };
    let workers = [one("陈望舒", true), one("周喆", false), one("王伟", false)];
    story.call("negotiation.saveRepresentatives", json!({ "negotiation": id, "workers": workers }));
    let talks = get(&story, &id);
    let candidates: Vec<Value> = (talks["representatives"].as_array().unwrap().iter())
        .map(|one| {
            json!({
                "representative": one["id"], "name": one["record"]["name"], "sex": "male", "post": "电焊工", "votesFor": 41,
                "votesAgainst": 1, "abstained": 0,
            })
        })
        .collect();
    let election = story.call("negotiation.saveElection", json!({
        "negotiation": id, "meeting": "第三届职工代表大会第四次会议", "heldOn": "2026-06-01", "begins": "14:00",
        "place": "职工活动中心", "chair": "陈望舒", "chairPost": "工会主席", "recorder": "沈一诺", "due": 45, "present": 42,
        "way": "secret", "given": 42, "returned": 42, "valid": 42, "candidates": candidates, "tellers": ["艾小梅"],
        "scrutineers": ["付春生"], "proposedBy": "工会委员会提名", "postFrom": "2026-06-02", "postTo": "2026-06-08", "postPlaces": "各车间公告栏",
        "objectionsWho": "邓玉兰", "objectionsOffice": "办公楼206室", "objectionsPhone": "分机8206",
    }));
    let mandate = story.call("negotiation.saveMandate", json!({
        "negotiation": id, "kind": "adviser", "side": "workers", "name": "欧阳静怡", "sex": "female",
        "unit": "明理律师事务所", "profession": "律师", "idLast4": "0028", "principal": "陈望舒",
        "principalPost": "工会主席", "scope": ["提供咨询"], "givenOn": "2026-06-01", "fromOn": "2026-06-01",
    }));
    let papers = [
        ("negotiation.electionRecord", &election),
        ("negotiation.electionNotice", &id),
        ("negotiation.adviserMandate", &mandate),
    ];
    for (kind, of) in papers {
        story.call("papers.issue", json!({ "kind": kind, "of": of }));
    }
    let archive = story.call("archive.list", json!({ "of": { "kind": "negotiation", "id": id } }));
    let part = archive["parts"].as_array().unwrap().iter().find(|one| one["name"] == "代表产生").unwrap();
    let titles: Vec<&str> =
        part["items"].as_array().unwrap().iter().map(|one| one["title"].as_str().unwrap()).collect();
    assert_eq!(titles.len(), 3, "the record, the notice and the mandate: {titles:?}");
}

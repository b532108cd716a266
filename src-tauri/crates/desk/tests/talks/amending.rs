//! Changing, rescinding, ending and renewing an agreement in force: the same procedure as its conclusion, by the grounds that the law
//! of the place lists, and what it does to the agreement.

use serde_json::{Value, json};

use super::{agreement, event, get, meeting, published, vote};
use crate::duties::story::Story;

fn change(wage: &Value) -> Value {
    json!({
        "amends": wage, "act": "change", "proposedBy": "workers", "proposedOn": "2026-09-01", "ground": "item1",
        "reason": "新线投产后原有计件单价不能反映实际劳动量", "effectiveOn": "2026-10-01", "terms": ["差额在10月工资中补发"],
        "changes": [{ "clause": "夜班津贴", "was": "每班30元", "becomes": "每班40元" }],
    })
}

fn course<'a>(talks: &'a Value, id: &Value) -> &'a Value {
    let all = talks["amendments"].as_array().unwrap();
    &all.iter().find(|one| one["course"]["id"] == *id).unwrap()["course"]
}

fn rung(course: &Value, step: &str) -> Value {
    course["rungs"].as_array().unwrap().iter().find(|rung| rung["step"] == step).unwrap().clone()
}

#[test]
fn a_change_goes_the_way_of_the_conclusion_and_its_paper_says_what_changes() {
    let story = Story::begin("31", &[]);
    let (id, wage) = published(&story);
    story.on("2026-09-01");
    for (what, key, value, field) in [
        ("no ground of the law", "ground", json!(""), "ground"),
        ("a ground that the law does not list", "ground", json!("item99"), "ground"),
        ("no reason", "reason", json!(" "), "reason"),
        ("nothing that changes", "changes", json!([]), "changes"),
        ("before it was proposed", "effectiveOn", json!("2026-08-31"), "effectiveOn"),
        ("after the end of the term", "effectiveOn", json!("2027-08-01"), "effectiveOn"),
        ("a term of its own", "termTo", json!("2027-12-31"), "termTo"),
        ("two terms in one", "terms", json!(["差额补发\n另行公布"]), "terms"),
    ] {
        let mut spoiled = change(&wage);
        spoiled[key] = value;
        let refused = story.refused("negotiation.saveAmendment", spoiled);
        assert_eq!(refused.field.as_deref(), Some(field), "{what}: {}", refused.message);
    }
    let amendment = story.call("negotiation.saveAmendment", change(&wage));
    let add = |kind: &str, on: &str| json!({ "negotiation": id, "agreement": amendment, "kind": kind, "happenedOn": on, "text": "" });
    let unmet = story.refused("negotiation.addEvent", add("drafted", "2026-09-01"));
    assert!(unmet.message.contains("协商会议"), "talked about after it was proposed: {}", unmet.message);
    story.on("2026-09-08");
    story.call("negotiation.saveMeeting", meeting(&story, &id, "2026-09-08"));
    event(&story, &id, &amendment, "drafted", "2026-09-08", json!({}));
    let unvoted = story.refused("negotiation.addEvent", add("signed", "2026-09-08"));
    assert!(unvoted.message.contains("表决通过"), "{}", unvoted.message);
    vote(&story, &id, "2026-09-14", &[(&amendment, 42)]);
    event(&story, &id, &amendment, "signed", "2026-09-15", json!({ "copies": 5 }));
    let filing = rung(course(&get(&story, &id), &amendment), "filing");
    assert_eq!(filing["state"], "now", "{filing}");
    // The tenth day is 中秋节.
    assert_eq!(filing["due"], "2026-09-26", "ten days from the signature: {filing}");
    event(&story, &id, &amendment, "filed", "2026-09-16", json!({ "receiver": "区人社局" }));
    event(
        &story,
        &id,
        &amendment,
        "inEffect",
        "2026-10-01",
        json!({ "how": "opinion", "number": "审字8号" }),
    );
    let talks = get(&story, &id);
    assert_eq!(course(&talks, &amendment)["state"], "inEffect");
    assert_eq!(talks["agreements"][0]["state"], "inEffect", "the agreement itself goes on");
    let paper = story.text("negotiation.amendment", &amendment);
    for words in
        ["变更协议", "每班30元", "每班40元", "差额在10月工资中补发", "2026年10月1日", "赞成42票", "集体合同"]
    {
        assert!(paper.contains(words), "{words}: {paper}");
    }
}

#[test]
fn a_rescission_ends_the_agreement_on_its_day_and_is_filed_by_its_clock() {
    for (place, article, due) in [("36", "第二十六条", "2026-10-08"), ("11", "第四十八条", "2026-10-11")]
    {
        let story = Story::begin(place, &[]);
        let (id, wage) = published(&story);
        story.on("2026-09-01");
        let mut rescind = change(&wage);
        rescind["act"] = json!("rescind");
        rescind["changes"] = json!([]);
        let amendment = story.call("negotiation.saveAmendment", rescind);
        story.on("2026-09-08");
        story.call("negotiation.saveMeeting", meeting(&story, &id, "2026-09-08"));
        event(&story, &id, &amendment, "drafted", "2026-09-08", json!({}));
        vote(&story, &id, "2026-09-14", &[(&amendment, 42)]);
        event(&story, &id, &amendment, "signed", "2026-09-15", json!({ "copies": 5 }));
        assert_eq!(agreement(&story, &id, "wage")["state"], "inEffect", "{place}: not before its day");
        let reviewed = json!({
            "negotiation": id, "agreement": amendment, "kind": "filed", "happenedOn": "2026-09-15", "text": "",
        });
        let refused = story.refused("negotiation.addEvent", reviewed);
        assert!(refused.message.contains("解除备案"), "{place}: {}", refused.message);
        story.on("2026-10-01");
        assert_eq!(agreement(&story, &id, "wage")["state"], "over", "{place}: from its day");
        let filing = rung(course(&get(&story, &id), &amendment), "rescission");
        assert_eq!((&filing["state"], &filing["due"]), (&json!("now"), &json!(due)), "{place}: {filing}");
        assert_eq!(filing["deadline"]["rule"]["article"], article, "{place}");
        event(&story, &id, &amendment, "rescissionFiled", "2026-10-02", json!({ "receiver": "县人社局" }));
        let filing = rung(course(&get(&story, &id), &amendment), "rescission");
        assert_eq!(filing["state"], "done", "{place}");
        let open = get(&story, &id)["closing"]["open"].clone();
        assert_eq!(open, json!([]), "{place}: nothing is open any more");
    }
}

/// A wage contract of a place whose rescission is signed, and the amendment.
fn rescinded(story: &Story) -> (Value, Value) {
    let (id, wage) = published(story);
    story.on("2026-09-01");
    let mut rescind = change(&wage);
    rescind["act"] = json!("rescind");
    rescind["changes"] = json!([]);
    let amendment = story.call("negotiation.saveAmendment", rescind);
    story.on("2026-09-08");
    story.call("negotiation.saveMeeting", meeting(story, &id, "2026-09-08"));
    event(story, &id, &amendment, "drafted", "2026-09-08", json!({}));
    vote(story, &id, "2026-09-14", &[(&amendment, 42)]);
    event(story, &id, &amendment, "signed", "2026-09-15", json!({ "copies": 5 }));
    (id, amendment)
}

#[test]
fn the_upper_union_is_told_of_a_rescission_where_the_law_binds_the_union_to_it() {
    let story = Story::begin("37", &[]);
    let (id, amendment) = rescinded(&story);
    let told = rung(course(&get(&story, &id), &amendment), "sendUp");
    assert_eq!((&told["state"], &told["whose"]), (&json!("now"), &json!("union")), "{told}");
    assert_eq!(told["title"], "把合同解除的情况书面报告上级工会");
    assert!(told["rule"]["short"].as_str().unwrap().ends_with("第四十一条"), "{told}");
    event(&story, &id, &amendment, "sentUp", "2026-09-16", json!({ "receiver": "县总工会" }));
    let told = rung(course(&get(&story, &id), &amendment), "sendUp");
    assert_eq!((&told["state"], &told["on"]), (&json!("done"), &json!("2026-09-16")), "{told}");

    // 江西 lets the union do it: it is told and not asked for.
    let story = Story::begin("36", &[]);
    let (id, amendment) = rescinded(&story);
    let course = course(&get(&story, &id), &amendment).clone();
    assert_eq!(rung(&course, "sendUp")["state"], "notNeeded");
    let filing = rung(&course, "rescission");
    assert!(
        filing["origin"].as_str().unwrap().contains("可以将变更或者解除的情况书面报告上级工会"),
        "{filing}"
    );
}

#[test]
fn a_rescission_holds_from_its_signature_where_that_comes_after_its_day() {
    let story = Story::begin("36", &[]);
    let (id, wage) = published(&story);
    story.on("2026-09-01");
    let mut rescind = change(&wage);
    (rescind["act"], rescind["changes"]) = (json!("rescind"), json!([]));
    rescind["effectiveOn"] = json!("2026-09-10");
    let amendment = story.call("negotiation.saveAmendment", rescind);
    story.on("2026-09-08");
    story.call("negotiation.saveMeeting", meeting(&story, &id, "2026-09-08"));
    event(&story, &id, &amendment, "drafted", "2026-09-08", json!({}));
    vote(&story, &id, "2026-09-14", &[(&amendment, 42)]);
    event(&story, &id, &amendment, "signed", "2026-09-15", json!({ "copies": 5 }));
    let told = course(&get(&story, &id), &amendment)["stateWord"].clone();
    assert_eq!(told, "已签字，2026年9月15日起解除");
    assert_eq!(agreement(&story, &id, "wage")["state"], "over");
}

#[test]
fn an_ending_is_signed_and_a_renewal_moves_the_term_on() {
    let story = Story::begin("31", &[]);
    let (id, wage) = published(&story);
    story.on("2027-05-10");
    let mut renew = change(&wage);
    renew["act"] = json!("renew");
    renew["changes"] = json!([]);
    renew["ground"] = json!("");
    renew["proposedOn"] = json!("2027-05-10");
    renew["effectiveOn"] = json!("2027-08-01");
    let refused = story.refused("negotiation.saveAmendment", renew.clone());
    assert_eq!(refused.field.as_deref(), Some("termFrom"), "{}", refused.message);
    (renew["termFrom"], renew["termTo"]) = (json!("2027-08-01"), json!("2028-07-31"));
    let renewal = story.call("negotiation.saveAmendment", renew);
    story.call("negotiation.saveMeeting", meeting(&story, &id, "2027-05-10"));
    event(&story, &id, &renewal, "drafted", "2027-05-11", json!({}));
    vote(&story, &id, "2027-05-18", &[(&renewal, 42)]);
    event(&story, &id, &renewal, "signed", "2027-05-19", json!({ "copies": 5 }));
    event(&story, &id, &renewal, "filed", "2027-05-20", json!({ "receiver": "区人社局" }));
    assert_eq!(agreement(&story, &id, "wage")["termTo"], super::TERM.1, "not before its effect");
    event(&story, &id, &renewal, "inEffect", "2027-06-04", json!({}));
    assert_eq!(agreement(&story, &id, "wage")["termTo"], "2028-07-31");

    story.on("2027-09-01");
    let mut end = change(&wage);
    end["act"] = json!("end");
    end["changes"] = json!([]);
    (end["proposedOn"], end["effectiveOn"]) = (json!("2027-09-01"), json!("2027-09-30"));
    let ending = story.call("negotiation.saveAmendment", end);
    story.call("negotiation.saveMeeting", meeting(&story, &id, "2027-09-01"));
    event(&story, &id, &ending, "drafted", "2027-09-02", json!({}));
    event(&story, &id, &ending, "signed", "2027-09-03", json!({ "copies": 5 }));
    story.on("2027-09-30");
    assert_eq!(agreement(&story, &id, "wage")["state"], "over");
}

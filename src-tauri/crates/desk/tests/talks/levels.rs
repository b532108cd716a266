//! The table of pay levels before and after the wage contract is signed that has it attached: entered late with a reason, corrected
//! with a reason, changed by a signed amendment, and never unasked.

use serde_json::{Value, json};

use super::settled::change;
use super::{agreed, event, from_signature, get, meeting, passed, published, vote};
use crate::duties::story::Story;

const TABLE: &str = "《工种和技能等级工资水平表》";

fn level(grade: &str, from: i64) -> Value {
    json!({ "trade": "焊工", "grade": grade, "from": from, "to": from + 100_000 })
}

/// The table with what is said of its change.
fn table(id: &Value, levels: &[Value], why: Value) -> Value {
    let mut table = json!({ "negotiation": id, "levels": levels, "forms": [] });
    for (key, value) in why.as_object().unwrap() {
        table[key.as_str()] = value.clone();
    }
    table
}

/// The words and the reason of each note about the table.
fn notes(story: &Story, id: &Value) -> Vec<(String, Value)> {
    let talks = get(story, id);
    let all = talks["events"].as_array().unwrap();
    let words = |one: &Value| (one["text"].as_str().unwrap().to_owned(), one["lateEntry"].clone());
    all.iter().map(words).filter(|(words, _)| words.contains(TABLE)).collect()
}

#[test]
fn before_the_signature_the_table_is_changed_freely() {
    let story = Story::begin("36", &[]);
    let id = agreed(&story, &["wage"]);
    for from in [500_000, 510_000] {
        story.call("skillPay.save", table(&id, &[level("senior", from)], json!({})));
    }
    assert!(notes(&story, &id).is_empty());
    assert_eq!(story.call("skillPay.get", json!({ "id": id }))["signed"], Value::Null);
}

#[test]
fn rows_that_change_places_and_a_new_one_that_is_what_another_was_all_stand() {
    let story = Story::begin("36", &[]);
    let id = agreed(&story, &["wage"]);
    let kept = || story.call("skillPay.get", json!({ "id": id }))["levels"].as_array().unwrap().clone();
    let told = || -> Vec<Value> { kept().iter().map(|one| json!([one["grade"], one["from"]])).collect() };
    let first = [level("senior", 500_000), level("technician", 600_000)];
    story.call("skillPay.save", table(&id, &first, json!({})));
    let mut swapped = kept();
    swapped[0]["grade"] = json!("technician");
    swapped[1]["grade"] = json!("senior");
    story.call("skillPay.save", table(&id, &swapped, json!({})));
    assert_eq!(told(), [json!(["technician", 500_000]), json!(["senior", 600_000])]);
    let mut more = kept();
    more[1]["grade"] = json!("junior");
    more.push(level("senior", 700_000));
    story.call("skillPay.save", table(&id, &more, json!({})));
    let all = [json!(["technician", 500_000]), json!(["junior", 600_000]), json!(["senior", 700_000])];
    assert_eq!(told(), all, "the new row is no other row");
}

#[test]
fn under_a_signed_contract_the_table_is_entered_late_and_corrected_with_a_reason() {
    let story = Story::begin("36", &[]);
    let (id, _) = published(&story);
    let save = |levels: &[Value], why: Value| table(&id, levels, why);
    let first = level("senior", 500_000);
    let asked = story.refused("skillPay.save", save(std::slice::from_ref(&first), json!({})));
    assert_eq!((asked.code.as_str(), asked.field.as_deref()), ("refused", Some("lateEntry")));
    assert!(asked.message.contains("补录的理由") && asked.message.contains("登记变更"), "{}", asked.message);
    assert_eq!(story.call("skillPay.get", json!({ "id": id }))["signed"]["amendments"], json!([]));

    let late = json!({ "lateEntry": "签字时附在合同后面，当时没有登记" });
    story.call("skillPay.save", save(std::slice::from_ref(&first), late.clone()));
    story.call("skillPay.save", save(std::slice::from_ref(&first), json!({})));
    // An entry in two goes.
    let both = [first, level("technician", 600_000)];
    let asked = story.refused("skillPay.save", save(&both, json!({})));
    assert_eq!(asked.field.as_deref(), Some("lateEntry"), "{}", asked.message);
    story.call("skillPay.save", save(&both, late.clone()));
    let told = notes(&story, &id);
    assert_eq!(told.len(), 2, "{told:?}");
    assert_eq!(told[0], (format!("补录{TABLE}"), late["lateEntry"].clone()));

    // What stands is not changed by a late entry.
    let mended = [level("senior", 500_000), level("technician", 610_000)];
    for (why, what) in [(json!({}), "no reason"), (late, "a late entry adds")] {
        let asked = story.refused("skillPay.save", save(&mended, why));
        assert_eq!(asked.field.as_deref(), Some("correction"), "{what}: {}", asked.message);
        assert!(asked.message.contains("更正的理由"), "{what}: {}", asked.message);
    }
    story.call("skillPay.save", save(&mended, json!({ "correction": "6100元错登成6000元" })));
    let told = notes(&story, &id);
    assert_eq!(told[2], (format!("更正{TABLE}：6100元错登成6000元"), Value::Null));
    let standing = story.call("skillPay.get", json!({ "id": id }));
    assert_eq!(standing["levels"][1]["from"], 610_000, "{standing}");
}

#[test]
fn after_a_signed_amendment_the_table_is_changed_under_it() {
    let story = Story::begin("31", &[]);
    let (id, wage) = published(&story);
    let late = json!({ "lateEntry": "签字时附在合同后面，当时没有登记" });
    story.call("skillPay.save", table(&id, &[level("senior", 500_000)], late));
    story.on("2026-09-01");
    let amendment = story.call("negotiation.saveAmendment", json!({
        "amends": wage, "act": "change", "proposedBy": "workers", "proposedOn": "2026-09-01", "ground": "item1",
        "reason": "新线投产，技能要求提高", "effectiveOn": "2026-10-01", "terms": [],
        "changes": [{ "clause": "附件", "was": "高级工每月5000元", "becomes": "高级工每月5300元" }],
    }));
    let changed = || table(&id, &[level("senior", 530_000)], json!({ "amendment": amendment }));
    let unsigned = story.refused("skillPay.save", changed());
    assert_eq!(unsigned.field.as_deref(), Some("amendment"), "{}", unsigned.message);
    story.on("2026-09-08");
    story.call("negotiation.saveMeeting", meeting(&story, &id, "2026-09-08"));
    event(&story, &id, &amendment, "drafted", "2026-09-08", json!({}));
    vote(&story, &id, "2026-09-14", &[(&amendment, 42)]);
    event(&story, &id, &amendment, "signed", "2026-09-15", json!({ "copies": 5 }));
    let offered = story.call("skillPay.get", json!({ "id": id }))["signed"]["amendments"].clone();
    assert_eq!(offered[0]["id"], amendment, "{offered}");
    story.call("skillPay.save", changed());
    let told = notes(&story, &id);
    assert!(told[1].0.starts_with("按《") && told[1].0.ends_with(&format!("变更{TABLE}")), "{told:?}");
    assert_eq!(story.call("skillPay.get", json!({ "id": id }))["levels"][0]["from"], 530_000);
}

#[test]
fn under_a_text_that_is_kept_the_table_changes_by_each_of_the_three_ways_and_by_no_other() {
    let story = Story::begin("36", &[]);
    let (id, wage) = passed(&story);
    from_signature(&story, &id, &wage);
    let kept = story.call("contract.get", json!({ "agreement": wage }))["versions"].clone();
    assert_eq!(kept.as_array().unwrap().len(), 1, "the text is kept as it was passed: {kept}");
    let save = |from: i64, why: Value| table(&id, &[level("senior", from)], why);
    let stands = || story.call("skillPay.get", json!({ "id": id }))["levels"].clone();

    let asked = story.refused("skillPay.save", save(500_000, json!({})));
    assert_eq!(asked.field.as_deref(), Some("lateEntry"), "{}", asked.message);
    story.call("skillPay.save", save(500_000, json!({ "lateEntry": "签字时附在合同后面，当时没有登记" })));
    // Taken back and done again, the note goes and comes with the table.
    story.call("ledger.undo", json!({}));
    assert_eq!((stands(), notes(&story, &id).len()), (json!([]), 0));
    story.call("ledger.redo", json!({}));
    assert_eq!((&stands()[0]["from"], notes(&story, &id).len()), (&json!(500_000), 1));

    let asked = story.refused("skillPay.save", save(510_000, json!({})));
    assert_eq!(asked.field.as_deref(), Some("correction"), "{}", asked.message);
    story.call("skillPay.save", save(510_000, json!({ "correction": "5100元错登成5000元" })));
    assert_eq!(stands()[0]["from"], 510_000);

    story.on("2026-09-01");
    let amendment = story.call("negotiation.saveAmendment", change(&wage));
    story.on("2026-09-08");
    story.call("negotiation.saveMeeting", meeting(&story, &id, "2026-09-08"));
    event(&story, &id, &amendment, "drafted", "2026-09-08", json!({}));
    vote(&story, &id, "2026-09-14", &[(&amendment, 42)]);
    event(&story, &id, &amendment, "signed", "2026-09-15", json!({ "copies": 5 }));
    let asked = story.refused("skillPay.save", save(530_000, json!({})));
    assert_eq!(asked.field.as_deref(), Some("correction"), "{}", asked.message);
    story.call("skillPay.save", save(530_000, json!({ "amendment": amendment })));
    assert_eq!((&stands()[0]["from"], notes(&story, &id).len()), (&json!(530_000), 3));
}

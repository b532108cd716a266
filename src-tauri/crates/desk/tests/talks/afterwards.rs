//! What is written into the ledger only after it was voted or signed: a text that is typed later is open until it is whole and something
//! happens to its contract, a slip in it is mended with its reason, and a vote that is called late by a correction frees nothing of what it settled.

use serde_json::{Value, json};

use super::inspector::BLANKS;
use super::settled::written;
use super::{TERM, agreed, agreement, event, fill_head, from_signature, passed, published, session, vote};
use crate::duties::story::Story;

/// A contract that was voted on and signed on 2 July while its text was not in the ledger.
fn signed(story: &Story) -> (Value, Value) {
    let id = agreed(story, &["wage"]);
    let wage = agreement(story, &id, "wage")["id"].clone();
    event(story, &id, &wage, "drafted", "2026-06-22", json!({}));
    vote(story, &id, "2026-06-29", &[(&wage, 41)]);
    let facts = json!({ "copies": 5, "termFrom": TERM.0, "termTo": TERM.1 });
    event(story, &id, &wage, "signed", "2026-07-02", facts);
    (id, wage)
}

fn fill(wage: &Value, name: &str, value: &str) -> Value {
    json!({ "agreement": wage, "name": name, "value": value })
}

/// Every blank of the text filled.
fn filled(story: &Story, wage: &Value) {
    for (name, value) in BLANKS.iter().copied().chain([("企业最低月工资", "2360")]) {
        story.call("contract.fill", fill(wage, name, value));
    }
}

/// Nothing of the words changes any more.
#[track_caller]
fn is_closed(story: &Story, wage: &Value) {
    let clause = json!({ "agreement": wage, "item": "general", "text": "全体职工月工资另增长百分之十。" });
    for (name, args) in [("contract.fill", fill(wage, "工资增长幅度", "1")), ("contract.saveClause", clause)]
    {
        let refused = story.refused(name, args);
        assert!(refused.message.contains("合同已经签字，文字不能再改"), "{name}: {}", refused.message);
    }
}

#[test]
fn a_text_typed_after_the_signature_is_settled_by_the_filing() {
    let story = Story::begin("36", &[]);
    let (id, wage) = signed(&story);
    let corrected = written(&story, &wage);
    story.call("contract.fill", fill(&wage, "夜班津贴", "35"));
    event(&story, &id, &wage, "filed", "2026-07-03", json!({ "receiver": "县人社局", "copies": 3 }));
    is_closed(&story, &wage);
    let draft = story.call("contract.get", json!({ "agreement": wage }));
    assert_eq!(draft["versions"][0]["note"], "双方签字的文本", "{}", draft["versions"]);
    let refused = story.refused("history.takeBack", json!({ "seq": corrected }));
    assert!(refused.message.contains("填好的空不能再变"), "{}", refused.message);
}

#[test]
fn a_text_is_typed_to_its_end_and_settled_by_what_happens_next() {
    let story = Story::begin("36", &[]);
    let (id, wage) = signed(&story);
    story.call("contract.start", json!({ "agreement": wage }));
    event(&story, &id, &wage, "filed", "2026-07-03", json!({ "receiver": "县人社局", "copies": 3 }));
    filled(&story, &wage);
    event(&story, &id, &wage, "inEffect", "2026-07-18", json!({}));
    is_closed(&story, &wage);

    let story = Story::begin("36", &[]);
    let (id, wage) = published(&story);
    story.call("contract.start", json!({ "agreement": wage }));
    filled(&story, &wage);
    story.call("contract.fill", fill(&wage, "夜班津贴", "35"));
    event(&story, &id, &wage, "explained", "2026-08-03", json!({}));
    is_closed(&story, &wage);
}

#[test]
fn a_half_typed_text_stays_open_through_what_happens_meanwhile() {
    let story = Story::begin("36", &[]);
    let (id, wage) = signed(&story);
    let clause = |item: &str, text: &str| json!({ "agreement": wage, "item": item, "text": text });
    story.call("contract.saveClause", clause("general", "本合同适用于本单位全体职工。"));
    story.call("contract.saveClause", clause("level", "职工月平均工资增长百分之六。"));
    fill_head(&story, &wage);
    event(&story, &id, &wage, "filed", "2026-07-03", json!({ "receiver": "县人社局", "copies": 3 }));
    let draft = story.call("contract.get", json!({ "agreement": wage }));
    assert_eq!((&draft["versions"], &draft["copied"]), (&json!([]), &json!(false)), "nothing is kept yet");
    story.call("contract.saveClause", clause("bonus", "夜班津贴每班次三十元。"));
    // Where the paper has no more than that, it is kept by hand.
    story.call("contract.keep", json!({ "agreement": wage, "note": "双方签字的文本" }));
    is_closed(&story, &wage);
}

#[test]
fn a_slip_in_a_text_copied_from_its_paper_is_mended_with_its_reason() {
    let story = Story::begin("36", &[]);
    let (id, wage) = signed(&story);
    story.call("contract.start", json!({ "agreement": wage }));
    filled(&story, &wage);
    event(&story, &id, &wage, "filed", "2026-07-03", json!({ "receiver": "县人社局", "copies": 3 }));
    is_closed(&story, &wage);
    let draft = || story.call("contract.get", json!({ "agreement": wage }));
    assert_eq!(draft()["copied"], true);
    let mut mended = fill(&wage, "夜班津贴", "35");
    mended["correction"] = json!("夜班津贴录错");
    story.call("contract.fill", mended);
    let chapters = draft()["chapters"].clone();
    let first = chapters[0]["clauses"][0]["clause"].clone();
    let clause = |text: &str, why: &str| {
        json!({
            "agreement": wage, "id": first["id"], "item": first["item"], "text": text, "correction": why,
        })
    };
    story.call("contract.saveClause", clause("本合同适用于本单位全体职工。", "第一条多录一句"));
    let notes: Vec<Value> =
        draft()["versions"].as_array().unwrap().iter().map(|one| one["note"].clone()).collect();
    let told = ["照签字的纸面更正：第一条多录一句", "照签字的纸面更正：夜班津贴录错", "双方签字的文本"];
    assert_eq!(notes, told.map(Value::from), "each correction is a version of its own");
    let refused = story.refused("contract.saveClause", clause("本合同适用于本单位全体职工。", "再改一次"));
    assert!(refused.message.contains("没有改动"), "{}", refused.message);
    let refused = story.refused("contract.saveClause", clause("另一句话。", &"长".repeat(41)));
    assert_eq!(refused.field.as_deref(), Some("correction"), "{}", refused.message);
    is_closed(&story, &wage);

    // What the congress passed in the ledger is no copy: no reason changes it.
    let story = Story::begin("36", &[]);
    let (id, wage) = passed(&story);
    from_signature(&story, &id, &wage);
    assert_eq!(story.call("contract.get", json!({ "agreement": wage }))["copied"], false);
    let mut other = fill(&wage, "夜班津贴", "35");
    other["correction"] = json!("夜班津贴录错");
    let refused = story.refused("contract.fill", other);
    assert!(refused.message.contains("合同已经签字，文字不能再改"), "{}", refused.message);
}

/// The signature as its form sends it again, with another last day of the term and nothing else.
fn signed_until(story: &Story, id: &Value, to: &str) -> Value {
    let events = agreement(story, id, "wage")["events"].clone();
    let one = events.as_array().unwrap().iter().find(|one| one["kind"] == "signed").unwrap().clone();
    let facts = json!({ "copies": 5, "termFrom": TERM.0, "termTo": to });
    json!({
        "id": one["id"], "kind": "signed", "happenedOn": one["happenedOn"], "text": one["text"], "facts": facts,
    })
}

#[test]
fn the_term_of_a_signature_is_put_right_where_no_text_was_voted_on_here() {
    let story = Story::begin("36", &[]);
    let (id, wage) = signed(&story);
    let ends = || agreement(&story, &id, "wage")["termTo"].clone();
    story.call("negotiation.changeEvent", signed_until(&story, &id, "2027-08-31"));
    assert_eq!(ends(), "2027-08-31", "with nothing of its text in the ledger");
    let clause = json!({ "agreement": wage, "item": "general", "text": "本合同适用于本单位全体职工。" });
    story.call("contract.saveClause", clause);
    story.call("negotiation.changeEvent", signed_until(&story, &id, "2027-09-30"));
    assert_eq!(ends(), "2027-09-30", "with a clause that was typed since");

    // The text that was passed says for how long it is signed.
    let story = Story::begin("36", &[]);
    let (id, wage) = passed(&story);
    from_signature(&story, &id, &wage);
    let refused = story.refused("negotiation.changeEvent", signed_until(&story, &id, "2027-09-30"));
    assert_eq!(refused.field.as_deref(), Some("termTo"), "{}", refused.message);
    assert!(refused.message.contains("表决通过的文本里"), "{}", refused.message);
}

#[test]
fn the_copy_of_a_signed_paper_has_the_term_that_is_put_right() {
    let story = Story::begin("36", &[]);
    let (id, wage) = signed(&story);
    story.call("contract.start", json!({ "agreement": wage }));
    filled(&story, &wage);
    event(&story, &id, &wage, "filed", "2026-07-03", json!({ "receiver": "县人社局", "copies": 3 }));
    let newest = || {
        let draft = story.call("contract.get", json!({ "agreement": wage }));
        let ends = agreement(&story, &id, "wage")["termTo"].clone();
        (draft["versions"][0]["note"].clone(), ends)
    };
    story.call("negotiation.changeEvent", signed_until(&story, &id, "2027-09-30"));
    assert_eq!(newest(), (json!("照签字的登记更正期限"), json!("2027-09-30")), "by its signature");

    let other = fill(&wage, "合同止日", TERM.1);
    let refused = story.refused("contract.fill", other.clone());
    assert!(refused.message.contains("合同已经签字，文字不能再改"), "{}", refused.message);
    let mut mended = other;
    mended["correction"] = json!("止日录错");
    story.call("contract.fill", mended.clone());
    assert_eq!(newest(), (json!("照签字的纸面更正：止日录错"), json!(TERM.1)), "by its text");
    mended["value"] = Value::Null;
    let refused = story.refused("contract.fill", mended);
    assert_eq!(refused.field.as_deref(), Some("value"), "nothing is left open: {}", refused.message);
    assert_eq!(newest().1, json!(TERM.1));
}

/// The vote of 29 June as its form sends it when it is called late.
fn called_late(id: &Value, wage: &Value, standing: &Value) -> Value {
    let mut late = session("2026-06-29");
    late["id"] = standing.clone();
    late["lateEntry"] = json!("记录在档案室");
    let votes = json!([{ "agreement": wage, "votesFor": 41, "votesAgainst": 2, "abstained": 0 }]);
    json!({ "negotiation": id, "session": late, "votes": votes })
}

/// The session that voted on the contract.
fn standing(story: &Story, id: &Value) -> Value {
    agreement(story, id, "wage")["votes"][0]["session"]["id"].clone()
}

#[test]
fn a_vote_that_is_called_late_afterwards_leaves_the_term_as_it_was_passed() {
    let story = Story::begin("36", &[]);
    let (id, wage) = passed(&story);
    story.call("negotiation.saveVote", called_late(&id, &wage, &standing(&story, &id)));
    story.on("2026-07-02");
    let longer = json!({
        "negotiation": id, "agreement": wage, "kind": "signed", "happenedOn": "2026-07-02", "text": "以书面办理",
        "facts": { "copies": 5, "termFrom": TERM.0, "termTo": "2028-07-31" },
    });
    let refused = story.refused("negotiation.addEvent", longer);
    assert_eq!(refused.field.as_deref(), Some("termTo"), "{}", refused.message);
    assert!(refused.message.contains("表决通过的文本里"), "{}", refused.message);
    from_signature(&story, &id, &wage);
}

#[test]
fn only_a_vote_that_was_late_from_the_start_leaves_blanks_to_its_paper() {
    let story = Story::begin("36", &[]);
    let id = agreed(&story, &["wage"]);
    let wage = agreement(&story, &id, "wage")["id"].clone();
    event(&story, &id, &wage, "drafted", "2026-06-22", json!({}));
    vote(&story, &id, "2026-06-29", &[(&wage, 41)]);
    story.call("contract.start", json!({ "agreement": wage }));
    story.call("contract.keep", json!({ "agreement": wage, "note": "表决的文本" }));
    let closed = |what: &str| {
        let refused = story.refused("contract.fill", fill(&wage, "夜班津贴", "30"));
        assert!(refused.message.contains("职代会已经表决通过"), "{what}: {}", refused.message);
    };
    closed("voted as it was held");
    let voted = standing(&story, &id);
    story.call("negotiation.saveVote", called_late(&id, &wage, &voted));
    closed("called late since");

    story.call("negotiation.removeVote", json!({ "id": voted }));
    story.call("negotiation.saveVote", called_late(&id, &wage, &Value::Null));
    story.call("contract.fill", fill(&wage, "夜班津贴", "30"));
}

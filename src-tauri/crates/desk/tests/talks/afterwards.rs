//! What is written into the ledger only after it was signed: a text that is typed later is open until something happens to its contract.

use serde_json::{Value, json};

use super::inspector::BLANKS;
use super::settled::written;
use super::{TERM, agreed, agreement, event, published, vote};
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

//! A round of which one contract is signed while another is still talked about: the law of the signed one asks nothing more of the
//! talks.

use serde_json::{Value, json};

use super::fallen::met_but;
use super::{TERM, agreement, event, get, vote};
use crate::duties::story::Story;

/// Talks over wages and the women's contract: of 20 June the wages agreed upon, the women's topic not; the wage contract signed. `before`:
/// until when its own law gave the talks.
fn half_signed(story: &Story, before: &str) -> Value {
    let titles = ["年度工资增长幅度", "女职工每年妇科检查"];
    let id = met_but(story, &["wage", "women"], &titles, titles[1]);
    let wage = agreement(story, &id, "wage")["id"].clone();
    event(story, &id, &wage, "drafted", "2026-06-22", json!({}));
    vote(story, &id, "2026-06-29", &[(&wage, 41)]);
    assert_eq!(clock(story, &id), before, "the wage regulation's time runs until then");
    let term = json!({ "copies": 5, "termFrom": TERM.0, "termTo": TERM.1 });
    event(story, &id, &wage, "signed", "2026-07-02", term);
    id
}

fn clock(story: &Story, id: &Value) -> Value {
    get(story, id)["clock"]["due"].clone()
}

#[test]
fn what_is_signed_takes_the_clocks_of_its_law_with_it() {
    let story = Story::begin("41", &[]);
    let id = half_signed(&story, "2026-08-02");
    // 《河南省企业集体合同条例》第十五条: sixty days from the first meeting.
    assert_eq!(clock(&story, &id), "2026-08-19");
    for (day, over) in [("2026-08-03", false), ("2026-08-19", false), ("2026-08-20", true)] {
        story.on(day);
        let told = get(&story, &id)["dispute"].clone();
        assert_eq!(!told.is_null(), over, "{day}: {told}");
        assert!(!told.to_string().contains("工资集体协商条例"), "{day}: {told}");
    }
    let paper = story.text("negotiation.coordination", &id);
    assert!(paper.contains("女职工每年妇科检查"), "what is disputed: {paper}");
    assert!(!paper.contains("工资集体协商条例"), "by the law of the women's contract: {paper}");
}

#[test]
fn talks_without_a_time_of_their_own_are_never_over_by_another_contracts() {
    let story = Story::begin("36", &[]);
    let id = half_signed(&story, "2026-08-01");
    assert_eq!(clock(&story, &id), Value::Null, "江西 gives sixty days to talks about wages alone");
    story.on("2026-08-20");
    assert_eq!(get(&story, &id)["dispute"], Value::Null);
}

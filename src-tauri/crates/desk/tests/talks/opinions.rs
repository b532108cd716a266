//! The workers' opinions bear files: the page is told of which record they are, and they stay with it when it is corrected.

use serde_json::{Value, json};

use super::PIXEL;
use crate::duties::story::Story;

#[test]
fn the_collected_opinions_bear_their_filled_sheets() {
    let story = Story::begin("36", &[]);
    story.on("2026-06-02");
    let id = story.call("negotiation.start", json!({ "year": 2026 }));
    let survey = || story.call("negotiation.preparation", json!({ "id": id }))["survey"].clone();
    assert_eq!(survey(), Value::Null, "nothing is collected yet");
    let opinions = |returned: u32| {
        json!({
            "negotiation": id, "fromOn": "2026-05-20", "toOn": "2026-05-28", "handedOut": 320, "returned": returned,
            "topics": [{ "title": "年度工资增长幅度", "people": 241 }],
        })
    };
    story.call("negotiation.saveOpinions", opinions(260));
    let kept = survey();
    let of = json!({ "kind": "opinionSurvey", "id": kept });
    story.job("files.add", json!({ "of": of, "pasted": PIXEL, "name": "征集表.png" }));
    story.call("negotiation.saveOpinions", opinions(263));
    assert_eq!(survey(), kept, "a corrected collection is the same record");
    assert_eq!(story.call("files.list", json!({ "of": of }))[0]["name"], "征集表.png");
}

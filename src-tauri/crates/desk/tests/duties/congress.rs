//! The workers' congress: a session each year, the next delegates before the term is over, the by-election for who ceased.

use serde_json::{Value, json};

use super::stories;
use super::story::Opens::Form;
use super::story::{Story, Told, with};

fn term(story: &Story, more: Value) -> Value {
    let plain = json!({
        "name": "第三届职工代表大会", "beganOn": "2025-03-12", "years": 3, "seats": 1, "workers": 40,
    });
    story.call("congress.saveTerm", with(plain, more))
}

fn delegate(term: &Value, name: &str) -> Value {
    json!({
        "term": term, "name": name, "woman": true, "unit": "焊接车间", "standing": "front", "dispatched": false,
        "electedOn": "2025-03-05",
    })
}

stories! {
    a_term_that_ends_wants_the_next_delegates in "31" tells [CongressRenewal] |story| {
        term(&story, json!({ "beganOn": "2023-09-01" }));
        story.absent(&[CongressRenewal]);
        story.on("2026-06-03");
        let told = Told("union", "2026-09-01", "延期不得超过一年", "打开这一届", Form("congress", ""));
        story.due(CongressRenewal, told);
        term(&story, json!({ "name": "第四届职工代表大会", "beganOn": "2026-06-03" }));
        story.gone(CongressRenewal);
    }

    who_ceased_is_replaced_by_their_unit in "31" tells [CongressByElection] |story| {
        let term = term(&story, json!({}));
        let one = story.call("congress.saveDelegate", delegate(&term, "王小明"));
        story.absent(&[CongressByElection]);
        let ended = json!({ "id": one, "endedOn": "2026-05-06", "endedHow": "left" });
        story.call("congress.saveDelegate", with(delegate(&term, "王小明"), ended));
        story.due(CongressByElection, Told("union", "week", "第十九条", "登记补选", Form("congress", "")));
        story.call("congress.saveDelegate", delegate(&term, "李芳"));
        story.gone(CongressByElection);
    }

    each_year_has_its_session in "36" tells [CongressYear] |story| {
        let term = term(&story, json!({}));
        story.on("2026-10-01");
        story.absent(&[CongressYear]);
        story.on("2026-10-02");
        let told = Told("union", "2026-12-31", "会员代表大会不能代替", "打开这一届", Form("congress", ""));
        story.due(CongressYear, told);
        story.call("congress.removeTerm", json!({ "id": term }));
        story.gone(CongressYear);
    }
}

//! What both sides make of a contract in force, by the law of each region: a change that goes the way of the conclusion to its filing,
//! a renewal and an ending on their papers, and a rescission that ends the contract and is filed. The way to the contract is
//! `regions::walk`'s.

use serde_json::{Value, json};

use super::clocks::{self, Stage, hold};
use super::talk::Talk;
use super::{Region, agreed_meeting, papers, vote};
use crate::gonghui::Desk;

/// What both sides may make of a contract in force, each on its paper; the last of them ends it and is filed.
pub(super) fn amended(talk: &mut Talk, desk: &Desk, region: &Region, id: &Value, agreement: &Value) {
    let (at, names) = (region.code, &region.names);
    let proposed = |act: &str, effect: &str, more: Value| {
        let mut one = json!({
            "amends": agreement, "act": act, "proposedBy": "workers", "proposedOn": "2026-11-25",
            "reason": "新线投产后原有计件单价不能反映实际劳动量", "effectiveOn": effect, "terms": [], "ground": "", "changes": [],
        });
        for (key, value) in more.as_object().unwrap() {
            one[key] = value.clone();
        }
        one
    };
    let changes = json!([{ "clause": "夜班津贴", "was": "每班30元", "becomes": "每班40元" }]);
    let change = proposed("change", "2026-12-10", json!({ "ground": "item1", "changes": changes }));
    let term = json!({ "termFrom": "2027-12-01", "termTo": "2028-11-30" });
    for (act, effect, more, words) in [
        ("change", "2026-12-10", json!({ "ground": "item1", "changes": changes }), ["变更协议", "每班40元"]),
        ("renew", "2027-12-01", term, ["续签协议", "2028年11月30日"]),
        ("end", "2026-12-10", json!({}), ["终止协议", "2026年12月10日"]),
    ] {
        let one = talk.on("2026-11-25").ask("negotiation.saveAmendment", proposed(act, effect, more));
        let words = [words[0], words[1], names.contract, "新线投产"];
        papers::of(talk, desk, at, ("negotiation.amendment", &one), &words);
        talk.ask("negotiation.removeAgreement", json!({ "id": one }));
    }
    changed(talk, region, id, change);
    let rescission = proposed("rescind", "2026-12-02", json!({ "ground": "item1" }));
    let rescission = talk.ask("negotiation.saveAmendment", rescission);
    let mut meeting = agreed_meeting(talk.on("2026-11-28"), id);
    meeting["heldOn"] = "2026-11-28".into();
    talk.ask("negotiation.saveMeeting", meeting);
    let happened = |kind: &str, on: &str, facts: Value| {
        json!({
            "negotiation": id, "agreement": rescission, "kind": kind, "happenedOn": on, "text": "以书面办理", "facts": facts,
        })
    };
    talk.ask("negotiation.addEvent", happened("drafted", "2026-11-28", json!({})));
    let passed = vote(id, &rescission, ("第三届职工代表大会第八次会议", "2026-11-30"), 40);
    talk.on("2026-11-30").ask("negotiation.saveVote", passed);
    talk.on("2026-12-01")
        .ask("negotiation.addEvent", happened("signed", "2026-12-01", json!({ "copies": 5 })));
    talk.on("2026-12-02");
    let words = ["解除协议", "2026年12月2日", names.contract, "新线投产", "40票"];
    papers::issued_of(talk, desk, at, names, ("negotiation.amendment", &rescission), &words);
    hold(talk, at, region.clocks, Stage::Rescinded);
    let filed = clocks::has(region.clocks, Stage::Rescinded);
    assert_eq!(
        talk.duty("登记备案").is_some(),
        filed,
        "{at}: the rescission is filed where the place asks for it"
    );
}

/// A change goes the way of the conclusion, as far as its filing.
fn changed(talk: &mut Talk, region: &Region, id: &Value, change: Value) {
    let change = talk.on("2026-11-25").ask("negotiation.saveAmendment", change);
    let mut meeting = agreed_meeting(talk, id);
    meeting["heldOn"] = "2026-11-25".into();
    talk.ask("negotiation.saveMeeting", meeting);
    let happened = |kind: &str, on: &str, facts: Value| {
        json!({
            "negotiation": id, "agreement": change, "kind": kind, "happenedOn": on, "text": "以书面办理", "facts": facts,
        })
    };
    talk.ask("negotiation.addEvent", happened("drafted", "2026-11-25", json!({})));
    let passed = vote(id, &change, ("第三届职工代表大会第七次会议", "2026-11-26"), 40);
    talk.on("2026-11-26").ask("negotiation.saveVote", passed);
    talk.on("2026-11-27")
        .ask("negotiation.addEvent", happened("signed", "2026-11-27", json!({ "copies": 5 })));
    hold(talk, region.code, region.clocks, Stage::Changed);
    let filed = happened("filed", "2026-11-28", json!({ "receiver": "县人社局" }));
    talk.on("2026-11-28").ask("negotiation.addEvent", filed);
    assert_eq!(talk.duty("登记报送"), None, "{}: filed", region.code);
}

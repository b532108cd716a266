//! The law page without a window: the rules of the ledger's place by word, article and theme, and a subject in which
//! two binding numbers stand side by side.

use serde_json::{Value, json};

use crate::gonghui::Desk;

fn ids(rules: &Value) -> Vec<&str> {
    rules["lines"].as_array().unwrap().iter().map(|line| line["id"].as_str().unwrap()).collect()
}

#[test]
fn a_chair_in_jiangxi_looks_up_the_law() {
    let desk = Desk::founded("36", None);
    desk.now("2026-11-28T09:00:00+08:00");

    let all = desk.call("law.rules", json!({}));
    assert_eq!(all["place"], "江西省");
    assert_eq!(all["localChecked"], true);
    let counted: u64 =
        all["themes"].as_array().unwrap().iter().map(|one| one["rules"].as_u64().unwrap()).sum();
    assert_eq!(counted, ids(&all).len() as u64, "every rule stands in a theme");

    let reply = desk.call("law.rules", json!({ "text": "第19条 书面回复" }));
    assert_eq!(ids(&reply), ["JX-19-REPLY"]);
    let line = &reply["lines"][0];
    assert_eq!(line["quantity"], "20日内（收到协商意向书后）");
    assert_eq!((&line["theme"], &line["standing"]), (&json!("协商"), &json!("holds")));

    let changed = desk.call("law.rules", json!({ "theme": "disease", "changed": true }));
    assert!(ids(&changed).contains(&"CN-OD-08-NOISE"), "the monitoring rules are of August 2026");
    assert!(
        changed["lines"].as_array().unwrap().iter().all(|line| line["change"].is_string()),
        "only what changed this year: {changed}"
    );
    assert_eq!(desk.call("law.rules", json!({ "text": "没有这样的规定" }))["lines"], json!([]));

    let submission = desk.call("law.rule", json!({ "id": "CN-CB-16-22" }));
    let rules = submission["rules"].as_array().unwrap();
    assert_eq!(rules[0]["line"]["id"], "JX-22", "the rule that holds stands first, whichever was asked for");
    assert!(
        rules.iter().all(|rule| rule["line"]["conflict"] == true),
        "seven days against ten: {submission}"
    );
    let example = &submission["example"];
    assert_eq!(example["due"], "2026-12-05", "seven days from today");
    let others: Vec<&str> =
        example["others"].as_array().unwrap().iter().map(|one| one["due"].as_str().unwrap()).collect();
    assert_eq!(others, ["2026-12-05", "2026-12-08"], "the ten days stand beside it");
    let runs = &example["explanation"]["runs"];
    assert_eq!(
        runs,
        &json!([{ "kind": "counted", "from": "2026-11-29", "to": "2026-12-05", "days": 7, "why": null }])
    );

    let unknown = desk.refused("law.rule", json!({ "id": "NOBODY" }));
    assert_eq!(unknown.code, "not_found");
    let elsewhere = desk.refused("law.rule", json!({ "id": "ZJ-19-YEARLY" }));
    assert!(elsewhere.message.contains("不适用于江西省"), "{}", elsewhere.message);
}

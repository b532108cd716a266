//! What the union and the employer agreed beyond the law: written once from the contract, it moves what is due, stands
//! beside the law it tightens, and never loosens it.

use serde_json::{Value, json};

use crate::gonghui::Desk;
use crate::places::offer;
use crate::representatives::sides;

/// In 江西 the reply is due on the twentieth day; the law lets a contract say otherwise.
fn offered() -> Desk {
    let desk = Desk::founded("36", None);
    desk.now("2026-09-15T16:00:00+08:00");
    let id = desk.call("negotiation.start", json!({ "year": 2027 }));
    desk.call("negotiation.saveRepresentatives", sides(&id, 3, 0));
    desk.call("negotiation.saveOffer", offer(&id, "2026-09-15", Some("2026-09-15")));
    desk
}

fn agreed(quantity: i64) -> Value {
    json!({
        "of": "JX-19-REPLY", "quantity": quantity, "contract": "2026年集体合同", "article": "第八条",
        "from": "2026-01-01", "to": "2026-12-31", "note": "上一轮协商时约定",
    })
}

fn reply(desk: &Desk) -> Value {
    let today = desk.call("today.list", json!({}));
    let duty = today["duties"].as_array().unwrap().iter().find(|duty| duty["button"] == "登记答复").cloned();
    duty.expect("the reply is due")["deadline"].clone()
}

#[test]
fn an_agreed_number_moves_what_is_due_and_comes_off_again() {
    let desk = offered();
    let by_law = reply(&desk);
    let law_day = by_law["due"].clone();
    let tried = desk.call("law.tryOwn", agreed(9));
    let moved = &tried["moved"][0];
    assert_eq!((&moved["before"], &moved["after"]), (&law_day, &json!("2026-09-24")), "{tried}");
    assert_eq!(reply(&desk)["due"], law_day, "looking moved nothing");

    let id = desk.call("law.saveOwn", agreed(9));
    let now = reply(&desk);
    assert_eq!((&now["due"], &now["rule"]["layer"]), (&json!("2026-09-24"), &json!("own")));
    let sentence = now["explanation"]["sentence"].as_str().unwrap();
    assert!(sentence.contains("依本单位约定《2026年集体合同》第八条"), "{sentence}");
    let others = now["others"].as_array().unwrap();
    assert!(others.iter().any(|other| other["due"] == law_day), "the law's day stands beside: {others:?}");

    // The page of the law shows it first, with the form to correct it; a search by the contract finds it.
    let subject = desk.call("law.rule", json!({ "id": "JX-19-REPLY" }));
    assert_eq!(
        (&subject["rules"][0]["own"]["id"], &subject["rules"][0]["line"]["standing"]),
        (&id, &json!("holds"))
    );
    let found = desk.call("law.rules", json!({ "text": "2026年集体合同" }));
    assert_eq!(found["lines"][0]["layerName"], "本单位约定", "{}", found["lines"]);

    let mut right = agreed(12);
    right["id"] = id.clone();
    desk.call("law.saveOwn", right);
    assert_eq!(reply(&desk)["due"], "2026-09-27");
    desk.call("ledger.undo", json!({}));
    assert_eq!(reply(&desk)["due"], "2026-09-24");
    desk.call("law.removeOwn", json!({ "id": id }));
    assert_eq!(reply(&desk)["due"], law_day);
    let trash = desk.call("trash.list", json!({}));
    assert_eq!(trash[0]["title"], "2026年集体合同第八条");
    let other = desk.call("law.saveOwn", agreed(8));
    let back = json!({ "kind": "ownRule", "id": id });
    let refusal = desk.refused("trash.restore", back.clone());
    assert!(refusal.message.contains("已经有约定"), "another stands in its place: {}", refusal.message);
    desk.call("law.removeOwn", json!({ "id": other }));
    desk.call("trash.restore", back);
    assert_eq!(reply(&desk)["due"], "2026-09-24");
}

#[test]
fn binding_law_is_not_loosened() {
    let desk = Desk::founded("36", None);
    let rules = desk.call("law.rules", json!({}));
    let mut firm = None;
    for line in rules["lines"].as_array().unwrap() {
        if line["layer"] != "national" || line["standing"] != "holds" {
            continue;
        }
        let subject = desk.call("law.rule", json!({ "id": line["id"] }));
        let rule = subject["rules"][0].clone();
        if rule["takesOwn"] == true
            && rule["mandatory"] == true
            && rule["line"]["quantity"].as_str().unwrap().contains("内（")
        {
            firm = Some(rule);
            break;
        }
    }
    let firm = firm.expect("the packs hold a binding clock");
    let mut lax = agreed(9_999);
    lax["of"] = firm["line"]["id"].clone();
    let refusal = desk.refused("law.saveOwn", lax);
    assert_eq!(refusal.field.as_deref(), Some("quantity"), "{}", refusal.message);
    assert!(refusal.rule.is_some() && refusal.message.contains("不能低于法定"), "{}", refusal.message);
    // Nor a local rule that lets places say otherwise: a contract is no place.
    let local = desk.refused("law.saveOwn", agreed(25));
    assert_eq!(local.field.as_deref(), Some("quantity"), "{}", local.message);
    desk.call("law.saveOwn", agreed(15));
    let twice = desk.refused("law.saveOwn", agreed(10));
    assert_eq!(twice.field.as_deref(), Some("from"), "{}", twice.message);
    let none = desk.refused("law.saveOwn", json!({
        "of": "JX-19-REPLY", "quantity": 0, "contract": "集体合同", "article": "第八条", "from": "2026-01-01",
    }));
    assert_eq!(none.field.as_deref(), Some("quantity"));
}

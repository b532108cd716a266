//! New employment forms: a platform with its partner, workers of each class and where they belong, a referral that never counts
//! among us, the talks of a year to the feedback, help after an accident to the conclusion. Each duty appears on its first day,
//! says whose it is and vanishes when it is done. Here stands what those journeys share, and that what is removed comes back.

mod injuries;
mod talks;
mod workers;

use serde_json::{Value, json};

use crate::gonghui::Desk;
use crate::judges;

fn with(mut args: Value, more: Value) -> Value {
    args.as_object_mut().unwrap().extend(more.as_object().unwrap().clone());
    args
}

fn firm(name: &str, more: Value) -> Value {
    let plain = json!({
        "kind": "platform", "name": name, "trade": "delivery", "injury": "covered", "injurySince": "2026-07-01",
        "insurance": "flexible",
    });
    with(plain, more)
}

/// A ledger of 南昌 on 2026-09-15, a platform, and a rider on the roster who works there as class N.
fn founded(more: Value) -> (Desk, Value, Value, Value) {
    let desk = Desk::founded("36", Some("3601"));
    desk.now("2026-09-15T09:00:00+08:00");
    let platform = desk.call("platform.saveFirm", firm("江西快蜂即时配送有限公司", more));
    let person = rider(&desk, "谢飞", "13900009101");
    let work = works(&desk, &person, &platform, "partial");
    (desk, platform, person, work)
}

fn rider(desk: &Desk, name: &str, phone: &str) -> Value {
    desk.call("members.save", json!({ "name": name, "sex": "male", "form": "other", "phone": phone }))
}

fn works(desk: &Desk, person: &Value, firm: &Value, class: &str) -> Value {
    let input =
        json!({ "person": person, "firm": firm, "class": class, "station": "城东站", "since": "2025-03-01" });
    desk.call("platform.saveWork", input)
}

/// What this module makes due: title, whose, day, place.
fn due(desk: &Desk) -> Vec<(String, String, String, Value)> {
    let all = desk.call("today.list", json!({}));
    let ours = all["duties"].as_array().unwrap().iter().filter(|duty| {
        duty["module"].as_str() == Some("platform")
            || duty["id"].as_str().is_some_and(|id| id.starts_with("platform:"))
    });
    ours.map(|duty| {
        let text = |key: &str| duty[key].as_str().unwrap_or_default().to_owned();
        (text("title"), text("whose"), text("due"), duty["place"].clone())
    })
    .collect()
}

/// The duty whose title holds these words.
fn of(desk: &Desk, words: &str) -> Option<(String, String, Value)> {
    due(desk)
        .into_iter()
        .find(|(title, ..)| title.contains(words))
        .map(|(_, whose, on, place)| (whose, on, place))
}

#[track_caller]
fn is_due(desk: &Desk, words: &str, whose: &str, on: &str) -> Value {
    let found = of(desk, words);
    let (by, day, place) = found.unwrap_or_else(|| panic!("{words} is due: {:?}", due(desk)));
    assert_eq!((by.as_str(), day.as_str()), (whose, on), "{words}");
    place
}

#[track_caller]
fn is_done(desk: &Desk, words: &str) {
    assert_eq!(of(desk, words), None, "{words} is done");
}

/// The work of a person as the page shows it.
fn shown(desk: &Desk, person: &Value) -> Value {
    desk.call("platform.works", json!({ "person": person }))["rows"][0].clone()
}

fn print(desk: &Desk, kind: &str, of: &Value, name: &str) -> String {
    let to = desk.out(name);
    desk.revealed("帮本人办理", "papers.print", json!({ "kind": kind, "of": of, "to": to }));
    judges::well_formed(&to);
    judges::text(&to)
}

#[test]
fn what_is_removed_comes_back_from_the_trash() {
    let (desk, platform, person, work) = founded(json!({}));
    let talk =
        desk.call("platform.saveTalk", json!({ "firm": platform, "year": 2026, "askedOn": "2026-09-01" }));
    desk.call("platform.removeTalk", json!({ "id": talk }));
    desk.call("platform.removeWork", json!({ "id": work }));
    let again = works(&desk, &person, &platform, "civil");
    let trash = desk.call("trash.list", json!({}));
    let kinds: Vec<_> = trash.as_array().unwrap().iter().map(|one| one["kind"].clone()).collect();
    assert!(kinds.contains(&json!("platformTalk")) && kinds.contains(&json!("platformWork")), "{trash}");
    desk.call("trash.restore", json!({ "kind": "platformTalk", "id": talk }));
    let twice = desk.refused("trash.restore", json!({ "kind": "platformWork", "id": work }));
    assert!(twice.message.contains("另有一条"), "{twice:?}");
    desk.call("platform.removeWork", json!({ "id": again }));
    desk.call("trash.restore", json!({ "kind": "platformWork", "id": work }));
    assert_eq!(shown(&desk, &person)["record"]["class"], "partial");
    assert_eq!(desk.call("platform.talk", json!({ "id": talk }))["record"]["year"], 2026);
}

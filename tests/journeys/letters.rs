//! Labour-law supervision from the complaint to the request that the county union give its recommendation, and on to the
//! informer: what a chair types, whose each step is and by when, what a wrong order is refused with, and who may know the
//! informer. Here stands what those journeys share.

mod people;
mod request;
mod steps;

use serde_json::{Value, json};

use crate::gonghui::Desk;
use crate::judges;

const INFORMER: &str = "柳新民";
const PHONE: &str = "13800138000";

/// A ledger of a place on a day, with two certificate holders.
fn founded(province: &str, city: Option<&str>) -> (Desk, [Value; 2]) {
    let desk = Desk::founded(province, city);
    desk.now("2026-09-15T09:00:00+08:00");
    let holders = [("王伟", "赣监0361"), ("沈一诺", "赣监0362")].map(|(name, certificate)| {
        desk.call("letters.saveInspector", json!({ "name": name, "certificate": certificate }))
    });
    (desk, holders)
}

fn complaint(on: &str) -> Value {
    json!({
        "source": "complaint", "topic": "wages", "receivedOn": on, "matter": "喷涂车间八月加班费没有发",
        "informer": { "name": INFORMER, "contact": PHONE },
    })
}

fn event(case: &Value, kind: &str, on: &str, text: &str) -> Value {
    json!({ "case": case, "kind": kind, "happenedOn": on, "text": text })
}

fn with(mut args: Value, more: Value) -> Value {
    args.as_object_mut().unwrap().extend(more.as_object().unwrap().clone());
    args
}

fn inquiry(case: &Value, on: &str, holders: &[Value]) -> Value {
    let more = json!({
        "place": "喷涂车间", "asked": "何平（车间主任）", "inspectors": holders, "finding": "violation", "signedOn": on,
    });
    with(event(case, "inquired", on, "问：八月有没有加班？\n答：有，没有发加班费。"), more)
}

/// What supervision makes due: title, whose, day, button, page and what it opens.
fn due(desk: &Desk) -> Vec<(String, String, String, Value)> {
    let all = desk.call("today.list", json!({}));
    let ours = all["duties"].as_array().unwrap().iter().filter(|duty| duty["module"] == "letters");
    ours.map(|duty| {
        let text = |key: &str| duty[key].as_str().unwrap_or_default().to_owned();
        let title = text("title").split('（').next().unwrap_or_default().to_owned();
        (title, text("whose"), text("due"), duty["place"].clone())
    })
    .collect()
}

/// The first thing due: title, whose, day.
fn next(desk: &Desk) -> (String, String, String) {
    let (title, whose, day, _) = due(desk).into_iter().next().expect("something is due");
    (title, whose, day)
}

fn said(title: &str, whose: &str, day: &str) -> (String, String, String) {
    (title.to_owned(), whose.to_owned(), day.to_owned())
}

/// The paper that a duty's button opens, as it prints.
fn opened(desk: &Desk, title: &str, name: &str) -> String {
    let place = due(desk).into_iter().find(|duty| duty.0 == title).expect("it is due").3;
    assert_eq!(place["page"], "papers", "the button opens a filled paper: {place}");
    let (kind, of) = place["id"].as_str().unwrap().split_once('@').expect("a kind and a record");
    let to = desk.out(name);
    desk.call("papers.print", json!({ "kind": kind, "of": of, "to": to }));
    judges::well_formed(&to);
    judges::text(&to)
}

/// Enters that an issued paper was handed over, as the window does it: the sending opens with whom the paper is addressed to and
/// with today, the receipt with today. Answers what is typed, which is who signed.
fn hand_over(desk: &Desk, paper: &Value, on: &str) -> Value {
    let addressee = desk.call("outgoing.get", json!({ "id": paper }))["addressee"].clone();
    assert!(addressee.is_string(), "nobody types the addressee again");
    let sending = json!({ "paper": paper, "receiver": addressee, "manner": "handed", "sentOn": on });
    let id = desk.call("outgoing.saveSending", sending.clone());
    let typed = json!({ "signedBy": "万里程" });
    let receipt = with(sending, json!({ "id": id, "signedOn": on }));
    desk.call("outgoing.saveSending", with(receipt, typed.clone()));
    typed
}

/// Issues the letter of a kind and hands it over on a day. Answers its number, and what is typed on the way.
fn send(desk: &Desk, kind: &str, letter: &Value, on: &str) -> (String, Value) {
    let kind = format!("letters.{kind}");
    let number = desk.call("papers.issue", json!({ "kind": kind, "of": letter }));
    let register = desk.call("outgoing.list", json!({ "kind": kind }));
    let paper = &register["rows"][0]["id"];
    assert_eq!(
        next(desk).0.split('，').next(),
        Some(match kind.as_str() {
            "letters.reminder" => "送达提示函",
            "letters.request" => "送提请函给上级工会",
            _ => "送达意见书",
        })
    );
    let typed = hand_over(desk, paper, on);
    (number.as_str().unwrap().to_owned(), typed)
}

/// Fills a letter with what the ledger knows and what a chair types.
fn write(desk: &Desk, case: &Value, kind: &str, typed: Value) -> (Value, Value) {
    let start = desk.call("letters.start", json!({ "case": case, "kind": kind }));
    let letter = desk.call("letters.saveLetter", with(start["letter"].clone(), typed));
    (letter, start)
}

fn state(desk: &Desk, case: &Value) -> String {
    desk.call("letters.get", json!({ "id": case }))["state"].as_str().unwrap().to_owned()
}

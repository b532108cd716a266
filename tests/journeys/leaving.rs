//! Leaving and moving: the letter with its stub, the certificate, the notice that announces, and an expulsion that stands on
//! four things and is due upwards until its report was sent.

use serde_json::{Value, json};

use crate::committee;
use crate::gonghui::{Desk, PASSPHRASE};
use crate::judges;
use crate::people::{OFFICER, officer};

/// A valid number of an invented person.
const NUMBER: &str = "110101199003070011";

/// A desk with one member of that number.
fn desk_with_member() -> (Desk, Value) {
    let desk = Desk::founded("36", None);
    let person = desk.call(
        "members.save",
        json!({
            "name": "邓立平", "sex": "male", "form": "contract", "shop": "装配", "idNumber": NUMBER,
            "memberSince": "2015-03",
        }),
    );
    (desk, person)
}

fn event(desk: &Desk, person: &Value, more: Value) -> Value {
    let mut event = json!({ "person": person });
    for (key, value) in more.as_object().unwrap() {
        event[key] = value.clone();
    }
    desk.call("members.saveEvent", event)
}

fn printed(desk: &Desk, kind: &str, of: &Value) -> String {
    let to = desk.out(&format!("{kind}.pdf"));
    desk.revealed("办理会籍手续", "papers.print", json!({ "kind": kind, "of": of, "to": to }));
    judges::text(&to)
}

#[test]
fn moving_keeping_and_withdrawing_have_their_papers() {
    let (desk, person) = desk_with_member();
    let kept = event(
        &desk,
        &person,
        json!({ "kind": "retained", "on": "2025-09-01", "reason": "unemployed", "until": "2026-09-10" }),
    );
    let due = desk.due();
    assert_eq!(due[0]["title"], "邓立平的会籍保留到期，登记恢复、转出，或者延长");
    assert_eq!((&due[0]["band"], &due[0]["days"]), (&json!("overdue"), &json!(-5)));
    assert_eq!(due[0]["place"], json!({ "page": "members", "id": person, "part": "life" }));
    let text = printed(&desk, "members.retention", &kept);
    for said in ["保留会籍证明", "因失业，自2025年9月1日起保留会籍至2026年9月10日", NUMBER]
    {
        assert!(text.contains(said), "lacks {said}");
    }
    event(&desk, &person, json!({ "kind": "resumed", "on": "2026-09-12" }));
    assert_eq!(desk.due(), Vec::<Value>::new(), "whoever is back is due no more");

    let moved =
        event(&desk, &person, json!({ "kind": "movedOut", "on": "2026-09-14", "reason": "employment" }));
    let line = desk.paper("members.transfer");
    assert_eq!(line["missing"], json!(["转到哪个工会"]));
    assert_eq!(
        desk.refused("papers.issue", json!({ "kind": "members.transfer", "of": moved })).code,
        "incomplete"
    );
    let more = json!({ "id": moved, "kind": "movedOut", "on": "2026-09-14", "reason": "employment", "otherUnion": "南昌市快递行业工会" });
    event(&desk, &person, more);
    let number = desk.call("papers.issue", json!({ "kind": "members.transfer", "of": moved }));
    assert_eq!(number, "工转〔2026〕1号");
    let text = printed(&desk, "members.transfer", &moved);
    for said in ["南昌市快递行业工会", NUMBER, "将会籍转往你处", "会籍接转回执", "接收的工会（盖章）"]
    {
        assert!(text.contains(said), "lacks {said}");
    }

    // The letter as it was signed bears the number as the letter does.
    let issue = desk.call("outgoing.list", json!({ "kind": "members.transfer" }))["rows"][0]["id"].clone();
    let signed = desk.out("签字的介绍信.txt");
    std::fs::write(&signed, NUMBER).unwrap();
    let of = json!({ "kind": "paper", "id": issue });
    let scan = desk.call("files.add", json!({ "of": of, "file": signed }))["attachment"]["id"].clone();
    let taken = json!({ "id": scan, "to": desk.out("取出.txt") });
    assert_eq!(desk.refused("files.save", taken.clone()).code, "covered", "not before a purpose is given");
    desk.call("people.add", officer(&["office"], &["wages", "health"]));
    desk.sits_down(OFFICER);
    assert_eq!(desk.refused("files.save", taken).code, "no_right");
    desk.sits_down(PASSPHRASE);

    // Back again: the receipt goes to the union that sent the letter.
    let back = event(&desk, &person, json!({ "kind": "movedIn", "on": "2026-09-15" }));
    assert_eq!(desk.paper("members.transferReceipt")["missing"], json!(["从哪个工会转来"]));
    let from =
        json!({ "id": back, "kind": "movedIn", "on": "2026-09-15", "otherUnion": "南昌市快递行业工会" });
    event(&desk, &person, from);
    let number = desk.call("papers.issue", json!({ "kind": "members.transferReceipt", "of": back }));
    assert_eq!(number, "工转回〔2026〕1号");
    let text = printed(&desk, "members.transferReceipt", &back);
    for said in ["会籍接转回执", "南昌市快递行业工会", "邓立平的会籍已于2026年9月15日转入我会"]
    {
        assert!(text.contains(said), "lacks {said}: {text}");
    }
    assert!(!text.contains("110101"), "the letter had the number, the receipt needs none: {text}");
    let gone = event(&desk, &person, json!({ "kind": "withdrawn", "on": "2026-09-15", "reason": "ownWish" }));
    let text = printed(&desk, "members.withdrawal", &gone);
    assert!(text.contains("现宣布邓立平自2026年9月15日起退会"), "announced and not decided: {text}");
    assert!(!text.contains("110101") && !text.contains("决定"), "what is posted bears no number: {text}");
    desk.head();
}

#[test]
fn an_expulsion_stands_on_four_things_and_is_reported_upwards() {
    let (desk, person) = desk_with_member();
    let whole = json!({
        "person": person, "court": "南昌县人民法院", "judgement": "（2026）赣0121刑初12号", "judgedOn": "2026-09-01",
        "group": { "on": "2026-09-05", "by": "装配一组", "text": "同意开除会籍" }, "upper": "南昌县总工会",
    });
    for (field, at) in [
        ("court", "court"),
        ("judgement", "judgement"),
        ("judgedOn", "judgedOn"),
        ("group", "group.on"),
        ("upper", "upper"),
    ] {
        let mut without = whole.clone();
        without[field] =
            if whole[field].is_string() && field != "judgedOn" { json!("") } else { Value::Null };
        let refused = desk.refused("members.expel", without);
        assert_eq!(
            (refused.code.as_str(), refused.field.as_deref()),
            ("refused", Some(at)),
            "{}",
            refused.message
        );
        assert!(refused.rule.unwrap().contains("章程"), "the rule stands behind it");
    }
    let undecided = desk.refused("members.expel", whole.clone());
    assert_eq!(undecided.field.as_deref(), Some("decision"));
    let mut early = whole.clone();
    early["approvedOn"] = json!("2026-09-03");
    early["lateEntry"] = json!("会议记录在纸上");
    assert_eq!(desk.refused("members.expel", early).field.as_deref(), Some("group.on"));

    let mut meeting = committee::meeting("2026-09-10", 0, [5, 0, 0]);
    meeting["topics"][0]["title"] = json!("开除会籍");
    meeting["topics"][0]["decision"] = json!("开除邓立平的会籍");
    let meeting = desk.call("committee.save", meeting);
    desk.call("committee.sign", json!({ "id": meeting, "signedOn": "2026-09-11" }));
    let decision = desk.call("committee.get", json!({ "id": meeting }))["topics"][0]["id"].clone();
    let mut decided = whole;
    decided["decision"] = decision;
    let event = desk.call("members.expel", decided.clone());
    assert_eq!(desk.call("members.life", json!({ "id": person }))["left"], "已开除会籍");
    assert!(desk.refused("members.expel", decided).message.contains("不是会员"));
    let uses = desk.call("committee.get", json!({ "id": meeting }))["topics"][0]["uses"].clone();
    assert_eq!(uses[0]["title"], "开除邓立平的会籍");

    let text = printed(&desk, "members.expulsion", &event);
    for said in [
        "文件",
        "关于开除邓立平会籍的决定",
        "（2026）赣0121刑初12号",
        "装配一组",
        "工会委员会〔2026〕第1次会议",
    ] {
        assert!(text.contains(said), "the decision lacks {said}: {text}");
    }
    assert!(!text.contains("110101"), "the decision may be posted");
    assert!(!text.contains("除名"), "除名 is a word of statistics");

    let due = desk.due();
    assert_eq!((due.len(), &due[0]["title"]), (1, &json!("把开除邓立平会籍的决定报上一级工会备案")));
    let report = json!({ "kind": "members.expulsionReport", "of": event });
    desk.call("papers.issue", report);
    let paper = json!({ "kind": "members.expulsionReport", "of": event, "to": desk.out("备案.pdf") });
    assert_eq!(desk.refused("papers.print", paper).code, "covered", "the report bears the number");
    let text = printed(&desk, "members.expulsionReport", &event);
    for said in ["南昌县总工会", NUMBER, "现报请备案"] {
        assert!(text.contains(said), "the report lacks {said}");
    }
    assert_eq!(desk.due().len(), 1, "issued is not sent");
    let issue = desk.paper("members.expulsionReport")["issued"][0]["id"].clone();
    desk.call(
        "outgoing.saveSending",
        json!({ "paper": issue, "receiver": "南昌县总工会", "manner": "handed", "sentOn": "2026-09-15" }),
    );
    assert_eq!(desk.due(), Vec::<Value>::new(), "sent, it is done");
    desk.head();
}

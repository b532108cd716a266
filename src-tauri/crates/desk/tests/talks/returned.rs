//! What came back goes in again with the words that were voted on and signed, or is drafted, voted on, signed and filed anew: by no
//! other form, by no reason for an entry made afterwards, and not by taking the return away. No clock of before it runs on, and what is
//! in effect comes back no more.

use affairs::duty::DutyKind;
use serde_json::{Value, json};

use super::settled::{change, written};
use super::untouched::sent_back;
use super::{TERM, agreed, agreement, concluded, event, get, meeting, published, vote};
use crate::duties::story::Story;

/// Something that happened to an agreement, as its form sends it.
fn happens(id: &Value, of: &Value, kind: &str, on: &str) -> Value {
    let facts = match kind {
        "inEffect" => json!({ "how": "opinion", "number": "审字8号" }),
        _ => json!({}),
    };
    json!({
        "negotiation": id, "agreement": of, "kind": kind, "happenedOn": on, "text": "补正后再报", "facts": facts,
    })
}

/// The same, entered afterwards.
fn late(id: &Value, of: &Value, kind: &str, on: &str) -> Value {
    let mut args = happens(id, of, kind, on);
    args["lateEntry"] = json!("纸面上早已办好");
    args
}

/// Files what amends a contract and gets it back: talked about on a day, then a step a day.
fn amendment_sent_back(story: &Story, id: &Value, of: &Value, days: [&str; 5]) -> Value {
    let [met, voted, signed, filed, back] = days;
    story.on(met);
    story.call("negotiation.saveMeeting", meeting(story, id, met));
    event(story, id, of, "drafted", met, json!({}));
    vote(story, id, voted, &[(of, 42)]);
    event(story, id, of, "signed", signed, json!({ "copies": 5 }));
    event(story, id, of, "filed", filed, json!({ "receiver": "县人社局" }));
    event(story, id, of, "returned", back, json!({}))
}

#[test]
fn a_change_that_came_back_goes_in_again_as_it_was_signed() {
    let story = Story::begin("36", &[]);
    let (id, wage) = published(&story);
    story.on("2026-09-01");
    let mut said = change(&wage);
    let amendment = story.call("negotiation.saveAmendment", said.clone());
    said["id"] = amendment.clone();
    let days = ["2026-09-08", "2026-09-14", "2026-09-15", "2026-09-16", "2026-09-21"];
    let returned = amendment_sent_back(&story, &id, &amendment, days);
    type Spoil = fn(&mut Value);
    let spoiled: [(&str, Spoil); 3] = [
        ("a clause", |said| said["changes"][0]["becomes"] = json!("每班31元")),
        ("another term", |said| said["terms"] = json!(["取消年终奖"])),
        ("its day", |said| said["effectiveOn"] = json!("2026-12-01")),
    ];
    for (what, spoil) in spoiled {
        let mut other = said.clone();
        spoil(&mut other);
        story.call("negotiation.saveAmendment", other);
        for (name, args) in [
            ("negotiation.addEvent", happens(&id, &amendment, "filed", "2026-09-21")),
            ("negotiation.addEvent", late(&id, &amendment, "filed", "2026-09-21")),
            ("negotiation.removeEvent", json!({ "id": returned })),
        ] {
            let refused = story.refused(name, args);
            assert!(refused.message.contains("退回以后改动过文字"), "{what}, {name}: {}", refused.message);
        }
        story.call("negotiation.saveAmendment", said.clone());
    }
    story.call("negotiation.addEvent", happens(&id, &amendment, "filed", "2026-09-21"));
}

#[test]
fn a_renewal_that_came_back_keeps_its_term() {
    let story = Story::begin("36", &[]);
    let (id, wage) = published(&story);
    story.on("2027-05-04");
    let mut said = json!({
        "amends": wage, "act": "renew", "proposedBy": "workers", "proposedOn": "2027-05-04", "ground": "", "reason": "合同期满",
        "effectiveOn": "2027-08-01", "termFrom": "2027-08-01", "termTo": "2028-07-31", "terms": [], "changes": [],
    });
    let renewal = story.call("negotiation.saveAmendment", said.clone());
    said["id"] = renewal.clone();
    let days = ["2027-05-11", "2027-05-18", "2027-05-19", "2027-05-20", "2027-05-25"];
    amendment_sent_back(&story, &id, &renewal, days);
    said["termTo"] = json!("2029-07-31");
    story.call("negotiation.saveAmendment", said.clone());
    let refused = story.refused("negotiation.addEvent", happens(&id, &renewal, "filed", "2027-05-25"));
    assert!(refused.message.contains("退回以后改动过文字"), "{}", refused.message);
    said["termTo"] = json!("2028-07-31");
    story.call("negotiation.saveAmendment", said);
    story.call("negotiation.addEvent", happens(&id, &renewal, "filed", "2027-05-25"));
}

#[test]
fn a_contract_that_came_back_keeps_its_term_its_name_and_its_table() {
    let story = Story::begin("36", &[]);
    let (id, wage) = sent_back(&story);
    let title = agreement(&story, &id, "wage")["title"].clone();
    let level = json!({ "trade": "焊工", "grade": "senior", "from": 500_000, "to": 600_000 });
    for (what, name, args) in [
        ("its end", "contract.fill", json!({ "agreement": wage, "name": "合同止日", "value": "2027-08-31" })),
        ("no end", "contract.fill", json!({ "agreement": wage, "name": "合同止日", "value": null })),
        (
            "its end by the other form",
            "negotiation.saveAgreement",
            json!({ "id": wage, "title": title, "termFrom": TERM.0, "termTo": "2027-08-31" }),
        ),
        (
            "its name",
            "negotiation.saveAgreement",
            json!({ "id": wage, "title": "奖金协议", "termFrom": TERM.0, "termTo": TERM.1 }),
        ),
        (
            "its table",
            "skillPay.save",
            json!({ "negotiation": id, "levels": [level], "forms": [], "lateEntry": "当时没有登记" }),
        ),
    ] {
        story.call(name, args);
        for again in [happens(&id, &wage, "filed", "2026-07-06"), late(&id, &wage, "received", "2026-07-06")]
        {
            let refused = story.refused("negotiation.addEvent", again);
            assert!(refused.message.contains("退回以后改动过文字"), "{what}: {}", refused.message);
        }
        story.call("ledger.undo", json!({}));
    }
    story.call("negotiation.addEvent", happens(&id, &wage, "filed", "2026-07-06"));
}

#[test]
fn a_contract_that_came_back_for_the_particulars_of_a_party_goes_in_again() {
    let story = Story::begin("36", &[]);
    let (id, wage) = sent_back(&story);
    for (name, value) in [("企业法定代表人", "吴健国"), ("企业地址和电话", "银三角路8号，0791-80000100")]
    {
        story.call("contract.fill", json!({ "agreement": wage, "name": name, "value": value }));
    }
    story.call("negotiation.addEvent", happens(&id, &wage, "filed", "2026-07-06"));
    assert_eq!(agreement(&story, &id, "wage")["state"], "filed");
    let text = story.text("negotiation.wageContract", &wage);
    assert!(text.contains("吴健国") && text.contains("银三角路8号"), "{text}");

    // Where a clause names who it is, it is a word of what was passed.
    let story = Story::begin("36", &[]);
    let id = agreed(&story, &["wage"]);
    let wage = agreement(&story, &id, "wage")["id"].clone();
    written(&story, &wage);
    let own = "企业由【企业法定代表人】负责合同的履行。";
    story.call("contract.saveClause", json!({ "agreement": wage, "item": "general", "text": own }));
    event(&story, &id, &wage, "drafted", "2026-06-22", json!({}));
    vote(&story, &id, "2026-06-29", &[(&wage, 41)]);
    event(
        &story,
        &id,
        &wage,
        "signed",
        "2026-07-02",
        json!({ "copies": 5, "termFrom": TERM.0, "termTo": TERM.1 }),
    );
    event(&story, &id, &wage, "filed", "2026-07-03", json!({ "receiver": "县人社局", "copies": 3 }));
    event(&story, &id, &wage, "returned", "2026-07-06", json!({}));
    let fill = json!({ "agreement": wage, "name": "企业法定代表人", "value": "吴健国" });
    story.call("contract.fill", fill);
    let refused = story.refused("negotiation.addEvent", happens(&id, &wage, "filed", "2026-07-06"));
    assert!(refused.message.contains("退回以后改动过文字"), "{}", refused.message);
}

#[test]
fn a_term_that_the_signature_gave_is_given_by_the_next() {
    let story = Story::begin("36", &[]);
    let id = agreed(&story, &["wage"]);
    let wage = agreement(&story, &id, "wage")["id"].clone();
    event(&story, &id, &wage, "drafted", "2026-06-22", json!({}));
    vote(&story, &id, "2026-06-29", &[(&wage, 41)]);
    let signed = |to: &str| json!({ "copies": 5, "termFrom": TERM.0, "termTo": to });
    event(&story, &id, &wage, "signed", "2026-07-02", signed(TERM.1));
    event(&story, &id, &wage, "filed", "2026-07-03", json!({ "receiver": "县人社局" }));
    event(&story, &id, &wage, "returned", "2026-07-06", json!({}));
    let title = agreement(&story, &id, "wage")["title"].clone();
    let longer = json!({ "id": wage, "title": title, "termFrom": TERM.0, "termTo": "2027-08-31" });
    story.call("negotiation.saveAgreement", longer);
    let refused = story.refused("negotiation.addEvent", happens(&id, &wage, "filed", "2026-07-06"));
    assert!(refused.message.contains("退回以后改动过文字"), "nobody signed it: {}", refused.message);
    event(&story, &id, &wage, "signed", "2026-07-08", signed("2027-09-30"));
    event(&story, &id, &wage, "filed", "2026-07-09", json!({ "receiver": "县人社局" }));
    event(&story, &id, &wage, "inEffect", "2026-07-24", json!({}));
    let now = agreement(&story, &id, "wage");
    assert_eq!((&now["state"], &now["termTo"]), (&json!("inEffect"), &json!("2027-09-30")));
}

#[test]
fn no_reason_leaves_out_the_next_vote_the_next_signature_or_the_next_filing() {
    let story = Story::begin("36", &[]);
    let (id, wage) = sent_back(&story);
    let refuses = |args: Value, words: &str| {
        let refused = story.refused("negotiation.addEvent", args);
        assert!(refused.message.contains(words), "{words}: {}", refused.message);
    };
    refuses(late(&id, &wage, "inEffect", "2026-07-06"), "退回以后的重新报送");
    story.call("contract.fill", json!({ "agreement": wage, "name": "工资增长幅度", "value": "1" }));
    refuses(late(&id, &wage, "inEffect", "2026-07-06"), "退回以后的重新报送");
    for kind in ["received", "filed", "returned", "signed"] {
        refuses(late(&id, &wage, kind, "2026-07-06"), "退回以后改动过文字");
    }
    // A vote that is entered late makes no draft of it.
    let mut voted = json!({
        "negotiation": id, "session": super::session("2026-07-06"),
        "votes": [{ "agreement": wage, "votesFor": 41, "votesAgainst": 2, "abstained": 0 }],
    });
    voted["session"]["lateEntry"] = json!("纸面上早已表决");
    let session = story.call("negotiation.saveVote", voted);
    refuses(late(&id, &wage, "filed", "2026-07-06"), "退回以后改动过文字");
    story.call("negotiation.removeVote", json!({ "id": session }));

    let drafted = event(&story, &id, &wage, "drafted", "2026-07-07", json!({}));
    refuses(late(&id, &wage, "filed", "2026-07-07"), "再次表决通过为前提");
    vote(&story, &id, "2026-07-08", &[(&wage, 42)]);
    refuses(happens(&id, &wage, "filed", "2026-07-08"), "双方还没有签字");
    for kind in ["filed", "received", "inEffect"] {
        refuses(late(&id, &wage, kind, "2026-07-08"), "以双方重新签字为前提");
    }
    let facts = json!({ "copies": 5, "termFrom": TERM.0, "termTo": TERM.1 });
    event(&story, &id, &wage, "signed", "2026-07-09", facts);
    event(&story, &id, &wage, "filed", "2026-07-10", json!({ "receiver": "县人社局" }));
    event(&story, &id, &wage, "inEffect", "2026-07-25", json!({}));
    let refused = story.refused("negotiation.removeEvent", json!({ "id": drafted }));
    assert!(refused.message.contains("以它为前提"), "{}", refused.message);
    assert_eq!(agreement(&story, &id, "wage")["state"], "inEffect");
}

#[test]
fn a_draft_is_not_taken_from_between_a_return_and_what_was_signed_since() {
    let story = Story::begin("36", &[]);
    let (id, wage) = sent_back(&story);
    story.call("contract.fill", json!({ "agreement": wage, "name": "工资增长幅度", "value": "1" }));
    let drafted = event(&story, &id, &wage, "drafted", "2026-07-07", json!({}));
    vote(&story, &id, "2026-07-08", &[(&wage, 42)]);
    let votes = agreement(&story, &id, "wage")["votes"].clone();
    let mut again = votes[1]["session"].clone();
    again["lateEntry"] = json!("据会议记录补录");
    let ballot = json!([{ "agreement": wage, "votesFor": 42, "votesAgainst": 1, "abstained": 0 }]);
    story.call("negotiation.saveVote", json!({ "negotiation": id, "session": again, "votes": ballot }));
    let mut signed = late(&id, &wage, "signed", "2026-07-08");
    signed["facts"] = json!({ "copies": 5, "termFrom": TERM.0, "termTo": TERM.1 });
    story.call("negotiation.addEvent", signed);
    let refused = story.refused("negotiation.removeEvent", json!({ "id": drafted }));
    assert!(refused.message.contains("退回以后改动过文字"), "{}", refused.message);
}

#[test]
fn a_vote_of_after_the_signature_is_told_what_comes_first() {
    let story = Story::begin("36", &[]);
    let id = agreed(&story, &["wage"]);
    let wage = agreement(&story, &id, "wage")["id"].clone();
    concluded(&story, &id, &wage);
    let mut moved = agreement(&story, &id, "wage")["votes"][0]["session"].clone();
    moved["heldOn"] = json!("2026-07-03");
    let ballot = json!([{ "agreement": wage, "votesFor": 41, "votesAgainst": 2, "abstained": 0 }]);
    let args = json!({ "negotiation": id, "session": moved, "votes": ballot });
    let refused = story.refused("negotiation.saveVote", args);
    assert!(refused.message.contains("双方签字登记在2026年7月2日"), "{}", refused.message);
    assert_eq!(refused.field.as_deref(), Some("session.heldOn"), "{}", refused.message);
}

#[test]
fn a_contract_in_effect_takes_no_second_effect() {
    let story = Story::begin("36", &[]);
    let (id, wage) = published(&story);
    for args in [late(&id, &wage, "inEffect", "2026-07-10"), happens(&id, &wage, "inEffect", "2026-07-20")] {
        let refused = story.refused("negotiation.addEvent", args);
        assert!(refused.message.contains("2026年7月18日已经登记过生效"), "{}", refused.message);
        assert_eq!(refused.field.as_deref(), Some("kind"), "{}", refused.message);
    }
}

#[test]
fn a_term_that_ends_before_it_begins_is_none_also_on_an_old_paper() {
    let story = Story::begin("36", &[]);
    story.on("2026-11-20");
    let start = json!({ "year": 2025, "startedOn": "2024-09-20", "lateEntry": "据纸质档案补录" });
    let id = story.call("negotiation.start", start);
    let wage = agreement(&story, &id, "wage")["id"].clone();
    let votes = json!([{ "agreement": wage, "votesFor": 41, "votesAgainst": 1, "abstained": 1 }]);
    let session = super::session("2024-12-05");
    story.call("negotiation.saveVote", json!({ "negotiation": id, "session": session, "votes": votes }));
    let signed = |from: &str, to: &str| {
        json!({
            "negotiation": id, "agreement": wage, "kind": "signed", "happenedOn": "2024-12-09", "text": "据纸质档案",
            "facts": { "copies": 5, "termFrom": from, "termTo": to },
        })
    };
    let title = agreement(&story, &id, "wage")["title"].clone();
    let head = json!({ "id": wage, "title": title, "termFrom": "2026-01-01", "termTo": "2025-12-31" });
    for (name, args) in [
        ("negotiation.addEvent", signed("2026-01-01", "2025-12-31")),
        ("negotiation.addEvent", signed("2025-01-01", "2025-01-01")),
        ("negotiation.saveAgreement", head),
    ] {
        let refused = story.refused(name, args);
        assert_eq!(
            (refused.code.as_str(), refused.field.as_deref()),
            ("bad_input", Some("termTo")),
            "{name}"
        );
    }
    story.call("negotiation.addEvent", signed("2025-01-01", "2025-12-31"));
    for (kind, on) in [("filed", "2024-12-12"), ("inEffect", "2024-12-27")] {
        story.call("negotiation.addEvent", happens(&id, &wage, kind, on));
    }
    let ends = json!({ "agreement": wage, "name": "合同止日", "value": "2024-12-31" });
    let refused = story.refused("contract.fill", ends);
    assert!(refused.message.contains("期满日应晚于2025年1月1日"), "{}", refused.message);
    let renewal = json!({
        "amends": wage, "act": "renew", "proposedBy": "workers", "proposedOn": "2025-12-01", "ground": "", "reason": "合同期满",
        "effectiveOn": "2026-01-01", "termFrom": "2026-01-01", "termTo": "2025-12-31", "terms": [], "changes": [],
    });
    let refused = story.refused("negotiation.saveAmendment", renewal);
    assert_eq!(refused.field.as_deref(), Some("termTo"), "{}", refused.message);
    assert_eq!(get(&story, &id)["agreements"][0]["termTo"], "2025-12-31");
}

/// A contract of which the firm was told on 30 June, signed on 2 July, filed on the 3rd and sent back on the 13th.
fn came_back(story: &Story) -> (Value, Value) {
    let id = agreed(story, &["wage"]);
    let wage = agreement(story, &id, "wage")["id"].clone();
    event(story, &id, &wage, "drafted", "2026-06-22", json!({}));
    vote(story, &id, "2026-06-29", &[(&wage, 41)]);
    event(story, &id, &wage, "notified", "2026-06-30", json!({ "receiver": "公司办公室" }));
    sign(story, &id, &wage, "2026-07-02");
    event(story, &id, &wage, "filed", "2026-07-03", json!({ "receiver": "县人社局", "copies": 3 }));
    event(story, &id, &wage, "returned", "2026-07-13", json!({}));
    (id, wage)
}

/// Both chiefs sign it for its term.
fn sign(story: &Story, id: &Value, wage: &Value, on: &str) {
    event(story, id, wage, "signed", on, json!({ "copies": 5, "termFrom": TERM.0, "termTo": TERM.1 }));
}

/// A rung of the contract.
fn rung(story: &Story, id: &Value, step: &str) -> Value {
    let rungs = agreement(story, id, "wage")["rungs"].clone();
    rungs.as_array().unwrap().iter().find(|rung| rung["step"] == step).unwrap().clone()
}

#[test]
fn a_contract_that_is_drafted_anew_goes_up_its_ladder_anew() {
    let story = Story::begin("31", &[]);
    let (id, wage) = came_back(&story);
    event(&story, &id, &wage, "drafted", "2026-07-15", json!({}));
    let voted = rung(&story, &id, "vote");
    assert_eq!(
        (&voted["state"], &voted["on"], &voted["detail"]),
        (&json!("now"), &Value::Null, &Value::Null)
    );
    assert_eq!(voted["title"], "再次提交职代会表决");
    for step in ["notice", "signature", "filing", "effect"] {
        let later = rung(&story, &id, step);
        let told = (&later["state"], &later["on"], &later["detail"]);
        assert_eq!(told, (&json!("later"), &Value::Null, &Value::Null), "{step}: {later}");
    }
}

#[test]
fn what_was_passed_anew_is_told_anew_and_the_filing_runs_by_no_notice_of_before() {
    let story = Story::begin("31", &[]);
    let (id, wage) = came_back(&story);
    event(&story, &id, &wage, "drafted", "2026-07-15", json!({}));
    vote(&story, &id, "2026-07-16", &[(&wage, 42)]);
    sign(&story, &id, &wage, "2026-07-17");
    let (notice, filing) = (rung(&story, &id, "notice"), rung(&story, &id, "filing"));
    assert_eq!((&notice["state"], &notice["on"]), (&json!("now"), &Value::Null), "{notice}");
    // Seven days from the second signature, and not ten from the first notice.
    assert_eq!((&filing["state"], &filing["due"]), (&json!("now"), &json!("2026-07-24")), "{filing}");
    event(&story, &id, &wage, "notified", "2026-07-17", json!({ "receiver": "公司办公室" }));
    let notice = rung(&story, &id, "notice");
    assert_eq!((&notice["state"], &notice["on"]), (&json!("done"), &json!("2026-07-17")), "{notice}");

    // Only signed anew it was passed once, and the notice of that stands.
    let story = Story::begin("31", &[]);
    let (id, wage) = came_back(&story);
    sign(&story, &id, &wage, "2026-07-14");
    let (notice, filing) = (rung(&story, &id, "notice"), rung(&story, &id, "filing"));
    assert_eq!((&notice["state"], &notice["on"]), (&json!("done"), &json!("2026-06-30")), "{notice}");
    assert_eq!((&filing["state"], &filing["due"]), (&json!("now"), &json!("2026-07-21")), "{filing}");
    // Nothing is told of the filing that came back, and its review runs no more.
    assert_eq!((&filing["on"], &filing["detail"]), (&Value::Null, &Value::Null), "{filing}");
    let effect = rung(&story, &id, "effect");
    assert_eq!((&effect["due"], &effect["deadline"]), (&Value::Null, &Value::Null), "{effect}");
}

#[test]
fn the_next_vote_runs_from_what_was_agreed_since_the_return() {
    for (met, due) in [(None, "2026-08-05"), (Some("2026-07-14"), "2026-08-04")] {
        let story = Story::begin("33", &[]);
        let (id, wage) = came_back(&story);
        if let Some(on) = met {
            story.on(on);
            story.call("negotiation.saveMeeting", meeting(&story, &id, on));
        }
        event(&story, &id, &wage, "drafted", "2026-07-15", json!({}));
        let vote = rung(&story, &id, "vote");
        assert_eq!((&vote["state"], &vote["due"]), (&json!("now"), &json!(due)), "{met:?}: {vote}");
    }
}

#[test]
fn what_is_talked_about_anew_after_a_return_is_drafted_before_it_is_filed() {
    for agreed in [true, false] {
        let story = Story::begin("36", &[]);
        let (id, wage) = came_back(&story);
        story.on("2026-07-14");
        let mut held = meeting(&story, &id, "2026-07-14");
        if !agreed {
            (held["topics"][0]["result"], held["topics"][0]["agreedText"]) = (json!("disputed"), Value::Null);
        }
        story.call("negotiation.saveMeeting", held);
        let words = if agreed { "还没有形成新的草案" } else { "还没有谈定" };
        let refused = story.refused("negotiation.addEvent", happens(&id, &wage, "filed", "2026-07-14"));
        assert!(refused.message.contains(words), "{}", refused.message);
        assert!(refused.rule.is_some(), "{}", refused.message);
        let (draft, filing) = (rung(&story, &id, "draft"), rung(&story, &id, "filing"));
        if agreed {
            // Seven days from what was agreed since the return.
            assert_eq!((&draft["state"], &draft["due"]), (&json!("now"), &json!("2026-07-21")), "{draft}");
            assert_eq!((&draft["on"], &draft["detail"]), (&Value::Null, &Value::Null), "{draft}");
            assert_eq!(filing["state"], "later", "{filing}");
            event(&story, &id, &wage, "drafted", "2026-07-15", json!({}));
            vote(&story, &id, "2026-07-16", &[(&wage, 42)]);
            sign(&story, &id, &wage, "2026-07-17");
            event(&story, &id, &wage, "filed", "2026-07-20", json!({ "receiver": "县人社局", "copies": 3 }));
        } else {
            // The talks tell what comes next, and not the filing that is refused.
            assert_eq!((&draft["state"], &filing["state"]), (&json!("later"), &json!("later")), "{draft}");
            let steps = get(&story, &id)["steps"].as_array().unwrap().clone();
            let current = steps.iter().find(|one| one["current"] == true).unwrap();
            assert_eq!(
                (&current["kind"], &current["missing"][0]),
                (&json!("meetings"), &json!("1个议题尚未谈定")),
                "{current}"
            );
            story.beside(DutyKind::NegotiationStep);
            story.absent(&[DutyKind::AgreementFiling, DutyKind::AgreementDraft]);
        }
    }
}

#[test]
fn the_time_of_the_whole_talk_is_kept_by_the_first_signature() {
    let kinds = [DutyKind::NegotiationMeetings, DutyKind::NegotiationDispute];
    let story = Story::begin("36", &[]);
    let (id, wage) = came_back(&story);
    event(&story, &id, &wage, "drafted", "2026-07-15", json!({}));
    story.on("2026-09-15");
    story.absent(&kinds);
    assert_eq!(get(&story, &id)["clock"], Value::Null);

    // What is disputed since is not late by the time that ran out while it was signed.
    let story = Story::begin("41", &[]);
    let (id, wage) = came_back(&story);
    event(&story, &id, &wage, "drafted", "2026-07-15", json!({}));
    vote(&story, &id, "2026-07-16", &[(&wage, 20)]);
    story.on("2026-07-20");
    let mut held = meeting(&story, &id, "2026-07-20");
    (held["topics"][0]["result"], held["topics"][0]["agreedText"]) = (json!("disputed"), Value::Null);
    story.call("negotiation.saveMeeting", held);
    story.on("2026-12-31");
    story.absent(&kinds);
    assert_eq!(get(&story, &id)["dispute"], Value::Null);
}

#[test]
fn a_contract_in_effect_does_not_come_back_and_is_not_signed_or_filed_again() {
    let story = Story::begin("36", &[]);
    let (id, wage) = published(&story);
    let before = agreement(&story, &id, "wage");
    for kind in ["returned", "drafted", "notified", "signed", "filed", "received"] {
        for args in [late(&id, &wage, kind, "2026-07-20"), happens(&id, &wage, kind, "2026-07-20")] {
            let refused = story.refused("negotiation.addEvent", args);
            assert!(refused.message.contains("2026年7月18日已经登记生效"), "{kind}: {}", refused.message);
        }
    }
    let mut voted = json!({
        "negotiation": id, "session": super::session("2026-07-20"),
        "votes": [{ "agreement": wage, "votesFor": 41, "votesAgainst": 2, "abstained": 0 }],
    });
    voted["session"]["lateEntry"] = json!("纸面上早已表决");
    let refused = story.refused("negotiation.saveVote", voted);
    assert!(refused.message.contains("2026年7月18日已经登记生效"), "{}", refused.message);
    assert_eq!(refused.field.as_deref(), Some("session.heldOn"), "{}", refused.message);
    let now = agreement(&story, &id, "wage");
    assert_eq!((&now["state"], &now["termTo"]), (&before["state"], &before["termTo"]));
}

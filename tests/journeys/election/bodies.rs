//! What an election leads to: the bodies that an approval writes, steps that a paper decided, the women's committee that is
//! named without a vote. How votes are counted stands in `ladder`.

use serde_json::{Value, json};

use super::{ballot, body, candidates, due, elected, happened, opened, said, state, union, voted, with};

#[test]
fn the_approval_writes_the_bodies_and_taking_it_back_unwrites_them() {
    let (desk, people) = union("36", 60);
    let id = voted(&desk, &people);
    assert_eq!(state(&desk, &id), "elected");
    assert_eq!(due(&desk)[0].0, "报出选举结果");
    opened(
        &desk,
        "election.report",
        id.as_str().unwrap(),
        &["赣工复〔2026〕5号", "应到60人", "工会委员会第一次全体会议", &people[1].1, "报请批准"],
    );
    desk.call("election.saveEvent", happened(&id, "reported", "2026-10-20"));
    assert_eq!(due(&desk), [said("批准选举结果", "upper", "2026-11-04")]);
    desk.now("2026-11-02T09:00:00+08:00");
    let confirm = with(happened(&id, "confirmed", "2026-11-02"), json!({ "number": "赣工复〔2026〕9号" }));
    let event = desk.call("election.saveEvent", confirm.clone());
    let committee = body(&desk, "committee");
    let current = &committee["current"]["record"];
    assert_eq!(
        (&current["session"], &current["startedOn"], &current["approvalNumber"], &current["cleared"]),
        (&json!(4), &json!("2026-10-20"), &json!("赣工复〔2026〕9号"), &json!(true))
    );
    let seats: Vec<(String, String)> = current["members"]
        .as_array()
        .unwrap()
        .iter()
        .map(|seat| (seat["name"].as_str().unwrap().to_owned(), seat["office"].as_str().unwrap().to_owned()))
        .collect();
    assert_eq!(seats[0], (people[1].1.clone(), "chair".to_owned()), "no officer is typed twice");
    assert_eq!(seats[1], (people[2].1.clone(), "vice".to_owned()));
    assert_eq!(seats.len(), 5);
    let past = &committee["past"][0]["record"];
    assert_eq!(
        (&past["session"], &past["endedOn"]),
        (&json!(3), &json!("2026-10-20")),
        "the term before stays readable"
    );
    assert_eq!(body(&desk, "audit")["current"]["record"]["members"][0]["office"], "chair");

    // Back by undo, back by taking it back; each is recorded.
    desk.call("ledger.undo", json!({}));
    assert_eq!(body(&desk, "committee")["current"]["record"]["session"], 3);
    desk.call("ledger.redo", json!({}));
    desk.call("election.removeEvent", json!({ "id": event }));
    let back = body(&desk, "committee");
    assert_eq!(
        (&back["current"]["record"]["session"], &back["current"]["record"]["endedOn"]),
        (&json!(3), &Value::Null)
    );
    assert_eq!(body(&desk, "audit")["current"], Value::Null);
    desk.call("election.saveEvent", confirm);
    let kept = desk.refused("election.remove", json!({ "id": id }));
    assert!(kept.message.contains("先撤回"), "{}", kept.message);

    // Another chairs now: the certificate, the audit, the hand-over.
    assert_eq!(
        due(&desk),
        [
            said("新旧主席交接", "union", ""),
            said("审计前任主席", "upper", ""),
            said("办理法人变更登记", "union", "2026-12-02"),
        ]
    );
    opened(
        &desk,
        "election.audit",
        id.as_str().unwrap(),
        &["离任审计", &people[0].1, &people[1].1, "赣工复〔2026〕9号"],
    );
    for kind in ["registered", "audited", "handedOver"] {
        desk.call("election.saveEvent", happened(&id, kind, "2026-11-02"));
    }
    assert_eq!((due(&desk), state(&desk, &id).as_str()), (vec![], "finished"));
    let list = desk.call("election.list", json!({}));
    assert_eq!((&list[0]["name"], &list[0]["next"]), (&json!("第四届工会委员会换届选举"), &Value::Null));
    desk.pause();
    desk.room.head();
}

#[test]
fn what_a_paper_decided_is_entered_late_with_its_reason() {
    let (desk, people) = union("36", 60);
    let start = desk.call("election.start", json!({}))["record"].clone();
    let input = json!({
        "session": 4, "committeeSeats": 3, "auditSeats": 0, "womenSeats": 0, "viceSeats": 0, "plannedOn": "2026-08-20",
    });
    let id = desk.call("election.save", with(start, input));
    let late = json!({ "lateEntry": "会议记录和批复都在纸上" });
    let list = json!({ "election": id, "post": "committee", "candidates": [
        { "name": "离职的人", "cleared": true },
        { "person": people[1].0, "name": "x", "cleared": true },
        { "person": people[2].0, "name": "x", "cleared": true },
        { "person": people[3].0, "name": "x", "cleared": true },
    ] });
    assert!(desk.refused("election.saveCandidates", list.clone()).message.contains("花名册"));
    desk.call("election.saveCandidates", with(list, late.clone()));
    let nothing =
        with(happened(&id, "confirmed", "2026-08-28"), json!({ "number": "9号", "lateEntry": "在纸上" }));
    assert!(
        desk.refused("election.saveEvent", nothing).message.contains("还没有结果"),
        "no result, no approval"
    );
    let held = json!({ "heldOn": "2026-08-20", "lateEntry": "计票在纸上" });
    let input = with(ballot(&desk, &id, "committee", [60, 45, 45, 45, 45], &[40, 42, 35, 10]), held.clone());
    let early = with(input.clone(), json!({ "lateEntry": null }));
    assert!(desk.refused("election.saveBallot", early).message.contains("请先登记"));
    desk.call("election.saveBallot", input);
    let chair = json!({ "election": id, "post": "chair", "candidates": [{ "person": people[1].0, "name": "x", "cleared": true }] });
    desk.call("election.saveCandidates", with(chair, late.clone()));
    desk.call("election.saveBallot", with(ballot(&desk, &id, "chair", [3, 3, 3, 3, 3], &[3]), held));
    desk.call(
        "election.saveEvent",
        with(with(happened(&id, "confirmed", "2026-08-28"), json!({ "number": "9号" })), late),
    );
    let shown = desk.call("election.get", json!({ "id": id }));
    let rung = shown["rungs"]
        .as_array()
        .unwrap()
        .iter()
        .find(|rung| rung["step"] == "confirmation")
        .unwrap()
        .clone();
    assert_eq!(rung["event"]["lateEntry"], "会议记录和批复都在纸上");
    assert_eq!(body(&desk, "committee")["current"]["record"]["startedOn"], "2026-08-20");
}

#[test]
fn the_women_s_committee_is_named_and_agreed_on_without_a_vote() {
    let (desk, people) = union("36", 60);
    let women: Vec<(String, String)> = ["何秀兰", "罗小梅", "万晓梅"]
        .into_iter()
        .map(|name| {
            let one =
                json!({ "name": name, "sex": "female", "form": "contract", "memberSince": "2019-05-06" });
            (desk.call("members.save", one).as_str().unwrap().to_owned(), name.to_owned())
        })
        .collect();
    let start = desk.call("election.start", json!({}));
    assert_eq!(start["record"]["womenWay"], "agreed", "as the rules of the federation have it");
    let input = json!({ "committeeSeats": 3, "auditSeats": 0, "womenSeats": 3, "viceSeats": 0, "plannedOn": "2026-10-20" });
    let id = desk.call("election.save", with(start["record"].clone(), input));
    desk.call("election.saveEvent", happened(&id, "requested", "2026-09-01"));
    desk.call(
        "election.saveEvent",
        with(happened(&id, "approved", "2026-09-01"), json!({ "number": "批1号" })),
    );
    let slate = |post: &str, list: Value| json!({ "election": id, "post": post, "candidates": list });
    let man = desk.refused("election.saveCandidates", slate("women", candidates(&people, &[0])));
    assert_eq!(man.field.as_deref(), Some("candidates.0.name"), "{}", man.message);
    for (post, list) in [
        ("committee", candidates(&people, &[0, 1, 2, 3])),
        ("chair", candidates(&people, &[1])),
        ("women", candidates(&women, &[0, 1, 2])),
        ("womenChair", candidates(&women, &[0])),
    ] {
        desk.call("election.saveCandidates", slate(post, list));
    }
    desk.now("2026-09-24T09:00:00+08:00");
    for (kind, on) in [("proposed", "2026-09-02"), ("consented", "2026-09-08")] {
        desk.call("election.saveEvent", happened(&id, kind, on));
    }
    desk.call(
        "election.saveEvent",
        with(happened(&id, "posted", "2026-09-24"), json!({ "untilOn": "2026-10-08" })),
    );
    desk.now("2026-10-20T16:00:00+08:00");
    let vote = desk.refused("election.ballotStart", json!({ "election": id, "post": "women" }));
    assert!(vote.message.contains("不用投票"), "{}", vote.message);
    desk.call(
        "election.saveBallot",
        ballot(&desk, &id, "committee", [63, 50, 50, 50, 50], &[45, 44, 43, 10]),
    );
    desk.call("election.saveBallot", ballot(&desk, &id, "chair", [3, 3, 3, 3, 3], &[3]));
    assert_eq!(elected(&desk, &id, "women"), (women.iter().map(|one| one.1.clone()).collect(), 0));
    assert_eq!(state(&desk, &id), "elected", "nothing is left to vote on");
    let lines = ["女职工委员会委员", "充分协商产生", "罗小梅"];
    opened(&desk, "election.report", id.as_str().unwrap(), &lines);
    desk.call("election.saveEvent", happened(&id, "reported", "2026-10-20"));
    desk.call(
        "election.saveEvent",
        with(happened(&id, "confirmed", "2026-10-20"), json!({ "number": "批2号" })),
    );
    let term = body(&desk, "women")["current"]["record"].clone();
    assert_eq!((&term["startedOn"], &term["members"][0]["office"]), (&json!("2026-10-20"), &json!("chair")));
    assert_eq!(term["members"].as_array().unwrap().len(), 3);
}

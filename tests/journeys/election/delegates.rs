//! Members who meet by delegates: 300 elect by them, and the members' congress meets once a year and is never the workers'
//! congress. Unions whose members meet as a whole stand beside.

use serde_json::{Value, json};

use super::desk::Desk;
use super::{ballot, candidates, due, elected, happened, union, with};
use crate::judges;

#[test]
fn three_hundred_members_elect_by_delegates() {
    let (desk, people) = union("11", 300);
    let start = desk.call("election.start", json!({}));
    assert_eq!(
        (&start["record"]["form"], &start["bounds"]["delegates"]),
        (&json!("delegates"), &json!([40, 60]))
    );
    let input = json!({ "committeeSeats": 9, "auditSeats": 0, "womenSeats": 0, "viceSeats": 0, "plannedOn": "2026-10-20" });
    let id = desk.call("election.save", with(start["record"].clone(), input));
    desk.call("election.saveEvent", happened(&id, "requested", "2026-09-01"));
    desk.call(
        "election.saveEvent",
        with(happened(&id, "approved", "2026-09-01"), json!({ "number": "批1号" })),
    );
    let mut open: Vec<String> = due(&desk).into_iter().map(|duty| duty.0).collect();
    open.sort();
    assert_eq!(open, ["提出候选人建议名单", "选出会员代表"], "delegates and candidates go side by side");
    let elect = |count: usize| {
        let one = |at: usize| json!({ "person": people[at].0, "name": "x", "unit": "一分会", "manager": false, "electedOn": "2026-09-01" });
        let list: Vec<Value> = (0..count).map(one).collect();
        desk.call("membersCongress.saveDelegates", json!({ "session": 4, "delegates": list }));
    };
    elect(39);
    let few = desk.refused("election.saveEvent", happened(&id, "delegates", "2026-09-01"));
    assert!(few.message.contains("不少于40人") && few.rule.is_some(), "{}", few.message);
    let kept = desk.call("membersCongress.delegates", json!({ "session": 4 }));
    assert_eq!((&kept["standing"], kept["lacks"].as_array().unwrap().len()), (&json!(39), 1));
    elect(61);
    assert!(
        desk.refused("election.saveEvent", happened(&id, "delegates", "2026-09-01"))
            .message
            .contains("不超过60人")
    );
    elect(45);
    desk.call("election.saveEvent", happened(&id, "delegates", "2026-09-01"));
    desk.call("election.saveEvent", happened(&id, "qualified", "2026-09-01"));
    let committee: Vec<usize> = (0..10).collect();
    for (post, which) in [("committee", &committee[..]), ("chair", &[1])] {
        let list = candidates(&people, which);
        desk.call("election.saveCandidates", json!({ "election": id, "post": post, "candidates": list }));
    }
    for kind in ["proposed", "consented", "posted"] {
        desk.call("election.saveEvent", happened(&id, kind, "2026-09-01"));
    }
    desk.now("2026-10-20T16:00:00+08:00");
    let votes = [30, 29, 28, 27, 26, 25, 24, 23, 23, 22];
    let few = ballot(&desk, &id, "committee", [45, 29, 29, 29, 29], &votes.map(|votes: u32| votes.min(29)));
    assert_eq!(desk.refused("election.saveBallot", few).field.as_deref(), Some("present"), "29 of 45");
    desk.call("election.saveBallot", ballot(&desk, &id, "committee", [45, 30, 30, 30, 30], &votes));
    assert_eq!(
        elected(&desk, &id, "committee").1,
        0,
        "23 of 45 elects: {:?}",
        elected(&desk, &id, "committee")
    );
    assert!(!elected(&desk, &id, "committee").0.contains(&people[9].1), "22 does not");
}

#[test]
fn the_members_congress_meets_once_a_year_and_is_not_the_workers_congress() {
    let (desk, _) = union("36", 60);
    desk.now("2026-10-01T09:00:00+08:00");
    let yearly = |desk: &Desk| desk.due().into_iter().find(|duty| duty["id"] == "membersCongress:year:2026");
    assert_eq!(yearly(&desk), None, "91 days before the year is over");
    desk.now("2026-10-02T09:00:00+08:00");
    let duty = yearly(&desk).expect("90 days before the year is over");
    assert_eq!((&duty["whose"], &duty["due"]), (&json!("union"), &json!("2026-12-31")));
    assert!(duty["rule"]["short"].as_str().unwrap().contains("企业工会工作条例第十四条"));
    assert_eq!(duty["place"], json!({ "page": "membersCongress", "part": "new" }));

    let start = desk.call("membersCongress.list", json!({}))["start"].clone();
    assert_eq!((&start["session"], &start["form"], &start["due"]), (&json!(3), &json!("whole"), &json!(60)));
    let new = with(start, json!({ "heldOn": "2026-10-20", "place": "职工之家", "recorder": "何平" }));
    let delegates = desk.refused("membersCongress.save", with(new.clone(), json!({ "form": "delegates" })));
    assert_eq!(delegates.field.as_deref(), Some("form"));
    let asked = desk.refused("membersCongress.save", with(new.clone(), json!({ "askers": 19 })));
    assert_eq!(asked.field.as_deref(), Some("askers"), "19 of 60 are fewer than a third");
    let id = desk.call("membersCongress.save", with(new.clone(), json!({ "askers": 20 })));
    let notice = || {
        let ours = desk.due().into_iter().filter(|duty| duty["module"] == "membersCongress");
        ours.map(|duty| (duty["title"].as_str().unwrap().to_owned(), duty["due"].clone())).collect::<Vec<_>>()
    };
    assert!(
        notice().contains(&("通知第三届会员大会第一次会议".to_owned(), json!("2026-10-13"))),
        "{:?}",
        notice()
    );
    let late = with(new.clone(), json!({ "id": id, "noticedOn": "2026-10-14" }));
    assert_eq!(desk.refused("membersCongress.save", late).field.as_deref(), Some("noticedOn"));
    let noticed = with(new, json!({ "id": id, "noticedOn": "2026-10-13" }));
    desk.call("membersCongress.save", noticed.clone());
    assert!(!notice().iter().any(|(title, _)| title.starts_with("通知")));
    desk.now("2026-10-21T09:00:00+08:00");
    assert!(notice().iter().any(|(title, _)| title.starts_with("登记第三届会员大会")), "{:?}", notice());
    let topic = |votes: u32| json!([{ "title": "工会工作报告", "decision": "批准", "votesFor": votes, "votesAgainst": 2, "abstained": 0 }]);
    let held = |present: u32, votes: u32| {
        with(noticed.clone(), json!({ "present": present, "topics": topic(votes) }))
    };
    assert_eq!(
        desk.refused("membersCongress.save", held(39, 31)).field.as_deref(),
        Some("present"),
        "39 of 60"
    );
    desk.call("membersCongress.save", held(40, 30));
    let verdict =
        |desk: &Desk| desk.call("membersCongress.get", json!({ "id": id }))["verdicts"][0]["passed"].clone();
    assert_eq!(verdict(&desk), json!(false), "30 of 60");
    desk.call("membersCongress.save", held(40, 31));
    assert_eq!(verdict(&desk), json!(true), "31 of 60");
    assert_eq!((yearly(&desk), notice()), (None, vec![]), "this year has met");
    let to = desk.out("纪要.pdf");
    desk.call("papers.print", json!({ "kind": "membersCongress.minutes", "of": id, "to": to }));
    judges::sound(&to, &["第三届会员大会第一次会议纪要", "应到会员60人", "规定的40人", "赞成31票"]);
    assert!(!judges::text(&to).contains("职工代表"), "never the workers' congress");
    assert_eq!(desk.call("search.all", json!({ "text": "第三届会员大会" }))[0]["kind"], "membersMeeting");
    desk.call("membersCongress.remove", json!({ "id": id }));
    assert!(yearly(&desk).is_some());
    desk.call("trash.restore", json!({ "kind": "membersMeeting", "id": id }));
    assert_eq!(yearly(&desk), None);
}

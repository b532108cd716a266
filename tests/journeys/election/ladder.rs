//! An election from the request to the count: a union of 60 in 江西 asks, proposes, posts and votes, each line of the law from
//! both sides. What the count leads to stands in `bodies`.

use serde_json::{Value, json};

use super::desk::Desk;
use super::{ballot, candidates, due, elected, event_of, happened, opened, posted, said, state, union, with};
use crate::judges;

#[test]
fn a_union_of_60_asks_proposes_and_posts_by_rule() {
    let (desk, people) = union("36", 60);
    // The duty opens on its first day, the reminder's 90 days before the end.
    let over = |desk: &Desk| {
        desk.due().into_iter().find(|duty| duty["title"].as_str().unwrap().contains("任期届满"))
    };
    desk.now("2026-07-23T09:00:00+08:00");
    assert_eq!(over(&desk), None);
    desk.now("2026-07-24T09:00:00+08:00");
    let duty = over(&desk).expect("90 days before the term is over");
    assert_eq!((&duty["due"], &duty["whose"]), (&json!("2026-10-22"), &json!("union")));
    assert_eq!(duty["place"], json!({ "page": "election", "part": "new" }));
    desk.now("2026-09-01T09:00:00+08:00");

    let start = desk.call("election.start", json!({}));
    let record = &start["record"];
    assert_eq!(
        (&record["session"], &record["years"], &record["form"], &record["members"], &record["plannedOn"]),
        (&json!(4), &json!(5), &json!("whole"), &json!(60), &json!("2026-10-22")),
        "nothing is asked that the ledger knows"
    );
    assert_eq!(start["bounds"]["seats"], json!([3, 7]));
    let new = with(
        record.clone(),
        json!({ "committeeSeats": 5, "auditSeats": 3, "womenSeats": 0, "viceSeats": 1, "plannedOn": "2026-10-20" }),
    );
    let delegates = desk.refused("election.save", with(new.clone(), json!({ "form": "delegates" })));
    assert_eq!(delegates.field.as_deref(), Some("form"));
    assert!(delegates.rule.unwrap().contains("江西省企业工会工作条例第十四条"));
    for (seats, ok) in [(8, false), (2, false), (7, true), (5, true)] {
        let input = with(new.clone(), json!({ "committeeSeats": seats }));
        if ok {
            desk.call("election.save", input);
            desk.call("ledger.undo", json!({}));
        } else {
            assert_eq!(
                desk.refused("election.save", input).field.as_deref(),
                Some("committeeSeats"),
                "{seats}"
            );
        }
    }
    let id = desk.call("election.save", new.clone());
    assert_eq!(
        desk.refused("election.save", new).field.as_deref(),
        Some("session"),
        "a session is elected once"
    );
    assert_eq!(over(&desk), None, "the ladder says what is due");
    assert_eq!(due(&desk), [said("报出换届请示", "union", "2026-09-28")]);
    opened(
        &desk,
        "election.request",
        id.as_str().unwrap(),
        &["第三届工会委员会", "会员60人", "赣江新区总工会", "工会委员会委员", "妥否，请批示"],
    );
    assert!(
        desk.call("papers.issue", json!({ "kind": "election.request", "of": id }))
            .to_string()
            .contains("工选请〔2026〕1号")
    );

    let early = desk.refused(
        "election.saveEvent",
        with(happened(&id, "approved", "2026-09-01"), json!({ "number": "1号" })),
    );
    assert!(early.message.contains("报出换届请示") && early.rule.is_some(), "{}", early.message);
    desk.call("election.saveEvent", happened(&id, "requested", "2026-09-01"));
    assert_eq!(due(&desk), [said("批复换届请示", "upper", "2026-09-16")]);
    let nameless = desk.refused("election.saveEvent", happened(&id, "approved", "2026-09-01"));
    assert_eq!(nameless.field.as_deref(), Some("number"));
    desk.call(
        "election.saveEvent",
        with(happened(&id, "approved", "2026-09-01"), json!({ "number": "赣工复〔2026〕5号" })),
    );
    assert_eq!(due(&desk), [said("提出候选人建议名单", "union", "2026-10-13")]);

    // Who may not stand.
    let stands = |post: &str, list: Value| json!({ "election": id, "post": post, "candidates": list });
    let barred = |post: &str, bar: &str| {
        let one = json!([{ "person": people[9].0, "name": "x", "cleared": false, "bar": bar }]);
        desk.refused("election.saveCandidates", stands(post, one))
    };
    let relative = barred("committee", "relative");
    assert_eq!(relative.field.as_deref(), Some("candidates.0.bar"));
    assert!(relative.rule.unwrap().contains("第十七条"));
    assert!(barred("chair", "personnel").rule.unwrap().contains("企业工会主席产生办法"));
    let stranger = desk.refused(
        "election.saveCandidates",
        stands("committee", json!([{ "name": "外人", "cleared": true }])),
    );
    assert_eq!(stranger.field.as_deref(), Some("candidates.0.name"));
    let retained =
        json!({ "person": people[9].0, "kind": "retained", "on": "2026-08-01", "reason": "unemployed" });
    desk.call("members.saveEvent", retained);
    let refused = desk.refused("election.saveCandidates", stands("committee", candidates(&people, &[9])));
    assert!(refused.message.contains("保留"), "{}", refused.message);
    desk.call("ledger.undo", json!({}));
    // Five seats ask for six.
    desk.call("election.saveCandidates", stands("committee", candidates(&people, &[0, 1, 2, 3, 4])));
    let few = desk.refused("election.saveEvent", happened(&id, "proposed", "2026-09-01"));
    assert!(few.message.contains("不少于6人") && few.rule.is_some(), "{}", few.message);
    let mut six = candidates(&people, &[0, 1, 2, 3, 4, 5]);
    six[5]["cleared"] = json!(false);
    desk.call("election.saveCandidates", stands("committee", six.clone()));
    for (post, which) in [("audit", &[6, 7, 8][..]), ("chair", &[1]), ("vice", &[2]), ("auditChair", &[6])] {
        desk.call("election.saveCandidates", stands(post, candidates(&people, which)));
    }
    desk.call("election.saveEvent", happened(&id, "proposed", "2026-09-01"));
    assert_eq!(due(&desk), [said("审查同意候选人", "upper", "2026-10-13")]);
    let written = desk.call("election.get", json!({ "id": id }))["slates"].to_string();
    assert!(written.contains("总装车间、钳工"), "where they work is the roster's: {written}");
    // It says that the upper union agreed, which it did not yet.
    let early = desk.refused("papers.issue", json!({ "kind": "election.notice", "of": id }));
    assert!(early.message.contains("还缺上级审查同意"), "{}", early.message);
    opened(&desk, "election.notice", id.as_str().unwrap(), &["草稿，尚缺上级审查同意"]);
    desk.call("election.saveEvent", happened(&id, "consented", "2026-09-01"));
    assert_eq!(due(&desk)[0].0, "公示候选人");
    let unlooked = desk.refused("election.saveEvent", happened(&id, "posted", "2026-09-01"));
    assert!(unlooked.message.contains(&people[5].1) && unlooked.rule.is_some(), "{}", unlooked.message);
    six[5]["cleared"] = json!(true);
    desk.call("election.saveCandidates", stands("committee", six.clone()));
    opened(
        &desk,
        "election.notice",
        id.as_str().unwrap(),
        &[
            "候选人公示",
            &format!("{}（总装车间、钳工）", people[0].1),
            "应选5人",
            "公示情况记录",
            "自2026年9月1日起至2026年9月7日止",
            "反映意见的地方：＿",
            &format!("联系人：{}", people[0].1),
            "也可以向赣江新区总工会反映",
        ],
    );
    // Where members find the union is asked once, in its record.
    let details = desk.call("union.get", json!({}))["details"].clone();
    let found = json!({ "office": "办公楼二层工会办公室", "phone": "0791-00000000" });
    desk.call("union.save", with(details, found));
    let lines = ["反映意见的地方：办公楼二层工会办公室；电话：0791-00000000"];
    opened(&desk, "election.notice", id.as_str().unwrap(), &lines);
    let posting = with(happened(&id, "posted", "2026-09-01"), json!({ "untilOn": "2026-09-09" }));
    let event = desk.call("election.saveEvent", posting);
    let lines = ["自2026年9月1日起至2026年9月9日止"];
    opened(&desk, "election.notice", id.as_str().unwrap(), &lines);
    let locked = desk.refused("election.saveCandidates", stands("committee", six.clone()));
    assert!(locked.message.contains("撤回公示"), "{}", locked.message);
    desk.call("election.removeEvent", json!({ "id": event }));
    desk.call("election.saveCandidates", stands("committee", six));
    opened(
        &desk,
        "election.ballot",
        &format!("{}.committee", id.as_str().unwrap()),
        &["选票", &people[0].1, "应选5人"],
    );
    let hits = desk.call("search.all", json!({ "text": "换届选举" }));
    let hit = hits.as_array().unwrap().iter().find(|hit| hit["kind"] == "election").expect("it is found");
    assert_eq!(hit["place"], json!({ "page": "election", "id": id }));
    // What was taken back before stays so when the whole is removed later and comes back.
    desk.now("2026-09-02T09:00:00+08:00");
    desk.call("election.remove", json!({ "id": id }));
    assert_eq!(due(&desk), []);
    assert!(over(&desk).is_some(), "without an election the term's own duty is back");
    desk.call("trash.restore", json!({ "kind": "election", "id": id }));
    assert_eq!(state(&desk, &id), "approved");
}

#[test]
fn votes_are_counted_by_rule_and_missing_seats_are_voted_on_again() {
    let (desk, people) = union("36", 60);
    let id = posted(&desk, &people);
    assert_eq!(state(&desk, &id), "posted");
    let meeting = desk.due().into_iter().find(|duty| duty["module"] == "election").expect("it is due");
    assert_eq!(
        (&meeting["title"], &meeting["due"], &meeting["band"]),
        (&json!("召开大会选举，登记计票（第四届工会委员会换届选举）"), &json!("2026-10-20"), &json!("week")),
        "on the day of the meeting, and not when the term is over"
    );
    // Each ballot is one page; a short one stands twice on it, to be cut in two.
    for (post, twice) in [("committee", false), ("audit", false), ("chair", true), ("vice", true)] {
        let to = desk.out("选票.pdf");
        let _ = std::fs::remove_file(&to);
        let of = format!("{}.{post}", id.as_str().unwrap());
        desk.call("papers.print", json!({ "kind": "election.ballot", "of": of, "to": to }));
        assert_eq!(judges::pages(&to), 1, "{post}");
        assert_eq!(judges::text(&to).contains("裁开"), twice, "{post}");
    }
    let name = |at: usize| people[at].1.clone();
    let votes = [39, 38, 37, 31, 30, 20];
    let refused = |numbers| {
        let input = ballot(&desk, &id, "committee", numbers, &votes.map(|votes: u32| votes.min(numbers[4])));
        desk.refused("election.saveBallot", input)
    };
    let few = refused([60, 39, 39, 39, 39]);
    assert_eq!(few.field.as_deref(), Some("present"), "39 of 60 are fewer than two thirds");
    assert!(few.rule.unwrap().contains("选举工作条例"));
    let many = refused([60, 40, 40, 41, 39]);
    assert_eq!(many.field.as_deref(), Some("returned"), "more came back than went out: void");
    assert!(many.rule.is_some());
    let wrong = with(ballot(&desk, &id, "committee", [60, 40, 40, 40, 39], &votes), json!({ "valid": 38 }));
    assert_eq!(desk.refused("election.saveBallot", wrong).field.as_deref(), Some("votes.0.votesFor"));
    let all = ballot(&desk, &id, "committee", [60, 40, 40, 40, 39], &[39, 39, 39, 39, 39, 1]);
    assert_eq!(
        desk.refused("election.saveBallot", all).field.as_deref(),
        Some("valid"),
        "196 votes of 39 × 5"
    );
    // Posted too late for the day of the meeting.
    let late = with(
        ballot(&desk, &id, "committee", [60, 40, 40, 40, 39], &votes),
        json!({ "heldOn": "2026-09-28" }),
    );
    let late = desk.refused("election.saveBallot", late);
    assert!(late.message.contains("公示") && late.rule.is_some(), "{}", late.message);

    let first =
        desk.call("election.saveBallot", ballot(&desk, &id, "committee", [60, 40, 40, 40, 39], &votes));
    assert_eq!(
        elected(&desk, &id, "committee"),
        (vec![name(0), name(1), name(2), name(3)], 1),
        "31 elects, 30 does not"
    );
    let title = due(&desk)[0].0.clone();
    assert_eq!(title, "召开大会选举，登记计票", "a seat is empty");
    opened(
        &desk,
        "election.count",
        first.as_str().unwrap(),
        &["应到60人", "规定的40人", "赞成票满31张", "无效1张", "未当选", "冯春明"],
    );
    let to = desk.out("文件.pdf");
    let cited = judges::text(&to).matches("工会基层组织选举工作条例").count();
    assert_eq!(cited, 1, "one instrument is cited once, without a word that is no article");
    assert!(judges::text(&to).contains("依照《工会基层组织选举工作条例》，"), "{}", judges::text(&to));
    // The second round lists whoever is not elected; equal votes elect nobody, the third decides between them.
    let tie = ballot(&desk, &id, "committee", [60, 50, 50, 50, 50], &[25, 25]);
    let second = desk.call("election.saveBallot", tie);
    assert_eq!(elected(&desk, &id, "committee").1, 1, "neither has 31");
    let back = desk.refused("election.removeBallot", json!({ "id": first }));
    assert!(back.message.contains("后面的一轮"), "{}", back.message);
    desk.call("election.removeBallot", json!({ "id": second }));
    desk.call("election.saveBallot", ballot(&desk, &id, "committee", [60, 40, 40, 40, 39], &[33, 6]));
    assert_eq!(elected(&desk, &id, "committee"), (vec![name(0), name(1), name(2), name(3), name(4)], 0));

    desk.call("election.saveBallot", ballot(&desk, &id, "audit", [60, 40, 40, 40, 39], &[39, 38, 37]));
    assert_eq!(due(&desk)[0].0, "召开委员会第一次全体会议选举");
    let five = ballot(&desk, &id, "chair", [5, 5, 5, 5, 5], &[3]);
    let hall = desk.refused("election.saveBallot", with(five.clone(), json!({ "due": 6 })));
    assert_eq!(hall.field.as_deref(), Some("due"), "the five who were elected vote");
    let two = ballot(&desk, &id, "chair", [5, 5, 5, 5, 5], &[2]);
    let below = desk.call("election.saveBallot", two);
    assert_eq!(elected(&desk, &id, "chair").1, 1, "2 of 5");
    desk.call("election.removeBallot", json!({ "id": below }));
    desk.call("election.saveBallot", five);
    assert_eq!(elected(&desk, &id, "chair"), (vec![name(1)], 0), "3 of 5");
    let leans = desk.refused("election.removeEvent", json!({ "id": event_of(&desk, &id, "posting") }));
    assert!(leans.message.contains("先撤回"), "{}", leans.message);
}

//! Term and re-election as a ladder: a union of 60 in 江西 whose members meet as a whole, one of 300 whose delegates meet; each line
//! of the law from both sides, steps taken back, steps that a paper decided. And the meetings of the members, one a year, which
//! are never the workers' congress.

use std::cell::RefCell;
use std::io::{BufRead, BufReader, Write};
use std::path::PathBuf;
use std::process::{Child, ChildStdin, ChildStdout, Stdio};

use serde_json::{Value, json};

use crate::gonghui::{self, Refusal, refusal};
use crate::judges;

/// A desk that gives line after line to one process: a ladder has some hundred steps. A refusal ends the process, and so does
/// another day; the next line begins a new one.
struct Desk {
    room: gonghui::Desk,
    running: RefCell<Option<(Child, ChildStdin, BufReader<ChildStdout>)>>,
}

impl Desk {
    fn founded(province: &str) -> Self {
        Desk { room: gonghui::Desk::founded(province, None), running: RefCell::new(None) }
    }

    /// The answer to a line, or the refusal that ended the process.
    fn give(&self, name: &str, args: &Value) -> Result<Value, Refusal> {
        let mut running = self.running.borrow_mut();
        let (_, input, output) = running.get_or_insert_with(|| {
            let mut command = self.room.command(&["run"]);
            command.stdin(Stdio::piped()).stdout(Stdio::piped()).stderr(Stdio::piped());
            let mut child = command.spawn().expect("the program runs");
            let input = child.stdin.take().expect("stdin was asked for");
            let output = BufReader::new(child.stdout.take().expect("stdout was asked for"));
            (child, input, output)
        });
        writeln!(input, "{}", json!({ "call": name, "args": args })).expect("the program reads");
        let mut answer = String::new();
        if output.read_line(&mut answer).expect("the program answers") > 0 {
            return Ok(serde_json::from_str(&answer).expect("an answer is one line of JSON"));
        }
        let (child, input, _) = running.take().expect("it ran");
        drop(input);
        Err(refusal(&child.wait_with_output().expect("the program ends"), name))
    }

    fn call(&self, name: &str, args: Value) -> Value {
        self.give(name, &args)
            .unwrap_or_else(|why| panic!("{name} must be done, but: {} ({:?})", why.message, why.field))
    }

    fn refused(&self, name: &str, args: Value) -> Refusal {
        match self.give(name, &args) {
            Ok(answer) => panic!("{name} must be refused, but: {answer}"),
            Err(refusal) => refusal,
        }
    }

    /// Lets the process end, so that another may open the ledger.
    fn pause(&self) {
        if let Some((child, input, _)) = self.running.borrow_mut().take() {
            drop(input);
            let ended = child.wait_with_output().expect("the program ends");
            assert!(ended.status.success(), "{}", String::from_utf8_lossy(&ended.stderr));
        }
    }

    fn now(&self, moment: &str) {
        self.pause();
        self.room.now(moment);
    }

    fn out(&self, name: &str) -> PathBuf {
        self.room.out(name)
    }

    /// What the affairs make due today, without what the ledger asks for itself.
    fn due(&self) -> Vec<Value> {
        let today = self.call("today.list", json!({}));
        let all = today["duties"].as_array().unwrap().iter();
        all.filter(|duty| duty["module"] != "settings").cloned().collect()
    }
}

/// A union of so many members, all invented, on the day on which the third committee has 50 days left; its people.
fn union(province: &str, members: usize) -> (Desk, Vec<(String, String)>) {
    let desk = Desk::founded(province);
    desk.now("2026-09-01T09:00:00+08:00");
    let surnames = ["赵", "钱", "孙", "李", "周", "吴", "郑", "王", "冯", "陈"];
    let given: Vec<String> = ["春", "夏", "秋", "冬", "梅", "兰", "竹", "菊", "松", "柏"]
        .iter()
        .flat_map(|one| ["明", "华", "生"].map(|two| format!("{one}{two}")))
        .collect();
    let names: Vec<String> = given
        .iter()
        .flat_map(|given| surnames.map(|surname| format!("{surname}{given}")))
        .take(members)
        .collect();
    let answers: Vec<Value> = names
        .iter()
        .map(|name| {
            desk.call(
                "members.save",
                json!({
                    "name": name, "sex": "male", "form": "contract", "memberSince": "2019-05-06",
                    "shop": "总装车间", "post": "钳工",
                }),
            )
        })
        .collect();
    let ids = answers.iter().map(|id| id.as_str().unwrap().to_owned());
    let people: Vec<(String, String)> = ids.zip(names).collect();
    desk.call(
        "union.save",
        json!({
            "kind": "independent", "form": "committee", "enterprises": [{ "name": "赣江机械有限公司" }],
            "establishedOn": "2012-05-16", "upperUnion": "赣江新区总工会", "seal": true,
        }),
    );
    let seat =
        |at: usize, office: &str| json!({ "person": people[at].0, "name": people[at].1, "office": office });
    desk.call(
        "union.saveTerm",
        json!({
            "body": "committee", "session": 3, "startedOn": "2021-10-22", "years": 5, "cleared": true,
            "members": [seat(0, "chair"), seat(1, "member"), seat(2, "member")],
        }),
    );
    (desk, people)
}

fn with(mut record: Value, more: Value) -> Value {
    for (key, value) in more.as_object().unwrap() {
        record[key] = value.clone();
    }
    record
}

/// What the elections make due: title without what it is about, whose, by when.
fn due(desk: &Desk) -> Vec<(String, String, String)> {
    let ours = desk.due().into_iter().filter(|duty| duty["module"] == "election");
    ours.map(|duty| {
        let text = |key: &str| duty[key].as_str().unwrap_or_default().to_owned();
        let title = text("title").split('（').next().unwrap_or_default().to_owned();
        (title, text("whose"), text("due"))
    })
    .collect()
}

fn said(title: &str, whose: &str, day: &str) -> (String, String, String) {
    (title.to_owned(), whose.to_owned(), day.to_owned())
}

fn happened(election: &Value, kind: &str, on: &str) -> Value {
    json!({ "election": election, "kind": kind, "happenedOn": on })
}

fn candidates(people: &[(String, String)], which: &[usize]) -> Value {
    let one = |at: &usize| json!({ "person": people[*at].0, "name": "照花名册", "cleared": true });
    which.iter().map(one).collect()
}

fn state(desk: &Desk, election: &Value) -> String {
    desk.call("election.get", json!({ "id": election }))["state"].as_str().unwrap().to_owned()
}

/// Fills the ballot that the form begins with: so many ballots, so many votes for each in the order of the list.
fn ballot(desk: &Desk, election: &Value, post: &str, numbers: [u32; 5], votes: &[u32]) -> Value {
    let [due, present, given, returned, valid] = numbers;
    let start = desk.call("election.ballotStart", json!({ "election": election, "post": post }));
    let mut record = with(
        start["record"].clone(),
        json!({
            "due": due, "present": present, "given": given, "returned": returned, "valid": valid,
            "heldOn": "2026-10-20", "tellers": "冯春明", "scrutineers": "陈春明",
        }),
    );
    let listed = record["votes"].as_array_mut().unwrap();
    assert_eq!(listed.len(), votes.len(), "the form lists who can be voted on: {listed:?}");
    for (vote, votes) in listed.iter_mut().zip(votes) {
        vote["votesFor"] = json!(votes);
        vote["votesAgainst"] = json!(valid - votes);
    }
    record
}

fn elected(desk: &Desk, election: &Value, post: &str) -> (Vec<String>, u64) {
    let shown = desk.call("election.get", json!({ "id": election }));
    let results = shown["results"].as_array().unwrap();
    let result = results.iter().find(|one| one["post"] == post).unwrap();
    let names = result["elected"].as_array().unwrap().iter();
    (names.map(|one| one["name"].as_str().unwrap().to_owned()).collect(), result["short"].as_u64().unwrap())
}

fn body(desk: &Desk, body: &str) -> Value {
    let all = desk.call("union.bodies", json!({}));
    all["bodies"].as_array().unwrap().iter().find(|one| one["body"] == body).unwrap().clone()
}

fn opened(desk: &Desk, kind: &str, of: &str, lines: &[&str]) {
    let to = desk.out("文件.pdf");
    let _ = std::fs::remove_file(&to);
    desk.call("papers.print", json!({ "kind": kind, "of": of, "to": to }));
    judges::well_formed(&to);
    let text = judges::text(&to);
    for line in lines {
        assert!(text.contains(line), "{kind} says {line}: {text}");
    }
}

/// An election of the union of 60, its candidates posted.
fn posted(desk: &Desk, people: &[(String, String)]) -> Value {
    let start = desk.call("election.start", json!({}))["record"].clone();
    let input = json!({ "committeeSeats": 5, "auditSeats": 3, "womenSeats": 0, "viceSeats": 1, "plannedOn": "2026-10-20" });
    let id = desk.call("election.save", with(start, input));
    desk.call("election.saveEvent", happened(&id, "requested", "2026-09-01"));
    desk.call(
        "election.saveEvent",
        with(happened(&id, "approved", "2026-09-01"), json!({ "number": "赣工复〔2026〕5号" })),
    );
    for (post, which) in [
        ("committee", &[0, 1, 2, 3, 4, 5][..]),
        ("audit", &[6, 7, 8]),
        ("chair", &[1]),
        ("vice", &[2]),
        ("auditChair", &[6]),
    ] {
        let list = candidates(people, which);
        desk.call("election.saveCandidates", json!({ "election": id, "post": post, "candidates": list }));
    }
    desk.now("2026-09-24T09:00:00+08:00");
    desk.call("election.saveEvent", happened(&id, "proposed", "2026-09-02"));
    desk.call("election.saveEvent", happened(&id, "consented", "2026-09-08"));
    desk.call(
        "election.saveEvent",
        with(happened(&id, "posted", "2026-09-24"), json!({ "untilOn": "2026-10-08" })),
    );
    desk.now("2026-10-20T16:00:00+08:00");
    id
}

/// The same voted on to the end.
fn voted(desk: &Desk, people: &[(String, String)]) -> Value {
    let id = posted(desk, people);
    let numbers = [60, 45, 45, 45, 44];
    let call = |post: &str, numbers, votes: &[u32]| {
        desk.call("election.saveBallot", ballot(desk, &id, post, numbers, votes))
    };
    call("committee", numbers, &[40, 41, 39, 38, 37, 20]);
    call("audit", numbers, &[40, 41, 39]);
    call("chair", [5, 5, 5, 5, 5], &[5]);
    call("vice", [5, 5, 5, 5, 5], &[4]);
    call("auditChair", [3, 3, 3, 3, 3], &[3]);
    id
}

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

fn event_of(desk: &Desk, election: &Value, step: &str) -> Value {
    let shown = desk.call("election.get", json!({ "id": election }));
    let rungs = shown["rungs"].as_array().unwrap();
    rungs.iter().find(|rung| rung["step"] == step).unwrap()["event"]["id"].clone()
}

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

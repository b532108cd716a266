//! Term and re-election as a ladder: a union of 60 in 江西 whose members meet as a whole, one of 300 whose delegates meet; each line
//! of the law from both sides, steps taken back, steps that a paper decided. And the meetings of the members, one a year, which
//! are never the workers' congress. Here stands what those journeys begin with and ask again; each stands in a file of the folder.

mod bodies;
mod delegates;
mod desk;
mod ladder;

use serde_json::{Value, json};

use crate::judges;
use desk::Desk;

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

fn event_of(desk: &Desk, election: &Value, step: &str) -> Value {
    let shown = desk.call("election.get", json!({ "id": election }));
    let rungs = shown["rungs"].as_array().unwrap();
    rungs.iter().find(|rung| rung["step"] == step).unwrap()["event"]["id"].clone()
}

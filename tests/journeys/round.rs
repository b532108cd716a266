//! The spring round “1＋3”: four agreements in one round of talks and one congress, each with a vote, a term and a filing of its own.
//! One fails, is talked about again and passes; then the whole affair is sealed and bound.

use serde_json::{Value, json};

use crate::gonghui::Desk;
use crate::judges;
use crate::places::offer;
use crate::regions::{Talk, agreed_meeting};
use crate::representatives::sides;

/// A kind with its votes of 42, when it was signed and filed, its term, and by when and by which text it had to be filed.
type Way = (&'static str, u32, &'static str, &'static str, Span, Span);
/// Two days, or a day and its text.
type Span = (&'static str, &'static str);

/// What the round comes to.
const KINDS: [Way; 4] = [
    (
        "collective",
        40,
        "2026-11-02",
        "2026-11-04",
        ("2026-12-01", "2029-11-30"),
        ("2026-11-12", "集体合同规定第四十二条"),
    ),
    (
        "wage",
        41,
        "2026-11-02",
        "2026-11-05",
        ("2026-12-01", "2027-11-30"),
        ("2026-11-09", "江西省企业工资集体协商条例第二十二条"),
    ),
    (
        "women",
        20,
        "2026-11-16",
        "2026-11-17",
        ("2026-12-15", "2028-12-14"),
        ("2026-11-26", "集体合同规定第四十二条"),
    ),
    (
        "safety",
        42,
        "2026-11-03",
        "2026-11-06",
        ("2027-01-01", "2027-12-31"),
        ("2026-11-13", "集体合同规定第四十二条"),
    ),
];

/// What is talked about, each with the agreement that its words point to.
const TOPICS: [(&str, &str); 5] = [
    ("wage", "年度工资增长幅度"),
    ("women", "女职工每年妇科检查"),
    ("safety", "焊接车间通风改造"),
    ("wage", "职工食堂补贴"),
    ("collective", "年休假安排"),
];

fn topics_belong_to_their_agreements(talk: &mut Talk, id: &Value) {
    let talks = talk.ask("negotiation.get", json!({ "id": id }));
    for (topic, (kind, title)) in talks["topics"].as_array().unwrap().iter().zip(TOPICS) {
        assert_eq!((&topic["title"], &topic["agreements"]), (&json!(title), &json!([kind])), "{topic}");
    }
}

/// Statement, publication and what is offered to the text of each agreement tell its own topics and nobody else's.
fn each_tells_its_own_topics(desk: &Desk, talk: &mut Talk, id: &Value) {
    for (kind, ..) in KINDS {
        let of = one(talk, id, kind)["id"].clone();
        let draft = talk.ask("contract.get", json!({ "agreement": of }));
        let offered: Vec<&str> =
            draft["agreed"].as_array().unwrap().iter().map(|one| one["title"].as_str().unwrap()).collect();
        let own = |(of, _): &&(&str, &str)| *of == kind;
        let wanted: Vec<&str> = TOPICS.iter().filter(own).map(|(_, title)| *title).collect();
        assert_eq!(offered, wanted, "{kind}");
        for paper in ["negotiation.filingStatement", "negotiation.publication"] {
            let to = desk.out(&format!("{kind}-{paper}.pdf"));
            talk.ask("papers.print", json!({ "kind": paper, "of": of, "to": to }));
            judges::sound(&to, &["赣江机械有限公司"]);
            let read = judges::text(&to);
            for (of, title) in TOPICS {
                assert_eq!(read.contains(title), of == kind, "{paper} of {kind} and “{title}”: {read}");
            }
        }
    }
}

fn one(talk: &mut Talk, id: &Value, kind: &str) -> Value {
    let talks = talk.ask("negotiation.get", json!({ "id": id }));
    talks["agreements"].as_array().unwrap().iter().find(|one| one["kind"] == kind).unwrap().clone()
}

fn rung(agreement: &Value, step: &str) -> Value {
    agreement["rungs"].as_array().unwrap().iter().find(|rung| rung["step"] == step).unwrap().clone()
}

fn act(talk: &mut Talk, id: &Value, kind: &str, what: &str, on: &str, facts: Value) {
    let agreement = one(talk, id, kind)["id"].clone();
    talk.on(on).ask("negotiation.addEvent", json!({
        "negotiation": id, "agreement": agreement, "kind": what, "happenedOn": on, "text": "以书面办理", "facts": facts,
    }));
}

fn session(name: &str, on: &str) -> Value {
    json!({
        "form": "congress", "name": name, "heldOn": on, "due": 44, "present": 42, "way": "secret", "given": 42,
        "returned": 42, "chair": "陈望舒", "chairPost": "工会主席", "tellers": ["艾小梅"], "scrutineers": ["付春生"],
    })
}

fn vote(talk: &mut Talk, id: &Value, (name, on): (&str, &str), counts: &[(&str, u32)]) {
    let mut votes = Vec::new();
    for (kind, yes) in counts {
        let agreement = one(talk, id, kind)["id"].clone();
        votes.push(
            json!({ "agreement": agreement, "votesFor": yes, "votesAgainst": 42 - yes, "abstained": 0 }),
        );
    }
    let args = json!({ "negotiation": id, "session": session(name, on), "votes": votes });
    talk.on(on).ask("negotiation.saveVote", args);
}

#[test]
fn four_agreements_in_one_round_each_go_their_own_way() {
    let desk = Desk::founded("36", None);
    let mut talk = Talk::begin(&desk);
    let kinds: Vec<&str> = KINDS.iter().map(|(kind, ..)| *kind).collect();
    let id = talk.on("2026-09-24").ask("negotiation.start", json!({ "year": 2027, "agreements": kinds }));
    talk.ask("negotiation.saveRepresentatives", sides(&id, 3, 0));
    let mut opening = offer(&id, "2026-09-24", Some("2026-09-24"));
    (opening["proposedOn"], opening["proposedPlace"]) = ("2026-10-20".into(), "三楼会议室".into());
    let topics = TOPICS.map(|(_, title)| json!({ "title": title, "proposal": "按方案执行" }));
    opening["topics"] = json!(topics);
    talk.ask("negotiation.saveOffer", opening);
    topics_belong_to_their_agreements(&mut talk, &id);
    talk.on("2026-10-12").ask("negotiation.recordReply", json!({
        "negotiation": id, "kind": "agreed", "repliedOn": "2026-10-12", "repliedBy": "公司行政", "text": "",
    }));
    talk.ask("negotiation.saveRepresentatives", sides(&id, 0, 3));
    talk.on("2026-10-20");
    let first = agreed_meeting(&mut talk, &id);
    talk.ask("negotiation.saveMeeting", first);
    for kind in &kinds {
        act(&mut talk, &id, kind, "drafted", "2026-10-22", json!({}));
    }

    // One congress, four votes: one of them fails and stops nothing of the others.
    let counts: Vec<(&str, u32)> = KINDS.iter().map(|(kind, yes, ..)| (*kind, *yes)).collect();
    vote(&mut talk, &id, ("第三届职工代表大会第五次会议", "2026-10-29"), &counts);
    for (kind, state) in
        [("collective", "passed"), ("wage", "passed"), ("women", "rejected"), ("safety", "passed")]
    {
        assert_eq!(one(&mut talk, &id, kind)["state"], state, "{kind}");
    }
    let women = one(&mut talk, &id, "women");
    let again = rung(&women, "draft");
    assert_eq!(again["state"], "now", "talked about again: {again}");
    assert!(again["origin"].as_str().unwrap().contains("表决没有通过"), "{again}");
    assert_ne!(rung(&women, "signature")["state"], "now", "what did not pass is not signed");

    // The others are signed and filed, each by the clock of its own law and with its own term.
    for (kind, _, signed, filed, term, clock) in KINDS.iter().filter(|(kind, ..)| *kind != "women") {
        let facts = json!({ "copies": 6, "termFrom": term.0, "termTo": term.1 });
        act(&mut talk, &id, kind, "signed", signed, facts);
        let filing = rung(&one(&mut talk, &id, kind), "filing");
        assert_eq!((&filing["due"], &filing["state"]), (&json!(clock.0), &json!("now")), "{kind}: {filing}");
        assert_eq!(filing["deadline"]["rule"]["short"], clock.1, "{kind}");
        act(&mut talk, &id, kind, "filed", filed, json!({ "receiver": "县人社局", "copies": 3 }));
    }

    // The one that failed: talked about anew, a new draft, a vote of its own in another session.
    talk.on("2026-11-09");
    let mut second = agreed_meeting(&mut talk, &id);
    second["heldOn"] = json!("2026-11-09");
    talk.ask("negotiation.saveMeeting", second);
    act(&mut talk, &id, "women", "drafted", "2026-11-09", json!({}));
    vote(&mut talk, &id, ("第三届职工代表大会第六次会议", "2026-11-13"), &[("women", 40)]);
    let (_, _, signed, filed, term, clock) = KINDS[2];
    act(
        &mut talk,
        &id,
        "women",
        "signed",
        signed,
        json!({ "copies": 6, "termFrom": term.0, "termTo": term.1 }),
    );
    let filing = rung(&one(&mut talk, &id, "women"), "filing");
    assert_eq!((&filing["due"], &filing["deadline"]["rule"]["short"]), (&json!(clock.0), &json!(clock.1)));
    act(&mut talk, &id, "women", "filed", filed, json!({ "receiver": "县人社局", "copies": 3 }));
    let votes = one(&mut talk, &id, "women")["votes"].clone();
    let passed: Vec<&Value> = votes.as_array().unwrap().iter().map(|vote| &vote["passed"]).collect();
    assert_eq!(passed, [&json!(false), &json!(true)], "both votes stand");

    // Fifteen days after each filing each comes into effect.
    for (kind, effect) in [
        ("collective", "2026-11-19"),
        ("wage", "2026-11-20"),
        ("safety", "2026-11-21"),
        ("women", "2026-12-02"),
    ] {
        act(&mut talk, &id, kind, "inEffect", effect, json!({}));
        act(&mut talk, &id, kind, "published", effect, json!({ "receiver": "公告栏" }));
        act(&mut talk, &id, kind, "sentUp", effect, json!({ "receiver": "县总工会" }));
    }
    for (kind, _, _, _, term, _) in KINDS {
        let agreement = one(&mut talk, &id, kind);
        assert_eq!(agreement["state"], "inEffect", "{kind}");
        assert_eq!(
            (&agreement["termFrom"], &agreement["termTo"]),
            (&json!(term.0), &json!(term.1)),
            "{kind}"
        );
    }

    each_tells_its_own_topics(&desk, &mut talk, &id);

    // A resolution a matter and vote, a count a session.
    let list = talk.ask("papers.list", json!({}));
    let of = |kind: &str| {
        let all = list.as_array().unwrap().iter().filter(|one| one["kind"] == kind);
        all.map(|one| one["of"].clone()).collect::<Vec<_>>()
    };
    assert_eq!((of("congress.resolution").len(), of("congress.count").len()), (5, 2));
    for (at, kind) in ["congress.resolution", "congress.count"].into_iter().enumerate() {
        for (n, of) in of(kind).into_iter().enumerate() {
            let to = desk.out(&format!("{at}-{n}.pdf"));
            talk.ask("papers.print", json!({ "kind": kind, "of": of, "to": to }));
            judges::sound(&to, &["职工代表大会"]);
            talk.ask("papers.issue", json!({ "kind": kind, "of": of }));
        }
    }

    // Sealed, and bound in the twelve parts of the archive.
    let closing = talk.ask("negotiation.get", json!({ "id": id }))["closing"].clone();
    assert_eq!(closing["open"], json!([]), "{closing}");
    talk.ask("negotiation.seal", json!({ "id": id }));
    let of = json!({ "kind": "negotiation", "id": id });
    let archive = talk.ask("archive.list", json!({ "of": of }));
    let parts = archive["parts"].as_array().unwrap();
    assert_eq!(parts.len(), 12);
    assert_eq!(parts[6]["items"].as_array().unwrap().len(), 7, "five resolutions, two counts: {}", parts[6]);
    for part in parts {
        assert_eq!(part["items"] == json!([]), part["absent"].is_string(), "empty with a reason: {part}");
    }
    talk.end();
}

//! A committee's record from the meeting to the acts that stand on its decisions: numbered, judged by the rule, signed for
//! good, corrected by a new one, found again, printed; a draft removed and brought back.

use serde_json::{Value, json};

use crate::concluding::met;
use crate::gonghui::Desk;
use crate::judges;

const NAMES: [&str; 5] = ["周敏", "王伟", "李强", "邓玉兰", "何娟"];

/// A meeting of five, the last `away` of them absent, with one topic voted on.
pub fn meeting(on: &str, away: usize, votes: [u32; 3]) -> Value {
    let members: Vec<Value> = NAMES
        .iter()
        .enumerate()
        .map(|(at, name)| {
            let present = at + away < NAMES.len();
            json!({ "name": name, "post": "委员", "present": present, "reason": if present { None } else { Some("出差") } })
        })
        .collect();
    json!({
        "body": "committee", "heldOn": on, "begins": "14时", "ends": "15：30", "place": "工会办公室", "chair": "周敏",
        "recorder": "沈一诺", "observers": "涂文博（县总工会）", "members": members,
        "topics": [{
            "title": "慰问困难职工", "said": "各车间共八户申请",
            "votes": { "favour": votes[0], "against": votes[1], "abstained": votes[2] },
            "decision": "慰问八户，每户一千元",
        }],
    })
}

fn get(desk: &Desk, id: &Value) -> Value {
    desk.call("committee.get", json!({ "id": id }))
}

fn numbers(desk: &Desk, query: Value) -> Vec<String> {
    let page = desk.call("committee.list", query);
    let rows = page["rows"].as_array().unwrap();
    assert_eq!(page["total"], rows.len(), "the whole list fits one slice here");
    rows.iter().map(|row| row["number"].as_str().unwrap().to_owned()).collect()
}

fn sign(desk: &Desk, id: &Value, on: &str) {
    desk.call("committee.sign", json!({ "id": id, "signedOn": on }));
}

/// A desk on 12 November with a signed record of a day; the record and its decision.
fn signed(held: &str) -> (Desk, Value, Value) {
    let desk = met().0;
    desk.now("2026-11-12T09:00:00+08:00");
    let id = desk.call("committee.save", meeting(held, 1, [3, 1, 0]));
    sign(&desk, &id, "2026-11-11");
    let decision = get(&desk, &id)["topics"][0]["id"].clone();
    (desk, id, decision)
}

#[test]
fn a_record_is_numbered_judged_and_signed_for_good() {
    let desk = met().0;
    desk.now("2026-11-12T09:00:00+08:00");
    let many = desk.refused("committee.save", meeting("2026-11-10", 1, [4, 1, 0]));
    assert_eq!(many.field.as_deref(), Some("topics.0.votes"), "five votes of four: {}", many.message);
    let mut absent = meeting("2026-11-10", 1, [3, 1, 0]);
    absent["chair"] = json!("何娟");
    assert_eq!(desk.refused("committee.save", absent).field.as_deref(), Some("chair"));

    let id = desk.call("committee.save", meeting("2026-11-10", 1, [3, 1, 0]));
    let draft = get(&desk, &id);
    assert_eq!(draft["number"], "工会委员会〔2026〕第1次会议");
    assert_eq!((&draft["record"]["begins"], &draft["record"]["ends"]), (&json!("14:00"), &json!("15:30")));
    assert_eq!((&draft["topics"][0]["needed"], &draft["topics"][0]["passed"]), (&json!(3), &json!(true)));
    assert_eq!(draft["quorum"]["quorumRule"]["id"], "CN-UN-COMMITTEE-QUORUM");
    assert_eq!(draft["topics"][0]["unaccounted"], Value::Null, "all four who came have their vote");
    let left_out = desk.call("committee.save", meeting("2025-12-29", 0, [3, 1, 0]));
    assert_eq!(
        get(&desk, &left_out)["topics"][0]["unaccounted"],
        1,
        "five came, four voted: told, not refused"
    );
    desk.call("ledger.undo", json!({}));
    assert_eq!(desk.call("decisions.list", json!({})), json!([]), "nothing is decided before it is signed");

    // Numbers run by body and year, removed ones included.
    let second = desk.call("committee.save", meeting("2026-11-11", 0, [5, 0, 0]));
    desk.call("committee.remove", json!({ "id": second }));
    let mut audit = meeting("2026-11-11", 0, [5, 0, 0]);
    audit["body"] = json!("audit");
    let audit = desk.call("committee.save", audit);
    let third = desk.call("committee.save", meeting("2026-11-12", 3, [2, 0, 0]));
    desk.call("committee.save", meeting("2025-12-30", 0, [5, 0, 0]));
    assert_eq!(
        numbers(&desk, json!({ "sort": "heldOn" })),
        [
            "工会委员会〔2025〕第1次会议",
            "工会委员会〔2026〕第1次会议",
            "经费审查委员会〔2026〕第1次会议",
            "工会委员会〔2026〕第3次会议"
        ]
    );

    let early = desk.refused("committee.sign", json!({ "id": id, "signedOn": "2026-11-09" }));
    assert_eq!(early.field.as_deref(), Some("signedOn"));
    let few = desk.refused("committee.sign", json!({ "id": third, "signedOn": "2026-11-12" }));
    assert!(few.message.contains("应到5人，实到2人，至少到3人"), "{}", few.message);
    assert!(few.rule.is_some_and(|rule| rule.contains("中国工会章程")), "the rule stands behind it");
    sign(&desk, &id, "2026-11-11");
    let kept = get(&desk, &id);
    assert_eq!(
        (&kept["signedOn"], &kept["topics"][0]["decisionName"]),
        (&json!("2026-11-11"), &json!("决定一"))
    );
    assert_eq!(kept["quorum"]["needed"], 3);

    let mut change = kept["record"].clone();
    change["place"] = json!("别处");
    assert_eq!(desk.refused("committee.save", change).code, "refused", "a signed record stays");
    assert_eq!(desk.refused("committee.remove", json!({ "id": id })).code, "refused");
    let stopped = desk.refused("ledger.undo", json!({}));
    assert!(stopped.message.contains("会议记录签字定稿"), "{}", stopped.message);
    assert_eq!(desk.call("committee.list", json!({}))["drafts"], 3);
    assert_eq!(get(&desk, &audit)["signedOn"], Value::Null);
    desk.head();
}

#[test]
fn what_is_voted_down_decides_nothing() {
    let desk = met().0;
    desk.now("2026-11-12T09:00:00+08:00");
    let id = desk.call("committee.save", meeting("2026-11-10", 1, [2, 2, 0]));
    sign(&desk, &id, "2026-11-10");
    let kept = get(&desk, &id);
    assert_eq!(
        (&kept["topics"][0]["passed"], &kept["topics"][0]["decisionName"]),
        (&json!(false), &Value::Null)
    );
    assert_eq!(desk.call("decisions.list", json!({})), json!([]));
    let paper = json!({ "act": "offer", "of": affair(&desk), "decision": kept["topics"][0]["id"] });
    assert_eq!(desk.refused("decisions.cite", paper).field.as_deref(), Some("decision"));
}

fn affair(desk: &Desk) -> Value {
    desk.call("negotiation.list", json!({}))[0]["id"].clone()
}

#[test]
fn later_acts_stand_on_a_decision_and_its_record_tells_of_them() {
    // Before the representatives were chosen.
    let (desk, id, decision) = signed("2026-09-08");
    let minutes = desk.paper("negotiation.minutes");
    desk.call("papers.issue", json!({ "kind": "negotiation.minutes", "of": minutes["of"] }));
    let paper = desk.call("outgoing.list", json!({}))["rows"][0]["id"].clone();
    let open = desk.call("decisions.list", json!({}));
    assert_eq!(
        (&open[0]["reference"], &open[0]["text"]),
        (&json!("工会委员会〔2026〕第1次会议 决定一"), &json!("慰问八户，每户一千元"))
    );
    let cite = |act: &str, of: &Value| json!({ "decision": decision, "act": act, "of": of });
    desk.call("decisions.cite", cite("paper", &paper));
    let affair = affair(&desk);
    let link = desk.call("decisions.cite", cite("representatives", &affair));
    assert_eq!(desk.refused("decisions.cite", cite("paper", &paper)).code, "refused", "named once");
    assert_eq!(desk.refused("decisions.cite", cite("paper", &affair)).code, "not_found", "no such paper");
    let uses = get(&desk, &id)["topics"][0]["uses"].clone();
    let titles: Vec<&str> =
        uses.as_array().unwrap().iter().map(|one| one["title"].as_str().unwrap()).collect();
    assert_eq!(
        titles,
        ["工协纪〔2026〕1号《2027年度工资集体协商第1轮协商会议纪要》", "2027年度工资集体协商：推选协商代表"]
    );
    assert_eq!(uses[0]["place"], json!({ "page": "outgoing", "id": paper }));
    let of = desk.call("decisions.of", json!({ "act": "representatives", "of": affair }));
    assert_eq!((&of[0]["id"], &of[0]["cited"]), (&decision, &link));
    desk.call("decisions.uncite", json!({ "id": link }));
    assert_eq!(desk.call("decisions.of", json!({ "act": "representatives", "of": affair })), json!([]));
    desk.call("ledger.undo", json!({}));
    assert_eq!(
        desk.call("decisions.of", json!({ "act": "representatives", "of": affair }))[0]["cited"],
        link
    );

    // A correction names the old record; what stands on the old decision is told of it.
    let mut new = meeting("2026-11-10", 1, [4, 0, 0]);
    new["corrects"] = id.clone();
    let new = desk.call("committee.save", new);
    assert_eq!(desk.call("decisions.list", json!({}))[0]["id"], decision, "a draft corrects nothing yet");
    sign(&desk, &new, "2026-11-12");
    let old = get(&desk, &id);
    assert_eq!(old["correctedBy"], json!({ "id": new, "number": "工会委员会〔2026〕第2次会议" }));
    assert_eq!(get(&desk, &new)["corrects"]["id"], id);
    let of = desk.call("decisions.of", json!({ "act": "paper", "of": paper }));
    assert_eq!(of[0]["correctedBy"], "工会委员会〔2026〕第2次会议");
    let open = desk.call("decisions.list", json!({}));
    assert_eq!(open.as_array().unwrap().len(), 1, "the old decision is offered no more: {open}");
    let mut again = meeting("2026-11-10", 1, [4, 0, 0]);
    again["corrects"] = id.clone();
    let twice = desk.refused("committee.save", again);
    assert!(twice.message.contains("第2次会议"), "{}", twice.message);
    let life = desk.call("history.of", json!({ "table": "committee_meeting", "id": id })).to_string();
    for told in [
        "保存会议记录",
        "会议记录签字定稿",
        "到会人数的依据",
        "慰问困难职工",
        "决定一",
        "工会委员会〔2026〕第1次会议",
    ] {
        assert!(life.contains(told), "{told} is told in {life}");
    }
    desk.head();
}

#[test]
fn a_record_is_found_printed_issued_and_taken_out() {
    let (desk, id, _) = signed("2026-11-10");
    for (words, kind) in
        [("工会委员会〔2026〕第1次", "committee"), ("慰问八户", "decision"), ("工会办公室", "committee")]
    {
        let hits = desk.call("search.all", json!({ "text": words }));
        let hit = hits.as_array().unwrap().iter().find(|hit| hit["kind"] == kind);
        assert_eq!(hit.unwrap()["place"], json!({ "page": "committee", "id": id }), "{words}");
    }
    assert_eq!(numbers(&desk, json!({ "text": "每户一千元" })).len(), 1, "by its decision");
    assert_eq!(numbers(&desk, json!({ "text": "第9次" })), Vec::<String>::new());
    assert_eq!(numbers(&desk, json!({ "state": "draft" })), Vec::<String>::new());

    let pdf = desk.out("记录.pdf");
    let word = json!({ "kind": "office.committee", "of": id, "to": pdf, "word": true });
    assert!(desk.call("papers.print", word)["word"].as_str().unwrap().ends_with("记录.docx"));
    judges::sound(
        &pdf,
        &[
            "工会委员会〔2026〕第1次会议",
            "2026年11月10日14时",
            "何娟（出差）",
            "涂文博（县总工会）",
            "应到5人，实到4人，达到开会要求的3人",
            "《中国工会章程》第九条",
            "赞成3票，反对1票，弃权0票；须有3票赞成，通过。",
            "慰问八户，每户一千元。",
            "主持人（签字）",
            "记录人（签字）",
        ],
    );
    assert_eq!(
        desk.call("papers.issue", json!({ "kind": "office.committee", "of": id })),
        "工会记〔2026〕1号"
    );
    let issue = &desk.call("outgoing.list", json!({ "kind": "office.committee" }))["rows"][0];
    assert_eq!(issue["kindLabel"], "会议记录");

    let draft = desk.call("committee.save", meeting("2026-11-12", 0, [5, 0, 0]));
    let early = desk.refused("papers.issue", json!({ "kind": "office.committee", "of": draft }));
    assert!(early.message.contains("签字定稿"), "{}", early.message);
    let to = desk.out("会议记录.xlsx");
    assert_eq!(desk.call("committee.export", json!({ "query": {}, "to": to }))["rows"], 2);

    desk.call("committee.remove", json!({ "id": draft }));
    let trash = desk.call("trash.list", json!({}));
    assert_eq!(
        (&trash[0]["kind"], &trash[0]["title"]),
        (&json!("committee"), &json!("工会委员会〔2026〕第2次会议 2026-11-12"))
    );
    desk.call("trash.restore", json!({ "kind": "committee", "id": draft }));
    let back = get(&desk, &draft);
    assert_eq!(back["record"]["members"].as_array().unwrap().len(), 5, "with all that belongs to it");
    assert_eq!(back["topics"][0]["record"]["title"], "慰问困难职工");
    desk.head();
}

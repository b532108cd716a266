//! An appeal that is promised, answered or goes on, and who may know who brought it. What a dismissal or a dispute asks stands
//! beside.

use serde_json::{Value, json};

use super::{PHONE, WORKER, counted, due, founded, next, said, with};
use crate::judges;

fn appeal(more: Value) -> Value {
    with(
        json!({
            "worker": "nonMember", "kind": "wages", "channel": "phone", "raisedOn": "2026-09-15",
            "matter": "八月的高温津贴没有发",
        }),
        more,
    )
}

fn brought() -> Value {
    json!({ "person": { "name": WORKER, "contact": PHONE }, "promisedOn": "2026-09-18", "handler": "何平" })
}

#[test]
fn an_appeal_takes_a_line_a_name_and_a_day_and_is_due_until_it_is_answered() {
    let desk = founded("36");
    // What a chair types of a new one: what is wanted, who, the promised day. Day, kind and way stand filled or are picked.
    let new = appeal(json!({ "person": { "name": WORKER }, "promisedOn": "2026-09-18" }));
    let typed = ["/matter", "/person/name", "/promisedOn"];
    assert!(typed.iter().all(|field| new.pointer(field).is_some()) && new.as_object().unwrap().len() == 7);
    let id = desk.call("appeals.save", new);
    assert_eq!(next(&desk, "appeals"), said("答复职工诉求", "union", "2026-09-18"));
    assert_eq!(due(&desk, "appeals")[0].3, json!({ "page": "appeals", "id": id, "part": "answer" }));
    assert!(!desk.call("today.list", json!({})).to_string().contains(WORKER), "no duty names anybody");
    let early = json!({ "id": id, "answeredOn": "2026-09-14", "answer": "已经补发" });
    assert_eq!(desk.refused("appeals.answer", early).field.as_deref(), Some("answeredOn"));
    desk.call("appeals.answer", json!({ "id": id, "answeredOn": "2026-09-15", "answer": "九月工资里补发" }));
    assert_eq!(due(&desk, "appeals"), []);
    let over = json!({ "id": id, "answeredOn": "2026-09-15", "answer": "不补" });
    let over = desk.refused("appeals.answer", over);
    assert!(over.message.contains("重新打开"), "an answer is not written over: {}", over.message);
    assert_eq!(desk.call("appeals.get", json!({ "id": id }))["record"]["answer"], "九月工资里补发");
    desk.call("appeals.reopen", json!({ "id": id }));
    assert_eq!(due(&desk, "appeals").len(), 1, "answered too early");
    desk.call("ledger.undo", json!({}));
    // One that ends orally is one line and its answer, and never due.
    let oral = appeal(
        json!({ "worker": "anonymous", "kind": "welfare", "matter": "食堂窗口太少", "answer": "告诉了食堂，明天加一个窗口" }),
    );
    let oral = desk.call("appeals.save", oral);
    let shown = desk.call("appeals.get", json!({ "id": oral }));
    assert_eq!((&shown["number"], &shown["answeredOn"]), (&json!("诉〔2026〕2号"), &json!("2026-09-15")));
    assert_eq!(due(&desk, "appeals"), []);
    let named =
        desk.refused("appeals.save", appeal(json!({ "worker": "anonymous", "person": { "name": WORKER } })));
    assert_eq!(named.field.as_deref(), Some("worker"));
    // Nobody promised a day: it stands in 今日 all the same.
    let open = desk.call("appeals.save", appeal(json!({ "kind": "hours", "matter": "周六都要来" })));
    assert_eq!(next(&desk, "appeals"), said("答复职工诉求", "union", ""));

    let counts = desk.call("appeals.counts", json!({ "year": 2026 }));
    let wages = &counts[0];
    assert_eq!(
        (&wages["kind"], &wages["total"], &wages["months"][8]),
        (&json!("wages"), &json!(1), &json!(1))
    );
    assert_eq!(desk.call("appeals.list", json!({ "kind": "welfare" }))["total"], 1);
    assert_eq!(desk.call("appeals.list", json!({ "which": "open" }))["rows"][0]["id"], open);
    assert_eq!(desk.call("appeals.list", json!({ "text": "高温津贴" }))["total"], 1);
    let file = desk.out("诉求.xlsx");
    assert_eq!(desk.call("appeals.export", json!({ "query": {}, "to": file }))["rows"], 3);
    let register = desk.print("appeals.register", "登记表.pdf");
    judges::sound(&register, &["2026年职工诉求登记表", "九月工资里补发", "还没有答复", "共3件，已答复2件"]);
    assert!(!judges::text(&register).contains(WORKER), "it lies open");
    let figures = counted(&desk, "appeals");
    for figure in ["appeals.all 3", "appeals.inTime 1", "appeals.noTerm 1", "appeals.open 1"] {
        assert!(figures.contains(&figure.to_owned()), "{figure}: {figures:?}");
    }
    desk.call("appeals.remove", json!({ "id": id }));
    assert_eq!(desk.call("search.all", json!({ "text": "高温津贴" })), json!([]));
    desk.call("trash.restore", json!({ "kind": "appeal", "id": id }));
    assert_eq!(desk.call("appeals.get", json!({ "id": id }))["named"], true);
}

#[test]
fn an_appeal_goes_on_with_its_link_and_the_name_stays_protected() {
    let desk = founded("36");
    let id = desk.call("appeals.save", appeal(brought()));
    let case = desk.call("appeals.toCase", json!({ "id": id }));
    let shown = desk.call("letters.get", json!({ "id": case }));
    assert_eq!(
        (&shown["record"]["matter"], &shown["record"]["topic"], &shown["named"], &shown["informer"]),
        (&json!("八月的高温津贴没有发"), &json!("wages"), &json!(true), &Value::Null),
        "what was said goes over, the name protected as before"
    );
    let kept = desk.call("appeals.get", json!({ "id": id }));
    assert_eq!(kept["onward"]["number"], "监〔2026〕1号");
    assert_eq!(kept["onward"]["place"], json!({ "page": "letters", "id": case }));
    assert_eq!((&kept["record"]["person"], &kept["shown"]), (&Value::Null, &json!("masked")));
    assert_eq!(due(&desk, "appeals").len(), 1, "the worker still waits for an answer");
    let twice = desk.refused("appeals.toCase", json!({ "id": id }));
    assert!(twice.message.contains("监〔2026〕1号"), "{}", twice.message);

    let other = desk.call("appeals.save", appeal(brought()));
    let covered = desk.refused("appeals.toMediation", json!({ "id": other }));
    assert_eq!(covered.code, "covered", "a mediation case names its parties");
    let lines = [
        json!({ "call": "search.all", "args": { "text": WORKER } }),
        json!({ "call": "history.of", "args": { "table": "appeal", "id": other } }),
        json!({ "call": "sight.reveal", "args": { "purpose": "帮职工申请调解" } }),
        json!({ "call": "appeals.get", "args": { "id": other } }),
        json!({ "call": "appeals.toMediation", "args": { "id": other } }),
        json!({ "call": "sight.log", "args": {} }),
    ];
    let (answers, output) = desk.run(&lines);
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    let text: Vec<String> = answers.iter().map(Value::to_string).collect();
    assert!(!text[0].contains(WORKER), "in no index: {}", text[0]);
    assert!(
        text[1].contains("受保护") && !text[1].contains(WORKER) && !text[1].contains(PHONE),
        "{}",
        text[1]
    );
    assert!(text[3].contains(WORKER) && text[3].contains(PHONE), "{}", text[3]);
    assert!(
        text[5].contains("appeals.get") && text[5].contains("帮职工申请调解"),
        "the look is kept: {}",
        text[5]
    );
    let mediation = desk.call("mediation.list", json!({}))["rows"][0].clone();
    assert_eq!((&mediation["worker"], &mediation["number"]), (&json!(WORKER), &json!("调〔2026〕1号")));
    let case = desk.call("mediation.get", json!({ "id": mediation["id"] }));
    assert_eq!(case["origin"]["number"], "诉〔2026〕2号");

    let third = desk.call("appeals.save", appeal(json!({})));
    let words = json!({ "id": third, "onward": "negotiation", "words": "高温津贴标准写进工资合同" });
    desk.call("appeals.forward", words);
    let kept = desk.call("appeals.get", json!({ "id": third }));
    assert_eq!(
        (&kept["onward"]["words"], &kept["onward"]["number"]),
        (&json!("高温津贴标准写进工资合同"), &Value::Null)
    );
    let wrong =
        desk.refused("appeals.forward", json!({ "id": third, "onward": "supervision", "words": "监督" }));
    assert_eq!(wrong.field.as_deref(), Some("onward"));
}

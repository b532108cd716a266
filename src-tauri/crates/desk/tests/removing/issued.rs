//! What was issued about one person alone goes with them, and its number stays in the register. What was issued about more than one
//! stays as it was issued, is told of, and loses what it says by the chair's act when its time is over.

use serde_json::{Value, json};

use super::erased::journal;
use crate::duties::rights::mediator;
use crate::duties::story::Story;

const NAME: &str = "欧阳清漪";
const NUMBER: &str = "36012119800101999X";
const PHONE: &str = "13800138000";

fn person(story: &Story, name: &str, phone: &str, number: &str) -> Value {
    let sex = if number.as_bytes()[16] % 2 == 1 { "male" } else { "female" };
    let person = json!({ "name": name, "sex": sex, "form": "other", "phone": phone, "idNumber": number });
    story.call("members.save", person)
}

fn purge(kind: &str, id: &Value) -> Value {
    json!({ "kind": kind, "id": id, "reason": "保存期满" })
}

/// Removed and erased the same day; what the purge answers.
fn purged(story: &Story, id: &Value) -> Value {
    story.call("trash.setRetention", json!({ "kind": "person", "months": 0 }));
    story.call("members.remove", json!({ "id": id }));
    story.call("trash.purge", purge("person", id))
}

fn issue(story: &Story, kind: &str, of: &Value) -> Value {
    // The agreement bears the numbers for whoever may read them, and asks what for.
    story.call("sight.reveal", json!({ "purpose": "印发文件" }));
    story.call("papers.issue", json!({ "kind": kind, "of": of }));
    let row = register(story)[0].clone();
    assert_eq!((&row["kind"], &row["of"]), (&json!(kind), of), "{row}");
    row
}

/// The register of outgoing papers, the newest first.
fn register(story: &Story) -> Vec<Value> {
    story.call("outgoing.list", json!({}))["rows"].as_array().unwrap().clone()
}

/// That of an issue the number alone is left, and nothing that was kept beside it.
fn number_alone(story: &Story, was: &Value, is: &Value) {
    assert_eq!((&is["number"], &is["issuedOn"]), (&was["number"], &was["issuedOn"]), "{is}");
    assert_eq!((&is["title"], &is["hasSource"], &is["files"]), (&was["kindLabel"], &json!(false), &json!(0)));
    assert!(is["erasedBy"].is_u64() && is["id"] != was["id"], "{is}");
    assert_eq!(story.refused("outgoing.get", json!({ "id": was["id"] })).code, "not_found");
    story.call("sight.reveal", json!({ "purpose": "核对发文" }));
    let to = std::env::temp_dir().join("never-written.pdf");
    let print = json!({ "kind": is["kind"], "of": is["of"], "issued": is["id"], "to": to });
    for command in ["papers.print", "papers.exportWord"] {
        let refused = story.refused(command, print.clone());
        assert!(refused.message.contains("已经清除"), "{command}: {}", refused.message);
    }
    let hits = story.call("search.all", json!({ "text": is["number"] }));
    assert_eq!(hits[0]["place"]["id"], is["id"], "found by its number: {hits}");
    // Contents that no issue names, and names without their content, are findings.
    assert_eq!(story.job("ledger.check", json!({}))["findings"], json!([]));
}

/// A rider of a platform who is referred to the union of the trade, and the referral.
fn referred(story: &Story, firm: &Value, name: &str, phone: &str, number: &str) -> (Value, Value) {
    let rider = person(story, name, phone, number);
    let work = json!({ "person": rider, "firm": firm, "class": "partial", "since": "2025-03-01" });
    let work = story.call("platform.saveWork", work);
    let referral = json!({
        "work": work, "toKind": "trade", "toUnion": "南昌市即时配送行业工会联合会", "referredOn": "2026-09-15",
        "consentOn": "2026-09-14",
    });
    (rider, story.call("platform.saveReferral", referral))
}

#[test]
fn a_letter_about_one_person_goes_with_them_and_leaves_its_number() {
    let story = Story::begin("3601", &[]);
    let firm = json!({
        "kind": "platform", "name": "江西快蜂即时配送有限公司", "trade": "delivery", "injury": "covered",
        "injurySince": "2026-01-01", "insurance": "flexible", "tradeUnion": "南昌市即时配送行业工会联合会",
    });
    let firm = story.call("platform.saveFirm", firm);
    story.on("2026-09-15");
    let (rider, referral) = referred(&story, &firm, NAME, PHONE, NUMBER);
    let letter = issue(&story, "platform.referral", &referral);
    let sent = json!({
        "paper": letter["id"], "receiver": "行业工会联合会", "manner": "handed", "sentOn": "2026-09-15",
    });
    story.call("outgoing.saveSending", sent);
    let refused = story.refused("platform.removeReferral", json!({ "id": referral }));
    assert!(refused.message.contains("要留存"), "{}", refused.message);
    let copy = story.job("ledger.backup", json!({}))["dir"].clone();

    let purged = purged(&story, &rider);
    let stays = purged["stays"].as_str().unwrap();
    assert!(stays.contains("专为本人印发的文件1份一并清除"), "{stays}");
    assert!(!stays.contains("姓名仍留"), "{stays}");
    let left = register(&story);
    assert_eq!((left.len(), &left[0]["erasedBy"], &left[0]["sendings"]), (1, &purged["seq"], &json!([])));
    number_alone(&story, &letter, &left[0]);
    let forgotten = |story: &Story| {
        let told = journal(story);
        for word in [NAME, NUMBER, PHONE] {
            assert!(!told.contains(word), "{word} still stands in the journal");
        }
    };
    forgotten(&story);
    // The number is given to no other letter.
    let (_, other) = referred(&story, &firm, "何平", "13900139000", "360121199003070021");
    let next = issue(&story, "platform.referral", &other);
    let digits = |paper: &Value| paper["number"].as_str().unwrap().to_owned();
    assert!(digits(&letter).ends_with("1号") && digits(&next).ends_with("2号"), "{next}");

    story.job("ledger.restore", json!({ "copy": copy }));
    let again = register(&story);
    assert_eq!((again.len(), &again[0]["sendings"]), (1, &json!([])), "{again:?}");
    number_alone(&story, &letter, &again[0]);
    forgotten(&story);
}

#[test]
fn a_paper_about_more_than_a_person_is_told_of_and_erased_by_itself_in_its_time() {
    let story = Story::begin("36", &[]);
    let worker = person(&story, NAME, PHONE, NUMBER);
    story.on("2026-09-15");
    let chair = mediator(&story, "沈一诺", "workers", "chair", "union");
    mediator(&story, "万里程", "employer", "member", "named");
    let case = json!({
        "topic": "wages", "person": worker, "worker": NAME, "applicant": "worker", "oral": true, "appliedOn": "2026-09-15",
        "facts": "八月休息日加班四天，没有发加班费", "claims": "补发八月的加班费", "mediator": chair,
    });
    let case = story.call("mediation.save", case);
    for (kind, text) in [("accepted", "照双方的书面材料"), ("agreed", "单位补发八月加班费八百元")]
    {
        let mut event = json!({ "case": case, "kind": kind, "happenedOn": "2026-09-15", "text": text });
        if kind == "agreed" {
            (event["untilOn"], event["manner"]) = ("2026-10-10".into(), "转入本人的工资卡".into());
        }
        story.call("mediation.saveEvent", event);
    }
    let agreement = issue(&story, "mediation.agreement", &case);
    let sent = json!({
        "paper": agreement["id"], "receiver": "江西赣江机械有限公司", "manner": "handed", "sentOn": "2026-09-15",
    });
    let sent = story.call("outgoing.saveSending", sent);
    let copy = story.job("ledger.backup", json!({}))["dir"].clone();

    let purged = purged(&story, &worker);
    let stays = purged["stays"].as_str().unwrap();
    for told in ["印发文件1处", "其中1份印发文件里连同本人的电话、证件号码", "不会自动清除"]
    {
        assert!(stays.contains(told), "{told} in {stays}");
    }
    assert_eq!(register(&story)[0]["erasedBy"], Value::Null, "it stands as it was issued");

    let id = &agreement["id"];
    let early = story.refused("trash.purge", purge("paper", id));
    assert!(early.message.contains("印发，按设置保存120个月"), "{}", early.message);
    story.call("trash.setRetention", json!({ "kind": "paper", "months": 0 }));
    assert_eq!(story.call("trash.list", json!({})), json!([]), "it is in the register, and not in the trash");
    assert_eq!(story.refused("trash.restore", json!({ "kind": "paper", "id": id })).code, "refused");
    let done = story.call("trash.purge", purge("paper", id));
    assert!(done["stays"].as_str().unwrap().contains("文号"), "{done}");
    let left = register(&story);
    assert_eq!((left.len(), &left[0]["erasedBy"]), (1, &done["seq"]), "{left:?}");
    assert_eq!(left[0]["sendings"][0]["id"], sent, "whom it went to is told: clocks run from there");
    number_alone(&story, &agreement, &left[0]);
    let kept = story.refused("mediation.remove", json!({ "id": case }));
    assert!(kept.message.contains("已经印发过文书"), "the case knows of its paper: {}", kept.message);
    assert_eq!(story.refused("trash.purge", purge("paper", &left[0]["id"])).code, "not_found");

    story.job("ledger.restore", json!({ "copy": copy }));
    let again = register(&story);
    assert_eq!((again.len(), &again[0]["sendings"][0]["id"]), (1, &sent), "{again:?}");
    number_alone(&story, &agreement, &again[0]);
    let told = journal(&story);
    assert!(!told.contains(PHONE) && !told.contains(NUMBER), "{told}");
}

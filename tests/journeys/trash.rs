//! Removed and brought back whole; erased for good when the time is over: out of the rows, the journal, the drafts
//! and the index, with the chain intact. And drafts, which outlive a crash and nothing else.

use std::io::{BufRead, BufReader, Write};
use std::process::Stdio;

use serde_json::{Value, json};

use crate::gonghui::{Desk, PASSPHRASE};
use crate::people::{OFFICER, officer};
use crate::replay::same_back_and_forth;

pub const NAME: &str = "欧阳清漪";
const NUMBER: &str = "36012119800101999X";

pub fn person() -> Value {
    json!({
        "name": NAME, "sex": "male", "form": "contract", "shop": "焊接", "birth": "1980-01-01",
        "idNumber": NUMBER, "phone": "13800138000", "memberSince": "2020-03-01",
    })
}

pub fn hits(desk: &Desk) -> usize {
    desk.call("members.search", json!({ "text": "oyqy" }))["total"].as_u64().unwrap() as usize
}

#[test]
fn what_was_removed_comes_back_whole() {
    let desk = Desk::founded("36", None);
    let id = desk.call("members.save", person());
    let before = desk.call("members.get", json!({ "id": id }));
    desk.call("members.remove", json!({ "id": id }));
    assert_eq!(hits(&desk), 0);
    let trash = desk.call("trash.list", json!({}));
    assert_eq!((trash[0]["title"].as_str(), trash[0]["removedBy"].as_str()), (Some(NAME), Some("陈望舒")));
    assert_eq!(trash[0]["purgeFrom"], "2027-09-15", "{}", trash[0]["reckoned"]);
    let early = desk.refused("trash.purge", json!({ "kind": "person", "id": id, "reason": "保存期满" }));
    assert!(early.message.contains("2027年9月15日"), "{}", early.message);
    desk.call("trash.restore", json!({ "kind": "person", "id": id }));
    assert_eq!(desk.call("members.get", json!({ "id": id })), before);
    assert_eq!((hits(&desk), desk.call("trash.list", json!({}))), (1, json!([])));
    // Someone else has the number by now: the sentence says why it cannot come back.
    desk.call("members.remove", json!({ "id": id }));
    desk.call("members.save", person());
    let taken = desk.refused("trash.restore", json!({ "kind": "person", "id": id }));
    assert!(taken.message.contains("同样的号码"), "{}", taken.message);
    desk.head();
    assert!(same_back_and_forth(&desk.ledger(), PASSPHRASE) >= 4);
}

#[test]
fn attachments_consents_and_things_kept_come_back_too() {
    let desk = Desk::founded("36", None);
    let id = desk.call("members.save", person());
    let scan = desk.out("申请表.txt");
    std::fs::write(&scan, "入会申请").unwrap();
    let of = json!({ "kind": "person", "id": id });
    let file = desk.call("files.add", json!({ "of": of, "file": scan }))["attachment"]["id"].clone();
    let consent = json!({
        "person": id, "purpose": "provide", "about": "疗休养报名", "recipient": "职工疗养院", "givenOn": "2026-09-01", "givenHow": "paper",
    });
    let consent = desk.call("consents.save", consent);
    let seal = desk.call("custody.save", json!({ "kind": "seal", "name": "工会公章", "holder": "陈望舒" }));
    for (command, id) in [("files.remove", &file), ("consents.remove", &consent), ("custody.remove", &seal)] {
        desk.call(command, json!({ "id": id }));
    }
    // A final step stands in between: undo alone would not bring them back.
    desk.call("ledger.renewKey", json!({}));
    let titles = |desk: &Desk| {
        let trash = desk.call("trash.list", json!({}));
        let mut titles: Vec<String> =
            trash.as_array().unwrap().iter().map(|line| line["title"].as_str().unwrap().to_owned()).collect();
        titles.sort();
        titles
    };
    assert_eq!(titles(&desk), ["工会公章", "欧阳清漪 疗休养报名", "申请表.txt"]);
    // At another moment: what went together with the person would come back with them.
    desk.now("2026-09-16T09:00:00+08:00");
    desk.call("members.remove", json!({ "id": id }));
    for (kind, id) in [("attachment", &file), ("consent", &consent)] {
        let early = desk.refused("trash.restore", json!({ "kind": kind, "id": id }));
        assert!(early.message.contains("请先恢复"), "{kind}: {}", early.message);
    }
    desk.call("trash.restore", json!({ "kind": "person", "id": id }));
    for (kind, id) in [("attachment", &file), ("consent", &consent), ("custody", &seal)] {
        desk.call("trash.restore", json!({ "kind": kind, "id": id }));
    }
    assert_eq!(titles(&desk), Vec::<String>::new());
    assert_eq!(desk.call("files.list", json!({ "of": of }))[0]["name"], "申请表.txt");
    // One alone is purged, and its file goes with it.
    desk.call("trash.setRetention", json!({ "kind": "attachment", "months": 0 }));
    desk.call("files.remove", json!({ "id": file }));
    desk.call("trash.purge", json!({ "kind": "attachment", "id": file, "reason": "保存期满" }));
    assert_eq!(desk.refused("files.open", json!({ "id": file })).code, "not_found");
}

#[test]
fn where_an_erased_persons_name_stays_is_told_before_and_after() {
    let desk = Desk::founded("36", None);
    let id = desk.call("members.save", person());
    let appeal = json!({
        "worker": "member", "kind": "wages", "channel": "phone", "raisedOn": "2026-09-15", "matter": "高温津贴没有发",
        "person": { "person": id, "name": NAME }, "promisedOn": "2026-09-18",
    });
    desk.call("appeals.save", appeal);
    desk.call("members.remove", json!({ "id": id }));
    desk.now("2027-09-15T09:00:00+08:00");
    let line = desk.call("trash.list", json!({}))[0].clone();
    assert!(line["stays"].as_str().unwrap().contains("诉求人1处"), "{line}");
    // An officer is told of no appeal by way of the trash.
    desk.call("people.add", officer(&["members"], &[]));
    desk.sits_down(OFFICER);
    assert_eq!(desk.call("trash.list", json!({}))[0]["stays"], Value::Null);
    desk.sits_down(PASSPHRASE);
    let purged = desk.call("trash.purge", json!({ "kind": "person", "id": id, "reason": "保存期满" }));
    assert!(purged["stays"].as_str().unwrap().contains("诉求人1处"), "{purged}");
}

#[test]
fn what_the_law_keeps_for_a_time_is_kept_that_long() {
    let desk = Desk::founded("36", None);
    let id = desk.call("members.save", person());
    let kept = |kind: &str| {
        let all = desk.call("trash.retentions", json!({}));
        all.as_array().unwrap().iter().find(|one| one["kind"] == kind).unwrap().clone()
    };
    assert_eq!(kept("person")["law"], Value::Null, "no text of law gives a time");
    let contract = kept("labourContract");
    assert_eq!((&contract["months"], &contract["law"]["months"]), (&json!(24), &json!(24)), "{contract}");
    assert_eq!(kept("healthExam")["law"]["binding"], false, "a standard of others");
    let set = |months: u32| json!({ "kind": "labourContract", "months": months });
    let refusal = desk.refused("trash.setRetention", set(23));
    assert!(refusal.message.contains("劳动合同法第五十条"), "{}", refusal.message);
    assert_eq!((refusal.code.as_str(), refusal.field.as_deref()), ("refused", Some("months")));
    for (kind, months) in [("paySheet", 23), ("feePayment", 359)] {
        let refusal = desk.refused("trash.setRetention", json!({ "kind": kind, "months": months }));
        assert_eq!(refusal.code, "refused", "{kind}: {}", refusal.message);
        desk.call("trash.setRetention", json!({ "kind": kind, "months": months + 1 }));
    }
    desk.call("trash.setRetention", json!({ "kind": "healthExam", "months": 0 }));
    desk.call("trash.setRetention", set(24));

    let contract = json!({ "person": id, "term": "fixed", "from": "2020-10-15", "until": "2023-10-14" });
    let contract = desk.call("dossier.saveContract", contract);
    desk.call("dossier.removeContract", json!({ "id": contract }));
    let purge = json!({ "kind": "labourContract", "id": contract, "reason": "保存期满" });
    desk.now("2028-09-15T09:00:00+08:00");
    let early = desk.refused("trash.purge", purge.clone());
    assert!(early.message.contains("第五十条"), "its last day: {}", early.message);
    desk.now("2028-09-16T09:00:00+08:00");
    desk.call("trash.purge", purge);
    assert_eq!(desk.call("trash.list", json!({})), json!([]));
}

#[test]
fn what_is_purged_is_gone_from_everything_and_the_chain_holds() {
    let desk = Desk::founded("36", None);
    let id = desk.call("members.save", person());
    desk.call("drafts.save", json!({ "form": "letter", "body": { "to": NAME, "person": id } }));
    desk.call("members.remove", json!({ "id": id }));
    // A draft of a part of the record names nobody in its words.
    let part = format!("{}@opening", id.as_str().unwrap());
    desk.call("drafts.save", json!({ "form": "part", "record": part, "body": { "text": "写了一半" } }));
    desk.call("trash.setRetention", json!({ "kind": "person", "months": 6 }));
    desk.now("2027-03-15T09:00:00+08:00");
    let over = |desk: &Desk| {
        let today = desk.call("today.list", json!({}));
        let duties = today["duties"].as_array().unwrap().clone();
        duties.into_iter().find(|duty| duty["id"] == "ledger.retention")
    };
    let duty = over(&desk).expect("its time is over");
    assert!(duty["title"].as_str().unwrap().contains("1条"), "{duty}");
    assert_eq!(duty["rule"]["short"], "中华人民共和国个人信息保护法第四十七条");
    desk.now("2027-03-14T09:00:00+08:00");
    assert_eq!(over(&desk), None, "a day before");
    desk.now("2027-03-15T09:00:00+08:00");
    let named =
        desk.refused("trash.purge", json!({ "kind": "person", "id": id, "reason": format!("{NAME}要求") }));
    assert_eq!(named.field.as_deref(), Some("reason"), "{}", named.message);
    let purged = desk.call("trash.purge", json!({ "kind": "person", "id": id, "reason": "保存期满" }));
    let told = purged["copies"].as_str().unwrap();
    assert!(
        told.contains("1份备份") && told.contains("到2028年2月1日止"),
        "until when the copies hold it: {told}"
    );
    assert_eq!(desk.frame()["stoppedBy"], "清除人员：保存期满");
    assert_eq!(over(&desk), None, "and it is done");
    assert_eq!(desk.call("trash.list", json!({})), json!([]));
    assert_eq!(
        desk.call("drafts.list", json!({})),
        json!([]),
        "a draft that refers to the person is gone too"
    );
    assert_eq!(purged["drafts"], "没填完的表单里有2份属于这条记录或写着其号码，已一并删去。");
    assert_eq!(hits(&desk), 0);
    let life = desk.call("history.of", json!({ "table": "person", "id": id }));
    let erased =
        life.as_array().unwrap().iter().filter(|one| one["record"]["erasedBy"] == purged["seq"]).count();
    assert!(erased >= 2, "the history says by which step it was erased: {life}");
    for command in ["history.list", "trash.list", "drafts.list"] {
        let told = desk.call(command, json!({})).to_string();
        assert!(!told.contains(NAME) && !told.contains(NUMBER), "{command}: {told}");
    }
    for seq in 1..=desk.head().0 {
        let told = desk.call("history.step", json!({ "seq": seq })).to_string();
        assert!(!told.contains(NAME) && !told.contains("0138"), "step {seq}: {told}");
    }
}

#[test]
fn a_purge_leaves_what_is_typed_of_others_and_says_who_should_look() {
    let desk = Desk::founded("36", None);
    let mut gone = person();
    gone["name"] = "王伟".into();
    let id = desk.call("members.save", gone);
    let other = desk.call("members.save", json!({ "name": "王伟东", "sex": "male", "form": "contract" }));
    let minutes = "王伟东代表发言，要求提高夜班津贴。";
    for (form, body) in [
        ("meeting", json!({ "minutes": minutes })),
        ("letter", json!({ "text": "请王伟同志到会。" })),
        ("visit", json!({ "note": "电话\n13800138000" })),
        ("order", json!({ "serial": "1380013800025" })),
        ("help", json!({ "person": id, "text": "困难补助" })),
    ] {
        desk.call("drafts.save", json!({ "form": form, "body": body }));
        // A draft is no step, and between two steps a seeded source of ids begins anew.
        desk.call(
            "members.save",
            json!({ "name": format!("职工{form}"), "sex": "male", "form": "contract" }),
        );
    }
    let (_, output) = desk.run(&[
        json!({ "call": "sight.reveal", "args": { "purpose": "给王伟东办退会" } }),
        json!({ "call": "members.get", "args": { "id": other } }),
    ]);
    assert!(output.status.success());
    desk.call("members.remove", json!({ "id": id }));
    desk.call("trash.setRetention", json!({ "kind": "person", "months": 6 }));
    desk.now("2027-03-15T09:00:00+08:00");
    let purged = desk.call("trash.purge", json!({ "kind": "person", "id": id, "reason": "保存期满" }));
    let told = purged["drafts"].as_str().unwrap();
    assert!(told.contains("有2份属于这条记录或写着其号码"), "{told}");
    assert!(told.contains("另有1份") && told.contains("陈望舒1份"), "one may speak of them: {told}");
    let list = desk.call("drafts.list", json!({}));
    let mut left: Vec<&str> =
        list.as_array().unwrap().iter().map(|one| one["form"].as_str().unwrap()).collect();
    left.sort_unstable();
    assert_eq!(left, ["letter", "meeting", "order"], "what was typed of others stays");
    assert_eq!(desk.call("drafts.get", json!({ "form": "meeting" }))["body"]["minutes"], minutes);
    let log = desk.call("sight.log", json!({})).to_string();
    assert!(log.contains("给王伟东办退会"), "and so does why another was looked at: {log}");
    desk.head();
}

#[test]
fn a_draft_outlives_a_kill_and_goes_when_it_is_dropped() {
    let desk = Desk::founded("36", None);
    let head = desk.head();
    let mut child = desk
        .command(&["run"])
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::null())
        .spawn()
        .unwrap();
    let mut input = child.stdin.take().unwrap();
    let mut answers = BufReader::new(child.stdout.take().unwrap()).lines();
    for text in ["协", "协商", "协商会议"] {
        let draft = json!({ "form": "meeting", "record": "r-1", "body": { "agenda": text } });
        writeln!(input, "{}", json!({ "call": "drafts.save", "args": draft })).unwrap();
        answers.next().unwrap().unwrap();
    }
    child.kill().unwrap();
    child.wait().unwrap();
    let which = json!({ "form": "meeting", "record": "r-1" });
    let kept = desk.call("drafts.get", which.clone());
    assert_eq!(kept["body"]["agenda"], "协商会议");
    assert_eq!(
        desk.call("drafts.get", json!({ "form": "meeting" })),
        Value::Null,
        "a new record has its own draft"
    );
    assert_eq!(desk.call("drafts.list", json!({}))[0]["form"], "meeting");
    assert_eq!(desk.head(), head, "a draft leaves no step");
    desk.call("drafts.discard", which);
    assert_eq!(desk.call("drafts.list", json!({})), json!([]));
    let large = "字".repeat(400_000);
    let refused = desk.refused("drafts.save", json!({ "form": "meeting", "body": { "agenda": "" }, "x": 1 }));
    assert_eq!(refused.code, "bad_input");
    let (_, output) =
        desk.run(&[json!({ "call": "drafts.save", "args": { "form": "m", "body": { "agenda": large } } })]);
    let said = String::from_utf8_lossy(&output.stderr).into_owned();
    assert!(!output.status.success() && said.contains("1兆字节"), "{said}");
}

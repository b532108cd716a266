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

/// Parts of affairs, figures and lists: each saved, removed, and lying in the trash as `kind` whatever is final in between.
#[test]
fn every_small_record_comes_back_after_a_final_step() {
    let desk = Desk::founded("36", None);
    let id = desk.call("members.save", person());
    let case = json!({
        "topic": "wages", "worker": "柳新民", "applicant": "worker", "oral": true, "appliedOn": "2026-09-14",
        "facts": "九月少算加班费", "claims": "补发加班费",
    });
    let case = desk.call("mediation.save", case);
    let firm = json!({
        "kind": "platform", "name": "快蜂即时配送有限公司", "trade": "delivery", "injury": "unknown", "insurance": "unknown",
    });
    let firm = desk.call("platform.saveFirm", firm);
    let mediator = json!({ "name": "沈一诺", "side": "workers", "office": "chair", "chosen": "union", "fromOn": "2026-01-05" });
    let moved = json!({ "person": id, "kind": "movedOut", "on": "2026-06-10", "reason": "employment", "otherUnion": "云岭铸造厂工会" });
    let list = json!({ "name": "女会员", "view": { "query": { "sex": "female" }, "columns": ["name"] } });
    let cap = json!({ "firm": firm, "kind": "continuous", "minutes": 240, "source": "协议", "since": "2026-09-14" });
    let insurance =
        json!({ "name": "基本养老保险", "rate": 1600, "from": "2026-01-01", "source": "省社保局通告" });
    let accepted = json!({ "case": case, "kind": "accepted", "happenedOn": "2026-09-15", "text": "" });
    let all = [
        ("mediation.saveEvent", accepted.clone(), "mediation.removeEvent", "mediationEvent", "受理"),
        ("mediation.saveMediator", mediator, "mediation.removeMediator", "mediator", "沈一诺"),
        (
            "letters.saveInspector",
            json!({ "name": "王伟", "certificate": "赣监0001" }),
            "letters.removeInspector",
            "supervisionInspector",
            "赣监0001",
        ),
        (
            "union.saveWorkforce",
            json!({ "asOf": "2026-08-31", "workers": 428, "source": "企业报表" }),
            "union.removeWorkforce",
            "workforce",
            "428人",
        ),
        (
            "union.saveFeeShare",
            json!({ "from": "2026-07", "share": 6000, "ground": "市总工会文件" }),
            "union.removeFeeShare",
            "feeShare",
            "2026-07",
        ),
        (
            "members.saveDuesBasis",
            json!({ "from": "2026-07", "kind": "lawful" }),
            "members.removeDuesBasis",
            "duesBasis",
            "2026-07",
        ),
        ("members.saveEvent", moved, "members.removeEvent", "membershipEvent", "转出"),
        (
            "members.saveTag",
            json!({ "person": id, "kind": "hardship" }),
            "members.removeTag",
            "personTag",
            NAME,
        ),
        ("members.saveList", list, "members.removeList", "memberList", "女会员"),
        ("platform.saveCap", cap, "platform.removeCap", "platformCap", "快蜂"),
        ("pay.saveInsurance", insurance, "pay.removeInsurance", "payInsurance", "基本养老保险"),
    ];
    let removed: Vec<(Value, &str, &str)> = all
        .iter()
        .map(|(save, args, remove, kind, title)| {
            let id = desk.call(save, args.clone());
            desk.call(remove, json!({ "id": id }));
            (id, *kind, *title)
        })
        .collect();
    desk.call("ledger.renewKey", json!({}));
    let trash = desk.call("trash.list", json!({}));
    let trash = trash.as_array().unwrap();
    assert_eq!(trash.len(), removed.len(), "{trash:?}");
    for (id, kind, title) in &removed {
        let line = trash.iter().find(|line| line["id"] == *id).unwrap_or_else(|| panic!("{kind}: {trash:?}"));
        assert_eq!(line["kind"], *kind);
        assert!(line["title"].as_str().unwrap().contains(title), "{kind}: {line}");
        desk.call("trash.restore", json!({ "kind": kind, "id": id }));
    }
    assert_eq!(desk.call("trash.list", json!({})), json!([]));
    let events = desk.call("mediation.get", json!({ "id": case }))["events"].clone();
    assert_eq!(events.as_array().unwrap().len(), 1, "{events}");

    // What was registered since stands in the way of what happened before it.
    desk.call("mediation.removeEvent", json!({ "id": removed[0].0 }));
    let refused =
        json!({ "case": case, "kind": "refused", "happenedOn": "2026-09-15", "text": "对方不同意" });
    desk.call("mediation.saveEvent", refused);
    let late = desk.refused("trash.restore", json!({ "kind": "mediationEvent", "id": removed[0].0 }));
    assert!(late.message.contains("又登记了别的"), "{}", late.message);
    // And a member who has moved out does so once.
    desk.call("members.removeEvent", json!({ "id": removed[6].0 }));
    let earlier = json!({ "person": id, "kind": "movedOut", "on": "2026-05-10", "reason": "employment", "otherUnion": "云岭铸造厂工会" });
    desk.call("members.saveEvent", earlier);
    let twice = desk.refused("trash.restore", json!({ "kind": "membershipEvent", "id": removed[6].0 }));
    assert!(twice.message.contains("恢复不了"), "{}", twice.message);
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
fn an_erased_persons_numbers_leave_every_record_and_each_mention_of_the_name_is_counted() {
    let desk = Desk::founded("36", None);
    let id = desk.call("members.save", person());
    let appeal = json!({
        "worker": "member", "kind": "wages", "channel": "phone", "raisedOn": "2026-09-15", "matter": "高温津贴没有发",
        "details": "来电13800138000，证件36012119800101999x，单位账号6213800138000123",
        "person": { "person": id, "name": NAME, "contact": "13800138000" }, "promisedOn": "2026-09-18",
    });
    let appeal = desk.call("appeals.save", appeal);
    let letter = json!({
        "kind": "notice", "source": "县总工会", "title": format!("关于{NAME}同志的函"), "receivedOn": "2026-09-14",
        "asked": "回复", "wantsAnswer": false,
    });
    desk.call("incoming.save", letter);
    desk.call("members.remove", json!({ "id": id }));
    desk.now("2027-09-15T09:00:00+08:00");
    let line = desk.call("trash.list", json!({}))[0].clone();
    assert!(line["stays"].as_str().unwrap().contains("收文1处"), "a title names the person: {line}");
    let purged = desk.call("trash.purge", json!({ "kind": "person", "id": id, "reason": "保存期满" }));
    let stays = purged["stays"].as_str().unwrap();
    for told in ["诉求人1处", "收文1处", "电话、号码等2处一并抹去"] {
        assert!(stays.contains(told), "{told}: {stays}");
    }
    let (answers, output) = desk.run(&[
        json!({ "call": "sight.reveal", "args": { "purpose": "核对诉求" } }),
        json!({ "call": "appeals.get", "args": { "id": appeal } }),
    ]);
    assert!(output.status.success());
    let shown = answers[1].to_string();
    assert!(shown.contains("来电（已清除），证件（已清除），单位账号6213800138000123"), "{shown}");
    assert!(
        shown.contains(NAME) && !shown.contains("\"13800138000\""),
        "the name is the affair's own: {shown}"
    );
    let life = desk.call("history.of", json!({ "table": "appeal", "id": appeal })).to_string();
    assert!(!life.contains("来电13800138000"), "the journal forgets it too: {life}");
    assert_eq!(desk.call("ledger.check", json!({}))["findings"], json!([]), "and the chain holds");
    desk.call("appeals.answer", json!({ "id": appeal, "answeredOn": "2027-09-15", "answer": "已经补发" }));
    assert_eq!(desk.call("ledger.check", json!({}))["findings"], json!([]), "the record goes on");
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
    // As the page keeps the reason while it is typed: it is sent, so that it is none of the drafts that are told of.
    let asked = json!({ "kind": "person", "id": id, "reason": "保存期满" });
    desk.call("drafts.save", json!({ "form": "trash.purge", "body": asked }));
    let purged = desk.call("trash.purge", asked);
    let told = purged["copies"].as_str().unwrap();
    assert!(
        told.contains("1份备份") && told.contains("最迟到2028年2月29日"),
        "until when the copies hold it: {told}"
    );
    assert_eq!(purged["held"]["until"], "2028-02-29");
    let later = desk.call("trash.purged", json!({}));
    assert_eq!(later["lines"][0]["held"], purged["held"], "the page tells the same day");
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

    // Over a file it names the file, and never says where a page should not look.
    let file = desk.out("名册.csv");
    std::fs::write(&file, "姓名\n").unwrap();
    let over = json!({ "from": { "file": file }, "name": "名册.csv", "sha256": "ab" });
    desk.call("drafts.save", json!({ "form": "members.import", "body": over }));
    assert_eq!(desk.call("drafts.get", json!({ "form": "members.import" }))["body"], over);
    desk.call("drafts.discard", json!({ "form": "members.import" }));
    let large = "字".repeat(400_000);
    let refused = desk.refused("drafts.save", json!({ "form": "meeting", "body": { "agenda": "" }, "x": 1 }));
    assert_eq!(refused.code, "bad_input");
    let (_, output) =
        desk.run(&[json!({ "call": "drafts.save", "args": { "form": "m", "body": { "agenda": large } } })]);
    let said = String::from_utf8_lossy(&output.stderr).into_owned();
    assert!(!output.status.success() && said.contains("1兆字节"), "{said}");
}

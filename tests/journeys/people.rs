//! The people at the desk: an officer writes where the chair granted it and sees identity masked until it is
//! revealed with a purpose; a person's own data comes as one paper. Who may give which command is told by the
//! table of `desk`; how the chair is handed over, in `succession`.

use serde_json::{Value, json};

use crate::gonghui::{Desk, PASSPHRASE};
use crate::judges;
use crate::representatives::sides;

pub const OFFICER: &str = "雨后 修渠 三把锹";
const NUMBER: &str = "36012119800101999X";

pub fn officer(parts: &[&str], reads: &[&str]) -> Value {
    json!({
        "person": { "name": "李强", "role": "officer", "parts": parts, "reads": reads }, "passphrase": OFFICER,
    })
}

pub fn member(desk: &Desk) -> String {
    let id = desk.call(
        "members.save",
        json!({
            "name": "王伟", "sex": "male", "idNumber": NUMBER, "phone": "13800138000", "form": "contract",
            "birth": "1980-01-01", "memberSince": "2015-04",
        }),
    );
    id.as_str().unwrap().to_owned()
}

#[test]
fn an_officer_writes_where_it_was_granted_and_sees_identity_only_with_a_purpose() {
    let desk = Desk::founded("36", None);
    let member = member(&desk);
    let weak = desk.refused("people.add", json!({ "person": officer(&[], &[])["person"], "passphrase": "" }));
    assert_eq!(weak.field.as_deref(), Some("passphrase"), "{}", weak.message);
    let id = desk.call("people.add", officer(&["members"], &["identity"]));
    let twice = desk.refused("people.add", officer(&[], &[]));
    assert_eq!(twice.field.as_deref(), Some("person.name"), "{}", twice.message);

    let same = json!({ "person": { "name": "郑琳", "role": "auditor", "parts": [], "reads": [] }, "passphrase": OFFICER });
    let taken = desk.refused("people.add", same);
    assert_eq!((taken.code.as_str(), taken.field.as_deref()), ("ledger.passphraseTaken", Some("passphrase")));
    let own = "赣水 苍茫 三更灯";
    let auditor = |parts: &[&str]| json!({ "person": { "name": "郑琳", "role": "auditor", "parts": parts, "reads": [] }, "passphrase": own });
    let writing = desk.refused("people.add", auditor(&["members"]));
    assert_eq!(
        (writing.code.as_str(), writing.field.as_deref()),
        ("bad_input", Some("person.parts")),
        "an auditor is given nothing to write, and it is said: {}",
        writing.message
    );
    let id_of_auditor = desk.call("people.add", auditor(&[]));
    let change = json!({ "id": id_of_auditor, "person": auditor(&["members"])["person"] });
    assert_eq!(desk.refused("people.change", change).field.as_deref(), Some("person.parts"));
    desk.call("people.remove", json!({ "id": id_of_auditor }));

    desk.sits_down(OFFICER);
    let to_the_chairs = json!({ "old": OFFICER, "new": PASSPHRASE });
    let taken = desk.refused("people.changePassphrase", to_the_chairs);
    assert_eq!(taken.field.as_deref(), Some("new"), "nobody sits down as the chair: {}", taken.message);
    assert_eq!(desk.frame()["person"]["name"], "李强");
    desk.call("members.save", json!({ "name": "赵敏", "sex": "female", "form": "contract" }));
    let refusal = desk.refused("negotiation.start", json!({ "year": 2027 }));
    assert_eq!(refusal.code, "no_right", "{}", refusal.message);
    assert!(refusal.message.contains("李强"), "it says who may not: {}", refusal.message);

    let get = json!({ "call": "members.get", "args": { "id": member } });
    let (answers, _) = desk.run(&[
        get.clone(),
        json!({ "call": "sight.reveal", "args": { "purpose": "核对入会申请" } }),
        get.clone(),
        json!({ "call": "sight.cover" }),
        get,
    ]);
    let numbers: Vec<&str> =
        [0, 2, 4].into_iter().map(|at| answers[at]["idNumber"].as_str().unwrap()).collect();
    assert_eq!(numbers, ["360121********999X", NUMBER, "360121********999X"]);

    desk.sits_down(PASSPHRASE);
    let log = desk.call("sight.log", json!({}));
    assert_eq!(log.as_array().unwrap().len(), 2, "the unlocking and the one look: {log}");
    assert_eq!(log[0]["subjects"], json!([member]));
    assert_eq!((&log[1]["actorName"], &log[1]["purpose"]), (&json!("李强"), &json!("核对入会申请")));

    desk.call("people.remove", json!({ "id": id }));
    desk.sits_down(OFFICER);
    let gone = desk.refused("members.counts", json!({}));
    assert_eq!(gone.code, "ledger.wrongPassphrase", "{}", gone.message);
}

#[test]
fn an_officer_takes_back_only_what_they_could_have_done() {
    let desk = Desk::founded("36", None);
    desk.call("people.add", officer(&["members"], &[]));
    let talks = desk.call("negotiation.start", json!({ "year": 2027 }));
    desk.sits_down(OFFICER);
    let refusal = desk.refused("ledger.undo", json!({}));
    assert_eq!(refusal.code, "no_right", "the chair's talks: {}", refusal.message);

    // An attachment says only by what it is on whose work it is: its own author takes it back.
    let scan = desk.room().join("scan.txt");
    std::fs::write(&scan, "扫描").unwrap();
    let member = member(&desk);
    let of = |kind: &str, id: &Value| json!({ "of": { "kind": kind, "id": id }, "file": scan });
    desk.call("files.add", of("person", &member.into()));
    desk.call("ledger.undo", json!({}));
    desk.call("ledger.redo", json!({}));

    desk.sits_down(PASSPHRASE);
    desk.call("files.add", of("negotiation", &talks));
    desk.sits_down(OFFICER);
    assert_eq!(desk.refused("ledger.undo", json!({})).code, "no_right", "another's attachment");
    desk.sits_down(PASSPHRASE);
    desk.call("ledger.undo", json!({}));
    desk.sits_down(OFFICER);
    assert_eq!(desk.refused("ledger.redo", json!({})).code, "no_right", "and back again");
}

#[test]
fn a_person_gets_everything_held_about_them_as_one_paper() {
    let desk = Desk::founded("36", None);
    let member = member(&desk);
    let consent = |recipient: Value| {
        json!({
            "person": member, "purpose": "provide", "about": "疗休养报名：姓名、证件号码", "recipient": recipient,
            "givenOn": "2026-09-01", "givenHow": "paper",
        })
    };
    let refusal = desk.refused("consents.save", consent(Value::Null));
    assert_eq!(refusal.field.as_deref(), Some("recipient"), "{}", refusal.message);
    desk.call("consents.save", consent("庐山疗养院".into()));
    let to = desk.out("副本.pdf");
    let paper = json!({ "kind": "members.ownData", "of": member, "to": to });
    for command in ["papers.print", "papers.exportWord"] {
        let covered = desk.refused(command, paper.clone());
        assert_eq!((covered.code.as_str(), covered.field.as_deref()), ("covered", Some("identity")));
        assert!(covered.message.contains("写明用途"), "{}", covered.message);
        assert!(!to.exists(), "{command} leaves nothing");
    }
    let print = || desk.revealed("本人要求查阅复制", "papers.print", paper.clone());
    print();
    judges::sound(
        &to,
        &["个人信息副本", "王伟", "1980年1月1日", NUMBER, "13800138000", "2015年4月", "庐山疗养院"],
    );
    assert!(judges::text(&to).contains("没有人完整查看过"), "nobody had looked before");
    for part in ["附件没有附件。", "在其他事项中没有记录。"] {
        assert!(judges::text(&to).contains(part), "{part}: {}", judges::text(&to));
    }
    let scan = desk.out("入会申请.txt");
    std::fs::write(&scan, "申请加入工会").unwrap();
    desk.call("files.add", json!({ "of": { "kind": "person", "id": member }, "file": scan }));
    desk.call("custody.save", json!({ "kind": "seal", "name": "工会公章", "holder": "王伟" }));
    let talks = desk.call("negotiation.start", json!({ "year": 2027 }));
    let mut sides = sides(&talks, 3, 0);
    sides["workers"][1]["person"] = json!(member);
    desk.call("negotiation.saveRepresentatives", sides);
    let seat =
        json!({ "person": member, "name": "王伟", "office": "chair", "certificateNumber": "赣监17号" });
    desk.call(
        "union.saveTerm",
        json!({
            "body": "supervision", "session": 2, "startedOn": "2024-05-20", "years": 5, "cleared": false,
            "members": [seat],
        }),
    );
    let tag = json!({ "person": member, "kind": "hardship", "since": "2026-01-01", "note": "配偶重病" });
    desk.call("members.saveTag", tag);
    let group = json!({ "kind": "branch", "name": "机加工分会", "leader": member, "leaderName": "王伟" });
    let group = desk.call("union.saveGroup", group);
    desk.call("union.assignGroup", json!({ "group": group, "people": [member] }));
    print();
    let text = judges::text(&to);
    assert!(text.contains("本人要求查阅复制"), "the first copy was a look and is told: {text}");
    for part in [
        "入会申请.txt",
        "2027年度工资集体协商",
        "职工方协商代表",
        "2026年9月10日",
        "保管印章“工会公章”",
        "第二届工会劳动法律监督委员会",
        "主任，监督员证赣监17号",
        "2024年5月20日",
        "分会负责人",
        "分会会员",
        "配偶重病",
        "没有列在这份副本上的",
    ] {
        assert!(text.contains(part), "{part}: {text}");
    }
    let word = desk.out("副本.docx");
    let args = json!({ "kind": "members.ownData", "of": member, "to": word });
    desk.revealed("本人要求查阅复制", "papers.exportWord", args);
    let told = judges::word(&word).0;
    assert!(told.contains(NUMBER), "in full as the PDF");
    let looks = desk.call("sight.log", json!({}));
    let own = looks.as_array().unwrap().iter().filter(|look| look["kind"] == "members.ownData").count();
    assert_eq!(own, 3, "a Word copy is a look as a PDF is: {looks}");
    let given = looks.as_array().unwrap().iter().all(|look| look["purpose"] == "本人要求查阅复制");
    assert!(given, "each with the purpose that the person gave: {looks}");
}

#[test]
fn what_is_typed_beside_a_masked_number_is_held_against_it() {
    let desk = Desk::founded("36", None);
    let member = member(&desk);
    let standing = desk.call("members.get", json!({ "id": member }));
    assert_eq!(standing["idNumber"], "360121********999X");
    for (field, value) in [("birth", "1999-09-09"), ("sex", "female")] {
        let mut record = standing.clone();
        record[field] = value.into();
        let refusal = desk.refused("members.save", record);
        assert_eq!((refusal.code.as_str(), refusal.field.as_deref()), ("bad_input", Some(field)));
        assert!(refusal.message.contains("与身份证号码不一致"), "{}", refusal.message);
    }
    let young = json!({ "name": "赵敏", "sex": "female", "form": "contract", "birth": "1990-03-02" });
    let joined = |on: &str| {
        let mut record = young.clone();
        record["memberSince"] = on.into();
        record
    };
    let refusal = desk.refused("members.save", joined("2006-03-01"));
    assert_eq!(refusal.field.as_deref(), Some("memberSince"), "a day before sixteen: {}", refusal.message);
    let id = desk.call("members.save", joined("2006-03-02"));
    let event = desk.call("members.life", json!({ "id": id }))["rungs"][0]["id"].clone();
    let early = json!({ "id": event, "person": id, "kind": "joined", "on": "1980-01-01" });
    assert_eq!(desk.refused("members.saveEvent", early).field.as_deref(), Some("on"));
}

#[test]
fn whoever_may_not_read_identity_takes_none_away_and_learns_no_name_by_a_number() {
    let desk = Desk::founded("36", None);
    let member = member(&desk);
    desk.call("people.add", officer(&["members"], &[]));
    desk.sits_down(OFFICER);
    let mut record = desk.call("members.get", json!({ "id": member }));
    record["post"] = "电焊工".into();
    assert_eq!(record["birth"], "1980-**-**", "the mask of the number hides the day");
    desk.call("members.save", record.clone());
    for emptied in ["birth", "idNumber", "phone"] {
        record[emptied] = Value::Null;
    }
    desk.call("members.save", record);
    let other = json!({ "name": "赵敏", "sex": "male", "form": "contract", "idNumber": NUMBER });
    let refusal = desk.refused("members.save", other);
    assert_eq!((refusal.code.as_str(), refusal.field.as_deref()), ("duplicate", Some("idNumber")));
    assert!(!refusal.message.contains("王伟"), "{}", refusal.message);

    desk.sits_down(PASSPHRASE);
    let (answers, _) = desk.run(&[
        json!({ "call": "sight.reveal", "args": { "purpose": "核对登记" } }),
        json!({ "call": "members.get", "args": { "id": member } }),
    ]);
    let kept = &answers[1];
    assert_eq!((&kept["idNumber"], &kept["phone"]), (&json!(NUMBER), &json!("13800138000")), "{kept}");
    assert_eq!((&kept["birth"], &kept["post"]), (&json!("1980-01-01"), &json!("电焊工")));
    let person = desk.call("people.list", json!({}))[1]["person"].clone();
    let refusal = desk.refused(
        "people.change",
        json!({ "id": person["id"], "person": officer(&["members"], &[])["person"] }),
    );
    assert!(refusal.message.contains("没有要改的"), "a final step that changes nothing: {}", refusal.message);
}

//! Files that tell of somebody's health by what their record says: the proof of a hardship, the signed paper of a year of leave. Who
//! may not read health hears nothing of them, by whatever way round. Files as such stand in `attachments`.

use std::fs;

use serde_json::{Value, json};

use crate::attachments::file;
use crate::gonghui::{Desk, PASSPHRASE};
use crate::judges;
use crate::people::{OFFICER, member, officer};

#[test]
fn a_certificate_on_a_mark_is_no_file_of_health_and_a_proof_of_hardship_is_one() {
    let desk = Desk::founded("36", None);
    let person = member(&desk);
    let tag = |kind: &str| desk.call("members.saveTag", json!({ "person": person, "kind": kind }));
    let (worker, hardship) = (tag("modelWorker"), tag("hardship"));
    let of = |id: &Value| json!({ "kind": "personTag", "id": id });
    let add = |desk: &Desk, id: &Value, name: &str| json!({ "of": of(id), "file": file(desk, name, name.as_bytes()) });
    let proof = desk.call("files.add", add(&desk, &hardship, "重病证明.txt"))["attachment"]["id"].clone();
    let print = json!({ "kind": "members.ownData", "of": person, "to": desk.out("副本.pdf") });
    desk.call("people.add", officer(&["members", "office"], &["identity"]));
    desk.sits_down(OFFICER);

    let certificate = desk.call("files.add", add(&desk, &worker, "劳模证书.txt"))["attachment"]["id"].clone();
    assert_eq!(desk.call("files.list", json!({ "of": of(&worker) }))[0]["name"], "劳模证书.txt");
    desk.call("files.rename", json!({ "id": certificate, "name": "省劳模证书.txt" }));
    let covered = desk.refused("files.open", json!({ "id": certificate }));
    assert_eq!(covered.code, "covered", "it bears a number: {}", covered.message);
    assert!(!covered.message.contains("健康"), "{}", covered.message);
    for (command, args) in [
        ("files.add", add(&desk, &hardship, "低保证.txt")),
        ("files.list", json!({ "of": of(&hardship) })),
        ("files.open", json!({ "id": proof })),
        ("files.rename", json!({ "id": proof, "name": "证明.txt" })),
        ("files.remove", json!({ "id": proof })),
    ] {
        let refused = desk.refused(command, args);
        assert_eq!(refused.code, "no_right", "{command}: {}", refused.message);
        assert!(refused.message.contains("健康"), "{command}: {}", refused.message);
    }
    // Nor does it lie open as something else: another name of the mark does not change what its files tell.
    let renamed = json!({ "id": hardship, "person": person, "kind": "modelWorker" });
    let refused = desk.refused("members.saveTag", renamed);
    assert_eq!(refused.field.as_deref(), Some("kind"));
    assert!(refused.message.contains("不能改成另一种标记"), "{}", refused.message);
    assert!(!refused.message.contains("附件"), "nor is it said what it bears: {}", refused.message);
    let life = desk.call("history.of", json!({ "table": "person", "id": person })).to_string();
    assert!(life.contains("省劳模证书.txt") && !life.contains("重病证明"), "{life}");
    desk.revealed("本人要求查阅复制", "papers.print", print);
    let copy = judges::text(&desk.out("副本.pdf"));
    assert!(copy.contains("省劳模证书.txt") && !copy.contains("重病证明"), "{copy}");
    desk.call("files.remove", json!({ "id": certificate }));
    let trash = desk.call("trash.list", json!({})).to_string();
    assert!(trash.contains("省劳模证书.txt"), "what was removed of it is found: {trash}");
    desk.call("trash.restore", json!({ "kind": "attachment", "id": certificate }));

    desk.sits_down(PASSPHRASE);
    desk.call("files.remove", json!({ "id": proof }));
    desk.sits_down(OFFICER);
    assert_eq!(desk.call("trash.list", json!({})), json!([]), "nor in the trash");
    let unseen = desk.refused("trash.restore", json!({ "kind": "attachment", "id": proof }));
    assert_eq!(unseen.code, "not_found", "nor brought back by who may not see it: {}", unseen.message);
    desk.sits_down(PASSPHRASE);
    desk.call("trash.restore", json!({ "kind": "attachment", "id": proof }));
    desk.ends_hurt();
    for sealed in fs::read_dir(desk.ledger().join("files")).unwrap() {
        fs::remove_file(sealed.unwrap().path()).unwrap();
    }
    let message = desk.call("ledger.check", json!({}))["findings"][0]["message"].to_string();
    assert!(message.contains("王伟：省劳模证书.txt") && message.contains("健康记录的附件"), "{message}");
    assert!(!message.contains("重病"), "{message}");
}

#[test]
fn taking_back_opens_no_proof_of_a_hardship() {
    let desk = Desk::founded("36", None);
    let person = member(&desk);
    let tag = json!({ "person": person, "kind": "modelWorker" });
    let id = desk.call("members.saveTag", tag);
    desk.call("people.add", officer(&["members"], &["identity"]));
    desk.sits_down(OFFICER);
    let changed = json!({ "id": id, "person": person, "kind": "hardship" });
    desk.call("members.saveTag", changed);
    let step = json!({ "seq": desk.call("history.list", json!({ "limit": 1 }))["lines"][0]["seq"] });
    let of = json!({ "kind": "personTag", "id": id });
    let proof = json!({ "of": of, "file": file(&desk, "重病证明.txt", b"1") });
    desk.sits_down(PASSPHRASE);
    let proof = desk.call("files.add", proof)["attachment"]["id"].clone();
    let refused = desk.refused("history.takeBack", step.clone());
    assert_eq!(refused.code, "refused", "{}", refused.message);
    assert!(refused.message.contains("带着附件"), "{}", refused.message);
    desk.sits_down(OFFICER);
    let refused = desk.refused("history.takeBack", step.clone());
    assert_eq!(refused.code, "refused", "{}", refused.message);
    assert!(!refused.message.contains("附件"), "what it bears is not told: {}", refused.message);
    assert_eq!(desk.refused("files.list", json!({ "of": of })).code, "no_right", "nor opened");
    // A removed one may come back, and one that was undone is not there.
    desk.sits_down(PASSPHRASE);
    desk.call("files.remove", json!({ "id": proof }));
    assert_eq!(desk.refused("history.takeBack", step.clone()).code, "refused");
    for _ in 0..2 {
        desk.call("ledger.undo", json!({}));
    }
    desk.call("history.takeBack", step);
    let flags = desk.call("members.flags", json!({ "id": person }));
    assert_eq!(flags["tags"][0]["kind"], "modelWorker", "{flags}");
}

#[test]
fn what_a_person_signed_of_their_leave_is_a_file_of_health() {
    let desk = Desk::founded("36", None);
    let person = member(&desk);
    let year = json!({
        "person": person, "year": 2026, "waived": 2, "waivedOn": "2026-09-10", "waivedReason": "肝炎住院",
    });
    let of = json!({ "kind": "leaveYear", "id": desk.call("leave.saveYear", year) });
    let name = "放弃年休假确认书（因肝炎住院）.txt";
    let scan = file(&desk, name, name.as_bytes());
    let signed = desk.call("files.add", json!({ "of": of, "file": scan }))["attachment"]["id"].clone();
    assert_eq!(desk.refused("files.open", json!({ "id": signed })).field.as_deref(), Some("health"));
    desk.call("people.add", officer(&["members", "leave", "office"], &["identity"]));
    desk.sits_down(OFFICER);
    for (command, args) in [
        ("files.add", json!({ "of": of, "file": scan })),
        ("files.list", json!({ "of": of })),
        ("files.open", json!({ "id": signed })),
        ("files.rename", json!({ "id": signed, "name": "确认书.txt" })),
        ("files.remove", json!({ "id": signed })),
    ] {
        let refused = desk.refused(command, args);
        assert_eq!(refused.code, "no_right", "{command}: {}", refused.message);
    }
    let life = desk.call("history.of", json!({ "table": "person", "id": person })).to_string();
    let steps = desk.call("history.list", json!({})).to_string();
    for told in [life, steps] {
        assert!(!told.contains("肝炎"), "{told}");
    }
    desk.sits_down(PASSPHRASE);
    desk.call("files.remove", json!({ "id": signed }));
    desk.sits_down(OFFICER);
    assert_eq!(desk.call("trash.list", json!({})), json!([]));
    assert_eq!(
        desk.refused("trash.restore", json!({ "kind": "attachment", "id": signed })).code,
        "not_found"
    );
}

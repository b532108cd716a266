//! One affair's papers bound for the archive: in order, what is missing named, the originals and their sums beside, and
//! nothing left where the disk is full.

use std::fs;
use std::path::Path;
use std::process::Command;

use serde_json::{Value, json};

use crate::concluding::met;
use crate::gonghui::{Desk, refusal};
use crate::judges;

/// One red pixel.
const PIXEL: &str =
    "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAIAAACQd1PeAAAADElEQVR4nGP4z8AAAAMBAQDJ/pLvAAAAAElFTkSuQmCC";

/// Minutes and list issued; at the meeting a picture, a sheet and a torn PDF.
fn filed() -> (Desk, Value) {
    let (desk, id) = met();
    for kind in ["negotiation.minutes", "negotiation.representatives"] {
        let paper = desk.paper(kind);
        desk.call("papers.issue", json!({ "kind": kind, "of": paper["of"] }));
    }
    let meeting = desk.paper("negotiation.minutes")["of"].clone();
    let of = json!({ "kind": "meeting", "id": meeting });
    desk.call("files.add", json!({ "of": of, "pasted": PIXEL, "name": "签到表.png" }));
    for (name, bytes) in [("工资总额.csv", &b"a,b"[..]), ("残缺.pdf", b"%PDF-1.7 torn")] {
        let path = desk.out(name);
        fs::write(&path, bytes).unwrap();
        desk.call("files.add", json!({ "of": of, "file": path }));
        fs::remove_file(path).unwrap();
    }
    (desk, json!({ "kind": "negotiation", "id": id }))
}

fn there(folder: &Path) -> Vec<String> {
    let mut names: Vec<String> = fs::read_dir(folder)
        .unwrap()
        .map(|entry| entry.unwrap().file_name().to_string_lossy().into_owned())
        .collect();
    names.sort();
    names
}

/// `sha256sum -c` accepts every line of the list.
fn sums_hold(folder: &Path) -> usize {
    let list = "校验清单 SHA-256.txt";
    let said = Command::new("sha256sum").args(["-c", list]).current_dir(folder).output().unwrap();
    assert!(said.status.success(), "{}", String::from_utf8_lossy(&said.stderr));
    fs::read_to_string(folder.join(list)).unwrap().lines().count()
}

#[test]
fn an_affair_is_bound_in_order_with_what_is_missing_named() {
    let (desk, of) = filed();
    let seen = desk.call("archive.list", json!({ "of": of }));
    let parts = seen["parts"].as_array().unwrap();
    assert_eq!(parts.len(), 12);
    let names: Vec<&str> = parts.iter().map(|part| part["name"].as_str().unwrap()).collect();
    assert_eq!((names[0], names[4], names[11]), ("要约", "会议记录", "履行"));
    assert_eq!(parts[4]["items"].as_array().unwrap().len(), 4, "the minutes and three files: {}", parts[4]);
    for part in parts {
        assert_eq!(part["items"] == json!([]), part["absent"].is_string(), "empty with a reason: {part}");
    }

    let out = desk.room().join("out");
    let made = desk.call("archive.make", json!({ "of": of, "to": out }));
    assert_eq!(made["pieces"], 5);
    let unbound = made["unbound"].to_string();
    assert!(
        unbound.contains("残缺.pdf：PDF 损坏或不完整") && unbound.contains("工资总额.csv："),
        "{unbound}"
    );
    let folder = Path::new(made["folder"].as_str().unwrap()).to_owned();
    let title = "2027年度工资集体协商";
    assert_eq!(
        there(&folder),
        [format!("{title}.pdf"), format!("{title}（原件）.zip"), "校验清单 SHA-256.txt".to_owned()]
    );
    assert_eq!(sums_hold(&folder), 2);

    let pdf = folder.join(format!("{title}.pdf"));
    judges::well_formed(&pdf);
    let read = judges::text(&pdf);
    for words in [
        "归档案卷",
        "卷内文件目录",
        "一、要约",
        "缺：登记了要约，要约书还没有印发",
        "工协名〔2026〕1号",
        "工协纪〔2026〕1号",
        "卷内备考表",
        "残缺.pdf：PDF损坏或不完整，只存原件",
        "立卷人（签字）",
        "原件的校验值",
    ] {
        assert!(read.contains(words), "{words} is read in the volume");
    }

    let unpacked = desk.room().join("unpacked");
    fs::create_dir(&unpacked).unwrap();
    let mut zip =
        zip::ZipArchive::new(fs::File::open(folder.join(format!("{title}（原件）.zip"))).unwrap()).unwrap();
    zip.extract(&unpacked).unwrap();
    assert_eq!(sums_hold(&unpacked), 7, "two issues with their Word copies, three files");
    let meeting = there(&unpacked.join("05 会议记录"));
    assert!(
        meeting.iter().any(|name| name.starts_with("002 工协纪〔2026〕1号") && name.ends_with(".docx")),
        "{meeting:?}"
    );
    let torn = meeting.iter().find(|name| name.ends_with("残缺.pdf")).unwrap();
    assert_eq!(fs::read(unpacked.join("05 会议记录").join(torn)).unwrap(), b"%PDF-1.7 torn", "as it came");
    let issue = desk.call("outgoing.list", json!({ "kind": "negotiation.minutes" }))["rows"][0]["id"].clone();
    let bytes = desk
        .command(&["call", "papers.issued", &json!({ "id": issue }).to_string()])
        .output()
        .unwrap()
        .stdout;
    let kept = meeting.iter().find(|name| name.starts_with("002") && name.ends_with(".pdf")).unwrap();
    assert!(fs::read(unpacked.join("05 会议记录").join(kept)).unwrap() == bytes, "the issue as it was kept");

    let again = desk.call("archive.make", json!({ "of": of, "to": out }));
    assert!(
        again["folder"].as_str().unwrap().ends_with("（2）"),
        "nothing is written over: {}",
        again["folder"]
    );
    let same = |folder: &str| fs::read(Path::new(folder).join(format!("{title}.pdf"))).unwrap();
    assert!(
        same(again["folder"].as_str().unwrap()) == same(made["folder"].as_str().unwrap()),
        "the same bytes"
    );
    desk.head();
}

#[test]
fn a_paper_its_basis_and_its_receipt_are_bound_too() {
    let (desk, _) = filed();
    let issue = desk.call("outgoing.list", json!({ "kind": "negotiation.minutes" }))["rows"][0]["id"].clone();
    let of = json!({ "kind": "paper", "id": issue });
    desk.call("files.add", json!({ "of": of, "pasted": PIXEL, "name": "回执.png" }));
    // Sent to two, each has signed a receipt of its own.
    let on = desk.call("outgoing.get", json!({ "id": issue }))["issuedOn"].clone();
    let sending = json!({ "paper": issue, "receiver": "县总工会", "manner": "handed", "sentOn": on });
    let sent = desk.call("outgoing.saveSending", sending);
    let receipt = json!({ "kind": "sending", "id": sent });
    desk.call("files.add", json!({ "of": receipt, "pasted": PIXEL, "name": "县总工会回执.png" }));
    let listed = desk.call("files.list", json!({ "of": receipt }));
    assert_eq!(listed[0]["name"], "县总工会回执.png");
    let seen = desk.call("archive.list", json!({ "of": of }));
    assert_eq!(seen["parts"][0]["items"][0]["number"], "工协纪〔2026〕1号");
    assert!(seen["parts"][1]["absent"].as_str().unwrap().contains("委员会"), "no basis named");
    assert_eq!(seen["parts"][2]["items"][0]["title"], "回执.png");
    assert_eq!(seen["parts"][2]["items"][1]["title"], "县总工会回执.png");
    assert_eq!(seen["parts"][2]["items"][1]["note"], "工协纪〔2026〕1号送县总工会的回执");
    let made = desk.call("archive.make", json!({ "of": of, "to": desk.room().join("out") }));
    assert_eq!((&made["pieces"], &made["unbound"]), (&json!(3), &json!([])));

    let letter = desk.call("incoming.save", json!({
        "kind": "notice", "source": "县总工会", "title": "关于报送年报的通知", "receivedOn": "2026-10-01", "asked": "报送年报",
        "wantsAnswer": true,
    }));
    let letter = json!({ "kind": "incoming", "id": letter });
    let nothing = desk.refused("archive.make", json!({ "of": letter, "to": desk.room().join("out") }));
    assert!(nothing.message.contains("还没有可以归档的"), "{}", nothing.message);
    desk.call("files.add", json!({ "of": letter, "pasted": PIXEL, "name": "来文.png" }));
    let seen = desk.call("archive.list", json!({ "of": letter }));
    assert_eq!(seen["parts"][0]["items"][0]["responsible"], "县总工会");
    assert_eq!(seen["parts"][1]["absent"], "还没有办结");
    assert_eq!(
        desk.refused("archive.list", json!({ "of": { "kind": "person", "id": issue } })).code,
        "refused"
    );
}

#[test]
fn a_full_disk_or_a_ledgers_folder_takes_nothing() {
    let (desk, of) = filed();
    let out = desk.room().join("out");
    let before = there(&out);
    let args = json!({ "of": of, "to": out }).to_string();
    let refused = refusal(&desk.cramped(48, &["call", "archive.make", &args]), "a full disk");
    assert_eq!(refused.code, "unwritable");
    assert!(refused.message.contains("磁盘已满"), "{}", refused.message);
    assert_eq!(there(&out), before, "nothing half-written stands there");
    let inside = desk.refused("archive.make", json!({ "of": of, "to": desk.ledger() }));
    assert_eq!(inside.code, "unwritable");
    let nowhere = desk.refused("archive.make", json!({ "of": of, "to": desk.room().join("no such") }));
    assert!(nowhere.message.contains("文件夹不存在"), "{}", nowhere.message);
}

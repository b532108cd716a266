//! Succession: the chair, the key and the pack handed over in one act; what the book says; a stick that is full,
//! missing or fails on the way; what is kept and by whom.

use std::fs;
use std::path::{Path, PathBuf};

use serde_json::{Value, json};

use crate::concluding::{met, pass};
use crate::gonghui::{Desk, PASSPHRASE, files, refusal};
use crate::judges;
use crate::people::{OFFICER, member, officer};
use crate::recovery::characters;

fn stick(desk: &Desk) -> PathBuf {
    let stick = desk.room().join("U盘");
    fs::create_dir(&stick).unwrap();
    stick
}

fn keep(desk: &Desk, kind: &str, name: &str, number: Value, note: Value) {
    let thing = json!({ "kind": kind, "name": name, "number": number, "holder": "陈望舒", "note": note });
    desk.call("custody.save", thing);
}

fn hand_over(to: &Value, stays: bool, place: &Path) -> Value {
    json!({ "to": to, "beforeStays": stays, "place": place })
}

/// A ledger with a contract that ran from the signing to its effect, the next talks begun, and what is kept.
fn before_the_hand_over() -> Desk {
    let (desk, id) = met();
    for (kind, on) in [("signed", "2026-11-05"), ("filed", "2026-11-06"), ("inEffect", "2026-11-21")] {
        pass(&desk, &id, kind, on);
    }
    desk.call("negotiation.start", json!({ "year": 2028 }));
    keep(&desk, "seal", "工会公章", json!(null), json!(null));
    keep(&desk, "account", "工会经费基本户", json!("尾号0618"), json!("密码当面交"));
    keep(&desk, "certificate", "工会法人资格证书", json!("赣工法证字第1号"), json!(null));
    keep(&desk, "key", "文件柜钥匙", json!(null), json!("两把"));
    desk
}

#[test]
fn chair_key_and_pack_go_over_in_one_act() {
    let desk = before_the_hand_over();
    let member = member(&desk);
    // Entered, and not yet a member.
    desk.call("members.save", json!({ "name": "赵敏", "sex": "female", "form": "contract" }));
    let old_sheet: String = characters(&desk).into_iter().collect();
    let to = desk.call("people.add", officer(&["members"], &[]));
    let stick = stick(&desk);
    let steps = desk.head().0;
    let over = desk.call("succession.handOver", hand_over(&to, false, &stick));
    assert_eq!((&over["dropped"], &over["trouble"]), (&json!([]), &json!(null)), "{over}");

    let out = desk.refused("members.counts", json!({}));
    assert_eq!(out.code, "ledger.wrongPassphrase", "the old chair is out");
    let sheet = desk.refused("ledger.openRecovery", json!({ "words": old_sheet }));
    assert_eq!(sheet.code, "ledger.wrongKey", "the old sheet opens nothing: {}", sheet.message);
    desk.sits_down(OFFICER);
    let frame = desk.frame();
    assert_eq!(frame["person"]["role"], "chair");
    assert_eq!(frame["stoppedBy"], "主席由陈望舒移交给李强");
    assert_eq!(desk.call("members.get", json!({ "id": member }))["name"], "王伟", "everything is there");
    let (now, head) = desk.head();
    assert_eq!(now, steps + 2, "the key and the roles");
    let journal = desk.call("history.list", json!({}));
    let labels: Vec<&str> = journal["lines"]
        .as_array()
        .unwrap()
        .iter()
        .take(2)
        .map(|line| line["label"].as_str().unwrap())
        .collect();
    assert_eq!(labels, ["主席由陈望舒移交给李强", "更换密钥，准备由李强接任主席"]);
    assert_eq!(desk.refused("ledger.undo", json!({})).code, "ledger.undoStopped");
    let asks = desk.call("today.list", json!({}))["duties"].to_string();
    assert!(
        asks.contains("ledger.sheet") && !asks.contains("ledger.outside"),
        "a new sheet, no other copy: {asks}"
    );
    let new_sheet: String = characters(&desk).into_iter().collect();
    assert_ne!(new_sheet, old_sheet);
    let opened = desk.call("ledger.openRecovery", json!({ "words": new_sheet }));
    assert_eq!(opened["open"]["person"]["name"], "李强", "the sheet stands for the chair");

    the_book_says_what_goes_over(&desk, &over, (now, &head));
    the_copy_is_the_successors(&stick, (&old_sheet, &new_sheet), (now, &head));
}

fn the_book_says_what_goes_over(desk: &Desk, over: &Value, (seq, head): (u64, &str)) {
    let book = PathBuf::from(over["pack"]["book"].as_str().unwrap());
    let copy = PathBuf::from(over["pack"]["copy"].as_str().unwrap());
    let name = copy.file_name().unwrap().to_string_lossy().into_owned();
    judges::sound(&book, &["移交清册", &name, "赣江机械有限公司工会委员会备份"]);
    let text = judges::text(&book);
    for part in [
        "2027年度工资集体合同（执行中）",
        "签字：2026年11月5日",
        "报送：2026年11月6日",
        "生效：2026年11月21日",
        "2027年11月20日",
        "合同写明",
        "2027年9月21日至2027年11月19日",
        "没有办完的集体协商（1件）",
        "2028年度工资集体协商",
        "向全体职工公布合同",
        "第二十四条",
        "印章（1件）",
        "工会公章",
        "尾号0618",
        "工会法人资格证书",
        "文件柜钥匙",
        "李强主席",
        "登记的人员：2人，其中会员1人",
        &format!("第{seq}步"),
        head,
        "移交人陈望舒",
        "接交人李强",
        "监交人",
    ] {
        assert!(text.contains(part), "{part}: {text}");
    }
    assert!(!text.contains("没有登记过集体合同"), "{text}");
    // As the eye reads it off the paper: in groups of four.
    let printed: Vec<&str> =
        head.as_bytes().chunks(4).map(|four| std::str::from_utf8(four).unwrap()).collect();
    let proof = desk.call("ledger.prove", json!({ "seq": seq, "digits": printed.join(" ") }));
    assert_eq!(proof["kind"], "holds", "{proof}");
}

fn the_copy_is_the_successors(stick: &Path, (old, new): (&str, &str), (seq, head): (u64, &str)) {
    let laptop = Desk::new();
    let look = |way: Value| {
        let mut args = way;
        args["from"] = json!(stick);
        args
    };
    for way in [json!({ "passphrase": PASSPHRASE }), json!({ "words": old })] {
        let shut = laptop.refused("ledger.lookAt", look(way));
        assert!(
            ["ledger.wrongPassphrase", "ledger.wrongKey"].contains(&shut.code.as_str()),
            "{}",
            shut.message
        );
    }
    for way in [json!({ "passphrase": OFFICER }), json!({ "words": new })] {
        let found = laptop.call("ledger.lookAt", look(way));
        let seen = (&found["inside"]["lastStep"], &found["passed"]);
        assert_eq!(seen, (&json!("主席由陈望舒移交给李强"), &json!(0)), "{found}");
    }
    laptop.call("ledger.bring", look(json!({ "passphrase": OFFICER, "to": laptop.ledger() })));
    laptop.sits_down(OFFICER);
    assert_eq!(laptop.frame()["person"]["role"], "chair");
    let proof = laptop.call("ledger.prove", json!({ "seq": seq, "digits": &head[..16] }));
    assert_eq!(proof["kind"], "holds", "the book proves the copy too: {proof}");
}

#[test]
fn a_place_that_cannot_take_the_pack_is_told_before_the_key_is_changed() {
    let desk = Desk::founded("36", None);
    let to = desk.call("people.add", officer(&[], &[]));
    let stick = stick(&desk);
    let (sheet, before) = (characters(&desk), desk.head());
    let missing = desk.refused("succession.handOver", hand_over(&to, true, &desk.room().join("没有插")));
    assert_eq!((missing.code.as_str(), missing.field.as_deref()), ("ledger.copyBroken", Some("place")));
    let inside = desk.refused("succession.handOver", hand_over(&to, true, &desk.ledger()));
    assert_eq!((inside.code.as_str(), inside.field.as_deref()), ("ledger.copyPlace", Some("place")));
    let room = fs::metadata(desk.ledger().join("ledger.db")).unwrap().len() / 1024 + 1024;
    let full =
        desk.cramped(room, &["call", "succession.handOver", &hand_over(&to, true, &stick).to_string()]);
    let full = refusal(&full, "a full stick");
    assert_eq!((full.code.as_str(), full.field.as_deref()), ("ledger.copyNoRoom", Some("place")));
    for told in [missing, inside, full] {
        assert!(told.message.starts_with("移交没有开始，账本没有改动："), "{}", told.message);
    }
    assert!(files(&stick).is_empty(), "nothing stays on the stick");
    assert_eq!(desk.head(), before);
    assert_eq!(characters(&desk), sheet, "the old sheet holds");
    assert_eq!(desk.frame()["person"]["role"], "chair");
}

#[test]
fn a_stick_that_fails_after_the_key_leaves_a_hand_over_whose_pack_is_made_again() {
    let desk = Desk::founded("36", None);
    let to = desk.call("people.add", officer(&[], &[]));
    let stick = stick(&desk);
    let nobody = desk.refused(
        "succession.handOver",
        hand_over(&json!("0190a000-0000-7000-8000-000000000000"), true, &stick),
    );
    assert_eq!(nobody.field.as_deref(), Some("to"), "{}", nobody.message);
    // There is room, yet the folder of the copies is none.
    let made = desk.call("ledger.backup", json!({ "to": stick }));
    let copies = Path::new(made["dir"].as_str().unwrap()).parent().unwrap().to_owned();
    fs::remove_dir_all(&copies).unwrap();
    fs::write(&copies, "").unwrap();
    let over = desk.call("succession.handOver", hand_over(&to, true, &stick));
    assert_eq!(over["pack"], json!(null));
    let trouble = over["trouble"].as_str().unwrap();
    for part in ["主席已经移交，移交包还没有做成", "李强", "做移交包"] {
        assert!(trouble.contains(part), "{part}: {trouble}");
    }
    let people = desk.frame()["person"].clone();
    assert_eq!((&people["role"], &people["parts"]), (&json!("officer"), &json!([])), "the one before stays");
    assert_eq!(desk.refused("succession.pack", json!({ "to": stick })).code, "no_right");
    desk.sits_down(OFFICER);
    assert!(
        desk.call("today.list", json!({}))["duties"].to_string().contains("ledger.outside"),
        "and today asks"
    );
    fs::remove_file(&copies).unwrap();
    let pack = desk.call("succession.pack", json!({ "to": stick }));
    let laptop = Desk::new();
    laptop.call("ledger.lookAt", json!({ "from": stick, "passphrase": OFFICER }));
    let text = judges::text(Path::new(pack["book"].as_str().unwrap()));
    for part in ["账本里没有登记过集体合同。", "印章（0件）", "请当面问清"] {
        assert!(text.contains(part), "{part}: {text}");
    }
    // The book alone finds no place, for each name that it could take is taken: what stands is said, and what is to be done.
    let book = Path::new(pack["book"].as_str().unwrap());
    let name = book.file_stem().unwrap().to_str().unwrap();
    for n in 2..1000 {
        fs::write(book.with_file_name(format!("{name}-{n}.pdf")), "").unwrap();
    }
    let half = desk.refused("succession.pack", json!({ "to": stick }));
    assert_eq!(half.code, "unwritable", "{}", half.message);
    for part in ["账本的副本已经放好", "移交清册还没有放进去", "再做一次移交包"] {
        assert!(half.message.contains(part), "{part}: {}", half.message);
    }
}

#[test]
fn what_is_kept_has_a_holder_and_never_a_password() {
    let desk = Desk::founded("36", None);
    let nobody = json!({ "kind": "seal", "name": "工会公章", "holder": " " });
    assert_eq!(desk.refused("custody.save", nobody).field.as_deref(), Some("holder"));
    let mut told =
        json!({ "kind": "account", "name": "实名制系统账号", "holder": "陈望舒", "note": "密码：Gh8866" });
    let refusal = desk.refused("custody.save", told.clone());
    assert_eq!(refusal.field.as_deref(), Some("note"), "{}", refusal.message);
    assert!(!refusal.message.contains("Gh8866"), "{}", refusal.message);
    told["note"] = "密码当面交".into();
    desk.call("custody.save", told);
}

#[test]
fn a_copy_and_the_book_say_which_attachments_are_lost_until_they_are_added_again() {
    let desk = Desk::founded("36", None);
    let of = json!({ "kind": "person", "id": member(&desk) });
    let (form, card) = (desk.out("入会申请.txt"), desk.out("会员证.txt"));
    let files = desk.ledger().join("files");
    let add = |path: &Path, text: &str| {
        fs::write(path, text).unwrap();
        desk.call("files.add", json!({ "of": of, "file": path }));
    };
    add(&form, "申请加入工会");
    let sealed = fs::read_dir(&files).unwrap().next().unwrap().unwrap().path();
    add(&card, "会员证第一号");
    let stick = stick(&desk);
    let whole = desk.call("ledger.backup", json!({ "to": stick }));
    assert_eq!((&whole["files"], &whole["trouble"]), (&json!(2), &json!(null)), "{whole}");
    let copied = stick.join("赣江机械有限公司工会委员会备份/files").join(sealed.file_name().unwrap());
    for path in [&sealed, &copied] {
        let mut bytes = fs::read(path).unwrap();
        let last = bytes.len() - 1;
        bytes[last] ^= 1;
        fs::write(path, bytes).unwrap();
    }

    let made = desk.call("ledger.backup", json!({ "to": stick }));
    assert_eq!((&made["missing"], &made["damaged"]), (&json!(0), &json!(1)), "{made}");
    let told = "有1个附件的文件已损坏（王伟：入会申请.txt），副本里没有。";
    let tells = |trouble: &Value| {
        let trouble = trouble.as_str().unwrap();
        assert!(trouble.contains(told) && trouble.contains("重新添加"), "{trouble}");
    };
    tells(&made["trouble"]);
    let pack = desk.call("succession.pack", json!({ "to": stick }));
    tells(&pack["trouble"]);
    let text = judges::text(Path::new(pack["book"].as_str().unwrap()));
    for part in ["附件：2个", "其中1个的文件缺失或损坏", "除缺失或损坏的附件外已核对"]
    {
        assert!(text.contains(part), "{part}: {text}");
    }
    let to = desk.call("people.add", officer(&["members"], &[]));
    let over = desk.call("succession.handOver", hand_over(&to, true, &stick));
    assert!(over["pack"].is_object(), "{over}");
    tells(&over["trouble"]);

    desk.sits_down(OFFICER);
    add(&form, "申请加入工会");
    let pack = desk.call("succession.pack", json!({ "to": stick }));
    assert_eq!(pack["trouble"], json!(null));
    let text = judges::text(Path::new(pack["book"].as_str().unwrap()));
    assert!(text.contains("，已核对，") && !text.contains("缺失或损坏"), "{text}");
}
